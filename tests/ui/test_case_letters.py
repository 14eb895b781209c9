"""What is done with an issued letter on the case page, through its windows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

import pytest
from clock import Clock
from office import acknowledgement_to, form, gone
from paper import pages_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from windows import BOSS

from desktop.acts.corresponding import IssueLetter, issue
from desktop.acts.dispatching import RecordPrinted, record_printed, record_sent
from desktop.acts.mending import CorrectLetter, correct_letter
from desktop.acts.receiving import ReceiveLetter, receive_letter
from desktop.acts.recovering import RecoverLetters, recover_letters
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.letters import Dispatch, LetterStatus
from desktop.rules.people import Actor, Role
from desktop.rules.thai.dates import official_date
from desktop.views import CaseView, LetterView
from ui.dialogs.certify import CertifyDialog
from ui.dialogs.incoming_sheets import CorrectIncomingSheet, WithdrawIncomingSheet
from ui.dialogs.letter import LetterDialog
from ui.dialogs.letter_correction import CorrectionDialog
from ui.dialogs.letter_scans import IncomingSheet, ScanSheet
from ui.dialogs.letter_sheets import DispatchSheet, ReprintSheet
from ui.dialogs.paper import PaperDialog
from ui.notices import Notice
from ui.operations import Operations
from ui.pages.case.letter_rows import RecordRow
from ui.pages.case.page import CasePage

PDF = b"%PDF-1.4 x"
_D = TypeVar("_D", bound=QDialog)
Seen = Callable[[], CaseView]


@pytest.fixture
def seen(desk: Desk, clerk: Actor, clock: Clock) -> Seen:
    made = form(clock.at - timedelta(minutes=5))
    case_id = register(RegisterComplaint("k", made), desk, clerk).case_id
    issue(IssueLetter("letter", acknowledgement_to(case_id)), desk, BOSS)
    return lambda: desk.reading.case(BOSS, case_id)


@pytest.fixture
def page(operations: Operations, desk: Desk, seen: Seen, qtbot: QtBot) -> CasePage:
    operations.sign_in(BOSS)
    made = CasePage(operations, desk.reading.office(official_date(desk.now())))
    qtbot.addWidget(made)
    made.resize(1154, 686)
    made.show()
    made.show_case(seen().id)
    qtbot.waitUntil(lambda: made.case is not None)
    return made


def sheet(page: QWidget, kind: type[_D], qtbot: QtBot) -> _D:
    qtbot.waitUntil(lambda: any(found.isVisible() for found in page.findChildren(kind)))
    found = [found for found in page.findChildren(kind) if found.isVisible()][-1]
    assert isinstance(found, kind)
    return found


def accepted(dialog: QDialog, act: Callable[[], object], qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.accepted):
        act()


def offers(page: CasePage, letter: LetterView) -> list[str]:
    shown, more = page.letters.deeds_of(letter)
    return [text for text, _ in (*shown, *more)]


def take(page: CasePage, letter: LetterView, text: str) -> None:
    shown, more = page.letters.deeds_of(letter)
    dict((*shown, *more))[text]()


def sent(page: CasePage, desk: Desk, seen: Seen, qtbot: QtBot) -> LetterView:
    """Let the letter leave, and wait until the page shows it."""
    (letter,) = seen().letters
    record_sent(gone(letter.id, Dispatch.POST, desk.now()), desk, BOSS)
    page.refresh()
    qtbot.waitUntil(lambda: page.case == seen())
    return seen().letters[0]


def told(part: QWidget) -> str:
    labels, buttons = part.findChildren(QLabel), part.findChildren(QPushButton)
    return "\n".join([one.text() for one in labels] + [one.text() for one in buttons])


def test_what_is_offered_is_what_can_be_done(
    page: CasePage, desk: Desk, seen: Seen, operations: Operations, qtbot: QtBot
) -> None:
    (issued,) = seen().letters
    on_desk = {"แก้ไขข้อความ…", "ต้นฉบับเสีย พิมพ์ใหม่…", "ยกเลิกหนังสือ…"}
    assert on_desk <= set(offers(page, issued))
    assert "ทำหนังสือแก้ไข…" not in offers(page, issued)
    letter = sent(page, desk, seen, qtbot)
    after = {"ทำหนังสือแก้ไข…", "บันทึกหนังสือตอบ…", "สำเนา", "สำเนาคู่ฉบับ"}
    assert after <= set(offers(page, letter))
    assert not on_desk & set(offers(page, letter))
    operations.sign_in(Actor(3, BOSS.name, frozenset({Role.SECRET_REGISTRAR})))
    assert len(offers(page, letter)) == 1


def test_the_rest_is_in_a_menu_that_the_keyboard_opens(page: CasePage, qtbot: QtBot) -> None:
    (row,) = page.letters.findChildren(RecordRow)
    opener = next(one for one in row.findChildren(QPushButton) if one.text() == "เพิ่มเติม…")
    opener.setFocus()
    QTest.keyClick(opener, Qt.Key.Key_Space)
    qtbot.waitUntil(row.menu.isVisible)
    assert "สำเนาคู่ฉบับ" in [action.text() for action in row.menu.actions()]
    row.menu.close()


def test_a_printed_original_is_printed_again_only_with_a_reason(
    page: CasePage, desk: Desk, seen: Seen, qtbot: QtBot
) -> None:
    (letter,) = seen().letters
    record_printed(RecordPrinted(letter.id), desk, BOSS)
    (letter,) = seen().letters
    page.letters.deeds.show_letter(letter)
    paper = sheet(page, PaperDialog, qtbot)
    assert not paper.print_button.isVisible()
    assert paper.save_button.isVisible()
    assert "ต้นฉบับเสีย" in told(paper.notices)
    paper.reject()
    page.letters.deeds.reprint(letter)
    asking = sheet(page, ReprintSheet, qtbot)
    asking.save()
    qtbot.waitUntil(lambda: "กรอก" in asking.reason.error)
    asking.reason.set_text("หมึกเลอะ")
    accepted(asking, asking.save, qtbot)
    again = sheet(page, PaperDialog, qtbot)
    assert again.print_button.isVisible()
    again.printed.emit()
    assert "ใช้เลขเดิม" in told(again.notices)
    again.reject()
    step = seen().steps[-1]
    assert (step.kind, step.note) == (StepKind.LETTER_REPRINTED, "หมึกเลอะ")
    assert seen().letters[0].sha256 == letter.sha256


def test_a_letter_is_corrected_under_its_number_and_its_earlier_version_is_read(
    page: CasePage, desk: Desk, seen: Seen, qtbot: QtBot
) -> None:
    (letter,) = seen().letters
    page.letters.deeds.correct(letter)
    mending = sheet(page, CorrectionDialog, qtbot)
    with qtbot.waitSignal(mending.view.shown):
        qtbot.waitUntil(lambda: "จึงเรียนมาเพื่อโปรดทราบ" in mending.form.body.text())
    assert "".join(pages_of(mending.view.pdf)).count("ศธ๐๔๙๙๙/๑") == 1
    assert not mending.form.kind.isEnabled()
    assert not mending.foot.keep.isVisible()
    mending.form.recipient.set_text("นางปราณี สุขใส")
    mending.issue()
    qtbot.waitUntil(lambda: "กรอก" in mending.reason.error)
    assert seen().versions == ()
    mending.reason.set_text("ชื่อผู้รับผิด")
    accepted(mending, mending.issue, qtbot)
    (after,) = seen().letters
    assert (after.number, after.recipient) == (letter.number, "นางปราณี สุขใส")
    assert after.sha256 != letter.sha256
    qtbot.waitUntil(lambda: "ชื่อผู้รับผิด" in told(page.letters))
    page.letters.deeds.show_version(after, 1)
    before = sheet(page, PaperDialog, qtbot)
    assert not before.print_button.isVisible()
    assert not before.save_button.isVisible()
    assert desk.reading.letter_version(BOSS, letter.id, 1) == before.view.pdf
    before.reject()


def test_a_correction_that_was_begun_is_parked_and_never_becomes_a_draft(
    page: CasePage, desk: Desk, seen: Seen, qtbot: QtBot
) -> None:
    (letter,) = seen().letters

    def opened() -> CorrectionDialog:
        page.letters.deeds.correct(letter)
        return sheet(page, CorrectionDialog, qtbot)

    mending = opened()
    mending.form.recipient.set_text("นางปราณี สุขใส")
    mending.reason.set_text("ชื่อผิด")
    mending.leave()
    assert not mending.isVisible()
    assert recover_letters(RecoverLetters(), desk, BOSS).count == 0
    assert (seen().letters[0], seen().proposals) == (letter, ())
    again = opened()
    assert (again.form.recipient.text(), again.reason.text()) == ("นางปราณี สุขใส", "ชื่อผิด")
    (notice,) = again.notices.findChildren(Notice)
    button = next(one for one in notice.findChildren(QPushButton) if one.text() == "เริ่มใหม่")
    button.click()
    assert (again.form.recipient.text(), again.reason.text()) == (letter.recipient, "")
    again.reject()
    anew = opened()
    assert anew.form.recipient.text() == letter.recipient
    anew.form.recipient.set_text("นางปราณี สุขใส")
    anew.reason.set_text("ชื่อผิด")
    accepted(anew, anew.issue, qtbot)
    assert seen().letters[0].recipient == "นางปราณี สุขใส"
    assert not desk.drafts.left(BOSS.person_id)


def test_a_correction_begun_to_a_letter_that_leaves_is_asked_about_and_becomes_a_draft(
    page: CasePage, desk: Desk, seen: Seen, qtbot: QtBot
) -> None:
    (letter,) = seen().letters
    page.letters.deeds.correct(letter)
    mending = sheet(page, CorrectionDialog, qtbot)
    mending.form.recipient.set_text("นางปราณี สุขใส")
    mending.reject()
    page.letters.deeds.ask(letter, DispatchSheet)
    leaving = sheet(page, DispatchSheet, qtbot)
    leaving.save()
    qtbot.waitUntil(lambda: "ยังไม่ได้พิมพ์" in leaving.dispatch.error)
    assert "แก้ไขที่พิมพ์ค้างไว้" in leaving.notices.shown()[0]
    assert seen().letters[0].status is LetterStatus.ISSUED
    accepted(leaving, leaving.save, qtbot)
    (draft,) = seen().proposals
    assert (draft.draft.recipient, draft.corrects_id) == ("นางปราณี สุขใส", letter.id)
    assert any("เก็บเป็นร่างแล้ว" in said for said in page.notices.shown())
    assert not desk.drafts.left(BOSS.person_id)


def test_a_correction_that_somebody_else_overtook_says_so(
    page: CasePage, desk: Desk, seen: Seen, qtbot: QtBot
) -> None:
    (letter,) = seen().letters
    page.letters.deeds.correct(letter)
    mending = sheet(page, CorrectionDialog, qtbot)
    mending.form.recipient.set_text("นางปราณี สุขใส")
    mending.reject()
    theirs = replace(acknowledgement_to(seen().id), recipient="นางปราณี สุขสม")
    correct_letter(CorrectLetter(letter.id, letter.sha256, theirs, "สะกดผิด"), desk, BOSS)
    page.refresh()
    qtbot.waitUntil(lambda: page.case == seen())
    page.letters.deeds.correct(seen().letters[0])
    again = sheet(page, CorrectionDialog, qtbot)
    assert any("มีผู้แก้หนังสือฉบับนี้" in said for said in again.notices.shown())
    assert again.form.recipient.text() == "นางปราณี สุขใส"
    again.reject()


def test_what_left_is_put_right_by_a_new_letter_that_cites_it(
    page: CasePage, desk: Desk, seen: Seen, qtbot: QtBot
) -> None:
    letter = sent(page, desk, seen, qtbot)
    page.letters.deeds.put_right(letter)
    writing = sheet(page, LetterDialog, qtbot)
    assert not writing.form.kind.isEnabled()
    assert "๑" in writing.windowTitle()
    assert writing.form.recipient.text() == letter.recipient
    assert "ที่ ศธ ๐๔๙๙๙/๑ ลงวันที่ ๑๕ กรกฎาคม ๒๕๖๙" in writing.form.references.text()
    assert writing.form.body.text().startswith("ตามหนังสือที่อ้างถึง")
    accepted(writing, writing.issue, qtbot)
    right = next(one for one in seen().letters if one.id != letter.id)
    assert right.corrects_id == letter.id
    assert right.number != letter.number
    qtbot.waitUntil(lambda: "แก้ไขโดยหนังสือ ศธ ๐๔๙๙๙/๒" in told(page.letters))
    assert "แก้ไขหนังสือ ศธ ๐๔๙๙๙/๑" in told(page.letters)


def test_copies_are_marked_and_are_not_printing_the_original(
    page: CasePage, seen: Seen, qtbot: QtBot
) -> None:
    (letter,) = seen().letters
    for text, marks in (
        ("สำเนา", ("สำเนา",)),
        ("สำเนาคู่ฉบับ", ("สำเนาคู่ฉบับ", "ร่างนางวิภานำทาง", "ตรวจ")),
    ):
        take(page, letter, text)
        paper = sheet(page, PaperDialog, qtbot)
        said = "".join(pages_of(paper.view.pdf))
        assert all(mark in said for mark in marks)
        assert paper.windowTitle().startswith(f"{text} หนังสือตอบรับ")
        paper.printed.emit()
        paper.reject()
    take(page, letter, "สำเนาถูกต้อง…")
    asking = sheet(page, CertifyDialog, qtbot)
    assert asking.person.value().name == BOSS.name
    asking.position.set_text("")
    asking.day.set_text("")
    asking.choose()
    assert asking.position.error
    assert asking.day.error
    asking.position.set_text("นิติกรชำนาญการ")
    asking.day.set_text("15/7/2569")
    accepted(asking, asking.choose, qtbot)
    paper = sheet(page, PaperDialog, qtbot)
    said = "".join(pages_of(paper.view.pdf))
    for mark in ("สำเนาถูกต้อง", "(นางวิภานำทาง)", "นิติกรชำนาญการ", "๑๕กรกฎาคม๒๕๖๙"):
        assert mark in said
    paper.reject()
    assert seen().letters[0].status is LetterStatus.ISSUED


def test_a_signed_scan_is_kept_with_its_letter(page: CasePage, seen: Seen, qtbot: QtBot) -> None:
    (letter,) = seen().letters
    page.letters.deeds.ask(letter, ScanSheet)
    scanning = sheet(page, ScanSheet, qtbot)
    scanning.files.put("ก.txt", b"x")
    scanning.save()
    qtbot.waitUntil(lambda: "PDF" in scanning.files.error)
    scanning.files.clear()
    scanning.files.put("ลงนาม.pdf", PDF)
    accepted(scanning, scanning.save, qtbot)
    qtbot.waitUntil(lambda: "ลงนาม.pdf" in told(page.letters))
    assert "ลงนาม.pdf" not in told(page.files)
    assert seen().files[0].letter_id == letter.id


def test_the_letter_that_answers_is_recorded_and_shown_both_ways(
    page: CasePage, desk: Desk, seen: Seen, qtbot: QtBot
) -> None:
    letter = sent(page, desk, seen, qtbot)
    page.letters.deeds.receive(letter)
    coming = sheet(page, IncomingSheet, qtbot)
    assert coming.answers.value() == letter.id
    assert coming.came_from.text() == letter.recipient
    coming.dated.set_text("30/2/2569")
    coming.save()
    assert coming.dated.error
    coming.dated.set_text("15/7/2569")
    coming.save()
    qtbot.waitUntil(lambda: "กรอก" in coming.subject.error)
    coming.number.set_text("ศธ ๐๔๐๕๖/๗")
    coming.subject.set_text("ขอบคุณ")
    coming.receipt.set_text("488")
    coming.files.put("ตอบ.pdf", PDF)
    accepted(coming, coming.save, qtbot)
    assert seen().letters[0].status is LetterStatus.ANSWERED
    both = ("ได้รับคำตอบ: นางปราณี สุขใจ", "ตอบหนังสือ ศธ ๐๔๙๙๙/๑", "เลขรับ ๔๘๘", "ตอบ.pdf")
    qtbot.waitUntil(lambda: all(text in told(page.letters) for text in both))


def test_what_answers_nothing_of_ours_is_recorded_from_the_card(
    page: CasePage, seen: Seen, qtbot: QtBot
) -> None:
    page.letters.incoming_button.click()
    coming = sheet(page, IncomingSheet, qtbot)
    assert coming.answers.value() is None
    coming.came_from.set_text("ศูนย์ดำรงธรรม")
    coming.subject.set_text("ขอทราบผล")
    accepted(coming, coming.save, qtbot)
    qtbot.waitUntil(lambda: "ศูนย์ดำรงธรรม" in told(page.letters))
    assert seen().incoming[0].answers_id is None


def test_a_letter_recorded_by_mistake_is_corrected_then_withdrawn(
    page: CasePage, desk: Desk, seen: Seen, qtbot: QtBot
) -> None:
    case_id = seen().id
    came = ReceiveLetter("in", case_id, "โรงเรียน ก", "ชี้แจง", desk.now())
    receive_letter(came, desk, BOSS)
    page.refresh()
    qtbot.waitUntil(lambda: page.case == seen())
    (incoming,) = seen().incoming
    page.letters.deeds.ask_of_incoming(incoming, CorrectIncomingSheet)
    mending = sheet(page, CorrectIncomingSheet, qtbot)
    assert mending.came_from.text() == "โรงเรียน ก"
    mending.came_from.set_text("โรงเรียน ข")
    mending.save()
    qtbot.waitUntil(lambda: "กรอก" in mending.reason.error)
    mending.reason.set_text("ผิดโรงเรียน")
    accepted(mending, mending.save, qtbot)
    qtbot.waitUntil(lambda: "โรงเรียน ข" in told(page.letters))
    (incoming,) = seen().incoming
    page.letters.deeds.ask_of_incoming(incoming, WithdrawIncomingSheet)
    withdrawing = sheet(page, WithdrawIncomingSheet, qtbot)
    withdrawing.reason.set_text("ของเรื่องอื่น")
    accepted(withdrawing, withdrawing.save, qtbot)
    qtbot.waitUntil(lambda: "ถอนการบันทึก: ของเรื่องอื่น" in told(page.letters))
    row = page.letters.findChildren(RecordRow)[-1]
    assert not row.findChildren(QPushButton)
