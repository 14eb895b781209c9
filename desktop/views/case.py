"""One complaint with all that belongs to it, and single facts of the register."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from desktop.rules.case import StepKind
from desktop.rules.catalogue import Category, Channel, Source
from desktop.rules.clocked import Clock
from desktop.rules.complaint import (
    Accused,
    ComplaintType,
    Intake,
    Matter,
    Outcome,
    Petitioner,
    Secrecy,
    Status,
    is_sealed,
)
from desktop.rules.journal import Value
from desktop.rules.links import LinkKind
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.policy import Policy
from desktop.rules.priority import Priority
from desktop.rules.proceedings import Proceedings
from desktop.rules.satisfaction import Survey
from desktop.views.letters import IncomingView, LetterView, ProposalView, VersionView


@dataclass(frozen=True, slots=True)
class StepView:
    """One line of the timeline."""

    sequence: int
    kind: StepKind
    at: datetime
    actor: str
    note: str
    facts: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FileView:
    """An attached file as listed."""

    id: int
    name: str
    size: int
    media_type: str
    sha256: str
    added_at: datetime
    added_by: str
    letter_id: int | None = None
    incoming_id: int | None = None
    turned: int = 0


@dataclass(frozen=True, slots=True)
class LinkView:
    """A tie of a case as its page shows it; `subject` is empty where the other may not be opened.

    `leads` is true where this case was merged into, or split from, the other.
    """

    kind: LinkKind
    leads: bool
    case_id: int
    number: ComplaintNumber
    subject: str
    status: Status
    made_at: datetime
    openable: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CaseView:
    """Everything a case page shows."""

    id: int
    version: int
    number: ComplaintNumber
    tracking: str
    type: ComplaintType
    channel: Channel
    source: Source
    category: Category
    received_at: datetime
    recorded_at: datetime
    registered_by: str
    intake: Intake
    matter: Matter
    petitioners: tuple[Petitioner, ...]
    accused: tuple[Accused, ...]
    restricted: bool
    child_danger: bool
    priority: Priority
    status: Status
    owner_id: int | None
    owner: str
    outcome: Outcome | None
    closed_at: datetime | None
    late_reason: str
    clocks: tuple[Clock, ...]
    steps: tuple[StepView, ...]
    files: tuple[FileView, ...]
    letters: tuple[LetterView, ...]
    proceedings: Proceedings
    cycle: int
    cycle_started_at: datetime
    policy: Policy
    """The standard it is pinned to."""
    contacted_at: datetime | None
    contact_on: date | None
    child_receiver: str
    child_taken_at: datetime | None
    proposals: tuple[ProposalView, ...] = ()
    versions: tuple[VersionView, ...] = ()
    incoming: tuple[IncomingView, ...] = ()
    links: tuple[LinkView, ...] = ()
    surveys: tuple[Survey, ...] = ()
    hidden_at: datetime | None = None
    secrecy: Secrecy = Secrecy.NONE

    @property
    def sealed(self) -> bool:
        """Tell whether not everybody may open it, so that who does is kept."""
        return is_sealed(self.restricted, self.secrecy)


@dataclass(frozen=True, slots=True)
class Sought:
    """What was typed so far by which an earlier complaint is recognised."""

    phone: str = ""
    first: str = ""
    last: str = ""
    citizen_id: str = ""
    subject: str = ""
    place: str = ""


class Alike(StrEnum):
    """In what an earlier complaint is like the one being typed."""

    PERSON = "person"
    SUBJECT = "subject"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Known:
    """An earlier complaint that may be the same, and in what."""

    id: int
    number: ComplaintNumber
    subject: str
    status: Status
    received_on: date
    alike: tuple[Alike, ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save key stands for: the act that used it and what it made."""

    act: str
    subject_id: int


@dataclass(frozen=True, slots=True)
class JournalHead:
    """The journal's last entry: its place, and its hash in hexadecimal."""

    sequence: int
    digest: str
