"""The columns of a list by keys: which ones, in which order, how wide; the list follows at once."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.views import ListedColumn
from desktop.wording import _
from ui.telling import digits
from ui.theme import px
from ui.widgets.columns import NARROWEST, WIDEST, TableColumns
from ui.widgets.growing import GrowingDialog
from ui.widgets.plain import button, label

STEP = 12
"""Pixels by which a column grows or shrinks at a time."""
_NAME = Qt.ItemDataRole.UserRole
_WIDTH = Qt.ItemDataRole.UserRole + 1
_SHOWN = Qt.CheckState.Checked


class ColumnsDialog(GrowingDialog):
    """Ticks, moves and widens columns; leaving it without using them puts the list back."""

    def __init__(self, columns: TableColumns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Columns"))
        self.setModal(True)
        self.setMinimumWidth(px(460))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._columns, self._before = columns, columns.now()
        self._heads = {spec.name: spec.head for spec in columns.specs}
        self.list = QListWidget()
        self.list.setAccessibleName(_("Columns"))
        self.list.setMinimumHeight(px(300))
        self.list.setSpacing(2)
        self._lay_out()
        self._fill(self._before)
        self.list.setFocus()
        self.list.itemChanged.connect(self._show)

    def _lay_out(self) -> None:
        deeds: tuple[tuple[str, str, Callable[[], None]], ...] = (
            (_("Up"), "Alt+Up", partial(self.move_by, -1)),
            (_("Down"), "Alt+Down", partial(self.move_by, 1)),
            (_("Narrower"), "Alt+Left", partial(self.widen_by, -STEP)),
            (_("Wider"), "Alt+Right", partial(self.widen_by, STEP)),
            (_("As they came"), "", self.go_back),
        )
        side = QVBoxLayout()
        side.setSpacing(8)
        for text, keys, do in deeds:
            side.addWidget(self._deed(text, keys, do))
        side.addStretch()
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.list, 1)
        middle.addLayout(side)
        use = button(_("Use"), "primary", "Ctrl+S")
        use.clicked.connect(self.accept)
        cancel = button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        QShortcut(QKeySequence.StandardKey.Save, self).activated.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch()
        for part in (cancel, use):
            part.setAutoDefault(False)
            foot.addWidget(part)
        said = _("Space shows or hides a column. The list behind follows at once.")
        told = label(said, "second", wrap=True)
        self.frame(label(_("Columns"), "title"), told, body=middle, foot=foot)

    def _deed(self, text: str, keys: str, do: Callable[[], None]) -> QPushButton:
        made = button(text, "", keys)
        if keys:
            # Pressed by its own keys a button moves in and out first, and a key held down is lost.
            QShortcut(QKeySequence(keys), self).activated.connect(do)
        made.setAutoDefault(False)
        made.clicked.connect(do)
        return made

    def move_by(self, lines: int) -> None:
        """Move the column under the cursor towards the left (-1) or the right (1)."""
        line = self.list.currentRow()
        target = line + lines
        if line < 0 or not 0 <= target < self.list.count():
            return
        blocked = self.list.blockSignals(True)
        self.list.insertItem(target, self.list.takeItem(line))
        self.list.setCurrentRow(target)
        self.list.blockSignals(blocked)
        self._show()

    def widen_by(self, pixels: int) -> None:
        """Make the column under the cursor wider or narrower."""
        item = self.list.currentItem()
        if item is None or item.data(_NAME) == self._columns.filling:
            return
        width = min(max(item.data(_WIDTH) + pixels, NARROWEST), WIDEST)
        item.setData(_WIDTH, width)

    def go_back(self) -> None:
        """Let the list be as it came."""
        self._fill(self._columns.shipped)
        self._show()

    def accept(self) -> None:
        """Keep what was chosen."""
        self._columns.choose(self._chosen())
        super().accept()

    def reject(self) -> None:
        """Put the list back as it was."""
        self._columns.lay_out(self._before)
        super().reject()

    def _fill(self, shown: Sequence[ListedColumn]) -> None:
        """List what is shown from left to right, and what is hidden after it."""
        blocked = self.list.blockSignals(True)
        self.list.clear()
        names = {one.name for one in shown}
        hidden = [one for one in self._columns.every if one.name not in names]
        for one in (*shown, *hidden):
            item = QListWidgetItem()
            item.setData(_NAME, one.name)
            item.setData(_WIDTH, one.width)
            item.setCheckState(_SHOWN if one.name in names else Qt.CheckState.Unchecked)
            if one.name == self._columns.first:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            self._say(item)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.blockSignals(blocked)

    def _say(self, item: QListWidgetItem) -> None:
        name = item.data(_NAME)
        if name == self._columns.filling:
            width = _("takes what room is left")
        else:
            width = digits(_("{count} dots wide").format(count=item.data(_WIDTH)))
        item.setText(f"{_(self._heads[name])}  ·  {width}")

    def _chosen(self) -> list[ListedColumn]:
        items = (self.list.item(line) for line in range(self.list.count()))
        return [
            ListedColumn(item.data(_NAME), item.data(_WIDTH))
            for item in items
            if item.checkState() == _SHOWN
        ]

    def _show(self, item: QListWidgetItem | None = None) -> None:
        if item is not None:
            blocked = self.list.blockSignals(True)
            self._say(item)
            self.list.blockSignals(blocked)
        self._columns.lay_out(self._chosen())
