"""The tab of one's own look: what is chosen holds at once, for this person on this computer."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.wording import _
from ui import appearance
from ui.looks_offered import OFFERS, LookOffer
from ui.telling import digits
from ui.widgets.choices import SegmentedChoice
from ui.widgets.plain import Card, label


class DisplayTab(QWidget):
    """Offers every part of the look.

    Signals:
        look_chosen: Something of the look was chosen. arg: the LookChoice.
    """

    look_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices: dict[str, SegmentedChoice] = {}
        card = Card(_("Display"))
        said = _("For you on this computer; what is being typed stays as it is.")
        card.column.addWidget(label(said, "second", wrap=True))
        for offer in OFFERS:
            self._offer(card.column, offer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self._show_worn()

    def take_cursor(self) -> None:
        """Let keys choose."""
        next(iter(self.choices.values())).take_cursor()

    def _offer(self, column: QVBoxLayout, offer: LookOffer) -> None:
        texts = [(str(place), digits(_(c.name)), "") for place, c in enumerate(offer.choices)]
        choice = self.choices[offer.name] = SegmentedChoice(texts)
        choice.setAccessibleName(_(offer.name))
        choice.chosen.connect(partial(self._chosen, offer))
        row = QHBoxLayout()
        row.addWidget(choice)
        row.addStretch()
        column.addSpacing(8)
        column.addWidget(label(_(offer.name), "label"))
        column.addLayout(row)
        column.addWidget(label(_(offer.help_text), "help", wrap=True))

    def _chosen(self, offer: LookOffer, place: str) -> None:
        self.look_chosen.emit(offer.choices[int(place)])
        # What was not granted is not shown as chosen.
        self._show_worn()

    def _show_worn(self) -> None:
        worn = appearance.worn()
        for offer in OFFERS:
            place = next(n for n, choice in enumerate(offer.choices) if choice.of(worn))
            self.choices[offer.name].set_text(str(place))
