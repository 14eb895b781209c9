"""Working time against a walk day by day, and at its edges."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from offices import FIRST, GOVERNMENT, LAST, at, be, calendars, moments
from walking import DAY, Stretch, walked, worked, works

from desktop.rules.worktime import (
    OFFICE_DAY,
    OFFICE_WEEK,
    BeyondCalendar,
    NoWorkingTime,
    Week,
    WorkCalendar,
    hours,
)

many = settings(max_examples=200, deadline=None, derandomize=True)


@st.composite
def pauses(draw: st.DrawFn) -> list[Stretch]:
    ends = draw(
        st.lists(st.tuples(moments(), st.timedeltas(timedelta(), timedelta(20))), max_size=4)
    )
    return [(start, start + length) for start, length in ends]


@many
@given(calendars(), moments(), st.integers(1, 400_000), pauses())
def test_adding_is_what_walking_finds(
    calendar: WorkCalendar, start: datetime, seconds: int, paused: list[Stretch]
) -> None:
    expected = walked(calendar, start, seconds, paused)
    if expected is None:
        with pytest.raises(BeyondCalendar):
            calendar.add(start, seconds, paused)
    else:
        assert calendar.add(start, seconds, paused) == expected
        assert calendar.elapsed(start, expected, paused) == seconds


@many
@given(calendars(), moments(), moments(), pauses())
def test_elapsed_is_what_walking_finds(
    calendar: WorkCalendar, start: datetime, stop: datetime, paused: list[Stretch]
) -> None:
    assert calendar.elapsed(start, stop, paused) == worked(calendar, start, stop, paused)


@many
@given(calendars(), moments(), st.integers(1, 400_000))
def test_subtracting_leads_back(calendar: WorkCalendar, stop: datetime, seconds: int) -> None:
    try:
        start = calendar.subtract(stop, seconds)
    except BeyondCalendar:
        assert calendar.elapsed(at(FIRST, "00:00"), stop) < seconds
        return
    assert calendar.elapsed(start, stop) == seconds
    assert calendar.is_open(start)


@many
@given(calendars(), moments())
def test_next_opening_and_last_closing_enclose_a_closed_moment(
    calendar: WorkCalendar, moment: datetime
) -> None:
    try:
        opens, closed = calendar.next_open(moment), calendar.prev_close(moment)
    except BeyondCalendar:
        return
    assert closed <= moment <= opens
    assert calendar.is_open(opens)
    assert calendar.is_open(moment) == (opens == moment)
    assert calendar.elapsed(closed, opens) == 0


@many
@given(calendars(), st.dates(FIRST, LAST), st.integers(-40, 40))
def test_adding_working_days_is_what_walking_finds(
    calendar: WorkCalendar, start: date, count: int
) -> None:
    step = DAY if count > 0 else -DAY
    day, left = start, abs(count)
    while left and FIRST <= day + step <= LAST:
        day += step
        left -= works(calendar, day)
    if left:
        with pytest.raises(BeyondCalendar):
            calendar.add_workdays(start, count)
        return
    assert calendar.add_workdays(start, count) == day
    if count > 0:
        assert calendar.workdays_between(start, day) == count
        assert calendar.roll_forward(day) == day


@many
@given(calendars(), st.dates(FIRST, LAST), st.dates(FIRST, LAST))
def test_counting_working_days_runs_both_ways(
    calendar: WorkCalendar, one: date, other: date
) -> None:
    low, high = sorted((one, other))
    days = sum(works(calendar, low + timedelta(days=n)) for n in range(1, (high - low).days + 1))
    assert calendar.workdays_between(low, high) == days
    assert calendar.workdays_between(high, low) == -days


def test_11_a_calendar_without_working_time_is_refused() -> None:
    with pytest.raises(NoWorkingTime):
        WorkCalendar(Week(((),) * 7), FIRST, LAST)
    closed = {FIRST + timedelta(days=n): "" for n in range((LAST - FIRST).days + 1)}
    with pytest.raises(NoWorkingTime):
        WorkCalendar(OFFICE_WEEK, FIRST, LAST, closed)


def test_11_366_holidays_in_a_row_are_stepped_over_or_said_to_be_too_many() -> None:
    start = date(2027, 1, 4)
    closed = {start + timedelta(days=n): "" for n in range(1, 367)}
    calendar = WorkCalendar(OFFICE_WEEK, date(2027, 1, 1), date(2028, 12, 31), closed)
    after = start + timedelta(days=367)
    assert calendar.add_workdays(start, 1) == calendar.roll_forward(after)
    assert calendar.add(at(start, "16:30"), 60) == at(calendar.roll_forward(after), "08:31")
    short = WorkCalendar(OFFICE_WEEK, date(2027, 1, 1), date(2027, 12, 31), closed)
    with pytest.raises(BeyondCalendar):
        short.add_workdays(start, 1)
    with pytest.raises(BeyondCalendar):
        short.add(at(start, "16:30"), 60)


def test_12_two_spans_a_day_half_days_and_special_days_are_worked() -> None:
    half, extra = be(30, 12, 2569), be(10, 1, 2569)
    calendar = WorkCalendar(
        OFFICE_WEEK,
        be(1, 1, 2569),
        be(31, 1, 2570),
        {be(31, 12, 2569): "วันสิ้นปี", be(1, 1, 2570): "วันขึ้นปีใหม่"},
        {half: hours("08:30-12:00"), extra: OFFICE_DAY},
    )
    assert calendar.add(at(half, "11:00"), 2 * 3600) == at(be(4, 1, 2570), "09:30")
    assert calendar.elapsed(at(half, "00:00"), at(half, "23:59")) == 3.5 * 3600
    assert extra.weekday() == 5
    assert calendar.is_workday(extra)
    assert calendar.add_workdays(extra - DAY, 1) == extra
    assert not calendar.is_open(at(be(5, 1, 2569), "12:30"))
    assert calendar.elapsed(at(be(5, 1, 2569), "11:30"), at(be(5, 1, 2569), "13:30")) == 3600


@pytest.mark.parametrize(
    "spans",
    [((100, 50),), ((0, 100), (50, 200)), ((0, 86_401),), ((5, 5),), ((200, 300), (0, 100))],
)
def test_impossible_hours_are_refused(spans: tuple[tuple[int, int], ...]) -> None:
    with pytest.raises(ValueError, match="spans"):
        Week((spans,) * 7)
    with pytest.raises(ValueError, match="spans"):
        WorkCalendar(OFFICE_WEEK, FIRST, LAST, special={FIRST: spans})


def test_a_week_has_seven_days() -> None:
    with pytest.raises(ValueError, match="seven"):
        Week((OFFICE_DAY,) * 6)


def test_questions_outside_the_calendar_are_refused_and_not_guessed() -> None:
    before, after = at(FIRST - DAY), at(LAST + DAY * 2)
    inside = at(date(2026, 7, 1))
    calendar = WorkCalendar(OFFICE_WEEK, FIRST, LAST)
    for moment in (before, after):
        for question in (calendar.is_open, calendar.next_open, calendar.prev_close):
            with pytest.raises(BeyondCalendar):
                question(moment)
        with pytest.raises(BeyondCalendar):
            calendar.add(moment, 60)
        with pytest.raises(BeyondCalendar):
            calendar.subtract(moment, 60)
        with pytest.raises(BeyondCalendar):
            calendar.elapsed(moment, inside)
        with pytest.raises(BeyondCalendar):
            calendar.elapsed(inside, moment)
    for day in (FIRST - DAY, LAST + DAY):
        with pytest.raises(BeyondCalendar):
            calendar.is_workday(day)
        with pytest.raises(BeyondCalendar):
            calendar.add_workdays(day, 1)
        with pytest.raises(BeyondCalendar):
            calendar.workdays_between(FIRST, day)
        with pytest.raises(BeyondCalendar):
            calendar.roll_forward(day)
    with pytest.raises(BeyondCalendar):
        calendar.next_open(at(LAST, "16:30"))
    with pytest.raises(BeyondCalendar):
        calendar.prev_close(at(FIRST, "00:00"))


def test_a_moment_without_a_zone_is_refused() -> None:
    naive = datetime(2026, 7, 1, 10)  # noqa: DTZ001
    with pytest.raises(ValueError, match="naive"):
        GOVERNMENT.add(naive, 60)
    with pytest.raises(ValueError, match="naive"):
        GOVERNMENT.elapsed(naive, at(date(2026, 7, 2)))


def test_backward_pauses_and_backward_time_are_refused() -> None:
    monday = at(date(2026, 7, 6))
    with pytest.raises(ValueError, match="pause"):
        GOVERNMENT.add(monday, 60, [(monday + DAY, monday)])
    with pytest.raises(ValueError, match="back"):
        GOVERNMENT.add(monday, -1)
    with pytest.raises(ValueError, match="back"):
        GOVERNMENT.subtract(monday, -1)


def test_microseconds_are_not_lost() -> None:
    start = at(date(2026, 7, 6), "09:00") + timedelta(microseconds=1)
    end = GOVERNMENT.add(start, 7 * 3600)
    assert end == at(date(2026, 7, 7), "09:00") + timedelta(microseconds=1)
    assert end.tzinfo is UTC


def test_nothing_added_while_paused_waits_for_the_pause_to_end() -> None:
    monday = date(2026, 7, 6)
    paused = [
        (at(monday, "09:00"), at(monday, "12:00")),
        (at(monday, "11:00"), at(monday, "12:30")),
    ]
    assert GOVERNMENT.add(at(monday, "10:00"), 0, paused) == at(monday, "13:00")
    assert GOVERNMENT.add(at(monday, "13:00"), 0, paused) == at(monday, "13:00")
