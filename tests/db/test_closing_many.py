"""Closing many alike: the look beforehand tells what closing does, and changes nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa
from clock import Clock
from office import form

from db import tables as t
from db.furnishing import Strongroom
from desktop.acts.classifying import Classify, classify
from desktop.acts.closing import CloseCase, close
from desktop.acts.closing_many import CloseMany, close_many, try_closing
from desktop.acts.registering import RegisterComplaint, register
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.complaint import Outcome, Secrecy, Status
from desktop.rules.people import Actor, Role
from desktop.rules.reasons import Reason

BOSS = Actor(3, "นางวิภา นำทาง", frozenset({Role.SUPERVISOR}))
HEAD = Actor(3, "นางวิภา นำทาง", frozenset({Role.DIRECTOR}))


@pytest.fixture
def case_ids(desk: Desk, clerk: Actor, clock: Clock) -> tuple[int, ...]:
    """One that may be closed, one closed already, one late, one secret."""
    late = form(clock.at - timedelta(days=400))
    ids = [
        register(RegisterComplaint(key, made), desk, clerk).case_id
        for key, made in (
            ("a", form(clock.at)),
            ("b", form(clock.at)),
            ("c", late),
            ("d", form(clock.at)),
        )
    ]
    close(CloseCase(ids[1], Outcome.SOLVED, "บันทึกข้อตกลง"), desk, BOSS)
    classify(Classify(ids[3], Secrecy.SECRET, "ผู้อำนวยการ", "ระบุตัวพยาน"), desk, HEAD)
    return tuple(ids)


def command(case_ids: tuple[int, ...], late_reason: str = "") -> CloseMany:
    return CloseMany(case_ids, Outcome.SOLVED, "บันทึกข้อตกลง", late_reason)


def whys(each: object) -> list[Reason | None]:
    return [one.why and one.why.reason for one in each]  # type: ignore[attr-defined]


def entries(room: Strongroom) -> int:
    with room.asking.connect() as connection:
        return connection.scalar(sa.select(sa.func.count()).select_from(t.journal)) or 0


def test_behaviour_30_the_dry_run_tells_what_closing_does_and_changes_nothing(
    desk: Desk, room: Strongroom, case_ids: tuple[int, ...]
) -> None:
    before = entries(room)
    tried = try_closing(command(case_ids), desk, BOSS)
    expected = [None, Reason.WRONG_STATUS, Reason.LATE_REASON_NEEDED, Reason.NOT_VISIBLE]
    assert whys(tried.each) == expected
    assert tried.each[3].subject == ""
    assert tried.changes is Changes.NONE
    assert entries(room) == before
    assert desk.reading.case(BOSS, case_ids[0]).status is not Status.CLOSED
    done = close_many(command(case_ids), desk, BOSS)
    assert whys(done.each) == expected
    assert entries(room) == before + 1
    closed = desk.reading.case(BOSS, case_ids[0])
    assert (closed.status, closed.outcome) == (Status.CLOSED, Outcome.SOLVED)
    assert desk.reading.case(BOSS, case_ids[2]).status is not Status.CLOSED


def test_each_has_an_entry_of_its_own_and_the_late_one_its_reason(
    desk: Desk, room: Strongroom, case_ids: tuple[int, ...]
) -> None:
    before = entries(room)
    done = close_many(command(case_ids, "รอผลตรวจสอบ"), desk, BOSS)
    assert whys(done.each) == [None, Reason.WRONG_STATUS, None, Reason.NOT_VISIBLE]
    assert entries(room) == before + 2
    assert desk.reading.case(BOSS, case_ids[2]).late_reason == "รอผลตรวจสอบ"


@pytest.mark.parametrize(
    ("change", "field"), [({"outcome": None}, "outcome"), ({"evidence": " "}, "evidence")]
)
def test_what_is_missing_is_told_at_its_field(
    desk: Desk, case_ids: tuple[int, ...], change: dict[str, object], field: str
) -> None:
    asked = replace(command(case_ids), **change)  # type: ignore[arg-type]
    for act in (try_closing, close_many):
        with pytest.raises(Refused) as refused:
            act(asked, desk, BOSS)
        assert refused.value.field == field


def test_who_may_close_none_is_told_nothing(
    desk: Desk, clerk: Actor, case_ids: tuple[int, ...]
) -> None:
    for act in (try_closing, close_many):
        with pytest.raises(Refused) as refused:
            act(command(case_ids), desk, clerk)
        assert refused.value.reason is Reason.NOT_ALLOWED
