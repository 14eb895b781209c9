"""The tables of the register: complaints narrow for lists, what belongs to them apart."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Named, Table, TypedColumns, UniqueConstraint, text

from db.base import Coded, Day, Instant, Json, Words, metadata
from desktop.rules.case import StepKind
from desktop.rules.clocks import ClockKind, Origin, Unit, Verdict
from desktop.rules.complaint import (
    ChannelKind,
    ComplaintType,
    ContactWay,
    Outcome,
    PetitionerKind,
    Secrecy,
    Status,
    Urgency,
)
from desktop.rules.priority import Priority
from desktop.rules.proceedings import Ground
from desktop.rules.road import OPEN

STILL_OPEN = "status IN ({})".format(", ".join(f"'{status.value}'" for status in sorted(OPEN)))
"""Where somebody still owes the citizen work; spelt out, as the index of these complaints answers
only who asks in the words it was made with."""

NARROWING = (
    *("hidden_at", "status", "priority", "channel_id", "category_id", "owner_id", "received_at"),
    *("restricted", "registered_by", "secrecy"),
)
"""What lists are narrowed by: every order's index holds it, so that none looks into the table."""


def _in_order(name: str, *first: str) -> Index:
    """Hold the complaints in an order of lists, what is alike in it by number."""
    columns = (*first, "year", "running")
    rest = (one for one in NARROWING if one not in columns)
    return Index(f"ix_complaint_by_{name}", *columns, *rest)


class ComplaintColumns(TypedColumns):
    """One line of the register; what lists show and sort by, and nothing wide.

    The columns from `subject_key` to `verdict` follow from the rest and are kept equal to it.
    """

    id: Named[int] = Column(primary_key=True)
    uid: Named[str] = Column(Words(), unique=True)
    version: Named[int]
    year: Named[int]
    running: Named[int]
    tracking: Named[str] = Column(Words(), unique=True)
    type: Named[ComplaintType] = Column(Coded(ComplaintType))
    status: Named[Status] = Column(Coded(Status))
    priority: Named[Priority] = Column(Coded(Priority))
    channel_id: Named[int] = Column(ForeignKey("channel.id"))
    channel_kind: Named[ChannelKind] = Column(Coded(ChannelKind))
    source_id: Named[int] = Column(ForeignKey("source.id"))
    category_id: Named[int] = Column(ForeignKey("category.id"))
    owner_id: Named[int | None] = Column(ForeignKey("person.id"))
    registered_by: Named[int] = Column(ForeignKey("person.id"))
    received_at: Named[datetime] = Column(Instant())
    received_on: Named[date] = Column(Day())
    recorded_at: Named[datetime] = Column(Instant())
    restricted: Named[bool]
    child_danger: Named[bool]
    secrecy: Named[Secrecy] = Column(Coded(Secrecy))
    policy_version: Named[int]
    cycle: Named[int]
    cycle_ground: Named[Ground] = Column(Coded(Ground))
    cycle_started_at: Named[datetime] = Column(Instant())
    hidden_at: Named[datetime | None] = Column(Instant())
    contacted_at: Named[datetime | None] = Column(Instant())
    contact_on: Named[date | None] = Column(Day())
    child_taken_at: Named[datetime | None] = Column(Instant())
    outcome: Named[Outcome | None] = Column(Coded(Outcome))
    closed_at: Named[datetime | None] = Column(Instant())
    subject: Named[str] = Column(Words())
    subject_key: Named[str] = Column(Words())
    petitioner: Named[str] = Column(Words())
    petitioner_key: Named[str] = Column(Words())
    anonymous: Named[bool]
    due_at: Named[datetime | None] = Column(Instant())
    due_kind: Named[ClockKind | None] = Column(Coded(ClockKind))
    beside_at: Named[datetime | None] = Column(Instant())
    beside_kind: Named[ClockKind | None] = Column(Coded(ClockKind))
    verdict: Named[Verdict | None] = Column(Coded(Verdict))


