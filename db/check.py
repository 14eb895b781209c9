"""Prove a register: that it is whole, that nobody changed its past, that what is stored agrees."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from time import perf_counter
from typing import Any

from sqlalchemy import Connection, func, select, text

from db import tables as t
from db.files import path_of
from db.furnishing import Strongroom
from db.journal import verify
from db.proving_dates import differing_dates, differing_lists, differing_verdicts
from db.proving_lists import differing_beside, differing_words
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


class Proof(StrEnum):
    """One part of the proof; each is timed by itself."""

    WHOLE = "whole"
    JOURNAL = "journal"
    NUMBERS = "numbers"
    FILES = "files"
    LISTS = "lists"
    DUE_DATES = "due_dates"


def prove(
    room: Strongroom, done: Callable[[Proof, float], object] = lambda _proof, _seconds: None
) -> list[Finding]:
    """Look at everything and list what is wrong; an empty list is a sound register.

    `done` is told after each part how many seconds it took.
    """
    findings: list[Finding] = []
    with room.asking.connect() as connection:
        for proof, look in _PROOFS.items():
            begun = perf_counter()
            findings += dict.fromkeys(look(connection, room.papers))
            done(proof, perf_counter() - begun)
    return findings


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


def _listed(connection: Connection) -> Iterator[Finding]:
    yield from _of_complaints(Fault.LIST_DIFFERS, differing_words(connection))
    yield from _of_complaints(Fault.LIST_DIFFERS, differing_beside(connection))


def _dated(connection: Connection) -> Iterator[Finding]:
    yield from _of_complaints(Fault.DUE_DIFFERS, differing_dates(connection))
    yield from _of_complaints(Fault.DUE_DIFFERS, differing_verdicts(connection))
    yield from _of_complaints(Fault.LIST_DIFFERS, differing_lists(connection))


def _of_complaints(fault: Fault, numbers: Iterable[tuple[int, int]]) -> Iterator[Finding]:
    return (Finding(fault, f"{running}/{year}") for running, year in numbers)


_PROOFS: Mapping[Proof, Callable[[Connection, Path | None], Iterator[Finding]]] = {
    Proof.WHOLE: lambda connection, _: _whole(connection),
    Proof.JOURNAL: lambda connection, _: _chained(connection),
    Proof.NUMBERS: lambda connection, _: _numbered(connection),
    Proof.FILES: _kept,
    Proof.LISTS: lambda connection, _: _listed(connection),
    Proof.DUE_DATES: lambda connection, _: _dated(connection),
}
