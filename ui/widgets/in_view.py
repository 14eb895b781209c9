"""Bringing a part of a page before the eyes, wherever it is scrolled to."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

_ROUND = 60
"""Pixels in sight above and below it."""


def bring_into_view(part: QWidget) -> None:
    """Scroll to a part, and again once what was shown with it has its place."""
    _scroll_to(part)
    QTimer.singleShot(0, part, partial(_scroll_to, part))


def _scroll_to(part: QWidget) -> None:
    ancestor = part.parentWidget()
    while ancestor is not None and part.isVisible():
        if isinstance(ancestor, QScrollArea):
            ancestor.ensureWidgetVisible(part, 0, _ROUND)
        ancestor = ancestor.parentWidget()
