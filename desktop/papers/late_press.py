"""The press as a desk first holds it: entered when something is printed, not when we open."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import IO

from desktop.paper_orders import PaperOrder
from desktop.ports import Composed, Press, Pressed, WordLetter
from desktop.rules.books import BookLine, OfficeBook
from desktop.rules.corrections import Corrections
from desktop.rules.figures import SlaFigures
from desktop.rules.letters import LetterDraft, LetterKind
from desktop.rules.statement import Statement
from desktop.rules.summary import Summary
from desktop.rules.wording import OfficeWording, Wording
from desktop.views import CaseView, LetterView, OfficeView


class LatePress:
    """Hands everything on to the office's press, which brings heavy rooms with it."""

    @cached_property
    def _press(self) -> Press:
        from desktop.papers.press import ThaiPress  # noqa: PLC0415

        return ThaiPress()

    def composed(
        self, case: CaseView, draft: LetterDraft, office: OfficeView, on: date
    ) -> Composed:
        """Return what the office's wording gives."""
        return self._press.composed(case, draft, office, on)

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
        return self._press.letter(case, draft, office, number, dated, on)

    def word_letter(
        self, case: CaseView, draft: LetterDraft, office: OfficeView, on: date, key: str
    ) -> WordLetter:
        """Write a draft as a Word file that tells whose it is."""
        return self._press.word_letter(case, draft, office, on, key)

    def corrections(
        self,
        case: CaseView,
        draft: LetterDraft,
        office: OfficeView,
        on: date,
        key: str,
        docx: bytes,
    ) -> Corrections:
        """Compare a Word file that came back with the draft."""
        return self._press.corrections(case, draft, office, on, key, docx)

    def correcting(
        self, case: CaseView, draft: LetterDraft, office: OfficeView, earlier: LetterView
    ) -> LetterDraft:
        """Begin a letter that puts right an earlier one, which was written from a draft."""
        return self._press.correcting(case, draft, office, earlier)

    def wording(self, kind: LetterKind) -> Wording:
        """Return the wording of a kind of letter as it came with the program."""
        return self._press.wording(kind)

    def sample(self, own: OfficeWording, office: OfficeView) -> Pressed:
        """Print a made-up letter in the wording that is being written."""
        return self._press.sample(own, office)

    def joined(self, papers: Sequence[bytes]) -> bytes:
        """Put papers one after another into one PDF."""
        return self._press.joined(papers)

    def slip(self, case: CaseView, office: OfficeView) -> Pressed:
        """Print the receipt slip."""
        return self._press.slip(case, office)

    def statement(self, case: CaseView, statement: Statement, office: OfficeView) -> Pressed:
        """Print what somebody stated, to be read back and signed."""
        return self._press.statement(case, statement, office)

    def summary(self, case: CaseView, summary: Summary, office: OfficeView, on: date) -> Pressed:
        """Print what others are told of a complaint."""
        return self._press.summary(case, summary, office, on)

    def paper(self, order: PaperOrder, office: OfficeView) -> Pressed:
        """Print a slip, form, envelope or label as ordered."""
        return self._press.paper(order, office)

    def sla_report(self, figures: SlaFigures, office: OfficeView, made_at: datetime) -> Pressed:
        """Print the SLA report."""
        return self._press.sla_report(figures, office, made_at)

    def book(
        self,
        book: OfficeBook,
        lines: Iterable[BookLine],
        office: OfficeView,
        period: tuple[date, date],
        made_at: datetime,
        file: IO[bytes],
    ) -> tuple[str, ...]:
        """Print a book into a file, taking its lines one by one; return what could not be shown."""
        return self._press.book(book, lines, office, period, made_at, file)
