"""Not accepting, returning, proposing to close, tying, splitting, finding out, following up."""

from datetime import date

import pytest
from fakes import FakeStore
from office import bangkok, days, form, signed_by

from desktop.acts.assigning import AssignCases, assign
from desktop.acts.closing import CloseCase, close
from desktop.acts.declining import NotAccept, not_accept
from desktop.acts.following_up import RecordAnswer, Remind, record_answer, remind
from desktop.acts.investigating import (
    AppointCommittee,
    ExtendInquiry,
    ReportFindings,
    appoint,
    extend_inquiry,
    report_findings,
)
from desktop.acts.linking import Tie, Untie, tie, untie
from desktop.acts.moving import MoveCases, move
from desktop.acts.ordering import RecordOrder, record_order
from desktop.acts.promising_contact import PromiseContact, promise_contact
from desktop.acts.proposing_closing import ProposeClosing, propose_closing
from desktop.acts.protecting import ProtectChild, protect_child
from desktop.acts.receiving import ReceiveLetter, receive_letter
from desktop.acts.referring import Refer, refer
from desktop.acts.registering import RegisterComplaint, register
from desktop.acts.returning import ReturnCase, hand_back
from desktop.acts.splitting import Split, split
from desktop.acts.waiting import BeginWait, begin_wait
from desktop.errors import Refusals, Refused
from desktop.ports import Desk
from desktop.rules.case import Case, StepKind
from desktop.rules.clocks import ClockKind, Verdict
from desktop.rules.complaint import Outcome, PetitionerKind, Status
from desktop.rules.grounds import NonAcceptance, UnsignedTest
from desktop.rules.links import LinkKind
from desktop.rules.people import Actor, Role
from desktop.rules.proceedings import Findings, WaitFor
from desktop.rules.reasons import Reason
from desktop.rules.road import Move

DAY = date(2026, 7, 15)
TO = ("เทศบาลตำบลตัวอย่าง", "ศธ ๐๔๙๙๙/๑๒", DAY)


@pytest.fixture
def case_id(desk: Desk, clerk: Actor) -> int:
    return taken(desk, clerk, "first")


@pytest.fixture
def at_work(desk: Desk, boss: Actor, owner: Actor, case_id: int) -> int:
    assign(AssignCases((case_id,), owner_id=owner.person_id), desk, boss)
    return case_id


def taken(desk: Desk, clerk: Actor, key: str, **changes: object) -> int:
    made = form(bangkok(DAY), **changes)
    return register(RegisterComplaint(key, made), desk, clerk).case_id


def stored(store: FakeStore, case_id: int) -> Case:
    return store.drawer.cases[case_id]


def last_step(store: FakeStore) -> StepKind:
    return store.drawer.steps[-1][2].kind


def refusals(error: pytest.ExceptionInfo[Refused]) -> set[tuple[Reason, str | None]]:
    told = error.value.refusals if isinstance(error.value, Refusals) else (error.value,)
    return {(one.reason, one.field) for one in told}


def ordered(desk: Desk, clerk: Actor, case_id: int) -> None:
    record_order(RecordOrder((case_id,), "ไม่รับไว้พิจารณา", "นายสมคิด", DAY), desk, clerk)


def test_nothing_is_turned_away_without_ground_reason_and_order(
    store: FakeStore, desk: Desk, clerk: Actor, boss: Actor, case_id: int
) -> None:
    with pytest.raises(Refused) as empty:
        not_accept(NotAccept(case_id, None, " "), desk, boss)
    assert refusals(empty) == {(Reason.REQUIRED, "ground"), (Reason.REQUIRED, "reason")}
    decided = NotAccept(case_id, NonAcceptance.DECIDED, "เคยยุติแล้ว ไม่มีหลักฐานใหม่")
    with pytest.raises(Refused) as unordered:
        not_accept(decided, desk, boss)
    assert refusals(unordered) == {(Reason.ORDER_NEEDED, "ground")}
    ordered(desk, clerk, case_id)
    with pytest.raises(Refused) as role:
        not_accept(decided, desk, clerk)
    assert role.value.reason is Reason.NOT_ALLOWED
    not_accept(decided, desk, boss)
    case = stored(store, case_id)
    assert (case.status, case.closed_at) == (Status.NOT_ACCEPTED, store.now)
    clock = case.clock(ClockKind.RESOLVE)
    assert clock is not None
    assert clock.verdict is Verdict.MET
    assert store.drawer.steps[-1][2].facts["ground"] == "decided"


def test_the_director_turns_away_by_himself(store: FakeStore, desk: Desk, case_id: int) -> None:
    director = Actor(3, "นายสมคิด ตั้งมั่น", frozenset({Role.DIRECTOR}))
    not_accept(NotAccept(case_id, NonAcceptance.POLICY, "นโยบาย"), desk, director)
    assert stored(store, case_id).status is Status.NOT_ACCEPTED


