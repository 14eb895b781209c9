"""On the phone: what is read back in the order it is said, and the call that was promised."""

from datetime import date

from clock import Clock
from office import bangkok
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ports import Desk
from desktop.rules.complaint import ChannelKind
from desktop.rules.people import Actor
from ui.pages.intake.calling import AN_HOUR, an_hour_on
from ui.pages.intake.page import IntakePage

TYPED = {
    "intake.caller_phone": "0812345678",
    "petitioners.0.prefix": "นาง",
    "petitioners.0.first": "ปราณี",
    "petitioners.0.last": "สุขใจ",
    "petitioners.0.address.house": "12",
    "petitioners.0.address.province": "ตาก",
    "matter.facts": "น้ำหยดลงโต๊ะเรียน",
    "matter.subject": "หลังคารั่ว",
    "category_id": "9",
}


def typed(page: IntakePage, kind: ChannelKind) -> None:
    page.begin(kind)
    for name, text in TYPED.items():
        page.form.sheet.field(name).set_text(text)


def test_what_is_read_back_is_said_in_its_order_and_ticked_by_the_same_key(
    page: IntakePage, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    typed(page, ChannelKind.PHONE)
    call = page.form.side.call
    page.promise_call()
    assert page.focusWidget() is call.back_at.time.editor
    assert (call.back_at.date.text(), call.back_at.time.text()) == ("๑๕/๗/๒๕๖๙", "๑๑.๓๘")
    page.read_back()
    assert call.aloud.isVisible()
    assert call.aloud.text().splitlines() == [
        "ผู้ร้องชื่อ นางปราณี สุขใจ",
        "หมายเลขโทรศัพท์ ๐๘ ๑๒๓๔ ๕๖๗๘",
        "อยู่ที่ ๑๒ จังหวัดตาก",
        "แจ้งเรื่อง หลังคารั่ว",
        "ใจความว่า น้ำหยดลงโต๊ะเรียน",
        "สำนักงานจะโทรกลับ ๑๕ ก.ค. ๒๕๖๙ ๑๑.๓๘ น.",
    ]
    assert page.focusWidget() is call.read_back.box
    assert not call.read_back.checked()
    page.read_back()
    assert call.read_back.checked()
    assert page.focusWidget() is page.save_button
    page.save()
    qtbot.waitUntil(page.done.isVisible)
    assert page.done.shown is not None
    intake = desk.reading.case(clerk, page.done.shown.registered.case_id).intake
    assert intake.read_back
    assert intake.call_back_at is not None
    page.next()
    assert call.aloud.isHidden()


def test_on_the_smallest_screen_what_is_read_back_and_promised_is_in_sight(
    page: IntakePage, qtbot: QtBot
) -> None:
    page.resize(1100, 650)
    typed(page, ChannelKind.PHONE)
    page.form.sheet.field("matter.facts").set_text("น้ำหยดลงโต๊ะเรียนตั้งแต่เช้า " * 20)
    call, dates = page.form.side.call, page.form.side.dates
    qtbot.waitUntil(lambda: len(dates._lines) > 3)

    def seen(part: QWidget) -> bool:
        return part.visibleRegion().boundingRect() == part.rect()

    # The clock of the call stands above what grows with the category.
    assert seen(call.clock)
    page.promise_call()
    qtbot.waitUntil(lambda: seen(call.back_at.time.line) and seen(call.back_at.date.line))
    page.form.matter.facts.block.setFocus()
    page.read_back()
    qtbot.waitUntil(lambda: seen(call.aloud) and seen(call.read_back.box))


def test_nobody_is_promised_a_call_at_night(page: IntakePage, clock: Clock, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.beside.office is not None)
    for at, day, hour in (
        (bangkok(date(2026, 7, 17), 11, 30), "๑๗/๗/๒๕๖๙", "๑๓.๓๐"),
        (bangkok(date(2026, 7, 17), 16, 10), "๒๐/๗/๒๕๖๙", "๐๙.๑๐"),
    ):
        clock.at = at
        typed(page, ChannelKind.PHONE)
        page.promise_call()
        back_at = page.form.side.call.back_at
        assert (back_at.date.text(), back_at.time.text()) == (day, hour)
    # Where no calendar tells, the clock does.
    assert an_hour_on(at, None) == at + AN_HOUR
    far = bangkok(date(2190, 1, 1), 9)
    assert page.beside.office is not None
    assert an_hour_on(far, page.beside.office.calendar) == far + AN_HOUR


def test_a_time_that_was_promised_stays_and_other_channels_know_neither(page: IntakePage) -> None:
    typed(page, ChannelKind.PHONE)
    call = page.form.side.call
    page.promise_call()
    call.back_at.time.set_text("14.00")
    page.promise_call()
    assert call.back_at.time.text() == "14.00"
    typed(page, ChannelKind.WALK_IN)
    page.read_back()
    page.promise_call()
    assert call.aloud.isHidden()
    assert not call.call_back.checked()
