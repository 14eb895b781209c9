"""What the register stores, as collections inside one unit of work."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from types import TracebackType
from typing import Protocol, Self

from desktop.ports.kept import (
    Attachment,
    Batch,
    Classification,
    IncomingLetter,
    Letter,
    Replaced,
    StoredFile,
)
from desktop.rules.calendar import CalendarFacts, Holiday
from desktop.rules.case import Case, Step
from desktop.rules.catalogue import Category, Channel, Source
from desktop.rules.checking import ChannelCheck
from desktop.rules.escalating import Ladder
from desktop.rules.journal import Entry
from desktop.rules.letters import LetterSeries
from desktop.rules.links import Link
from desktop.rules.numbering import Series
from desktop.rules.office import OfficeFacts, Signatory
from desktop.rules.people import Person
from desktop.rules.policy import Policy
from desktop.rules.proposing import ProposedLetter
from desktop.rules.redating import CaseMove, CaseShift
from desktop.rules.routing import AssignmentRule, Staff
from desktop.rules.satisfaction import Survey
from desktop.rules.substituting import Substitution
from desktop.rules.wording import OfficeWording
from desktop.views import Lists, Saved, SavedView


class Cases(Protocol):
    """The register of complaints, as a collection."""

    def add(self, case: Case) -> int:
        """Store a new case and return its identity."""
        ...

    def get(self, case_id: int) -> Case:
        """Load one case; `Refused(NOT_VISIBLE)` when the unit's actor may not see it."""
        ...

    def absent_owner(self, case_id: int) -> int | None:
        """Tell for whom the unit's actor stood in with a case as it was when first loaded."""
        ...

    def save(self, case: Case) -> None:
        """Store a changed case; `Conflict` when its version is no longer the stored one."""
        ...

    def classified(self, classification: Classification) -> None:
        """Keep a change of a case's secrecy class beside it."""
        ...

    def surveyed(self, case_id: int, survey: Survey) -> None:
        """Keep what came of asking the petitioner beside the case."""
        ...

    def step(self, case_id: int, sequence: int, step: Step) -> None:
        """Add a line to the timeline under the journal entry that tells of it."""
        ...

    def step_of_many(self, case_ids: Sequence[int], sequence: int, step: Step) -> None:
        """Add one line without a note to many timelines, under the one journal entry."""
        ...

    def accusing(self, name: str) -> Sequence[Case]:
        """Load the cases against somebody of this name who is nobody of ours yet.

        Whoever may see them: nobody is shown any of it.
        """
        ...

    def last_step(self, case_id: int) -> Step | None:
        """Return what was done last; who only looked is passed over."""
        ...

    def contested_by(self, case_id: int) -> int | None:
        """Find the letter that contested the result last, and with which a cycle began."""
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

    def called(self, name: str) -> int | None:
        """Find the one person of this first and last name, whatever the prefix; who left, last."""
        ...

    def save(self, person: Person) -> None:
        """Store a changed person."""
        ...

    def administrators(self) -> int:
        """Count active administrators."""
        ...

    def staff(self) -> Staff:
        """Return who works on cases and who leads the office, those who left apart."""
        ...

    def substitutions(self, since: date) -> tuple[Substitution, ...]:
        """List who stands in for whom from a day on, and was not ended, earliest first."""
        ...

    def substitution(self, substitution_id: int) -> Substitution:
        """Load one."""
        ...

    def add_substitution(self, substitution: Substitution) -> int:
        """Store a new one and return its identity."""
        ...

    def save_substitution(self, substitution: Substitution) -> None:
        """Store a changed one."""
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

    def lists(self) -> Lists:
        """Return the catalogues, active and inactive."""
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

    def days(self) -> CalendarFacts:
        """Return what the calendar is made of."""
        ...

    def put_days(self, facts: CalendarFacts, at: datetime) -> None:
        """Store another calendar; the one before it is kept, for what was counted by it."""
        ...

    def put_holidays(self, holidays: Sequence[Holiday]) -> None:
        """Store closed days, replacing those of the same date."""
        ...

    def policy(self, on: date) -> Policy:
        """Return the standards in force for what is received on a day."""
        ...

    def policy_version(self, version: int) -> Policy:
        """Return a version of the standards, to which cases are pinned."""
        ...

    def policies(self) -> tuple[Policy, ...]:
        """List every version of the standards, oldest first."""
        ...

    def put_policy(self, policy: Policy) -> None:
        """Store a version of the standards."""
        ...

    def put_ladder(self, ladder: Ladder) -> None:
        """Store who is told at which part of the time."""
        ...

    def add_check(self, check: ChannelCheck, by: int) -> None:
        """Add a line to the log of channels looked at."""
        ...

    def assignment_rules(self) -> tuple[AssignmentRule, ...]:
        """List who is proposed as owner for what, in order."""
        ...

    def put_assignment_rules(self, rules: Sequence[AssignmentRule]) -> None:
        """Store the list anew."""
        ...

    def put_wording(self, wording: OfficeWording, at: datetime, by: int) -> None:
        """Store the office's wording of a kind of letter; earlier ones are kept."""
        ...