def test_an_unsigned_paper_is_turned_away_by_the_test_it_fails(
    store: FakeStore, desk: Desk, clerk: Actor, boss: Actor, case_id: int
) -> None:
    unsigned = signed_by(kind=PetitionerKind.ANONYMOUS, first="", last="")
    other = taken(desk, clerk, "second", petitioners=unsigned)
    for one in (case_id, other):
        ordered(desk, clerk, one)
    ground = NonAcceptance.UNSIGNED
    with pytest.raises(Refused) as signed:
        not_accept(NotAccept(case_id, ground, "ไม่มีพยาน"), desk, boss)
    assert refusals(signed) == {(Reason.SOMEBODY_SIGNED, "ground")}
    with pytest.raises(Refused) as none_failed:
        not_accept(NotAccept(other, ground, "ไม่มีพยาน"), desk, boss)
    assert refusals(none_failed) == {(Reason.TEST_NEEDED, "failed")}
    failed = frozenset({UnsignedTest.WITNESSES, UnsignedTest.EVIDENCE})
    not_accept(NotAccept(other, ground, "ไม่มีพยาน", failed), desk, boss)
    assert store.drawer.steps[-1][2].facts["failed"] == "evidence witnesses"


def test_what_was_misdelivered_never_was_a_case(
    store: FakeStore, desk: Desk, clerk: Actor, case_id: int
) -> None:
    with pytest.raises(Refused) as empty:
        hand_back(ReturnCase(case_id, "ส่งผิด", "", " ", None), desk, clerk)
    assert refusals(empty) == {
        (Reason.REQUIRED, name) for name in ("agency", "letter_number", "letter_date")
    }
    hand_back(ReturnCase(case_id, "จ่าหน้าถึงเทศบาล", *TO), desk, clerk)
    case = stored(store, case_id)
    assert case.status is Status.RETURNED
    assert {clock.verdict for clock in case.clocks} == {Verdict.DROPPED}
    assert case.referrals[0].agency == TO[0]


def test_closing_is_proposed_sent_back_and_done_as_proposed(
    store: FakeStore, desk: Desk, boss: Actor, owner: Actor, at_work: int
) -> None:
    with pytest.raises(Refused) as empty:
        propose_closing(ProposeClosing(at_work, None, ""), desk, owner)
    assert refusals(empty) == {(Reason.REQUIRED, "outcome"), (Reason.REQUIRED, "evidence")}
    with pytest.raises(Refused) as by_referral:
        propose_closing(ProposeClosing(at_work, Outcome.NOT_IN_AUTHORITY, "-"), desk, owner)
    assert refusals(by_referral) == {(Reason.REFERRAL_NEEDED, "outcome")}
    proposed = ProposeClosing(at_work, Outcome.SOLVED, "ภาพถ่ายหลังซ่อม")
    propose_closing(proposed, desk, owner)
    move(MoveCases((at_work,), Move.SEND_BACK, "ขอภาพเพิ่ม"), desk, boss)
    assert stored(store, at_work).status is Status.IN_PROGRESS
    propose_closing(proposed, desk, owner)
    clock = stored(store, at_work).clock(ClockKind.RESOLVE)
    assert clock is not None
    assert clock.stopped_at is None
    close(CloseCase(at_work, Outcome.SOLVED, "ภาพถ่ายหลังซ่อม"), desk, boss)
    assert stored(store, at_work).status is Status.CLOSED


def test_related_complaints_are_tied_once_and_untied(
    store: FakeStore, desk: Desk, clerk: Actor, owner: Actor, case_id: int
) -> None:
    other = taken(desk, clerk, "second")
    for command, found in (
        (Tie(case_id, None), (Reason.REQUIRED, "other")),
        (Tie(case_id, case_id), (Reason.SAME_CASE, "other")),
    ):
        with pytest.raises(Refused) as error:
            tie(command, desk, owner)
        assert refusals(error) == {found}
    tie(Tie(case_id, other, "ครูคนเดียวกัน"), desk, owner)
    tie(Tie(other, case_id), desk, owner)
    (link,) = store.drawer.links.values()
    assert (link.kind, link.reason) == (LinkKind.RELATED, "ครูคนเดียวกัน")
    untie(Untie(other, case_id, "คนละคน"), desk, owner)
    assert store.drawer.links[1].undone_at == store.now
    with pytest.raises(Refused) as twice:
        untie(Untie(case_id, other, "อีก"), desk, owner)
    assert refusals(twice) == {(Reason.NOT_LINKED, "reason")}


