"""Fields to choose in: one of several from a box, one thing ticked, one of a row of buttons."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QResizeEvent, QShortcut, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from ui.theme import px
from ui.widgets.field import Field
from ui.widgets.flow import FlowLayout
from ui.widgets.in_view import bring_into_view
from ui.widgets.plain import KeyCap, button, label, restyle


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: the key drafts keep, the words shown, the value behind it."""

    key: str
    text: str
    value: Any = None


class _Combo(QComboBox):
    """A box to choose from that keeps its choice while the form around it is scrolled."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell a choice whole where the box is too narrow for it."""
        super().resizeEvent(event)
        self.tell_whole()

    def tell_whole(self) -> None:
        """Let a choice that ends in dots be read by pointing at it."""
        text = self.currentText()
        cut = self.fontMetrics().horizontalAdvance(text) > self._room()
        self.setToolTip(text if cut else "")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form; it would change a choice nobody looks at."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """End a choice too long for the box with dots, rather than amid a letter."""
        del event
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        dots, room = Qt.TextElideMode.ElideRight, self._room()
        option.currentText = self.fontMetrics().elidedText(self.currentText(), dots, room)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _room(self) -> int:
        """Return the pixels that a choice has."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        box, inside = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        return self.style().subControlRect(box, option, inside, self).width()


class ChoiceField(Field):
    """One of several; typing finds among them."""

    def __init__(
        self,
        text: str,
        choices: Sequence[Choice] = (),
        *,
        required: bool = False,
        help_text: str = "",
        empty: str | None = None,
        editable: bool = False,
    ) -> None:
        self.combo = _Combo()
        self.combo.setEditable(editable)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.combo.setMinimumContentsLength(6)
        self.combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._empty = empty
        self._choices: list[Choice] = []
        super().__init__(text, self.combo, required=required, help_text=help_text)
        self.offer(choices)
        self.combo.currentTextChanged.connect(self.combo.tell_whole)
        self.combo.currentIndexChanged.connect(self._changed)
        if editable:
            self.combo.editTextChanged.connect(self._changed)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Replace what may be chosen, keeping the choice where it is still there."""
        before = self.text() if self._choices else ""
        blocked = self.combo.blockSignals(True)
        first = [Choice("", self._empty)] if self._empty is not None else []
        self._choices = [*first, *choices]
        self.combo.clear()
        for choice in self._choices:
            self.combo.addItem(choice.text)
        # The list may be wider than the box: a long name is read whole before it is chosen.
        view = self.combo.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + 28)
        self.set_text(before)
        self.combo.blockSignals(blocked)
        self.combo.tell_whole()

    def choice(self) -> Choice | None:
        """Return what is chosen."""
        index = self.combo.currentIndex()
        if self.combo.isEditable():
            typed = self.combo.currentText().strip()
            return next((c for c in self._choices if c.text == typed), Choice(typed, typed, typed))
        return self._choices[index] if 0 <= index < len(self._choices) else None

    def words(self, key: str) -> str:
        """Return what is shown of a choice."""
        return next((c.text for c in self._choices if c.key == key), key)

    def value(self) -> Any:
        """Return the value behind the choice."""
        chosen = self.choice()
        return None if chosen is None else chosen.value

    def text(self) -> str:
        """Return the key of what is chosen."""
        chosen = self.choice()
        return "" if chosen is None else chosen.key

    def set_text(self, text: str) -> None:
        """Choose by key; an editable field takes any text."""
        for index, choice in enumerate(self._choices):
            if choice.key == text:
                self.combo.setCurrentIndex(index)
                return
        if self.combo.isEditable():
            self.combo.setEditText(text)

    def _changed(self, *_ignored: object) -> None:
        self.edited.emit(self.text())


class CheckField(QWidget):
    """A box to tick.

    Signals:
        edited: It was ticked or unticked. arg: "yes" or "".
    """

    edited = Signal(str)

    def __init__(self, text: str, help_text: str = "") -> None:
        super().__init__()
        self.box = QCheckBox(text)
        self.box.setAccessibleName(text)
        self.below = label(help_text, "help", wrap=True)
        self.editor: QWidget = self.box
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.box)
        column.addWidget(self.below)
        self.below.setVisible(bool(help_text))
        self.setFocusProxy(self.box)
        self.box.toggled.connect(self._toggled)

    @property
    def error(self) -> str:
        """The error shown, if any."""
        return self.below.text() if self.below.property("role") == "error" else ""

    def set_error(self, text: str) -> None:
        """Show what is wrong here; an empty text takes it back."""
        self.below.setText(text)
        self.below.setProperty("role", "error")
        self.below.setVisible(bool(text))
        restyle(self.below)

    def show_error(self) -> None:
        """Bring it into view and put the cursor here."""
        bring_into_view(self)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def checked(self) -> bool:
        """Tell whether it is ticked."""
        return self.box.isChecked()

    def text(self) -> str:
        """Return "yes" or nothing."""
        return "yes" if self.box.isChecked() else ""

    def set_text(self, text: str) -> None:
        """Tick or untick."""
        self.box.setChecked(bool(text))

    def _toggled(self, ticked: bool) -> None:
        self.edited.emit("yes" if ticked else "")


class SegmentedChoice(QWidget):
    """A few choices side by side, each with its key.

    Signals:
        chosen: Another one was chosen. arg: its key.
    """

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str, str]]) -> None:
        """Take (key, text, shortcut) for each choice; the first is chosen."""
        super().__init__()
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        row = FlowLayout()
        self.setLayout(row)
        for key, text, keys in choices:
            part = button(text, "segment", keys)
            part.setCheckable(True)
            if keys:
                # A button's own shortcut presses it late, amid what is typed next.
                QShortcut(QKeySequence(keys), part).activated.connect(part.click)
                inside = QHBoxLayout(part)
                inside.setContentsMargins(0, 0, 7, 0)
                inside.addStretch()
                inside.addWidget(KeyCap(keys))
                part.setMinimumWidth(part.sizeHint().width() + px(48))
                part.setStyleSheet("text-align: left;")
            self._group.addButton(part)
            self._buttons[key] = part
            row.addWidget(part)
            part.clicked.connect(self._clicked)
        next(iter(self._buttons.values())).setChecked(True)

    def text(self) -> str:
        """Return the key of what is chosen."""
        return next(key for key, part in self._buttons.items() if part.isChecked())

    def take_cursor(self) -> None:
        """Let keys choose from what is chosen on."""
        self._buttons[self.text()].setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, key: str, text: str) -> None:
        """Change the words of a choice."""
        self._buttons[key].setText(text)
        self._buttons[key].setAccessibleName(text)

    def set_text(self, key: str) -> None:
        """Choose by key."""
        if key in self._buttons and not self._buttons[key].isChecked():
            self._buttons[key].setChecked(True)
            self.chosen.emit(key)

    def _clicked(self) -> None:
        self.chosen.emit(self.text())
