"""Handing over everything somebody owns: looked at first, done in one step, told in each case."""

from datetime import date

import pytest
from office import bangkok, form

from db.check import prove
from db.furnishing import Strongroom
from desktop.acts.assigning import AssignCases, assign
from desktop.acts.classifying import Classify, classify
from desktop.acts.declaring import DeclareInterest, declare_interest
from desktop.acts.handing_over import Given, HandOver, hand_over
from desktop.acts.hiding import Hide, hide
from desktop.acts.keeping_rules import KeepAssignmentRules, keep_assignment_rules
from desktop.acts.registering import RegisterComplaint, register
from desktop.acts.staffing import ChangePerson, change_person
from desktop.acts.waiting import BeginWait, begin_wait
from desktop.errors import Conflict, Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.complaint import Accused, Secrecy, Status
from desktop.rules.people import Actor, Role
from desktop.rules.proceedings import WaitFor
from desktop.rules.reasons import Reason
from desktop.rules.routing import AssignmentRule, Rank
from desktop.views import HandOverPlan

TODAY = date(2026, 7, 15)
WHY = "ย้ายไปกลุ่มอื่น"
PRINCIPAL = Accused("นายเอ", "ผู้อำนวยการโรงเรียน", "โรงเรียนตัวอย่าง")


@pytest.fixture
def cases(desk: Desk, clerk: Actor, boss: Actor, owner: Actor) -> list[int]:
    """Four of the owner: one waits, the clerk is accused in one and near to one, one of a head."""

    def came(key: str, *accused: Accused) -> int:
        typed = form(bangkok(TODAY, 8), accused=accused)
        return register(RegisterComplaint(key, typed), desk, boss).case_id

    made = [came("k0"), came("k1", Accused("นางสาวสมหญิง ใจดี", person_id=clerk.person_id))]
    made += [came("k2"), came("k3", PRINCIPAL)]
    declare_interest(DeclareInterest(made[2], "เป็นญาติผู้ร้อง"), desk, clerk)
    assign(AssignCases(tuple(made), owner_id=owner.person_id), desk, boss)
    wait = BeginWait(made[0], WaitFor.PETITIONER, "ขอสำเนา", desk.now(), date(2026, 7, 30))
    begin_wait(wait, desk, owner)
    return made


def planned(desk: Desk, actor: Actor, from_id: int, to_id: int | None) -> HandOverPlan:
    return desk.reading.hand_over_plan(actor, from_id, to_id, TODAY)


def as_seen(plan: HandOverPlan, from_id: int, reason: str = WHY) -> HandOver:
    given = tuple(Given(one.case_id, one.owner_id) for one in plan.moves)
    return HandOver(from_id, given, reason)


def test_what_moves_and_what_may_not_is_told_before_anything_is_done(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor, cases: list[int]
) -> None:
    plan = planned(desk, boss, owner.person_id, clerk.person_id)
    assert [(one.case_id, one.owner) for one in plan.moves] == [
        (cases[0], clerk.name),
        (cases[3], clerk.name),
    ]
    assert [(one.number.running, one.why) for one in plan.stays] == [
        (2, Reason.OWNER_IS_ACCUSED),
        (3, Reason.OWNER_HAS_INTEREST),
    ]
    assert all(desk.reading.case(boss, one).owner_id == owner.person_id for one in cases)
    with pytest.raises(Refused) as caught:
        planned(desk, owner, owner.person_id, clerk.person_id)
    assert caught.value.reason is Reason.NOT_ALLOWED


def test_one_step_moves_all_each_with_its_entry_and_nothing_else_of_it(
    room: Strongroom, desk: Desk, clerk: Actor, boss: Actor, owner: Actor, cases: list[int]
) -> None:
    before = desk.reading.case(boss, cases[0])
    plan = planned(desk, boss, owner.person_id, clerk.person_id)
    assert hand_over(as_seen(plan, owner.person_id), desk, boss).count == 2
    after = desk.reading.case(boss, cases[0])
    assert (after.owner, after.status) == (clerk.name, Status.WAITING_PETITIONER)
    assert (after.clocks, after.proceedings) == (before.clocks, before.proceedings)
    for case_id in (cases[0], cases[3]):
        told = [s for s in desk.reading.case(boss, case_id).steps if s.kind.value == "handed_over"]
        (step,) = told
        assert (step.actor, step.note) == (boss.name, WHY)
        assert step.facts == {"owner": clerk.person_id, "before": owner.person_id}
    assert desk.reading.case(boss, cases[1]).owner_id == owner.person_id
    assert planned(desk, boss, owner.person_id, clerk.person_id).moves == ()
    assert prove(room) == []


