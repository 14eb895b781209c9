"""The office's standard: how long each kind of matter may take. Shipped as a default."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from math import ceil

from desktop.rules.clocks import OFFICIAL, ClockKind, Rolling, Target, Unit
from desktop.rules.complaint import ComplaintType
from desktop.rules.counting import CLOSING
from desktop.rules.priority import Priority


class Complexity(StrEnum):
    """How much work a category asks for: general, fact-finding, complex."""

    GENERAL = "general"
    FACT_FINDING = "fact_finding"
    COMPLEX = "complex"


@dataclass(frozen=True, slots=True)
class Profile:
    """What decides how long a matter may take."""

    type: ComplaintType
    priority: Priority
    complexity: Complexity
    category_id: int | None = None
    source_id: int | None = None


@dataclass(frozen=True, slots=True)
class Provision:
    """A line of the standard that goes before its table, where everything it names fits.

    No `amount` means that this clock is not promised there.
    """

    clock: ClockKind
    amount: int | None
    unit: Unit
    type: ComplaintType | None = None
    priority: Priority | None = None
    category_id: int | None = None
    source_id: int | None = None

    def fits(self, profile: Profile) -> bool:
        """Tell whether it speaks of such a matter."""
        return all(
            wanted is None or wanted == given
            for wanted, given in (
                (self.type, profile.type),
                (self.priority, profile.priority),
                (self.category_id, profile.category_id),
                (self.source_id, profile.source_id),
            )
        )

    @property
    def weight(self) -> int:
        """How much it names; what names more goes before."""
        named = (self.type, self.priority, self.category_id, self.source_id)
        return sum(one is not None for one in named)


@dataclass(frozen=True, slots=True)
class Policy:
    """One version of the standard, in force for what is received from a day on.

    `resolve` is in working days by complexity, `shortened` the percentage that remains of it by
    priority, `reply` in calendar days, `acknowledge` in working days; `provisions` go before them.
    `warn_at` are the parts of the time, in percent, at which a clock warns; `contact_days` the
    calendar days without a word to the petitioner after which somebody is reminded.
    """

    version: int
    effective_from: date
    acknowledge: int
    reply: int
    resolve: dict[Complexity, int]
    shortened: dict[Priority, int]
    provisions: tuple[Provision, ...] = ()
    rolling: Rolling = OFFICIAL
    cut_off: time = CLOSING
    warn_at: tuple[int, ...] = (50, 80, 100)
    contact_days: int = 15

    @property
    def since(self) -> date | None:
        """The day from which the office put it in force; None for the one that comes shipped."""
        return None if self.effective_from == SHIPPED.effective_from else self.effective_from


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


def targets(policy: Policy, profile: Profile) -> tuple[Target, ...]:
    """Return what is promised: nothing for praise, no resolving for a mere question.

    Of the provisions that fit, the one that names most decides; of equals, the last.
    """
    table = {target.kind: target for target in _table(policy, profile)}
    for provision in sorted(policy.provisions, key=lambda one: one.weight):
        if not provision.fits(profile):
            continue
        if provision.amount is None:
            table.pop(provision.clock, None)
        else:
            table[provision.clock] = Target(provision.clock, provision.amount, provision.unit)
    return tuple(table[kind] for kind in ClockKind if kind in table)


def _table(policy: Policy, profile: Profile) -> tuple[Target, ...]:
    if profile.type is ComplaintType.PRAISE:
        return ()
    promised = [
        Target(ClockKind.ACKNOWLEDGE, policy.acknowledge, Unit.WORKING_DAYS),
        Target(ClockKind.REPLY, policy.reply, Unit.CALENDAR_DAYS),
    ]
    if profile.type is not ComplaintType.INQUIRY:
        part = policy.resolve[profile.complexity] * policy.shortened[profile.priority]
        days = max(1, ceil(part / 100))
        promised.append(Target(ClockKind.RESOLVE, days, Unit.WORKING_DAYS))
    return tuple(promised)
