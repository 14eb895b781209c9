"""A page as pictures for the printer: in bands, so that memory stays bounded at any resolution."""

from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw
from PySide6.QtGui import QImage

from desktop.papers.pdfium import PDFIUM, Pdf
from desktop.papers.stationery import leave_emblem_out
from desktop.rules.printing import PaperKind

POINTS = 72.0
MOST_BYTES = 48_000_000
"""Of one band's picture: a grey sheet of A4 at 600 dots per inch is one band."""
# A printer has ink or none: edges smoothed for an eye at a screen come out frayed.
_FLAGS = (
    raw.FPDF_ANNOT
    | raw.FPDF_PRINTING
    | raw.FPDF_RENDER_NO_SMOOTHTEXT
    | raw.FPDF_RENDER_NO_SMOOTHPATH
)
_COLOURS = {False: 1, True: 3}


@dataclass(frozen=True, slots=True)
class Look:
    """How pages become pictures: dots per inch, in colour or grey, with or without the emblem."""

    dots: int
    colour: bool
    leave_out: PaperKind | None = None
    """The kind of paper whose emblem is on the paper already."""


@dataclass(frozen=True, slots=True)
class Band:
    """Part of a page as a picture, and how many dots from the page's upper edge it begins."""

    top: int
    picture: QImage


def bands(pdf: Pdf, number: int, look: Look, most_bytes: int = MOST_BYTES) -> Iterator[Band]:
    """Render one page, counted from 0, band after band from the top."""
    top, height = 0, 1
    while top < height:
        band, height = _band(pdf, number, look, top, most_bytes)
        yield band
        top += band.picture.height()


def _band(pdf: Pdf, number: int, look: Look, top: int, most_bytes: int) -> tuple[Band, int]:
    """Render the band that begins at `top`; return it and the whole page's height in dots."""
    with PDFIUM:
        document = pdfium.PdfDocument(pdf)
        try:
            page = document[number]
            if look.leave_out is not None:
                leave_emblem_out(page, look.leave_out)
            width, height = (round(side * look.dots / POINTS) for side in page.get_size())
            line = width * _COLOURS[look.colour]
            high = min(height - top, max(1, most_bytes // line))
            return Band(top, _picture(page, (width, height), top, high, look)), height
        finally:
            document.close()


def _picture(
    page: pdfium.PdfPage, size: tuple[int, int], top: int, high: int, look: Look
) -> QImage:
    width, height = size
    kind = raw.FPDFBitmap_BGR if look.colour else raw.FPDFBitmap_Gray
    bitmap = pdfium.PdfBitmap.new_native(width, high, kind)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, high)
    flags = _FLAGS if look.colour else _FLAGS | raw.FPDF_GRAYSCALE
    raw.FPDF_RenderPageBitmap(bitmap, page, 0, -top, width, height, 0, flags)
    shape = QImage.Format.Format_BGR888 if look.colour else QImage.Format.Format_Grayscale8
    return QImage(bytes(bitmap.buffer), width, high, bitmap.stride, shape).copy()
