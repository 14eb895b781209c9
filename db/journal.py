"""The chained journal: append within a transaction, and prove the chain."""

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select, update

from db import tables as t
from db.base import moment_of
from db.statements import put, raw
from desktop.rules.journal import GENESIS, Entry, canonical_form, chained, sealed

HEAD = 1
MOST = 2**31 - 1
"""More entries than any journal has; as many as a shared database can number."""

# Put together once: every act asks them.
_HEAD = t.journal_head
_NOW = select(_HEAD.c.sequence, _HEAD.c.hash).where(_HEAD.c.id == HEAD)
_LOCKED = select(_HEAD.c.sequence).where(_HEAD.c.id == HEAD).with_for_update()
_MOVED = (
    update(_HEAD)
    .where(_HEAD.c.id == HEAD)
    .values(sequence=bindparam("reached"), hash=bindparam("mark"))
)


@dataclass(frozen=True, slots=True)
class Break:
    """The first entry that does not follow from the one before it, and whether it is the end."""

    sequence: int


def lock_head(connection: Connection) -> None:
    """Take the one row that puts writers in line; where the file has one writer this is no wait."""
    connection.execute(_LOCKED)


def append(connection: Connection, entry: Entry) -> int:
    """Chain an entry and return its sequence number."""
    head = connection.execute(_NOW).one()
    sequence = int(head.sequence) + 1
    mark = chained(sequence, entry, head.hash)
    put(connection, t.journal, entry_row(sequence, entry, head.hash, mark))
    connection.execute(_MOVED, {"reached": sequence, "mark": mark})
    return sequence


def entry_row(sequence: int, entry: Entry, previous: str, mark: str) -> dict[str, object]:
    """Write a chained entry as a row."""
    return {
        "sequence": sequence,
        "at": entry.at,
        "actor_id": entry.actor_id,
        "act": entry.act,
        "subject": entry.subject,
        "facts": entry.facts,
        "previous": previous,
        "hash": mark,
        "signature": None,
    }


def verify(connection: Connection, first: int = 1, last: int = MOST) -> Break | None:
    """Follow the chain from one entry to another; return where it first breaks, or None.

    What is before the first is proved by itself; the end is where the head stands.
    """
    j = t.journal.c
    columns = (j.sequence, j.at, j.actor_id, j.act, j.subject, j.facts, j.previous, j.hash)
    head = connection.execute(_NOW).one()
    previous, expected = _before(connection, first), first
    part = select(*columns).where(j.sequence.between(first, last)).order_by(j.sequence)
    if first == 1:
        # Nothing may stand before the first entry either.
        part = select(*columns).where(j.sequence <= last).order_by(j.sequence)
    for rows in raw(connection, part):
        for sequence, at, actor_id, act, subject, facts, before, mark in rows:
            moment = moment_of(at)
            assert moment is not None
            # Facts are kept as they were hashed, so they need not be read and written again.
            form = canonical_form(sequence, moment, actor_id, act, subject, facts, before)
            if sequence != expected or before != previous or sealed(form) != mark:
                return Break(expected)
            previous, expected = mark, expected + 1
    if head.sequence > last:
        return None if expected == last + 1 else Break(expected)
    return None if (head.sequence, head.hash) == (expected - 1, previous) else Break(expected)


def _before(connection: Connection, first: int) -> str | None:
    """Return the mark of the entry before one, or None where it is gone."""
    if first == 1:
        return GENESIS
    j = t.journal.c
    return connection.scalar(select(j.hash).where(j.sequence == first - 1))
