"""The road on the case page: what may be done from here, its sheets, and what befell the case."""

from datetime import date, timedelta

import pytest
from clock import Clock
from office import bangkok, days, form
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from windows import BOSS, accepted, opened, sheet, words

from desktop.acts.assigning import AssignCases, assign
from desktop.acts.closing import CloseCase, close
from desktop.acts.noting import NoteStep, note
from desktop.acts.receiving import ReceiveLetter, receive_letter
from desktop.acts.registering import RegisterComplaint, register
from desktop.acts.waiting import BeginWait, begin_wait
from desktop.ports import Desk
from desktop.rules.complaint import Outcome, Status
from desktop.rules.grounds import NonAcceptance
from desktop.rules.letters import LetterKind
from desktop.rules.people import Actor
from desktop.rules.proceedings import WaitFor
from desktop.rules.road import ROAD, Move
from desktop.views import CaseView, RegisterQuery, RegisterView
from desktop.wording import _
from desktop.wording.names import LETTER_KIND
from ui.dialogs.assign import AssignSheet
from ui.dialogs.case_sheets import CloseSheet
from ui.dialogs.letter import LetterDialog
from ui.dialogs.letter_scans import IncomingSheet
from ui.dialogs.road.ending import NotAcceptSheet, ProposeClosingSheet, ReturnSheet, WithdrawSheet
from ui.dialogs.road.inquiry import AppointSheet, FindingsSheet, OrderSheet
from ui.dialogs.road.letters import AppealSheet, ReferralAnswerSheet, RemindSheet, ReplySheet
from ui.dialogs.road.plain import MoveSheet, ReasonSheet
from ui.dialogs.road.ties import MergeSheet, SplitSheet, TieSheet
from ui.dialogs.road.waiting import ContactSheet, ExtendSheet, ResumeSheet, WaitSheet
from ui.dialogs.survey import SurveySheet
from ui.notices import Notice
from ui.operations import Operations
from ui.pages.case.page import CasePage
from ui.pages.case.road import SHEETS

DAY = date(2026, 7, 15)


@pytest.fixture
def case_id(desk: Desk, clerk: Actor, clock: Clock) -> int:
    made = form(clock.at - timedelta(minutes=5))
    return register(RegisterComplaint("k", made), desk, clerk).case_id


@pytest.fixture
def page(operations: Operations, desk: Desk, case_id: int, qtbot: QtBot) -> CasePage:
    operations.sign_in(BOSS)
    return opened(operations, desk, case_id, qtbot)


def seen(desk: Desk, case_id: int) -> CaseView:
    return desk.reading.case(BOSS, case_id)


def at_work(desk: Desk, case_id: int) -> None:
    assign(AssignCases((case_id,), owner_id=BOSS.person_id), desk, BOSS)


def shown_again(page: CasePage, desk: Desk, case_id: int, qtbot: QtBot) -> None:
    page.refresh()
    version = seen(desk, case_id).version
    qtbot.waitUntil(lambda: page.case is not None and page.case.version == version)


def link(part: CasePage, text: str) -> QPushButton:
    found = [b for b in part.proceedings.findChildren(QPushButton) if b.text() == text]
    assert found, text
    return found[-1]


def test_every_move_of_the_road_has_its_sheet() -> None:
    assert set(SHEETS) | {Move.ASSIGN} == set(ROAD)


def test_the_menu_holds_what_may_be_done_from_here_in_the_roads_order(page: CasePage) -> None:
    moves = page.road.moves()
    assert moves == [move for move in ROAD if move in moves]
    assert {Move.SCREEN, Move.AWAIT_ORDER, Move.ASSIGN, Move.NOT_ACCEPT, Move.MERGE} <= set(moves)
    assert not {Move.START, Move.RESUME, Move.REOPEN, Move.PROTECT_CHILD, Move.RESTORE} & set(moves)
    told = [action.text() for action in page.road.menu().actions() if action.text()]
    assert len(told) == len(moves)
    assert "ไม่รับไว้พิจารณา…\tคำสั่งการ, เหตุที่ไม่รับ, เหตุผล" in told


