"""Lines of the office's books, made up: one of each kind, and as many as asked."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from desktop.rules.books import (
    ArrivalLine,
    BookLine,
    CaseLine,
    IncomingLine,
    LetterLine,
    OfficeBook,
    SecretLine,
)
from desktop.rules.complaint import ComplaintType, Status, Urgency
from desktop.rules.letters import Dispatch, LetterKind, LetterStatus
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.priority import Priority

YEAR = (date(2025, 10, 1), date(2026, 9, 30))
BEGIN = datetime(2025, 10, 1, 2, 30, tzinfo=UTC)
NAMES = ("ปราณี สุขใจ", "สมชาย ทองดี", "มาลี แก้วใส", "ประเสริฐ วงศ์งาม", "อรุณ ศรีสวัสดิ์")
MATTERS = (
    "อาคารเรียนหลังคารั่ว น้ำท่วมห้องเรียน",
    "เก็บเงินค่ากิจกรรมโดยไม่ออกใบเสร็จ",
    "รถรับส่งนักเรียนบรรทุกเกินและขับเร็ว",
    "อาหารกลางวันไม่ครบทุกวันและไม่เพียงพอสำหรับนักเรียนชั้นอนุบาล",
    "สอบถามหลักเกณฑ์การรับนักเรียนชั้นประถมศึกษาปีที่ ๑",
    "ต้นไม้ใหญ่ริมรั้วเสี่ยงโค่นล้มทับบ้านเรือนของประชาชนที่อยู่ติดกับโรงเรียน",
    "โรงเรียนเปิดเสียงตามสายดังรบกวนชุมชน",
)

LETTER = LetterLine(
    running=1,
    number="ศธ ๐๔๙๙๙/1",
    dated=date(2025, 10, 2),
    kind=LetterKind.ACKNOWLEDGEMENT,
    recipient="นางปราณี สุขใจ",
    title="",
    subject=MATTERS[0],
    status=LetterStatus.SENT,
    reason="",
    sent_at=BEGIN + timedelta(days=2),
    dispatch=Dispatch.REGISTERED_POST,
    tracking="RX123456789TH",
    destination="มะขาม จันทบุรี 22150",
    veiled=False,
)
ARRIVAL = ArrivalLine(
    number=ComplaintNumber(2569, 1),
    received_at=BEGIN,
    letter_number="จบ ๐๐๑๗/88",
    letter_date=date(2025, 9, 28),
    sender="ศูนย์ดำรงธรรมจังหวัดจันทบุรี",
    subject=MATTERS[0],
    urgency=Urgency.VERY_URGENT,
    central_number="4877",
    owner="นายวิชัย ตั้งตรง",
    status=Status.IN_PROGRESS,
    veiled=False,
)
INCOMING = IncomingLine(
    complaint=ComplaintNumber(2569, 1),
    received_at=BEGIN + timedelta(days=9),
    receipt_number="5102",
    number="ศธ ๐๔๙๙๙.๐๑/7",
    dated=date(2025, 10, 9),
    sender="โรงเรียนบ้านตัวอย่าง",
    subject="ชี้แจงข้อเท็จจริงกรณีอาคารเรียนหลังคารั่ว",
    answers="ศธ ๐๔๙๙๙/1",
    owner="นายวิชัย ตั้งตรง",
    veiled=False,
)
CASE = CaseLine(
    number=ComplaintNumber(2569, 1),
    received_at=BEGIN,
    type=ComplaintType.COMPLAINT,
    channel="โทรศัพท์",
    source="ประชาชนโดยตรง",
    category="อาคารสถานที่",
    priority=Priority.URGENT,
    petitioner="นางปราณี สุขใจ",
    anonymous=False,
    accused=("โรงเรียนบ้านตัวอย่าง",),
    subject=MATTERS[0],
    owner="นายวิชัย ตั้งตรง",
    reply_due=BEGIN + timedelta(days=15),
    resolve_due=BEGIN + timedelta(days=30),
    acknowledged_at=BEGIN + timedelta(hours=1),
    outcome=None,
    answered_at=None,
    status=Status.IN_PROGRESS,
    letters=("ศธ ๐๔๙๙๙/1",),
    veiled=False,
)


def cases(count: int) -> Iterator[CaseLine]:
    """Make complaints one by one, each with names, days and numbers of its own."""
    for place in range(count):
        at = BEGIN + timedelta(minutes=place * 37)
        yield replace(
            CASE,
            number=ComplaintNumber(2569, place + 1),
            received_at=at,
            petitioner=f"นาง{NAMES[place % 5]}",
            subject=f"{MATTERS[place % 7]} {MATTERS[place // 7 % 7]}",
            reply_due=at + timedelta(days=15),
            resolve_due=at + timedelta(days=30),
            acknowledged_at=at + timedelta(hours=1) if place % 3 else None,
            letters=(f"ศธ ๐๔๙๙๙/{place + 1}",) if place % 2 else (),
            veiled=place % 9 == 8,
        )


SECRET = SecretLine(
    running=1,
    entered_at=BEGIN,
    complaint=ComplaintNumber(2569, 1),
    letter_number="จบ ๐๐๑๗/88",
    letter_date=BEGIN.date(),
    sender="ศูนย์ดำรงธรรมจังหวัดตัวอย่าง",
    subject=MATTERS[0],
    pages=4,
    holder="นายวิชัย ตั้งตรง",
    ordered_by="ผู้อำนวยการ ตามบันทึกที่ ๑๒",
    lifted_at=None,
    veiled=False,
)


def secrets(count: int) -> Iterator[SecretLine]:
    """Make secret complaints, of which one is secret no longer and every third is veiled."""
    for place in range(count):
        lifted_at = BEGIN + timedelta(days=40) if place == 1 else None
        yield replace(SECRET, running=place + 1, lifted_at=lifted_at, veiled=place % 3 == 2)


def lines_for(book: OfficeBook, count: int) -> Iterator[BookLine]:
    """Make lines of any book."""
    if book is OfficeBook.COMPLAINTS:
        yield from cases(count)
        return
    if book in (OfficeBook.SECRETS_IN, OfficeBook.SECRETS_KEPT):
        yield from secrets(count)
        return
    for place in range(count):
        days, name = timedelta(days=place), f"นาง{NAMES[place % 5]}"
        if book is OfficeBook.LETTERS_IN:
            yield replace(
                ARRIVAL,
                number=ComplaintNumber(2569, place + 1),
                received_at=BEGIN + days,
                subject=MATTERS[place % 7],
                veiled=place % 9 == 8,
            )
            continue
        yield replace(
            LETTER,
            running=place + 1,
            number=f"ศธ ๐๔๙๙๙/{place + 1}",
            dated=LETTER.dated + days,
            recipient=name,
            subject=MATTERS[place % 7],
            sent_at=BEGIN + days,
            veiled=place % 9 == 8,
        )
