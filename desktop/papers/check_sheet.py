"""บันทึกการตรวจช่องทางรับเรื่องประจำเดือน: a line for each channel, a column for each day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from reportlab.lib.colors import Color
from reportlab.lib.units import cm

from desktop.papers import measures as m
from desktop.papers.fonts import Faces, ThaiFont
from desktop.papers.sheet import Document, Rendered, Sheet
from desktop.papers.words import Words
from desktop.rules.checking import ChannelMonth
from desktop.rules.thai.dates import MONTHS, buddhist_year, clock_time, local, long_date
from desktop.rules.thai.digits import thai_digits

WIDTH, HEIGHT = m.PAGE_HEIGHT, m.PAGE_WIDTH
"""A4, lying."""
LEFT, RIGHT = 1.6 * cm, 1.2 * cm
_NAME, _EVERY, _SUM = 4.6 * cm, 2.7 * cm, 1.05 * cm
_HEAD, _ROW, _TOP, _LOWEST = 24.0, 20.0, 3.3 * cm, 3.2 * cm
_SUMS = ("ตรวจ", "ขาด", "พบ")
_TITLE = "บันทึกการตรวจช่องทางรับเรื่องร้องเรียน"
_LEGEND = "/ ตรวจแล้วไม่มีเรื่อง   ตัวเลข จำนวนเรื่องที่พบ   ข ขาดการตรวจ   ช่องเทา วันหยุดหรือไม่ต้องตรวจ"
_GREY, _INK = Color(0.92, 0.93, 0.94), Color(0, 0, 0)


@dataclass(frozen=True, slots=True)
class CheckSheetFacts:
    """A month's checks, channel by channel."""

    office: str
    first: date
    days: int
    months: Sequence[ChannelMonth]
    made_at: datetime


def render_check_sheet(facts: CheckSheetFacts, faces: Faces, words: Words) -> Rendered:
    """Print the month; the head is repeated where the channels go on."""
    month = (
        f"เดือน{MONTHS[facts.first.month - 1]} พ.ศ. {thai_digits(str(buddhist_year(facts.first)))}"
    )
    title = f"{_TITLE} {month}"
    document = Document(title, faces, words, size=(WIDTH, HEIGHT), made=facts.made_at.date())
    sheet = Sheet(document, _turn)
    drawn = _Month(sheet, facts, month)
    drawn.head()
    for line in facts.months:
        if sheet.y - _ROW < _LOWEST:
            drawn.foot()
            sheet.turn()
            drawn.head()
        drawn.row(line)
    if not facts.months:
        sheet.y -= _ROW
        sheet.engine.text(WIDTH / 2, sheet.y, "-", faces.regular, faces.size(14), "centre")
    drawn.foot()
    document.canvas.showPage()
    return Rendered(document.finished(), sheet.page, document.unprintable)


class _Month:
    def __init__(self, sheet: Sheet, facts: CheckSheetFacts, month: str) -> None:
        self._sheet, self._facts, self._month = sheet, facts, month
        room = WIDTH - LEFT - RIGHT - _NAME - _EVERY - len(_SUMS) * _SUM
        self._day = room / facts.days
        self._edges = [LEFT, LEFT + _NAME, LEFT + _NAME + _EVERY]
        for _ in range(facts.days):
            self._edges.append(self._edges[-1] + self._day)
        for _ in _SUMS:
            self._edges.append(self._edges[-1] + _SUM)

    def head(self) -> None:
        """Draw the title and the table's head."""
        sheet, facts = self._sheet, self._facts
        faces = sheet.faces
        middle = WIDTH / 2
        for down, text, points, face in (
            (1.5 * cm, _TITLE, 20.0, faces.bold),
            (2.2 * cm, f"{facts.office}   {self._month}", 16.0, faces.regular),
        ):
            self._fitted(middle, HEIGHT - down, text, points, face, WIDTH - LEFT - RIGHT)
        sheet.y = HEIGHT - _TOP
        days = [thai_digits(str(number)) for number in range(1, facts.days + 1)]
        self._cells(["ช่องทาง", "ตรวจเมื่อใด", *days, *_SUMS], _HEAD, bold=True)

    def row(self, line: ChannelMonth) -> None:
        """Draw a channel's line."""
        marks = [self._mark(line, number) for number in range(self._facts.days)]
        grey = [number for number in range(self._facts.days) if not line.wanted[number]]
        sums = (line.looked, line.lacking, line.found)
        words = [line.name, line.said, *marks, *(thai_digits(str(n)) for n in sums)]
        self._cells(words, _ROW, grey=grey)

    def foot(self) -> None:
        """Draw the legend, who signs, and when it was made."""
        sheet, made = self._sheet, local(self._facts.made_at)
        faces = sheet.faces
        small = faces.size(12)
        sheet.engine.text(LEFT, _LOWEST - 20, _LEGEND, faces.regular, small)
        for x, who in ((WIDTH * 0.35, "ผู้ตรวจ"), (WIDTH * 0.72, "ผู้บังคับบัญชา")):
            text = f"(ลงชื่อ) {'.' * 44} {who}"
            sheet.engine.text(x, _LOWEST - 48, text, faces.regular, faces.size(14), "centre")
        day = f"พิมพ์เมื่อ {long_date(made.date())} {clock_time(made)}"
        sheet.engine.text(WIDTH - RIGHT, 1.0 * cm, day, faces.regular, small, "right")
        page = thai_digits(str(sheet.page))
        sheet.engine.text(LEFT, 1.0 * cm, f"หน้า {page}", faces.regular, small)

    def _mark(self, line: ChannelMonth, number: int) -> str:
        found = line.found_on[number]
        if found is not None:
            return thai_digits(str(found)) if found else "/"
        return "ข" if line.missed[number] else ""

    def _cells(
        self, words: Sequence[str], high: float, *, bold: bool = False, grey: Sequence[int] = ()
    ) -> None:
        sheet, edges = self._sheet, self._edges
        canvas, faces = sheet.document.canvas, sheet.faces
        foot = sheet.y - high
        canvas.setFillColor(_GREY)
        for number in grey:
            left = edges[number + 2]
            canvas.rect(left, foot, edges[number + 3] - left, high, stroke=0, fill=1)
        canvas.setFillColor(_INK)
        canvas.setStrokeColor(_INK)
        canvas.setLineWidth(0.4)
        face = faces.bold if bold else faces.regular
        for place, text in enumerate(words):
            left, right = edges[place], edges[place + 1]
            if place < 2 and not bold:
                self._fitted(left + 3, foot + 6, text, 13.0, face, right - left - 5, "left")
            else:
                self._fitted((left + right) / 2, foot + 6, text, 12.0, face, right - left - 1)
        for x in edges:
            canvas.line(x, sheet.y, x, foot)
        for y in (sheet.y, foot):
            canvas.line(edges[0], y, edges[-1], y)
        sheet.y = foot

    def _fitted(
        self,
        x: float,
        y: float,
        text: str,
        points: float,
        face: ThaiFont,
        room: float,
        align: str = "centre",
    ) -> None:
        """Write in one line; what is wider than its room goes smaller, and is cut at last."""
        sheet = self._sheet
        line, size = sheet.engine.fitted(text, face, sheet.faces.size(points), room)
        start = x if align == "left" else x - line.width / 2
        sheet.engine.line(start, y, line, face, size)


def _turn(sheet: Sheet) -> None:
    sheet.document.canvas.showPage()
    sheet.page += 1