def test_a_clerk_is_offered_what_a_clerk_may(
    operations: Operations, desk: Desk, case_id: int, qtbot: QtBot
) -> None:
    page = opened(operations, desk, case_id, qtbot)
    moves = page.road.moves()
    assert Move.AWAIT_ORDER in moves
    assert not {Move.ASSIGN, Move.MERGE, Move.HIDE, Move.CLOSE} & set(moves)


def test_the_post_goes_up_is_ordered_and_turned_away_with_its_letter(
    page: CasePage, desk: Desk, case_id: int, qtbot: QtBot
) -> None:
    page.road.ask(Move.AWAIT_ORDER)
    up = sheet(page, MoveSheet, qtbot)
    accepted(up, up.save, qtbot)
    turning = page.road.ask(Move.NOT_ACCEPT)
    assert isinstance(turning, NotAcceptSheet)
    turning.save()
    qtbot.waitUntil(lambda: bool(turning.ground.error and turning.reason.error))
    turning.ground.set_text(NonAcceptance.DECIDED.value)
    turning.reason.set_text("เคยยุติแล้ว")
    turning.save()
    qtbot.waitUntil(lambda: "บันทึกคำสั่งการก่อน" in turning.ground.error)
    turning.reject()
    page.road.ask(Move.ORDER)
    order = sheet(page, OrderSheet, qtbot)
    order.text.set_text("ไม่รับไว้พิจารณา")
    order.giver.set_text("นายสมคิด ตั้งมั่น")
    order.ordered_on.set_text("31 ก.พ. 2569")
    order.save()
    assert order.ordered_on.error
    order.ordered_on.set_day(DAY)
    accepted(order, order.save, qtbot)
    qtbot.waitUntil(lambda: words(page.proceedings, "คำสั่งของ นายสมคิด ตั้งมั่น"))
    again = page.road.ask(Move.NOT_ACCEPT)
    assert isinstance(again, NotAcceptSheet)
    again.ground.set_text(NonAcceptance.DECIDED.value)
    again.reason.set_text("เคยยุติแล้ว")
    accepted(again, again.save, qtbot)
    assert seen(desk, case_id).status is Status.NOT_ACCEPTED
    offered = {part.text() for part in page.offers.findChildren(QPushButton)}
    assert _(LETTER_KIND[LetterKind.NOT_ACCEPTED]) in offered
    wanted = next(
        part
        for part in page.offers.findChildren(QPushButton)
        if part.text() == _(LETTER_KIND[LetterKind.NOT_ACCEPTED])
    )
    wanted.click()
    letter = sheet(page, LetterDialog, qtbot)
    assert letter.form.kind.value() is LetterKind.NOT_ACCEPTED
    assert page.offers.isHidden()


def test_waiting_is_begun_shown_and_ended(
    page: CasePage, desk: Desk, clock: Clock, case_id: int, qtbot: QtBot
) -> None:
    at_work(desk, case_id)
    shown_again(page, desk, case_id, qtbot)
    page.road.ask(Move.WAIT_AGENCY)
    waiting = sheet(page, WaitSheet, qtbot)
    waiting.save()
    qtbot.waitUntil(lambda: bool(waiting.reason.error))
    waiting.agency.set_text("เทศบาลตำบลตัวอย่าง")
    waiting.number.set_text("ศธ ๐๔๙๙๙/๑๒")
    waiting.dated.set_day(DAY)
    waiting.reason.set_text("ขอผลตรวจอาคาร")
    waiting.expected.set_day(DAY + days(15))
    accepted(waiting, waiting.save, qtbot)
    qtbot.waitUntil(lambda: words(page.proceedings, "เทศบาลตำบลตัวอย่าง", "คาดว่าภายใน"))
    clock.pass_time(days=20)
    shown_again(page, desk, case_id, qtbot)
    link(page, "เตือน…").click()
    reminding = sheet(page, RemindSheet, qtbot)
    assert reminding.title.text() == "หนังสือเตือน ครั้งที่ ๑"
    accepted(reminding, reminding.save, qtbot)
    qtbot.waitUntil(lambda: words(page.proceedings, "เตือนครั้งที่ ๑"))
    link(page, "ตอบแล้ว…").click()
    answer = sheet(page, ReferralAnswerSheet, qtbot)
    answer.answer.set_text("ตรวจแล้ว ปลอดภัย")
    accepted(answer, answer.save, qtbot)
    assert seen(desk, case_id).status is Status.IN_PROGRESS
    qtbot.waitUntil(lambda: words(page.proceedings, "ตรวจแล้ว ปลอดภัย", "สิ้นสุดแล้ว"))


