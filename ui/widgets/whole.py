"""Labels whose tone marks are whole, also where their words can be selected."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel


class WholeLabel(QLabel):
    """Draws words that can be selected like all others, until some of them are.

    Qt draws them as an editor does, cut off at the face's own height: marks on marks were lost.
    """

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words."""
        selectable = self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
        if not selectable or self.hasSelectedText():
            super().paintEvent(event)
            return
        flags = int(self.alignment())
        if self.wordWrap():
            flags |= int(Qt.TextFlag.TextWordWrap)
        painter = QPainter(self)
        self.drawFrame(painter)
        # What is shown, not what a label with marks between its words says it is.
        shown, room, enabled = QLabel.text(self), self.contentsRect(), self.isEnabled()
        role = self.foregroundRole()
        self.style().drawItemText(painter, room, flags, self.palette(), enabled, shown, role)
        painter.end()
