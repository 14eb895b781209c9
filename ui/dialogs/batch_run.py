"""Letters being issued one after another: how far it is, how to stop, and what came of it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from desktop.acts.batching import BatchEnded, EndBatch, IssuePlanned, end_batch, issue_planned
from desktop.acts.corresponding import Issued
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.filenames import letter_file
from desktop.rules.people import Actor
from desktop.wording import _, ngettext
from desktop.wording.refusals import sentence
from ui.dialogs.openings import Openings
from ui.dialogs.originals import Originals
from ui.dialogs.sheet import refusals_of, show_refusals, trouble
from ui.notices import Notices
from ui.operations import Operations
from ui.telling import digits
from ui.theme import Tone, px
from ui.widgets.plain import button, label

_Papers = list[tuple[str, bytes]]


class BatchRunDialog(QDialog):
    """Issues the letters of a batch that are left; stopping keeps what has been issued."""

    def __init__(
        self,
        operations: Operations,
        batch_id: int,
        left: Sequence[int],
        left_out: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Issuing letters"))
        self.setModal(True)
        self.setMinimumWidth(px(560))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._operations, self._batch_id = operations, batch_id
        self._openings = Openings(operations, self, self._not_read)
        self._originals = Originals(operations, self, self._openings)
        self._left = list(left)
        self._count = len(self._left)
        self._refused: list[Refused] = []
        self._stopping = False
        self.letter_ids: tuple[int, ...] = ()
        self.notices = Notices()
        self._lay_out()
        if left_out:
            said = ngettext(
                "{count} complaint gets no letter: nobody signed it.",
                "{count} complaints get no letter: nobody signed them.",
                left_out,
            )
            self.notices.stay(digits(said.format(count=left_out)), Tone.INFO)
        self._go_on()

    def _lay_out(self) -> None:
        self.bar = QProgressBar()
        self.bar.setRange(0, self._count)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Issuing letters"))
        self.line = label("", "second")
        self.stop_button = button(_("Stop here"))
        self.one_button = button(_("Show as one PDF"), "primary", "Ctrl+P")
        self.one_button.setShortcut("Ctrl+P")
        self.each_button = button(_("Save one file each…"))
        self.close_button = button(_("Close"))
        self.stop_button.clicked.connect(self.stop)
        self.one_button.clicked.connect(self.show_as_one)
        self.each_button.clicked.connect(self.save_each)
        self.close_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        self.hint = label(_("Stopping keeps the letters issued so far."), "second")
        foot.addWidget(self.hint)
        foot.addStretch()
        for part in (self.stop_button, self.close_button, self.each_button, self.one_button):
            part.setAutoDefault(False)
            foot.addWidget(part)
        for part in (self.close_button, self.each_button, self.one_button):
            part.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        self.title = label(_("Issuing letters"), "title")
        column.addWidget(self.title)
        column.addWidget(self.notices)
        column.addWidget(self.bar)
        column.addWidget(self.line)
        column.addLayout(foot)

    def stop(self) -> None:
        """Issue no more after the one in hand."""
        self._stopping = True
        self.stop_button.setEnabled(False)

    def reject(self) -> None:
        """Escape stops first; only what has ended is closed."""
        if self.close_button.isVisible():
            super().reject()
        else:
            self.stop()

    def show_as_one(self) -> None:
        """Show all letters as one PDF, to print them in one go."""
        self._originals.show_all(self.letter_ids)

    def save_each(self) -> None:
        """Save each letter as a file of its own."""
        chosen = QFileDialog.getExistingDirectory(self, _("Save one file each…"))
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, folder: Path) -> None:
        """Save each letter into a folder under its number."""
        letter_ids = self.letter_ids

        def question(desk: Desk, actor: Actor) -> tuple[_Papers, list[int]]:
            known = {letter.id: letter for letter in desk.reading.letters(actor)}
            letters = [known[letter_id] for letter_id in letter_ids]
            papers = [
                (letter_file(one.number, one.id), desk.reading.letter_pdf(actor, one.id))
                for one in letters
            ]
            return papers, [one.complaint_id for one in letters]

        def save(papers: _Papers) -> None:
            try:
                for name, pdf in papers:
                    (folder / name).write_bytes(pdf)
            except OSError:
                said = _("The file could not be written. Choose another place.")
                self.notices.stay(said, Tone.LATE)
                return
            self.notices.passing(_("Saved."))

        self._openings.read(question, save)

    def _go_on(self) -> None:
        done = self._count - len(self._left)
        self.bar.setValue(done)
        said = ngettext("{done} of {total} letter", "{done} of {total} letters", self._count)
        self.line.setText(digits(said.format(done=done, total=self._count)))
        if not self._left or self._stopping:
            self._operations.write(self, end_batch, EndBatch(self._batch_id), self._ended)
            return
        command = IssuePlanned(self._batch_id, self._left[0])
        self._operations.write(self, issue_planned, command, self._issued, self._failed)

    def _issued(self, result: Issued) -> None:
        del result
        self._left.pop(0)
        self._go_on()

    def _failed(self, error: Exception) -> bool:
        """Leave out a letter that is refused; stop where the machine fails, to go on later."""
        refusals = refusals_of(error)
        if refusals:
            self._refused.extend(refusals)
            self._left.pop(0)
            self._go_on()
            return True
        said = trouble(error)
        if said:
            self.notices.stay(said, Tone.LATE)
            self._finish()
        return bool(said)

    def _ended(self, ended: BatchEnded) -> None:
        self.letter_ids = ended.letter_ids
        for refused in dict.fromkeys(sentence(one) for one in self._refused):
            self.notices.stay(refused, Tone.LATE)
        self._finish()

    def _finish(self) -> None:
        self.stop_button.hide()
        self.hint.hide()
        # Where another gives the numbers, they are not issued yet.
        self.title.setText(_("Letters are made"))
        self.close_button.show()
        for part in (self.each_button, self.one_button):
            part.setVisible(bool(self.letter_ids))
        (self.one_button if self.letter_ids else self.close_button).setFocus()

    def _not_read(self, error: Exception) -> bool:
        return show_refusals(error, {}, self.notices)