def test_going_on_extending_and_taking_back(
    page: CasePage, desk: Desk, clock: Clock, case_id: int, qtbot: QtBot
) -> None:
    at_work(desk, case_id)
    begin_wait(BeginWait(case_id, WaitFor.COURT, "รอคำพิพากษา", clock()), desk, BOSS)
    clock.pass_time(days=1)
    shown_again(page, desk, case_id, qtbot)
    page.road.ask(Move.RESUME)
    going_on = sheet(page, ResumeSheet, qtbot)
    accepted(going_on, going_on.save, qtbot)
    page.road.ask(Move.EXTEND)
    extending = sheet(page, ExtendSheet, qtbot)
    extending.until.set_day(date(2026, 9, 30))
    extending.reason.set_text("พยานป่วย")
    extending.approver.set_text("ผอ.สพป.")
    accepted(extending, extending.save, qtbot)
    qtbot.waitUntil(lambda: words(page.proceedings, "ขยายแล้วเสร็จถึง ๓๐ ก.ย. ๒๕๖๙"))
    assert words(page.clocks, "แรก")
    link(page, "ยกเลิก…").click()
    back = sheet(page, ReasonSheet, qtbot)
    back.reason.set_text("พยานมาแล้ว")
    accepted(back, back.save, qtbot)
    assert seen(desk, case_id).proceedings.extensions[0].removed_reason == "พยานมาแล้ว"


def test_a_committee_is_appointed_and_reports(
    page: CasePage, desk: Desk, case_id: int, qtbot: QtBot
) -> None:
    at_work(desk, case_id)
    shown_again(page, desk, case_id, qtbot)
    page.road.ask(Move.INVESTIGATE)
    appointing = sheet(page, AppointSheet, qtbot)
    appointing.number.set_text("๑๒/๒๕๖๙")
    appointing.ordered_on.set_day(DAY)
    appointing.members.set_text("นาย ก ประธาน\nนาย ข กรรมการ")
    appointing.due_on.set_day(DAY + days(30))
    accepted(appointing, appointing.save, qtbot)
    qtbot.waitUntil(lambda: words(page.proceedings, "คำสั่งที่ ๑๒/๒๕๖๙", "นาย ก ประธาน"))
    qtbot.waitUntil(lambda: Move.REPORT_FINDINGS in page.road.moves())
    assert Move.INVESTIGATE not in page.road.moves()
    page.road.ask(Move.REPORT_FINDINGS)
    report = sheet(page, FindingsSheet, qtbot)
    report.findings.set_text("not_serious")
    report.summary.set_text("มีมูล")
    accepted(report, report.save, qtbot)
    qtbot.waitUntil(lambda: words(page.proceedings, "มีมูลวินัยไม่ร้ายแรง"))


