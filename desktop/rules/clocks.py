"""Clocks: what is promised, how it ended, and how a due instant stands now."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.rules.thai.dates import official_date
from desktop.rules.worktime import WorkCalendar


class ClockKind(StrEnum):
    """What is promised: ตอบรับ, ตอบกลับ, แล้วเสร็จ, and a report to the sending agency.

    A letter that came to a case and must be answered falls due beside them.
    """

    ACKNOWLEDGE = "acknowledge"
    REPLY = "reply"
    RESOLVE = "resolve"
    SENDER = "sender"
    LETTER = "letter"


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
    """There was no target, so nothing can be late."""
    DROPPED = "dropped"
    """Owed no more, and counted nowhere: the matter was merged, returned, withdrawn."""


class Why(StrEnum):
    """Why a day was counted or passed over."""

    RECEIVED = "received"
    COUNTED = "counted"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    SPECIAL = "special"
    AFTER_CUT_OFF = "after_cut_off"
    ROLLED = "rolled"
    PAUSED = "paused"
    EXTENDED = "extended"


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

    def unrolled(self) -> "Rolling":
        """Return the same start, and an end that stays where it falls."""
        return Rolling(start_roll=self.start_roll)


OFFICIAL, CITIZEN = Rolling(), Rolling(end_roll=True)


@dataclass(frozen=True, slots=True)
class Pause:
    """A time in which a clock stands still: from a moment until it goes on, if it has.

    Counted in days, the day it begins stands still and the day it goes on is counted.
    """

    start: datetime
    stop: datetime | None = None

    def __post_init__(self) -> None:
        if self.stop is not None and self.stop < self.start:
            raise ValueError("a pause ends before it begins")

    def until(self, moment: datetime) -> "Pause":
        """Return the pause as it was known at a moment."""
        ended = self.stop is not None and self.stop <= moment
        return self if ended else Pause(self.start)


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
