"""The register as a list: which complaints match, in which order, and their rows."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, time, timedelta
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
)

from db import searching
from db import tables as t
from db.group_keys import stepped_in
from db.offices import SqlOffices
from db.proposals import in_folder
from db.register_order import (
    Listing,
    Narrowed,
    aside,
    beside,
    in_order,
    ordered,
    sort_keys,
)
from db.searching import Wanted
from db.standing import Standing
from db.statements import among, one_of
from db.visibility import hidden, in_hand, in_stead, listed, openable, unveiled, veiled
from db.watching import IS_OPEN, due_shown, late_since, watched
from desktop.rules.complaint import Secrecy
from desktop.rules.letters import ON_THE_DESK
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.people import Actor, Permission
from desktop.rules.thai.dates import at_office, official_date
from desktop.views import ComplaintRow, RegisterQuery, RegisterView, SortBy, Tiles

_BEGINNING = 2_000
"""Complaints at a list's beginning among which a common word is met often enough."""
_STEP = 256
"""Complaints in which words are looked for in one go."""

C = t.complaint.c
_DAYS = date(1900, 1, 1), date(3000, 1, 1)
"""No complaint came before, and none will after."""


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
    listing = replace(listing_of(connection, actor, query, now), most=most, wanted=wanted)
    if query.sort not in _VEILED or _sees_all(actor):
        return _listed(connection, actor, listing)
    # By what a veiled line does not say it has no place: those come last, the newest first.
    found = _listed(connection, actor, listing.having(unveiled(actor)))
    # Words find nothing of a veiled one, but its number does.
    findable = not query.asked.by_text or query.asked.number is not None
    if findable and (most is None or len(found) < most):
        others = replace(query, sort=SortBy.NUMBER, descending=True)
        left = None if most is None else most - len(found)
        rest = replace(listing.having(veiled(actor)), query=others, most=left)
        found += _listed(connection, actor, rest)
    return found


_VEILED = (SortBy.SUBJECT, SortBy.PETITIONER)
"""What a veiled line does not say."""


def _sees_all(actor: Actor) -> bool:
    return actor.may(Permission.SEE_RESTRICTED) and actor.may(Permission.SEE_SECRET)


def _listed(connection: Connection, actor: Actor, listing: Listing) -> "array[int]":
    if listing.query.asked.by_text:
        return _searched(connection, actor, listing)
    return _together(in_order(connection, listing))


def _together(parts: Iterable[Sequence[int]]) -> "array[int]":
    found = array("q")
    for part in parts:
        found.extend(part)
    return found


def _searched(connection: Connection, actor: Actor, listing: Listing) -> "array[int]":
    """Return what meets a search, in the order of how it fits or in the one that was chosen."""
    query, most = listing.query, listing.most
    if most is not None and query.sort is not SortBy.FIT:
        # A common word is met soon whichever way the list runs, a rarer one further down.
        first = _walked(connection, actor, listing, most, at_most=_BEGINNING)
        if first is not None:
            return first
        may = searching.named(connection, query.asked)
        if may is not None and not searching.are_few(connection, may):
            # Asked first: for all else that is asked of a line, the line itself is read.
            may_meet = searching.one_of_named(may)
            named = replace(listing, conditions=(may_meet, *listing.conditions))
            return _walked(connection, actor, named, most) or array("q")
    found = searching.found(
        connection,
        query.asked,
        listing.every_condition(),
        unveiled=unveiled(actor),
        most=most if query.sort is SortBy.FIT else None,
        wanted=listing.wanted,
    )
    return found if query.sort is SortBy.FIT else _sorted(connection, query, found)[:most]


def _walked(
    connection: Connection, actor: Actor, listing: Listing, most: int, at_most: int | None = None
) -> "array[int] | None":
    """Return the first of a list that meet a search, by going down it until there are enough.

    None where they will not be enough among the first so many.
    """
    asked, met, looked = listing.query.asked, array("q"), 0
    with closing(in_order(connection, replace(listing, most=None), _STEP)) as parts:
        for part in parts:
            met += searching.met_by(connection, asked, part, unveiled=unveiled(actor))
            looked += len(part)
            if len(met) >= most:
                break
            if at_most is not None and most * looked > at_most * len(met):
                return None
    return met[:most]


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


def listing_of(
    connection: Connection, actor: Actor, query: RegisterQuery, now: datetime
) -> Listing:
    """Say what is asked for in the terms of columns and conditions."""
    offices, asked = SqlOffices(connection), query.asked
    conditions = [hidden(actor) if query.view is RegisterView.HIDDEN else listed(actor)]
    if query.category_ids:
        # A veiled line does not say its category.
        conditions.append(unveiled(actor))
    if query.group is not None:
        conditions.append(stepped_in(offices, actor, query.group, now))
    parts = () if query.view is RegisterView.ALL else view_of(offices, actor, query.view, now)
    if asked.late_days is not None:
        late = watched(offices, RegisterView.LATE, now)
        if parts:
            conditions.append(or_(*late))
        parts = parts or late
    if asked.late_days:
        conditions.append(due_shown() < late_since(offices, official_date(now), asked.late_days))
    narrowed = tuple(_narrowed(connection, query))
    return Listing(query, tuple(conditions), narrowed, parts)


def _narrowed(connection: Connection, query: RegisterQuery) -> Iterator[Narrowed]:
    asked, channel = query.asked, t.channel.c
    kinds = query.channel_kinds
    of_kinds = (
        frozenset(connection.scalars(select(channel.id).where(channel.kind.in_(kinds))))
        if kinds
        else None
    )
    year = None if query.fiscal_year is None else frozenset({query.fiscal_year})
    # What few share comes first: of two that are both shared by many, that one is looked up.
    filters: tuple[tuple[Any, tuple[frozenset[Any] | None, ...]], ...] = (
        (C.category_id, (query.category_ids or None,)),
        (C.owner_id, (query.owner_ids or None,)),
        (C.channel_id, (of_kinds, asked.channel_ids)),
        (C.status, (query.statuses or None, asked.statuses)),
        (C.priority, (query.priorities or None,)),
        (C.year, (year,)),
    )
    for column, chosen in filters:
        if given := [frozenset(values) for values in chosen if values is not None]:
            yield Narrowed(column, frozenset.intersection(*given))
    if asked.received is not None:
        first, last = (min(max(day, _DAYS[0]), _DAYS[1]) for day in asked.received)
        until = at_office(last + timedelta(days=1), time()) - timedelta(microseconds=1)
        yield Narrowed(C.received_at, span=(at_office(first, time()), until))


def view_of(
    offices: SqlOffices, actor: Actor, view: RegisterView, now: datetime
) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions of a standing view, of which no complaint meets two."""
    if view is RegisterView.ALL:
        return (true(),)
    if view is RegisterView.HIDDEN:
        return (C.hidden_at.is_not(None),)
    if view is RegisterView.MINE:
        return (and_(in_hand(actor), IS_OPEN),)
    return watched(offices, view, now)


def _sorted(connection: Connection, query: RegisterQuery, found: Sequence[int]) -> "array[int]":
    """Put what was found into the order that was chosen."""
    server = connection.dialect.name == "postgresql"
    asked = beside(select(C.id), query.sort).where(one_of(C.id, server=server))
    keys = (aside(key) for key in sort_keys(query.sort))
    answer = connection.execute(ordered(asked, query, *keys), among(found, server=server))
    return array("q", chain.from_iterable(answer.all()))
