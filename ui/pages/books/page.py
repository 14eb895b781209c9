"""The office's books on screen: which one, for which days, narrowed; and the paper of the same."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.changes import Changes
from desktop.rules.books import SECRET_BOOKS, OfficeBook
from desktop.rules.letters import LetterKind
from desktop.rules.people import Permission
from desktop.rules.thai.dates import official_date
from desktop.views import PersonRow
from desktop.views.books import BookQuery, BookRow
from desktop.wording import _
from desktop.wording.names import LETTER_KIND, OFFICE_BOOK
from ui.notices import Notices
from ui.operations import Operations
from ui.pages.books.listed import BookList
from ui.pages.books.paper import show_book
from ui.pages.period import PeriodFields
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.field import LineField
from ui.widgets.plain import label

_WRITTEN = frozenset(
    {OfficeBook.LETTERS_OUT, OfficeBook.DELIVERY, OfficeBook.POST, OfficeBook.SECRETS_OUT}
)
"""Books of letters that we wrote; the others are of complaints, which have owners."""


class BooksPage(QWidget):
    """Lists a book at a time, each with its own columns; one that was left stays as it was.

    Signals:
        opened: Somebody wants to see a line's complaint. arg: its identity.
    """

    opened = Signal(int)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._lists: dict[OfficeBook, BookList] = {}
        self.notices = Notices()
        self.book = ChoiceField(_("Book"))
        self.span = PeriodFields(self._today)
        self.words = LineField(_("Words or a number"), placeholder=_("what a line says"))
        every = _("All")
        self.kind = ChoiceField(
            _("Letter"), [Choice(k.value, _(LETTER_KIND[k]), k) for k in LetterKind], empty=every
        )
        self.owner = ChoiceField(_("Owner"), empty=every)
        self._titles, self._grounds = QVBoxLayout(), QStackedWidget()
        self._lay_out()
        self._offer_books()
        for field in (self.book, self.words, self.kind, self.owner):
            field.edited.connect(self._ask)
        self.span.edited.connect(self._ask)
        operations.changed.connect(self._changed)

    def _lay_out(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        which, narrowed = QHBoxLayout(), QHBoxLayout()
        for row in (which, narrowed):
            row.setSpacing(8)
        which.addWidget(self.book, 3, top)
        which.addWidget(self.span, 4, top)
        narrowed.addWidget(self.words, 3, top)
        narrowed.addWidget(self.kind, 2, top)
        narrowed.addWidget(self.owner, 2, top)
        note = label(_("What you may not see keeps its number only."), "help", wrap=True)
        narrowed.addWidget(note, 2, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(self.notices)
        column.addLayout(self._titles)
        column.addLayout(which)
        column.addLayout(narrowed)
        column.addWidget(self._grounds, 1)

    def arrive(self) -> None:
        """Read the book for whoever is signed in."""
        self._operations.read(self, lambda desk, actor: desk.reading.people(actor), self._offer)
        self._ask()

    def take_cursor(self) -> None:
        """Let keys go to the list."""
        self.listed().list.take_cursor()

    def refresh(self) -> None:
        """Read the book again."""
        self.listed().list.refresh()

    def end(self) -> None:
        """Keep the columns as they were dragged last."""
        for one in self._lists.values():
            one.list.end()

    def listed(self) -> BookList:
        """Return the list of the book that is chosen."""
        book = self.book.value()
        assert isinstance(book, OfficeBook)
        if book not in self._lists:
            self._lists[book] = self._made(book)
        return self._lists[book]

    def _made(self, book: OfficeBook) -> BookList:
        today = self._today()
        made = BookList(self._operations, BookQuery(book, today, today), self.notices, self)
        made.list.arrive()
        made.list.activated.connect(self._activated)
        made.paper_wanted.connect(self._show_paper)
        self._titles.addWidget(made.title)
        self._grounds.addWidget(made)
        return made

    def _offer_books(self) -> None:
        """Offer the books that whoever is signed in may have on paper."""
        secrets = self._operations.actor.may(Permission.KEEP_SECRETS)
        self.book.offer(
            [
                Choice(book.value, _(name), book)
                for book, name in OFFICE_BOOK.items()
                if secrets or book not in SECRET_BOOKS
            ]
        )

    def _offer(self, people: Sequence[PersonRow]) -> None:
        self.owner.offer([Choice(str(one.id), one.name, one.id) for one in people])

    def _ask(self, _text: str = "") -> None:
        """List what the fields ask for; a day that is still being typed asks for nothing yet."""
        listed, period = self.listed(), self.span.days()
        for one in self._lists.values():
            one.title.setVisible(one is listed)
        self._grounds.setCurrentWidget(listed)
        written = listed.book in _WRITTEN
        self.kind.setVisible(written)
        self.owner.setVisible(not written)
        if period is None:
            return
        kind = self.kind.value() if written else None
        owner = None if written else self.owner.value()
        query = BookQuery(listed.book, *period, self.words.text(), kind, owner)
        listed.show_query(query, self.span.words(period))

    def _show_paper(self) -> None:
        """Show the book of the days above as it prints."""
        listed, period = self.listed(), self.span.days()
        if period is None:
            return
        # A long book takes its time; asked for twice it would only take twice as long.
        listed.paper_button.setEnabled(False)

        def ended() -> None:
            listed.paper_button.setEnabled(True)

        show_book(self._operations, self, listed.book, period, ended)

    def _activated(self, row: BookRow) -> None:
        if row.open_to:
            self.opened.emit(row.complaint_id)

    def _today(self) -> date:
        return official_date(self._operations.desk.now())

    def _changed(self, changes: Changes, initiator: object) -> None:
        del initiator
        if changes & (Changes.COMPLAINTS | Changes.LETTERS) and self.isVisible():
            self.refresh()
