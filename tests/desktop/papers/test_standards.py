"""The sheet of standards says what the rules promise."""

from dataclasses import replace
from datetime import date

import pytest
from paper import lines_of, pages_of

from desktop.papers import measures as m
from desktop.papers.fonts import Faces, open_faces
from desktop.papers.standards import StandardsFacts, render_standards
from desktop.papers.words import Words
from desktop.rules.policy import SHIPPED, Complexity

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
        "ใช้กับเรื่องที่รับตั้งแต่วันที่๑มกราคม๒๕๔๓",
        "โทร.๐๓๙๐๐๐๐๐๐",
    ):
        assert said in text


def test_an_offices_own_standard_is_the_one_printed(faces: Faces) -> None:
    own = replace(SHIPPED, acknowledge=3, resolve={**SHIPPED.resolve, Complexity.GENERAL: 7})
    (text,) = pages_of(render_standards(replace(FACTS, policy=own, phone=""), faces, Words()).pdf)
    assert "ไว้แล้ว๓วันทำการ" in text
    assert "เรื่องทั่วไป๗วันทำการ" in text
    assert "โทร." not in text


def test_nothing_leaves_the_margins(faces: Faces) -> None:
    long = replace(FACTS, office="<b>สำนักงาน</b> " * 20)
    lines = lines_of(render_standards(long, faces, Words()).pdf)
    assert min(left for left, *_ in lines) >= m.LEFT - 1
    assert max(right for _, right, *_ in lines) <= m.PAGE_WIDTH - m.RIGHT + 1
    assert min(y for *_, y, _ in lines) >= m.BOTTOM
