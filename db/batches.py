"""Letters that are issued together: what is planned, and what of it has been done."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select, update

from db import tables as t
from db.letters import draft_row
from db.statements import one, put, put_one
from desktop.ports import Batch
from desktop.rules.letter_fields import draft_of
from desktop.rules.letters import LetterDraft
from desktop.rules.people import Actor
from desktop.views import BatchView


class SqlBatches:
    """Batches by identity, inside one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, batch: Batch) -> int:
        """Store a new batch and return its identity."""
        row = {
            "key": batch.key,
            "made_at": batch.made_at,
            "made_by": batch.made_by,
            "ended_at": batch.ended_at,
        }
        identity = put_one(self._connection, t.letter_batch, row)
        rows = [_row(identity, place, draft) for place, draft in enumerate(batch.drafts)]
        put(self._connection, t.planned_letter, rows)
        return identity

    def get(self, batch_id: int) -> Batch:
        """Load one batch, with what has been issued of it."""
        return _batch(self._connection, one(self._connection, t.letter_batch, batch_id))

    def save(self, batch: Batch) -> None:
        """Store whether a batch has ended."""
        own = t.letter_batch
        self._connection.execute(
            update(own).where(own.c.id == batch.id).values(ended_at=batch.ended_at)
        )


def unfinished(connection: Connection, actor: Actor) -> Sequence[BatchView]:
    """List the actor's own batches that have not ended, oldest first."""
    own = t.letter_batch.c
    found = connection.execute(
        select(t.letter_batch)
        .where(own.made_by == actor.person_id, own.ended_at.is_(None))
        .order_by(own.id)
    )
    return [batch_view(_batch(connection, record)) for record in found.all()]


def batch_view(batch: Batch) -> BatchView:
    """Show a batch to windows."""
    assert batch.id is not None
    places = range(len(batch.drafts))
    return BatchView(
        id=batch.id,
        total=len(batch.drafts),
        letters=tuple(batch.issued[place] for place in places if place in batch.issued),
        left=tuple(place for place in places if place not in batch.issued),
        made_at=batch.made_at,
    )


def _batch(connection: Connection, record: Any) -> Batch:
    planned = t.planned_letter
    rows = connection.execute(
        select(planned).where(planned.c.batch_id == record.id).order_by(planned.c.place)
    ).all()
    batch = Batch(
        key=record.key,
        drafts=tuple(draft_of(row, row.content) for row in rows),
        made_at=record.made_at,
        made_by=record.made_by,
        ended_at=record.ended_at,
        id=record.id,
    )
    places = {batch.key_of(place): place for place in range(len(rows))}
    key = t.save_key.c
    first, last = f"{batch.key}:", f"{batch.key};"
    used = connection.execute(
        select(key.key, key.subject_id).where(key.key > first, key.key < last)
    )
    batch.issued = {places[name]: subject for name, subject in used}
    return batch


def _row(batch_id: int, place: int, draft: LetterDraft) -> dict[str, Any]:
    return {
        **draft_row(draft),
        "batch_id": batch_id,
        "place": place,
        "complaint_id": draft.complaint_id,
    }
