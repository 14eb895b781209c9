"""A dialog that grows where more is told, so that no word covers the field below it."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog


class GrowingDialog(QDialog):
    """As wide as it is, and as high as what it says needs."""

    def event(self, event: QEvent) -> bool:
        """Follow the layout's wish for height; width stays the reader's."""
        layout = self.layout()
        asked = event.type() == QEvent.Type.LayoutRequest
        if asked and layout is not None and self.isVisible():
            wanted = layout.totalHeightForWidth(self.width())
            self.resize(self.width(), max(self.height(), wanted))
        return super().event(event)
