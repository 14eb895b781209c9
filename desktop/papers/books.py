"""The office's books: what stands in the columns of each, and how a line becomes its cells."""

import calendar
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import IO, Any

from desktop.papers.fonts import Faces
from desktop.papers.register_book import CLOSE, ROOM, WIDE, BookHead, Print, render_book
from desktop.papers.sheet import Written
from desktop.papers.table import Column
from desktop.papers.words import Words
from desktop.rules.books import (
    ArrivalLine,
    BookLine,
    CaseLine,
    IncomingLine,
    LetterLine,
    OfficeBook,
    SecretLine,
)
from desktop.rules.complaint import Urgency
from desktop.rules.letters import DELIVERED
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.office import OfficeFacts
from desktop.rules.thai.dates import (
    MONTHS,
    buddhist_year,
    clock_time,
    fiscal_range,
    fiscal_year,
    local,
    official_date,
    short_date,
)
from desktop.rules.thai.digits import thai_digits
from desktop.wording.catalogue import load
from desktop.wording.names import (
    COMPLAINT_TYPE,
    DISPATCH,
    LETTER_KIND,
    LETTER_STATUS,
    OUTCOME,
    PRIORITY,
    STATUS,
    URGENCY,
)

VEILED, SECRET = "(ปกปิด)", "(ลับ)"
"""Stand for who and what where they may not be shown."""
_CLASS = "ลับ"
"""The one class that is kept here."""
_NOBODY = "ไม่ประสงค์ออกนาม"


@dataclass(frozen=True, slots=True)
class Layout:
    """A book's head, its columns, what its lines are counted in, and how one is written."""

    title: str
    nothing: str
    columns: tuple[Column, ...]
    cells: Callable[[Any, OfficeFacts, int], tuple[str, ...]]
    """From a line, the office, and the line's place in the book, from 1."""
    counted: str = "เรื่อง"
    size: Print = WIDE


@dataclass(frozen=True, slots=True)
class BookFacts:
    """Which book, of which office, for which days, both included."""

    book: OfficeBook
    office: OfficeFacts
    first: date
    last: date
    made_at: datetime


def render_office_book(
    facts: BookFacts, lines: Iterable[BookLine], faces: Faces, words: Words, file: IO[bytes]
) -> Written:
    """Print a book into a file, each page when it is full."""
    layout, office = LAYOUTS[facts.book], facts.office
    head = BookHead(
        title=layout.title,
        office=f"{office.name} {office.group}".strip(),
        period=period_text(facts.first, facts.last),
        counted=layout.counted,
        nothing=f"{layout.nothing}ในช่วงเวลานี้",
        made_at=facts.made_at,
    )
    cells = (layout.cells(line, office, place) for place, line in enumerate(lines, 1))
    return render_book(head, layout.columns, cells, faces, words, file, layout.size)


def period_text(first: date, last: date) -> str:
    """Say a period as the head of a book does."""
    year = fiscal_year(first)
    if (first, last) == fiscal_range(year):
        return thai_digits(f"ปีงบประมาณ พ.ศ. {year}")
    month = f"เดือน {MONTHS[first.month - 1]} พ.ศ. {buddhist_year(first)}"
    if first == last:
        return thai_digits(f"วันที่ {first.day} {month}")
    final = calendar.monthrange(first.year, first.month)[1]
    if first.day == 1 and last == first.replace(day=final):
        return thai_digits(month)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return thai_digits(f"ปี พ.ศ. {buddhist_year(first)}")
    until = f"{last.day} เดือน {MONTHS[last.month - 1]} พ.ศ. {buddhist_year(last)}"
    return thai_digits(f"ตั้งแต่วันที่ {first.day} {month} ถึงวันที่ {until}")


def _thai(message: str) -> str:
    # Papers are in Thai whatever the screen speaks.
    return load("th").gettext(message)


def _day(moment: datetime | None) -> str:
    return "" if moment is None else short_date(official_date(moment))


def _moment(moment: datetime | None) -> str:
    return "" if moment is None else f"{_day(moment)}\n{clock_time(local(moment))}"


