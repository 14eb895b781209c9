"""ดำเนินการ: every move that may be made of a case from where it stands, and what then goes out."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from desktop.rules.case import StepKind
from desktop.rules.clocks import ClockKind
from desktop.rules.complaint import Outcome, is_anonymous
from desktop.rules.letters import ON_THE_DESK, LetterKind
from desktop.rules.proceedings import WaitFor
from desktop.rules.road import ROAD, Move, allowed
from desktop.views import CaseView, PersonRow
from desktop.wording import _
from desktop.wording.names import LETTER_KIND
from desktop.wording.road import MOVE, demanded
from ui.dialogs.assign import AssignSheet
from ui.dialogs.case_sheets import AnswerSheet, CloseSheet, ReferSheet
from ui.dialogs.letter_fields import kinds_for
from ui.dialogs.letter_scans import IncomingSheet
from ui.dialogs.road.ending import NotAcceptSheet, ProposeClosingSheet, ReturnSheet, WithdrawSheet
from ui.dialogs.road.inquiry import AppointSheet, FindingsSheet, OrderSheet, ProtectSheet
from ui.dialogs.road.letters import AppealSheet
from ui.dialogs.road.plain import MoveSheet, hiding, reopening, restoring, unmerging
from ui.dialogs.road.ties import MergeSheet, SplitSheet, TieSheet
from ui.dialogs.road.waiting import ExtendSheet, ResumeSheet, WaitSheet
from ui.dialogs.sheet import Sheet
from ui.operations import Operations
from ui.widgets.plain import button, label

Making = Callable[[Operations, CaseView, QWidget], Sheet]
_GROUPS = (Move.WAIT_PETITIONER, Move.PROPOSE_CLOSING, Move.NOT_ACCEPT, Move.MERGE, Move.REOPEN)
"""Moves before which the menu draws a line."""


def _plain(move: Move) -> Making:
    return lambda operations, case, parent: MoveSheet(operations, (case.id,), move, parent)


def _waiting(whom: WaitFor) -> Making:
    return lambda operations, case, parent: WaitSheet(operations, case, whom, parent)


def _closing(operations: Operations, case: CaseView, parent: QWidget) -> Sheet:
    late = runs_late(case, operations.desk.now())
    sheet = CloseSheet(operations, case.id, late=late, parent=parent)
    proposed = [step for step in case.steps if step.kind is StepKind.CLOSING_PROPOSED]
    if proposed:
        # Closed as it was proposed, unless whoever decides says otherwise.
        sheet.outcome.set_text(Outcome(str(proposed[-1].facts["outcome"])).value)
        sheet.evidence.set_text(proposed[-1].note)
    return sheet


def _withdrawing(operations: Operations, case: CaseView, parent: QWidget) -> Sheet:
    late = runs_late(case, operations.desk.now())
    return WithdrawSheet(operations, case, parent, late=late)


SHEETS: Mapping[Move, Making] = {
    **{
        move: _plain(move)
        for move in (Move.SCREEN, Move.AWAIT_ORDER, Move.START, Move.SEND_BACK, Move.ARCHIVE)
    },
    **{whom.move: _waiting(whom) for whom in WaitFor},
    Move.ORDER: lambda operations, case, parent: OrderSheet(operations, (case.id,), parent),
    Move.INVESTIGATE: AppointSheet,
    Move.REPORT_FINDINGS: FindingsSheet,
    Move.PROTECT_CHILD: ProtectSheet,
    Move.RESUME: ResumeSheet,
    Move.EXTEND: ExtendSheet,
    Move.FILE_LETTER: lambda operations, case, parent: IncomingSheet(
        operations, case, None, parent
    ),
    Move.PROPOSE_CLOSING: ProposeClosingSheet,
    Move.CLOSE: _closing,
    Move.INFORM: lambda operations, case, parent: AnswerSheet(operations, case.id, parent),
    Move.NOT_ACCEPT: NotAcceptSheet,
    Move.RETURN: ReturnSheet,
    Move.REFER: ReferSheet,
    Move.WITHDRAW: _withdrawing,
    Move.MERGE: MergeSheet,
    Move.UNMERGE: unmerging,
    Move.LINK: TieSheet,
    Move.SPLIT: SplitSheet,
    Move.REOPEN: reopening,
    Move.APPEAL: AppealSheet,
    Move.HIDE: hiding,
    Move.RESTORE: restoring,
}
"""What each move asks; assigning asks who there is."""


class RoadButton(QPushButton):
    """Opens the moves that the actor may make from here, each with what it asks for.

    Signals:
        moved: A move was made. arg: the `Move`.
        assigned: It was given to somebody. arg: the `Assigned`.
    """

    moved = Signal(object)
    assigned = Signal(object)

    def __init__(self, operations: Operations, parent: QWidget) -> None:
        super().__init__(_("Proceed…"), parent)
        self.setAccessibleName(_("Proceed…"))
        self.setEnabled(False)
        self._operations, self._page = operations, parent
        self._case: CaseView | None = None
        self._people: Sequence[PersonRow] = ()
        self.setToolTip(f"{self.text()} (Ctrl+J)")
        self.setShortcut("Ctrl+J")
        self.setMenu(QMenu(self))

    def show_case(self, case: CaseView, people: Sequence[PersonRow]) -> None:
        """Offer what may be done of a case."""
        self._case, self._people = case, people
        menu = self.menu()
        menu.clear()
        for move in self.moves():
            if move in _GROUPS and menu.actions():
                menu.addSeparator()
            asked = demanded(ROAD[move])
            action = menu.addAction(f"{_(MOVE[move])}…\t{asked}")
            action.triggered.connect(partial(self.ask, move))
        self.setEnabled(bool(menu.actions()))

    def moves(self) -> list[Move]:
        """List what the actor may do from here, in the road's order."""
        case = self._case
        if case is None:
            return []
        return [
            move
            for move, way in ROAD.items()
            if self._operations.actor.may(way.permission)
            and allowed(move, case.status)
            and sensible(move, case)
        ]

    def ask(self, move: Move) -> Sheet:
        """Ask what a move demands, and make it."""
        case = self._case
        assert case is not None
        if move is Move.ASSIGN:
            sheet: Sheet = AssignSheet(self._operations, (case.id,), self._people, self._page)
        else:
            sheet = SHEETS[move](self._operations, case, self._page)
        sheet.done_with.connect(partial(self._made, move))
        if move is Move.ASSIGN:
            sheet.done_with.connect(self.assigned)
        sheet.open()
        return sheet

    def _made(self, move: Move, result: object) -> None:
        del result
        self.moved.emit(move)


