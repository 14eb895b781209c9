"""Where a complaint is typed: the form and its foot, and the cards beside it or below."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QWidget

from ui.pages.intake.form import EntryForm
from ui.pages.intake.side import WIDTH
from ui.theme import px
from ui.widgets.plain import Card

NARROW = 1044
"""Less width than this has no room beside the form."""


class WorkRoom(QWidget):
    """Keeps the whole form in sight on small or much enlarged screens."""

    def __init__(self, form: EntryForm, status: QLabel, *deeds: QPushButton) -> None:
        super().__init__()
        self._form = form
        self._narrow: bool | None = None
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 12, 0)
        foot.setSpacing(8)
        foot.addWidget(status, 1)
        for deed in deeds:
            foot.addWidget(deed)
        card = Card()
        card.column.setContentsMargins(20, 14, 8, 14)
        card.column.addWidget(form, 1)
        card.column.addLayout(foot)
        self.side = side = QScrollArea()
        side.setWidgetResizable(True)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        side.setFixedWidth(px(WIDTH))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(card, 1)
        row.addWidget(side)
        self._arrange(narrow=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards beside the form, or below it where there is no room."""
        super().resizeEvent(event)
        self._arrange(narrow=self.width() < px(NARROW))

    def _arrange(self, *, narrow: bool) -> None:
        if narrow is self._narrow:
            return
        self._narrow = narrow
        if narrow:
            self.side.takeWidget()
            self._form.put_below(self._form.side)
        else:
            self.side.setWidget(self._form.side)
        self.side.setVisible(not narrow)
        self._form.side.show()
