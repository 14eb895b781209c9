"""The register as a list: which complaints match, in which order, and their rows."""

from array import array
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from itertools import chain
from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Connection,
    Integer,
    Select,
    Text,
    and_,
    any_,
    bindparam,
    case,
    func,
    or_,
    select,
    true,
    union_all,
)

from db import tables as t
from db.offices import SqlOffices
from db.proposals import in_folder
from db.standing import Standing
from db.visibility import hidden, listed, openable, unveiled
from db.watching import IS_OPEN, due_shown, watched
from desktop.rules.complaint import Secrecy, Status
from desktop.rules.letters import ON_THE_DESK
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.people import Actor
from desktop.rules.priority import Priority
from desktop.rules.thai.searching import digits_asked, number_asked, search_form
from desktop.rules.tracking import read_code
from desktop.views import ComplaintRow, RegisterQuery, RegisterView, SortBy, Tiles

CHUNK = 4096
"""Identities fetched at once, so that no single call holds the interpreter for long."""

C = t.complaint.c


def ids(
    connection: Connection,
    actor: Actor,
    query: RegisterQuery,
    now: datetime,
    most: int | None = None,
) -> "array[int]":
    """Return the identities of all complaints that match, or of the first so many, in order."""
    found = array("q")
    parts = view_of(SqlOffices(connection), actor, query.view, now)
    asked = _asked(query, _conditions(actor, query), parts)
    answer = connection.execute(asked.limit(most))
    # Identities need no turning into rows and types: straight from the driver into the array.
    while part := answer.cursor.fetchmany(CHUNK):
        found.extend(chain.from_iterable(part))
    answer.close()
    return found


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
    # One parameter for all identities: a list of its own for each would be written out every time.
    among: Any = list(wanted) if server else str(list(wanted))
    answer = connection.execute(_rows_asked(actor, server=server), {"wanted": among})
    found = {row[0]: _row(row) for row in answer.all()}
    return [found[identity] for identity in wanted if identity in found]


@lru_cache(maxsize=32)
def _rows_asked(actor: Actor, *, server: bool) -> Select[*tuple[Any, ...]]:
    """Put the question once for each actor: a table asks it for every page it shows."""
    if server:
        among = C.id == any_(bindparam("wanted", type_=ARRAY(Integer)))
    else:
        each = func.json_each(bindparam("wanted", type_=Text())).table_valued("value")
        among = C.id.in_(select(each.c.value))
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
        )
        .join(t.channel, t.channel.c.id == C.channel_id)
        .outerjoin(t.person, t.person.c.id == C.owner_id)
        .where(among, or_(listed(actor), hidden(actor)))
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
     due_at, due_kind, verdict, shown, anonymous, secret, beside_at, beside_kind) = row
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
    )


def _conditions(actor: Actor, query: RegisterQuery) -> list[ColumnElement[bool]]:
    conditions = [hidden(actor) if query.view is RegisterView.HIDDEN else listed(actor)]
    filters: tuple[tuple[Any, frozenset[Any]], ...] = (
        (C.status, query.statuses),
        (C.priority, query.priorities),
        (C.channel_kind, query.channel_kinds),
        (C.category_id, query.category_ids),
        (C.owner_id, query.owner_ids),
    )
    conditions += [column.in_(chosen) for column, chosen in filters if chosen]
    if query.fiscal_year is not None:
        conditions.append(C.year == query.fiscal_year)
    if query.text.strip():
        conditions.append(_text(actor, query.text))
    return conditions


def view_of(
    offices: SqlOffices, actor: Actor, view: RegisterView, now: datetime
) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions of a standing view, of which no complaint meets two."""
    if view in (RegisterView.ALL, RegisterView.HIDDEN):
        return (true(),)
    if view is RegisterView.MINE:
        return (and_(C.owner_id == actor.person_id, IS_OPEN),)
    return watched(offices, view, now)


def _text(actor: Actor, typed: str) -> ColumnElement[bool]:
    """Match what was typed in the search box: a number, a code, a phone's end, or words."""
    number = number_asked(typed)
    tracking = read_code(typed)
    digits = digits_asked(typed)
    words = search_form(typed).split()
    form = t.matter.c.search_form
    matches: list[ColumnElement[bool]] = [
        C.id.in_(
            select(t.matter.c.complaint_id).where(
                *(form.contains(word, autoescape=True) for word in words)
            )
        )
        if words
        else C.id.is_(None)
    ]
    if tracking is not None:
        matches.append(C.tracking == tracking)
    if len(digits) >= 4:
        ends = t.matter.c.phones.contains(digits, autoescape=True)
        matches.append(C.id.in_(select(t.matter.c.complaint_id).where(ends)))
    found = and_(or_(*matches), unveiled(actor))
    if number is None:
        return found
    asked = C.running == number.running
    if number.year is not None:
        return and_(asked, C.year == number.year)
    return or_(asked, found)


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
