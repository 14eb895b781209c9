"""Thai on paper: breaks, marks, and a text layer that reads as it was typed."""

import io
import re
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pypdf
import pypdfium2
import pytest
import uharfbuzz as hb
from shared_data import shared

from desktop.papers import measures as m
from desktop.papers.fonts import MISSING, Faces, open_faces
from desktop.papers.sheet import Document
from desktop.papers.words import Words, may_break
from desktop.rules.thai.text import clean_block

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


def test_marks_stand_where_harfbuzz_puts_them(faces: Faces) -> None:
    font = faces.regular
    shaper = hb.Font(font.hbFace)
    scale = 1000 / font.face.unitsPerEm
    for word in HARD:
        buffer = hb.Buffer()
        buffer.add_str(word)
        buffer.guess_segment_properties()
        hb.shape(shaper, buffer, {"kern": True, "liga": True, "ccmp": True})
        wanted = sum(at.x_advance for at in buffer.glyph_positions) * scale
        assert font.run(word).width == pytest.approx(wanted, abs=0.5)


def test_no_line_begins_or_ends_wrongly(words: Words) -> None:
    for line in shared("text", "q.txt").read_text("utf-8").splitlines()[:400]:
        text = clean_block(line)
        pieces = words.pieces(text)
        assert "".join(pieces) == text
        for before, after in pairwise(pieces):
            if " " in (before[0], after[0]) or not ("ก" <= after[0] <= "๛"):
                continue
            assert after[0] not in "ะัาำิีึืฺุูๅ็่้๊๋์ํ๎ๆฯ"
            assert before[-1] not in "เแโใไ"


def test_the_guard_knows_wrong_breaks() -> None:
    assert not may_break("ที่", 1)
    assert not may_break("เก", 1)
    assert not may_break("สิทธิ์", 3)
    assert not may_break("๔.๐", 2)
    assert may_break("กากา", 2)


def _messages(count: int) -> list[str]:
    found = []
    for name in ("q.txt", "neg.txt"):
        found += shared("text", name).read_text("utf-8").splitlines()
    return [clean_block(text) for text in found[:count] if text.strip()]


def test_real_messages_extract_to_what_was_typed(faces: Faces, words: Words) -> None:
    wrong = 0
    for text in _messages(300):
        pdf, document = printed(text, faces, words)
        shown = "".join(c if faces.regular.knows(c) or c.isspace() else MISSING for c in text)
        missing = {c for c in text if not faces.regular.knows(c) and not c.isspace()}
        assert set(document.unprintable) == missing
        found = dict(readings(pdf))
        wrong += bare(found["pypdf"]) != bare(shown)
        wrong += bare(found["pdfium"]) != bare(shown)
    assert wrong == 0


HOSTILE = (
    "<b>หนา",
    '<img src="secret.png" width="60">',
    '<a href="https://example.go.th">คลิก</a>',
    "&lt;&amp;&#x0E01;",
    "{office} {0} %s $x",
    "<para>x</para><br/>",
    "\\) Tj ET (evil",
    "@ @@ [1]TJ",
    "'; DROP TABLE complaint; --",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_behaviour_37_typed_text_is_inert(text: str, faces: Faces, words: Words) -> None:
    opened: list[str] = []

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(arguments[0], str):
            opened.append(arguments[0])

    pdf, _ = printed("เตรียม", faces, words)
    _WATCHING.append(watch)
    try:
        pdf, _ = printed(text, faces, words)
    finally:
        _WATCHING.remove(watch)
    assert [name for name in opened if "secret" in name] == []
    for reader, found in readings(pdf):
        assert bare(found) == bare(text), reader
    page = pypdf.PdfReader(io.BytesIO(pdf)).pages[0]
    assert "/Annots" not in page
    assert len(page.images) == 0


_WATCHING: list[Any] = []


def _audit(event: str, arguments: tuple[Any, ...]) -> None:
    for watch in list(_WATCHING):
        watch(event, arguments)


sys.addaudithook(_audit)


def test_the_watch_sees_a_file_opened(tmp_path: Any) -> None:
    seen: list[str] = []
    watch = lambda event, arguments: seen.append(str(arguments[0])) if event == "open" else None  # noqa: E731
    _WATCHING.append(watch)
    try:
        (tmp_path / "secret").write_text("x")
    finally:
        _WATCHING.remove(watch)
    assert any("secret" in name for name in seen)


@pytest.mark.parametrize("unit", ["ก", "a", "กำ้", "เ", "🙂", "ที่ดิน"])
def test_twenty_thousand_characters_unbroken_take_bounded_time(
    unit: str, faces: Faces, words: Words
) -> None:
    text = (unit * 20_000)[:20_000]
    began = time.process_time()
    document = Document("ทดสอบ", faces, words)
    lines = document.engine.broken(text, faces.regular, 10.6, m.TEXT_WIDTH, m.TEXT_WIDTH)
    assert len("".join(line.text for line in lines)) == len(text)
    assert time.process_time() - began < 20


def test_emoji_are_replaced_where_all_can_see(faces: Faces, words: Words) -> None:
    pdf, document = printed("ดีมาก 🙂 ครับ", faces, words)
    assert document.unprintable == ("🙂",)
    for reader, found in readings(pdf):
        assert bare(found) == f"ดีมาก{MISSING}ครับ", reader
