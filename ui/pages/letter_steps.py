"""What may be done with the letters selected in a list; the next step of their life stands out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.rules.letters import ON_THE_DESK, READY, LetterStatus
from desktop.rules.proposing import ProposalMove
from desktop.views import LetterLine, LetterView, ProposalView
from desktop.wording import _
from desktop.wording.names import PROPOSAL_MOVE
from ui.actions import Act, spec
from ui.dialogs.folder import moves_of_draft
from ui.widgets.flow import FlowLayout
from ui.widgets.plain import button, restyle, spread

_OFFERED = tuple(move for move in ProposalMove if move is not ProposalMove.KEEP)
_OF_ONE = (ProposalMove.SEND_BACK, ProposalMove.DISCARD)
"""Moves whose words are of one draft alone."""
_ONWARD = (ProposalMove.CHECK, ProposalMove.SIGN, ProposalMove.ISSUE)


class LetterSteps(QWidget):
    """Buttons above a list of letters, and the key of whichever step comes next."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.show_button = button(_("Show and print"), keys=spec(Act.PRINT).keys)
        self.moves: dict[ProposalMove, QPushButton] = {
            move: button(_(PROPOSAL_MOVE[move])) for move in _OFFERED
        }
        self.number_button = button(_("Type number…"))
        self.sent_button = button(_("Record sending…"))
        # The steps in their order: of those that may be taken, the first is the next one.
        onward = [self.moves[move] for move in _ONWARD]
        self._steps = (*onward, self.number_button, self.sent_button)
        following = QShortcut(spec(Act.NEXT_STEP).keys, page)
        following.activated.connect(self._take_next)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        steps = FlowLayout()
        spread(steps, *self.moves.values(), self.number_button, self.sent_button)
        row.addLayout(steps, 1)
        row.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignTop)
        # Whoever is fast is here before any letter is.
        self.fit(())

    def offer(self, *, may: bool) -> None:
        """Show the steps to whoever may take them."""
        for part in (*self.moves.values(), self.number_button, self.sent_button):
            part.setVisible(may)

    def fit(self, lines: Sequence[LetterLine]) -> None:
        """Let be done what every line selected allows."""
        drafts = [line for line in lines if isinstance(line, ProposalView)]
        letters = [line for line in lines if isinstance(line, LetterView)]
        only_drafts, one = bool(drafts) and not letters, len(lines) == 1
        for move, part in self.moves.items():
            every = all(move in moves_of_draft(draft) for draft in drafts)
            part.setEnabled(only_drafts and every and (one or move not in _OF_ONE))
        open_ones = not any(line.closed for line in lines)
        here = bool(letters) and all(letter.status in ON_THE_DESK for letter in letters)
        together = only_drafts or (one and bool(letters)) or (here and not drafts)
        printable = together and open_ones
        self.show_button.setEnabled(printable)
        # While nothing here is printed by it, the key is free for what was just issued.
        self.show_button.setShortcut(spec(Act.PRINT).keys if printable else "")
        status = letters[0].status if one and letters and open_ones else None
        self.number_button.setEnabled(status is LetterStatus.AWAITING_NUMBER)
        self.sent_button.setEnabled(status in READY)
        self._lead_on()

    def _next(self) -> QPushButton | None:
        return next((part for part in self._steps if part.isEnabled()), None)

    def _lead_on(self) -> None:
        """Let the next step stand out, and name its key."""
        following = self._next()
        for part in self._steps:
            leads = part is following
            part.setProperty("role", "primary" if leads else "")
            part.setToolTip(f"{part.text()} ({spec(Act.NEXT_STEP).keycap})" if leads else "")
            restyle(part)

    def _take_next(self) -> None:
        following = self._next()
        if following is not None and following.isVisible():
            following.click()
