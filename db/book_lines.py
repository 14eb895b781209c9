"""The lines of the office's books, written from what the register answered."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from db import tables as t
from db.secret_letters import letter_closed
from desktop.rules.books import (
    ArrivalLine,
    BookLine,
    CaseLine,
    IncomingLine,
    LetterLine,
    OfficeBook,
    SecretLine,
)
from desktop.rules.clocks import ClockKind
from desktop.rules.complaint import Secrecy
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.people import Actor

Line = Row[*tuple[Any, ...]]
C, L = t.complaint.c, t.letter.c


def _letter_shown(actor: Actor, one: Line) -> bool:
    """A secret letter of a complaint that others may open is not theirs to read."""
    return bool(one.shown) and not letter_closed(actor, one, one.secrecy)


def _letter_lines(
    _connection: Connection, actor: Actor, part: Sequence[Line]
) -> Iterator[LetterLine]:
    for one in part:
        shown = _letter_shown(actor, one)
        lives = " ".join(place for place in (one.district, one.province, one.postcode) if place)
        yield LetterLine(
            running=one.running,
            number=one.number,
            dated=one.dated,
            kind=one.kind,
            recipient=one.recipient if shown else "",
            title=(one.content["subject"] or "") if shown else "",
            subject=one.subject if shown else "",
            status=one.status,
            reason=one.reason if shown else "",
            sent_at=one.sent_at,
            dispatch=one.dispatch,
            tracking=one.tracking if shown else "",
            destination=lives if shown else "",
            veiled=not shown,
            secret=one.secrecy is not Secrecy.NONE or one.content["secrecy"] != Secrecy.NONE,
        )


def _out_lines(connection: Connection, actor: Actor, part: Sequence[Line]) -> Iterator[LetterLine]:
    """Yield the letters that we wrote with what became of each."""
    ids = [one.id for one in part if _letter_shown(actor, one)]
    corrections, answers = _corrections(connection, ids), _answers(connection, ids)
    corrected_by, numbers = _corrected_by(connection, ids), _corrected(connection, ids)
    for one, line in zip(part, _letter_lines(connection, actor, part), strict=True):
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


def arrival_line(one: Line) -> ArrivalLine:
    """Write a complaint that came as a letter."""
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


def incoming_line(one: Line) -> IncomingLine:
    """Write a letter that came to a complaint."""
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


def _secret_lines(
    _connection: Connection, _actor: Actor, part: Sequence[Line]
) -> Iterator[SecretLine]:
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


def _case_lines(connection: Connection, _actor: Actor, part: Sequence[Line]) -> Iterator[CaseLine]:
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


Writer = Callable[[Connection, Actor, Sequence[Line]], Iterator[BookLine]]
WRITERS: Mapping[OfficeBook, Writer] = {
    OfficeBook.COMPLAINTS: _case_lines,
    OfficeBook.LETTERS_OUT: _out_lines,
    OfficeBook.DELIVERY: _letter_lines,
    OfficeBook.POST: _letter_lines,
    OfficeBook.SECRETS_IN: _secret_lines,
    OfficeBook.SECRETS_OUT: _out_lines,
    OfficeBook.SECRETS_KEPT: _secret_lines,
}
