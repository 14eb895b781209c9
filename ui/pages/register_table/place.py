"""Where the clerk is in a list that is read again: what she chose, her cursor, how far down."""

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QTableView

from ui.models.paged_table import PagedTable

_FLAGS = QItemSelectionModel.SelectionFlag


class Place:
    """Finds again what a table forgets when its list is replaced."""

    def __init__(self, table: QTableView, model: PagedTable) -> None:
        self._table, self._model = table, model
        self._chosen: set[int] = set()
        self._here: int | None = None
        self._line = 0
        self._down: int | None = None

    def note(self, chosen: tuple[int, ...], *, same: bool) -> None:
        """Note where the clerk is before a list is replaced, by another unless it is the same."""
        line = self._table.currentIndex().row()
        self._chosen = set(chosen)
        self._here = self._model.id_at(line) if line >= 0 else None
        self._line = max(line, 0)
        self._down = self._table.verticalScrollBar().value()
        if not same:
            # Another list begins at its top, unless the cursor's own line is chosen.
            self._here = self._here if self._here in self._chosen else None
            self._line, self._down = 0, None

    def note_meanwhile(self, chosen: tuple[int, ...]) -> None:
        """Note where the clerk went among the first lines while the others came."""
        if chosen:
            self.note(chosen, same=True)
        else:
            self._down = self._table.verticalScrollBar().value() or self._down

    def find_again(self) -> None:
        """Select what was selected and put the cursor on its line; the same lines stay in sight."""
        selection, ids = self._table.selectionModel(), self._model.ids()
        for row, identity in enumerate(ids):
            if not self._chosen:
                break
            if identity in self._chosen:
                selection.select(self._model.index(row, 0), _FLAGS.Select | _FLAGS.Rows)
                self._chosen.discard(identity)
        line = min(self._line, len(ids) - 1)
        if self._here is not None and self._here in ids:
            line = ids.index(self._here)
        # The view would show the cursor, wherever the clerk is looking.
        self._table.setAutoScroll(self._down is None)
        selection.setCurrentIndex(self._model.index(line, 0), _FLAGS.NoUpdate)
        self._table.setAutoScroll(True)
        if self._down is not None:
            self._table.verticalScrollBar().setValue(self._down)
