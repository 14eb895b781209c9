"""รายงานผลการดำเนินงานตามมาตรฐานระยะเวลา: the SLA report as it is signed and published."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from reportlab.lib.colors import Color

from desktop.papers import measures as m
from desktop.papers.fonts import Faces, ThaiFont
from desktop.papers.sheet import Document, Rendered, Sheet
from desktop.papers.table import Column, Table
from desktop.papers.words import Words
from desktop.rules.figures import Counts, GroupCounts, LateCase, SlaFigures, topmost, total
from desktop.rules.satisfaction import AskedBy, Satisfaction
from desktop.rules.thai.dates import SHORT_MONTHS, clock_time, local, long_date, short_date
from desktop.rules.thai.digits import thai_digits

_INK, _TEAL, _RED, _LINE = (
    Color(0, 0, 0),
    Color(0.06, 0.36, 0.39),
    Color(0.7, 0.15, 0.12),
    Color(0.75, 0.78, 0.8),
)
_TITLE = "รายงานผลการดำเนินงานตามมาตรฐานระยะเวลา"
_TEXT, _SMALL = 14.0, 12.0
_MIDDLE = m.LEFT + m.TEXT_WIDTH / 2
_MOST = 12
"""Groups shown by themselves; the rest are added up as อื่น ๆ."""
_NARROW = 43.0
_COUNTS = (
    *("เสร็จทันกำหนด", "เสร็จเกินกำหนด", "ค้างเกินกำหนด", "ค้างในกำหนด", "ไม่มีกำหนด"),
    *("รวม", "ร้อยละทันกำหนด"),
)
_LATE = (
    Column("เลขรับ", 56),
    Column("เรื่อง", 96),
    Column("ผู้รับผิดชอบ", 66),
    Column("ครบกำหนด", 57),
    Column("เสร็จ", 57),
    Column("เกิน (วันทำการ)", 40),
    Column("เหตุที่ล่าช้า", m.TEXT_WIDTH - 372),
)


_WIDER = 66.0
_ANSWERS_HIGH, _ROW_HIGH = 90.0, 20.0
_ANSWERS = ("ตอบ", "ไม่ประสงค์ตอบ", "ติดต่อไม่ได้", "คะแนนเฉลี่ย", "ร้อยละพึงพอใจ")
_ASKED_BY: Mapping[AskedBy, str] = {
    AskedBy.PHONE: "โทรศัพท์",
    AskedBy.COUNTER: "ที่เคาน์เตอร์",
    AskedBy.FORM: "แบบสอบถาม",
    AskedBy.MESSAGE: "ข้อความ (LINE ฯลฯ)",
    AskedBy.EMAIL: "อีเมล",
}


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
        self._satisfaction()
        # What is counted how stands with the figures: the list below may take pages.
        self._method()
        self._late()
        self.canvas.showPage()
        return self.sheet.page

    def _turn(self, sheet: Sheet) -> None:
        self.canvas.showPage()
        sheet.page += 1
        sheet.y = m.PAGE_HEIGHT - m.PAGE_NUMBER_TOP
        self._say(_MIDDLE, thai_digits(f"- {sheet.page} -"), m.BODY_SIZE, align="centre")
        sheet.y -= 12

    def _say(
        self, x: float, text: str, size: float, *, font: ThaiFont | None = None, align: str = "left"
    ) -> float:
        face = font or self.regular
        return self.engine.text(x, self.sheet.y, text, face, self.size(size), align)

    def _title(self) -> None:
        figures, sheet = self.figures, self.sheet
        for text, size in (
            (f"{_TITLE} (SLA)", 20.0),
            ("การจัดการเรื่องร้องเรียน", 18.0),
        ):
            sheet.y -= size * 1.25
            self._say(_MIDDLE, text, size, font=self.bold, align="centre")
        period = (
            f"ระหว่างวันที่ {long_date(figures.period_start)} ถึงวันที่ {long_date(figures.period_end)}"
        )
        for text in (f"{self.facts.office} {self.facts.group}".strip(), period):
            for line in sheet.broken(text, m.TEXT_WIDTH, m.TEXT_WIDTH):
                sheet.y -= 19
                middle = m.LEFT + (m.TEXT_WIDTH - line.width) / 2
                sheet.engine.line(middle, sheet.y, line, self.regular, sheet.body)
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
        sheet.y = top - 60
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
            ("เปิดใหม่", figures.begun_anew),
            ("แล้วเสร็จ", figures.finished),
            ("คงค้างยกไป", figures.carried_forward),
        )
        sheet.y -= 16
        told = "   ".join(f"{label} {thai_digits(str(value))} เรื่อง" for label, value in parts)
        if not (figures.received or figures.brought_forward or figures.begun_anew):
            told = "ไม่มีเรื่องร้องเรียนในช่วงเวลานี้"
        self._say(m.LEFT, told, _TEXT)
        told = f"อัตราเปิดใหม่ {percent(figures.reopened_percent)}"
        if figures.finished:
            part = f"{figures.reopened} ใน {figures.finished}"
            told += f" % ({thai_digits(part)} เรื่องที่แล้วเสร็จ)"
        if figures.headline.without_target:
            told += f"   ไม่มีกำหนด {thai_digits(str(figures.headline.without_target))} เรื่อง"
        sheet.y -= 17
        self._say(m.LEFT, told, _TEXT)
        sheet.y -= 8

    def _chart(self) -> None:
        """Bars by month: ended on time, ended late, and open past its date."""
        months, sheet = _months(self.figures.by_month), self.sheet
        if not any(group.counts.total for group in months):
            return
        high, sheet.y = 84.0, sheet.y - 20
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
        sheet.y = base - 32
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
        """One row a group with its sum; unless all are kept the smallest are taken together."""
        top = topmost(groups, _MOST)
        shown = groups if keep or top.others is None else top.groups
        rows = [(group.name, group.counts) for group in shown]
        if top.others is not None and not keep:
            rows.append((f"อื่น ๆ ({thai_digits(str(top.others_count))})", top.others))
        if rows:
            rows.append(("รวม", total(counts for _, counts in rows)))
        columns = (
            Column(head, m.TEXT_WIDTH - _NARROW * len(_COUNTS)),
            *(Column(name, _NARROW, numbers=True) for name in _COUNTS),
        )
        cells = [(name, *_cells(counts)) for name, counts in rows]
        Table(self.sheet, columns).draw(title, cells, sum_last=bool(rows))

    def _satisfaction(self) -> None:
        """What petitioners answered; who gave no answer is counted apart and in no average."""
        told = self.figures.satisfaction
        if not told.finished:
            return
        rows = [(_ASKED_BY[way], *_answers(one)) for way, one in self.figures.satisfaction_by_way]
        rows.append(("รวม", *_answers(told)))
        columns = (
            Column("สอบถามทาง", m.TEXT_WIDTH - _WIDER * len(_ANSWERS)),
            *(Column(name, _WIDER, numbers=True) for name in _ANSWERS),
        )
        sheet = self.sheet
        if _ANSWERS_HIGH + _ROW_HIGH * len(rows) > sheet.room:
            # A handful of lines is read at a glance, and not over two pages.
            sheet.turn()
        Table(sheet, columns).draw("ความพึงพอใจของผู้ร้อง (คะแนนเต็ม ๕)", rows, sum_last=True)
        parts = (
            ("เรื่องที่แล้วเสร็จ", told.finished),
            ("ไม่มีผู้ลงชื่อให้สอบถาม", told.anonymous),
            ("สอบถามได้", told.askable),
            ("ยังไม่ได้สอบถาม", told.not_asked),
        )
        sheet.y -= 16
        said = "   ".join(f"{label} {thai_digits(str(value))} เรื่อง" for label, value in parts)
        self._say(m.LEFT, said, _SMALL)

    def _late(self) -> None:
        cells = [
            (
                thai_digits(_numbered(case)),
                case.subject or "(ปกปิด)",
                case.owner or self.facts.nobody,
                short_date(case.due_on),
                "ยังค้าง" if case.closed_on is None else short_date(case.closed_on),
                thai_digits(str(case.late_by)) if case.late_by else "ไม่ถึง ๑",
                case.reason or "-",
            )
            for case in self.figures.late
        ]
        Table(self.sheet, _LATE).draw("เรื่องที่เกินกำหนด", cells)

    def _method(self) -> None:
        """How it was counted, so that the figure can be counted again."""
        at = local(self.facts.made_at)
        told = (
            "วิธีคำนวณ: ร้อยละทันกำหนด = เสร็จทันกำหนด ÷ "
            "(เสร็จทันกำหนด + เสร็จเกินกำหนด + ค้างเกินกำหนด) × ๑๐๐ "
            "นับเรื่องที่เสร็จในช่วงเวลา และเรื่องที่ยังค้างเกินกำหนด ณ วันสิ้นช่วงเวลา โดยไม่นับวันที่รับเรื่อง "
            "เสร็จตรงเวลาครบกำหนดพอดีถือว่าทันกำหนด วันทำการนับตามปฏิทินวันหยุดราชการ "
            "ระยะเวลาเป็นวันปฏิทินของสำนักงานไม่เลื่อนเมื่อตรงวันหยุด เรื่องที่ไม่มีกำหนดแสดงแยกและไม่นับว่าทันกำหนด "
            "เรื่องที่เปิดใหม่นับเป็นรอบใหม่ซึ่งมีกำหนดของตนเอง รอบเดิมคงผลเดิม วันระหว่างยุติกับเปิดใหม่ไม่นับในรอบใด "
            "อัตราเปิดใหม่ = เรื่องที่แล้วเสร็จในช่วงเวลาและเปิดใหม่ก่อนสิ้นช่วงเวลา ÷ แล้วเสร็จ × ๑๐๐ "
            "เรื่องที่รวมกับเรื่องอื่นนับในเรื่องนั้นเรื่องเดียว "
            "คะแนนเฉลี่ยคิดจากผู้ที่ให้คะแนนเท่านั้น ผู้ไม่ประสงค์ตอบและผู้ที่ติดต่อไม่ได้ไม่นับเป็นศูนย์ "
            "เรื่องที่ไม่มีผู้ลงชื่อไม่นับในฐานใด พึงพอใจ = คะแนน ๔ ขึ้นไป ÷ ผู้ตอบ × ๑๐๐"
        )
        sheet = self.sheet
        lines = self.engine.broken(
            told, self.regular, self.size(_SMALL), m.TEXT_WIDTH, m.TEXT_WIDTH
        )
        if 20 + 15 * (len(lines) + 1) > sheet.room:
            sheet.turn()
        sheet.y -= 14
        for line in lines:
            sheet.y -= 15
            self.engine.line(m.LEFT, sheet.y, line, self.regular, self.size(_SMALL))
        sheet.y -= 15
        made = f"จัดทำเมื่อ {long_date(at.date())} เวลา {clock_time(at)}"
        self._say(m.LEFT, made, _SMALL)


def _numbered(case: LateCase) -> str:
    """Write a complaint's number, with the cycle where it began anew."""
    return case.number if case.cycle == 1 else f"{case.number}\nรอบที่ {case.cycle}"


def _cells(counts: Counts) -> tuple[str, ...]:
    values = (
        counts.closed_on_time,
        counts.closed_late,
        counts.open_overdue,
        counts.open_in_time,
        counts.without_target,
        counts.total,
    )
    return (*(thai_digits(str(value)) for value in values), percent(counts.on_time_percent))


def _answers(told: Satisfaction) -> tuple[str, ...]:
    values = (told.answered, told.refused, told.unreachable)
    shares = (told.average, told.satisfied_percent)
    return (*(thai_digits(str(value)) for value in values), *(percent(share) for share in shares))


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
