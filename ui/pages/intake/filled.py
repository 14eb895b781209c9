"""The bar that says what was filled in on the form, and asks before what was typed is replaced."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget
from shiboken6 import isValid

from desktop.rules.thai.digits import in_digits
from desktop.wording import _
from ui.pages.intake.form import EntryForm
from ui.theme import Tone
from ui.widgets.choices import ChoiceField
from ui.widgets.dates import shown_digits
from ui.widgets.plain import button, label, restyle

_LONGEST = 60
"""Letters of a text that the bar shows."""


class FilledBar(QFrame):
    """Fills fields that nobody typed in, and replaces others only when told to.

    Whatever fills the form does it through this, so that there is one place that says what was.

    Signals:
        changed: Fields were changed by a button of the bar. arg: their names.
    """

    changed = Signal(object)

    def __init__(self, form: EntryForm) -> None:
        super().__init__()
        self._form = form
        self._before: dict[str, str] = {}
        self._typed: set[str] = set()
        self._filled: dict[str, str] = {}
        self._held: dict[str, str] = {}
        self._cursor: QWidget | None = None
        self.setObjectName("Notice")
        self.text = label("", wrap=True)
        self.empty = button("")
        self.replace = button(_("Replace what stands there"))
        self.keep = button(_("Keep what stands there"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 4, 3)
        row.addWidget(self.text, 1)
        for part in (self.empty, self.replace, self.keep):
            row.addWidget(part)
        self.empty.clicked.connect(self._take_back)
        self.replace.clicked.connect(self._replace)
        self.keep.clicked.connect(self._keep)
        self.forget()

    def forget(self) -> None:
        """Say nothing: the form is another."""
        self._before, self._filled, self._held = {}, {}, {}
        self._typed = set()
        self.hide()

    def fill(
        self, values: Mapping[str, str], said: str, *, over: bool = False, **words: str
    ) -> list[str]:
        """Fill what is free, ask about the rest; return the names of what was filled.

        `said` tells of {fields}, beside `words` of its own. With `over` nothing is asked: to
        replace what was typed was consented to before.
        """
        now = self._form.answers()
        unlike = {n: v for n, v in values.items() if v and v != now[n]}
        typed = {name for name in unlike if not self._form.free(name)}
        filled = {n: v for n, v in unlike.items() if over or n not in typed}
        self._typed = typed & filled.keys()
        self._filled, self._before = filled, {name: now[name] for name in filled}
        self._held = {n: v for n, v in unlike.items() if n not in filled}
        self._form.carry(filled)
        named = ", ".join(map(self._called, filled))
        told = [said.format(fields=named, **words)] if filled else []
        if self._held:
            told.append(_("These would change: {changes}").format(changes=self._changes(now)))
        self.text.setText(in_digits(" ".join(told), shown_digits()))
        before = _("Put back what stood there") if self._typed else _("Empty these fields")
        self.empty.setText(before)
        self._ask(asking=bool(self._held))
        self.setVisible(bool(told))
        if self._held:
            self._cursor = QApplication.focusWidget()
            self.keep.setFocus(Qt.FocusReason.OtherFocusReason)
        return [*filled]

    def _ask(self, *, asking: bool) -> None:
        self.setProperty("tone", (Tone.SOON if asking else Tone.INFO).value)
        restyle(self)
        self.empty.setVisible(not asking)
        self.replace.setVisible(asking)
        self.keep.setVisible(asking)

    def _called(self, name: str) -> str:
        return self._form.sheet.editor(name).accessibleName()

    def _changes(self, now: Mapping[str, str]) -> str:
        return "; ".join(
            f"{self._called(name)} “{self._shown(name, now[name])}” → “{self._shown(name, value)}”"
            for name, value in self._held.items()
        )

    def _shown(self, name: str, text: str) -> str:
        field = self._form.sheet.field(name)
        if isinstance(field, ChoiceField):
            text = field.words(text)
        line = " ".join(text.split())
        return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"

    def _take_back(self) -> None:
        now = self._form.answers()
        same = {n: v for n, v in self._before.items() if now[n] == self._filled[n]}
        self._form.let_go({n: v for n, v in same.items() if n not in self._typed})
        self._form.carry({n: v for n, v in same.items() if n in self._typed})
        self.forget()
        self._form.focus_start()
        self.changed.emit([*same])

    def _replace(self) -> None:
        held = self._held
        self._form.carry(held)
        self._keep()
        self.changed.emit([*held])

    def _keep(self) -> None:
        self.forget()
        if self._cursor is not None and isValid(self._cursor) and self._cursor.isVisible():
            self._cursor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._form.focus_start()
