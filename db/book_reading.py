"""The lines of the office's books, one after another, as the asking person may see them.

Numbers stay without gaps: a complaint that the actor may not open, even one against the actor,
keeps its line, which then shows neither who nor what.
"""

from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from heapq import merge
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, case, func, select

from db import tables as t
from db.visibility import listed, openable, works_with_complaints
from desktop.errors import Refused
from desktop.rules.books import (
    SECRET_BOOKS,
    ArrivalLine,
    BookLine,
    CaseLine,
    IncomingLine,
    LetterLine,
    OfficeBook,
    SecretLine,
)
from desktop.rules.clocks import ClockKind
from desktop.rules.complaint import ChannelKind, Secrecy
from desktop.rules.letters import REGISTERED, SECRETS_SENT, Dispatch
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import at_office

PART = 500
"""Lines fetched at once."""

_ORDINARY = frozenset({OfficeBook.COMPLAINTS, OfficeBook.LETTERS_IN, OfficeBook.LETTERS_OUT})
Line = Row[*tuple[Any, ...]]
C, L = t.complaint.c, t.letter.c


def book_lines(
    connection: Connection, actor: Actor, book: OfficeBook, first: date, last: date
) -> Iterator[BookLine]:
    """Yield a book's lines for a period of local days, both included."""
    if not works_with_complaints(actor):
        raise Refused(Reason.NOT_VISIBLE)
    if book in SECRET_BOOKS and not actor.may(Permission.KEEP_SECRETS):
        raise Refused(Reason.NOT_ALLOWED)
    if first > last:
        raise Refused(Reason.PERIOD_BACKWARDS, field="first")
    shown = _shown(actor, book)
    if book is OfficeBook.LETTERS_IN:
        yield from _received(connection, shown, first, last)
        return
    with closing(_parts(connection, _QUESTIONS[book](shown, first, last))) as parts:
        for part in parts:
            yield from _WRITERS[book](connection, part)


def _parts(
    connection: Connection, asked: Select[*tuple[Any, ...]]
) -> Generator[Sequence[Line], None, None]:
    # On a server, too, only so many rows wait here at a time.
    with connection.execution_options(yield_per=PART).execute(asked) as answer:
        yield from answer.partitions()


def _received(
    connection: Connection, shown: ColumnElement[bool], first: date, last: date
) -> Iterator[BookLine]:
    """Yield complaints that came as letters and letters that came to complaints, as recorded."""
    with (
        closing(_rows(connection, _in(shown, first, last))) as begun,
        closing(_rows(connection, _came(shown, first, last))) as later,
    ):
        lines: Iterable[tuple[datetime, BookLine]] = merge(
            ((one.recorded_at, _arrival_line(one)) for one in begun),
            ((one.recorded_at, _incoming_line(one)) for one in later),
            key=itemgetter(0),
        )
        for _, line in lines:
            yield line


def _rows(connection: Connection, asked: Select[*tuple[Any, ...]]) -> Generator[Line, None, None]:
    with closing(_parts(connection, asked)) as parts:
        for part in parts:
            yield from part


def _shown(actor: Actor, book: OfficeBook) -> ColumnElement[bool]:
    """What is secret has books of its own: in the ordinary ones it is veiled for everybody."""
    # The registrar's own books show what a lifted class no longer opens, but nothing of what is
    # said against the registrar.
    shown = listed(actor) if book in SECRET_BOOKS else openable(actor)
    if book in _ORDINARY:
        shown = and_(shown, C.secrecy == Secrecy.NONE)
    return case((shown, True), else_=False).label("shown")