def _dated(day: date | None) -> str:
    return "" if day is None else short_date(day)


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _days(first: datetime | None, second: datetime | None) -> str:
    """Write two days, one above the other; one that is not known yet is a stroke."""
    if first is None and second is None:
        return ""
    return f"{_day(first) or '-'}\n{_day(second) or '-'}"


def _number(number: ComplaintNumber) -> str:
    """Write a complaint's number; one too long for its column goes on below its stroke."""
    written = thai_digits(str(number))
    return written if number.running < 10_000 else written.replace("/", "/\n")


def _veil(line: BookLine) -> str:
    return SECRET if line.secret else VEILED


def _recipient(line: LetterLine) -> str:
    return _veil(line) if line.veiled else line.recipient


def _letter_subject(line: LetterLine) -> str:
    if line.veiled:
        return _veil(line)
    return line.title or f"{_thai(LETTER_KIND[line.kind])} ({line.subject})"


def _how_sent(line: LetterLine) -> str:
    return "" if line.dispatch is None else _thai(DISPATCH[line.dispatch])


def _remark(line: LetterLine) -> str:
    """Say what became of a letter, unless it went its way: one that was voided keeps its line."""
    told = [f"แก้ไขหนังสือ {line.corrects}" if line.corrects else ""]
    if line.corrections:
        told.append("แก้ไขก่อนส่ง")
    if line.status not in DELIVERED:
        told.append(f"{_thai(LETTER_STATUS[line.status])} {line.reason}".rstrip())
    told += [f"แก้ไขโดย {number}" for number in line.corrected_by]
    told += [f"ตอบแล้ว {_cited(*answer)}".rstrip() for answer in line.answers]
    return thai_digits(_lines(*told))


def _cited(number: str, dated: date | None) -> str:
    return " ".join(
        part for part in (number, "" if dated is None else f"ลว. {short_date(dated)}") if part
    )


def _out(line: LetterLine, office: OfficeFacts, _place: int) -> tuple[str, ...]:
    return (
        # A circular's running number bears its ว.
        "" if line.running is None else thai_digits(line.number.rpartition("/")[2]),
        thai_digits(line.number),
        _dated(line.dated),
        office.group or office.name,
        _recipient(line),
        _letter_subject(line),
        _lines(_how_sent(line), _day(line.sent_at)),
        _remark(line),
    )


def _secret_in(line: SecretLine, _office: OfficeFacts, _place: int) -> tuple[str, ...]:
    number, day = thai_digits(str(line.running)), _day(line.entered_at)
    if line.veiled:
        return (number, day, "", "", SECRET, _CLASS, SECRET, "", "")
    return (
        number,
        day,
        thai_digits(line.letter_number),
        _dated(line.letter_date),
        line.sender,
        _CLASS,
        line.subject,
        line.holder,
        _remark_of(line),
    )


def _secret_out(line: LetterLine, office: OfficeFacts, _place: int) -> tuple[str, ...]:
    running, number, dated, sender, recipient, *rest = _out(line, office, _place)
    return (running, number, dated, sender, recipient, _CLASS, *rest)


def _secret_kept(line: SecretLine, _office: OfficeFacts, place: int) -> tuple[str, ...]:
    where = (thai_digits(str(place)), thai_digits(str(line.running)), _day(line.entered_at))
    lifted = f"ยกเลิกชั้น {_day(line.lifted_at)}" if line.lifted_at else ""
    if line.veiled:
        return (*where, SECRET, _CLASS, "", "", "", lifted, "")
    return (
        *where,
        line.subject,
        _CLASS,
        "" if line.pages is None else thai_digits(str(line.pages)),
        line.holder,
        line.ordered_by,
        lifted,
        _remark_of(line),
    )


def _remark_of(line: SecretLine) -> str:
    return f"เรื่องเลขรับ {_number(line.complaint)}"


def _delivery(line: LetterLine, office: OfficeFacts, _place: int) -> tuple[str, ...]:
    number = thai_digits(line.number)
    return (
        number,
        office.group or office.name,
        _recipient(line),
        "",
        "",
        _moment(line.sent_at),
        "",
    )


def _post(line: LetterLine, _office: OfficeFacts, place: int) -> tuple[str, ...]:
    return (
        thai_digits(str(place)),
        thai_digits(line.number),
        _recipient(line),
        "" if line.veiled else thai_digits(line.destination),
        _how_sent(line),
        line.tracking,
        _day(line.sent_at),
        "",
    )


