"""Clocks: when a promise falls due, why on that day, and how it stands now."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from desktop.rules.thai.dates import at_office, local, official_date
from desktop.rules.worktime import BeyondCalendar, WorkCalendar


class ClockKind(StrEnum):
    """What is promised: ตอบรับ, ตอบกลับ, แล้วเสร็จ, and a report to the sending agency."""

    ACKNOWLEDGE = "acknowledge"
    REPLY = "reply"
    RESOLVE = "resolve"
    SENDER = "sender"


class Unit(StrEnum):
    """What a promise is counted in."""

    WORKING_MINUTES = "working_minutes"
    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"


class Origin(StrEnum):
    """Who set a target."""

    COMPUTED = "computed"
    GIVEN = "given"
    IMPORTED = "imported"


class Verdict(StrEnum):
    """How a clock ended, or that it has not."""

    RUNNING = "running"
    MET = "met"
    MISSED = "missed"
    PAUSED = "paused"
    ABSENT = "absent"


class Why(StrEnum):
    """Why a day was counted or passed over."""

    RECEIVED = "received"
    COUNTED = "counted"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    AFTER_CUT_OFF = "after_cut_off"
    ROLLED = "rolled"


class DueState(StrEnum):
    """How a due instant stands against now."""

    LEFT_DAYS = "left_days"
    TODAY = "today"
    LATE_TODAY = "late_today"
    LATE_DAYS = "late_days"
    MET = "met"
    MISSED = "missed"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Target:
    """A promise: so many units of working or calendar time."""

    kind: ClockKind
    amount: int
    unit: Unit
    origin: Origin = Origin.COMPUTED


@dataclass(frozen=True, slots=True)
class Rolling:
    """Two switches, both stated in print.

    `start_roll` moves a receipt on a closed day, or after the cut-off, to the next working day
    before counting; `end_roll` moves a calendar-day end off a closed day (ม. ๖๔, citizens).
    """

    start_roll: bool = False
    end_roll: bool = False


OFFICIAL, CITIZEN = Rolling(), Rolling(end_roll=True)


@dataclass(frozen=True, slots=True)
class Line:
    """One day of an explanation.

    `running` is how much has been counted up to and with it, in the target's unit.
    """

    date: date
    why: Why
    counted: int
    running: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """When a promise falls due, and the days that lead there; counted lines sum to the target.

    `calendar_complete` is false where the day lies past the last year with holidays entered.
    """

    at: datetime
    explanation: tuple[Line, ...]
    calendar_complete: bool = True


@dataclass(frozen=True, slots=True)
class Standing:
    """How a clock stands: its state, and working days left (or late by, when late)."""

    state: DueState
    working_days: int = 0


CLOSING = time(16, 30)
"""When a day falls due on which the office does not work."""


def end_of_office_day(day: date, calendar: WorkCalendar) -> datetime:
    """Return the instant at which a day's office hours end; 16.30 on a closed day."""
    spans = calendar.spans(day)
    if not spans:
        return at_office(day, CLOSING)
    midnight = at_office(day, time())
    return midnight + timedelta(seconds=spans[-1][1])


def due(
    target: Target,
    received_at: datetime,
    calendar: WorkCalendar,
    rolling: Rolling = OFFICIAL,
    cut_off: time = CLOSING,
) -> Due:
    """Tell when a target falls due and explain it; `BeyondCalendar` when no day is known so far.

    The day of receipt is not counted.
    """
    start, lines = _start(received_at, calendar, rolling, cut_off)
    if target.unit is Unit.WORKING_MINUTES:
        return _due_in_minutes(target.amount, start, lines, calendar)
    origin = official_date(start)
    if target.unit is Unit.CALENDAR_DAYS:
        end = origin + timedelta(days=target.amount)
        lines += _counted(origin, end, None, calendar)
        if rolling.end_roll and not calendar.is_workday(end):
            rolled = calendar.roll_forward(end)
            lines += _passed_over(end + timedelta(days=1), rolled, target.amount, calendar)
            lines.append(Line(rolled, Why.ROLLED, 0, target.amount))
            end = rolled
    else:
        end = calendar.add_workdays(origin, target.amount)
        lines += _counted(origin, end, calendar, calendar)
    return _answer(end_of_office_day(end, calendar), lines, calendar)


