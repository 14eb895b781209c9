"""What windows may ask of the register, as a protocol."""

from array import array
from collections.abc import Callable, Generator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from desktop.changes import Happened
from desktop.rules.calendar import CalendarFacts
from desktop.rules.checking import ChannelCheck
from desktop.rules.escalating import Ladder
from desktop.rules.letters import LetterDraft
from desktop.rules.people import Actor
from desktop.rules.policy import Policy
from desktop.rules.routing import AssignmentRule, Routing
from desktop.views import (
    Agenda,
    BatchView,
    Board,
    CaseView,
    ComplaintRow,
    EntryRow,
    Group,
    GroupBy,
    HandOverPlan,
    JournalHead,
    JournalQuery,
    Known,
    LetterLine,
    LetterQuery,
    LetterView,
    Lists,
    OfficeView,
    PersonRow,
    ProposalView,
    RegisterQuery,
    Saved,
    SavedView,
    Shelf,
    Sought,
    SubstitutionRow,
    TextView,
    Tiles,
)

if TYPE_CHECKING:
    from desktop.rules.books import BookLine, OfficeBook
    from desktop.rules.figures import SlaFigures
    from desktop.rules.redating import Preview, Tried
    from desktop.views.books import BookQuery, BookRow
    from desktop.views.files import FileQuery, FileRow


