"""Two thousand real messages, printed as letters and read back by readers of other makers."""

import io
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pypdf
import pypdfium2
import pytest
import uharfbuzz as hb
from glyphs import Drawn, lines_drawn, outline
from shared_data import shared

import resources
from desktop.papers import measures as m
from desktop.papers.fonts import MISSING, Faces, ThaiFont, open_faces
from desktop.papers.letter import OfficialLetter, render_letters
from desktop.papers.sheet import Document, Rendered
from desktop.papers.words import Words
from desktop.rules.thai.text import clean_block

COUNT = 2_000
BEFORE, AFTER = "เรียน ผู้ร้อง", "ขอแสดงความนับถือ"
NEVER_FIRST, NEVER_LAST = set("ะัาำิีึืฺุูๅ็่้๊๋์ํ๎"), set("เแโใไ")
OFFICE = OfficialLetter(
    number="ศธ ๐๔๐๐๑/๑",
    office="สำนักงานเขตพื้นที่",
    address=("ถนนราชดำเนิน",),
    dated=date(2026, 7, 15),
    subject="เรื่องร้องเรียน",
    salutation="เรียน",
    recipient="ผู้ร้อง",
    paragraphs=(),
    signer="นายสมชาย ใจดี",
    position="ผู้อำนวยการ",
    unit="กลุ่มกฎหมายและคดี",
    phone="๐ ๓๙๐๐ ๐๐๐๐",
)


@pytest.fixture(scope="module")
def faces() -> Faces:
    return open_faces()


@pytest.fixture(scope="module")
def words() -> Words:
    return Words()


@lru_cache(maxsize=1)
def messages() -> tuple[str, ...]:
    """Every question, and of the complaints as many as there is room for, short ones and long."""
    cleaned: dict[str, list[str]] = {}
    for name in ("q.txt", "neg.txt"):
        lines = map(clean_block, shared("text", name).read_text("utf-8").splitlines())
        cleaned[name] = [line for line in lines if line]
    room = COUNT - len(cleaned["q.txt"])
    step = len(cleaned["neg.txt"]) / room
    return (*cleaned["q.txt"], *(cleaned["neg.txt"][int(at * step)] for at in range(room)))


@pytest.fixture(scope="module")
def printed(faces: Faces, words: Words) -> Rendered:
    """One letter a message."""
    return render_letters((_letter(text) for text in messages()), faces, words)


def _letter(text: str) -> OfficialLetter:
    return replace(OFFICE, paragraphs=(text,))


def body_lines(page: str) -> list[str]:
    """Return the lines between the address and the closing, blanks at their ends left out."""
    lines = [line.rstrip() for line in page.splitlines()]
    return lines[lines.index(BEFORE) + 1 : lines.index(AFTER)]


def one_blank(text: str) -> str:
    """Runs of blanks as one space: pdfium tells no more of them."""
    return re.sub(r"\s+", " ", text)


def follows(lines: list[str], text: str) -> bool:
    """Tell whether lines are a text, whole and in order, but for blanks where a line ends."""
    place = 0
    for line in lines:
        while place < len(text) and text[place].isspace():
            place += 1
        if not text.startswith(line, place):
            return False
        place += len(line)
    return not text[place:].strip()


