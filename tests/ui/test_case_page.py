"""The case page on a real register: what it shows, and the sheets that carry out acts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from clock import Clock
from office import form, signed_by
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.acts.noting import NoteStep, note
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.clocks import ClockKind, Verdict
from desktop.rules.complaint import PetitionerKind, Status
from desktop.rules.letters import LetterStatus
from desktop.rules.people import Actor, Role
from desktop.rules.thai.dates import official_date
from desktop.views import CaseView
from ui.dialogs.assign import AssignSheet
from ui.dialogs.case_sheets import AnswerSheet, CloseSheet, NoteSheet, OralSheet, ReferSheet
from ui.dialogs.correct import CorrectSheet
from ui.dialogs.dispatch import DispatchSheet
from ui.dialogs.letter import LetterDialog
from ui.dialogs.paper import PaperDialog
from ui.operations import Operations
from ui.pages.case.page import CasePage
from ui.telling import digits

BOSS = Actor(3, "นางวิภา นำทาง", frozenset({Role.SUPERVISOR, Role.CLERK, Role.OWNER}))
_D = TypeVar("_D", bound=QDialog)
Seen = Callable[[], CaseView]


@pytest.fixture
def case_id(desk: Desk, clerk: Actor, clock: Clock) -> int:
    made = form(clock.at - timedelta(minutes=5))
    return register(RegisterComplaint("k", made), desk, clerk).case_id


@pytest.fixture
def page(operations: Operations, desk: Desk, case_id: int, qtbot: QtBot) -> CasePage:
    operations.sign_in(BOSS)
    return opened(operations, desk, case_id, qtbot)


@pytest.fixture
def seen(desk: Desk, case_id: int) -> Seen:
    return lambda: desk.reading.case(BOSS, case_id)


def opened(operations: Operations, desk: Desk, case_id: int, qtbot: QtBot) -> CasePage:
    made = CasePage(operations, desk.reading.office(official_date(desk.now())))
    qtbot.addWidget(made)
    made.resize(1154, 686)
    made.show()
    made.show_case(case_id)
    qtbot.waitUntil(lambda: made.case is not None)
    return made


def sheet(page: QWidget, kind: type[_D], qtbot: QtBot) -> _D:
    qtbot.waitUntil(lambda: bool(page.findChildren(kind)))
    found = page.findChildren(kind)[-1]
    assert isinstance(found, kind)
    return found


def accepted(dialog: QDialog, act: Callable[[], object], qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.accepted):
        act()


def test_everything_of_a_case_is_on_its_page(page: CasePage) -> None:
    assert page.number.text() == "๑/๒๕๖๙"
    assert page.subject.text() == "อาคารเรียนหลังคารั่ว น้ำท่วมห้องเรียน"
    assert "นางปราณี สุขใจ" in page.line.text()
    assert "ยังไม่มี" in page.line.text()
    shown = "\n".join(part.text() for part in page.clocks.findChildren(QLabel))
    for words in ("ตอบรับ", "ตอบกลับ", "แล้วเสร็จ"):
        assert words in shown
    explaining = [part.text() for part in page.clocks.findChildren(QPushButton)]
    assert explaining == ["อธิบาย"] * 3
    assert page.veil.isHidden()
    assert page.letter_button.isEnabled()


def test_a_step_is_noted_and_an_empty_one_is_refused_at_its_field(
    page: CasePage, seen: Seen, qtbot: QtBot
) -> None:
    page.note_button.click()
    noting = sheet(page, NoteSheet, qtbot)
    noting.save()
    qtbot.waitUntil(lambda: "กรอก" in noting.text.error)
    noting.text.set_text("โทรถามโรงเรียนแล้ว <b>ไม่มีผู้รับ</b>")
    accepted(noting, noting.save, qtbot)
    assert seen().steps[-1].note == "โทรถามโรงเรียนแล้ว <b>ไม่มีผู้รับ</b>"


def test_an_owner_and_a_priority_are_set(page: CasePage, seen: Seen, qtbot: QtBot) -> None:
    page.assign_button.click()
    assigning = sheet(page, AssignSheet, qtbot)
    assigning.due_on.set_text("30 ก.พ. 2569")
    assigning.save()
    assert assigning.isVisible()
    assert assigning.due_on.error
    assigning.due_on.set_text("")
    assigning.owner.set_text("4")
    accepted(assigning, assigning.save, qtbot)
    assert seen().owner == "นายวิชัย ตั้งตรง"
    assert seen().status is Status.ASSIGNED
    qtbot.waitUntil(lambda: "นายวิชัย ตั้งตรง" in page.line.text())


def test_the_number_told_by_word_of_mouth_stops_its_clock(
    page: CasePage, seen: Seen, qtbot: QtBot
) -> None:
    page.oral_button.click()
    telling = sheet(page, OralSheet, qtbot)
    accepted(telling, telling.save, qtbot)
    clock = next(c for c in seen().clocks if c.kind is ClockKind.ACKNOWLEDGE)
    assert clock.verdict is Verdict.MET
    qtbot.waitUntil(page.oral_button.isHidden)


def test_a_letter_is_previewed_issued_and_handed_over(
    page: CasePage, seen: Seen, qtbot: QtBot
) -> None:
    page.letter_button.click()
    drafting = sheet(page, LetterDialog, qtbot)
    qtbot.waitUntil(lambda: "จึงเรียนมาเพื่อโปรดทราบ" in drafting.body.text())
    assert seen().letters == ()
    drafting.recipient.set_text("")
    drafting.issue()
    qtbot.waitUntil(lambda: bool(drafting.recipient.error))
    assert seen().letters == ()
    drafting.recipient.set_text("นางปราณี สุขใจ")
    accepted(drafting, drafting.issue, qtbot)
    (letter,) = seen().letters
    assert digits(letter.number) == "ศธ ๐๔๙๙๙/๑"
    assert letter.status is LetterStatus.ISSUED
    page._letter_left(letter)
    leaving = sheet(page, DispatchSheet, qtbot)
    accepted(leaving, leaving.save, qtbot)
    assert seen().letters[0].status is LetterStatus.SENT
    clock = next(c for c in seen().clocks if c.kind is ClockKind.ACKNOWLEDGE)
    assert clock.stopped_at is not None


def test_closing_asks_for_outcome_and_evidence_and_why_it_is_late(
    page: CasePage, seen: Seen, clock: Clock, qtbot: QtBot
) -> None:
    clock.pass_time(days=90)
    page.close_button.click()
    closing = sheet(page, CloseSheet, qtbot)
    assert closing.late_reason.isVisible()
    closing.save()
    qtbot.waitUntil(lambda: bool(closing.outcome.error))
    assert seen().status is not Status.CLOSED
    closing.outcome.combo.setCurrentIndex(1)
    closing.evidence.set_text("ภาพถ่ายหลังซ่อม")
    closing.late_reason.set_text("รองบประมาณ")
    accepted(closing, closing.save, qtbot)
    assert seen().status is Status.CLOSED
    assert seen().late_reason == "รองบประมาณ"
    qtbot.waitUntil(lambda: not page.close_button.isEnabled())
    assert page.close_button.toolTip()


def test_referring_needs_to_whom_number_and_day(page: CasePage, seen: Seen, qtbot: QtBot) -> None:
    page.refer_button.click()
    referring = sheet(page, ReferSheet, qtbot)
    referring.dated.set_text("15/7/2569")
    referring.save()
    qtbot.waitUntil(lambda: bool(referring.agency.error))
    referring.agency.set_text("องค์การบริหารส่วนตำบลมะขาม")
    referring.number.set_text("ศธ ๐๔๙๙๙/๙")
    accepted(referring, referring.save, qtbot)
    assert seen().status is Status.REFERRED


def test_a_case_is_corrected_and_its_petitioner_answered(
    page: CasePage, seen: Seen, qtbot: QtBot
) -> None:
    page.correct_button.click()
    correcting = sheet(page, CorrectSheet, qtbot)
    qtbot.waitUntil(correcting.isVisible)
    correcting.reject()
    page.answer_button.click()
    answering = sheet(page, AnswerSheet, qtbot)
    answering.text.set_text("แจ้งความคืบหน้าทางโทรศัพท์")
    accepted(answering, answering.save, qtbot)
    assert seen().steps[-1].kind is StepKind.ANSWERED


def test_a_file_is_attached_and_the_slip_is_shown(page: CasePage, seen: Seen, qtbot: QtBot) -> None:
    page.files.drop.added.emit("หลักฐาน.pdf", b"%PDF-1.4 x")
    qtbot.waitUntil(lambda: len(seen().files) == 1)
    page.slip_button.click()
    paper = sheet(page, PaperDialog, qtbot)
    assert "ใบรับเรื่อง ๑/๒๕๖๙" in paper.windowTitle()
    paper.reject()


def test_whoever_was_slower_is_told_and_loses_nothing(
    page: CasePage, desk: Desk, seen: Seen, qtbot: QtBot
) -> None:
    page.note_button.click()
    noting = sheet(page, NoteSheet, qtbot)
    noting.text.set_text("ของเรา")
    note(NoteStep(seen().id, "ของเขา"), desk, BOSS)
    accepted(noting, noting.save, qtbot)
    assert [step.note for step in seen().steps[-2:]] == ["ของเขา", "ของเรา"]


def test_what_a_role_may_not_do_says_so(
    operations: Operations, desk: Desk, case_id: int, qtbot: QtBot
) -> None:
    operations.sign_in(Actor(4, "นายวิชัย ตั้งตรง", frozenset({Role.OWNER})))
    page = opened(operations, desk, case_id, qtbot)
    assert not page.assign_button.isEnabled()
    assert page.assign_button.toolTip() == "สิทธิของคุณทำรายการนี้ไม่ได้"
    assert page.note_button.isEnabled()


def test_nobody_is_written_to_who_did_not_sign(
    operations: Operations, desk: Desk, clerk: Actor, clock: Clock, qtbot: QtBot
) -> None:
    made = replace(
        form(clock.at - timedelta(minutes=5)),
        petitioners=signed_by(kind=PetitionerKind.ANONYMOUS, first="", last=""),
    )
    case_id = register(RegisterComplaint("a", made), desk, clerk).case_id
    operations.sign_in(BOSS)
    page = opened(operations, desk, case_id, qtbot)
    assert not page.letter_button.isEnabled()
    assert not page.answer_button.isEnabled()
    assert page.line.text().startswith("(ไม่ระบุชื่อ)")


def test_a_restricted_case_is_refused_to_others_in_words(
    operations: Operations, desk: Desk, clerk: Actor, clock: Clock, qtbot: QtBot
) -> None:
    made = replace(form(clock.at - timedelta(minutes=5)), restricted=True)
    case_id = register(RegisterComplaint("r", made), desk, clerk).case_id
    operations.sign_in(Actor(4, "นายวิชัย ตั้งตรง", frozenset({Role.OWNER})))
    page = CasePage(operations, desk.reading.office(official_date(desk.now())))
    qtbot.addWidget(page)
    page.show_case(case_id)
    qtbot.waitUntil(lambda: told(page) != "")
    assert page.case is None


def test_a_copy_that_cannot_be_written_is_told(
    page: CasePage, seen: Seen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page.files.drop.added.emit("เสียง.mp3", b"ID3" + bytes(64))
    qtbot.waitUntil(lambda: len(seen().files) == 1)
    nowhere = str(tmp_path / "ไม่มีโฟลเดอร์นี้" / "เสียง.mp3")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (nowhere, ""))
    page.files.opened.emit(seen().files[0])
    qtbot.waitUntil(lambda: "เลือกที่เก็บอื่น" in told(page))


def told(page: CasePage) -> str:
    return "\n".join(part.text() for part in page.notices.findChildren(QLabel))
