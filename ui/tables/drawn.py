"""A list's table as it is drawn: whole lines, chips, one height."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.delegates.chip import ChipDelegate
from ui.models.paged_table import PagedTable
from ui.theme import row_height


def list_table(model: PagedTable, name: str) -> QTableView:
    """Make the table over a model; its columns are laid out by whoever owns it."""
    table = QTableView()
    table.setModel(model)
    chips = ChipDelegate(table)
    for place in model.toned():
        # Elsewhere Qt draws the words by itself, which is faster.
        table.setItemDelegateForColumn(place, chips)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setSortingEnabled(True)
    table.setTabKeyNavigation(False)
    table.setAccessibleName(name)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    down = table.verticalHeader()
    down.setVisible(False)
    down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    down.setDefaultSectionSize(row_height())
    table.horizontalHeader().setHighlightSections(False)
    return table


def mark_order(table: QTableView, model: PagedTable, sort: Any, *, descending: bool) -> None:
    """Let the heads tell by what the list is sorted; nobody is asked to sort by that."""
    header, sorts = table.horizontalHeader(), [column.sort for column in model.columns]
    blocked = header.blockSignals(True)
    order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
    header.setSortIndicator(sorts.index(sort) if sort in sorts else -1, order)
    header.blockSignals(blocked)


def chosen_count(table: QTableView) -> int:
    """Count the lines chosen, by stretches: all of a long list may be."""
    stretches = table.selectionModel().selection()
    return sum(stretches.at(place).height() for place in range(stretches.count()))
