"""Choosing an envelope or a label: which paper, which speed class, and where labels begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.paper_orders import EnvelopeOrder, EnvelopeSize, LabelsOrder
from desktop.rules.complaint import Urgency, is_anonymous
from desktop.rules.letters import SPECS, Audience, LetterStatus
from desktop.views import CaseView, LetterView
from desktop.wording import _
from desktop.wording.names import URGENCY
from ui.telling import addressees, digits
from ui.theme import air, px
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.field import BlockField
from ui.widgets.growing import GrowingDialog
from ui.widgets.plain import button, label

_LABELS = 24


class EnvelopeDialog(GrowingDialog):
    """Asks how something is to be addressed.

    Signals:
        chosen: What was chosen. args: its name, the order to the press.
    """

    chosen = Signal(str, object)

    def __init__(self, case: CaseView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        title = _("Envelope or label")
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(px(420))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sizes = [
            Choice(EnvelopeSize.DL.value, _("Envelope DL"), EnvelopeSize.DL),
            Choice(EnvelopeSize.C5.value, _("Envelope C5"), EnvelopeSize.C5),
            Choice(EnvelopeSize.C4.value, _("Envelope C4"), EnvelopeSize.C4),
            Choice("labels", _("Address labels, 24 on A4")),
        ]
        places = [Choice(str(place), digits(str(place)), place) for place in range(1, _LABELS + 1)]
        self.to = ChoiceField(_("To"), _addressed(case))
        self.address = BlockField(
            _("Address"), lines=2, help_text=_("Of the agency; leave it empty for what is carried.")
        )
        self.paper = ChoiceField(_("Paper"), sizes)
        self.urgency = ChoiceField(
            _("Speed class"), [Choice(kind.value, _(text), kind) for kind, text in URGENCY.items()]
        )
        self.start = ChoiceField(
            _("First free label"), places, help_text=_("Counted along the rows of the sheet.")
        )
        self.show_button = button(_("Show"), "primary", "Ctrl+S")
        self.show_button.setShortcut("Ctrl+S")
        self.cancel = button(_("Cancel"))
        self.show_button.clicked.connect(self._choose)
        self.cancel.clicked.connect(self.reject)
        self.paper.edited.connect(self._fit)
        self.to.edited.connect(self._fit)
        body = QVBoxLayout()
        body.setSpacing(air(10))
        for part in (self.to, self.address, self.paper, self.urgency, self.start):
            body.addWidget(part)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.show_button)
        self.frame(label(title, "title"), body=body, foot=foot)
        self._fit()

    def _fit(self) -> None:
        """An envelope has a speed class, a sheet of labels a place to begin."""
        envelope = self.paper.value() is not None
        self.urgency.setEnabled(envelope)
        self.start.setEnabled(not envelope)
        self.address.setVisible(self.to.value() is not None)

    def _choose(self) -> None:
        choice = self.paper.choice()
        assert choice is not None
        letter: LetterView | None = self.to.value()
        typed = self.address.text().splitlines() if letter is not None else ()
        address = tuple(line.strip() for line in typed if line.strip())
        order: EnvelopeOrder | LabelsOrder
        if choice.value is None:
            order = LabelsOrder(self._case, self.start.value(), letter, address)
        else:
            urgency: Urgency = self.urgency.value()
            order = EnvelopeOrder(self._case, choice.value, urgency, letter, address)
        self.accept()
        self.chosen.emit(choice.text, order)


def letters_out(case: CaseView) -> list[LetterView]:
    """List the letters to others that need an envelope of their own."""
    return [
        letter
        for letter in case.letters
        if SPECS[letter.kind].audience is Audience.OTHERS
        and letter.number
        and not letter.closed
        and letter.status is not LetterStatus.VOID
    ]


def _addressed(case: CaseView) -> list[Choice]:
    petitioners = [] if is_anonymous(case.petitioners) else [Choice("", _("The petitioners"))]
    return petitioners + [
        Choice(str(one.id), f"{digits(one.number)} {addressees(one.recipient)}", one)
        for one in letters_out(case)
    ]
