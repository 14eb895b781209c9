"""The tables of the register: complaints narrow for lists, what belongs to them apart."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Json, Named, Record, identity
from desktop.rules.case import StepKind
from desktop.rules.clocks import ClockKind, Origin, Unit, Verdict
from desktop.rules.complaint import (
    ChannelKind,
    ComplaintType,
    ContactWay,
    Outcome,
    PetitionerKind,
    Status,
    Urgency,
)
from desktop.rules.letters import Dispatch, Finding, LetterKind, LetterStatus
from desktop.rules.priority import Priority


class ComplaintRecord(Record):
    """One line of the register; what lists show and sort by, and nothing wide.

    The columns from `subject_key` to `verdict` follow from the rest and are kept equal to it.
    """

    __tablename__ = "complaint"
    __table_args__ = (
        UniqueConstraint("year", "running"),
        Index(None, "received_at", "id"),
        Index(None, "subject_key", "id"),
        Index(None, "petitioner_key", "id"),
        Index(None, "owner_id", "status"),
        Index(None, "status", "id"),
        # Partial on PostgreSQL too, says the migration; named here, its dialect would be loaded at
        # every start of every office.
        Index("ix_complaint_due", "due_at", "id", sqlite_where=text("due_at IS NOT NULL")),
    )

    id: Mapped[identity]
    uid: Mapped[str] = mapped_column(unique=True)
    version: Mapped[int]
    year: Mapped[int]
    running: Mapped[int]
    tracking: Mapped[str] = mapped_column(unique=True)
    type: Mapped[ComplaintType] = mapped_column(Named(ComplaintType))
    status: Mapped[Status] = mapped_column(Named(Status))
    priority: Mapped[Priority] = mapped_column(Named(Priority))
    channel_id: Mapped[int] = mapped_column(ForeignKey("channel.id"))
    channel_kind: Mapped[ChannelKind] = mapped_column(Named(ChannelKind))
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"))
    category_id: Mapped[int] = mapped_column(ForeignKey("category.id"))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    registered_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    received_at: Mapped[datetime]
    received_on: Mapped[date]
    recorded_at: Mapped[datetime]
    restricted: Mapped[bool]
    child_danger: Mapped[bool]
    policy_version: Mapped[int]
    cycle: Mapped[int]
    outcome: Mapped[Outcome | None] = mapped_column(Named(Outcome))
    closed_at: Mapped[datetime | None]
    subject: Mapped[str]
    subject_key: Mapped[str]
    petitioner: Mapped[str]
    petitioner_key: Mapped[str]
    anonymous: Mapped[bool]
    due_at: Mapped[datetime | None]
    due_kind: Mapped[ClockKind | None] = mapped_column(Named(ClockKind))
    verdict: Mapped[Verdict | None] = mapped_column(Named(Verdict))


class MatterRecord(Record):
    """The wide text of a complaint, and the form under which it is found."""

    __tablename__ = "matter"

    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"), primary_key=True)
    facts: Mapped[str]
    place: Mapped[str]
    harm: Mapped[str]
    remedy: Mapped[str]
    evidence: Mapped[str]
    late_reason: Mapped[str]
    search_form: Mapped[str]
    phones: Mapped[str]


class IntakeRecord(Record):
    """What the channel told."""

    __tablename__ = "intake"

    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"), primary_key=True)
    letter_number: Mapped[str]
    letter_date: Mapped[date | None]
    letter_from: Mapped[str]
    pages: Mapped[int | None]
    enclosures: Mapped[str]
    urgency: Mapped[Urgency] = mapped_column(Named(Urgency))
    central_number: Mapped[str]
    caller_phone: Mapped[str]
    call_back_at: Mapped[datetime | None]
    read_back: Mapped[bool]
    statement_signed: Mapped[bool]
    reference: Mapped[str]


class PetitionerRecord(Record):
    """Who brought a complaint; a table of its own, never joined by default."""

    __tablename__ = "petitioner"
    __table_args__ = (UniqueConstraint("complaint_id", "position"), Index(None, "phone_digits"))

    id: Mapped[identity]
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"))
    position: Mapped[int]
    kind: Mapped[PetitionerKind] = mapped_column(Named(PetitionerKind))
    prefix: Mapped[str]
    first: Mapped[str]
    last: Mapped[str]
    heading: Mapped[str]
    headcount: Mapped[int | None]
    citizen_id: Mapped[str]
    phone: Mapped[str]
    phone_digits: Mapped[str]
    email: Mapped[str]
    house: Mapped[str]
    village: Mapped[str]
    lane: Mapped[str]
    road: Mapped[str]
    subdistrict: Mapped[str]
    district: Mapped[str]
    province: Mapped[str]
    postcode: Mapped[str]
    wants_secrecy: Mapped[bool]
    told_by: Mapped[ContactWay] = mapped_column(Named(ContactWay))


class AccusedRecord(Record):
    """Whom a complaint is about."""

    __tablename__ = "accused"
    __table_args__ = (
        UniqueConstraint("complaint_id", "position"),
        Index(None, "person_id", "complaint_id"),
    )

    id: Mapped[identity]
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"))
    position: Mapped[int]
    name: Mapped[str]
    post: Mapped[str]
    unit: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class ClockRecord(Record):
    """One promise of time in one cycle of a complaint."""

    __tablename__ = "clock"
    __table_args__ = (Index(None, "kind", "stopped_at"),)

    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"), primary_key=True)
    cycle: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[ClockKind] = mapped_column(Named(ClockKind), primary_key=True)
    amount: Mapped[int | None]
    unit: Mapped[Unit | None] = mapped_column(Named(Unit))
    origin: Mapped[Origin | None] = mapped_column(Named(Origin))
    first_due_at: Mapped[datetime | None]
    due_at: Mapped[datetime | None]
    stopped_at: Mapped[datetime | None]
    verdict: Mapped[Verdict] = mapped_column(Named(Verdict))


class StepRecord(Record):
    """One line of a timeline; never changed."""

    __tablename__ = "step"
    __table_args__ = (Index(None, "complaint_id", "sequence"),)

    id: Mapped[identity]
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"))
    sequence: Mapped[int] = mapped_column(ForeignKey("journal.sequence"))
    kind: Mapped[StepKind] = mapped_column(Named(StepKind))
    at: Mapped[datetime]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    note: Mapped[str]
    facts: Mapped[Mapping[str, Any]] = mapped_column(Json())


class LetterRecord(Record):
    """A letter that took its number."""

    __tablename__ = "letter"
    __table_args__ = (
        UniqueConstraint("year", "running"),
        Index(None, "complaint_id"),
        Index(None, "status", "id"),
    )

    id: Mapped[identity]
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"))
    kind: Mapped[LetterKind] = mapped_column(Named(LetterKind))
    year: Mapped[int]
    running: Mapped[int]
    number: Mapped[str]
    dated: Mapped[date]
    recipient: Mapped[str]
    salutation: Mapped[str]
    finding: Mapped[Finding] = mapped_column(Named(Finding))
    particular: Mapped[str]
    signatory_id: Mapped[int] = mapped_column(ForeignKey("signatory.id"))
    paragraphs: Mapped[Any] = mapped_column(Json(), nullable=True)
    issued_at: Mapped[datetime]
    issued_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    pdf: Mapped[str] = mapped_column(ForeignKey("stored_file.name"))
    status: Mapped[LetterStatus] = mapped_column(Named(LetterStatus))
    sent_at: Mapped[datetime | None]
    dispatch: Mapped[Dispatch | None] = mapped_column(Named(Dispatch))
    tracking: Mapped[str]


class StoredFileRecord(Record):
    """Some bytes kept beside the register, by their random name."""

    __tablename__ = "stored_file"

    name: Mapped[str] = mapped_column(primary_key=True)
    size: Mapped[int]
    sha256: Mapped[str]


class FileChunkRecord(Record):
    """A piece of kept bytes, where the database itself keeps them."""

    __tablename__ = "file_chunk"

    name: Mapped[str] = mapped_column(ForeignKey("stored_file.name"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[bytes]


class AttachmentRecord(Record):
    """A file that belongs to a complaint."""

    __tablename__ = "attachment"
    __table_args__ = (Index(None, "complaint_id"),)

    id: Mapped[identity]
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"))
    stored: Mapped[str] = mapped_column(ForeignKey("stored_file.name"))
    name: Mapped[str]
    original: Mapped[str]
    media_type: Mapped[str]
    added_at: Mapped[datetime]
    added_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
