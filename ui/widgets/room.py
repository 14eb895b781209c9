"""The room a window has for what is in it; it scrolls where that needs more."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget


class Room(QScrollArea):
    """Holds one part, as large as the room or as the least the part may be.

    Qt's own way would also give it the height that its words want, and scroll where pages scroll.
    """

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = inside
        self.setWidget(inside)

    def need(self, wide: int, high: int) -> None:
        """Never make the part smaller than this."""
        self._inside.setMinimumSize(wide, high)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the part what room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room, least = self.maximumViewportSize(), self._inside.minimumSize()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        # Each bar takes room from the other way.
        if least.height() > room.height():
            room.setWidth(room.width() - down.sizeHint().width())
        if least.width() > room.width():
            room.setHeight(room.height() - across.sizeHint().height())
        self._inside.resize(room.expandedTo(least))
