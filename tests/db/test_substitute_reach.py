"""A substitution reaches no complaint in which whoever set it is accused or too near."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from clock import Clock
from office import acknowledgement_to, bangkok, days, form

from db.check import prove
from db.furnishing import Strongroom
from desktop.acts.acknowledging import AcknowledgeOrally, acknowledge_orally
from desktop.acts.assigning import AssignCases, assign
from desktop.acts.declaring import DeclareInterest, LiftInterest, declare_interest, lift_interest
from desktop.acts.noting import NoteStep, note
from desktop.acts.proposing import KeepDraft, keep_draft
from desktop.acts.registering import RegisterComplaint, register
from desktop.acts.staffing import ChangePerson, change_person
from desktop.acts.substituting import (
    EndSubstitution,
    SetSubstitute,
    end_substitution,
    set_substitute,
)
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.asking import read_search
from desktop.rules.complaint import Accused, Matter, Status
from desktop.rules.people import Actor, Role
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import official_date
from desktop.views import AgendaKind, RegisterQuery, RegisterView, SortBy, Sought

TODAY = date(2026, 7, 15)
SUBJECT = "เก็บเงินเกินใบเสร็จ"
BY_TIME = (AgendaKind.TODAY, AgendaKind.WARNED)
EVERY_WAY = frozenset(
    {
        "opened",
        "unveiled",
        "in stead",
        "among my work",
        "counted",
        "searched",
        "by category",
        "by order",
        "alike",
        "letters",
        "this morning",
        "time passes",
    }
)
Barred = Callable[[Desk, Actor, Actor], int]


@pytest.fixture
def mate(desk: Desk, admin: Actor, clerk: Actor) -> Actor:
    """The clerk works on cases too, so that she may do all that the owner does."""
    return worker(desk, admin, clerk, Role.CLERK, Role.OWNER)


def worker(desk: Desk, admin: Actor, person: Actor, *roles: Role) -> Actor:
    changed = ChangePerson(person.person_id, person.name, "", frozenset(roles), active=True)
    change_person(changed, desk, admin)
    return replace(person, roles=frozenset(roles))


def came(desk: Desk, owner: Actor, *accused: Accused) -> int:
    """A complaint of the owner that not everybody may open."""
    head = Actor(owner.person_id, owner.name, frozenset({Role.DIRECTOR}))
    matter = Matter(SUBJECT, "", place="โรงเรียนบ้านตัวอย่าง")
    typed = form(bangkok(TODAY, 8), restricted=True, matter=matter, accused=accused)
    key = f"k{len(desk.reading.register_ids(head, RegisterQuery(), desk.now()))}"
    made = register(RegisterComplaint(key, typed), desk, head).case_id
    assign(AssignCases((made,), owner_id=owner.person_id), desk, head)
    return made


def accusing(desk: Desk, owner: Actor, boss: Actor) -> int:
    return came(desk, owner, Accused(boss.name, person_id=boss.person_id))


@pytest.fixture(autouse=True)
def open_one(desk: Desk, boss: Actor) -> None:
    """Another that all may open, which stands last where the order tells the subject."""
    other = form(bangkok(TODAY, 8), matter=Matter("ฮ", ""), category_id=8)
    register(RegisterComplaint("open", other), desk, boss)


def too_near(desk: Desk, owner: Actor, boss: Actor) -> int:
    made = came(desk, owner)
    declare_interest(DeclareInterest(made, "ญาติผู้ถูกร้อง"), desk, boss)
    return made


BARRED = pytest.mark.parametrize("barred", [accusing, too_near])


def stand_in(desk: Desk, owner: Actor, mate: Actor, by: Actor) -> EndSubstitution:
    last = TODAY + days(365)
    command = SetSubstitute(owner.person_id, mate.person_id, TODAY, last)
    return EndSubstitution(set_substitute(command, desk, by).substitution_id)


def now_as(desk: Desk, actor: Actor) -> Actor:
    return desk.reading.present(actor, official_date(desk.now()))


def refused(act: object, *args: object) -> Reason | None:
    try:
        act(*args)  # type: ignore[operator]
    except Refused as refusal:
        return refusal.reason
    return None


def ways(desk: Desk, actor: Actor, case_id: int) -> frozenset[str]:
    """Name every way in which what not everybody may open reaches the actor just now."""
    at, now, reading = now_as(desk, actor), desk.now(), desk.reading

    def found(query: RegisterQuery, most: int | None = None) -> bool:
        return case_id in reading.register_ids(at, query, now, most)

    asked = read_search(SUBJECT, TODAY)
    (row,) = reading.register_rows(at, [case_id])
    told = [g for g in reading.agenda(at, now).groups if g.kind in BY_TIME]
    passing = reading.passing(at, now, now + timedelta(minutes=30)).groups
    sought = Sought(subject=SUBJECT)
    tests = {
        "opened": refused(reading.case, at, case_id) is None,
        "unveiled": not row.veiled,
        "in stead": row.in_stead,
        "among my work": found(RegisterQuery(RegisterView.MINE)),
        "counted": reading.tiles(at, now).mine > 0,
        "searched": found(RegisterQuery(asked=asked, sort=SortBy.FIT)),
        "by category": found(RegisterQuery(category_ids=frozenset({9}))),
        # What is veiled comes after all that is not.
        "by order": found(RegisterQuery(sort=SortBy.SUBJECT, descending=False), 1),
        "alike": [one.id for one in reading.known(at, sought, TODAY)] == [case_id],
        "letters": reading.tiles(at, now).letters > 0,
        "this morning": case_id in [row.id for group in told for row in group.rows],
        "time passes": case_id in [row.id for group in passing for row in group.rows],
    }
    assert tests.keys() == EVERY_WAY
    return frozenset(name for name, reached in tests.items() if reached)


def just_due(desk: Desk, clock: Clock, owner: Actor, case_id: int) -> None:
    """Go on to a quarter of an hour before the complaint falls due."""
    due = desk.reading.case(owner, case_id).clocks[0].due_at
    assert due is not None
    clock.at = due - timedelta(minutes=15)


@BARRED
def test_it_reaches_nothing_against_who_set_it(
    room: Strongroom,
    desk: Desk,
    clock: Clock,
    boss: Actor,
    owner: Actor,
    mate: Actor,
    barred: Barred,
) -> None:
    case_id = barred(desk, owner, boss)
    keep_draft(KeepDraft("d", acknowledgement_to(case_id)), desk, owner)
    just_due(desk, clock, owner, case_id)
    before = ways(desk, mate, case_id)
    assert before == frozenset()
    end = stand_in(desk, owner, mate, boss)
    assert ways(desk, mate, case_id) == frozenset()
    late = NoteStep(case_id, "โทรถามโรงเรียนแล้ว")
    assert refused(note, late, desk, now_as(desk, mate)) is Reason.NOT_VISIBLE
    end_substitution(end, desk, boss)
    # Who goes on leave decides about all that is hers.
    stand_in(desk, owner, mate, owner)
    assert ways(desk, mate, case_id) == EVERY_WAY
    assert prove(room) == []


@BARRED
def test_it_reaches_all_the_rest_and_what_is_no_longer_against_who_set_it(
    desk: Desk, clock: Clock, boss: Actor, owner: Actor, mate: Actor, barred: Barred
) -> None:
    case_id, free = barred(desk, owner, boss), came(desk, owner)
    just_due(desk, clock, owner, free)
    stand_in(desk, owner, mate, boss)
    assert ways(desk, mate, free) >= {"opened", "unveiled", "in stead", "counted", "searched"}
    assert "opened" not in ways(desk, mate, case_id)
    # Whoever turns out to be too near later reaches it no more through another.
    declare_interest(DeclareInterest(free, "เคยร่วมงาน"), desk, boss)
    assert ways(desk, mate, free) == frozenset()
    head = Actor(owner.person_id, owner.name, frozenset({Role.DIRECTOR}))
    lift_interest(LiftInterest(free, boss.person_id, "พ้นแล้ว"), desk, head)
    assert ways(desk, mate, free) >= {"opened", "in stead", "among my work", "this morning"}


@BARRED
def test_who_sees_it_anyhow_has_it_in_hand_no_more_than_before(
    desk: Desk,
    clock: Clock,
    admin: Actor,
    clerk: Actor,
    boss: Actor,
    owner: Actor,
    barred: Barred,
) -> None:
    chief = worker(desk, admin, clerk, Role.SUPERVISOR)
    case_id = barred(desk, owner, boss)
    acknowledge_orally(AcknowledgeOrally(case_id, desk.now()), desk, chief)
    # Of fifteen days nine have gone: the owner is told already, and the supervisor not yet.
    clock.at = bangkok(TODAY + days(9))
    end = stand_in(desk, owner, chief, boss)
    assert ways(desk, chief, case_id) & {"opened", "in stead", "among my work"} == {"opened"}
    assert "this morning" not in ways(desk, chief, case_id)
    note(NoteStep(case_id, "โทรถามโรงเรียนแล้ว"), desk, now_as(desk, chief))
    case = desk.reading.case(owner, case_id)
    assert (case.status, "in_stead" in case.steps[-1].facts) == (Status.ASSIGNED, False)
    end_substitution(end, desk, boss)
    stand_in(desk, owner, chief, owner)
    assert ways(desk, chief, case_id) >= {"opened", "in stead", "among my work", "this morning"}
    note(NoteStep(case_id, "โทรถามโรงเรียนอีก"), desk, now_as(desk, chief))
    case = desk.reading.case(owner, case_id)
    assert (case.status, "in_stead" in case.steps[-1].facts) == (Status.IN_PROGRESS, True)