class Letters(Protocol):
    """Letters that were issued, what they were before, and letters that came."""

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

    def replace(self, replaced: Replaced) -> int:
        """Keep the paper that a letter was, and return the number of that version, from 1."""
        ...

    def receive(self, incoming: IncomingLetter) -> int:
        """Store a letter that came and return its identity."""
        ...

    def incoming(self, incoming_id: int) -> IncomingLetter:
        """Load a letter that came."""
        ...

    def save_incoming(self, incoming: IncomingLetter) -> None:
        """Store a changed letter that came."""
        ...

    def answers(self, letter_id: int) -> int:
        """Count the letters that answer one of ours and still stand."""
        ...


class Links(Protocol):
    """Ties between complaints; what is undone is kept."""

    def add(self, link: Link) -> int:
        """Store a new tie and return its identity."""
        ...

    def of(self, case_id: int) -> tuple[Link, ...]:
        """List the ties of a case, either end, oldest first."""
        ...

    def save(self, link: Link) -> None:
        """Store a changed tie."""
        ...


class Proposals(Protocol):
    """Drafts of letters, on their way to the signature and back."""

    def add(self, proposal: ProposedLetter) -> int:
        """Store a new draft and return its identity."""
        ...

    def get(self, proposal_id: int) -> ProposedLetter:
        """Load one draft with all its versions."""
        ...

    def save(self, proposal: ProposedLetter) -> None:
        """Store a changed draft; `Conflict` when its version is no longer the stored one."""
        ...


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


class SavedViews(Protocol):
    """Views of the register that somebody named."""

    def add(self, view: SavedView) -> int:
        """Store a new view and return its identity."""
        ...

    def seen_by(self, person_id: int) -> tuple[SavedView, ...]:
        """List a person's own views and, after them, what others share; each part by name."""
        ...

    def save(self, view: SavedView) -> None:
        """Store a changed view."""
        ...

    def remove(self, view_id: int) -> None:
        """Forget a view."""
        ...


class Redating(Protocol):
    """The running clocks of the whole register, counted anew when what they are counted by moves.

    Both questions answer as loading each case and recounting it would.
    """

    def by_calendar(self, facts: CalendarFacts) -> tuple[CaseShift, ...]:
        """Return the cases that another calendar moves; `BeyondCalendar` where it ends too soon."""
        ...

    def by_standard(self, policy: Policy) -> tuple[CaseMove, ...]:
        """Return the cases, with running clocks, that another version of the standard takes over.

        Those whose days stay the same are among them.
        """
        ...

    def shift(self, shifts: Sequence[CaseShift], sequence: int, at: datetime, by: int) -> None:
        """Store what a calendar moved, with a line on each timeline under the one journal entry."""
        ...

    def keep(self, moves: Sequence[CaseMove], sequence: int, at: datetime, by: int) -> None:
        """Store in the same way what a standard took over."""
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
    links: Links
    proposals: Proposals
    batches: Batches
    saved_views: SavedViews
    redating: Redating
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

    def arrangement(self, case_id: int) -> Mapping[int, int]:
        """Tell by how many degrees each of a complaint's own files is turned, in their order.

        Scans of letters are not among them.
        """
        ...

    def arrange(self, arrangement: Mapping[int, int]) -> None:
        """Put the files of one complaint in an order, and turn them."""
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
