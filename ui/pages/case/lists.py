"""Letters and files of a case."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.rules.letters import LetterStatus
from desktop.views import FileView, LetterView
from desktop.wording import _
from desktop.wording.names import DISPATCH, LETTER_KIND, LETTER_STATUS
from ui.telling import digits, short_moment
from ui.theme import Tone
from ui.widgets.files import FileDrop, size_text
from ui.widgets.plain import Card, Chip, button, label

_TONES = {
    LetterStatus.ISSUED: Tone.SOON,
    LetterStatus.PRINTED: Tone.INFO,
    LetterStatus.SENT: Tone.OK,
}


class LettersCard(Card):
    """The letters of a case.

    Signals:
        opened: Show a letter. arg: the letter.
        left: Record that a letter left. arg: the letter.
    """

    opened = Signal(object)
    left = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Letters"))
        self._rows: list[QWidget] = []

    def show_letters(self, letters: Sequence[LetterView], *, may: bool) -> None:
        """Replace what is shown."""
        for row in self._rows:
            row.deleteLater()
        self._rows = [self._row(letter, may=may) for letter in letters]
        if not letters:
            self._rows = [label(_("No letters yet."), "second")]
        for row in self._rows:
            self.column.addWidget(row)

    def _row(self, letter: LetterView, *, may: bool) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.addWidget(label(f"{_(LETTER_KIND[letter.kind])} · {digits(letter.number)}"))
        line.addStretch()
        line.addWidget(Chip(_(LETTER_STATUS[letter.status]), _TONES[letter.status]))
        column.addLayout(line)
        below = QHBoxLayout()
        below.addWidget(label(letter_note(letter), "second"))
        below.addStretch()
        show = button(_("Show and print"), "link")
        show.clicked.connect(partial(self.opened.emit, letter))
        below.addWidget(show)
        if may and letter.status is not LetterStatus.SENT:
            sent = button(_("Record sending…"), "link")
            sent.clicked.connect(partial(self.left.emit, letter))
            below.addWidget(sent)
        column.addLayout(below)
        return row


def letter_note(letter: LetterView) -> str:
    """Say to whom a letter goes and how it left."""
    if letter.sent_at is None or letter.dispatch is None:
        return letter.recipient
    parts = [letter.recipient, _(DISPATCH[letter.dispatch]), short_moment(letter.sent_at)]
    return " · ".join([*parts, letter.tracking] if letter.tracking else parts)


class FilesCard(Card):
    """The files of a case, and a place to drop more.

    Signals:
        opened: Show a file. arg: the file.
    """

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Files"))
        self._rows: list[QWidget] = []
        self.drop = FileDrop()

    def show_files(self, files: Sequence[FileView], *, may: bool) -> None:
        """Replace what is shown."""
        for row in self._rows:
            row.deleteLater()
        self._rows = [self._row(file) for file in files]
        for row in self._rows:
            self.column.addWidget(row)
        self.column.addWidget(self.drop)
        self.drop.setVisible(may)

    def _row(self, file: FileView) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        show = button(file.name, "link")
        show.clicked.connect(partial(self.opened.emit, file))
        line.addWidget(show)
        line.addWidget(label(size_text(file.size), "second"))
        line.addStretch()
        line.addWidget(label(f"{file.added_by} · {short_moment(file.added_at)}", "second"))
        return row
