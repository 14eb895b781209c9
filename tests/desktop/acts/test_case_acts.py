"""Acts on a complaint that is already in the register."""

from datetime import date

import pytest
from fakes import FakeStore
from office import bangkok, days, form, signed_by

from desktop.acts.acknowledging import AcknowledgeOrally, acknowledge_orally
from desktop.acts.answering import Answer, answer
from desktop.acts.assigning import AssignCases, assign
from desktop.acts.attaching import LARGEST, AttachFiles, NewFile, attach
from desktop.acts.closing import CloseCase, close
from desktop.acts.correcting import CorrectCase, correct
from desktop.acts.noting import NoteStep, note
from desktop.acts.referring import Refer, refer
from desktop.acts.registering import RegisterComplaint, register
from desktop.errors import Conflict, Refusals, Refused
from desktop.ports import Desk
from desktop.rules.case import Case
from desktop.rules.clocks import ClockKind, Origin, Verdict
from desktop.rules.complaint import Accused, ContactWay, Outcome, PetitionerKind, Status
from desktop.rules.people import Actor
from desktop.rules.priority import Priority
from desktop.rules.reasons import Reason

DAY = date(2026, 7, 15)


@pytest.fixture
def case_id(desk: Desk, clerk: Actor) -> int:
    return register(RegisterComplaint("first", form(bangkok(DAY))), desk, clerk).case_id


def stored(store: FakeStore, case_id: int) -> Case:
    return store.drawer.cases[case_id]


def refusal(error: pytest.ExceptionInfo[Refused]) -> tuple[Reason, str | None]:
    return error.value.reason, error.value.field


def test_assign_sets_owner_priority_and_status(
    store: FakeStore, desk: Desk, boss: Actor, owner: Actor, case_id: int
) -> None:
    before = stored(store, case_id).clock(ClockKind.RESOLVE)
    assign(AssignCases((case_id,), Priority.MOST_URGENT, owner.person_id), desk, boss)
    case = stored(store, case_id)
    assert (case.status, case.owner_id) == (Status.ASSIGNED, owner.person_id)
    after = case.clock(ClockKind.RESOLVE)
    assert before is not None
    assert after is not None
    assert after.due_at is not None
    assert before.due_at is not None
    assert after.due_at < before.due_at
    assert after.first_due_at == before.first_due_at


def test_assign_many_or_none(
    store: FakeStore, desk: Desk, clerk: Actor, boss: Actor, owner: Actor, case_id: int
) -> None:
    against = form(bangkok(DAY), accused=(Accused("นายวิชัย", person_id=owner.person_id),))
    other = register(RegisterComplaint("second", against), desk, clerk).case_id
    with pytest.raises(Refused) as error:
        assign(AssignCases((case_id, other), owner_id=owner.person_id), desk, boss)
    assert refusal(error) == (Reason.OWNER_IS_ACCUSED, "owner_id")
    assert stored(store, case_id).owner_id is None


def test_an_ordered_day_replaces_the_standards_and_survives_a_new_priority(
    store: FakeStore, desk: Desk, boss: Actor, owner: Actor, case_id: int
) -> None:
    assign(AssignCases((case_id,), owner_id=owner.person_id, due_on=date(2026, 8, 3)), desk, boss)
    assign(AssignCases((case_id,), priority=Priority.MOST_URGENT), desk, boss)
    clock = stored(store, case_id).clock(ClockKind.RESOLVE)
    assert clock is not None
    assert clock.target is not None
    assert clock.target.origin is Origin.GIVEN
    assert clock.due_at == bangkok(date(2026, 8, 3), 16, 30)
    with pytest.raises(Refused) as error:
        assign(AssignCases((case_id,), due_on=date(2026, 7, 1)), desk, boss)
    assert refusal(error) == (Reason.DUE_BEFORE_RECEIPT, "due_on")


