"""The search box: what is typed, how it may go on, and the way from it to what is found."""

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QListView, QToolButton, QWidget

from desktop.rules.asking import Terms, gone_on, offered
from desktop.wording import _, language
from ui.theme import px
from ui.widgets.plain import KeyCap

_OFFERED = 12
"""Ways to go on that are shown at once."""


class SearchLine(QLineEdit):
    """A search with its operators offered while it is typed.

    Signals:
        entered: Enter or Down leads from what is typed to what is found.
    """

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "search")
        self.setPlaceholderText(_("Search number, name, phone, words…"))
        self.setAccessibleName(_("Search"))
        self.setToolTip(
            _("Narrow with ชื่อ: สถานะ: ช่อง: เกิน: วันที่: — “…” keeps words together, - leaves out")
        )
        self.setFixedWidth(px(422))
        self.setClearButtonEnabled(True)
        for clear in self.findChildren(QToolButton):
            clear.setAccessibleName(_("Empty the search box"))
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, px(30), 0)
        inside.addStretch()
        inside.addWidget(KeyCap("Ctrl K"))
        self._terms = Terms()
        self._ways = QStringListModel(self)
        self.offers = QCompleter(self._ways, self)
        self.offers.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.offers.setMaxVisibleItems(_OFFERED)
        self.popup = QListView()
        self.popup.setAccessibleName(_("How the search may go on"))
        self.offers.setPopup(self.popup)
        # Not as the line's own: that would replace all that is typed by what is chosen.
        self.offers.setWidget(self)
        self.offers.activated.connect(self._go_on)
        self.textEdited.connect(self._offer)

    def know(self, terms: Terms) -> None:
        """Know what a search may be narrowed to."""
        self._terms = terms

    def begin(self) -> None:
        """Let typing begin, in place of what was sought before."""
        self.setFocus()
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to what is found, unless a way to go on is being chosen."""
        key, popup = event.key(), self.popup
        enters = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enters and popup.isVisible() and popup.currentIndex().isValid():
            event.ignore()
            return
        if enters or key == Qt.Key.Key_Down:
            popup.hide()
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def _offer(self, typed: str) -> None:
        ways = offered(typed[: self.cursorPosition()], self._terms, thai=language() == "th")
        if ways and self.cursorPosition() == len(typed):
            self._ways.setStringList(list(ways))
            self.offers.complete()
            # Nothing is chosen by itself: Enter goes on to what is found.
            self.popup.setCurrentIndex(QModelIndex())
        else:
            self.popup.hide()

    def _go_on(self, chosen: str) -> None:
        self.setText(gone_on(self.text(), chosen))
        self._offer(self.text())
