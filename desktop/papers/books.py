"""The office's books: what stands in the columns of each."""

import calendar
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import IO, Any

from desktop.papers import book_cells as cells
from desktop.papers.fonts import Faces
from desktop.papers.register_book import CLOSE, ROOM, WIDE, BookHead, Print, render_book
from desktop.papers.secrecy import SECRECY
from desktop.papers.sheet import Written
from desktop.papers.table import Column
from desktop.papers.words import Words
from desktop.rules.books import SECRET_BOOKS, BookLine, OfficeBook
from desktop.rules.complaint import Secrecy
from desktop.rules.office import OfficeFacts
from desktop.rules.thai.dates import (
    MONTHS,
    buddhist_year,
    fiscal_range,
    fiscal_year,
)
from desktop.rules.thai.digits import thai_digits


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
        secrecy=SECRECY[Secrecy.SECRET] if facts.book in SECRET_BOOKS else "",
    )
    written = (layout.cells(line, office, place) for place, line in enumerate(lines, 1))
    return render_book(head, layout.columns, written, faces, words, file, layout.size)


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
        cells=cells.entered,
        size=CLOSE,
    ),
    OfficeBook.LETTERS_IN: Layout(
        title="ทะเบียนหนังสือรับ",
        nothing="ไม่มีหนังสือรับ",
        columns=_register("เลขทะเบียนรับ"),
        cells=cells.received,
        counted="ฉบับ",
    ),
    OfficeBook.LETTERS_OUT: Layout(
        title="ทะเบียนหนังสือส่ง",
        nothing="ไม่มีหนังสือส่ง",
        columns=_register("เลขทะเบียนส่ง"),
        cells=cells.sent,
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
        cells=cells.delivered,
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
        cells=cells.posted,
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
        cells=cells.secret_in,
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
        cells=cells.secret_out,
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
        cells=cells.secret_kept,
    ),
}
"""Every book's columns (แบบที่ ๑๓, ๑๔ and ๑๖, ทขล.๑-๓; the others by custom)."""
