"""Correct a letter that has not left: the same number and day, another text, and why."""

from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.acts.mending import Corrected, CorrectLetter, correct_letter
from desktop.rules.letters import LetterDraft
from desktop.views import CaseView, LetterView, OfficeView
from desktop.wording import _
from ui.dialogs.letter import LetterDialog
from ui.operations import Operations
from ui.telling import digits
from ui.widgets.field import LineField


class CorrectionDialog(LetterDialog):
    """The letter as it was decided, to be changed beside its preview."""

    def __init__(
        self,
        operations: Operations,
        case: CaseView,
        office: OfficeView,
        letter: LetterView,
        draft: LetterDraft,
        parent: QWidget | None = None,
    ) -> None:
        self._letter = letter
        super().__init__(operations, case, office, parent, begun=draft)
        self.reason = LineField(_("Reason for the correction"), required=True)
        self.fields["reason"] = self.reason
        self.form.add_on_top(self.reason)
        self.form.kind.setEnabled(False)
        for part in (self.foot.keep, self.word.out, self.word.back):
            # These are for drafts.
            part.hide()
        number = digits(letter.number) or "–"
        self._entitle(_("Correct letter {number}").format(number=number))

    def reject(self) -> None:
        """Close without keeping: an issued letter is no draft."""
        self.keeping.given_up = True
        super().reject()

    def leave(self) -> None:
        """Keep nothing: the letter stays as it was issued."""

    def printed_as(self) -> tuple[str, date | None, date]:
        """Return the number and day that the letter keeps."""
        day = self._letter.dated or self._today()
        return self._letter.number, self._letter.dated, day

    def carry_out(self) -> None:
        """Correct the letter."""
        command = CorrectLetter(
            self._letter.id, self._letter.sha256, self.form.draft(), self.reason.text()
        )
        self._operations.write(self, correct_letter, command, self._corrected, self._refused)

    def _edited(self) -> None:
        self.preview.follow()

    def _tell_numbering(self) -> None:
        self.foot.tell(_("Save correction"), _("Number and day stay; what the letter was is kept."))

    def _corrected(self, result: Corrected) -> None:
        self.issued.emit(result)
        self.accept()
