"""Saving what was typed: everything wrong is shown at once, warnings are asked about once."""

from PySide6.QtCore import QObject, Signal

from desktop.acts.attaching import NewFile
from desktop.acts.registering import RegisterComplaint, Registered, register
from desktop.acts.taking_in import TakeIn, TakenIn, take_in
from desktop.errors import Refusals, Refused, Unavailable
from desktop.rules.people import Permission
from desktop.rules.reasons import WARNINGS, Reason
from desktop.views import Known
from ui.operations import Operations
from ui.pages.intake.answers import Answers, read_answers
from ui.pages.intake.telling import why_alike


class Saving(QObject):
    """Brings one form to the register.

    A warning that was shown counts as confirmed by the next save, as long as its field was not
    changed since.

    Signals:
        saved: The register answered. arg: Registered.
        refused: The form must be mended or confirmed first. arg: list of Refused.
        failed: The machine failed; nothing was registered. arg: Unavailable.
    """

    saved = Signal(object)
    refused = Signal(object)
    failed = Signal(object)

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._asked: set[tuple[str, Reason]] = set()
        self._waiting = ""
        self.questioned = False
        """Whether nothing but warnings were left, and the next save confirms them."""
        self.into: Known | None = None
        """What the form was last saved to go on in."""

    @property
    def under_way(self) -> bool:
        """Whether a save has not been answered yet."""
        return bool(self._waiting)

    def begin(self) -> None:
        """Forget what was asked about an earlier form."""
        self._asked.clear()
        self.questioned, self.into = False, None

    def changed(self, field: str) -> None:
        """Take back what was confirmed about a field that changed."""
        self._asked = {pair for pair in self._asked if pair[0] != field}
        if not self._waiting:
            self.questioned, self.into = False, None

    def save(
        self, key: str, answers: Answers, files: tuple[NewFile, ...], into: Known | None
    ) -> None:
        """Check everything, then register; the same key never registers twice.

        What repeats an earlier complaint goes on in that.
        """
        if self._waiting:
            return
        self.into = into
        read = read_answers(
            answers,
            self._operations.desk.now(),
            classifies=self._operations.actor.may(Permission.CLASSIFY),
        )
        left = [f for f in read.faults if (f.field, f.reason) not in self._asked]
        if left:
            self._refuse(left)
            return
        self._waiting = key
        confirmed = frozenset(reason for _, reason in self._asked)
        command = RegisterComplaint(key, read.form, files, confirmed=confirmed, secret=read.secret)
        if into is None:
            self._operations.write(self, register, command, self._answered, self._otherwise)
        else:
            merging = TakeIn(command, into.id, why_alike(into))
            self._operations.write(self, take_in, merging, self._taken_in, self._otherwise)

    def _taken_in(self, taken: TakenIn) -> None:
        self._answered(taken.registered)

    def _answered(self, registered: Registered) -> None:
        self._waiting = ""
        self.saved.emit(registered)

    def _otherwise(self, error: Exception) -> bool:
        self._waiting = ""
        if isinstance(error, Refused):
            several = error.refusals if isinstance(error, Refusals) else (error,)
            self._refuse(list(several))
            return True
        if isinstance(error, Unavailable):
            self.failed.emit(error)
            return True
        # Whatever else it is, the form opens again with all that was typed.
        self.questioned = False
        self.refused.emit([])
        return False

    def _refuse(self, faults: list[Refused]) -> None:
        self._asked |= {(f.field or "", f.reason) for f in faults if f.reason in WARNINGS}
        self.questioned = bool(faults) and all(f.reason in WARNINGS for f in faults)
        self.refused.emit(faults)
