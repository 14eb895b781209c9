"""What is looked for in the list, and the order that it is shown in meanwhile."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QLabel

from desktop.rules.asking import read_search
from desktop.rules.catalogue import Channel
from desktop.rules.thai.dates import official_date
from desktop.views import RegisterQuery, SortBy
from desktop.wording.searching import terms, why_misread
from ui.widgets.plain import label


class Searching:
    """Reads what is typed in the search box, and tells what of it cannot be asked.

    What fits best stands first, unless another order is chosen while searching; without a search
    the list is in the order that it had.
    """

    def __init__(self, header: QHeaderView, now: Callable[[], datetime]) -> None:
        self._header, self._now = header, now
        self._terms = terms(())
        self._order = SortBy.NUMBER, True
        self._shown = 0, Qt.SortOrder.DescendingOrder
        self.misread: QLabel = label("", "error")
        self.misread.setVisible(False)

    def know(self, channels: Iterable[Channel]) -> None:
        """Know the office's channels by name."""
        self._terms = terms(channels)

    def narrow(self, query: RegisterQuery, text: str) -> RegisterQuery:
        """Narrow a query to what is typed."""
        asked = read_search(text, official_date(self._now()), self._terms)
        self.misread.setText(why_misread(asked.misread))
        self.misread.setVisible(bool(asked.misread))
        if asked.by_text and not query.asked.by_text:
            self._order = query.sort, query.descending
            header = self._header
            self._shown = header.sortIndicatorSection(), header.sortIndicatorOrder()
            self._show_order(-1, Qt.SortOrder.DescendingOrder)
            query = replace(query, sort=SortBy.FIT, descending=True)
        elif not asked.by_text and query.sort is SortBy.FIT:
            sort, descending = self._order
            self._show_order(*self._shown)
            query = replace(query, sort=sort, descending=descending)
        return replace(query, asked=asked)

    def _show_order(self, section: int, order: Qt.SortOrder) -> None:
        blocked = self._header.blockSignals(True)
        self._header.setSortIndicator(section, order)
        self._header.blockSignals(blocked)
