"""The sheet that explains a due date, and the sheet of a standard with provisions of its own."""

from dataclasses import replace
from datetime import date

import pytest
from cases import CASE, OFFICE, RECEIVED
from office import bangkok
from paper import lines_of, pages_of

from desktop.errors import Refused
from desktop.paper_orders import ExplanationOrder, StandardsOrder
from desktop.papers import measures as m
from desktop.papers.explanation import stretches
from desktop.papers.fonts import open_faces
from desktop.papers.press import ThaiPress
from desktop.rules.calendar import CalendarFacts, Holiday, HolidayKind, government_holidays
from desktop.rules.catalogue import CATEGORIES, CHANNELS, SOURCES
from desktop.rules.clocked import Clock
from desktop.rules.clocks import ClockKind, Line, Rolling, Target, Unit, Verdict, Why
from desktop.rules.complaint import ComplaintType
from desktop.rules.policy import SHIPPED, Provision
from desktop.rules.priority import Priority
from desktop.rules.proceedings import Proceedings, Wait, WaitFor
from desktop.rules.reasons import Reason
from desktop.views import Lists

DAY = date(2026, 9, 1)
EXTRA = Holiday(date(2026, 7, 20), "วันหยุดราชการเพิ่มเป็นกรณีพิเศษ", HolidayKind.SPECIAL)
DAYS = CalendarFacts(
    tuple(sorted((*government_holidays([2026]), EXTRA), key=lambda holiday: holiday.date))
)
OPEN = replace(OFFICE, days=DAYS)
WAIT = Wait(
    WaitFor.AGENCY, "รอหนังสือตอบ", bangkok(date(2026, 7, 22)), None, bangkok(date(2026, 8, 3))
)
WAITED = replace(CASE, proceedings=Proceedings(waits=(WAIT,)))
RESOLVE = Clock(
    ClockKind.RESOLVE,
    Target(ClockKind.RESOLVE, 10, Unit.WORKING_DAYS),
    bangkok(date(2026, 7, 31), 16, 30),
    bangkok(date(2026, 8, 17), 16, 30),
    extra=3,
    started_at=RECEIVED,
)
PRESS = ThaiPress(open_faces)
OWN = replace(
    SHIPPED,
    version=2,
    effective_from=date(2026, 10, 1),
    provisions=(
        Provision(ClockKind.RESOLVE, 5, Unit.WORKING_DAYS, ComplaintType.TIP, Priority.URGENT),
        Provision(ClockKind.ACKNOWLEDGE, 120, Unit.WORKING_MINUTES, source_id=1),
        Provision(ClockKind.REPLY, None, Unit.CALENDAR_DAYS, category_id=2),
    ),
    rolling=Rolling(start_roll=True, end_roll=True),
)
LISTS = Lists(
    CHANNELS,
    tuple(replace(source, id=n) for n, source in enumerate(SOURCES, 1)),
    tuple(replace(category, id=n) for n, category in enumerate(CATEGORIES, 1)),
)


def explained(clock: Clock = RESOLVE) -> bytes:
    return PRESS.paper(ExplanationOrder(WAITED, clock, DAY), OPEN).pdf


def standards() -> bytes:
    return PRESS.paper(StandardsOrder(DAY, LISTS), replace(OPEN, policy=OWN)).pdf


def test_every_kind_of_day_and_the_sum_are_told_on_one_page() -> None:
    (text,) = pages_of(explained())
    for said in (
        "๔๑๐/๒๕๖๙",
        "ดำเนินการแล้วเสร็จภายใน๑๐วันทำการขยายอีก๓วันทำการ",
        "วันที่รับเรื่องไม่นับ",
        "วันหยุดราชการไม่นับ:วันหยุดราชการเพิ่มเป็นกรณีพิเศษ",
        "ระหว่างรอไม่นับ",
        "นับส่วนที่ขยายเวลา",
        "รวม๑๓วันทำการครบกำหนดวันที่",
    ):
        assert said in text


def test_a_clock_that_ended_by_an_earlier_calendar_says_so() -> None:
    ended = replace(RESOLVE, stopped_at=bangkok(date(2026, 8, 11)), verdict=Verdict.MET)
    (text,) = pages_of(explained(replace(ended, due_at=bangkok(date(2026, 8, 14), 16, 30))))
    assert "คงตามปฏิทินหรือเกณฑ์ในขณะนั้นคือ๑๔สิงหาคม๒๕๖๙" in text


def test_a_clock_past_the_calendar_is_refused() -> None:
    far = replace(RESOLVE, target=Target(ClockKind.RESOLVE, 9_000, Unit.WORKING_DAYS))
    with pytest.raises(Refused) as refused:
        explained(far)
    assert refused.value.reason is Reason.CALENDAR_ENDS


def test_days_that_count_alike_are_taken_together() -> None:
    lines = (
        Line(date(2026, 7, 15), Why.RECEIVED, 0, 0),
        Line(date(2026, 7, 16), Why.COUNTED, 1, 1),
        Line(date(2026, 7, 17), Why.COUNTED, 1, 2),
        Line(date(2026, 7, 18), Why.WEEKEND, 0, 2),
        Line(date(2026, 7, 19), Why.WEEKEND, 0, 2),
        Line(date(2026, 7, 20), Why.COUNTED, 1, 3),
        Line(date(2026, 7, 25), Why.WEEKEND, 0, 3),
    )
    told = [(s.first.day, s.last.day, s.counted, s.running, s.weekends) for s in stretches(lines)]
    assert told == [(15, 15, 0, 0, False), (16, 20, 3, 3, True), (25, 25, 0, 3, False)]


def test_sixty_days_stand_on_one_page() -> None:
    long = replace(RESOLVE, target=Target(ClockKind.RESOLVE, 60, Unit.WORKING_DAYS))
    assert len(pages_of(explained(long))) == 1


def test_provisions_and_rules_in_force_are_printed() -> None:
    (text,) = pages_of(standards())
    for said in (
        "เรื่องแจ้งเบาะแสความสำคัญด่วน",
        "๑๒๐นาทีทำการ",
        "ไม่กำหนด",
        "เรื่องที่รับในวันหยุดหรือหลังเวลา๑๖.๓๐น.ถือว่ารับในวันทำการถัดไป",
        "เลื่อนไปครบในวันทำการถัดไป",
    ):
        assert said in text


def test_nothing_leaves_the_margins() -> None:
    long = replace(WAITED, matter=replace(CASE.matter, subject="<b>หลังคา</b> & " * 60))
    pdf = PRESS.paper(ExplanationOrder(long, RESOLVE, DAY), OPEN).pdf
    for page in range(len(pages_of(pdf))):
        lines = lines_of(pdf, page)
        assert min(left for left, *_ in lines) >= m.LEFT - 1
        assert max(right for _, right, *_ in lines) <= m.PAGE_WIDTH - m.RIGHT + 1
