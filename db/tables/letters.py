"""The tables of letters: those we wrote, the papers they were, those that came, and batches."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Named, Table, TypedColumns, UniqueConstraint

from db.base import Coded, Day, Instant, Json, Words, metadata
from desktop.rules.letters import Dispatch, LetterKind, LetterSeries, LetterStatus


class LetterColumns(TypedColumns):
    """A letter that was issued; `content` is what the clerk decided beside the other columns."""

    id: Named[int] = Column(primary_key=True)
    complaint_id: Named[int] = Column(ForeignKey("complaint.id"))
    kind: Named[LetterKind] = Column(Coded(LetterKind))
    series: Named[LetterSeries] = Column(Coded(LetterSeries))
    year: Named[int | None]
    running: Named[int | None]
    number: Named[str] = Column(Words())
    dated: Named[date | None] = Column(Day())
    recipient: Named[str] = Column(Words())
    recipient_key: Named[str] = Column(Words(), server_default="")
    salutation: Named[str] = Column(Words())
    signatory_id: Named[int] = Column(ForeignKey("signatory.id"))
    content: Named[Mapping[str, Any]] = Column(Json())
    title_key: Named[str] = Column(Words(), server_default="")
    issued_at: Named[datetime] = Column(Instant())
    issued_by: Named[int] = Column(ForeignKey("person.id"))
    pdf: Named[str] = Column(Words(), ForeignKey("stored_file.name"))
    status: Named[LetterStatus] = Column(Coded(LetterStatus))
    sent_at: Named[datetime | None] = Column(Instant())
    dispatch: Named[Dispatch | None] = Column(Coded(Dispatch))
    tracking: Named[str] = Column(Words())
    reason: Named[str] = Column(Words())
    drafted_by: Named[int | None] = Column(ForeignKey("person.id"))
    typed_by: Named[int | None] = Column(ForeignKey("person.id"))
    checked_by: Named[int | None] = Column(ForeignKey("person.id"))
    corrects_id: Named[int | None] = Column(ForeignKey("letter.id"))


letter = Table(
    "letter",
    metadata,
    LetterColumns,
    UniqueConstraint("series", "year", "running"),
    Index(None, "complaint_id"),
    Index(None, "status", "id"),
    Index(None, "corrects_id"),
    Index(None, "dated"),
    Index(None, "sent_at"),
)


class LetterVersionColumns(TypedColumns):
    """A paper that a letter was until it was corrected, why, by whom and when."""

    letter_id: Named[int] = Column(ForeignKey("letter.id"), primary_key=True)
    version: Named[int] = Column(primary_key=True)
    pdf: Named[str] = Column(Words(), ForeignKey("stored_file.name"))
    replaced_at: Named[datetime] = Column(Instant())
    replaced_by: Named[int] = Column(ForeignKey("person.id"))
    reason: Named[str] = Column(Words())


letter_version = Table("letter_version", metadata, LetterVersionColumns)


class IncomingLetterColumns(TypedColumns):
    """A letter that came to a complaint already registered."""

    id: Named[int] = Column(primary_key=True)
    complaint_id: Named[int] = Column(ForeignKey("complaint.id"))
    answers_id: Named[int | None] = Column(ForeignKey("letter.id"))
    number: Named[str] = Column(Words())
    number_key: Named[str] = Column(Words(), server_default="")
    dated: Named[date | None] = Column(Day())
    sender: Named[str] = Column(Words())
    sender_key: Named[str] = Column(Words(), server_default="")
    subject: Named[str] = Column(Words())
    subject_key: Named[str] = Column(Words(), server_default="")
    received_at: Named[datetime] = Column(Instant())
    receipt_number: Named[str] = Column(Words())
    recorded_at: Named[datetime] = Column(Instant())
    recorded_by: Named[int] = Column(ForeignKey("person.id"))
    withdrawn_at: Named[datetime | None] = Column(Instant())
    reason: Named[str] = Column(Words())


incoming_letter = Table(
    "incoming_letter",
    metadata,
    IncomingLetterColumns,
    Index(None, "complaint_id"),
    Index(None, "answers_id"),
    Index(None, "received_at"),
)


class LetterBatchColumns(TypedColumns):
    """Letters that are to be issued together; `ended_at` once nothing of it is left to do."""

    id: Named[int] = Column(primary_key=True)
    key: Named[str] = Column(Words(), unique=True)
    made_at: Named[datetime] = Column(Instant())
    made_by: Named[int] = Column(ForeignKey("person.id"))
    ended_at: Named[datetime | None] = Column(Instant())


letter_batch = Table(
    "letter_batch", metadata, LetterBatchColumns, Index(None, "made_by", "ended_at")
)


class PlannedLetterColumns(TypedColumns):
    """A letter of a batch, by its place in it."""

    batch_id: Named[int] = Column(ForeignKey("letter_batch.id"), primary_key=True)
    place: Named[int] = Column(primary_key=True)
    complaint_id: Named[int] = Column(ForeignKey("complaint.id"))
    kind: Named[LetterKind] = Column(Coded(LetterKind))
    recipient: Named[str] = Column(Words())
    salutation: Named[str] = Column(Words())
    signatory_id: Named[int] = Column(ForeignKey("signatory.id"))
    content: Named[Mapping[str, Any]] = Column(Json())


planned_letter = Table("planned_letter", metadata, PlannedLetterColumns)
