from dataclasses import replace
from datetime import date

import pytest
from fakes import FakeStore
from office import bangkok, form, signed_by

from desktop.acts.batching import (
    EndBatch,
    IssuePlanned,
    PlanLetters,
    end_batch,
    issue_planned,
    plan_letters,
)
from desktop.acts.registering import RegisterComplaint, register
from desktop.errors import Refusals, Refused
from desktop.ports import Desk
from desktop.rules.complaint import Accused, Petitioner, PetitionerKind
from desktop.rules.letters import Blank, Finding, LetterKind
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason

DAY = date(2026, 7, 15)


@pytest.fixture
def plan(desk: Desk, clerk: Actor) -> PlanLetters:
    """Two petitioners, a group, a letter nobody signed, and a case against the clerk herself."""
    two = (Petitioner(first="ก", last="หนึ่ง"), Petitioner(first="ข", last="สอง"))
    group = signed_by(
        kind=PetitionerKind.GROUP, first="", last="", heading="นาย ค และคณะ รวม ๓๐ คน"
    )
    forms = (
        form(bangkok(DAY), petitioners=two),
        form(bangkok(DAY), petitioners=group),
        form(bangkok(DAY), petitioners=signed_by(kind=PetitionerKind.ANONYMOUS)),
        form(bangkok(DAY), accused=(Accused("นางสาวสมหญิง ใจดี", person_id=clerk.person_id),)),
    )
    other = replace(clerk, person_id=3)
    cases = tuple(
        register(RegisterComplaint(f"case {n}", made), desk, other).case_id
        for n, made in enumerate(forms)
    )
    blanks = {Blank.PARTICULAR: "กลุ่มอำนวยการ"}
    kind = LetterKind.ACKNOWLEDGEMENT
    return PlanLetters("batch", cases, kind, 1, blanks, Finding.IN_AUTHORITY)


def test_one_letter_a_petitioner_one_a_group_and_none_to_nobody(
    store: FakeStore, desk: Desk, clerk: Actor, plan: PlanLetters
) -> None:
    planned = plan_letters(plan, desk, clerk)
    assert (planned.total, planned.left_out) == (3, plan.case_ids[2:])
    drafts = store.drawer.batches[planned.batch_id].drafts
    assert [draft.recipient for draft in drafts] == ["ก หนึ่ง", "ข สอง", "นาย ค และคณะ รวม ๓๐ คน"]
    assert store.drawer.letters == {}
    again = plan_letters(plan, desk, clerk)
    assert (again.batch_id, again.total, len(store.drawer.batches)) == (planned.batch_id, 3, 1)


def test_asked_again_a_letter_of_a_batch_is_the_same(
    store: FakeStore, desk: Desk, clerk: Actor, plan: PlanLetters
) -> None:
    batch = plan_letters(plan, desk, clerk).batch_id
    numbers = [
        issue_planned(IssuePlanned(batch, place), desk, clerk).number for place in (0, 0, 1, 0, 1)
    ]
    assert numbers == [f"ศธ ๐๔๙๙๙/{n}" for n in (1, 1, 2, 1, 2)]
    ended = end_batch(EndBatch(batch), desk, clerk)
    assert ended.letter_ids == (1, 2)
    first_end = store.drawer.batches[batch].ended_at
    store.pass_time(hours=1)
    end_batch(EndBatch(batch), desk, clerk)
    assert store.drawer.batches[batch].ended_at == first_end


def test_a_batch_refuses_what_one_letter_would(
    store: FakeStore, desk: Desk, clerk: Actor, plan: PlanLetters
) -> None:
    with pytest.raises(Refusals):
        plan_letters(replace(plan, blanks={}), desk, clerk)
    for changed, reason in (
        ({"kind": LetterKind.REFERRAL}, Reason.UNKNOWN_CHOICE),
        ({"case_ids": plan.case_ids[2:]}, Reason.NOTHING_SELECTED),
        ({"case_ids": ()}, Reason.NOTHING_SELECTED),
    ):
        with pytest.raises(Refused) as error:
            plan_letters(replace(plan, **changed), desk, clerk)
        assert error.value.reason is reason
    assert store.drawer.batches == {}
