"""A complaint on its road: its number, its clocks, its owner, and every step taken."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from desktop.errors import Refused
from desktop.rules.clocks import ClockKind, Target, Verdict
from desktop.rules.complaint import (
    Accused,
    ChannelKind,
    ComplaintType,
    Intake,
    Matter,
    Outcome,
    Petitioner,
    Secrecy,
    Status,
    is_anonymous,
)
from desktop.rules.journal import Value
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.people import Actor
from desktop.rules.priority import Priority
from desktop.rules.reasons import Reason
from desktop.rules.road import FINISHED, ROAD, Move, allowed


class StepKind(StrEnum):
    """What a line of the timeline tells."""

    REGISTERED = "registered"
    CORRECTED = "corrected"
    CLASSIFIED = "classified"
    ASSIGNED = "assigned"
    NOTED = "noted"
    ATTACHED = "attached"
    ACKNOWLEDGED = "acknowledged"
    LETTER_DRAFTED = "letter_drafted"
    LETTER_REDRAFTED = "letter_redrafted"
    LETTER_CHECKED = "letter_checked"
    LETTER_SENT_BACK = "letter_sent_back"
    LETTER_SIGNED = "letter_signed"
    LETTER_DISCARDED = "letter_discarded"
    LETTER_ISSUED = "letter_issued"
    LETTER_PRINTED = "letter_printed"
    LETTER_REPRINTED = "letter_reprinted"
    LETTER_CORRECTED = "letter_corrected"
    LETTER_NUMBERED = "letter_numbered"
    LETTER_SENT = "letter_sent"
    LETTER_RETURNED = "letter_returned"
    LETTER_RECEIVED = "letter_received"
    LETTER_VOIDED = "letter_voided"
    REFERRED = "referred"
    ANSWERED = "answered"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the timeline; `facts` are codes and numbers, `note` is what was typed."""

    kind: StepKind
    at: datetime
    actor_id: int | None
    note: str = ""
    facts: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Clock:
    """A promise of time in one cycle of a complaint.

    `due_at` is the day that binds now, `first_due_at` the first one promised; both are absent
    where the policy gives no target. `stopped_at` freezes the verdict.
    """

    kind: ClockKind
    target: Target | None
    first_due_at: datetime | None
    due_at: datetime | None
    stopped_at: datetime | None = None
    verdict: Verdict = Verdict.RUNNING
    cycle: int = 1

    def stopped(self, at: datetime) -> "Clock":
        """Freeze the clock; exactly at the due instant is on time."""
        if self.stopped_at is not None:
            return self
        if self.due_at is None:
            verdict = Verdict.ABSENT
        else:
            verdict = Verdict.MET if at <= self.due_at else Verdict.MISSED
        return replace(self, stopped_at=at, verdict=verdict)


@dataclass(slots=True)
class Case:
    """A complaint in the register.

    `received_on` is the official local date and `number.year` its fiscal year: both are decided
    once, at registration, and never recomputed. `version` grows with every save.
    """

    uid: str
    number: ComplaintNumber
    tracking: str
    type: ComplaintType
    channel_id: int
    channel_kind: ChannelKind
    source_id: int
    category_id: int
    received_at: datetime
    received_on: date
    recorded_at: datetime
    registered_by: int
    intake: Intake
    matter: Matter
    petitioners: tuple[Petitioner, ...]
    accused: tuple[Accused, ...]
    restricted: bool
    child_danger: bool
    priority: Priority
    policy_version: int
    clocks: tuple[Clock, ...]
    status: Status = Status.RECEIVED
    owner_id: int | None = None
    outcome: Outcome | None = None
    closed_at: datetime | None = None
    late_reason: str = ""
    cycle: int = 1
    id: int | None = None
    version: int = 1
    secrecy: Secrecy = Secrecy.NONE

    @property
    def anonymous(self) -> bool:
        """Tell whether nobody signed."""
        return is_anonymous(self.petitioners)

    @property
    def finished(self) -> bool:
        """Tell whether the road has ended for now."""
        return self.status in FINISHED

    def identity(self) -> int:
        """Return the stored identity; the case must have been added."""
        assert self.id is not None
        return self.id

    def move(self, move: Move, actor: Actor) -> None:
        """Take a step of the road, or refuse one it lacks or the actor may not take."""
        way = ROAD[move]
        if not actor.may(way.permission):
            raise Refused(Reason.NOT_ALLOWED)
        if not allowed(move, self.status):
            raise Refused(Reason.WRONG_STATUS, field="status", status=self.status.value)
        self.status = way.target

    def clock(self, kind: ClockKind) -> Clock | None:
        """Find this cycle's clock of a kind."""
        return next((c for c in self.clocks if c.kind is kind and c.cycle == self.cycle), None)

    def stop(self, kind: ClockKind, at: datetime) -> Clock | None:
        """Stop a clock if it runs, and return it as it now stands."""
        clock = self.clock(kind)
        if clock is not None:
            self.replace_clock(clock.stopped(at))
        return self.clock(kind)

    def replace_clock(self, clock: Clock) -> None:
        """Put a clock in the place of the one of its kind and cycle."""
        self.clocks = tuple(
            clock if (c.kind, c.cycle) == (clock.kind, clock.cycle) else c for c in self.clocks
        )

    def next_due(self) -> Clock | None:
        """Find the running clock that falls due first."""
        running = [c for c in self.clocks if c.stopped_at is None and c.due_at is not None]
        return min(running, key=lambda c: (c.due_at, c.kind.value), default=None)
