"""The menu under a person's name: how her window looks, changed at once."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop.wording import _
from ui import appearance
from ui.looks_offered import OFFERS, LookChoice
from ui.telling import digits


class PersonMenu(QMenu):
    """Offers every choice of the look, what is in force ticked.

    Signals:
        look_chosen: Something of the look was chosen. arg: the LookChoice.
        all_wanted: Somebody wants to see it all, on the settings page.
    """

    look_chosen = Signal(object)
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Language, colours and size"))
        self.aboutToShow.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        self.clear()
        for group in self.findChildren(QActionGroup):
            group.deleteLater()
        worn = appearance.worn()
        for offer in OFFERS:
            # A section of Qt would lose its words to our style sheet.
            self.addAction(_(offer.name)).setEnabled(False)
            group = QActionGroup(self)
            for choice in offer.choices:
                action = self.addAction(digits(_(choice.name)))
                action.setCheckable(True)
                action.setChecked(choice.of(worn))
                action.triggered.connect(partial(self._chosen, choice))
                group.addAction(action)
            self.addSeparator()
        self.addAction(_("Display…")).triggered.connect(self.all_wanted)

    def _chosen(self, choice: LookChoice, _checked: bool = False) -> None:
        self.look_chosen.emit(choice)
