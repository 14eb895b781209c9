"""ตรารับหนังสือ (แบบที่ ๑๒): stamped on a copy of a paper that came electronically."""

from dataclasses import dataclass
from datetime import datetime

from reportlab.lib.colors import Color
from reportlab.lib.units import cm

from desktop.papers.fonts import Faces
from desktop.papers.overlay import Box, Matrix, laid_over
from desktop.papers.sheet import Document, Rendered
from desktop.papers.words import Words
from desktop.rules.thai.dates import clock_time, local, long_date
from desktop.rules.thai.digits import thai_digits

WIDTH, HEIGHT = 5 * cm, 2.5 * cm
"""Of the stamp (ข้อ ๗๘)."""
MARGIN = 1 * cm
"""From the stamp to the upper and the right edge of the sheet."""
_INK = Color(0.1, 0.2, 0.6)
_PAD = 6.0
_LABEL = 30.0
_SIZE, _PITCH = 12.0, 15.0
_SMALLEST = 0.55
"""How much smaller a text may become to find room."""


@dataclass(frozen=True, slots=True)
class StampFacts:
    """What the stamp says."""

    office: str
    number: str
    received_at: datetime


def render_stamp(facts: StampFacts, faces: Faces, words: Words) -> Rendered:
    """Print the stamp on a page of its own size."""
    document = Document("ตรารับหนังสือ", faces, words, size=(WIDTH, HEIGHT), made=facts.received_at)
    canvas, engine = document.canvas, document.engine
    canvas.setStrokeColor(_INK)
    canvas.setFillColor(_INK)
    canvas.setLineWidth(1)
    canvas.rect(0.5, 0.5, WIDTH - 1, HEIGHT - 1)
    at = local(facts.received_at)
    y = HEIGHT - _PAD - _SIZE * 0.75
    name_room, value_room = WIDTH - 2 * _PAD, WIDTH - 2 * _PAD - _LABEL
    rows = (
        ("", facts.office, name_room),
        ("เลขรับ", thai_digits(facts.number), value_room),
        ("วันที่", long_date(at.date()), value_room),
        ("เวลา", clock_time(at), value_room),
    )
    for label, value, room in rows:
        font = faces.regular if label else faces.bold
        size = faces.size(_SIZE)
        line, fitted = engine.fitted(value, font, size, room, _SMALLEST)
        if label:
            engine.text(_PAD, y, label, faces.regular, size)
            engine.line(_PAD + _LABEL, y, line, font, fitted)
        else:
            engine.line((WIDTH - line.width) / 2, y, line, font, fitted)
        y -= _PITCH
    canvas.showPage()
    return Rendered(document.finished(), 1, document.unprintable)


def stamped(pdf: bytes, name: str, stamp: bytes) -> tuple[bytes, int]:
    """Return a copy of a PDF with a stamp on its first page, and its page count.

    `Refused` when the file, called `name`, is protected or cannot be read.
    """
    return laid_over(pdf, name, stamp, lambda page: _place(page.get_cropbox(), page.get_rotation()))


def _place(box: Box, rotation: int) -> Matrix:
    """Return the matrix that puts the stamp upright in the upper right of the page as seen."""
    left, bottom, right, top = box
    turned = rotation in (90, 270)
    wide, high = (top - bottom, right - left) if turned else (right - left, top - bottom)
    x = max(wide - MARGIN - WIDTH, 0.0)
    y = max(high - MARGIN - HEIGHT, 0.0)
    return {
        0: (1.0, 0.0, 0.0, 1.0, left + x, bottom + y),
        90: (0.0, 1.0, -1.0, 0.0, right - y, bottom + x),
        180: (-1.0, 0.0, 0.0, -1.0, right - x, top - y),
        270: (0.0, -1.0, 1.0, 0.0, left + y, top - x),
    }[rotation]
