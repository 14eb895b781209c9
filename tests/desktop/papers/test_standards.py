"""The sheet of standards says what the rules promise."""

from dataclasses import replace
from datetime import date

import pytest
from paper import lines_of, pages_of

from desktop.papers import measures as m
from desktop.papers.fonts import Faces, open_faces
from desktop.papers.standards import StandardsFacts, render_standards
from desktop.papers.words import Words
from desktop.rules.clocks import ClockKind, Unit
from desktop.rules.complaint import ComplaintType
from desktop.rules.policy import SHIPPED, Complexity, Provision
from desktop.rules.priority import Priority

FACTS = StandardsFacts(
    "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต ๒", "๐ ๓๙๐๐ ๐๐๐๐", SHIPPED, date(2026, 7, 15)
)


@pytest.fixture(scope="module")
def faces() -> Faces:
    return open_faces()


def test_every_promise_is_told_by_complexity_and_priority(faces: Faces) -> None:
    rendered = render_standards(FACTS, faces, Words())
    assert rendered.pages == 1
    (text,) = pages_of(rendered.pdf)
    for said in (
        "ตอบรับการรับเรื่องแจ้งให้ผู้ร้องทราบว่ารับเรื่องไว้แล้ว๑วันทำการ",
        "ตอบกลับแจ้งผลหรือความคืบหน้าให้ผู้ร้องทราบ๑๕วัน",
        "ปกติด่วนด่วนมากด่วนที่สุด",
        "เรื่องทั่วไป๑๐วันทำการ๘วันทำการ๕วันทำการ๓วันทำการ",
        "เรื่องที่ต้องตรวจสอบข้อเท็จจริง๓๐วันทำการ๒๓วันทำการ๑๕วันทำการ๘วันทำการ",
        "เรื่องซับซ้อนหรือต้องสืบสวนสอบสวน๖๐วันทำการ๔๕วันทำการ๓๐วันทำการ๑๕วันทำการ",
        "ณวันที่๑๕กรกฎาคม๒๕๖๙",
        "โทร.๐๓๙๐๐๐๐๐๐",
    ):
        assert said in text


def test_an_offices_own_standard_is_the_one_printed(faces: Faces) -> None:
    resolve = {**SHIPPED.resolve, Complexity.GENERAL: 7}
    since = date(2026, 10, 1)
    own = replace(SHIPPED, effective_from=since, acknowledge=3, resolve=resolve)
    (text,) = pages_of(render_standards(replace(FACTS, policy=own, phone=""), faces, Words()).pdf)
    assert "ไว้แล้ว๓วันทำการ" in text
    assert "เรื่องทั่วไป๗วันทำการ" in text
    assert "ใช้กับเรื่องที่รับตั้งแต่วันที่๑ตุลาคม๒๕๖๙" in text
    assert "โทร." not in text


def test_nothing_leaves_the_margins(faces: Faces) -> None:
    long = replace(FACTS, office="<b>สำนักงาน</b> " * 20)
    lines = lines_of(render_standards(long, faces, Words()).pdf)
    assert min(left for left, *_ in lines) >= m.LEFT - 1
    assert max(right for _, right, *_ in lines) <= m.PAGE_WIDTH - m.RIGHT + 1
    assert min(y for *_, y, _ in lines) >= m.BOTTOM


def told(faces: Faces, *provisions: Provision) -> str:
    policy = replace(SHIPPED, provisions=provisions)
    (text,) = pages_of(render_standards(replace(FACTS, policy=policy), faces, Words()).pdf)
    return text


def test_what_is_said_of_all_matters_is_true_of_the_offices_own_provisions(faces: Faces) -> None:
    plain = told(faces)
    assert "เรื่องสอบถามมีกำหนดตอบรับและตอบกลับไม่มีกำหนดแล้วเสร็จ" in plain
    assert "เรื่องชมเชยไม่มีกำหนดเวลา" in plain
    assert "เรื่องร้องเรียนมี" not in plain
    assert "ทุกกำหนดนับจากวันที่รับเรื่อง" in plain
    answered = Provision(ClockKind.RESOLVE, 3, Unit.WORKING_DAYS, ComplaintType.INQUIRY)
    thanked = Provision(ClockKind.REPLY, 5, Unit.CALENDAR_DAYS, ComplaintType.PRAISE)
    unasked = Provision(ClockKind.ACKNOWLEDGE, None, Unit.WORKING_DAYS, ComplaintType.TIP)
    own = told(faces, answered, thanked, unasked)
    assert "เรื่องสอบถามมี" not in own
    assert "เรื่องชมเชยมีกำหนดตอบกลับไม่มีกำหนดตอบรับและแล้วเสร็จ" in own
    assert "เรื่องแจ้งเบาะแสมีกำหนดตอบกลับและแล้วเสร็จไม่มีกำหนดตอบรับ" in own
    urgent = replace(answered, priority=Priority.MOST_URGENT)
    assert "เรื่องชมเชยไม่มีกำหนดเวลาเว้นแต่ที่กำหนดไว้เฉพาะข้างต้น" in told(faces, urgent)
    assert "เว้นแต่" not in plain + own
    # Another length of what it has already is told by its own line alone.
    assert "เรื่องร้องเรียนมี" not in told(
        faces, Provision(ClockKind.RESOLVE, 3, Unit.WORKING_DAYS, priority=Priority.URGENT)
    )


def test_what_is_counted_in_minutes_is_not_said_to_end_with_the_day(faces: Faces) -> None:
    hour = Provision(ClockKind.ACKNOWLEDGE, 60, Unit.WORKING_MINUTES)
    text = told(faces, hour)
    assert "ทุกกำหนดนับ" not in text
    assert "กำหนดที่นับเป็นวันนับจากวันที่รับเรื่อง" in text
    assert "กำหนดที่นับเป็นนาทีนับเฉพาะเวลาราชการ" in text
