"""The foot of a letter's window: where its number comes from, and what may be done with it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.rules.letters import LetterSeries
from desktop.wording import N_, _
from ui.widgets.plain import button, label

_UP = N_("Finish for signing")
_LATER = N_("Number and day stay blank until the central registry gives them.")
_NOW = N_("Take number and issue")
_NUMBERING = {
    LetterSeries.OURS: (_NOW, N_("The number is taken on issue, not on preview.")),
    LetterSeries.CENTRAL: (_UP, _LATER),
    LetterSeries.CIRCULAR: (_NOW, N_("A circular takes a number of its own series.")),
    LetterSeries.CENTRAL_CIRCULAR: (_UP, _LATER),
    LetterSeries.SECRET: (_NOW, N_("A secret letter takes a number of the secret register.")),
    LetterSeries.CENTRAL_SECRET: (_UP, _LATER),
    LetterSeries.ORDERS: (
        _UP,
        N_("Number and day stay blank until the book of orders gives them."),
    ),
    LetterSeries.UNNUMBERED: (_UP, N_("A memo takes no number of ours; its place is left blank.")),
}


class LetterFoot(QWidget):
    """Says what finishing the letter does, beside the buttons that do it; `more` stand first."""

    def __init__(self, *more: QWidget) -> None:
        super().__init__()
        self.told = label("", "second", wrap=True)
        self.finish = button("", "primary", "Ctrl+S")
        self.finish.setShortcut("Ctrl+S")
        self.keep = button(_("Keep draft"), keys="Ctrl+Shift+S")
        self.keep.setShortcut("Ctrl+Shift+S")
        self.close_window = button(_("Close"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.told, 1)
        for part in more:
            row.addWidget(part)
        for part in (self.close_window, self.keep, self.finish):
            part.setAutoDefault(False)
            row.addWidget(part)

    def tell_numbering(self, series: LetterSeries) -> None:
        """Say where a letter's number comes from, and what finishing it does."""
        done, told = _NUMBERING[series]
        self.tell(_(done), _(told))

    def tell(self, done: str, told: str) -> None:
        """Say what the first button does, and what comes of it."""
        self.finish.setText(done)
        self.told.setText(told)
