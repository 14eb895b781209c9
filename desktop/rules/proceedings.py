"""Proceedings of a case: waits, extensions, orders, referrals, investigations, earlier cycles."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.rules.clocks import ClockKind, Pause
from desktop.rules.complaint import Outcome, Status
from desktop.rules.road import ROAD, Move


class WaitFor(StrEnum):
    """For whom the office waits; each by the road's move of the same name."""

    PETITIONER = "petitioner"
    AGENCY = "agency"
    COURT = "court"
    UNIT = "unit"
    """A school or unit of our own: waiting for it is our own time."""

    @property
    def move(self) -> Move:
        """The move that begins this wait."""
        return Move(f"wait_{self.value}")

    @property
    def pauses(self) -> frozenset[ClockKind]:
        """The clocks that stand still meanwhile."""
        return ROAD[self.move].pauses


@dataclass(frozen=True, slots=True)
class Wait:
    """A time of waiting; `expected_on` is until when one thought to wait."""

    whom: WaitFor
    reason: str
    started_at: datetime
    expected_on: date | None = None
    ended_at: datetime | None = None
    cycle: int = 1
    ended_by: int | None = None
    """The letter that came and was what one waited for."""

    @property
    def pause(self) -> Pause:
        """The same time, as a clock that it pauses sees it."""
        return Pause(self.started_at, self.ended_at)


@dataclass(frozen=True, slots=True)
class Extension:
    """More time for one clock, in its target's unit; removed again, it counts no more.

    `due_on` is the new day as it was approved, `letter` the paper by which it was.
    """

    kind: ClockKind
    extra: int
    due_on: date
    reason: str
    approver: str
    made_at: datetime
    letter: str = ""
    removed_at: datetime | None = None
    removed_reason: str = ""
    cycle: int = 1


@dataclass(frozen=True, slots=True)
class Order:
    """What the director ordered on paper; the giver need not sign in."""

    text: str
    giver: str
    ordered_on: date
    recorded_at: datetime
    recorded_by: int
    attachment_id: int | None = None
    """The scan of the paper with the order, among the case's files."""


@dataclass(frozen=True, slots=True)
class Referral:
    """The matter, or a question about it, sent to another agency; due back on a day if at all."""

    agency: str
    letter_number: str
    letter_date: date
    due_at: datetime | None = None
    reminders: tuple[date, ...] = ()
    answered_at: datetime | None = None
    answer: str = ""
    answered_by: int | None = None
    """The letter that came and was the answer."""


@dataclass(frozen=True, slots=True)
class ReplyOwed:
    """A letter that came to the case and must be answered; its clock is its own."""

    incoming_id: int
    received_at: datetime
    due_at: datetime
    answered_at: datetime | None = None


class Findings(StrEnum):
    """What an investigation found."""

    NO_GROUND = "no_ground"
    NOT_SERIOUS = "not_serious"
    SERIOUS = "serious"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Investigation:
    """A fact-finding committee, its order, its day, and what it reported."""

    order_number: str
    ordered_on: date
    members: str
    due_on: date
    extended_to: date | None = None
    reported_on: date | None = None
    findings: Findings | None = None
    summary: str = ""
    cycle: int = 1


class Ground(StrEnum):
    """Why a cycle began."""

    RECEIVED = "received"
    REOPENED = "reopened"
    APPEALED = "appealed"


@dataclass(frozen=True, slots=True)
class Interest:
    """Somebody of ours to whom the matter is too near; sees nothing of it from then on."""

    person_id: int
    declared_at: datetime


@dataclass(frozen=True, slots=True)
class PastCycle:
    """A cycle that ended before the matter began anew; nothing later changes it."""

    number: int
    ground: Ground
    started_at: datetime
    status: Status
    ended_at: datetime | None
    outcome: Outcome | None
    late_reason: str
    reason: str
    """Why the next one began."""


@dataclass(frozen=True, slots=True)
class Proceedings:
    """All of it together, as a page shows it."""

    waits: tuple[Wait, ...] = ()
    extensions: tuple[Extension, ...] = ()
    orders: tuple[Order, ...] = ()
    referrals: tuple[Referral, ...] = ()
    owed: tuple[ReplyOwed, ...] = ()
    investigations: tuple[Investigation, ...] = ()
    past: tuple[PastCycle, ...] = ()
    interests: tuple[Interest, ...] = ()


def pauses_of(waits: tuple[Wait, ...], cycle: int, kind: ClockKind) -> tuple[Pause, ...]:
    """List the times of a cycle in which a clock of a kind stood still."""
    return tuple(w.pause for w in waits if w.cycle == cycle and kind in w.whom.pauses)
