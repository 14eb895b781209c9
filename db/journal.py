"""The chained journal: append within a transaction, and prove the chain."""

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select, update

from db import tables as t
from db.statements import put
from desktop.rules.journal import GENESIS, Entry, chained

HEAD = 1

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
    table = t.journal.c
    columns = (
        table.sequence,
        table.at,
        table.actor_id,
        table.act,
        table.subject,
        table.facts,
        table.previous,
        table.hash,
    )
    previous, expected = GENESIS, 1
    question = select(*columns).order_by(table.sequence).execution_options(yield_per=2000)
    with connection.execute(question) as rows:
        for sequence, at, actor_id, act, subject, facts, before, mark in rows:
            entry = Entry(at, actor_id, act, subject, facts)
            follows = sequence == expected and before == previous
            if not follows or chained(sequence, entry, before) != mark:
                return Break(expected)
            previous, expected = mark, expected + 1
    head = connection.execute(select(t.journal_head.c.sequence, t.journal_head.c.hash)).one()
    if (head.sequence, head.hash) != (expected - 1, previous):
        return Break(expected)
    return None
