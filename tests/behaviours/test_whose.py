"""Whose a complaint is, and from whom it is hidden, through acts on a real register."""

from contextlib import closing
from dataclasses import replace
from datetime import date, datetime

import pytest
from asking import search
from clock import Clock
from office import bangkok, form

from db.check import prove
from db.furnishing import Strongroom
from desktop.acts.assigning import AssignCases, assign
from desktop.acts.correcting import CorrectCase, correct
from desktop.acts.declaring import DeclareInterest, LiftInterest, declare_interest, lift_interest
from desktop.acts.keeping_rules import KeepAssignmentRules, keep_assignment_rules
from desktop.acts.noting import NoteStep, note
from desktop.acts.registering import RegisterComplaint, register
from desktop.acts.staffing import AddPerson, ChangePerson, add_person, change_person
from desktop.acts.viewing import ViewCases, view_cases
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.books import CaseLine, OfficeBook
from desktop.rules.case import StepKind
from desktop.rules.clocks import ClockKind
from desktop.rules.complaint import Accused, Intake
from desktop.rules.people import Actor, Role
from desktop.rules.priority import Priority
from desktop.rules.reasons import Reason
from desktop.rules.routing import AssignmentRule, Inquirer, Rank
from desktop.rules.thai.dates import official_date
from desktop.views import RegisterQuery, RegisterView, Sought

TODAY = date(2026, 7, 15)
TEACHER = Accused("นางสาวบี", "ครู", "โรงเรียนตัวอย่าง")
PRINCIPAL = Accused("นายเอ", "ผู้อำนวยการโรงเรียน", "โรงเรียนตัวอย่าง")


def came(desk: Desk, clerk: Actor, key: str, *accused: Accused, **changes: object) -> int:
    typed = form(bangkok(TODAY, 8), accused=accused, **changes)
    return register(RegisterComplaint(key, typed), desk, clerk).case_id


def hired(desk: Desk, admin: Actor, username: str, *roles: Role) -> Actor:
    word = "ดอกไม้สีม่วง ๙"
    added = add_person(
        AddPerson("นายสมคิด ตั้งมั่น", "", username, frozenset(roles), word, word), desk, admin
    )
    return Actor(added.person_id, "นายสมคิด ตั้งมั่น", frozenset(roles))


def refused(act: object, *args: object) -> Reason:
    with pytest.raises(Refused) as caught:
        act(*args)  # type: ignore[operator]
    return caught.value.reason


