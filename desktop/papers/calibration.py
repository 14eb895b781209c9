"""แผ่นทดสอบตำแหน่งพิมพ์: rulers where the Garuda stands, to be printed on paper that bears it.

What is read where the paper's own Garuda stands is how far print has to be moved: right and down
count as more, so that the numbers are typed as they are read.
"""

from reportlab.lib.units import cm, mm

from desktop.paper_orders import EnvelopeSize
from desktop.papers import measures as m
from desktop.papers.envelope import EDGE, SIZES
from desktop.papers.fonts import Faces
from desktop.papers.sheet import Document, Rendered
from desktop.papers.stationery import EmblemPlace, emblem_place
from desktop.papers.words import Words
from desktop.rules.printing import PaperKind
from desktop.rules.thai.digits import thai_digits

REACH = 10
"""Millimetres that each ruler reads to either side."""
PROOF = 10 * cm
"""A line that tells whether the printer keeps the size."""
_ENVELOPES = {
    PaperKind.ENVELOPE_DL: EnvelopeSize.DL,
    PaperKind.ENVELOPE_C5: EnvelopeSize.C5,
    PaperKind.ENVELOPE_C4: EnvelopeSize.C4,
}
_TITLE = "แผ่นทดสอบตำแหน่งพิมพ์"
_HOW = (
    "พิมพ์แผ่นนี้บนกระดาษที่มีตราครุฑพิมพ์ไว้แล้ว แล้วอ่านตัวเลขสองตัว",
    "แนวนอน: ขีดที่ตรงกับ{edge}ของตราครุฑบนกระดาษ",
    "แนวตั้ง: ขีดที่ตรงกับปลายล่างของตราครุฑบนกระดาษ",
    "พิมพ์ตัวเลขทั้งสองในหน้าต่าง “ปรับตำแหน่งพิมพ์” ทางซ้ายและด้านบนของศูนย์ให้ใส่เครื่องหมายลบ",
)
_PROOF = "เส้นนี้ต้องยาว ๑๐ เซนติเมตรพอดี"
_SIZE, _PITCH, _SMALL = 14.0, 19.0, 10.0
_THIN, _THICK = 0.25, 0.6
_NUMBERED = 5
_BELOW, _BESIDE = 9 * mm, 4 * mm
"""From the emblem to the two rulers."""


def render_calibration(kind: PaperKind, faces: Faces, words: Words) -> Rendered:
    """Print the sheet for a kind of paper that may bear the emblem."""
    envelope = _ENVELOPES.get(kind)
    size = (m.PAGE_WIDTH, m.PAGE_HEIGHT) if envelope is None else SIZES[envelope]
    place = emblem_place(kind, size[1])
    if place is None:
        raise ValueError(f"{kind} bears no emblem")
    document = Document(_TITLE, faces, words, size=size)
    page = _Page(document, place, size[0])
    page.cross()
    page.across()
    page.upright()
    page.words(m.LEFT if envelope is None else EDGE)
    document.canvas.showPage()
    return document.rendered(1)


class _Page:
    """The one page, around the place of the emblem."""

    def __init__(self, document: Document, place: EmblemPlace, width: float) -> None:
        self.document, self.canvas, self.place = document, document.canvas, place
        self.faces, self.width = document.faces, width
        right = place.x + (place.height / 2 if place.centred else place.height)
        self.ruler = max(right, place.x + REACH * mm) + _BESIDE
        """Where the upright ruler stands."""

    def cross(self) -> None:
        """Hairlines from the emblem's place to both rulers."""
        place, canvas = self.place, self.canvas
        canvas.setLineWidth(_THIN)
        canvas.line(place.x, place.bottom - _BELOW, place.x, place.bottom + place.height)
        canvas.line(place.x - REACH * mm, place.bottom, self.ruler, place.bottom)

    def across(self) -> None:
        """The lying ruler below the emblem's feet."""
        y = self.place.bottom - _BELOW
        self.canvas.line(self.place.x - REACH * mm, y, self.place.x + REACH * mm, y)
        for step in range(-REACH, REACH + 1):
            x = self.place.x + step * mm
            long = step % _NUMBERED == 0
            self.canvas.setLineWidth(_THICK if long else _THIN)
            self.canvas.line(x, y, x, y + (3 if long else 1.5) * mm)
            if long:
                self._number(step, x, y - 4 * mm, "centre")

    def upright(self) -> None:
        """The upright ruler right of the emblem; its numbers grow downwards."""
        x = self.ruler
        self.canvas.setLineWidth(_THIN)
        bottom = self.place.bottom
        self.canvas.line(x, bottom - REACH * mm, x, bottom + REACH * mm)
        for step in range(-REACH, REACH + 1):
            y = bottom - step * mm
            long = step % _NUMBERED == 0
            self.canvas.setLineWidth(_THICK if long else _THIN)
            self.canvas.line(x, y, x + (3 if long else 1.5) * mm, y)
            if long:
                self._number(step, x + 4 * mm, y - 1 * mm, "left")

    def words(self, left: float) -> None:
        """What to do, and the line that proves the size."""
        engine, size = self.document.engine, self.faces.size(_SIZE)
        y = self.place.bottom - _BELOW - 14 * mm
        edge = "กึ่งกลาง" if self.place.centred else "ขอบซ้าย"
        engine.text(left, y, _TITLE, self.faces.bold, size)
        for text in _HOW:
            said = text.format(edge=edge)
            for line in engine.clipped(said, self.faces.regular, size, self.width - 2 * left, 2):
                y -= _PITCH
                engine.line(left, y, line, self.faces.regular, size)
        y -= _PITCH * 1.3
        self.canvas.setLineWidth(_THICK)
        self.canvas.line(left, y, left + PROOF, y)
        for end in (left, left + PROOF):
            self.canvas.line(end, y - 1.5 * mm, end, y + 1.5 * mm)
        engine.text(left + PROOF + 3 * mm, y - 4, _PROOF, self.faces.regular, size)

    def _number(self, step: int, x: float, y: float, align: str) -> None:
        told = thai_digits(f"{step:+d}".replace("-", "−") if step else "0")
        size = self.faces.size(_SMALL)
        self.document.engine.text(x, y, told, self.faces.regular, size, align)
