"""A complaint: what came, from whom, about whom, and where it stands."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class ComplaintType(StrEnum):
    """What kind of matter was brought."""

    COMPLAINT = "complaint"
    GRIEVANCE = "grievance"
    INQUIRY = "inquiry"
    SUGGESTION = "suggestion"
    TIP = "tip"
    PRAISE = "praise"


class ChannelKind(StrEnum):
    """Which part of the form a channel needs."""

    LETTER = "letter"
    PHONE = "phone"
    WALK_IN = "walk_in"
    OTHER = "other"


class PetitionerKind(StrEnum):
    """Who brings the matter; anonymous is a kind, not an empty name."""

    PERSON = "person"
    GROUP = "group"
    AGENCY = "agency"
    ANONYMOUS = "anonymous"


class ContactWay(StrEnum):
    """How the petitioner wishes to be told."""

    LETTER = "letter"
    PHONE = "phone"
    EMAIL = "email"
    IN_PERSON = "in_person"
    NONE = "none"


class Status(StrEnum):
    """Where a complaint stands on its road."""

    RECEIVED = "received"
    SCREENING = "screening"
    AWAITING_ORDER = "awaiting_order"
    ASSIGNED = "assigned"
    IN_PROGRESS = "in_progress"
    WAITING_PETITIONER = "waiting_petitioner"
    WAITING_AGENCY = "waiting_agency"
    WAITING_COURT = "waiting_court"
    CLOSING_PROPOSED = "closing_proposed"
    CLOSED = "closed"
    INFORMED = "informed"
    ARCHIVED = "archived"
    NOT_ACCEPTED = "not_accepted"
    RETURNED = "returned"
    REFERRED = "referred"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"


class Urgency(StrEnum):
    """The speed class printed on a letter that came in."""

    NONE = "none"
    URGENT = "urgent"
    VERY_URGENT = "very_urgent"
    MOST_URGENT = "most_urgent"


class Secrecy(StrEnum):
    """The secrecy class a paper bears; those above SECRET are never kept here."""

    NONE = ""
    SECRET = "secret"
    VERY_SECRET = "very_secret"
    MOST_SECRET = "most_secret"


class Outcome(StrEnum):
    """How a closed complaint ended."""

    SOLVED = "solved"
    EXPLAINED = "explained"
    UNFOUNDED = "unfounded"
    FOUNDED = "founded"
    REFERRED = "referred"
    NOT_IN_AUTHORITY = "not_in_authority"
    WITHDRAWN = "withdrawn"
    NO_EVIDENCE = "no_evidence"


@dataclass(frozen=True, slots=True)
class Address:
    """Where somebody lives; every part may be empty, the postcode stays editable."""

    house: str = ""
    village: str = ""
    lane: str = ""
    road: str = ""
    subdistrict: str = ""
    district: str = ""
    province: str = ""
    postcode: str = ""


@dataclass(frozen=True, slots=True)
class Petitioner:
    """One who brings a complaint; `heading` names a group or an agency."""

    kind: PetitionerKind = PetitionerKind.PERSON
    prefix: str = ""
    first: str = ""
    last: str = ""
    heading: str = ""
    headcount: int | None = None
    citizen_id: str = ""
    phone: str = ""
    email: str = ""
    address: Address = field(default_factory=Address)
    wants_secrecy: bool = False
    told_by: ContactWay = ContactWay.LETTER


@dataclass(frozen=True, slots=True)
class Intake:
    """What the channel itself tells: a letter's number, a call's hour, a signed statement.

    Only the part of the channel's kind is filled; the rest stays empty.
    """

    letter_number: str = ""
    letter_date: date | None = None
    letter_from: str = ""
    pages: int | None = None
    enclosures: str = ""
    urgency: Urgency = Urgency.NONE
    central_number: str = ""
    sender_due_on: date | None = None
    """The day by which the sending agency wants its report."""
    caller_phone: str = ""
    call_back_at: datetime | None = None
    read_back: bool = False
    statement_signed: bool = False
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Accused:
    """Whom the complaint is about; `person_id` when it is someone who may sign in here."""

    name: str = ""
    position: str = ""
    unit: str = ""
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """The substance: what happened, where, the harm, the remedy wanted, the evidence."""

    subject: str
    facts: str = ""
    place: str = ""
    harm: str = ""
    remedy: str = ""
    evidence: str = ""


def is_sealed(restricted: bool, secrecy: Secrecy) -> bool:
    """Tell whether not everybody may open a complaint, so that who does is kept."""
    return restricted or secrecy is not Secrecy.NONE


def is_anonymous(petitioners: tuple[Petitioner, ...]) -> bool:
    """Tell whether nobody signed."""
    return all(petitioner.kind is PetitionerKind.ANONYMOUS for petitioner in petitioners)
