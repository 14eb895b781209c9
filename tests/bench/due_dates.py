"""Due dates: sums and a search, beside walking from day to day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from bench.floor import Figure, beside

from desktop.rules.calendar import government_holidays, office_calendar
from desktop.rules.thai.dates import BANGKOK
from desktop.rules.worktime import WorkCalendar

LIMIT = 1 / 50
_SPANS = ((time(8, 30), time(12)), (time(13), time(16, 30)))
_MINUTES = 60 * 420
"""Sixty working days, the standard for complex matters."""


def walked(at: datetime, minutes: int, closed: frozenset[date]) -> datetime:
    """Add working minutes the plain way: day after day, span after span."""
    at = at.astimezone(BANGKOK)
    day, left = at.date(), timedelta(minutes=minutes)
    while True:
        if day.weekday() < 5 and day not in closed:
            for opens, closes in _SPANS:
                begin = max(at, datetime.combine(day, opens, BANGKOK))
                end = datetime.combine(day, closes, BANGKOK)
                if end > begin:
                    if end - begin >= left:
                        return (begin + left).astimezone(UTC)
                    left -= end - begin
        day += timedelta(days=1)


def starts() -> list[datetime]:
    """Return moments spread over a year, in and out of office hours."""
    first = datetime(2026, 1, 2, 2, 17, tzinfo=UTC)
    return [first + timedelta(hours=53 * n) for n in range(100)]


def calendars() -> tuple[WorkCalendar, frozenset[date]]:
    """Return the office's calendar, and its closed days for who walks."""
    holidays = tuple(government_holidays(range(2022, 2028)))
    return office_calendar(holidays), frozenset(holiday.date for holiday in holidays)


def figures(times: int = 30) -> Iterator[Figure]:
    """Measure adding working time to many moments."""
    calendar, closed = calendars()
    moments = starts()

    def ours() -> None:
        for at in moments:
            calendar.add(at, _MINUTES * 60)

    def floor() -> None:
        for at in moments:
            walked(at, _MINUTES, closed)

    yield beside("due date in 60 working days: sums / walking", LIMIT, ours, floor, times=times)
