"""A box for a whole number, in the digits of the language in force; both kinds may be typed."""

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QSpinBox

from desktop.rules.thai.digits import arabic_digits, in_digits
from ui.theme import px
from ui.widgets.dates import shown_digits

_WIDE = 64
_Judged = tuple[QValidator.State, str, int]


class NumberBox(QSpinBox):
    """Takes a number from 1 up to a most."""

    def __init__(self, name: str, most: int) -> None:
        super().__init__()
        self.setRange(1, most)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setAccessibleName(name)
        self.setFixedWidth(px(_WIDE))

    def textFromValue(self, value: int) -> str:
        """Write a number."""
        return in_digits(str(value), shown_digits())

    def valueFromText(self, text: str) -> int:
        """Read what is typed."""
        return int(arabic_digits(text))

    def validate(self, text: str, place: int) -> _Judged:
        """Judge what is typed by its value, and leave it in the digits it was typed in."""
        read = arabic_digits(text)
        if not read:
            return QValidator.State.Intermediate, text, place
        if not read.isdecimal() or int(read) > self.maximum():
            return QValidator.State.Invalid, text, place
        enough = int(read) >= self.minimum()
        state = QValidator.State.Acceptable if enough else QValidator.State.Intermediate
        return state, text, place
