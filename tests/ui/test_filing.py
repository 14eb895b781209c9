"""A letter that belongs to an earlier complaint, filed from the form on which it is typed."""

from datetime import timedelta

import pytest
from clock import Clock
from office import form
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from windows import accepted, sheet

from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.complaint import ChannelKind
from desktop.rules.people import Actor
from desktop.views import RegisterQuery
from ui.dialogs.letter_scans import IncomingSheet
from ui.pages.intake.page import IntakePage

TYPED = (
    ("petitioners.0.prefix", "นาง"),
    ("petitioners.0.first", "ปราณี"),
    ("petitioners.0.last", "สุขใจ"),
    ("intake.letter_number", "ร ๑๒/๒๕๖๙"),
    ("intake.letter_date", "14/7/2569"),
    ("intake.central_number", "๕๕๕"),
    ("matter.subject", "ตามที่โทรแจ้ง"),
)


@pytest.fixture
def called(desk: Desk, clerk: Actor, clock: Clock) -> int:
    """A call of last week."""
    made = form(clock.at - timedelta(days=1))
    return register(RegisterComplaint("k", made), desk, clerk).case_id


def letter(page: IntakePage) -> None:
    page.begin(ChannelKind.LETTER)
    for name, text in TYPED:
        page.form.sheet.field(name).set_text(text)


def test_a_letter_of_a_known_person_is_filed_with_all_that_was_typed(
    called: int, page: IntakePage, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    letter(page)
    page.form.side.files.put("หนังสือ.pdf", b"%PDF-1.4 x")
    qtbot.waitUntil(lambda: [one.id for one in page.form.side.same.known] == [called])
    page.file_into()
    filing = sheet(page, IncomingSheet, qtbot)
    accepted(filing, filing.save, qtbot)
    qtbot.waitUntil(lambda: bool(page.notices.shown()))
    assert page.notices.shown() == ["รับหนังสือเข้าเรื่อง ๑/๒๕๖๙ แล้ว โดยไม่ใช้เลขรับเรื่องใหม่"]
    case = desk.reading.case(clerk, called)
    (came,) = case.incoming
    assert (came.sender, came.number, came.receipt_number) == (
        "นางปราณี สุขใจ",
        "ร ๑๒/๒๕๖๙",
        "๕๕๕",
    )
    assert came.subject == "ตามที่โทรแจ้ง"
    assert [file.name for file in case.files] == ["หนังสือ.pdf"]
    assert list(desk.reading.register_ids(clerk, RegisterQuery(), desk.now())) == [called]
    assert page.form.answers()["matter.subject"] == ""


def test_what_the_filed_letter_has_no_place_for_is_parked_and_told(
    called: int, page: IntakePage, qtbot: QtBot
) -> None:
    letter(page)
    for name, text in (("matter.facts", "ฝนตกอีก"), ("petitioners.0.phone", "0899999999")):
        page.form.sheet.field(name).set_text(text)
    page.form.side.files.put("หนังสือ.pdf", b"%PDF-1.4 x")
    page.filing.into(called)
    filing = sheet(page, IncomingSheet, qtbot)
    accepted(filing, filing.save, qtbot)
    qtbot.waitUntil(lambda: len(page.parked.drafts) == 1)
    assert "หนังสือไม่มีช่องให้ลงข้อมูลนี้ จึงพักไว้เป็นร่าง: โทรศัพท์, ข้อเท็จจริง" in page.notices.shown()
    assert page.form.answers()["matter.facts"] == ""
    (draft,) = page.parked.drafts
    assert (draft.title, draft.files) == ("ตามที่โทรแจ้ง", ())
    page.parked.open.click()
    answers = page.form.answers()
    assert (answers["matter.facts"], answers["petitioners.0.phone"]) == ("ฝนตกอีก", "0899999999")
    assert (answers["petitioners.0.first"], answers["matter.subject"]) == ("ปราณี", "")


def test_a_letter_that_took_all_leaves_no_draft(
    called: int, page: IntakePage, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    letter(page)
    page.form.sheet.field("category_id").set_text("9")
    page.filing.into(called)
    filing = sheet(page, IncomingSheet, qtbot)
    accepted(filing, filing.save, qtbot)
    qtbot.waitUntil(lambda: not desk.drafts.left(clerk.person_id))
    assert len(page.notices.shown()) == 1


def test_a_letter_of_somebody_else_is_filed_in_what_is_found(
    called: int, page: IntakePage, qtbot: QtBot
) -> None:
    page.begin(ChannelKind.LETTER)
    page.file_into()
    assert page.filing.finder.line.hasFocus()
    page.filing.finder.set_text("ไม่มีเรื่องนี้")
    qtbot.waitUntil(lambda: page.filing.finder.below.text() == "ไม่พบเรื่อง")
    page.filing.finder.line.returnPressed.emit()
    assert page.filing.finder.error
    page.filing.finder.set_text("1/2569")
    qtbot.waitUntil(lambda: page.filing.finder.case_id == called)
    page.filing.finder.line.returnPressed.emit()
    sheet(page, IncomingSheet, qtbot).reject()


def test_a_number_typed_fast_is_looked_for_at_enter(
    called: int, page: IntakePage, qtbot: QtBot
) -> None:
    page.begin(ChannelKind.LETTER)
    page.file_into()
    finder = page.filing.finder
    QTest.keyClicks(finder.line, "1/2569")
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    assert not finder.error
    filing = sheet(page, IncomingSheet, qtbot)
    assert not finder.error
    filing.reject()
    QTest.keyClicks(finder.line, "7")
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(finder.error))
    assert page.window().focusWidget() is finder.line
    finder.set_text("1/2569")
    qtbot.waitUntil(lambda: finder.case_id == called)
    assert not finder.error
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    sheet(page, IncomingSheet, qtbot).reject()


def test_only_letters_are_filed_so(called: int, page: IntakePage) -> None:
    page.begin(ChannelKind.PHONE)
    side = page.form.side
    assert side.filing is not None
    assert side.filing.isHidden()
    page.file_into()
    assert not page.filing.finder.line.hasFocus()
    page.begin(ChannelKind.LETTER)
    assert not side.filing.isHidden()
