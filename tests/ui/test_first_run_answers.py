from dataclasses import replace
from datetime import date

import pytest
from fakes import FakeStore
from office import PASSWORD, bangkok

from desktop.acts.opening import open_office
from desktop.rules.office import Garuda
from desktop.rules.people import Role
from desktop.rules.reasons import Reason
from ui.pages.first_run.answers import (
    NewPerson,
    administrator,
    facts_of,
    letter_faults,
    office_faults,
    opening_of,
    person_faults,
)

TODAY = date(2026, 7, 15)
TYPED = {
    "name": "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต ๒",
    "address": "๑๒๓ หมู่ ๔ ตำบลตัวอย่าง\nอำเภอเมืองตัวอย่าง จังหวัดตัวอย่าง ๒๒๐๐๐",
    "letter_prefix": "ศธ ๐๔๙๙๙",
    "group": "กลุ่มกฎหมายและคดี",
    "phone": "๐ ๓๙๐๐ ๐๐๐๐",
    "signatory.name": "นายสมคิด ตั้งมั่น",
    "signatory.position": "ผู้อำนวยการ",
    "first_complaint_number": "๔๒",
}
SOMEONE = NewPerson("นางสาวสมหญิง ใจดี", "นิติกร", "somying", PASSWORD, PASSWORD, frozenset())


def reasons(faults: tuple[object, ...]) -> dict[str | None, Reason]:
    return {refused.field: refused.reason for refused in faults}  # type: ignore[attr-defined]


def test_what_was_typed_right_opens_the_office() -> None:
    facts = facts_of(TYPED, TODAY, None)
    people = (administrator(replace(SOMEONE, roles=frozenset({Role.CLERK}))),)
    assert not office_faults(facts)
    assert not letter_faults(TYPED, facts)
    assert not person_faults(people, 0)
    store = FakeStore(bangkok(TODAY))
    open_office(opening_of(TYPED, facts, people), store.desk())
    assert store.drawer.facts[0].name == TYPED["name"]
    assert store.drawer.people[1].roles == {Role.CLERK, Role.ADMINISTRATOR}
    assert 41 in store.drawer.counters.values()


def test_nothing_is_guessed() -> None:
    facts = facts_of({}, TODAY, None)
    assert reasons(office_faults(facts)) == dict.fromkeys(
        ("name", "address", "group", "phone"), Reason.REQUIRED
    )
    assert reasons(letter_faults({}, facts)) == dict.fromkeys(
        ("letter_prefix", "signatory.name", "signatory.position"), Reason.REQUIRED
    )


@pytest.mark.parametrize("typed", ["ศูนย์", "0", "-4", "1.5"])
def test_a_starting_number_is_a_number(typed: str) -> None:
    answers = TYPED | {"first_letter_number": typed}
    found = letter_faults(answers, facts_of(answers, TODAY, None))
    assert reasons(found) == {"first_letter_number": Reason.BAD_NUMBER}


def test_an_own_emblem_needs_its_picture_and_no_other_keeps_one() -> None:
    own = TYPED | {"garuda": Garuda.IMAGE.value}
    assert reasons(letter_faults(own, facts_of(own, TODAY, None))) == {
        "garuda_image": Reason.REQUIRED
    }
    assert facts_of(own, TODAY, b"png").garuda_image == b"png"
    assert facts_of(TYPED, TODAY, b"png").garuda_image is None


def test_an_address_of_mail_looks_like_one() -> None:
    facts = facts_of(TYPED | {"email": "law at example"}, TODAY, None)
    assert reasons(office_faults(facts)) == {"email": Reason.BAD_EMAIL}


def test_people_are_asked_for_everything_at_once() -> None:
    people = (administrator(SOMEONE), NewPerson("", "", "SOMYING", "12345678"))
    assert reasons(person_faults(people, 1)) == {
        "name": Reason.REQUIRED,
        "username": Reason.USERNAME_TAKEN,
        "roles": Reason.REQUIRED,
        "password": Reason.PASSWORD_TOO_COMMON,
    }
