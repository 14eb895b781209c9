"""The letters of a case: each where it stands, shown as issued, and what may be done with it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.acts.dispatching import RecordPrinted, record_printed
from desktop.rules.letters import ON_THE_DESK, READY, LetterStatus
from desktop.rules.people import Permission
from desktop.rules.printing import paper_of
from desktop.rules.proposing import ProposalMove
from desktop.rules.thai.dates import short_date
from desktop.views import CaseView, LetterView, OfficeView, ProposalView
from desktop.wording import N_, _
from desktop.wording.names import (
    DISPATCH,
    LETTER_KIND,
    LETTER_STATUS,
    PROPOSAL_MOVE,
    PROPOSAL_STEP,
)
from ui.dialogs.folder import Folder, moves_of_draft
from ui.dialogs.letter import LetterDialog
from ui.dialogs.letter_sheets import DispatchSheet, NumberSheet, ReturnedSheet, VoidSheet
from ui.dialogs.paper import show_paper
from ui.dialogs.sheet import Sheet
from ui.notices import Notices
from ui.operations import Operations, Otherwise
from ui.printing.job import Paper
from ui.telling import LETTER_TONES, STEP_TONES, addressees, digits, short_moment
from ui.widgets.dates import shown_digits
from ui.widgets.plain import Card, Chip, button, label

LetterSheet = Callable[[Operations, LetterView, QWidget], Sheet]
"""Asks what happened to a letter."""


class LettersCard(Card):
    """The letters of the case on the page."""

    def __init__(self, operations: Operations, notices: Notices, refused: Otherwise) -> None:
        super().__init__(_("Letters"))
        self._operations, self._refused = operations, refused
        self.folder = Folder(operations, self, notices, refused)
        self._case: CaseView | None = None
        self._office: OfficeView | None = None
        self._rows: list[QWidget] = []

    def show_case(self, case: CaseView, office: OfficeView) -> None:
        """Replace what is shown."""
        self._case, self._office = case, office
        for row in self._rows:
            row.deleteLater()
        self._rows = [self._draft_row(draft) for draft in case.proposals]
        self._rows += [self._row(letter) for letter in case.letters]
        if not self._rows:
            self._rows = [label(_("No letters yet."), "second")]
        for row in self._rows:
            self.column.addWidget(row)

    def issue(self) -> LetterDialog:
        """Begin a letter."""
        assert self._case is not None
        assert self._office is not None
        return self.folder.write(self._case, self._office)

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

    def _draft_row(self, draft: ProposalView) -> QWidget:
        chip = Chip(_(PROPOSAL_STEP[draft.step]), STEP_TONES[draft.step])
        row = QWidget()
        column = _two_lines(row, _(LETTER_KIND[draft.draft.kind]), chip)
        column.addWidget(label(draft_note(draft), "second", wrap=True))
        below = QHBoxLayout()
        below.addStretch()
        show = button(_("Show and print"), "link")
        show.clicked.connect(partial(self.folder.show, (draft,)))
        below.addWidget(show)
        for move in moves_of_draft(draft.step) if self._may() else ():
            text = _("Open draft") if move is ProposalMove.KEEP else _(PROPOSAL_MOVE[move])
            part = button(text, "link")
            part.clicked.connect(partial(self.folder.take, move, (draft,)))
            below.addWidget(part)
        column.addLayout(below)
        return row

    def _row(self, letter: LetterView) -> QWidget:
        parts = (_(LETTER_KIND[letter.kind]), digits(letter.number))
        chip = Chip(_(LETTER_STATUS[letter.status]), LETTER_TONES[letter.status])
        row = QWidget()
        column = _two_lines(row, " · ".join(part for part in parts if part), chip)
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


def _two_lines(row: QWidget, text: str, chip: Chip) -> QVBoxLayout:
    """Lay out a row's head, with its chip at the right, and return the column to go on in."""
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    line = QHBoxLayout()
    line.addWidget(label(text))
    line.addStretch()
    line.addWidget(chip)
    column.addLayout(line)
    return column


def draft_note(draft: ProposalView) -> str:
    """Say to whom a draft goes, who wrote and checked it, and what is wanted of it."""
    told = [addressees(draft.draft.recipient), _("drafted by {name}").format(name=draft.begun_by)]
    if draft.checked_by:
        told.append(_("checked by {name}").format(name=draft.checked_by))
    if draft.signed_on is not None:
        day = short_date(draft.signed_on, shown_digits())
        told.append(_("signed on {day}").format(day=day))
    if draft.wanted:
        told.append(_("To be corrected: {wanted}").format(wanted=draft.wanted))
    return " · ".join(text for text in told if text)


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
    to = addressees(letter.recipient)
    if letter.status is LetterStatus.VOID:
        return f"{to} · {letter.reason}"
    if letter.sent_at is None or letter.dispatch is None:
        return to
    parts = [to, _(DISPATCH[letter.dispatch]), short_moment(letter.sent_at)]
    return " · ".join([*parts, *(text for text in (letter.tracking, letter.reason) if text)])
