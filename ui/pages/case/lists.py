"""Letters and files of a case."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.rules.letters import ON_THE_DESK, READY, LetterStatus
from desktop.views import FileView, LetterView
from desktop.wording import N_, _
from desktop.wording.names import DISPATCH, LETTER_KIND, LETTER_STATUS
from ui.dialogs.letter_sheets import DispatchSheet, NumberSheet, ReturnedSheet, VoidSheet
from ui.dialogs.sheet import Sheet
from ui.telling import digits, short_moment
from ui.theme import Tone
from ui.widgets.files import FileDrop, size_text
from ui.widgets.plain import Card, Chip, button, label

_TONES = {
    LetterStatus.AWAITING_NUMBER: Tone.SOON,
    LetterStatus.ISSUED: Tone.SOON,
    LetterStatus.PRINTED: Tone.INFO,
    LetterStatus.SENT: Tone.OK,
    LetterStatus.RETURNED: Tone.LATE,
    LetterStatus.VOID: Tone.QUIET,
}


class LettersCard(Card):
    """The letters of a case.

    Signals:
        opened: Show a letter. arg: the letter.
        moved: Record what happened to a letter. args: the letter, the sheet that asks for it.
    """

    opened = Signal(object)
    moved = Signal(object, object)

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
        parts = (_(LETTER_KIND[letter.kind]), digits(letter.number))
        line.addWidget(label(" · ".join(part for part in parts if part)))
        line.addStretch()
        line.addWidget(Chip(_(LETTER_STATUS[letter.status]), _TONES[letter.status]))
        column.addLayout(line)
        below = QHBoxLayout()
        below.addWidget(label(letter_note(letter), "second"))
        below.addStretch()
        show = button(_("Show and print"), "link")
        show.clicked.connect(partial(self.opened.emit, letter))
        below.addWidget(show)
        for text, sheet in moves_of(letter.status) if may else ():
            move = button(_(text), "link")
            move.clicked.connect(partial(self.moved.emit, letter, sheet))
            below.addWidget(move)
        column.addLayout(below)
        return row


def moves_of(status: LetterStatus) -> tuple[tuple[str, type[Sheet]], ...]:
    """List what may be recorded of a letter where it stands: message ids and their sheets."""
    moves: list[tuple[str, type[Sheet]]] = []
    if status is LetterStatus.AWAITING_NUMBER:
        moves.append((N_("Type number…"), NumberSheet))
    if status in READY:
        moves.append((N_("Record sending…"), DispatchSheet))
    if status is LetterStatus.SENT:
        moves.append((N_("Came back…"), ReturnedSheet))
    if status in ON_THE_DESK:
        moves.append((N_("Void…"), VoidSheet))
    return tuple(moves)


def letter_note(letter: LetterView) -> str:
    """Say to whom a letter goes, how it left, and why it came back or is void."""
    if letter.status is LetterStatus.VOID:
        return f"{letter.recipient} · {letter.reason}"
    if letter.sent_at is None or letter.dispatch is None:
        return letter.recipient
    parts = [letter.recipient, _(DISPATCH[letter.dispatch]), short_moment(letter.sent_at)]
    return " · ".join([*parts, *(text for text in (letter.tracking, letter.reason) if text)])


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
