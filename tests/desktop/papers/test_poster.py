"""The channel poster: who, how, and a code that says what the clerk typed."""

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from cases import OFFICE
from paper import lines_of, pages_of
from reportlab.graphics.barcode.qr import QrCodeWidget

from desktop.errors import Refused
from desktop.paper_orders import PosterOrder
from desktop.papers import measures as m
from desktop.papers.fonts import Faces, open_faces
from desktop.papers.poster import (
    LONGEST_CODE,
    MARGIN,
    QR,
    QR_BORDER,
    PosterFacts,
    render_poster,
)
from desktop.papers.press import ThaiPress
from desktop.papers.words import Words
from desktop.rules.catalogue import CHANNELS
from desktop.rules.reasons import Reason

FACTS = PosterFacts(
    office="สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต ๒",
    group="กลุ่มกฎหมายและคดี",
    phone="0 3900 0000",
    address=("๑๒๓ หมู่ ๔ ตำบลตัวอย่าง", "จังหวัดตัวอย่าง ๒๒๐๐๐"),
    channels=CHANNELS,
    code="https://www.example.go.th/ร้องเรียน",
    made=date(2026, 7, 15),
)


@pytest.fixture(scope="module")
def faces() -> Faces:
    return open_faces()


def test_it_says_who_and_by_which_open_channels(faces: Faces) -> None:
    closed = replace(CHANNELS[0], name="ช่องทางที่เลิกแล้ว", active=False)
    pdf = render_poster(replace(FACTS, channels=(*CHANNELS, closed)), faces, Words()).pdf
    (text,) = pages_of(pdf)
    for said in (FACTS.office, FACTS.group, FACTS.code, "โทร. ๐ ๓๙๐๐ ๐๐๐๐", *FACTS.address):
        assert said.replace(" ", "") in text
    for channel in CHANNELS:
        assert channel.name.replace(" ", "") in text
        assert channel.checked.replace(" ", "") in text
    assert "ช่องทางที่เลิกแล้ว" not in text


def test_however_many_channels_each_has_its_line_above_the_foot(faces: Faces) -> None:
    many = [replace(channel, name=f"ช่องทาง{place}") for place, channel in enumerate(CHANNELS * 3)]
    pdf = render_poster(replace(FACTS, channels=many), faces, Words()).pdf
    (text,) = pages_of(pdf)
    assert all(f"ช่องทาง{place}" in text for place in range(len(many)))
    lines = {text: y for *_, y, text in lines_of(pdf)}
    (legend,) = (y for text, y in lines.items() if text.startswith("ติดต่อสองทาง"))
    assert legend > MARGIN + 30
    assert all(y >= legend or y <= MARGIN + 19 for y in lines.values())


def test_two_arrows_mark_the_channels_that_answer(faces: Faces) -> None:
    def arrowheads(count: int) -> int:
        channels = [replace(channel, two_way=False) for channel in CHANNELS]
        channels[:count] = [replace(channel, two_way=True) for channel in channels[:count]]
        pdf = render_poster(replace(FACTS, channels=channels, code=""), faces, Words()).pdf
        document = pypdfium2.PdfDocument(pdf)
        kinds = [item.type for item in document[0].get_objects()]
        document.close()
        return kinds.count(pypdfium2.raw.FPDF_PAGEOBJ_PATH)

    # A shaft and a head each, there and back.
    assert arrowheads(3) - arrowheads(0) == 3 * 4


def test_the_code_a_camera_reads_is_what_was_typed(faces: Faces) -> None:
    with_code = render_poster(FACTS, faces, Words()).pdf
    widget = QrCodeWidget(FACTS.code, barBorder=QR_BORDER)
    widget.qr.make()
    meant = [[bool(cell) for cell in row] for row in widget.qr.modules]
    assert squares(with_code, len(meant)) == meant


def squares(pdf: bytes, count: int) -> list[list[bool]]:
    """Look at the middle of each square of the code as a camera would."""
    document = pypdfium2.PdfDocument(pdf)
    scale = 4
    image = document[0].render(scale=scale).to_pil().convert("L")
    document.close()
    cell = QR / (count + 2 * QR_BORDER)
    left = m.CENTRE - QR / 2 + QR_BORDER * cell
    # The code's first dark row: look down its own column.
    column = [image.getpixel((int((left + cell / 2) * scale), y)) for y in range(image.height)]
    below = int(150 * scale)
    top = next(y for y in range(below, image.height) if column[y] < 128) / scale
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


def test_without_a_code_there_is_none_and_long_words_stay_on_the_sheet(faces: Faces) -> None:
    long = replace(
        FACTS,
        office="<b>สำนักงาน</b> " * 12,
        code="",
        channels=[replace(channel, name="ช่องทางชื่อยาวมาก " * 6) for channel in CHANNELS * 2],
    )
    rendered = render_poster(long, faces, Words())
    lines = lines_of(rendered.pdf)
    assert rendered.pages == 1
    assert min(left for left, *_ in lines) >= MARGIN - 1
    assert max(right for _, right, *_ in lines) <= m.PAGE_WIDTH - MARGIN + 1
    assert min(y for *_, y, _ in lines) >= MARGIN - 1
    assert "<b>สำนักงาน</b>" in pages_of(rendered.pdf)[0]


def test_a_code_too_long_to_be_read_is_refused_at_its_field() -> None:
    order = PosterOrder(CHANNELS, "x" * (LONGEST_CODE + 1), FACTS.made)
    with pytest.raises(Refused) as refused:
        ThaiPress().paper(order, OFFICE)
    assert (refused.value.reason, refused.value.field) == (Reason.TOO_LONG, "code")