def _in(line: ArrivalLine, office: OfficeFacts, _place: int) -> tuple[str, ...]:
    number = _number(line.number)
    received = f"รับ {_moment(line.received_at)}"
    if line.veiled:
        return (number, "", "", _veil(line), "", _veil(line), "", received)
    central = f"เลขรับกลาง {thai_digits(line.central_number)}" if line.central_number else ""
    speed = "" if line.urgency is Urgency.NONE else _thai(URGENCY[line.urgency])
    return (
        number,
        thai_digits(line.letter_number),
        _dated(line.letter_date),
        line.sender,
        office.director_title or office.name,
        line.subject,
        _lines(_thai(STATUS[line.status]), line.owner),
        _lines(received, central, speed),
    )


def _received(line: ArrivalLine | IncomingLine, office: OfficeFacts, place: int) -> tuple[str, ...]:
    return _in(line, office, place) if isinstance(line, ArrivalLine) else _came(line, office)


def _came(line: IncomingLine, office: OfficeFacts) -> tuple[str, ...]:
    number = thai_digits(line.receipt_number) or "-"
    received = f"รับ {_moment(line.received_at)}"
    if line.veiled:
        return (number, "", "", _veil(line), "", _veil(line), "", received)
    return (
        number,
        thai_digits(line.number),
        _dated(line.dated),
        line.sender,
        office.director_title or office.name,
        line.subject,
        _lines(f"รวมเรื่อง {_number(line.complaint)}", line.owner),
        _lines(
            received,
            f"ตอบ {thai_digits(line.answers)}" if line.answers else "",
            thai_digits(f"ยกเลิก {line.withdrawn}") if line.withdrawn else "",
        ),
    )


def _case(line: CaseLine, _office: OfficeFacts, _place: int) -> tuple[str, ...]:
    number, received = _number(line.number), _moment(line.received_at)
    if line.veiled:
        return (number, received, "", *[_veil(line)] * 3, *[""] * 7)
    return (
        number,
        received,
        f"{line.channel} ({line.source})",
        _NOBODY if line.anonymous else line.petitioner,
        ", ".join(line.accused),
        f"{line.subject} ({_thai(COMPLAINT_TYPE[line.type])} {line.category})",
        _thai(PRIORITY[line.priority]),
        line.owner,
        _days(line.reply_due, line.resolve_due),
        _days(line.acknowledged_at, line.answered_at),
        "" if line.outcome is None else _thai(OUTCOME[line.outcome]),
        _thai(STATUS[line.status]),
        ", ".join(thai_digits(number) for number in line.letters),
    )


def _columns(*columns: tuple[str, float]) -> tuple[Column, ...]:
    """Make columns; one whose width is 0 takes the room that the others leave."""
    left = ROOM - sum(width for _, width in columns)
    return tuple(Column(head, width or left) for head, width in columns)


def _register(number: str) -> tuple[Column, ...]:
    return _columns(
        (number, 66),
        ("ที่", 86),
        ("ลงวันที่", 60),
        ("จาก", 90),
        ("ถึง", 108),
        ("เรื่อง", 0),
        ("การปฏิบัติ", 86),
        ("หมายเหตุ", 106),
    )


