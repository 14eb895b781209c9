"""What other programs did is told, on either database; what this one did itself is not."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from clock import Clock
from office import form

from db.furnishing import Strongroom, furnish
from desktop.acts.assigning import AssignCases, assign
from desktop.acts.keeping_categories import AddCategory, add_category
from desktop.acts.registering import RegisterComplaint, register
from desktop.acts.signing_in import SignIn, sign_in
from desktop.changes import Changes, changes_of
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.journal import Entry
from desktop.rules.people import Actor
from desktop.rules.policy import Complexity
from desktop.wording.journal import JOURNAL


@pytest.fixture
def other(room: Strongroom, desk: Desk) -> Iterator[Desk]:
    """A second desk over the same register, in a program of its own."""
    made = furnish(room.place)
    yield replace(desk, unit=made.unit, reading=made.reading)
    made.close()


def test_another_desks_act_is_told_and_ones_own_is_not(
    desk: Desk, other: Desk, clerk: Actor, boss: Actor, clock: Clock
) -> None:
    begun = desk.reading.happened(clerk, None)
    assert begun.changes is Changes.NONE
    mine = register(RegisterComplaint("mine", form(clock.at)), desk, clerk)
    after_mine = desk.reading.happened(clerk, begun.upto)
    assert after_mine.upto > begun.upto
    assert after_mine.changes is Changes.NONE
    # Both take part in what happens between two looks.
    assign(AssignCases((mine.case_id,), owner_id=4), desk, boss)
    theirs = register(RegisterComplaint("theirs", form(clock.at)), other, clerk)
    told = desk.reading.happened(clerk, after_mine.upto)
    assert theirs.changes in told.changes
    assert Changes.OFFICE not in told.changes
    assert desk.reading.happened(clerk, told.upto).changes is Changes.NONE
    # The other desk sees what this one did, and not what it did itself.
    assert Changes.COMPLAINTS in other.reading.happened(clerk, begun.upto).changes


def test_what_was_not_committed_is_nobodys(
    desk: Desk, other: Desk, room: Strongroom, clerk: Actor, clock: Clock
) -> None:
    begun = desk.reading.happened(clerk, None)
    with desk.unit(clerk) as work:
        taken_back = work.journal(Entry(clock.at, None, "nothing", "office", {}))
    register(RegisterComplaint("theirs", form(clock.at)), other, clerk)
    told = desk.reading.happened(clerk, begun.upto)
    assert begun.upto < taken_back <= told.upto
    assert Changes.COMPLAINTS in told.changes


def test_what_touches_other_records_is_told_as_that(
    desk: Desk, other: Desk, admin: Actor, clerk: Actor
) -> None:
    begun = desk.reading.happened(clerk, None)
    done = add_category(AddCategory("ถนนและทางเท้า", Complexity.GENERAL), other, admin)
    told = desk.reading.happened(clerk, begun.upto)
    assert told.changes == done.changes
    with pytest.raises(Refused):
        sign_in(SignIn("clerk", "ไม่ใช่รหัสผ่าน"), other)
    silent = desk.reading.happened(clerk, told.upto)
    assert (silent.upto > told.upto, silent.changes) == (True, Changes.NONE)


def test_a_long_absence_takes_everything_for_changed(
    desk: Desk, other: Desk, clerk: Actor, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = desk.reading.happened(clerk, None)
    monkeypatch.setattr("db.elsewhere._ALL_AT_ONCE", 2)
    for key in ("one", "two"):
        register(RegisterComplaint(key, form(clock.at)), other, clerk)
    assert desk.reading.happened(clerk, begun.upto).changes == ~Changes.NONE


def test_every_kind_of_entry_is_known() -> None:
    silent = {act for act in JOURNAL if changes_of(act, "complaint:x") is Changes.NONE}
    assert silent == {StepKind.VIEWED, StepKind.RECOGNISED, "sign_in", "sign_in_failed"}
