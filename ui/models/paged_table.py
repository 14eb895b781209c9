"""A table of any length: identities first, cells by page on demand, constant memory."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.wording import _
from ui.theme import Tone

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")

PAGE = 128
PAGES_KEPT = 64

_ROOT = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
ROW_ROLE = int(Qt.ItemDataRole.UserRole)
TONE_ROLE = ROW_ROLE + 1
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class ColumnSpec(Generic[Row]):
    """One column: its head (a message id), the text of a cell, and what it sorts by.

    `day` gives the day that a cell tells, for who reckons with it elsewhere.
    """

    head: str
    text: Callable[[Row], str]
    width: int
    sort: Any = None
    tone: Callable[[Row], Tone | None] | None = None
    day: Callable[[Row], date | None] | None = None

    @property
    def name(self) -> str:
        """Name the column for settings: by what it sorts, which stays when its head is reworded."""
        return str(self.sort or self.head)


_Line = tuple[Any, tuple[str, ...], tuple[Tone | None, ...]]
"""A row with its cells and their tones, so that painting looks up and makes nothing."""


class PagedTable(QAbstractTableModel):
    """Shows rows it fetches when they come into view.

    `identity(row)` names a row. Whoever owns the model answers `wanted` with `put_rows`.

    Signals:
        wanted: Rows are missing. arg: the identities, at most a page.
    """

    wanted = Signal(object)

    def __init__(
        self,
        columns: Sequence[ColumnSpec[Any]],
        identity: Callable[[Any], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._identity = identity
        self._ids: array[int] = array("q")
        self._cells: OrderedDict[int, _Line] = OrderedDict()
        self._asked: set[int] = set()

    def show_ids(self, ids: "array[int]") -> None:
        """Replace what is listed."""
        self.beginResetModel()
        self._ids = ids
        self._asked.clear()
        self._cells.clear()
        self.endResetModel()

    def extend_ids(self, ids: "array[int]") -> None:
        """Go on below what is listed, where the longer list begins alike; replace it otherwise."""
        listed = len(self._ids)
        if ids[:listed] != self._ids:
            self.show_ids(ids)
        elif len(ids) > listed:
            self.beginInsertRows(QModelIndex(), listed, len(ids) - 1)
            # What was asked of a last page that was not full does not cover it any more.
            self._asked.discard(listed // PAGE)
            self._ids = ids
            self.endInsertRows()

    def put_rows(self, rows: Sequence[Any]) -> None:
        """Take rows that were asked for, and show those in view."""
        for row in rows:
            cells = tuple(column.text(row) for column in self.columns)
            tones = tuple(column.tone and column.tone(row) for column in self.columns)
            self._cells[self._identity(row)] = (row, cells, tones)
        if len(self._cells) > PAGE * PAGES_KEPT:
            # Far from the newest page all is forgotten together, and asked for anew when seen.
            kept = list(self._cells.items())[-PAGE * PAGES_KEPT // 2 :]
            self._cells = OrderedDict(kept)
            self._asked.clear()
        if self._ids:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._ids) - 1, len(self.columns) - 1)
            )

    def expect(self, first: int, last: int) -> None:
        """Ask for what is missing of some lines, before they are painted without."""
        for page in range(max(first, 0) // PAGE, min(last, len(self._ids) - 1) // PAGE + 1):
            self._ask(page)

    def toned(self) -> list[int]:
        """List the columns whose cells may bear a tone."""
        return [place for place, column in enumerate(self.columns) if column.tone is not None]

    def id_at(self, row: int) -> int:
        """Return the identity on a line."""
        return self._ids[row]

    def ids(self) -> "array[int]":
        """Return all identities in order."""
        return self._ids

    def row_of(self, identity: int) -> Any | None:
        """Return the row of an identity, or None while it is being fetched."""
        kept = self._cells.get(identity)
        return None if kept is None else kept[0]

    def row_at(self, row: int) -> Any | None:
        """Return the row on a line, or None while it is being fetched."""
        return self.row_of(self._ids[row])

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count lines."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Count columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Answer the view; no query and no text is made here."""
        if role == _DISPLAY:
            kept = self._cells.get(self._ids[index.row()])
            if kept is None:
                self._ask(index.row() // PAGE)
                return "…" if index.column() == 0 else ""
            return kept[1][index.column()]
        if role == _ALIGN:
            return _LEFT
        if role == TONE_ROLE:
            kept = self._cells.get(self._ids[index.row()])
            return None if kept is None else kept[2][index.column()]
        if role == ROW_ROLE:
            return self.row_at(index.row())
        if role in (_TOOLTIP, _ACCESSIBLE):
            kept = self._cells.get(self._ids[index.row()])
            return None if kept is None else kept[1][index.column()] or None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Say a column's head."""
        if orientation == Qt.Orientation.Horizontal:
            if role == _DISPLAY:
                return _(self.columns[section].head)
            if role == _ALIGN:
                return _LEFT
        return None

    def _ask(self, page: int) -> None:
        """Ask for a page, once."""
        if page not in self._asked:
            self._asked.add(page)
            self.wanted.emit(self._ids[page * PAGE : (page + 1) * PAGE])
