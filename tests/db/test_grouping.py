"""The register by groups: counts that agree with the lists they lead to, and tell no secret."""

from dataclasses import replace
from datetime import timedelta

import pytest
from asking import search
from clock import Clock
from office import form

from desktop.acts.assigning import AssignCases, assign
from desktop.acts.classifying import Classify, classify
from desktop.acts.closing import CloseCase, close
from desktop.acts.hiding import Hide, hide
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.complaint import Outcome, Secrecy, Status
from desktop.rules.people import Actor, Role
from desktop.rules.priority import Priority
from desktop.views import DueBand, GroupBy, GroupStep, RegisterQuery, RegisterView

BOSS = Actor(3, "นางวิภา นำทาง", frozenset({Role.SUPERVISOR}))
HEAD = Actor(3, "นางวิภา นำทาง", frozenset({Role.DIRECTOR}))


@pytest.fixture
def case_ids(desk: Desk, clerk: Actor, clock: Clock) -> list[int]:
    """Six: assigned, closed, late, secret, hidden, and as it came."""
    ids = []
    for place in range(6):
        made = form(clock.at - timedelta(days=200 if place == 2 else 0))
        ids.append(register(RegisterComplaint(f"k{place}", made), desk, clerk).case_id)
    assign(AssignCases((ids[0],), Priority.MOST_URGENT, 3), desk, BOSS)
    close(CloseCase(ids[1], Outcome.SOLVED, "บันทึกข้อตกลง"), desk, BOSS)
    classify(Classify(ids[3], Secrecy.SECRET, "ผู้อำนวยการ", "ระบุตัวพยาน"), desk, HEAD)
    hide(Hide(ids[4], "บันทึกซ้ำ"), desk, BOSS)
    return ids


QUERIES = (
    RegisterQuery(),
    RegisterQuery(view=RegisterView.LATE),
    RegisterQuery(view=RegisterView.SOON),
    RegisterQuery(view=RegisterView.HIDDEN),
    RegisterQuery(statuses=frozenset({Status.RECEIVED})),
    search("หลังคา"),
    search("1/2569"),
)


@pytest.mark.usefixtures("case_ids")
@pytest.mark.parametrize("by", GroupBy)
def test_every_count_is_what_its_step_lists(desk: Desk, clerk: Actor, by: GroupBy) -> None:
    now = desk.now()
    for actor in (clerk, BOSS, HEAD):
        for query in QUERIES:
            groups = desk.reading.register_groups(actor, query, by, now)
            seen: list[int] = []
            for group in groups:
                inside = replace(query, group=GroupStep(by, group.key))
                ids = desk.reading.register_ids(actor, inside, now)
                assert len(ids) == group.count
                seen += ids
                # Whichever group one is in, all are counted.
                assert desk.reading.register_groups(actor, inside, by, now) == groups
            assert sorted(seen) == sorted(desk.reading.register_ids(actor, query, now))


def test_a_veiled_complaint_does_not_tell_its_category(desk: Desk, case_ids: list[int]) -> None:
    now = desk.now()
    by_boss = desk.reading.register_groups(BOSS, RegisterQuery(), GroupBy.CATEGORY, now)
    assert [group.count for group in by_boss if group.key is None] == [1]
    by_head = desk.reading.register_groups(HEAD, RegisterQuery(), GroupBy.CATEGORY, now)
    assert None not in [group.key for group in by_head]
    step = replace(RegisterQuery(), group=GroupStep(GroupBy.CATEGORY, None))
    assert list(desk.reading.register_ids(BOSS, step, now)) == [case_ids[3]]


def test_groups_run_as_their_kind_does_and_names_come_from_the_office(
    desk: Desk, case_ids: list[int]
) -> None:
    assert case_ids
    now = desk.now()

    def keys(by: GroupBy) -> list[object]:
        return [one.key for one in desk.reading.register_groups(HEAD, RegisterQuery(), by, now)]

    assert keys(GroupBy.STATUS) == [Status.RECEIVED, Status.ASSIGNED, Status.CLOSED]
    assert keys(GroupBy.OWNER) == [3, None]
    bands = keys(GroupBy.DUE)
    assert bands == sorted(bands, key=lambda one: list(DueBand).index(DueBand(str(one))))
    assert bands[0] == DueBand.LATE
    (owned, _free) = desk.reading.register_groups(HEAD, RegisterQuery(), GroupBy.OWNER, now)
    assert owned.name == "นางวิภา นำทาง"