def test_only_those_who_may_assign(desk: Desk, clerk: Actor, boss: Actor, case_id: int) -> None:
    with pytest.raises(Refused) as error:
        assign(AssignCases((case_id,), priority=Priority.URGENT), desk, clerk)
    assert error.value.reason is Reason.NOT_ALLOWED
    with pytest.raises(Refused) as cannot:
        assign(AssignCases((case_id,), owner_id=1), desk, boss)
    assert refusal(cannot) == (Reason.OWNER_CANNOT_WORK, "owner_id")
    with pytest.raises(Refused):
        assign(AssignCases((case_id,)), desk, boss)
    with pytest.raises(Refused):
        assign(AssignCases((), priority=Priority.URGENT), desk, boss)


def test_a_note_starts_the_owners_work_and_touches_no_clock(
    store: FakeStore, desk: Desk, boss: Actor, owner: Actor, case_id: int
) -> None:
    assign(AssignCases((case_id,), owner_id=owner.person_id), desk, boss)
    clocks = stored(store, case_id).clocks
    note(NoteStep(case_id, "โทรสอบถามโรงเรียนแล้ว"), desk, owner)
    assert stored(store, case_id).status is Status.IN_PROGRESS
    assert stored(store, case_id).clocks == clocks
    assert store.drawer.steps[-1][2].note == "โทรสอบถามโรงเรียนแล้ว"
    with pytest.raises(Refused) as error:
        note(NoteStep(case_id, " \u200b "), desk, owner)
    assert refusal(error) == (Reason.REQUIRED, "text")


def test_a_file_too_large_says_so(desk: Desk, clerk: Actor, case_id: int) -> None:
    huge = NewFile("ใหญ่.mp4", bytes(LARGEST + 1))
    with pytest.raises(Refused) as error:
        attach(AttachFiles(case_id, (huge,)), desk, clerk)
    assert refusal(error) == (Reason.FILE_TOO_LARGE, "files")
    assert len(attach(AttachFiles(case_id, (NewFile("a.txt", b"a"),)), desk, clerk).file_ids) == 1


def test_oral_acknowledgement_is_dated_when_it_was_spoken(
    store: FakeStore, desk: Desk, clerk: Actor, case_id: int
) -> None:
    store.pass_time(days=2)
    spoken = bangkok(DAY, 10)
    acknowledge_orally(AcknowledgeOrally(case_id, spoken), desk, clerk)
    clock = stored(store, case_id).clock(ClockKind.ACKNOWLEDGE)
    assert clock is not None
    assert (clock.stopped_at, clock.verdict) == (spoken, Verdict.MET)
    for moment, reason in (
        (store.now + days(1), Reason.IN_THE_FUTURE),
        (bangkok(DAY, 8), Reason.BEFORE_RECEIPT),
    ):
        with pytest.raises(Refused) as error:
            acknowledge_orally(AcknowledgeOrally(case_id, moment), desk, clerk)
        assert error.value.reason is reason


def test_refer_demands_whom_number_and_date(
    store: FakeStore, desk: Desk, owner: Actor, case_id: int
) -> None:
    with pytest.raises(Refusals) as error:
        refer(Refer(case_id, " ", "", None), desk, owner)
    assert [r.field for r in error.value.refusals] == ["agency", "letter_number", "letter_date"]
    refer(Refer(case_id, "เทศบาลตำบลตัวอย่าง", "ศธ ๐๔๙๙๙/๑๐", DAY), desk, owner)
    case = stored(store, case_id)
    assert (case.status, case.outcome) == (Status.REFERRED, Outcome.REFERRED)
    assert case.clock(ClockKind.RESOLVE).stopped_at is not None  # type: ignore[union-attr]
    assert case.clock(ClockKind.ACKNOWLEDGE).stopped_at is None  # type: ignore[union-attr]


