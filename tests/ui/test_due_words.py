"""What a list says under a due date, and that the morning tells of a calendar that ends."""

from datetime import date, datetime, timedelta

import pytest
from clock import Clock
from office import bangkok
from offices import GOVERNMENT
from pytestqt.qtbot import QtBot
from windows import BOSS, drained, words

from desktop.ports import Desk
from desktop.rules.clocks import standing
from ui.counter import Counter
from ui.operations import Operations
from ui.pages.morning import MorningPage
from ui.telling import standing_words

FALLS = bangkok(date(2026, 7, 22), 16, 30)


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (bangkok(date(2026, 7, 17)), "เหลือ ๓ วันทำการ"),
        (bangkok(date(2026, 7, 22)), "ครบกำหนดวันนี้"),
        (FALLS, "ครบกำหนดวันนี้"),
        (FALLS + timedelta(seconds=1), "เกินกำหนดวันนี้"),
        (bangkok(date(2026, 7, 23)), "เกินกำหนด ๑ วันทำการ"),
        # The weekend and three holidays are no working days.
        (bangkok(date(2026, 7, 31)), "เกินกำหนด ๔ วันทำการ"),
    ],
)
def test_behaviour_18_a_list_says_how_a_due_date_stands_in_words(
    now: datetime, said: str, qtbot: QtBot
) -> None:
    assert standing_words(standing(FALLS, None, now, GOVERNMENT))[0] == said


def test_what_falls_due_before_the_office_works_again_says_so(qtbot: QtBot) -> None:
    saturday = bangkok(date(2026, 7, 18), 16, 30)
    said = [
        standing_words(standing(saturday, None, bangkok(date(2026, 7, day)), GOVERNMENT))[0]
        for day in (16, 17, 18)
    ]
    assert said == ["เหลือ ๑ วันทำการ", "ครบกำหนดในวันหยุดนี้", "ครบกำหนดวันนี้"]


def test_behaviour_10_the_morning_says_that_the_calendar_ends(
    operations: Operations, desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    last = max(holiday.date.year for holiday in desk.reading.days().holidays)
    operations.sign_in(BOSS)
    page = MorningPage(operations, desk.reading.office(date(last, 1, 5)))
    qtbot.addWidget(page)
    page.show()
    for at, told in ((bangkok(date(last, 10, 30)), False), (bangkok(date(last, 11, 2)), True)):
        clock.at = at
        page.arrive()
        drained(operations, qtbot)
        assert words(page, "ยังไม่ได้ลงวันหยุด") is told


@pytest.mark.parametrize(("hour", "shown"), [(7, False), (22, False), (9, True)])
def test_behaviour_42_the_bar_stays_empty_outside_office_hours(
    operations: Operations, desk: Desk, clock: Clock, qtbot: QtBot, hour: int, *, shown: bool
) -> None:
    last = max(holiday.date.year for holiday in desk.reading.days().holidays)
    operations.sign_in(BOSS)
    clock.at = bangkok(date(last, 11, 2), hour)
    counter = Counter(operations, desk.reading.office(date(last, 1, 5)))
    qtbot.addWidget(counter, before_close_func=lambda one: one.leave())
    counter.show()
    if shown:
        qtbot.waitUntil(lambda: bool(counter.bar.shown()))
        assert "ยังไม่ได้ลงวันหยุด" in counter.bar.shown()[0]
        return
    qtbot.waitUntil(lambda: counter.reminding is not None)
    drained(operations, qtbot)
    assert counter.bar.shown() == []
