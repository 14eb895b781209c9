"""Looking at channels: when it is due, what was missed, and a month on paper's lines."""

from dataclasses import replace
from datetime import date, timedelta

from offices import GOVERNMENT, at

from desktop.rules.catalogue import CHANNELS, Channel, CheckEvery
from desktop.rules.checking import (
    ChannelCheck,
    Log,
    due_on,
    looked_on,
    missed,
    month_by_channel,
    month_of,
    open_today,
)

FIRST, LAST = date(2026, 7, 1), date(2026, 7, 31)
FRIDAY, SATURDAY, MONDAY = date(2026, 7, 10), date(2026, 7, 11), date(2026, 7, 13)
DAYS = [FIRST + timedelta(days=n) for n in range(31)]


def channel(every: CheckEvery, number: int = 1) -> Channel:
    return replace(CHANNELS[0], id=number, every=every, checked=every.value)


def check(day: date, number: int = 1, found: int = 0) -> ChannelCheck:
    return ChannelCheck(number, at(day), "นางสาวสมหญิง ใจดี", found)


def test_every_shipped_channel_says_in_words_what_it_counts_by() -> None:
    said = {
        "ทุกวันทำการ": CheckEvery.WORKDAY,
        "ทุกวัน": CheckEvery.DAY,
        "สัปดาห์ละ ๑ ครั้ง": CheckEvery.WEEK,
        "ทุกครั้งที่มีผู้ร้อง": CheckEvery.ARRIVAL,
        "": CheckEvery.NEVER,
    }
    assert {one.checked: one.every for one in CHANNELS} == said


def test_a_check_falls_due_by_the_kind_of_day() -> None:
    days = {every: [d for d in DAYS if due_on(every, d, GOVERNMENT)] for every in CheckEvery}
    assert days[CheckEvery.DAY] == DAYS
    assert days[CheckEvery.WORKDAY] == [d for d in DAYS if GOVERNMENT.is_workday(d)]
    # A week's check falls due on its last working day: 31 July follows three holidays.
    assert days[CheckEvery.WEEK] == [date(2026, 7, d) for d in (3, 10, 17, 24, 31)]
    assert days[CheckEvery.ARRIVAL] == days[CheckEvery.NEVER] == []


def test_missed_are_the_due_days_on_which_nobody_looked() -> None:
    looked = {date(2026, 7, 1), date(2026, 7, 3)}
    until = date(2026, 7, 6)
    assert missed(CheckEvery.WORKDAY, looked, FIRST, until, GOVERNMENT) == (
        date(2026, 7, 2),
        until,
    )
    assert missed(CheckEvery.DAY, looked, FIRST, date(2026, 7, 4), GOVERNMENT) == (
        date(2026, 7, 2),
        date(2026, 7, 4),
    )
    # Any day of the week will do.
    assert missed(CheckEvery.WEEK, {FIRST}, FIRST, FRIDAY, GOVERNMENT) == (FRIDAY,)
    assert missed(CheckEvery.WORKDAY, (), date(1990, 1, 1), date(1990, 2, 1), GOVERNMENT) == ()


def test_open_today_are_those_due_and_not_looked_at() -> None:
    daily, weekly = channel(CheckEvery.WORKDAY), channel(CheckEvery.WEEK, 2)
    gone = replace(channel(CheckEvery.DAY, 3), active=False)
    every = (daily, weekly, gone)
    assert open_today(every, (), FRIDAY, GOVERNMENT) == (daily, weekly)
    assert open_today(every, (check(FRIDAY),), FRIDAY, GOVERNMENT) == (weekly,)
    assert open_today(every, (check(MONDAY - timedelta(days=6), 2),), FRIDAY, GOVERNMENT) == (
        daily,
    )
    assert open_today(every, (), SATURDAY, GOVERNMENT) == ()


def test_a_month_is_told_day_by_day_and_nothing_is_missed_before_its_day_is_over() -> None:
    daily = channel(CheckEvery.WORKDAY)
    checks = (check(date(2026, 7, 1)), check(date(2026, 7, 1), found=2), check(FRIDAY, found=1))
    never = channel(CheckEvery.NEVER, 4)
    (told,) = month_by_channel((daily, never), checks, Log(FIRST, MONDAY), GOVERNMENT)
    assert told.found_on[:2] == (2, None)
    assert told.found_on[9] == 1
    assert (told.looked, told.found) == (2, 3)
    assert told.wanted[10] is False
    assert [n + 1 for n, lacks in enumerate(told.missed) if lacks] == [2, 3, 6, 7, 8, 9]
    assert told.lacking == 6
    begun = Log(date(2026, 7, 8), MONDAY)
    assert [day.day for day in begun.missed(daily, checks, GOVERNMENT)] == [8, 9]
    assert Log(None, MONDAY).missed(daily, checks, GOVERNMENT) == ()
    assert looked_on(checks, daily) == {date(2026, 7, 1), FRIDAY}


def test_a_month_ends_where_the_next_begins() -> None:
    assert month_of(date(2026, 2, 14)) == (date(2026, 2, 1), date(2026, 2, 28))
    assert month_of(date(2026, 12, 31)) == (date(2026, 12, 1), date(2026, 12, 31))
    assert month_of(FIRST) == (FIRST, LAST)