class Reading(Protocol):
    """Every question a window may ask: each takes who asks and answers in frozen shapes."""

    def opened(self) -> bool:
        """Tell whether the office has been set up."""
        ...

    def saved(self, key: str) -> Saved | None:
        """Tell what a save with this key made, if it happened."""
        ...

    def office(self, on: date) -> OfficeView:
        """Return the office as it stands on a day."""
        ...

    def days(self) -> CalendarFacts:
        """Return what the calendar is made of."""
        ...

    def policies(self, actor: Actor) -> Sequence[Policy]:
        """List every version of the standards, oldest first."""
        ...

    def calendar_moves(self, actor: Actor, facts: CalendarFacts) -> "Preview":
        """Tell what another calendar would move; `BeyondCalendar` where it ends too soon."""
        ...

    def standard_moves(self, actor: Actor, policy: Policy) -> "Preview":
        """Tell what a version of the standards, not stored yet, would move."""
        ...

    def standard_tried(
        self, actor: Actor, policy: Policy, first: date, last: date
    ) -> "Sequence[Tried]":
        """Count what ended in a period of local days, as judged and as by another standard."""
        ...

    def usernames(self) -> Sequence[str]:
        """List who may sign in, for the sign-in page's completion."""
        ...

    def people(self, actor: Actor) -> Sequence[PersonRow]:
        """List the people, by name."""
        ...

    def present(self, actor: Actor, today: date) -> Actor:
        """Return the actor as of a day: with the roles still held, in whose stead they work.

        `Refused(NOT_ALLOWED)` when no role is left.
        """
        ...

    def substitutions(self, actor: Actor, today: date) -> Sequence[SubstitutionRow]:
        """List the leaves that run or are to come, earliest first."""
        ...

    def lists(self, actor: Actor) -> Lists:
        """Return the catalogues."""
        ...

    def open_by_category(self, actor: Actor) -> Mapping[int, int]:
        """Count the open complaints of each category, by its identity; none has no line."""
        ...

    def register_ids(
        self,
        actor: Actor,
        query: RegisterQuery,
        now: datetime,
        most: int | None = None,
        wanted: Callable[[], bool] = lambda: True,
    ) -> "array[int]":
        """Return the identities of all complaints that match, or of the first so many, in order.

        `wanted` tells whether somebody still waits; once nobody does, those found so far are given.
        """
        ...

    def register_rows(self, actor: Actor, ids: Sequence[int]) -> Sequence[ComplaintRow]:
        """Return rows of the register in the order asked; identities that are gone are left out."""
        ...

    def register_groups(
        self, actor: Actor, query: RegisterQuery, by: GroupBy, now: datetime
    ) -> Sequence[Group]:
        """Count what a list holds by its groups; whichever it is narrowed to, all are counted."""
        ...

    def saved_views(self, actor: Actor) -> Sequence[SavedView]:
        """List the actor's own views and, after them, what others share; each part by name."""
        ...

    def tiles(self, actor: Actor, now: datetime) -> Tiles:
        """Count for the sidebar."""
        ...

    def board(self, actor: Actor, now: datetime) -> Board:
        """Gather what waits for who assigns, and how much everybody has in hand."""
        ...

    def case(self, actor: Actor, case_id: int) -> CaseView:
        """Return one case whole; `Refused(NOT_VISIBLE)` when the actor may not see it."""
        ...

    def sealed(self, actor: Actor, case_ids: Sequence[int]) -> Sequence[int]:
        """Tell of which of these complaints it is kept who opens them."""
        ...

    def routing(self, actor: Actor, case_id: int, today: date) -> Routing:
        """Tell who is proposed as a complaint's owner, and why."""
        ...

    def hand_over_plan(
        self, actor: Actor, from_id: int, to_id: int | None, today: date
    ) -> HandOverPlan:
        """Tell who would get which open complaint of somebody; by the office's list where None."""
        ...

    def agenda(self, actor: Actor, now: datetime) -> Agenda:
        """Gather what somebody is told of this morning."""
        ...

    def passing(self, actor: Actor, since: datetime, now: datetime) -> Agenda:
        """Gather what passed a mark of its time between two moments, for who is told of it."""
        ...

    def ladder(self, actor: Actor) -> Ladder:
        """Return who is told at which part of the time."""
        ...

    def checks(self, actor: Actor, first: date, last: date) -> Sequence[ChannelCheck]:
        """List who looked at the channels on local days, both included, oldest first."""
        ...

    def checked_since(self, actor: Actor) -> date | None:
        """Return the day on which the log of channels looked at begins; None before that."""
        ...

    def assignment_rules(self, actor: Actor) -> Sequence[AssignmentRule]:
        """List who is proposed as owner for what, in order."""
        ...

    def known(self, actor: Actor, sought: Sought, today: date) -> Sequence[Known]:
        """Find complaints of this fiscal year, or still open, that may be the same; at most five.

        The same person first, then the same subject, then the same place among those still open.
        """
        ...

    def letters(self, actor: Actor, unsent_only: bool = False) -> Sequence[LetterView]:
        """List letters, newest first."""
        ...

    def letter_ids(self, actor: Actor, query: LetterQuery, most: int | None = None) -> "array[int]":
        """Return the identities of the letters' list, all or the first so many, in order.

        Those of drafts are below nought.
        """
        ...

    def letter_rows(self, actor: Actor, ids: Sequence[int]) -> Sequence[LetterLine]:
        """Return lines of the letters' list in the order asked; what is gone is left out."""
        ...

    def shelf_counts(self, actor: Actor) -> Mapping[Shelf, int]:
        """Count what lies on each shelf of the letters' list where something waits."""
        ...

    def proposals(self, actor: Actor) -> Sequence[ProposalView]:
        """List drafts of letters that still wait for somebody, newest first."""
        ...

    def proposed_texts(self, actor: Actor, proposal_id: int) -> Sequence[TextView]:
        """List every version of a draft's words, oldest first."""
        ...

    def batches(self, actor: Actor) -> Sequence[BatchView]:
        """List the actor's own batches of letters that have not ended, oldest first."""
        ...

    def letter_pdf(self, actor: Actor, letter_id: int) -> bytes:
        """Return the very bytes of an issued letter."""
        ...

    def letter_version(self, actor: Actor, letter_id: int, version: int) -> bytes:
        """Return the very bytes of what a letter was before it was corrected."""
        ...

    def letter_draft(self, actor: Actor, letter_id: int) -> LetterDraft:
        """Return what the clerk decided about an issued letter."""
        ...

    def file(self, actor: Actor, file_id: int) -> bytes:
        """Return an attached file."""
        ...

    def happened(self, actor: Actor, since: int | None) -> Happened:
        """Tell what other programs did since an entry of the journal, and where it stands now.

        Without an entry, only where the journal stands.
        """
        ...

    def journal_head(self, actor: Actor) -> JournalHead:
        """Return the journal's head; `Refused(NOT_ALLOWED)` to all but who keeps the office."""
        ...

    def journal_ids(
        self, actor: Actor, query: JournalQuery, most: int | None = None
    ) -> "array[int]":
        """Return the journal's entries that match, all or the first so many, in order.

        `Refused(NOT_ALLOWED)` to who may not see the journal.
        """
        ...

    def journal_rows(self, actor: Actor, ids: Sequence[int]) -> Sequence[EntryRow]:
        """Return entries in the order asked; what is not to be seen is left out."""
        ...

    def sla_figures(self, actor: Actor, first: date, last: date, now: datetime) -> "SlaFigures":
        """Count what the SLA report prints for a period of local days, both included."""
        ...

    def book(
        self, actor: Actor, book: "OfficeBook", first: date, last: date
    ) -> "Generator[BookLine, None, None]":
        """Yield a book's lines for a period of local days, both included, as they are read.

        What the actor may not see keeps its number and is veiled. Until it ends or is closed, the
        register is held open for it.
        """
        ...

    def book_ids(self, actor: Actor, query: "BookQuery", most: int | None = None) -> "array[int]":
        """Return the identities of a book's lines, all or the first so many, in order.

        Refused to whoever may not have the book on paper.
        """
        ...

    def book_rows(
        self, actor: Actor, book: "OfficeBook", ids: Sequence[int]
    ) -> "Sequence[BookRow]":
        """Return lines of a book in the order asked; what is gone is left out."""
        ...

    def file_ids(self, actor: Actor, query: "FileQuery", most: int | None = None) -> "array[int]":
        """Return the identities of files of what the actor may open, in order."""
        ...

    def file_rows(self, actor: Actor, ids: Sequence[int]) -> "Sequence[FileRow]":
        """Return files in the order asked; what is gone, or not to be seen, is left out."""
        ...
