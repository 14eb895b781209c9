"""Papers that can be archived: faces, colours and what they say of themselves."""

import io
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pypdf
import pytest
from archival import faults
from office import bangkok
from PIL import Image, ImageCms
from reportlab.pdfgen.canvas import Canvas

from desktop.paper_orders import SlipPaper
from desktop.papers import archive as archiving
from desktop.papers.fonts import Faces, open_faces
from desktop.papers.letter import OfficialLetter, render_letters
from desktop.papers.sheet import Document
from desktop.papers.slip import SlipFacts, render_slip
from desktop.papers.words import Words
from desktop.rules.office import Garuda

LETTER = OfficialLetter(
    number="ศธ ๐๔๐๐๑/๑",
    office="สำนักงานเขตพื้นที่",
    address=("ถนนราชดำเนิน",),
    dated=date(2026, 7, 15),
    subject='ตอบรับ <เรื่อง> & "ร้องเรียน" 🙂\x00\u202e',
    salutation="เรียน",
    recipient="ผู้ร้อง",
    paragraphs=("ตามที่ท่านได้แจ้งเรื่องร้องเรียน " * 200,),
    signer="นายสมชาย ใจดี",
    position="ผู้อำนวยการ",
    unit="กลุ่มกฎหมายและคดี",
    phone="๐ ๓๙๐๐ ๐๐๐๐",
    urgency="ด่วนที่สุด",
)
MOMENT = bangkok(date(2026, 7, 15), 10, 38)
SLIP = SlipFacts("ก", "ข", "๑", "1/2569", "K7M-4Q2-9XB-T", MOMENT, "ค", "ง", "จ", "ฉ")


@pytest.fixture(scope="module")
def faces() -> Faces:
    return open_faces()


@pytest.fixture(scope="module")
def words() -> Words:
    return Words()


def _letter(letter: OfficialLetter, faces: Faces, words: Words) -> bytes:
    return render_letters([letter], faces, words).pdf


def test_letters_and_slips_can_be_archived(faces: Faces, words: Words) -> None:
    assert faults(_letter(LETTER, faces, words)) == []
    assert faults(_letter(replace(LETTER, dated=None, subject=""), faces, words)) == []
    assert faults(_letter(replace(LETTER, paragraphs=("่" * 40_000,)), faces, words)) == []
    for paper in SlipPaper:
        assert faults(render_slip(SLIP, faces, words, paper).pdf) == []


def test_a_letter_with_a_picture_can_be_archived(faces: Faces, words: Words) -> None:
    picture = io.BytesIO()
    Image.new("RGBA", (8, 8), (200, 0, 0, 100)).save(picture, "png")
    letter = replace(LETTER, garuda=Garuda.IMAGE, garuda_image=picture.getvalue())
    assert faults(_letter(letter, faces, words)) == []


def test_it_says_what_it_is_and_when_it_was_made(faces: Faces, words: Words) -> None:
    reader: Any = pypdf.PdfReader(io.BytesIO(_letter(LETTER, faces, words)))
    assert reader.trailer["/Info"] == {
        "/Title": 'ตอบรับ <เรื่อง> & "ร้องเรียน" 🙂',
        "/Creator": "รับเรื่อง",
        "/Producer": "รับเรื่อง",
        "/CreationDate": "D:20260715",
        "/ModDate": "D:20260715",
        "/Trapped": "/False",
    }
    told = reader.xmp_metadata
    assert told is not None
    assert (told.pdfaid_part, told.pdfaid_conformance) == ("2", "U")
    assert told.dc_title == {"x-default": 'ตอบรับ <เรื่อง> & "ร้องเรียน" 🙂'}
    slip: Any = pypdf.PdfReader(io.BytesIO(render_slip(SLIP, faces, words).pdf))
    assert slip.trailer["/Info"]["/CreationDate"] == "D:20260715103800+07'00'"


def test_a_draft_does_not_say_when_it_was_made(faces: Faces, words: Words) -> None:
    draft = _letter(replace(LETTER, dated=None), faces, words)
    reader: Any = pypdf.PdfReader(io.BytesIO(draft))
    assert "/CreationDate" not in reader.trailer["/Info"]


def test_the_same_contents_are_the_same_bytes_on_any_day(
    faces: Faces, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = _letter(LETTER, faces, words)
    archiving._profile.cache_clear()
    made = ImageCms.ImageCmsProfile

    class Later(made):  # type: ignore[misc, valid-type]
        def tobytes(self) -> bytes:
            told = bytearray(super().tobytes())
            told[24:36] = bytes(range(12))
            return bytes(told)

    monkeypatch.setattr(ImageCms, "ImageCmsProfile", Later)
    assert _letter(LETTER, faces, words) == first
    assert _letter(replace(LETTER, phone="๑"), faces, words) != first


def test_other_contents_have_another_document_id(faces: Faces, words: Words) -> None:
    def number(letter: OfficialLetter) -> Any:
        return pypdf.PdfReader(io.BytesIO(_letter(letter, faces, words))).trailer["/ID"]

    assert number(LETTER) == number(LETTER)
    assert number(LETTER) != number(replace(LETTER, phone="๑"))


def test_the_check_finds_what_stock_papers_lack(faces: Faces, words: Words) -> None:
    target = io.BytesIO()
    canvas = Canvas(target)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(100, 100, "x" * 40_000)
    canvas.setFillColorCMYK(0, 0, 0, 1)
    canvas.showPage()
    canvas.save()
    found = faults(target.getvalue())
    for fault in (
        *("header", "language", "output intent", "no metadata", "a string is too long"),
        *("no line's end before endstream", "/Helvetica is not embedded", "device CMYK"),
    ):
        assert fault in found
    document = Document("ก", faces, words, made=datetime(2026, 7, 15, tzinfo=MOMENT.tzinfo))
    document.canvas._doc.info.title = "ข"
    document.canvas.showPage()
    assert any(fault.startswith("/Title") for fault in faults(document.finished()))
