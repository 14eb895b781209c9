"""Cells in which what was searched for stands out."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.rules.thai.searching import places
from ui import theme

_INSET = 3
"""Pixels above and below a word that stands out."""


class FoundDelegate(QStyledItemDelegate):
    """Draws the words that a search found on a ground of their own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.forms: tuple[str, ...] = ()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the cell."""
        text = str(index.data() or "")
        found = places(text, self.forms)
        if not found:
            super().paint(painter, option, index)
            return
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        style = cell.widget.style() if cell.widget is not None else QApplication.style()
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, cell, cell.widget)
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, cell.widget) + 1
        room.adjust(margin, 0, -margin, 0)
        # First the ground and the frame, then what stands out, and the words over it.
        cell.text = ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, cell.widget)
        metrics = cell.fontMetrics
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        ground = theme.current().colour("soon_ground")
        for begin, end in found:
            left = metrics.horizontalAdvance(text[:begin])
            width = metrics.horizontalAdvance(text[:end]) - left
            word = QRect(room.left() + left, room.top() + _INSET, width, room.height() - 2 * _INSET)
            painter.fillRect(word.intersected(room), ground)
        painter.setFont(cell.font)
        painter.setPen(cell.palette.color(QPalette.ColorRole.Text))
        painter.drawText(room, int(cell.displayAlignment), shown)
