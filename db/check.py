"""Prove a register: that it is whole, that nobody changed its past, that what is stored agrees."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select, text

from db import tables as t
from db.cases import parts_of
from db.files import path_of
from db.furnishing import Strongroom
from db.journal import verify
from db.mapping import case_of, case_rows
from db.offices import SqlOffices
from desktop.rules.clocks import ClockKind, Origin, Pause, Target
from desktop.rules.counting import due_at
from desktop.rules.letters import OUR_BOOKS
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
    with room.asking.connect() as connection:
        return [
            *_whole(connection),
            *_chained(connection),
            *_numbered(connection),
            *_kept(connection, room.papers),
            *_equal(connection),
            *_due(connection),
        ]


def _whole(connection: Connection) -> Iterator[Finding]:
    if connection.dialect.name != "sqlite":
        return
    told = connection.execute(text("PRAGMA integrity_check")).scalar_one()
    if told != "ok":
        yield Finding(Fault.DAMAGED, str(told).splitlines()[0])
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield Finding(Fault.FOREIGN_KEYS, str(row[0]))


def _chained(connection: Connection) -> Iterator[Finding]:
    broken = verify(connection)
    if broken is not None:
        yield Finding(Fault.JOURNAL, str(broken.sequence))


def _numbered(connection: Connection) -> Iterator[Finding]:
    """A series holds every number from its first to its last, each once."""
    letter, secret = t.letter.c, t.classification.c
    tables: dict[Book, tuple[Any, Any, tuple[Any, ...]]] = {
        Book.COMPLAINTS: (t.complaint.c.year, t.complaint.c.running, ()),
        Book.SECRETS_IN: (secret.year, secret.running, (secret.running.is_not(None),)),
    }
    for series, book in OUR_BOOKS.items():
        tables[book] = (letter.year, letter.running, (letter.series == series,))
    for book, (year, running, only) in tables.items():
        given = {
            row[0]: tuple(row[1:])
            for row in connection.execute(
                select(year, func.min(running), func.max(running), func.count())
                .where(*only)
                .group_by(year)
            )
        }
        counters = select(t.counter).where(t.counter.c.book == book)
        for counter in connection.execute(counters):
            count = counter.last - counter.first + 1
            expected = (counter.first, counter.last, count)
            if given.pop(counter.year, (counter.first, counter.last, 0)) != expected:
                yield Finding(Fault.NUMBERS, f"{book.value} {counter.year}")
        for left in given:
            yield Finding(Fault.NUMBERS, f"{book.value} {left}")


def _kept(connection: Connection, papers: Path | None) -> Iterator[Finding]:
    for record in connection.execute(select(t.stored_file)):
        if papers is None:
            chunk = t.file_chunk.c
            query = select(chunk.content).where(chunk.name == record.name)
            content = b"".join(connection.scalars(query.order_by(chunk.position)))
        else:
            path = path_of(papers, record.name)
            if not path.exists():
                yield Finding(Fault.FILE_MISSING, record.name)
                continue
            content = path.read_bytes()
        if hashlib.sha256(content).hexdigest() != record.sha256:
            yield Finding(Fault.FILE_CHANGED, record.name)


def _equal(connection: Connection) -> Iterator[Finding]:
    """The columns that lists show follow from the rest of the complaint."""
    columns = ("subject_key", "petitioner", "petitioner_key", "anonymous", "due_at", "due_kind")
    for case_id in connection.scalars(select(t.complaint.c.id)).all():
        parts = parts_of(connection, case_id)
        rows = case_rows(case_of(parts))
        differs = any(
            getattr(parts.complaint, name) != rows.complaint[name] for name in (*columns, "verdict")
        )
        if differs or parts.matter.search_form != rows.matter["search_form"]:
            yield Finding(Fault.LIST_DIFFERS, f"{parts.complaint.running}/{parts.complaint.year}")


def _due(connection: Connection) -> Iterator[Finding]:
    """Every computed due date is what the clocks' rule gives for its target today."""
    offices = SqlOffices(connection)
    days = offices.days()
    if not days.holidays:
        return  # Nobody has opened the office yet, so nothing is due.
    calendar, policies = days.calendar(), {p.version: p for p in offices.policies()}
    pauses = _pauses(connection)
    c, clock = t.complaint.c, t.clock.c
    query = (
        select(
            *(c.id, c.running, c.year, c.policy_version, clock.cycle, clock.kind),
            *(clock.amount, clock.unit, clock.extra, clock.started_at, clock.due_at),
        )
        .join(t.clock, clock.complaint_id == c.id)
        .where(clock.origin == Origin.COMPUTED, clock.stopped_at.is_(None))
        .execution_options(yield_per=2000)
    )
    for row in connection.execute(query):
        policy = policies[row.policy_version]
        counted = due_at(
            Target(row.kind, row.amount, row.unit),
            row.started_at,
            calendar,
            policy.rolling,
            policy.cut_off,
            extra=row.extra,
            pauses=pauses.get((row.id, row.cycle, row.kind), ()),
        )
        if counted != row.due_at:
            yield Finding(Fault.DUE_DIFFERS, f"{row.running}/{row.year}")


def _pauses(connection: Connection) -> dict[tuple[int, int, ClockKind], tuple[Pause, ...]]:
    """List by complaint, cycle and clock the times in which it stood still."""
    found: dict[tuple[int, int, ClockKind], tuple[Pause, ...]] = {}
    wait = t.wait.c
    ordered = select(t.wait).order_by(wait.complaint_id, wait.position)
    for row in connection.execute(ordered):
        for kind in row.whom.pauses:
            key = (row.complaint_id, row.cycle, kind)
            found[key] = (*found.get(key, ()), Pause(row.started_at, row.ended_at))
    return found
