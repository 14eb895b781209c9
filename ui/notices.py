"""Notices: a bar that stays until it is dealt with, and one that passes. No dialog is needed."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.wording import _
from ui.theme import Tone
from ui.widgets.plain import button

PASSING = 6000
"""Milliseconds a passing notice stays."""


class Notice(QFrame):
    """One line of news with what can be done about it."""

    def __init__(
        self, text: str, tone: Tone, action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Notice")
        self.setProperty("tone", tone.value)
        self.setAccessibleName(text)
        self._label = QLabel(text)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(self._label, 1)
        self.action = button(action)
        row.addWidget(self.action)
        self.action.setVisible(bool(action))
        self.close_button = button(_("Close"))
        row.addWidget(self.close_button)
        self.close_button.clicked.connect(self.deleteLater)

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()


class Notices(QWidget):
    """Where notices stand, above a page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def stay(
        self,
        text: str,
        tone: Tone,
        action: str = "",
        do: Callable[[], None] | None = None,
        keys: str = "",
    ) -> Notice:
        """Show a notice that stays until it is closed or dealt with; `keys` do what it offers."""
        notice = Notice(text, tone, f"{action} ({keys})" if keys else action)
        notice.action.setShortcut(keys)
        if do is not None:
            notice.action.clicked.connect(do)
            notice.action.clicked.connect(notice.deleteLater)
        self._column.addWidget(notice)
        return notice

    def passing(
        self,
        text: str,
        tone: Tone = Tone.OK,
        action: str = "",
        do: Callable[[], None] | None = None,
    ) -> Notice:
        """Show a notice that goes by itself."""
        notice = self.stay(text, tone, action, do)
        QTimer.singleShot(PASSING, notice, notice.deleteLater)
        return notice

    def clear(self) -> None:
        """Take every notice away."""
        for notice in self.findChildren(Notice):
            notice.deleteLater()

    def shown(self) -> list[str]:
        """List what the notices say."""
        return [notice.text for notice in self.findChildren(Notice)]
