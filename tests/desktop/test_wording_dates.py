"""Days and hours as the screen writes them, in both languages."""

from collections.abc import Iterator
from datetime import date, time

import pytest

from desktop.wording import dates, set_language

DAY = date(2026, 10, 5)


@pytest.fixture
def english() -> Iterator[None]:
    set_language("en")
    yield
    set_language("th")


def test_days_in_thai() -> None:
    assert dates.weekday_date(DAY) == "วันจันทร์ที่ ๕ ตุลาคม ๒๕๖๙"
    assert dates.long_date(DAY) == "๕ ตุลาคม ๒๕๖๙"
    assert dates.medium_date(DAY) == "๕ ต.ค. ๒๕๖๙"
    assert dates.short_date(DAY) == "๕ ต.ค. ๖๙"
    assert dates.clock_time(time(9, 5)) == "๐๙.๐๕ น."
    assert (dates.weekday(6), dates.short_weekday(6)) == ("วันอาทิตย์", "อา.")
    assert [dates.narrow_weekday(place) for place in (0, 3, 6)] == ["จ", "พฤ", "อา"]


def test_days_in_english_are_of_the_buddhist_era_too(english: None) -> None:
    assert dates.weekday_date(DAY) == "Monday 5 October 2569"
    assert dates.long_date(DAY) == "5 October 2569"
    assert dates.medium_date(DAY) == "5 Oct 2569"
    assert dates.short_date(DAY) == "5 Oct 69"
    assert dates.clock_time(time(9, 5)) == "09:05"
    assert (dates.weekday(6), dates.short_weekday(6)) == ("Sunday", "Sun")
    assert [dates.narrow_weekday(place) for place in (0, 3, 6)] == ["Mo", "Th", "Su"]
    assert (dates.month(2), dates.short_month(12)) == ("February", "Dec")
