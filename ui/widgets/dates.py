"""Days and moments typed in the Buddhist era, with the full date echoed beneath."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QMenu, QWidget, QWidgetAction

from desktop.errors import Refused
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import at_office, buddhist_year, local
from desktop.rules.thai.digits import Digits, in_digits, thai_digits
from desktop.rules.thai.entry import DateTrouble, Trouble, read_date, read_time
from desktop.wording import language
from desktop.wording.dates import long_date, weekday_date
from desktop.wording.refusals import sentence
from ui.widgets.field import Field, LineField

_HINT, _NOON = "15/7/2569", time(13, 45)
"""How a day and a time may be typed."""
_REASONS = {
    Trouble.EMPTY: Reason.REQUIRED,
    Trouble.NOT_A_DATE: Reason.NOT_A_DATE,
    Trouble.NO_SUCH_DAY: Reason.NO_SUCH_DAY,
    Trouble.TWO_DIGIT_YEAR: Reason.TWO_DIGIT_YEAR,
    Trouble.CHRISTIAN_YEAR: Reason.CHRISTIAN_YEAR,
    Trouble.YEAR_OUT_OF_RANGE: Reason.YEAR_OUT_OF_RANGE,
    Trouble.NOT_A_TIME: Reason.NOT_A_TIME,
}


def refused(trouble: DateTrouble, field: str | None = None) -> Refused:
    """Say an unreadable date in the office's terms."""
    if trouble.code is Trouble.CHRISTIAN_YEAR and trouble.suggestion is not None:
        suggestion = long_date(trouble.suggestion)
        return Refused(Reason.CHRISTIAN_YEAR, field=field, suggestion=suggestion)
    if trouble.code is Trouble.CHRISTIAN_YEAR:
        return Refused(Reason.NO_SUCH_DAY, field=field)
    return Refused(_REASONS[trouble.code], field=field)


def shown_digits() -> Digits:
    """Return the digits of the language in force."""
    return Digits.THAI if language() == "th" else Digits.ARABIC


def typed_date(day: date) -> str:
    """Write a day as it stands in a field, in the digits of the language in force."""
    return in_digits(f"{day.day}/{day.month}/{buddhist_year(day)}", shown_digits())


def typed_time(moment: time | datetime) -> str:
    """Write hours and minutes as they stand in a field: ๑๓.๔๕, or 13:45."""
    return thai_digits(f"{moment:%H.%M}") if language() == "th" else f"{moment:%H:%M}"


class _DayLine(QLineEdit):
    """A line in which Up and Down go a day, F4 opens a calendar."""

    def __init__(self, owner: "DateField") -> None:
        super().__init__()
        self._owner = owner

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by days, open the calendar, or type."""
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._owner.go(1 if key == Qt.Key.Key_Up else -1)
        elif key == Qt.Key.Key_F4:
            self._owner.open_calendar()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)
            return
        event.accept()


class DateField(Field):
    """A day of the Buddhist era."""

    def __init__(
        self,
        text: str,
        today: Callable[[], date],
        *,
        required: bool = False,
        help_text: str = "",
    ) -> None:
        self._today = today
        self.line = _DayLine(self)
        self.line.setPlaceholderText(in_digits(_HINT, shown_digits()))
        super().__init__(text, self.line, required=required, help_text=help_text)
        self._required = required
        self.line.textChanged.connect(self._echo)
        self.line.textChanged.connect(self.edited)
        self.line.editingFinished.connect(self.check)

    def day(self) -> date | None:
        """Return the day typed, or None for an empty field; `DateTrouble` if it cannot be read."""
        if not self.line.text().strip():
            return None
        return read_date(self.line.text(), self._today())

    def set_day(self, day: date | None) -> None:
        """Put a day in."""
        self.line.setText("" if day is None else typed_date(day))

    def text(self) -> str:
        """Return what is typed."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Put back what was typed."""
        self.line.setText(text)

    def check(self) -> bool:
        """Show at the field whether its day can be read."""
        try:
            self.day()
        except DateTrouble as trouble:
            self.set_error(sentence(refused(trouble)))
            return False
        self.set_error("")
        self._echo()
        return True

    def needed(self) -> date | None:
        """Return the day; without one the field says what is wrong."""
        if not self.check():
            return None
        day = self.day()
        if day is None:
            self.set_error(sentence(Refused(Reason.REQUIRED)))
        return day

    def go(self, days: int) -> None:
        """Go some days on or back."""
        try:
            day = self.day() or self._today()
        except DateTrouble:
            day = self._today()
        self.set_day(day + timedelta(days=days))

    def open_calendar(self) -> None:
        """Choose the day from a calendar."""
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        calendar.setLocale(QLocale())
        calendar.setGridVisible(False)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        try:
            day = self.day() or self._today()
        except DateTrouble:
            day = self._today()
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        calendar.clicked.connect(self._picked)
        calendar.activated.connect(self._picked)
        calendar.clicked.connect(menu.close)
        menu.popup(self.line.mapToGlobal(self.line.rect().bottomLeft()))
        calendar.setFocus()

    def _picked(self, day: QDate) -> None:
        self.set_day(date(day.year(), day.month(), day.day()))

    def _echo(self) -> None:
        try:
            day = self.day()
        except DateTrouble:
            # While a day is being typed it cannot be read yet; it is judged on leaving.
            return
        self.set_error("")
        self._below("" if day is None else weekday_date(day), "help")
        if day is None:
            self._below(self._help, "help")


class TimeField(LineField):
    """Hours and minutes."""

    def __init__(self, text: str, *, required: bool = False) -> None:
        super().__init__(text, required=required, placeholder=typed_time(_NOON), width=90)
        self.line.editingFinished.connect(self.check)

    def clock(self) -> time | None:
        """Return the time typed, or None for an empty field; `DateTrouble` if unreadable."""
        return read_time(self.text()) if self.text().strip() else None

    def check(self) -> bool:
        """Show at the field whether its time can be read."""
        try:
            self.clock()
        except DateTrouble as trouble:
            self.set_error(sentence(refused(trouble)))
            return False
        self.set_error("")
        return True


class MomentField(QWidget):
    """A day and a time beside it."""

    def __init__(
        self, day_text: str, time_text: str, today: Callable[[], date], *, required: bool = False
    ) -> None:
        super().__init__()
        self.date = DateField(day_text, today, required=required)
        self.time = TimeField(time_text, required=required)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.date, 1)
        row.addWidget(self.time, 0, Qt.AlignmentFlag.AlignTop)

    def set_moment(self, moment: datetime) -> None:
        """Put a moment in, by the office's wall clock."""
        at = local(moment)
        self.date.set_day(at.date())
        self.time.set_text(typed_time(at))

    def moment(self) -> datetime | None:
        """Return the moment typed, or None unless both parts can be read; faults are shown."""
        if not (self.date.check() and self.time.check()):
            return None
        day, clock = self.date.day(), self.time.clock()
        for field, part in ((self.date, day), (self.time, clock)):
            if part is None:
                field.set_error(sentence(Refused(Reason.REQUIRED)))
        if day is None or clock is None:
            return None
        return at_office(day, clock)
