"""ใบรับเรื่อง: what the citizen takes home, with the code that tells where the matter stands."""

from dataclasses import dataclass
from datetime import datetime

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.units import mm

from desktop.papers.fonts import Faces
from desktop.papers.letter import Rendered
from desktop.papers.sheet import Document
from desktop.papers.words import Words
from desktop.rules.thai.dates import clock_time, local, long_date
from desktop.rules.thai.digits import thai_digits

_WIDTH, _HEIGHT = 148 * mm, 105 * mm
"""A6, lying."""
_MARGIN = 9 * mm
_QR = 29 * mm


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
    title = f"ใบรับเรื่อง {thai_digits(facts.number)}"
    document = Document(title, faces, words, size=(_WIDTH, _HEIGHT), made=facts.received_at)
    _Setter(document, facts).set()
    document.canvas.showPage()
    return Rendered(document.finished(), 1, document.unprintable)


class _Setter:
    def __init__(self, document: Document, facts: SlipFacts) -> None:
        self.facts = facts
        self.document = document
        self.canvas, self.engine = document.canvas, document.engine
        self.regular, self.bold = document.faces.regular, document.faces.bold
        self.size = document.faces.size

    def set(self) -> None:
        facts = self.facts
        top = _HEIGHT - _MARGIN
        self.engine.text(_MARGIN, top - 10, facts.office, self.bold, self.size(15))
        self.engine.text(_MARGIN, top - 25, facts.group, self.regular, self.size(13))
        self.engine.text(_WIDTH - _MARGIN, top - 25, "ใบรับเรื่อง", self.bold, self.size(18), "right")
        self.canvas.setLineWidth(0.6)
        self.canvas.line(_MARGIN, top - 32, _WIDTH - _MARGIN, top - 32)
        self._numbers(top - 40)
        self._rows(top - 96)
        self._foot()

    def _numbers(self, y: float) -> None:
        facts = self.facts
        for x, label, value in (
            (_MARGIN, "เลขรับเรื่อง", thai_digits(facts.number)),
            (_MARGIN + 48 * mm, "รหัสติดตาม", facts.tracking),
        ):
            self.engine.text(x, y - 10, label, self.regular, self.size(13))
            self.engine.text(x, y - 36, value, self.bold, self.size(27))
        code = QrCodeWidget(facts.tracking, barWidth=_QR, barHeight=_QR, barBorder=1)
        drawing = Drawing(_QR, _QR)
        drawing.add(code)
        renderPDF.draw(drawing, self.canvas, _WIDTH - _MARGIN - _QR, y - _QR + 4)

    def _rows(self, y: float) -> None:
        facts = self.facts
        at = local(facts.received_at)
        rows = (
            ("รับเมื่อ", f"{long_date(at.date())} เวลา {clock_time(at)}"),
            ("ผู้ร้อง", facts.petitioner),
            ("ช่องทาง", facts.channel),
            ("เรื่อง", facts.subject),
            ("ผู้รับเรื่อง", facts.receiver),
        )
        start = _MARGIN + 20 * mm
        for label, value in rows:
            # Only the subject may run on; beside the code every line is shorter.
            room = _WIDTH - _MARGIN - start - (_QR if y > _HEIGHT - _MARGIN - 40 - _QR else 0)
            self.engine.text(_MARGIN, y, label, self.regular, self.size(14))
            lines = self.engine.broken(value or "-", self.bold, self.size(14), room, room)
            for number, line in enumerate(lines[:2]):
                shown = line
                if number == 1 and len(lines) > 2:
                    text = line.text
                    while self.engine.width(text + "…", self.bold, self.size(14)) > room:
                        text = text[:-1]
                    self.engine.text(start, y, text + "…", self.bold, self.size(14))
                else:
                    self.engine.line(start, y, shown, self.bold, self.size(14))
                y -= 17.5

    def _foot(self) -> None:
        facts = self.facts
        y = _MARGIN + 22
        self.canvas.setLineWidth(0.3)
        self.canvas.line(_MARGIN, y + 15, _WIDTH - _MARGIN, y + 15)
        told = (
            f"สอบถามความคืบหน้าได้โดยแจ้งรหัสติดตาม ที่สำนักงานหรือโทร. {thai_digits(facts.phone)}",
            "สำนักงานเก็บและใช้ข้อมูลของท่านเท่าที่จำเป็นต่อการดำเนินการเรื่องนี้ตามอำนาจหน้าที่ตามกฎหมาย",
        )
        for line in told:
            self.engine.text(_MARGIN, y, line, self.regular, self.size(12))
            y -= 14
