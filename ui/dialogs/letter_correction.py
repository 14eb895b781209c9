"""Correct a letter that has not left: the same number and day, another text, and why."""

from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.acts.mending import Corrected, CorrectLetter, correct_letter
from desktop.ports import Draft
from desktop.rules.letter_fields import correction_key, read_slip, slip_of
from desktop.rules.letters import LetterDraft
from desktop.views import CaseView, LetterView, OfficeView
from desktop.wording import _
from ui.dialogs.letter import LetterDialog
from ui.operations import Operations
from ui.telling import digits
from ui.theme import Tone
from ui.widgets.field import LineField

_REASON = "reason"
_BEGUN_FROM = "begun_from"
"""The hash of the paper that the correction was begun from."""


class CorrectionDialog(LetterDialog):
    """The letter as it was decided, to be changed beside its preview.

    What is typed is parked with every keystroke until it is saved or taken back: the letter stays
    as it was issued meanwhile. `parked` is what was begun before.
    """

    def __init__(
        self,
        operations: Operations,
        case: CaseView,
        office: OfficeView,
        letter: LetterView,
        draft: LetterDraft,
        parent: QWidget | None = None,
        *,
        parked: Draft | None = None,
    ) -> None:
        self._letter, self._draft = letter, draft
        begun = draft if parked is None else read_slip(parked.fields)[0]
        super().__init__(operations, case, office, parent, begun=begun)
        self.reason = LineField(_("Reason for the correction"), required=True)
        self.fields[_REASON] = self.reason
        self.form.add_on_top(self.reason)
        self.reason.setFocus()
        self.form.kind.setEnabled(False)
        for part in (self.foot.keep, self.word.out, self.word.back):
            # These are for drafts.
            part.hide()
        number = digits(letter.number) or "–"
        self._entitle(_("Correct letter {number}").format(number=number))
        if parked is not None:
            self.reason.set_text(parked.fields[_REASON])
            said = _("What you began to correct is back; the letter is still as it was issued.")
            self.notices.stay(said, Tone.INFO, _("Begin again"), self._begin_again)
            if parked.fields.get(_BEGUN_FROM) != letter.sha256:
                said = _("Somebody corrected this letter meanwhile. Read before you save.")
                self.notices.stay(said, Tone.SOON)
        self.reason.edited.connect(self._park)

    def reject(self) -> None:
        """Close: an issued letter is no draft, and what was typed is parked already."""
        self.keeping.given_up = True
        super().reject()

    def leave(self) -> None:
        """Close before the page goes, so that what was typed is written down."""
        self.reject()

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
        self._park()
        self.preview.follow()

    def _park(self, _text: str = "") -> None:
        draft, why = self.form.draft(), self.reason.text()
        if draft == self._draft and not why:
            self.keeping.local.drop(correction_key(self._letter.id))
            return
        slip = slip_of(draft, None, None) | {_REASON: why, _BEGUN_FROM: self._letter.sha256}
        self.keeping.local.keep(correction_key(self._letter.id), "", slip)

    def _begin_again(self) -> None:
        """Take back what was typed: the form says again what the letter says."""
        self.form.put_back(self._draft)
        self.reason.set_text("")
        self.keeping.local.drop(correction_key(self._letter.id))

    def _tell_numbering(self) -> None:
        self.foot.tell(_("Save correction"), _("Number and day stay; what the letter was is kept."))

    def _corrected(self, result: Corrected) -> None:
        self.keeping.local.drop(correction_key(self._letter.id))
        self.issued.emit(result)
        self.accept()
