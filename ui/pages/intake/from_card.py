"""What an identity card told, filled in once the visitor consents."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from desktop.wording import _
from ui.pages.intake.filled import FilledBar
from ui.pages.intake.form import EntryForm


class FromCard(QObject):
    """Fills the form from the card that was read.

    Signals:
        filled: Fields were filled in. arg: their names.
    """

    filled = Signal(object)

    def __init__(self, form: EntryForm, bar: FilledBar, parent: QObject) -> None:
        super().__init__(parent)
        self._form, self._bar = form, bar
        form.side.id_card.consented.connect(self._fill)

    def _fill(self, told: Mapping[str, str]) -> None:
        """Fill in, over what is typed: what would be replaced was told before the consent."""
        names = self._bar.fill(told, _("Filled in from the card: {fields}."), over=True)
        self._form.focus_matter()
        self.filled.emit(names)
