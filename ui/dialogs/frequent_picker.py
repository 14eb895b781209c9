"""The complaints that come often, found by typing and chosen by Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.rules.catalogue import Frequent
from desktop.rules.thai.searching import search_form
from desktop.rules.thai.sorting import sort_key
from desktop.wording import _
from ui.widgets.field import LineField
from ui.widgets.fitting import fit
from ui.widgets.plain import label

_WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class FrequentPicker(QDialog):
    """Typing finds by name and subject; Up and Down go through what is found.

    Signals:
        chosen: One was chosen. arg: the Frequent.
    """

    chosen = Signal(object)

    def __init__(self, frequent: Sequence[Frequent], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Frequent complaints"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, 560, 420)
        self._all = sorted(frequent, key=lambda one: sort_key(one.name))
        self.found: list[Frequent] = []
        self.search = LineField(_("Find by name or subject"))
        self.search.line.setProperty("enterMovesOn", False)
        self.search.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Frequent complaints"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.none = label(_("None is found by this."), "help")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self.none)
        column.addWidget(
            label(_("The one chosen fills in what is still empty."), "help", wrap=True)
        )
        self.search.edited.connect(self._look)
        self.search.line.returnPressed.connect(self.choose)
        self.list.itemActivated.connect(self.choose)
        self._look("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Up and Down walk through the list while one types."""
        if event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if event.key() in _WALKING:
                QApplication.sendEvent(self.list, event)
                return True
        return super().eventFilter(watched, event)

    def choose(self) -> None:
        """Take the one that is marked."""
        row = self.list.currentRow()
        if 0 <= row < len(self.found):
            one = self.found[row]
            self.accept()
            self.chosen.emit(one)

    def _look(self, typed: str) -> None:
        wanted = search_form(typed)
        self.found = [f for f in self._all if wanted in search_form(f"{f.name} {f.subject}")]
        self.list.clear()
        for one in self.found:
            same = one.name == one.subject
            item = QListWidgetItem(one.name if same else f"{one.name} · {one.subject}")
            item.setToolTip(one.subject)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if self.found else -1)
        self.none.setVisible(not self.found)
