"""The letters of a case: each where it stands, shown as issued, and what may be done with it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.acts.corresponding import Issued
from desktop.acts.dispatching import RecordPrinted, record_printed
from desktop.rules.letters import ON_THE_DESK, READY, LetterStatus
from desktop.rules.people import Permission
from desktop.rules.printing import paper_of
from desktop.views import CaseView, LetterView, OfficeView
from desktop.wording import N_, _
from desktop.wording.names import DISPATCH, LETTER_KIND, LETTER_STATUS
from ui.dialogs.letter import LetterDialog
from ui.dialogs.letter_sheets import DispatchSheet, NumberSheet, ReturnedSheet, VoidSheet
from ui.dialogs.paper import show_paper
from ui.dialogs.sheet import Sheet
from ui.notices import Notices
from ui.operations import Operations, Otherwise
from ui.printing.job import Paper
from ui.telling import digits, short_moment
from ui.theme import Tone
from ui.widgets.plain import Card, Chip, button, label

LetterSheet = Callable[[Operations, LetterView, QWidget], Sheet]
"""Asks what happened to a letter."""
_TONES = {
    LetterStatus.AWAITING_NUMBER: Tone.SOON,
    LetterStatus.ISSUED: Tone.SOON,
    LetterStatus.PRINTED: Tone.INFO,
    LetterStatus.SENT: Tone.OK,
    LetterStatus.ANSWERED: Tone.OK,
    LetterStatus.RETURNED: Tone.LATE,
    LetterStatus.VOID: Tone.QUIET,
}


class LettersCard(Card):
    """The letters of the case on the page."""

    def __init__(self, operations: Operations, notices: Notices, refused: Otherwise) -> None:
        super().__init__(_("Letters"))
        self._operations, self._notices, self._refused = operations, notices, refused
        self._case: CaseView | None = None
        self._office: OfficeView | None = None
        self._rows: list[QWidget] = []

    def show_case(self, case: CaseView, office: OfficeView) -> None:
        """Replace what is shown."""
        self._case, self._office = case, office
        for row in self._rows:
            row.deleteLater()
        self._rows = [self._row(letter) for letter in case.letters]
        if not case.letters:
            self._rows = [label(_("No letters yet."), "second")]
        for row in self._rows:
            self.column.addWidget(row)

    def issue(self) -> LetterDialog:
        """Begin a letter."""
        assert self._case is not None
        assert self._office is not None
        dialog = LetterDialog(self._operations, self._case, self._office, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.issued.connect(self._issued)
        dialog.open()
        return dialog

    def show_letter(self, letter: LetterView) -> None:
        """Show a letter as it was issued; printing it is recorded."""
        title = digits(letter.number) or _(LETTER_KIND[letter.kind])

        def shown(pdf: bytes) -> None:
            dialog = show_paper(self, Paper(title, pdf, paper_of(letter.kind)))
            if letter.status is LetterStatus.ISSUED and self._may():
                dialog.printed.connect(partial(self._printed, letter.id))

        self._operations.read(
            self,
            lambda desk, actor: desk.reading.letter_pdf(actor, letter.id),
            shown,
            self._refused,
        )

    def ask(self, letter: LetterView, sheet: LetterSheet) -> None:
        """Ask what happened to a letter."""
        sheet(self._operations, letter, self).open()

    def _may(self) -> bool:
        return self._operations.actor.may(Permission.ISSUE_LETTER)

    def _row(self, letter: LetterView) -> QWidget:
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
        show.clicked.connect(partial(self.show_letter, letter))
        below.addWidget(show)
        for text, sheet in moves_of(letter.status) if self._may() else ():
            move = button(_(text), "link")
            move.clicked.connect(partial(self.ask, letter, sheet))
            below.addWidget(move)
        column.addLayout(below)
        return row

    def _printed(self, letter_id: int) -> None:
        self._operations.write(self, record_printed, RecordPrinted(letter_id))

    def _issued(self, result: Issued) -> None:
        said = _("Letter {number} was issued.").format(number=digits(result.number))
        unnumbered = _("The letter is ready to go up for signing.")
        self._notices.passing(said if result.number else unnumbered)


def moves_of(status: LetterStatus) -> tuple[tuple[str, LetterSheet], ...]:
    """List what may be recorded of a letter where it stands: message ids and their sheets."""
    moves: list[tuple[str, LetterSheet]] = []
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
