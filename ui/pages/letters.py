"""Letters of all complaints: drafts on their way to the signature, then what is to leave."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.changes import Changes
from desktop.ports import Desk
from desktop.rules.people import Actor, Permission
from desktop.rules.proposing import ProposalMove
from desktop.views import LetterView, ProposalView
from desktop.wording import _
from ui.delegates.chip import ChipDelegate
from ui.dialogs.folder import Folder
from ui.dialogs.letter_sheets import DispatchSheet, NumberSheet, tell_moved
from ui.dialogs.sheet import show_refusals
from ui.models.letters import COLUMNS, SHELF, SUBJECT, LettersModel, Line, Shelf, lies_on
from ui.notices import Notices
from ui.operations import Operations
from ui.pages.letter_steps import LetterSteps
from ui.telling import digits
from ui.theme import px, row_height
from ui.widgets.field import SegmentedChoice
from ui.widgets.plain import PageTitle, spread


class LettersPage(QWidget):
    """The clerk's list of letters, shelf by shelf, and what is done with the lines selected.

    Signals:
        opened: Somebody wants to see a letter's complaint. arg: its identity.
    """

    opened = Signal(int)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._lines: Sequence[Line] = ()
        self.notices = Notices()
        self.title = PageTitle(_("Letters"))
        self.folder = Folder(operations, self, self.notices, self._refused)
        self.shelves = SegmentedChoice([(s.value, _(text), "") for s, text in SHELF.items()])
        self.shelves.chosen.connect(self.refresh)
        self.model = LettersModel(self)
        self.table = self._table()
        self.steps = self._make_steps()
        self._lay_out()
        self.table.activated.connect(self._activated)
        selection = self.table.selectionModel()
        assert isinstance(selection, QItemSelectionModel)
        selection.selectionChanged.connect(self._selected)
        operations.changed.connect(self._changed)

    def arrive(self) -> None:
        """Read the letters for whoever is signed in."""
        self.steps.offer(may=self._operations.actor.may(Permission.ISSUE_LETTER))
        self.refresh()

    def take_cursor(self) -> None:
        """Let keys go to the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Keep a letter that is being written."""
        self.folder.leave()

    def refresh(self) -> None:
        """Read drafts and letters again."""
        unsent = self.shelf() is not Shelf.ALL

        def question(desk: Desk, actor: Actor) -> Sequence[Line]:
            reading = desk.reading
            return [*reading.proposals(actor), *reading.letters(actor, unsent)]

        self._operations.read(self, question, self._show)

    def shelf(self) -> Shelf:
        """Return the shelf that is shown."""
        return Shelf(self.shelves.text())

    def selected(self) -> list[Line]:
        """Return the lines selected, from top to bottom."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.row_at(row) for row in rows]

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setItemDelegate(ChipDelegate(table))
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setAccessibleName(_("Letters"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.verticalHeader().setVisible(False)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(row_height())
        for place, spec in enumerate(COLUMNS):
            table.setColumnWidth(place, px(spec.width))
        across = table.horizontalHeader()
        across.setHighlightSections(False)
        across.setSectionResizeMode(SUBJECT, QHeaderView.ResizeMode.Stretch)
        return table

    def _make_steps(self) -> LetterSteps:
        steps = LetterSteps(self)
        self.moves, self.show_button = steps.moves, steps.show_button
        self.number_button, self.sent_button = steps.number_button, steps.sent_button
        self.show_button.clicked.connect(self._show_papers)
        for move, part in self.moves.items():
            part.clicked.connect(partial(self._take, move))
        self.number_button.clicked.connect(self._number)
        self.sent_button.clicked.connect(self._send)
        return steps

    def _lay_out(self) -> None:
        shelves = QHBoxLayout()
        shelves.addWidget(self.shelves)
        shelves.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        spread(column, self.notices, self.title)
        column.addLayout(shelves)
        column.addWidget(self.steps)
        column.addWidget(self.table, 1)

    def _show(self, lines: Sequence[Line]) -> None:
        """Show the lines of the shelf, and keep selected what was."""
        self._lines = lines
        chosen = {_key(line) for line in self.selected()}
        for shelf, text in SHELF.items():
            count = sum(lies_on(line, shelf) for line in lines)
            counted = shelf is not Shelf.ALL and count
            self.shelves.say(shelf.value, f"{_(text)} {digits(str(count))}" if counted else _(text))
        rows = [line for line in lines if lies_on(line, self.shelf())]
        self.model.show_rows(rows)
        still = QItemSelection()
        for row, line in enumerate(rows):
            if _key(line) in chosen:
                at = self.model.index(row, 0)
                still.select(at, at)
        pick = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().select(still, pick.ClearAndSelect | pick.Rows)
        self._selected()

    def _selected(self) -> None:
        """Let be done what every line selected allows."""
        self.steps.fit(self.selected())
        # One key prints one thing: what is selected, else what was just issued.
        self.folder.leave_key(taken=self.show_button.isEnabled())

    def _drafts(self) -> list[ProposalView]:
        return [line for line in self.selected() if isinstance(line, ProposalView)]

    def _take(self, move: ProposalMove) -> None:
        self.folder.take(move, self._drafts())

    def _show_papers(self) -> None:
        drafts = self._drafts()
        if drafts:
            self.folder.show(drafts)
        else:
            self.folder.originals.show_all([line.id for line in self.selected()])

    def _number(self) -> None:
        (letter,) = self.selected()
        assert isinstance(letter, LetterView)
        NumberSheet(self._operations, letter, self).open()

    def _send(self) -> None:
        (letter,) = self.selected()
        assert isinstance(letter, LetterView)
        sheet = DispatchSheet(self._operations, letter, self)
        sheet.done_with.connect(lambda moved: tell_moved(moved, self.notices))
        sheet.open()

    def _activated(self, index: QModelIndex) -> None:
        line = self.model.row_at(index.row())
        if isinstance(line, LetterView):
            self.opened.emit(line.complaint_id)
        elif self._operations.actor.may(Permission.ISSUE_LETTER) and not line.closed:
            self.folder.reopen(line)
        else:
            self.opened.emit(line.draft.complaint_id)

    def _refused(self, error: Exception) -> bool:
        return show_refusals(error, {}, self.notices)

    def _changed(self, changes: Changes, initiator: object) -> None:
        del initiator
        if changes & Changes.LETTERS and self.isVisible():
            self.refresh()


def _key(line: Line) -> tuple[bool, int]:
    return isinstance(line, ProposalView), line.id
