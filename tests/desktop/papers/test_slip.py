"""The receipt slip: one small page on which all of it stands."""

from dataclasses import replace
from datetime import date

import pytest
from office import bangkok
from paper import lines_of, pages_of, size_of
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.lib.units import mm

from desktop.paper_orders import SlipPaper
from desktop.papers.fonts import Faces, open_faces
from desktop.papers.slip import SlipFacts, render_slip
from desktop.papers.words import Words

FACTS = SlipFacts(
    office="สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต ๒",
    group="กลุ่มกฎหมายและคดี",
    phone="๐ ๓๙๐๐ ๐๐๐๐ ต่อ ๑๑๕",
    number="410/2569",
    tracking="K7M-4Q2-9XB-T",
    received_at=bangkok(date(2026, 7, 15), 10, 38),
    subject="อาคารเรียนหลังคารั่ว น้ำท่วมห้องเรียน",
    petitioner="นางปราณี สุขใจ",
    channel="โทรศัพท์",
    receiver="นางสาวสมหญิง ใจดี",
)
MARGIN = 9 * mm


@pytest.fixture(scope="module")
def faces() -> Faces:
    return open_faces()


@pytest.fixture(scope="module")
def words() -> Words:
    return Words()


def test_all_of_it_reads_as_it_was_typed(faces: Faces, words: Words) -> None:
    pdf = render_slip(FACTS, faces, words).pdf
    assert size_of(pdf) == pytest.approx((148 * mm, 105 * mm), abs=0.1)
    (text,) = pages_of(pdf)
    for said in (
        *(FACTS.office, FACTS.group, FACTS.tracking, FACTS.subject, FACTS.petitioner),
        *(FACTS.channel, FACTS.receiver, FACTS.phone, "๔๑๐/๒๕๖๙", "ใบรับเรื่อง"),
        "๑๕ กรกฎาคม ๒๕๖๙ เวลา ๑๐.๓๘ น.",
    ):
        assert said.replace(" ", "") in text


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"subject": "หลังคารั่วและน้ำท่วมห้องเรียนทุกครั้งที่ฝนตก " * 12},
        {"subject": "น้ำท่วมห้องเรียน" * 30, "petitioner": "นายยาวมาก " * 20},
        {"office": "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาที่มีชื่อยาวมาก " * 3},
        {"number": "123456/2569", "phone": "", "petitioner": "", "receiver": ""},
        {"subject": "<b>น้ำท่วม</b> {office} & 😀"},
    ],
)
def test_nothing_leaves_the_page_whatever_is_typed(
    faces: Faces, words: Words, changes: dict[str, str]
) -> None:
    rendered = render_slip(replace(FACTS, **changes), faces, words)  # type: ignore[arg-type]
    assert rendered.pages == 1
    lines = lines_of(rendered.pdf)
    assert min(left for left, *_ in lines) >= MARGIN - 1
    assert max(right for _, right, *_ in lines) <= 148 * mm - MARGIN + 1
    assert min(y for *_, y, _ in lines) >= MARGIN - 1
    assert max(y for *_, y, _ in lines) <= 105 * mm - MARGIN


def test_a_subject_too_long_ends_in_dots_on_its_second_line(faces: Faces, words: Words) -> None:
    pdf = render_slip(replace(FACTS, subject="น้ำท่วมห้องเรียน" * 30), faces, words).pdf
    (text,) = pages_of(pdf)
    assert "น้ำท่วม" in text
    assert text.count("…") == 1
    assert "ผู้รับเรื่องนางสาวสมหญิงใจดี" in text


def test_markup_is_printed_as_typed_and_a_picture_letter_is_reported(
    faces: Faces, words: Words
) -> None:
    rendered = render_slip(replace(FACTS, subject="<b>น้ำ</b> {office} &amp; 😀"), faces, words)
    (text,) = pages_of(rendered.pdf)
    assert "<b>น้ำ</b>{office}&amp;" in text
    assert tuple(rendered.unprintable) == ("😀",)


@pytest.mark.parametrize(
    ("paper", "wide", "high"), [(SlipPaper.A5, 210, 148), (SlipPaper.ROLL, 80, None)]
)
def test_other_papers_say_the_same(
    faces: Faces, words: Words, paper: SlipPaper, wide: int, high: int | None
) -> None:
    pdf = render_slip(FACTS, faces, words, paper).pdf
    width, height = size_of(pdf)
    assert width == pytest.approx(wide * mm, abs=0.1)
    assert high is None or height == pytest.approx(high * mm, abs=0.1)
    (text,) = pages_of(pdf)
    (small,) = pages_of(render_slip(FACTS, faces, words).pdf)
    assert sorted(text) == sorted(small)
    lines = lines_of(pdf)
    assert min(left for left, *_ in lines) >= 5 * mm - 1
    assert max(right for _, right, *_ in lines) <= (wide - 5) * mm + 1


def test_a_roll_is_as_long_as_what_it_says(faces: Faces, words: Words) -> None:
    long = replace(FACTS, subject="น้ำท่วมห้องเรียน " * 12, receiver="<b>ผู้รับ</b>")
    heights = []
    for facts in (FACTS, long):
        pdf = render_slip(facts, faces, words, SlipPaper.ROLL).pdf
        heights.append(size_of(pdf)[1])
        ends = [y for *_, y, _ in lines_of(pdf)]
        assert 5 * mm <= min(ends) <= 12 * mm
        assert size_of(pdf)[1] - max(ends) == pytest.approx(5 * mm + 16, abs=3)
        assert "…" not in pages_of(pdf)[0]
    assert heights[1] > heights[0] + 80


def test_the_code_a_camera_reads_is_the_tracking_code(faces: Faces, words: Words) -> None:
    pdf = render_slip(FACTS, faces, words).pdf
    widget = QrCodeWidget(FACTS.tracking, barBorder=1)
    widget.qr.make()
    meant = [[bool(cell) for cell in row] for row in widget.qr.modules]
    assert squares(pdf, len(meant)) == meant


def squares(pdf: bytes, count: int) -> list[list[bool]]:
    """Look at the middle of each square of the code as a camera would."""
    import pypdfium2  # noqa: PLC0415

    document = pypdfium2.PdfDocument(pdf)
    image = document[0].render(scale=4).to_pil().convert("L")
    document.close()
    scale = image.width / (148 * mm)
    code, cell = 29 * mm, 29 * mm / (count + 2)
    left = 148 * mm - MARGIN - code + cell
    top = MARGIN + 36 + cell
    return [
        [
            image.getpixel(
                (int((left + (x + 0.5) * cell) * scale), int((top + (y + 0.5) * cell) * scale))
            )
            < 128
            for x in range(count)
        ]
        for y in range(count)
    ]
