"""Letters that were issued, inside one unit of work."""

from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import Connection, func, select, update

from db import tables as t
from db.base import Found
from db.kept_keys import keys_of
from db.secret_letters import refuse_closed_letter
from db.statements import one, put, put_one
from desktop.ports import IncomingLetter, Letter, Replaced
from desktop.rules.letter_fields import content_of, draft_of
from desktop.rules.letters import LetterDraft, LetterSeries
from desktop.rules.people import Actor

_INCOMING = tuple(field.name for field in fields(IncomingLetter))


class SqlLetters:
    """Letters by identity."""

    def __init__(self, connection: Connection, actor: Actor) -> None:
        self._connection = connection
        self._actor = actor

    def add(self, letter: Letter) -> int:
        """Store a new letter and return its identity."""
        return put_one(self._connection, t.letter, letter_row(letter))

    def get(self, letter_id: int) -> Letter:
        """Load one letter, or refuse one that is closed to the actor."""
        record = one(self._connection, t.letter, letter_id)
        refuse_closed_letter(self._connection, self._actor, record)
        return self._letter(record)

    def save(self, letter: Letter) -> None:
        """Store a changed letter."""
        row = letter_row(letter)
        self._connection.execute(update(t.letter).where(t.letter.c.id == letter.id).values(row))

    def numbered(self, series: LetterSeries, year: int, running: int) -> Letter | None:
        """Find the letter that bears a number."""
        own = t.letter.c
        found = self._connection.execute(
            select(t.letter).where(own.series == series, own.year == year, own.running == running)
        ).one_or_none()
        return None if found is None else self._letter(found)

    def replace(self, replaced: Replaced) -> int:
        """Keep the paper that a letter was, and return the number of that version, from 1."""
        own = t.letter_version.c
        kept = select(func.count()).where(own.letter_id == replaced.letter_id)
        version = int(self._connection.execute(kept).scalar_one()) + 1
        row = {
            "letter_id": replaced.letter_id,
            "version": version,
            "pdf": replaced.pdf,
            "replaced_at": replaced.at,
            "replaced_by": replaced.by,
            "reason": replaced.reason,
        }
        put(self._connection, t.letter_version, row)
        return version

    def receive(self, incoming: IncomingLetter) -> int:
        """Store a letter that came and return its identity."""
        return put_one(self._connection, t.incoming_letter, _incoming_row(incoming))

    def incoming(self, incoming_id: int) -> IncomingLetter:
        """Load a letter that came."""
        record = one(self._connection, t.incoming_letter, incoming_id)
        return IncomingLetter(**{name: getattr(record, name) for name in _INCOMING})

    def save_incoming(self, incoming: IncomingLetter) -> None:
        """Store a changed letter that came."""
        own = t.incoming_letter
        changed = update(own).where(own.c.id == incoming.id).values(_incoming_row(incoming))
        self._connection.execute(changed)

    def answers(self, letter_id: int) -> int:
        """Count the letters that answer one of ours and still stand."""
        own = t.incoming_letter.c
        standing = own.answers_id == letter_id, own.withdrawn_at.is_(None)
        return int(self._connection.execute(select(func.count()).where(*standing)).scalar_one())

    def _letter(self, record: Found) -> Letter:
        kept = one(self._connection, t.stored_file, record.pdf)
        return Letter(
            complaint_id=record.complaint_id,
            draft=draft_of(record, record.content),
            series=record.series,
            number=record.number,
            running=record.running,
            year=record.year,
            dated=record.dated,
            issued_at=record.issued_at,
            issued_by=record.issued_by,
            pdf=record.pdf,
            sha256=kept.sha256,
            status=record.status,
            sent_at=record.sent_at,
            dispatch=record.dispatch,
            tracking=record.tracking,
            reason=record.reason,
            drafted_by=record.drafted_by,
            typed_by=record.typed_by,
            checked_by=record.checked_by,
            corrects_id=record.corrects_id,
            id=record.id,
        )


def _incoming_row(incoming: IncomingLetter) -> dict[str, Any]:
    row = asdict(incoming)
    del row["id"]
    return row | keys_of(t.incoming_letter, row)


def draft_row(draft: LetterDraft) -> dict[str, Any]:
    """Write what the clerk decided about a letter as columns; nobody may sign it yet."""
    return {
        "kind": draft.kind,
        "recipient": draft.recipient,
        "salutation": draft.salutation,
        "signatory_id": draft.signatory_id or None,
        "content": content_of(draft),
    }


def letter_row(letter: Letter) -> dict[str, Any]:
    """Write a letter as a row."""
    row = draft_row(letter.draft)
    return {
        **row,
        **keys_of(t.letter, row),
        "complaint_id": letter.complaint_id,
        "series": letter.series,
        "year": letter.year,
        "running": letter.running,
        "number": letter.number,
        "dated": letter.dated,
        "issued_at": letter.issued_at,
        "issued_by": letter.issued_by,
        "pdf": letter.pdf,
        "status": letter.status,
        "sent_at": letter.sent_at,
        "dispatch": letter.dispatch,
        "tracking": letter.tracking,
        "reason": letter.reason,
        "drafted_by": letter.drafted_by,
        "typed_by": letter.typed_by,
        "checked_by": letter.checked_by,
        "corrects_id": letter.corrects_id,
    }
