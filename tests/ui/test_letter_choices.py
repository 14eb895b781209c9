"""What may be chosen of a letter: its form, its classes, and to how many it goes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from cases import OFFICE
from clock import Clock
from office import FACTS, bangkok, form
from pytestqt.qtbot import QtBot

from desktop.acts.attaching import AttachFiles, NewFile, attach
from desktop.acts.classifying import Classify, classify
from desktop.acts.keeping_office import ChangeOffice, change_office
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.complaint import Secrecy, Urgency
from desktop.rules.letters import Blank, LetterDraft, LetterKind, LetterSeries
from desktop.rules.people import Actor, Role
from desktop.rules.thai.dates import official_date
from ui.dialogs.case_sheets import ClassifySheet
from ui.dialogs.enclosing import EncloseButton
from ui.dialogs.letter import LetterDialog
from ui.dialogs.letter_blanks import blank_field
from ui.dialogs.letter_form import LetterForm
from ui.dialogs.releasing import ReleaseSheet, SummarySheet
from ui.operations import Operations
from ui.pages.case.page import CasePage
from ui.widgets.field import LineField

BOSS = Actor(3, "นางวิภา นำทาง", frozenset({Role.SUPERVISOR}))
REGISTRAR = Actor(3, "นางวิภา นำทาง", frozenset({Role.SECRET_REGISTRAR, Role.OWNER}))
Drafting = Callable[..., LetterDialog]


@pytest.fixture
def case_id(desk: Desk, clerk: Actor, clock: Clock) -> int:
    made = form(clock.at - timedelta(minutes=5))
    return register(RegisterComplaint("k", made), desk, clerk).case_id


@pytest.fixture
def drafting(operations: Operations, desk: Desk, case_id: int, qtbot: QtBot) -> Drafting:
    def make(actor: Actor = BOSS, kind: LetterKind = LetterKind.REMINDER) -> LetterDialog:
        operations.sign_in(actor)
        office = desk.reading.office(official_date(desk.now()))
        dialog = LetterDialog(operations, desk.reading.case(actor, case_id), office)
        # A preview that waits must not outlive the office it asks.
        qtbot.addWidget(dialog, before_close_func=lambda widget: widget.done(0))
        dialog.show()
        dialog.form.kind.set_text(kind.value)
        return dialog

    return make


def test_the_stamp_is_offered_only_where_the_office_may_use_it(
    drafting: Drafting, desk: Desk, admin: Actor
) -> None:
    dialog = drafting()
    assert dialog.form.layout_choice.isHidden()
    dialog.reject()
    change_office(ChangeOffice(replace(FACTS, stamped_letters=True)), desk, admin)
    dialog = drafting()
    dialog.form.layout_choice.set_text("stamped")
    assert dialog.form.draft().stamped
    for part in (dialog.form.subject, dialog.form.references, dialog.form.enclosures):
        assert part.isHidden()
    dialog.form.kind.set_text(LetterKind.RESULT.value)
    assert not dialog.form.draft().stamped
    assert dialog.form.layout_choice.isHidden()
    assert dialog.form.subject.isVisible()
    dialog.reject()


def test_several_recipients_make_a_circular_and_the_dialog_says_so(
    drafting: Drafting, qtbot: QtBot
) -> None:
    dialog = drafting()
    dialog.form.recipient.set_text("โรงเรียน ก\nโรงเรียน ข")
    assert dialog.form.draft().circular
    assert "ว" in dialog.foot.told.text()
    for blank in dialog.form.draft().spec.blanks:
        dialog.form.blanks[blank].set_text("๑")
    with qtbot.waitSignal(dialog.issued) as issued:
        dialog.issue()
    assert issued.args[0].number == "ศธ ๐๔๙๙๙/ว 1"


def test_one_recipient_has_one_line_and_several_have_room(drafting: Drafting) -> None:
    dialog = drafting(kind=LetterKind.RESULT)
    block = dialog.form.recipient.block
    assert block.height() <= block.high(1)
    dialog.form.kind.set_text(LetterKind.REMINDER.value)
    assert block.maximumHeight() > block.high(3)
    dialog.reject()


def test_the_key_that_finishes_a_letter_stays_whatever_its_button_says(
    drafting: Drafting,
) -> None:
    dialog = drafting()
    finish = dialog.foot.finish
    before = finish.text()
    dialog.form.kind.set_text(LetterKind.MEMO.value)
    assert finish.text() != before
    assert finish.shortcut().toString() == "Ctrl+S"
    dialog.reject()


def test_an_enclosure_that_tells_of_the_petitioner_is_said_at_once_and_a_reason_asked(
    drafting: Drafting, desk: Desk, qtbot: QtBot
) -> None:
    dialog = drafting()
    form, telling = dialog.form, "คำร้องของนางปราณี สุขใจ"
    form.recipient.set_text("โรงเรียน ก")
    assert form.identity_reason.isHidden()
    form.enclosures.set_text(telling)
    assert "ปราณี" in form.enclosures.error
    assert form.identity_reason.isVisible()
    form.kind.set_text(LetterKind.MORE_INFORMATION.value)
    assert not form.enclosures.error
    assert form.identity_reason.isHidden()
    form.kind.set_text(LetterKind.REMINDER.value)
    for blank in form.draft().spec.blanks:
        form.blanks[blank].set_text("๑")
    dialog.issue()
    qtbot.waitUntil(lambda: "ปราณี" in form.enclosures.error and dialog.foot.finish.isEnabled())
    form.identity_reason.set_text("ศาลสั่งให้ส่งต้นเรื่อง")
    assert not form.enclosures.error
    with qtbot.waitSignal(dialog.issued) as issued:
        dialog.issue()
    draft = desk.reading.letter_draft(BOSS, issued.args[0].letter_id)
    assert (draft.enclosures, draft.identity_reason) == ((telling,), "ศาลสั่งให้ส่งต้นเรื่อง")


def test_a_moment_to_arrive_by_is_asked_and_read_before_anything_is_issued(
    drafting: Drafting, clock: Clock
) -> None:
    dialog = drafting()
    assert dialog.form.within.isHidden()
    dialog.form.urgency.set_text("within")
    assert dialog.form.within.isVisible()
    assert dialog.form.draft().within is None
    dialog.issue()
    assert dialog.form.within.date.error
    assert dialog.foot.finish.isEnabled()
    dialog.form.within.set_moment(bangkok(date(2026, 12, 1), 16, 30))
    assert dialog.form.draft().within == bangkok(date(2026, 12, 1), 16, 30)
    dialog.form.kind.set_text(LetterKind.MEMO.value)
    assert dialog.form.draft().within is None
    assert dialog.form.draft().urgency is Urgency.NONE
    dialog.reject()


def test_a_kept_draft_stands_as_it_was_left(
    operations: Operations, desk: Desk, clerk: Actor, admin: Actor, case_id: int, qtbot: QtBot
) -> None:
    change_office(ChangeOffice(replace(FACTS, stamped_letters=True)), desk, admin)
    draft = LetterDraft(
        case_id,
        LetterKind.REMINDER,
        "โรงเรียน ก",
        "เรียน",
        1,
        blanks={Blank.ROUND: "๒", Blank.OUR_LETTER: "ที่ ๑"},
        secrecy=Secrecy.SECRET,
        within=bangkok(date(2026, 12, 1), 16, 30),
        stamped=True,
    )
    office = desk.reading.office(official_date(desk.now()))
    form = LetterForm(desk.reading.case(clerk, case_id), office, lambda: date(2026, 7, 15), draft)
    qtbot.addWidget(form)
    assert form.draft() == draft


def test_a_letter_of_a_secret_complaint_begins_secret(
    drafting: Drafting, desk: Desk, case_id: int
) -> None:
    dialog = drafting()
    assert dialog.form.draft().secrecy is Secrecy.NONE
    dialog.reject()
    classify(Classify(case_id, Secrecy.SECRET, "ผอ.", "เหตุ"), desk, REGISTRAR)
    dialog = drafting(REGISTRAR)
    draft = dialog.form.draft()
    assert draft.secrecy is Secrecy.SECRET
    assert draft.series(OFFICE.facts.letter_series) is LetterSeries.SECRET
    assert "ทขล.๒" in dialog.foot.told.text()
    dialog.reject()


def test_the_class_is_set_from_the_page_by_whom_it_is_for(
    operations: Operations, desk: Desk, clerk: Actor, case_id: int, qtbot: QtBot
) -> None:
    page = CasePage(operations, desk.reading.office(official_date(desk.now())))
    qtbot.addWidget(page)
    page.show()
    page.show_case(case_id)
    qtbot.waitUntil(lambda: page.case is not None)
    assert page.facts.classify_button.isHidden()
    operations.sign_in(REGISTRAR)
    page.refresh()
    qtbot.waitUntil(page.facts.classify_button.isVisible)
    page.facts.classify_button.click()
    asking = page.findChildren(ClassifySheet)[-1]
    asking.save()
    qtbot.waitUntil(lambda: bool(asking.ordered_by.error))
    asking.ordered_by.set_text("ผู้อำนวยการ ตามบันทึกที่ ๑๒")
    asking.reason.set_text("พยานอาจถูกคุกคาม")
    with qtbot.waitSignal(asking.accepted):
        asking.save()
    qtbot.waitUntil(lambda: page.veil.text() == "ลับ")
    operations.sign_in(clerk)
    page.refresh()
    qtbot.waitUntil(lambda: page.case is None)
    assert page._head.isHidden()


def test_a_file_goes_with_a_letter_only_for_a_reason_and_a_summary_without(
    drafting: Drafting, desk: Desk, clerk: Actor, case_id: int, qtbot: QtBot
) -> None:
    attach(AttachFiles(case_id, (NewFile("คำร้อง.pdf", b"%PDF-1.4"),)), desk, clerk)
    dialog = drafting(kind=LetterKind.ACKNOWLEDGEMENT)
    offer = dialog.findChild(EncloseButton)
    assert offer is not None
    assert offer.isHidden()
    dialog.form.kind.set_text(LetterKind.EXPLANATION.value)
    assert offer.isVisible()
    dialog.form.recipient.set_text("โรงเรียน ก")
    summary, file = [action for action in offer.menu_of_files.actions() if action.text()]
    file.trigger()
    giving = dialog.findChildren(ReleaseSheet)[-1]
    assert giving.to.text() == "โรงเรียน ก"
    giving.save()
    qtbot.waitUntil(lambda: bool(giving.reason.error))
    assert dialog.form.draft().enclosures == ()
    giving.reason.set_text("พนักงานสอบสวนเรียก")
    with qtbot.waitSignal(giving.accepted):
        giving.save()
    summary.trigger()
    summing = dialog.findChildren(SummarySheet)[-1]
    summing.facts.set_text("นางปราณี แจ้งว่าหลังคารั่ว")
    summing.save()
    qtbot.waitUntil(lambda: "ปราณี" in summing.facts.error)
    assert summing.reason.isVisible()
    summing.facts.set_text("ผู้ร้องแจ้งว่าหลังคารั่ว")
    with qtbot.waitSignal(summing.accepted):
        summing.save()
    assert dialog.form.draft().enclosures == ("สำเนาคำร้อง จำนวน ๑ ฉบับ", "สรุปเรื่อง จำนวน ๑ ฉบับ")
    with qtbot.waitSignal(dialog.finished):
        dialog.reject()


def test_what_stands_within_a_sentence_is_asked_by_an_example() -> None:
    for blank in (Blank.ANSWER_BY, Blank.UNTIL, Blank.WHEN, Blank.OUR_LETTER):
        field = blank_field(blank)
        assert isinstance(field, LineField)
        assert field.line.placeholderText().startswith(("เช่น วันที่", "เช่น ที่"))
