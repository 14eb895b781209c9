"""An assignment made by mistake is taken back at once, and not when it has gone on."""

from datetime import date, timedelta

import pytest
from clock import Clock
from office import bangkok, form

from desktop.acts.assigning import AssignCases, assign
from desktop.acts.handing_over import Given, HandOver, hand_over
from desktop.acts.noting import NoteStep, note
from desktop.acts.registering import RegisterComplaint, register
from desktop.acts.staffing import ChangePerson, change_person
from desktop.acts.taking_back import AT_ONCE, TakeBack, take_back
from desktop.acts.waiting import BeginWait, begin_wait
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.complaint import Status
from desktop.rules.people import Actor
from desktop.rules.priority import Priority
from desktop.rules.proceedings import WaitFor
from desktop.rules.reasons import Reason
from desktop.views import CaseView

DAY = date(2026, 7, 15)


def came(desk: Desk, clerk: Actor, key: str) -> int:
    return register(RegisterComplaint(key, form(bangkok(DAY, 8))), desk, clerk).case_id


def as_it_is(desk: Desk, boss: Actor, case_id: int) -> tuple[object, ...]:
    view = desk.reading.case(boss, case_id)
    return view.status, view.owner_id, view.priority, view.clocks


def refused(desk: Desk, actor: Actor, *case_ids: int) -> Reason:
    with pytest.raises(Refused) as why:
        take_back(TakeBack(case_ids), desk, actor)
    return why.value.reason


def test_owner_priority_status_and_due_days_are_as_before_and_both_steps_stay(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    one, two = came(desk, clerk, "a"), came(desk, clerk, "b")
    before = [as_it_is(desk, boss, case_id) for case_id in (one, two)]
    given = AssignCases((one, two), Priority.MOST_URGENT, owner.person_id)
    done = assign(given, desk, boss)
    assert done.undoable
    assert [as_it_is(desk, boss, case_id) for case_id in (one, two)] != before
    assert take_back(TakeBack(done.case_ids), desk, boss).count == 2
    assert [as_it_is(desk, boss, case_id) for case_id in (one, two)] == before
    kinds = [step.kind for step in desk.reading.case(boss, one).steps]
    assert kinds == [StepKind.REGISTERED, StepKind.ASSIGNED, StepKind.ASSIGNMENT_UNDONE]
    # Once is enough.
    assert refused(desk, boss, one) is Reason.DONE_SINCE


def test_who_had_it_before_has_it_again(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    case_id = came(desk, clerk, "a")
    assign(AssignCases((case_id,), owner_id=owner.person_id), desk, boss)
    note(NoteStep(case_id, "เริ่มแล้ว"), desk, owner)
    assign(AssignCases((case_id,), owner_id=boss.person_id), desk, boss)
    take_back(TakeBack((case_id,)), desk, boss)
    view: CaseView = desk.reading.case(boss, case_id)
    assert (view.owner_id, view.status) == (owner.person_id, Status.IN_PROGRESS)


def test_nothing_of_many_is_taken_back_when_one_has_gone_on(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    one, two = came(desk, clerk, "a"), came(desk, clerk, "b")
    assign(AssignCases((one, two), owner_id=owner.person_id), desk, boss)
    note(NoteStep(two, "โทรหาผู้ร้องแล้ว"), desk, owner)
    assert refused(desk, boss, one, two) is Reason.DONE_SINCE
    assert desk.reading.case(boss, one).owner_id == owner.person_id


def test_only_ones_own_and_only_at_once(
    desk: Desk, clock: Clock, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    case_id = came(desk, clerk, "a")
    assign(AssignCases((case_id,), owner_id=owner.person_id), desk, boss)
    assert refused(desk, clerk, case_id) is Reason.NOT_ALLOWED
    clock.at += AT_ONCE + timedelta(seconds=1)
    assert refused(desk, boss, case_id) is Reason.DONE_SINCE


def test_an_ordered_day_and_an_ended_wait_stand(
    desk: Desk, clock: Clock, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    ordered, waited = came(desk, clerk, "a"), came(desk, clerk, "b")
    day = DAY + timedelta(days=5)
    done = assign(AssignCases((ordered,), owner_id=owner.person_id, due_on=day), desk, boss)
    assert not done.undoable
    assert refused(desk, boss, ordered) is Reason.DONE_SINCE
    assign(AssignCases((waited,), owner_id=owner.person_id), desk, boss)
    clock.at += timedelta(minutes=1)
    begin_wait(BeginWait(waited, WaitFor.PETITIONER, "ขอเอกสาร", clock.at, day), desk, owner)
    clock.at += timedelta(minutes=1)
    done = assign(AssignCases((waited,), owner_id=boss.person_id), desk, boss)
    assert not done.undoable
    assert refused(desk, boss, waited) is Reason.DONE_SINCE


def test_work_handed_over_is_with_its_owner_again_and_nothing_else_of_it_changed(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    one, two = came(desk, clerk, "a"), came(desk, clerk, "b")
    assign(AssignCases((one, two), Priority.MOST_URGENT, owner.person_id), desk, boss)
    before = [as_it_is(desk, boss, case_id) for case_id in (one, two)]
    given = tuple(Given(case_id, boss.person_id) for case_id in (one, two))
    done = hand_over(HandOver(owner.person_id, given, "ย้ายกลุ่มงาน"), desk, boss)
    assert done.case_ids == (one, two)
    assert desk.reading.case(boss, one).owner_id == boss.person_id
    assert take_back(TakeBack(done.case_ids), desk, boss).count == 2
    assert [as_it_is(desk, boss, case_id) for case_id in (one, two)] == before
    steps = desk.reading.case(boss, one).steps
    assert [step.kind for step in steps][-2:] == [StepKind.HANDED_OVER, StepKind.HAND_OVER_UNDONE]
    assert steps[-1].facts["owner"] == owner.person_id
    # Once is enough, and the assignment before it is no longer the last thing done.
    assert refused(desk, boss, one) is Reason.DONE_SINCE


def test_work_handed_over_stays_where_somebody_went_on_with_it(
    desk: Desk, clock: Clock, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    one, two = came(desk, clerk, "a"), came(desk, clerk, "b")
    assign(AssignCases((one, two), owner_id=owner.person_id), desk, boss)
    given = tuple(Given(case_id, boss.person_id) for case_id in (one, two))
    hand_over(HandOver(owner.person_id, given, "ย้ายกลุ่มงาน"), desk, boss)
    note(NoteStep(two, "โทรหาผู้ร้องแล้ว"), desk, boss)
    assert refused(desk, boss, one, two) is Reason.DONE_SINCE
    assert desk.reading.case(boss, one).owner_id == boss.person_id
    assert refused(desk, owner, one) is Reason.NOT_ALLOWED
    clock.at += AT_ONCE + timedelta(seconds=1)
    assert refused(desk, boss, one) is Reason.DONE_SINCE


def test_nobody_gets_work_back_who_may_no_longer_do_any(
    desk: Desk, admin: Actor, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    case_id = came(desk, clerk, "a")
    assign(AssignCases((case_id,), owner_id=owner.person_id), desk, boss)
    given = (Given(case_id, boss.person_id),)
    hand_over(HandOver(owner.person_id, given, "พ้นจากงาน"), desk, boss)
    gone = ChangePerson(owner.person_id, owner.name, "", owner.roles, active=False)
    change_person(gone, desk, admin)
    assert refused(desk, boss, case_id) is Reason.OWNER_CANNOT_WORK
    assert desk.reading.case(boss, case_id).owner_id == boss.person_id
