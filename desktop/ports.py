"""What the office needs from outside, as protocols; `Desk` bundles them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from desktop.paper_orders import PaperOrder
from desktop.reading import Reading
from desktop.rules.calendar import Holiday
from desktop.rules.case import Case, Step
from desktop.rules.catalogue import Category, Channel, Source
from desktop.rules.journal import Entry
from desktop.rules.letters import Dispatch, LetterDraft, LetterKind, LetterSeries, LetterStatus
from desktop.rules.numbering import Series
from desktop.rules.office import OfficeFacts, Signatory
from desktop.rules.people import Actor, Person
from desktop.rules.policy import Policy
from desktop.rules.wording import OfficeWording, Wording
from desktop.views import (
    CaseView,
    Lists,
    OfficeView,
    Saved,
)

if TYPE_CHECKING:
    from desktop.rules.books import BookLine, OfficeBook
    from desktop.rules.figures import SlaFigures


@dataclass(slots=True)
class Letter:
    """A letter that was issued: kept as the very bytes.

    One of the central series has neither number, nor running number, year and day, until they are
    typed. `reason` says why it was voided, or why the post brought it back.
    """

    complaint_id: int
    draft: LetterDraft
    series: LetterSeries
    number: str
    running: int | None
    year: int | None
    dated: date | None
    issued_at: datetime
    issued_by: int
    pdf: str
    """Name under which the files keep the PDF."""
    sha256: str
    status: LetterStatus = LetterStatus.ISSUED
    sent_at: datetime | None = None
    dispatch: Dispatch | None = None
    tracking: str = ""
    reason: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class StoredFile:
    """Where the files keep some bytes."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that belongs to a complaint; `name` is made safe, `original` is as it came."""

    complaint_id: int
    stored: StoredFile
    name: str
    original: str
    media_type: str
    added_at: datetime
    added_by: int


class Cases(Protocol):
    """The register of complaints, as a collection."""

    def add(self, case: Case) -> int:
        """Store a new case and return its identity."""
        ...

    def get(self, case_id: int) -> Case:
        """Load one case; `Refused(NOT_VISIBLE)` when the unit's actor may not see it."""
        ...

    def save(self, case: Case) -> None:
        """Store a changed case; `Conflict` when its version is no longer the stored one."""
        ...

    def step(self, case_id: int, sequence: int, step: Step) -> None:
        """Add a line to the timeline under the journal entry that tells of it."""
        ...


class People(Protocol):
    """Who may sign in."""

    def add(self, person: Person) -> int:
        """Store a new person and return their identity."""
        ...

    def get(self, person_id: int) -> Person:
        """Load one person."""
        ...

    def named(self, username: str) -> Person | None:
        """Find by user name, whatever its case."""
        ...

    def save(self, person: Person) -> None:
        """Store a changed person."""
        ...

    def administrators(self) -> int:
        """Count active administrators."""
        ...


class Offices(Protocol):
    """The office's own facts and lists."""

    def facts(self, on: date) -> OfficeFacts | None:
        """Return the facts in force on a day, or None before the office was opened."""
        ...

    def put_facts(self, facts: OfficeFacts) -> None:
        """Store facts from their effective date on."""
        ...

    def add_signatory(self, signatory: Signatory) -> int:
        """Store one who signs."""
        ...

    def signatory(self, signatory_id: int) -> Signatory:
        """Load one who signs."""
        ...

    def save_signatory(self, signatory: Signatory) -> None:
        """Store a changed one who signs."""
        ...

    def put_lists(self, lists: Lists) -> None:
        """Store catalogues, adding what has no identity yet."""
        ...

    def channel(self, channel_id: int) -> Channel:
        """Load a channel."""
        ...

    def source(self, source_id: int) -> Source:
        """Load a source."""
        ...

    def category(self, category_id: int) -> Category:
        """Load a category."""
        ...

    def holidays(self) -> Sequence[Holiday]:
        """Return the calendar's closed days."""
        ...

    def put_holidays(self, holidays: Sequence[Holiday]) -> None:
        """Store closed days, replacing those of the same date."""
        ...

    def policy(self, on: date) -> Policy:
        """Return the standards in force for what is received on a day."""
        ...

    def put_policy(self, policy: Policy) -> None:
        """Store a version of the standards."""
        ...

    def put_wording(self, wording: OfficeWording, at: datetime, by: int) -> None:
        """Store the office's wording of a kind of letter; earlier ones are kept."""
        ...


@dataclass(slots=True)
class Batch:
    """Letters to be issued together, each once, whatever interrupts it.

    `issued` holds, by place, the identities of those that have been.
    """

    key: str
    drafts: tuple[LetterDraft, ...]
    made_at: datetime
    made_by: int
    ended_at: datetime | None = None
    issued: Mapping[int, int] = field(default_factory=dict)
    id: int | None = None

    def key_of(self, place: int) -> str:
        """Return the save key of one of its letters."""
        return f"{self.key}:{place}"


class Batches(Protocol):
    """Letters that are issued together."""

    def add(self, batch: Batch) -> int:
        """Store a new batch and return its identity."""
        ...

    def get(self, batch_id: int) -> Batch:
        """Load one batch, with what has been issued of it."""
        ...

    def save(self, batch: Batch) -> None:
        """Store whether a batch has ended."""
        ...


