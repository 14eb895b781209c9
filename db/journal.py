"""The chained journal: append within a transaction, and prove the chain."""

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, select, update

from db import tables as t
from db.base import moment_of
from db.statements import put, raw
from desktop.rules.journal import GENESIS, Entry, canonical_form, chained, sealed

HEAD = 1
RANGE = 100_000
"""Entries proved at a time, so that no answer grows with the journal."""

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


def verify(connection: Connection) -> Break | None:
    """Follow the whole chain; return where it first breaks, or None."""
    j = t.journal.c
    columns = (j.sequence, j.at, j.actor_id, j.act, j.subject, j.facts, j.previous, j.hash)
    previous, expected = GENESIS, 1
    ends = connection.execute(select(func.min(j.sequence), func.max(j.sequence))).one()
    lowest, last = (int(end or 0) for end in ends)
    for first in range(lowest, last + 1, RANGE):
        part = select(*columns).where(j.sequence.between(first, first + RANGE - 1))
        for rows in raw(connection, part.order_by(j.sequence)):
            for sequence, at, actor_id, act, subject, facts, before, mark in rows:
                moment = moment_of(at)
                assert moment is not None
                # Facts are kept as they were hashed, so they need not be read and written again.
                entry = Entry(moment, actor_id, act, subject, {})
                follows = sequence == expected and before == previous
                if not follows or sealed(canonical_form(sequence, entry, facts, before)) != mark:
                    return Break(expected)
                previous, expected = mark, expected + 1
    head = connection.execute(select(t.journal_head.c.sequence, t.journal_head.c.hash)).one()
    if (head.sequence, head.hash) != (expected - 1, previous):
        return Break(expected)
    return None
