"""A complaint that comes often: found by typing, filled in, and its blanks walked through."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from windows import accepted, drained, settings_tab, sheet

from desktop.acts.keeping_frequent import KeepFrequent, keep_frequent
from desktop.ports import Desk
from desktop.rules.people import Actor
from ui.dialogs.frequent import FrequentSheet
from ui.dialogs.frequent_picker import FrequentPicker
from ui.operations import Operations
from ui.pages.intake.page import IntakePage
from ui.pages.settings.frequent import FrequentTab

MONEY = KeepFrequent(
    None, "เรียกเก็บเงิน", 6, "เก็บเงินบำรุงเกินกำหนด", "เก็บเงิน [จำนวน] บาท เมื่อ [วันที่]", "โรงเรียน"
)
ROOF = KeepFrequent(None, "อาคารรั่ว", 9, "หลังคารั่ว", "")


@pytest.fixture
def kept(desk: Desk, admin: Actor) -> None:
    """The office has written two down."""
    for command in (MONEY, ROOF):
        keep_frequent(command, desk, admin)


def choose(page: IntakePage, typed: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(page.form.frequent) == 2)
    page.choose_frequent()
    picker = sheet(page, FrequentPicker, qtbot)
    picker.search.set_text(typed)
    picker.search.line.returnPressed.emit()


def answers(page: IntakePage, *names: str) -> Sequence[str]:
    found = page.form.answers()
    return [found[name] for name in names]


MATTER = ("category_id", "matter.subject", "matter.facts", "matter.place")


@pytest.mark.usefixtures("kept")
def test_what_is_empty_is_filled_said_and_emptied_again(page: IntakePage, qtbot: QtBot) -> None:
    choose(page, "เก็บ", qtbot)
    assert answers(page, *MATTER) == ["6", MONEY.subject, MONEY.facts, MONEY.place]
    assert page.filled.text.text() == (
        "กรอกตาม “เรียกเก็บเงิน” แล้ว: หมวดเรื่อง, เรื่อง, ข้อเท็จจริง, สถานที่เกิดเหตุ"
    )
    assert page.place()
    page.filled.empty.click()
    assert answers(page, *MATTER) == ["", "", "", ""]
    assert page.filled.isHidden()


@pytest.mark.usefixtures("kept")
def test_what_was_typed_is_replaced_only_when_told_to(page: IntakePage, qtbot: QtBot) -> None:
    page.form.sheet.field("matter.subject").set_text("พิมพ์เอง")
    page.form.matter.facts.block.setFocus()
    choose(page, "เก็บ", qtbot)
    assert answers(page, "matter.subject", "matter.facts") == ["พิมพ์เอง", MONEY.facts]
    assert "เรื่อง “พิมพ์เอง” → “เก็บเงินบำรุงเกินกำหนด”" in page.filled.text.text()
    qtbot.waitUntil(page.filled.keep.hasFocus)
    QTest.keyClick(page.filled.keep, Qt.Key.Key_Return)
    assert answers(page, "matter.subject") == ["พิมพ์เอง"]
    choose(page, "เก็บ", qtbot)
    qtbot.waitUntil(page.filled.keep.hasFocus)
    page.filled.replace.click()
    assert answers(page, "matter.subject") == [MONEY.subject]
    assert page.filled.isHidden()


@pytest.mark.usefixtures("kept")
def test_a_choice_that_was_made_is_asked_about_in_its_own_words(
    page: IntakePage, qtbot: QtBot
) -> None:
    page.form.sheet.field("category_id").set_text("9")
    choose(page, "เก็บ", qtbot)
    assert "“อาคารสถานที่/ความปลอดภัย” → “การรับนักเรียน/เรียกรับเงิน”" in page.filled.text.text()
    assert answers(page, "category_id") == ["9"]


@pytest.mark.usefixtures("kept")
def test_tab_goes_from_blank_to_blank_and_what_is_left_is_asked_about_once(
    page: IntakePage, qtbot: QtBot
) -> None:
    for name, text in (("petitioners.0.first", "ปราณี"), ("intake.caller_phone", "0812345678")):
        page.form.sheet.field(name).set_text(text)
    choose(page, "เก็บ", qtbot)
    blanks = page.form.matter.blanks
    assert blanks.isVisible()
    block = page.form.matter.facts.block
    page.form.matter.subject.line.setFocus()
    QTest.keyClick(page.form.matter.subject.line, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: block.textCursor().selectedText() == "[จำนวน]")
    block.insertPlainText("๕๐๐")
    QTest.keyClick(block, Qt.Key.Key_Tab)
    assert block.textCursor().selectedText() == "[วันที่]"
    QTest.keyClick(block, Qt.Key.Key_Tab)
    assert page.focusWidget() is page.form.matter.category.combo
    page.save()
    error = page.form.matter.facts.error
    assert error == "ยังไม่ได้เติม [วันที่] หากจะเว้นไว้ให้กดบันทึกอีกครั้ง"
    page.park_draft()
    qtbot.waitUntil(lambda: bool(page.parked.drafts))
    page.open_draft(page.parked.drafts[0])
    assert blanks.text() == "จำนวน\nวันที่"
    page.save()
    assert page.form.matter.facts.error == error
    page.save()
    qtbot.waitUntil(page.done.isVisible)


def test_where_none_is_written_down_it_is_said_where(page: IntakePage) -> None:
    page.choose_frequent()
    assert page.notices.shown() == ["ยังไม่มีรายการเรื่องที่พบบ่อย เพิ่มได้ที่หน้าตั้งค่า"]
    assert page.form.matter.blanks.isHidden()


@pytest.mark.usefixtures("kept")
def test_up_and_down_walk_and_what_is_not_found_is_said(page: IntakePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(page.form.frequent) == 2)
    page.choose_frequent()
    picker = sheet(page, FrequentPicker, qtbot)
    QTest.keyClick(picker.search.line, Qt.Key.Key_Down)
    assert picker.list.currentRow() == 1
    picker.search.set_text("ไม่มี")
    assert picker.none.isVisible()
    QTest.keyClick(picker.search.line, Qt.Key.Key_Return)
    assert picker.isVisible()
    picker.search.set_text("หลังคา")
    assert [one.name for one in picker.found] == ["อาคารรั่ว"]
    picker.choose()
    assert answers(page, "matter.subject") == [ROOF.subject]


def test_the_office_writes_one_down_changes_it_and_takes_it_out_of_use(
    operations: Operations, admin: Actor, page: IntakePage, qtbot: QtBot
) -> None:
    operations.sign_in(admin)
    tab = settings_tab(operations, "เรื่องที่พบบ่อย", FrequentTab, qtbot)
    tab.add_button.click()
    asked = sheet(tab, FrequentSheet, qtbot)
    asked.save()
    qtbot.waitUntil(lambda: bool(asked.name.error and asked.category.error))
    asked.name.set_text("อาคารรั่ว")
    asked.category.set_text("9")
    asked.subject.set_text("หลังคารั่ว")
    accepted(asked, asked.save, qtbot)
    qtbot.waitUntil(lambda: len(page.form.frequent) == 1)
    drained(operations, qtbot)
    tab.table.selectRow(0)
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    again = sheet(tab, FrequentSheet, qtbot)
    again.place.set_text("โรงเรียน")
    accepted(again, again.save, qtbot)
    drained(operations, qtbot)
    assert tab.kept[0].place == "โรงเรียน"
    tab.offer_button.click()
    qtbot.waitUntil(lambda: page.form.frequent == ())
    drained(operations, qtbot)
    assert tab.offer_button.text() == "ใช้อีกครั้ง"


def test_it_asks_for_a_priority_of_its_own_and_takes_it_back(
    operations: Operations,
    desk: Desk,
    admin: Actor,
    clerk: Actor,
    page: IntakePage,
    qtbot: QtBot,
) -> None:
    keep_frequent(MONEY, desk, admin)
    operations.sign_in(admin)
    tab = settings_tab(operations, "เรื่องที่พบบ่อย", FrequentTab, qtbot)
    tab.add_button.click()
    asked = sheet(tab, FrequentSheet, qtbot)
    for field, text in (
        (asked.name, "ไฟดับ"),
        (asked.category, "9"),
        (asked.subject, "ไฟทางเดินดับ"),
        (asked.priority, "very_urgent"),
    ):
        field.set_text(text)
    accepted(asked, asked.save, qtbot)
    drained(operations, qtbot)
    asks = [tab.table.model().index(row, 4).data() for row in range(2)]
    assert asks == ["ตามหมวดเรื่อง", "ด่วนมาก"]
    operations.sign_in(clerk)

    def why() -> str:
        page.beside.look()
        return " ".join(label.text() for label in page.form.side.dates._lines)  # type: ignore[attr-defined]

    choose(page, "ไฟ", qtbot)
    assert "ด่วนมาก ตามที่กำหนดไว้กับเรื่องที่พบบ่อย “ไฟดับ”" in why()
    page.form.sheet.field("category_id").set_text("6")
    assert "ด่วนมาก" not in why()
    page.form.sheet.field("category_id").set_text("9")
    assert "ด่วนมาก" in why()
    # A draft remembers it, and so does the next complaint like it.
    kept = page.form.answers()
    page.begin(page.form.kind)
    page.form.restore(kept)
    assert "ด่วนมาก" in why()
    for name, text in (("petitioners.0.first", "ปราณี"), ("intake.caller_phone", "0812345678")):
        page.form.sheet.field(name).set_text(text)
    page.save()
    qtbot.waitUntil(page.done.isVisible)
    drained(operations, qtbot)
    page.next_like()
    assert "ด่วนมาก" in why()
    page.filled.empty.click()
    page.form.sheet.field("category_id").set_text("9")
    assert "ด่วนมาก" not in why()


def test_who_does_not_keep_the_office_only_reads_them(operations: Operations, qtbot: QtBot) -> None:
    tab = settings_tab(operations, "เรื่องที่พบบ่อย", FrequentTab, qtbot)
    assert tab.tools.isHidden()
