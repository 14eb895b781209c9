"""What prints Thai official paper."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import IO, TYPE_CHECKING, Protocol

from desktop.paper_orders import PaperOrder
from desktop.rules.corrections import Corrections
from desktop.rules.letters import LetterDraft, LetterKind
from desktop.rules.statement import Statement
from desktop.rules.summary import Summary
from desktop.rules.wording import OfficeWording, Wording
from desktop.views import CaseView, LetterView, OfficeView

if TYPE_CHECKING:
    # Only reports and books need them, and the window opens without.
    from desktop.rules.books import BookLine, OfficeBook
    from desktop.rules.figures import SlaFigures


@dataclass(frozen=True, slots=True)
class Pressed:
    """A printed paper, and the characters that no font of ours could show."""

    pdf: bytes
    unprintable: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Composed:
    """What the office's wording makes of a letter, before the clerk changed anything."""

    subject: str
    references: tuple[str, ...]
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordLetter:
    """A draft as a Word file, and the characters that no such file can hold."""

    docx: bytes
    replaced: tuple[str, ...] = ()


class Press(Protocol):
    """Prints Thai official paper."""

    def composed(
        self, case: CaseView, draft: LetterDraft, office: OfficeView, on: date
    ) -> Composed:
        """Return what the office's wording gives."""
        ...

    def letter(
        self,
        case: CaseView,
        draft: LetterDraft,
        office: OfficeView,
        number: str,
        dated: date | None,
        on: date,
    ) -> Pressed:
        """Print a letter as of a day; an empty number and no date make a draft."""
        ...

    def word_letter(
        self, case: CaseView, draft: LetterDraft, office: OfficeView, on: date, key: str
    ) -> WordLetter:
        """Write a draft as a Word file that tells whose it is; `key` names the draft."""
        ...

    def corrections(
        self,
        case: CaseView,
        draft: LetterDraft,
        office: OfficeView,
        on: date,
        key: str,
        docx: bytes,
    ) -> Corrections:
        """Compare a Word file that came back with the draft; refuse one that is not of it."""

    def correcting(
        self, case: CaseView, draft: LetterDraft, office: OfficeView, earlier: LetterView
    ) -> LetterDraft:
        """Begin a letter that puts right an earlier one, which was written from a draft."""
        ...

    def wording(self, kind: LetterKind) -> Wording:
        """Return the wording of a kind of letter as it came with the program."""
        ...

    def sample(self, own: OfficeWording, office: OfficeView) -> Pressed:
        """Print a made-up letter in the wording that is being written."""
        ...

    def joined(self, papers: Sequence[bytes]) -> bytes:
        """Put papers one after another into one PDF."""
        ...

    def slip(self, case: CaseView, office: OfficeView) -> Pressed:
        """Print the receipt slip."""
        ...

    def statement(self, case: CaseView, statement: Statement, office: OfficeView) -> Pressed:
        """Print what somebody stated, to be read back and signed."""
        ...

    def summary(self, case: CaseView, summary: Summary, office: OfficeView, on: date) -> Pressed:
        """Print what others are told of a complaint."""
        ...

    def paper(self, order: PaperOrder, office: OfficeView) -> Pressed:
        """Print a slip, form, envelope or label as ordered."""
        ...

    def sla_report(self, figures: "SlaFigures", office: OfficeView, made_at: datetime) -> Pressed:
        """Print the SLA report."""
        ...

    def book(
        self,
        book: "OfficeBook",
        lines: "Iterable[BookLine]",
        office: OfficeView,
        period: tuple[date, date],
        made_at: datetime,
        file: IO[bytes],
    ) -> tuple[str, ...]:
        """Print a book into a file, taking its lines one by one; return what could not be shown.

        The period's days are both included. Of a book nothing is kept but the page in hand.
        """
        ...
