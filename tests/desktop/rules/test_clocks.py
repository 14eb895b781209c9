"""Due dates: the office's examples, the law's, and any number of made-up ones."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from offices import (
    GOVERNMENT,
    LAST,
    at,
    be,
    calendars,
    cut_offs,
    extras,
    moments,
    pauses,
    rollings,
    targets,
)
from walking import walked_due

from desktop.rules.calendar import (
    Holiday,
    SpecialDay,
    government_holidays,
    office_calendar,
)
from desktop.rules.clocks import (
    CITIZEN,
    OFFICIAL,
    ClockKind,
    DueState,
    Line,
    Pause,
    Rolling,
    Standing,
    Target,
    Unit,
    Why,
    standing,
)
from desktop.rules.counting import due, due_at, end_of_office_day
from desktop.rules.thai.dates import official_date
from desktop.rules.worktime import OFFICE_DAY, BeyondCalendar, WorkCalendar, hours

FIVE_DAYS = Target(ClockKind.RESOLVE, 5, Unit.WORKING_DAYS)
FIFTEEN_DAYS = Target(ClockKind.REPLY, 15, Unit.CALENDAR_DAYS)
FIFTEEN_WORKING = Target(ClockKind.REPLY, 15, Unit.WORKING_DAYS)
START_ROLL = Rolling(start_roll=True)

some = settings(max_examples=150, deadline=None, derandomize=True)


@pytest.mark.parametrize("received", [be(11, 4, 2569), be(13, 4, 2569)])
def test_1_received_on_a_free_day(received: date) -> None:
    asked = due(FIVE_DAYS, at(received), GOVERNMENT)
    assert asked.at == at(be(22, 4, 2569), "16:30")
    rolled = due(FIVE_DAYS, at(received), GOVERNMENT, START_ROLL)
    assert rolled.at == at(be(23, 4, 2569), "16:30")


@pytest.mark.parametrize(
    ("received", "calendar_days", "rolled", "working_days"),
    [
        (be(30, 3, 2569), be(14, 4, 2569), be(16, 4, 2569), be(24, 4, 2569)),
        (be(1, 4, 2569), be(16, 4, 2569), be(16, 4, 2569), be(28, 4, 2569)),
    ],
)
def test_2_fifteen_days_and_fifteen_working_days(
    received: date, calendar_days: date, rolled: date, working_days: date
) -> None:
    moment = at(received)
    assert due_at(FIFTEEN_DAYS, moment, GOVERNMENT) == at(calendar_days, "16:30")
    assert due_at(FIFTEEN_DAYS, moment, GOVERNMENT, CITIZEN) == at(rolled, "16:30")
    assert due_at(FIFTEEN_WORKING, moment, GOVERNMENT) == at(working_days, "16:30")


def test_3_only_receipt_moves_a_due_date_and_its_hour_does_not() -> None:
    # What is not asked for cannot matter: `due` never hears when somebody typed.
    received = be(7, 7, 2569)
    answers = {
        due_at(FIVE_DAYS, at(received, clock), GOVERNMENT)
        for clock in ("00:00", "08:29", "12:00", "16:30", "16:31", "23:59")
    }
    assert answers == {at(be(14, 7, 2569), "16:30")}


def test_10_a_due_date_past_the_last_year_with_holidays_says_so() -> None:
    calendar = office_calendar(tuple(government_holidays([2026])))
    assert due(FIVE_DAYS, at(be(21, 12, 2569)), calendar).calendar_complete
    late = due(FIVE_DAYS, at(be(28, 12, 2569)), calendar)
    assert late.at > at(be(31, 12, 2569), "23:59")
    assert not late.calendar_complete


def test_10_a_due_date_past_every_known_day_is_refused() -> None:
    calendar = office_calendar(tuple(government_holidays([2026])), last=be(31, 12, 2569))
    with pytest.raises(BeyondCalendar):
        due(FIVE_DAYS, at(be(30, 12, 2569)), calendar)


def test_10_days_of_new_year_alone_do_not_make_a_year_complete() -> None:
    holidays = (*government_holidays([2026]), Holiday(be(1, 1, 2570), "วันขึ้นปีใหม่"))
    calendar = office_calendar(holidays)
    assert calendar.complete_until == be(31, 12, 2569)
    assert not due(FIVE_DAYS, at(be(5, 1, 2570)), calendar).calendar_complete


def test_12_half_days_and_special_days_move_due_dates() -> None:
    half, extra = be(9, 7, 2569), be(11, 7, 2569)
    calendar = office_calendar(
        tuple(government_holidays([2026])),
        special=(SpecialDay(half, hours("08:30-12:00")), SpecialDay(extra, OFFICE_DAY)),
    )
    one = Target(ClockKind.RESOLVE, 1, Unit.WORKING_DAYS)
    assert due_at(one, at(be(8, 7, 2569)), calendar) == at(half, "12:00")
    worked = due(one, at(be(10, 7, 2569)), calendar)
    assert worked.at == at(extra, "16:30")
    assert worked.explanation[-1] == Line(extra, Why.SPECIAL, 1, 1)


def test_17_a_due_date_explains_itself_day_by_day() -> None:
    lines = due(FIVE_DAYS, at(be(10, 4, 2569)), GOVERNMENT).explanation
    assert lines == (
        Line(be(10, 4, 2569), Why.RECEIVED, 0, 0),
        Line(be(11, 4, 2569), Why.WEEKEND, 0, 0),
        Line(be(12, 4, 2569), Why.WEEKEND, 0, 0),
        Line(be(13, 4, 2569), Why.HOLIDAY, 0, 0, "วันสงกรานต์"),
        Line(be(14, 4, 2569), Why.HOLIDAY, 0, 0, "วันสงกรานต์"),
        Line(be(15, 4, 2569), Why.HOLIDAY, 0, 0, "วันสงกรานต์"),
        Line(be(16, 4, 2569), Why.COUNTED, 1, 1),
        Line(be(17, 4, 2569), Why.COUNTED, 1, 2),
        Line(be(18, 4, 2569), Why.WEEKEND, 0, 2),
        Line(be(19, 4, 2569), Why.WEEKEND, 0, 2),
        Line(be(20, 4, 2569), Why.COUNTED, 1, 3),
        Line(be(21, 4, 2569), Why.COUNTED, 1, 4),
        Line(be(22, 4, 2569), Why.COUNTED, 1, 5),
    )


def test_17_a_rolled_start_and_a_rolled_end_are_explained() -> None:
    lines = due(FIVE_DAYS, at(be(10, 4, 2569), "16:31"), GOVERNMENT, START_ROLL).explanation
    whys = [Why.AFTER_CUT_OFF, *[Why.WEEKEND] * 2, *[Why.HOLIDAY] * 3, Why.ROLLED, Why.COUNTED]
    assert [line.why for line in lines][:8] == whys
    ends = due(FIFTEEN_DAYS, at(be(30, 3, 2569)), GOVERNMENT, CITIZEN).explanation[-3:]
    assert ends == (
        Line(be(14, 4, 2569), Why.COUNTED, 1, 15, "วันสงกรานต์"),
        Line(be(15, 4, 2569), Why.HOLIDAY, 0, 15, "วันสงกรานต์"),
        Line(be(16, 4, 2569), Why.ROLLED, 0, 15),
    )


def test_17_minutes_are_explained_by_day() -> None:
    target = Target(ClockKind.RESOLVE, 500, Unit.WORKING_MINUTES)
    asked = due(target, at(be(9, 4, 2569), "15:00"), GOVERNMENT)
    assert asked.at == at(be(10, 4, 2569), "16:20")
    assert [(line.counted, line.running) for line in asked.explanation] == [
        (0, 0),
        (90, 90),
        (410, 500),
    ]


@some
@given(calendars(), targets(), st.lists(moments(), min_size=1, max_size=8), rollings(), cut_offs())
def test_17_what_is_counted_sums_to_the_target_and_ends_at_the_due_instant(
    calendar: WorkCalendar,
    target: Target,
    received: list[datetime],
    rolling: Rolling,
    cut_off: time,
) -> None:
    for moment in received:
        try:
            asked = due(target, moment, calendar, rolling, cut_off)
        except BeyondCalendar:
            continue
        lines = asked.explanation
        assert sum(line.counted for line in lines) == target.amount
        assert lines[0].date == official_date(moment)
        assert lines[-1].running == target.amount
        running = 0
        for line in lines:
            running += line.counted
            assert line.running == running
        days = sorted({line.date for line in lines})
        assert days == [days[0] + timedelta(days=n) for n in range(len(days))]
        last = at(days[-1], "00:00")
        assert last <= asked.at <= last + timedelta(days=1)


@some
@given(
    calendars(),
    targets(),
    st.lists(moments(), min_size=1, max_size=8),
    rollings(),
    cut_offs(),
    pauses(),
    extras(),
)
def test_a_due_date_is_what_walking_finds(
    calendar: WorkCalendar,
    target: Target,
    received: list[datetime],
    rolling: Rolling,
    cut_off: time,
    paused: tuple[Pause, ...],
    extra: int,
) -> None:
    for moment in received:
        held = tuple(pause for pause in paused if pause.start >= moment)
        try:
            found = due(target, moment, calendar, rolling, cut_off, extra=extra, pauses=held)
        except BeyondCalendar:
            continue
        assert sum(line.counted for line in found.explanation) == target.amount + extra
        if official_date(found.at) < LAST:
            walked = walked_due(target, moment, calendar, rolling, cut_off, extra, held)
            assert found.at == walked


@some
@given(calendars(), targets(), st.lists(moments(), min_size=2, max_size=8), rollings(), cut_offs())
def test_33a_a_later_receipt_never_gives_an_earlier_due_date(
    calendar: WorkCalendar,
    target: Target,
    received: list[datetime],
    rolling: Rolling,
    cut_off: time,
) -> None:
    before = datetime(1, 1, 1, tzinfo=UTC)
    for moment in sorted(received):
        try:
            found = due_at(target, moment, calendar, rolling, cut_off)
        except BeyondCalendar:
            continue
        assert found >= before
        before = found


def test_33b_only_a_citizens_period_rolls_off_a_holiday() -> None:
    received = at(be(30, 3, 2569))
    songkran = be(14, 4, 2569)
    assert due(FIFTEEN_DAYS, received, GOVERNMENT, OFFICIAL).at == at(songkran, "16:30")
    assert due(FIFTEEN_DAYS, received, GOVERNMENT, CITIZEN).at == at(be(16, 4, 2569), "16:30")


def test_the_cut_off_holds_back_hour_clocks_only() -> None:
    hour = Target(ClockKind.RESOLVE, 60, Unit.WORKING_MINUTES)
    friday = be(3, 7, 2569)
    early = time(15)
    assert due_at(hour, at(friday, "15:00"), GOVERNMENT, cut_off=early) == at(friday, "16:00")
    held = due(hour, at(friday, "15:01"), GOVERNMENT, cut_off=early)
    assert held.at == at(be(6, 7, 2569), "09:30")
    assert [line.why for line in held.explanation] == [
        Why.AFTER_CUT_OFF,
        Why.WEEKEND,
        Why.WEEKEND,
        Why.ROLLED,
        Why.COUNTED,
    ]
    assert due_at(FIVE_DAYS, at(friday, "15:01"), GOVERNMENT, cut_off=early) == due_at(
        FIVE_DAYS, at(friday, "09:00"), GOVERNMENT
    )


def test_the_end_of_an_office_day() -> None:
    assert end_of_office_day(be(9, 4, 2569), GOVERNMENT) == at(be(9, 4, 2569), "16:30")
    assert end_of_office_day(be(13, 4, 2569), GOVERNMENT) == at(be(13, 4, 2569), "16:30")


def test_a_promise_backwards_and_a_moment_without_a_zone_are_refused() -> None:
    with pytest.raises(ValueError, match="backwards"):
        Target(ClockKind.REPLY, -1, Unit.CALENDAR_DAYS)
    with pytest.raises(ValueError, match="naive"):
        due(FIVE_DAYS, datetime(2026, 7, 1, 10), GOVERNMENT)  # noqa: DTZ001


FRIDAY, MONDAY = be(3, 7, 2569), be(6, 7, 2569)
DUE = at(FRIDAY, "16:30")
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("now", "state", "days"),
    [
        (at(be(1, 7, 2569)), DueState.LEFT_DAYS, 2),
        (at(be(2, 7, 2569), "23:59"), DueState.LEFT_DAYS, 1),
        (at(FRIDAY, "00:00"), DueState.TODAY, 0),
        (DUE, DueState.TODAY, 0),
        (DUE + SECOND, DueState.LATE_TODAY, 0),
        (at(FRIDAY, "23:59"), DueState.LATE_TODAY, 0),
        (at(be(5, 7, 2569)), DueState.LATE_TODAY, 0),
        (at(MONDAY, "00:00"), DueState.LATE_DAYS, 1),
        (at(be(7, 7, 2569)), DueState.LATE_DAYS, 2),
    ],
)
def test_18_how_a_running_clock_stands(now: datetime, state: DueState, days: int) -> None:
    assert standing(DUE, None, now, GOVERNMENT) == Standing(state, days)


@pytest.mark.parametrize(
    ("stopped", "state", "days"),
    [
        (DUE - SECOND, DueState.MET, 0),
        (DUE, DueState.MET, 0),
        (DUE + SECOND, DueState.MISSED, 0),
        (at(MONDAY), DueState.MISSED, 1),
    ],
)
def test_18_exactly_at_the_due_instant_is_on_time(
    stopped: datetime, state: DueState, days: int
) -> None:
    much_later = at(be(1, 12, 2569))
    assert standing(DUE, stopped, much_later, GOVERNMENT) == Standing(state, days)


def test_18_a_calendar_day_clock_falls_due_at_half_past_four() -> None:
    asked = due_at(FIFTEEN_DAYS, at(be(19, 6, 2569), "09:00"), GOVERNMENT)
    assert asked == at(be(4, 7, 2569), "16:30")
    assert be(4, 7, 2569).weekday() == 5


def test_a_clock_without_a_due_date_stands_nowhere() -> None:
    assert standing(None, None, at(FRIDAY), GOVERNMENT) == Standing(DueState.NONE)


def test_a_list_shows_even_what_lies_outside_the_calendar() -> None:
    calendar = office_calendar(tuple(government_holidays([2026])))
    far = at(date(2035, 1, 2))
    assert standing(far, None, at(FRIDAY), calendar).state is DueState.LEFT_DAYS
    assert standing(DUE, None, far, calendar).state is DueState.LATE_DAYS
    late = {DueState.LATE_TODAY, DueState.LATE_DAYS}
    assert standing(far, None, far + timedelta(days=9), calendar).state in late
    assert standing(at(date(2019, 1, 2)), None, at(FRIDAY), calendar).state is DueState.LATE_DAYS


def test_a_due_date_costs_a_fraction_of_walking() -> None:
    """The bench prints the true ratio; here only a loss of kind is to be noticed."""
    target = Target(ClockKind.RESOLVE, 60 * 7 * 60, Unit.WORKING_MINUTES)
    received = at(be(3, 2, 2569))

    def least(found: Callable[[], object], rounds: int) -> float:
        taken = []
        for _ in range(5):
            begun = perf_counter()
            for _ in range(rounds):
                found()
            taken.append((perf_counter() - begun) / rounds)
        return min(taken)

    quick = least(lambda: due_at(target, received, GOVERNMENT), 200)
    slow = least(lambda: walked_due(target, received, GOVERNMENT, OFFICIAL, time(16, 30)), 5)
    assert quick < slow / 10
