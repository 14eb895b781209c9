"""The lines of the office's books, one after another, as the asking person may see them.

Numbers stay without gaps: a complaint that the actor may not open, even one against the actor,
keeps its line, which then shows neither who nor what.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, case, func, select

from db import tables as t
from db.visibility import openable, works_with_complaints
from desktop.errors import Refused
from desktop.rules.books import ArrivalLine, BookLine, CaseLine, LetterLine, OfficeBook
from desktop.rules.clocks import ClockKind
from desktop.rules.complaint import ChannelKind
from desktop.rules.letters import NUMBERING, Dispatch
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import at_office

PART = 500
"""Lines fetched at once."""

Line = Row[*tuple[Any, ...]]
C, L = t.complaint.c, t.letter.c


def book_lines(
    connection: Connection, actor: Actor, book: OfficeBook, first: date, last: date
) -> Iterator[BookLine]:
    """Yield a book's lines for a period of local days, both included."""
    if not works_with_complaints(actor):
        raise Refused(Reason.NOT_VISIBLE)
    if first > last:
        raise Refused(Reason.PERIOD_BACKWARDS, field="first")
    statement = _QUESTIONS[book](_shown(actor), first, last)
    lines = _WRITERS[book]
    # On a server, too, only so many rows wait here at a time.
    with connection.execution_options(yield_per=PART).execute(statement) as answer:
        for part in answer.partitions():
            yield from lines(connection, part)


def _shown(actor: Actor) -> ColumnElement[bool]:
    return case((openable(actor), True), else_=False).label("shown")


