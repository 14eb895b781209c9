"""Many cases at once: gathered, numbered and chained in memory, written table by table.

One act at a time keeps the rules but takes a transaction each; a made-up register of any size is
stored here by the same rows, the same journal and the same counters.
"""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Self

from sqlalchemy import Connection, Table, func, insert, select, text, update

from db import tables as t
from db.cases import PARTS, SqlCases, step_row, survey_row
from db.furnishing import Strongroom
from db.journal import HEAD, entry_row
from db.letters import SqlLetters, letter_row
from db.mapping import case_rows
from db.statements import put_many
from db.unit_of_work import SqlUnitOfWork, attachment_row
from desktop.acts import corresponding, registering
from desktop.acts.attaching import keep_files
from desktop.acts.recording import Warrant, record
from desktop.demo.cases import in_order
from desktop.demo.dossiers import Deed
from desktop.demo.lives import Happening, Life
from desktop.ports import NOBODY, Attachment, Letter, StoredFile
from desktop.rules.case import Case, Step, StepKind
from desktop.rules.journal import Entry, chained, digest
from desktop.rules.numbering import Book, ComplaintNumber, Series, letter_number
from desktop.rules.people import Actor
from desktop.rules.satisfaction import Survey
from desktop.rules.thai.dates import buddhist_year
from desktop.views import Saved

BATCH = 2000
"""Cases stored in one transaction; whatever of a load was committed is sound by itself."""

Printed = Callable[[Case, Letter], bytes]
"""Gives the paper of a letter that has just taken its number."""

_TABLES: tuple[Any, ...] = (
    *(t.complaint, t.matter, t.intake, t.petitioner, t.accused),
    *(
        t.clock,
        t.wait,
        t.extension,
        t.order,
        t.referral,
        t.reply_owed,
        t.investigation,
        t.past_cycle,
    ),
    *(t.interest, t.survey),
    *(t.journal, t.step, t.letter, t.attachment, t.save_key),
)
"""In an order in which no row points at one that is not yet there."""


class BulkUnit(SqlUnitOfWork):
    """A unit of work that gathers new rows and writes them when it commits."""

    def __enter__(self) -> Self:
        """Begin, and remember where identities, numbers and the journal stand."""
        super().__enter__()
        connection = self._connection
        self._rows: dict[Any, list[Any]] = {table: [] for table in _TABLES}
        head = connection.execute(select(t.journal_head.c.sequence, t.journal_head.c.hash)).one()
        self._sequence, self._hash = int(head.sequence), head.hash
        self._salt = super().salt()
        self._counters: dict[Series, list[int]] = {
            Series(counter.book, counter.year): [counter.first, counter.last]
            for counter in connection.execute(select(t.counter))
        }
        self._stored = frozenset(self._counters)
        self.cases = _BulkCases(connection, self._actor, self._touched, self._rows)
        self.letters = _BulkLetters(connection, self._actor, self._rows)
        self._attached = _greatest(connection, t.attachment)
        return self

    def commit(self) -> None:
        """Write everything gathered, and make it so."""
        connection = self._connection
        for table in _TABLES:
            if self._rows[table]:
                put_many(connection, table, self._rows[table])
                self._rows[table] = []
        head = update(t.journal_head).where(t.journal_head.c.id == HEAD)
        self._connection.execute(head.values(sequence=self._sequence, hash=self._hash))
        for series, (first, last) in self._counters.items():
            self._keep_counter(series, first, last)
        if connection.dialect.name == "postgresql":
            _move_identities(self._connection)
        super().commit()

    def next_number(self, series: Series) -> int:
        """Take the next number of a series; a new series begins at 1."""
        counter = self._counters.setdefault(series, [1, 0])
        counter[1] += 1
        return counter[1]

    def attach(self, attachment: Attachment) -> int:
        """List a kept file under its complaint and return its identity."""
        self._attached += 1
        row = {"id": self._attached, **attachment_row(attachment)}
        self._rows[t.attachment].append(row)
        return self._attached

    def keep_key(self, key: str, saved: Saved) -> None:
        """Bind a save's key to what it made."""
        row = {"key": key, "act": saved.act, "subject_id": saved.subject_id}
        self._rows[t.save_key].append(row)

    def journal(self, entry: Entry) -> int:
        """Chain an entry and return its sequence number."""
        self._sequence += 1
        mark = chained(self._sequence, entry, self._hash)
        self._rows[t.journal].append(entry_row(self._sequence, entry, self._hash, mark))
        self._hash = mark
        return self._sequence

    def salt(self) -> str:
        """Return the register's own salt for digests."""
        return self._salt

    def _keep_counter(self, series: Series, first: int, last: int) -> None:
        if series not in self._stored:
            row = {"book": series.book, "year": series.year, "first": first, "last": last}
            self._connection.execute(insert(t.counter), row)
            return
        counter = t.counter.c
        self._connection.execute(
            update(t.counter)
            .where(counter.book == series.book, counter.year == series.year)
            .values(last=last)
        )


