"""Monday's post: fourteen letters taken in, laid before the director on one memo, and ordered."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from clock import Clock
from hands import Hands, first_case
from office import bangkok, form
from PySide6.QtWidgets import QApplication
from windows import words

from desktop.ports import Desk
from desktop.rules.complaint import Status
from desktop.rules.thai.digits import thai_digits
from desktop.views import RegisterQuery
from ui.actions import Act
from ui.pages.checks import ChecksPage
from ui.pages.intake.page import IntakePage

CALLED = bangkok(date(2026, 7, 16), 10, 0)
MONDAY = bangkok(date(2026, 7, 20), 8, 40)
WEDNESDAY = bangkok(date(2026, 7, 22), 14, 0)


@dataclass(frozen=True)
class Paper:
    """A letter as the clerk reads it: what is typed where, in the order of the form."""

    subject: str
    category: str
    who: str = ""
    typed: dict[str, str] = field(default_factory=dict)


ORDINARY = (
    Paper("ขอให้ตรวจสอบการเรียกเก็บเงินค่าบำรุง", "การรับนักเรียน", "นายบุญมี สุขสม"),
    Paper("ครูมาสอนสายเป็นประจำ", "วินัย", "นางสาวอรุณ แสงทอง"),
    Paper("ขอให้ซ่อมสะพานลอยหน้าโรงเรียน", "อาคารสถานที่", "นายชัย รักเรียน"),
    Paper("ห้องน้ำนักเรียนไม่มีประตู", "อาคารสถานที่", "นางมาลี ดอกไม้"),
    Paper("อาหารกลางวันไม่ครบห้าหมู่", "การจัดการเรียนการสอน", "นางสมใจ หมายดี"),
    Paper("เจ้าหน้าที่พูดจาไม่สุภาพ", "การให้บริการ", "นายวันดี มีสุข"),
    Paper("ขอทราบเกณฑ์การย้ายครู", "ข้อเสนอแนะ", "นางสาวนภา ฟ้าใส"),
    Paper("ขอให้เปิดเผยบัญชีเงินบริจาค", "การเงิน", "นายสุข ใจเย็น"),
)
ANONYMOUS = Paper("ผู้บริหารเบิกค่าเดินทางเท็จ", "ทุจริต", typed={"ผู้ร้อง": "ไม่ระบุชื่อ"})
MISDELIVERED = Paper("ขอให้ซ่อมไฟถนนซอย ๕", "อื่น", "นายแดง ไฟสว่าง")
ANOTHERS = Paper("ขอให้ตรวจสอบการออกโฉนดที่ดินวัด", "อื่น", "นายเขียว ที่ดิน")
PARENTS = Paper(
    "คัดค้านการยุบรวมโรงเรียนบ้านตัวอย่าง",
    "การจัดการเรียนการสอน",
    typed={
        "ผู้ร้อง": "คณะ",
        "คำนำหน้า": "นาย",
        "ชื่อ": "ประสิทธิ์",
        "นามสกุล": "เพียรดี",
        "ชื่อคณะหรือหน่วยงาน": "ผู้ปกครองนักเรียนโรงเรียนบ้านตัวอย่าง",
        "จำนวน (คน)": "๓๐",
    },
)
GIVEN = (2, 3, 4, 5, 6, 7, 8, 9, 11)
ORDERS = (
    (GIVEN, "มอบนายวิชัยดำเนินการ"),
    ((12,), "ส่งสำนักงานที่ดินจังหวัดตัวอย่าง"),
    ((10,), "บัตรสนเท่ห์ ไม่ครบเงื่อนไข ไม่รับไว้พิจารณา"),
)
DUPLICATE = Paper("ตามที่โทรแจ้งเรื่องหลังคารั่ว", "อาคารสถานที่", "นางปราณี สุขใจ")
SECRET = {
    "เลขที่หนังสือ": "ปช ๐๐๑๒/๔๕๖",
    "ลงวันที่": "15/7/2569",
    "จาก": "สำนักงาน ป.ป.ช.",
    "ให้รายงานภายใน": "14/8/2569",
    "ชั้นความลับ": "ลับ",
    "ผู้สั่ง": "เลขาธิการ ป.ป.ช.",
    "เหตุผลที่กำหนดชั้นความลับ": "คุ้มครองพยาน",
    "ผู้ร้อง": "หน่วยงาน",
    "ชื่อคณะหรือหน่วยงาน": "สำนักงาน ป.ป.ช.",
    "เรื่อง": "ขอให้ตรวจสอบข้อเท็จจริงการจัดซื้อ",
    "หมวดเรื่อง": "ทุจริต",
}


def take(hands: Hands, paper: Paper) -> IntakePage:
    """Type a letter into the form."""
    page = hands.counter.page(Act.NEW)
    assert isinstance(page, IntakePage)
    for name, text in paper.typed.items():
        hands.write(name, text)
    if paper.who:
        hands.write("คำนำหน้า", paper.who)
        hands.press("Return")
    hands.write("เรื่อง", paper.subject)
    hands.write("หมวดเรื่อง", paper.category)
    return page


def test_mondays_post(hands: Hands, desk: Desk, clock: Clock) -> None:
    clock.at = CALLED
    called = first_case(desk, form(CALLED))
    clock.at = MONDAY
    hands.sign_in("clerk")
    hands.picture("the desk")
    take_in(hands)
    file_the_duplicate(hands, desk, called)
    send_back_the_misdelivered(hands)
    take_in_the_secret(hands)
    lay_up(hands)
    clock.at = WEDNESDAY
    record_orders(hands)
    carry_out(hands)
    look_at_the_end(hands, desk)
    look_around(hands)


def take_in(hands: Hands) -> None:
    hands.press("F2")
    hands.rest()
    hands.press("Alt+1")
    for number, paper in enumerate((*ORDINARY, ANONYMOUS, PARENTS, ANOTHERS), 2):
        take(hands, paper)
        if paper in (ORDINARY[1], ANONYMOUS, PARENTS):
            hands.picture(f"letter {number}")
        assert hands.keep_new() == thai_digits(f"{number}/2569")
        hands.press("Return")


def file_the_duplicate(hands: Hands, desk: Desk, called: int) -> None:
    """File what repeats last week's call: it takes no number, and is found by the name."""
    page = take(hands, DUPLICATE)
    hands.until(lambda: len(page.form.side.same.known) == 1)
    hands.picture("known from last week")
    hands.press("F7")
    hands.sheet("หนังสือที่ได้รับ")
    hands.picture("filed in it")
    hands.keep()
    hands.picture("filed")
    case = desk.reading.case(hands.actor, called)
    assert [one.subject for one in case.incoming] == [DUPLICATE.subject]
    assert [one.due_at for one in case.proceedings.owed] == [bangkok(date(2026, 8, 4), 16, 30)]
    assert not desk.drafts.left(hands.actor.person_id)


