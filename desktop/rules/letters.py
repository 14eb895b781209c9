"""Letters of a case: what is asked of them and how they leave the office."""

from dataclasses import dataclass
from enum import StrEnum


class LetterKind(StrEnum):
    """Which letter it is."""

    ACKNOWLEDGEMENT = "acknowledgement"


class Finding(StrEnum):
    """The three outcomes an acknowledgement may tell."""

    IN_AUTHORITY = "in_authority"
    REFERRED = "referred"
    SPECIAL_PROCEDURE = "special_procedure"


class LetterStatus(StrEnum):
    """Where an issued letter stands; a draft has no number and is not kept here."""

    ISSUED = "issued"
    PRINTED = "printed"
    SENT = "sent"


class Dispatch(StrEnum):
    """How a letter left."""

    HANDED_OVER = "handed_over"
    POST = "post"
    REGISTERED_POST = "registered_post"
    EMS = "ems"
    EMAIL = "email"
    FAX = "fax"


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """What the clerk decided about an acknowledgement; number and date come on issue.

    `particular` is whom the matter was entrusted or referred to, or the law that applies,
    by finding. `paragraphs`, when given, replace the composed body.
    """

    complaint_id: int
    recipient: str
    salutation: str
    finding: Finding
    particular: str
    signatory_id: int
    paragraphs: tuple[str, ...] | None = None
