"""A dialog as high as what it says; where the screen is lower it scrolls above its buttons."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets import fitting

_BESIDE_BAR = 10
_LEAST = 96
"""So much of a dialog's middle is seen on any screen."""


class Body(QScrollArea):
    """What stands between a dialog's title and its buttons; it wants the height of all it holds."""

    def __init__(self, held: QLayout) -> None:
        super().__init__()
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(held)
        column.addStretch()
        self._column = column
        self.setWidget(part)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.verticalScrollBar().rangeChanged.connect(self._keep_off_the_bar)

    def sizeHint(self) -> QSize:
        """Ask for all there is."""
        return self._column.totalSizeHint()

    def heightForWidth(self, width: int) -> int:
        """Ask for the height of all there is, where words wrap."""
        if self._column.hasHeightForWidth():
            return self._column.totalHeightForWidth(width)
        return self._column.totalSizeHint().height()

    def minimumSizeHint(self) -> QSize:
        """Be content with less height, and never with less width."""
        least = self._column.totalMinimumSize()
        beside = self.verticalScrollBar().sizeHint().width() + px(_BESIDE_BAR)
        return QSize(least.width() + beside, min(least.height(), px(_LEAST)))

    def event(self, event: QEvent) -> bool:
        """Hand on that more is told: the layout around it asks no further than this."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def _keep_off_the_bar(self, _least: int, most: int) -> None:
        self._column.setContentsMargins(0, 0, px(_BESIDE_BAR) if most else 0, 0)


class GrowingDialog(QDialog):
    """As wide as it is, and as high as what it says needs, up to what its screen has."""

    def frame(self, *head: QWidget, body: QLayout, foot: QLayout) -> None:
        """Set title and notices, what scrolls where there is no room, and the buttons."""
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(12))
        for part in head:
            column.addWidget(part)
        column.addWidget(Body(body), 1)
        column.addLayout(foot)

    def showEvent(self, event: QShowEvent) -> None:
        """Come on screen whole where there is room; Qt would give it two thirds of the screen."""
        self._grow()
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        """Follow the layout's wish for height; width stays the reader's."""
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._grow()
        return super().event(event)

    def _grow(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        self.ensurePolished()
        room = fitting.room_for(self)
        least = layout.totalMinimumSize() if self.isVisible() else layout.totalSizeHint()
        wide = min(max(self.width(), least.width()), room.width())
        wanted = layout.totalSizeHint().height()
        if layout.hasHeightForWidth():
            wanted = layout.totalHeightForWidth(wide)
        self.resize(wide, min(max(self.height(), wanted), room.height()))
