"""What is looked for in the list, and the order that it is shown in meanwhile."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from PySide6.QtWidgets import QLabel, QTableView

from desktop.rules.asking import Asked, read_search
from desktop.rules.catalogue import Channel
from desktop.rules.thai.dates import official_date
from desktop.views import RegisterQuery, SortBy
from desktop.wording.searching import terms, why_misread
from ui.delegates.found import FoundDelegate
from ui.models.paged_table import PagedTable
from ui.widgets.plain import label

_SEARCHED = (SortBy.SUBJECT, SortBy.PETITIONER)
"""What the columns say in which a search may find something."""


class Searching:
    """Reads what is typed in the search box, and tells what of it cannot be asked.

    What fits best stands first, unless another order is chosen while searching; without a search
    the list is in the order that it had.
    """

    def __init__(self, table: QTableView, now: Callable[[], datetime]) -> None:
        self._table, self._now = table, now
        self._found = FoundDelegate(table)
        self.terms = terms(())
        self.order = SortBy.NUMBER, True
        self.misread: QLabel = label("", "error")
        self.misread.setVisible(False)

    def know(self, channels: Iterable[Channel]) -> None:
        """Know the office's channels by name."""
        self.terms = terms(channels)

    def narrow(self, query: RegisterQuery, text: str) -> RegisterQuery:
        """Narrow a query to what is typed."""
        asked = read_search(text, official_date(self._now()), self.terms)
        self._tell(asked)
        if asked.by_text and not query.asked.by_text:
            self.order = query.sort, query.descending
            query = replace(query, sort=SortBy.FIT, descending=True)
        elif not asked.by_text and query.sort is SortBy.FIT:
            sort, descending = self.order
            query = replace(query, sort=sort, descending=descending)
        return replace(query, asked=asked)

    def go_on(self, asked: Asked, order: tuple[SortBy, bool]) -> None:
        """Go on with a search that was read before, and the order beneath it."""
        self.order = order
        self._tell(asked)

    def _tell(self, asked: Asked) -> None:
        self.misread.setText(why_misread(asked.misread))
        self.misread.setVisible(bool(asked.misread))
        self._let_stand_out(asked.shown)

    def _let_stand_out(self, forms: tuple[str, ...]) -> None:
        """Let words stand out where they are found; without any Qt draws cells by itself."""
        self._found.forms = forms
        model = self._table.model()
        assert isinstance(model, PagedTable)
        delegate = self._found if forms else self._table.itemDelegate()
        for place, column in enumerate(model.columns):
            if column.sort in _SEARCHED:
                self._table.setItemDelegateForColumn(place, delegate)
