"""The register as a list: which complaints match, in which order, and their rows."""

from array import array
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from itertools import chain
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    case,
    func,
    or_,
    select,
    true,
    union_all,
)

from db import searching
from db import tables as t
from db.offices import SqlOffices
from db.proposals import in_folder
from db.searching import Wanted
from db.standing import Standing
from db.statements import among, one_of
from db.visibility import hidden, in_hand, in_stead, listed, openable, unveiled, veiled
from db.watching import IS_OPEN, due_shown, late_since, watched
from desktop.rules.complaint import Secrecy, Status
from desktop.rules.letters import ON_THE_DESK
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.people import Actor, Permission
from desktop.rules.priority import Priority
from desktop.rules.thai.dates import official_date
from desktop.views import ComplaintRow, RegisterQuery, RegisterView, SortBy, Tiles

CHUNK = 4096
"""Identities fetched at once, so that no single call holds the interpreter for long."""
_BEGINNING = 3_000
"""Complaints at a list's beginning in which words are looked for before they are looked up."""

C = t.complaint.c


def ids(
    connection: Connection,
    actor: Actor,
    query: RegisterQuery,
    now: datetime,
    most: int | None = None,
    wanted: Wanted = lambda: True,
) -> "array[int]":
    """Return the identities of all complaints that match, or of the first so many, in order.

    Where nobody waits for them any more, those found so far.
    """
    offices = SqlOffices(connection)
    parts = view_of(offices, actor, query.view, now)
    conditions = _conditions(offices, actor, query, now)
    if query.sort not in _VEILED or _sees_all(actor):
        return _listed(connection, actor, query, conditions, parts, most, wanted)
    # By what a veiled line does not say it has no place: those come last, the newest first.
    shown = (*conditions, unveiled(actor))
    found = _listed(connection, actor, query, shown, parts, most, wanted)
    if most is None or len(found) < most:
        others = replace(query, sort=SortBy.NUMBER, descending=True)
        left = None if most is None else most - len(found)
        rest = (*conditions, veiled(actor))
        found += _listed(connection, actor, others, rest, parts, left, wanted)
    return found


_VEILED = (SortBy.SUBJECT, SortBy.PETITIONER)
"""What a veiled line does not say."""


def _sees_all(actor: Actor) -> bool:
    return actor.may(Permission.SEE_RESTRICTED) and actor.may(Permission.SEE_SECRET)


def _listed(
    connection: Connection,
    actor: Actor,
    query: RegisterQuery,
    conditions: Sequence[ColumnElement[bool]],
    parts: Sequence[ColumnElement[bool]],
    most: int | None,
    wanted: Wanted,
) -> "array[int]":
    if query.asked.by_text:
        return _searched(connection, actor, query, conditions, parts, most, wanted)
    return _fetched(connection, _asked(query, conditions, parts).limit(most), wanted)


def _fetched(
    connection: Connection, asked: Select[*tuple[Any, ...]], wanted: Wanted
) -> "array[int]":
    found = array("q")
    answer = connection.execute(asked)
    # Identities need no turning into rows and types: straight from the driver into the array.
    while wanted() and (part := answer.cursor.fetchmany(CHUNK)):
        found.extend(chain.from_iterable(part))
    answer.close()
    return found


def _searched(
    connection: Connection,
    actor: Actor,
    query: RegisterQuery,
    conditions: Sequence[ColumnElement[bool]],
    parts: Sequence[ColumnElement[bool]],
    most: int | None,
    wanted: Wanted,
) -> "array[int]":
    """Return what meets a search, in the order of how it fits or in the one that was chosen."""
    if most is not None and query.sort is not SortBy.FIT:
        # A common word is met soon whichever way the list runs; a rare one is looked up.
        first = _fetched(connection, _asked(query, conditions, parts).limit(_BEGINNING), wanted)
        met = searching.met_by(connection, query.asked, first, unveiled=unveiled(actor))
        if len(met) >= most or len(first) < _BEGINNING:
            return met[:most]
        if (many := searching.common(connection, query.asked)) is not None:
            return _walked(connection, actor, query, (*conditions, many), parts, most, wanted)
    found = searching.found(
        connection,
        query.asked,
        (*conditions, or_(*parts)),
        unveiled=unveiled(actor),
        most=most if query.sort is SortBy.FIT else None,
        wanted=wanted,
    )
    return found if query.sort is SortBy.FIT else _sorted(connection, query, found)[:most]


