"""A year on one sheet: twelve months, each day coloured by what it is, and each to be opened."""

from calendar import Calendar
from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.wording import _, dates
from desktop.wording.dates import narrow_weekday, weekday_date
from ui import theme
from ui.telling import digits
from ui.theme import Tone, px

_ACROSS, _DOWN = 4, 3
_MEASURES = (27, 22, 46, 16)
"""A day's width, a line's height, what stands above the days, what is between months."""
_KEYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}

Marks = Mapping[date, tuple[Tone, str]]
"""What a day is: its colour, and the words that say it."""


class YearView(QWidget):
    """Draws a year; a day is opened by a click or by Enter, and gone to by the arrows.

    Signals:
        opened: A day was opened. arg: the day.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cell, self._line, self._head, self._gap = (px(one) for one in _MEASURES)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Year view"))
        self.year = 2000
        self.day = date(2000, 1, 1)
        self._marks: Marks = {}
        self._free: frozenset[int] = frozenset({5, 6})
        self._places: dict[date, QRect] = {}

    def show_year(self, year: int, marks: Marks, free: frozenset[int]) -> None:
        """Show a Christian year; `free` are the weekdays, Monday 0, without office hours."""
        self.year, self._marks, self._free = year, marks, free
        if self.day.year != year:
            self.day = date(year, 1, 1)
        self._places = self._placed()
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room of twelve months."""
        month = self._month_size()
        return QSize(
            _ACROSS * month.width() + (_ACROSS - 1) * self._gap,
            _DOWN * month.height() + (_DOWN - 1) * self._gap,
        )

    def minimumSizeHint(self) -> QSize:
        """Take no less."""
        return self.sizeHint()

    def at(self, point: QPoint) -> date | None:
        """Return the day that is drawn at a point."""
        return next((day for day, place in self._places.items() if place.contains(point)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the day under the pointer."""
        day = self.at(event.position().toPoint())
        if day is not None:
            self._go(day)
            self.opened.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by days and weeks; open with Enter or the space bar."""
        step = _KEYS.get(Qt.Key(event.key()))
        if step is not None:
            day = self.day + timedelta(days=step)
            if day.year == self.year:
                self._go(day)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.day)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say what a day is while the pointer rests on it."""
        if isinstance(event, QHelpEvent):
            day = self.at(event.pos())
            if day is not None and day in self._marks:
                QToolTip.showText(event.globalPos(), self._words(day), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the twelve months."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for month in range(1, 13):
            self._paint_head(painter, month)
        look = theme.current()
        for day, place in self._places.items():
            marked = self._marks.get(day)
            if marked is not None:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour(f"{marked[0].value}_ground"))
                painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 4, 4)
                painter.setPen(look.colour(marked[0].value))
            else:
                free = day.weekday() in self._free
                painter.setPen(look.colour("ink3" if free else "ink"))
            self._font(painter, bold=marked is not None)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, digits(str(day.day)))
            if day == self.day and self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(look.colour("focus"))
                painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def _paint_head(self, painter: QPainter, month: int) -> None:
        corner = self._corner(month)
        look = theme.current()
        self._font(painter, bold=True)
        painter.setPen(look.colour("ink"))
        name = dates.month(month)
        width = self._month_size().width()
        painter.drawText(
            QRect(corner, QSize(width, self._line)), Qt.AlignmentFlag.AlignVCenter, name
        )
        self._font(painter, bold=False)
        painter.setPen(QColor(look.colour("ink3")))
        for column in range(7):
            place = QRect(
                corner.x() + column * self._cell, corner.y() + self._line, self._cell, self._line
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, narrow_weekday(column))

    def _font(self, painter: QPainter, *, bold: bool) -> None:
        font = QFont(self.font())
        font.setPixelSize(px(13))
        font.setBold(bold)
        painter.setFont(font)

    def _placed(self) -> dict[date, QRect]:
        places = {}
        for month in range(1, 13):
            corner = self._corner(month)
            for line, week in enumerate(Calendar(0).monthdatescalendar(self.year, month)):
                for day in week:
                    if day.month != month:
                        continue
                    x = corner.x() + day.weekday() * self._cell
                    places[day] = QRect(
                        x, corner.y() + self._head + line * self._line, self._cell, self._line
                    )
        return places

    def _corner(self, month: int) -> QPoint:
        size = self._month_size()
        row, column = divmod(month - 1, _ACROSS)
        return QPoint(column * (size.width() + self._gap), row * (size.height() + self._gap))

    def _month_size(self) -> QSize:
        return QSize(7 * self._cell, self._head + 6 * self._line)

    def _go(self, day: date) -> None:
        self.day = day
        self._describe()
        self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(self._words(self.day))

    def _words(self, day: date) -> str:
        said = weekday_date(day)
        marked = self._marks.get(day)
        return f"{said} · {marked[1]}" if marked else said
