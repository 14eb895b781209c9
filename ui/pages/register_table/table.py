"""The register's table as it is drawn: whole lines, chips, one height."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.wording import _
from ui.delegates.chip import ChipDelegate
from ui.models.paged_table import PagedTable
from ui.pages.register_table.columns import NUMBER
from ui.theme import row_height


def register_table(model: PagedTable) -> QTableView:
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
    table.setAccessibleName(_("Complaints register"))
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    down = table.verticalHeader()
    down.setVisible(False)
    down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    down.setDefaultSectionSize(row_height())
    across = table.horizontalHeader()
    across.setHighlightSections(False)
    across.setSortIndicator(NUMBER, Qt.SortOrder.DescendingOrder)
    return table