class Letters(Protocol):
    """Letters that were issued."""

    def add(self, letter: Letter) -> int:
        """Store a new letter and return its identity."""
        ...

    def get(self, letter_id: int) -> Letter:
        """Load one letter."""
        ...

    def save(self, letter: Letter) -> None:
        """Store a changed letter."""
        ...

    def numbered(self, series: LetterSeries, year: int, running: int) -> Letter | None:
        """Find the letter that bears a number."""
        ...


class Files(Protocol):
    """Bytes kept beside the register: random names, synced, hashed."""

    def put(self, content: bytes) -> StoredFile:
        """Keep some bytes."""
        ...

    def read(self, name: str) -> bytes:
        """Return what was kept; `Unavailable` when it is gone or no longer what it was."""
        ...


class UnitOfWork(Protocol):
    """One transaction: everything inside happens, or nothing does."""

    cases: Cases
    people: People
    office: Offices
    letters: Letters
    batches: Batches
    files: Files

    def __enter__(self) -> Self:
        """Begin."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Undo whatever was not committed."""
        ...

    def start_series(self, series: Series, first: int) -> None:
        """Let a series that has given no number yet begin at `first`."""
        ...

    def next_number(self, series: Series) -> int:
        """Take the next number of a series; a new series begins at 1."""
        ...

    def attach(self, attachment: Attachment) -> int:
        """List a kept file under its complaint and return its identity."""
        ...

    def saved(self, key: str) -> Saved | None:
        """Tell what an earlier save with this key made, if there was one."""
        ...

    def keep_key(self, key: str, saved: Saved) -> None:
        """Bind a save's key to what it made; a key is used once in the life of the register."""
        ...

    def journal(self, entry: Entry) -> int:
        """Chain an entry and return its sequence number."""
        ...

    def salt(self) -> str:
        """Return the register's own salt for digests."""
        ...

    def commit(self) -> None:
        """Make it so; `Unavailable(unclear=True)` when it may or may not have happened."""
        ...


@dataclass(frozen=True, slots=True)
class Pressed:
    """A printed paper, and the characters that no font of ours could show."""

    pdf: bytes
    unprintable: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Composed:
    """What the office's wording makes of a letter, before the clerk changed anything."""

    subject: str
    references: tuple[str, ...]
    paragraphs: tuple[str, ...]


class Press(Protocol):
    """Prints Thai official paper."""

    def composed(
        self, case: CaseView, draft: LetterDraft, office: OfficeView, on: date
    ) -> Composed:
        """Return what the office's wording gives."""
        ...

    def letter(
        self,
        case: CaseView,
        draft: LetterDraft,
        office: OfficeView,
        number: str,
        dated: date | None,
        on: date,
    ) -> Pressed:
        """Print a letter as of a day; an empty number and no date make a draft."""
        ...

    def wording(self, kind: LetterKind) -> Wording:
        """Return the wording of a kind of letter as it came with the program."""
        ...

    def sample(self, own: OfficeWording, office: OfficeView) -> Pressed:
        """Print a made-up letter in the wording that is being written."""
        ...

    def joined(self, papers: Sequence[bytes]) -> bytes:
        """Put papers one after another into one PDF."""
        ...

    def slip(self, case: CaseView, office: OfficeView) -> Pressed:
        """Print the receipt slip."""
        ...

    def paper(self, order: PaperOrder, office: OfficeView) -> Pressed:
        """Print a slip, form, envelope or label as ordered."""
        ...

    def sla_report(self, figures: "SlaFigures", office: OfficeView, made_at: datetime) -> Pressed:
        """Print the SLA report."""
        ...

    def book(
        self,
        book: "OfficeBook",
        lines: "Iterable[BookLine]",
        office: OfficeView,
        period: tuple[date, date],
        made_at: datetime,
    ) -> Pressed:
        """Print a book, taking its lines one by one; the period's days are both included."""
        ...


class Passwords(Protocol):
    """Turns passwords into digests that cannot be turned back."""

    def digest(self, password: str) -> str:
        """Return a salted digest."""
        ...

    def matches(self, digest: str | None, password: str) -> bool:
        """Tell whether the password made this digest; takes as long when there is none."""
        ...


@dataclass(frozen=True, slots=True)
class Draft:
    """A form left unfinished: its fields as typed, and the files dropped on it."""

    key: str
    title: str
    fields: dict[str, str]
    kept_at: datetime
    files: tuple[tuple[str, bytes], ...] = ()


class Drafts(Protocol):
    """One person's unfinished forms, kept on every keystroke."""

    def keep(self, person_id: int, draft: Draft) -> None:
        """Store the fields of a draft, leaving its files as they are."""
        ...

    def keep_file(self, person_id: int, key: str, name: str, content: bytes) -> None:
        """Store a file dropped on a draft."""
        ...

    def drop_file(self, person_id: int, key: str, name: str) -> None:
        """Forget a file of a draft."""
        ...

    def left(self, person_id: int) -> Sequence[Draft]:
        """Return the person's drafts, newest first."""
        ...

    def drop(self, person_id: int, key: str) -> None:
        """Forget a draft."""
        ...


@dataclass(frozen=True, slots=True)
class Desk:
    """All that an act or a question may lean on."""

    unit: Callable[[Actor], UnitOfWork]
    reading: Reading
    press: Press
    passwords: Passwords
    drafts: Drafts
    now: Callable[[], datetime]
    random: Callable[[int], bytes]


NOBODY = Actor(0, "", frozenset())
"""The one who acts before anyone has signed in."""
