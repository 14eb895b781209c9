"""Somebody stands in during a leave: sees, is told, acts, and no longer once it is over."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from clock import Clock
from office import bangkok, days, form

from db.check import prove
from db.furnishing import Strongroom
from desktop.acts.acknowledging import AcknowledgeOrally, acknowledge_orally
from desktop.acts.assigning import AssignCases, assign
from desktop.acts.classifying import Classify, classify
from desktop.acts.correcting import CorrectCase, correct
from desktop.acts.declaring import DeclareInterest, declare_interest
from desktop.acts.hiding import Hide, Restore, hide, restore
from desktop.acts.linking import Tie, tie
from desktop.acts.noting import NoteStep, note
from desktop.acts.registering import RegisterComplaint, register
from desktop.acts.staffing import ChangePerson, change_person
from desktop.acts.substituting import (
    EndSubstitution,
    SetSubstitute,
    end_substitution,
    set_substitute,
)
from desktop.acts.viewing import ViewCases, view_cases
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.complaint import Accused, Secrecy, Status
from desktop.rules.people import Actor, Role
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import official_date
from desktop.views import AgendaKind, RegisterQuery, RegisterView

TODAY = date(2026, 7, 15)
LAST = date(2026, 7, 17)
MINE = RegisterQuery(RegisterView.MINE)


@pytest.fixture
def mate(desk: Desk, admin: Actor, clerk: Actor) -> Actor:
    """The clerk works on cases too, so that she may do all that the owner does."""
    roles = clerk.roles | {Role.OWNER}
    change_person(ChangePerson(clerk.person_id, clerk.name, "", roles, active=True), desk, admin)
    return replace(clerk, roles=roles)


@pytest.fixture
def case_id(desk: Desk, boss: Actor, owner: Actor) -> int:
    """A complaint of the owner that not everybody may open."""
    typed = form(bangkok(TODAY, 8), restricted=True)
    made = register(RegisterComplaint("k", typed), desk, boss).case_id
    assign(AssignCases((made,), owner_id=owner.person_id), desk, boss)
    return made


def leave(owner: Actor, mate: Actor, first: date = TODAY, last: date = LAST) -> SetSubstitute:
    return SetSubstitute(owner.person_id, mate.person_id, first, last)


def now_as(desk: Desk, actor: Actor) -> Actor:
    return desk.reading.present(actor, official_date(desk.now()))


def mine(desk: Desk, actor: Actor) -> list[int]:
    return list(desk.reading.register_ids(now_as(desk, actor), MINE, desk.now()))


def refused(act: object, *args: object) -> Reason:
    with pytest.raises(Refused) as caught:
        act(*args)  # type: ignore[operator]
    return caught.value.reason


def test_the_substitute_finds_the_cases_among_her_own_from_the_first_day_to_the_last(
    desk: Desk, clock: Clock, owner: Actor, mate: Actor, case_id: int
) -> None:
    first = TODAY + days(1)
    set_substitute(leave(owner, mate, first), desk, owner)
    assert mine(desk, mate) == []
    assert refused(desk.reading.case, now_as(desk, mate), case_id) is Reason.NOT_VISIBLE
    clock.at = bangkok(first, 0, 1)
    assert mine(desk, mate) == [case_id]
    assert desk.reading.tiles(now_as(desk, mate), desk.now()).mine == 1
    (row,) = desk.reading.register_rows(now_as(desk, mate), [case_id])
    assert (row.in_stead, row.veiled, row.owner) == (True, False, owner.name)
    # To the absent person they are what they were.
    (row,) = desk.reading.register_rows(now_as(desk, owner), [case_id])
    assert not row.in_stead
    clock.at = bangkok(LAST, 23, 59)
    assert mine(desk, mate) == [case_id]
    clock.at = bangkok(LAST + days(1), 0, 0)
    assert mine(desk, mate) == []
    assert refused(desk.reading.case, now_as(desk, mate), case_id) is Reason.NOT_VISIBLE
    assert mine(desk, owner) == [case_id]


def test_what_a_substitute_does_tells_for_whom(
    room: Strongroom, desk: Desk, clock: Clock, owner: Actor, mate: Actor, case_id: int
) -> None:
    set_substitute(leave(owner, mate), desk, owner)
    note(NoteStep(case_id, "โทรถามโรงเรียนแล้ว"), desk, now_as(desk, mate))
    case = desk.reading.case(now_as(desk, mate), case_id)
    # The owner's first step begins the work, and so does hers.
    assert (case.status, case.owner_id) == (Status.IN_PROGRESS, owner.person_id)
    step = case.steps[-1]
    assert (step.actor, step.facts["in_stead"]) == (mate.name, owner.person_id)
    note(NoteStep(case_id, "กลับมาแล้ว"), desk, now_as(desk, owner))
    assert "in_stead" not in desk.reading.case(owner, case_id).steps[-1].facts
    clock.at = bangkok(LAST + days(1))
    late = NoteStep(case_id, "ยังทำต่อ")
    assert refused(note, late, desk, now_as(desk, mate)) is Reason.NOT_VISIBLE
    assert prove(room) == []


def test_what_is_no_work_on_a_complaint_is_done_in_nobodys_stead(
    room: Strongroom, desk: Desk, clock: Clock, boss: Actor, owner: Actor, case_id: int
) -> None:
    set_substitute(leave(owner, boss), desk, owner)
    # What an owner may not do is the supervisor's own, and so is looking and being asked.
    view_cases(ViewCases((case_id,)), desk, now_as(desk, boss))
    acknowledge_orally(AcknowledgeOrally(case_id, desk.now()), desk, now_as(desk, boss))
    hide(Hide(case_id, "ลงผิดทะเบียน"), desk, now_as(desk, boss))
    restore(Restore(case_id, "ลงถูกแล้ว"), desk, now_as(desk, boss))
    steps = desk.reading.case(boss, case_id).steps
    assert [step.kind for step in steps[-4:]] == [
        StepKind.VIEWED,
        StepKind.ACKNOWLEDGED,
        StepKind.HIDDEN,
        StepKind.RESTORED,
    ]
    assert [step for step in steps if "in_stead" in step.facts] == []
    # And so is what is done to a complaint that is in nobody's stead.
    free = register(RegisterComplaint("free", form(bangkok(TODAY, 8))), desk, boss).case_id
    tie(Tie(case_id, free), desk, now_as(desk, boss))
    told = [desk.reading.case(boss, one).steps[-1].facts for one in (case_id, free)]
    assert [facts.get("in_stead") for facts in told] == [owner.person_id, None]
    assert prove(room) == []


def test_what_takes_a_complaint_from_its_owner_was_done_in_the_owners_stead(
    room: Strongroom, desk: Desk, owner: Actor, mate: Actor, case_id: int
) -> None:
    set_substitute(leave(owner, mate), desk, owner)
    accused = (Accused(owner.name, person_id=owner.person_id),)
    typed = form(bangkok(TODAY, 8), restricted=True, accused=accused)
    version = desk.reading.case(owner, case_id).version
    correct(CorrectCase(case_id, version, typed, "ผู้ร้องแจ้งชื่อ"), desk, now_as(desk, mate))
    head = Actor(99, "", frozenset({Role.DIRECTOR}))
    case = desk.reading.case(head, case_id)
    assert case.owner_id is None
    assert case.steps[-1].facts["in_stead"] == owner.person_id
    assert prove(room) == []


def test_she_is_told_in_the_morning_and_when_time_runs_out(
    desk: Desk, clock: Clock, owner: Actor, mate: Actor, case_id: int
) -> None:
    due = desk.reading.case(owner, case_id).clocks[0].due_at
    assert due is not None
    last = official_date(due) + days(30)
    clock.at = due - timedelta(minutes=15)
    assert desk.reading.agenda(now_as(desk, mate), desk.now()).groups == ()
    set_substitute(leave(owner, mate, last=last), desk, owner)
    told = {group.kind for group in desk.reading.agenda(now_as(desk, mate), desk.now()).groups}
    assert AgendaKind.TODAY in told
    after = due + timedelta(minutes=15)
    (passed,) = desk.reading.passing(now_as(desk, mate), desk.now(), after).groups
    assert [row.id for row in passed.rows] == [case_id]


def test_a_conflict_of_interest_and_a_secret_stay_closed_to_the_substitute(
    desk: Desk, owner: Actor, mate: Actor, case_id: int
) -> None:
    set_substitute(leave(owner, mate), desk, owner)
    head = Actor(owner.person_id, owner.name, frozenset({Role.DIRECTOR}))
    classify(Classify(case_id, Secrecy.SECRET, "ผอ.", "ความมั่นคง"), desk, head)
    assert refused(desk.reading.case, now_as(desk, mate), case_id) is Reason.NOT_VISIBLE
    (row,) = desk.reading.register_rows(now_as(desk, mate), mine(desk, mate))
    assert row.veiled
    classify(Classify(case_id, Secrecy.NONE, "ผอ.", "พ้นเหตุ"), desk, head)
    declare_interest(DeclareInterest(case_id, "ญาติผู้ถูกร้อง"), desk, now_as(desk, mate))
    assert mine(desk, mate) == []
    assert refused(desk.reading.case, now_as(desk, mate), case_id) is Reason.NOT_VISIBLE
    case = desk.reading.case(owner, case_id)
    assert case.owner_id == owner.person_id
    assert "in_stead" not in case.steps[-1].facts


def test_who_may_set_it_and_for_whom(
    desk: Desk, clock: Clock, clerk: Actor, boss: Actor, owner: Actor, admin: Actor
) -> None:
    def fails(command: SetSubstitute, actor: Actor = boss) -> Reason:
        return refused(set_substitute, command, desk, actor)

    # A clerk may not refer or close, which an owner may.
    assert fails(leave(owner, clerk)) is Reason.SUBSTITUTE_MAY_LESS
    assert fails(leave(owner, admin)) is Reason.SUBSTITUTE_MAY_LESS
    assert fails(leave(owner, boss), clerk) is Reason.NOT_ALLOWED
    assert fails(leave(owner, owner)) is Reason.SUBSTITUTE_AWAY
    assert fails(leave(owner, boss, LAST, TODAY)) is Reason.PERIOD_BACKWARDS
    assert fails(leave(owner, boss, TODAY - days(9), TODAY - days(1))) is Reason.IN_THE_PAST
    assert fails(SetSubstitute(owner.person_id, None, TODAY, LAST)) is Reason.REQUIRED
    set_substitute(leave(owner, boss), desk, boss)
    assert fails(leave(owner, boss, LAST, LAST + days(9))) is Reason.SUBSTITUTED_ALREADY
    # Who stands in for somebody is there, and who is away stands in for nobody.
    assert fails(leave(boss, owner)) is Reason.SUBSTITUTE_AWAY
    set_substitute(leave(owner, boss, LAST + days(1), LAST + days(2)), desk, owner)
    assert len(desk.reading.substitutions(boss, TODAY)) == 2


def test_nobody_goes_on_leave_while_standing_in_for_another(
    desk: Desk, mate: Actor, boss: Actor, owner: Actor
) -> None:
    set_substitute(leave(owner, mate), desk, owner)
    then = leave(mate, boss, LAST, LAST + days(3))
    assert refused(set_substitute, then, desk, mate) is Reason.STANDS_IN_ALREADY
    set_substitute(replace(then, first_on=LAST + days(1)), desk, mate)


def test_who_may_do_less_now_stands_in_no_longer(
    room: Strongroom,
    desk: Desk,
    boss: Actor,
    owner: Actor,
    admin: Actor,
    mate: Actor,
    case_id: int,
) -> None:
    def become(roles: set[Role], *, active: bool = True) -> None:
        changed = ChangePerson(mate.person_id, mate.name, "", frozenset(roles), active=active)
        change_person(changed, desk, admin)

    def stands_in() -> bool:
        # Whoever is signed in keeps the roles of that moment.
        held = bool(mine(desk, mate))
        board = desk.reading.board(boss, desk.now())
        named = {load.name: load.substitute for load in board.loads}[owner.name]
        (leave,) = desk.reading.substitutions(boss, TODAY)
        assert (named == mate.name, leave.holds) == (held, held)
        return held

    set_substitute(leave(owner, mate), desk, owner)
    assert stands_in()
    become({Role.CLERK})
    assert not stands_in()
    assert refused(desk.reading.case, now_as(desk, mate), case_id) is Reason.NOT_VISIBLE
    late = NoteStep(case_id, "ยังทำต่อ")
    assert refused(note, late, desk, now_as(desk, mate)) is Reason.NOT_VISIBLE
    become({Role.OWNER}, active=False)
    # Whoever has left is answered nothing any more.
    assert refused(mine, desk, mate) is Reason.NOT_ALLOWED
    become({Role.OWNER})
    assert stands_in()
    assert prove(room) == []


def test_a_leave_is_ended_before_its_last_day(
    room: Strongroom, desk: Desk, boss: Actor, owner: Actor, mate: Actor, case_id: int
) -> None:
    made = set_substitute(leave(owner, mate), desk, boss).substitution_id
    end = EndSubstitution(made)
    assert refused(end_substitution, end, desk, mate) is Reason.NOT_ALLOWED
    board = desk.reading.board(boss, desk.now())
    assert {load.name: load.substitute for load in board.loads}[owner.name] == mate.name
    end_substitution(end, desk, owner)
    assert mine(desk, mate) == []
    assert desk.reading.substitutions(boss, TODAY) == ()
    assert refused(end_substitution, end, desk, boss) is Reason.SUBSTITUTION_OVER
    # What is ended stands in no other's way.
    set_substitute(leave(owner, mate), desk, boss)
    assert prove(room) == []
    assert mine(desk, mate) == [case_id]
