"""Dialogs on the screens offices have: no larger than it, and begun where one types."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from ui.theme import px

FRAME = QSize(16, 48)
"""What a desktop draws around a window; it is not known before the window is shown."""


def fit(window: QWidget, wide: int, high: int) -> None:
    """Give a window the size it wants, or what its screen has."""
    window.resize(QSize(px(wide), px(high)).boundedTo(room_for(window)))


def room_for(window: QWidget) -> QSize:
    """Return the size that a window may have on its screen."""
    return window.screen().availableGeometry().size() - FRAME


def begin_typing(window: QWidget, *buttons: QWidget) -> None:
    """Put the cursor into the first field; Qt would begin with the buttons, as first made."""
    for part in _chain(window):
        typed = part not in buttons and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        if typed and part.isEnabled() and part.isVisibleTo(window):
            part.setFocus()
            return


def tab_as_shown(page: QWidget) -> None:
    """Let Tab go from part to part as they hang on a page; Qt leaves what is made later to last."""
    parts = [part for part in _hanging_on(page) if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for one, following in pairwise(parts):
        QWidget.setTabOrder(one, following)


def _hanging_on(part: QWidget) -> Iterator[QWidget]:
    for child in part.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if not child.isWindow():
            yield child
            yield from _hanging_on(child)


def _chain(window: QWidget) -> Iterator[QWidget]:
    """Go through what Tab goes through, in its order."""
    one = window.nextInFocusChain()
    while one is not None and one is not window:
        yield one
        one = one.nextInFocusChain()
