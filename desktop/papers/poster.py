"""แผ่นประกาศช่องทาง: how to bring a complaint, large enough to be read from across a room."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.lib.colors import Color
from reportlab.lib.units import cm, mm

from desktop.papers import measures as m
from desktop.papers.fonts import Faces, ThaiFont
from desktop.papers.scan_code import draw_code
from desktop.papers.sheet import Document, Rendered
from desktop.papers.words import Words
from desktop.rules.catalogue import Channel
from desktop.rules.thai.dates import long_date
from desktop.rules.thai.digits import thai_digits

QR = 72 * mm
"""The side of the code, its quiet border included."""
QR_BORDER = 4
"""Empty squares round a code, as its standard asks."""
LONGEST_CODE = 300
"""Letters of a code that a telephone still reads from some steps away."""
MARGIN = 1.5 * cm
_WIDTH = m.PAGE_WIDTH - 2 * MARGIN
_INK, _ACCENT = Color(0, 0, 0), Color(0.05, 0.35, 0.38)
_ROW = 22.0
_FOOT_HIGH = 72.0
"""Kept for the address and for what the arrows mean."""
_SMALLEST = 0.5
"""How much smaller a text may become to find room."""
_TWO_WAY = "ติดต่อสองทาง: ท่านสอบถามได้ และสำนักงานตอบกลับทางช่องทางเดียวกัน"


@dataclass(frozen=True, slots=True)
class PosterFacts:
    """What the poster says; `code` is what a telephone's camera reads, and may be empty."""

    office: str
    group: str
    phone: str
    address: tuple[str, ...]
    channels: Sequence[Channel]
    code: str
    made: date


def render_poster(facts: PosterFacts, faces: Faces, words: Words) -> Rendered:
    """Print the poster."""
    document = Document("ช่องทางร้องเรียน", faces, words, made=facts.made)
    _Setter(document, facts).set()
    document.canvas.showPage()
    return Rendered(document.finished(), 1, document.unprintable)


class _Setter:
    """Sets the one page from the top down."""

    def __init__(self, document: Document, facts: PosterFacts) -> None:
        self.facts, self.canvas, self.engine = facts, document.canvas, document.engine
        self.faces = document.faces
        self.y = m.PAGE_HEIGHT - MARGIN

    def set(self) -> None:
        facts = self.facts
        self.canvas.setFillColor(_ACCENT)
        self._centred("ช่องทางร้องเรียน ร้องทุกข์ และเสนอแนะ", 40, bold=True)
        self.canvas.setFillColor(_INK)
        self._centred(facts.office, 26, bold=True)
        self._centred(facts.group, 20)
        self._code()
        if facts.phone:
            self._centred(f"โทร. {thai_digits(facts.phone)}", 34, bold=True)
        self._channels()
        self._foot()

    def _centred(self, text: str, points: float, *, bold: bool = False) -> None:
        if not text:
            return
        font = self.faces.bold if bold else self.faces.regular
        self.y -= points * 1.2
        self._fitted(MARGIN, text, font, points, _WIDTH, centre=True)

    def _code(self) -> None:
        """What to scan, and below it the same in letters for those who type."""
        if not self.facts.code:
            return
        self.y -= 8 + QR
        draw_code(self.canvas, self.facts.code, m.CENTRE - QR / 2, self.y, QR, QR_BORDER)
        self.y += 10
        self._centred(self.facts.code, 14)
        self.y -= 4

    def _channels(self) -> None:
        """The open channels in two columns; two arrows mark those that also answer."""
        channels = [channel for channel in self.facts.channels if channel.active]
        rows = -(-len(channels) // 2)
        self.y -= 34
        self._fitted(MARGIN, "ช่องทางที่เปิดรับ", self.faces.bold, 22, _WIDTH)
        self.y -= 9
        self.canvas.setStrokeColor(_ACCENT)
        self.canvas.setLineWidth(1.2)
        self.canvas.line(MARGIN, self.y, MARGIN + _WIDTH, self.y)
        # However many there are, each has its line.
        pitch = min(_ROW, (self.y - MARGIN - _FOOT_HIGH) / max(rows, 1))
        scale = pitch / _ROW
        top, half = self.y, _WIDTH / 2
        for place, channel in enumerate(channels):
            column, row = divmod(place, rows)
            x = MARGIN + column * half
            self.y = top - pitch * (row + 1)
            if channel.two_way:
                self._arrows(x)
            self._fitted(x + 26, channel.name, self.faces.bold, 17 * scale, half - 130)
            self._fitted(x + half - 98, channel.checked, self.faces.regular, 14 * scale, 92)
        self.y = top - pitch * rows - 26
        self._arrows(MARGIN)
        self._fitted(MARGIN + 26, _TWO_WAY, self.faces.regular, 14, _WIDTH - 26)

    def _arrows(self, x: float) -> None:
        """One arrow there and one back, on the line."""
        self.canvas.setStrokeColor(_ACCENT)
        self.canvas.setFillColor(_ACCENT)
        self.canvas.setLineWidth(1.3)
        for lift, start, end in ((7.0, x, x + 17), (1.5, x + 17, x)):
            y, way = self.y + lift, 1 if end > start else -1
            self.canvas.line(start, y, end - 4 * way, y)
            head = self.canvas.beginPath()
            head.moveTo(end, y)
            head.lineTo(end - 5 * way, y + 2.4)
            head.lineTo(end - 5 * way, y - 2.4)
            head.close()
            self.canvas.drawPath(head, stroke=0, fill=1)
        self.canvas.setFillColor(_INK)

    def _foot(self) -> None:
        self.y = MARGIN + 18
        address = " ".join(thai_digits(line) for line in self.facts.address)
        self._fitted(MARGIN, address, self.faces.regular, 16, _WIDTH, centre=True)
        self.y = MARGIN
        day = f"ข้อมูล ณ วันที่ {long_date(self.facts.made)}"
        self._fitted(MARGIN, day, self.faces.regular, 12, _WIDTH, centre=True)

    def _fitted(
        self,
        x: float,
        text: str,
        font: ThaiFont,
        points: float,
        room: float,
        *,
        centre: bool = False,
    ) -> None:
        """Write one line into its room, smaller if need be, then cut with dots."""
        line, size = self.engine.fitted(text, font, self.faces.size(points), room, _SMALLEST)
        start = x + (room - line.width) / 2 if centre else x
        self.engine.line(start, self.y, line, font, size)
