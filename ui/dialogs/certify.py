"""Who certifies a copy, and when."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import Refused
from desktop.paper_orders import Certifier
from desktop.rules.reasons import Reason
from desktop.views import PersonRow
from desktop.wording import _
from desktop.wording.refusals import sentence
from ui.theme import air, px
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.dates import DateField
from ui.widgets.field import LineField
from ui.widgets.growing import GrowingDialog
from ui.widgets.plain import button, label


class CertifyDialog(GrowingDialog):
    """Asks for the officer who certifies a copy, the position and the day.

    Signals:
        chosen: Somebody chose. arg: the certifier.
    """

    chosen = Signal(object)

    def __init__(
        self,
        people: Sequence[PersonRow],
        actor_id: int,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Certified copy"))
        self.setModal(True)
        self.setMinimumWidth(px(480))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.person = ChoiceField(
            _("Certified by"),
            [Choice(str(one.id), one.name, one) for one in people if one.active],
            help_text=_("An officer who owns the matter, of a rank that the regulation allows."),
        )
        self.position = LineField(_("Position"), required=True)
        self.day = DateField(_("Certified on"), today, required=True)
        self.day.set_day(today())
        self.person.edited.connect(self._person_changed)
        self.person.set_text(str(actor_id))
        self._person_changed("")
        self.show_button = button(_("Preview"), "primary")
        self.cancel = button(_("Cancel"))
        self.show_button.setDefault(True)
        self.cancel.setAutoDefault(False)
        self.show_button.clicked.connect(self.choose)
        self.cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.show_button)
        body = QVBoxLayout()
        body.setSpacing(air(10))
        for part in (self.person, self.position, self.day):
            body.addWidget(part)
        self.frame(label(_("Certified copy"), "title"), body=body, foot=foot)

    def choose(self) -> None:
        """Hand over who certifies, or show what is missing."""
        person: PersonRow | None = self.person.value()
        position, needed = self.position.text().strip(), sentence(Refused(Reason.REQUIRED))
        self.position.set_error("" if position else needed)
        day = self.day.day() if self.day.check() else None
        if day is None and not self.day.error:
            self.day.set_error(needed)
        if person is None or not position or day is None:
            return
        self.accept()
        self.chosen.emit(Certifier(person.name, position, day))

    def _person_changed(self, text: str) -> None:
        del text
        person: PersonRow | None = self.person.value()
        self.position.set_text("" if person is None else person.position)