def test_the_first_line_of_the_list_that_fits_proposes_the_owner(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    discipline = next(c.id for c in desk.reading.lists(boss).categories if c.code == "discipline")
    rules = (
        AssignmentRule(discipline, Rank.PRINCIPAL, boss.person_id),
        AssignmentRule(None, Rank.PRINCIPAL, owner.person_id),
        AssignmentRule(None, None, boss.person_id),
    )
    assert keep_assignment_rules(KeepAssignmentRules(rules), desk, boss).count == 3
    assert desk.reading.assignment_rules(boss) == rules
    against = came(desk, clerk, "k1", PRINCIPAL)
    found = desk.reading.routing(boss, against, TODAY)
    assert (found.owner_id, found.rule, found.rank) == (owner.person_id, 2, Rank.PRINCIPAL)
    assert found.inquirer is Inquirer.DIRECTOR
    assert found.priority.priority is Priority.URGENT
    by_category = came(desk, clerk, "k2", PRINCIPAL, category_id=discipline)
    assert desk.reading.routing(boss, by_category, TODAY).rule == 1
    nobody = came(desk, clerk, "k3")
    assert desk.reading.routing(boss, nobody, TODAY).rule == 3
    keep_assignment_rules(KeepAssignmentRules(()), desk, boss)
    assert desk.reading.routing(boss, nobody, TODAY).owner_id is None


def test_without_a_list_the_rank_of_the_accused_proposes(
    desk: Desk, clerk: Actor, boss: Actor, admin: Actor
) -> None:
    director = hired(desk, admin, "director", Role.DIRECTOR)
    against = came(desk, clerk, "k1", PRINCIPAL)
    assert desk.reading.routing(boss, against, TODAY).owner_id == director.person_id
    teacher = desk.reading.routing(boss, came(desk, clerk, "k2", TEACHER), TODAY)
    assert (teacher.inquirer, teacher.owner_id) == (Inquirer.PRINCIPAL, None)
    # The director stands aside: nobody of ours follows from the rank any more.
    declare_interest(DeclareInterest(against, "ญาติของผู้ถูกร้อง"), desk, director)
    assert desk.reading.routing(boss, against, TODAY).owner_id is None


def test_the_list_takes_only_who_works_on_cases(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor, admin: Actor
) -> None:
    line = AssignmentRule(None, None, admin.person_id)
    wrong = KeepAssignmentRules((line,))
    assert refused(keep_assignment_rules, wrong, desk, boss) is Reason.OWNER_CANNOT_WORK
    right = KeepAssignmentRules((replace(line, owner_id=owner.person_id),))
    assert refused(keep_assignment_rules, right, desk, clerk) is Reason.NOT_ALLOWED
    keep_assignment_rules(right, desk, admin)
    left = ChangePerson(owner.person_id, "นายวิชัย", "", owner.roles, active=False)
    change_person(left, desk, admin)
    # Who has left is proposed no more, though the line still names them.
    found = desk.reading.routing(boss, came(desk, clerk, "k1"), TODAY)
    assert found.owner_id is None


def test_behaviour_25_an_owner_who_is_accused_or_interested_is_refused(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    accused = came(desk, clerk, "k1", Accused("นายวิชัย ตั้งตรง", person_id=owner.person_id))
    to_owner = AssignCases((accused,), owner_id=owner.person_id)
    assert refused(assign, to_owner, desk, boss) is Reason.OWNER_IS_ACCUSED
    near = came(desk, clerk, "k2")
    declare_interest(DeclareInterest(near, "เป็นเพื่อนบ้านผู้ร้อง"), desk, owner)
    to_owner = AssignCases((near,), owner_id=owner.person_id)
    assert refused(assign, to_owner, desk, boss) is Reason.OWNER_HAS_INTEREST


def test_behaviour_33d_what_one_is_too_near_to_is_hidden_everywhere(
    desk: Desk, clerk: Actor, boss: Actor, admin: Actor, room: Strongroom
) -> None:
    both = Actor(admin.person_id, admin.name, admin.roles | {Role.SUPERVISOR, Role.CLERK})
    roles = ChangePerson(admin.person_id, admin.name, "", both.roles, active=True)
    change_person(roles, desk, admin)
    first, second = came(desk, clerk, "k1"), came(desk, clerk, "k2")
    assign(AssignCases((second,), owner_id=boss.person_id), desk, boss)
    before = desk.reading.tiles(both, desk.now())
    declare_interest(DeclareInterest(second, "เป็นญาติ"), desk, both)
    query = search("2/2569")
    assert list(desk.reading.register_ids(both, RegisterQuery(), desk.now())) == [first]
    assert list(desk.reading.register_ids(both, query, desk.now())) == []
    words = search("หลังคารั่ว")
    assert list(desk.reading.register_ids(both, words, desk.now())) == [first]
    assert list(desk.reading.register_ids(boss, query, desk.now())) == [second]
    assert desk.reading.register_rows(both, (first, second))[0].id == first
    assert len(desk.reading.register_rows(both, (first, second))) == 1
    assert desk.reading.tiles(both, desk.now()).everything == before.everything - 1
    assert [
        one.id
        for one in desk.reading.known(both, Sought(phone="0812345678"), official_date(desk.now()))
    ] == [first]
    assert refused(desk.reading.case, both, second) is Reason.NOT_VISIBLE
    assert refused(note, NoteStep(second, "ดู"), desk, both) is Reason.NOT_VISIBLE
    assert refused(desk.reading.routing, both, second, TODAY) is Reason.NOT_VISIBLE
    with closing(desk.reading.book(both, OfficeBook.COMPLAINTS, TODAY, TODAY)) as lines:
        told = [line for line in lines if isinstance(line, CaseLine)]
    # The book keeps every number, so that no gap tells of the line that is not for these eyes.
    assert [(line.number.running, line.veiled) for line in told] == [(1, False), (2, True)]
    lifted = LiftInterest(second, both.person_id, "แจ้งผิดเรื่อง")
    assert refused(lift_interest, lifted, desk, clerk) is Reason.NOT_ALLOWED
    lift_interest(lifted, desk, boss)
    assert desk.reading.case(both, second).id == second
    assert refused(lift_interest, lifted, desk, boss) is Reason.NO_INTEREST


def test_an_owner_who_declares_an_interest_owns_it_no_more(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor, clock: Clock
) -> None:
    case_id = came(desk, clerk, "k1")
    assign(AssignCases((case_id,), owner_id=owner.person_id), desk, boss)
    assert refused(declare_interest, DeclareInterest(case_id, " "), desk, owner) is Reason.REQUIRED
    declare_interest(DeclareInterest(case_id, "เป็นญาติ"), desk, owner)
    case = desk.reading.case(boss, case_id)
    assert case.owner_id is None
    assert [one.person_id for one in case.proceedings.interests] == [owner.person_id]
    unassigned = RegisterQuery(RegisterView.UNASSIGNED)
    assert list(desk.reading.register_ids(boss, unassigned, desk.now())) == [case_id]


def test_behaviour_33d_a_directors_case_is_proposed_to_the_superior_agency(
    desk: Desk, clerk: Actor, boss: Actor, admin: Actor, owner: Actor
) -> None:
    rules = KeepAssignmentRules((AssignmentRule(None, None, owner.person_id),))
    keep_assignment_rules(rules, desk, boss)
    director = hired(desk, admin, "director", Role.DIRECTOR)
    facts = desk.reading.office(TODAY).facts
    for number, accused in enumerate(
        (
            Accused(director.name, person_id=director.person_id),
            Accused("นายสมคิด", facts.director_title, ""),
        )
    ):
        case_id = came(desk, clerk, f"k{number}", accused, TEACHER)
        found = desk.reading.routing(boss, case_id, TODAY)
        assert (found.leaves, found.owner_id, found.rule) == (True, None, None)
        to_owner = AssignCases((case_id,), owner_id=owner.person_id)
        assert refused(assign, to_owner, desk, boss) is Reason.SUPERIOR_AGENCY
        # Its priority may still be set while it waits to leave.
        assign(AssignCases((case_id,), priority=Priority.MOST_URGENT), desk, boss)


@pytest.mark.parametrize("sealed", [True, False])
def test_behaviour_25_opening_a_sealed_complaint_writes_who_opened_it(
    room: Strongroom, desk: Desk, clerk: Actor, boss: Actor, owner: Actor, sealed: bool
) -> None:
    case_id = came(desk, clerk, "k1", restricted=sealed)
    before = desk.reading.case(boss, case_id)
    kept = (case_id,) if sealed else ()
    assert desk.reading.sealed(boss, [case_id]) == kept
    assert view_cases(ViewCases((case_id, case_id)), desk, boss).kept == kept
    assert view_cases(ViewCases((case_id,)), desk, clerk).kept == kept
    after = desk.reading.case(boss, case_id)
    told = [(s.kind, s.actor) for s in after.steps[len(before.steps) :]]
    names = ("นางวิภา นำทาง", "นางสาวสมหญิง ใจดี") if sealed else ()
    assert told == [(StepKind.VIEWED, name) for name in names]
    assert (after.version, after.clocks) == (before.version, before.clocks)
    if sealed:
        # Who may not open it leaves no opening, and who keeps the program is no exception.
        assert refused(view_cases, ViewCases((case_id,)), desk, owner) is Reason.NOT_VISIBLE
    assert prove(room) == []


def test_behaviour_25_an_owner_found_to_be_accused_owns_it_no_more_and_sees_nothing(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    case_id = came(desk, clerk, "k1")
    assign(AssignCases((case_id,), owner_id=owner.person_id), desk, boss)
    # Recognised by the name that was typed, whatever stands before it.
    seen = desk.reading.case(boss, case_id)
    typed = replace(form(seen.received_at), accused=(Accused("วิชัย  ตั้งตรง", "เจ้าหน้าที่"),))
    correct(CorrectCase(case_id, seen.version, typed, "ผู้ร้องแจ้งชื่อ"), desk, boss)
    after = desk.reading.case(boss, case_id)
    assert (after.owner_id, after.accused[0].person_id) == (None, owner.person_id)
    assert after.steps[-1].facts["barred"] == owner.person_id
    assert refused(desk.reading.case, owner, case_id) is Reason.NOT_VISIBLE
    unassigned = RegisterQuery(RegisterView.UNASSIGNED)
    assert list(desk.reading.register_ids(boss, unassigned, desk.now())) == [case_id]
    assert list(desk.reading.register_ids(owner, unassigned, desk.now())) == []
    to_owner = AssignCases((case_id,), owner_id=owner.person_id)
    assert refused(assign, to_owner, desk, boss) is Reason.OWNER_IS_ACCUSED


@pytest.mark.parametrize("name", ["นายวิชัย ตั้งตรง", "วิชัย ตั้งตรง", "ดร.วิชัย  ตั้งตรง"])
def test_behaviour_33d_who_is_accused_by_name_is_recognised_when_it_comes(
    desk: Desk, clerk: Actor, owner: Actor, name: str
) -> None:
    case_id = came(desk, clerk, "k1", Accused(name, "ครู", "โรงเรียนตัวอย่าง"))
    assert desk.reading.case(clerk, case_id).accused[0].person_id == owner.person_id
    assert list(desk.reading.register_ids(owner, RegisterQuery(), desk.now())) == []


def test_a_first_name_alone_or_one_that_two_share_is_nobody_of_ours(
    desk: Desk, clerk: Actor, admin: Actor, owner: Actor
) -> None:
    alone = came(desk, clerk, "k1", Accused("นายวิชัย"))
    assert desk.reading.case(clerk, alone).accused[0].person_id is None
    word = "ดอกไม้สีม่วง ๙"
    namesake = AddPerson("ดร.วิชัย ตั้งตรง", "", "wichai", frozenset({Role.OWNER}), word, word)
    add_person(namesake, desk, admin)
    shared = came(desk, clerk, "k2", Accused("นายวิชัย ตั้งตรง"))
    assert desk.reading.case(clerk, shared).accused[0].person_id is None


def left(desk: Desk, admin: Actor, person: Actor, *, active: bool = False) -> None:
    change_person(
        ChangePerson(person.person_id, person.name, "", person.roles, active), desk, admin
    )


def test_who_left_is_recognised_and_sees_nothing_on_coming_back(
    desk: Desk, clerk: Actor, admin: Actor, owner: Actor
) -> None:
    left(desk, admin, owner)
    case_id = came(desk, clerk, "k1", Accused("นายวิชัย ตั้งตรง"))
    left(desk, admin, owner, active=True)
    assert desk.reading.case(clerk, case_id).accused[0].person_id == owner.person_id
    assert refused(desk.reading.case, owner, case_id) is Reason.NOT_VISIBLE
    # Where one who left is called as one at work, the latter is meant.
    namesake = hired(desk, admin, "somkid", Role.OWNER)
    left(desk, admin, namesake)
    again = hired(desk, admin, "somkid2", Role.OWNER)
    other = came(desk, clerk, "k2", Accused("นายสมคิด ตั้งมั่น"))
    assert desk.reading.case(clerk, other).accused[0].person_id == again.person_id


def test_who_comes_to_the_office_sees_nothing_of_the_complaint_against_them(
    room: Strongroom, desk: Desk, clerk: Actor, admin: Actor
) -> None:
    before = came(desk, clerk, "k1", TEACHER, Accused("ดร.สมคิด  ตั้งมั่น", "ครู"))
    alone = came(desk, clerk, "k2", Accused("นายสมคิด"), Accused("นายสมคิด ตั้งมั่นคง"))
    newcomer = hired(desk, admin, "somkid", Role.CLERK, Role.SUPERVISOR)
    assert refused(desk.reading.case, newcomer, before) is Reason.NOT_VISIBLE
    assert list(desk.reading.register_ids(newcomer, RegisterQuery(), desk.now())) == [alone]
    seen = desk.reading.case(clerk, before)
    assert [one.person_id for one in seen.accused] == [None, newcomer.person_id]
    assert seen.steps[-1].kind is StepKind.RECOGNISED
    assert prove(room) == []


def test_who_takes_the_name_of_an_accused_owns_the_complaint_no_more(
    room: Strongroom, desk: Desk, clerk: Actor, boss: Actor, admin: Actor, owner: Actor
) -> None:
    case_id = came(desk, clerk, "k1", Accused("นายวิชัย ตั้งใหม่"))
    assign(AssignCases((case_id,), owner_id=owner.person_id), desk, boss)
    left(desk, admin, replace(owner, name="นายวิชัย ตั้งใหม่"), active=True)
    assert refused(desk.reading.case, owner, case_id) is Reason.NOT_VISIBLE
    seen = desk.reading.case(boss, case_id)
    assert seen.owner_id is None
    assert seen.steps[-1].facts["barred"] == owner.person_id
    assert prove(room) == []


def test_a_sending_agencys_day_that_was_read_wrongly_is_corrected_and_counted_anew(
    room: Strongroom, desk: Desk, clerk: Actor, boss: Actor
) -> None:
    case_id = came(desk, clerk, "k1", intake=Intake(sender_due_on=date(2026, 7, 30)))
    seen = desk.reading.case(boss, case_id)
    typed = replace(form(seen.received_at), intake=seen.intake, restricted=True)
    correct(CorrectCase(case_id, seen.version, typed, "ปกปิดไว้"), desk, boss)

    def owed() -> list[datetime | None]:
        clocks = desk.reading.case(boss, case_id).clocks
        return [clock.due_at for clock in clocks if clock.kind is ClockKind.SENDER]

    # What else is corrected leaves the day alone.
    assert owed() == [bangkok(date(2026, 7, 30), 16, 30)]
    assert desk.reading.case(boss, case_id).steps[-1].facts["sender_due"] is None
    for day, falls in (
        (date(2026, 8, 20), [bangkok(date(2026, 8, 20), 16, 30)]),
        (None, []),
        (date(2026, 7, 16), [bangkok(date(2026, 7, 16), 16, 30)]),
    ):
        seen = desk.reading.case(boss, case_id)
        typed = replace(form(seen.received_at), intake=Intake(sender_due_on=day))
        correct(CorrectCase(case_id, seen.version, typed, "อ่านวันที่ผิด"), desk, boss)
        assert owed() == falls
        told = desk.reading.case(boss, case_id).steps[-1].facts["sender_due"]
        assert told == ("" if day is None else day.isoformat())
    (row,) = desk.reading.register_rows(boss, (case_id,))
    assert row.due_kind in (ClockKind.ACKNOWLEDGE, ClockKind.SENDER)
    assert prove(room) == []
