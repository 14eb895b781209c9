"""Thai on paper: breaks, marks, and a text layer that reads as it was typed."""

import io
import re
from collections.abc import Iterator

import pypdf
import pypdfium2
import pytest

from desktop.papers import measures as m
from desktop.papers.fonts import MISSING, Faces, open_faces
from desktop.papers.sheet import Document
from desktop.papers.words import Words, may_break

HARD = (
    *("ที่", "นี้", "ปู่", "ญู", "ฐู", "น้ำ", "ป้ำ", "กำก", "ปั้น", "ฝึ่ง", "ฟื้น", "ป่า", "ฝ้าย"),
    *("ผู้", "กฎ", "ฤๅษี", "ฏุ", "ญาติ", "เก๊", "โต๊ะ", "สิทธิ์", "ศักดิ์สิทธิ์", "เพื่อ", "ปี๊บ"),
    *("๐๑๒๓๔๕๖๗๘๙", "Ab1", "คลื่น", "น้ำแข็ง", "ปิ๊งปิ๊ง", "กระทู้", "ล้ำ", "ค่ำ", "ต่ำ", "ซ้ำ"),
)
UNSPACED = (
    "น้ำท่วมห้องเรียนทุกครั้งที่ฝนตกหนักครูและนักเรียนต้องช่วยกันขนย้าย"
    "โต๊ะเก้าอี้หนังสือและคอมพิวเตอร์ขึ้นที่สูงทำให้เสียเวลาเรียนและทรัพย์สินเสียหายเป็นประจำทุกปี"
) * 3


@pytest.fixture(scope="module")
def faces() -> Faces:
    return open_faces()


@pytest.fixture(scope="module")
def words() -> Words:
    return Words()


def printed(
    text: str, faces: Faces, words: Words, *, spread: bool = True
) -> tuple[bytes, Document]:
    """Set paragraphs down the page as letters do."""
    document = Document("ทดสอบ", faces, words)
    size, y = faces.size(16), m.PAGE_HEIGHT - m.TOP
    for paragraph in text.split("\n"):
        lines = document.engine.broken(
            paragraph, faces.regular, size, m.TEXT_WIDTH - m.INDENT, m.TEXT_WIDTH
        )
        for number, line in enumerate(lines):
            if y < m.BOTTOM:
                document.canvas.showPage()
                y = m.PAGE_HEIGHT - m.TOP
            justify = spread and number < len(lines) - 1
            document.engine.line(m.LEFT, y, line, faces.regular, size, spread=justify)
            y -= m.LINE
    document.canvas.showPage()
    return document.finished(), document


def readings(pdf: bytes) -> Iterator[tuple[str, str]]:
    """What two independent readers find, white space left out."""
    yield "pypdf", "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    document.close()
    yield "pdfium", "".join(pages)


def bare(text: str) -> str:
    return re.sub(r"\s|\x02|\ufffe", "", text)


@pytest.mark.parametrize("word", [*HARD, 'ประกาศ "A วันที่ ๑๒"'])
def test_behaviour_34_words_read_as_typed(word: str, faces: Faces, words: Words) -> None:
    pdf, _ = printed(f"{word} {word}", faces, words)
    for reader, found in readings(pdf):
        assert bare(found) == bare(word) * 2, reader


def test_behaviour_34_a_long_unspaced_sentence_wraps_at_word_ends(
    faces: Faces, words: Words
) -> None:
    document = Document("ทดสอบ", faces, words)
    size = faces.size(16)
    lines = document.engine.broken(
        UNSPACED, faces.regular, size, m.TEXT_WIDTH - m.INDENT, m.TEXT_WIDTH
    )
    assert len(UNSPACED) > 300
    assert "".join(line.text for line in lines) == UNSPACED
    assert all(line.width <= line.room + 1e-6 for line in lines)
    place = 0
    ends = {0}
    for piece in words.pieces(UNSPACED):
        place += len(piece)
        ends.add(place)
    place = 0
    for line in lines:
        place += len(line.text)
        assert place in ends
    pdf, _ = printed(UNSPACED, faces, words)
    for reader, found in readings(pdf):
        assert bare(found) == UNSPACED, reader


def test_the_guard_knows_wrong_breaks() -> None:
    assert not may_break("ที่", 1)
    assert not may_break("เก", 1)
    assert not may_break("สิทธิ์", 3)
    assert not may_break("๔.๐", 2)
    assert may_break("กากา", 2)


def test_emoji_are_replaced_where_all_can_see(faces: Faces, words: Words) -> None:
    pdf, document = printed("ดีมาก 🙂 ครับ", faces, words)
    assert document.unprintable == ("🙂",)
    for reader, found in readings(pdf):
        assert bare(found) == f"ดีมาก{MISSING}ครับ", reader
