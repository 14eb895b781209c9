"""ใบรับเรื่อง: what the citizen takes home, with the code that tells where the matter stands."""

from dataclasses import dataclass
from datetime import datetime

from reportlab.lib.units import mm

from desktop.paper_orders import SlipPaper
from desktop.papers.fonts import Faces
from desktop.papers.scan_code import draw_code
from desktop.papers.sheet import Document, Rendered
from desktop.papers.words import Words
from desktop.rules.thai.dates import clock_time, local, long_date
from desktop.rules.thai.digits import thai_digits

_PITCH = 1.25
"""From line to line, in parts of the text's size."""
_ROW, _FOOT = 17.5, 14.0
"""From one row to the next, and from one line of the foot to the next, in points."""
_QR = 29 * mm
_CODE_BORDER = 1
_TALLEST = 2000 * mm
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


@dataclass(frozen=True, slots=True)
class _Paper:
    """A paper's size, how large it is written on, and how many lines each text may take."""

    width: float
    height: float
    margin: float
    scale: float
    lines: int
    subject_lines: int
    label: float = 20 * mm
    rolls: bool = False

    @property
    def room(self) -> float:
        """Points between the margins."""
        return self.width - 2 * self.margin


_PAPERS = {
    SlipPaper.A6: _Paper(148 * mm, 105 * mm, 9 * mm, 1.0, 1, 2),
    SlipPaper.A5: _Paper(210 * mm, 148 * mm, 14 * mm, 1.35, 1, 3),
    # A printer of receipts reaches 72 of the 80 millimetres, and cuts where the words end.
    SlipPaper.ROLL: _Paper(80 * mm, _TALLEST, 5 * mm, 1.0, 6, 12, 14.5 * mm, rolls=True),
}


def render_slip(
    facts: SlipFacts, faces: Faces, words: Words, paper: SlipPaper = SlipPaper.A6
) -> Rendered:
    """Print the slip; on a roll it is as long as what it says."""
    kind = _PAPERS[paper]
    title = f"{_TITLE} {thai_digits(facts.number)}"
    height = kind.height
    if kind.rolls:
        trial = Document(title, faces, words, size=(kind.width, height))
        height -= _Setter(trial, facts, kind, height).set() - kind.margin
    document = Document(title, faces, words, size=(kind.width, height), made=facts.received_at)
    _Setter(document, facts, kind, height).set()
    document.canvas.showPage()
    return Rendered(document.finished(), 1, document.unprintable)


