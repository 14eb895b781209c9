"""The office's press: turns what the register knows into papers, in the faces of this computer."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from typing import IO

from desktop.paper_orders import PaperOrder, SlipOrder
from desktop.papers.books import BookFacts, render_office_book
from desktop.papers.composing import (
    LetterFacts,
    compose,
    letter_of,
    letters_of,
    memo_of,
    order_of,
    said_of,
    stamped_of,
)
from desktop.papers.correcting import correcting
from desktop.papers.fonts import Faces, office_faces
from desktop.papers.joining import joined
from desktop.papers.letter import render_letters
from desktop.papers.memo import render_memo
from desktop.papers.order import render_order
from desktop.papers.sample import SAMPLE_DAY, sample_facts
from desktop.papers.sheet import Rendered
from desktop.papers.shipped_wording import shipped
from desktop.papers.sla_report import ReportFacts, render_sla_report
from desktop.papers.slip_press import printed
from desktop.papers.stamped import render_stamped
from desktop.papers.statement import render_statement, statement_of
from desktop.papers.summary import render_summary, summary_of
from desktop.papers.terms import PRIORITIES, TYPES
from desktop.papers.words import Words
from desktop.ports import Composed, Pressed, WordLetter
from desktop.rules.books import BookLine, OfficeBook
from desktop.rules.corrections import Corrections, LetterMark
from desktop.rules.figures import SlaFigures
from desktop.rules.letters import DELIVERED, SPECS, Audience, Form, LetterDraft, LetterKind
from desktop.rules.statement import Statement
from desktop.rules.summary import Summary
from desktop.rules.thai.dates import long_date, official_date
from desktop.rules.thai.digits import thai_digits
from desktop.rules.wording import OfficeWording, Wording
from desktop.views import CaseView, LetterView, OfficeView

# Papers are in Thai whatever the screen speaks.
_LONGEST_NAME = 12
"""Letters a name may have to be kept whole; an office's whole name must still break."""


class ThaiPress:
    """Prints letters, slips and reports."""

    def __init__(self, faces: Callable[[], Faces] = office_faces) -> None:
        self._faces = faces

    def composed(
        self, case: CaseView, draft: LetterDraft, office: OfficeView, on: date
    ) -> Composed:
        """Return what the office's wording gives."""
        return compose(_facts(case, draft, office, "", on))

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
        facts = _facts(case, draft, office, number, dated)
        return self._printed(facts, office, on)

    def word_letter(
        self, case: CaseView, draft: LetterDraft, office: OfficeView, on: date, key: str
    ) -> WordLetter:
        """Write a draft as a Word file that tells whose it is."""
        # Printing does not wait for what only a Word file needs.
        from desktop.exchange import letter_docx as word  # noqa: PLC0415

        facts, faces = _facts(case, draft, office, "", None), self._faces()
        whose = LetterMark(str(case.number), draft.kind, key)
        match draft.form:
            case Form.EXTERNAL:
                return word.letter_docx(letter_of(facts), on, faces, whose)
            case Form.STAMPED:
                stamped = replace(next(stamped_of(facts)), to=draft.recipient)
                return word.stamped_docx(stamped, on, faces, whose)
            case Form.MEMO:
                return word.memo_docx(memo_of(facts), on, faces, whose)
            case Form.ORDER:
                return word.order_docx(order_of(facts, on), on, faces, whose)

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
        from desktop.exchange.word_trip import corrected  # noqa: PLC0415

        here = self.word_letter(case, draft, office, on, key)
        return corrected(here.docx, docx, _words(office).pieces)

    def correcting(
        self, case: CaseView, draft: LetterDraft, office: OfficeView, earlier: LetterView
    ) -> LetterDraft:
        """Begin a letter that puts right an earlier one, which was written from a draft."""
        before = said_of(_facts(case, draft, office, earlier.number, earlier.dated))
        return correcting(earlier, draft, before, office.facts)

    def wording(self, kind: LetterKind) -> Wording:
        """Return the wording of a kind of letter as it came with the program."""
        return shipped(kind)

    def sample(self, own: OfficeWording, office: OfficeView) -> Pressed:
        """Print a made-up letter in the wording that is being written."""
        return self._printed(sample_facts(own, office.facts), office, SAMPLE_DAY)

    def _printed(self, facts: LetterFacts, office: OfficeView, on: date) -> Pressed:
        faces, words = self._faces(), _words(office)
        match facts.draft.form:
            case Form.EXTERNAL:
                return _pressed(render_letters(letters_of(facts), faces, words))
            case Form.STAMPED:
                return _pressed(render_stamped(stamped_of(facts), faces, words))
            case Form.MEMO:
                return _pressed(render_memo(memo_of(facts), faces, words))
            case Form.ORDER:
                return _pressed(render_order(order_of(facts, on), faces, words))

    def joined(self, papers: Sequence[bytes]) -> bytes:
        """Put papers one after another into one PDF."""
        return joined(papers)

    def slip(self, case: CaseView, office: OfficeView) -> Pressed:
        """Print the receipt slip."""
        return self.paper(SlipOrder(case), office)

    def statement(self, case: CaseView, statement: Statement, office: OfficeView) -> Pressed:
        """Print what somebody stated, to be read back and signed."""
        return _pressed(
            render_statement(statement_of(case, statement, office), self._faces(), _words(office))
        )

    def summary(self, case: CaseView, summary: Summary, office: OfficeView, on: date) -> Pressed:
        """Print what others are told of a complaint."""
        facts = summary_of(case, summary, office, on)
        return _pressed(render_summary(facts, self._faces(), _words(office)))

    def paper(self, order: PaperOrder, office: OfficeView) -> Pressed:
        """Print a slip, form, envelope or label as ordered."""
        return _pressed(printed(order, office, self._faces(), _words(office)))

    def sla_report(self, figures: SlaFigures, office: OfficeView, made_at: datetime) -> Pressed:
        """Print the SLA report."""
        facts = ReportFacts(
            figures=figures,
            office=office.facts.name,
            group=office.facts.group,
            made_at=made_at,
            priorities={kind.value: name for kind, name in PRIORITIES.items()},
        )
        return _pressed(render_sla_report(facts, self._faces(), _words(office)))

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
        facts, faces = BookFacts(book, office.facts, *period, made_at), self._faces()
        return render_office_book(facts, lines, faces, _words(office), file).unprintable


