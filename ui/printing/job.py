"""A paper on its way to the printer: which sides, at which place, at its own size."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop.papers.pdfium import Pdf
from desktop.rules.printing import (
    Duplex,
    PaperKind,
    PrintChoice,
    PrinterTrouble,
    Stationery,
    sheets,
)
from ui.printing.rendering import Look, bands
from ui.widgets.pdf_view import Size, page_sizes

FINEST, OF_LISTS = 600, 300
"""Dots per inch beyond which print becomes slower and no better: of letters, and of long lists."""
_MILLIMETRES_AN_INCH = 25.4

_PWG = {
    QPageSize.PageSizeId.A4: "iso_a4_210x297mm",
    QPageSize.PageSizeId.A5: "iso_a5_148x210mm",
    QPageSize.PageSizeId.A6: "iso_a6_105x148mm",
    QPageSize.PageSizeId.EnvelopeC4: "iso_c4_229x324mm",
    QPageSize.PageSizeId.C5E: "iso_c5_162x229mm",
    QPageSize.PageSizeId.DLE: "iso_dl_110x220mm",
}


class NotPrinted(Exception):  # noqa: N818 - as the desk says it
    """Nothing, or not all, came out of the printer."""

    def __init__(self, trouble: PrinterTrouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class Paper:
    """What is to be printed; several papers in one PDF begin on the pages that `starts` names."""

    title: str
    pdf: Pdf
    kind: PaperKind = PaperKind.OTHER
    starts: frozenset[int] = frozenset({0})


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A paper, how it is printed, on what, and which of its pages, counted from 0."""

    paper: Paper
    choice: PrintChoice
    stationery: Stationery
    pages: tuple[int, ...]


def paper_size(paper: PaperKind, size: Size) -> tuple[QPageSize, QPageLayout.Orientation]:
    """Return the sheet a page is printed on, and which way; a roll is never turned."""
    width, height = size
    lying = width > height and paper is not PaperKind.SLIP_ROLL
    if lying:
        width, height = height, width
    match = QPageSize.SizeMatchPolicy.FuzzyMatch
    if paper is PaperKind.SLIP_ROLL:
        match = QPageSize.SizeMatchPolicy.ExactMatch
    sheet = QPageSize(QSizeF(width, height), QPageSize.Unit.Point, "", match)
    way = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    return sheet, way


def media_name(kind: PaperKind, size: Size) -> str:
    """Name the sheet a page is printed on as CUPS does (PWG 5101.1)."""
    sheet = paper_size(kind, size)[0]
    known = _PWG.get(sheet.id())
    if known is not None:
        return known
    wide, high = (round(side, 1) for side in sheet.size(QPageSize.Unit.Millimeter).toTuple())
    return f"custom_{wide:g}x{high:g}mm_{wide:g}x{high:g}mm"


def draw(
    job: PrintJob,
    printer: QPrinter,
    told: Callable[[int], None] = lambda _side: None,
) -> None:
    """Draw the job's sides on an open printer, each at its own size; `NotPrinted` when it fails.

    `told` hears after each side how many are done; what it raises ends the printing.
    """
    sizes = page_sizes(job.paper.pdf)
    both = job.choice.duplex is not Duplex.ONE_SIDE
    sides = sheets(job.pages, job.paper.starts, both_sides=both)
    _lay(printer, job.paper.kind, sizes[job.pages[0]])
    colour = QPrinter.ColorMode.Color if job.choice.colour else QPrinter.ColorMode.GrayScale
    printer.setColorMode(colour)
    painter = QPainter()
    if not painter.begin(printer):
        raise NotPrinted(PrinterTrouble.SILENT)
    try:
        # Otherwise letters of a picture are smeared as a photograph's are.
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        before = sizes[job.pages[0]]
        for done, page in enumerate(sides):
            if done:
                if page is not None and sizes[page] != before:
                    before = sizes[page]
                    _lay(printer, job.paper.kind, before)
                if not printer.newPage():
                    raise NotPrinted(PrinterTrouble.STOPPED)
            if page is not None:
                _draw_page(painter, printer, job, page)
            told(done + 1)
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
    if printer.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
        raise NotPrinted(PrinterTrouble.STOPPED)


def _lay(printer: QPrinter, kind: PaperKind, size: Size) -> None:
    """Tell the printer a page's sheet, measured from the paper's own edges."""
    sheet, way = paper_size(kind, size)
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(sheet, way, QMarginsF(), QPageLayout.Unit.Point, QMarginsF()))
    printer.setFullPage(True)


def _draw_page(painter: QPainter, printer: QPrinter, job: PrintJob, page: int) -> None:
    """Draw a page dot for dot: a whole number of the printer's dots for each of ours."""
    finest = OF_LISTS if job.paper.kind is PaperKind.BOOK else FINEST
    ours = -(-printer.resolution() // finest)
    look = Look(
        printer.resolution() // ours,
        job.choice.colour,
        job.paper.kind if job.stationery.preprinted else None,
    )
    dots = printer.resolution() / _MILLIMETRES_AN_INCH
    moved = QPointF(round(job.stationery.right * dots), round(job.stationery.down * dots))
    for band in bands(job.paper.pdf, page, look):
        wide, high = band.picture.width() * ours, band.picture.height() * ours
        place = QRectF(moved.x(), moved.y() + band.top * ours, wide, high)
        painter.drawImage(place, band.picture)
