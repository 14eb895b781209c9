"""Dates of the Buddhist era: written as offices do, read as clerks type, never guessed."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from offices import be

from desktop.rules.thai.dates import (
    MONTHS,
    SHORT_MONTHS,
    at_office,
    buddhist_year,
    clock_time,
    days_of,
    fiscal_range,
    fiscal_year,
    local,
    long_date,
    medium_date,
    official_date,
    quarter,
    short_date,
    weekday_date,
)
from desktop.rules.thai.digits import Digits, arabic_digits, thai_digits
from desktop.rules.thai.entry import DateTrouble, Trouble, read_date, read_time

TODAY = be(20, 7, 2569)
often = settings(max_examples=500, deadline=None, derandomize=True)


def test_dates_are_written_as_offices_write_them() -> None:
    day = be(15, 7, 2569)
    assert long_date(day) == "๑๕ กรกฎาคม ๒๕๖๙"
    assert medium_date(day) == "๑๕ ก.ค. ๒๕๖๙"
    assert short_date(day) == "๑๕ ก.ค. ๖๙"
    assert weekday_date(day) == "วันพุธที่ ๑๕ กรกฎาคม ๒๕๖๙"
    assert clock_time(time(9, 5)) == "๐๙.๐๕ น."
    assert long_date(day, digits=Digits.ARABIC) == "15 กรกฎาคม 2569"
    assert clock_time(time(10, 42), digits=Digits.ARABIC) == "10.42 น."
    assert short_date(be(1, 1, 2500)) == "๑ ม.ค. ๐๐"


def test_digits_go_both_ways() -> None:
    assert thai_digits("ที่ 1234567890") == "ที่ ๑๒๓๔๕๖๗๘๙๐"
    assert arabic_digits("๑๒/๒๕๖๙ １２") == "12/2569 12"


def test_the_office_lives_in_bangkok() -> None:
    new_year = datetime(2026, 12, 31, 17, tzinfo=UTC)
    assert official_date(new_year) == date(2027, 1, 1)
    assert official_date(new_year - timedelta(microseconds=1)) == date(2026, 12, 31)
    assert local(new_year).time() == time()
    assert at_office(date(2027, 1, 1), time()) == new_year
    for naive in (local, official_date):
        with pytest.raises(ValueError, match="naive"):
            naive(datetime(2026, 12, 31))  # noqa: DTZ001


def test_the_fiscal_year_turns_on_the_first_of_october() -> None:
    assert fiscal_year(be(30, 9, 2569)) == 2569
    assert fiscal_year(be(1, 10, 2569)) == 2570
    assert fiscal_year(be(31, 12, 2569)) == 2570
    assert fiscal_year(be(1, 1, 2570)) == 2570
    assert buddhist_year(be(1, 10, 2569)) == 2569
    assert fiscal_range(2570) == (be(1, 10, 2569), be(30, 9, 2570))
    assert [quarter(be(1, month, 2569)) for month in (10, 12, 1, 3, 4, 6, 7, 9)] == [
        *(1, 1, 2, 2),
        *(3, 3, 4, 4),
    ]
    days = days_of(*fiscal_range(2570))
    assert {fiscal_year(day) for day in days} == {2570}
    assert len(days) == 365


@pytest.mark.parametrize(
    "typed",
    [
        *("15/7/2569", "๑๕/๗/๒๕๖๙", "15 ก.ค. 2569", "15 กรกฎาคม ๒๕๖๙", "15-7-2569", "15.7.2569"),
        *("15072569", "๑๕๐๗๒๕๖๙", "15/7", "15 ก.ค.", "15 กค 2569", "15กรกฎาคม2569", " 15/07/2569 "),
        *("วันพุธที่ ๑๕ กรกฎาคม ๒๕๖๙", "วันที่ 15 กรกฎาคม พ.ศ. 2569", "15 ก.ค. พ.ศ.2569"),
        *("15 กรกฎาคม พุทธศักราช 2569", "15 / 7 / 2569", "15–7–2569", "１５/７/２５６９"),
        *("15\u00a0ก.ค.\u200b 2569", "15 7 2569", "วันพุธที่ 15 ก.ค."),
    ],
)
def test_one_day_typed_in_many_ways(typed: str) -> None:
    assert read_date(typed, TODAY) == be(15, 7, 2569)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("วันนี้", TODAY),
        ("เมื่อวาน", be(19, 7, 2569)),
        ("20/7", TODAY),
        ("21/7", be(21, 7, 2568)),
        ("29/2", be(29, 2, 2567)),
        ("29/2/2567", be(29, 2, 2567)),
        ("1 ม.ค. 2444", be(1, 1, 2444)),
    ],
)
def test_days_without_a_year_are_the_latest_up_to_today(typed: str, day: date) -> None:
    assert read_date(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "code", "suggestion"),
    [
        ("", Trouble.EMPTY, None),
        ("  \u200b", Trouble.EMPTY, None),
        ("30 ก.พ. 2569", Trouble.NO_SUCH_DAY, None),
        ("29/2/2569", Trouble.NO_SUCH_DAY, None),
        ("31/4/2569", Trouble.NO_SUCH_DAY, None),
        ("0/7/2569", Trouble.NO_SUCH_DAY, None),
        ("15/13/2569", Trouble.NO_SUCH_DAY, None),
        ("31/2", Trouble.NO_SUCH_DAY, None),
        ("วันพฤหัสบดีที่ 15 กรกฎาคม 2569", Trouble.NO_SUCH_DAY, None),
        ("15/7/69", Trouble.TWO_DIGIT_YEAR, be(15, 7, 2569)),
        ("15 ก.ค. 69", Trouble.TWO_DIGIT_YEAR, be(15, 7, 2569)),
        ("15/7/2026", Trouble.CHRISTIAN_YEAR, be(15, 7, 2569)),
        ("15072026", Trouble.CHRISTIAN_YEAR, be(15, 7, 2569)),
        ("30/2/2026", Trouble.CHRISTIAN_YEAR, None),
        ("15/7/569", Trouble.YEAR_OUT_OF_RANGE, None),
        ("15/7/25690", Trouble.YEAR_OUT_OF_RANGE, None),
        ("15/7/2399", Trouble.YEAR_OUT_OF_RANGE, None),
        ("15/7/3112", Trouble.YEAR_OUT_OF_RANGE, None),
        ("25690715", Trouble.YEAR_OUT_OF_RANGE, None),
        ("2569-07-15", Trouble.NOT_A_DATE, None),
        ("15 กรกฎ 2569", Trouble.NOT_A_DATE, None),
        ("15", Trouble.NOT_A_DATE, None),
        ("15/7/2569/1", Trouble.NOT_A_DATE, None),
        ("พรุ่งนี้นะ", Trouble.NOT_A_DATE, None),
        ("<b>15/7/2569</b>", Trouble.NOT_A_DATE, None),
        ("15/7/2569😀", Trouble.NOT_A_DATE, None),
    ],
)
def test_what_is_not_certain_is_asked_about(
    typed: str, code: Trouble, suggestion: date | None
) -> None:
    with pytest.raises(DateTrouble) as raised:
        read_date(typed, TODAY)
    assert (raised.value.code, raised.value.suggestion) == (code, suggestion)


def forms(day: date) -> list[str]:
    year = day.year + 543
    d, m = day.day, day.month
    return [
        *(f"{d}/{m}/{year}", f"{d:02d}.{m:02d}.{year}", f"{d}-{m}-{year}", f"{d:02d}{m:02d}{year}"),
        *(f"{d} {MONTHS[m - 1]} {year}", f"{d}{SHORT_MONTHS[m - 1]}{year}"),
        *(long_date(day), medium_date(day), weekday_date(day)),
    ]


@often
@given(st.dates(date(1857, 1, 1), date(2157, 12, 31)))
def test_every_day_in_every_form_is_read_as_itself(day: date) -> None:
    for typed in forms(day):
        assert read_date(typed, TODAY) == day
        assert read_date(thai_digits(typed), TODAY) == day
    for spoilt in (f"{day.day}/{day.month}/{day.year}", short_date(day)):
        with pytest.raises(DateTrouble):
            read_date(spoilt, TODAY)


@often
@given(st.text(alphabet=st.sampled_from("0123456789๑๒๕๖๙/.- กคพศธ.วันที่\u200b\x00"), max_size=14))
def test_no_text_does_anything_but_mean_a_day_or_ask(typed: str) -> None:
    try:
        day = read_date(typed, TODAY)
    except DateTrouble:
        return
    numbers = "".join(char for char in arabic_digits(typed) if char.isdigit())
    assert numbers.startswith((str(day.day), f"{day.day:02d}"))
    assert day <= TODAY or str(day.year + 543) in numbers


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        *(("10.42", time(10, 42)), ("10:42", time(10, 42)), ("1042", time(10, 42))),
        *(("๑๐.๔๒ น.", time(10, 42)), ("9.05น.", time(9, 5)), ("905", time(9, 5))),
        *(("00.00", time()), ("23:59 น", time(23, 59))),
    ],
)
def test_times_are_read(typed: str, clock: time) -> None:
    assert read_time(typed) == clock


@pytest.mark.parametrize("typed", ["24.00", "10.60", "10", "10.4", "สิบโมง", "10.42.30", "10 42 น."])
def test_what_is_no_time_is_asked_about(typed: str) -> None:
    with pytest.raises(DateTrouble) as raised:
        read_time(typed)
    assert raised.value.code is Trouble.NOT_A_TIME


def test_no_time_at_all_is_empty() -> None:
    with pytest.raises(DateTrouble) as raised:
        read_time(" น. ")
    assert raised.value.code is Trouble.EMPTY
