"""อธิบายกำหนดเวลา: how a clock was counted, on a sheet that shows its sum."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop.papers import measures as m
from desktop.papers.fonts import Faces
from desktop.papers.heading import centred
from desktop.papers.sheet import Document, Rendered, Sheet
from desktop.papers.table import Column, Table
from desktop.papers.words import Words
from desktop.rules.clocked import Clock
from desktop.rules.clocks import ClockKind, Due, Line, Unit, Why
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.policy import Policy
from desktop.rules.thai.dates import clock_time, local, long_date, medium_date
from desktop.rules.thai.digits import thai_digits

_TITLE = "การนับกำหนดเวลา"
_CLOCKS = {
    ClockKind.ACKNOWLEDGE: "ตอบรับการรับเรื่อง",
    ClockKind.REPLY: "ตอบกลับ",
    ClockKind.RESOLVE: "ดำเนินการแล้วเสร็จ",
    ClockKind.SENDER: "รายงานผลต่อหน่วยงานต้นเรื่อง",
}
_WEEKDAYS = ("จ.", "อ.", "พ.", "พฤ.", "ศ.", "ส.", "อา.")
_UNITS = {
    Unit.WORKING_DAYS: "วันทำการ",
    Unit.CALENDAR_DAYS: "วัน",
    Unit.WORKING_MINUTES: "นาทีทำการ",
}
_WHY = {
    Why.RECEIVED: "วันที่รับเรื่อง ไม่นับ",
    Why.COUNTED: "นับ",
    Why.WEEKEND: "วันหยุดประจำสัปดาห์ ไม่นับ",
    Why.HOLIDAY: "วันหยุดราชการ ไม่นับ",
    Why.SPECIAL: "วันทำการพิเศษ นับ",
    Why.AFTER_CUT_OFF: "รับหลังเวลาตัดรอบ ไม่นับ",
    Why.ROLLED: "เลื่อนไปวันทำการถัดไป",
    Why.PAUSED: "ระหว่างรอ ไม่นับ",
    Why.EXTENDED: "นับ ส่วนที่ขยายเวลา",
}


@dataclass(frozen=True, slots=True)
class ExplanationFacts:
    """A complaint's clock and the days that lead to its end."""

    office: str
    number: ComplaintNumber
    subject: str
    clock: Clock
    due: Due
    policy: Policy
    made: date


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days one after another that count alike; `running` is the sum after the last of them.

    Weekends between two days that count alike lie within, and are told.
    """

    first: date
    last: date
    why: Why
    counted: int
    running: int
    name: str
    weekends: bool = False


def stretches(lines: Sequence[Line]) -> tuple[Stretch, ...]:
    """Take days that count alike together, so that sixty of them stand on one page."""
    found: list[Stretch] = []
    for place, line in enumerate(lines):
        before = found[-1] if found else None
        own = Stretch(line.date, line.date, line.why, line.counted, line.running, line.name)
        if before is None:
            found.append(own)
        elif _alike(before, line):
            found[-1] = _longer(before, line)
        elif line.why is Why.WEEKEND and _goes_on(before, lines[place:]):
            found[-1] = replace(_longer(before, line), weekends=True)
        else:
            found.append(own)
    return tuple(found)


def _alike(one: Stretch, line: Line) -> bool:
    return (one.why, one.name) == (line.why, line.name)


def _goes_on(one: Stretch, lines: Sequence[Line]) -> bool:
    following = next((line for line in lines if line.why is not Why.WEEKEND), None)
    return following is not None and _alike(one, following)


def _longer(one: Stretch, line: Line) -> Stretch:
    return replace(one, last=line.date, counted=one.counted + line.counted, running=line.running)


def render_explanation(facts: ExplanationFacts, faces: Faces, words: Words) -> Rendered:
    """Print the sheet."""
    document = Document(_TITLE, faces, words, made=facts.made)
    sheet = Sheet(document, _turn)
    centred(sheet, _TITLE, 22, bold=True)
    centred(sheet, facts.office, 18)
    sheet.down(1.2)
    _head(sheet, facts)
    _days(sheet, facts)
    sheet.down(1.2)
    _sum(sheet, facts)
    document.canvas.showPage()
    return Rendered(document.finished(), sheet.page, document.unprintable)


def _head(sheet: Sheet, facts: ExplanationFacts) -> None:
    clock = facts.clock
    assert clock.target is not None
    assert clock.started_at is not None
    unit = _UNITS[clock.target.unit]
    promised = f"{_CLOCKS[clock.kind]} ภายใน {clock.target.amount} {unit}"
    if clock.extra:
        promised += f" ขยายอีก {clock.extra} {unit}"
    started = local(clock.started_at)
    since = f"{long_date(started.date())} เวลา {clock_time(started)}"
    _paragraph(sheet, "เลขรับเรื่อง", str(facts.number))
    _paragraph(sheet, "เรื่อง", facts.subject)
    _paragraph(sheet, "กำหนด", promised)
    _paragraph(sheet, "นับตั้งแต่", since)
    _paragraph(sheet, "เกณฑ์", _rule(facts.policy))


def _rule(policy: Policy) -> str:
    said = f"มาตรฐานฉบับที่ {policy.version}"
    if policy.since is None:
        said += " ใช้ตั้งแต่เริ่มทะเบียน"
    else:
        said += f" ใช้กับเรื่องที่รับตั้งแต่วันที่ {long_date(policy.since)}"
    if policy.rolling.start_roll:
        said += f" เรื่องที่รับในวันหยุดหรือหลัง {clock_time(policy.cut_off)} ถือว่ารับในวันทำการถัดไป"
    if policy.rolling.end_roll:
        said += " วันครบกำหนดที่ตรงวันหยุดเลื่อนไปวันทำการถัดไป"
    return said


def _days(sheet: Sheet, facts: ExplanationFacts) -> None:
    wide = m.TEXT_WIDTH - 168 - 42 - 42
    columns = (
        Column("วัน", 168),
        Column("การนับ", wide),
        Column("นับได้", 42, numbers=True),
        Column("รวม", 42, numbers=True),
    )
    rows = [
        (
            _period(one),
            _said(one),
            thai_digits(str(one.counted)) if one.counted else "-",
            thai_digits(str(one.running)),
        )
        for one in stretches(facts.due.explanation)
    ]
    Table(sheet, columns).draw("นับทีละวัน", rows)


def _period(one: Stretch) -> str:
    first = _day(one.first)
    return first if one.first == one.last else f"{first} - {_day(one.last)}"


def _day(day: date) -> str:
    return f"{_WEEKDAYS[day.weekday()]} {medium_date(day)}"


def _said(one: Stretch) -> str:
    said = _WHY[one.why]
    if one.weekends:
        said += " เว้นเสาร์อาทิตย์"
    return f"{said}: {one.name}" if one.name else said


def _sum(sheet: Sheet, facts: ExplanationFacts) -> None:
    clock, due = facts.clock, facts.due
    assert clock.target is not None
    total = sum(line.counted for line in due.explanation)
    at = local(due.at)
    said = f"รวม {total} {_UNITS[clock.target.unit]} ครบกำหนดวันที่ {long_date(at.date())}"
    _paragraph(sheet, "ผลรวม", f"{said} เวลา {clock_time(at)}")
    if clock.stopped_at is not None and clock.due_at is not None and clock.due_at != due.at:
        kept = local(clock.due_at)
        _paragraph(
            sheet,
            "หมายเหตุ",
            "กำหนดนี้สิ้นสุดแล้วและคงตามปฏิทินหรือเกณฑ์ในขณะนั้น คือ "
            f"{long_date(kept.date())} เวลา {clock_time(kept)}",
        )
    if not due.calendar_complete:
        _paragraph(sheet, "หมายเหตุ", "ปฏิทินยังไม่ครบ วันครบกำหนดอาจเลื่อนเมื่อประกาศวันหยุด")


def _paragraph(sheet: Sheet, caption: str, text: str) -> None:
    start = m.LEFT + 72
    room = m.PAGE_WIDTH - m.RIGHT - start
    for place, line in enumerate(sheet.broken(thai_digits(text), room, room)):
        sheet.need(1.1)
        if place:
            sheet.down(1.1)
        else:
            sheet.write(m.LEFT, caption, font=sheet.faces.bold)
        sheet.engine.line(start, sheet.y, line, sheet.faces.regular, sheet.body)
    sheet.down(1.1)


def _turn(sheet: Sheet) -> None:
    sheet.document.canvas.showPage()
    sheet.page += 1
    sheet.y = m.PAGE_HEIGHT - m.TOP