complaint = Table(
    "complaint",
    metadata,
    ComplaintColumns,
    UniqueConstraint("year", "running"),
    Index(None, "owner_id", "status", "hidden_at"),
    _in_order("number"),
    _in_order("status", "status"),
    _in_order("priority", "priority"),
    _in_order("channel", "channel_id"),
    _in_order("category", "category_id"),
    _in_order("owner", "owner_id"),
    _in_order("received", "received_at"),
    _in_order("subject", "subject_key"),
    _in_order("petitioner", "petitioner_key"),
    # What a complaint is about and its category go together, so that who asks for a category
    # would go down half the subjects before the first of it.
    _in_order("category_subject", "category_id", "subject_key"),
    Index(
        "ix_complaint_by_year_received",
        *("year", "received_at", "running"),
        *(name for name in NARROWING if name != "received_at"),
    ),
    *(
        Index(
            f"ix_complaint_by_{first}",
            *(f"{first}_at", "year", "running", *NARROWING, f"{other}_at"),
            sqlite_where=text(f"{first}_at IS NOT NULL"),
        )
        for first, other in (("due", "beside"), ("beside", "due"))
    ),
    # Partial on PostgreSQL too, says the migration; named here, its dialect would be loaded at
    # every start of every office.
    # What is open, due or hidden is little of a register: all that is asked of it stands in its
    # own indexes, and nothing of the lines that were finished long ago is read.
    Index(
        "ix_complaint_open",
        *("status", "owner_id", "hidden_at", "due_at", "year", "running", "beside_at"),
        *("child_danger", "child_taken_at", "anonymous"),
        *("contacted_at", "cycle_started_at", "contact_on"),
        sqlite_where=text(STILL_OPEN),
    ),
    Index(
        "ix_complaint_due",
        *("hidden_at", "due_at", "id", "owner_id", "year", "running", "cycle", "due_kind"),
        sqlite_where=text("due_at IS NOT NULL"),
    ),
    Index(
        "ix_complaint_beside",
        *("beside_at", "due_at", "id", "hidden_at", "owner_id", "year", "running"),
        sqlite_where=text("beside_at IS NOT NULL"),
    ),
    Index("ix_complaint_hidden", "id", sqlite_where=text("hidden_at IS NOT NULL")),
)


class MatterColumns(TypedColumns):
    """The wide text of a complaint."""

    complaint_id: Named[int] = Column(ForeignKey("complaint.id"), primary_key=True)
    facts: Named[str] = Column(Words())
    place: Named[str] = Column(Words())
    harm: Named[str] = Column(Words())
    remedy: Named[str] = Column(Words())
    evidence: Named[str] = Column(Words())
    late_reason: Named[str] = Column(Words())
    child_receiver: Named[str] = Column(Words())
    own_priority: Named[Priority | None] = Column(Coded(Priority))


matter = Table("matter", metadata, MatterColumns)


class IntakeColumns(TypedColumns):
    """What the channel told."""

    complaint_id: Named[int] = Column(ForeignKey("complaint.id"), primary_key=True)
    letter_number: Named[str] = Column(Words())
    letter_number_key: Named[str] = Column(Words(), server_default="")
    letter_date: Named[date | None] = Column(Day())
    letter_from: Named[str] = Column(Words())
    letter_from_key: Named[str] = Column(Words(), server_default="")
    pages: Named[int | None]
    enclosures: Named[str] = Column(Words())
    urgency: Named[Urgency] = Column(Coded(Urgency))
    central_number: Named[str] = Column(Words())
    sender_due_on: Named[date | None] = Column(Day())
    caller_phone: Named[str] = Column(Words())
    call_back_at: Named[datetime | None] = Column(Instant())
    read_back: Named[bool]
    statement_signed: Named[bool]
    reference: Named[str] = Column(Words())


intake = Table("intake", metadata, IntakeColumns)


class PetitionerColumns(TypedColumns):
    """Who brought a complaint; a table of its own, never joined by default."""

    id: Named[int] = Column(primary_key=True)
    complaint_id: Named[int] = Column(ForeignKey("complaint.id"))
    position: Named[int]
    kind: Named[PetitionerKind] = Column(Coded(PetitionerKind))
    prefix: Named[str] = Column(Words())
    first: Named[str] = Column(Words())
    last: Named[str] = Column(Words())
    heading: Named[str] = Column(Words())
    headcount: Named[int | None]
    citizen_id: Named[str] = Column(Words())
    phone: Named[str] = Column(Words())
    phone_digits: Named[str] = Column(Words())
    email: Named[str] = Column(Words())
    house: Named[str] = Column(Words())
    village: Named[str] = Column(Words())
    lane: Named[str] = Column(Words())
    road: Named[str] = Column(Words())
    subdistrict: Named[str] = Column(Words())
    district: Named[str] = Column(Words())
    province: Named[str] = Column(Words())
    postcode: Named[str] = Column(Words())
    lives_key: Named[str] = Column(Words(), server_default="")
    wants_secrecy: Named[bool]
    told_by: Named[ContactWay] = Column(Coded(ContactWay))


petitioner = Table(
    "petitioner",
    metadata,
    PetitionerColumns,
    UniqueConstraint("complaint_id", "position"),
    Index(None, "phone_digits"),
    Index(None, "last", "first"),
    Index(None, "citizen_id"),
)


class AccusedColumns(TypedColumns):
    """Whom a complaint is about."""

    id: Named[int] = Column(primary_key=True)
    complaint_id: Named[int] = Column(ForeignKey("complaint.id"))
    position: Named[int]
    name: Named[str] = Column(Words())
    post: Named[str] = Column(Words())
    unit: Named[str] = Column(Words())
    shown_key: Named[str] = Column(Words(), server_default="")
    person_id: Named[int | None] = Column(ForeignKey("person.id"))


accused = Table(
    "accused",
    metadata,
    AccusedColumns,
    UniqueConstraint("complaint_id", "position"),
    Index(None, "person_id", "complaint_id"),
)


