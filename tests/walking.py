"""The slow truth: working time and due dates found by walking day by day, for comparing with."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from desktop.rules.clocks import Rolling, Target, Unit
from desktop.rules.thai.dates import at_office, official_date
from desktop.rules.worktime import WorkCalendar

DAY = timedelta(days=1)
Stretch = tuple[datetime, datetime]


def works(calendar: WorkCalendar, day: date) -> bool:
    return bool(calendar.spans(day))


def stretches(calendar: WorkCalendar, start: date, pauses: list[Stretch]) -> Iterator[Stretch]:
    """Yield what is worked from a day on, pauses cut out, until the calendar ends."""
    day = start
    while day <= calendar.last:
        for opens, closes in calendar.spans(day):
            midnight = at_office(day, time())
            free = [(midnight + timedelta(seconds=opens), midnight + timedelta(seconds=closes))]
            for paused, resumed in pauses:
                free = [
                    part
                    for begin, end in free
                    for part in ((begin, min(end, paused)), (max(begin, resumed), end))
                    if part[0] < part[1]
                ]
            yield from sorted(set(free))
        day += DAY


def walked(
    calendar: WorkCalendar, at: datetime, seconds: float, pauses: list[Stretch]
) -> datetime | None:
    left = timedelta(seconds=seconds)
    for begin, end in stretches(calendar, official_date(at), pauses):
        begun = max(begin, at)
        if begun >= end:
            continue
        if left <= end - begun:
            return begun + left
        left -= end - begun
    return None


def worked(calendar: WorkCalendar, start: datetime, stop: datetime, pauses: list[Stretch]) -> float:
    total = timedelta()
    for begin, end in stretches(calendar, official_date(start), pauses):
        if begin >= stop:
            break
        total += max(min(end, stop) - max(begin, start), timedelta())
    return total.total_seconds()


def next_workday(calendar: WorkCalendar, day: date) -> date:
    while not works(calendar, day):
        day += DAY
    return day


def walked_due(
    target: Target, received_at: datetime, calendar: WorkCalendar, rolling: Rolling, cut_off: time
) -> datetime | None:
    """Find a due instant by one day after another."""
    wall = received_at + timedelta(hours=7)
    day = wall.date()
    late = works(calendar, day) and wall.time() > cut_off
    minutes = target.unit is Unit.WORKING_MINUTES
    start = received_at
    if (late and (minutes or rolling.start_roll)) or (
        rolling.start_roll and not works(calendar, day)
    ):
        day = next_workday(calendar, day + DAY)
        start = at_office(day, time()) + timedelta(seconds=calendar.spans(day)[0][0])
    if minutes:
        return walked(calendar, start, target.amount * 60, [])
    left = target.amount
    while left:
        day += DAY
        if target.unit is Unit.CALENDAR_DAYS or works(calendar, day):
            left -= 1
    if target.unit is Unit.CALENDAR_DAYS and rolling.end_roll:
        day = next_workday(calendar, day)
    spans = calendar.spans(day)
    end = timedelta(seconds=spans[-1][1]) if spans else timedelta(hours=16, minutes=30)
    return at_office(day, time()) + end
