"""The figures of the SLA report: counts, and what is said of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from desktop.rules.satisfaction import AskedBy, Satisfaction
from desktop.rules.shares import percent


@dataclass(frozen=True, slots=True)
class Counts:
    """The four counts of a period, and those that had no target at all.

    The cohort is what ended in the period, and what was open and overdue at its end.
    """

    closed_on_time: int = 0
    closed_late: int = 0
    open_overdue: int = 0
    open_in_time: int = 0
    without_target: int = 0

    @property
    def on_time_percent(self) -> Decimal | None:
        """Closed on time ÷ (closed + open overdue) in percent, to one place; None if nothing is."""
        cohort = self.closed_on_time + self.closed_late + self.open_overdue
        return percent(self.closed_on_time, cohort)

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.closed_on_time + other.closed_on_time,
            self.closed_late + other.closed_late,
            self.open_overdue + other.open_overdue,
            self.open_in_time + other.open_in_time,
            self.without_target + other.without_target,
        )

    @property
    def total(self) -> int:
        """All complaints counted here."""
        return (
            self.closed_on_time
            + self.closed_late
            + self.open_overdue
            + self.open_in_time
            + self.without_target
        )


@dataclass(frozen=True, slots=True)
class GroupCounts:
    """The counts of one group, by the key it is stored under and the name it is shown by."""

    key: str
    name: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class LateCase:
    """One complaint that missed its date: ended late, or open past it.

    `late_by` counts the working days of the office, none where it was late within its day.
    """

    number: str
    subject: str
    owner: str
    due_on: date
    closed_on: date | None
    reason: str
    late_by: int = 0
    cycle: int = 1


@dataclass(frozen=True, slots=True)
class SlaFigures:
    """All that the SLA report tells of a period of local days, both included.

    A complaint that began anew is counted in each of its cycles: brought forward + received +
    begun anew - finished = carried forward. `reopened` are those of the finished that began anew
    before the period was over, so never more than finished.
    """

    period_start: date
    period_end: date
    headline: Counts
    brought_forward: int
    received: int
    finished: int
    carried_forward: int
    begun_anew: int = 0
    reopened: int = 0
    by_priority: tuple[GroupCounts, ...] = ()
    by_category: tuple[GroupCounts, ...] = ()
    by_owner: tuple[GroupCounts, ...] = ()
    by_month: tuple[GroupCounts, ...] = ()
    late: tuple[LateCase, ...] = ()
    satisfaction: Satisfaction = field(default_factory=Satisfaction)
    """Of the finished; their number is the same."""
    satisfaction_by_way: tuple[tuple[AskedBy, Satisfaction], ...] = ()

    @property
    def reopened_percent(self) -> Decimal | None:
        """Reopened ÷ finished in percent, to one place; None if nothing was finished."""
        return percent(self.reopened, self.finished)


@dataclass(frozen=True, slots=True)
class Topmost:
    """The largest groups, and the others taken together; totals stay what they were."""

    groups: tuple[GroupCounts, ...]
    others: Counts | None
    others_count: int


def topmost(groups: Sequence[GroupCounts], most: int) -> Topmost:
    """Keep the largest groups and add up the rest."""
    ranked = sorted(groups, key=lambda group: -group.counts.total)
    if len(ranked) <= most:
        return Topmost(tuple(ranked), None, 0)
    rest = ranked[most - 1 :]
    return Topmost(tuple(ranked[: most - 1]), total(group.counts for group in rest), len(rest))


def total(counts: Iterable[Counts]) -> Counts:
    """Add counts up."""
    added = Counts()
    for one in counts:
        added += one
    return added
