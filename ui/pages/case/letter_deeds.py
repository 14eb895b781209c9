"""What is done with a letter of a case: it is shown, copied, mended, put right, answered."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.acts.dispatching import LetterMoved
from desktop.acts.mending import Corrected
from desktop.acts.recovering import correction_left
from desktop.acts.revising import Revised
from desktop.errors import Refused
from desktop.paper_orders import Certifier, CopyOrder, Makers, PaperOrder
from desktop.ports import Desk, Draft
from desktop.rules.letters import LetterDraft, LetterKind
from desktop.rules.people import Actor
from desktop.rules.printing import paper_of
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import long_date, official_date
from desktop.rules.thai.digits import thai_digits
from desktop.views import CaseView, IncomingView, LetterView, OfficeView, PersonRow
from desktop.wording import _
from desktop.wording.refusals import sentence
from ui.dialogs.certify import CertifyDialog
from ui.dialogs.folder import Folder
from ui.dialogs.letter import LetterDialog
from ui.dialogs.letter_correction import CorrectionDialog
from ui.dialogs.letter_scans import IncomingSheet
from ui.dialogs.letter_sheets import ReprintSheet, tell_moved
from ui.dialogs.paper import print_paper, show_paper
from ui.dialogs.sheet import Sheet
from ui.notices import Notices
from ui.operations import Operations, Otherwise
from ui.printing.job import Paper
from ui.telling import digits, letter_name
from ui.theme import Tone

IncomingSheetKind = Callable[[Operations, CaseView, IncomingView, QWidget], Sheet]
"""Asks about the record of a letter that came."""
LetterSheet = Callable[[Operations, LetterView, QWidget], Sheet]
"""Asks what happened to a letter."""


class LetterDeeds:
    """Carries out what is chosen beside a letter, over the card that shows it."""

    def __init__(
        self,
        operations: Operations,
        card: QWidget,
        folder: Folder,
        notices: Notices,
        refused: Otherwise,
    ) -> None:
        self._operations, self._card, self._folder = operations, card, folder
        self._notices, self._refused = notices, refused
        self._case: CaseView | None = None
        self._office: OfficeView | None = None
        self._people: Sequence[PersonRow] = ()

    def take(self, case: CaseView, office: OfficeView, people: Sequence[PersonRow]) -> None:
        """Go by a case as it is shown now."""
        self._case, self._office, self._people = case, office, people

    def issue(self, kind: LetterKind | None = None) -> LetterDialog:
        """Begin a letter, of a kind where one is meant."""
        dialog = self._folder.write(self._on_screen(), self._now_office())
        if kind is not None:
            dialog.form.kind.set_text(kind.value)
        return dialog

    def show_letter(self, letter: LetterView) -> None:
        """Show a letter as it was issued; only an original that is still to come is printed."""
        self._folder.originals.show(letter)

    def reprint(self, letter: LetterView) -> None:
        """Ask how the original was spoiled, and show it to be printed again."""
        sheet = ReprintSheet(self._operations, letter, self._card)
        sheet.done_with.connect(lambda _: self._folder.originals.show_again(letter))
        sheet.open()

    def show_version(self, letter: LetterView, version: int) -> None:
        """Show what a letter was before it was corrected."""

        def shown(pdf: bytes) -> None:
            dialog = show_paper(self._card, Paper(letter_name(letter), pdf, paper_of(letter.kind)))
            why = _("This version was replaced and is kept only to be read.")
            dialog.keep_from_printing(why, saving=False)

        self._operations.read(
            self._card,
            lambda desk, actor: desk.reading.letter_version(actor, letter.id, version),
            shown,
            self._refused,
        )

    def ask(self, letter: LetterView, sheet: LetterSheet) -> None:
        """Ask what happened to a letter."""
        asking = sheet(self._operations, letter, self._card)
        asking.done_with.connect(self._moved)
        asking.open()

    def receive(self, answered: LetterView | None = None) -> None:
        """Record a letter that came, in answer to one of ours or not."""
        IncomingSheet(self._operations, self._on_screen(), answered, self._card).open()

    def ask_of_incoming(self, incoming: IncomingView, sheet: IncomingSheetKind) -> None:
        """Ask what is wrong with the record of a letter that came."""
        asking = sheet(self._operations, self._on_screen(), incoming, self._card)
        asking.done_with.connect(self._revised)
        asking.open()

    def correct(self, letter: LetterView) -> None:
        """Open a letter that has not left to be corrected."""

        def question(desk: Desk, actor: Actor) -> tuple[LetterDraft, Draft | None]:
            draft = desk.reading.letter_draft(actor, letter.id)
            return draft, correction_left(letter.id, desk, actor)

        def begun(answer: tuple[LetterDraft, Draft | None]) -> None:
            draft, parked = answer
            dialog = CorrectionDialog(
                self._operations,
                self._on_screen(),
                self._now_office(),
                letter,
                draft,
                self._card,
                parked=parked,
            )
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.issued.connect(self._corrected)
            dialog.open()

        self._operations.read(self._card, question, begun, self._refused)

    def put_right(self, letter: LetterView) -> None:
        """Begin a letter that puts right one that has left."""
        case, office = self._on_screen(), self._now_office()

        def question(desk: Desk, actor: Actor) -> LetterDraft:
            draft = desk.reading.letter_draft(actor, letter.id)
            return desk.press.correcting(case, draft, office, letter)

        def begun(draft: LetterDraft) -> None:
            self._folder.write(case, office, begun=draft, corrects=letter)

        self._operations.read(self._card, question, begun, self._refused)

    def copy(self, letter: LetterView, by: Makers | Certifier | None = None) -> None:
        """Show a copy of a letter, made from what is kept; it is not printing the original."""

        def order(desk: Desk, actor: Actor) -> PaperOrder:
            return CopyOrder(desk.reading.letter_pdf(actor, letter.id), _cited(letter), by)

        match by:
            case Makers():
                said = _("The office's own copy of {letter}")
            case Certifier():
                said = _("Certified copy of {letter}")
            case None:
                said = _("Copy of {letter}")
        title = said.format(letter=letter_name(letter))
        print_paper(self._operations, self._card, title, order, self._now_office(), self._refused)

    def certify(self, letter: LetterView) -> CertifyDialog:
        """Ask who certifies a copy, and show it."""
        today = official_date(self._operations.desk.now())
        actor = self._operations.actor.person_id
        dialog = CertifyDialog(self._people, actor, lambda: today, self._card)
        dialog.chosen.connect(partial(self.copy, letter))
        dialog.open()
        return dialog

    def _on_screen(self) -> CaseView:
        assert self._case is not None
        return self._case

    def _now_office(self) -> OfficeView:
        assert self._office is not None
        return self._office

    def _moved(self, result: object) -> None:
        if isinstance(result, LetterMoved):
            tell_moved(result, self._notices)

    def _revised(self, result: Revised) -> None:
        if result.waits_again:
            said = _("The complaint waits again: the letter that ended the wait was withdrawn.")
            self._notices.stay(said, Tone.INFO)

    def _corrected(self, result: Corrected) -> None:
        number = digits(result.number) or "–"
        said = _("Letter {number} was corrected. Print it again.").format(number=number)
        self._folder.offer_to_print(said, [result.letter_id])
        if result.unprintable:
            missing = Refused(Reason.UNPRINTABLE, characters=" ".join(result.unprintable))
            self._notices.stay(sentence(missing), Tone.LATE)


def _cited(letter: LetterView) -> str:
    """Cite a letter by number and day, as papers do whatever the screen speaks."""
    number = f"ที่ {thai_digits(letter.number)}" if letter.number else ""
    day = "" if letter.dated is None else f"ลงวันที่ {long_date(letter.dated)}"
    return " ".join(part for part in (number, day) if part)
