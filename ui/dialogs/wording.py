"""The letters' wording as the office wants it: sentences beside the letter they make."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.acts.rewording import Reworded, RewordLetter, reword_letter, troubles
from desktop.errors import Refused
from desktop.ports import Desk, Pressed
from desktop.rules.letters import SPECS, LetterKind
from desktop.rules.people import Actor
from desktop.rules.wording import FIELDS, SUBJECT, OfficeWording, Sentence, Wording
from desktop.views import OfficeView
from desktop.wording import _
from desktop.wording.names import BLANK, FIELD, FINDING, LETTER_KIND
from desktop.wording.refusals import sentence
from ui.dialogs.sheet import refusals_of, trouble
from ui.notices import Notices
from ui.operations import Operations
from ui.telling import digits
from ui.theme import Tone, px
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.field import BlockField, Field, LineField
from ui.widgets.fitting import fit
from ui.widgets.pdf_view import PdfView
from ui.widgets.plain import button, label, scrolling

PAUSE = 350
"""Milliseconds after the last keystroke before the preview follows."""


class WordingDialog(QDialog):
    """Every sentence of a kind of letter, checked while it is written, and a sample of it."""

    def __init__(
        self, operations: Operations, office: OfficeView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Wording of letters"))
        fit(self, 1240, 720)
        self._operations, self._office = operations, office
        self._shown: tuple[LetterKind, int] | None = None
        self.slots: dict[str, Field] = {}
        self._unsaved: dict[LetterKind, dict[str, str]] = {}
        self._warned = False
        self._asked = 0
        self.notices = Notices()
        kinds = [Choice(k.value, _(LETTER_KIND[k]), k) for k in LetterKind]
        self.kind = ChoiceField(_("Letter"), kinds)
        self.kind.edited.connect(self._kind_changed)
        self._lay_out()
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(PAUSE)
        self._waiting.timeout.connect(self._check)
        self._kind_changed("")

    def _lay_out(self) -> None:
        self.save_button = button(_("Save wording"), "primary", "Ctrl+S")
        self.save_button.setShortcut("Ctrl+S")
        self.restore_button = button(_("Back to the shipped wording"))
        self.save_button.clicked.connect(self.save)
        self.restore_button.clicked.connect(self.restore)
        # Whoever is fast is here before any wording is.
        self.save_button.setEnabled(False)
        self.restore_button.setEnabled(False)
        self.told = label("", "second", wrap=True)
        self._sentences = QVBoxLayout()
        self._sentences.setSpacing(10)
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.kind)
        column.addWidget(self.told)
        column.addLayout(self._sentences)
        column.addStretch()
        scroll = scrolling(ground)
        self.view = PdfView()
        middle = QHBoxLayout()
        middle.setSpacing(px(12))
        middle.addWidget(scroll, 5)
        middle.addWidget(self.view, 6)
        self.close_button = button(_("Close"))
        self.close_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.close_button)
        foot.addWidget(self.restore_button)
        foot.addWidget(self.save_button)
        for part in (self.close_button, self.restore_button, self.save_button):
            part.setAutoDefault(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(20), px(16), px(20), px(16))
        whole.setSpacing(px(12))
        whole.addWidget(label(_("Wording of letters"), "title"))
        whole.addWidget(self.notices)
        whole.addLayout(middle, 1)
        whole.addLayout(foot)

    def wording(self) -> OfficeWording:
        """Return what is written; of the letter that is shown, which may not be the one chosen."""
        assert self._shown is not None
        texts = {slot: field.text() for slot, field in self.slots.items()}
        return OfficeWording(*self._shown, texts)

    def save(self) -> None:
        """Keep what is written for the letters to come."""
        self._write(self.wording(), _("The wording is kept for the letters to come."))

    def restore(self) -> None:
        """Go back to the wording that came with the program."""
        assert self._shown is not None
        shipped = OfficeWording(*self._shown, {})
        self._write(shipped, _("The shipped wording is back."))

    def reject(self) -> None:
        """Close; what was written and not saved is thrown away only when asked twice."""
        if self._unsaved and not self._warned:
            self._warned = True
            names = ", ".join(_(LETTER_KIND[kind]) for kind in self._unsaved)
            said = _("Not saved: {letters}. Close again to throw it away.").format(letters=names)
            self.notices.stay(said, Tone.LATE)
            return
        super().reject()

    def done(self, result: int) -> None:
        """Stop rendering when the dialog ends."""
        self._waiting.stop()
        # A sample that is still being printed has nowhere to be shown any more.
        self._asked += 1
        self.view.close_worker()
        super().done(result)

    def _kind_changed(self, text: str) -> None:
        del text
        kind: LetterKind = self.kind.value()
        self._operations.read(
            self, lambda desk, _actor: desk.press.wording(kind), partial(self._show, kind)
        )

    def _show(self, kind: LetterKind, wording: Wording) -> None:
        if kind is not self.kind.value():
            return
        self._shown = kind, wording.version
        self.restore_button.setEnabled(True)
        while (item := self._sentences.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        own = self._office.wordings.get(kind)
        if own is not None and own.version != wording.version and own.texts:
            said = _("The office's wording was written for an older program and is not used.")
            self.notices.stay(said, Tone.SOON)
        fits = own is not None and own.version == wording.version
        texts = wording.texts() | dict(own.texts if own is not None and fits else {})
        self.slots = {SUBJECT: LineField(_("Subject of the letter"), required=True)}
        for one in (*wording.references, *wording.body):
            self.slots[one.slot] = BlockField(_caption(one), lines=1 if one.heading else 4)
        texts |= self._unsaved.get(kind, {})
        before = self.kind.editor
        for slot, field in self.slots.items():
            field.set_text(texts[slot])
            field.edited.connect(self._edited)
            self._sentences.addWidget(field)
            QWidget.setTabOrder(before, field.editor)
            before = field.editor
        self.told.setText(_told(kind))
        self._check()

    def _edited(self) -> None:
        wording = self.wording()
        self._unsaved[wording.kind] = dict(wording.texts)
        self._warned = False
        self._waiting.start()

    def _check(self) -> None:
        """Show what is wrong where it stands, and the letter once nothing is."""
        wording = self.wording()
        for field in self.slots.values():
            field.set_error("")
        found = troubles(wording)
        self._tell(wording.kind, found)
        self.save_button.setEnabled(not found)
        if found:
            return
        self._asked += 1
        office, asked = self._office, self._asked

        def question(desk: Desk, actor: Actor) -> Pressed:
            del actor
            return desk.press.sample(wording, office)

        self._operations.read(self, question, partial(self._show_sample, asked))

    def _show_sample(self, asked: int, pressed: Pressed) -> None:
        if asked == self._asked:
            self.view.show_pdf(pressed.pdf)

    def _tell(self, kind: LetterKind, found: tuple[Refused, ...]) -> None:
        nowhere = [sentence(one) for one in found if one.field is None]
        for one in found:
            if one.field is not None:
                self.slots[one.field].set_error(sentence(one))
        self.told.setText("\n".join((_told(kind), *nowhere)))

    def _write(self, wording: OfficeWording, said: str) -> None:
        kind = wording.kind
        written = self._unsaved.get(kind)

        def done(result: Reworded) -> None:
            self._office = _with(self._office, wording)
            # What was typed since then is still to be saved.
            if self._unsaved.get(kind) is written:
                self._unsaved.pop(kind, None)
            self.notices.passing(said)
            self._kind_changed(result.kind.value)

        refused = partial(self._refused, kind)
        self._operations.write(self, reword_letter, RewordLetter(wording), done, refused)

    def _refused(self, kind: LetterKind, error: Exception) -> bool:
        refusals = refusals_of(error)
        if self._shown is not None and kind is self._shown[0] is self.kind.value():
            self._tell(kind, refusals)
        else:
            # Another letter was chosen meanwhile; the fields are no longer those of this one.
            for one in refusals:
                self.notices.stay(f"{_(LETTER_KIND[kind])}: {sentence(one)}", Tone.LATE)
        said = "" if refusals else trouble(error)
        if said:
            self.notices.stay(said, Tone.LATE)
        return bool(refusals or said)


def _with(office: OfficeView, wording: OfficeWording) -> OfficeView:
    return OfficeView(
        office.facts,
        office.signatories,
        office.days,
        office.policy,
        {**office.wordings, wording.kind: wording},
    )


def _caption(one: Sentence) -> str:
    """Say where a sentence stands, and when."""
    part, _dot, place = one.slot.partition(".")
    if one.heading:
        said = _("Heading")
    elif part == "references":
        said = _("Reference {number}")
    else:
        said = _("Sentence {number}")
    said = digits(said.format(number=int(place) + 1))
    if one.finding is not None:
        said += " · " + _(FINDING[one.finding])
    if one.needs:
        needed = ", ".join("{" + name + "}" for name in one.needs)
        said += " · " + _("only with {fields}").format(fields=needed)
    return said


def _told(kind: LetterKind) -> str:
    """List the fields that may be named."""
    blanks = ", ".join(f"{{{b.value}}} = {_(BLANK[b])}" for b in SPECS[kind].blanks)
    known = ", ".join(f"{{{name}}} = {_(FIELD[name])}" for name in sorted(FIELDS))
    return _("Fields of this letter: {blanks}. Of every letter: {known}.").format(
        blanks=blanks, known=known
    )
