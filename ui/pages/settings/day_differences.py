"""Where another list of closed days differs from the office's: each day is taken or left."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.rules.calendar_changes import DayDifference, Difference
from desktop.wording import N_, _
from desktop.wording.dates import weekday_date
from desktop.wording.names import HOLIDAY_KIND
from ui.widgets.choices import CheckField
from ui.widgets.fitting import fit
from ui.widgets.plain import button, label, scrolling

_SAID = {
    Difference.NEW: N_("{day} · new: {theirs}"),
    Difference.OTHER: N_("{day} · {ours} becomes {theirs}"),
    Difference.GONE: N_("{day} · no longer in the list: {ours}"),
}


class DayDifferencesDialog(QDialog):
    """Shows every day that differs with a box to tick.

    Signals:
        taken: The ticked days are to be followed. arg: a tuple of differences.
    """

    taken = Signal(object)

    def __init__(self, found: Sequence[DayDifference], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Differences from the calendar"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, 680, 560)
        self._found = tuple(found)
        self.boxes = [CheckField(_words(one)) for one in self._found]
        ground = QWidget()
        lines = QVBoxLayout(ground)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.setSpacing(6)
        for box, one in zip(self.boxes, self._found, strict=True):
            # What would go is only taken away when somebody says so.
            box.set_text("" if one.kind is Difference.GONE else "yes")
            lines.addWidget(box)
        lines.addStretch()
        scroll = scrolling(ground)
        self.take_button = button(_("Use the ticked days"), "primary", "Ctrl+S")
        self.take_button.setShortcut("Ctrl+S")
        self.take_button.clicked.connect(self.take)
        close = button(_("Close"))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        for part in (close, self.take_button):
            part.setAutoDefault(False)
            foot.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(_("Differences from the calendar"), "title"))
        column.addWidget(
            label(_("Ticked days are gathered; nothing is changed before you apply."), "second")
        )
        column.addWidget(scroll, 1)
        column.addLayout(foot)

    def take(self) -> None:
        """Hand the ticked days over."""
        chosen = tuple(
            one for box, one in zip(self.boxes, self._found, strict=True) if box.checked()
        )
        self.taken.emit(chosen)
        self.accept()


def _words(one: DayDifference) -> str:
    day = weekday_date(one.date)
    theirs, ours = (
        "" if holiday is None else f"{holiday.name} ({_(HOLIDAY_KIND[holiday.kind])})"
        for holiday in (one.theirs, one.ours)
    )
    return _(_SAID[one.kind]).format(day=day, theirs=theirs, ours=ours)
