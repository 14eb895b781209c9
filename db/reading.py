"""Every question a window may ask, each in a short connection of its own that cannot write."""

from array import array
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, or_, select

from db import agenda, boards, case_reading, register_query, watching
from db import tables as t
from db.base import Found
from db.batches import unfinished
from db.elsewhere import OwnEntries
from db.files import FolderFiles, TableFiles
from db.letter_list import letter_ids, letter_rows, shelf_counts
from db.offices import SqlOffices
from db.people import SqlPeople, names_of, present, roles_of
from db.proposals import proposals, text_views
from db.reading_books_and_files import BooksAndFiles
from db.reading_journal import JournalReading
from db.routes import routing_of
from db.saved_views import SqlSavedViews
from db.searching import Wanted
from db.secret_letters import refuse_closed_draft, refuse_closed_letter
from db.statements import one, one_or_none
from db.trouble import told
from db.visibility import works_with_complaints
from desktop.errors import Refused
from desktop.rules.calendar import CalendarFacts
from desktop.rules.checking import ChannelCheck
from desktop.rules.complaint import Secrecy
from desktop.rules.escalating import Ladder
from desktop.rules.letter_fields import draft_of
from desktop.rules.letters import LetterDraft
from desktop.rules.people import Actor
from desktop.rules.policy import Policy
from desktop.rules.reasons import Reason
from desktop.rules.routing import AssignmentRule, Routing
from desktop.views import (
    Agenda,
    BatchView,
    Board,
    CaseView,
    ComplaintRow,
    Group,
    GroupBy,
    HandOverPlan,
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
    from desktop.rules.figures import SlaFigures
    from desktop.rules.redating import Preview, Tried


class SqlReading(BooksAndFiles, JournalReading):
    """Answers in frozen shapes; asks who wants to know."""

    def __init__(self, engine: Engine, papers: Path | None, own: OwnEntries) -> None:
        self._engine = engine
        self._papers = papers
        self._own = own

    def opened(self) -> bool:
        """Tell whether the office has been set up."""
        with told(), self._engine.connect() as connection:
            return connection.scalars(select(t.office_facts.c.id).limit(1)).first() is not None

    def saved(self, key: str) -> Saved | None:
        """Tell what a save with this key made, if it happened."""
        with told(), self._engine.connect() as connection:
            found = one_or_none(connection, t.save_key, key)
            return None if found is None else Saved(found.act, found.subject_id)

    def office(self, on: date) -> OfficeView:
        """Return the office as it stands on a day."""
        with told(), self._engine.connect() as connection:
            offices = SqlOffices(connection)
            facts = offices.facts(on)
            if facts is None:
                raise Refused(Reason.NOT_VISIBLE)
            days = offices.days()
            return OfficeView(
                facts, offices.signatories(), days, offices.policy(on), offices.wordings()
            )

    def days(self) -> CalendarFacts:
        """Return what the calendar is made of."""
        with told(), self._engine.connect() as connection:
            return SqlOffices(connection).days()

    def policies(self, actor: Actor) -> Sequence[Policy]:
        """List every version of the standards, oldest first."""
        del actor
        with told(), self._engine.connect() as connection:
            return SqlOffices(connection).policies()

    def calendar_moves(self, actor: Actor, facts: CalendarFacts) -> "Preview":
        """Tell what another calendar would move."""
        from db import foreseeing, redating  # noqa: PLC0415 - no list waits for this room

        with told(), self._engine.connect() as connection:
            moves = redating.SqlRedating(connection).by_calendar(facts)
            return foreseeing.preview(connection, actor, moves)

    def standard_moves(self, actor: Actor, policy: Policy) -> "Preview":
        """Tell what a version of the standards would move."""
        from db import foreseeing, redating  # noqa: PLC0415

        with told(), self._engine.connect() as connection:
            moves = redating.SqlRedating(connection).by_standard(policy)
            return foreseeing.preview(connection, actor, moves)

    def standard_tried(
        self, actor: Actor, policy: Policy, first: date, last: date
    ) -> "Sequence[Tried]":
        """Count what ended in a period, as judged and as by another standard."""
        from db import standards  # noqa: PLC0415

        del actor
        with told(), self._engine.connect() as connection:
            return standards.tried(connection, policy, first, last)

    def usernames(self) -> Sequence[str]:
        """List who may sign in."""
        person = t.person.c
        with told(), self._engine.connect() as connection:
            query = select(person.username).where(person.active).order_by(person.folded)
            return tuple(connection.scalars(query))

    def people(self, actor: Actor) -> Sequence[PersonRow]:
        """List the people, by name."""
        del actor
        with told(), self._engine.connect() as connection:
            found = connection.execute(select(t.person).order_by(t.person.c.name_key))
            return tuple(
                PersonRow(p.id, p.username, p.name, p.position, roles_of(p.roles), p.active)
                for p in found
            )

    def present(self, actor: Actor, today: date) -> Actor:
        """Return the actor as of a day: with the roles still held, in whose stead they work."""
        with told(), self._engine.connect() as connection:
            return present(connection, actor, today)

    def substitutions(self, actor: Actor, today: date) -> Sequence[SubstitutionRow]:
        """List the leaves that run or are to come, earliest first."""
        del actor
        with told(), self._engine.connect() as connection:
            names, people = names_of(connection), SqlPeople(connection)
            return tuple(
                SubstitutionRow(
                    one.identity(),
                    one.absent_id,
                    names[one.substitute_id],
                    one.first_on,
                    one.last_on,
                    people.holds(one),
                )
                for one in people.substitutions(today)
            )

    def lists(self, actor: Actor) -> Lists:
        """Return the catalogues."""
        del actor
        with told(), self._engine.connect() as connection:
            return SqlOffices(connection).lists()

    def open_by_category(self, actor: Actor) -> Mapping[int, int]:
        """Count the open complaints of each category."""
        with told(), self._engine.connect() as connection:
            return watching.open_by_category(connection, actor)

    def register_ids(
        self,
        actor: Actor,
        query: RegisterQuery,
        now: datetime,
        most: int | None = None,
        wanted: Wanted = lambda: True,
    ) -> "array[int]":
        """Return the identities of all complaints that match, or of the first so many, in order.

        Once nobody waits any more, those found so far.
        """
        with told(), self._engine.connect() as connection:
            return register_query.ids(connection, actor, query, now, most, wanted)

    def register_rows(self, actor: Actor, ids: Sequence[int]) -> Sequence[ComplaintRow]:
        """Return rows of the register in the order asked."""
        with told(), self._engine.connect() as connection:
            return register_query.rows(connection, actor, ids)

    def register_groups(
        self, actor: Actor, query: RegisterQuery, by: GroupBy, now: datetime
    ) -> Sequence[Group]:
        """Count what a list holds by its groups."""
        from db import grouping  # noqa: PLC0415 - no list waits for this room

        with told(), self._engine.connect() as connection:
            return grouping.groups(connection, actor, query, by, now)

    def saved_views(self, actor: Actor) -> Sequence[SavedView]:
        """List the actor's own views and, after them, what others share; each part by name."""
        with told(), self._engine.connect() as connection:
            return SqlSavedViews(connection).seen_by(actor.person_id)

    def tiles(self, actor: Actor, now: datetime) -> Tiles:
        """Count for the sidebar."""
        with told(), self._engine.connect() as connection:
            return register_query.tiles(connection, actor, now)

    def board(self, actor: Actor, now: datetime) -> Board:
        """Gather what waits for who assigns, and how much everybody has in hand."""
        with told(), self._engine.connect() as connection:
            return boards.board(connection, actor, now)

    def case(self, actor: Actor, case_id: int) -> CaseView:
        """Return one case whole."""
        with told(), self._engine.connect() as connection:
            return case_reading.case_view(connection, actor, case_id)

    def sealed(self, actor: Actor, case_ids: Sequence[int]) -> Sequence[int]:
        """Tell of which of these complaints it is kept who opens them."""
        del actor
        c = t.complaint.c
        closed = or_(c.restricted, c.secrecy != Secrecy.NONE)
        with told(), self._engine.connect() as connection:
            asked = select(c.id).where(c.id.in_(case_ids), closed).order_by(c.id)
            return tuple(connection.scalars(asked))

    def routing(self, actor: Actor, case_id: int, today: date) -> Routing:
        """Tell who is proposed as a complaint's owner, and why."""
        with told(), self._engine.connect() as connection:
            return routing_of(connection, actor, case_id, today)

    def hand_over_plan(
        self, actor: Actor, from_id: int, to_id: int | None, today: date
    ) -> HandOverPlan:
        """Tell who would get which open complaint of somebody."""
        from db import handing_over  # noqa: PLC0415 - no list waits for this room

        with told(), self._engine.connect() as connection:
            return handing_over.plan(connection, actor, from_id, to_id, today)

    def agenda(self, actor: Actor, now: datetime) -> Agenda:
        """Gather what somebody is told of this morning."""
        with told(), self._engine.connect() as connection:
            return agenda.agenda(connection, actor, now)

    def passing(self, actor: Actor, since: datetime, now: datetime) -> Agenda:
        """Gather what passed a mark of its time between two moments."""
        with told(), self._engine.connect() as connection:
            return agenda.passing(connection, actor, since, now)

    def ladder(self, actor: Actor) -> Ladder:
        """Return who is told at which part of the time."""
        del actor
        with told(), self._engine.connect() as connection:
            return SqlOffices(connection).ladder()

    def checks(self, actor: Actor, first: date, last: date) -> Sequence[ChannelCheck]:
        """List who looked at the channels on local days, both included, oldest first."""
        if not works_with_complaints(actor):
            raise Refused(Reason.NOT_ALLOWED)
        with told(), self._engine.connect() as connection:
            return SqlOffices(connection).checks(first, last)

    def checked_since(self, actor: Actor) -> date | None:
        """Return the day on which the log of channels looked at begins."""
        del actor
        with told(), self._engine.connect() as connection:
            return SqlOffices(connection).checked_since()

    def assignment_rules(self, actor: Actor) -> Sequence[AssignmentRule]:
        """List who is proposed as owner for what, in order."""
        del actor
        with told(), self._engine.connect() as connection:
            return SqlOffices(connection).assignment_rules()

    def known(self, actor: Actor, sought: Sought, today: date) -> Sequence[Known]:
        """Find complaints of this fiscal year, or still open, that may be the same."""
        from db import alike  # noqa: PLC0415 - no list waits for this room

        with told(), self._engine.connect() as connection:
            return alike.known(connection, actor, sought, today)

    def letters(self, actor: Actor, unsent_only: bool = False) -> Sequence[LetterView]:
        """List letters, newest first."""
        conditions = [case_reading.unsent()] if unsent_only else []
        with told(), self._engine.connect() as connection:
            return case_reading.letters(connection, actor, *conditions)

    def letter_ids(self, actor: Actor, query: LetterQuery, most: int | None = None) -> "array[int]":
        """Return the identities of the letters' list, all or the first so many, in order."""
        with told(), self._engine.connect() as connection:
            return letter_ids(connection, actor, query, most)

    def letter_rows(self, actor: Actor, ids: Sequence[int]) -> Sequence[LetterLine]:
        """Return lines of the letters' list in the order asked."""
        with told(), self._engine.connect() as connection:
            return letter_rows(connection, actor, ids)

    def shelf_counts(self, actor: Actor) -> Mapping[Shelf, int]:
        """Count what lies on each shelf of the letters' list where something waits."""
        with told(), self._engine.connect() as connection:
            return shelf_counts(connection, actor)

    def proposals(self, actor: Actor) -> Sequence[ProposalView]:
        """List drafts of letters that still wait for somebody, newest first."""
        with told(), self._engine.connect() as connection:
            return proposals(connection, actor)

    def proposed_texts(self, actor: Actor, proposal_id: int) -> Sequence[TextView]:
        """List every version of a draft's words, oldest first."""
        with told(), self._engine.connect() as connection:
            kept = one(connection, t.proposed_letter, proposal_id)
            case_reading.case_view(connection, actor, kept.complaint_id)
            refuse_closed_draft(connection, actor, proposal_id)
            return text_views(connection, proposal_id)

    def batches(self, actor: Actor) -> Sequence[BatchView]:
        """List the actor's own batches of letters that have not ended, oldest first."""
        with told(), self._engine.connect() as connection:
            return unfinished(connection, actor)

    def letter_pdf(self, actor: Actor, letter_id: int) -> bytes:
        """Return the very bytes of an issued letter."""
        with told(), self._engine.connect() as connection:
            letter = self._letter(connection, actor, letter_id)
            return self._files(connection).read(letter.pdf)

    def letter_version(self, actor: Actor, letter_id: int, version: int) -> bytes:
        """Return the very bytes of what a letter was before it was corrected."""
        own = t.letter_version.c
        with told(), self._engine.connect() as connection:
            self._letter(connection, actor, letter_id)
            kept = select(own.pdf).where(own.letter_id == letter_id, own.version == version)
            return self._files(connection).read(connection.execute(kept).scalar_one())

    def letter_draft(self, actor: Actor, letter_id: int) -> LetterDraft:
        """Return what the clerk decided about an issued letter."""
        with told(), self._engine.connect() as connection:
            letter = self._letter(connection, actor, letter_id)
            return draft_of(letter, letter.content)

    def file(self, actor: Actor, file_id: int) -> bytes:
        """Return an attached file."""
        with told(), self._engine.connect() as connection:
            attached = one(connection, t.attachment, file_id)
            case_reading.case_view(connection, actor, attached.complaint_id)
            if attached.letter_id is not None:
                self._letter(connection, actor, attached.letter_id)
            return self._files(connection).read(attached.stored)

    def sla_figures(self, actor: Actor, first: date, last: date, now: datetime) -> "SlaFigures":
        """Count what the SLA report prints for a period."""
        from db import report_reading  # noqa: PLC0415 - no list waits for the report's room

        with told(), self._engine.connect() as connection:
            return report_reading.sla_figures(connection, actor, first, last, now)

    def _letter(self, connection: Connection, actor: Actor, letter_id: int) -> Found:
        """Find a letter that the actor may open, of a complaint that the actor may open."""
        letter = one(connection, t.letter, letter_id)
        case_reading.case_view(connection, actor, letter.complaint_id)
        refuse_closed_letter(connection, actor, letter)
        return letter

    def _files(self, connection: Connection) -> FolderFiles | TableFiles:
        return (
            TableFiles(connection)
            if self._papers is None
            else FolderFiles(connection, self._papers)
        )
