from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest
from fakes import FakeReading, FakeStore
from office import bangkok, form

from desktop.acts.attaching import AttachFiles, NewFile, attach
from desktop.acts.registering import RegisterComplaint, register
from desktop.acts.releasing import (
    NAME,
    ReleaseFile,
    Summarise,
    release_file,
    summarise,
)
from desktop.errors import Refusals, Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason
from desktop.rules.summary import Summary

CLEAN = Summary("ผู้อำนวยการโรงเรียนบ้านตัวอย่าง", "อาคารเรียนหลังคารั่ว", "ฝนตกหนักน้ำเข้าห้องเรียน")


@pytest.fixture
def case_id(desk: Desk, clerk: Actor) -> int:
    return register(RegisterComplaint("k", form(bangkok(date(2026, 7, 15)))), desk, clerk).case_id


def steps(store: FakeStore, kind: StepKind) -> list[Any]:
    return [step for _, _, step in store.drawer.steps if step.kind is kind]


def test_a_summary_without_the_petitioner_is_printed_and_kept_once(
    store: FakeStore, desk: Desk, clerk: Actor, case_id: int
) -> None:
    done = summarise(Summarise("s", case_id, CLEAN), desk, clerk)
    assert summarise(Summarise("s", case_id, CLEAN), desk, clerk).file_id == done.file_id
    (kept,) = store.drawer.attachments
    assert (kept.name, store.drawer.files[kept.stored.name]) == (NAME, done.pdf)
    (step,) = steps(store, StepKind.SUMMARISED)
    assert (step.note, step.facts["identity"]) == (CLEAN.to, False)


def test_what_tells_of_the_petitioner_is_refused_until_a_reason_is_given(
    store: FakeStore, desk: Desk, clerk: Actor, case_id: int
) -> None:
    told = replace(CLEAN, subject="เรื่องของนางปราณี", facts="โทร ๐๘ ๑๒๓๔ ๕๖๗๘ ตำบลมะขาม")
    with pytest.raises(Refusals) as error:
        summarise(Summarise("s", case_id, told), desk, clerk)
    named = {one.field: one.parameters["words"] for one in error.value.refusals}
    assert named == {"subject": "ปราณี", "facts": "มะขาม, 0812345678"}
    assert {one.reason for one in error.value.refusals} == {Reason.IDENTITY_SHOWN}
    assert store.drawer.attachments == []
    summarise(Summarise("s", case_id, told, " ผู้ร้องยินยอมเป็นหนังสือ "), desk, clerk)
    (step,) = steps(store, StepKind.SUMMARISED)
    assert step.note == f"{CLEAN.to} · ผู้ร้องยินยอมเป็นหนังสือ"
    assert step.facts["identity"] is True


@dataclass(frozen=True)
class Listed:
    id: int


def test_a_file_as_it_came_goes_out_only_for_a_reason(
    store: FakeStore, desk: Desk, clerk: Actor, case_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    (file_id,) = attach(AttachFiles(case_id, (NewFile("a.pdf", b"%PDF"),)), desk, clerk).file_ids

    def case(self: FakeReading, actor: Actor, case_id: int) -> Any:
        del self, actor, case_id
        return type("View", (), {"files": (Listed(file_id),)})

    monkeypatch.setattr(FakeReading, "case", case)
    with pytest.raises(Refusals) as error:
        release_file(ReleaseFile(case_id, file_id, "", " "), desk, clerk)
    assert [one.field for one in error.value.refusals] == ["to", "reason"]
    with pytest.raises(Refused):
        release_file(ReleaseFile(case_id, file_id + 1, "โรงเรียน", "เหตุ"), desk, clerk)
    assert steps(store, StepKind.RELEASED) == []
    release_file(ReleaseFile(case_id, file_id, "โรงเรียน", "พนักงานสอบสวนเรียก"), desk, clerk)
    (step,) = steps(store, StepKind.RELEASED)
    assert (step.note, step.facts["file"]) == ("โรงเรียน · พนักงานสอบสวนเรียก", file_id)
    assert "พนักงานสอบสวน" not in str(store.drawer.journal[-1][0].facts)


def test_who_writes_no_letters_gives_nothing_out(desk: Desk, admin: Actor, case_id: int) -> None:
    with pytest.raises(Refused) as summary:
        summarise(Summarise("s", case_id, CLEAN), desk, admin)
    with pytest.raises(Refused) as file:
        release_file(ReleaseFile(case_id, 1, "โรงเรียน", "เหตุ"), desk, admin)
    assert {summary.value.reason, file.value.reason} == {Reason.NOT_ALLOWED}
