"""What a hand does while somebody is on the phone: read back, promise to call."""

from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.rules.worktime import BeyondCalendar, WorkCalendar
from ui.operations import Operations
from ui.pages.intake.answers import read_answers
from ui.pages.intake.form import EntryForm
from ui.pages.intake.spoken import spoken

AN_HOUR = timedelta(hours=1)


def an_hour_on(now: datetime, calendar: WorkCalendar | None) -> datetime:
    """Return when an hour of the office's time has passed; nobody calls back at night.

    Where the calendar is not read yet or ends, an hour by the clock: it is only proposed.
    """
    try:
        return now + AN_HOUR if calendar is None else calendar.add(now, AN_HOUR.total_seconds())
    except BeyondCalendar:
        return now + AN_HOUR


class Calling:
    """The keys of a call."""

    def __init__(self, operations: Operations, form: EntryForm, after: QWidget) -> None:
        self._now, self._form, self._after = operations.desk.now, form, after

    def begin(self) -> None:
        """Count how long the call takes, from now."""
        self._form.side.call.start(self._now(), self._now)

    def end(self) -> None:
        """Count no more."""
        self._form.side.call.start(None, None)

    def read_back(self) -> None:
        """Show what is to be read to the caller; once it is shown, tick that it was."""
        call = self._form.side.call
        if call.aloud.isVisible() and call.read_back.box.hasFocus():
            call.read_back.box.setChecked(True)
            self._after.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            call.say(spoken(read_answers(self._form.answers(), self._now()).form))

    def promise(self, calendar: WorkCalendar | None) -> None:
        """Promise to call back in an hour of the office's time, unless another is typed."""
        self._form.side.call.promise(an_hour_on(self._now(), calendar))
