"""A letter that came and was recorded by mistake: what it ended goes on when it is withdrawn."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from cases import clock_of
from clock import Clock
from office import bangkok, days, form

from db.check import prove
from db.furnishing import Strongroom
from desktop.acts.assigning import AssignCases, assign
from desktop.acts.closing import CloseCase, close
from desktop.acts.receiving import ReceiveLetter, ReplyToLetter, receive_letter, reply_to_letter
from desktop.acts.registering import RegisterComplaint, register
from desktop.acts.reopening import Appeal, Reopen, appeal, reopen
from desktop.acts.revising import (
    CorrectIncoming,
    WithdrawIncoming,
    correct_incoming,
    withdraw_incoming,
)
from desktop.acts.waiting import BeginWait, EndWait, begin_wait, end_wait
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.clocks import ClockKind, Verdict
from desktop.rules.complaint import Outcome, Status
from desktop.rules.people import Actor
from desktop.rules.proceedings import WaitFor
from desktop.rules.reasons import Reason
from desktop.views import IncomingView

DAY = date(2026, 7, 15)


def waiting(desk: Desk, clerk: Actor, boss: Actor, owner: Actor, began: datetime) -> int:
    """A complaint that waits for an agency, from the day it was received."""
    made = form(bangkok(DAY, 8))
    case_id = register(RegisterComplaint("a", made), desk, clerk).case_id
    assign(AssignCases((case_id,), owner_id=owner.person_id), desk, boss)
    asked = BeginWait(
        case_id,
        WaitFor.AGENCY,
        "ขอข้อมูล",
        began,
        DAY + days(14),
        "เทศบาลตำบลตัวอย่าง",
        "ศธ ๐๔๙๙๙/๑",
        DAY,
    )
    begin_wait(asked, desk, owner)
    return case_id


def came(desk: Desk, clerk: Actor, case_id: int) -> int:
    letter = ReceiveLetter(
        "in", case_id, "เทศบาล", "ตอบ", desk.now(), referral=0, ends_wait=True, reply_needed=False
    )
    return receive_letter(letter, desk, clerk).incoming_id


def shown(desk: Desk, actor: Actor, case_id: int, incoming_id: int) -> IncomingView:
    """The record of a letter that came, as it now stands."""
    (one,) = (i for i in desk.reading.case(actor, case_id).incoming if i.id == incoming_id)
    return one


def dated_anew(
    desk: Desk, actor: Actor, case_id: int, incoming_id: int, at: datetime
) -> CorrectIncoming:
    """The correction of the day on which a letter came."""
    one = shown(desk, actor, case_id, incoming_id)
    return CorrectIncoming(one, one.sender, one.subject, at, "", None, "", "ลงวันผิด")


def test_withdrawing_a_letter_reopens_the_wait_and_the_referral_it_had_ended(
    room: Strongroom, desk: Desk, clock: Clock, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    case_id = waiting(desk, clerk, boss, owner, clock())
    before = desk.reading.case(boss, case_id)
    clock.pass_time(days=5)
    incoming = came(desk, clerk, case_id)
    ended = desk.reading.case(boss, case_id)
    assert ended.status is Status.IN_PROGRESS
    assert clock_of(ended, ClockKind.RESOLVE).verdict is Verdict.RUNNING
    clock.pass_time(days=1)
    undone = withdraw_incoming(WithdrawIncoming(incoming, "ของเรื่องอื่น"), desk, clerk)
    after = desk.reading.case(boss, case_id)
    assert undone.waits_again
    assert after.status is Status.WAITING_AGENCY
    assert after.proceedings.waits == before.proceedings.waits
    assert after.proceedings.referrals == before.proceedings.referrals
    assert after.clocks == before.clocks
    assert not prove(room)


def test_where_the_complaint_moved_on_the_wait_stays_as_it_ended(
    room: Strongroom, desk: Desk, clock: Clock, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    case_id = waiting(desk, clerk, boss, owner, clock())
    clock.pass_time(days=2)
    incoming = came(desk, clerk, case_id)
    close(CloseCase(case_id, Outcome.SOLVED, "ภาพ"), desk, boss)
    closed = desk.reading.case(boss, case_id)
    undone = withdraw_incoming(WithdrawIncoming(incoming, "ของเรื่องอื่น"), desk, clerk)
    after = desk.reading.case(boss, case_id)
    assert not undone.waits_again
    assert (after.status, after.proceedings.waits) == (Status.CLOSED, closed.proceedings.waits)
    assert after.clocks == closed.clocks
    assert not prove(room)


def test_a_letter_that_came_on_another_day_ended_the_wait_on_that_day(
    room: Strongroom, desk: Desk, clock: Clock, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    began = clock()
    case_id = waiting(desk, clerk, boss, owner, began)
    clock.pass_time(days=5)
    incoming = came(desk, clerk, case_id)
    late = clock_of(desk.reading.case(boss, case_id), ClockKind.RESOLVE).due_at
    truly = began + days(2)
    mended = CorrectIncoming(
        shown(desk, clerk, case_id, incoming), "เทศบาล", "ตอบ", truly, "", None, "", "ลงวันผิด"
    )
    correct_incoming(mended, desk, clerk)
    after = desk.reading.case(boss, case_id)
    (wait,), (referral,) = after.proceedings.waits, after.proceedings.referrals
    assert (wait.ended_at, referral.answered_at) == (truly, truly)
    soon = clock_of(after, ClockKind.RESOLVE).due_at
    assert soon is not None
    assert late is not None
    assert soon < late
    assert not prove(room)
    mended = replace(mended, seen=shown(desk, clerk, case_id, mended.seen.id))
    with pytest.raises(Refused) as refused:
        correct_incoming(replace(mended, received_at=began - days(1)), desk, clerk)
    assert (refused.value.reason, refused.value.field) == (Reason.BEFORE_WAIT, "received_at")


def test_a_letter_of_another_day_moves_no_wait_by_which_a_clock_was_judged(
    room: Strongroom, desk: Desk, clock: Clock, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    began = clock()
    case_id = waiting(desk, clerk, boss, owner, began)
    clock.pass_time(days=5)
    incoming = came(desk, clerk, case_id)
    clock.pass_time(days=1)
    close(CloseCase(case_id, Outcome.SOLVED, "ภาพ"), desk, boss)
    closed = desk.reading.case(boss, case_id)
    truly = began + days(2)
    mended = CorrectIncoming(
        shown(desk, clerk, case_id, incoming), "เทศบาล", "ตอบ", truly, "", None, "", "ลงวันผิด"
    )
    correct_incoming(mended, desk, clerk)
    after = desk.reading.case(boss, case_id)
    assert (after.clocks, after.proceedings.waits) == (closed.clocks, closed.proceedings.waits)
    assert not prove(room)
    clock.pass_time(days=3)
    reopen(Reopen(case_id, "พบหลักฐานใหม่"), desk, boss)
    mended = replace(mended, seen=shown(desk, clerk, case_id, incoming))
    correct_incoming(replace(mended, received_at=began + days(3)), desk, clerk)
    assert not prove(room)


def refused_for(refused: pytest.ExceptionInfo[Refused]) -> tuple[Reason, str | None]:
    return refused.value.reason, refused.value.field


def contested(desk: Desk, clock: Clock, clerk: Actor, boss: Actor) -> tuple[int, int, datetime]:
    """A complaint closed a day ago and contested by a letter now; that letter, and the closing."""
    made = form(bangkok(DAY, 8))
    case_id = register(RegisterComplaint("a", made), desk, clerk).case_id
    clock.pass_time(days=3)
    close(CloseCase(case_id, Outcome.SOLVED, "ภาพ"), desk, boss)
    closed_at = clock()
    clock.pass_time(days=6)
    other = ReceiveLetter("o", case_id, "ผู้ร้อง", "ขอสำเนา", clock(), reply_needed=False)
    letter = ReceiveLetter("k", case_id, "ผู้ร้อง", "ขอให้ทบทวนผล", clock())
    appeal(Appeal(letter, "ไม่เห็นด้วย"), desk, clerk)
    receive_letter(other, desk, clerk)
    (incoming_id,) = (
        one.id for one in desk.reading.case(boss, case_id).incoming if one.subject == letter.subject
    )
    return case_id, incoming_id, closed_at


def test_a_cycle_begins_when_the_letter_that_contested_the_result_came_in_truth(
    room: Strongroom, desk: Desk, clock: Clock, clerk: Actor, boss: Actor
) -> None:
    case_id, letter, closed_at = contested(desk, clock, clerk, boss)
    before = desk.reading.case(boss, case_id)
    truly = closed_at + days(1)
    (other,) = (one.id for one in before.incoming if one.id != letter)
    mended = CorrectIncoming(
        shown(desk, clerk, case_id, other), "ผู้ร้อง", "ขอสำเนา", truly, "", None, "", "ลงวันผิด"
    )
    correct_incoming(mended, desk, clerk)
    untouched = desk.reading.case(boss, case_id)
    assert (untouched.cycle_started_at, untouched.clocks) == (
        before.cycle_started_at,
        before.clocks,
    )
    mended = dated_anew(desk, clerk, case_id, letter, truly)
    correct_incoming(mended, desk, clerk)
    after = desk.reading.case(boss, case_id)
    assert after.cycle_started_at == truly
    soon, late = (
        next(one.due_at for one in case.clocks if (one.kind, one.cycle) == (ClockKind.RESOLVE, 2))
        for case in (after, before)
    )
    assert soon is not None
    assert late is not None
    assert soon < late
    assert not prove(room)
    mended = replace(mended, seen=shown(desk, clerk, case_id, mended.seen.id))
    with pytest.raises(Refused) as refused:
        correct_incoming(replace(mended, received_at=closed_at - days(1)), desk, clerk)
    assert refused_for(refused) == (Reason.BEFORE_CLOSING, "received_at")


def test_a_cycle_cannot_have_begun_after_what_was_done_in_it(
    desk: Desk, clock: Clock, clerk: Actor, boss: Actor
) -> None:
    case_id, letter, _ = contested(desk, clock, clerk, boss)
    clock.pass_time(days=2)
    close(CloseCase(case_id, Outcome.SOLVED, "ภาพ"), desk, boss)
    clock.pass_time(days=2)
    late = dated_anew(desk, clerk, case_id, letter, clock() - days(1))
    with pytest.raises(Refused) as refused:
        correct_incoming(late, desk, clerk)
    assert refused_for(refused) == (Reason.OVERTAKEN, "received_at")


def test_the_letter_with_which_the_running_cycle_began_cannot_be_withdrawn(
    desk: Desk, clock: Clock, clerk: Actor, boss: Actor
) -> None:
    case_id, letter, _ = contested(desk, clock, clerk, boss)
    with pytest.raises(Refused) as refused:
        withdraw_incoming(WithdrawIncoming(letter, "ของเรื่องอื่น"), desk, clerk)
    assert refused_for(refused) == (Reason.BEGAN_ANEW, "reason")
    (other,) = (one.id for one in desk.reading.case(boss, case_id).incoming if one.id != letter)
    withdraw_incoming(WithdrawIncoming(other, "ของเรื่องอื่น"), desk, clerk)


def test_an_agency_cannot_have_answered_before_it_was_asked(
    desk: Desk, clock: Clock, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    case_id = waiting(desk, clerk, boss, owner, clock())
    end_wait(EndWait(case_id, clock(), "ไม่รอแล้ว"), desk, owner)
    clock.pass_time(days=2)
    letter = ReceiveLetter("in", case_id, "เทศบาล", "ตอบ", clock(), referral=0, reply_needed=False)
    incoming = receive_letter(letter, desk, clerk).incoming_id
    early = bangkok(DAY - days(1), 9)
    mended = CorrectIncoming(
        shown(desk, clerk, case_id, incoming), "เทศบาล", "ตอบ", early, "", None, "", "ลงวันผิด"
    )
    with pytest.raises(Refused) as refused:
        correct_incoming(mended, desk, clerk)
    assert refused_for(refused) == (Reason.BEFORE_SENDING, "received_at")
    assert refused.value.parameters["number"] == "ศธ ๐๔๙๙๙/๑"


def test_a_letter_cannot_have_come_after_it_was_replied_to(
    desk: Desk, clock: Clock, clerk: Actor, owner: Actor, boss: Actor
) -> None:
    made = form(bangkok(DAY, 8))
    case_id = register(RegisterComplaint("a", made), desk, clerk).case_id
    assign(AssignCases((case_id,), owner_id=owner.person_id), desk, boss)
    letter = ReceiveLetter("in", case_id, "เทศบาล", "ขอข้อมูล", clock())
    incoming = receive_letter(letter, desk, clerk).incoming_id
    clock.pass_time(days=1)
    reply_to_letter(ReplyToLetter(case_id, incoming, clock(), "โทรตอบ"), desk, owner)
    clock.pass_time(days=3)
    late = clock() - days(1)
    mended = CorrectIncoming(
        shown(desk, clerk, case_id, incoming), "เทศบาล", "ขอข้อมูล", late, "", None, "", "ลงวันผิด"
    )
    with pytest.raises(Refused) as refused:
        correct_incoming(mended, desk, clerk)
    assert refused_for(refused) == (Reason.OVERTAKEN, "received_at")
