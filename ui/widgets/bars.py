"""A small bar chart: two parts on top of each other, a word under each bar."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.theme import px


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it stands for, what went well, what did not, and the sum in words."""

    name: str
    good: int
    bad: int
    said: str


class Bars(QWidget):
    """Bars side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: Sequence[Bar] = ()
        self.setMinimumHeight(px(150))

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Replace the bars."""
        self._bars = bars
        self.setAccessibleDescription(", ".join(f"{bar.name} {bar.said}" for bar in bars))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a modest size."""
        return QSize(px(420), px(160))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars."""
        del event
        if not self._bars:
            return
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words, sums = float(px(22)), float(px(20))
        high = self.height() - words - sums
        most = max(bar.good + bar.bad for bar in self._bars) or 1
        step = self.width() / len(self._bars)
        wide = min(step * 0.6, float(px(30)))
        font = self.font()
        font.setPixelSize(px(13))
        painter.setFont(font)
        for place, bar in enumerate(self._bars):
            left = step * place
            base = self.height() - words
            for value, token in ((bar.good, "accent"), (bar.bad, "late")):
                tall = high * value / most
                painter.fillRect(
                    QRectF(left + (step - wide) / 2, base - tall, wide, tall), look.colour(token)
                )
                base -= tall
            painter.setPen(look.colour("ink2"))
            middle = Qt.AlignmentFlag.AlignCenter
            if bar.good + bar.bad:
                painter.drawText(QRectF(left, base - sums, step, sums), middle, bar.said)
            painter.drawText(QRectF(left, self.height() - words, step, words), middle, bar.name)
        painter.end()
