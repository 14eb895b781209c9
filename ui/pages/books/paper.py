"""A book as it prints: every line of its period, in its own order."""

from collections.abc import Callable
from contextlib import closing

from PySide6.QtWidgets import QWidget

from desktop.papers.pdfium import PaperFile
from desktop.ports import Desk
from desktop.rules.books import OfficeBook
from desktop.rules.people import Actor
from desktop.rules.printing import PaperKind
from desktop.rules.thai.dates import official_date
from desktop.wording import _
from desktop.wording.names import OFFICE_BOOK
from ui.dialogs.paper import show_with_marks
from ui.operations import Operations
from ui.pages.period import Period
from ui.printing.job import Paper


def show_book(
    operations: Operations,
    page: QWidget,
    book: OfficeBook,
    period: Period,
    ended: Callable[[], None],
) -> None:
    """Show a book over a page; `ended` is told once it is there, or could not be made."""
    now = operations.desk.now()

    def question(desk: Desk, actor: Actor) -> tuple[PaperFile, tuple[str, ...]]:
        office, file = desk.reading.office(official_date(now)), PaperFile()
        with closing(desk.reading.book(actor, book, *period)) as lines:
            return file, desk.press.book(book, lines, office, period, now, file)

    def show(answer: tuple[PaperFile, tuple[str, ...]]) -> None:
        file, unprintable = answer
        ended()
        show_with_marks(page, Paper(_(OFFICE_BOOK[book]), file, PaperKind.BOOK), unprintable)

    def failed(error: Exception) -> bool:
        del error
        ended()
        return False

    operations.read(page, question, show, failed)
