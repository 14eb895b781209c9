"""One book's list, with its title and what is done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.books import BookQuery
from desktop.wording import _, ngettext
from desktop.wording.names import OFFICE_BOOK
from ui.actions import Act, spec
from ui.models.books import ASIDE, COLUMNS, filling, identity, source
from ui.notices import Notices
from ui.operations import Operations
from ui.tables.list_table import ListShape, ListTable
from ui.telling import digits
from ui.widgets.plain import EmptyState, PageTitle, button, spread


class BookList(QWidget):
    """Lists the lines of a book; its title stands apart, above the page's fields.

    Signals:
        paper_wanted: Somebody wants to see the book as it prints.
    """

    paper_wanted = Signal()

    def __init__(
        self, operations: Operations, query: BookQuery, notices: Notices, page: QWidget
    ) -> None:
        super().__init__(page)
        book = self.book = query.book
        self.title = PageTitle(_(OFFICE_BOOK[book]))
        empty = EmptyState(
            _("Nothing stands in this book"), _("Choose another period, or look for other words.")
        )
        shape = ListShape(
            _(OFFICE_BOOK[book]),
            COLUMNS[book],
            filling(book),
            identity,
            source(book),
            _counted,
            ASIDE.get(book, frozenset()),
        )
        self.list = ListTable(operations, shape, query, (self.title, notices, empty), page)
        action = spec(Act.BOOK)
        self.paper_button = button(_(action.text), keys=action.keys)
        self.paper_button.setShortcut(action.keys)
        self.paper_button.clicked.connect(self.paper_wanted)
        bar = self.list.columns_button, self.list.copy_button, self.list.saving, self.paper_button
        spread(self.title.bar, *bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)

    def show_query(self, query: BookQuery, period: str) -> None:
        """List what is asked for of this book, and say of which days."""
        self.title.title.setText(f"{_(OFFICE_BOOK[self.book])} {period}")
        self.list.show_query(query)


def _counted(count: int) -> str:
    said = ngettext("{count} line", "{count} lines", count)
    return digits(said.format(count=f"{count:,}"))
