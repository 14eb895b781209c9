"""The government's calendar: closed days, and the office's working calendar made of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from desktop.rules.worktime import OFFICE_WEEK, Span, Week, WorkCalendar


class HolidayKind(StrEnum):
    """What kind of closed day it is."""

    REGULAR = "regular"
    SUBSTITUTE = "substitute"
    SPECIAL = "special"


class HolidayOrigin(StrEnum):
    """Where the office has a closed day from."""

    GOVERNMENT = "government"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day on which the office is closed."""

    date: date
    name: str
    kind: HolidayKind = HolidayKind.REGULAR
    origin: HolidayOrigin = HolidayOrigin.GOVERNMENT
    reference: str = ""
    """The announcement by which the day is free."""


_NOT_THE_GOVERNMENTS = ("วันแรงงาน", "วันเด็ก")
"""Public days, and their make-up days, on which government offices are not closed."""


def government_holidays(years: Iterable[int]) -> list[Holiday]:
    """List the government's holidays of Christian years, by date, with their Thai names."""
    import holidays as public_holidays  # noqa: PLC0415 - only an office that opens needs them

    known = public_holidays.country_holidays(
        "TH", years=sorted(years), categories=("government", "public"), language="th"
    )
    return [
        Holiday(day, name.replace("; ", "/"), _kind(name))
        for day, name in sorted(known.items())
        if not any(word in name for word in _NOT_THE_GOVERNMENTS)
    ]


def _kind(name: str) -> HolidayKind:
    if name.startswith("ชดเชย"):
        return HolidayKind.SUBSTITUTE
    if name.startswith("วันหยุดพิเศษ"):
        return HolidayKind.SPECIAL
    return HolidayKind.REGULAR


REMINDED_FROM = 11
"""The month from which next year's closed days are asked for."""
MARGIN = 3
"""Years beyond the last entered holiday that due dates may still reach, marked incomplete."""


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day with hours of its own: a half day, or a free day on which the office works."""

    date: date
    spans: tuple[Span, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class CalendarFacts:
    """What the office's calendar is made of."""

    holidays: tuple[Holiday, ...]
    special: tuple[SpecialDay, ...] = ()
    week: Week = OFFICE_WEEK

    def calendar(self) -> WorkCalendar:
        """Make the working calendar; equal facts give the very same one."""
        return office_calendar(self.holidays, self.week, special=self.special)

    def reminds(self, today: date) -> bool:
        """Tell whether next year's closed days are still to be entered: from November on."""
        year = today.year + (today.month >= REMINDED_FROM)
        return complete_until(self.holidays) < date(year, 12, 31)


@lru_cache(maxsize=8)
def office_calendar(
    holidays: tuple[Holiday, ...],
    week: Week = OFFICE_WEEK,
    *,
    special: tuple[SpecialDay, ...] = (),
    first: date | None = None,
    last: date | None = None,
) -> WorkCalendar:
    """Make the working calendar from the stored closed days; special days go before them.

    Where `first` and `last` are not given it begins with the first year that has holidays and
    reaches some years past the last, so that a far due date is still shown; `due` says then that
    the calendar is not complete.
    """
    if not holidays:
        raise ValueError("a calendar needs its holidays")
    years = [holiday.date.year for holiday in holidays]
    return WorkCalendar(
        week,
        first=first or date(min(years), 1, 1),
        last=last or date(max(years) + MARGIN, 12, 31),
        closed={holiday.date: holiday.name for holiday in holidays},
        special={day.date: day.spans for day in special},
        complete_until=complete_until(holidays),
    )


def differ_from(before: WorkCalendar, after: WorkCalendar) -> date:
    """Return the first day from which another calendar may count otherwise.

    Whatever fell due before it still does so: a day is counted to, never past.
    """
    if before.week != after.week or not (after.first <= before.first <= before.last <= after.last):
        return date.min
    days = {*before.closed, *before.special, *after.closed, *after.special}
    return min((day for day in days if before.spans(day) != after.spans(day)), default=date.max)


def complete_until(holidays: Sequence[Holiday]) -> date:
    """Return the last day of the last year, of an unbroken run, whose holidays are entered.

    A year with nothing but days of January is not entered: a free stretch over New Year reaches
    into it before its own list is known.
    """
    entered = {holiday.date.year for holiday in holidays if holiday.date.month > 1}
    year = min(holiday.date.year for holiday in holidays)
    if year not in entered:
        year -= 1
    while year + 1 in entered:
        year += 1
    return date(year, 12, 31)
