"""A letter of a case: decide, read it as it will print, issue it."""

import secrets
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.acts.corresponding import Issued, IssueLetter, issue
from desktop.errors import Refused
from desktop.ports import Composed, Desk, Pressed
from desktop.rules.letters import LetterSeries, series_of
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import official_date
from desktop.views import CaseView, OfficeView
from desktop.wording import N_, _
from desktop.wording.refusals import sentence
from ui.dialogs.letter_form import LetterForm
from ui.dialogs.sheet import refusals_of, trouble
from ui.notices import Notices
from ui.operations import Operations
from ui.theme import Tone
from ui.widgets.pdf_view import PdfView
from ui.widgets.plain import button, label

_UP = N_("Finish for signing")
_LATER = N_("Number and day stay blank until the central registry gives them.")
_NUMBERING = {
    LetterSeries.OURS: (
        N_("Take number and issue"),
        N_("The number is taken on issue, not on preview."),
    ),
    LetterSeries.CENTRAL: (_UP, _LATER),
    LetterSeries.ORDERS: (
        _UP,
        N_("Number and day stay blank until the book of orders gives them."),
    ),
    LetterSeries.UNNUMBERED: (_UP, N_("A memo takes no number of ours; its place is left blank.")),
}
PAUSE = 350
"""Milliseconds after the last keystroke before the preview follows."""


class LetterDialog(QDialog):
    """Drafts a letter beside its preview; the number is taken only when it is issued.

    Signals:
        issued: The letter is kept. arg: the act's result.
    """

    issued = Signal(object)

    def __init__(
        self,
        operations: Operations,
        case: CaseView,
        office: OfficeView,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Letter of the complaint"))
        self.resize(1240, 720)
        self._operations, self._case, self._office = operations, case, office
        # One letter, one key: pressing twice, or again after a crash, issues it once.
        self._key = secrets.token_hex(16)
        self._asked = 0
        self.notices = Notices()
        self.form = LetterForm(case, office)
        self._lay_out()
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(PAUSE)
        self._waiting.timeout.connect(self.preview)
        self.form.edited.connect(self._edited)
        self._tell_numbering()
        self.preview()

    def _lay_out(self) -> None:
        scroll = QScrollArea()
        scroll.setWidget(self.form)
        scroll.setWidgetResizable(True)
        self.view = PdfView()
        middle = QHBoxLayout()
        middle.addWidget(scroll, 5)
        middle.addWidget(self.view, 6)
        self.issue_button = button("", "primary", "Ctrl+S")
        self.issue_button.setShortcut("Ctrl+S")
        self.cancel = button(_("Cancel"))
        for part in (self.issue_button, self.cancel):
            part.setAutoDefault(False)
        self.issue_button.clicked.connect(self.issue)
        self.cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        self.told = label("", "second")
        foot.addWidget(self.told)
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.issue_button)
        whole = QVBoxLayout(self)
        whole.addWidget(label(_("Letter of the complaint"), "title"))
        whole.addWidget(self.notices)
        whole.addLayout(middle, 1)
        whole.addLayout(foot)

    def _edited(self) -> None:
        self._tell_numbering()
        self._waiting.start()

    def _tell_numbering(self) -> None:
        """Say where this letter's number comes from, and what finishing it does."""
        series = series_of(self.form.draft().spec.form, self._office.facts.letter_series)
        done, told = _NUMBERING[series]
        self.issue_button.setText(_(done))
        self.issue_button.setAccessibleName(_(done))
        self.told.setText(_(told))

    def preview(self) -> None:
        """Print the draft to the screen."""
        draft = self.form.draft()
        if not draft.signatory_id:
            self.form.signatory.set_error(sentence(Refused(Reason.NO_SIGNATORY)))
            return
        self._asked += 1
        asked, case, office = self._asked, self._case, self._office
        today = official_date(self._operations.desk.now())

        def question(desk: Desk, actor: Actor) -> tuple[int, Pressed, Composed]:
            del actor
            plain = replace(draft, paragraphs=None)
            composed = desk.press.composed(case, plain, office, today)
            return asked, desk.press.letter(case, draft, office, "", None, today), composed

        self._operations.read(self, question, self._show)

    def issue(self) -> None:
        """Give the letter its number and keep it."""
        for field in self.form.fields.values():
            field.set_error("")
        self.issue_button.setEnabled(False)
        command = IssueLetter(self._key, self.form.draft())
        self._operations.write(self, issue, command, self._done, self._refused)

    def done(self, result: int) -> None:
        """Stop rendering when the dialog ends."""
        self._waiting.stop()
        self.view.close_worker()
        super().done(result)

    def _show(self, answer: tuple[int, Pressed, Composed]) -> None:
        asked, pressed, composed = answer
        if asked != self._asked:
            return
        self.form.propose(composed)
        if pressed.unprintable:
            characters = " ".join(pressed.unprintable)
            said = Refused(Reason.UNPRINTABLE, characters=characters)
            self.form.body.set_error(sentence(said))
        self.view.show_pdf(pressed.pdf)

    def _done(self, result: Issued) -> None:
        self.issued.emit(result)
        self.accept()

    def _refused(self, error: Exception) -> bool:
        self.issue_button.setEnabled(True)
        refusals = refusals_of(error)
        for place, refused in enumerate(refusals):
            field = self.form.fields.get(refused.field or "")
            if field is None:
                self.notices.stay(sentence(refused), Tone.LATE)
                continue
            field.set_error(sentence(refused))
            if place == 0:
                field.show_error()
        said = "" if refusals else trouble(error)
        if said:
            self.notices.stay(said, Tone.LATE)
        return bool(refusals or said)
