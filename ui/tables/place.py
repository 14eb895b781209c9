"""Where the clerk is in a list that is read again: what she chose, her cursor, how far down."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QTableView

from ui.models.paged_table import PagedTable

_FLAGS = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True, slots=True)
class Spot:
    """The lines that are chosen and the cursor's by identity, the cursor's line, the first seen.

    Without a cursor's identity its line counts; without a first line seen the cursor shows itself.
    """

    chosen: frozenset[int] = frozenset()
    here: int | None = None
    line: int = 0
    down: int | None = None


class Place:
    """Finds again what a table forgets when its list is replaced."""

    def __init__(self, table: QTableView, model: PagedTable) -> None:
        self._table, self._model = table, model
        self._spot = Spot()

    def now(self, chosen: tuple[int, ...]) -> Spot:
        """Tell where the clerk is."""
        line = self._table.currentIndex().row()
        here = self._model.id_at(line) if line >= 0 else None
        down = self._table.verticalScrollBar().value()
        return Spot(frozenset(chosen), here, max(line, 0), down)

    def note(self, chosen: tuple[int, ...], *, same: bool) -> None:
        """Note where the clerk is before a list is replaced, by another unless it is the same."""
        spot = self.now(chosen)
        if not same:
            # Another list begins at its top, unless the cursor's own line is chosen.
            spot = Spot(spot.chosen, spot.here if spot.here in spot.chosen else None)
        self._spot = spot

    def note_meanwhile(self, chosen: tuple[int, ...]) -> None:
        """Note where the clerk went among the first lines while the others came."""
        if chosen:
            self.note(chosen, same=True)
        else:
            down = self._table.verticalScrollBar().value() or self._spot.down
            self._spot = replace(self._spot, down=down)

    def take(self, spot: Spot) -> None:
        """Take over where the clerk was in a table that was before this one."""
        self._spot = spot

    def find_again(self) -> None:
        """Select what was selected and put the cursor on its line; the same lines stay in sight."""
        selection, ids, spot = self._table.selectionModel(), self._model.ids(), self._spot
        left = set(spot.chosen)
        for row, identity in enumerate(ids):
            if not left:
                break
            if identity in left:
                selection.select(self._model.index(row, 0), _FLAGS.Select | _FLAGS.Rows)
                left.discard(identity)
        line = min(spot.line, len(ids) - 1)
        if spot.here is not None and spot.here in ids:
            line = ids.index(spot.here)
        # The view would show the cursor, wherever the clerk is looking.
        self._table.setAutoScroll(spot.down is None)
        selection.setCurrentIndex(self._model.index(line, 0), _FLAGS.NoUpdate)
        self._table.setAutoScroll(True)
        if spot.down is not None:
            if not self._table.isVisible():
                # One that was not on screen yet does not know how long it is.
                self._table.doItemsLayout()
            self._table.verticalScrollBar().setValue(spot.down)
