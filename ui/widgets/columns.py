"""The columns of a list, chosen by whoever reads it: which, in which order, how wide."""

from collections.abc import Collection, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from desktop.views import ListedColumn
from desktop.wording import _
from ui.models.paged_table import ColumnSpec
from ui.theme import design, px

NARROWEST, WIDEST = 48, 900
"""Pixels a column may be wide."""
LEAST_FILLING = 110
"""So much the filling column has before others give it their room."""
SETTLED = 400
"""Milliseconds after a head was last dragged before its place is told."""


class TableColumns(QObject):
    """Lays the columns of a table out as they are chosen.

    The first column names the line and stays; the one that is `filling` takes what room is left.
    As the list was shipped, columns that are `yielding` give it room in a narrow window, the first
    of them first; who chose columns sees all of them.

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
        yielding: Sequence[int] = (),
    ) -> None:
        """Make the columns; those `aside` are not shown until somebody chooses them."""
        super().__init__(table)
        self.specs = tuple(specs)
        self._table, self._header = table, table.horizontalHeader()
        self._filling = filling
        self._yielding, self._yielded = tuple(yielding), frozenset[int]()
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
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show what the window has room for."""
        if event.type() == QEvent.Type.Resize:
            self._give_way()
        return super().eventFilter(watched, event)

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
        """List the model's columns of the list, from left to right, also those that gave way."""
        order = (self._header.logicalIndex(place) for place in range(len(self.specs)))
        hidden = self._header.isSectionHidden
        return tuple(place for place in order if place in self._yielded or not hidden(place))

    def lay_out(self, columns: Sequence[ListedColumn]) -> None:
        """Show these columns and no others; what names no column of this list is passed over."""
        known = {spec.name: place for place, spec in enumerate(self.specs)}
        wanted = {known[one.name]: one.width for one in columns if one.name in known}
        if not wanted:
            wanted = {known[one.name]: one.width for one in self.shipped}
        elif 0 not in wanted:
            wanted = {0: self.specs[0].width, **wanted}
        self._laying, self._yielded = True, frozenset()
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
        self._give_way()

    def _give_way(self) -> None:
        """Hide so many columns that may yield as leave the filling one its least."""
        if not self._yielding or self._laying or self.now() != self.shipped:
            return
        room = self._table.viewport().width() - px(LEAST_FILLING)
        taken = sum(px(self._widths[one]) for one in self.places() if one != self._filling)
        yielded = set[int]()
        for place in self._yielding:
            if taken <= room:
                break
            yielded.add(place)
            taken -= px(self._widths[place])
        if yielded == self._yielded:
            return
        self._laying = True
        for place in yielded ^ self._yielded:
            self._header.setSectionHidden(place, place in yielded)
        self._laying, self._yielded = False, frozenset(yielded)

    def choose(self, columns: Sequence[ListedColumn]) -> None:
        """Lay columns out because somebody chose them."""
        self.lay_out(columns)
        self.chosen.emit()

    def menu(self) -> QMenu:
        """Make the menu of the heads: each column to show or to hide, and the way back."""
        menu = QMenu(self._table)
        shown = set(self.places()) - self._yielded
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
        # Of a column that was hidden the header tells a moment later.
        hidden = place in self._yielded or self._header.isSectionHidden(place)
        if not self._laying and not follows and not hidden:
            # Kept as wide as the words need at their usual size.
            self._widths[place] = design(width)
            self._settling.start()