def _letters_asked(shown: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """Ask for letters, and for where a recipient lives who is the first petitioner."""
    p = t.petitioner.c
    same = and_(p.complaint_id == C.id, p.position == 0, C.petitioner == L.recipient)
    return (
        select(t.letter, C.subject, C.secrecy, p.district, p.province, p.postcode, shown)
        .join(t.complaint, C.id == L.complaint_id)
        .outerjoin(t.petitioner, same)
    )


def _out(shown: ColumnElement[bool], first: date, last: date) -> Select[*tuple[Any, ...]]:
    # A letter of the central series is in no book until its number and day are known.
    # Memos have no number of ours; orders and secrets have books of their own.
    ours = L.series.in_(REGISTERED)
    asked = _letters_asked(shown).where(ours, L.dated.between(first, last))
    return asked.order_by(L.year, L.series, L.running, L.id)


def _secrets_out(shown: ColumnElement[bool], first: date, last: date) -> Select[*tuple[Any, ...]]:
    secret = L.series.in_(SECRETS_SENT)
    asked = _letters_asked(shown).where(secret, L.dated.between(first, last))
    return asked.order_by(L.year, L.series, L.running, L.id)


def _secrets(shown: ColumnElement[bool], first: date, last: date) -> Select[*tuple[Any, ...]]:
    entry, later, i = t.classification.c, t.classification.alias(), t.intake.c
    begin, after = _span(first, last)
    lifted = (
        select(func.min(later.c.at))
        .where(
            later.c.complaint_id == entry.complaint_id,
            later.c.id > entry.id,
            later.c.secrecy == Secrecy.NONE,
        )
        .scalar_subquery()
        .label("lifted_at")
    )
    return (
        select(
            entry.running,
            entry.at,
            entry.ordered_by,
            C.year,
            C.running.label("complaint"),
            C.subject,
            C.petitioner,
            i.letter_number,
            i.letter_date,
            i.letter_from,
            i.pages,
            func.coalesce(t.person.c.name, "").label("holder"),
            lifted,
            shown,
        )
        .join(t.complaint, C.id == entry.complaint_id)
        .join(t.intake, i.complaint_id == C.id)
        .outerjoin(t.person, t.person.c.id == C.owner_id)
        .where(entry.running.is_not(None), entry.at >= begin, entry.at < after)
        .order_by(entry.year, entry.running)
    )


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


def _came(shown: ColumnElement[bool], first: date, last: date) -> Select[*tuple[Any, ...]]:
    i = t.incoming_letter.c
    begin, after = _span(first, last)
    return (
        select(
            t.incoming_letter,
            C.year,
            C.running,
            C.secrecy,
            func.coalesce(L.number, "").label("answers"),
            func.coalesce(t.person.c.name, "").label("owner"),
            shown,
        )
        .join(t.complaint, C.id == i.complaint_id)
        .outerjoin(t.letter, L.id == i.answers_id)
        .outerjoin(t.person, t.person.c.id == C.owner_id)
        .where(i.received_at >= begin, i.received_at < after)
        .order_by(i.recorded_at, i.id)
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
            secret=one.secrecy is not Secrecy.NONE,
        )


def _out_lines(connection: Connection, part: Sequence[Line]) -> Iterator[LetterLine]:
    """Yield the letters that we wrote with what became of each."""
    ids = [one.id for one in part if one.shown]
    corrections, answers = _corrections(connection, ids), _answers(connection, ids)
    corrected_by, numbers = _corrected_by(connection, ids), _corrected(connection, ids)
    for one, line in zip(part, _letter_lines(connection, part), strict=True):
        yield replace(
            line,
            corrections=corrections.get(one.id, 0),
            corrects=numbers.get(one.id, ""),
            corrected_by=tuple(corrected_by.get(one.id, ())),
            answers=tuple(answers.get(one.id, ())),
        )


def _corrections(connection: Connection, ids: Sequence[int]) -> Mapping[int, int]:
    v = t.letter_version.c
    counted = select(v.letter_id, func.count()).where(v.letter_id.in_(ids)).group_by(v.letter_id)
    return dict(connection.execute(counted).all())


def _corrected(connection: Connection, ids: Sequence[int]) -> Mapping[int, str]:
    earlier = t.letter.alias()
    asked = select(L.id, earlier.c.number).join(earlier, earlier.c.id == L.corrects_id)
    return dict(connection.execute(asked.where(L.id.in_(ids))).all())


def _corrected_by(connection: Connection, ids: Sequence[int]) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    asked = select(L.corrects_id, L.number).where(L.corrects_id.in_(ids)).order_by(L.id)
    for earlier, number in connection.execute(asked):
        if earlier is not None and number:
            found[earlier].append(number)
    return found


def _answers(
    connection: Connection, ids: Sequence[int]
) -> Mapping[int, list[tuple[str, date | None]]]:
    i = t.incoming_letter.c
    found: dict[int, list[tuple[str, date | None]]] = defaultdict(list)
    asked = select(i.answers_id, i.number, i.dated).where(
        i.answers_id.in_(ids), i.withdrawn_at.is_(None)
    )
    for letter, number, dated in connection.execute(asked.order_by(i.received_at, i.id)):
        if letter is not None:
            found[letter].append((number, dated))
    return found


def _arrival_line(one: Line) -> ArrivalLine:
    shown = bool(one.shown)
    return ArrivalLine(
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
        secret=one.secrecy is not Secrecy.NONE,
    )


def _incoming_line(one: Line) -> IncomingLine:
    shown = bool(one.shown)
    return IncomingLine(
        complaint=ComplaintNumber(one.year, one.running),
        received_at=one.received_at,
        receipt_number=one.receipt_number,
        number=one.number if shown else "",
        dated=one.dated if shown else None,
        sender=one.sender if shown else "",
        subject=one.subject if shown else "",
        answers=one.answers if shown else "",
        owner=one.owner if shown else "",
        veiled=not shown,
        secret=one.secrecy is not Secrecy.NONE,
        withdrawn=one.reason if shown else "",
    )


def _secret_lines(_connection: Connection, part: Sequence[Line]) -> Iterator[SecretLine]:
    for one in part:
        shown = bool(one.shown)
        yield SecretLine(
            running=one.running,
            entered_at=one.at,
            complaint=ComplaintNumber(one.year, one.complaint),
            letter_number=one.letter_number if shown else "",
            letter_date=one.letter_date if shown else None,
            sender=(one.letter_from or one.petitioner) if shown else "",
            subject=one.subject if shown else "",
            pages=one.pages if shown else None,
            holder=one.holder if shown else "",
            ordered_by=one.ordered_by if shown else "",
            lifted_at=one.lifted_at,
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
            secret=one.secrecy is not Secrecy.NONE,
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
    OfficeBook.LETTERS_OUT: _out,
    OfficeBook.DELIVERY: _sent_by(Dispatch.HANDED_OVER),
    OfficeBook.POST: _sent_by(Dispatch.REGISTERED_POST, Dispatch.EMS),
    OfficeBook.SECRETS_IN: _secrets,
    OfficeBook.SECRETS_OUT: _secrets_out,
    OfficeBook.SECRETS_KEPT: _secrets,
}
_WRITERS: Mapping[OfficeBook, Callable[[Connection, Sequence[Line]], Iterator[BookLine]]] = {
    OfficeBook.COMPLAINTS: _case_lines,
    OfficeBook.LETTERS_OUT: _out_lines,
    OfficeBook.DELIVERY: _letter_lines,
    OfficeBook.POST: _letter_lines,
    OfficeBook.SECRETS_IN: _secret_lines,
    OfficeBook.SECRETS_OUT: _out_lines,
    OfficeBook.SECRETS_KEPT: _secret_lines,
}