class InterestColumns(TypedColumns):
    """Who is too near to a matter to see anything of it."""

    complaint_id: Named[int] = Column(ForeignKey("complaint.id"), primary_key=True)
    person_id: Named[int] = Column(ForeignKey("person.id"), primary_key=True)
    declared_at: Named[datetime] = Column(Instant())


interest = Table("interest", metadata, InterestColumns, Index(None, "person_id", "complaint_id"))


class ClockColumns(TypedColumns):
    """One promise of time in one cycle of a complaint."""

    complaint_id: Named[int] = Column(ForeignKey("complaint.id"), primary_key=True)
    cycle: Named[int] = Column(primary_key=True)
    kind: Named[ClockKind] = Column(Coded(ClockKind), primary_key=True)
    amount: Named[int | None]
    unit: Named[Unit | None] = Column(Coded(Unit))
    origin: Named[Origin | None] = Column(Coded(Origin))
    first_due_at: Named[datetime | None] = Column(Instant())
    due_at: Named[datetime | None] = Column(Instant())
    stopped_at: Named[datetime | None] = Column(Instant())
    verdict: Named[Verdict] = Column(Coded(Verdict))
    extra: Named[int]
    started_at: Named[datetime | None] = Column(Instant())


clock = Table(
    "clock",
    metadata,
    ClockColumns,
    Index("ix_clock_stopped", "kind", "stopped_at", sqlite_where=text("stopped_at IS NOT NULL")),
    # Whole, as redating reads every one of them.
    Index(
        "ix_clock_running",
        *("complaint_id", "cycle", "kind", "amount", "unit", "origin", "first_due_at", "due_at"),
        *("verdict", "extra", "started_at", "stopped_at"),
        sqlite_where=text("stopped_at IS NULL"),
    ),
)


class ClassificationColumns(TypedColumns):
    """A change of a complaint's secrecy class; a secret one takes a number of ทขล.๑."""

    id: Named[int] = Column(primary_key=True)
    complaint_id: Named[int] = Column(ForeignKey("complaint.id"))
    secrecy: Named[Secrecy] = Column(Coded(Secrecy))
    year: Named[int | None]
    running: Named[int | None]
    ordered_by: Named[str] = Column(Words())
    ordered_key: Named[str] = Column(Words(), server_default="")
    reason: Named[str] = Column(Words())
    at: Named[datetime] = Column(Instant())
    made_by: Named[int] = Column(ForeignKey("person.id"))


classification = Table(
    "classification",
    metadata,
    ClassificationColumns,
    UniqueConstraint("year", "running"),
    Index(None, "complaint_id", "id"),
)


class StepColumns(TypedColumns):
    """One line of a timeline; never changed."""

    id: Named[int] = Column(primary_key=True)
    complaint_id: Named[int] = Column(ForeignKey("complaint.id"))
    sequence: Named[int] = Column(ForeignKey("journal.sequence"))
    kind: Named[StepKind] = Column(Coded(StepKind))
    at: Named[datetime] = Column(Instant())
    actor_id: Named[int | None] = Column(ForeignKey("person.id"))
    note: Named[str] = Column(Words())
    facts: Named[Mapping[str, Any]] = Column(Json())


step = Table("step", metadata, StepColumns, Index(None, "complaint_id", "sequence"))


class StoredFileColumns(TypedColumns):
    """Some bytes kept beside the register, by their random name."""

    name: Named[str] = Column(Words(), primary_key=True)
    size: Named[int]
    sha256: Named[str] = Column(Words())


stored_file = Table("stored_file", metadata, StoredFileColumns)


class FileChunkColumns(TypedColumns):
    """A piece of kept bytes, where the database itself keeps them."""

    name: Named[str] = Column(Words(), ForeignKey("stored_file.name"), primary_key=True)
    position: Named[int] = Column(primary_key=True)
    content: Named[bytes]


file_chunk = Table("file_chunk", metadata, FileChunkColumns)


class AttachmentColumns(TypedColumns):
    """A file that belongs to a complaint, and may be the scan of a letter sent or received."""

    id: Named[int] = Column(primary_key=True)
    complaint_id: Named[int] = Column(ForeignKey("complaint.id"))
    stored: Named[str] = Column(Words(), ForeignKey("stored_file.name"))
    name: Named[str] = Column(Words())
    name_key: Named[str] = Column(Words(), server_default="")
    original: Named[str] = Column(Words())
    media_type: Named[str] = Column(Words())
    added_at: Named[datetime] = Column(Instant())
    added_by: Named[int] = Column(ForeignKey("person.id"))
    letter_id: Named[int | None] = Column(ForeignKey("letter.id"))
    incoming_id: Named[int | None] = Column(ForeignKey("incoming_letter.id"))
    place: Named[int | None]
    """Where it stands among the complaint's files; those never put in order stand last."""
    turned: Named[int] = Column(server_default="0")
    """Degrees by which it is turned to the right when shown."""


attachment = Table(
    "attachment",
    metadata,
    AttachmentColumns,
    Index(None, "complaint_id"),
    Index("ix_attachment_added_at", "added_at", "id"),
    Index("ix_attachment_name_key", "name_key", "id"),
)
