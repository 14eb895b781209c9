"""Clocks: when a promise falls due, why on that day, and how it stands now."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
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
    SPECIAL = "special"
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

    def __post_init__(self) -> None:
        if self.amount < 0:
            raise ValueError("a promise does not run backwards")


@dataclass(frozen=True, slots=True)
class Rolling:
    """Two switches, both stated in print.

    `start_roll` moves a receipt on a closed day, or after the cut-off, to the next working day,
    which then is the day of receipt; `end_roll` moves a calendar-day end off a closed day
    (ม. ๖๔, citizens).
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
_MIDNIGHT = time()


def end_of_office_day(day: date, calendar: WorkCalendar) -> datetime:
    """Return the instant at which a day's office hours end; 16.30 on a closed day."""
    spans = calendar.spans(day)
    if not spans:
        return at_office(day, CLOSING)
    return at_office(day, _MIDNIGHT) + timedelta(seconds=spans[-1][1])


def due_at(
    target: Target,
    received_at: datetime,
    calendar: WorkCalendar,
    rolling: Rolling = OFFICIAL,
    cut_off: time = CLOSING,
) -> datetime:
    """Tell when a target falls due, in UTC; `BeyondCalendar` when no day is known so far.

    The day of receipt is not counted, so the cut-off moves only clocks of working minutes, unless
    the start rolls.
    """
    start = _counted_from(target, received_at, calendar, rolling, cut_off)
    if target.unit is Unit.WORKING_MINUTES:
        return calendar.add(start, target.amount * 60)
    return end_of_office_day(_last_day(target, official_date(start), calendar, rolling), calendar)


def due(
    target: Target,
    received_at: datetime,
    calendar: WorkCalendar,
    rolling: Rolling = OFFICIAL,
    cut_off: time = CLOSING,
) -> Due:
    """Tell when a target falls due, as `due_at` does, and explain it day by day."""
    at = due_at(target, received_at, calendar, rolling, cut_off)
    start = _counted_from(target, received_at, calendar, rolling, cut_off)
    lines = _opening_lines(received_at, start, calendar)
    if target.unit is Unit.WORKING_MINUTES:
        lines += _minute_lines(target.amount, start, at, calendar)
    else:
        origin = official_date(start)
        end = _last_day(target, origin, calendar, rolling)
        lines += _day_lines(target, origin, end, calendar)
    known = calendar.complete_until
    return Due(at, tuple(lines), known is None or official_date(at) <= known)


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
    # A list must show even what lies outside the calendar: it counts the days that are known.
    known = [min(max(day, calendar.first), calendar.last) for day in (start, stop)]
    return calendar.workdays_between(known[0], known[1])


def _counted_from(
    target: Target, received_at: datetime, calendar: WorkCalendar, rolling: Rolling, cut_off: time
) -> datetime:
    if not rolling.start_roll and target.unit is not Unit.WORKING_MINUTES:
        return received_at
    wall = local(received_at)
    day = wall.date()
    if calendar.is_workday(day):
        if wall.time() <= cut_off:
            return received_at
        day += timedelta(days=1)
    elif not rolling.start_roll:
        return received_at
    opens = calendar.roll_forward(day)
    return at_office(opens, _MIDNIGHT) + timedelta(seconds=calendar.spans(opens)[0][0])


def _last_day(target: Target, origin: date, calendar: WorkCalendar, rolling: Rolling) -> date:
    if target.unit is Unit.WORKING_DAYS:
        return calendar.add_workdays(origin, target.amount)
    end = origin + timedelta(days=target.amount)
    return calendar.roll_forward(end) if rolling.end_roll else end


def _opening_lines(received_at: datetime, start: datetime, calendar: WorkCalendar) -> list[Line]:
    received, first = official_date(received_at), official_date(start)
    if received == first:
        return [Line(received, Why.RECEIVED, 0, 0)]
    late = calendar.is_workday(received)
    return [
        Line(received, Why.AFTER_CUT_OFF if late else Why.RECEIVED, 0, 0),
        *_passed_over(received + timedelta(days=1), first, 0, calendar),
        Line(first, Why.ROLLED, 0, 0),
    ]


def _minute_lines(
    minutes: int, start: datetime, end: datetime, calendar: WorkCalendar
) -> list[Line]:
    lines: list[Line] = []
    day, last, running = official_date(start), official_date(end), 0
    while day <= last:
        midnight = at_office(day + timedelta(days=1), _MIDNIGHT)
        reached = minutes if midnight >= end else round(calendar.elapsed(start, midnight) / 60)
        if reached > running:
            lines.append(Line(day, _counted_why(day, calendar), reached - running, reached))
        elif lines or day > official_date(start):
            lines.append(_closed(day, running, calendar))
        running = reached
        day += timedelta(days=1)
    return lines


def _day_lines(target: Target, origin: date, end: date, calendar: WorkCalendar) -> list[Line]:
    working = target.unit is Unit.WORKING_DAYS
    lines: list[Line] = []
    running = 0
    for n in range(1, (end - origin).days + 1):
        day = origin + timedelta(days=n)
        if calendar.is_workday(day) if working else running < target.amount:
            running += 1
            why = _counted_why(day, calendar) if working else Why.COUNTED
            lines.append(Line(day, why, 1, running, calendar.closed.get(day, "")))
        elif day < end:
            lines.append(_closed(day, running, calendar))
        else:
            lines.append(Line(day, Why.ROLLED, 0, running))
    return lines


def _passed_over(first: date, before: date, running: int, calendar: WorkCalendar) -> list[Line]:
    return [
        _closed(first + timedelta(days=n), running, calendar) for n in range((before - first).days)
    ]


def _counted_why(day: date, calendar: WorkCalendar) -> Why:
    free = day in calendar.closed or not calendar.week.days[day.weekday()]
    return Why.SPECIAL if free else Why.COUNTED


def _closed(day: date, running: int, calendar: WorkCalendar) -> Line:
    if day in calendar.closed or calendar.week.days[day.weekday()]:
        return Line(day, Why.HOLIDAY, 0, running, calendar.closed.get(day, ""))
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
    "due_at",
    "end_of_office_day",
    "standing",
]
