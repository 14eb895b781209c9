"""Letters as they were issued, shown over a page and printed; what is on paper is noted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate

from PySide6.QtWidgets import QWidget

from desktop.acts.dispatching import RecordPrinted, record_printed
from desktop.ports import Desk
from desktop.rules.letters import ON_THE_DESK, LetterStatus
from desktop.rules.people import Actor, Permission
from desktop.rules.printing import PaperKind, paper_of
from desktop.views import LetterView
from desktop.wording import _
from ui.dialogs.openings import Openings
from ui.dialogs.paper import PaperDialog, show_paper
from ui.operations import Operations
from ui.printing.job import Paper
from ui.telling import digits, letter_name
from ui.theme import Tone
from ui.widgets.pdf_view import page_sizes


@dataclass(frozen=True, slots=True)
class Original:
    """Letters, and the very bytes that are kept of them as one paper."""

    letters: tuple[LetterView, ...]
    paper: Paper


class Originals:
    """Shows letters over a page as they are kept; only what is still to come is printed."""

    def __init__(self, operations: Operations, page: QWidget, openings: Openings) -> None:
        self._operations, self._page, self._openings = operations, page, openings

    def show(self, letter: LetterView) -> None:
        """Show a letter; one that was printed, left or is void is only read."""
        self._read(partial(_one, letter), self._show)

    def show_again(self, letter: LetterView) -> None:
        """Show a letter whose original was spoiled, to be printed again."""
        self._read(partial(_one, letter), self._show_printable)

    def show_all(self, letter_ids: Sequence[int]) -> None:
        """Show letters as one paper, to print them in one go."""
        self._read(partial(_all, letter_ids), self._show)

    def print(self, letter_ids: Sequence[int]) -> None:
        """Show letters that were just issued, and ask how to print them."""

        def shown(original: Original) -> None:
            dialog = self._show(original)
            if dialog.print_button.isEnabled():
                dialog.print()

        self._read(partial(_all, letter_ids), shown)

    def _read(
        self, question: Callable[[Desk, Actor], Original], shown: Callable[[Original], object]
    ) -> None:
        def asked(desk: Desk, actor: Actor) -> tuple[Original, list[int]]:
            original = question(desk, actor)
            return original, [letter.complaint_id for letter in original.letters]

        self._openings.read(asked, shown)

    def _show(self, original: Original) -> PaperDialog:
        dialog, letters = self._show_printable(original), original.letters
        statuses = {one.status for one in letters}
        printed = [_called(one) for one in letters if one.status is LetterStatus.PRINTED]
        if not self._operations.actor.may(Permission.ISSUE_LETTER):
            dialog.keep_from_printing(_("Your role does not allow this."))
        elif statuses == {LetterStatus.PRINTED}:
            dialog.keep_from_printing(
                _("Printed already. If it was spoiled, choose “Spoiled original, print again…”.")
            )
        elif statuses == {LetterStatus.VOID}:
            dialog.keep_from_printing(_("This letter is void."))
        elif not statuses <= ON_THE_DESK:
            dialog.keep_from_printing(_("This is the original as it left. Print a copy instead."))
        elif printed:
            said = _("Printed already: {letters}. Choose only the others to print those.")
            dialog.keep_from_printing(said.format(letters=", ".join(printed)))
        return dialog

    def _show_printable(self, original: Original) -> PaperDialog:
        dialog = show_paper(self._page, original.paper)
        dialog.printed.connect(partial(self._printed, original.letters, dialog))
        return dialog

    def _printed(self, letters: Sequence[LetterView], dialog: PaperDialog) -> None:
        if not self._operations.actor.may(Permission.ISSUE_LETTER):
            return
        dialog.notices.stay(
            _("If the sheet comes out spoiled, print it again: the number stays the same."),
            Tone.INFO,
        )
        for letter in letters:
            if letter.status is LetterStatus.ISSUED:
                self._operations.write(self._page, record_printed, RecordPrinted(letter.id))


def _called(letter: LetterView) -> str:
    return digits(letter.number) or letter_name(letter)


def _one(letter: LetterView, desk: Desk, actor: Actor) -> Original:
    pdf = desk.reading.letter_pdf(actor, letter.id)
    return Original((letter,), Paper(_called(letter), pdf, paper_of(letter.kind)))


def _all(letter_ids: Sequence[int], desk: Desk, actor: Actor) -> Original:
    found = {letter.id: letter for letter in desk.reading.letters(actor)}
    letters = tuple(found[wanted] for wanted in letter_ids)
    if len(letters) == 1:
        return _one(letters[0], desk, actor)
    papers = [desk.reading.letter_pdf(actor, letter.id) for letter in letters]
    # Where each begins, so that no two letters share a sheet.
    begins = accumulate((len(page_sizes(pdf)) for pdf in papers[:-1]), initial=0)
    kinds = {paper_of(letter.kind) for letter in letters}
    kind = kinds.pop() if len(kinds) == 1 else PaperKind.LETTER
    return Original(
        letters, Paper(_("Letters"), desk.press.joined(papers), kind, frozenset(begins))
    )
