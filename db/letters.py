"""Letters that were issued, inside one unit of work."""

from typing import Any

from sqlalchemy import Connection, update

from db import tables as t
from db.statements import one, put_one
from desktop.ports import Letter
from desktop.rules.letters import LetterDraft


class SqlLetters:
    """Letters by identity."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, letter: Letter) -> int:
        """Store a new letter and return its identity."""
        return put_one(self._connection, t.letter, letter_row(letter))

    def get(self, letter_id: int) -> Letter:
        """Load one letter."""
        record = one(self._connection, t.letter, letter_id)
        kept = one(self._connection, t.stored_file, record.pdf)
        paragraphs = None if record.paragraphs is None else tuple(record.paragraphs)
        return Letter(
            complaint_id=record.complaint_id,
            kind=record.kind,
            draft=LetterDraft(
                record.complaint_id,
                record.recipient,
                record.salutation,
                record.finding,
                record.particular,
                record.signatory_id,
                paragraphs,
            ),
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
            id=record.id,
        )

    def save(self, letter: Letter) -> None:
        """Store a changed letter."""
        row = letter_row(letter)
        self._connection.execute(update(t.letter).where(t.letter.c.id == letter.id).values(row))


def letter_row(letter: Letter) -> dict[str, Any]:
    """Write a letter as a row."""
    draft = letter.draft
    return {
        "complaint_id": letter.complaint_id,
        "kind": letter.kind,
        "year": letter.year,
        "running": letter.running,
        "number": letter.number,
        "dated": letter.dated,
        "recipient": draft.recipient,
        "salutation": draft.salutation,
        "finding": draft.finding,
        "particular": draft.particular,
        "signatory_id": draft.signatory_id,
        "paragraphs": None if draft.paragraphs is None else list(draft.paragraphs),
        "issued_at": letter.issued_at,
        "issued_by": letter.issued_by,
        "pdf": letter.pdf,
        "status": letter.status,
        "sent_at": letter.sent_at,
        "dispatch": letter.dispatch,
        "tracking": letter.tracking,
    }
