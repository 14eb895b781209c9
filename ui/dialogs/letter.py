"""The acknowledgement letter: decide, read it as it will print, issue it."""

import secrets
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.acts.corresponding import Issued, IssueLetter, issue
from desktop.errors import Refused
from desktop.ports import Desk, Pressed
from desktop.rules.letters import Finding, LetterDraft
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import official_date
from desktop.views import CaseView, OfficeView
from desktop.wording import N_, _
from desktop.wording.names import FINDING
from desktop.wording.refusals import sentence
from ui.dialogs.sheet import refusals_of, trouble
from ui.notices import Notices
from ui.operations import Operations
from ui.telling import petitioner_name
from ui.theme import Tone
from ui.widgets.field import BlockField, Choice, ChoiceField, LineField
from ui.widgets.pdf_view import PdfView
from ui.widgets.plain import button, label

PAUSE = 350
"""Milliseconds after the last keystroke before the preview follows."""
_PARTICULAR = {
    Finding.IN_AUTHORITY: N_("Entrusted to"),
    Finding.REFERRED: N_("Referred to"),
    Finding.SPECIAL_PROCEDURE: N_("The law that applies"),
}


class LetterDialog(QDialog):
    """Drafts a letter beside its preview; the number is taken only when it is issued.

    Signals:
        issued: The letter has its number. arg: the act's result.
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
        self.setWindowTitle(_("Acknowledgement letter"))
        self.resize(1240, 720)
        self._operations, self._case, self._office = operations, case, office
        # One letter, one key: pressing twice, or again after a crash, issues it once.
        self._key = secrets.token_hex(16)
        self._composed: tuple[str, ...] = ()
        self._own_words = False
        self._asked = 0
        self.notices = Notices()
        self._make_fields()
        self._lay_out()
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(PAUSE)
        self._waiting.timeout.connect(self.preview)
        for field in (self.recipient, self.salutation, self.particular, self.signatory):
            field.edited.connect(self._changed)
        self.finding.edited.connect(self._finding_changed)
        self.body.edited.connect(self._body_changed)
        self.preview()

    def _make_fields(self) -> None:
        case = self._case
        findings = [Choice(f.value, _(FINDING[f]), f) for f in Finding]
        self.finding = ChoiceField(_("Outcome"), findings)
        self.particular = LineField(_("Entrusted to"), required=True)
        self.particular.set_text(self._office.facts.group)
        self.salutation = LineField(_("Salutation"), width=120)
        self.salutation.set_text("เรียน")
        self.recipient = LineField(_("To"), required=True)
        if case.petitioners:
            self.recipient.set_text(petitioner_name(case.petitioners[0]))
        signatories = [s for s in self._office.signatories if s.active]
        self.signatory = ChoiceField(
            _("Signed by"),
            [Choice(str(s.id), f"{s.name}  {s.position}", s.id) for s in signatories],
        )
        self.body = BlockField(
            _("Text of the letter"),
            lines=11,
            help_text=_("An empty line parts paragraphs. Clear it to have the wording again."),
        )
        self.fields = {
            "finding": self.finding,
            "particular": self.particular,
            "recipient": self.recipient,
            "salutation": self.salutation,
            "signatory_id": self.signatory,
            "paragraphs": self.body,
        }

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(4, 4, 12, 4)
        column.setSpacing(10)
        line = QHBoxLayout()
        line.addWidget(self.salutation)
        line.addWidget(self.recipient, 1)
        column.addWidget(self.finding)
        column.addWidget(self.particular)
        column.addLayout(line)
        column.addWidget(self.signatory)
        column.addWidget(self.body, 1)
        scroll = QScrollArea()
        scroll.setWidget(left)
        scroll.setWidgetResizable(True)
        self.view = PdfView()
        middle = QHBoxLayout()
        middle.addWidget(scroll, 5)
        middle.addWidget(self.view, 6)
        self.issue_button = button(_("Take number and issue"), "primary", "Ctrl+S")
        self.issue_button.setShortcut("Ctrl+S")
        self.cancel = button(_("Cancel"))
        for part in (self.issue_button, self.cancel):
            part.setAutoDefault(False)
        self.issue_button.clicked.connect(self.issue)
        self.cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(label(_("The number is taken on issue, not on preview."), "second"))
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.issue_button)
        whole = QVBoxLayout(self)
        whole.addWidget(label(_("Acknowledgement letter"), "title"))
        whole.addWidget(self.notices)
        whole.addLayout(middle, 1)
        whole.addLayout(foot)

    def draft(self) -> LetterDraft:
        """Return the letter as it stands."""
        paragraphs = None
        if self._own_words:
            paragraphs = tuple(p.strip() for p in self.body.text().split("\n\n") if p.strip())
        return LetterDraft(
            complaint_id=self._case.id,
            recipient=self.recipient.text(),
            salutation=self.salutation.text(),
            finding=self.finding.value(),
            particular=self.particular.text(),
            signatory_id=self.signatory.value() or 0,
            paragraphs=paragraphs,
        )

    def preview(self) -> None:
        """Print the draft to the screen."""
        draft = self.draft()
        if not draft.signatory_id:
            self.signatory.set_error(sentence(Refused(Reason.NO_SIGNATORY)))
            return
        self._asked += 1
        asked, case, office = self._asked, self._case, self._office
        today = official_date(self._operations.desk.now())

        def question(desk: Desk, actor: Actor) -> tuple[int, Pressed, Sequence[str]]:
            del actor
            plain = replace(draft, paragraphs=None)
            composed = desk.press.composed(case, plain, office, today)
            return asked, desk.press.letter(case, draft, office, "", None), composed

        self._operations.read(self, question, self._show)

    def issue(self) -> None:
        """Give the letter its number and keep it."""
        for field in self.fields.values():
            field.set_error("")
        self.issue_button.setEnabled(False)
        command = IssueLetter(self._key, self.draft())
        self._operations.write(self, issue, command, self._done, self._refused)

    def done(self, result: int) -> None:
        """Stop rendering when the dialog ends."""
        self._waiting.stop()
        self.view.close_worker()
        super().done(result)

    def _show(self, answer: tuple[int, Pressed, Sequence[str]]) -> None:
        asked, pressed, composed = answer
        if asked != self._asked:
            return
        self._composed = tuple(composed)
        if not self._own_words:
            blocked = self.body.blockSignals(True)
            self.body.set_text("\n\n".join(composed))
            self.body.blockSignals(blocked)
        if pressed.unprintable:
            characters = " ".join(pressed.unprintable)
            said = Refused(Reason.UNPRINTABLE, characters=characters)
            self.body.set_error(sentence(said))
        self.view.show_pdf(pressed.pdf)

    def _changed(self, text: str) -> None:
        del text
        self._waiting.start()

    def _finding_changed(self, text: str) -> None:
        del text
        finding = self.finding.value()
        self.particular.caption.setText(_(_PARTICULAR[finding]) + " *")
        own = self._office.facts.group
        if finding is Finding.IN_AUTHORITY and not self.particular.text():
            self.particular.set_text(own)
        elif finding is not Finding.IN_AUTHORITY and self.particular.text() == own:
            self.particular.set_text("")
        self._waiting.start()

    def _body_changed(self, text: str) -> None:
        self._own_words = bool(text.strip()) and text.strip() != "\n\n".join(self._composed)
        self._waiting.start()

    def _done(self, result: Issued) -> None:
        self.issued.emit(result)
        self.accept()

    def _refused(self, error: Exception) -> bool:
        self.issue_button.setEnabled(True)
        refusals = refusals_of(error)
        for refused in refusals:
            field = self.fields.get(refused.field or "")
            if field is None:
                self.notices.stay(sentence(refused), Tone.LATE)
            else:
                field.set_error(sentence(refused))
                field.show_error()
        said = "" if refusals else trouble(error)
        if said:
            self.notices.stay(said, Tone.LATE)
        return bool(refusals or said)
