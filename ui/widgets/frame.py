"""The window's frame: sidebar, top bar, foot."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.wording import _
from ui.theme import px
from ui.widgets.plain import KeyCap, button, label, restyle
from ui.widgets.search_line import SearchLine


@dataclass(frozen=True, slots=True)
class SideItem:
    """One place to go: its key, its words, the keys that lead there."""

    key: str
    text: str
    keys: str = ""


class Sidebar(QWidget):
    """Where to go, and how much waits there.

    Signals:
        chosen: Somebody wants to go there. arg: the item's key.
    """

    chosen = Signal(str)

    def __init__(
        self,
        new: SideItem,
        items: Sequence[SideItem],
        last: Sequence[SideItem],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(px(212))
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._counts: dict[str, QLabel] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 16, 10, 12)
        column.setSpacing(2)
        title = label("รับเรื่อง", "title")
        title.setContentsMargins(10, 0, 0, 0)
        column.addWidget(title)
        under = label(_("Complaints register"), "second")
        under.setContentsMargins(10, 0, 0, 8)
        column.addWidget(under)
        column.addWidget(self._button(new, "new"))
        column.addSpacing(10)
        for item in items:
            column.addWidget(self._button(item))
        column.addStretch()
        for item in last:
            column.addWidget(self._button(item))

    def select(self, key: str) -> None:
        """Show where one is."""
        chosen = self._buttons.get(key)
        if chosen is not None and chosen.isCheckable():
            chosen.setChecked(True)
            return
        # Nowhere in the list: an exclusive group would keep showing the place before.
        self._group.setExclusive(False)
        for place in self._group.buttons():
            place.setChecked(False)
        self._group.setExclusive(True)

    def set_count(self, key: str, text: str) -> None:
        """Show how much waits somewhere; an empty text shows nothing."""
        count = self._counts[key]
        count.setText(text)
        count.setVisible(bool(text))

    def set_visible(self, key: str, visible: bool) -> None:
        """Show or hide a place that a person may not go to."""
        self._buttons[key].setVisible(visible)

    def offers(self, key: str) -> bool:
        """Tell whether a place is shown."""
        return not self._buttons[key].isHidden()

    def _button(self, item: SideItem, role: str = "") -> QPushButton:
        made = button(item.text, role, item.keys)
        made.setCheckable(role != "new")
        made.setMinimumHeight(px(32))
        inside = QHBoxLayout(made)
        inside.setContentsMargins(0, 0, 10, 0)
        inside.addStretch()
        count = label("", "count")
        count.setFixedHeight(px(21))
        count.setVisible(False)
        self._counts[item.key] = count
        inside.addWidget(count)
        if item.keys.startswith("F"):
            inside.addWidget(KeyCap(item.keys))
        if role != "new":
            self._group.addButton(made)
        self._buttons[item.key] = made
        made.setProperty("key", item.key)
        made.clicked.connect(self._clicked)
        return made

    def _clicked(self) -> None:
        sender = self.sender()
        assert isinstance(sender, QPushButton)
        self.chosen.emit(str(sender.property("key")))


class TopBar(QWidget):
    """The search box, who is here, and the lock.

    Signals:
        searched: What stands in the search box changed. arg: the text.
        entered: Somebody goes on from the search box to what is found.
        locked: Somebody wants to lock.
    """

    searched = Signal(str)
    entered = Signal()
    locked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(px(52))
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 18, 0)
        self.search = SearchLine()
        self.search.textChanged.connect(self.searched)
        self.search.entered.connect(self.entered)
        row.addWidget(self.search)
        row.addStretch()
        self.person = button("", "person", "F10")
        row.addWidget(self.person)
        self.lock = button(_("Lock"), keys="Ctrl+L")
        self.lock.clicked.connect(self.locked)
        row.addSpacing(12)
        row.addWidget(self.lock)


class Foot(QWidget):
    """What is true now: the office, the day, whether all is saved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(px(30))
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 18, 0)
        row.setSpacing(22)
        self.office = label("")
        self.group = label("")
        self.day = label("")
        self.saved = label("", "saved")
        row.addWidget(self.office)
        row.addWidget(self.group)
        row.addStretch()
        row.addWidget(self.day)
        row.addWidget(self.saved)

    def say_saved(self, text: str, *, busy: bool = False) -> None:
        """Tell whether all is saved."""
        self.saved.setText(text)
        self.saved.setProperty("role", "" if busy else "saved")
        restyle(self.saved)
