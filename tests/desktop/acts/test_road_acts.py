"""Moving along the road, ordering, waiting and extending."""

from datetime import date

import pytest
from fakes import FakeStore
from office import bangkok, days, form

from desktop.acts.answering import Answer, answer
from desktop.acts.assigning import AssignCases, assign
from desktop.acts.closing import CloseCase, close
from desktop.acts.extending import Extend, RemoveExtension, extend, remove_extension
from desktop.acts.moving import MoveCases, move
from desktop.acts.ordering import RecordOrder, record_order
from desktop.acts.registering import RegisterComplaint, register
from desktop.acts.waiting import BeginWait, EndWait, begin_wait, end_wait
from desktop.errors import Refusals, Refused
from desktop.ports import Desk
from desktop.rules.case import Case, StepKind
from desktop.rules.clocked import Clock
from desktop.rules.clocks import ClockKind, Verdict
from desktop.rules.complaint import ContactWay, Outcome, Status
from desktop.rules.people import Actor
from desktop.rules.proceedings import WaitFor
from desktop.rules.reasons import Reason
from desktop.rules.road import Move

DAY = date(2026, 7, 15)


@pytest.fixture
def case_id(desk: Desk, clerk: Actor) -> int:
    return register(RegisterComplaint("first", form(bangkok(DAY))), desk, clerk).case_id


@pytest.fixture
def at_work(desk: Desk, boss: Actor, owner: Actor, case_id: int) -> int:
    assign(AssignCases((case_id,), owner_id=owner.person_id), desk, boss)
    return case_id


def stored(store: FakeStore, case_id: int) -> Case:
    return store.drawer.cases[case_id]


def clock_of(store: FakeStore, case_id: int, kind: ClockKind = ClockKind.RESOLVE) -> Clock:
    clock = stored(store, case_id).clock(kind)
    assert clock is not None
    return clock


def refusals(error: pytest.ExceptionInfo[Refused]) -> set[tuple[Reason, str | None]]:
    told = error.value.refusals if isinstance(error.value, Refusals) else (error.value,)
    return {(one.reason, one.field) for one in told}


def test_the_days_post_goes_up_together_or_not_at_all(
    store: FakeStore, desk: Desk, clerk: Actor, case_id: int
) -> None:
    other = register(RegisterComplaint("second", form(bangkok(DAY))), desk, clerk).case_id
    move(MoveCases((case_id,), Move.SCREEN), desk, clerk)
    move(MoveCases((case_id, other), Move.AWAIT_ORDER, " เสนอพร้อมกัน "), desk, clerk)
    assert {stored(store, one).status for one in (case_id, other)} == {Status.AWAITING_ORDER}
    assert store.drawer.steps[-1][2].kind is StepKind.LAID_BEFORE
    assert store.drawer.steps[-1][2].note == "เสนอพร้อมกัน"
    third = register(RegisterComplaint("third", form(bangkok(DAY))), desk, clerk).case_id
    with pytest.raises(Refused) as error:
        move(MoveCases((third, other), Move.AWAIT_ORDER), desk, clerk)
    assert refusals(error) == {(Reason.WRONG_STATUS, "status")}
    assert stored(store, third).status is Status.RECEIVED
    with pytest.raises(Refused) as nothing:
        move(MoveCases((), Move.AWAIT_ORDER), desk, clerk)
    assert nothing.value.reason is Reason.NOTHING_SELECTED


def test_what_needs_a_reason_or_another_role_is_refused(
    desk: Desk, boss: Actor, admin: Actor, case_id: int
) -> None:
    with pytest.raises(Refused) as error:
        move(MoveCases((case_id,), Move.SEND_BACK), desk, boss)
    assert refusals(error) == {(Reason.REQUIRED, "note")}
    with pytest.raises(Refused) as role:
        move(MoveCases((case_id,), Move.SCREEN), desk, admin)
    assert role.value.reason is Reason.NOT_ALLOWED