LAYOUTS: Mapping[OfficeBook, Layout] = {
    OfficeBook.COMPLAINTS: Layout(
        title="ทะเบียนเรื่องร้องเรียน ร้องทุกข์",
        nothing="ไม่มีเรื่องร้องเรียน ร้องทุกข์",
        columns=_columns(
            ("เลขรับเรื่อง", 57),
            ("วันเวลารับ", 54),
            ("ช่องทาง\n(แหล่งที่มา)", 60),
            ("ผู้ร้อง", 62),
            ("ผู้ถูกร้อง/\nหน่วยงาน", 62),
            ("เรื่อง (ประเภท)", 0),
            ("ความสำคัญ", 50),
            ("ผู้รับผิดชอบ", 56),
            ("ครบ ๑๕ วัน/\nครบแล้วเสร็จ", 57),
            ("วันแจ้งรับ/\nวันแจ้งผล", 54),
            ("ผล", 58),
            ("สถานะ", 50),
            ("เลขที่หนังสือ", 56),
        ),
        cells=_case,
        size=CLOSE,
    ),
    OfficeBook.LETTERS_IN: Layout(
        title="ทะเบียนหนังสือรับ",
        nothing="ไม่มีหนังสือรับ",
        columns=_register("เลขทะเบียนรับ"),
        cells=_received,
        counted="ฉบับ",
    ),
    OfficeBook.LETTERS_OUT: Layout(
        title="ทะเบียนหนังสือส่ง",
        nothing="ไม่มีหนังสือส่ง",
        columns=_register("เลขทะเบียนส่ง"),
        cells=_out,
    ),
    OfficeBook.DELIVERY: Layout(
        title="สมุดส่งหนังสือ",
        nothing="ไม่มีหนังสือที่นำส่ง",
        columns=_columns(
            ("เลขทะเบียน", 96),
            ("จาก", 120),
            ("ถึง", 0),
            ("หน่วยรับ", 110),
            ("ผู้รับ", 110),
            ("วันและเวลา", 84),
            ("หมายเหตุ", 80),
        ),
        cells=_delivery,
        counted="ฉบับ",
    ),
    OfficeBook.POST: Layout(
        title="บัญชีส่งหนังสือทางไปรษณีย์",
        nothing="ไม่มีหนังสือที่ส่งทางไปรษณีย์ลงทะเบียนหรือด่วนพิเศษ",
        columns=_columns(
            ("ลำดับ", 42),
            ("เลขที่หนังสือ", 100),
            ("ผู้รับ", 0),
            ("ปลายทาง", 150),
            ("ประเภท", 96),
            ("เลขที่สิ่งของ", 104),
            ("วันที่ส่ง", 64),
            ("หมายเหตุ", 70),
        ),
        cells=_post,
        counted="ฉบับ",
    ),
    OfficeBook.SECRETS_IN: Layout(
        title="ทะเบียนรับข้อมูลข่าวสารลับ (ทขล.๑)",
        nothing="ไม่มีข้อมูลข่าวสารลับที่รับ",
        columns=_columns(
            ("เลขทะเบียนรับ", 70),
            ("วันที่รับ", 60),
            ("ที่", 86),
            ("ลงวันที่", 60),
            ("จาก", 116),
            ("ชั้นความลับ", 56),
            ("เรื่อง", 0),
            ("การปฏิบัติ", 96),
            ("หมายเหตุ", 84),
        ),
        cells=_secret_in,
    ),
    OfficeBook.SECRETS_OUT: Layout(
        title="ทะเบียนส่งข้อมูลข่าวสารลับ (ทขล.๒)",
        nothing="ไม่มีข้อมูลข่าวสารลับที่ส่ง",
        columns=_columns(
            ("เลขทะเบียนส่ง", 70),
            ("ที่", 86),
            ("ลงวันที่", 60),
            ("จาก", 90),
            ("ถึง", 110),
            ("ชั้นความลับ", 56),
            ("เรื่อง", 0),
            ("การปฏิบัติ", 86),
            ("หมายเหตุ", 76),
        ),
        cells=_secret_out,
        counted="ฉบับ",
    ),
    OfficeBook.SECRETS_KEPT: Layout(
        title="ทะเบียนควบคุมข้อมูลข่าวสารลับ (ทขล.๓)",
        nothing="ไม่มีข้อมูลข่าวสารลับในความครอบครอง",
        columns=_columns(
            ("ลำดับ", 40),
            ("เลขทะเบียนรับ", 66),
            ("วันที่รับ", 58),
            ("เรื่อง", 0),
            ("ชั้นความลับ", 52),
            ("จำนวนหน้า", 50),
            ("ผู้ครอบครอง", 86),
            ("ผู้สั่งกำหนดชั้น", 96),
            ("การปรับหรือยกเลิกชั้น", 84),
            ("หมายเหตุ", 76),
        ),
        cells=_secret_kept,
    ),
}
"""Every book's columns (แบบที่ ๑๓, ๑๔ and ๑๖, ทขล.๑-๓; the others by custom)."""
