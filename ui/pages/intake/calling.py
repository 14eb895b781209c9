"""What a hand does while somebody is on the phone: read back, promise to call."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.operations import Operations
from ui.pages.intake.answers import read_answers
from ui.pages.intake.form import EntryForm
from ui.pages.intake.spoken import spoken

AN_HOUR = timedelta(hours=1)


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

    def promise(self) -> None:
        """Promise to call back, an hour from now unless another time is typed."""
        self._form.side.call.promise(self._now() + AN_HOUR)