def by_pypdf(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def by_pdfium(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    # It reads a hyphen before a line's end as one that is not meant.
    return [page.replace("\ufffe", "-\n") for page in pages]


@pytest.mark.slow
@pytest.mark.parametrize("reader", [by_pypdf, by_pdfium], ids=["pypdf", "pdfium"])
def test_every_message_reads_as_it_was_typed(
    reader: Callable[[bytes], list[str]], printed: Rendered, faces: Faces
) -> None:
    pages = reader(printed.pdf)
    assert len(pages) == len(messages()) == COUNT
    for text, page in zip(messages(), pages, strict=True):
        shown = faces.regular.printed(text)
        lines = body_lines(page)
        if reader is by_pdfium:
            shown, lines = one_blank(shown), [one_blank(line) for line in lines]
        assert follows(lines, shown), (text, lines)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="a third reader, where there is one")
def test_poppler_reads_every_letter_of_it(printed: Rendered, tmp_path: Path, faces: Faces) -> None:
    (tmp_path / "letters.pdf").write_bytes(printed.pdf)
    told = subprocess.run(
        ["pdftotext", "-raw", "letters.pdf", "-"],  # noqa: S607 - the reader of this computer
        check=True,
        cwd=tmp_path,
        capture_output=True,
    )
    pages = told.stdout.decode("utf-8").split("\f")[:COUNT]
    for text, page in zip(messages(), pages, strict=True):
        body = "".join(page.split()).partition("".join(BEFORE.split()))[2].rpartition(AFTER)[0]
        assert body == "".join(faces.regular.printed(text).split())


def test_the_checks_find_what_is_wrong() -> None:
    assert follows(["กข", "คง"], "กข คง ")
    assert not follows(["กข", "งค"], "กข คง")
    assert not follows(["กข"], "กข คง")
    assert not follows(["กข", "คง", "จ"], "กข คง")
    assert not follows(["ก ข", "คง"], "กข คง")


def test_what_no_face_shows_is_replaced_and_reported(printed: Rendered, faces: Faces) -> None:
    missing = {
        char
        for text in messages()
        for char in text
        if not faces.regular.knows(char) and not char.isspace()
    }
    assert len(missing) > 50
    assert set(printed.unprintable) == missing
    assert all(faces.regular.printed(char) == MISSING for char in missing)


def test_no_line_of_ours_begins_or_ends_wrongly(faces: Faces, words: Words) -> None:
    document = Document("ทดสอบ", faces, words)
    breaks = 0
    # A narrow column too: it breaks more often.
    for room in (m.TEXT_WIDTH, 200.0):
        for text in messages():
            lines = document.engine.broken(text, faces.regular, faces.size(16), room, room)
            for before, after in pairwise(line.text for line in lines):
                if re.search(rf"{re.escape(before[-4:])}\s+{re.escape(after[:4])}", text):
                    continue  # the writer's own space
                breaks += 1
                assert after[0] not in NEVER_FIRST, (before, after)
                assert before[-1] not in NEVER_LAST, (before, after)
    assert breaks > 1_000


_THAI = re.compile("[ก-ฺเ-๎]+")
HARD = (
    re.compile("[ัิีึื็][่้๊๋์]"),
    re.compile("ำ"),
    re.compile("[ญฐ][ุู]"),
    re.compile("[ปฝฟ][ัิีึื็่้๊๋์ำ]"),
    re.compile("[ฎฏ][ุู]|[ปฝฟ][ัิีึื][่้๊๋์]|[่้๊๋]ำ"),
)


def hard_words(words: Words) -> list[str]:
    """A hundred and more words of each hard kind, from the messages and the dictionary."""
    listed = resources.path("words", "words_th.txt").read_text("utf-8").split()
    met = {piece for text in messages() for piece in words.pieces(text)}
    pool = [*sorted(met), *sorted(set(listed) - met)]
    chosen: dict[str, None] = {}
    for kind in HARD:
        fitting = [word for word in pool if kind.search(word) and _THAI.fullmatch(word)]
        chosen.update(dict.fromkeys(fitting[:170]))
    return list(chosen)


def wanted(word: str, font: ThaiFont, shaper: hb.Font) -> list[tuple[float, float, int]]:
    """Shape a word with HarfBuzz alone: each glyph's place in 1/1000 em, and which it is.

    Where it parts sara am we draw the face's own sara am in the place of its second half, so that
    it stays one letter to readers; the ring of that glyph is where HarfBuzz puts the ring.
    """
    buffer = hb.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    hb.shape(shaper, buffer, {"kern": True, "liga": True, "ccmp": True})
    ring, half, whole = (font.face.charToGlyph[ord(char)] for char in "\u0e4d\u0e32\u0e33")
    scale, pen, found = 1000 / font.face.unitsPerEm, 0, []
    rings: list[float] = []
    for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        x, glyph = pen + at.x_offset, info.codepoint
        pen += at.x_advance
        if glyph == ring:
            rings.append(x + outline(shaper, ring)[1])
            continue
        if glyph == half and rings:
            assert (x + outline(shaper, whole)[1]) * scale == pytest.approx(
                rings.pop() * scale, abs=20
            ), word
            glyph = whole
        found.append((x * scale, at.y_offset * scale, glyph))
    return found


def _ems(drawn: list[Drawn], left: float, base: float) -> Iterator[tuple[float, float]]:
    for glyph in drawn:
        yield (glyph.x - left) * 1000 / glyph.size, (glyph.y - base) * 1000 / glyph.size


@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_five_hundred_hard_words_stand_where_harfbuzz_puts_them(
    weight: str, faces: Faces, words: Words
) -> None:
    font: ThaiFont = getattr(faces, weight)
    shaper = hb.Font(font.hbFace)
    chosen = hard_words(words)
    assert len(chosen) >= 500
    document = Document("ทดสอบ", faces, words)
    for word in chosen:
        document.engine.text(100, 500, word, font, 10.0)
    document.canvas.showPage()
    lines = lines_drawn(document.finished())
    for word, drawn in zip(chosen, lines, strict=True):
        asked = wanted(word, font, shaper)
        assert len(drawn) == len(asked), word
        for glyph, (x, y), (at_x, at_y, number) in zip(
            drawn, _ems(drawn, 100, 500), asked, strict=True
        ):
            assert x == pytest.approx(at_x, abs=0.5), word
            assert y == pytest.approx(at_y, abs=0.5), word
            assert glyph.outline == outline(shaper, number), word
