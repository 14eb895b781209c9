"""A complaint on its road: its number, its clocks, its owner, and every step taken."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from desktop.errors import Refused
from desktop.rules.clocks import ClockKind, Pause, Target, Verdict
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
from desktop.rules.priority import Priority
from desktop.rules.proceedings import (
    Extension,
    Ground,
    Investigation,
    Order,
    PastCycle,
    Referral,
    Wait,
    pauses_of,
)
from desktop.rules.reasons import Reason
from desktop.rules.road import FINISHED


class StepKind(StrEnum):
    """What a line of the timeline tells."""

    REGISTERED = "registered"
    CORRECTED = "corrected"
    CLASSIFIED = "classified"
    ASSIGNED = "assigned"
    NOTED = "noted"
    STATED = "stated"
    SUMMARISED = "summarised"
    RELEASED = "released"
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
    SCREENED = "screened"
    LAID_BEFORE = "laid_before"
    ORDERED = "ordered"
    INVESTIGATED = "investigated"
    FOUND = "found"
    CHILD_PROTECTED = "child_protected"
    WAITED = "waited"
    RESUMED = "resumed"
    EXTENDED = "extended"
    EXTENSION_REMOVED = "extension_removed"
    CLOSING_PROPOSED = "closing_proposed"
    SENT_BACK = "sent_back"
    ARCHIVED = "archived"
    NOT_ACCEPTED = "not_accepted"
    HANDED_BACK = "handed_back"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"
    TOOK_IN = "took_in"
    UNMERGED = "unmerged"
    LINKED = "linked"
    SPLIT = "split"
    REOPENED = "reopened"
    APPEALED = "appealed"
    HIDDEN = "hidden"
    RESTORED = "restored"
    REFERRAL_ANSWERED = "referral_answered"
    REMINDED = "reminded"
    RECOUNTED = "recounted"
    CONTACT_PROMISED = "contact_promised"


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
    where the policy gives no target. `extra` is what was extended, in the target's unit.
    `stopped_at` freezes the verdict.
    """

    kind: ClockKind
    target: Target | None
    first_due_at: datetime | None
    due_at: datetime | None
    stopped_at: datetime | None = None
    verdict: Verdict = Verdict.RUNNING
    cycle: int = 1
    extra: int = 0
    started_at: datetime | None = None
    """From when it is counted; absent where the register is older than this."""

    def stopped(self, at: datetime) -> "Clock":
        """Freeze the clock; exactly at the due instant is on time."""
        if self.stopped_at is not None:
            return self
        if self.due_at is None:
            verdict = Verdict.ABSENT
        else:
            verdict = Verdict.MET if at <= self.due_at else Verdict.MISSED
        return replace(self, stopped_at=at, verdict=verdict)

    def dropped(self, at: datetime) -> "Clock":
        """Let nobody owe it any more; a verdict already given stays."""
        if self.stopped_at is not None:
            return self
        return replace(self, stopped_at=at, verdict=Verdict.DROPPED)

    def held(self, pauses: tuple[Pause, ...]) -> "Clock":
        """Show whether it stands still: what was late when the pause began stays late."""
        if self.stopped_at is not None:
            return self
        still = any(
            pause.stop is None and self.due_at is not None and pause.start <= self.due_at
            for pause in pauses
        )
        return replace(self, verdict=Verdict.PAUSED if still else Verdict.RUNNING)


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
    cycle_ground: Ground = Ground.RECEIVED
    cycle_started_at: datetime = field(init=False)
    """The moment its clocks are counted from: receipt, or that at which the matter began anew."""
    waits: tuple[Wait, ...] = ()
    extensions: tuple[Extension, ...] = ()
    orders: tuple[Order, ...] = ()
    referrals: tuple[Referral, ...] = ()
    investigations: tuple[Investigation, ...] = ()
    past: tuple[PastCycle, ...] = ()
    hidden_at: datetime | None = None
    contacted_at: datetime | None = None
    """When the petitioner last heard from us."""
    contact_on: date | None = None
    """The day on which we promised the next word."""
    child_receiver: str = ""
    child_taken_at: datetime | None = None
    id: int | None = None
    version: int = 1
    secrecy: Secrecy = Secrecy.NONE

    def __post_init__(self) -> None:
        self.cycle_started_at = self.received_at

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

    def clock(self, kind: ClockKind) -> Clock | None:
        """Find this cycle's clock of a kind."""
        return next((c for c in self.clocks if c.kind is kind and c.cycle == self.cycle), None)

    def stop(self, kind: ClockKind, at: datetime) -> Clock | None:
        """Stop a clock if it runs, and return it as it now stands."""
        clock = self.clock(kind)
        if clock is not None:
            self.replace_clock(clock.stopped(at))
        return self.clock(kind)

    def drop(self, kind: ClockKind, at: datetime) -> None:
        """Let a clock be owed no more, if it runs."""
        clock = self.clock(kind)
        if clock is not None:
            self.replace_clock(clock.dropped(at))

    def pauses(self, kind: ClockKind) -> tuple[Pause, ...]:
        """List the times of this cycle in which a clock of a kind stood still."""
        return pauses_of(self.waits, self.cycle, kind)

    def open_wait(self) -> Wait | None:
        """Find the wait that has not ended."""
        return next((wait for wait in self.waits if wait.ended_at is None), None)

    def end_wait(self, at: datetime) -> Wait | None:
        """End the open wait, if there is one, and return it as it ended."""
        wait = self.open_wait()
        if wait is None:
            return None
        if at < wait.started_at:
            raise Refused(Reason.BEFORE_WAIT, field="at")
        ended = replace(wait, ended_at=at)
        self.waits = tuple(ended if one is wait else one for one in self.waits)
        return ended

    def replace_clock(self, clock: Clock) -> None:
        """Put a clock in the place of the one of its kind and cycle."""
        self.clocks = tuple(
            clock if (c.kind, c.cycle) == (clock.kind, clock.cycle) else c for c in self.clocks
        )

    def next_due(self) -> Clock | None:
        """Find the running clock that falls due first."""
        running = [
            c
            for c in self.clocks
            if c.stopped_at is None and c.due_at is not None and c.verdict is not Verdict.PAUSED
        ]
        return min(running, key=lambda c: (c.due_at, c.kind.value), default=None)
