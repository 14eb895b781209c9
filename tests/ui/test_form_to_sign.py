"""A visitor signs before leaving: the form is shown from where the number is, by one key."""

from io import BytesIO

import pytest
from clock import Clock
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas
from windows import accepted, sheet

from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.complaint import ChannelKind
from desktop.rules.people import Actor
from ui.dialogs.paper import PaperDialog
from ui.dialogs.statement import StatementSheet
from ui.pages.intake.page import IntakePage

SMALLEST_PAGE = 848
"""The smallest window, less the sidebar."""


def one_page() -> bytes:
    made = BytesIO()
    canvas = Canvas(made)
    canvas.showPage()
    canvas.save()
    return made.getvalue()


@pytest.mark.parametrize("kind", [ChannelKind.WALK_IN, ChannelKind.PHONE])
def test_what_a_visitor_signs_is_shown_by_its_key(
    page: IntakePage, kind: ChannelKind, qtbot: QtBot
) -> None:
    page.begin(kind)
    for name, text in (
        ("petitioners.0.first", "ปราณี"),
        ("matter.subject", "หลังคารั่ว"),
        ("category_id", "9"),
    ):
        page.form.sheet.field(name).set_text(text)
    page.save()
    qtbot.waitUntil(page.done.isVisible)
    assert page.done.form.isVisible() is (kind is ChannelKind.WALK_IN)
    assert page.done.state.isVisible() is (kind is ChannelKind.WALK_IN)
    if kind is ChannelKind.WALK_IN:
        with qtbot.waitActive(page):
            page.activateWindow()
        QTest.keyClick(page.done.next, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        shown = sheet(page, PaperDialog, qtbot)
        assert shown.windowTitle() == "แบบคำร้องเรียน ๑ (ด้วยตนเอง) ๑/๒๕๖๙"
        shown.reject()


def visit(page: IntakePage, qtbot: QtBot) -> None:
    """Take down what a visitor says, and save it."""
    page.begin(ChannelKind.WALK_IN)
    for name, text in (
        ("petitioners.0.first", "ปราณี"),
        ("petitioners.0.last", "สุขใจ"),
        ("matter.subject", "หลังคารั่ว"),
        ("matter.facts", "น้ำหยดลงโต๊ะเรียน"),
        ("matter.remedy", "ขอให้ซ่อม"),
        ("category_id", "9"),
    ):
        page.form.sheet.field(name).set_text(text)
    page.save()
    qtbot.waitUntil(page.done.isVisible)
    with qtbot.waitActive(page):
        page.activateWindow()


def test_what_a_visitor_states_is_typed_already_and_printed_to_be_signed(
    page: IntakePage, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    visit(page, qtbot)
    QTest.keyClick(page.done.next, Qt.Key.Key_F4)
    asked = sheet(page, StatementSheet, qtbot)
    assert asked.said.block.hasFocus()
    assert asked.giver.text() == "ปราณี สุขใจ"
    assert asked.said.text().split("\n\n") == [
        "ถาม ท่านมาพบเจ้าหน้าที่ด้วยเรื่องใด\nตอบ หลังคารั่ว",
        "ถาม ข้อเท็จจริงเป็นอย่างไร\nตอบ น้ำหยดลงโต๊ะเรียน",
        "ถาม ท่านประสงค์ให้ดำเนินการอย่างไร\nตอบ ขอให้ซ่อม",
    ]
    accepted(asked, asked.save, qtbot)
    shown = sheet(page, PaperDialog, qtbot)
    assert shown.windowTitle() == "บันทึกถ้อยคำ"
    shown.reject()
    assert [one.name for one in desk.reading.case(clerk, 1).files] == ["บันทึกถ้อยคำ.pdf"]


def test_a_statement_that_nobody_typed_in_closes_at_once(page: IntakePage, qtbot: QtBot) -> None:
    visit(page, qtbot)
    page.done.state.click()
    asked = sheet(page, StatementSheet, qtbot)
    asked.said.block.insertPlainText(" และห้องข้างเคียง")
    asked.reject()
    assert asked.isVisible()
    asked.reject()
    qtbot.waitUntil(lambda: not asked.isVisible())
    page.done.state.click()
    again = sheet(page, StatementSheet, qtbot)
    again.reject()
    qtbot.waitUntil(lambda: not again.isVisible())


def test_slip_and_letter_have_their_keys_where_the_number_stands(
    page: IntakePage, qtbot: QtBot
) -> None:
    visit(page, qtbot)
    control = Qt.KeyboardModifier.ControlModifier
    for key, wanted in ((Qt.Key.Key_B, page.slip_wanted), (Qt.Key.Key_G, page.letter_wanted)):
        with qtbot.waitSignal(wanted) as told:
            QTest.keyClick(page.done.next, key, control)
        assert told.args == [1]
    assert page.done.minimumSizeHint().width() <= SMALLEST_PAGE


def test_that_a_visitor_was_told_and_signed_is_kept_by_its_key(
    page: IntakePage, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    visit(page, qtbot)
    heard = page.done.heard
    QTest.keyClick(page.done.next, Qt.Key.Key_8, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(heard.signed_chip.isVisible)
    assert heard.signed.isHidden()
    assert page.done.next.hasFocus()
    QTest.keyClick(page.done.next, Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(heard.told_chip.isVisible)
    assert heard.signed_chip.isVisible()
    case = desk.reading.case(clerk, 1)
    assert case.intake.statement_signed
    assert {StepKind.SIGNED, StepKind.ACKNOWLEDGED} <= {step.kind for step in case.steps}
    # What was ticked on the form is signed already.
    page.next()
    page.form.side.statement.signed.set_text("yes")
    for name in ("petitioners.0.first", "matter.subject"):
        page.form.sheet.field(name).set_text("มานะ")
    page.form.sheet.field("category_id").set_text("9")
    page.save()
    qtbot.waitUntil(page.done.isVisible)
    assert heard.signed_chip.isVisible()
    assert heard.signed.isHidden()


def test_letters_of_one_pile_came_when_the_first_did(
    page: IntakePage, clock: Clock, qtbot: QtBot
) -> None:
    def receipt() -> tuple[str, str]:
        answers = page.form.answers()
        return answers["received_at"], answers["received_time"]

    def letter() -> None:
        for name in ("petitioners.0.first", "matter.subject"):
            page.form.sheet.field(name).set_text("ก")
        page.form.sheet.field("category_id").set_text("9")
        page.save()
        qtbot.waitUntil(page.done.isVisible)

    page.begin(ChannelKind.LETTER)
    now = receipt()
    letter()
    page.next()
    # Nobody typed it: each has its own.
    assert page.filled.isHidden()
    page.form.sheet.field("received_time").set_text("08.30")
    letter()
    page.next()
    assert receipt()[1] == "08.30"
    assert page.filled.text.text() == "รับเมื่อเดียวกับหนังสือฉบับก่อน: เวลา"
    assert page.place() == ""
    page.filled.empty.click()
    assert receipt() == now
    page.form.sheet.field("received_time").set_text("08.30")
    letter()
    clock.pass_time(days=1)
    page.next()
    assert receipt()[1] != "08.30"
    assert page.filled.isHidden()


def test_letters_of_the_pile_are_counted_and_a_scan_is_shown_with_its_stamp(
    page: IntakePage, qtbot: QtBot
) -> None:
    page.begin(ChannelKind.LETTER)
    for count in ("๑", "๒"):
        for name, text in (
            ("petitioners.0.first", "ปราณี"),
            ("matter.subject", "หลังคารั่ว"),
            ("category_id", "9"),
        ):
            page.form.sheet.field(name).set_text(text)
        if count == "๒":
            page.form.side.files.put("หนังสือ.pdf", one_page())
        page.save()
        qtbot.waitUntil(page.done.isVisible)
        assert page.done.counted.text() == f"ลงหนังสือต่อเนื่องแล้ว {count} ฉบับ"
        assert page.done.form.isVisible() is (count == "๒")
        if count == "๑":
            page.next()
    assert page.done.minimumSizeHint().width() <= SMALLEST_PAGE
    page.done.form.click()
    shown = sheet(page, PaperDialog, qtbot)
    assert shown.windowTitle() == "หนังสือ.pdf"
    shown.reject()
