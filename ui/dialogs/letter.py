"""A letter of a case: decide, read it as it will print, issue it."""

import secrets
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.acts.corresponding import Issued, IssueLetter, issue
from desktop.acts.proposing import Kept
from desktop.errors import Conflict, Refused
from desktop.ports import Composed, Desk, Pressed
from desktop.rules.letters import LetterDraft
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import official_date
from desktop.views import CaseView, LetterView, OfficeView, ProposalView
from desktop.wording import _
from desktop.wording.names import PROPOSAL_STEP
from desktop.wording.refusals import sentence
from ui.dialogs.enclosing import EncloseButton
from ui.dialogs.letter_foot import LetterFoot
from ui.dialogs.letter_form import LetterForm
from ui.dialogs.letter_keeping import Keeping, tell_where_it_stands
from ui.dialogs.letter_preview import LetterPreview, Printing
from ui.dialogs.sheet import Shows, show_refusals, trouble
from ui.dialogs.word_trip import WordTrip
from ui.notices import Notices
from ui.operations import Operations
from ui.telling import STEP_TONES, addressees, digits
from ui.theme import Tone, px
from ui.widgets.fitting import fit
from ui.widgets.plain import Chip, label, scrolling


class LetterDialog(QDialog):
    """Drafts a letter beside its preview; the number is taken only when it is issued.

    Closing it keeps what was typed as a draft.

    Signals:
        issued: The letter is issued. arg: the act's result.
        kept: The letter is kept as a draft. arg: the act's result.
    """

    issued = Signal(object)
    kept = Signal(object)

    def __init__(
        self,
        operations: Operations,
        case: CaseView,
        office: OfficeView,
        parent: QWidget | None = None,
        *,
        kept: ProposalView | None = None,
        begun: LetterDraft | None = None,
        corrects: LetterView | None = None,
    ) -> None:
        super().__init__(parent)
        self.heading = label(_("Letter of the complaint"), "title")
        self.setWindowTitle(self.heading.text())
        fit(self, 1240, 720)
        self._operations, self._case, self._office = operations, case, office
        # One letter, one key: pressing twice, or again after a crash, issues it once.
        self._key = secrets.token_hex(16)
        self._working = False
        self.notices = Notices()
        self.form = LetterForm(case, office, self._today, begun if kept is None else kept.draft)
        self.fields: dict[str, Shows] = dict(self.form.fields)
        self.keeping = Keeping(operations, self.form, kept, self._key)
        self.word = WordTrip(operations, case, office, self.keeping, self.notices, self)
        enclose = EncloseButton(operations, case, lambda: addressees(self.form.recipient.text()))
        enclose.enclosed.connect(self.form.enclose)
        self.form.offer_enclosures(enclose)
        self.preview = LetterPreview(operations, self._printing)
        self.preview.printed.connect(self._printed)
        self.view, self.versions = self.preview.view, self.preview.versions
        self.foot = LetterFoot(self.word.out, self.word.back)
        self.foot.finish.clicked.connect(self.issue)
        self.foot.keep.clicked.connect(self.keep)
        self.foot.close_window.clicked.connect(self.reject)
        self._lay_out()
        self.form.edited.connect(self._edited)
        self._tell_numbering()
        self.preview.print_now()
        if kept is not None:
            self._show_kept(kept)
        self.keeping.local.failed.connect(self._not_held, Qt.ConnectionType.SingleShotConnection)
        if corrects is not None:
            self.keeping.corrects_id = corrects.id
            number = digits(corrects.number) or "–"
            self._entitle(_("Letter that corrects {number}").format(number=number))
        # A letter that puts another right is of its kind.
        self.form.kind.setEnabled(self.keeping.corrects_id is None)

    def _entitle(self, heading: str) -> None:
        self.heading.setText(heading)
        self.setWindowTitle(heading)

    def _today(self) -> date:
        return official_date(self._operations.desk.now())

    def _lay_out(self) -> None:
        scroll = scrolling(self.form)
        middle = QHBoxLayout()
        middle.setSpacing(px(12))
        middle.addWidget(scroll, 5)
        middle.addWidget(self.preview, 6)
        head = QHBoxLayout()
        head.addWidget(self.heading)
        self.step = Chip()
        # Only a draft that is kept stands anywhere.
        self.step.hide()
        head.addWidget(self.step)
        head.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(20), px(16), px(20), px(16))
        whole.setSpacing(px(12))
        whole.addLayout(head)
        whole.addWidget(self.notices)
        whole.addLayout(middle, 1)
        whole.addWidget(self.foot)

    def _show_kept(self, kept: ProposalView) -> None:
        self.step.say(_(PROPOSAL_STEP[kept.step]), STEP_TONES[kept.step])
        self.step.show()
        tell_where_it_stands(kept, self.notices)
        self._operations.read(
            self,
            lambda desk, actor: desk.reading.proposed_texts(actor, kept.id),
            self.versions.offer_texts,
        )

    def _edited(self) -> None:
        self.keeping.edited()
        self.versions.set_text("")
        self._tell_numbering()
        self.preview.follow()

    def _tell_numbering(self) -> None:
        """Say where this letter's number comes from, and what finishing it does."""
        series = self.form.draft().series(self._office.facts.letter_series)
        self.foot.tell_numbering(series)

    def _printing(self) -> Printing | None:
        """Print the draft, or the version that is to be looked at."""
        draft = self.versions.value() or self.keeping.words()
        plain = replace(self.form.draft(), paragraphs=None)
        if not draft.signatory_id:
            self.form.signatory.set_error(sentence(Refused(Reason.NO_SIGNATORY)))
            return None
        case, office = self._case, self._office
        number, dated, today = self.printed_as()

        def printing(desk: Desk, actor: Actor) -> tuple[Pressed, Composed]:
            del actor
            composed = desk.press.composed(case, plain, office, today)
            return desk.press.letter(case, draft, office, number, dated, today), composed

        return printing

    def issue(self) -> None:
        """Give the letter its number and keep it."""
        for field in self.fields.values():
            field.set_error("")
        if not self.form.complete():
            self.form.within.date.show_error()
            return
        self._work(True)
        self.carry_out()

    def printed_as(self) -> tuple[str, date | None, date]:
        """Return the number and day that the preview shows, and the day it is printed as of."""
        return "", None, self._today()

    def carry_out(self) -> None:
        """Have it done."""
        command = IssueLetter(
            self._key, self.form.draft(), self.keeping.seen, self.keeping.corrects_id
        )
        self._operations.write(self, issue, command, self._done, self._refused)

    def keep(self) -> None:
        """Keep the letter as a draft, however little of it is written."""
        self.preview.rest()
        self._work(True)
        self.keeping.keep(self._kept, self._not_kept)

    def leave(self) -> None:
        """Keep what was typed and is not kept, before the page goes."""
        if self.keeping.typed and not self._working:
            self.keep()

    def reject(self) -> None:
        """Close, and keep first what was typed; while something is being kept it stays open."""
        if self._working:
            return
        if self.keeping.typed:
            self.keep()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Stop rendering when the dialog ends."""
        self.preview.end()
        self.keeping.close()
        super().done(result)

    def _printed(self, pressed: Pressed, composed: Composed) -> None:
        self.form.propose(composed)
        if pressed.unprintable:
            characters = " ".join(pressed.unprintable)
            said = Refused(Reason.UNPRINTABLE, characters=characters)
            self.form.body.set_error(sentence(said))

    def _work(self, working: bool) -> None:
        self._working = working
        for part in (self.foot.finish, self.foot.keep):
            part.setEnabled(not working)

    def _done(self, result: Issued) -> None:
        self.keeping.let_go()
        self.issued.emit(result)
        self.accept()

    def _kept(self, result: Kept) -> None:
        self.kept.emit(result)
        self.accept()

    def _not_kept(self, error: Exception) -> bool:
        if isinstance(error, Conflict):
            self._work(False)
            said = _("Somebody else changed this draft first. Yours is still here.")
            self.notices.stay(said, Tone.LATE, _("Keep as another draft"), self._keep_apart)
            return True
        told = self._refused(error)
        if told:
            # A register that keeps nothing must not hold the clerk here for ever.
            self.keeping.given_up = True
            said = _("What you typed is on this computer. It is kept when you next sign in.")
            self.notices.stay(said, Tone.LATE)
        return told

    def _not_held(self, error: Exception) -> None:
        del error
        said = _("What is typed cannot be held on this computer. Keep the draft soon.")
        self.notices.stay(said, Tone.LATE)

    def _keep_apart(self) -> None:
        self.keeping.kept = None
        self.keep()

    def _refused(self, error: Exception) -> bool:
        self._work(False)
        if show_refusals(error, self.fields, self.notices):
            return True
        said = trouble(error)
        if said:
            self.notices.stay(said, Tone.LATE)
        return bool(said)
