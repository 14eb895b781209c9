"""The counter's pages: each made, and the rooms behind it entered, on the first visit."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QWidget

from desktop.rules.people import Permission
from desktop.views import OfficeView, PersonRow, RegisterView
from ui.actions import Act
from ui.notices import Notices
from ui.operations import Operations
from ui.pages.register_table.page import RegisterPage
from ui.taking_back import tell_assigned
from ui.unfinished import UnfinishedLetters
from ui.widgets.frame import TopBar


class Ways(Protocol):
    """Where pages lead."""

    top: TopBar

    @property
    def look_chosen(self) -> SignalInstance:
        """Tell that something of the window's look was chosen."""
        ...

    def go(self, act: Act, *, as_left: bool = False) -> None:
        """Show a page; a list from its beginning, or as it was left."""
        ...

    def show_view(self, view: RegisterView) -> None:
        """List all of a standing view."""
        ...

    def open_case(self, case_id: int, then: str | int = "") -> None:
        """Show a complaint whole; once it is there, do something with it or look at a file."""
        ...

    def back(self) -> None:
        """Go back to the list or page before, as it was left."""
        ...


class Rooms:
    """Makes the pages of a counter, and lets each lead to the others."""

    def __init__(
        self, operations: Operations, office: OfficeView, counter: QWidget, ways: Ways
    ) -> None:
        self._operations, self._office = operations, office
        self._counter, self._ways = counter, ways
        self._makers: dict[Act, Callable[[], QWidget]] = {
            Act.REGISTER: self._register,
            Act.NEW: self._intake,
            Act.OPEN: self._case,
            Act.LETTERS: self._letters,
            Act.BOARD: self._board,
            Act.CHECKS: self._checks,
            Act.MORNING: self._morning,
            Act.REPORTS: self._report,
            Act.BOOKS: self._books,
            Act.FILES: self._files,
            Act.JOURNAL: self._journal,
            Act.SETTINGS: self._settings,
            Act.HELP: self._help,
        }

    def make(self, act: Act) -> QWidget:
        """Make a page."""
        return self._makers[act]()

    def _assign(self, notices: Notices, case_ids: tuple[int, ...]) -> None:
        from ui.dialogs.assign import AssignSheet  # noqa: PLC0415

        def offer(people: Sequence[PersonRow]) -> None:
            sheet = AssignSheet(self._operations, case_ids, people, self._counter)
            sheet.done_with.connect(partial(tell_assigned, self._operations, notices))
            sheet.open()

        self._operations.read(self._counter, lambda desk, actor: desk.reading.people(actor), offer)

    def _register(self) -> QWidget:
        page = RegisterPage(self._operations, self._office)
        page.opened.connect(self._ways.open_case)
        page.assign_wanted.connect(partial(self._assign, page.notices))
        folder = partial(self._ways.go, Act.LETTERS)
        self._unfinished = UnfinishedLetters(self._operations, self._counter, page.notices, folder)
        page.letters_wanted.connect(self._unfinished.issue)
        page.terms_known.connect(self._ways.top.search.know)
        if self._operations.actor.may(Permission.ISSUE_LETTER):
            # What was cut short is told once the list is there.
            page.filled.connect(self._unfinished.ask, Qt.ConnectionType.SingleShotConnection)
        return page

    # The other pages bring heavier rooms with them; the register must not wait for those.

    def _intake(self) -> QWidget:
        from ui.drafts import DraftKeeper  # noqa: PLC0415
        from ui.pages.intake.page import IntakePage  # noqa: PLC0415

        desk, person = self._operations.desk, self._operations.actor.person_id
        page = IntakePage(
            self._operations, DraftKeeper(desk.drafts, person, desk.now, self._counter)
        )
        page.case_wanted.connect(self._ways.open_case)
        page.slip_wanted.connect(partial(self._ways.open_case, then="show_slip"))
        page.letter_wanted.connect(partial(self._ways.open_case, then="issue_letter"))
        return page

    def _case(self) -> QWidget:
        from ui.pages.case.page import CasePage  # noqa: PLC0415

        page = CasePage(self._operations, self._office)
        page.back_wanted.connect(self._ways.back)
        page.case_wanted.connect(self._ways.open_case)
        return page

    def _letters(self) -> QWidget:
        from ui.pages.letters import LettersPage  # noqa: PLC0415

        page = LettersPage(self._operations)
        page.opened.connect(self._ways.open_case)
        return page

    def _board(self) -> QWidget:
        from ui.pages.board.page import BoardPage  # noqa: PLC0415

        page = BoardPage(self._operations, self._office)
        page.opened.connect(self._ways.open_case)
        page.assign_wanted.connect(partial(self._assign, page.notices))
        page.all_wanted.connect(self._ways.show_view)
        return page

    def _checks(self) -> QWidget:
        from ui.pages.checks import ChecksPage  # noqa: PLC0415

        return ChecksPage(self._operations)

    def _morning(self) -> QWidget:
        from ui.pages.morning import MorningPage  # noqa: PLC0415

        page = MorningPage(self._operations, self._office)
        page.opened.connect(self._ways.open_case)
        page.all_wanted.connect(self._ways.show_view)
        page.checks_wanted.connect(partial(self._ways.go, Act.CHECKS))
        page.settings_wanted.connect(partial(self._ways.go, Act.SETTINGS))
        return page

    def _report(self) -> QWidget:
        from ui.pages.report import ReportPage  # noqa: PLC0415

        page = ReportPage(self._operations)
        page.books_wanted.connect(partial(self._ways.go, Act.BOOKS))
        page.files_wanted.connect(partial(self._ways.go, Act.FILES))
        return page

    def _books(self) -> QWidget:
        from ui.pages.books.page import BooksPage  # noqa: PLC0415

        page = BooksPage(self._operations)
        page.opened.connect(self._ways.open_case)
        return page

    def _files(self) -> QWidget:
        from ui.pages.files import FilesPage  # noqa: PLC0415

        page = FilesPage(self._operations)
        page.opened.connect(self._ways.open_case)
        return page

    def _journal(self) -> QWidget:
        from ui.pages.journal import JournalPage  # noqa: PLC0415

        page = JournalPage(self._operations)
        page.opened.connect(self._ways.open_case)
        return page

    def _settings(self) -> QWidget:
        from ui.pages.settings.page import SettingsPage  # noqa: PLC0415

        page = SettingsPage(self._operations)
        page.look_chosen.connect(self._ways.look_chosen)
        page.journal_wanted.connect(partial(self._ways.go, Act.JOURNAL))
        return page

    def _help(self) -> QWidget:
        from ui.pages.help import HelpPage  # noqa: PLC0415

        return HelpPage()
