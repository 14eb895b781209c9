"""The case page on a real register: what it shows, and the sheets that carry out acts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from clock import Clock
from office import acknowledgement_to, form, signed_by
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from windows import BOSS, accepted, drained, opened, sheet, text_of, words

from desktop.acts.assigning import AssignCases, assign
from desktop.acts.corresponding import IssueLetter, issue
from desktop.acts.noting import NoteStep, note
from desktop.acts.registering import RegisterComplaint, register
from desktop.errors import Unavailable
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.clocks import ClockKind, Verdict
from desktop.rules.complaint import PetitionerKind, Status
from desktop.rules.letters import SPECS, Audience, Dispatch, LetterKind, LetterStatus
from desktop.rules.people import Actor, Role
from desktop.rules.priority import Priority
from desktop.rules.thai.dates import official_date
from desktop.views import CaseView
from ui.dialogs.assign import AssignSheet
from ui.dialogs.case_sheets import AnswerSheet, CloseSheet, NoteSheet, OralSheet, ReferSheet
from ui.dialogs.correct import CorrectSheet
from ui.dialogs.letter import LetterDialog
from ui.dialogs.letter_fields import kinds_for
from ui.dialogs.letter_sheets import DispatchSheet
from ui.dialogs.paper import PaperDialog
from ui.notices import Notice
from ui.operations import Operations
from ui.pages.case.page import CasePage
from ui.telling import digits

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


def test_everything_of_a_case_is_on_its_page(page: CasePage) -> None:
    assert page.number.text() == "๑/๒๕๖๙"
    assert page.subject.text() == "อาคารเรียนหลังคารั่ว น้ำท่วมห้องเรียน"
    assert "นางปราณี สุขใจ" in page.line.text()
    assert "ยังไม่มี" in page.line.text()
    assert words(page.clocks, "ตอบรับ", "ตอบกลับ", "แล้วเสร็จ")
    assert words(page.facts, "น้ำเข้าห้องเรียน", "๐๘ ๑๒๓๔ ๕๖๗๘", "จันทบุรี")
    assert words(page.timeline, "รับเรื่อง", "นางสาวสมหญิง ใจดี")
    assert words(page.letters, "ยังไม่มีหนังสือ")
    assert page.veil.isHidden()
    assert page.letter_button.isEnabled()


def test_a_due_date_is_explained_day_by_day_on_request(page: CasePage, qtbot: QtBot) -> None:
    explaining = [part for part in page.clocks.findChildren(QPushButton) if part.isVisible()]
    assert [part.text() for part in explaining] == ["อธิบาย"] * 3
    before = text_of(page.clocks)
    explaining[0].click()
    assert words(page.clocks, "วันที่รับเรื่อง ไม่นับ", "พฤ. ๑๖ ก.ค. ๒๕๖๙", "ครบกำหนด")
    explaining[0].click()
    qtbot.waitUntil(lambda: text_of(page.clocks) == before)


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
    qtbot.waitUntil(lambda: words(page.timeline, "โทรถามโรงเรียนแล้ว <b>ไม่มีผู้รับ</b>"))


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
    with qtbot.waitSignal(drafting.view.shown) as shown:
        qtbot.waitUntil(lambda: "จึงเรียนมาเพื่อโปรดทราบ" in drafting.form.body.text())
    assert shown.args == [1]
    assert isinstance(drafting.view.pdf, bytes)
    assert drafting.view.pdf.startswith(b"%PDF")
    assert seen().letters == ()
    drafting.form.recipient.set_text("")
    drafting.issue()
    qtbot.waitUntil(lambda: bool(drafting.form.recipient.error))
    assert seen().letters == ()
    drafting.form.recipient.set_text("นางปราณี สุขใจ")
    told: list[str] = []
    for kind in (LetterKind.MEMO, LetterKind.COMMITTEE, LetterKind.ACKNOWLEDGEMENT):
        drafting.form.kind.set_text(kind.value)
        told.append(drafting.foot.finish.text())
    assert told == ["จัดทำเพื่อเสนอลงนาม", "จัดทำเพื่อเสนอลงนาม", "ออกเลขและออกหนังสือ"]
    accepted(drafting, drafting.issue, qtbot)
    (letter,) = seen().letters
    assert digits(letter.number) == "ศธ ๐๔๙๙๙/๑"
    assert letter.status is LetterStatus.ISSUED
    page.letters.deeds.ask(letter, DispatchSheet)
    leaving = sheet(page, DispatchSheet, qtbot)
    leaving.save()
    qtbot.waitUntil(lambda: "ยังไม่ได้พิมพ์" in leaving.dispatch.error)
    assert seen().letters[0].status is LetterStatus.ISSUED
    leaving.dispatch.set_text(Dispatch.EMAIL.value)
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
    assert referring.number.text() == ""
    referring.dated.set_text("15/7/2569")
    referring.save()
    qtbot.waitUntil(lambda: bool(referring.agency.error))
    referring.agency.set_text("องค์การบริหารส่วนตำบลมะขาม")
    referring.number.set_text("ศธ ๐๔๙๙๙/๙")
    accepted(referring, referring.save, qtbot)
    assert seen().status is Status.REFERRED


def test_a_petitioner_is_answered(page: CasePage, seen: Seen, qtbot: QtBot) -> None:
    page.answer_button.click()
    answering = sheet(page, AnswerSheet, qtbot)
    answering.told_at.date.set_text("")
    answering.save()
    assert "กรอก" in answering.told_at.date.error
    answering.told_at.date.set_text("15/7/2569")
    answering.text.set_text("แจ้งความคืบหน้าทางโทรศัพท์")
    accepted(answering, answering.save, qtbot)
    assert seen().steps[-1].kind is StepKind.ANSWERED


def correcting(page: CasePage, qtbot: QtBot) -> CorrectSheet:
    page.correct_button.click()
    made = sheet(page, CorrectSheet, qtbot)
    qtbot.waitUntil(lambda: made.form.answers()["matter.subject"] != "")
    return made


def test_a_case_is_corrected_with_a_reason(page: CasePage, seen: Seen, qtbot: QtBot) -> None:
    mending = correcting(page, qtbot)
    subject = mending.form.sheet.field("matter.subject")
    subject.set_text("")
    mending.reason.set_text("ผู้ร้องแจ้งแก้")
    mending.save()
    qtbot.waitUntil(lambda: "กรอก" in subject.error)
    subject.set_text("อาคารเรียนหลังคารั่วสองหลัง")
    mending.reason.set_text(" ")
    mending.save()
    qtbot.waitUntil(lambda: "กรอก" in mending.reason.error)
    assert seen().matter.subject == "อาคารเรียนหลังคารั่ว น้ำท่วมห้องเรียน"
    mending.reason.set_text("ผู้ร้องแจ้งแก้")
    accepted(mending, mending.save, qtbot)
    assert seen().matter == replace(seen().matter, subject="อาคารเรียนหลังคารั่วสองหลัง")
    assert str(seen().number) == "1/2569"
    assert seen().steps[-1].note == "ผู้ร้องแจ้งแก้"
    qtbot.waitUntil(lambda: page.subject.text() == "อาคารเรียนหลังคารั่วสองหลัง")


def test_whoever_was_slower_is_told_and_what_was_typed_stays(
    page: CasePage, desk: Desk, seen: Seen, qtbot: QtBot
) -> None:
    mending = correcting(page, qtbot)
    note(NoteStep(seen().id, "ของเขา"), desk, BOSS)
    assign(AssignCases((seen().id,), priority=Priority.URGENT, owner_id=4), desk, BOSS)
    mending.form.sheet.field("matter.subject").set_text("ของเรา")
    mending.reason.set_text("แก้")
    mending.save()
    qtbot.waitUntil(lambda: any("ก่อน" in said for said in mending.notices.shown()))
    assert mending.isVisible()
    assert mending.primary.isEnabled()
    assert mending.form.answers()["matter.subject"] == "ของเรา"
    assert seen().matter.subject == "อาคารเรียนหลังคารั่ว น้ำท่วมห้องเรียน"


def test_a_file_is_attached_and_the_slip_is_shown(page: CasePage, seen: Seen, qtbot: QtBot) -> None:
    page.files.drop.added.emit("หลักฐาน.pdf", b"%PDF-1.4 x")
    qtbot.waitUntil(lambda: len(seen().files) == 1)
    page.slip_button.click()
    paper = sheet(page, PaperDialog, qtbot)
    assert "ใบรับเรื่อง ๑/๒๕๖๙" in paper.windowTitle()
    paper.reject()


def test_nothing_is_offered_of_a_complaint_that_is_still_being_read(
    operations: Operations, desk: Desk, case_id: int, qtbot: QtBot
) -> None:
    page = CasePage(operations, desk.reading.office(official_date(desk.now())))
    qtbot.addWidget(page)
    page.show()
    page.show_case(case_id)
    acts = [one for one in page.findChildren(QPushButton) if one is not page.back]
    assert [one.text() for one in acts if one.isVisible() and one.isEnabled()] == []
    qtbot.waitUntil(lambda: page.case is not None)
    assert page.facts.declare_button.isVisible()


def test_two_who_note_at_once_are_both_heard(
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
    assert not page.answer_button.isEnabled()
    dialog = page.issue_letter()
    others = [k for k, spec in SPECS.items() if spec.audience is not Audience.PETITIONER]
    assert kinds_for(dialog.form.case) == others
    assert dialog.form.kind.combo.count() == len(others)
    dialog.reject()
    assert page.line.text().startswith("(ไม่ระบุชื่อ)")


def test_a_restricted_case_is_refused_to_others_in_words(
    operations: Operations, desk: Desk, clerk: Actor, clock: Clock, qtbot: QtBot
) -> None:
    made = replace(form(clock.at - timedelta(minutes=5)), restricted=True)
    case_id = register(RegisterComplaint("r", made), desk, clerk).case_id
    operations.sign_in(Actor(4, "นายวิชัย ตั้งตรง", frozenset({Role.OWNER})))
    open_one = register(RegisterComplaint("o", form(clock.at)), desk, clerk).case_id
    page = opened(operations, desk, open_one, qtbot)
    assert page.subject.isVisible()
    page.show_case(case_id)
    qtbot.waitUntil(lambda: "สิทธิ" in told(page) or "ปกปิด" in told(page))
    assert page.case is None
    assert not page.subject.isVisible()
    assert not page.files.drop.isVisible()
    page.show_case(open_one)
    qtbot.waitUntil(page.subject.isVisible)


def test_an_act_goes_to_the_complaint_on_screen(
    page: CasePage, desk: Desk, clerk: Actor, clock: Clock, seen: Seen, qtbot: QtBot
) -> None:
    other = register(RegisterComplaint("o", form(clock.at)), desk, clerk).case_id
    page.show_case(other)
    page.files.drop.put("แผนที่.txt", b"x")
    qtbot.waitUntil(lambda: page.case is not None and page.case.id == other)
    qtbot.waitUntil(lambda: len(seen().files) == 1)
    assert desk.reading.case(BOSS, other).files == ()


def test_a_copy_that_cannot_be_written_is_told(
    page: CasePage, seen: Seen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page.files.drop.added.emit("เสียง.mp3", b"ID3" + bytes(64))
    qtbot.waitUntil(lambda: len(seen().files) == 1)
    nowhere = str(tmp_path / "ไม่มีโฟลเดอร์นี้" / "เสียง.mp3")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (nowhere, ""))
    page.files.open(seen().files[0])
    viewer = page.files.viewer
    qtbot.waitUntil(lambda: "เสียง.mp3" in viewer.said.text())
    viewer.copy_button.click()
    assert "เลือกที่เก็บอื่น" in viewer.notices.shown()[0]


def test_a_file_that_is_refused_is_told_where_it_was_dropped(
    page: CasePage, seen: Seen, qtbot: QtBot
) -> None:
    drop = page.files.drop
    assert not drop.put("ว่าง.pdf", b"")
    assert "ว่าง.pdf" in drop.error
    # A file that shrank between the drop and the writing is refused by the act itself.
    drop.added.emit("หด.pdf", b"")
    qtbot.waitUntil(lambda: "หด.pdf" in drop.error)
    assert seen().files == ()


def test_a_file_that_could_not_be_kept_is_not_taken_for_kept_and_is_tried_again(
    page: CasePage, seen: Seen, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def full(*_anything: object) -> None:
        raise Unavailable("disk full")

    with monkeypatch.context() as broken:
        broken.setattr("ui.pages.case.files.attach", full)
        page.files.drop.put("ภาพ.txt", b"x")
        qtbot.waitUntil(lambda: "ภาพ.txt" in told(page))
    assert "disk full" in told(page)
    assert page.files.drop.files() == ()
    page.notices.findChildren(Notice)[0].action.click()
    qtbot.waitUntil(lambda: [file.name for file in seen().files] == ["ภาพ.txt"])
    qtbot.waitUntil(lambda: [one.name for one in page.files.list.files()] == ["ภาพ.txt"])


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.SUPERVISOR, LetterStatus.PRINTED),
        (Role.SECRET_REGISTRAR, LetterStatus.ISSUED),
    ],
)
def test_whoever_may_read_a_letter_may_save_it(
    operations: Operations,
    desk: Desk,
    case_id: int,
    tmp_path: Path,
    qtbot: QtBot,
    role: Role,
    status: LetterStatus,
) -> None:
    draft = acknowledgement_to(case_id)
    issue(IssueLetter("l", draft), desk, BOSS)
    operations.sign_in(Actor(3, "นางวิภา นำทาง", frozenset({role})))
    page = opened(operations, desk, case_id, qtbot)
    assert page.case is not None
    page.letters.deeds.show_letter(page.case.letters[0])
    paper = sheet(page, PaperDialog, qtbot)
    paper.save_to(tmp_path / "หนังสือ.pdf")
    paper.reject()
    drained(operations, qtbot)
    assert (tmp_path / "หนังสือ.pdf").read_bytes().startswith(b"%PDF")
    assert desk.reading.case(BOSS, case_id).letters[0].status is status


def told(page: CasePage) -> str:
    return "\n".join(part.text() for part in page.notices.findChildren(QLabel))


def test_an_explained_due_date_is_printed(page: CasePage, qtbot: QtBot) -> None:
    explaining = [part for part in page.clocks.findChildren(QPushButton) if part.isVisible()]
    explaining[0].click()
    (printing,) = (b for b in page.clocks.findChildren(QPushButton) if b.text() == "พิมพ์การนับนี้…")
    printing.click()
    paper = sheet(page, PaperDialog, qtbot)
    assert paper.windowTitle().startswith("การนับกำหนดเวลา")
    paper.accept()