def standing(
    due_at: datetime | None, stopped_at: datetime | None, now: datetime, calendar: WorkCalendar
) -> Standing:
    """Tell how a due instant stands; exactly at it is on time, one moment later is late."""
    if due_at is None:
        return Standing(DueState.NONE)
    until = now if stopped_at is None else stopped_at
    late = until > due_at
    due_on, today = official_date(due_at), official_date(until)
    if stopped_at is not None:
        if not late:
            return Standing(DueState.MET)
        return Standing(DueState.MISSED, _workdays(due_on, today, calendar))
    if today == due_on:
        return Standing(DueState.LATE_TODAY if late else DueState.TODAY)
    if late:
        days = _workdays(due_on, today, calendar)
        # On the free days right after a due date nothing has worked yet, and still it is late.
        return Standing(DueState.LATE_DAYS, days) if days else Standing(DueState.LATE_TODAY)
    return Standing(DueState.LEFT_DAYS, _workdays(today, due_on, calendar))


def _workdays(start: date, stop: date, calendar: WorkCalendar) -> int:
    return calendar.workdays_between(max(start, calendar.first), min(stop, calendar.last))


def _start(
    received_at: datetime, calendar: WorkCalendar, rolling: Rolling, cut_off: time
) -> tuple[datetime, list[Line]]:
    if received_at.tzinfo is None:
        raise ValueError("naive datetime")
    day = official_date(received_at)
    lines = [Line(day, Why.RECEIVED, 0, 0)]
    if not rolling.start_roll:
        return received_at, lines
    if calendar.is_workday(day) and local(received_at).time() <= cut_off:
        return received_at, lines
    after_hours = calendar.is_workday(day)
    following = calendar.roll_forward(day + timedelta(days=1) if after_hours else day)
    lines[0] = Line(day, Why.AFTER_CUT_OFF if after_hours else Why.RECEIVED, 0, 0)
    lines += _passed_over(day + timedelta(days=1), following, 0, calendar)
    lines.append(Line(following, Why.ROLLED, 0, 0))
    opening = at_office(following, time()) + timedelta(seconds=calendar.spans(following)[0][0])
    return opening, lines


def _answer(at: datetime, lines: list[Line], calendar: WorkCalendar) -> Due:
    known = calendar.complete_until
    return Due(at, tuple(lines), known is None or official_date(at) <= known)


def _due_in_minutes(
    minutes: int, start: datetime, lines: list[Line], calendar: WorkCalendar
) -> Due:
    end = calendar.add(start, minutes * 60)
    day, last, running = official_date(start), official_date(end), 0
    while day <= last:
        begin = max(start, at_office(day, time()))
        stop = min(end, at_office(day + timedelta(days=1), time()))
        reached = round(calendar.elapsed(start, stop) / 60) if stop < end else minutes
        counted = reached - running
        running = reached
        if counted:
            lines.append(Line(day, Why.COUNTED, counted, running))
        elif begin > start:
            lines.append(_closed(day, running, calendar))
        day += timedelta(days=1)
    return _answer(end.astimezone(UTC), lines, calendar)


def _counted(
    origin: date, end: date, skipping: WorkCalendar | None, calendar: WorkCalendar
) -> list[Line]:
    lines, running, day = [], 0, origin
    while day < end:
        day += timedelta(days=1)
        if skipping is not None and not skipping.is_workday(day):
            lines.append(_closed(day, running, skipping))
            continue
        running += 1
        lines.append(Line(day, Why.COUNTED, 1, running, calendar.closed.get(day, "")))
    return lines


def _passed_over(first: date, before: date, running: int, calendar: WorkCalendar) -> list[Line]:
    return [
        _closed(first + timedelta(days=n), running, calendar) for n in range((before - first).days)
    ]


def _closed(day: date, running: int, calendar: WorkCalendar) -> Line:
    name = calendar.closed.get(day)
    if name is not None:
        return Line(day, Why.HOLIDAY, 0, running, name)
    return Line(day, Why.WEEKEND, 0, running)


__all__ = [
    "CITIZEN",
    "OFFICIAL",
    "BeyondCalendar",
    "ClockKind",
    "Due",
    "DueState",
    "Line",
    "Origin",
    "Rolling",
    "Standing",
    "Target",
    "Unit",
    "Verdict",
    "Why",
    "due",
    "end_of_office_day",
    "standing",
]
