"""Reminders: this morning's list once a day, and a quiet bar when something runs out.

Nothing is said outside office hours; what passes then is told when they begin.
"""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QSettings, QTimer, Signal

from desktop.changes import Changes
from desktop.rules.thai.dates import official_date
from desktop.rules.worktime import BeyondCalendar, WorkCalendar
from desktop.views import Agenda, OfficeView
from ui.operations import Operations

EVERY = 5 * 60_000
"""Milliseconds from one look to the next."""


class Reminders(QObject):
    """Looks now and then what somebody should be told of.

    `since` is when it looked last.

    Signals:
        morning: The day's list, for the first time today. arg: the Agenda.
        passed: Complaints passed a mark of their time. arg: the Agenda.
    """

    morning = Signal(object)
    passed = Signal(object)

    def __init__(
        self,
        operations: Operations,
        office: OfficeView,
        parent: QObject | None = None,
        settings: QSettings | None = None,
    ) -> None:
        super().__init__(parent)
        self._operations, self._calendar = operations, office.calendar
        self._settings = settings or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "rap-rueang", "reminders"
        )
        self.since = operations.desk.now()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)
        operations.changed.connect(self._changed)

    def begin(self) -> None:
        """Look for the first time, and from then on by the clock."""
        self._timer.start()
        self.look()

    def end(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Tell what there is to tell, in office hours only."""
        now = self._operations.desk.now()
        if not in_office_hours(now, self._calendar):
            return
        if self._settings.value(self._key(), "") != self._day(now):
            self._ask(lambda desk, actor: desk.reading.agenda(actor, now), self._tell_morning)
            self.since = now
            return
        since, self.since = self.since, now
        self._ask(lambda desk, actor: desk.reading.passing(actor, since, now), self._tell_passed)

    def _ask(self, question: Callable[..., Agenda], then: Callable[[Agenda], None]) -> None:
        self._operations.read(self, question, then)

    def _tell_morning(self, agenda: Agenda) -> None:
        self._settings.setValue(self._key(), self._day(self._operations.desk.now()))
        if not agenda.empty:
            self.morning.emit(agenda)

    def _tell_passed(self, agenda: Agenda) -> None:
        if agenda.groups:
            self.passed.emit(agenda)

    def _changed(self, changes: Changes, initiator: object) -> None:
        del initiator
        if changes & Changes.CALENDAR:
            self._operations.read(
                self, lambda desk, _actor: desk.reading.days().calendar(), self._count_by
            )

    def _count_by(self, calendar: WorkCalendar) -> None:
        self._calendar = calendar

    def _key(self) -> str:
        return f"morning/{self._operations.actor.person_id}"

    def _day(self, now: datetime) -> str:
        return official_date(now).isoformat()


def in_office_hours(now: datetime, calendar: WorkCalendar) -> bool:
    """Tell whether the office works; not on days of which the calendar knows nothing."""
    try:
        return calendar.is_open(now)
    except BeyondCalendar:
        return False