def test_the_offices_list_gives_to_several_and_leaves_what_it_does_not_name(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor, cases: list[int]
) -> None:
    fires = next(c.id for c in desk.reading.lists(boss).categories if c.code == "discipline")
    rules = (
        AssignmentRule(None, Rank.PRINCIPAL, owner.person_id),
        AssignmentRule(None, Rank.PRINCIPAL, boss.person_id),
        AssignmentRule(fires, None, clerk.person_id),
    )
    keep_assignment_rules(KeepAssignmentRules(rules), desk, boss)
    plan = planned(desk, boss, owner.person_id, None)
    # Whoever hands over is never proposed anew.
    assert [(one.case_id, one.owner_id) for one in plan.moves] == [(cases[3], boss.person_id)]
    assert {one.why for one in plan.stays} == {Reason.NO_RULE_FITS}
    anybody = (*rules, AssignmentRule(None, None, clerk.person_id))
    keep_assignment_rules(KeepAssignmentRules(anybody), desk, boss)
    plan = planned(desk, boss, owner.person_id, None)
    owners = {one.case_id: one.owner_id for one in plan.moves}
    assert owners == {cases[0]: clerk.person_id, cases[3]: boss.person_id}
    hand_over(as_seen(plan, owner.person_id), desk, boss)
    assert {one: desk.reading.case(boss, one).owner_id for one in owners} == owners


def test_a_secret_one_stays_and_what_is_against_who_looks_is_not_told_of(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor, cases: list[int]
) -> None:
    head = Actor(owner.person_id, owner.name, frozenset({Role.DIRECTOR}))
    classify(Classify(cases[0], Secrecy.SECRET, "ผอ.", "ความมั่นคง"), desk, head)
    declare_interest(DeclareInterest(cases[3], "เคยร่วมงาน"), desk, boss)
    plan = planned(desk, boss, owner.person_id, clerk.person_id)
    assert plan.moves == ()
    told = [(one.number.running, one.why) for one in plan.stays]
    assert told == [
        (1, Reason.NOT_VISIBLE),
        (2, Reason.OWNER_IS_ACCUSED),
        (3, Reason.OWNER_HAS_INTEREST),
    ]


def test_a_hidden_one_gets_a_new_owner_with_the_others(
    room: Strongroom, desk: Desk, clerk: Actor, boss: Actor, owner: Actor, cases: list[int]
) -> None:
    for hidden in (cases[0], cases[1]):
        hide(Hide(hidden, "ลงผิดทะเบียน"), desk, boss)
    plan = planned(desk, boss, owner.person_id, clerk.person_id)
    assert [one.case_id for one in plan.moves] == [cases[0], cases[3]]
    assert [one.number.running for one in plan.stays] == [2, 3]
    hand_over(as_seen(plan, owner.person_id), desk, boss)
    after = desk.reading.case(boss, cases[0])
    assert (after.owner_id, after.hidden_at is None) == (clerk.person_id, False)
    # What is against who looks is told of no more when it is hidden.
    declare_interest(DeclareInterest(cases[1], "เคยร่วมงาน"), desk, boss)
    plan = planned(desk, boss, owner.person_id, clerk.person_id)
    assert [one.number.running for one in plan.stays] == [3]
    assert prove(room) == []


def test_the_act_refuses_by_itself_and_then_nothing_moves(
    room: Strongroom, desk: Desk, clerk: Actor, boss: Actor, owner: Actor, cases: list[int]
) -> None:
    def refused(command: HandOver, actor: Actor = boss) -> tuple[Reason, str | None]:
        with pytest.raises(Refused) as caught:
            hand_over(command, desk, actor)
        return caught.value.reason, caught.value.field

    start, to = owner.person_id, clerk.person_id
    moving = Given(cases[0], to)
    assert refused(HandOver(start, (moving,), WHY), owner) == (Reason.NOT_ALLOWED, None)
    assert refused(HandOver(start, (), WHY)) == (Reason.NOTHING_SELECTED, "owner_id")
    to_self = HandOver(start, (Given(cases[0], start),), WHY)
    assert refused(to_self) == (Reason.NOTHING_CHANGED, "owner_id")
    accused = HandOver(start, (moving, Given(cases[1], to)), WHY)
    assert refused(accused) == (Reason.OWNER_IS_ACCUSED, "owner_id")
    near = HandOver(start, (moving, Given(cases[2], to)), WHY)
    assert refused(near) == (Reason.OWNER_HAS_INTEREST, "owner_id")
    left = ChangePerson(clerk.person_id, clerk.name, "", clerk.roles, active=False)
    admin = Actor(1, "", frozenset({Role.ADMINISTRATOR}))
    change_person(left, desk, admin)
    assert refused(HandOver(start, (moving,), WHY)) == (Reason.OWNER_CANNOT_WORK, "owner_id")
    assert all(desk.reading.case(boss, one).owner_id == start for one in cases)
    assert prove(room) == []


def test_a_list_that_is_no_longer_true_moves_nothing(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor, cases: list[int]
) -> None:
    plan = planned(desk, boss, owner.person_id, clerk.person_id)
    assign(AssignCases((cases[3],), owner_id=boss.person_id), desk, boss)
    with pytest.raises(Conflict):
        hand_over(as_seen(plan, owner.person_id), desk, boss)
    assert desk.reading.case(boss, cases[0]).owner_id == owner.person_id
    steps = desk.reading.case(boss, cases[0]).steps
    assert StepKind.HANDED_OVER not in {step.kind for step in steps}
