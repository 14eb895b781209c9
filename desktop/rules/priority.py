"""How urgent a complaint is: by where it comes from and what it is about."""

from dataclasses import dataclass
from enum import StrEnum


class Priority(StrEnum):
    """ปกติ, ด่วน, ด่วนมาก, ด่วนที่สุด."""

    NORMAL = "normal"
    URGENT = "urgent"
    VERY_URGENT = "very_urgent"
    MOST_URGENT = "most_urgent"

    @property
    def weight(self) -> int:
        """0 for normal to 3 for most urgent."""
        return tuple(Priority).index(self)


class Ground(StrEnum):
    """What made a complaint more than normal."""

    NOTHING = "nothing"
    SOURCE = "source"
    CATEGORY = "category"
    FREQUENT = "frequent"
    CHILD_DANGER = "child_danger"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A priority and the ground on which it is proposed."""

    priority: Priority
    ground: Ground


BY_RANK: dict[int, Priority] = {
    1: Priority.MOST_URGENT,
    2: Priority.VERY_URGENT,
    3: Priority.URGENT,
    4: Priority.URGENT,
    5: Priority.NORMAL,
    6: Priority.NORMAL,
}
"""Priority by the source's rank; the office's own ranks beyond these count as normal."""


def proposed(
    source_rank: int,
    category_urgency: Priority,
    *,
    child_danger: bool,
    own: Priority | None = None,
) -> Proposal:
    """Propose the higher of what source and category ask; a child in danger goes before all.

    What comes often may ask for a priority of its `own` instead of its category's.
    """
    if child_danger:
        return Proposal(Priority.MOST_URGENT, Ground.CHILD_DANGER)
    by_source = BY_RANK.get(source_rank, Priority.NORMAL)
    if own is not None and own.weight >= by_source.weight:
        return Proposal(own, Ground.FREQUENT)
    if own is None and category_urgency.weight > by_source.weight:
        return Proposal(category_urgency, Ground.CATEGORY)
    if by_source is Priority.NORMAL:
        return Proposal(Priority.NORMAL, Ground.NOTHING)
    return Proposal(by_source, Ground.SOURCE)
