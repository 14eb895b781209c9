"""The petition forms: filled with what is known, dotted where a pen has to help."""

from dataclasses import replace

import pytest
from paper import lines_of, pages_of, size_of
from reportlab.lib.units import cm
from specimens import PETITION

from desktop.papers import measures as m
from desktop.papers.fonts import Faces, open_faces
from desktop.papers.petition_form import render_petition
from desktop.papers.words import Words
from desktop.rules.complaint import Address

LONG = "ฝนตกหนักน้ำเข้าห้องเรียน นักเรียนต้องยกโต๊ะหนี " * 80


@pytest.fixture(scope="module")
def faces() -> Faces:
    return open_faces()


@pytest.fixture(scope="module")
def words() -> Words:
    return Words()


def test_form_one_says_what_is_known_in_the_wording_of_the_form(faces: Faces, words: Words) -> None:
    rendered = render_petition(PETITION, faces, words)
    assert rendered.pages == 1
    assert size_of(rendered.pdf) == pytest.approx((m.PAGE_WIDTH, m.PAGE_HEIGHT), abs=0.1)
    (text,) = pages_of(rendered.pdf)
    for said in (
        "แบบคำร้องทุกข์/ร้องเรียน(ด้วยตนเอง)",
        "(แบบคำร้องเรียน๑)",
        "เลขรับเรื่อง๔๑๐/๒๕๖๙",
        "วันที่๑๕เดือนกรกฎาคมพ.ศ.๒๕๖๙",
        "ข้าพเจ้านางปราณีสุขใจอายุปี",
        "อยู่บ้านเลขที่๑๒/๓หมู่ที่๔ถนนท่าแฉลบตำบลมะขาม",
        "อำเภอมะขามจังหวัดจันทบุรีโทรศัพท์๐๘๑๒๓๔๕๖๗๘",
        "อาชีพตำแหน่ง",
        "ถือบัตรประจำตัวประชาชนเลขที่๑๒๓๔๕๖๗๘๙๐๑๒๓",
        "ออกโดยวันออกบัตรบัตรหมดอายุ",
        "นักเรียนต้องยกโต๊ะหนี",
        "ข้าพเจ้าขอรับรองว่าคำร้องทุกข์/ร้องเรียนตามข้างต้นเป็นจริงทุกประการ",
        "๑)ภาพถ่าย๓ภาพจำนวนชุด",
        "๒)หนังสือของผู้ใหญ่บ้านจำนวนชุด",
        "จึงเรียนมาเพื่อโปรดพิจารณาดำเนินการต่อไป",
        "ขอแสดงความนับถือ",
        "ลงชื่อผู้ร้องทุกข์/ร้องเรียน(นางปราณีสุขใจ)",
    ):
        assert said in text


def test_form_two_is_signed_by_who_took_the_call_at_its_hour(faces: Faces, words: Words) -> None:
    pdf = render_petition(replace(PETITION, by_phone=True), faces, words).pdf
    text = "".join(pages_of(pdf))
    for said in (
        "แบบคำร้องทุกข์/ร้องเรียน(โทรศัพท์)",
        "โดยขออ้างภาพถ่าย๓ภาพหนังสือของผู้ใหญ่บ้านเป็นพยานหลักฐานประกอบ",
        "หากเป็นคำร้องที่ไม่สุจริตอาจต้องรับผิดตามกฎหมายได้",
        "ลงชื่อเจ้าหน้าที่ผู้รับเรื่อง(นางสาวสมหญิงใจดี)",
        "วันที่๑๕กรกฎาคม๒๕๖๙เวลา๑๐.๓๘น.",
    ):
        assert said in text
    assert "ขอแสดงความนับถือ" not in text


def test_what_is_not_known_is_left_to_a_pen(faces: Faces, words: Words) -> None:
    empty = replace(
        PETITION,
        petitioner="ไม่ประสงค์ออกนาม",
        signer="",
        address=Address(),
        phone="",
        citizen_id="",
        facts="",
        place="",
        remedy="",
        evidence="",
    )
    (text,) = pages_of(render_petition(empty, faces, words).pdf)
    assert "ข้าพเจ้าไม่ประสงค์ออกนามอายุปี" in text
    assert "อยู่บ้านเลขที่หมู่ที่ถนนตำบล" in text
    assert "ลงชื่อผู้ร้องทุกข์/ร้องเรียน()" in text
    assert "ปราณี" not in text


@pytest.mark.parametrize("by_phone", [False, True])
def test_long_facts_flow_on_and_stay_between_the_margins(
    faces: Faces, words: Words, by_phone: bool
) -> None:
    facts = replace(PETITION, by_phone=by_phone, facts=LONG)
    rendered = render_petition(facts, faces, words)
    assert rendered.pages == 3
    assert "".join(pages_of(rendered.pdf)).count("นักเรียนต้องยกโต๊ะหนี") == 80
    for page in range(rendered.pages):
        lines = lines_of(rendered.pdf, page)
        assert min(left for left, *_ in lines) >= m.LEFT - 1
        assert max(right for _, right, *_ in lines) <= m.PAGE_WIDTH - m.RIGHT + 1
        assert min(y for *_, y, _ in lines) >= m.BOTTOM
        assert max(y for *_, y, _ in lines) <= m.PAGE_HEIGHT - 1.5 * cm


def test_what_a_citizen_typed_is_printed_as_typed(faces: Faces, words: Words) -> None:
    hostile = replace(
        PETITION,
        facts="<b>น้ำ</b> {office} &amp; 😀",
        petitioner="<i>ก</i>" * 40,
        place="น้ำท่วม" * 90,
    )
    rendered = render_petition(hostile, faces, words)
    text = "".join(pages_of(rendered.pdf))
    assert "<b>น้ำ</b>{office}&amp;" in text
    assert rendered.unprintable == ("😀",)
    assert max(right for _, right, *_ in lines_of(rendered.pdf)) <= m.PAGE_WIDTH - m.RIGHT + 1
