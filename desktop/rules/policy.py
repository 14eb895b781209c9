"""The office's standard: how long each kind of matter may take. Shipped as a default."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import ceil

from desktop.rules.clocks import ClockKind, Target, Unit
from desktop.rules.complaint import ComplaintType
from desktop.rules.priority import Priority


class Complexity(StrEnum):
    """How much work a category asks for: general, fact-finding, complex."""

    GENERAL = "general"
    FACT_FINDING = "fact_finding"
    COMPLEX = "complex"


@dataclass(frozen=True, slots=True)
class Policy:
    """One version of the standard, in force for what is received from a day on.

    `resolve` is in working days by complexity, `shortened` the percentage that remains of it by
    priority, `reply` in calendar days, `acknowledge` in working days.
    """

    version: int
    effective_from: date
    acknowledge: int
    reply: int
    resolve: dict[Complexity, int]
    shortened: dict[Priority, int]


SHIPPED = Policy(
    version=1,
    effective_from=date(2000, 1, 1),
    acknowledge=1,
    reply=15,
    resolve={Complexity.GENERAL: 10, Complexity.FACT_FINDING: 30, Complexity.COMPLEX: 60},
    shortened={
        Priority.NORMAL: 100,
        Priority.URGENT: 75,
        Priority.VERY_URGENT: 50,
        Priority.MOST_URGENT: 25,
    },
)
"""What the program proposes until the office sets its own."""


def targets(
    policy: Policy, kind: ComplaintType, priority: Priority, complexity: Complexity
) -> tuple[Target, ...]:
    """Return what is promised: nothing for praise, no resolving for a mere question."""
    if kind is ComplaintType.PRAISE:
        return ()
    promised = [
        Target(ClockKind.ACKNOWLEDGE, policy.acknowledge, Unit.WORKING_DAYS),
        Target(ClockKind.REPLY, policy.reply, Unit.CALENDAR_DAYS),
    ]
    if kind is not ComplaintType.INQUIRY:
        days = max(1, ceil(policy.resolve[complexity] * policy.shortened[priority] / 100))
        promised.append(Target(ClockKind.RESOLVE, days, Unit.WORKING_DAYS))
    return tuple(promised)
