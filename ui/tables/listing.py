"""What a list shows: read beside the window, its top first, and found as it was left."""

from array import array
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtWidgets import QTableView

from desktop.ports import Desk
from desktop.rules.people import Actor
from ui.models.paged_table import PAGE, PagedTable
from ui.operations import Operations
from ui.tables.place import Place, Spot
from ui.tables.source import Source

PATIENCE = 0.02
"""Seconds for which a jump waits for its lines: shorter than painting them empty and again full."""

_Answer = tuple[int, "array[int]", Sequence[Any]]
"""Which asking it answers, all identities in order, and the first page's rows."""


class Listing(QObject):
    """Fills the table with what a query asks for; what was asked for last is what is shown.

    Signals:
        filled: A list is shown whole, its first lines included.
    """

    filled = Signal()

    def __init__(
        self, operations: Operations, table: QTableView, model: PagedTable, source: Source
    ) -> None:
        super().__init__(table)
        self._operations, self._table, self._model = operations, table, model
        self._source = source
        self._place = Place(table, model)
        self._asked = 0
        self._patience = 0.0
        self._left: tuple[Any, Spot] | None = None
        self.listed: Any = None
        model.wanted.connect(self._fetch)
        table.verticalScrollBar().valueChanged.connect(self._expect)

    def chosen(self) -> tuple[int, ...]:
        """Return the identities of the selected lines, from the top."""
        rows = self._table.selectionModel().selectedRows()
        return tuple(self._model.id_at(index.row()) for index in sorted(rows, key=_row_of))

    def spot(self) -> Spot:
        """Tell where somebody is in the list."""
        return self._place.now(self.chosen())

    def read_at(self, query: Any, spot: Spot) -> None:
        """Read the list that a table before this one had, to go where somebody was in it."""
        self._left = query, spot
        self.read(query)

    def read(self, query: Any) -> None:
        """Read a list, also the one that is shown, keeping what is selected."""
        self._asked += 1
        same = query == self.listed
        # Another list shows its top at once and goes on below. The same list keeps its length.
        most = None if same else PAGE
        self._ask(query, partial(self._show, query=query, same=same, most=most), most)

    def _ask(self, query: Any, then: Callable[["_Answer"], None], most: int | None) -> None:
        asked, now, source = self._asked, self._operations.desk.now(), self._source

        def question(desk: Desk, actor: Actor) -> _Answer:
            # What was typed before the next letter is looked for no further.
            wanted = partial(self._still_asked, asked)
            ids = source.ids(desk, actor, query, now, most, wanted)
            return asked, ids, source.rows(desk, actor, ids[:PAGE])

        def land(answer: _Answer) -> None:
            if self._still_asked(answer[0]):
                self.listed = query
                then(answer)

        self._operations.read(self, question, land)

    def _still_asked(self, asked: int) -> bool:
        return asked == self._asked

    def _show(self, answer: "_Answer", *, query: Any, same: bool, most: int | None) -> None:
        """Show a list in the place of the last; what it kept back comes after."""
        _asked, ids, rows = answer
        left, self._left = self._left, None
        if left is not None and left[0] == query:
            self._place.take(left[1])
        else:
            # Noted now, not at the asking: lines may have been chosen meanwhile.
            self._place.note(self.chosen(), same=same)
        self._model.show_ids(ids)
        self._model.put_rows(rows)
        if not same:
            self._table.scrollToTop()
        if len(ids) == most:
            # The first lines are seen before the reading of all others keeps the computer busy.
            self._table.viewport().repaint()
            self._ask(query, self._go_on, None)
        else:
            self._end()

    def _go_on(self, answer: "_Answer") -> None:
        _asked, ids, rows = answer
        self._place.note_meanwhile(self.chosen())
        self._model.extend_ids(ids)
        self._model.put_rows(rows)
        self._end()

    def _end(self) -> None:
        self._place.find_again()
        self.filled.emit()

    def _expect(self, first: int) -> None:
        """Have the lines that come into sight read before they are painted."""
        height = self._table.verticalHeader().defaultSectionSize()
        in_sight = self._table.viewport().height() // height + 1
        self._patience = PATIENCE
        self._model.expect(first, first + in_sight)
        self._patience = 0.0

    def _fetch(self, ids: "array[int]") -> None:
        wanted, rows = tuple(ids), self._source.rows
        self._operations.read(
            self,
            lambda desk, actor: rows(desk, actor, wanted),
            self._model.put_rows,
            patience=self._patience,
        )


def _row_of(index: QModelIndex) -> int:
    return index.row()
