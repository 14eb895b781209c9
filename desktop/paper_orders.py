"""What is ordered of the press besides letters and reports: from slips to the office's sheets."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import assert_never

from desktop.rules.catalogue import Channel
from desktop.rules.checking import ChannelMonth
from desktop.rules.clocked import Clock
from desktop.rules.complaint import Urgency
from desktop.rules.printing import PaperKind
from desktop.views import CaseView, ComplaintRow, JournalHead, LetterView, Lists


class SlipPaper(StrEnum):
    """The papers a receipt slip comes on."""

    A6 = "a6"
    A5 = "a5"
    ROLL = "roll"


class EnvelopeSize(StrEnum):
    """Envelopes of the regulation (ข้อ ๗๗) that letters of this office leave in."""

    DL = "dl"
    C5 = "c5"
    C4 = "c4"


@dataclass(frozen=True, slots=True)
class SlipOrder:
    """The receipt slip of a complaint."""

    case: CaseView
    paper: SlipPaper = SlipPaper.A6


@dataclass(frozen=True, slots=True)
class PetitionOrder:
    """The petition form of a complaint: by phone form ๒, by any other way form ๑."""

    case: CaseView


@dataclass(frozen=True, slots=True)
class EnvelopeOrder:
    """An envelope for each petitioner of a complaint who has a name, or for a letter's recipients.

    `address` is the recipients' of the letter, line by line.
    """

    case: CaseView
    size: EnvelopeSize = EnvelopeSize.DL
    urgency: Urgency = Urgency.NONE
    letter: LetterView | None = None
    address: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LabelsOrder:
    """An address label for each of these, from a place of the first sheet on."""

    case: CaseView
    start: int = 1
    letter: LetterView | None = None
    address: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StampOrder:
    """A copy of a PDF that came to a complaint, with the receipt stamp on its first page."""

    case: CaseView
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class PosterOrder:
    """The poster of the channels that are open; `code` is for a telephone's camera."""

    channels: tuple[Channel, ...]
    code: str
    made: date


@dataclass(frozen=True, slots=True)
class RoadOrder:
    """The flow chart of a complaint's road."""

    made: date


@dataclass(frozen=True, slots=True)
class StandardsOrder:
    """The sheet of what the office promises; `lists` name what its provisions are for."""

    made: date
    lists: Lists


@dataclass(frozen=True, slots=True)
class ExplanationOrder:
    """How a clock of a complaint is counted, day by day."""

    case: CaseView
    clock: Clock
    made: date


@dataclass(frozen=True, slots=True)
class CheckSheetOrder:
    """A month's log of who looked at the channels."""

    first: date
    months: tuple[ChannelMonth, ...]
    made_at: datetime


@dataclass(frozen=True, slots=True)
class PostOrder:
    """The memo that lays the day's post before the director, and who proposes it."""

    rows: tuple[ComplaintRow, ...]
    proposer: str
    position: str


@dataclass(frozen=True, slots=True)
class JournalHeadOrder:
    """The journal's head on a sheet of its own, for the safe."""

    head: JournalHead
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Makers:
    """Who drafted, typed and checked a letter; an empty name is left to be written."""

    drafted: str = ""
    typed: str = ""
    checked: str = ""


@dataclass(frozen=True, slots=True)
class Certifier:
    """Who certifies a copy, in which position, and on which day."""

    name: str
    position: str
    on: date


@dataclass(frozen=True, slots=True)
class CopyOrder:
    """A copy of a letter, made from the very bytes that are kept.

    With its makers it is the copy that the office keeps, with a certifier a certified one.
    `cited` is the letter's number and day as they are cited.
    """

    pdf: bytes
    cited: str
    by: Makers | Certifier | None = None


PaperOrder = (
    SlipOrder
    | PetitionOrder
    | EnvelopeOrder
    | LabelsOrder
    | StampOrder
    | CopyOrder
    | PosterOrder
    | RoadOrder
    | StandardsOrder
    | ExplanationOrder
    | CheckSheetOrder
    | PostOrder
    | JournalHeadOrder
)

_SLIPS = {
    SlipPaper.A6: PaperKind.SLIP_A6,
    SlipPaper.A5: PaperKind.SLIP_A5,
    SlipPaper.ROLL: PaperKind.SLIP_ROLL,
}
_ENVELOPES = {
    EnvelopeSize.DL: PaperKind.ENVELOPE_DL,
    EnvelopeSize.C5: PaperKind.ENVELOPE_C5,
    EnvelopeSize.C4: PaperKind.ENVELOPE_C4,
}


def kind_of(order: PaperOrder) -> PaperKind:
    """Tell which kind of paper an order is printed on."""
    match order:
        case SlipOrder():
            return _SLIPS[order.paper]
        case EnvelopeOrder():
            return _ENVELOPES[order.size]
        case LabelsOrder():
            return PaperKind.LABELS
        case StampOrder():
            return PaperKind.OTHER
        case PosterOrder() | RoadOrder() | StandardsOrder():
            return PaperKind.POSTER
        case PostOrder():
            return PaperKind.MEMO
        case PetitionOrder() | CopyOrder() | JournalHeadOrder():
            return PaperKind.FORM
        case ExplanationOrder() | CheckSheetOrder():
            return PaperKind.FORM
        case _:
            assert_never(order)
