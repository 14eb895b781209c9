"""What must hold where matters end, begin anew, go together or leave the lists."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
import sqlalchemy as sa
from asking import read
from clock import Clock
from office import acknowledgement_to, bangkok, days, form, signed_by

from db import tables as t
from db.check import Fault, prove
from db.furnishing import Strongroom
from desktop.acts.answering import Answer, answer
from desktop.acts.assigning import AssignCases, assign
from desktop.acts.closing import CloseCase, close
from desktop.acts.correcting import CorrectCase, correct
from desktop.acts.corresponding import IssueLetter, issue
from desktop.acts.hiding import Hide, Restore, hide, restore
from desktop.acts.keeping_categories import OfferCategory, offer_category
from desktop.acts.merging import Merge, Unmerge, merge, unmerge
from desktop.acts.noting import NoteStep, note
from desktop.acts.promising_contact import PromiseContact, promise_contact
from desktop.acts.receiving import (
    ReceiveLetter,
    ReplyToLetter,
    receive_letter,
    reply_to_letter,
)
from desktop.acts.registering import RegisterComplaint, register
from desktop.acts.reopening import Appeal, Reopen, appeal, reopen
from desktop.acts.waiting import BeginWait, begin_wait
from desktop.acts.withdrawing import Withdraw, withdraw
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.clocks import ClockKind, DueState, Verdict, standing
from desktop.rules.complaint import Accused, ContactWay, Outcome, PetitionerKind, Status
from desktop.rules.people import Actor
from desktop.rules.proceedings import Ground, WaitFor
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import official_date
from desktop.views import CaseView, RegisterQuery, RegisterView, Sought

DAY = date(2026, 7, 15)
DISCIPLINE = 2
"""The place of วินัย/จรรยาบรรณครู, a category against officials, among those shipped."""
SAFETY = 9
"""The place of อาคารสถานที่/ความปลอดภัย, of which complaints are here unless they say otherwise."""


def take(desk: Desk, clerk: Actor, key: str = "a", **changes: object) -> int:
    made = replace(form(bangkok(DAY, 8)), **changes)  # type: ignore[arg-type]
    return register(RegisterComplaint(key, made), desk, clerk).case_id


def listed(desk: Desk, actor: Actor, **query: object) -> list[int]:
    asked = RegisterQuery(**query)  # type: ignore[arg-type]
    return list(desk.reading.register_ids(actor, asked, desk.now()))


def verdicts(case: CaseView, kind: ClockKind = ClockKind.RESOLVE) -> list[Verdict]:
    return [clock.verdict for clock in case.clocks if clock.kind is kind]


def due_at(case: CaseView, kind: ClockKind = ClockKind.RESOLVE) -> datetime:
    (found,) = (c for c in case.clocks if c.kind is kind and c.cycle == case.cycle)
    assert found.due_at is not None
    return found.due_at


def told(desk: Desk, owner: Actor, case_id: int) -> None:
    answer(Answer(case_id, ContactWay.PHONE, desk.now(), "แจ้งแล้ว"), desk, owner)


def refused(error: pytest.ExceptionInfo[Refused]) -> tuple[Reason, str | None]:
    return error.value.reason, error.value.field


def test_behaviour_08_reopening_is_a_cycle_of_its_own(
    room: Strongroom, desk: Desk, clock: Clock, clerk: Actor, boss: Actor
) -> None:
    case_id = take(desk, clerk)
    clock.at = bangkok(date(2026, 9, 15))
    close(CloseCase(case_id, Outcome.UNFOUNDED, "บันทึก", "พยานป่วย"), desk, boss)
    clock.at = bangkok(date(2026, 10, 1))
    with pytest.raises(Refused) as role:
        reopen(Reopen(case_id, "พบหลักฐานใหม่"), desk, clerk)
    assert role.value.reason is Reason.NOT_ALLOWED
    reopen(Reopen(case_id, "พบหลักฐานใหม่"), desk, boss)
    seen = desk.reading.case(boss, case_id)
    # Not resolved, and late no more by the days it was closed; the old verdict stays.
    assert (seen.status, seen.outcome, seen.closed_at) == (Status.AWAITING_ORDER, None, None)
    assert verdicts(seen) == [Verdict.MISSED, Verdict.RUNNING]
    assert due_at(seen) > bangkok(date(2026, 11, 1))
    assert not [c for c in seen.clocks if c.kind is ClockKind.ACKNOWLEDGE and c.cycle == 2]
    (past,) = seen.proceedings.past
    assert (past.outcome, past.late_reason, past.status) == (
        Outcome.UNFOUNDED,
        "พยานป่วย",
        Status.CLOSED,
    )
    assert (past.ground, past.reason) == (Ground.RECEIVED, "พบหลักฐานใหม่")
    with pytest.raises(Refused) as twice:
        reopen(Reopen(case_id, "อีก"), desk, boss)
    assert refused(twice) == (Reason.WRONG_STATUS, "status")
    close(CloseCase(case_id, Outcome.FOUNDED, "รายงาน"), desk, boss)
    assert verdicts(desk.reading.case(boss, case_id)) == [Verdict.MISSED, Verdict.MET]
    # A cycle can begin anew once only, so no more are reopened than were closed.
    assert len(desk.reading.case(boss, case_id).proceedings.past) == 1
    assert prove(room) == []


def test_behaviour_08_a_contested_result_begins_anew_from_the_letter(
    desk: Desk, clock: Clock, clerk: Actor, boss: Actor
) -> None:
    case_id = take(desk, clerk)
    close(CloseCase(case_id, Outcome.UNFOUNDED, "บันทึก"), desk, boss)
    clock.pass_time(days=20)
    letter = ReceiveLetter("k", case_id, "นางปราณี สุขใจ", "ขอให้ทบทวนผล", clock() - timedelta(days=1))
    early = replace(letter, received_at=bangkok(DAY, 8, 30))
    with pytest.raises(Refused) as before:
        appeal(Appeal(early, "ไม่เห็นด้วย"), desk, clerk)
    assert refused(before) == (Reason.BEFORE_CLOSING, "received_at")
    for _again in range(2):
        assert appeal(Appeal(letter, "ไม่เห็นด้วย"), desk, clerk).cycle == 2
    seen = desk.reading.case(boss, case_id)
    assert seen.cycle_started_at == letter.received_at
    assert [one.subject for one in seen.incoming] == ["ขอให้ทบทวนผล"]
    # The new cycle answers the letter; it has no clock beside.
    assert seen.proceedings.owed == ()


def test_behaviour_16_unowned_and_overdue_is_on_the_list_and_a_note_resets_nothing(
    desk: Desk, clock: Clock, clerk: Actor, boss: Actor
) -> None:
    case_id = take(desk, clerk)
    clock.pass_time(days=60)
    before = desk.reading.case(boss, case_id).clocks
    note(NoteStep(case_id, "โทรถามแล้ว"), desk, boss)
    assert desk.reading.case(boss, case_id).clocks == before
    assert listed(desk, boss, view=RegisterView.UNASSIGNED) == [case_id]
    assert listed(desk, boss, view=RegisterView.LATE) == [case_id]


@pytest.mark.parametrize(("late", "verdict"), [(0, Verdict.MET), (1, Verdict.MISSED)])
def test_behaviour_18_exactly_at_the_due_instant_is_on_time(
    desk: Desk, clock: Clock, clerk: Actor, boss: Actor, late: int, verdict: Verdict
) -> None:
    case_id = take(desk, clerk)
    due = due_at(desk.reading.case(boss, case_id))
    calendar = desk.reading.office(DAY).calendar
    assert standing(due, None, due, calendar).state is DueState.TODAY
    assert standing(due, None, due + timedelta(seconds=1), calendar).state is DueState.LATE_TODAY
    clock.at = due + timedelta(seconds=late)
    close(CloseCase(case_id, Outcome.SOLVED, "ภาพ", "ช้า" if late else ""), desk, boss)
    assert verdicts(desk.reading.case(boss, case_id)) == [verdict]


def test_behaviour_20_a_promised_word_is_due_and_moves_no_clock(
    room: Strongroom, desk: Desk, clock: Clock, clerk: Actor, owner: Actor
) -> None:
    case_id = take(desk, clerk)
    told(desk, owner, case_id)
    assert desk.reading.case(owner, case_id).contacted_at == clock()
    before = due_at(desk.reading.case(owner, case_id))
    with pytest.raises(Refused) as past:
        promise_contact(PromiseContact(case_id, DAY - days(1)), desk, owner)
    assert refused(past) == (Reason.IN_THE_PAST, "contact_on")
    promise_contact(PromiseContact(case_id, DAY, "แจ้งผลตรวจ"), desk, owner)
    assert desk.reading.case(owner, case_id).contact_on == DAY
    assert listed(desk, owner, view=RegisterView.NO_CONTACT) == []
    clock.pass_time(days=1)
    assert listed(desk, owner, view=RegisterView.NO_CONTACT) == [case_id]
    clock.pass_time(days=1)
    told(desk, owner, case_id)
    seen = desk.reading.case(owner, case_id)
    assert (seen.contact_on, seen.contacted_at) == (None, clock())
    assert due_at(seen) == before
    assert verdicts(seen) == [Verdict.RUNNING]


def test_behaviour_24_merging_counts_once_from_the_earliest_and_is_undone_in_thirty_days(
    room: Strongroom, desk: Desk, clock: Clock, clerk: Actor, boss: Actor
) -> None:
    first = take(desk, clerk, "a", received_at=bangkok(DAY - days(7), 9))
    clock.at = bangkok(DAY, 14)
    second = take(desk, clerk, "b")
    due_before = due_at(desk.reading.case(boss, second))
    with pytest.raises(Refused) as role:
        merge(Merge(first, second, "เรื่องเดียวกัน"), desk, clerk)
    assert role.value.reason is Reason.NOT_ALLOWED
    with pytest.raises(Refused) as same:
        merge(Merge(first, first, "เรื่องเดียวกัน"), desk, boss)
    assert refused(same) == (Reason.SAME_CASE, "other")
    merge(Merge(first, second, "เรื่องเดียวกัน"), desk, boss)
    gone, stays = (desk.reading.case(boss, one) for one in (first, second))
    assert gone.status is Status.MERGED
    assert {clock.verdict for clock in gone.clocks} == {Verdict.DROPPED}
    assert stays.cycle_started_at == gone.received_at
    assert stays.received_at == bangkok(DAY, 8)
    assert due_at(stays) < due_before
    for number, case_id in ((gone.number, first), (stays.number, second)):
        assert listed(desk, boss, asked=read(str(number))) == [case_id]
    assert [(one.case_id, one.leads) for one in gone.links] == [(second, True)]
    with pytest.raises(Refused) as round_trip:
        merge(Merge(second, first, "กลับ"), desk, boss)
    assert refused(round_trip) == (Reason.MERGED_ALREADY, "other")
    assert prove(room) == []
    clock.pass_time(days=30)
    unmerge(Unmerge(first, "คนละเรื่อง"), desk, boss)
    back, alone = (desk.reading.case(boss, one) for one in (first, second))
    assert (back.status, due_at(alone)) == (Status.AWAITING_ORDER, due_before)
    assert {clock.verdict for clock in back.clocks} == {Verdict.RUNNING}
    assert back.links == ()
    assert prove(room) == []


def test_behaviour_24_a_merger_older_than_thirty_days_stays(
    desk: Desk, clock: Clock, clerk: Actor, boss: Actor
) -> None:
    first, second = (take(desk, clerk, key) for key in "ab")
    merge(Merge(first, second, "เรื่องเดียวกัน"), desk, boss)
    clock.pass_time(days=30, seconds=1)
    with pytest.raises(Refused) as late:
        unmerge(Unmerge(first, "คนละเรื่อง"), desk, boss)
    assert refused(late) == (Reason.MERGER_TOO_OLD, "reason")


def test_behaviour_25_an_unsigned_complaint_needs_no_name_and_is_acknowledged_to_nobody(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    unsigned = signed_by(kind=PetitionerKind.ANONYMOUS, first="", last="")
    about = (Accused("นายวิชัย", person_id=owner.person_id),)
    case_id = take(desk, clerk, petitioners=unsigned, accused=about)
    assert not verdicts(desk.reading.case(boss, case_id), ClockKind.ACKNOWLEDGE)
    with pytest.raises(Refused) as letter:
        issue(IssueLetter("k", acknowledgement_to(case_id)), desk, clerk)
    assert letter.value.reason is Reason.NO_ACKNOWLEDGEMENT_FOR_ANONYMOUS
    with pytest.raises(Refused) as accused:
        assign(AssignCases((case_id,), owner_id=owner.person_id), desk, boss)
    assert refused(accused) == (Reason.OWNER_IS_ACCUSED, "owner_id")


def test_behaviour_26_outside_our_authority_needs_the_referral_and_the_notice(
    desk: Desk, clock: Clock, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    case_id = take(desk, clerk)
    assign(AssignCases((case_id,), owner_id=owner.person_id), desk, boss)
    outside = CloseCase(case_id, Outcome.NOT_IN_AUTHORITY, "สำเนาหนังสือส่ง")
    with pytest.raises(Refused) as unsent:
        close(outside, desk, owner)
    assert refused(unsent) == (Reason.REFERRAL_NEEDED, "outcome")
    told(desk, owner, case_id)
    clock.pass_time(days=1)
    begin_wait(
        BeginWait(
            case_id,
            WaitFor.AGENCY,
            "ไม่อยู่ในอำนาจ",
            clock(),
            DAY + days(16),
            "เทศบาลตำบลตัวอย่าง",
            "ศธ ๐๔๙๙๙/๑๒",
            DAY + days(1),
        ),
        desk,
        owner,
    )
    with pytest.raises(Refused) as untold:
        close(outside, desk, owner)
    assert refused(untold) == (Reason.PETITIONER_NOT_TOLD, "outcome")
    told(desk, owner, case_id)
    with pytest.raises(Refused) as bare:
        close(replace(outside, evidence=" "), desk, owner)
    assert refused(bare) == (Reason.EVIDENCE_NEEDED, "evidence")
    close(outside, desk, owner)
    assert desk.reading.case(boss, case_id).outcome is Outcome.NOT_IN_AUTHORITY


def test_behaviour_27_my_work_is_what_is_assigned_to_me_and_nothing_else(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    mine, nobodys = (take(desk, clerk, key) for key in "ab")
    assign(AssignCases((mine,), owner_id=owner.person_id), desk, boss)
    assert listed(desk, owner, view=RegisterView.MINE) == [mine]
    assert listed(desk, clerk, view=RegisterView.MINE) == []
    assert listed(desk, owner, view=RegisterView.UNASSIGNED) == [nobodys]


def test_behaviour_28_old_cases_of_a_category_no_longer_offered_go_on(
    room: Strongroom, desk: Desk, admin: Actor, clerk: Actor, boss: Actor
) -> None:
    case_id, other_id = take(desk, clerk), take(desk, clerk, "b", category_id=10)
    assert desk.reading.open_by_category(admin) == {SAFETY: 1, 10: 1}
    offer_category(OfferCategory(SAFETY, active=False), desk, admin)
    assert prove(room) == []
    with pytest.raises(Refused) as new:
        take(desk, clerk, "c")
    assert refused(new) == (Reason.INACTIVE_CHOICE, "category_id")
    # Neither does a correction lead into it; what is in it may be corrected and stays.
    typed = form(bangkok(DAY, 8))
    with pytest.raises(Refused) as moved:
        correct(CorrectCase(other_id, 1, typed, "จำแนกใหม่"), desk, boss)
    assert refused(moved) == (Reason.INACTIVE_CHOICE, "category_id")
    correct(CorrectCase(case_id, 1, replace(typed, restricted=True), "ปกปิด"), desk, boss)
    close(CloseCase(case_id, Outcome.SOLVED, "ภาพ"), desk, boss)
    assert desk.reading.case(boss, case_id).category.name == "อาคารสถานที่/ความปลอดภัย"
    figures = desk.reading.sla_figures(boss, DAY, DAY, desk.now())
    assert "อาคารสถานที่/ความปลอดภัย" in [group.name for group in figures.by_category]
    assert desk.reading.open_by_category(admin) == {10: 1}
    offer_category(OfferCategory(SAFETY, active=True), desk, admin)
    assert desk.reading.case(boss, take(desk, clerk, "d")).category.active


def test_behaviour_33c_a_letter_into_a_case_takes_no_number_ends_its_wait_and_runs_its_own_clock(
    room: Strongroom, desk: Desk, clock: Clock, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    case_id = take(desk, clerk)
    assign(AssignCases((case_id,), owner_id=owner.person_id), desk, boss)
    begin_wait(
        BeginWait(case_id, WaitFor.PETITIONER, "ขอสำเนา", clock(), DAY + days(7)), desk, owner
    )
    clock.pass_time(days=5)
    letter = ReceiveLetter("k", case_id, "นางปราณี สุขใจ", "ส่งสำเนา", clock(), ends_wait=True)
    for _again in range(2):
        incoming = receive_letter(letter, desk, clerk).incoming_id
    seen = desk.reading.case(boss, case_id)
    assert seen.status is Status.IN_PROGRESS
    (owed,) = seen.proceedings.owed
    assert owed.due_at == bangkok(DAY + days(20), 16, 30)
    assert desk.reading.tiles(boss, clock()).everything == 1
    with pytest.raises(Refused) as none:
        receive_letter(replace(letter, key="l"), desk, clerk)
    assert refused(none) == (Reason.NOT_WAITING, "ends_wait")
    # Once nothing else is due before it, the letter is what the list shows.
    told(desk, owner, case_id)
    answer_at = clock()
    with desk.unit(clerk) as work:
        case = work.cases.get(case_id)
        case.stop(ClockKind.ACKNOWLEDGE, answer_at)
        work.cases.save(case)
        work.commit()
    (row,) = desk.reading.register_rows(boss, [case_id])
    assert (row.due_kind, row.due_at) == (ClockKind.LETTER, owed.due_at)
    clock.at = owed.due_at
    assert listed(desk, boss, view=RegisterView.SOON) == [case_id]
    with room.writing.begin() as connection:
        connection.execute(sa.update(t.complaint).values(beside_at=None))
    assert [finding.fault for finding in prove(room)] == [Fault.LIST_DIFFERS]
    with room.writing.begin() as connection:
        connection.execute(sa.update(t.complaint).values(beside_at=owed.due_at))
    reply_to_letter(ReplyToLetter(case_id, incoming, clock(), "ศธ ๐๔๙๙๙/๒๐"), desk, owner)
    (row,) = desk.reading.register_rows(boss, [case_id])
    assert row.due_kind is ClockKind.RESOLVE
    with pytest.raises(Refused) as done:
        reply_to_letter(ReplyToLetter(case_id, incoming, clock(), "อีก"), desk, owner)
    assert refused(done) == (Reason.LETTER_ANSWERED, "replied_at")
    assert take(desk, clerk, "next") == case_id + 1
    assert desk.reading.case(boss, case_id + 1).number.running == seen.number.running + 1
    assert prove(room) == []


def test_behaviour_33d_who_is_accused_finds_nothing_of_it(
    desk: Desk, clock: Clock, clerk: Actor, owner: Actor
) -> None:
    about = (Accused("นายวิชัย", person_id=owner.person_id),)
    case_id = take(desk, clerk, accused=about)
    number = desk.reading.case(clerk, case_id).number
    clock.pass_time(days=60)
    for view in RegisterView:
        assert listed(desk, owner, view=view) == []
    for text in (str(number), "หลังคา", "5678"):
        assert listed(desk, owner, asked=read(text)) == []
    tiles = desk.reading.tiles(owner, clock())
    assert (tiles.everything, tiles.late, tiles.unassigned) == (0, 0, 0)
    with pytest.raises(Refused):
        desk.reading.case(owner, case_id)
    assert desk.reading.known(owner, Sought(phone="0812345678"), official_date(desk.now())) == []


def test_behaviour_33e_our_own_units_time_is_ours_and_misconduct_goes_on(
    desk: Desk, clock: Clock, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    case_id = take(desk, clerk)
    assign(AssignCases((case_id,), owner_id=owner.person_id), desk, boss)
    before = desk.reading.case(boss, case_id).clocks
    begin_wait(
        BeginWait(case_id, WaitFor.UNIT, "รอโรงเรียนรายงาน", clock(), DAY + days(7)), desk, owner
    )
    clock.pass_time(days=7)
    assert desk.reading.case(boss, case_id).clocks == before
    wrong = take(desk, clerk, "b", category_id=DISCIPLINE)
    gone = Withdraw(wrong, "ไม่ติดใจ", "หนังสือถอนเรื่องลงวันที่ ๒๐ ก.ค. ๒๕๖๙")
    with pytest.raises(Refused) as bare:
        withdraw(replace(gone, paper=""), desk, boss)
    assert refused(bare) == (Reason.REQUIRED, "paper")
    assert withdraw(gone, desk, boss).goes_on
    assert desk.reading.case(boss, wrong).status is Status.RECEIVED
    assert set(verdicts(desk.reading.case(boss, wrong))) == {Verdict.RUNNING}
    assert not withdraw(replace(gone, case_id=case_id), desk, boss).goes_on
    ended = desk.reading.case(boss, case_id)
    assert (ended.status, ended.outcome) == (Status.WITHDRAWN, Outcome.WITHDRAWN)


def test_a_hidden_complaint_leaves_lists_counts_and_search_and_comes_back(
    desk: Desk, clock: Clock, clerk: Actor, boss: Actor
) -> None:
    case_id = take(desk, clerk)
    with pytest.raises(Refused) as role:
        hide(Hide(case_id, "บันทึกซ้ำ"), desk, clerk)
    assert role.value.reason is Reason.NOT_ALLOWED
    hide(Hide(case_id, "บันทึกซ้ำ"), desk, boss)
    for actor in (clerk, boss):
        assert listed(desk, actor) == listed(desk, actor, asked=read("หลังคา")) == []
        assert desk.reading.tiles(actor, clock()).everything == 0
    assert listed(desk, boss, view=RegisterView.HIDDEN) == [case_id]
    assert [row.id for row in desk.reading.register_rows(boss, [case_id])] == [case_id]
    assert listed(desk, clerk, view=RegisterView.HIDDEN) == []
    assert desk.reading.register_rows(clerk, [case_id]) == []
    with pytest.raises(Refused):
        desk.reading.case(clerk, case_id)
    with pytest.raises(Refused) as closed:
        close(CloseCase(case_id, Outcome.SOLVED, "ภาพ"), desk, boss)
    assert closed.value.reason is Reason.IS_HIDDEN
    restore(Restore(case_id, "ไม่ซ้ำ"), desk, boss)
    assert listed(desk, clerk) == [case_id]
    with pytest.raises(Refused) as twice:
        restore(Restore(case_id, "อีก"), desk, boss)
    assert refused(twice) == (Reason.NOT_HIDDEN, "reason")


def test_a_sending_agencys_day_is_its_own(
    room: Strongroom, desk: Desk, clerk: Actor, boss: Actor
) -> None:
    made = form(bangkok(DAY, 8))
    asked = replace(made.intake, sender_due_on=DAY + days(10))
    first = take(desk, clerk, "a", intake=asked)
    seen = desk.reading.case(boss, first)
    assert official_date(due_at(seen, ClockKind.SENDER)) == DAY + days(10)
    second = take(desk, clerk, "b")
    merge(Merge(first, second, "เรื่องเดียวกัน"), desk, boss)
    # Merged, the duty to its sender goes on with the matter.
    assert due_at(desk.reading.case(boss, second), ClockKind.SENDER) == due_at(
        seen, ClockKind.SENDER
    )
    with pytest.raises(Refused) as early:
        take(desk, clerk, "c", intake=replace(asked, sender_due_on=DAY - days(1)))
    assert refused(early) == (Reason.WANTED_BEFORE, "intake.sender_due_on")
    assert prove(room) == []


def test_behaviour_08_a_new_cycle_is_promised_by_the_standard_and_the_senders_day_stays(
    room: Strongroom, desk: Desk, clock: Clock, clerk: Actor, boss: Actor
) -> None:
    asked = replace(form(bangkok(DAY, 8)).intake, sender_due_on=DAY + days(30))
    case_id = take(desk, clerk, intake=asked)
    close(CloseCase(case_id, Outcome.UNFOUNDED, "บันทึก"), desk, boss)
    clock.at = bangkok(date(2026, 10, 1))
    reopen(Reopen(case_id, "พบหลักฐานใหม่"), desk, boss)
    seen = desk.reading.case(boss, case_id)
    fresh = {c.kind: c for c in seen.clocks if c.cycle == seen.cycle}
    assert set(fresh) == {ClockKind.REPLY, ClockKind.RESOLVE, ClockKind.SENDER}
    for kind in (ClockKind.REPLY, ClockKind.RESOLVE):
        assert fresh[kind].started_at == clock()
    # Only the agency itself moves its day.
    assert official_date(due_at(seen, ClockKind.SENDER)) == DAY + days(30)
    assert not [c for c in seen.clocks if c.kind is ClockKind.SENDER and c.cycle == 1]
    assert prove(room) == []