def send_back_the_misdelivered(hands: Hands) -> None:
    take(hands, MISDELIVERED)
    assert hands.keep_new() == "๑๓/๒๕๖๙"
    hands.picture("the misdelivered has a number")
    hands.to("เปิดเรื่อง", "Shift+Tab")
    hands.press("Return")
    page = hands.case("๑๓/๒๕๖๙")
    hands.send_on("นายกเทศมนตรีตำบลตัวอย่าง", "ขอให้ซ่อมไฟส่องสว่างในซอย ๕")
    hands.press("Ctrl+J")
    hands.order("ส่งคืน")
    hands.sheet("ส่งคืน")
    hands.write("เหตุผล", "จ่าหน้าถึงเทศบาล ส่งผิดมายังสำนักงาน")
    hands.picture("sent back")
    hands.keep()
    hands.until(lambda: words(page.clocks, "ไม่นับเวลาแล้ว"))
    hands.picture("it was no case of ours")


def take_in_the_secret(hands: Hands) -> None:
    """Let the registrar open the double envelope."""
    hands.sign_in("registrar")
    hands.press("F2")
    hands.rest()
    hands.press("Alt+1")
    for name, text in SECRET.items():
        hands.write(name, text)
    hands.write("แหล่งที่มา", "องค์กรตรวจสอบ", "Shift+Tab")
    hands.picture("secret")
    assert hands.keep_new() == "๑๔/๒๕๖๙"
    hands.to("เปิดเรื่อง", "Shift+Tab")
    hands.press("Return")
    page = hands.case("๑๔/๒๕๖๙")
    hands.press("Ctrl+J")
    hands.order("เสนอเพื่อสั่งการ")
    hands.sheet("เสนอเพื่อสั่งการ")
    hands.keep()
    hands.until(lambda: words(page, "รอสั่งการ"))
    hands.picture("the secret waits for its order")


def lay_up(hands: Hands) -> None:
    """Lay the day's post before the director, all on one memo."""
    hands.sign_in("clerk")
    hands.press("Ctrl+1")
    hands.rest()
    hands.picture("the register")
    hands.mark(*thai(range(2, 13)))
    hands.press("Ctrl+J")
    hands.picture("what can be done together")
    hands.order("เสนอเพื่อสั่งการ")
    hands.sheet("เสนอเพื่อสั่งการ")
    hands.press("Ctrl+S")
    hands.sheet("บันทึกเสนอเรื่อง")
    hands.picture("the memo")
    hands.press("Escape")
    hands.until(lambda: QApplication.activeModalWidget() is None)


def record_orders(hands: Hands) -> None:
    """Write down what the director wrote on the memo."""
    hands.sign_in("clerk")
    hands.press("Ctrl+1")
    hands.rest()
    for numbers, order in ORDERS:
        hands.mark(*thai(numbers))
        hands.press("Ctrl+J")
        hands.order("บันทึกคำสั่งการ")
        hands.sheet("บันทึกคำสั่งการ")
        hands.type(order)
        hands.write("ผู้สั่งการ", "นายสมคิด ตั้งมั่น")
        hands.picture("an order")
        hands.keep()


