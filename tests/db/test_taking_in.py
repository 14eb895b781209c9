"""What repeats an earlier complaint: registered and merged at one stroke, or not at all."""

from dataclasses import replace
from datetime import date

import pytest
from clock import Clock
from office import bangkok, form, signed_by

from db.check import prove
from db.furnishing import Strongroom
from desktop.acts.attaching import NewFile
from desktop.acts.merging import Merge, Unmerge, merge, unmerge
from desktop.acts.registering import RegisterComplaint, register
from desktop.acts.taking_in import TakeIn, take_in
from desktop.errors import Refusals, Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.clocks import ClockKind, Verdict
from desktop.rules.complaint import Matter, Status
from desktop.rules.links import LinkKind
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason
from desktop.views import RegisterQuery

DAY = date(2026, 7, 15)
WHY = "ผู้ร้องคนเดียวกัน เรื่องเดียวกัน"


@pytest.fixture
def earlier(desk: Desk, clerk: Actor) -> int:
    """Registered this morning."""
    made = form(bangkok(DAY, 9))
    return register(RegisterComplaint("earlier", made), desk, clerk).case_id


def again(into: int, key: str = "again", **changes: object) -> TakeIn:
    made = replace(form(bangkok(DAY, 8)), **changes)  # type: ignore[arg-type]
    return TakeIn(RegisterComplaint(key, made, (NewFile("ก.pdf", b"%PDF x"),)), into, WHY)


def numbered(desk: Desk, actor: Actor) -> int:
    return len(desk.reading.register_ids(actor, RegisterQuery(), desk.now()))


def test_it_has_its_number_and_journal_and_goes_on_in_the_earlier(
    room: Strongroom, desk: Desk, clock: Clock, boss: Actor, earlier: int
) -> None:
    clock.at = bangkok(DAY, 14)
    taken = take_in(again(earlier), desk, boss)
    assert str(taken.registered.number) == "2/2569"
    assert (taken.into_id, str(taken.into_number)) == (earlier, "1/2569")
    gone, stays = (desk.reading.case(boss, one) for one in (taken.registered.case_id, earlier))
    assert gone.status is Status.MERGED
    assert {one.verdict for one in gone.clocks} == {Verdict.DROPPED}
    assert [one.name for one in gone.files] == ["ก.pdf"]
    kinds = {step.kind: step for step in gone.steps}
    assert {StepKind.REGISTERED, StepKind.MERGED} <= kinds.keys()
    assert kinds[StepKind.MERGED].note == WHY
    assert {StepKind.TOOK_IN} <= {step.kind for step in stays.steps}
    assert [(one.kind, one.case_id, one.leads) for one in gone.links] == [
        (LinkKind.MERGED, earlier, True)
    ]
    # It was received an hour earlier, and that is counted from.
    assert stays.cycle_started_at == gone.received_at
    assert prove(room) == []
    clock.pass_time(days=1)
    unmerge(Unmerge(taken.registered.case_id, "คนละอาคาร"), desk, boss)
    alone = desk.reading.case(boss, earlier)
    assert alone.cycle_started_at == alone.received_at
    assert {one.verdict for one in alone.clocks if one.kind is ClockKind.RESOLVE} == {
        Verdict.RUNNING
    }
    assert prove(room) == []


def test_a_retry_does_only_what_is_left(desk: Desk, boss: Actor, earlier: int) -> None:
    first = take_in(again(earlier), desk, boss)
    assert take_in(again(earlier), desk, boss) == first
    # Registered before anybody thought of merging.
    made = again(earlier, "plain")
    plain = register(made.complaint, desk, boss)
    taken = take_in(made, desk, boss)
    assert taken.registered == plain
    assert desk.reading.case(boss, plain.case_id).status is Status.MERGED
    assert numbered(desk, boss) == 3


def test_who_may_not_merge_registers_nothing_either(
    desk: Desk, clerk: Actor, boss: Actor, earlier: int
) -> None:
    with pytest.raises(Refused) as refused:
        take_in(again(earlier), desk, clerk)
    assert refused.value.reason is Reason.NOT_ALLOWED
    with pytest.raises(Refusals) as gap:
        take_in(replace(again(earlier), reason=" "), desk, boss)
    assert [(one.reason, one.field) for one in gap.value.refusals] == [(Reason.REQUIRED, "reason")]
    assert numbered(desk, boss) == 1


def test_what_cannot_go_on_there_takes_no_number(
    desk: Desk, clock: Clock, clerk: Actor, boss: Actor, earlier: int
) -> None:
    other = register(
        RegisterComplaint("other", form(bangkok(DAY, 9), petitioners=signed_by(first="อื่น"))),
        desk,
        clerk,
    ).case_id
    merge(Merge(other, earlier, WHY), desk, boss)
    with pytest.raises(Refused) as merged:
        take_in(again(other), desk, boss)
    assert (merged.value.reason, merged.value.field) == (Reason.MERGED_ALREADY, "other")
    with pytest.raises(Refusals):
        take_in(again(earlier, matter=Matter("", "")), desk, boss)
    assert numbered(desk, boss) == 2
    # The number that was not used is the next one's.
    assert str(take_in(again(earlier), desk, boss).registered.number) == "3/2569"
