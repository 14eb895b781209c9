"""Opening the office, keeping its people, and signing in."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from fakes import FakeStore
from office import FACTS, OPENING, PASSWORD, SIGNATORY, bangkok, form, person

from desktop.acts.keeping_office import ChangeOffice, KeepSignatory, change_office, keep_signatory
from desktop.acts.opening import open_office
from desktop.acts.registering import RegisterComplaint, register
from desktop.acts.signing_in import LONGEST_WAIT, SignIn, sign_in, wait_after
from desktop.acts.staffing import (
    ChangePerson,
    SetPassword,
    add_person,
    change_person,
    set_password,
)
from desktop.errors import Refusals, Refused
from desktop.ports import Desk
from desktop.rules.people import Actor, Role
from desktop.rules.reasons import Reason


def test_opening_fills_lists_calendar_and_standards(store: FakeStore) -> None:
    drawer = store.drawer
    assert len(drawer.channels) >= 10
    assert date(2026, 4, 13) in drawer.holidays
    assert drawer.policies
    assert next(p.username for p in drawer.people.values()) == "admin"


def test_numbers_may_go_on_from_the_paper_book() -> None:
    store = FakeStore(bangkok(date(2026, 7, 15)))
    open_office(replace(OPENING, first_complaint_number=42), store.desk())
    clerk = store.drawer.people[2].actor()
    done = register(RegisterComplaint("a", form(store.now)), store.desk(), clerk)
    assert str(done.number) == "42/2569"


def test_an_office_opens_once(desk: Desk) -> None:
    with pytest.raises(Refused) as error:
        open_office(OPENING, desk)
    assert error.value.reason is Reason.ALREADY_OPEN


def test_nothing_about_the_office_is_guessed() -> None:
    store = FakeStore(bangkok(date(2026, 7, 15)))
    blank = replace(FACTS, name="", letter_prefix=" ")
    with pytest.raises(Refusals) as error:
        open_office(replace(OPENING, facts=blank), store.desk())
    assert [r.field for r in error.value.refusals] == ["name", "letter_prefix"]
    with pytest.raises(Refused) as nobody:
        open_office(replace(OPENING, people=OPENING.people[1:]), store.desk())
    assert nobody.value.reason is Reason.LAST_ADMINISTRATOR


def test_sign_in_answers_alike_to_a_wrong_name_and_a_wrong_password(desk: Desk) -> None:
    assert sign_in(SignIn("CLERK", PASSWORD), desk).actor.roles == {Role.CLERK}
    for name, password in (("clerk", "wrong one"), ("nobody", PASSWORD)):
        with pytest.raises(Refused) as error:
            sign_in(SignIn(name, password), desk)
        assert error.value.reason is Reason.WRONG_PASSWORD


def test_guessing_is_slowed_and_never_locks_for_good(store: FakeStore, desk: Desk) -> None:
    for _ in range(5):
        with pytest.raises(Refused):
            sign_in(SignIn("clerk", "guess"), desk)
    with pytest.raises(Refused) as error:
        sign_in(SignIn("clerk", PASSWORD), desk)
    assert error.value.reason is Reason.TRY_LATER
    store.pass_time(days=-1)
    with pytest.raises(Refused) as set_back:
        sign_in(SignIn("clerk", PASSWORD), desk)
    assert set_back.value.reason is Reason.TRY_LATER
    store.pass_time(days=1, seconds=2)
    assert sign_in(SignIn("clerk", PASSWORD), desk)
    assert store.drawer.people[2].failures == 0
    assert wait_after(0) == timedelta(0)
    assert wait_after(1000) == LONGEST_WAIT


def test_one_who_left_cannot_sign_in(desk: Desk, admin: Actor, owner: Actor) -> None:
    leaving = ChangePerson(owner.person_id, owner.name, "", owner.roles, active=False)
    change_person(leaving, desk, admin)
    with pytest.raises(Refused):
        sign_in(SignIn("owner", PASSWORD), desk)


def test_the_last_administrator_stays(desk: Desk, admin: Actor) -> None:
    roles = frozenset({Role.CLERK})
    with pytest.raises(Refused) as error:
        change_person(ChangePerson(1, "นายดูแล", "", roles, active=True), desk, admin)
    assert error.value.reason is Reason.LAST_ADMINISTRATOR
    add_person(person("second", "นางสอง", Role.ADMINISTRATOR), desk, admin)
    change_person(ChangePerson(1, "นายดูแล", "", roles, active=True), desk, admin)


@pytest.mark.parametrize(
    ("password", "again", "reason"),
    [
        ("short", "short", Reason.PASSWORD_TOO_SHORT),
        ("password123", "password123", Reason.PASSWORD_TOO_COMMON),
        ("NewPerson", "NewPerson", Reason.PASSWORD_TOO_COMMON),
        ("กกกกกกกกกกก", "กกกกกกกกกกก", Reason.PASSWORD_TOO_COMMON),
        (PASSWORD, PASSWORD + "x", Reason.PASSWORDS_DIFFER),
    ],
)
def test_poor_passwords_are_refused(
    desk: Desk, admin: Actor, password: str, again: str, reason: Reason
) -> None:
    new = replace(person("newperson", "นายใหม่", Role.CLERK), password=password, again=again)
    with pytest.raises(Refused) as error:
        add_person(new, desk, admin)
    assert error.value.reason is reason


def test_only_administrators_keep_people_but_everyone_their_own_password(
    desk: Desk, clerk: Actor
) -> None:
    with pytest.raises(Refused):
        add_person(person("x1", "นายเอ็กซ์", Role.CLERK), desk, clerk)
    with pytest.raises(Refused):
        set_password(SetPassword(1, PASSWORD, PASSWORD), desk, clerk)
    set_password(SetPassword(clerk.person_id, "รหัสใหม่ ยาวพอ", "รหัสใหม่ ยาวพอ"), desk, clerk)
    assert sign_in(SignIn("clerk", "รหัสใหม่ ยาวพอ"), desk)


def test_a_user_name_belongs_to_one(desk: Desk, admin: Actor) -> None:
    with pytest.raises(Refused) as error:
        add_person(person("Clerk", "นายซ้ำ", Role.CLERK), desk, admin)
    assert (error.value.reason, error.value.field) == (Reason.USERNAME_TAKEN, "username")


def test_the_office_changes_from_a_day_on(
    store: FakeStore, desk: Desk, admin: Actor, clerk: Actor
) -> None:
    moved = replace(FACTS, phone="๐ ๓๙๑๑ ๑๑๑๑", effective_from=date(2026, 7, 15))
    with pytest.raises(Refused):
        change_office(ChangeOffice(moved), desk, clerk)
    change_office(ChangeOffice(moved), desk, admin)
    assert desk.reading.office(date(2026, 7, 14)).facts.phone == FACTS.phone
    assert desk.reading.office(date(2026, 7, 15)).facts.phone == "๐ ๓๙๑๑ ๑๑๑๑"
    keep_signatory(KeepSignatory(replace(SIGNATORY, name="นางใหม่ มาแทน")), desk, admin)
    assert len(store.drawer.signatories) == 2
