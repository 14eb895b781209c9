"""What is promised for each kind of matter, and how urgency is proposed."""

from dataclasses import replace

import pytest

from desktop.rules.clocks import ClockKind, Origin, Target, Unit
from desktop.rules.complaint import ComplaintType
from desktop.rules.policy import SHIPPED, Complexity, Profile, Provision, targets
from desktop.rules.priority import BY_RANK, Ground, Priority, Proposal, proposed

ACKNOWLEDGE = Target(ClockKind.ACKNOWLEDGE, 1, Unit.WORKING_DAYS, Origin.COMPUTED)
PROFILE = Profile(ComplaintType.COMPLAINT, Priority.NORMAL, Complexity.GENERAL)
REPLY = Target(ClockKind.REPLY, 15, Unit.CALENDAR_DAYS, Origin.COMPUTED)


@pytest.mark.parametrize(
    ("priority", "days"),
    [
        (Priority.NORMAL, (10, 30, 60)),
        (Priority.URGENT, (8, 23, 45)),
        (Priority.VERY_URGENT, (5, 15, 30)),
        (Priority.MOST_URGENT, (3, 8, 15)),
    ],
)
def test_shipped_targets_shrink_with_urgency_and_are_rounded_up(
    priority: Priority, days: tuple[int, int, int]
) -> None:
    for complexity, amount in zip(Complexity, days, strict=True):
        resolve = Target(ClockKind.RESOLVE, amount, Unit.WORKING_DAYS)
        asked = targets(SHIPPED, Profile(ComplaintType.COMPLAINT, priority, complexity))
        assert asked == (ACKNOWLEDGE, REPLY, resolve)


def test_nothing_is_due_in_less_than_a_day() -> None:
    short = replace(SHIPPED, resolve=dict.fromkeys(Complexity, 1))
    asked = targets(short, Profile(ComplaintType.TIP, Priority.MOST_URGENT, Complexity.GENERAL))
    assert asked[-1].amount == 1


@pytest.mark.parametrize(
    ("kind", "clocks"),
    [
        (ComplaintType.PRAISE, []),
        (ComplaintType.INQUIRY, [ClockKind.ACKNOWLEDGE, ClockKind.REPLY]),
        *(
            (kind, [ClockKind.ACKNOWLEDGE, ClockKind.REPLY, ClockKind.RESOLVE])
            for kind in ComplaintType
            if kind not in {ComplaintType.PRAISE, ComplaintType.INQUIRY}
        ),
    ],
)
def test_which_clocks_a_kind_of_matter_has(kind: ComplaintType, clocks: list[ClockKind]) -> None:
    asked = targets(SHIPPED, Profile(kind, Priority.NORMAL, Complexity.GENERAL))
    assert [target.kind for target in asked] == clocks


def test_the_provision_that_names_most_decides_and_of_equals_the_last() -> None:
    general = Provision(ClockKind.RESOLVE, 20, Unit.WORKING_DAYS, category_id=3)
    exact = Provision(
        ClockKind.RESOLVE, 240, Unit.WORKING_MINUTES, priority=Priority.URGENT, category_id=3
    )
    later = Provision(ClockKind.RESOLVE, 25, Unit.WORKING_DAYS, source_id=7)
    none = Provision(ClockKind.REPLY, None, Unit.CALENDAR_DAYS, type=ComplaintType.TIP)
    policy = replace(SHIPPED, provisions=(exact, general, later, none))

    def resolve(**told: object) -> Target:
        profile = replace(PROFILE, **told)  # type: ignore[arg-type]
        return next(t for t in targets(policy, profile) if t.kind is ClockKind.RESOLVE)

    assert resolve() == Target(ClockKind.RESOLVE, 10, Unit.WORKING_DAYS)
    assert resolve(category_id=3) == Target(ClockKind.RESOLVE, 20, Unit.WORKING_DAYS)
    assert resolve(category_id=3, source_id=7).amount == 25
    urgent = resolve(category_id=3, source_id=7, priority=Priority.URGENT)
    assert urgent == Target(ClockKind.RESOLVE, 240, Unit.WORKING_MINUTES)
    tip = targets(policy, replace(PROFILE, type=ComplaintType.TIP))
    assert [target.kind for target in tip] == [ClockKind.ACKNOWLEDGE, ClockKind.RESOLVE]


@pytest.mark.parametrize(
    ("rank", "urgency", "danger", "answer"),
    [
        (6, Priority.NORMAL, False, Proposal(Priority.NORMAL, Ground.NOTHING)),
        (6, Priority.URGENT, False, Proposal(Priority.URGENT, Ground.CATEGORY)),
        (4, Priority.NORMAL, False, Proposal(Priority.URGENT, Ground.SOURCE)),
        (3, Priority.URGENT, False, Proposal(Priority.URGENT, Ground.SOURCE)),
        (2, Priority.MOST_URGENT, False, Proposal(Priority.MOST_URGENT, Ground.CATEGORY)),
        (1, Priority.NORMAL, False, Proposal(Priority.MOST_URGENT, Ground.SOURCE)),
        (9, Priority.NORMAL, False, Proposal(Priority.NORMAL, Ground.NOTHING)),
        (6, Priority.NORMAL, True, Proposal(Priority.MOST_URGENT, Ground.CHILD_DANGER)),
    ],
)
def test_the_higher_of_source_and_category_is_proposed(
    rank: int, urgency: Priority, danger: bool, answer: Proposal
) -> None:
    assert proposed(rank, urgency, child_danger=danger) == answer


@pytest.mark.parametrize(
    ("rank", "own", "danger", "answer"),
    [
        (6, Priority.VERY_URGENT, False, Proposal(Priority.VERY_URGENT, Ground.FREQUENT)),
        # It stands for the category, also where that asks for more.
        (6, Priority.NORMAL, False, Proposal(Priority.NORMAL, Ground.FREQUENT)),
        (2, Priority.NORMAL, False, Proposal(Priority.VERY_URGENT, Ground.SOURCE)),
        (6, Priority.NORMAL, True, Proposal(Priority.MOST_URGENT, Ground.CHILD_DANGER)),
    ],
)
def test_what_comes_often_may_ask_instead_of_its_category(
    rank: int, own: Priority, danger: bool, answer: Proposal
) -> None:
    assert proposed(rank, Priority.URGENT, child_danger=danger, own=own) == answer


def test_a_higher_rank_is_never_less_urgent() -> None:
    weights = [BY_RANK[rank].weight for rank in sorted(BY_RANK)]
    assert weights == sorted(weights, reverse=True)
