"""สรุปเรื่อง: what others are told of a complaint, without who brought it."""

from datetime import date

from cases import CASE, OFFICE
from paper import lines_of

from desktop.papers.fonts import open_faces
from desktop.papers.summary import render_summary, summary_of
from desktop.papers.words import Words
from desktop.rules.summary import Summary

TOLD = Summary(
    to="ผู้อำนวยการโรงเรียนบ้านตัวอย่าง",
    subject="อาคารเรียนหลังคารั่ว น้ำท่วมห้องเรียน",
    facts="มีผู้ร้องเรียนว่าอาคารเรียนหลังคารั่ว น้ำท่วมห้องเรียนทุกครั้งที่ฝนตกหนัก "
    "นักเรียนต้องย้ายไปเรียนที่โรงอาหารเป็นประจำ\n\nผู้ร้องขอให้ซ่อมแซมหลังคาก่อนเปิดภาคเรียน",
)


def printed() -> bytes:
    facts = summary_of(CASE, TOLD, OFFICE, date(2026, 7, 16))
    return render_summary(facts, open_faces(), Words(("ตัวอย่าง",))).pdf


def test_of_the_petitioner_nothing_stands_in_it() -> None:
    text = "".join(line[3] for line in lines_of(printed())).replace(" ", "")
    for part in ("ปราณี", "สุขใจ", "๕๖๗๘", "มะขาม"):
        assert part not in text