def test_a_second_matter_takes_a_number_and_stays_tied(
    store: FakeStore, desk: Desk, clerk: Actor, boss: Actor, case_id: int
) -> None:
    command = Split("k", case_id, "ครูเก็บเงินเกิน", "เก็บค่าเสื้อ", 6, "สองเรื่องในฉบับเดียว")
    with pytest.raises(Refused) as role:
        split(command, desk, clerk)
    assert role.value.reason is Reason.NOT_ALLOWED
    with pytest.raises(Refused) as empty:
        split(Split("k", case_id, " ", "", None, ""), desk, boss)
    assert refusals(empty) == {
        (Reason.REQUIRED, name) for name in ("subject", "category", "reason")
    }
    store.pass_time(days=3)
    first, again = split(command, desk, boss), split(command, desk, boss)
    assert first == again
    part, whole = stored(store, first.case_id), stored(store, case_id)
    assert part.number.running == whole.number.running + 1
    assert (part.received_at, part.petitioners) == (whole.received_at, whole.petitioners)
    assert (part.matter.subject, part.category_id, part.restricted) == ("ครูเก็บเงินเกิน", 6, True)
    assert whole.matter.subject != part.matter.subject
    assert [link.kind for link in store.drawer.links.values()] == [LinkKind.SPLIT]


def test_one_committee_at_a_time_with_more_time_and_a_report(
    store: FakeStore, desk: Desk, owner: Actor, at_work: int
) -> None:
    with pytest.raises(Refused) as none:
        report_findings(ReportFindings(at_work, DAY, Findings.NO_GROUND, "ไม่มีมูล"), desk, owner)
    assert refusals(none) == {(Reason.NO_INQUIRY, "reported_on")}
    good = AppointCommittee(at_work, "๑๒/๒๕๖๙", DAY, "นาย ก ประธาน", DAY + days(30))
    wrong = (
        (AppointCommittee(at_work, "๑", DAY + days(1), "ก", DAY + days(9)), Reason.IN_THE_FUTURE),
        (AppointCommittee(at_work, "๑", DAY - days(1), "ก", DAY + days(9)), Reason.BEFORE_RECEIPT),
    )
    for command, reason in wrong:
        with pytest.raises(Refused) as error:
            appoint(command, desk, owner)
        assert refusals(error) == {(reason, "ordered_on")}
    with pytest.raises(Refused) as no_time:
        appoint(AppointCommittee(at_work, "๑", DAY, "ก", DAY), desk, owner)
    assert refusals(no_time) == {(Reason.NOT_LATER, "due_on")}
    appoint(good, desk, owner)
    with pytest.raises(Refused) as second:
        appoint(good, desk, owner)
    assert refusals(second) == {(Reason.INQUIRY_OPEN, "order_number")}
    with pytest.raises(Refused) as sooner:
        extend_inquiry(ExtendInquiry(at_work, DAY + days(30), "พยานป่วย"), desk, owner)
    assert refusals(sooner) == {(Reason.NOT_LATER, "until")}
    extend_inquiry(ExtendInquiry(at_work, DAY + days(45), "พยานป่วย"), desk, owner)
    store.pass_time(days=40)
    with pytest.raises(Refused) as before:
        report_findings(
            ReportFindings(at_work, DAY - days(1), Findings.SERIOUS, "มีมูล"), desk, owner
        )
    assert refusals(before) == {(Reason.BEFORE_ORDER, "reported_on")}
    report_findings(ReportFindings(at_work, DAY + days(40), Findings.SERIOUS, "มีมูล"), desk, owner)
    (inquiry,) = stored(store, at_work).investigations
    assert (inquiry.extended_to, inquiry.findings) == (DAY + days(45), Findings.SERIOUS)
    # Another may be appointed when the first has reported.
    appoint(
        AppointCommittee(at_work, "๒๐/๒๕๖๙", DAY + days(40), "นาย ข", DAY + days(70)), desk, owner
    )
    assert len(stored(store, at_work).investigations) == 2


def test_a_child_in_danger_is_taken_over_the_same_day_or_somebody_says_why(
    store: FakeStore, desk: Desk, clerk: Actor, case_id: int
) -> None:
    shelter = "บ้านพักเด็กและครอบครัว โทร ๑๓๐๐"
    with pytest.raises(Refused) as safe:
        protect_child(ProtectChild(case_id, shelter, store.now), desk, clerk)
    assert refusals(safe) == {(Reason.CHILD_NOT_IN_DANGER, "receiver")}
    other = taken(desk, clerk, "second", child_danger=True)
    with pytest.raises(Refused) as nobody:
        protect_child(ProtectChild(other, " ", store.now), desk, clerk)
    assert refusals(nobody) == {(Reason.REQUIRED, "receiver")}
    with pytest.raises(Refused) as future:
        protect_child(ProtectChild(other, shelter, store.now + days(1)), desk, clerk)
    assert refusals(future) == {(Reason.IN_THE_FUTURE, "taken_at")}
    store.pass_time(days=1)
    with pytest.raises(Refused) as next_day:
        protect_child(ProtectChild(other, shelter, store.now), desk, clerk)
    assert refusals(next_day) == {(Reason.SAME_DAY, "note")}
    protect_child(ProtectChild(other, shelter, store.now, "ติดต่อไม่ได้ในคืนแรก"), desk, clerk)
    case = stored(store, other)
    assert (case.child_receiver, case.child_taken_at) == (shelter, store.now)


