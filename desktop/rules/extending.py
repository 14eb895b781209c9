"""Extending: how much a clock must be given so that it falls due on a day."""

from datetime import date

from desktop.rules.clocked import Clock
from desktop.rules.clocks import Pause, Unit
from desktop.rules.counting import due_at, end_of_office_day
from desktop.rules.promises import Standard
from desktop.rules.thai.dates import official_date


def extra_until(clock: Clock, until: date, standard: Standard, pauses: tuple[Pause, ...]) -> int:
    """Return how many of the target's units lie after its unrolled end up to a day.

    Nothing or less where the day is not later. Counted in working days, a closed day gives the
    working day before it.
    """
    assert clock.target is not None
    assert clock.started_at is not None
    calendar, policy = standard.calendar, standard.policy
    unrolled = due_at(
        clock.target,
        clock.started_at,
        calendar,
        policy.rolling.unrolled(),
        policy.cut_off,
        extra=clock.extra,
        pauses=pauses,
    )
    day = official_date(unrolled)
    if clock.target.unit is Unit.CALENDAR_DAYS:
        return (until - day).days
    if clock.target.unit is Unit.WORKING_DAYS:
        return calendar.workdays_between(day, until)
    return round(calendar.elapsed(unrolled, end_of_office_day(until, calendar)) / 60)