def test_nothing_is_archived_before_the_petitioner_was_told(
    store: FakeStore, desk: Desk, owner: Actor, at_work: int
) -> None:
    close(CloseCase(at_work, Outcome.SOLVED, "ภาพถ่ายหลังซ่อม"), desk, owner)
    with pytest.raises(Refused) as error:
        move(MoveCases((at_work,), Move.ARCHIVE), desk, owner)
    assert error.value.reason is Reason.PETITIONER_NOT_TOLD
    answer(Answer(at_work, ContactWay.PHONE, store.now, "ซ่อมแล้ว"), desk, owner)
    move(MoveCases((at_work,), Move.ARCHIVE), desk, owner)
    assert stored(store, at_work).status is Status.ARCHIVED


def test_an_order_is_written_down_as_it_was_given(
    store: FakeStore, desk: Desk, clerk: Actor, case_id: int
) -> None:
    with pytest.raises(Refused) as empty:
        record_order(RecordOrder((), " ", "", None), desk, clerk)
    assert refusals(empty) == {
        (Reason.REQUIRED, "text"),
        (Reason.REQUIRED, "giver"),
        (Reason.REQUIRED, "ordered_on"),
        (Reason.NOTHING_SELECTED, None),
    }
    giver = "นายสมคิด ตั้งมั่น"
    for day, reason in (
        (DAY + days(1), Reason.IN_THE_FUTURE),
        (DAY - days(1), Reason.BEFORE_RECEIPT),
    ):
        with pytest.raises(Refused) as error:
            record_order(RecordOrder((case_id,), "มอบนิติกร", giver, day), desk, clerk)
        assert refusals(error) == {(reason, "ordered_on")}
    record_order(RecordOrder((case_id,), "มอบนิติกร", giver, DAY), desk, clerk)
    (order,) = stored(store, case_id).orders
    assert (order.text, order.giver, order.ordered_on) == ("มอบนิติกร", giver, DAY)
    assert order.recorded_by == clerk.person_id
    # An order moves nothing by itself: what it orders is done by whom it is given to.
    assert stored(store, case_id).status is Status.RECEIVED


def test_a_wait_asks_for_whom_why_and_until_when(
    store: FakeStore, desk: Desk, owner: Actor, at_work: int
) -> None:
    until = DAY + days(14)
    agency = WaitFor.AGENCY
    wrong = (
        (BeginWait(at_work, None, "ขอสำเนา", store.now, until), Reason.REQUIRED, "whom"),
        (BeginWait(at_work, agency, " ", store.now, until), Reason.REQUIRED, "reason"),
        (BeginWait(at_work, agency, "ขอ", store.now, None), Reason.REQUIRED, "expected_on"),
        (
            BeginWait(at_work, agency, "ขอ", store.now + days(1), until),
            Reason.IN_THE_FUTURE,
            "since",
        ),
        (
            BeginWait(at_work, agency, "ขอ", store.now, DAY - days(1)),
            Reason.BEFORE_WAIT,
            "expected_on",
        ),
    )
    for command, reason, field in wrong:
        with pytest.raises(Refused) as error:
            begin_wait(command, desk, owner)
        assert refusals(error) == {(reason, field)}
    begin_wait(BeginWait(at_work, WaitFor.COURT, "รอคำพิพากษา", store.now), desk, owner)
    assert stored(store, at_work).status is Status.WAITING_COURT
    assert clock_of(store, at_work).verdict is Verdict.PAUSED


def test_going_on_moves_the_day_by_what_the_wait_took(
    store: FakeStore, desk: Desk, owner: Actor, at_work: int
) -> None:
    before = clock_of(store, at_work).due_at
    since = bangkok(date(2026, 7, 16))
    store.now = since
    begin_wait(
        BeginWait(at_work, WaitFor.PETITIONER, "ขอสำเนา", since, date(2026, 7, 24)), desk, owner
    )
    store.pass_time(days=5)
    with pytest.raises(Refused) as backward:
        end_wait(EndWait(at_work, since - days(1)), desk, owner)
    assert refusals(backward) == {(Reason.BEFORE_WAIT, "ended_at")}
    with pytest.raises(Refused) as future:
        end_wait(EndWait(at_work, store.now + days(1)), desk, owner)
    assert refusals(future) == {(Reason.IN_THE_FUTURE, "ended_at")}
    done = end_wait(EndWait(at_work, store.now, "ได้รับแล้ว"), desk, owner)
    # Thursday, Friday and Monday stood still.
    assert before == bangkok(date(2026, 8, 21), 16, 30)
    assert done.due_at == bangkok(date(2026, 8, 26), 16, 30)
    assert clock_of(store, at_work).first_due_at == before
    with pytest.raises(Refused) as twice:
        end_wait(EndWait(at_work, store.now), desk, owner)
    assert twice.value.reason is Reason.NOT_WAITING