def test_an_agency_is_reminded_again_and_again_until_it_answers(
    store: FakeStore, desk: Desk, owner: Actor, at_work: int
) -> None:
    with pytest.raises(Refused) as unasked:
        begin_wait(
            BeginWait(at_work, WaitFor.AGENCY, "ขอข้อมูล", store.now, DAY + days(15)), desk, owner
        )
    assert refusals(unasked) == {
        (Reason.REQUIRED, name) for name in ("agency", "letter_number", "letter_date")
    }
    asked = BeginWait(at_work, WaitFor.AGENCY, "ขอข้อมูล", store.now, DAY + days(15), *TO)
    begin_wait(asked, desk, owner)
    due = stored(store, at_work).referrals[0].due_at
    assert due == bangkok(DAY + days(15), 16, 30)
    store.pass_time(days=20)
    for command, reason in (
        (Remind(at_work, 0, DAY + days(21)), Reason.IN_THE_FUTURE),
        (Remind(at_work, 0, DAY - days(1)), Reason.BEFORE_SENDING),
    ):
        with pytest.raises(Refused) as error:
            remind(command, desk, owner)
        assert refusals(error) == {(reason, "reminded_on")}
    rounds = [remind(Remind(at_work, 0, DAY + days(n)), desk, owner).round for n in (16, 18, 20)]
    assert rounds == [1, 2, 3]
    with pytest.raises(Refused) as early:
        record_answer(RecordAnswer(at_work, 0, bangkok(DAY - days(1)), "ตอบ"), desk, owner)
    assert refusals(early) == {(Reason.BEFORE_SENDING, "answered_at")}
    record_answer(RecordAnswer(at_work, 0, store.now, "ดำเนินการแล้ว"), desk, owner)
    case = stored(store, at_work)
    assert (case.status, case.referrals[0].answer) == (Status.IN_PROGRESS, "ดำเนินการแล้ว")
    with pytest.raises(Refused) as too_late:
        remind(Remind(at_work, 0, DAY + days(20)), desk, owner)
    assert refusals(too_late) == {(Reason.ALREADY_ANSWERED, "reminded_on")}
    with pytest.raises(Refused) as twice:
        record_answer(RecordAnswer(at_work, 0, store.now, "อีก"), desk, owner)
    assert refusals(twice) == {(Reason.ALREADY_ANSWERED, "answered_at")}


def test_what_left_for_another_agency_may_be_due_back_and_is_answered_by_its_letter(
    store: FakeStore, desk: Desk, clerk: Actor, boss: Actor, case_id: int
) -> None:
    with pytest.raises(Refused) as backward:
        refer(Refer(case_id, *TO, DAY - days(1)), desk, boss)
    assert refusals(backward) == {(Reason.BEFORE_SENDING, "due_on")}
    refer(Refer(case_id, *TO, DAY + days(30)), desk, boss)
    assert stored(store, case_id).referrals[0].due_at == bangkok(DAY + days(30), 16, 30)
    store.pass_time(days=40)
    letter = ReceiveLetter("k", case_id, TO[0], "แจ้งผล", store.now, referral=0, reply_needed=False)
    receive_letter(letter, desk, clerk)
    case = stored(store, case_id)
    assert case.referrals[0].answered_at == store.now
    assert (case.status, case.owed) == (Status.REFERRED, ())
    assert last_step(store) is StepKind.LETTER_RECEIVED


def test_nobody_is_promised_a_word_who_did_not_sign(
    store: FakeStore, desk: Desk, clerk: Actor, owner: Actor
) -> None:
    unsigned = signed_by(kind=PetitionerKind.ANONYMOUS, first="", last="")
    case_id = taken(desk, clerk, "a", petitioners=unsigned)
    with pytest.raises(Refused) as error:
        promise_contact(PromiseContact(case_id, DAY + days(3)), desk, owner)
    assert refusals(error) == {(Reason.NOBODY_TO_TELL, "contact_on")}
    assert stored(store, case_id).contact_on is None
