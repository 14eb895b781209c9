from dataclasses import replace
from datetime import date

import pytest
from fakes import FakeStore
from office import bangkok, form

from desktop.acts.registering import RegisterComplaint, register
from desktop.acts.stating import RecordStatement, record_statement
from desktop.errors import Refusals, Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason
from desktop.rules.statement import Statement

DAY = date(2026, 7, 15)
TOLD = Statement(
    giver=" นายมานะ  ตัวอย่าง ",
    said=("ถาม ทราบได้อย่างไร", " ", "ตอบ เห็นเอง\nทุกปี"),
    place="โรงเรียน",
    taken_at=bangkok(DAY, 8),
    asker="นางสาวสมหญิง ใจดี",
)


@pytest.fixture
def case_id(desk: Desk, clerk: Actor) -> int:
    return register(RegisterComplaint("k", form(bangkok(DAY, 8))), desk, clerk).case_id


def test_a_statement_is_printed_and_kept_once_with_its_hash(
    store: FakeStore, desk: Desk, clerk: Actor, case_id: int
) -> None:
    done = record_statement(RecordStatement("s", case_id, TOLD), desk, clerk)
    again = record_statement(RecordStatement("s", case_id, TOLD), desk, clerk)
    assert again.file_id == done.file_id
    (kept,) = store.drawer.attachments
    assert store.drawer.files[kept.stored.name] == done.pdf
    assert "มานะ" not in kept.name
    told = done.pdf.decode()
    assert "giver='นายมานะ ตัวอย่าง'" in told
    assert r"said=('ถาม ทราบได้อย่างไร', 'ตอบ เห็นเอง\nทุกปี')" in told
    (step,) = (step for _, _, step in store.drawer.steps if step.kind is StepKind.STATED)
    assert step.at == TOLD.taken_at
    assert all("มานะ" not in str(entry.facts) for entry, _ in store.drawer.journal)


def test_what_a_statement_cannot_do_without_is_refused_at_its_field(
    store: FakeStore, desk: Desk, clerk: Actor, admin: Actor, case_id: int
) -> None:
    empty = replace(TOLD, giver=" ", place="", asker="", said=("", " "))
    with pytest.raises(Refusals) as error:
        record_statement(RecordStatement("s", case_id, empty), desk, clerk)
    assert [one.field for one in error.value.refusals] == ["giver", "place", "asker", "said"]
    tomorrow = replace(TOLD, taken_at=bangkok(date(2026, 7, 16)))
    with pytest.raises(Refused) as future:
        record_statement(RecordStatement("s", case_id, tomorrow), desk, clerk)
    assert (future.value.reason, future.value.field) == (Reason.IN_THE_FUTURE, "taken_at")
    with pytest.raises(Refused) as role:
        record_statement(RecordStatement("s", case_id, TOLD), desk, admin)
    assert role.value.reason is Reason.NOT_ALLOWED
    store.press.jammed = True
    with pytest.raises(RuntimeError):
        record_statement(RecordStatement("s", case_id, TOLD), desk, clerk)
    assert store.drawer.attachments == []
