"""Cells whose word stands on a coloured ground."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.models.paged_table import TONE_ROLE
from ui.theme import Tone

_SIDE, _HEIGHT, _GAP = 9.0, 20.0, 8.0


class ChipDelegate(QStyledItemDelegate):
    """Draws a chip where a cell has a tone, and plain text elsewhere."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the cell."""
        named = index.data(TONE_ROLE)
        if not named:
            super().paint(painter, option, index)
            return
        tone = Tone(named)
        look = theme.current()
        painter.save()
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.colour("selection"))
        painter.setPen(look.colour("background"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        font = option.font
        font.setPixelSize(13)
        painter.setFont(font)
        text = str(index.data())
        width = painter.fontMetrics().horizontalAdvance(text) + 2 * _SIDE
        chip = QRectF(
            rect.left() + _GAP,
            rect.center().y() - _HEIGHT / 2,
            min(width, rect.width() - _GAP - 2),
            _HEIGHT,
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(f"{tone.value}_ground"))
        painter.drawRoundedRect(chip, _HEIGHT / 2, _HEIGHT / 2)
        painter.setPen(look.colour(tone.value))
        inside = chip.adjusted(_SIDE, 0, -_SIDE + 3, 0)
        shown = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(inside.width()) + 1
        )
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()
