"""The columns of a list, chosen by whoever reads it: which, in which order, how wide."""

from collections.abc import Collection, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from desktop.views import ListedColumn
from desktop.wording import _
from ui.models.paged_table import ColumnSpec
from ui.theme import design, px

NARROWEST, WIDEST = 48, 900
"""Pixels a column may be wide."""
SETTLED = 400
"""Milliseconds after a head was last dragged before its place is told."""


class TableColumns(QObject):
    """Lays the columns of a table out as they are chosen.

    The first column names the line and stays; the one that is `filling` takes what room is left.

    Signals:
        chosen: Somebody chose otherwise, with the mouse or by `choose`.
        sheet_wanted: Somebody wants to choose in a sheet, by keys.
    """

    chosen = Signal()
    sheet_wanted = Signal()

    def __init__(
        self,
        table: QTableView,
        specs: Sequence[ColumnSpec[Any]],
        filling: int,
        aside: Collection[int] = (),
    ) -> None:
        """Make the columns; those `aside` are not shown until somebody chooses them."""
        super().__init__(table)
        self.specs = tuple(specs)
        self._table, self._header = table, table.horizontalHeader()
        self._filling = filling
        self._laying = False
        self._widths = {place: spec.width for place, spec in enumerate(self.specs)}
        self.every = tuple(ListedColumn(spec.name, spec.width) for spec in self.specs)
        self.shipped = tuple(one for place, one in enumerate(self.every) if place not in aside)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLED)
        self._settling.timeout.connect(self.chosen)
        self._header.setSectionsMovable(True)
        self._header.setMinimumSectionSize(NARROWEST)
        self._header.setSectionResizeMode(filling, QHeaderView.ResizeMode.Stretch)
        self._header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._header.customContextMenuRequested.connect(self._show_menu)
        self._header.sectionMoved.connect(self._dragged)
        self._header.sectionResized.connect(self._resized)
        self.lay_out(self.shipped)

    @property
    def first(self) -> str:
        """Name the column that stays."""
        return self.specs[0].name

    @property
    def filling(self) -> str:
        """Name the column that takes what room is left."""
        return self.specs[self._filling].name

    def now(self) -> tuple[ListedColumn, ...]:
        """Tell what is shown, from left to right."""
        return tuple(
            ListedColumn(self.specs[place].name, self._widths[place]) for place in self.places()
        )

    def places(self) -> tuple[int, ...]:
        """List the model's columns that are shown, from left to right."""
        order = (self._header.logicalIndex(place) for place in range(len(self.specs)))
        return tuple(place for place in order if not self._header.isSectionHidden(place))

    def lay_out(self, columns: Sequence[ListedColumn]) -> None:
        """Show these columns and no others; what names no column of this list is passed over."""
        known = {spec.name: place for place, spec in enumerate(self.specs)}
        wanted = {known[one.name]: one.width for one in columns if one.name in known}
        if not wanted:
            wanted = {known[one.name]: one.width for one in self.shipped}
        elif 0 not in wanted:
            wanted = {0: self.specs[0].width, **wanted}
        self._laying = True
        order = [*wanted, *(place for place in known.values() if place not in wanted)]
        for target, place in enumerate(order):
            self._header.moveSection(self._header.visualIndex(place), target)
            self._header.setSectionHidden(place, place not in wanted)
            width = wanted.get(place, self.specs[place].width)
            self._widths[place] = min(max(width, NARROWEST), WIDEST)
            if place != self._filling:
                self._header.resizeSection(place, px(self._widths[place]))
        # Where the filling column is not shown the last one takes the room in its stead.
        self._header.setStretchLastSection(self._filling not in wanted)
        self._laying = False

    def choose(self, columns: Sequence[ListedColumn]) -> None:
        """Lay columns out because somebody chose them."""
        self.lay_out(columns)
        self.chosen.emit()

    def menu(self) -> QMenu:
        """Make the menu of the heads: each column to show or to hide, and the way back."""
        menu = QMenu(self._table)
        shown = set(self.places())
        for place, spec in enumerate(self.specs):
            action = QAction(_(spec.head), menu)
            action.setCheckable(True)
            action.setChecked(place in shown)
            action.setEnabled(place != 0)
            action.toggled.connect(partial(self._toggle, place))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(_("Columns…")).triggered.connect(self.sheet_wanted)
        menu.addAction(_("Columns as they came")).triggered.connect(self.go_back)
        return menu

    def go_back(self) -> None:
        """Show the columns as they were shipped."""
        self.choose(self.shipped)

    def _show_menu(self, at: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._header.mapToGlobal(at))

    def _toggle(self, place: int, shown: bool) -> None:
        name = self.specs[place].name
        now = [one for one in self.now() if one.name != name]
        if shown:
            now.append(self.every[place])
        self.choose(now)

    def settle(self) -> None:
        """Tell at once of what was dragged last."""
        if self._settling.isActive():
            self._settling.stop()
            self.chosen.emit()

    def _dragged(self, *_where: int) -> None:
        if not self._laying:
            self._settling.start()

    def _resized(self, place: int, _before: int, width: int) -> None:
        # The filling column, and a last one in its stead, follow the window.
        follows = place == self._filling or (
            self._header.stretchLastSection() and place == self.places()[-1]
        )
        if not self._laying and not follows:
            # Kept as wide as the words need at their usual size.
            self._widths[place] = design(width)
            self._settling.start()