def test_an_extension_is_the_supervisors_and_says_who_approved(
    store: FakeStore, desk: Desk, owner: Actor, boss: Actor, at_work: int
) -> None:
    until = date(2026, 8, 28)
    resolve = ClockKind.RESOLVE
    with pytest.raises(Refused) as role:
        extend(Extend(at_work, resolve, until, "พยานเดินทาง", "ผอ.สพป."), desk, owner)
    assert role.value.reason is Reason.NOT_ALLOWED
    with pytest.raises(Refused) as empty:
        extend(Extend(at_work, ClockKind.SENDER, None, "", " "), desk, boss)
    assert refusals(empty) == {
        (Reason.REQUIRED, name) for name in ("reason", "approver", "until", "letter")
    }
    with pytest.raises(Refused) as never:
        extend(Extend(at_work, ClockKind.ACKNOWLEDGE, until, "ช้า", "ผอ.สพป."), desk, boss)
    assert refusals(never) == {(Reason.NO_CLOCK, "kind")}
    with pytest.raises(Refused) as earlier:
        extend(Extend(at_work, resolve, date(2026, 7, 31), "ช้า", "ผอ.สพป."), desk, boss)
    assert refusals(earlier) == {(Reason.NOT_LATER, "until")}
    done = extend(Extend(at_work, resolve, until, "พยานเดินทาง", "ผอ.สพป."), desk, boss)
    assert done.due_at == bangkok(until, 16, 30)
    (extension,) = stored(store, at_work).extensions
    assert (extension.extra, extension.approver, extension.due_on) == (5, "ผอ.สพป.", until)


def test_an_extension_taken_back_counts_no_more(
    store: FakeStore, desk: Desk, boss: Actor, at_work: int
) -> None:
    first = clock_of(store, at_work).due_at
    extend(Extend(at_work, ClockKind.RESOLVE, date(2026, 8, 28), "พยาน", "ผอ.สพป."), desk, boss)
    with pytest.raises(Refused) as silent:
        remove_extension(RemoveExtension(at_work, 0, " "), desk, boss)
    assert refusals(silent) == {(Reason.REQUIRED, "reason")}
    done = remove_extension(RemoveExtension(at_work, 0, "พยานมาแล้ว"), desk, boss)
    assert done.due_at == first
    assert stored(store, at_work).extensions[0].removed_reason == "พยานมาแล้ว"
    with pytest.raises(Refused) as twice:
        remove_extension(RemoveExtension(at_work, 0, "อีกครั้ง"), desk, boss)
    assert twice.value.reason is Reason.ALREADY_REMOVED
    assert store.drawer.steps[-1][2].kind is StepKind.EXTENSION_REMOVED


def test_a_day_given_by_order_moves_to_the_very_day_and_back(
    store: FakeStore, desk: Desk, boss: Actor, owner: Actor, at_work: int
) -> None:
    ordered = date(2026, 8, 3)
    assign(AssignCases((at_work,), owner_id=owner.person_id, due_on=ordered), desk, boss)
    command = Extend(at_work, ClockKind.RESOLVE, date(2026, 8, 8), "รอเอกสาร", "ผอ.สพป.")
    # A Saturday: the day that was approved is the day.
    assert extend(command, desk, boss).due_at == bangkok(date(2026, 8, 8), 16, 30)
    back = remove_extension(RemoveExtension(at_work, 0, "ไม่จำเป็น"), desk, boss)
    assert back.due_at == bangkok(ordered, 16, 30)
