"""Changes to the calendar gathered before they are made."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.rules.calendar import (
    CalendarFacts,
    Holiday,
    HolidayKind,
    HolidayOrigin,
    SpecialDay,
    government_holidays,
)
from desktop.rules.calendar_changes import CalendarChanges, Difference, differences
from desktop.rules.worktime import OFFICE_WEEK, Week, hours, read_hours

DAYS = CalendarFacts(tuple(government_holidays([2026])))
EXTRA = Holiday(date(2026, 7, 20), "วันหยุดพิเศษ", HolidayKind.SPECIAL, HolidayOrigin.OFFICE)
HALF = SpecialDay(date(2026, 12, 30), hours("08:30-12:00"), "ครึ่งวัน")
LONG = Week((hours("08:00-17:00"),) * 5 + ((), ()))


def changed() -> CalendarChanges:
    made = CalendarChanges(DAYS)
    made.put(EXTRA)
    made.drop(date(2026, 7, 28))
    made.put_special(HALF)
    made.week = LONG
    return made


def test_only_what_differs_is_a_change() -> None:
    made = changed()
    assert made.changed_holidays() == (EXTRA,)
    assert made.dropped_holidays() == (date(2026, 7, 28),)
    assert made.changed_special() == (HALF,)
    assert made.changed_week() == LONG
    assert made.count == 4
    made.put(next(h for h in DAYS.holidays if h.date == date(2026, 7, 28)))
    made.drop(EXTRA.date)
    made.drop(HALF.date)
    made.week = OFFICE_WEEK
    assert made.count == 0
    assert made.facts() == DAYS


def test_a_day_that_moves_leaves_its_old_place() -> None:
    made = changed()
    made.put(replace(EXTRA, date=date(2026, 7, 21)), EXTRA.date)
    made.put_special(replace(HALF, date=date(2026, 12, 29)), HALF.date)
    assert EXTRA.date not in made.holidays
    assert list(made.special) == [date(2026, 12, 29)]


def test_another_desks_change_keeps_what_is_gathered_here() -> None:
    theirs = Holiday(date(2026, 8, 3), "ของอีกเครื่อง")
    base = replace(DAYS, holidays=(*DAYS.holidays, theirs), special=())
    made = changed().rebased(base)
    assert made.base == base
    assert made.holidays[theirs.date] == theirs
    assert made.count == 4


def test_a_list_is_compared_within_its_own_years() -> None:
    theirs = [replace(h, name="ชื่อใหม่") if h.date.month == 1 else h for h in DAYS.holidays]
    theirs = [h for h in theirs if h.date != date(2026, 7, 28)]
    theirs.append(Holiday(date(2026, 9, 1), "ใหม่"))
    mine = (*DAYS.holidays, EXTRA, Holiday(date(2025, 1, 1), "ปีก่อน"))
    found = differences(mine, theirs)
    kinds = {one.date: one.kind for one in found}
    assert kinds[date(2026, 9, 1)] is Difference.NEW
    assert kinds[date(2026, 7, 28)] is Difference.GONE
    assert kinds[date(2026, 1, 1)] is Difference.OTHER
    assert EXTRA.date not in kinds
    assert date(2025, 1, 1) not in kinds
    made = CalendarChanges(replace(DAYS, holidays=mine))
    made.put(replace(made.holidays[date(2026, 1, 1)], reference="ประกาศ"))
    again = differences(made.facts().holidays, theirs)
    made.take(again)
    assert made.holidays[date(2026, 1, 1)].name == "ชื่อใหม่"
    assert made.holidays[date(2026, 1, 1)].reference == "ประกาศ"
    assert date(2026, 7, 28) not in made.holidays
    assert differences(made.facts().holidays, theirs) == ()


@pytest.mark.parametrize(
    ("typed", "spans"),
    [
        ("๐๘.๓๐-๑๒.๐๐ ๑๓.๐๐-๑๖.๓๐", hours("08:30-12:00 13:00-16:30")),
        ("8.30 – 12.00, 13.00-16.30", hours("08:30-12:00 13:00-16:30")),
        ("09:00-24:00", ((32_400, 86_400),)),
        ("", ()),
    ],
)
def test_hours_are_read_as_typed(typed: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert read_hours(typed) == spans


@pytest.mark.parametrize(
    "typed",
    ["8-12", "12.00-08.30", "08.30-12.00 11.00-13.00", "08.30", "a", "25.00-26.00", "08.75-09.80"],
)
def test_hours_that_cannot_be_are_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_hours(typed)
