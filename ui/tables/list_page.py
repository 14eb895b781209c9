"""A page of one list below a row of fields that narrow it, one of them offering people."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views import PersonRow
from ui.notices import Notices
from ui.operations import Operations
from ui.tables.list_table import ListTable
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.field import Field
from ui.widgets.plain import PageTitle, spread


class ListPage(QWidget):
    """What all such pages do alike; each makes its parts and says by what they narrow."""

    title: PageTitle
    notices: Notices
    list: ListTable
    who: ChoiceField
    _operations: Operations

    def lay_out(self, fields: Sequence[tuple[Field, int]]) -> None:
        """Put the fields, each with its share of the row, above the list."""
        spread(self.title.bar, self.list.columns_button, self.list.copy_button, self.list.saving)
        filters = QHBoxLayout()
        filters.setSpacing(8)
        for field, share in fields:
            filters.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        spread(column, self.notices, self.title)
        column.addLayout(filters)
        column.addWidget(self.list, 1)

    def arrive(self) -> None:
        """Read the list for whoever is signed in."""
        self.list.arrive()
        self._operations.read(self, lambda desk, actor: desk.reading.people(actor), self._offer)
        self.refresh()

    def take_cursor(self) -> None:
        """Let keys go to the list."""
        self.list.take_cursor()

    def refresh(self) -> None:
        """Read the list again."""
        self.list.refresh()

    def end(self) -> None:
        """Keep the columns as they were dragged last."""
        self.list.end()

    def _offer(self, people: Sequence[PersonRow]) -> None:
        self.who.offer([Choice(str(one.id), one.name, one.id) for one in people])