def test_a_duplicate_is_found_by_its_number_and_merged_and_opened(
    page: CasePage, desk: Desk, clerk: Actor, case_id: int, qtbot: QtBot
) -> None:
    other = register(RegisterComplaint("l", form(desk.now())), desk, clerk).case_id
    page.road.ask(Move.MERGE)
    merging = sheet(page, MergeSheet, qtbot)
    merging.other.set_text("ไม่มีเรื่องนี้")
    merging.reason.set_text("เรื่องเดียวกัน")
    qtbot.waitUntil(lambda: merging.other.below.text() == "ไม่พบเรื่อง")
    merging.save()
    assert "โปรดพิมพ์เลขรับ" in merging.other.error
    merging.other.set_text("๒/๒๕๖๙")
    qtbot.waitUntil(lambda: merging.other.case_id == other)
    assert "๒/๒๕๖๙" in merging.other.below.text()
    accepted(merging, merging.save, qtbot)
    qtbot.waitUntil(lambda: words(page.proceedings, "รวมเข้ากับ ๒/๒๕๖๙"))
    with qtbot.waitSignal(page.case_wanted) as wanted:
        link(page, "เปิด").click()
    assert wanted.args == [other]
    page.road.ask(Move.UNMERGE)
    parting = sheet(page, ReasonSheet, qtbot)
    parting.reason.set_text("คนละเรื่อง")
    accepted(parting, parting.save, qtbot)
    assert seen(desk, case_id).status is Status.AWAITING_ORDER


def test_complaints_are_tied_untied_and_split(
    page: CasePage, desk: Desk, clerk: Actor, case_id: int, qtbot: QtBot
) -> None:
    register(RegisterComplaint("l", form(desk.now())), desk, clerk)
    page.road.ask(Move.LINK)
    tying = sheet(page, TieSheet, qtbot)
    tying.other.set_text("2/2569")
    qtbot.waitUntil(lambda: tying.other.case_id is not None)
    tying.reason.set_text("อาคารเดียวกัน")
    accepted(tying, tying.save, qtbot)
    qtbot.waitUntil(lambda: words(page.proceedings, "เกี่ยวข้องกับ ๒/๒๕๖๙", "อาคารเดียวกัน"))
    link(page, "ยกเลิกการเชื่อมโยง…").click()
    untying = sheet(page, ReasonSheet, qtbot)
    untying.reason.set_text("คนละอาคาร")
    accepted(untying, untying.save, qtbot)
    qtbot.waitUntil(lambda: not words(page.proceedings, "เกี่ยวข้องกับ ๒/๒๕๖๙"))
    page.road.ask(Move.SPLIT)
    splitting = sheet(page, SplitSheet, qtbot)
    qtbot.waitUntil(lambda: splitting.category.editor.count() > 1)  # type: ignore[attr-defined]
    splitting.subject.set_text("ครูเก็บเงิน")
    splitting.category.set_text("6")
    splitting.reason.set_text("สองเรื่องในฉบับเดียว")
    accepted(splitting, splitting.save, qtbot)
    qtbot.waitUntil(lambda: words(page.proceedings, "แยกออกเป็น ๓/๒๕๖๙"))


def test_a_letter_that_came_runs_its_own_clock_until_it_is_answered(
    page: CasePage, desk: Desk, case_id: int, qtbot: QtBot
) -> None:
    page.road.ask(Move.FILE_LETTER)
    coming = sheet(page, IncomingSheet, qtbot)
    coming.came_from.set_text("นางปราณี สุขใจ")
    coming.subject.set_text("ขอทราบความคืบหน้า")
    assert coming.ends_wait.isHidden()
    assert coming.reply_needed.checked()
    accepted(coming, coming.save, qtbot)
    qtbot.waitUntil(lambda: words(page.proceedings, "หนังสือที่ต้องตอบ: ขอทราบความคืบหน้า"))
    link(page, "ตอบแล้ว…").click()
    reply = sheet(page, ReplySheet, qtbot)
    reply.note.set_text("ศธ ๐๔๙๙๙/๒๐")
    accepted(reply, reply.save, qtbot)
    assert seen(desk, case_id).proceedings.owed[0].answered_at is not None


