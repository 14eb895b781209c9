"""The clocks that a change would move, one a line."""

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.rules.redating import DueMove
from desktop.wording import N_, _
from desktop.wording.names import CLOCK
from ui.telling import digits, moment

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)


class MoveColumn(IntEnum):
    """What a line tells, in order."""

    NUMBER = 0
    CLOCK = 1
    WAS = 2
    BECOMES = 3


_HEADS = {
    MoveColumn.NUMBER: N_("Number"),
    MoveColumn.CLOCK: N_("Clock"),
    MoveColumn.WAS: N_("Due until now"),
    MoveColumn.BECOMES: N_("Due then"),
}


def _due(at: datetime | None) -> str:
    return _("not promised") if at is None else moment(at)


_VALUES: dict[MoveColumn, Callable[[DueMove], str]] = {
    MoveColumn.NUMBER: lambda move: digits(str(move.number)),
    MoveColumn.CLOCK: lambda move: _(CLOCK[move.kind]),
    MoveColumn.WAS: lambda move: _due(move.was),
    MoveColumn.BECOMES: lambda move: _due(move.becomes),
}


class MovesModel(QAbstractTableModel):
    """A thin lens over the moves."""

    def __init__(self, moves: Sequence[DueMove], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._moves = moves

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count the lines."""
        return 0 if parent.isValid() else len(self._moves)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(MoveColumn)

    def data(self, index: Index, role: int = _DISPLAY) -> str | None:
        """Return a cell's words."""
        if int(role) != _DISPLAY:
            return None
        return _VALUES[MoveColumn(index.column())](self._moves[index.row()])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | None:
        """Return a column's head."""
        if int(role) != _DISPLAY or orientation is not Qt.Orientation.Horizontal:
            return None
        return _(_HEADS[MoveColumn(section)])
