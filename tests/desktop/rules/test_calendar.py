"""The government's holidays, against a list written down by hand from the announcements."""

from datetime import date

import pytest
from offices import GOVERNMENT, be

from desktop.rules.calendar import (
    Holiday,
    HolidayKind,
    complete_until,
    government_holidays,
    office_calendar,
)
from desktop.rules.worktime import OFFICE_WEEK, WorkCalendar

# Working days of the week on which government offices are closed, day/month, by Buddhist year.
CLOSED = {
    2567: "1/1 26/2 8/4 12/4 15/4 16/4 6/5 10/5 22/5 3/6 22/7 29/7 12/8 14/10 23/10 5/12 10/12"
    " 30/12 31/12",
    2568: "1/1 12/2 7/4 14/4 15/4 16/4 5/5 9/5 12/5 2/6 3/6 10/7 11/7 28/7 11/8 12/8 13/10"
    " 23/10 5/12 10/12 31/12",
    2569: "1/1 2/1 3/3 6/4 13/4 14/4 15/4 4/5 13/5 1/6 3/6 28/7 29/7 30/7 12/8 13/10 23/10"
    " 7/12 10/12 31/12",
    2570: "1/1 22/2 6/4 13/4 14/4 15/4 4/5 20/5 3/6 19/7 20/7 28/7 12/8 13/10 25/10 6/12 10/12"
    " 31/12",
}
WORKING_DAYS = {2567: 243, 2568: 240, 2569: 241, 2570: 243}


@pytest.mark.parametrize("year", CLOSED)
def test_weekday_closures_are_the_governments(year: int) -> None:
    expected = []
    for text in CLOSED[year].split():
        day, month = text.split("/")
        expected.append(be(int(day), int(month), year))
    found = [h.date for h in government_holidays([year - 543]) if h.date.weekday() < 5]
    assert found == expected


@pytest.mark.parametrize("year", WORKING_DAYS)
def test_working_days_of_a_year(year: int) -> None:
    holidays = government_holidays([year - 543])
    calendar = WorkCalendar(
        OFFICE_WEEK, be(1, 1, year), be(31, 12, year), {h.date: h.name for h in holidays}
    )
    first = calendar.is_workday(be(1, 1, year))
    assert (
        first + calendar.workdays_between(be(1, 1, year), be(31, 12, year)) == (WORKING_DAYS[year])
    )


def test_names_are_thai_and_kinds_are_told_apart() -> None:
    named = {h.date: h for h in government_holidays([2024, 2025, 2026])}
    assert named[be(13, 4, 2569)].name == "วันสงกรานต์"
    assert named[be(26, 2, 2567)] == Holiday(
        be(26, 2, 2567), "ชดเชยวันมาฆบูชา", HolidayKind.SUBSTITUTE
    )
    assert named[be(2, 6, 2568)].kind is HolidayKind.SPECIAL
    assert not [h.name for h in named.values() if "แรงงาน" in h.name or "วันเด็ก" in h.name]
    assert be(1, 5, 2569) not in named


def test_the_office_calendar_reaches_past_the_last_entered_year() -> None:
    assert GOVERNMENT.first == be(1, 1, 2567)
    assert GOVERNMENT.last == be(31, 12, 2573)
    assert GOVERNMENT.complete_until == be(31, 12, 2570)
    with pytest.raises(ValueError, match="holidays"):
        office_calendar(())


@pytest.mark.parametrize(
    ("days", "until"),
    [
        ([date(2026, 4, 13)], date(2026, 12, 31)),
        ([date(2026, 4, 13), date(2027, 1, 1)], date(2026, 12, 31)),
        ([date(2026, 12, 31), date(2027, 1, 1), date(2027, 12, 31)], date(2027, 12, 31)),
        ([date(2026, 4, 13), date(2028, 4, 13)], date(2026, 12, 31)),
        ([date(2027, 1, 1)], date(2026, 12, 31)),
    ],
)
def test_10_a_year_is_complete_when_its_own_holidays_are_entered(
    days: list[date], until: date
) -> None:
    assert complete_until([Holiday(day, "") for day in days]) == until
