"""The register's table on screen, beside Qt's own item model in the same kind of view."""

import time
from array import array
from collections.abc import Iterator

from bench.floor import Figure, beside
from bench.registers import LEAD, NOW
from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView, QWidget

from db.furnishing import Strongroom
from desktop.rules.calendar import office_calendar
from desktop.views import ComplaintRow, RegisterQuery
from ui.delegates.chip import ChipDelegate
from ui.models.paged_table import PagedTable
from ui.pages.register_table.columns import Columns
from ui.theme import row_height

FIRST_PAINT, REPAINT = 2.0, 1.4
SIZE = 1154, 640
FILLED = 600
"""Lines of the item model that hold text; the others are as empty as they are far away."""


class Seen(QObject):
    """Remembers when a widget was first painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.painted = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count paintings."""
        if event.type() == QEvent.Type.Paint:
            self.painted += 1
        return super().eventFilter(watched, event)


def dressed(model: QAbstractItemModel, widths: list[int]) -> QTableView:
    """Return a view as the register page has it."""
    table = QTableView()
    table.setModel(model)
    table.setShowGrid(False)
    table.setWordWrap(False)
    down = table.verticalHeader()
    down.setVisible(False)
    down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    down.setDefaultSectionSize(row_height())
    for column, width in enumerate(widths):
        table.setColumnWidth(column, width)
    table.resize(*SIZE)
    return table


class Painted:
    """The two tables over the same lines of a register."""

    def __init__(self, room: Strongroom) -> None:
        self.room = room
        self.ids = room.reading.register_ids(LEAD, RegisterQuery(), NOW)
        holidays = room.reading.office(NOW.date()).days.holidays
        self.columns = Columns(office_calendar(holidays), lambda: NOW).specs()
        self.widths = [column.width for column in self.columns]
        self.cells = QStandardItemModel(len(self.ids), len(self.columns))
        for line, row in enumerate(self.rows(self.ids[:FILLED])):
            for column, spec in enumerate(self.columns):
                self.cells.setItem(line, column, QStandardItem(spec.text(row)))

    def rows(self, ids: "array[int]") -> list[ComplaintRow]:
        """Read rows."""
        return list(self.room.reading.register_rows(LEAD, ids))

    def ours(self) -> QTableView:
        """Return the register's table, which reads what comes into view."""
        model = PagedTable(self.columns, lambda row: row.id)
        model.wanted.connect(lambda ids: model.put_rows(self.rows(ids)))
        model.show_ids(self.ids)
        table = dressed(model, self.widths)
        model.setParent(table)
        chips = ChipDelegate(table)
        for place in model.toned():
            table.setItemDelegateForColumn(place, chips)
        return table

    def floor(self) -> QTableView:
        """Return a table over the item model."""
        return dressed(self.cells, self.widths)


def shown(table: QTableView) -> None:
    """Show a table and wait until it is painted with its text."""
    seen = Seen(table.viewport())
    table.show()
    patience = time.monotonic() + 5
    while not seen.painted and time.monotonic() < patience:
        QApplication.processEvents()
    # What the first painting found missing is there by the second.
    table.viewport().repaint()
    assert table.model().index(0, 0).data(Qt.ItemDataRole.DisplayRole) != "…"


def figures(room: Strongroom, times: int = 12) -> Iterator[Figure]:
    """Measure showing a table, and painting it again after a jump."""
    both = Painted(room)

    def first(make: str) -> None:
        table: QTableView = getattr(both, make)()
        shown(table)
        table.close()
        table.deleteLater()

    yield beside(
        f"table of {len(both.ids):,} lines, first paint: ours / C++ items",
        FIRST_PAINT,
        lambda: first("ours"),
        lambda: first("floor"),
        times=times,
    )
    tables = {name: getattr(both, name)() for name in ("ours", "floor")}
    for table in tables.values():
        shown(table)
    steps = {name: iter(list(range(0, FILLED - 40, 37)) * 10_000) for name in tables}

    def jump(name: str) -> None:
        table = tables[name]
        table.verticalScrollBar().setValue(next(steps[name]))
        table.viewport().repaint()

    for _ in range(FILLED // 37 + 1):
        jump("ours")
    yield beside(
        f"table of {len(both.ids):,} lines, repaint: ours / C++ items",
        REPAINT,
        lambda: jump("ours"),
        lambda: jump("floor"),
        times=4 * times,
    )
    for table in tables.values():
        table.close()
