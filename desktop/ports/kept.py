"""What the register keeps besides cases and people, as the acts handle it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from desktop.rules.complaint import Secrecy
from desktop.rules.letters import Dispatch, LetterDraft, LetterSeries, LetterStatus


@dataclass(slots=True)
class Letter:
    """A letter that was issued: kept as the very bytes.

    One of the central series has neither number, nor running number, year and day, until they are
    typed. `reason` says why it was voided, or why the post brought it back. Who drafted, typed and
    checked it stands on the copy the office keeps; nobody is named where nobody is known.
    """

    complaint_id: int
    draft: LetterDraft
    series: LetterSeries
    number: str
    running: int | None
    year: int | None
    dated: date | None
    issued_at: datetime
    issued_by: int
    pdf: str
    """Name under which the files keep the PDF."""
    sha256: str
    status: LetterStatus = LetterStatus.ISSUED
    sent_at: datetime | None = None
    dispatch: Dispatch | None = None
    tracking: str = ""
    reason: str = ""
    drafted_by: int | None = None
    typed_by: int | None = None
    checked_by: int | None = None
    corrects_id: int | None = None
    """A letter of ours that had left, and that this one puts right."""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Replaced:
    """The paper that a letter was until it was corrected: its file, and why it was replaced."""

    letter_id: int
    pdf: str
    at: datetime
    by: int
    reason: str


@dataclass(frozen=True, slots=True)
class IncomingLetter:
    """A letter that came to a complaint already registered, in answer to one of ours or not.

    `number` and `dated` are as the sender wrote them, if at all; `receipt_number` is the office's.
    `withdrawn_at` is when it was struck out as recorded by mistake, `reason` why.
    """

    complaint_id: int
    answers_id: int | None
    number: str
    dated: date | None
    sender: str
    subject: str
    received_at: datetime
    receipt_number: str
    recorded_at: datetime
    recorded_by: int
    withdrawn_at: datetime | None = None
    reason: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class StoredFile:
    """Where the files keep some bytes."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that belongs to a complaint; `name` is made safe, `original` is as it came.

    It may be the scan of a letter that we wrote, or of one that came.
    """

    complaint_id: int
    stored: StoredFile
    name: str
    original: str
    media_type: str
    added_at: datetime
    added_by: int
    letter_id: int | None = None
    incoming_id: int | None = None
    turned: int = 0
    """Degrees by which it is turned to the right when shown; its bytes stay as they came."""


@dataclass(frozen=True, slots=True)
class Classification:
    """A change of a complaint's secrecy class, and who ordered it.

    `year` and `running` are its place in the register of secrets received; without a class it
    takes none.
    """

    complaint_id: int
    secrecy: Secrecy
    ordered_by: str
    reason: str
    at: datetime
    made_by: int
    year: int | None = None
    running: int | None = None


@dataclass(slots=True)
class Batch:
    """Letters to be issued together, each once, whatever interrupts it.

    `issued` holds, by place, the identities of those that have been.
    """

    key: str
    drafts: tuple[LetterDraft, ...]
    made_at: datetime
    made_by: int
    ended_at: datetime | None = None
    issued: Mapping[int, int] = field(default_factory=dict)
    id: int | None = None

    def key_of(self, place: int) -> str:
        """Return the save key of one of its letters."""
        return f"{self.key}:{place}"


@dataclass(frozen=True, slots=True)
class Draft:
    """A form left unfinished: its fields as typed, and the files dropped on it."""

    key: str
    title: str
    fields: dict[str, str]
    kept_at: datetime
    files: tuple[tuple[str, bytes], ...] = ()