class _BulkCases(SqlCases):
    """New cases and their steps, as rows in memory."""

    def __init__(
        self,
        connection: Connection,
        actor: Actor,
        touched: set[int],
        rows: dict[Any, list[Any]],
    ) -> None:
        super().__init__(connection, actor, touched)
        self._rows = rows
        self._last = _greatest(connection, t.complaint)

    def add(self, case: Case) -> int:
        """Gather a new case and return its identity."""
        self._last += 1
        key = {"complaint_id": self._last}
        rows = case_rows(case)
        self._rows[t.complaint].append({"id": self._last, **rows.complaint})
        self._rows[t.matter].append(key | rows.matter)
        self._rows[t.intake].append(key | rows.intake)
        for name, table in PARTS:
            self._rows[table] += [key | row for row in getattr(rows, name)]
        self._touched.add(self._last)
        return self._last

    def step(self, case_id: int, sequence: int, step: Step) -> None:
        """Gather a line of a timeline."""
        self._touched.add(case_id)
        self._rows[t.step].append(step_row(case_id, sequence, step))

    def surveyed(self, case_id: int, survey: Survey) -> None:
        """Gather a time of asking."""
        self._rows[t.survey].append(survey_row(case_id, survey))


class _BulkLetters(SqlLetters):
    """New letters, as rows in memory."""

    def __init__(self, connection: Connection, actor: Actor, rows: dict[Any, list[Any]]) -> None:
        super().__init__(connection, actor)
        self._rows = rows
        self._last = _greatest(connection, t.letter)

    def add(self, letter: Letter) -> int:
        """Gather a new letter and return its identity."""
        self._last += 1
        self._rows[t.letter].append({"id": self._last, **letter_row(letter)})
        return self._last


def _greatest(connection: Connection, table: Table[Any]) -> int:
    return int(connection.scalar(select(func.max(table.c.id))) or 0)


def _move_identities(connection: Connection) -> None:
    """Let PostgreSQL go on after the identities given here."""
    for table in (t.complaint, t.letter, t.attachment):
        sequence = func.pg_get_serial_sequence(table.name, "id")
        if last := _greatest(connection, table):
            connection.execute(select(func.setval(sequence, last)))


def load(
    room: Strongroom, lives: Iterator[Life], printed: Printed, deeds: Iterable[Deed] = ()
) -> int:
    """Store made-up cases with all that happened to them; return how many.

    What the office's acts do besides is done each in its moment, `deeds` in the order of time. A
    paper equal to the one before it is kept once: a large register may give all its letters the
    same sheet.
    """
    diary, count = _Diary(in_order(lives)), 0
    loader = _Loader(printed)
    with _uncollected():
        for deed in deeds:
            count += _store(room, diary, deed.at, loader)
            deed.do()
        count += _store(room, diary, None, loader)
    with room.writing.begin() as connection:
        # Without statistics the planner reads whole tables where an index would answer.
        connection.execute(text("ANALYZE"))
    return count


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector from looking again and again through a million live objects."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class _Diary:
    """What happened, told up to a moment and then on from there."""

    def __init__(self, events: Iterator[Life | Happening]) -> None:
        self._events = events
        self._next = next(events, None)

    def before(self, moment: datetime | None) -> Iterator[Life | Happening]:
        """Tell what happened until a moment, or until now."""
        while self._next is not None and self.goes_on(moment):
            event, self._next = self._next, next(self._events, None)
            yield event

    def goes_on(self, moment: datetime | None) -> bool:
        """Tell whether more happened until a moment, or until now."""
        event = self._next
        if event is None or moment is None:
            return event is not None
        at = event.at if isinstance(event, Happening) else event.case.recorded_at
        return at < moment


