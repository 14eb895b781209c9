"""A whole list: its table, what is chosen in it, its columns kept, its lines copied and saved."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ports import Desk
from desktop.rules.people import Actor
from desktop.wording import _
from ui.actions import Act, spec
from ui.models.columns_kept import KeptColumns
from ui.models.paged_table import ColumnSpec, PagedTable
from ui.notices import Notices
from ui.operations import Operations
from ui.tables.columns_button import ColumnsButton
from ui.tables.copying import Copying
from ui.tables.drawn import chosen_count, list_table, mark_order
from ui.tables.ground import ListGround
from ui.tables.listing import Listing
from ui.tables.saving import TableSaving
from ui.tables.source import Source
from ui.telling import digits
from ui.widgets.columns import TableColumns
from ui.widgets.plain import EmptyState, PageTitle, button

if TYPE_CHECKING:
    from desktop.exchange.tables import TableColumn
    from desktop.rules.saved_tables import TableKind


@dataclass(frozen=True, slots=True)
class ListShape:
    """What one list is made of.

    The `filling` column takes what room is left; `counted` says how many lines there are. Columns
    `aside` are there for whoever chooses them, and those `yielding` leave a narrow window.
    """

    name: str
    columns: Sequence[ColumnSpec[Any]]
    filling: int
    identity: Callable[[Any], int]
    source: Source
    counted: Callable[[int], str]
    aside: frozenset[int] = frozenset()
    yielding: tuple[int, ...] = ()


class ListTable(QWidget):
    """Shows what a query asks for; the query is of the list's own shape, with sort and descending.

    Signals:
        filled: A list is shown whole, its first lines included.
        chosen: What is chosen, or what is known of it, is otherwise.
        activated: Somebody wants to see a line. arg: its row.
    """

    filled = Signal()
    chosen = Signal()
    activated = Signal(object)

    def __init__(
        self,
        operations: Operations,
        shape: ListShape,
        query: Any,
        told: tuple[PageTitle, Notices, EmptyState],
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._operations, self._shape, self._page = operations, shape, page
        self.title, notices, empty = told
        self.query = query
        self._asked = 0
        self._beside: dict[int, Any] = {}
        self.model = PagedTable(shape.columns, shape.identity, self)
        self.table = list_table(self.model, shape.name)
        self.arranged = TableColumns(
            self.table, self.model.columns, shape.filling, shape.aside, shape.yielding
        )
        self._listing = Listing(operations, self.table, self.model, shape.source)
        self._copying = Copying(operations, page, (self.arranged, notices), shape.source)
        copying = spec(Act.COPY)
        self.copy_button = button(_(copying.text), keys=copying.keys)
        kept = KeptColumns(operations.actor.person_id)
        self.columns_button = ColumnsButton(kept, shape.source.kept.value, self.arranged, page)
        parts = self.title, self.table, self.arranged, notices
        self.saving = TableSaving(
            operations, page, parts, shape.source, lambda: self.query, self.ids, _saved_columns
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.ground = ListGround(self.table, empty)
        column.addWidget(self.ground)
        self._mark_order()
        self._connect()

    def _connect(self) -> None:
        self.copy_button.clicked.connect(self.copy)
        self._listing.filled.connect(self._filled)
        self.table.activated.connect(self._activated)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._sort)
        selection = self.table.selectionModel()
        assert isinstance(selection, QItemSelectionModel)
        selection.selectionChanged.connect(self._chosen)
        copy = QShortcut(QKeySequence.StandardKey.Copy, self.table)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.copy)
        self._chosen()

    def arrive(self) -> None:
        """Fit the list to whoever is signed in."""
        self.saving.arrive()

    def take_cursor(self) -> None:
        """Let keys go to the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Keep the columns as they were dragged last."""
        self.arranged.settle()

    def show_query(self, query: Any) -> None:
        """List something else, in the order that was chosen."""
        self.query = replace(query, sort=self.query.sort, descending=self.query.descending)
        self.refresh()

    def refresh(self) -> None:
        """Read the list again, keeping what is chosen and where somebody is."""
        self._listing.read(self.query)

    def ids(self) -> tuple[int, ...]:
        """Return the identities of the lines chosen, from the top."""
        return self._listing.chosen()

    def rows(self) -> list[Any]:
        """Return the lines chosen, from the top; none until all of them have been read."""
        ids = self.ids()
        found = [self.model.row_of(one) or self._beside.get(one) for one in ids]
        missing = [one for one, row in zip(ids, found, strict=True) if row is None]
        if not missing:
            return found
        self._read_beside(missing)
        return []

    def copy(self) -> None:
        """Copy the lines chosen as a spreadsheet takes them."""
        self._copying.copy(self.ids())

    def _read_beside(self, ids: Sequence[int]) -> None:
        """Read lines that were chosen without ever having been in view."""
        self._asked += 1
        asked, rows = self._asked, self._shape.source.rows

        def question(desk: Desk, actor: Actor) -> tuple[int, Sequence[Any]]:
            return asked, rows(desk, actor, ids)

        def land(answer: tuple[int, Sequence[Any]]) -> None:
            if answer[0] == self._asked:
                self._beside = {self._shape.identity(row): row for row in answer[1]}
                # What has gone meanwhile is told by the list when it is read again.
                if all(one in self._beside for one in ids):
                    self.chosen.emit()

        self._operations.read(self, question, land)

    def _mark_order(self) -> None:
        mark_order(self.table, self.model, self.query.sort, descending=self.query.descending)

    def _sort(self, section: int, order: Qt.SortOrder) -> None:
        by = self.model.columns[section].sort
        down = order == Qt.SortOrder.DescendingOrder
        self.query = replace(self.query, sort=by, descending=down)
        self.refresh()

    def _filled(self) -> None:
        self._beside = {}
        # A list that is replaced loses its selection without telling.
        self._chosen()
        self.filled.emit()

    def _chosen(self) -> None:
        count = chosen_count(self.table)
        self.copy_button.setEnabled(bool(count))
        said = self._shape.counted(self.model.rowCount())
        if count:
            said += " · " + digits(_("{count} chosen").format(count=f"{count:,}"))
        self.title.note.setText(said)
        self.chosen.emit()

    def _activated(self, index: QModelIndex) -> None:
        row = self.model.row_at(index.row())
        # What is asked for is not always listed yet; nothing else is opened in its place.
        if row is not None and self._listing.listed == self.query:
            self.activated.emit(row)


def _saved_columns(
    specs: Sequence[ColumnSpec[Any]], kind: "TableKind"
) -> "tuple[TableColumn[Any], ...]":
    # What writes files brings heavier rooms with it; no list waits for those.
    from ui.tables.saved import saved_columns  # noqa: PLC0415

    return saved_columns(specs, kind)
