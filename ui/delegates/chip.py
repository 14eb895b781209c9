"""Cells whose word stands on a coloured ground."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.models.paged_table import TONE_ROLE
from ui.theme import Theme, Tone, px

_SIDE, _HEIGHT, _GAP = 9, 20, 8
_PIXELS = 13
_NARROW = 40
"""A column too narrow for a chip shows plain words."""
_KEPT = 400
"""Chips kept as pictures; a register shows the same few words on every line."""

_Chip = tuple[str, str, str, int, float]


class ChipDelegate(QStyledItemDelegate):
    """Draws a chip where a cell has a tone, and plain text elsewhere."""

    def __init__(self, table: QAbstractItemView) -> None:
        super().__init__(table)
        self._table = table
        self._chips: dict[_Chip, QPixmap] = {}

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the cell."""
        named = index.data(TONE_ROLE)
        if not named or option.rect.width() < px(_NARROW):
            super().paint(painter, option, index)
            return
        look = theme.current()
        rect = option.rect
        if self._table.selectionModel().isSelected(index):
            painter.fillRect(rect, look.colour("selection"))
        painter.setPen(look.colour("background"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        ratio = painter.device().devicePixelRatio()
        room = rect.width() - px(_GAP) - 2
        key = (str(index.data()), str(named), look.name, room, ratio)
        chip = self._chips.get(key)
        if chip is None:
            if len(self._chips) >= _KEPT:
                self._chips.clear()
            chip = self._chips[key] = _drawn(key, option.font, look)
        top = rect.center().y() - px(_HEIGHT) / 2
        painter.drawPixmap(QPointF(rect.left() + px(_GAP), top), chip)


def _drawn(key: _Chip, font: QFont, look: Theme) -> QPixmap:
    text, named, _name, room, ratio = key
    tone = Tone(named)
    font = QFont(font)
    font.setPixelSize(px(_PIXELS))
    metrics = QFontMetrics(font)
    width = min(metrics.horizontalAdvance(text) + 2 * px(_SIDE), room)
    picture = QPixmap(round(width * ratio) + 1, round(px(_HEIGHT) * ratio) + 1)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setFont(font)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(f"{tone.value}_ground"))
    chip = QRectF(0, 0, width, px(_HEIGHT))
    painter.drawRoundedRect(chip, px(_HEIGHT) / 2, px(_HEIGHT) / 2)
    painter.setPen(look.colour(tone.value))
    inside = chip.adjusted(px(_SIDE), 0, 3 - px(_SIDE), 0)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(inside.width()) + 1)
    painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter), shown)
    painter.end()
    return picture
