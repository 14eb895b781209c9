"""A button that shows the key that presses it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from ui.theme import px
from ui.widgets.plain import KeyCap

_BESIDE = 12
"""Pixels between words and key, and from the key to the edge."""


class KeyedButton(QPushButton):
    """Words at the left, the key at the right."""

    def __init__(self, text: str, role: str, keys: str) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._keys = keys
        self._cap = KeyCap(keys)
        self.setStyleSheet("text-align: left;")
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, px(_BESIDE), 0)
        inside.addStretch()
        inside.addWidget(self._cap)
        self.say(text)

    def say(self, text: str) -> None:
        """Change the words."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({self._keys})")
        self.setMinimumWidth(0)
        beside = self._cap.sizeHint().width() + px(_BESIDE) // 2
        self.setMinimumWidth(QPushButton.sizeHint(self).width() + beside)
