"""The chained journal: append within a transaction, and prove the chain."""

from dataclasses import dataclass

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from db.office_records import JournalHeadRecord, JournalRecord
from desktop.rules.journal import GENESIS, Entry, chained

HEAD = 1


@dataclass(frozen=True, slots=True)
class Break:
    """The first entry that does not follow from the one before it, and whether it is the end."""

    sequence: int


def lock_head(session: Session) -> None:
    """Take the one row that puts writers in line; where the file has one writer this is no wait."""
    session.execute(
        select(JournalHeadRecord.sequence).where(JournalHeadRecord.id == HEAD).with_for_update()
    )


def append(session: Session, entry: Entry) -> int:
    """Chain an entry and return its sequence number."""
    head = session.execute(
        select(JournalHeadRecord.sequence, JournalHeadRecord.hash).where(
            JournalHeadRecord.id == HEAD
        )
    ).one()
    sequence = int(head.sequence) + 1
    mark = chained(sequence, entry, head.hash)
    session.execute(insert(JournalRecord), entry_row(sequence, entry, head.hash, mark))
    session.execute(
        update(JournalHeadRecord)
        .where(JournalHeadRecord.id == HEAD)
        .values(sequence=sequence, hash=mark)
    )
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


def verify(session: Session) -> Break | None:
    """Follow the whole chain; return where it first breaks, or None."""
    table = JournalRecord
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
    rows = session.execute(
        select(*columns).order_by(table.sequence).execution_options(yield_per=2000)
    )
    for sequence, at, actor_id, act, subject, facts, before, mark in rows:
        entry = Entry(at, actor_id, act, subject, facts)
        if sequence != expected or before != previous or chained(sequence, entry, before) != mark:
            return Break(expected)
        previous, expected = mark, expected + 1
    head = session.execute(select(JournalHeadRecord.sequence, JournalHeadRecord.hash)).one()
    if (head.sequence, head.hash) != (expected - 1, previous):
        return Break(expected)
    return None
