"""The journal as a list. What the actor may not see of a complaint is not seen here either.

Entries on a complaint that is not listed to the actor are left out; those on a veiled one tell
that there is an entry, and neither who made it nor what it says.
"""

from array import array
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    case,
    func,
    literal,
    not_,
    select,
)

from db import tables as t
from db.statements import all_identities, among, one_of
from db.visibility import listed, unveiled, works_with_complaints
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.people import Actor
from desktop.rules.thai.dates import at_office
from desktop.views import EntryRow, JournalQuery, JournalSort

J, C = t.journal.c, t.complaint.c
_COMPLAINT, _PERSON = "complaint:", "person:"


def journal_ids(
    connection: Connection, actor: Actor, query: JournalQuery, most: int | None = None
) -> "array[int]":
    """Return the sequence numbers of the entries that match, all or the first so many, in order."""
    # For the first lines each is asked by itself; all of them meet those that are left out, who
    # are few and are looked for once, where every complaint is.
    one_by_one = most is not None and query.sort is not JournalSort.ABOUT
    conditions = [_seen_each(actor) if one_by_one else _seen(actor)]
    if query.first is not None:
        conditions.append(J.at >= _midnight(query.first))
    if query.last is not None:
        conditions.append(J.at < _midnight(query.last + timedelta(days=1)))
    if query.act is not None:
        conditions.append(J.act == query.act)
    if query.person_id is not None:
        conditions.append(J.actor_id == query.person_id)
    if query.act is not None or query.person_id is not None:
        # A veiled line says neither.
        conditions.append(_told(actor))
    asked = select(J.sequence).where(*conditions).limit(most)
    return all_identities(connection, _in_order(asked, actor, query))


def journal_rows(connection: Connection, actor: Actor, wanted: Sequence[int]) -> list[EntryRow]:
    """Return entries in the order asked; what is not to be seen is left out."""
    server = connection.dialect.name == "postgresql"
    person = t.person.c
    asked = (
        select(
            *(J.sequence, J.at, J.act, J.subject, C.id, C.year, C.running),
            func.coalesce(person.name, "").label("actor"),
            case((unveiled(actor), True), else_=False).label("shown"),
        )
        .outerjoin(t.person, person.id == J.actor_id)
        .outerjoin(t.complaint, C.uid == _uid())
        .where(one_of(J.sequence, server=server), _seen_each(actor))
    )
    found = connection.execute(asked, among(wanted, server=server)).all()
    names = _people(connection, [row.subject for row in found])
    rows = {row.sequence: _row(row, names) for row in found}
    return [rows[one] for one in wanted if one in rows]


def _midnight(day: date) -> datetime:
    return at_office(day, time.min)


def _row(row: Any, names: dict[str, str]) -> EntryRow:
    veiled = row.id is not None and not row.shown
    return EntryRow(
        row.sequence,
        row.at,
        "" if veiled else row.actor,
        "" if veiled else row.act,
        row.id,
        None if row.id is None else ComplaintNumber(row.year, row.running),
        names.get(row.subject.removeprefix(_PERSON), ""),
        veiled,
    )


def _people(connection: Connection, subjects: Sequence[str]) -> dict[str, str]:
    person = t.person.c
    uids = {one.removeprefix(_PERSON) for one in subjects if one.startswith(_PERSON)}
    if not uids:
        return {}
    asked = select(person.uid, person.name).where(person.uid.in_(sorted(uids)))
    return {row.uid: row.name for row in connection.execute(asked)}


def _uid() -> ColumnElement[str]:
    """Return what an entry's subject says behind the word for a complaint."""
    return func.substr(J.subject, len(_COMPLAINT) + 1)


def _subjects(*conditions: ColumnElement[bool]) -> Select[*tuple[str]]:
    return select(literal(_COMPLAINT).concat(C.uid)).where(*conditions)


def _seen(actor: Actor) -> ColumnElement[bool]:
    """Return the condition for an entry to be in the actor's journal at all."""
    if not works_with_complaints(actor):
        # Keeping the program is not reading what is done with the citizens' papers.
        return J.subject.not_like(f"{_COMPLAINT}%")
    return J.subject.not_in(_subjects(not_(listed(actor))))


def _seen_each(actor: Actor) -> ColumnElement[bool]:
    """Return the same condition, to be asked of some entries."""
    if not works_with_complaints(actor):
        return _seen(actor)
    of = select(C.id).where(C.uid == _uid(), not_(listed(actor))).correlate(t.journal)
    return not_(of.exists())


def _told(actor: Actor) -> ColumnElement[bool]:
    """Return the condition for an entry that is seen to tell who and what."""
    if not works_with_complaints(actor):
        return _seen(actor)
    return J.subject.not_in(_subjects(case((unveiled(actor), 0), else_=1) == 1))


def _in_order(
    asked: Select[*tuple[Any, ...]], actor: Actor, query: JournalQuery
) -> Select[*tuple[Any, ...]]:
    """Sort; what does not tell the key comes last, whichever way the list runs."""
    keys: tuple[ColumnElement[Any], ...] = ()
    if query.sort is JournalSort.WHO:
        asked = asked.outerjoin(t.person, t.person.c.id == J.actor_id)
        keys = (case((_told(actor), t.person.c.name_key)),)
    elif query.sort is JournalSort.WHAT:
        ranks = {act: rank for rank, act in enumerate(query.ranked)}
        keys = (case((and_(_told(actor), J.act.in_(query.ranked)), case(ranks, value=J.act))),)
    elif query.sort is JournalSort.ABOUT:
        asked = asked.outerjoin(t.complaint, C.uid == _uid())
        keys = (C.year, C.running)
    for key in keys:
        asked = asked.order_by(key.is_(None), key.desc() if query.descending else key.asc())
    newest_first = query.descending or query.sort is not JournalSort.WHEN
    return asked.order_by(J.sequence.desc() if newest_first else J.sequence.asc())
