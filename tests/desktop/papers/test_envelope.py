"""Envelopes and labels: everything in its place on its paper."""

import io
from dataclasses import replace

import pypdfium2
import pytest
from paper import lines_of, pages_of, size_of
from PIL import Image
from reportlab.lib.units import cm, mm

from desktop.paper_orders import EnvelopeSize
from desktop.papers.envelope import (
    EnvelopeFacts,
    Recipient,
    render_envelopes,
    render_labels,
)
from desktop.papers.fonts import Faces, open_faces
from desktop.papers.words import Words
from desktop.rules.office import Garuda

WHO = Recipient(
    "เรียน",
    "นางปราณี สุขใจ",
    ("๑๒/๓ หมู่ ๔ ถนนท่าแฉลบ", "ตำบลมะขาม อำเภอมะขาม", "จังหวัดจันทบุรี ๒๒๑๕๐"),
)
FACTS = EnvelopeFacts(
    office="สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต ๒",
    address=("๑๒๓ หมู่ ๔ ตำบลตัวอย่าง", "อำเภอเมืองตัวอย่าง จังหวัดตัวอย่าง ๒๒๐๐๐"),
    number="ศธ 04999/12",
    recipient=WHO,
)
MEASURES = [
    (EnvelopeSize.DL, 220, 110),
    (EnvelopeSize.C5, 229, 162),
    (EnvelopeSize.C4, 324, 229),
]


@pytest.fixture(scope="module")
def faces() -> Faces:
    return open_faces()


@pytest.fixture(scope="module")
def words() -> Words:
    return Words()


def emblem() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (200, 220), (0, 0, 0)).save(made, "PNG")
    return made.getvalue()


def colours(pdf: bytes) -> set[tuple[int, int, int]]:
    document = pypdfium2.PdfDocument(pdf)
    image = document[0].render(scale=1).to_pil().convert("RGB")
    document.close()
    return {colour for _, colour in image.getcolors(1 << 20) or ()}


@pytest.mark.parametrize(("size", "wide", "high"), MEASURES)
def test_each_size_says_who_writes_to_whom(
    faces: Faces, words: Words, size: EnvelopeSize, wide: int, high: int
) -> None:
    pdf = render_envelopes([FACTS], size, faces, words).pdf
    assert size_of(pdf) == pytest.approx((wide * mm, high * mm), abs=0.1)
    lines = {text: (left, right, y) for left, right, y, text in lines_of(pdf)}
    assert lines["ที่ศธ๐๔๙๙๙/๑๒"][0] == pytest.approx(1.5 * cm, abs=1)
    sender = lines[FACTS.office.replace(" ", "")]
    assert sender[0] > 3 * cm
    assert sender[1] < wide * mm * 0.62 + 1
    name = lines["เรียนนางปราณีสุขใจ"]
    # Right of and below the middle, in reading order below the sender.
    assert name[0] == pytest.approx(wide * mm * 0.42, abs=2)
    assert name[2] <= high * mm / 2 + 1
    assert lines["จังหวัดจันทบุรี๒๒๑๕๐"][2] < lines["ตำบลมะขามอำเภอมะขาม"][2] < name[2]
    assert min(y for *_, y in lines.values()) > 1 * cm


def test_the_emblem_is_a_centimetre_and_a_half_in_the_upper_left(
    faces: Faces, words: Words
) -> None:
    facts = replace(FACTS, garuda=Garuda.IMAGE, garuda_image=emblem())
    pdf = render_envelopes([facts], EnvelopeSize.DL, faces, words).pdf
    document = pypdfium2.PdfDocument(pdf)
    image = document[0].render(scale=4).to_pil().convert("L")
    document.close()
    scale = 4 * mm
    corner = image.crop((0, 0, int(31 * scale), int(32 * scale))).point(
        lambda value: 255 if value < 128 else 0
    )
    left, top, right, bottom = corner.getbbox()
    assert (left / scale, top / scale, bottom / scale) == pytest.approx((15.7, 15, 30), abs=0.4)
    assert right > left


def test_a_preprinted_envelope_leaves_the_emblems_place_free(faces: Faces, words: Words) -> None:
    left = min(
        line[0]
        for line in lines_of(render_envelopes([FACTS], EnvelopeSize.DL, faces, words).pdf)[:3]
    )
    assert left > 3 * cm
    plain = replace(FACTS, garuda=Garuda.NONE)
    first = lines_of(render_envelopes([plain], EnvelopeSize.DL, faces, words).pdf)[0]
    assert first[0] == pytest.approx(1.5 * cm, abs=1)


def test_a_speed_class_is_red_and_nothing_else_is(faces: Faces, words: Words) -> None:
    def reds(facts: EnvelopeFacts) -> int:
        shown = colours(render_envelopes([facts], EnvelopeSize.DL, faces, words).pdf)
        return sum(red > 150 and green < 60 and blue < 60 for red, green, blue in shown)

    assert reds(FACTS) == 0
    assert reds(replace(FACTS, urgency="ด่วนที่สุด")) > 0


def test_long_and_hostile_words_stay_on_the_envelope(faces: Faces, words: Words) -> None:
    long = Recipient("เรียน", "<b>ผู้ร้อง</b> & {name} " * 12, ("บ้าน" * 80, "๑" * 200))
    facts = replace(FACTS, recipient=long, office="สำนักงาน" * 30, number="ศธ " + "9" * 80)
    for size, wide, _ in MEASURES:
        rendered = render_envelopes([facts], size, faces, words)
        lines = lines_of(rendered.pdf)
        assert "<b>ผู้ร้อง</b>&{name}" in pages_of(rendered.pdf)[0]
        assert max(right for _, right, *_ in lines) <= wide * mm - 1.5 * cm + 1
        assert min(y for *_, y, _ in lines) > 5 * mm


def test_each_petitioner_has_an_envelope(faces: Faces, words: Words) -> None:
    second = replace(FACTS, recipient=Recipient("นมัสการ", "พระครูตัวอย่าง"))
    rendered = render_envelopes([FACTS, second], EnvelopeSize.C5, faces, words)
    assert rendered.pages == 2
    assert "นมัสการพระครูตัวอย่าง" in pages_of(rendered.pdf)[1]


def test_labels_begin_where_the_sheet_is_still_whole(faces: Faces, words: Words) -> None:
    rendered = render_labels([WHO] * 3, faces, words, start=23)
    assert rendered.pages == 2
    first, second = (lines_of(rendered.pdf, page) for page in range(2))
    # Places 23 and 24: the middle and the right of the last row.
    assert min(left for left, *_ in first) == pytest.approx(75 * mm, abs=1)
    assert max(y for *_, y, _ in first) < 38 * mm
    assert max(right for _, right, *_ in first) <= 205 * mm + 1
    assert min(y for *_, y, _ in first) > 4 * mm
    assert min(left for left, *_ in second) == pytest.approx(5 * mm, abs=1)
    assert min(y for *_, y, _ in second) > 260 * mm
