"""What the next complaint takes over from the last one like it, and the bar that says so."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.rules.complaint import ChannelKind
from desktop.rules.thai.digits import in_digits
from desktop.wording import _
from ui.pages.intake.form import EntryForm
from ui.theme import Tone
from ui.widgets.dates import shown_digits
from ui.widgets.plain import button, label


@dataclass(frozen=True, slots=True)
class Carried:
    """What a complaint shares with the next of its kind, and its number."""

    number: str
    kind: ChannelKind
    answers: Mapping[str, str] = field(default_factory=dict)


class CarriedBar(QFrame):
    """Fills a fresh form like the last one, names what it filled, and empties that again."""

    def __init__(self, form: EntryForm) -> None:
        super().__init__()
        self._form = form
        self._fresh: dict[str, str] = {}
        self._filled: dict[str, str] = {}
        self.setObjectName("Notice")
        self.setProperty("tone", Tone.INFO.value)
        self.text = label("", wrap=True)
        self.empty = button(_("Empty these fields"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 4, 3)
        row.addWidget(self.text, 1)
        row.addWidget(self.empty)
        self.empty.clicked.connect(self._take_back)
        self.forget()

    def forget(self) -> None:
        """Say nothing: the form is another."""
        self._fresh, self._filled = {}, {}
        self.hide()

    def carry(self, carried: Carried) -> None:
        """Fill a fresh form, and say what was filled and what was not."""
        fresh = self._form.answers()
        filled = {n: v for n, v in carried.answers.items() if v != fresh[n]}
        self._filled, self._fresh = filled, {name: fresh[name] for name in filled}
        self._form.carry(filled)
        fields = ", ".join(self._form.sheet.editor(name).accessibleName() for name in filled)
        said = _("Like complaint {number}: {fields}. Petitioner and facts are to be typed.")
        self.text.setText(
            in_digits(said.format(number=carried.number, fields=fields), shown_digits())
        )
        self.setVisible(bool(filled))

    def _take_back(self) -> None:
        now = self._form.answers()
        same = {n: v for n, v in self._fresh.items() if now[n] == self._filled[n]}
        self._form.let_go(same)
        self.forget()
        self._form.focus_start()
