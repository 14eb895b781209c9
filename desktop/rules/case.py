"""A complaint on its road: its number, its clocks, its owner, and every step taken."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from desktop.rules.clocked import Clock, Clocked, first_due
from desktop.rules.clocks import ClockKind
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
    is_sealed,
)
from desktop.rules.journal import Value
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.policy import Complexity, Profile
from desktop.rules.priority import Priority
from desktop.rules.proceedings import (
    Extension,
    Ground,
    Interest,
    Investigation,
    Order,
    PastCycle,
    Referral,
    ReplyOwed,
)
from desktop.rules.road import FINISHED
from desktop.rules.thai.dates import official_date


class StepKind(StrEnum):
    """What a line of the timeline tells."""

    REGISTERED = "registered"
    CORRECTED = "corrected"
    CLASSIFIED = "classified"
    ASSIGNED = "assigned"
    ASSIGNMENT_UNDONE = "assignment_undone"
    HANDED_OVER = "handed_over"
    HAND_OVER_UNDONE = "hand_over_undone"
    NOTED = "noted"
    STATED = "stated"
    SUMMARISED = "summarised"
    RELEASED = "released"
    ATTACHED = "attached"
    ACKNOWLEDGED = "acknowledged"
    SIGNED = "signed"
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
    INCOMING_CORRECTED = "incoming_corrected"
    INCOMING_WITHDRAWN = "incoming_withdrawn"
    LETTER_VOIDED = "letter_voided"
    REFERRED = "referred"
    ANSWERED = "answered"
    CLOSED = "closed"
    SCREENED = "screened"
    STARTED = "started"
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
    UNLINKED = "unlinked"
    INQUIRY_EXTENDED = "inquiry_extended"
    LETTER_REPLIED = "letter_replied"
    HIDDEN = "hidden"
    RESTORED = "restored"
    REFERRAL_ANSWERED = "referral_answered"
    REMINDED = "reminded"
    RECOUNTED = "recounted"
    CONTACT_PROMISED = "contact_promised"
    INTEREST_DECLARED = "interest_declared"
    INTEREST_LIFTED = "interest_lifted"
    RECOGNISED = "recognised"
    SURVEYED = "surveyed"
    VIEWED = "viewed"


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the timeline; `facts` are codes and numbers, `note` is what was typed."""

    kind: StepKind
    at: datetime
    actor_id: int | None
    note: str = ""
    facts: Mapping[str, Value] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Case(Clocked):
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
    status: Status = Status.RECEIVED
    owner_id: int | None = None
    outcome: Outcome | None = None
    closed_at: datetime | None = None
    late_reason: str = ""
    cycle_ground: Ground = Ground.RECEIVED
    extensions: tuple[Extension, ...] = ()
    orders: tuple[Order, ...] = ()
    referrals: tuple[Referral, ...] = ()
    owed: tuple[ReplyOwed, ...] = ()
    investigations: tuple[Investigation, ...] = ()
    past: tuple[PastCycle, ...] = ()
    interests: tuple[Interest, ...] = ()
    hidden_at: datetime | None = None
    contacted_at: datetime | None = None
    """When the petitioner last heard from us."""
    contact_on: date | None = None
    """The day on which we promised the next word."""
    own_priority: Priority | None = None
    """What it asks instead of its category: what comes often may have a priority of its own."""
    child_receiver: str = ""
    child_taken_at: datetime | None = None
    id: int | None = None
    version: int = 1
    secrecy: Secrecy = Secrecy.NONE

    @property
    def anonymous(self) -> bool:
        """Tell whether nobody signed."""
        return is_anonymous(self.petitioners)

    @property
    def sealed(self) -> bool:
        """Tell whether not everybody may open it, so that who does is kept."""
        return is_sealed(self.restricted, self.secrecy)

    @property
    def finished(self) -> bool:
        """Tell whether the road has ended for now."""
        return self.status in FINISHED

    def identity(self) -> int:
        """Return the stored identity; the case must have been added."""
        assert self.id is not None
        return self.id

    def told(self, at: datetime) -> None:
        """Remember that the petitioner heard from us; a promise of a word by then is kept."""
        if self.contacted_at is None or at > self.contacted_at:
            self.contacted_at = at
        if self.contact_on is not None and self.contact_on <= official_date(at):
            self.contact_on = None

    def due_beside(self) -> Clock | None:
        """Find the letter that came to the case and must be answered first."""
        owed = (one.due_at for one in self.owed if one.answered_at is None)
        return first_due(Clock(ClockKind.LETTER, None, due, due) for due in owed)

    def profile(self, complexity: Complexity) -> Profile:
        """Return what decides how long it may take."""
        return Profile(self.type, self.priority, complexity, self.category_id, self.source_id)
