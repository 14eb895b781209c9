"""The tables of drafts of letters: where each stands, and every version of its words."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Named, Table, TypedColumns

from db.base import Coded, Day, Instant, Json, Words, metadata
from desktop.rules.letters import LetterKind
from desktop.rules.proposing import ProposalStep


class ProposedLetterColumns(TypedColumns):
    """A draft of a letter; `text` is the number of the version that holds.

    `approved` has what that version says where it leaves the words to the office's wording.
    """

    id: Named[int] = Column(primary_key=True)
    version: Named[int]
    complaint_id: Named[int] = Column(ForeignKey("complaint.id"))
    step: Named[ProposalStep] = Column(Coded(ProposalStep))
    text: Named[int]
    begun_at: Named[datetime] = Column(Instant())
    begun_by: Named[int] = Column(ForeignKey("person.id"))
    checked_at: Named[datetime | None] = Column(Instant())
    checked_by: Named[int | None] = Column(ForeignKey("person.id"))
    approved: Named[Mapping[str, Any] | None] = Column(Json())
    signed_on: Named[date | None] = Column(Day())
    wanted: Named[str] = Column(Words())
    reason: Named[str] = Column(Words())
    letter_id: Named[int | None] = Column(ForeignKey("letter.id"))
    corrects_id: Named[int | None] = Column(ForeignKey("letter.id"))


proposed_letter = Table(
    "proposed_letter",
    metadata,
    ProposedLetterColumns,
    Index(None, "complaint_id"),
    Index(None, "step", "id"),
)


class ProposedTextColumns(TypedColumns):
    """One version of a draft's words; added, never changed."""

    proposed_id: Named[int] = Column(ForeignKey("proposed_letter.id"), primary_key=True)
    number: Named[int] = Column(primary_key=True)
    kind: Named[LetterKind] = Column(Coded(LetterKind))
    recipient: Named[str] = Column(Words())
    recipient_key: Named[str] = Column(Words(), server_default="")
    salutation: Named[str] = Column(Words())
    signatory_id: Named[int | None] = Column(ForeignKey("signatory.id"))
    content: Named[Mapping[str, Any]] = Column(Json())
    typed_at: Named[datetime] = Column(Instant())
    typed_by: Named[int] = Column(ForeignKey("person.id"))


proposed_text = Table("proposed_text", metadata, ProposedTextColumns)
