"""Help: every key of the program, found by typing."""

from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.rules.thai.searching import search_form
from desktop.wording import _
from ui.actions import ACTIONS
from ui.widgets.field import LineField
from ui.widgets.plain import Card, KeyCap, PageTitle, label


class HelpPage(QWidget):
    """What can be done, and the keys that do it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = LineField(_("Find a key"), placeholder=_("what you want to do"))
        self.search.setMaximumWidth(420)
        self.search.edited.connect(self.show_matching)
        self._card = Card(_("Keys"))
        self._ground: QWidget | None = None
        self.shown: list[str] = []
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._card)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(PageTitle(_("Help")))
        column.addWidget(self.search)
        column.addWidget(scroll, 1)
        self.show_matching("")

    def show_matching(self, typed: str) -> None:
        """List the keys of what is sought."""
        if self._ground is not None:
            self._ground.deleteLater()
        self._ground = QWidget()
        grid = QGridLayout(self._ground)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        wanted = search_form(typed)
        self.shown = []
        for line in ACTIONS:
            text = _(line.text)
            if not line.keys or wanted not in search_form(f"{text} {line.keys}"):
                continue
            row = len(self.shown)
            grid.addWidget(label(text), row, 0)
            grid.addWidget(KeyCap(line.keys.replace("+", " ")), row, 1)
            self.shown.append(text)
        grid.setColumnStretch(2, 1)
        self._card.column.addWidget(self._ground)
        self._card.column.addStretch()
