"""The slow truth: working time and due dates found by walking day by day, for comparing with."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from desktop.rules.clocks import Pause, Rolling, Target, Unit
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
    target: Target,
    received_at: datetime,
    calendar: WorkCalendar,
    rolling: Rolling,
    cut_off: time,
    extra: int = 0,
    pauses: Sequence[Pause] = (),
) -> datetime | None:
    """Find a due instant by one day after another."""
    day = wall_day(received_at)
    late = works(calendar, day) and (received_at + timedelta(hours=7)).time() > cut_off
    minutes = target.unit is Unit.WORKING_MINUTES
    start = received_at
    if (late and (minutes or rolling.start_roll)) or (
        rolling.start_roll and not works(calendar, day)
    ):
        day = next_workday(calendar, day + DAY)
        start = at_office(day, time()) + timedelta(seconds=calendar.spans(day)[0][0])
    left = target.amount + extra
    ended = [(pause.start, pause.stop) for pause in pauses if pause.stop is not None]
    if minutes:
        return walked(calendar, start, left * 60, ended)
    still = [(office_day(calendar, a), office_day(calendar, b)) for a, b in ended]
    while left:
        day += DAY
        if any(begins <= day < goes_on for begins, goes_on in still):
            continue
        if target.unit is Unit.CALENDAR_DAYS or works(calendar, day):
            left -= 1
    if target.unit is Unit.CALENDAR_DAYS and rolling.end_roll:
        day = next_workday(calendar, day)
    return closes(calendar, day)


def wall_day(moment: datetime) -> date:
    return (moment + timedelta(hours=7)).date()


def closes(calendar: WorkCalendar, day: date) -> datetime:
    spans = calendar.spans(day)
    end = timedelta(seconds=spans[-1][1]) if spans else timedelta(hours=16, minutes=30)
    return at_office(day, time()) + end


def office_day(calendar: WorkCalendar, moment: datetime) -> date:
    day = wall_day(moment)
    return day if moment <= closes(calendar, day) else day + DAY
