from datetime import date

import pytest
from fakes import FakeStore
from office import bangkok, form

from desktop.acts.classifying import Classify, SecretOrder, classify
from desktop.acts.registering import RegisterComplaint, register
from desktop.errors import Refusals, Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.complaint import Secrecy
from desktop.rules.people import Actor, Role
from desktop.rules.reasons import Reason

REGISTRAR = Actor(3, "นางวิภา นำทาง", frozenset({Role.SECRET_REGISTRAR}))
ORDER, REASON = "ผอ. ตามบันทึกลงวันที่ ๑๕ ก.ค. ๒๕๖๙", "เปิดเผยแล้วพยานอาจถูกคุกคาม"


@pytest.fixture
def case_id(desk: Desk, clerk: Actor) -> int:
    return register(RegisterComplaint("k", form(bangkok(date(2026, 7, 15)))), desk, clerk).case_id


def test_a_class_is_set_and_lifted_as_ordered_each_with_its_reason(
    store: FakeStore, desk: Desk, case_id: int
) -> None:
    made = classify(Classify(case_id, Secrecy.SECRET, f" {ORDER} ", REASON), desk, REGISTRAR)
    assert made.running == 1
    assert store.drawer.cases[case_id].secrecy is Secrecy.SECRET
    store.pass_time(days=1)
    lifted = classify(Classify(case_id, Secrecy.NONE, ORDER, "ยุติแล้ว"), desk, REGISTRAR)
    assert lifted.running is None
    first, second = store.drawer.classifications
    assert (first.secrecy, first.ordered_by, first.year, first.running) == (
        Secrecy.SECRET,
        ORDER,
        2569,
        1,
    )
    assert (second.secrecy, second.reason, second.year) == (Secrecy.NONE, "ยุติแล้ว", None)
    steps = [step for _, _, step in store.drawer.steps if step.kind is StepKind.CLASSIFIED]
    assert [step.note for step in steps] == [f"{REASON} ({ORDER})", f"ยุติแล้ว ({ORDER})"]
    journal = store.drawer.journal[-2][0]
    assert journal.facts["secrecy"] == "secret"
    assert REASON not in str(journal.facts)


def test_every_secret_takes_the_next_number_of_its_year(
    store: FakeStore, desk: Desk, clerk: Actor, case_id: int
) -> None:
    other = register(RegisterComplaint("o", form(bangkok(date(2026, 7, 15)))), desk, clerk).case_id
    numbers = [
        classify(Classify(case, Secrecy.SECRET, ORDER, REASON), desk, REGISTRAR).running
        for case in (case_id, other)
    ]
    classify(Classify(other, Secrecy.NONE, ORDER, REASON), desk, REGISTRAR)
    store.now = bangkok(date(2027, 1, 4))
    again = classify(Classify(other, Secrecy.SECRET, ORDER, REASON), desk, REGISTRAR)
    assert [*numbers, again.running] == [1, 2, 1]


@pytest.mark.parametrize("secrecy", [Secrecy.VERY_SECRET, Secrecy.MOST_SECRET])
def test_what_is_above_secret_is_never_kept_here(
    store: FakeStore, desk: Desk, case_id: int, secrecy: Secrecy
) -> None:
    with pytest.raises(Refused) as error:
        classify(Classify(case_id, secrecy, ORDER, REASON), desk, REGISTRAR)
    assert (error.value.reason, error.value.field) == (Reason.SECRET_ELSEWHERE, "secrecy")
    assert store.drawer.cases[case_id].secrecy is Secrecy.NONE


def test_only_those_in_authority_classify_and_say_by_whose_order(
    desk: Desk, clerk: Actor, case_id: int
) -> None:
    with pytest.raises(Refused) as error:
        classify(Classify(case_id, Secrecy.SECRET, ORDER, REASON), desk, clerk)
    assert error.value.reason is Reason.NOT_ALLOWED
    with pytest.raises(Refusals) as both:
        classify(Classify(case_id, Secrecy.SECRET, " ", ""), desk, REGISTRAR)
    assert [one.field for one in both.value.refusals] == ["ordered_by", "reason"]
    with pytest.raises(Refused) as same:
        classify(Classify(case_id, Secrecy.NONE, ORDER, REASON), desk, REGISTRAR)
    assert same.value.reason is Reason.SAME_CLASS


def test_a_complaint_is_secret_from_its_first_moment(store: FakeStore, desk: Desk) -> None:
    command = RegisterComplaint(
        "s", form(bangkok(date(2026, 7, 15))), secret=SecretOrder(f" {ORDER} ", REASON)
    )
    made = register(command, desk, REGISTRAR)
    assert store.drawer.cases[made.case_id].secrecy is Secrecy.SECRET
    (entry,) = store.drawer.classifications
    assert (entry.complaint_id, entry.ordered_by, entry.running) == (made.case_id, ORDER, 1)
    told = [step.kind for number, _, step in store.drawer.steps if number == made.case_id]
    assert told == [StepKind.REGISTERED, StepKind.CLASSIFIED]
    assert register(command, desk, REGISTRAR).case_id == made.case_id
    assert len(store.drawer.classifications) == 1


def test_only_who_classifies_takes_in_what_is_secret_and_says_by_whose_order(
    store: FakeStore, desk: Desk, clerk: Actor
) -> None:
    taken_in = form(bangkok(date(2026, 7, 15)))
    secret = RegisterComplaint("s", taken_in, secret=SecretOrder(ORDER, REASON))
    with pytest.raises(Refused) as refused:
        register(secret, desk, clerk)
    assert refused.value.reason is Reason.NOT_ALLOWED
    with pytest.raises(Refusals) as faults:
        register(RegisterComplaint("s", taken_in, secret=SecretOrder(" ", "")), desk, REGISTRAR)
    assert [(one.reason, one.field) for one in faults.value.refusals] == [
        (Reason.REQUIRED, "secret.ordered_by"),
        (Reason.REQUIRED, "secret.reason"),
    ]
    assert not store.drawer.cases
