"""The folder through real windows: drafts are kept, checked, sent back, signed and issued."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from unittest.mock import patch

import pypdf
import pytest
from clock import Clock
from office import FACTS, acknowledgement_to, form
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from windows import BOSS, accepted, drained, letters_page, opened, sheet, text_of, words

from desktop.acts.keeping_office import ChangeOffice, change_office
from desktop.acts.proposing import CheckDrafts, KeepDraft, check_drafts, keep_draft
from desktop.acts.registering import RegisterComplaint, register
from desktop.errors import Unavailable
from desktop.ports import Desk
from desktop.rules.letters import SPECS, Blank, LetterDraft, LetterKind, LetterSeries, LetterStatus
from desktop.rules.people import Actor, Role
from desktop.rules.proposing import ProposalMove, ProposalStep, Seen
from desktop.rules.thai.dates import official_date
from desktop.views import ProposalView, Shelf
from ui.actions import Act
from ui.counter import Counter
from ui.dialogs.letter import LetterDialog
from ui.dialogs.letter_sheets import DispatchSheet, NumberSheet
from ui.dialogs.paper import PaperDialog
from ui.dialogs.proposal_sheets import CheckSheet, DiscardSheet, SendBackSheet, SignSheet
from ui.notices import Notice
from ui.operations import Operations
from ui.pages.case.page import CasePage
from ui.pages.letters import LettersPage
from ui.pages.register_table.page import RegisterPage

ADMIN = Actor(1, "นายดูแล ระบบดี", frozenset({Role.ADMINISTRATOR}))
Only = Callable[[], ProposalView]


@pytest.fixture
def case_id(desk: Desk, clerk: Actor, clock: Clock) -> int:
    made = form(clock.at - timedelta(minutes=5))
    return register(RegisterComplaint("k", made), desk, clerk).case_id


@pytest.fixture
def page(operations: Operations, desk: Desk, case_id: int, qtbot: QtBot) -> CasePage:
    operations.sign_in(BOSS)
    return opened(operations, desk, case_id, qtbot)


@pytest.fixture
def only(desk: Desk) -> Only:
    """The one draft in the folder."""

    def found() -> ProposalView:
        (draft,) = desk.reading.proposals(BOSS)
        return draft

    return found


@pytest.fixture
def letters(operations: Operations, qtbot: QtBot) -> LettersPage:
    operations.sign_in(BOSS)
    return letters_page(operations, qtbot)


def kept(desk: Desk, draft: LetterDraft, key: str) -> int:
    return keep_draft(KeepDraft(key, draft), desk, BOSS).proposal_id


def shown(page: LettersPage, count: int, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.model.rowCount() == count)


def chosen(page: LettersPage, shelf: Shelf, count: int, qtbot: QtBot) -> None:
    """Go to a shelf and select all that lies there."""
    page.shelves.set_text(shelf.value)
    shown(page, count, qtbot)
    drained(page._operations, qtbot)
    page.table.selectAll()


def reopened(page: QWidget, do: Callable[[], object], qtbot: QtBot) -> LetterDialog:
    before = len(page.findChildren(LetterDialog))
    do()
    qtbot.waitUntil(lambda: len(page.findChildren(LetterDialog)) > before)
    dialog = page.findChildren(LetterDialog)[-1]
    assert isinstance(dialog, LetterDialog)
    return dialog


def write(dialog: LetterDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "ตามที่" in dialog.form.body.text())


def press(page: QWidget, text: str, qtbot: QtBot) -> None:
    """Press the one link or button of these words, once rows shown before are gone."""

    def found() -> list[QPushButton]:
        return [one for one in page.findChildren(QPushButton) if one.text() == text]

    qtbot.waitUntil(lambda: len(found()) == 1)
    found()[0].click()


def test_a_letter_goes_from_draft_to_issue_by_way_of_a_correction(
    page: CasePage, desk: Desk, only: Only, case_id: int, qtbot: QtBot
) -> None:
    writing = page.issue_letter()
    write(writing, qtbot)
    writing.form.kind.set_text(LetterKind.MORE_INFORMATION.value)
    writing.form.blanks[Blank.WANTED].set_text("สำเนาบัตร")
    accepted(writing, writing.foot.keep.click, qtbot)
    assert (only().step, only().begun_by) == (ProposalStep.DRAFT, BOSS.name)
    qtbot.waitUntil(lambda: words(page.letters, "ร่างโดย นางวิภา นำทาง", "เปิดร่าง"))
    assert any("เก็บร่างแล้ว" in said for said in page.notices.shown())

    press(page.letters, "ส่งกลับแก้…", qtbot)
    back = sheet(page, SendBackSheet, qtbot)
    back.save()
    qtbot.waitUntil(lambda: bool(back.wanted.error))
    back.wanted.set_text("เพิ่มวันนัด")
    accepted(back, back.save, qtbot)
    qtbot.waitUntil(lambda: words(page.letters, "ให้แก้ไข: เพิ่มวันนัด"))

    writing = reopened(page, lambda: press(page.letters, "เปิดร่าง", qtbot), qtbot)
    assert writing.notices.shown() == ["ให้แก้ไข: เพิ่มวันนัด"]
    assert writing.form.blanks[Blank.WANTED].text() == "สำเนาบัตร"
    writing.form.blanks[Blank.ANSWER_BY].set_text("๓๐ กรกฎาคม ๒๕๖๙")
    accepted(writing, writing.keep, qtbot)
    assert len(desk.reading.proposed_texts(BOSS, only().id)) == 2

    qtbot.waitUntil(lambda: page.case is not None and page.case.proposals == (only(),))
    press(page.letters, "ตรวจแล้ว…", qtbot)
    checking = sheet(page, CheckSheet, qtbot)
    assert checking.checked_by.value() == BOSS.person_id
    assert "นายดูแล ระบบดี" not in [
        checking.checked_by.combo.itemText(row) for row in range(checking.checked_by.combo.count())
    ]
    accepted(checking, checking.save, qtbot)
    qtbot.waitUntil(lambda: words(page.letters, "ตรวจโดย นางวิภา นำทาง"))
    assert "ออกหนังสือ\n" not in text_of(page.letters)

    press(page.letters, "ลงนามแล้ว…", qtbot)
    signing = sheet(page, SignSheet, qtbot)
    signing.signed_on.set_text("16/7/2569")
    signing.save()
    qtbot.waitUntil(lambda: bool(signing.signed_on.error))
    signing.signed_on.set_text("15/7/2569")
    accepted(signing, signing.save, qtbot)
    qtbot.waitUntil(lambda: words(page.letters, "ลงนาม ๑๕ ก.ค. ๖๙"))

    press(page.letters, "ออกหนังสือ", qtbot)
    qtbot.waitUntil(lambda: any("ศธ ๐๔๙๙๙/๑" in said for said in page.notices.shown()))
    (letter,) = desk.reading.case(BOSS, case_id).letters
    assert (letter.kind, letter.status) == (LetterKind.MORE_INFORMATION, LetterStatus.ISSUED)
    assert desk.reading.proposals(BOSS) == []
    assert words(page.timeline, "ส่งร่างกลับแก้ · ขอข้อมูลเพิ่มเติม", "เพิ่มวันนัด")


def test_closing_keeps_what_was_typed_and_offers_to_discard_it(
    page: CasePage, only: Only, desk: Desk, qtbot: QtBot
) -> None:
    writing = page.issue_letter()
    write(writing, qtbot)
    writing.form.body.set_text("คำของเราเอง")
    with qtbot.waitSignal(writing.accepted):
        QTest.keyClick(writing, Qt.Key.Key_Escape)
    assert only().draft.paragraphs == ("คำของเราเอง",)
    (notice,) = page.findChildren(Notice)
    notice.action.click()
    giving_up = sheet(page, DiscardSheet, qtbot)
    giving_up.save()
    qtbot.waitUntil(lambda: bool(giving_up.reason.error))
    giving_up.reason.set_text("ไม่ใช้แล้ว")
    accepted(giving_up, giving_up.save, qtbot)
    assert desk.reading.proposals(BOSS) == []
    qtbot.waitUntil(lambda: words(page.timeline, "ยกเลิกร่าง", "ไม่ใช้แล้ว"))


def test_looking_through_the_kinds_leaves_no_draft(
    page: CasePage, desk: Desk, qtbot: QtBot
) -> None:
    writing = page.issue_letter()
    write(writing, qtbot)
    for kind in (LetterKind.REFERRAL, LetterKind.MEMO, LetterKind.ACKNOWLEDGEMENT):
        writing.form.kind.set_text(kind.value)
    writing.form.finding.set_text("referred")
    with qtbot.waitSignal(writing.rejected):
        writing.foot.close_window.click()
    writing = page.issue_letter()
    writing.form.kind.set_text(LetterKind.REFERRAL.value)
    writing.form.recipient.set_text("เทศบาล")
    writing.form.kind.set_text(LetterKind.MEETING.value)
    accepted(writing, writing.foot.close_window.click, qtbot)
    assert len(desk.reading.proposals(BOSS)) == 1


def test_leaving_the_page_keeps_the_letter_in_hand(
    page: CasePage, only: Only, operations: Operations, qtbot: QtBot
) -> None:
    writing = page.issue_letter()
    write(writing, qtbot)
    writing.form.subject.set_text("เรื่องที่พิมพ์ค้าง")
    page.end()
    drained(operations, qtbot)
    assert only().draft.subject == "เรื่องที่พิมพ์ค้าง"


def test_every_field_comes_back_as_it_was_left(
    page: CasePage, desk: Desk, only: Only, case_id: int, qtbot: QtBot
) -> None:
    left = LetterDraft(
        case_id,
        LetterKind.EXPLANATION,
        "ผู้อำนวยการโรงเรียน",
        "กราบเรียน",
        1,
        {Blank.SUMMARY: "สรุป\nสองบรรทัด", Blank.WANTED: "คำชี้แจง", Blank.ANSWER_BY: "สิ้นเดือน"},
        subject="เรื่องของเรา",
        references=("ก", "ข"),
        enclosures=("ค", "ง"),
        copies_to="จ",
        paragraphs=("ย่อหน้า ๑", "ย่อหน้า ๒"),
    )
    kept(desk, left, "draft")
    writing = reopened(page, lambda: page.letters.folder.reopen(only()), qtbot)
    assert writing.form.draft() == left
    with qtbot.waitSignal(writing.view.shown):
        pass
    assert writing.form.draft() == left
    with qtbot.waitSignal(writing.rejected):
        writing.reject()
    assert only().version == 1


def test_whoever_was_slower_may_keep_theirs_apart(
    page: CasePage, desk: Desk, only: Only, case_id: int, qtbot: QtBot
) -> None:
    draft = acknowledgement_to(case_id)
    kept(desk, draft, "draft")
    writing = reopened(page, lambda: page.letters.folder.reopen(only()), qtbot)
    keep_draft(KeepDraft("theirs", replace(draft, subject="ของเขา"), only().seen), desk, BOSS)
    writing.form.subject.set_text("ของฉัน")
    writing.reject()
    qtbot.waitUntil(lambda: bool(writing.notices.shown()))
    assert "มีผู้อื่นแก้ร่างนี้ก่อนแล้ว" in writing.notices.shown()[-1]
    accepted(writing, lambda: press(writing, "เก็บเป็นอีกร่างหนึ่ง", qtbot), qtbot)
    assert {one.draft.subject for one in desk.reading.proposals(BOSS)} == {"ของเขา", "ของฉัน"}


def test_a_machine_that_keeps_nothing_says_so_and_lets_the_clerk_go(
    page: CasePage, desk: Desk, qtbot: QtBot
) -> None:
    writing = page.issue_letter()
    write(writing, qtbot)
    writing.form.subject.set_text("พิมพ์แล้ว")
    with patch("desktop.acts.proposing.cleaned", side_effect=Unavailable("disk full")):
        writing.reject()
        qtbot.waitUntil(lambda: len(writing.notices.shown()) == 2)
    assert "อยู่ในเครื่องนี้" in writing.notices.shown()[-1]
    assert writing.form.subject.text() == "พิมพ์แล้ว"
    with qtbot.waitSignal(writing.rejected):
        writing.reject()
    assert desk.reading.proposals(BOSS) == []
    recovered(page._operations, desk, qtbot)
    (draft,) = desk.reading.proposals(BOSS)
    assert draft.draft.subject == "พิมพ์แล้ว"


def recovered(operations: Operations, desk: Desk, qtbot: QtBot) -> None:
    """Sign in again and wait until the counter has told what it found."""
    counter = Counter(operations, desk.reading.office(official_date(desk.now())))
    qtbot.addWidget(counter)
    counter.show()
    register_page = counter.page(Act.REGISTER)
    assert isinstance(register_page, RegisterPage)
    qtbot.waitUntil(lambda: bool(register_page.notices.shown()))
    assert register_page.notices.shown() == ["เก็บหนังสือที่พิมพ์ค้างไว้เป็นร่างแล้ว ๑ ฉบับ"]
    assert list(desk.drafts.left(BOSS.person_id)) == []
    counter.leave()


def test_every_keystroke_is_on_this_computer_until_it_is_kept(
    page: CasePage, desk: Desk, only: Only, qtbot: QtBot
) -> None:
    writing = page.issue_letter()
    write(writing, qtbot)
    writing.form.body.set_text("พิมพ์ค้าง")
    qtbot.waitUntil(lambda: len(desk.drafts.left(BOSS.person_id)) == 1)
    # As after a power cut: nothing of the window is left but what the computer holds.
    writing.deleteLater()
    qtbot.waitUntil(lambda: not isValid(writing))
    recovered(page._operations, desk, qtbot)
    assert only().draft.paragraphs == ("พิมพ์ค้าง",)


def test_nothing_stays_on_this_computer_of_what_is_kept_or_taken_back(
    page: CasePage, desk: Desk, qtbot: QtBot
) -> None:
    def held() -> int:
        return len(desk.drafts.left(BOSS.person_id))

    writing = page.issue_letter()
    write(writing, qtbot)
    writing.form.copies.set_text("ก")
    qtbot.waitUntil(lambda: held() == 1)
    writing.form.copies.set_text("")
    qtbot.waitUntil(lambda: held() == 0)
    writing.form.copies.set_text("ข")
    accepted(writing, writing.keep, qtbot)
    qtbot.waitUntil(lambda: held() == 0)
    writing = page.issue_letter()
    write(writing, qtbot)
    writing.form.copies.set_text("ค")
    accepted(writing, writing.issue, qtbot)
    qtbot.waitUntil(lambda: held() == 0)


def test_changed_words_of_a_checked_draft_are_not_issued_but_become_a_draft_again(
    page: CasePage, desk: Desk, only: Only, case_id: int, qtbot: QtBot
) -> None:
    kept(desk, acknowledgement_to(case_id), "draft")
    check_drafts(CheckDrafts((only().seen,)), desk, BOSS)
    writing = reopened(page, lambda: page.letters.folder.reopen(only()), qtbot)
    assert writing.notices.shown() == ["ร่างนี้ “ตรวจแล้ว” ถ้าแก้ข้อความจะกลับเป็นร่าง ต้องตรวจและลงนามใหม่"]
    writing.form.recipient.set_text("นางอื่น")
    writing.issue()
    qtbot.waitUntil(lambda: any("ไม่ตรงกับที่ตรวจ" in said for said in writing.notices.shown()))
    assert only().step is ProposalStep.CHECKED
    accepted(writing, writing.keep, qtbot)
    assert (only().step, only().checked_by) == (ProposalStep.DRAFT, "")


def test_a_kept_draft_is_issued_from_its_dialog_with_what_was_typed_last(
    page: CasePage, desk: Desk, only: Only, case_id: int, qtbot: QtBot
) -> None:
    kept(desk, acknowledgement_to(case_id), "draft")
    writing = reopened(page, lambda: page.letters.folder.reopen(only()), qtbot)
    writing.form.recipient.set_text("นางปราณี สุขใจดี")
    accepted(writing, writing.issue, qtbot)
    (letter,) = desk.reading.case(BOSS, case_id).letters
    assert letter.recipient == "นางปราณี สุขใจดี"
    assert desk.reading.proposals(BOSS) == []


def test_earlier_versions_are_looked_at_beside_the_one_in_hand(
    page: CasePage, desk: Desk, only: Only, case_id: int, qtbot: QtBot
) -> None:
    draft = replace(acknowledgement_to(case_id), subject="ฉบับแรก")
    kept(desk, draft, "draft")
    keep_draft(KeepDraft("k2", replace(draft, subject="ฉบับหลัง"), only().seen), desk, BOSS)
    writing = reopened(page, lambda: page.letters.folder.reopen(only()), qtbot)
    qtbot.waitUntil(writing.versions.isVisible)

    def says(subject: str) -> bool:
        # The text layer may hold a mark apart from its letter.
        pdf = writing.view.pdf
        assert isinstance(pdf, bytes)
        return bool(pdf) and subject in "".join(page_text(pdf).split())

    qtbot.waitUntil(lambda: says("ฉบับหลัง"))
    writing.versions.set_text("1")
    qtbot.waitUntil(lambda: says("ฉบับแรก"))
    assert writing.form.subject.text() == "ฉบับหลัง"
    writing.form.copies.set_text("โรงเรียน")
    assert writing.versions.text() == ""
    qtbot.waitUntil(lambda: says("ฉบับหลัง"))
    accepted(writing, writing.keep, qtbot)


def page_text(pdf: bytes) -> str:
    return pypdf.PdfReader(BytesIO(pdf)).pages[0].extract_text()


def test_the_folder_comes_back_and_many_are_signed_and_issued_at_once(
    letters: LettersPage, desk: Desk, case_id: int, qtbot: QtBot
) -> None:
    for key in ("a", "b", "c"):
        kept(desk, replace(acknowledgement_to(case_id), subject=key), key)
    letters.refresh()
    shown(letters, 3, qtbot)
    assert not letters.moves[ProposalMove.CHECK].isEnabled()
    chosen(letters, Shelf.DRAFT, 3, qtbot)
    assert not letters.moves[ProposalMove.SIGN].isEnabled()
    assert not letters.moves[ProposalMove.SEND_BACK].isEnabled()
    letters.moves[ProposalMove.CHECK].click()
    checking = sheet(letters, CheckSheet, qtbot)
    accepted(checking, checking.save, qtbot)
    chosen(letters, Shelf.CHECKED, 3, qtbot)
    letters.moves[ProposalMove.SIGN].click()
    signing = sheet(letters, SignSheet, qtbot)
    signing.signed_on.set_day(date(2026, 7, 14))
    accepted(signing, signing.save, qtbot)
    assert {one.signed_on for one in desk.reading.proposals(BOSS)} == {date(2026, 7, 14)}
    chosen(letters, Shelf.SIGNED, 3, qtbot)
    letters.moves[ProposalMove.ISSUE].click()
    qtbot.waitUntil(lambda: bool(letters.notices.shown()))
    (said,) = letters.notices.shown()
    assert all(f"ศธ ๐๔๙๙๙/{digit}" in said for digit in "๑๒๓")
    chosen(letters, Shelf.SENDING, 3, qtbot)
    assert not letters.sent_button.isEnabled()
    letters.table.selectRow(0)
    letters.sent_button.click()
    leaving = sheet(letters, DispatchSheet, qtbot)
    leaving.save()
    qtbot.waitUntil(lambda: bool(leaving.dispatch.error))
    accepted(leaving, leaving.save, qtbot)
    shown(letters, 2, qtbot)
    letters.shelves.set_text(Shelf.ALL.value)
    shown(letters, 3, qtbot)


def test_the_first_that_is_not_complete_stops_the_issuing_and_is_opened(
    letters: LettersPage, desk: Desk, case_id: int, qtbot: QtBot
) -> None:
    whole = acknowledgement_to(case_id)
    for key, draft in (("whole", whole), ("bare", replace(whole, blanks={}))):
        at = Seen(kept(desk, draft, key), 1)
        check_drafts(CheckDrafts((at,)), desk, BOSS)
    letters.refresh()
    chosen(letters, Shelf.CHECKED, 2, qtbot)
    letters.moves[ProposalMove.SIGN].click()
    signing = sheet(letters, SignSheet, qtbot)
    accepted(signing, signing.save, qtbot)
    chosen(letters, Shelf.SIGNED, 2, qtbot)
    letters.moves[ProposalMove.ISSUE].click()
    qtbot.waitUntil(lambda: bool(letters.notices.shown()))
    assert "กรอก" in letters.notices.shown()[0]
    assert len(desk.reading.proposals(BOSS)) == 2
    writing = reopened(letters, lambda: press(letters, "เปิดร่าง", qtbot), qtbot)
    writing.reject()


def test_a_draft_that_tells_who_the_petitioner_is_is_opened_for_its_reason_when_checked(
    letters: LettersPage, desk: Desk, case_id: int, qtbot: QtBot
) -> None:
    telling = replace(
        acknowledgement_to(case_id),
        kind=LetterKind.EXPLANATION,
        recipient="โรงเรียนบ้านตัวอย่าง",
        blanks=dict.fromkeys(SPECS[LetterKind.EXPLANATION].blanks, "ชี้แจง"),
        enclosures=("สำเนาคำร้องของนางปราณี สุขใจ",),
    )
    kept(desk, acknowledgement_to(case_id), "whole")
    kept(desk, telling, "telling")
    letters.refresh()
    chosen(letters, Shelf.DRAFT, 2, qtbot)
    letters.moves[ProposalMove.CHECK].click()
    checking = sheet(letters, CheckSheet, qtbot)
    checking.save()
    qtbot.waitUntil(lambda: bool(letters.notices.shown()))
    assert "โรงเรียนบ้านตัวอย่าง" in letters.notices.shown()[0]
    assert "ปราณี" in letters.notices.shown()[0]
    writing = reopened(letters, lambda: press(letters, "เปิดร่าง", qtbot), qtbot)
    assert writing.form.identity_reason.isVisible()
    writing.reject()


def test_a_central_letter_waits_on_its_shelf_for_the_number(
    letters: LettersPage, desk: Desk, only: Only, case_id: int, qtbot: QtBot
) -> None:
    change_office(ChangeOffice(replace(FACTS, letter_series=LetterSeries.CENTRAL)), desk, ADMIN)
    kept(desk, acknowledgement_to(case_id), "draft")
    check_drafts(CheckDrafts((only().seen,)), desk, BOSS)
    letters.refresh()
    chosen(letters, Shelf.CHECKED, 1, qtbot)
    letters.moves[ProposalMove.SIGN].click()
    signing = sheet(letters, SignSheet, qtbot)
    accepted(signing, signing.save, qtbot)
    chosen(letters, Shelf.SIGNED, 1, qtbot)
    letters.moves[ProposalMove.ISSUE].click()
    qtbot.waitUntil(lambda: letters.notices.shown() == ["จัดทำหนังสือแล้ว เลขลงภายหลัง"])
    chosen(letters, Shelf.NUMBER, 1, qtbot)
    letters.number_button.click()
    numbering = sheet(letters, NumberSheet, qtbot)
    assert numbering.told.text() == "หนังสือตอบรับการรับเรื่อง · นางปราณี สุขใจ"
    numbering.running.set_text("๘๑๒")
    accepted(numbering, numbering.save, qtbot)
    chosen(letters, Shelf.SENDING, 1, qtbot)
    assert letters.model.index(0, 0).data() == "ศธ ๐๔๙๙๙/๘๑๒"


def test_the_folder_is_printed_as_one_paper_without_number_and_day(
    letters: LettersPage, desk: Desk, case_id: int, qtbot: QtBot
) -> None:
    for key in ("a", "b"):
        kept(desk, replace(acknowledgement_to(case_id), subject=f"เรื่อง{key}"), key)
    letters.refresh()
    chosen(letters, Shelf.DRAFT, 2, qtbot)
    letters.show_button.click()
    paper = sheet(letters, PaperDialog, qtbot)
    assert paper.windowTitle() == "ร่างเสนอลงนาม ๒ ฉบับ"
    assert isinstance(paper._paper.pdf, bytes)
    pages = [one.extract_text() for one in pypdf.PdfReader(BytesIO(paper._paper.pdf)).pages]
    assert len(pages) == 2
    assert not any("ร่าง" in text for text in pages)
    assert all("๐๔๙๙๙/" in text and "๐๔๙๙๙/๑" not in text for text in pages)
    with qtbot.waitSignal(paper.destroyed):
        paper.reject()
    letters.table.selectRow(0)
    letters.show_button.click()
    alone = sheet(letters, PaperDialog, qtbot)
    assert alone.windowTitle().startswith("ร่าง หนังสือตอบรับ")
    alone.reject()


def test_what_is_selected_stays_selected_when_another_desk_changes_something(
    letters: LettersPage, desk: Desk, case_id: int, qtbot: QtBot
) -> None:
    first = kept(desk, acknowledgement_to(case_id), "a")
    letters.refresh()
    chosen(letters, Shelf.WORK, 1, qtbot)
    kept(desk, acknowledgement_to(case_id), "b")
    letters.refresh()
    shown(letters, 2, qtbot)
    assert [line.id for line in letters.selected()] == [first]
    assert letters.moves[ProposalMove.CHECK].isEnabled()
    writing = reopened(
        letters, lambda: letters.table.activated.emit(letters.model.index(1, 0)), qtbot
    )
    assert writing.keeping.kept is not None
    assert writing.keeping.kept.id == first
    writing.reject()


def test_whoever_issues_no_letters_reads_the_list_only(
    letters: LettersPage, desk: Desk, operations: Operations, case_id: int, qtbot: QtBot
) -> None:
    kept(desk, acknowledgement_to(case_id), "a")
    operations.sign_in(Actor(3, "นางวิภา นำทาง", frozenset({Role.SECRET_REGISTRAR})))
    letters.arrive()
    shown(letters, 1, qtbot)
    assert not any(part.isVisible() for part in letters.moves.values())
    with qtbot.waitSignal(letters.opened) as opening:
        letters.table.activated.emit(letters.model.index(0, 0))
    assert opening.args == [case_id]


def test_a_draft_with_nobody_to_sign_is_not_printed(
    letters: LettersPage, desk: Desk, case_id: int, qtbot: QtBot
) -> None:
    kept(desk, replace(acknowledgement_to(case_id), signatory_id=0), "a")
    letters.refresh()
    chosen(letters, Shelf.DRAFT, 1, qtbot)
    letters.show_button.click()
    qtbot.waitUntil(lambda: any("ผู้ลงนาม" in said for said in letters.notices.shown()))
    assert not letters.findChildren(PaperDialog)


def test_a_circular_is_named_by_its_first_recipient(
    letters: LettersPage, desk: Desk, case_id: int, qtbot: QtBot
) -> None:
    to = "โรงเรียนหนึ่ง\nโรงเรียนสอง\nโรงเรียนสาม"
    kept(desk, LetterDraft(case_id, LetterKind.MEETING, to, "เรียน", 1), "a")
    letters.refresh()
    chosen(letters, Shelf.DRAFT, 1, qtbot)
    letters.moves[ProposalMove.CHECK].click()
    checking = sheet(letters, CheckSheet, qtbot)
    assert words(checking, "โรงเรียนหนึ่ง และอีก ๒")
    assert not words(checking, "โรงเรียนสอง")
    accepted(checking, checking.save, qtbot)


def test_a_sheet_of_many_drafts_names_some_and_counts_the_others(
    letters: LettersPage, desk: Desk, case_id: int, qtbot: QtBot
) -> None:
    for number in range(10):
        kept(desk, acknowledgement_to(case_id), f"draft {number}")
    letters.refresh()
    chosen(letters, Shelf.DRAFT, 10, qtbot)
    letters.moves[ProposalMove.CHECK].click()
    checking = sheet(letters, CheckSheet, qtbot)
    assert words(checking, "และอีก ๒ ฉบับ")
    checking.reject()


def test_the_list_has_room_for_each_heading_and_for_a_whole_number(letters: LettersPage) -> None:
    table, across = letters.table, letters.table.horizontalHeader()
    for place in range(letters.model.columnCount()):
        assert across.sectionSizeHint(place) <= across.sectionSize(place)
    number = table.fontMetrics().horizontalAdvance("ศธ ๐๔๙๙๙/ว ๑๒๓")
    assert number + 16 <= table.columnWidth(0)