class OffersBar(QFrame):
    """The letters that usually go out with a move that was made.

    Signals:
        wanted: A letter is to be written. arg: its `LetterKind`.
    """

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("Notice")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 6, 6)
        self._parts: list[QWidget] = []
        self.hide()

    def offer(self, move: Move, case: CaseView) -> None:
        """Offer the letters of a move that can be written about this case."""
        self.clear()
        # What lies issued and unsent is the very letter of this move.
        written = {one.kind for one in case.letters if one.status in ON_THE_DESK}
        kinds = [k for k in ROAD[move].offers if k in kinds_for(case) and k not in written]
        if not kinds:
            return
        self._add(label(_("Letters for “{move}”:").format(move=_(MOVE[move]))))
        for kind in kinds:
            part = button(_(LETTER_KIND[kind]))
            part.clicked.connect(partial(self._want, kind))
            self._add(part)
        self._row.addStretch()
        close = button(_("Close"))
        close.clicked.connect(self.clear)
        self._add(close)
        self.show()

    def clear(self) -> None:
        """Offer nothing."""
        self.hide()
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()

    def _add(self, part: QWidget) -> None:
        self._row.addWidget(part)

    def _want(self, kind: LetterKind) -> None:
        self.clear()
        self.wanted.emit(kind)


def sensible(move: Move, case: CaseView) -> bool:
    """Tell whether a move that the road allows has anything to do here."""
    befell = case.proceedings
    if (move is Move.RESTORE) != (case.hidden_at is not None):
        return False
    waited = [wait.whom.move for wait in befell.waits if wait.ended_at is None]
    inquiring = any(one.reported_on is None for one in befell.investigations)
    signed = not is_anonymous(case.petitioners)
    fits = {
        Move.RESUME: bool(waited),
        Move.PROTECT_CHILD: case.child_danger and case.child_taken_at is None,
        Move.REPORT_FINDINGS: inquiring,
        Move.INVESTIGATE: not inquiring,
        Move.WAIT_PETITIONER: signed,
        Move.INFORM: signed,
        Move.WITHDRAW: signed,
    }
    return fits.get(move, True) and move not in waited


def runs_late(case: CaseView, now: datetime) -> bool:
    """Tell whether the resolve clock of the present cycle has run out."""
    return any(
        clock.kind is ClockKind.RESOLVE
        and clock.cycle == case.cycle
        and clock.stopped_at is None
        and clock.due_at is not None
        and clock.due_at < now
        for clock in case.clocks
    )
