"""Where a list lies: its table, or why there is nothing to see in it."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedLayout, QTableView, QWidget

from desktop.wording import _
from ui.widgets.plain import EmptyState

UNSEEN = 300
"""Milliseconds: a list that is there sooner says nothing of being read."""


class ListGround(QWidget):
    """Shows the table, that it is being read for the first time, or that nothing is in it."""

    def __init__(self, table: QTableView, empty: EmptyState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reading = EmptyState(_("Reading the list…"))
        self._table, self._empty = table, empty
        self._stack = QStackedLayout(self)
        for part in (table, empty, self.reading):
            self._stack.addWidget(part)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(UNSEEN)
        self._waiting.timeout.connect(self._say_reading)
        self._waiting.start()
        table.model().modelReset.connect(self._show)

    @property
    def empty(self) -> bool:
        """Whether it says that nothing is in the list."""
        return self._stack.currentWidget() is self._empty

    def _show(self) -> None:
        self._waiting.stop()
        keyed = self._stack.currentWidget().hasFocus()
        filled = self._table.model().rowCount() > 0
        self._stack.setCurrentWidget(self._table if filled else self._empty)
        if keyed and filled:
            self._table.setFocus()

    def _say_reading(self) -> None:
        self._stack.setCurrentWidget(self.reading)
