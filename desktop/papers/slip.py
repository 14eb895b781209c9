"""ใบรับเรื่อง: what the citizen takes home, with the code that tells where the matter stands."""

from dataclasses import dataclass
from datetime import datetime

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.units import mm

from desktop.papers.fonts import Faces
from desktop.papers.sheet import Document, Rendered
from desktop.papers.words import Words
from desktop.rules.thai.dates import clock_time, local, long_date
from desktop.rules.thai.digits import thai_digits

_WIDTH, _HEIGHT = 148 * mm, 105 * mm
"""A6, lying."""
_MARGIN = 9 * mm
_RIGHT = _WIDTH - _MARGIN
_QR = 29 * mm
_NUMBER_ROOM, _TRACKING_ROOM = 46 * mm, 50 * mm
_PITCH = 17.5
_SMALLEST = 0.7
"""How much smaller a text may become to find room."""
_TITLE = "ใบรับเรื่อง"
_PRIVACY = "สำนักงานเก็บและใช้ข้อมูลของท่านเท่าที่จำเป็นต่อการดำเนินการเรื่องนี้ตามอำนาจหน้าที่ตามกฎหมาย"


@dataclass(frozen=True, slots=True)
class SlipFacts:
    """What the slip says; `number` and `tracking` as they are read aloud."""

    office: str
    group: str
    phone: str
    number: str
    tracking: str
    received_at: datetime
    subject: str
    petitioner: str
    channel: str
    receiver: str


def render_slip(facts: SlipFacts, faces: Faces, words: Words) -> Rendered:
    """Print the slip."""
    title = f"{_TITLE} {thai_digits(facts.number)}"
    document = Document(title, faces, words, size=(_WIDTH, _HEIGHT), made=facts.received_at)
    _Setter(document, facts).set()
    document.canvas.showPage()
    return Rendered(document.finished(), 1, document.unprintable)


class _Setter:
    """Sets the one page; what is too long for its place is made smaller, then cut with dots."""

    def __init__(self, document: Document, facts: SlipFacts) -> None:
        self.facts = facts
        self.canvas, self.engine = document.canvas, document.engine
        self.regular, self.bold = document.faces.regular, document.faces.bold
        self.size = document.faces.size

    def set(self) -> None:
        top = _HEIGHT - _MARGIN
        self._head(top)
        self._numbers(top - 40)
        self._code(top - 36)
        self._rows(top - 96)
        self._foot()

    def _say(
        self, x: float, y: float, text: str, points: float, room: float, *, bold: bool = False
    ) -> None:
        """Write a text into its place, not smaller than is read with ease."""
        font = self.bold if bold else self.regular
        full = self.engine.width(text, font, self.size(points))
        size = self.size(points) * max(min(1.0, room / full if full else 1.0), _SMALLEST)
        line = self.engine.clipped(text, font, size, room + 0.1, 1)[0]
        self.engine.line(x, y, line, font, size)

    def _head(self, top: float) -> None:
        facts, size = self.facts, self.size(18)
        title = self.engine.text(_RIGHT, top - 25, _TITLE, self.bold, size, "right")
        self._say(_MARGIN, top - 10, facts.office, 15, _RIGHT - _MARGIN, bold=True)
        self._say(_MARGIN, top - 25, facts.group, 13, _RIGHT - _MARGIN - title - 8)
        self.canvas.setLineWidth(0.6)
        self.canvas.line(_MARGIN, top - 32, _RIGHT, top - 32)

    def _numbers(self, y: float) -> None:
        facts = self.facts
        for x, room, label, value in (
            (_MARGIN, _NUMBER_ROOM, "เลขรับเรื่อง", thai_digits(facts.number)),
            (_MARGIN + _NUMBER_ROOM + 6, _TRACKING_ROOM, "รหัสติดตาม", facts.tracking),
        ):
            self._say(x, y - 10, label, 13, room)
            self._say(x, y - 36, value, 27, room, bold=True)

    def _code(self, top: float) -> None:
        """The tracking code once more, for a telephone's camera."""
        drawing = Drawing(_QR, _QR)
        drawing.add(QrCodeWidget(self.facts.tracking, barWidth=_QR, barHeight=_QR, barBorder=1))
        renderPDF.draw(drawing, self.canvas, _RIGHT - _QR, top - _QR)

    def _rows(self, y: float) -> None:
        facts = self.facts
        at = local(facts.received_at)
        rows = (
            ("รับเมื่อ", f"{long_date(at.date())} เวลา {clock_time(at)}", 1),
            ("ผู้ร้อง", facts.petitioner, 1),
            ("ช่องทาง", facts.channel, 1),
            ("เรื่อง", facts.subject, 2),
            ("ผู้รับเรื่อง", facts.receiver, 1),
        )
        start, size = _MARGIN + 20 * mm, self.size(14)
        below_code = _HEIGHT - _MARGIN - 36 - _QR
        for label, value, most in rows:
            # Beside the code every line is shorter.
            room = _RIGHT - start - (_QR if y > below_code - _PITCH / 2 else 0)
            self._say(_MARGIN, y, label, 14, start - _MARGIN)
            for line in self.engine.clipped(value or "-", self.bold, size, room, most):
                self.engine.line(start, y, line, self.bold, size)
                y -= _PITCH

    def _foot(self) -> None:
        phone = f" หรือโทร. {thai_digits(self.facts.phone)}" if self.facts.phone else ""
        y = _MARGIN + 22
        self.canvas.setLineWidth(0.3)
        self.canvas.line(_MARGIN, y + 15, _RIGHT, y + 15)
        for line in (f"สอบถามความคืบหน้าได้โดยแจ้งรหัสติดตามที่สำนักงาน{phone}", _PRIVACY):
            self._say(_MARGIN, y, line, 12, _RIGHT - _MARGIN)
            y -= 14
