"""Prove a register: that it is whole, that nobody changed its past, that what is stored agrees."""

import hashlib
import os
import signal
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from typing import Any

from sqlalchemy import Connection, Engine, Table, func, select, text

from db import tables as t
from db.engine import open_for_reading
from db.files import path_of
from db.furnishing import Strongroom
from db.journal import MOST, verify
from db.place import Place
from db.proving_dates import Within, differing_dates, differing_lists, differing_verdicts
from db.proving_lists import (
    differing_beside,
    differing_keys,
    differing_people,
    differing_words,
)
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
    PERSON_DIFFERS = "person_differs"
    DUE_DIFFERS = "due_differs"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found wrong, and where: a series, a file, a complaint's number, a user's name."""

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


Done = Callable[[Proof, float], object]
"""Told after each part how many seconds it took, all processes together."""
Reached = Callable[[float], object]
"""Told how much of the whole is done, from 0 to 1."""


def prove(
    room: Strongroom,
    done: Done = lambda _proof, _seconds: None,
    reached: Reached = lambda _part: None,
) -> list[Finding]:
    """Look at everything and list what is wrong; an empty list is a sound register.

    A large register is looked at by as many processes as there are processors, each in its own
    connection; complaints that change meanwhile are seen as they were before or after.
    """
    # A connection that has searched remembers where the index lay, and would call it damaged once
    # another has moved it: SQLite looks anew before a search, but not before this.
    engine = open_for_reading(room.place)
    try:
        with engine.connect() as connection:
            pieces = _pieces(connection)
            if len(pieces) <= len(_LOOKS) or (os.cpu_count() or 1) == 1:
                told = ((piece, _looked_at(connection, room.papers, piece)) for piece in pieces)
                return _gathered(pieces, told, done, reached)
    finally:
        engine.dispose()
    pool = ProcessPoolExecutor(
        mp_context=get_context("spawn"), initializer=_enter, initargs=(room.place,)
    )
    try:
        asked = {pool.submit(_looked, piece): piece for piece in pieces}
        answers = ((asked[answer], answer.result()) for answer in as_completed(asked))
        return _gathered(pieces, answers, done, reached)
    finally:
        # Whoever breaks off waits for what is being looked at, and not for all the rest.
        pool.shutdown(cancel_futures=True)


@dataclass(frozen=True, slots=True)
class _Piece:
    """One look at one stretch of the register: of complaints, or of the journal."""

    look: int
    first: int = 1
    last: int = MOST


_Told = tuple[list[Finding], float]


def _pieces(connection: Connection) -> list[_Piece]:
    """Part the register; the last of each stretch is open, for what is added meanwhile."""
    pieces = []
    for look, (_, _, table) in enumerate(_LOOKS):
        if table is None:
            pieces.append(_Piece(look))
            continue
        (key,) = table.primary_key
        end, stretch = connection.scalar(select(func.max(key))) or 0, STRETCH[table]
        starts = range(1, max(2, end + 1), stretch)
        pieces += [
            _Piece(look, first, MOST if first == starts[-1] else first + stretch - 1)
            for first in starts
        ]
    return pieces


def _gathered(
    pieces: Sequence[_Piece], told: Iterable[tuple[_Piece, _Told]], done: Done, reached: Reached
) -> list[Finding]:
    findings: dict[_Piece, list[Finding]] = {}
    spent = dict.fromkeys(Proof, 0.0)
    left = Counter(_LOOKS[piece.look][0] for piece in pieces)
    for piece, (found, seconds) in told:
        proof = _LOOKS[piece.look][0]
        findings[piece] = found
        spent[proof] += seconds
        left[proof] -= 1
        reached(len(findings) / len(pieces))
        if not left[proof]:
            done(proof, spent[proof])
    return list(dict.fromkeys(one for piece in pieces for one in findings[piece]))


_place: list[tuple[Engine, Path | None]] = []
"""In a process that helps: what it looks at."""


def _enter(place: Place) -> None:
    # An interrupt reaches these processes too. What they read is nobody's loss: they are gone at
    # once, unless they were begun where interrupts are ignored, and only the first one answers.
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    _place.append((open_for_reading(place), None if place.server else place.papers))


def _looked(piece: _Piece) -> _Told:
    ((engine, papers),) = _place
    with engine.connect() as connection:
        return _looked_at(connection, papers, piece)


def _looked_at(connection: Connection, papers: Path | None, piece: _Piece) -> _Told:
    begun = perf_counter()
    look = _LOOKS[piece.look][1]
    found = list(dict.fromkeys(look(connection, papers, (piece.first, piece.last))))
    return found, perf_counter() - begun


def _sound(connection: Connection) -> Iterator[Finding]:
    if connection.dialect.name == "sqlite":
        for told in connection.scalars(text("PRAGMA integrity_check")):
            if told != "ok":
                yield Finding(Fault.DAMAGED, str(told).splitlines()[0])


def _referring(connection: Connection) -> Iterator[Finding]:
    if connection.dialect.name == "sqlite":
        for row in connection.execute(text("PRAGMA foreign_key_check")):
            yield Finding(Fault.FOREIGN_KEYS, str(row[0]))


def _chained(connection: Connection, within: Within) -> Iterator[Finding]:
    broken = verify(connection, *within)
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


def _worded(connection: Connection, within: Within) -> Iterator[Finding]:
    yield from _of_complaints(Fault.LIST_DIFFERS, differing_words(connection, within))
    yield from _of_complaints(Fault.LIST_DIFFERS, differing_keys(connection, within))


def _besides(connection: Connection) -> Iterator[Finding]:
    return _of_complaints(Fault.LIST_DIFFERS, differing_beside(connection))


def _people(connection: Connection) -> Iterator[Finding]:
    return (Finding(Fault.PERSON_DIFFERS, name) for name in differing_people(connection))


def _dated(connection: Connection, within: Within) -> Iterator[Finding]:
    yield from _of_complaints(Fault.DUE_DIFFERS, differing_dates(connection, within))
    yield from _of_complaints(Fault.DUE_DIFFERS, differing_verdicts(connection, within))
    yield from _of_complaints(Fault.LIST_DIFFERS, differing_lists(connection, within))


def _of_complaints(fault: Fault, numbers: Iterable[tuple[int, int]]) -> Iterator[Finding]:
    return (Finding(fault, f"{running}/{year}") for running, year in numbers)


STRETCH: dict[Table[Any], int] = {t.journal: 250_000, t.complaint: 20_000}
"""How many entries, and how many complaints, are looked at in one go."""
_Look = Callable[[Connection, Path | None, Within], Iterator[Finding]]
# What takes longest in one go comes first.
_LOOKS: Sequence[tuple[Proof, _Look, Table[Any] | None]] = (
    (Proof.WHOLE, lambda connection, *_: _sound(connection), None),
    (Proof.NUMBERS, lambda connection, *_: _numbered(connection), None),
    (Proof.FILES, lambda connection, papers, _: _kept(connection, papers), None),
    (Proof.LISTS, lambda connection, *_: _besides(connection), None),
    (Proof.LISTS, lambda connection, *_: _people(connection), None),
    (Proof.JOURNAL, lambda connection, _, within: _chained(connection, within), t.journal),
    (Proof.DUE_DATES, lambda connection, _, within: _dated(connection, within), t.complaint),
    (Proof.WHOLE, lambda connection, *_: _referring(connection), None),
    (Proof.LISTS, lambda connection, _, within: _worded(connection, within), t.complaint),
)
