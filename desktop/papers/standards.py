"""มาตรฐานระยะเวลา: what the office promises, on a sheet to be posted where citizens come."""

from dataclasses import dataclass, field, replace
from datetime import date

from desktop.papers import measures as m
from desktop.papers.fonts import Faces
from desktop.papers.heading import centred
from desktop.papers.sheet import Document, Rendered, Sheet
from desktop.papers.table import Column, Table
from desktop.papers.terms import PRIORITIES, TYPES
from desktop.papers.words import Words
from desktop.rules.clocks import ClockKind, Target, Unit
from desktop.rules.complaint import ComplaintType
from desktop.rules.policy import Complexity, Policy, Profile, Provision, targets
from desktop.rules.priority import Priority
from desktop.rules.thai.dates import clock_time, long_date
from desktop.rules.thai.digits import thai_digits
from desktop.views import Lists

_TITLE = "มาตรฐานระยะเวลาการจัดการเรื่องร้องเรียน"
# Papers are in Thai whatever the screen speaks.
_COMPLEXITIES = {
    Complexity.GENERAL: "เรื่องทั่วไป",
    Complexity.FACT_FINDING: "เรื่องที่ต้องตรวจสอบข้อเท็จจริง",
    Complexity.COMPLEX: "เรื่องซับซ้อนหรือต้องสืบสวนสอบสวน",
}
_UNITS = {
    Unit.WORKING_DAYS: "วันทำการ",
    Unit.CALENDAR_DAYS: "วัน",
    Unit.WORKING_MINUTES: "นาทีทำการ",
}
_CLOCKS = {
    ClockKind.ACKNOWLEDGE: "ตอบรับ",
    ClockKind.REPLY: "ตอบกลับ",
    ClockKind.RESOLVE: "แล้วเสร็จ",
}
_PROMISES = (
    (ClockKind.ACKNOWLEDGE, "ตอบรับการรับเรื่อง", "แจ้งให้ผู้ร้องทราบว่ารับเรื่องไว้แล้ว"),
    (ClockKind.REPLY, "ตอบกลับ", "แจ้งผลหรือความคืบหน้าให้ผู้ร้องทราบ"),
)
_BY_DAYS = "นับจากวันที่รับเรื่อง โดยไม่นับวันที่รับเรื่องเข้าด้วย และครบกำหนดเมื่อสิ้นเวลาราชการของวันสุดท้าย"
_BY_MINUTES = "กำหนดที่นับเป็นนาทีนับเฉพาะเวลาราชการ ตั้งแต่เวลาที่รับเรื่องจนครบจำนวน"
_DAYS = "วันทำการไม่นับวันเสาร์ วันอาทิตย์ และวันหยุดราชการ ส่วนวันนับตามปฏิทินทุกวัน"
_UNSIGNED = "ผู้ร้องที่ไม่ประสงค์ออกนามไม่อาจได้รับแจ้ง เรื่องจึงไม่มีกำหนดตอบรับและตอบกลับ"
_COLUMN = 74.0


@dataclass(frozen=True, slots=True)
class StandardsFacts:
    """The office's standard in force, and the lists that its provisions name from."""

    office: str
    phone: str
    policy: Policy
    made: date
    lists: Lists = field(default_factory=lambda: Lists((), (), ()))
    """By which categories and sources of special provisions are named."""


def render_standards(facts: StandardsFacts, faces: Faces, words: Words) -> Rendered:
    """Print the sheet."""
    document = Document(_TITLE, faces, words, made=facts.made)
    sheet = Sheet(document, _turn)
    centred(sheet, _TITLE, 22, bold=True)
    centred(sheet, facts.office, 18)
    since = facts.policy.since
    told = f"ใช้กับเรื่องที่รับตั้งแต่วันที่ {long_date(since)}" if since else f"ณ วันที่ {long_date(facts.made)}"
    centred(sheet, told, 16)
    sheet.down(0.6)
    _promises(sheet, facts.policy)
    sheet.down(0.6)
    _resolving(sheet, facts.policy)
    sheet.down(0.6)
    if facts.policy.provisions:
        _provisions(sheet, facts)
        sheet.down(0.6)
    sheet.down(0.2)
    _notes(sheet, facts)
    document.canvas.showPage()
    return Rendered(document.finished(), sheet.page, document.unprintable)


def _promises(sheet: Sheet, policy: Policy) -> None:
    columns = (
        Column("การดำเนินการ", 150),
        Column("คืออะไร", m.TEXT_WIDTH - 150 - 90),
        Column("ภายใน", 90, numbers=True),
    )
    table = replace(policy, provisions=())
    plain = targets(table, Profile(ComplaintType.COMPLAINT, Priority.NORMAL, Complexity.GENERAL))
    found = {target.kind: target for target in plain}
    rows = [(name, what, _within(found[kind])) for kind, name, what in _PROMISES]
    Table(sheet, columns).draw("การแจ้งผู้ร้อง", rows)


def _resolving(sheet: Sheet, policy: Policy) -> None:
    first = m.TEXT_WIDTH - _COLUMN * len(PRIORITIES)
    columns = (
        Column("ความซับซ้อนของเรื่อง", first),
        *(Column(name, _COLUMN, numbers=True) for name in PRIORITIES.values()),
    )
    rows = [
        (name, *(_within(_resolve(policy, priority, complexity)) for priority in PRIORITIES))
        for complexity, name in _COMPLEXITIES.items()
    ]
    Table(sheet, columns).draw("การดำเนินการแล้วเสร็จ จำแนกตามความสำคัญ", rows)


