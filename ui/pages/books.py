"""The office's books on the reports page: which one, and how it prints."""

from collections.abc import Callable
from contextlib import closing
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.papers.pdfium import PaperFile
from desktop.ports import Desk
from desktop.rules.books import SECRET_BOOKS, OfficeBook
from desktop.rules.people import Actor, Permission
from desktop.rules.printing import PaperKind
from desktop.rules.thai.dates import official_date
from desktop.wording import _
from desktop.wording.names import OFFICE_BOOK
from ui.actions import Act, spec
from ui.dialogs.paper import show_with_marks
from ui.operations import Operations
from ui.printing.job import Paper
from ui.widgets.field import Choice, ChoiceField
from ui.widgets.plain import Card, button, label

Period = tuple[date, date]


class BooksCard(Card):
    """Prints a book for the period that the page asks for; none while that cannot be read."""

    def __init__(
        self,
        operations: Operations,
        period: Callable[[], Period | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Books"), parent)
        self._operations, self._period = operations, period
        self.book = ChoiceField(_("Book"))
        self.arrive()
        action = spec(Act.BOOK)
        self.paper_button = button(_(action.text), keys=action.keys)
        self.paper_button.setShortcut(action.keys)
        self.paper_button.clicked.connect(self.show_paper)
        row = QHBoxLayout()
        row.setSpacing(8)
        low = Qt.AlignmentFlag.AlignBottom
        row.addWidget(self.book, 2, low)
        row.addWidget(self.paper_button, 0, low)
        note = label(_("For the period above. What you may not see keeps its number only."), "help")
        row.addWidget(note, 3, low)
        self.column.addLayout(row)

    def arrive(self) -> None:
        """Offer the books that whoever is signed in may print."""
        secrets = self._operations.actor.may(Permission.KEEP_SECRETS)
        self.book.offer(
            [
                Choice(book.value, _(name), book)
                for book, name in OFFICE_BOOK.items()
                if secrets or book not in SECRET_BOOKS
            ]
        )

    def show_paper(self) -> None:
        """Show the book as it prints."""
        period, book, now = self._period(), self.book.value(), self._operations.desk.now()
        if period is None:
            return
        assert isinstance(book, OfficeBook)

        def question(desk: Desk, actor: Actor) -> tuple[PaperFile, tuple[str, ...]]:
            office, file = desk.reading.office(official_date(now)), PaperFile()
            with closing(desk.reading.book(actor, book, *period)) as lines:
                return file, desk.press.book(book, lines, office, period, now, file)

        def show(answer: tuple[PaperFile, tuple[str, ...]]) -> None:
            file, unprintable = answer
            self.paper_button.setEnabled(True)
            show_with_marks(self, Paper(_(OFFICE_BOOK[book]), file, PaperKind.BOOK), unprintable)

        # A long book takes its time; asked for twice it would only take twice as long.
        self.paper_button.setEnabled(False)
        self._operations.read(self, question, show, self._failed)

    def _failed(self, error: Exception) -> bool:
        del error
        self.paper_button.setEnabled(True)
        return False
