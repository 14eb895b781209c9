"""The books an office keeps on paper: which there are, and a line of each."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from desktop.rules.complaint import ComplaintType, Outcome, Status, Urgency
from desktop.rules.letters import Dispatch, LetterKind, LetterStatus
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.priority import Priority


class OfficeBook(StrEnum):
    """A book that is printed for a period."""

    COMPLAINTS = "complaints"
    """ทะเบียนเรื่องร้องเรียน."""
    LETTERS_IN = "letters_in"
    """ทะเบียนหนังสือรับ (แบบที่ ๑๓)."""
    LETTERS_OUT = "letters_out"
    """ทะเบียนหนังสือส่ง (แบบที่ ๑๔)."""
    DELIVERY = "delivery"
    """สมุดส่งหนังสือ (แบบที่ ๑๖): what was handed over, signed for by who took it."""
    POST = "post"
    """บัญชีส่งไปรษณีย์: what went by registered or express post."""
    SECRETS_IN = "secrets_in"
    """ทะเบียนรับข้อมูลข่าวสารลับ (ทขล.๑)."""
    SECRETS_OUT = "secrets_out"
    """ทะเบียนส่งข้อมูลข่าวสารลับ (ทขล.๒)."""
    SECRETS_KEPT = "secrets_kept"
    """ทะเบียนควบคุมข้อมูลข่าวสารลับ (ทขล.๓)."""


SECRET_BOOKS = frozenset({OfficeBook.SECRETS_IN, OfficeBook.SECRETS_OUT, OfficeBook.SECRETS_KEPT})
"""Books that only the secret registrar prints."""


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A letter or memo that we wrote. Veiled, it shows neither to whom nor about what.

    `title` is the letter's own subject where the clerk wrote one, `reason` why it was voided or
    came back, `destination` where the recipient lives, when that is the petitioner. `corrections`
    counts how often its text was corrected before it left; `corrects` and `corrected_by` are
    numbers of letters, `answers` those that came in answer, by number and day.
    """

    running: int | None
    number: str
    dated: date
    kind: LetterKind
    recipient: str
    title: str
    subject: str
    status: LetterStatus
    reason: str
    sent_at: datetime | None
    dispatch: Dispatch | None
    tracking: str
    destination: str
    veiled: bool
    corrections: int = 0
    corrects: str = ""
    corrected_by: tuple[str, ...] = ()
    answers: tuple[tuple[str, date | None], ...] = ()
    secret: bool = False

    def bare(self) -> "LetterLine":
        """Show which letter it is, when it went and where it stands, and nothing else."""
        kept = LetterLine(
            *(self.running, self.number, self.dated, self.kind, "", "", "", self.status, ""),
            *(self.sent_at, self.dispatch, "", "", True),
        )
        return replace(kept, secret=self.secret)


@dataclass(frozen=True, slots=True)
class ArrivalLine:
    """A complaint that came as a letter. Veiled, it shows neither from whom nor about what."""

    number: ComplaintNumber
    received_at: datetime
    letter_number: str
    letter_date: date | None
    sender: str
    subject: str
    urgency: Urgency
    central_number: str
    owner: str
    status: Status
    veiled: bool
    secret: bool = False


@dataclass(frozen=True, slots=True)
class IncomingLine:
    """A letter that came to a complaint already registered. Veiled, only its receipt is shown.

    `answers` is the number of our letter that it answers, if any; `withdrawn` why it was struck
    out.
    """

    complaint: ComplaintNumber
    received_at: datetime
    receipt_number: str
    number: str
    dated: date | None
    sender: str
    subject: str
    answers: str
    owner: str
    veiled: bool
    secret: bool = False
    withdrawn: str = ""


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A complaint; `accused` are names and units. Veiled, only number and receipt are true.

    `reply_due` and `resolve_due` are promises of the present cycle, the moments after them when
    they were kept.
    """

    number: ComplaintNumber
    received_at: datetime
    type: ComplaintType
    channel: str
    source: str
    category: str
    priority: Priority
    petitioner: str
    anonymous: bool
    accused: tuple[str, ...]
    subject: str
    owner: str
    reply_due: datetime | None
    resolve_due: datetime | None
    acknowledged_at: datetime | None
    outcome: Outcome | None
    answered_at: datetime | None
    status: Status
    letters: tuple[str, ...]
    veiled: bool
    secret: bool = False


@dataclass(frozen=True, slots=True)
class SecretLine:
    """A complaint that was made secret, by its number in ทขล.๑; `lifted_at` when it ceased to be.

    Veiled, only its number and day are true.
    """

    running: int
    entered_at: datetime
    complaint: ComplaintNumber
    letter_number: str
    letter_date: date | None
    sender: str
    subject: str
    pages: int | None
    holder: str
    ordered_by: str
    lifted_at: datetime | None
    veiled: bool
    secret: bool = True

    def bare(self) -> "SecretLine":
        """Show its number, its day, and when its class was lifted, and nothing else."""
        return SecretLine(
            *(self.running, self.entered_at, self.complaint, "", None, "", "", None, "", ""),
            *(self.lifted_at, True),
        )


BookLine = SecretLine | LetterLine | ArrivalLine | IncomingLine | CaseLine