def _resolve(policy: Policy, priority: Priority, complexity: Complexity) -> Target:
    table = replace(policy, provisions=())
    promised = targets(table, Profile(ComplaintType.COMPLAINT, priority, complexity))
    return next(target for target in promised if target.kind is ClockKind.RESOLVE)


def _provisions(sheet: Sheet, facts: StandardsFacts) -> None:
    columns = (
        Column("ใช้กับ", m.TEXT_WIDTH - 110 - 110),
        Column("กำหนด", 110),
        Column("ภายใน", 110, numbers=True),
    )
    rows = [
        (
            _named(provision, facts.lists),
            _CLOCKS[provision.clock],
            "ไม่กำหนด"
            if provision.amount is None
            else f"{thai_digits(str(provision.amount))} {_UNITS[provision.unit]}",
        )
        for provision in facts.policy.provisions
    ]
    Table(sheet, columns).draw("ข้อกำหนดเฉพาะ ใช้ก่อนตารางข้างต้น", rows)


def _named(provision: Provision, lists: Lists) -> str:
    """Say what a provision is for."""
    categories = {category.id: category.name for category in lists.categories}
    sources = {source.id: source.name for source in lists.sources}
    parts = (
        "" if provision.type is None else f"เรื่อง{TYPES[provision.type]}",
        "" if provision.priority is None else f"ความสำคัญ{PRIORITIES[provision.priority]}",
        "" if provision.category_id is None else f"หมวด{categories[provision.category_id]}",
        "" if provision.source_id is None else f"จาก{sources[provision.source_id]}",
    )
    return " ".join(part for part in parts if part) or "ทุกเรื่อง"


def _counting(policy: Policy) -> tuple[str, ...]:
    """Say how days are counted, and what each kind of matter is promised."""
    by_minutes = any(one.unit is Unit.WORKING_MINUTES for one in policy.provisions)
    first = ("กำหนดที่นับเป็นวัน" if by_minutes else "ทุกกำหนด") + _BY_DAYS
    told = (first, _BY_MINUTES if by_minutes else "", _DAYS, _lacking(policy), _UNSIGNED)
    return tuple(text for text in told if text)


def _lacking(policy: Policy) -> str:
    """Say which kinds of matter have not every clock, and whether special lines except from it."""
    wide = tuple(
        one
        for one in policy.provisions
        if one.priority is None and one.category_id is None and one.source_id is None
    )
    said, excepted = [], False
    for kind in ComplaintType:
        profile = Profile(kind, Priority.NORMAL, Complexity.GENERAL)
        has = {one.kind for one in targets(replace(policy, provisions=wide), profile)}
        if has >= _CLOCKS.keys():
            # What it has is told by the tables above, and so is what a special line takes away.
            continue
        said.append(f"เรื่อง{TYPES[kind]}{_promised(has)}")
        excepted = excepted or any(
            one.type in (None, kind) and (one.amount is None) == (one.clock in has)
            for one in policy.provisions
            if one not in wide
        )
    return " ".join((*said, *(("เว้นแต่ที่กำหนดไว้เฉพาะข้างต้น",) if excepted else ())))


def _promised(has: set[ClockKind]) -> str:
    having = [name for clock, name in _CLOCKS.items() if clock in has]
    lacking = [name for clock, name in _CLOCKS.items() if clock not in has]
    if not having:
        return "ไม่มีกำหนดเวลา"
    return f"มีกำหนด{_listed(having)} ไม่มีกำหนด{_listed(lacking)}"


def _listed(names: list[str]) -> str:
    """Write names one after another, the last by its conjunction."""
    *before, last = names
    return f"{' '.join(before)}และ{last}" if before else last


def _rules(policy: Policy) -> tuple[str, ...]:
    """Say how this version counts, where it counts otherwise than the plain rule."""
    cut_off = clock_time(policy.cut_off)
    said = []
    if policy.rolling.start_roll:
        said.append(f"เรื่องที่รับในวันหยุดหรือหลังเวลา {cut_off} ถือว่ารับในวันทำการถัดไป")
    elif any(one.unit is Unit.WORKING_MINUTES for one in policy.provisions):
        said.append(f"กำหนดที่นับเป็นนาที เรื่องที่รับหลังเวลา {cut_off} เริ่มนับเมื่อเปิดทำการวันถัดไป")
    if policy.rolling.end_roll:
        said.append("กำหนดที่นับเป็นวันและครบในวันหยุด เลื่อนไปครบในวันทำการถัดไป")
    else:
        said.append("กำหนดที่นับเป็นวันและครบในวันหยุด ไม่เลื่อน")
    return tuple(said)


def _within(target: Target) -> str:
    return f"{thai_digits(str(target.amount))} {_UNITS[target.unit]}"


def _notes(sheet: Sheet, facts: StandardsFacts) -> None:
    sheet.down(1.2)
    sheet.write(m.LEFT, "วิธีนับ", font=sheet.faces.bold)
    phone = f"สอบถามได้ที่โทร. {thai_digits(facts.phone)}" if facts.phone else ""
    start = m.LEFT + 18
    told = (*_counting(facts.policy), *_rules(facts.policy))
    for number, text in enumerate((*told, phone), 1):
        if not text:
            continue
        room = m.PAGE_WIDTH - m.RIGHT - start
        for place, line in enumerate(sheet.broken(text, room, room)):
            sheet.need(1.1)
            sheet.down(1.1)
            if not place:
                sheet.write(m.LEFT, f"{thai_digits(str(number))}.")
            sheet.engine.line(start, sheet.y, line, sheet.faces.regular, sheet.body)


def _turn(sheet: Sheet) -> None:
    sheet.document.canvas.showPage()
    sheet.page += 1
    sheet.y = m.PAGE_HEIGHT - m.TOP