def _facts(
    case: CaseView, draft: LetterDraft, office: OfficeView, number: str, dated: date | None
) -> LetterFacts:
    return LetterFacts(
        office=office.facts,
        signatory=next(s for s in office.signatories if s.id == draft.signatory_id),
        draft=draft,
        number=number,
        dated=dated,
        type_name=TYPES[case.type],
        channel=case.channel.name,
        subject=case.matter.subject,
        complaint_number=str(case.number),
        registered_on=official_date(case.received_at),
        petition_date=case.intake.letter_date,
        tracking=case.tracking,
        last_letter=_last_letter(case, office),
        source_letter=_source_letter(case),
        source_from=case.intake.letter_from,
        own=office.wordings.get(draft.kind),
    )


def _last_letter(case: CaseView, office: OfficeView) -> str:
    """Cite the newest letter that the petitioner has had."""
    for letter in case.letters:
        told = SPECS[letter.kind].audience is Audience.PETITIONER
        if told and letter.status in DELIVERED and letter.dated is not None:
            number, day = thai_digits(letter.number), long_date(letter.dated)
            return f"หนังสือ{office.facts.name} ที่ {number} ลงวันที่ {day}"
    return ""


def _source_letter(case: CaseView) -> str:
    """Cite the letter by which another agency sent the matter."""
    intake = case.intake
    if not case.source.agency or not intake.letter_number:
        return ""
    day = f" ลงวันที่ {long_date(intake.letter_date)}" if intake.letter_date else ""
    return f"หนังสือ{intake.letter_from} ที่ {thai_digits(intake.letter_number)}{day}"


def _pressed(rendered: Rendered) -> Pressed:
    return Pressed(rendered.pdf, rendered.unprintable)


def _words(office: OfficeView) -> Words:
    names = (office.facts.name, office.facts.group, *(s.name for s in office.signatories))
    parts = (part for name in names for part in name.split())
    return _dictionary(frozenset(part for part in parts if len(part) <= _LONGEST_NAME))


@lru_cache(maxsize=4)
def _dictionary(own: frozenset[str]) -> Words:
    return Words(own)