def test_behaviour_26_closing_outside_authority_needs_the_referral(
    desk: Desk, owner: Actor, case_id: int
) -> None:
    with pytest.raises(Refused) as error:
        close(CloseCase(case_id, Outcome.NOT_IN_AUTHORITY, "เพราะ"), desk, owner)
    assert refusal(error) == (Reason.REFERRAL_NEEDED, "outcome")
    with pytest.raises(Refused) as bare:
        close(CloseCase(case_id, Outcome.SOLVED, ""), desk, owner)
    assert refusal(bare) == (Reason.EVIDENCE_NEEDED, "evidence")


def test_behaviour_07_closing_late_needs_a_reason_that_stays(
    store: FakeStore, desk: Desk, owner: Actor, case_id: int
) -> None:
    store.pass_time(days=200)
    late = CloseCase(case_id, Outcome.SOLVED, "ซ่อมหลังคาแล้ว มีภาพถ่าย")
    with pytest.raises(Refused) as error:
        close(late, desk, owner)
    assert refusal(error) == (Reason.LATE_REASON_NEEDED, "late_reason")
    assert stored(store, case_id).status is Status.RECEIVED
    done = close(CloseCase(case_id, late.outcome, late.evidence, "รองบประมาณ"), desk, owner)
    assert done.verdict is Verdict.MISSED
    assert stored(store, case_id).late_reason == "รองบประมาณ"
    with pytest.raises(Refused) as twice:
        close(late, desk, owner)
    assert twice.value.reason is Reason.WRONG_STATUS


def test_answer_stops_the_reply_clock_and_informs_of_a_closed_case(
    store: FakeStore, desk: Desk, owner: Actor, case_id: int
) -> None:
    store.pass_time(days=3)
    close(CloseCase(case_id, Outcome.SOLVED, "ซ่อมแล้ว"), desk, owner)
    store.pass_time(days=1)
    answer(Answer(case_id, ContactWay.PHONE, store.now, "แจ้งผลทางโทรศัพท์"), desk, owner)
    case = stored(store, case_id)
    assert case.status is Status.INFORMED
    assert case.clock(ClockKind.REPLY).verdict is Verdict.MET  # type: ignore[union-attr]


def test_correct_keeps_the_number_and_counts_again(
    store: FakeStore, desk: Desk, clerk: Actor, case_id: int
) -> None:
    case = stored(store, case_id)
    before, number = case.clocks, case.number
    earlier = form(bangkok(date(2026, 7, 13)))
    correct(CorrectCase(case_id, case.version, earlier, "พิมพ์วันที่ผิด"), desk, clerk)
    after = stored(store, case_id)
    assert after.number == number
    assert all(a.due_at < b.due_at for a, b in zip(after.clocks, before, strict=True))  # type: ignore[operator]
    assert [c.first_due_at for c in after.clocks] == [c.first_due_at for c in before]
    with pytest.raises(Conflict):
        correct(CorrectCase(case_id, case.version, earlier, "ซ้ำ"), desk, clerk)
    with pytest.raises(Refused) as error:
        correct(CorrectCase(case_id, after.version, earlier, ""), desk, clerk)
    assert refusal(error) == (Reason.REQUIRED, "reason")


def test_correcting_to_anonymous_drops_promises_to_nobody(
    store: FakeStore, desk: Desk, clerk: Actor, case_id: int
) -> None:
    unsigned = form(bangkok(DAY), petitioners=signed_by(kind=PetitionerKind.ANONYMOUS))
    correct(CorrectCase(case_id, 1, unsigned, "ไม่มีผู้ลงชื่อ"), desk, clerk)
    assert [c.kind for c in stored(store, case_id).clocks] == [ClockKind.RESOLVE]


def test_the_accused_cannot_touch_the_case(
    desk: Desk, clerk: Actor, owner: Actor, case_id: int
) -> None:
    against = form(bangkok(DAY), accused=(Accused("นายวิชัย", person_id=owner.person_id),))
    other = register(RegisterComplaint("second", against), desk, clerk).case_id
    with pytest.raises(Refused) as error:
        note(NoteStep(other, "แก้ตัว"), desk, owner)
    assert error.value.reason is Reason.NOT_VISIBLE
