"""A sheet: some fields, one act, and every refusal shown at its field."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import Conflict, Refusals, Refused, Unavailable
from desktop.ports import Desk
from desktop.rules.people import Actor
from desktop.rules.reasons import WARNINGS, Reason
from desktop.rules.thai.dates import official_date
from desktop.wording import _
from desktop.wording.refusals import sentence
from ui.notices import Notices
from ui.operations import Operations
from ui.theme import Tone, air, px
from ui.widgets.dates import DateField, MomentField
from ui.widgets.fitting import begin_typing
from ui.widgets.growing import GrowingDialog
from ui.widgets.plain import button, label

Act = Callable[[Any, Desk, Actor], Any]
"""What a sheet carries out."""


class Shows(Protocol):
    """A field that can show an error."""

    def set_error(self, text: str) -> None:
        """Show it."""

    def show_error(self) -> None:
        """Bring it into view."""


def refusals_of(error: Exception) -> tuple[Refused, ...]:
    """List the refusals in an error."""
    if isinstance(error, Refusals):
        return error.refusals
    return (error,) if isinstance(error, Refused) else ()


def show_refusals(error: Exception, fields: Mapping[str, Shows], notices: Notices) -> bool:
    """Show each refusal in an error at its field, else in a notice; tell whether there was one."""
    refusals = refusals_of(error)
    for place, refused in enumerate(refusals):
        field = fields.get(refused.field or "")
        if field is None:
            notices.stay(sentence(refused), Tone.LATE)
            continue
        field.set_error(sentence(refused))
        if place == 0:
            field.show_error()
    return bool(refusals)


class Sheet(GrowingDialog):
    """A modal sheet. Subclasses add fields by name and answer `command()`.

    Signals:
        done: The act was carried out. arg: its result.
    """

    done_with = Signal(object)

    def __init__(
        self,
        operations: Operations,
        title: str,
        primary: str,
        act: Act,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(px(520))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.operations = operations
        self._act = act
        self.fields: dict[str, Shows] = {}
        self.confirmed: set[Reason] = set()
        self.notices = Notices()
        self.title = label(title, "title")
        self.body = QVBoxLayout()
        self.body.setSpacing(air(10))
        self.primary = button(primary, "primary", "Ctrl+S")
        self.cancel = button(_("Cancel"))
        self.primary.clicked.connect(self.save)
        self.cancel.clicked.connect(self.reject)
        self.primary.setAutoDefault(False)
        self.cancel.setAutoDefault(False)
        save = QShortcut(QKeySequence.StandardKey.Save, self)
        save.activated.connect(self.save)
        self.foot = QHBoxLayout()
        self.foot.addStretch()
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.primary)
        self.frame(self.title, self.notices, body=self.body, foot=self.foot)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field."""
        if self.focusWidget() is None:
            begin_typing(self, self.cancel, self.primary)
        super().showEvent(event)

    def put(self, name: str, field: QWidget) -> None:
        """Add a field; refusals of that name are shown at it."""
        self.fields[name] = field  # type: ignore[assignment]
        self.body.addWidget(field)

    def put_beside(self, **fields: QWidget) -> None:
        """Add fields side by side, by their names."""
        row = QHBoxLayout()
        for name, field in fields.items():
            self.fields[name] = field  # type: ignore[assignment]
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def tell(self, *sentences: str) -> None:
        """Say beneath the title what the act brings about."""
        if sentences:
            self.body.insertWidget(0, label("\n".join(sentences), "second", wrap=True))

    def put_moment(self, name: str, text: str) -> MomentField:
        """Add a day and a time that begin as now; refusals of that name are shown at the day."""
        field = MomentField(text, _("Time"), self.today, required=True)
        field.set_moment(self.operations.desk.now())
        self.body.addWidget(field)
        self.fields[name] = field.date
        return field

    def days_read(self, *fields: DateField) -> bool:
        """Tell whether every day typed is one; the first that is not is shown."""
        odd = [field for field in fields if not field.check()]
        if odd:
            odd[0].show_error()
        return not odd

    def today(self) -> date:
        """Tell the office's day, by which typed days are read."""
        return official_date(self.operations.desk.now())

    def command(self) -> Any | None:
        """Return the command as typed, or None when a field shows why not."""
        raise NotImplementedError

    def save(self) -> None:
        """Carry out the act, once."""
        if not self.primary.isEnabled():
            return
        for field in self.fields.values():
            field.set_error("")
        command = self.command()
        if command is None:
            return
        self.primary.setEnabled(False)
        self.operations.write(self, self._act, command, self._done, self._refused)

    def _done(self, result: Any) -> None:
        self.done_with.emit(result)
        self.accept()

    def _refused(self, error: Exception) -> bool:
        self.primary.setEnabled(True)
        self.confirmed |= {one.reason for one in refusals_of(error) if one.reason in WARNINGS}
        if show_refusals(error, self.fields, self.notices):
            return True
        said = trouble(error)
        if said:
            self.notices.stay(said, Tone.LATE)
        return bool(said)


def trouble(error: Exception) -> str:
    """Say what is neither the clerk's to mend nor our fault; nothing for anything else."""
    if isinstance(error, Conflict):
        return _("Somebody else changed this first. Nothing was saved; open it again.")
    if isinstance(error, Unavailable):
        if error.unclear:
            return _("It is not certain that this was saved. Do not enter it twice.")
        return _("Not saved: {cause}. What you typed is still here; try again.").format(
            cause=error.cause
        )
    return ""
