"""Copies over the very paper that is kept: marked, certified, and never on what it says."""

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from office import SIGNATORY
from paper import Run, lines_of, pages_of
from PIL import Image, ImageChops
from specimens import LETTER

from desktop.paper_orders import Certifier, CopyOrder, Makers
from desktop.papers import measures as m
from desktop.papers.copies import render_copy
from desktop.papers.fonts import Faces, open_faces
from desktop.papers.letter import render_letters
from desktop.papers.words import Words

CITED = "ที่ ศธ ๐๔๙๙๙/๑๒๓ ลงวันที่ ๑๖ กรกฎาคม ๒๕๖๙"
MAKERS = Makers("นางสาวสมหญิง ใจดี", "นางสาวสมหญิง ใจดี", "")
CERTIFIER = Certifier("นายวิชัย ตั้งตรง", "นิติกรชำนาญการ", date(2026, 7, 20))
KINDS = {"copy": None, "file-copy": MAKERS, "certified-copy": CERTIFIER}
By = Makers | Certifier | None


@pytest.fixture(scope="module")
def faces() -> Faces:
    return open_faces()


@pytest.fixture(scope="module")
def words() -> Words:
    return Words(("ตัวอย่าง",))


@pytest.fixture(scope="module")
def original(faces: Faces, words: Words) -> bytes:
    return render_letters([LETTER], faces, words).pdf


def of_lines(count: int, faces: Faces, words: Words) -> bytes:
    body = ("\n".join(["บรรทัด"] * count), "จึงเรียนมาเพื่อโปรดทราบ")
    return render_letters([replace(LETTER, paragraphs=body)], faces, words).pdf


def seen(pdf: bytes, page: int) -> Image.Image:
    document = pypdfium2.PdfDocument(pdf)
    picture: Image.Image = document[page].render(scale=2).to_pil().convert("L")
    document.close()
    return picture


def line(lines: list[Run], start: str) -> Run:
    return next(found for found in lines if found[3].startswith(start))


def strongest(picture: Image.Image) -> int:
    return max(picture.tobytes())


def covers_nothing(before: Image.Image, after: Image.Image) -> None:
    """Whatever was drawn stays as dark as it was, and what was added stands on white paper."""
    added = ImageChops.subtract(before, after).point(lambda value: 255 if value > 40 else 0)
    inked = before.point(lambda value: 255 if value < 200 else 0)
    assert strongest(ImageChops.subtract(after, before)) <= 8
    assert strongest(ImageChops.multiply(added, inked)) == 0


@pytest.mark.parametrize("by", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("count", [2, 6, 9, 11, 13, 24])
def test_a_copy_says_all_that_the_original_says_and_covers_none_of_it(
    by: By, count: int, faces: Faces, words: Words
) -> None:
    original = of_lines(count, faces, words)
    copy = render_copy(CopyOrder(original, CITED, by), faces, words)
    for page, text in enumerate(pages_of(original)):
        assert text in pages_of(copy.pdf)[page]
        covers_nothing(seen(original, page), seen(copy.pdf, page))
    for page in range(copy.pages):
        mark = lines_of(copy.pdf, page)[0]
        assert mark[3] == ("สำเนาคู่ฉบับ" if isinstance(by, Makers) else "สำเนา")
        assert (mark[0] + mark[1]) / 2 == pytest.approx(m.CENTRE, abs=1)
        assert mark[2] == pytest.approx(m.PAGE_HEIGHT - m.COPY_TOP, abs=1)


def test_what_finds_no_room_goes_on_a_page_of_its_own_that_says_whose_it_is(
    faces: Faces, words: Words
) -> None:
    pages = {
        count: render_copy(CopyOrder(of_lines(count, faces, words), CITED, CERTIFIER), faces, words)
        for count in (2, 9)
    }
    assert pages[2].pages == 1
    assert pages[9].pages == 2
    lines = lines_of(pages[9].pdf, 1)
    assert [found[3] for found in lines] == [
        "สำเนา",
        "สำเนาหนังสือที่ศธ๐๔๙๙๙/๑๒๓ลงวันที่๑๖กรกฎาคม๒๕๖๙จำนวน๑หน้า",
        "สำเนาถูกต้อง",
        "(นายวิชัยตั้งตรง)",
        "นิติกรชำนาญการ",
        "๒๐กรกฎาคม๒๕๖๙",
    ]


def test_the_office_copy_tells_who_made_it_at_the_lower_right(
    original: bytes, faces: Faces, words: Words
) -> None:
    lines = lines_of(render_copy(CopyOrder(original, CITED, MAKERS), faces, words).pdf)
    made = [found for found in lines if found[0] > m.CENTRE and found[2] < 4 * m.LINE + m.LOWEST]
    assert [found[3] for found in made[-3:]] == ["ร่างนางสาวสมหญิงใจดี", "พิมพ์นางสาวสมหญิงใจดี", "ตรวจ"]
    assert made[-1][2] == pytest.approx(m.LOWEST, abs=1)
    assert min(found[0] for found in made[-3:]) == pytest.approx(
        m.PAGE_WIDTH - m.RIGHT - m.FILE_COPY_WIDTH, abs=1
    )


@pytest.mark.parametrize("size", range(14, 30))
def test_what_is_signed_and_who_made_it_never_meet(size: int, faces: Faces, words: Words) -> None:
    copy = render_copy(CopyOrder(of_lines(size, faces, words), CITED, MAKERS), faces, words)
    page = next(place for place, text in enumerate(pages_of(copy.pdf)) if "ผู้อำนวยการสำนัก" in text)
    position = line(lines_of(copy.pdf, page), SIGNATORY.position.replace(" ", ""))
    last = lines_of(copy.pdf, copy.pages - 1)
    made = next(found for found in last if "ร่าง" in found[3])
    assert page < copy.pages - 1 or position[2] - made[2] >= m.LINE - 1


def test_a_copys_mark_stays_clear_of_the_secrecy_class(faces: Faces, words: Words) -> None:
    original = render_letters([replace(LETTER, secrecy="ลับ")], faces, words).pdf
    copy = render_copy(CopyOrder(original, CITED, MAKERS), faces, words)
    covers_nothing(seen(original, 0), seen(copy.pdf, 0))


def test_room_to_sign_is_left_and_a_long_position_is_broken(
    original: bytes, faces: Faces, words: Words
) -> None:
    long = replace(CERTIFIER, position="นักวิชาการศึกษาชำนาญการพิเศษ รักษาการในตำแหน่งผู้อำนวยการกลุ่ม")
    lines = lines_of(render_copy(CopyOrder(original, CITED, long), faces, words).pdf)
    word, name = line(lines, "สำเนาถูกต้อง"), line(lines, "(นายวิชัย")
    assert word[2] - name[2] == pytest.approx(m.LINE * (m.CERTIFIED_LINES + 1), abs=1)
    below = [found for found in lines if found[2] < name[2] and found[0] > m.CENTRE]
    assert len(below) == 3
    assert max(found[1] for found in below) <= m.PAGE_WIDTH - m.RIGHT + 1


def test_typed_words_are_inert(original: bytes, faces: Faces, words: Words) -> None:
    hostile = Makers("<b>ก</b> & {x}", "", "")
    text = "".join(pages_of(render_copy(CopyOrder(original, CITED, hostile), faces, words).pdf))
    assert "<b>ก</b>&{x}" in text
