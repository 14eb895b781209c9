"""Read-side shapes: frozen, safe to pass between threads, free of any session."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from desktop.rules.calendar import CalendarFacts
from desktop.rules.case import StepKind
from desktop.rules.catalogue import Category, Channel, Source
from desktop.rules.clocked import Clock
from desktop.rules.clocks import ClockKind, Verdict
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
)
from desktop.rules.journal import Value
from desktop.rules.letters import Dispatch, LetterDraft, LetterKind, LetterStatus
from desktop.rules.links import LinkKind
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.office import OfficeFacts, Signatory
from desktop.rules.people import Role
from desktop.rules.policy import Policy
from desktop.rules.priority import Priority
from desktop.rules.proceedings import Proceedings
from desktop.rules.proposing import ProposalStep, Seen
from desktop.rules.wording import OfficeWording
from desktop.rules.worktime import WorkCalendar


class RegisterView(StrEnum):
    """The standing views of the register."""

    ALL = "all"
    MINE = "mine"
    UNASSIGNED = "unassigned"
    SOON = "soon"
    LATE = "late"
    WAITING = "waiting"
    CHILD_DANGER = "child_danger"
    """A child is in danger and nobody has taken the matter over."""
    NO_CONTACT = "no_contact"
    """The petitioner has not heard from us for too long, or by the day we promised."""
    WAIT_OVER = "wait_over"
    """Longer than one thought to wait."""
    REFERRAL_OVER = "referral_over"
    INQUIRY_OVER = "inquiry_over"
    HIDDEN = "hidden"


class SortBy(StrEnum):
    """What the register may be sorted by."""

    NUMBER = "number"
    RECEIVED = "received"
    SUBJECT = "subject"
    PETITIONER = "petitioner"
    CHANNEL = "channel"
    PRIORITY = "priority"
    STATUS = "status"
    OWNER = "owner"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class RegisterQuery:
    """Which complaints, in which order. Empty sets do not filter.

    `text` is what was typed in the search box, raw. `fiscal_year` is of the Buddhist era.
    """

    view: RegisterView = RegisterView.ALL
    text: str = ""
    statuses: frozenset[Status] = frozenset()
    priorities: frozenset[Priority] = frozenset()
    channel_kinds: frozenset[ChannelKind] = frozenset()
    category_ids: frozenset[int] = frozenset()
    owner_ids: frozenset[int] = frozenset()
    fiscal_year: int | None = None
    sort: SortBy = SortBy.NUMBER
    descending: bool = True


class ComplaintRow(NamedTuple):
    """One line of the register as a list shows it; a tuple, as tables are made of many.

    `veiled` is true when the actor may not see who and what; subject and petitioner are then empty.
    `due_at` is the earliest running due instant; once the case is finished, `verdict` is that of
    its resolve clock (reply, where there is no resolve).
    """

    id: int
    number: ComplaintNumber
    received_on: date
    subject: str
    petitioner: str
    channel: str
    priority: Priority
    status: Status
    owner: str
    due_at: datetime | None
    due_kind: ClockKind | None
    verdict: Verdict | None
    veiled: bool
    anonymous: bool
    secret: bool = False


@dataclass(frozen=True, slots=True)
class Tiles:
    """Counts for the sidebar."""

    everything: int
    mine: int
    unassigned: int
    soon: int
    late: int
    letters: int


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """One column of the supervisor's board: how many there are, and the first of them."""

    view: RegisterView
    total: int
    rows: tuple[ComplaintRow, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """What one person has in hand."""

    person_id: int
    name: str
    open: int
    soon: int
    late: int


@dataclass(frozen=True, slots=True)
class Board:
    """What waits for the supervisor, and who has how much; the most loaded first."""

    columns: tuple[BoardColumn, ...]
    loads: tuple[Load, ...]


class AgendaKind(StrEnum):
    """Why somebody is told of a complaint."""

    CHILD_DANGER = "child_danger"
    LATE = "late"
    TODAY = "today"
    WARNED = "warned"
    PROMISED = "promised"
    """The petitioner was promised a word today."""
    NO_CONTACT = "no_contact"
    WAIT_OVER = "wait_over"
    REFERRAL_OVER = "referral_over"
    INQUIRY_OVER = "inquiry_over"


@dataclass(frozen=True, slots=True)
class AgendaGroup:
    """Complaints of which somebody is told for the same reason: how many, and the first."""

    kind: AgendaKind
    total: int
    rows: tuple[ComplaintRow, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """What somebody is told of this morning.

    `unchecked` are channels nobody has looked at today, `missing_year` the first year
    whose holidays are still to be entered.
    """

    groups: tuple[AgendaGroup, ...]
    unchecked: tuple[str, ...]
    missing_year: int | None

    @property
    def empty(self) -> bool:
        """Tell whether there is nothing to be told of."""
        return not self.groups and not self.unchecked and self.missing_year is None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as lists and pickers show them."""

    id: int
    username: str
    name: str
    position: str
    roles: frozenset[Role]
    active: bool


@dataclass(frozen=True, slots=True)
class Lists:
    """The office's catalogues, active and inactive."""

    channels: tuple[Channel, ...]
    sources: tuple[Source, ...]
    categories: tuple[Category, ...]


@dataclass(frozen=True, slots=True)
class OfficeView:
    """The office as it stands today: facts, signatories, holidays, standards."""

    facts: OfficeFacts
    signatories: tuple[Signatory, ...]
    days: CalendarFacts
    policy: Policy
    wordings: Mapping[LetterKind, OfficeWording] = field(default_factory=dict)

    @property
    def calendar(self) -> WorkCalendar:
        """The office's working calendar."""
        return self.days.calendar()


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


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter of a case, or one line of the letters' list.

    `closed` is a secret one that the asking person may not open: nothing of it is said here.
    """

    id: int
    complaint_id: int
    complaint_number: ComplaintNumber
    kind: LetterKind
    number: str
    dated: date | None
    recipient: str
    subject: str
    status: LetterStatus
    sent_at: datetime | None
    dispatch: Dispatch | None
    tracking: str
    sha256: str
    reason: str = ""
    corrects_id: int | None = None
    drafted_by: str = ""
    typed_by: str = ""
    checked_by: str = ""
    closed: bool = False


@dataclass(frozen=True, slots=True)
class VersionView:
    """A paper that a letter was until it was corrected."""

    letter_id: int
    version: int
    sha256: str
    replaced_at: datetime
    replaced_by: str
    reason: str


@dataclass(frozen=True, slots=True)
class IncomingView:
    """A letter that came to a complaint, and which letter of ours it answers, if any."""

    id: int
    answers_id: int | None
    number: str
    dated: date | None
    sender: str
    subject: str
    received_at: datetime
    receipt_number: str
    withdrawn: str = ""
    """Why its record was struck out, if it was."""


@dataclass(frozen=True, slots=True)
class ProposalView:
    """A draft of a letter that waits for somebody; people by their names.

    `said` is the draft in the very words that were checked, if it was. `closed` as of letters.
    """

    id: int
    version: int
    complaint_number: ComplaintNumber
    draft: LetterDraft
    said: LetterDraft
    subject: str
    signatory: str
    step: ProposalStep
    begun_by: str
    typed_at: datetime
    typed_by: str
    checked_by: str
    signed_on: date | None
    wanted: str
    corrects_id: int | None = None
    closed: bool = False

    @property
    def seen(self) -> Seen:
        """The draft as it is seen here."""
        return Seen(self.id, self.version)


@dataclass(frozen=True, slots=True)
class TextView:
    """One version of a draft's words."""

    number: int
    draft: LetterDraft
    typed_at: datetime
    typed_by: str


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
    hidden_at: datetime | None = None
    secrecy: Secrecy = Secrecy.NONE

    @property
    def sealed(self) -> bool:
        """Tell whether not everybody may open it, so that who does is kept."""
        return self.restricted or self.secrecy is not Secrecy.NONE


@dataclass(frozen=True, slots=True)
class BatchView:
    """Letters issued together: how many there are to be, and which have been, in their order."""

    id: int
    total: int
    letters: tuple[int, ...]
    left: tuple[int, ...]
    """Places that have not been issued."""
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Known:
    """An earlier complaint of what seems the same petitioner."""

    id: int
    number: ComplaintNumber
    subject: str
    status: Status
    received_on: date


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
