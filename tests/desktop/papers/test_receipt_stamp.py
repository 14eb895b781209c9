"""The receipt stamp on a copy of what came: in its place, and nothing else touched."""

import hashlib
import io
from datetime import date

import pypdf
import pypdfium2
import pytest
from office import bangkok
from paper import pages_of, size_of
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.units import cm, mm
from reportlab.pdfgen.canvas import Canvas

from desktop.errors import Refused
from desktop.papers.fonts import Faces, open_faces
from desktop.papers.receipt_stamp import StampFacts, render_stamp, stamped
from desktop.papers.words import Words
from desktop.rules.reasons import Reason

FACTS = StampFacts(
    office="สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต ๒",
    number="1234",
    received_at=bangkok(date(2026, 7, 15), 10, 38),
)


@pytest.fixture(scope="module")
def faces() -> Faces:
    return open_faces()


@pytest.fixture(scope="module")
def words() -> Words:
    return Words()


@pytest.fixture(scope="module")
def stamp(faces: Faces, words: Words) -> bytes:
    return render_stamp(FACTS, faces, words).pdf


def came(
    size: tuple[float, float] = (595, 842),
    *,
    rotation: int = 0,
    crop: tuple[float, float, float, float] | None = None,
    unbalanced: bool = False,
    encrypt: StandardEncryption | str | None = None,
) -> bytes:
    """A paper of two pages as a citizen might send it."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, encrypt=encrypt)
    if crop:
        canvas.setCropBox(crop)
    canvas.setPageRotation(rotation)
    canvas.drawString(100, 100, "a letter that came")
    canvas.line(100, 90, 300, 90)
    if unbalanced:
        canvas._code.append("q 2 0 0 2 40 40 cm")
    canvas.showPage()
    canvas.drawString(100, 100, "its second page")
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def new_ink(before: bytes, after: bytes) -> tuple[float, float, float, float]:
    """Where, as seen, the pages differ: from the top and right edge, width and height, in mm."""
    seen = []
    for pdf in (before, after):
        document = pypdfium2.PdfDocument(pdf)
        seen.append(document[0].render(scale=4).to_pil().convert("L"))
        document.close()
    from PIL import ImageChops  # noqa: PLC0415

    assert seen[0].size == seen[1].size
    box = ImageChops.difference(*seen).point(lambda value: 255 if value > 60 else 0).getbbox()
    assert box is not None
    left, top, right, bottom = (side / 4 / mm for side in box)
    return top, seen[0].width / 4 / mm - right, right - left, bottom - top


def test_the_stamp_says_whose_it_is_and_when(stamp: bytes) -> None:
    assert size_of(stamp) == pytest.approx((5 * cm, 2.5 * cm), abs=0.1)
    (text,) = pages_of(stamp)
    assert text == "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่างเขต๒เลขรับ๑๒๓๔วันที่๑๕กรกฎาคม๒๕๖๙เวลา๑๐.๓๘น."


def test_long_and_hostile_words_stay_in_the_stamp(faces: Faces, words: Words) -> None:
    facts = StampFacts("<b>สำนักงาน</b> " * 9, "ก{x}&" * 30, FACTS.received_at)
    pdf = render_stamp(facts, faces, words).pdf
    document = pypdfium2.PdfDocument(pdf)
    text = document[0].get_textpage()
    boxes = [text.get_charbox(index) for index in range(text.count_chars())]
    assert all(box[0] > 0 and box[2] < 5 * cm and box[1] > 0 for box in boxes)
    document.close()
    assert "<b>สำนักงาน</b>" in pages_of(pdf)[0]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_it_stands_in_the_upper_right_as_the_page_is_seen(stamp: bytes, rotation: int) -> None:
    original = came(rotation=rotation)
    copy, pages = stamped(original, "a.pdf", stamp)
    assert pages == 2
    assert new_ink(original, copy) == pytest.approx((10, 10, 50, 25), abs=0.5)


def test_what_was_cut_off_and_what_was_left_open_do_not_shift_it(stamp: bytes) -> None:
    original = came(crop=(50, 60, 500, 700), unbalanced=True)
    copy, _ = stamped(original, "a.pdf", stamp)
    assert new_ink(original, copy) == pytest.approx((10, 10, 50, 25), abs=0.5)


def test_a_page_smaller_than_the_stamp_is_stamped_from_its_corner(stamp: bytes) -> None:
    original = came((3 * cm, 2 * cm))
    _, right, wide, _ = new_ink(original, stamped(original, "a.pdf", stamp)[0])
    assert (right, wide) == pytest.approx((0, 30), abs=0.5)


def test_text_and_lines_stay_what_they_are_and_the_file_itself_is_not_touched(
    stamp: bytes,
) -> None:
    original = came()
    before = hashlib.sha256(original).hexdigest()
    copy, _ = stamped(original, "a.pdf", stamp)
    assert hashlib.sha256(original).hexdigest() == before
    first, second = (page.extract_text() for page in pypdf.PdfReader(io.BytesIO(copy)).pages)
    assert "a letter that came" in first
    assert "its second page" in second
    assert "๑๒๓๔" in pages_of(copy)[0].replace(" ", "")
    assert "๑๒๓๔" not in pages_of(copy)[1]
    drawn = [
        item.type
        for item in pypdfium2.PdfDocument(copy)[0].get_objects(
            filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE, pypdfium2.raw.FPDF_PAGEOBJ_PATH], max_depth=1
        )
    ]
    assert drawn == [pypdfium2.raw.FPDF_PAGEOBJ_PATH]


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.4 x", b"no pdf at all", came()[:200]],
    ids=["empty", "head", "other", "cut"],
)
def test_a_damaged_file_is_refused_by_its_name(stamp: bytes, content: bytes) -> None:
    with pytest.raises(Refused) as refused:
        stamped(content, "หลักฐาน.pdf", stamp)
    assert refused.value.reason is Reason.PDF_DAMAGED
    assert refused.value.parameters == {"name": "หลักฐาน.pdf"}


@pytest.mark.parametrize(
    "lock", ["secret", StandardEncryption("", "owner", canModify=0)], ids=["password", "owner"]
)
def test_a_protected_file_is_refused(stamp: bytes, lock: StandardEncryption | str) -> None:
    with pytest.raises(Refused) as refused:
        stamped(came(encrypt=lock), "a.pdf", stamp)
    assert refused.value.reason is Reason.PDF_PROTECTED