def _letters_asked(shown: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """Ask for letters, and for where a recipient lives who is the first petitioner."""
    p = t.petitioner.c
    same = and_(p.complaint_id == C.id, p.position == 0, C.petitioner == L.recipient)
    return (
        select(t.letter, C.subject, p.district, p.province, p.postcode, shown)
        .join(t.complaint, C.id == L.complaint_id)
        .outerjoin(t.petitioner, same)
    )


def _out(shown: ColumnElement[bool], first: date, last: date) -> Select[*tuple[Any, ...]]:
    # A letter of the central series is in no book until its number and day are known.
    # Memos have no number of ours, and orders a book of their own.
    ours = L.series.in_(NUMBERING)
    asked = _letters_asked(shown).where(ours, L.dated.between(first, last))
    return asked.order_by(L.year, L.series, L.running, L.id)


def _sent_by(*ways: Dispatch) -> Callable[..., Select[*tuple[Any, ...]]]:
    def ask(shown: ColumnElement[bool], first: date, last: date) -> Select[*tuple[Any, ...]]:
        begin, after = _span(first, last)
        sent = and_(L.dispatch.in_(ways), L.sent_at >= begin, L.sent_at < after)
        return _letters_asked(shown).where(sent).order_by(L.sent_at, L.id)

    return ask


def _in(shown: ColumnElement[bool], first: date, last: date) -> Select[*tuple[Any, ...]]:
    i = t.intake.c
    return (
        select(t.complaint, t.intake, func.coalesce(t.person.c.name, "").label("owner"), shown)
        .join(t.intake, i.complaint_id == C.id)
        .outerjoin(t.person, t.person.c.id == C.owner_id)
        .where(C.received_on.between(first, last), C.channel_kind == ChannelKind.LETTER)
        .order_by(C.year, C.running)
    )


def _cases(shown: ColumnElement[bool], first: date, last: date) -> Select[*tuple[Any, ...]]:
    return (
        select(
            t.complaint,
            t.channel.c.name.label("channel"),
            t.source.c.name.label("source"),
            t.category.c.name.label("category"),
            func.coalesce(t.person.c.name, "").label("owner"),
            shown,
        )
        .join(t.channel, t.channel.c.id == C.channel_id)
        .join(t.source, t.source.c.id == C.source_id)
        .join(t.category, t.category.c.id == C.category_id)
        .outerjoin(t.person, t.person.c.id == C.owner_id)
        .where(C.received_on.between(first, last))
        .order_by(C.year, C.running)
    )


def _span(first: date, last: date) -> tuple[datetime, datetime]:
    return at_office(first, time()), at_office(last + timedelta(days=1), time())


def _letter_lines(_connection: Connection, part: Sequence[Line]) -> Iterator[LetterLine]:
    for one in part:
        lives = " ".join(place for place in (one.district, one.province, one.postcode) if place)
        yield LetterLine(
            running=one.running,
            number=one.number,
            dated=one.dated,
            kind=one.kind,
            recipient=one.recipient if one.shown else "",
            title=(one.content["subject"] or "") if one.shown else "",
            subject=one.subject if one.shown else "",
            status=one.status,
            reason=one.reason if one.shown else "",
            sent_at=one.sent_at,
            dispatch=one.dispatch,
            tracking=one.tracking,
            destination=lives if one.shown else "",
            veiled=not one.shown,
        )


def _arrival_lines(_connection: Connection, part: Sequence[Line]) -> Iterator[ArrivalLine]:
    for one in part:
        shown = bool(one.shown)
        yield ArrivalLine(
            number=ComplaintNumber(one.year, one.running),
            received_at=one.received_at,
            letter_number=one.letter_number if shown else "",
            letter_date=one.letter_date if shown else None,
            sender=(one.letter_from or one.petitioner) if shown else "",
            subject=one.subject if shown else "",
            urgency=one.urgency,
            central_number=one.central_number if shown else "",
            owner=one.owner if shown else "",
            status=one.status,
            veiled=not shown,
        )


def _case_lines(connection: Connection, part: Sequence[Line]) -> Iterator[CaseLine]:
    ids = [one.id for one in part if one.shown]
    accused, letters = _accused(connection, ids), _letters(connection, ids)
    clocks = _clocks(connection, ids)
    for one in part:
        shown = bool(one.shown)
        reply_due, answered_at = clocks.get((one.id, one.cycle, ClockKind.REPLY), _NO_CLOCK)
        resolve_due, _ = clocks.get((one.id, one.cycle, ClockKind.RESOLVE), _NO_CLOCK)
        _, acknowledged_at = clocks.get((one.id, one.cycle, ClockKind.ACKNOWLEDGE), _NO_CLOCK)
        yield CaseLine(
            number=ComplaintNumber(one.year, one.running),
            received_at=one.received_at,
            type=one.type,
            channel=one.channel if shown else "",
            source=one.source if shown else "",
            category=one.category if shown else "",
            priority=one.priority,
            petitioner=one.petitioner if shown else "",
            anonymous=one.anonymous and shown,
            accused=tuple(accused.get(one.id, ())),
            subject=one.subject if shown else "",
            owner=one.owner if shown else "",
            reply_due=reply_due,
            resolve_due=resolve_due,
            acknowledged_at=acknowledged_at,
            outcome=one.outcome if shown else None,
            answered_at=answered_at,
            status=one.status,
            letters=tuple(letters.get(one.id, ())),
            veiled=not shown,
        )


Promise = tuple[datetime | None, datetime | None]
_NO_CLOCK: Promise = (None, None)


def _accused(connection: Connection, ids: Sequence[int]) -> Mapping[int, list[str]]:
    a = t.accused.c
    found: dict[int, list[str]] = defaultdict(list)
    statement = select(a.complaint_id, a.name, a.post, a.unit).where(a.complaint_id.in_(ids))
    for complaint, *parts in connection.execute(statement.order_by(a.complaint_id, a.position)):
        found[complaint].append(" ".join(part for part in parts if part))
    return found


def _letters(connection: Connection, ids: Sequence[int]) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    statement = select(L.complaint_id, L.number).where(L.complaint_id.in_(ids)).order_by(L.id)
    for complaint, number in connection.execute(statement):
        if number:
            found[complaint].append(number)
    return found


def _clocks(
    connection: Connection, ids: Sequence[int]
) -> Mapping[tuple[int, int, ClockKind], Promise]:
    k = t.clock.c
    statement = select(k.complaint_id, k.cycle, k.kind, k.due_at, k.stopped_at)
    return {
        (complaint, cycle, kind): (due_at, stopped_at)
        for complaint, cycle, kind, due_at, stopped_at in connection.execute(
            statement.where(k.complaint_id.in_(ids))
        )
    }


_QUESTIONS: Mapping[OfficeBook, Callable[..., Select[*tuple[Any, ...]]]] = {
    OfficeBook.COMPLAINTS: _cases,
    OfficeBook.LETTERS_IN: _in,
    OfficeBook.LETTERS_OUT: _out,
    OfficeBook.DELIVERY: _sent_by(Dispatch.HANDED_OVER),
    OfficeBook.POST: _sent_by(Dispatch.REGISTERED_POST, Dispatch.EMS),
}
_WRITERS: Mapping[OfficeBook, Callable[[Connection, Sequence[Line]], Iterator[BookLine]]] = {
    OfficeBook.COMPLAINTS: _case_lines,
    OfficeBook.LETTERS_IN: _arrival_lines,
    OfficeBook.LETTERS_OUT: _letter_lines,
    OfficeBook.DELIVERY: _letter_lines,
    OfficeBook.POST: _letter_lines,
}
