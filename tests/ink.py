"""Ink that a label has no room for: tone marks over vowels above it, tails below it.

A face's own measures leave them out, so a label that is as high as it asks to be may cut them off.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QLabel

_AROUND = 24
"""Pixels that are looked at above and below the label."""
_SEEN = 100
"""Of 255: an edge smoothed away more than this nobody misses."""


def beyond(part: QLabel) -> bool:
    """Tell whether words of a label, as it draws them, reach over its upper or lower edge."""
    wide, high = part.width(), part.height()
    if not part.text() or not wide or not high:
        return False
    image = QImage(wide, high + 2 * _AROUND, QImage.Format.Format_Grayscale8)
    image.fill(0)
    flags = int(part.alignment())
    if part.wordWrap():
        flags |= int(Qt.TextFlag.TextWordWrap)
    painter = QPainter(image)
    painter.setFont(part.font())
    painter.setPen(QColor("white"))
    painter.drawText(part.contentsRect().translated(0, _AROUND), flags, QLabel.text(part))
    painter.end()
    ink, line = bytes(image.constBits()), image.bytesPerLine()
    outside = (*range(_AROUND), *range(_AROUND + high, high + 2 * _AROUND))
    return any(max(ink[row * line : row * line + wide]) > _SEEN for row in outside)