def _store(room: Strongroom, diary: _Diary, moment: datetime | None, loader: "_Loader") -> int:
    count = 0
    while diary.goes_on(moment):
        count += _batch(room, diary.before(moment), loader)
    return count


def _batch(room: Strongroom, diary: Iterator[Life | Happening], loader: "_Loader") -> int:
    stored = 0
    with BulkUnit(room.writing, NOBODY, room.papers, room.own) as work:
        for event in diary:
            if isinstance(event, Happening):
                loader.tell(work, event)
                continue
            loader.add(work, event.case)
            stored += 1
            if stored == BATCH:
                break
        work.commit()
    return stored


class _Loader:
    """Numbers and tells what is in the diary; remembers the last paper and its letters."""

    def __init__(self, printed: Printed) -> None:
        self._printed = printed
        self._content, self._file = b"", StoredFile("", 0, "")
        self._prefix = ""

    def add(self, work: BulkUnit, case: Case) -> None:
        """Number and store a case as it now stands."""
        year = case.number.year
        case.number = ComplaintNumber(year, work.next_number(Series(Book.COMPLAINTS, year)))
        case.id = work.cases.add(case)
        work.keep_key(f"{registering.ACT}:{case.uid}", Saved(registering.ACT, case.id))

    def tell(self, work: BulkUnit, happening: Happening) -> None:
        """Write the journal's entry and the timeline's line."""
        case, facts = happening.case, dict(happening.facts)
        # In a made-up life nobody stands in for another.
        by = Warrant(happening.actor)
        if happening.file is not None:
            keep_files(work, case, (happening.file,), by, happening.at)
            return
        if happening.kind is StepKind.REGISTERED:
            facts["number"] = str(case.number)
            facts["content"] = digest(work.salt(), repr(case.matter))
        letter = happening.letter
        if letter is not None:
            if happening.kind is StepKind.LETTER_ISSUED:
                self._issue(work, case, letter)
                facts["sha256"] = letter.sha256
            facts["letter"] = letter.id
            facts["number"] = letter.number
        if happening.survey is not None:
            work.cases.surveyed(case.identity(), happening.survey)
        at, note = happening.at, happening.note
        # No fact bears the name of a parameter.
        record(work, by, at, case, happening.kind, note=note, **facts)  # type: ignore[arg-type]

    def _issue(self, work: BulkUnit, case: Case, letter: Letter) -> None:
        letter.complaint_id = case.identity()
        letter.draft = replace(letter.draft, complaint_id=case.identity())
        assert letter.dated is not None
        year = buddhist_year(letter.dated)
        running = work.next_number(Series(Book.LETTERS_OUT, year))
        letter.year, letter.running = year, running
        letter.number = letter_number(self._prefix or self._ask(work, letter.dated), running)
        content = self._printed(case, letter)
        if content != self._content:
            self._content, self._file = content, work.files.put(content)
        letter.pdf, letter.sha256 = self._file.name, self._file.sha256
        letter.id = work.letters.add(letter)
        work.keep_key(f"{corresponding.ACT}:{case.uid}", Saved(corresponding.ACT, letter.id))

    def _ask(self, work: BulkUnit, day: date) -> str:
        # A made-up office keeps its first letter's prefix.
        facts = work.office.facts(day)
        assert facts is not None
        self._prefix = facts.letter_prefix
        return self._prefix
