"""Prove a register: that it is whole, that nobody changed its past, that what is stored agrees."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from db.cases import parts_of
from db.files import path_of
from db.furnishing import Strongroom
from db.journal import verify
from db.mapping import case_of, case_rows
from db.office_records import CounterRecord
from db.offices import SqlOffices
from db.records import (
    ClockRecord,
    ComplaintRecord,
    FileChunkRecord,
    LetterRecord,
    StoredFileRecord,
)
from desktop.rules.calendar import office_calendar
from desktop.rules.clocks import Origin, Target, due_at
from desktop.rules.numbering import Book


class Fault(StrEnum):
    """What may be wrong with a register."""

    DAMAGED = "damaged"
    FOREIGN_KEYS = "foreign_keys"
    JOURNAL = "journal"
    NUMBERS = "numbers"
    FILE_MISSING = "file_missing"
    FILE_CHANGED = "file_changed"
    LIST_DIFFERS = "list_differs"
    DUE_DIFFERS = "due_differs"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found wrong, and where: a series, a file, a complaint's number."""

    fault: Fault
    where: str


def prove(room: Strongroom) -> list[Finding]:
    """Look at everything and list what is wrong; an empty list is a sound register."""
    with Session(room.asking) as session:
        return [
            *_whole(session),
            *_chained(session),
            *_numbered(session),
            *_kept(session, room.papers),
            *_equal(session),
            *_due(session),
        ]


def _whole(session: Session) -> Iterator[Finding]:
    if session.get_bind().dialect.name != "sqlite":
        return
    told = session.execute(text("PRAGMA integrity_check")).scalar_one()
    if told != "ok":
        yield Finding(Fault.DAMAGED, str(told).splitlines()[0])
    for row in session.execute(text("PRAGMA foreign_key_check")):
        yield Finding(Fault.FOREIGN_KEYS, str(row[0]))


def _chained(session: Session) -> Iterator[Finding]:
    broken = verify(session)
    if broken is not None:
        yield Finding(Fault.JOURNAL, str(broken.sequence))


def _numbered(session: Session) -> Iterator[Finding]:
    """A series holds every number from its first to its last, each once."""
    tables = {
        Book.COMPLAINTS: (ComplaintRecord.year, ComplaintRecord.running),
        Book.LETTERS_OUT: (LetterRecord.year, LetterRecord.running),
    }
    for book, (year, running) in tables.items():
        given = {
            row[0]: tuple(row[1:])
            for row in session.execute(
                select(year, func.min(running), func.max(running), func.count()).group_by(year)
            )
        }
        counters = select(CounterRecord).where(CounterRecord.book == book)
        for counter in session.scalars(counters):
            count = counter.last - counter.first + 1
            expected = (counter.first, counter.last, count)
            if given.pop(counter.year, (counter.first, counter.last, 0)) != expected:
                yield Finding(Fault.NUMBERS, f"{book.value} {counter.year}")
        for left in given:
            yield Finding(Fault.NUMBERS, f"{book.value} {left}")


def _kept(session: Session, papers: Path | None) -> Iterator[Finding]:
    for record in session.scalars(select(StoredFileRecord)):
        if papers is None:
            chunk = FileChunkRecord
            query = select(chunk.content).where(chunk.name == record.name)
            content = b"".join(session.scalars(query.order_by(chunk.position)))
        else:
            path = path_of(papers, record.name)
            if not path.exists():
                yield Finding(Fault.FILE_MISSING, record.name)
                continue
            content = path.read_bytes()
        if hashlib.sha256(content).hexdigest() != record.sha256:
            yield Finding(Fault.FILE_CHANGED, record.name)


def _equal(session: Session) -> Iterator[Finding]:
    """The columns that lists show follow from the rest of the complaint."""
    columns = ("subject_key", "petitioner", "petitioner_key", "anonymous", "due_at", "due_kind")
    for case_id in session.scalars(select(ComplaintRecord.id)).all():
        parts = parts_of(session, case_id)
        rows = case_rows(case_of(parts))
        differs = any(
            getattr(parts.complaint, name) != rows.complaint[name] for name in (*columns, "verdict")
        )
        if differs or parts.matter.search_form != rows.matter["search_form"]:
            yield Finding(Fault.LIST_DIFFERS, f"{parts.complaint.running}/{parts.complaint.year}")
        session.expunge_all()


def _due(session: Session) -> Iterator[Finding]:
    """Every computed due date is what the clocks' rule gives for its target today."""
    calendar = office_calendar(tuple(SqlOffices(session).holidays()))
    c, clock = ComplaintRecord, ClockRecord
    query = (
        select(c.running, c.year, c.received_at, clock.kind, clock.amount, clock.unit, clock.due_at)
        .join(clock, clock.complaint_id == c.id)
        .where(clock.origin == Origin.COMPUTED, clock.stopped_at.is_(None))
        .execution_options(yield_per=2000)
    )
    for running, year, received_at, kind, amount, unit, stored in session.execute(query):
        assert amount is not None
        assert unit is not None
        if due_at(Target(kind, amount, unit), received_at, calendar) != stored:
            yield Finding(Fault.DUE_DIFFERS, f"{running}/{year}")