def carry_out(hands: Hands) -> None:
    """Let the head of the group do what was ordered."""
    hands.sign_in("boss")
    hands.press("Ctrl+3")
    hands.rest()
    hands.picture("without an owner")
    hands.mark(*thai(GIVEN))
    hands.press("Ctrl+M")
    hands.sheet("มอบหมาย")
    hands.write("ผู้รับผิดชอบ", "นายวิชัย")
    hands.picture("nine at once")
    hands.keep()
    hands.picture("what is left without an owner")
    hands.open_numbered("๑๐/๒๕๖๙")
    hands.press("Ctrl+J")
    hands.order("ไม่รับไว้พิจารณา")
    hands.sheet("ไม่รับไว้พิจารณา")
    hands.write("เหตุที่ไม่รับไว้พิจารณา", "บัตรสนเท่ห์")
    hands.to("ไม่ชี้พยานบุคคลแน่นอน")
    hands.press("Space")
    hands.write("เหตุผล", "ไม่มีพยานบุคคล")
    hands.picture("not accepted")
    hands.keep()
    hands.open_numbered("๑๒/๒๕๖๙")
    hands.send_on("เจ้าพนักงานที่ดินจังหวัดตัวอย่าง", "ขอให้ตรวจสอบการออกโฉนดที่ดิน")
    hands.press("Ctrl+R")
    hands.sheet("ส่งต่อ")
    hands.write("ขอให้ตอบภายใน", "21/8/2569")
    hands.picture("referred")
    hands.keep()
    hands.picture("letters for the referral")
    hands.open_numbered("๑๑/๒๕๖๙")
    hands.press("Ctrl+G")
    hands.sheet("หนังสือของเรื่อง")
    hands.picture("acknowledgement to the parents")
    hands.keep()
    hands.picture("the parents")


def look_at_the_end(hands: Hands, desk: Desk) -> None:
    hands.press("Ctrl+1")
    hands.rest()
    hands.picture("the register at the end")
    query = RegisterQuery()
    rows = desk.reading.register_rows(
        hands.actor, desk.reading.register_ids(hands.actor, query, hands.now)
    )
    stands = {row.number.running: row.status for row in rows}
    assert list(stands) == list(range(14, 0, -1))
    assert stands == {
        **dict.fromkeys(GIVEN, Status.ASSIGNED),
        1: Status.RECEIVED,
        10: Status.NOT_ACCEPTED,
        12: Status.REFERRED,
        13: Status.RETURNED,
        14: Status.AWAITING_ORDER,
    }

    ordered = {
        number: [order.text for order in desk.reading.case(hands.actor, number).proceedings.orders]
        for number in (2, 9, 10, 11, 12)
    }
    assert ordered == {
        2: [ORDERS[0][1]],
        9: [ORDERS[0][1]],
        10: [ORDERS[2][1]],
        11: [ORDERS[0][1]],
        12: [ORDERS[1][1]],
    }
    referred = desk.reading.case(hands.actor, 12)
    assert [one.letter_number for one in referred.proceedings.referrals] == ["ศธ ๐๔๙๙๙/2"]
    parents = desk.reading.case(hands.actor, 11)
    (thanks,) = parents.letters
    assert thanks.recipient == "นายประสิทธิ์ เพียรดี ผู้แทนผู้ปกครองนักเรียนโรงเรียนบ้านตัวอย่าง"


def look_around(hands: Hands) -> None:
    """Look at what the head of a group looks at in the morning."""
    hands.press("Ctrl+0")
    hands.rest()
    hands.picture("this morning")
    morning = hands.counter.page(Act.MORNING)
    assert words(morning, "เกินกำหนด ๑๒", "ช่องทางที่วันนี้ยังไม่ได้ตรวจ")
    hands.press("Ctrl+8")
    hands.rest()
    hands.picture("the board")
    board = hands.counter.page(Act.BOARD)
    assert words(board, "รอมอบหมาย", "นายวิชัย ตั้งตรง")
    hands.press("Ctrl+9")
    hands.rest()
    hands.picture("channels before")
    hands.press("F8")
    checks = hands.counter.page(Act.CHECKS)
    assert isinstance(checks, ChecksPage)
    hands.until(lambda: checks.table.model().index(0, 2).data() == "ตรวจ ๑๔.๐๐ น. โดย นางวิภา นำทาง")
    hands.rest()
    hands.picture("channels after")
    hands.press("Ctrl+0")
    hands.rest()
    hands.picture("this morning without the channels")
    hands.until(lambda: not words(morning, "ช่องทางที่วันนี้ยังไม่ได้ตรวจ"))


def thai(numbers: Iterable[int]) -> list[str]:
    """Write numbers of this year's complaints as lists do."""
    return [thai_digits(f"{number}/2569") for number in numbers]
