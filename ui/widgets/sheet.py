"""A form's fields by name: what is typed in them, and what is wrong there."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QWidget

from desktop.errors import Refused
from desktop.wording.refusals import sentence


class Fillable(Protocol):
    """A field as the sheet knows it."""

    @property
    def editor(self) -> QWidget:
        """The widget that takes the cursor."""
        ...

    @property
    def edited(self) -> SignalInstance:
        """Told when its text changed."""
        ...

    @property
    def error(self) -> str:
        """The error shown, if any."""
        ...

    def text(self) -> str:
        """What is typed, as drafts keep it."""
        ...

    def set_text(self, text: str) -> None:
        """Put back what was typed."""
        ...

    def set_error(self, text: str) -> None:
        """Show what is wrong here; an empty text takes it back."""
        ...

    def show_error(self) -> None:
        """Bring it into view and put the cursor in it."""
        ...


class Sheet(QObject):
    """All fields of the form, in their order.

    Signals:
        edited: Somebody changed a field. arg: its name.
    """

    edited = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, Fillable] = {}
        self._filling = False

    def bind(self, name: str, field: Fillable) -> None:
        """Take a field in under the name that refusals and drafts know it by."""
        self._fields[name] = field
        field.edited.connect(partial(self._told, name))

    def field(self, name: str) -> Fillable:
        """Return a field by its name."""
        return self._fields[name]

    def names(self) -> list[str]:
        """List the fields' names in their order."""
        return list(self._fields)

    def editor(self, name: str) -> QWidget:
        """Return the widget that takes the cursor of a field."""
        return self._fields[name].editor

    def answers(self) -> dict[str, str]:
        """Return what is typed in every field."""
        return {name: field.text() for name, field in self._fields.items()}

    def fill(self, answers: Mapping[str, str]) -> None:
        """Put answers in without telling that somebody typed; fields not named stay."""
        with self.quietly():
            for name in self._fields.keys() & answers.keys():
                self._fields[name].set_text(answers[name])

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """Change fields without telling that somebody typed."""
        before, self._filling = self._filling, True
        try:
            yield
        finally:
            self._filling = before

    def clear(self) -> None:
        """Empty every field, and forget what was wrong."""
        self.fill(dict.fromkeys(self._fields, ""))
        self.pardon()

    def pardon(self) -> None:
        """Take every error back."""
        for field in self._fields.values():
            if field.error:
                field.set_error("")

    def blame(self, faults: Iterable[Refused]) -> list[Refused]:
        """Show each fault at its field, the first one focused; return those that have none."""
        self.pardon()
        by_name: dict[str, Refused] = {}
        homeless = []
        for fault in faults:
            if fault.field in self._fields:
                by_name.setdefault(fault.field, fault)
            else:
                homeless.append(fault)
        for name, fault in by_name.items():
            self._fields[name].set_error(sentence(fault))
        first = next((name for name in self._fields if name in by_name), None)
        if first is not None:
            self._fields[first].show_error()
        return homeless

    def faulty(self) -> list[str]:
        """List the names of the fields at which an error is shown."""
        return [name for name, field in self._fields.items() if field.error]

    def _told(self, name: str, _text: str = "") -> None:
        if not self._filling:
            self.edited.emit(name)


def line_up(*parts: tuple[QWidget, int]) -> QHBoxLayout:
    """Set fields side by side, their labels on one line; each with its share of the width."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for part, share in parts:
        row.addWidget(part, share, Qt.AlignmentFlag.AlignTop)
    return row


def set_lines(block: QPlainTextEdit, lines: int) -> None:
    """Give a block the height of so many lines."""
    around = 2 * int(block.document().documentMargin()) + 12
    block.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    block.setFixedHeight(block.fontMetrics().lineSpacing() * lines + around)
