"""Give a clock more time, or take it back: with reason, approver and the new day."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from desktop.acts.recording import reason_of, record, require
from desktop.acts.standards import standard_of
from desktop.changes import Changes
from desktop.errors import Refusals, Refused
from desktop.ports import Desk
from desktop.rules.case import Case, StepKind
from desktop.rules.clocked import Clock
from desktop.rules.clocks import ClockKind, Origin
from desktop.rules.counting import end_of_office_day
from desktop.rules.extending import extra_until
from desktop.rules.people import Actor
from desktop.rules.proceedings import Extension
from desktop.rules.promises import Standard, recount
from desktop.rules.reasons import Reason
from desktop.rules.road import ROAD, Move
from desktop.rules.thai.dates import official_date
from desktop.rules.thai.text import clean_line
from desktop.rules.travelling import check


@dataclass(frozen=True, slots=True)
class Extend:
    """Which clock, until when, why, who approved it, and by which paper."""

    case_id: int
    kind: ClockKind
    until: date | None
    reason: str
    approver: str
    letter: str = ""


@dataclass(frozen=True, slots=True)
class RemoveExtension:
    """The extension at a place of the case's list, and why it no longer holds."""

    case_id: int
    position: int
    reason: str


@dataclass(frozen=True, slots=True)
class Extended:
    """The case, and when its clock falls due now."""

    case_id: int
    due_at: datetime | None
    changes: Changes = Changes.COMPLAINTS


def extend(command: Extend, desk: Desk, actor: Actor) -> Extended:
    """Extend a running clock, counted on from its unrolled end; the first day stays visible.

    The acknowledge clock is never extended. One that an order or the sending agency set moves to
    the very day: only they can move it, so the approver is one of them.
    """
    by = require(actor, ROAD[Move.EXTEND].permission)
    now = desk.now()
    approver, letter = clean_line(command.approver), clean_line(command.letter)
    reason = clean_line(command.reason)
    found = [
        Refused(Reason.REQUIRED, field=name)
        for name, value in (("reason", reason), ("approver", approver), ("until", command.until))
        if not value
    ]
    if command.kind is ClockKind.SENDER and not letter:
        # A body's deadline moves only by that body's recorded consent.
        found.append(Refused(Reason.REQUIRED, field="letter"))
    if found:
        raise Refusals(tuple(found))
    assert command.until is not None
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        check(case, Move.EXTEND, actor)
        standard = standard_of(work, case)
        clock = _running(case, command.kind)
        extra = _extra(case, clock, command.until, standard)
        if extra < 1:
            raise Refused(Reason.NOT_LATER, field="until")
        _move(case, clock, extra, command.until, standard)
        moved = case.clock(command.kind)
        assert moved is not None
        assert moved.due_at is not None
        due_on = official_date(moved.due_at)
        case.extensions += (
            Extension(command.kind, extra, due_on, reason, approver, now, letter, cycle=case.cycle),
        )
        work.cases.save(case)
        record(
            work,
            by,
            now,
            case,
            StepKind.EXTENDED,
            note=reason,
            clock=command.kind.value,
            extra=extra,
            due=due_on.isoformat(),
        )
        work.commit()
    return Extended(command.case_id, moved.due_at)


def remove_extension(command: RemoveExtension, desk: Desk, actor: Actor) -> Extended:
    """Take an extension back; the day it had moved is counted again without it."""
    by = require(actor, ROAD[Move.EXTEND].permission)
    now, reason = desk.now(), reason_of(command.reason)
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        check(case, Move.EXTEND, actor)
        extension = case.extensions[command.position]
        if extension.removed_at is not None or extension.cycle != case.cycle:
            raise Refused(Reason.ALREADY_REMOVED, field="reason")
        clock = _running(case, extension.kind)
        removed = replace(extension, removed_at=now, removed_reason=reason)
        case.extensions = tuple(
            removed if place == command.position else one
            for place, one in enumerate(case.extensions)
        )
        standard = standard_of(work, case)
        _move(case, clock, -extension.extra, _day_without(clock, extension), standard)
        work.cases.save(case)
        record(
            work,
            by,
            now,
            case,
            StepKind.EXTENSION_REMOVED,
            note=reason,
            clock=extension.kind.value,
            extra=extension.extra,
        )
        work.commit()
    moved = case.clock(extension.kind)
    return Extended(command.case_id, None if moved is None else moved.due_at)


def _running(case: Case, kind: ClockKind) -> Clock:
    clock = case.clock(kind)
    if kind is ClockKind.ACKNOWLEDGE or clock is None or clock.stopped_at is not None:
        raise Refused(Reason.NO_CLOCK, field="kind", number=str(case.number))
    if clock.due_at is None or clock.target is None:
        raise Refused(Reason.NO_CLOCK, field="kind", number=str(case.number))
    return clock


def _given(clock: Clock) -> bool:
    return clock.target is not None and clock.target.origin is Origin.GIVEN


def _extra(case: Case, clock: Clock, until: date, standard: Standard) -> int:
    assert clock.due_at is not None
    if _given(clock):
        return (until - official_date(clock.due_at)).days
    return extra_until(clock, until, standard, case.pauses(clock.kind))


def _move(case: Case, clock: Clock, extra: int, day: date, standard: Standard) -> None:
    if _given(clock):
        at = end_of_office_day(day, standard.calendar)
        case.replace_clock(replace(clock, due_at=at))
        return
    case.replace_clock(replace(clock, extra=clock.extra + extra))
    recount(case, standard)


def _day_without(clock: Clock, extension: Extension) -> date:
    """Return the day that holds without an extension of a day that was given."""
    assert clock.due_at is not None
    return official_date(clock.due_at) - timedelta(days=extension.extra)
