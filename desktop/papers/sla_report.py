"""รายงานผลการดำเนินงานตามมาตรฐานระยะเวลา: the SLA report as it is signed and published."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from reportlab.lib.colors import Color

from desktop.papers import measures as m
from desktop.papers.engine import SetLine
from desktop.papers.fonts import Faces, ThaiFont
from desktop.papers.letter import Rendered
from desktop.papers.sheet import Document, Sheet
from desktop.papers.words import Words
from desktop.rules.figures import Counts, GroupCounts, SlaFigures, topmost, total
from desktop.rules.thai.dates import SHORT_MONTHS, clock_time, local, long_date, short_date
from desktop.rules.thai.digits import thai_digits

_INK, _TEAL, _RED, _LINE = (
    Color(0, 0, 0),
    Color(0.06, 0.36, 0.39),
    Color(0.7, 0.15, 0.12),
    Color(0.75, 0.78, 0.8),
)
Lines = tuple[SetLine, ...]

_TITLE = "รายงานผลการดำเนินงานตามมาตรฐานระยะเวลา"
_ROW = 17.5
_TEXT, _SMALL = 14.0, 12.0
_MOST = 12
"""Groups shown by themselves; the rest are added up as อื่น ๆ."""
_COUNTS = ("เสร็จทันกำหนด", "เสร็จเกินกำหนด", "ค้างเกินกำหนด", "ค้างในกำหนด", "รวม", "ร้อยละทันกำหนด")


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """The figures, whose they are, and what groups are called."""

    figures: SlaFigures
    office: str
    group: str
    made_at: datetime
    priorities: Mapping[str, str]
    nobody: str = "ยังไม่มอบหมาย"


def render_sla_report(facts: ReportFacts, faces: Faces, words: Words) -> Rendered:
    """Print the report."""
    document = Document(_TITLE, faces, words, made=facts.made_at)
    pages = _Setter(document, facts).set()
    return Rendered(document.finished(), pages, document.unprintable)


def percent(value: Decimal | None) -> str:
    """Write a percentage in Thai digits; what cannot be counted is "-", never 100."""
    return "-" if value is None else thai_digits(f"{value}")


@dataclass(frozen=True, slots=True)
class _Column:
    head: str
    width: float
    align: str


class _Setter:
    def __init__(self, document: Document, facts: ReportFacts) -> None:
        self.document, self.facts, self.figures = document, facts, facts.figures
        self.canvas, self.engine = document.canvas, document.engine
        self.regular, self.bold = document.faces.regular, document.faces.bold
        self.size = document.faces.size
        self.sheet = Sheet(document, self._turn)
        self.sheet.y = m.PAGE_HEIGHT - m.TOP

    def set(self) -> int:
        figures = self.figures
        self._title()
        self._headline()
        self._movement()
        self._chart()
        names = self.facts.priorities
        self._groups("จำแนกตามความสำคัญ", "ความสำคัญ", _named(figures.by_priority, names))
        self._groups("จำแนกตามหมวดเรื่อง", "หมวดเรื่อง", figures.by_category)
        owners = _named(figures.by_owner, {"": self.facts.nobody})
        self._groups("จำแนกตามผู้รับผิดชอบ", "ผู้รับผิดชอบ", owners)
        self._groups("จำแนกตามเดือน", "เดือน", _months(figures.by_month), keep=True)
        self._late()
        self._method()
        self.canvas.showPage()
        return self.sheet.page

    def _turn(self, sheet: Sheet) -> None:
        self.canvas.showPage()
        sheet.page += 1
        sheet.y = m.PAGE_HEIGHT - m.PAGE_NUMBER_TOP
        number = thai_digits(f"- {sheet.page} -")
        self.engine.text(
            m.CENTRE, sheet.y + 12, number, self.regular, self.size(m.BODY_SIZE), "centre"
        )

    def _say(
        self, x: float, text: str, size: float, *, font: ThaiFont | None = None, align: str = "left"
    ) -> float:
        face = font or self.regular
        return self.engine.text(x, self.sheet.y, text, face, self.size(size), align)

    def _title(self) -> None:
        figures, sheet = self.figures, self.sheet
        for text, size in (
            ("รายงานผลการดำเนินงานตามมาตรฐานระยะเวลา (SLA)", 20.0),
            ("การจัดการเรื่องร้องเรียน", 18.0),
        ):
            sheet.y -= size * 1.25
            self._say(m.CENTRE, text, size, font=self.bold, align="centre")
        period = (
            f"ระหว่างวันที่ {long_date(figures.period_start)} ถึงวันที่ {long_date(figures.period_end)}"
        )
        for text in (f"{self.facts.office} {self.facts.group}", period):
            sheet.y -= 19
            self._say(m.CENTRE, text, 16, align="centre")
        sheet.y -= 12

    def _headline(self) -> None:
        counts, sheet = self.figures.headline, self.sheet
        high = 74.0
        top = sheet.y
        self.canvas.setStrokeColor(_LINE)
        self.canvas.setLineWidth(0.6)
        self.canvas.rect(m.LEFT, top - high, m.TEXT_WIDTH, high)
        rate = counts.on_time_percent
        sheet.y = top - 40
        self.canvas.setFillColor(_TEAL)
        shown = percent(rate) + ("" if rate is None else " %")
        self._say(m.LEFT + 66, shown, 34, font=self.bold, align="centre")
        self.canvas.setFillColor(_INK)
        sheet.y = top - 62
        self._say(m.LEFT + 66, "ทันกำหนด", _TEXT, align="centre")
        values = (
            ("เสร็จทันกำหนด", counts.closed_on_time),
            ("เสร็จเกินกำหนด", counts.closed_late),
            ("ค้างเกินกำหนด", counts.open_overdue),
            ("ค้างในกำหนด", counts.open_in_time),
        )
        step = (m.TEXT_WIDTH - 132) / len(values)
        for place, (label, value) in enumerate(values):
            x = m.LEFT + 132 + step * (place + 0.5)
            sheet.y = top - 38
            self._say(x, thai_digits(f"{value}"), 26, font=self.bold, align="centre")
            sheet.y = top - 60
            self._say(x, label, _TEXT, align="centre")
        sheet.y = top - high - 4

    def _movement(self) -> None:
        figures, sheet = self.figures, self.sheet
        parts = (
            ("ยกมา", figures.brought_forward),
            ("รับใหม่", figures.received),
            ("แล้วเสร็จ", figures.finished),
            ("คงค้างยกไป", figures.carried_forward),
        )
        sheet.y -= 16
        told = "   ".join(f"{label} {thai_digits(str(value))} เรื่อง" for label, value in parts)
        if figures.headline.without_target:
            told += f"   ไม่มีกำหนด {thai_digits(str(figures.headline.without_target))} เรื่อง"
        if not (figures.received or figures.brought_forward):
            told = "ไม่มีเรื่องร้องเรียนในช่วงเวลานี้"
        self._say(m.LEFT, told, _TEXT)
        sheet.y -= 8

    def _chart(self) -> None:
        """Bars by month: ended on time, ended late, and open past its date."""
        months, sheet = _months(self.figures.by_month), self.sheet
        if not any(group.counts.total for group in months):
            return
        high, sheet.y = 84.0, sheet.y - 10
        base = sheet.y - high
        most = max(_shown(group.counts) for group in months) or 1
        step = m.TEXT_WIDTH / len(months)
        wide = min(step * 0.6, 28)
        for place, group in enumerate(months):
            x = m.LEFT + step * (place + 0.5)
            counts = group.counts
            y = base
            for value, colour in (
                (counts.closed_on_time, _TEAL),
                (counts.closed_late + counts.open_overdue, _RED),
            ):
                tall = high * value / most
                self.canvas.setFillColor(colour)
                if value:
                    self.canvas.rect(x - wide / 2, y, wide, tall, stroke=0, fill=1)
                y += tall
            self.canvas.setFillColor(_INK)
            sheet.y = y + 3
            if _shown(counts):
                self._say(x, thai_digits(str(_shown(counts))), _SMALL, align="centre")
            sheet.y = base - 12
            self._say(x, group.name, _SMALL if len(months) <= 12 else 9, align="centre")
        self.canvas.setStrokeColor(_LINE)
        self.canvas.line(m.LEFT, base, m.LEFT + m.TEXT_WIDTH, base)
        sheet.y = base - 26
        self._legend()

    def _legend(self) -> None:
        x = m.LEFT
        for colour, text in ((_TEAL, "เสร็จทันกำหนด"), (_RED, "เกินกำหนด (เสร็จแล้วและยังค้าง)")):
            self.canvas.setFillColor(colour)
            self.canvas.rect(x, self.sheet.y, 8, 8, stroke=0, fill=1)
            self.canvas.setFillColor(_INK)
            x += 12 + self._say(x + 12, text, _SMALL) + 16
        self.sheet.y -= 4

    def _groups(
        self, title: str, head: str, groups: Sequence[GroupCounts], *, keep: bool = False
    ) -> None:
        top = topmost(groups, len(groups) if keep else _MOST)
        shown = groups if keep or top.others is None else top.groups
        rows = [(group.name, group.counts) for group in shown]
        if top.others is not None:
            rows.append((f"อื่น ๆ ({thai_digits(str(top.others_count))})", top.others))
        if rows:
            rows.append(("รวม", total(counts for _, counts in rows)))
        columns = self._columns(head)
        cells = [(name, *_cells(counts)) for name, counts in rows]
        self._table(title, columns, cells or [("-",) * len(columns)], last_bold=bool(rows))

    def _columns(self, head: str) -> tuple[_Column, ...]:
        narrow = 46.0
        first = m.TEXT_WIDTH - narrow * len(_COUNTS)
        return (_Column(head, first, "left"), *(_Column(h, narrow, "right") for h in _COUNTS))

    def _late(self) -> None:
        columns = (
            _Column("เลขรับ", 52, "left"),
            _Column("เรื่อง", 138, "left"),
            _Column("ผู้รับผิดชอบ", 86, "left"),
            _Column("ครบกำหนด", 54, "left"),
            _Column("เสร็จ", 54, "left"),
            _Column("เหตุที่ล่าช้า", m.TEXT_WIDTH - 384, "left"),
        )
        cells = [
            (
                thai_digits(case.number),
                case.subject or "(ปกปิด)",
                case.owner or self.facts.nobody,
                short_date(case.due_on),
                "ยังค้าง" if case.closed_on is None else short_date(case.closed_on),
                case.reason or "-",
            )
            for case in self.figures.late
        ]
        self._table("เรื่องที่เกินกำหนด", columns, cells or [("-",) * len(columns)], last_bold=False)

    def _table(
        self,
        title: str,
        columns: Sequence[_Column],
        rows: Sequence[Sequence[str]],
        *,
        last_bold: bool,
    ) -> None:
        sheet = self.sheet
        if sheet.y - 34 - 3 * _ROW < m.BOTTOM:
            self._turn(sheet)
        sheet.y -= 28
        self._say(m.LEFT, title, 16, font=self.bold)
        sheet.y -= 6
        self._head(columns)
        for place, row in enumerate(rows):
            bold = last_bold and place == len(rows) - 1
            lines = self._cell_lines(columns, row, bold=bold)
            deep = max(len(cell) for cell in lines)
            if sheet.y - deep * _ROW < m.BOTTOM:
                self._turn(sheet)
                self._head(columns)
            self._row(columns, lines, deep, bold=bold)

    def _head(self, columns: Sequence[_Column]) -> None:
        size = self.size(_SMALL)
        heads = [
            self.engine.broken(column.head, self.bold, size, column.width - 4, column.width - 4)
            for column in columns
        ]
        deep = max(len(lines) for lines in heads)
        self._draw(columns, heads, deep, self.bold, _SMALL, 14)
        self.canvas.setStrokeColor(_INK)
        self.canvas.setLineWidth(0.7)
        self.canvas.line(m.LEFT, self.sheet.y - 4, m.LEFT + m.TEXT_WIDTH, self.sheet.y - 4)
        self.sheet.y -= 2

    def _cell_lines(
        self, columns: Sequence[_Column], row: Sequence[str], *, bold: bool
    ) -> list[Lines]:
        font = self.bold if bold else self.regular
        return [
            self.engine.broken(text, font, self.size(_TEXT), column.width - 5, column.width - 5)
            for column, text in zip(columns, row, strict=True)
        ]

    def _row(
        self, columns: Sequence[_Column], lines: list[Lines], deep: int, *, bold: bool
    ) -> None:
        self._draw(columns, lines, deep, self.bold if bold else self.regular, _TEXT, _ROW)
        self.canvas.setStrokeColor(_LINE)
        self.canvas.setLineWidth(0.4)
        self.canvas.line(m.LEFT, self.sheet.y - 4.5, m.LEFT + m.TEXT_WIDTH, self.sheet.y - 4.5)

    def _draw(
        self,
        columns: Sequence[_Column],
        cells: Sequence[Lines],
        deep: int,
        font: ThaiFont,
        size: float,
        pitch: float,
    ) -> None:
        top, x = self.sheet.y, m.LEFT
        for column, lines in zip(columns, cells, strict=True):
            for number, line in enumerate(lines):
                y = top - pitch * (number + 1)
                at = x if column.align == "left" else x + column.width - 2 - line.width
                self.engine.line(at, y, line, font, self.size(size))
            x += column.width
        self.sheet.y = top - pitch * deep

    def _method(self) -> None:
        """How it was counted, so that the figure can be counted again."""
        at = local(self.facts.made_at)
        told = (
            "วิธีคำนวณ: ร้อยละทันกำหนด = เสร็จทันกำหนด ÷ "
            "(เสร็จทันกำหนด + เสร็จเกินกำหนด + ค้างเกินกำหนด) × ๑๐๐ "
            "นับเรื่องที่เสร็จในช่วงเวลา และเรื่องที่ยังค้างเกินกำหนด ณ วันสิ้นช่วงเวลา โดยไม่นับวันที่รับเรื่อง "
            "เสร็จตรงเวลาครบกำหนดพอดีถือว่าทันกำหนด วันทำการนับตามปฏิทินวันหยุดราชการ "
            "ระยะเวลาเป็นวันปฏิทินของสำนักงานไม่เลื่อนเมื่อตรงวันหยุด เรื่องที่ไม่มีกำหนดแสดงแยกและไม่นับว่าทันกำหนด"
        )
        sheet = self.sheet
        lines = self.engine.broken(
            told, self.regular, self.size(_SMALL), m.TEXT_WIDTH, m.TEXT_WIDTH
        )
        if sheet.y - 20 - 15 * (len(lines) + 1) < m.BOTTOM:
            self._turn(sheet)
        sheet.y -= 14
        for line in lines:
            sheet.y -= 15
            self.engine.line(m.LEFT, sheet.y, line, self.regular, self.size(_SMALL))
        sheet.y -= 15
        made = f"จัดทำเมื่อ {long_date(at.date())} เวลา {clock_time(at)}"
        self._say(m.LEFT, made, _SMALL)


def _cells(counts: Counts) -> tuple[str, ...]:
    values = (
        counts.closed_on_time,
        counts.closed_late,
        counts.open_overdue,
        counts.open_in_time,
        counts.total,
    )
    return (*(thai_digits(str(value)) for value in values), percent(counts.on_time_percent))


def _shown(counts: Counts) -> int:
    return counts.closed_on_time + counts.closed_late + counts.open_overdue


def _named(groups: Sequence[GroupCounts], names: Mapping[str, str]) -> tuple[GroupCounts, ...]:
    return tuple(GroupCounts(g.key, names.get(g.key, g.name), g.counts) for g in groups)


def _months(groups: Sequence[GroupCounts]) -> tuple[GroupCounts, ...]:
    """Call each month, stored as 2026-07, ก.ค. ๖๙."""
    called = []
    for group in groups:
        year, month = (int(part) for part in group.key.split("-"))
        name = f"{SHORT_MONTHS[month - 1]} {thai_digits(f'{(year + 543) % 100:02d}')}"
        called.append(GroupCounts(group.key, name, group.counts))
    return tuple(called)
