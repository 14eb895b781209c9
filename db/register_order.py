"""A list of the register in its order: by which indexes its first lines come without the rest.

Few complaints are looked up by what they are narrowed to, and sorted. Among many, the list is gone
down in its own order, each line asked whether it belongs: the first of many come soon. What SQLite
is not to look up or sort by is therefore written so that it cannot; PostgreSQL chooses by itself.
"""

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import groupby
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
    union_all,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from db import tables as t
from db.searching import Wanted
from db.statements import CHUNK, identities
from db.watching import due_shown
from desktop.rules.complaint import Status
from desktop.rules.priority import Priority
from desktop.views import RegisterQuery, SortBy

_FEW, _FEW_IN_INDEX = 4_000, 25_000
"""Complaints that are sooner sorted than looked for; more where no line of the table is read."""

C = t.complaint.c
_Asked = Select[*tuple[Any, ...]]
_NUMBER: tuple[ColumnElement[Any], ...] = (C.year, C.running)
_BY_VALUE: dict[SortBy, ColumnElement[Any]] = {
    SortBy.STATUS: C.status,
    SortBy.PRIORITY: C.priority,
    SortBy.CHANNEL: C.channel_id,
    SortBy.OWNER: C.owner_id,
}
_PRIORITY_ORDER = {member: member.weight for member in Priority}
_STATUS_ORDER = {member: place for place, member in enumerate(Status)}


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A column of which only some values, or those from one to another, are listed."""

    column: ColumnElement[Any]
    values: frozenset[Any] = frozenset()
    span: tuple[Any, Any] | None = None

    def met(self, column: ColumnElement[Any]) -> ColumnElement[bool]:
        """Return the condition, of the column itself or of what an index does not know it by."""
        if self.span is not None:
            return column.between(*self.span)
        return column.in_(sorted(self.values))


@dataclass(frozen=True, slots=True)
class Listing:
    """A list that somebody asks for: which complaints, in which order, how many from the top.

    No index is looked into for `conditions`. Where there are `parts`, all listed meets one of them
    and nothing two; they are few, and an index answers for each.
    """

    query: RegisterQuery
    conditions: tuple[ColumnElement[bool], ...]
    narrowed: tuple[Narrowed, ...]
    parts: tuple[ColumnElement[bool], ...]
    most: int | None = None
    wanted: Wanted = lambda: True

    def having(self, *conditions: ColumnElement[bool]) -> "Listing":
        """Return the same list of those alone that meet more conditions."""
        return replace(self, conditions=(*self.conditions, *conditions))

    def every_condition(self) -> tuple[ColumnElement[bool], ...]:
        """Return all that a complaint has to meet, where it is known which ones are asked of."""
        return *self.conditions, *self.met(()), *([or_(*self.parts)] if self.parts else ())

    def met(self, known: Sequence[ColumnElement[Any]]) -> tuple[ColumnElement[bool], ...]:
        """Return what it is narrowed to, to be looked up by these columns alone."""
        return tuple(
            one.met(one.column if any(one.column is own for own in known) else aside(one.column))
            for one in self.narrowed
        )


class _Aside(FunctionElement[Any]):
    """A value that is compared, and not looked up."""

    inherit_cache = True

    def __init__(self, value: ColumnElement[Any]) -> None:
        super().__init__(value)
        self.type = value.type


@compiles(_Aside)
def _plain(element: _Aside, compiler: SQLCompiler, **how: Any) -> str:
    return str(compiler.process(element.clauses, **how))


@compiles(_Aside, "sqlite")
def _unknown(element: _Aside, compiler: SQLCompiler, **how: Any) -> str:
    return "+" + _plain(element, compiler, **how)


def aside(value: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return a value as something that SQLite finds in no index."""
    return _Aside(value)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A part of a list, all of which stands before the next, in the order of an index.

    That may be looked into by all `known` columns, and by one of those that may `lead` it.
    """

    keys: tuple[ColumnElement[Any], ...]
    known: tuple[ColumnElement[Any], ...] = ()
    lead: tuple[ColumnElement[Any], ...] = ()
    condition: ColumnElement[bool] | None = None


_BY_NUMBER = _Stretch(
    _NUMBER,
    known=(C.year,),
    lead=(C.category_id, C.owner_id, C.channel_id, C.status, C.priority),
)
_DUE = _Stretch(
    (C.due_at, *_NUMBER),
    condition=and_(C.due_at.is_not(None), or_(C.beside_at.is_(None), C.beside_at >= C.due_at)),
)
_BESIDE = _Stretch(
    (C.beside_at, *_NUMBER),
    condition=and_(C.beside_at.is_not(None), or_(C.due_at.is_(None), C.beside_at < C.due_at)),
)
_BY_KEY = {
    SortBy.NUMBER: _BY_NUMBER,
    # Without a search nothing fits better than anything else.
    SortBy.FIT: _BY_NUMBER,
    SortBy.RECEIVED: _Stretch((C.received_at, *_NUMBER), known=(C.year, C.received_at)),
    SortBy.SUBJECT: _Stretch((C.subject_key, *_NUMBER), lead=(C.category_id,)),
    SortBy.PETITIONER: _Stretch((C.petitioner_key, *_NUMBER)),
}


def in_order(
    connection: Connection, listing: Listing, size: int = CHUNK
) -> Generator[Sequence[int], None, None]:
    """Yield the identities of what is listed, in order and in parts, while they are wanted."""
    left = listing.most
    for asked in _questions(connection, listing):
        with closing(identities(connection, asked.limit(left), size)) as parts:
            for part in parts:
                if not listing.wanted():
                    return
                yield part
                left = None if left is None else left - len(part)
        if left == 0 or not listing.wanted():
            return


def _questions(connection: Connection, listing: Listing) -> Iterator[_Asked]:
    """Ask for a list, in one question or in several whose answers follow each other."""
    known = () if listing.parts else _few(connection, listing)
    if known is not None:
        yield _sorted(listing, known)
        return
    for stretches, of in _stretches(connection, listing):
        yield _gone_down(connection, of, stretches)


def _few(connection: Connection, listing: Listing) -> tuple[ColumnElement[Any], ...] | None:
    """Return the columns by which to look up what is listed; None where that is a lot."""
    columns = {one.column for one in listing.narrowed}
    sort, by = listing.query.sort, _BY_KEY.get(listing.query.sort)
    if not columns or sort is SortBy.DUE or (by is _BY_NUMBER and columns & {C.year, *by.lead}):
        # What is due is few anyway, and each number's index begins with what it is narrowed to.
        return None
    known = _looked_up(connection, listing.narrowed).column, C.year
    in_index = by is _BY_NUMBER or sort is SortBy.RECEIVED
    most = _FEW_IN_INDEX if in_index else _FEW
    return known if _counted(connection, listing.met(known), most) < most else None


def _looked_up(connection: Connection, narrowed: Sequence[Narrowed]) -> Narrowed:
    """Return what the fewest complaints meet."""
    if len(narrowed) == 1:
        return narrowed[0]
    return min(narrowed, key=lambda one: _counted(connection, (one.met(one.column),), _FEW))


def _counted(connection: Connection, conditions: Sequence[ColumnElement[bool]], most: int) -> int:
    some = select(C.id).where(*conditions).limit(most).subquery()
    return connection.scalar(select(func.count()).select_from(some)) or 0


def _sorted(listing: Listing, known: Sequence[ColumnElement[Any]]) -> _Asked:
    """Ask for few complaints, each part found by an index of its own, and sort them."""
    sort, conditions = listing.query.sort, (*listing.conditions, *listing.met(known))
    keys = [aside(key) for key in sort_keys(sort)]
    if len(listing.parts) < 2:
        asked = beside(select(C.id).where(*conditions, *listing.parts), sort)
        return ordered(_dated_first(asked, sort, keys[0]), listing.query, *keys)
    named = [key.label(f"key_{place}") for place, key in enumerate(keys)]
    each = (beside(select(C.id, *named).where(*conditions, part), sort) for part in listing.parts)
    found = union_all(*each).subquery("found").c
    keys = [found[key.name] for key in named]
    return ordered(_dated_first(select(found.id), sort, keys[0]), listing.query, *keys)


def _dated_first(asked: _Asked, sort: SortBy, due: ColumnElement[Any]) -> _Asked:
    """Leave what has no due date any more at the end, whichever way the list runs."""
    return asked.order_by(due.is_(None)) if sort is SortBy.DUE else asked


def _stretches(
    connection: Connection, listing: Listing
) -> Iterator[tuple[Sequence[_Stretch], Listing]]:
    """Cut a list into parts in the order of an index each, or of several that are merged."""
    sort = listing.query.sort
    if sort is SortBy.DUE:
        yield (_DUE, _BESIDE), listing
        # What has no due date any more stays at the end, whichever way the list runs.
        never = and_(C.due_at.is_(None), C.beside_at.is_(None))
        yield (replace(_BY_NUMBER, condition=never),), listing
    elif (by := _BY_KEY.get(sort)) is not None:
        yield (by,), listing
    else:
        column = _BY_VALUE[sort]
        chosen = [one for one in listing.narrowed if one.column is column]
        others = tuple(one for one in listing.narrowed if one.column is not column)
        for values in _groups(connection, listing.query):
            listed = [one for one in values if all(one in own.values for own in chosen)]
            if listed:
                alike = or_(*(column == one for one in listed))
                stretch = _Stretch(_NUMBER, known=(C.year,), condition=alike)
                yield (stretch,), replace(listing, narrowed=others)


def _groups(connection: Connection, query: RegisterQuery) -> list[list[Any]]:
    """Return the values a list is sorted by, in order; what is of the same name together."""
    sort, p, ch = query.sort, t.person.c, t.channel.c
    named: list[tuple[Any, Any]]
    if sort is SortBy.STATUS:
        named = [(place, member) for member, place in _STATUS_ORDER.items()]
    elif sort is SortBy.PRIORITY:
        named = [(weight, member) for member, weight in _PRIORITY_ORDER.items()]
    elif sort is SortBy.CHANNEL:
        named = [(name, of) for name, of in connection.execute(select(ch.name, ch.id))]
    else:
        named = [
            ("", None),
            *((key, of) for key, of in connection.execute(select(p.name_key, p.id))),
        ]
    named.sort(key=lambda one: one[0], reverse=query.descending)
    return [[of for _, of in alike] for _, alike in groupby(named, key=lambda one: one[0])]


def _gone_down(connection: Connection, listing: Listing, stretches: Sequence[_Stretch]) -> _Asked:
    """Ask for what is in the order of an index, or of several in turn."""
    streams = [one for each in stretches for one in _streams(connection, listing, each)]
    if len(streams) == 1:
        ((stretch, of),) = streams
        return ordered(_within(select(C.id), of, stretch), listing.query, *stretch.keys)
    each = []
    for stretch, of in streams:
        named = [key.label(f"key_{place}") for place, key in enumerate(stretch.keys)]
        asked = _within(select(C.id, *named), of, stretch)
        # Of each only so many as may be among the first of all.
        first = ordered(asked, listing.query, *stretch.keys).limit(listing.most).subquery()
        each.append(select(*first.c))
    found = union_all(*each).subquery("found").c
    return ordered(select(found.id), listing.query, *(key for key in found if key.name != "id"))


def _streams(
    connection: Connection, listing: Listing, stretch: _Stretch
) -> Iterator[tuple[_Stretch, Listing]]:
    """Tell by what the index of a stretch is looked into: each value leads a stream of its own."""
    leads = [one for one in listing.narrowed if any(one.column is own for own in stretch.lead)]
    lead = _looked_up(connection, leads) if leads else None
    if lead is None or not lead.values or (listing.most is None and len(lead.values) > 1):
        yield stretch, listing
        return
    others = tuple(one for one in listing.narrowed if one is not lead)
    known = replace(stretch, known=(*stretch.known, lead.column))
    for value in sorted(lead.values):
        only = Narrowed(lead.column, frozenset({value}))
        yield known, replace(listing, narrowed=(*others, only))


def _within(asked: _Asked, listing: Listing, stretch: _Stretch) -> _Asked:
    asked = asked.where(*listing.conditions, *listing.met(stretch.known))
    return asked if stretch.condition is None else asked.where(stretch.condition)


def ordered(asked: _Asked, query: RegisterQuery, *keys: ColumnElement[Any]) -> _Asked:
    """Sort by keys, of which the last are the number."""
    return asked.order_by(*(key.desc() if query.descending else key.asc() for key in keys))


def beside(statement: _Asked, sort: SortBy) -> _Asked:
    """Join what a list is sorted by, where it stands in another table."""
    if sort is SortBy.OWNER:
        return statement.outerjoin(t.person, t.person.c.id == C.owner_id)
    if sort is SortBy.CHANNEL:
        return statement.join(t.channel, t.channel.c.id == C.channel_id)
    return statement


def sort_keys(sort: SortBy) -> tuple[ColumnElement[Any], ...]:
    """Return what a list is sorted by; what is alike in it follows its number."""
    by: dict[SortBy, ColumnElement[Any]] = {
        SortBy.RECEIVED: C.received_at,
        SortBy.SUBJECT: C.subject_key,
        SortBy.PETITIONER: C.petitioner_key,
        SortBy.CHANNEL: t.channel.c.name,
        SortBy.PRIORITY: case(_PRIORITY_ORDER, value=C.priority),
        SortBy.STATUS: case(_STATUS_ORDER, value=C.status),
        SortBy.OWNER: func.coalesce(t.person.c.name_key, ""),
        SortBy.DUE: due_shown(),
    }
    return (*((by[sort],) if sort in by else ()), *_NUMBER)