def _walked(
    connection: Connection,
    actor: Actor,
    query: RegisterQuery,
    conditions: Sequence[ColumnElement[bool]],
    parts: Sequence[ColumnElement[bool]],
    most: int,
    wanted: Wanted,
) -> "array[int]":
    """Return the first of a list that meet a search, by going down it until there are enough."""
    met = array("q")
    named = connection.execution_options(stream_results=True).execute(
        _asked(query, conditions, parts)
    )
    while wanted() and len(met) < most and (part := named.fetchmany(_BEGINNING)):
        ids = [row[0] for row in part]
        met += searching.met_by(connection, query.asked, ids, unveiled=unveiled(actor))
    named.close()
    return met[:most]


def _asked(
    query: RegisterQuery,
    conditions: Sequence[ColumnElement[bool]],
    parts: Sequence[ColumnElement[bool]],
) -> Select[*tuple[Any, ...]]:
    """Ask for what meets one of the parts, each found by an index of its own."""
    keys = _columns(query.sort)
    if len(parts) == 1:
        asked = _beside(select(C.id).where(*conditions, *parts), query.sort)
        return _in_order(asked, query, *keys, C.id)
    named = [key.label(f"key_{place}") for place, key in enumerate(keys)]
    each = (_beside(select(C.id, *named).where(*conditions, part), query.sort) for part in parts)
    found = union_all(*each).subquery("found").c
    return _in_order(select(found.id), query, *(found[key.name] for key in named), found.id)


def rows(connection: Connection, actor: Actor, wanted: Sequence[int]) -> list[ComplaintRow]:
    """Return rows in the order asked; identities that are gone, or not listed, are left out."""
    server = connection.dialect.name == "postgresql"
    answer = connection.execute(_rows_asked(actor, server=server), among(wanted, server=server))
    found = {row[0]: _row(row) for row in answer.all()}
    return [found[identity] for identity in wanted if identity in found]


@lru_cache(maxsize=32)
def _rows_asked(actor: Actor, *, server: bool) -> Select[*tuple[Any, ...]]:
    """Put the question once for each actor: a table asks it for every page it shows."""
    return (
        select(
            C.id,
            C.year,
            C.running,
            C.received_on,
            C.subject,
            C.petitioner,
            t.channel.c.name,
            C.priority,
            C.status,
            func.coalesce(t.person.c.name, ""),
            C.due_at,
            C.due_kind,
            C.verdict,
            case((unveiled(actor), True), else_=False),
            C.anonymous,
            C.secrecy == Secrecy.SECRET,
            C.beside_at,
            C.beside_kind,
            case((in_stead(actor), True), else_=False),
        )
        .join(t.channel, t.channel.c.id == C.channel_id)
        .outerjoin(t.person, t.person.c.id == C.owner_id)
        .where(one_of(C.id, server=server), or_(listed(actor), hidden(actor)))
    )


def tiles(connection: Connection, actor: Actor, now: datetime) -> Tiles:
    """Count for the sidebar."""
    unsent = (
        select(func.count())
        .select_from(t.letter)
        .join(t.complaint, C.id == t.letter.c.complaint_id)
        .where(t.letter.c.status.in_(ON_THE_DESK), openable(actor))
    )
    drafts = (
        select(func.count())
        .select_from(t.proposed_letter)
        .join(t.complaint, C.id == t.proposed_letter.c.complaint_id)
        .where(in_folder(), openable(actor))
    )
    standing, offices = Standing(connection, actor), SqlOffices(connection)

    def count(view: RegisterView) -> int:
        return standing.count(*view_of(offices, actor, view, now))

    return Tiles(
        everything=standing.everything(),
        mine=count(RegisterView.MINE),
        unassigned=count(RegisterView.UNASSIGNED),
        soon=count(RegisterView.SOON),
        late=count(RegisterView.LATE),
        letters=(connection.scalar(unsent) or 0) + (connection.scalar(drafts) or 0),
    )


def _row(row: Any) -> ComplaintRow:
    # fmt: off
    (identity, year, running, received_on, subject, petitioner, channel, priority, status, owner,
     due_at, due_kind, verdict, shown, anonymous, secret, beside_at, beside_kind,
     in_stead) = row
    # fmt: on
    if beside_at is not None and (due_at is None or beside_at < due_at):
        due_at, due_kind = beside_at, beside_kind
    return ComplaintRow(
        identity,
        ComplaintNumber(year, running),
        received_on,
        subject if shown else "",
        petitioner if shown else "",
        channel,
        priority,
        status,
        owner,
        due_at,
        due_kind,
        verdict,
        not shown,
        anonymous,
        secret,
        in_stead,
    )


