"""What comes out of a printer, measured: at its own size, in its place, with nothing smeared."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from paper import inked
from PIL import Image, ImageChops
from PySide6.QtCore import QSettings
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from specimens import LETTER

from desktop.papers.calibration import render_calibration
from desktop.papers.fonts import open_faces
from desktop.papers.letter import render_letters
from desktop.papers.words import Words
from desktop.rules.office import Garuda
from desktop.rules.printing import (
    Duplex,
    PaperKind,
    PrintChoice,
    Stationery,
    pages_wanted,
)
from ui.printing.devices import as_file
from ui.printing.job import Paper, PrintJob, draw, media_name, paper_size
from ui.printing.memory import Remembered
from ui.printing.rendering import Look, bands
from ui.widgets.pdf_view import page_sizes

pytestmark = pytest.mark.usefixtures("qapp")

MARKS = ((20.0, 30.0), (100.0, 60.0), (50.0, 95.0))
"""Millimetres from the left and upper edge to the corners of black squares of 10 mm."""
CLOSE = 0.2
DOTS = 600


def marked(wide: float, high: float, pages: int = 1) -> bytes:
    """Make a paper with squares at known places."""
    made = BytesIO()
    canvas = Canvas(made, pagesize=(wide * mm, high * mm))
    for _ in range(pages):
        for x, y in MARKS:
            canvas.rect(x * mm, (high - y - 10) * mm, 10 * mm, 10 * mm, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def printed(
    paper: Paper,
    folder: Path,
    choice: PrintChoice | None = None,
    stationery: Stationery | None = None,
    pages: str = "",
) -> bytes:
    """Print a paper into a file and return it."""
    wanted = pages_wanted(pages, len(page_sizes(paper.pdf)))
    job = PrintJob(paper, choice or PrintChoice("PDF"), stationery or Stationery(), wanted)
    draw(job, as_file(folder / "out.pdf"))
    return (folder / "out.pdf").read_bytes()


def seen(pdf: bytes, number: int = 0) -> Image.Image:
    """Look at a page at 600 dots per inch: ink is 255, paper 0."""
    document = pypdfium2.PdfDocument(pdf)
    picture = document[number].render(scale=DOTS / 72, grayscale=True).to_pil()
    document.close()
    return inked(picture)


def part(picture: Image.Image, *box: float) -> Image.Image:
    """Cut out what lies between a left, upper, right and lower edge in millimetres."""
    left, top, right, bottom = (round(edge * DOTS / 25.4) for edge in box)
    return picture.crop((left, top, right, bottom))


def edges(pdf: bytes, x: float, y: float, number: int = 0) -> tuple[float, ...]:
    """Find a square near a place: its left, upper, right and lower edge in millimetres."""
    found = part(seen(pdf, number), x - 5, y - 5, x + 15, y + 15).getbbox()
    assert found is not None
    corner = (x - 5, y - 5) * 2
    return tuple(edge * 25.4 / DOTS + start for edge, start in zip(found, corner, strict=True))


@pytest.mark.parametrize(
    ("kind", "wide", "high"),
    [
        (PaperKind.LETTER, 210, 297),
        (PaperKind.BOOK, 297, 210),
        (PaperKind.ENVELOPE_DL, 220, 110),
        (PaperKind.ENVELOPE_C5, 229, 162),
        (PaperKind.SLIP_A5, 148, 210),
    ],
)
@pytest.mark.parametrize("colour", [True, False])
def test_two_centimetres_are_two_centimetres(
    kind: PaperKind, wide: float, high: float, colour: bool, tmp_path: Path
) -> None:
    pdf = printed(Paper("x", marked(wide, high), kind), tmp_path, PrintChoice("", colour=colour))
    assert page_sizes(pdf)[0] == pytest.approx((wide * mm, high * mm), abs=CLOSE * mm)
    for x, y in MARKS:
        assert edges(pdf, x, y) == pytest.approx((x, y, x + 10, y + 10), abs=CLOSE)


@pytest.mark.parametrize("high", [60.0, 140.0])
def test_a_slip_from_the_roll_is_as_long_as_it_is_and_never_turned(
    high: float, tmp_path: Path
) -> None:
    pdf = printed(Paper("x", marked(80, high), PaperKind.SLIP_ROLL), tmp_path)
    assert page_sizes(pdf)[0] == pytest.approx((80 * mm, high * mm), abs=CLOSE * mm)
    assert edges(pdf, 20, 30) == pytest.approx((20, 30, 30, 40), abs=CLOSE)


def test_print_moves_by_what_the_paper_in_this_printer_needs(tmp_path: Path) -> None:
    paper = Paper("x", marked(210, 297), PaperKind.LETTER)
    pdf = printed(paper, tmp_path, stationery=Stationery(right=1.5, down=-2.25))
    for x, y in MARKS:
        wanted = (x + 1.5, y - 2.25, x + 11.5, y + 7.75)
        assert edges(pdf, x, y) == pytest.approx(wanted, abs=0.1)


def test_pages_of_different_sizes_each_keep_their_own(tmp_path: Path) -> None:
    sizes = ((210, 297), (297, 210), (148, 210))
    whole = pypdf.PdfWriter()
    for wide, high in sizes:
        whole.append(BytesIO(marked(wide, high)))
    both = BytesIO()
    whole.write(both)
    pdf = printed(Paper("x", both.getvalue()), tmp_path)
    found = page_sizes(pdf)
    for number, (wide, high) in enumerate(sizes):
        assert found[number] == pytest.approx((wide * mm, high * mm), abs=CLOSE * mm)
        assert edges(pdf, 20, 30, number) == pytest.approx((20, 30, 30, 40), abs=CLOSE)


def test_only_the_pages_wanted_are_printed_and_both_sides_begin_afresh(tmp_path: Path) -> None:
    pdf = marked(210, 297, 5)
    assert len(page_sizes(printed(Paper("x", pdf), tmp_path, pages="๒-๓"))) == 2
    several = Paper("x", pdf, starts=frozenset({0, 1}))
    both = printed(several, tmp_path, PrintChoice("", duplex=Duplex.LONG_EDGE))
    blank = [seen(both, number).getbbox() is None for number in range(len(page_sizes(both)))]
    assert blank == [False, True, False, False, False, False]


def test_letters_are_printed_dot_for_dot_in_black(tmp_path: Path) -> None:
    letter = render_letters([LETTER], open_faces(), Words()).pdf
    pdf = printed(Paper("x", letter, PaperKind.LETTER), tmp_path, PrintChoice("", colour=False))
    (band,) = bands(letter, 0, Look(DOTS, colour=False))
    band.picture.save(str(tmp_path / "drawn.png"))
    drawn = Image.open(tmp_path / "drawn.png")
    shades = {shade for shade, count in enumerate(drawn.histogram()) if count}
    assert shades == {0, 255}
    (came,) = pypdf.PdfReader(BytesIO(pdf)).pages[0].images
    assert came.image is not None
    assert came.image.size == drawn.size
    assert ImageChops.difference(came.image.convert("L"), drawn.convert("L")).getbbox() is None
    assert b"DCTDecode" not in pdf


def test_bands_of_a_page_make_the_page(tmp_path: Path) -> None:
    letter = render_letters([LETTER], open_faces(), Words()).pdf
    for colour in (False, True):
        look = Look(150, colour)
        (whole,) = bands(letter, 0, look)
        parts = list(bands(letter, 0, look, most_bytes=300_000))
        assert len(parts) > 4
        assert max(one.picture.sizeInBytes() for one in parts) <= 310_000
        for one in parts:
            size = one.picture.size()
            assert one.picture == whole.picture.copy(0, one.top, size.width(), size.height())
        assert parts[-1].top + parts[-1].picture.height() == whole.picture.height()


def test_the_garuda_is_left_to_paper_that_bears_it(tmp_path: Path) -> None:
    picture = BytesIO()
    Image.new("RGB", (93, 100), "black").save(picture, "PNG")
    bearing = replace(LETTER, garuda=Garuda.IMAGE, garuda_image=picture.getvalue())
    paper = Paper("x", render_letters([bearing], open_faces(), Words()).pdf, PaperKind.LETTER)
    with_it = seen(printed(paper, tmp_path))
    without = seen(printed(paper, tmp_path, stationery=Stationery(preprinted=True)))
    there, below = (93, 17, 117, 43), (0, 46, 210, 297)
    assert part(with_it, *there).getextrema() == (255, 255)
    assert part(without, *there).getextrema() == (0, 0)
    assert part(with_it, *below).tobytes() == part(without, *below).tobytes()


@pytest.mark.parametrize(
    ("kind", "wide", "high", "name"),
    [
        (PaperKind.LETTER, 210, 297, "iso_a4_210x297mm"),
        (PaperKind.BOOK, 297, 210, "iso_a4_210x297mm"),
        (PaperKind.SLIP_A6, 105, 148, "iso_a6_105x148mm"),
        (PaperKind.ENVELOPE_DL, 220, 110, "iso_dl_110x220mm"),
        (PaperKind.ENVELOPE_C5, 229, 162, "iso_c5_162x229mm"),
        (PaperKind.ENVELOPE_C4, 324, 229, "iso_c4_229x324mm"),
        (PaperKind.SLIP_ROLL, 80, 140.2, "custom_80x140.2mm_80x140.2mm"),
    ],
)
def test_the_sheet_follows_the_paper(kind: PaperKind, wide: float, high: float, name: str) -> None:
    assert media_name(kind, (wide * mm, high * mm)) == name
    sheet, way = paper_size(kind, (wide * mm, high * mm))
    lying = kind is not PaperKind.SLIP_ROLL and wide > high
    assert way is (way.Landscape if lying else way.Portrait)
    assert sheet.isValid()


@pytest.fixture
def memory(tmp_path: Path) -> Callable[[], Remembered]:
    file = str(tmp_path / "printing.ini")
    return lambda: Remembered(QSettings(file, QSettings.Format.IniFormat))


def test_choices_are_remembered_by_kind_of_paper(memory: Callable[[], Remembered]) -> None:
    letters = PrintChoice(r"\\เซิร์ฟเวอร์\HP 4", "tray-2", 2, Duplex.LONG_EDGE, colour=False)
    memory().keep_choice(PaperKind.LETTER, letters)
    memory().keep_choice(PaperKind.SLIP_ROLL, PrintChoice("EPSON"))
    assert memory().choice(PaperKind.LETTER) == letters
    assert memory().choice(PaperKind.SLIP_ROLL) == PrintChoice("EPSON")
    assert memory().choice(PaperKind.BOOK) is None


def test_stationery_is_remembered_by_printer_and_kind(memory: Callable[[], Remembered]) -> None:
    paper = Stationery(preprinted=True, right=1.5, down=-0.25)
    memory().keep_stationery(r"\\ก\HP", PaperKind.LETTER, paper)
    assert memory().stationery(r"\\ก\HP", PaperKind.LETTER) == paper
    assert memory().stationery(r"\\ก\HP", PaperKind.MEMO) == Stationery()
    assert memory().stationery("HP", PaperKind.LETTER) == Stationery()


def test_a_file_of_choices_that_somebody_spoiled_harms_nothing(
    memory: Callable[[], Remembered], tmp_path: Path
) -> None:
    memory().keep_choice(PaperKind.LETTER, PrintChoice("HP"))
    (tmp_path / "printing.ini").write_text(
        "[paper]\nletter\\printer=HP\nletter\\copies=many\nletter\\duplex=x\n"
        "[printer]\nHP\\letter\\right=wide\n",
        "utf-8",
    )
    assert memory().choice(PaperKind.LETTER) == PrintChoice("HP")
    assert memory().stationery("HP", PaperKind.LETTER) == Stationery()


def test_ink_falls_on_the_emblem_where_the_rulers_said(tmp_path: Path) -> None:
    """A paper whose emblem stands 1.5 mm right and 2 mm low reads so, and is then met."""
    sheet = Paper(
        "x", render_calibration(PaperKind.LETTER, open_faces(), Words()).pdf, PaperKind.LETTER
    )
    still = part(seen(printed(sheet, tmp_path)), 60, 10, 150, 60).getbbox()
    moved = part(
        seen(printed(sheet, tmp_path, stationery=Stationery(right=1.5, down=2.0))), 60, 10, 150, 60
    ).getbbox()
    assert still is not None
    assert moved is not None
    gone = [(b - a) * 25.4 / DOTS for a, b in zip(still, moved, strict=True)]
    assert gone == pytest.approx([1.5, 2.0, 1.5, 2.0], abs=0.1)
