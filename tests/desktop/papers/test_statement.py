"""บันทึกถ้อยคำ: who said what to whom, signed by the giver on every page."""

from dataclasses import replace
from datetime import date

import pytest
from cases import CASE, OFFICE
from office import bangkok
from paper import lines_of, pages_of

from desktop.papers.fonts import Faces, open_faces
from desktop.papers.statement import render_statement, statement_of
from desktop.papers.words import Words
from desktop.rules.complaint import Secrecy
from desktop.rules.statement import Statement

QUESTION = "ถาม ท่านทราบเรื่องหลังคาอาคารเรียนรั่วได้อย่างไร และทราบตั้งแต่เมื่อใด"
ANSWER = (
    "ตอบ ข้าพเจ้าเป็นครูประจำชั้นประถมศึกษาปีที่ ๓ ห้องเรียนของข้าพเจ้าอยู่ชั้นบนของอาคารหลังที่รั่ว "
    "ทราบตั้งแต่เปิดภาคเรียนว่าฝนตกหนักครั้งใดน้ำก็ท่วมห้องเรียนทุกครั้ง "
    "ได้รายงานผู้อำนวยการโรงเรียนด้วยวาจาแล้วสองครั้ง แต่ยังไม่มีการซ่อมแซม"
)
TOLD = Statement(
    giver="นายมานะ ตัวอย่าง",
    said=(QUESTION, ANSWER, "ข้าพเจ้าขอส่งภาพถ่ายจำนวน ๓ แผ่น ประกอบถ้อยคำ"),
    place="โรงเรียนบ้านตัวอย่าง",
    taken_at=bangkok(date(2026, 7, 16), 10, 30),
    asker="นางสาวสมหญิง ใจดี",
    asker_position="นิติกรชำนาญการ",
    age="42",
    occupation="ข้าราชการครู",
    citizen_id="1234545678781",
    address="12 ตำบลมะขาม อำเภอมะขาม จังหวัดจันทบุรี",
)
LONG = replace(TOLD, said=(QUESTION, ANSWER) * 14, witness="นางวิภา นำทาง", read_by_giver=True)


@pytest.fixture(scope="module")
def faces() -> Faces:
    return open_faces()


def printed(told: Statement, secrecy: Secrecy = Secrecy.NONE) -> bytes:
    facts = statement_of(replace(CASE, secrecy=secrecy), told, OFFICE)
    return render_statement(facts, open_faces(), Words(("ตัวอย่าง",))).pdf


def test_the_giver_signs_every_page_and_all_sign_the_last() -> None:
    pdf = printed(LONG)
    pages = len(pages_of(pdf))
    texts = ["".join(line[3] for line in lines_of(pdf, page)) for page in range(pages)]
    for text in texts[:-1]:
        assert text.count("ลงชื่อ") == 1
        assert "ผู้ให้ถ้อยคำ" in text
    assert texts[-1].count("ลงชื่อ") == 3
    for signer in ("นายมานะตัวอย่าง", "นางสาวสมหญิงใจดี", "นางวิภานำทาง"):
        assert signer in texts[-1].replace(" ", "")


def test_of_the_petitioner_nothing_stands_in_it_that_was_not_stated() -> None:
    text = "".join(line[3] for line in lines_of(printed(TOLD)))
    for part in ("ปราณี", "สุขใจ", "๐๘๑"):
        assert part not in text


def test_no_question_is_left_at_the_foot_of_a_page() -> None:
    for lines in range(4, 14):
        said = ("\n".join(["ตอบ บรรทัด", *["บรรทัด"] * lines]), *LONG.said)
        pdf = printed(replace(LONG, said=said))
        for page in range(len(pages_of(pdf)) - 1):
            texts = [line[3] for line in lines_of(pdf, page)]
            foot = next(place for place, text in enumerate(texts) if text.startswith("ลงชื่อ"))
            last = max(
                place for place, text in enumerate(texts[:foot]) if text.startswith(("ถาม", "ตอบ"))
            )
            assert texts[last].startswith("ตอบ")