def _conditions(
    offices: SqlOffices, actor: Actor, query: RegisterQuery, now: datetime
) -> list[ColumnElement[bool]]:
    asked = query.asked
    conditions = [hidden(actor) if query.view is RegisterView.HIDDEN else listed(actor)]
    filters: tuple[tuple[Any, frozenset[Any]], ...] = (
        (C.status, query.statuses),
        (C.priority, query.priorities),
        (C.channel_kind, query.channel_kinds),
        (C.category_id, query.category_ids),
        (C.owner_id, query.owner_ids),
    )
    conditions += [column.in_(chosen) for column, chosen in filters if chosen]
    if query.category_ids:
        # A veiled line does not say its category.
        conditions.append(unveiled(actor))
    if query.fiscal_year is not None:
        conditions.append(C.year == query.fiscal_year)
    if asked.statuses is not None:
        conditions.append(C.status.in_(asked.statuses))
    if asked.channel_ids is not None:
        conditions.append(C.channel_id.in_(asked.channel_ids))
    if asked.received is not None:
        conditions.append(C.received_on.between(*asked.received))
    if asked.late_days is not None:
        conditions.append(or_(*watched(offices, RegisterView.LATE, now)))
    if asked.late_days:
        conditions.append(due_shown() < late_since(offices, official_date(now), asked.late_days))
    return conditions


def view_of(
    offices: SqlOffices, actor: Actor, view: RegisterView, now: datetime
) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions of a standing view, of which no complaint meets two."""
    if view in (RegisterView.ALL, RegisterView.HIDDEN):
        return (true(),)
    if view is RegisterView.MINE:
        return (and_(in_hand(actor), IS_OPEN),)
    return watched(offices, view, now)


def _sorted(connection: Connection, query: RegisterQuery, found: Sequence[int]) -> "array[int]":
    """Put what was found into the order that was chosen."""
    keys, server = (*_columns(query.sort), C.id), connection.dialect.name == "postgresql"
    asked = _beside(select(C.id), query.sort).where(one_of(C.id, server=server))
    answer = connection.execute(_in_order(asked, query, *keys), among(found, server=server))
    return array("q", chain.from_iterable(answer.all()))


_PRIORITY_ORDER = {member: member.weight for member in Priority}
_STATUS_ORDER = {member: place for place, member in enumerate(Status)}


def _in_order(
    statement: Select[*tuple[Any, ...]], query: RegisterQuery, *keys: ColumnElement[Any]
) -> Select[*tuple[Any, ...]]:
    """Sort by keys of which the last is the identity."""
    if query.sort is SortBy.DUE:
        # What has no due date any more stays at the end, whichever way the list runs.
        statement = statement.order_by(keys[0].is_(None))
    return statement.order_by(*(key.desc() if query.descending else key.asc() for key in keys))


def _beside(statement: Select[*tuple[Any, ...]], sort: SortBy) -> Select[*tuple[Any, ...]]:
    """Join what a list is sorted by, where it stands in another table."""
    if sort is SortBy.OWNER:
        return statement.outerjoin(t.person, t.person.c.id == C.owner_id)
    if sort is SortBy.CHANNEL:
        return statement.join(t.channel, t.channel.c.id == C.channel_id)
    return statement


def _columns(sort: SortBy) -> tuple[ColumnElement[Any], ...]:
    by: dict[SortBy, tuple[Any, ...]] = {
        SortBy.NUMBER: (C.year, C.running),
        # Without a search nothing fits better than anything else.
        SortBy.FIT: (C.year, C.running),
        SortBy.RECEIVED: (C.received_at,),
        SortBy.SUBJECT: (C.subject_key,),
        SortBy.PETITIONER: (C.petitioner_key,),
        SortBy.CHANNEL: (t.channel.c.name,),
        SortBy.PRIORITY: (case(_PRIORITY_ORDER, value=C.priority),),
        SortBy.STATUS: (case(_STATUS_ORDER, value=C.status),),
        SortBy.OWNER: (func.coalesce(t.person.c.name_key, ""),),
        SortBy.DUE: (due_shown(),),
    }
    return by[sort]
