"""By what the lines of the office's books are sorted: a stored key, a number, a day, or a rank.

What a line does not tell it is not sorted by either: its key is nothing then.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, case, func, select

from db import tables as t
from db.book_questions import BEGUN, CAME, Part, came, entry, lifted_at
from desktop.rules.books import OfficeBook
from desktop.rules.clocks import ClockKind
from desktop.rules.complaint import Outcome, Status
from desktop.rules.letters import Dispatch, LetterKind, LetterStatus
from desktop.rules.priority import Priority
from desktop.rules.thai.sorting import kept_key, sort_key
from desktop.views.books import BookSort

Key = ColumnElement[Any]
Keys = tuple[Key, ...]
C, L = t.complaint.c, t.letter.c


@dataclass(frozen=True, slots=True)
class Order:
    """What one part of a book may be sorted by: what every line tells, and what some veil."""

    place: Keys
    open: Mapping[BookSort, Keys]
    told: Mapping[BookSort, Keys] = field(default_factory=dict)

    def by(self, sort: BookSort, told: ColumnElement[bool]) -> Keys:
        """Return what lines are sorted by; what is alike in it follows the order of the book."""
        if sort is BookSort.PLACE:
            return self.place
        if sort in self.open:
            return (*self.open[sort], *self.place)
        return (*(case((told, key)) for key in self.told[sort]), *self.place)


def order_of(connection: Connection, book: OfficeBook, part: Part) -> Order:
    """Return what a part of a book may be sorted by."""
    if part is BEGUN:
        return _begun()
    if part is CAME:
        return _came()
    if book is OfficeBook.COMPLAINTS:
        return _complaints(connection)
    if book in (OfficeBook.SECRETS_IN, OfficeBook.SECRETS_KEPT):
        return _secrets()
    return _letters(part)


def _worded(key: Key) -> Keys:
    """Sort by a stored key; where there are no words there is nothing to sort by."""
    return (func.nullif(key, kept_key("")),)


def _ranked(column: Key, ranks: Iterable[Any]) -> Keys:
    return (case({one: place for place, one in enumerate(ranks)}, value=column),)


def _named(connection: Connection, table: Table[Any], column: Key) -> Keys:
    """Sort by the names of a short list, in the dictionary's order."""
    found = connection.execute(select(table.c.id, table.c.name)).all()
    return _ranked(column, [row[0] for row in sorted(found, key=lambda row: sort_key(row[1]))])


def _complaints(connection: Connection) -> Order:
    accused = t.accused.c
    first = select(accused.shown_key).where(accused.complaint_id == C.id, accused.position == 0)
    weights = {priority: priority.weight for priority in Priority}
    told: dict[BookSort, Keys] = {
        BookSort.CHANNEL: _named(connection, t.channel, C.channel_id),
        BookSort.SOURCE: _named(connection, t.source, C.source_id),
        BookSort.CATEGORY: _named(connection, t.category, C.category_id),
        BookSort.PETITIONER: _worded(C.petitioner_key),
        BookSort.ACCUSED: _worded(first.scalar_subquery()),
        BookSort.SUBJECT: _worded(C.subject_key),
        BookSort.PRIORITY: (case(weights, value=C.priority),),
        BookSort.OWNER: (t.person.c.name_key,),
        BookSort.REPLY_DUE: _promised(ClockKind.REPLY, t.clock.c.due_at),
        BookSort.RESOLVE_DUE: _promised(ClockKind.RESOLVE, t.clock.c.due_at),
        BookSort.ACKNOWLEDGED: _promised(ClockKind.ACKNOWLEDGE, t.clock.c.stopped_at),
        BookSort.ANSWERED: _promised(ClockKind.REPLY, t.clock.c.stopped_at),
        BookSort.OUTCOME: _ranked(C.outcome, Outcome),
        BookSort.STATUS: _ranked(C.status, Status),
        BookSort.LETTERS: (_first_letter(L.year), _first_letter(L.running)),
    }
    return Order((C.year, C.running), {BookSort.RECEIVED: (C.received_at,)}, told)


def _promised(kind: ClockKind, column: Key) -> Keys:
    """Sort by what a promise of the present cycle became."""
    own = t.clock.c
    of = own.complaint_id == C.id, own.cycle == C.cycle, own.kind == kind
    return (select(column).where(*of).scalar_subquery(),)


def _first_letter(column: Key) -> Key:
    asked: Select[*tuple[Any, ...]] = select(column)
    asked = asked.where(L.complaint_id == C.id, L.number != "")
    return asked.order_by(L.id).limit(1).correlate(t.complaint).scalar_subquery()


def _letters(part: Part) -> Order:
    number = L.year, L.series, L.running, func.nullif(L.number, "")
    every: dict[BookSort, Keys] = {
        BookSort.NUMBER: number,
        BookSort.DATED: (L.dated,),
        BookSort.WAY: _ranked(L.dispatch, Dispatch),
        BookSort.SENT: (L.sent_at,),
        BookSort.STATUS: _ranked(L.status, LetterStatus),
    }
    own_or_complaints = func.coalesce(func.nullif(L.title_key, kept_key("")), C.subject_key)
    told: dict[BookSort, Keys] = {
        BookSort.KIND: _ranked(L.kind, LetterKind),
        BookSort.RECIPIENT: _worded(L.recipient_key),
        BookSort.SUBJECT: (own_or_complaints,),
        BookSort.COMPLAINT: (C.year, C.running),
        BookSort.DESTINATION: _worded(t.petitioner.c.lives_key),
        BookSort.TRACKING: (func.nullif(L.tracking, ""),),
    }
    return Order(part.order, every, told)


def _begun() -> Order:
    i = t.intake.c
    sender = func.coalesce(func.nullif(i.letter_from_key, kept_key("")), C.petitioner_key)
    told: dict[BookSort, Keys] = {
        BookSort.NUMBER: _worded(i.letter_number_key),
        BookSort.DATED: (i.letter_date,),
        BookSort.SENDER: _worded(sender),
        BookSort.SUBJECT: _worded(C.subject_key),
        BookSort.COMPLAINT: (C.year, C.running),
        BookSort.OWNER: (t.person.c.name_key,),
    }
    return Order((C.recorded_at,), {BookSort.RECEIVED: (C.received_at,)}, told)


def _came() -> Order:
    told: dict[BookSort, Keys] = {
        BookSort.NUMBER: _worded(came.number_key),
        BookSort.DATED: (came.dated,),
        BookSort.SENDER: _worded(came.sender_key),
        BookSort.SUBJECT: _worded(came.subject_key),
        BookSort.COMPLAINT: (C.year, C.running),
        BookSort.OWNER: (t.person.c.name_key,),
    }
    return Order((came.recorded_at,), {BookSort.RECEIVED: (came.received_at,)}, told)


def _secrets() -> Order:
    told: dict[BookSort, Keys] = {
        **_begun().told,
        BookSort.PAGES: (t.intake.c.pages,),
        BookSort.ORDERED: _worded(entry.ordered_key),
    }
    every: dict[BookSort, Keys] = {BookSort.RECEIVED: (entry.at,), BookSort.LIFTED: (lifted_at(),)}
    return Order((entry.year, entry.running), every, told)