def test_what_the_case_waited_for_comes_by_letter(
    page: CasePage, desk: Desk, clock: Clock, case_id: int, qtbot: QtBot
) -> None:
    at_work(desk, case_id)
    begin_wait(
        BeginWait(case_id, WaitFor.PETITIONER, "ขอสำเนา", clock(), DAY + days(7)), desk, BOSS
    )
    shown_again(page, desk, case_id, qtbot)
    page.road.ask(Move.FILE_LETTER)
    coming = sheet(page, IncomingSheet, qtbot)
    coming.came_from.set_text("นางปราณี สุขใจ")
    coming.subject.set_text("ส่งสำเนา")
    assert coming.ends_wait.checked()
    assert not coming.reply_needed.checked()
    accepted(coming, coming.save, qtbot)
    assert seen(desk, case_id).status is Status.IN_PROGRESS
    assert seen(desk, case_id).proceedings.owed == ()


def test_closing_is_proposed_and_done_as_proposed(
    page: CasePage, desk: Desk, case_id: int, qtbot: QtBot
) -> None:
    at_work(desk, case_id)
    shown_again(page, desk, case_id, qtbot)
    page.road.ask(Move.PROPOSE_CLOSING)
    proposing = sheet(page, ProposeClosingSheet, qtbot)
    proposing.outcome.set_text(Outcome.SOLVED.value)
    proposing.evidence.set_text("ภาพถ่ายหลังซ่อม")
    accepted(proposing, proposing.save, qtbot)
    qtbot.waitUntil(lambda: Move.SEND_BACK in page.road.moves())
    page.close_button.click()
    closing = sheet(page, CloseSheet, qtbot)
    assert closing.outcome.value() is Outcome.SOLVED
    assert closing.evidence.text() == "ภาพถ่ายหลังซ่อม"
    accepted(closing, closing.save, qtbot)
    assert seen(desk, case_id).status is Status.CLOSED


def test_an_ended_matter_begins_anew_and_its_first_cycle_stays_in_sight(
    page: CasePage, desk: Desk, case_id: int, qtbot: QtBot
) -> None:
    close(CloseCase(case_id, Outcome.UNFOUNDED, "บันทึก"), desk, BOSS)
    shown_again(page, desk, case_id, qtbot)
    page.road.ask(Move.APPEAL)
    asking = sheet(page, AppealSheet, qtbot)
    assert asking.came_from.text() == "นางปราณี สุขใจ"
    asking.subject.set_text("ขอให้ทบทวนผล")
    asking.reason.set_text("มีพยานใหม่")
    accepted(asking, asking.save, qtbot)
    qtbot.waitUntil(lambda: words(page.proceedings, "รอบที่ ๑", "มีพยานใหม่"))
    assert seen(desk, case_id).cycle == 2


def test_what_was_misdelivered_goes_back_and_a_withdrawal_is_noted(
    page: CasePage, desk: Desk, case_id: int, qtbot: QtBot
) -> None:
    page.road.ask(Move.WITHDRAW)
    leaving = sheet(page, WithdrawSheet, qtbot)
    assert leaving.late_reason.isHidden()
    leaving.reject()
    page.road.ask(Move.RETURN)
    returning = sheet(page, ReturnSheet, qtbot)
    returning.agency.set_text("เทศบาลตำบลตัวอย่าง")
    returning.number.set_text("ศธ ๐๔๙๙๙/๑๒")
    returning.dated.set_day(DAY)
    returning.reason.set_text("จ่าหน้าถึงเทศบาล")
    accepted(returning, returning.save, qtbot)
    assert seen(desk, case_id).status is Status.RETURNED
    qtbot.waitUntil(lambda: words(page.clocks, "ไม่นับเวลาแล้ว"))


def test_the_next_word_is_promised(page: CasePage, desk: Desk, case_id: int, qtbot: QtBot) -> None:
    link(page, "นัดแจ้งครั้งต่อไป…").click()
    promising = sheet(page, ContactSheet, qtbot)
    promising.contact_on.set_day(DAY + days(5))
    accepted(promising, promising.save, qtbot)
    qtbot.waitUntil(lambda: words(page.proceedings, "นัดแจ้งภายใน ๒๐ ก.ค. ๒๕๖๙"))


