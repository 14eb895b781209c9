"""What a practised hand needs for a day's commonest work, counted in keys and held to its target.

A practised hand presses six keys a second, and never goes for the mouse. `-s` tells the counts.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from clock import Clock
from hands import CLERK, Hands
from office import bangkok, form

from desktop.acts.keeping_frequent import KeepFrequent, keep_frequent
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.people import Actor, Role

MORNING = bangkok(date(2026, 7, 15), 9, 0)
KEEPER = Actor(1, "นายดูแล ระบบดี", frozenset({Role.ADMINISTRATOR}))
A_SECOND = 6
"""Keys."""
STATED = "\n\nถาม เกิดเหตุเมื่อใด\nตอบ ตั้งแต่ต้นเดือนกรกฎาคม ทุกครั้งที่ฝนตก\n\nถาม มีผู้ใดเห็นบ้าง\nตอบ ครูประจำชั้น"
FACTS = "หลังคาอาคาร ๒ รั่วมาแล้วสองสัปดาห์ น้ำหยดลงโต๊ะเรียน นักเรียนย้ายไปเรียนใต้ถุนอาคาร ขอให้ซ่อมก่อนฝนหน้า"


@contextmanager
def within(hands: Hands, seconds: int, does: str) -> Iterator[None]:
    """Hold what is done to its target in seconds, and tell how many keys it took."""
    before = hands.keys
    yield
    took = hands.keys - before
    print(f"{does}: {took} keys, {took / A_SECOND:.0f} s of {seconds} s")  # noqa: T201
    assert took <= seconds * A_SECOND, f"{does}: {took} keys"


def test_a_phone_complaint(hands: Hands, clock: Clock) -> None:
    clock.at = MORNING
    hands.sign_in("clerk")
    with within(hands, 45, "phone complaint"):
        hands.press("F2")
        hands.rest()
        hands.write("โทรศัพท์ที่โทรเข้า", "0812345678")
        hands.write("คำนำหน้า", "นางปราณี สุขใจ")
        hands.press("Return")
        hands.write("เรื่อง", "หลังคาอาคารเรียนรั่ว")
        hands.write("ข้อเท็จจริง", FACTS)
        hands.write("หมวดเรื่อง", "อาคารสถานที่")
        number = hands.keep_new()
    hands.picture("phone complaint")
    assert number == "๑/๒๕๖๙"


def test_a_second_call_about_the_same(hands: Hands, clock: Clock) -> None:
    clock.at = MORNING
    hands.sign_in("clerk")
    hands.press("F2")
    hands.rest()
    hands.write("โทรศัพท์ที่โทรเข้า", "0812345678")
    hands.write("คำนำหน้า", "นางปราณี สุขใจ")
    hands.press("Return")
    hands.write("เรื่อง", "หลังคาอาคารเรียนรั่ว")
    hands.write("หมวดเรื่อง", "อาคารสถานที่")
    hands.keep_new()
    hands.picture("saved")
    with within(hands, 15, "second call about the same"):
        hands.press("Shift+F2")
        hands.rest()
        hands.picture("like the last")
        hands.write("โทรศัพท์ที่โทรเข้า", "0899999999")
        hands.write("คำนำหน้า", "นายบุญมี สุขสม")
        hands.press("Return")
        number = hands.keep_new()
    assert number == "๒/๒๕๖๙"


def test_a_call_as_many_came_before(hands: Hands, clock: Clock, desk: Desk) -> None:
    clock.at = MORNING
    keep_frequent(
        KeepFrequent(None, "หลังคารั่ว", 9, "หลังคาอาคารเรียนรั่ว", "อาคาร [อาคาร] รั่วมาแล้ว [นานเท่าใด]"),
        desk,
        KEEPER,
    )
    hands.sign_in("clerk")
    with within(hands, 20, "frequent complaint by phone"):
        hands.press("F2")
        hands.rest()
        hands.press("F8")
        hands.sheet("เรื่องที่พบบ่อย")
        hands.type("หลัง")
        hands.picture("frequent complaints")
        hands.press("Return")
        hands.write("โทรศัพท์ที่โทรเข้า", "0812345678")
        hands.write("คำนำหน้า", "นางปราณี สุขใจ")
        hands.press("Return")
        hands.to("ข้อเท็จจริง")
        hands.rest()
        hands.type("๒")
        hands.picture("blanks")
        hands.press("Tab")
        hands.type("สองสัปดาห์")
        number = hands.keep_new()
    assert number == "๑/๒๕๖๙"


def test_a_letter_from_the_days_pile(hands: Hands, clock: Clock) -> None:
    clock.at = MORNING
    hands.sign_in("clerk")
    hands.press("F2")
    hands.rest()
    hands.press("Alt+1")
    for number in ("๑/๒๕๖๙", "๒/๒๕๖๙"):
        with within(hands, 40, "letter from the day's pile"):
            hands.write("ลงวันที่", "13/7/2569")
            hands.write("คำนำหน้า", "นายบุญมี สุขสม")
            hands.press("Return")
            hands.write("เรื่อง", "ขอให้ตรวจสอบการเรียกเก็บเงินค่าบำรุง")
            hands.write("ข้อเท็จจริง", "โรงเรียนเก็บเงินค่าบำรุงคนละ ๒,๐๐๐ บาท โดยไม่มีใบเสร็จ")
            hands.write("หมวดเรื่อง", "การรับนักเรียน")
            taken = hands.keep_new()
            hands.press("Return")
        assert taken == number
    hands.picture("letter")


def test_a_walk_in_with_a_statement(hands: Hands, clock: Clock, desk: Desk) -> None:
    clock.at = MORNING
    hands.sign_in("clerk")
    with within(hands, 60, "walk-in with statement"):
        hands.press("F2")
        hands.rest()
        hands.press("Alt+3")
        hands.write("คำนำหน้า", "นางปราณี สุขใจ")
        hands.press("Return")
        hands.write("เรื่อง", "หลังคาอาคารเรียนรั่ว")
        hands.write("ข้อเท็จจริง", "น้ำหยดลงโต๊ะเรียน ขอให้ซ่อม")
        hands.write("หมวดเรื่อง", "อาคารสถานที่")
        hands.keep_new()
        hands.picture("walk-in saved")
        hands.press("F4")
        hands.sheet("บันทึกถ้อยคำ")
        hands.type(STATED)
        hands.picture("statement")
        hands.keep()
    hands.sheet("บันทึกถ้อยคำ")
    hands.picture("statement to sign")
    (kept,) = desk.reading.case(hands.actor, 1).files
    assert kept.name == "บันทึกถ้อยคำ.pdf"
    hands.press("Esc", "Alt+8")
    hands.until(lambda: desk.reading.case(hands.actor, 1).intake.statement_signed)
    hands.picture("signed")


def test_assigning_twenty(hands: Hands, clock: Clock, desk: Desk) -> None:
    clock.at = MORNING
    for number in range(20):
        register(RegisterComplaint(f"k{number}", form(MORNING)), desk, CLERK)
    hands.sign_in("boss")
    with within(hands, 10, "assigning twenty"):
        hands.press("Ctrl+3")
        hands.rest()
        hands.press("Ctrl+A", "Ctrl+M")
        hands.sheet("มอบหมาย")
        hands.write("ผู้รับผิดชอบ", "นายวิชัย")
        hands.picture("twenty to assign")
        hands.keep()
    hands.picture("twenty assigned")
    counted = desk.reading.tiles(hands.actor, clock())
    assert counted.unassigned == 0
