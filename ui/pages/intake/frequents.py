"""Choosing how a complaint begins that comes often, and the blanks that are left to fill in."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.rules.blanks import blanks
from desktop.rules.catalogue import Frequent
from desktop.wording import _
from ui.dialogs.frequent_picker import FrequentPicker
from ui.notices import Notices
from ui.pages.intake.answers import BLANKS, FREQUENT
from ui.pages.intake.filled import FilledBar
from ui.pages.intake.form import EntryForm
from ui.theme import Tone


class Frequents(QObject):
    """Fills the form from one of the office's frequent complaints.

    Signals:
        filled: Fields were filled in. arg: their names.
    """

    filled = Signal(object)

    def __init__(self, form: EntryForm, bar: FilledBar, notices: Notices, page: QWidget) -> None:
        super().__init__(page)
        self._form, self._bar, self._notices, self._page = form, bar, notices, page

    def ask(self) -> None:
        """Let one be chosen; where the office has none, say who writes them down."""
        offered = self._form.frequent
        if not offered:
            said = _("No frequent complaint is written down yet; it is done on the settings page.")
            self._notices.passing(said, Tone.INFO)
            return
        picker = FrequentPicker(offered, self._page)
        picker.chosen.connect(self._fill)
        picker.open()

    def _fill(self, chosen: Frequent) -> None:
        named = [blank.name for text in (chosen.subject, chosen.facts) for blank in blanks(text)]
        values = {
            "category_id": str(chosen.category_id),
            "matter.subject": chosen.subject,
            "matter.facts": chosen.facts,
            "matter.place": chosen.place,
        }
        said = _("Filled in as “{name}”: {fields}.")
        filled = self._bar.fill(values, said, name=chosen.name)
        began = {BLANKS: "\n".join(dict.fromkeys(named)), FREQUENT: str(chosen.id)}
        self._form.sheet.fill(began)
        self.filled.emit([*filled, *began])