class _Setter:
    """Sets the one page; what is too long for its place is made smaller, then cut with dots."""

    def __init__(self, document: Document, facts: SlipFacts, paper: _Paper, height: float) -> None:
        self.facts, self.paper = facts, paper
        self.canvas, self.engine = document.canvas, document.engine
        self.regular, self.bold = document.faces.regular, document.faces.bold
        self.faces = document.faces
        self.left, self.right = paper.margin, paper.width - paper.margin
        self.y = self.top = height - paper.margin

    def set(self) -> float:
        """Set the slip and return the height at which it ends."""
        self._head()
        if self.paper.rolls:
            self._numbers(self.paper.room, self.paper.room)
            code = _QR * 1.2
            self._code((self.paper.width - code) / 2, self.y - code - 4, code)
            self.y -= code + 10
            self._rows(below=self.top)
        else:
            at = self.top - self._scaled(36)
            code = self._scaled(_QR)
            self._numbers(self._scaled(46 * mm), self._scaled(50 * mm))
            self._code(self.right - code, at - code, code)
            self.y = self.top - self._scaled(96 - _ROW)
            self._rows(below=at - code)
            self.y = self.paper.margin + self._scaled(22 + _FOOT)
        self._foot()
        return self.y

    def _scaled(self, points: float) -> float:
        return points * self.paper.scale

    def _say(
        self,
        x: float,
        text: str,
        points: float,
        room: float,
        *,
        bold: bool = False,
        most: int | None = None,
    ) -> float:
        """Write a text into its place, not smaller than is read with ease; return what it took."""
        font = self.bold if bold else self.regular
        size = self.faces.size(self._scaled(points))
        most = most or self.paper.lines
        pitch = self._scaled(points) * _PITCH
        if most == 1:
            _, size = self.engine.fitted(text, font, size, room)
        lines = self.engine.clipped(text, font, size, room + 0.1, most)
        for number, line in enumerate(lines):
            self.engine.line(x, self.y - pitch * number, line, font, size)
        return pitch * len(lines)

    def _head(self) -> None:
        facts, room = self.facts, self.paper.room
        if self.paper.rolls:
            for text, points, bold in (
                (facts.office, 16, True),
                (facts.group, 14, False),
                (_TITLE, 20, True),
            ):
                self.y -= points
                used = self._say(self.left, text, points, room, bold=bold)
                self.y -= used - points
            self.y -= 2
        else:
            size = self.faces.size(self._scaled(18))
            self.y = self.top - self._scaled(25)
            title = self.engine.text(self.right, self.y, _TITLE, self.bold, size, "right")
            self._say(self.left, facts.group, 13, room - title - 8)
            self.y = self.top - self._scaled(10)
            self._say(self.left, facts.office, 15, room, bold=True)
            self.y = self.top - self._scaled(32)
        self.canvas.setLineWidth(0.6)
        self.canvas.line(self.left, self.y, self.right, self.y)
        self.y -= self._scaled(8)

    def _numbers(self, number_room: float, tracking_room: float) -> None:
        facts, x, top = self.facts, self.left, self.y
        for room, label, value in (
            (number_room, "เลขรับเรื่อง", thai_digits(facts.number)),
            (tracking_room, "รหัสติดตาม", facts.tracking),
        ):
            self.y -= self._scaled(10)
            self._say(x, label, 13, room, most=1)
            self.y -= self._scaled(26)
            self._say(x, value, 27, room, bold=True, most=1)
            if self.paper.rolls:
                self.y -= 8
            else:
                x += number_room + self._scaled(6)
                self.y = top

    def _code(self, x: float, y: float, size: float) -> None:
        """The tracking code once more, for a telephone's camera."""
        draw_code(self.canvas, self.facts.tracking, x, y, size, _CODE_BORDER)

    def _rows(self, below: float) -> None:
        """Labels and what they say; above `below` the code leaves every line less room."""
        facts, most = self.facts, self.paper.lines
        at = local(facts.received_at)
        start = self.left + self._scaled(self.paper.label)
        for label, value, lines in (
            ("รับเมื่อ", f"{long_date(at.date())} เวลา {clock_time(at)}", most),
            ("ผู้ร้อง", facts.petitioner, most),
            ("ช่องทาง", facts.channel, most),
            ("เรื่อง", facts.subject, self.paper.subject_lines),
            ("ผู้รับเรื่อง", facts.receiver, most),
        ):
            pitch = self._scaled(_ROW)
            self.y -= pitch
            beside = not self.paper.rolls and self.y > below - pitch / 2
            room = self.right - start - (self._scaled(_QR) if beside else 0)
            self._say(self.left, label, 14, start - self.left, most=1)
            size = self.faces.size(self._scaled(14))
            for number, line in enumerate(
                self.engine.clipped(value or "-", self.bold, size, room, lines)
            ):
                self.y -= pitch if number else 0
                self.engine.line(start, self.y, line, self.bold, size)

    def _foot(self) -> None:
        phone = f" หรือโทร. {thai_digits(self.facts.phone)}" if self.facts.phone else ""
        self.canvas.setLineWidth(0.3)
        if self.paper.rolls:
            self.y -= 9
        rule = self.y + (0 if self.paper.rolls else self._scaled(15 - _FOOT))
        self.canvas.line(self.left, rule, self.right, rule)
        for line in (f"สอบถามความคืบหน้าได้โดยแจ้งรหัสติดตามที่สำนักงาน{phone}", _PRIVACY):
            self.y -= self._scaled(_FOOT)
            used = self._say(self.left, line, 12, self.paper.room)
            if self.paper.rolls:
                self.y -= used - 12 * _PITCH
        self.y -= 5