def test_an_assignment_is_told_and_taken_back_or_told_why_not(
    page: CasePage, desk: Desk, case_id: int, qtbot: QtBot
) -> None:
    for going_on in (False, True):
        giving = page.road.ask(Move.ASSIGN)
        assert isinstance(giving, AssignSheet)
        giving.owner.set_text(str(BOSS.person_id))
        accepted(giving, giving.save, qtbot)
        assert "มอบหมายแล้ว ๑ เรื่อง" in page.notices.shown()
        (notice,) = [n for n in page.findChildren(Notice) if n.text == "มอบหมายแล้ว ๑ เรื่อง"]
        if going_on:
            note(NoteStep(case_id, "โทรแล้ว"), desk, BOSS)
        notice.action.click()
        if not going_on:
            qtbot.waitUntil(lambda: seen(desk, case_id).owner_id is None)
            qtbot.waitUntil(lambda: words(page.timeline, "ถอนการมอบหมาย · รอมอบหมาย"))
            assert page.offers.isHidden()
            page.notices.clear()
            qtbot.waitUntil(lambda: not page.findChildren(Notice))
    qtbot.waitUntil(lambda: any("ดำเนินการต่อไปแล้ว" in told for told in page.notices.shown()))
    assert seen(desk, case_id).owner_id == BOSS.person_id


def test_a_petitioner_is_asked_how_satisfied_and_not_before_the_end(
    page: CasePage, desk: Desk, case_id: int, qtbot: QtBot
) -> None:
    assert not words(page.proceedings, "ความพึงพอใจของผู้ร้อง")
    close(CloseCase(case_id, Outcome.UNFOUNDED, "บันทึก"), desk, BOSS)
    shown_again(page, desk, case_id, qtbot)
    assert words(page.proceedings, "ความพึงพอใจของผู้ร้อง", "ยังไม่ได้สอบถาม")
    link(page, "บันทึกผลสอบถาม…").click()
    asking = sheet(page, SurveySheet, qtbot)
    asking.save()
    qtbot.waitUntil(asking.primary.isEnabled)
    assert asking.response.error
    asking.response.set_text("score-4")
    asking.note.set_text("ขอบคุณที่โทรมาแจ้ง")
    accepted(asking, asking.save, qtbot)
    qtbot.waitUntil(lambda: words(page.proceedings, "๔ – พึงพอใจมาก", "ทางโทรศัพท์"))
    qtbot.waitUntil(lambda: words(page.timeline, "สอบถามความพึงพอใจ", "ขอบคุณที่โทรมาแจ้ง"))


def test_a_lead_hides_a_complaint_and_finds_it_again(
    page: CasePage, desk: Desk, case_id: int, qtbot: QtBot
) -> None:
    page.road.ask(Move.HIDE)
    hiding = sheet(page, ReasonSheet, qtbot)
    hiding.reason.set_text("บันทึกซ้ำ")
    accepted(hiding, hiding.save, qtbot)
    qtbot.waitUntil(page.hidden.isVisible)
    assert page.road.moves() == [Move.RESTORE]
    query = RegisterQuery(view=RegisterView.HIDDEN)
    assert list(desk.reading.register_ids(BOSS, query, desk.now())) == [case_id]
    page.road.ask(Move.RESTORE)
    restoring = sheet(page, ReasonSheet, qtbot)
    restoring.reason.set_text("ไม่ซ้ำ")
    accepted(restoring, restoring.save, qtbot)
    qtbot.waitUntil(page.hidden.isHidden)


def test_an_answered_letter_owes_nothing(desk: Desk, case_id: int) -> None:
    letter = ReceiveLetter("q", case_id, "เทศบาล", "ตอบ", bangkok(DAY, 10, 38), reply_needed=False)
    receive_letter(letter, desk, BOSS)
    assert seen(desk, case_id).proceedings.owed == ()
