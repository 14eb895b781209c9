"""Windows over a real register, and what tests do with them."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.people import Actor, Role
from desktop.rules.thai.dates import official_date
from desktop.views import RegisterView
from ui.appearance import worn
from ui.counter import Counter
from ui.look import Look
from ui.operations import Operations
from ui.pages.case.page import CasePage
from ui.pages.letters import LettersPage
from ui.pages.register_table.page import RegisterPage
from ui.pages.settings.page import SettingsPage
from ui.window import Window

BOSS = Actor(3, "นางวิภา นำทาง", frozenset({Role.SUPERVISOR, Role.CLERK, Role.OWNER}))
ADMIN = Actor(1, "นายดูแล ระบบดี", frozenset({Role.ADMINISTRATOR, Role.CLERK}))
ENGLISH = Look("en")
SUBJECTS = ("น้ำท่วม", "กระเป๋าหาย", "เก้าอี้หัก", "=1+1", "ไฟดับ")
Taker = Callable[..., int]
"""Registers a complaint by its subject, and whatever else of its form is to be otherwise."""
_D = TypeVar("_D", bound=QDialog)
_W = TypeVar("_W", bound=QWidget)


def opened(operations: Operations, desk: Desk, case_id: int, qtbot: QtBot) -> CasePage:
    """Show the page of a complaint."""
    made = CasePage(operations, desk.reading.office(official_date(desk.now())))
    qtbot.addWidget(made)
    made.resize(1154, 686)
    made.show()
    made.show_case(case_id)
    qtbot.waitUntil(lambda: made.case is not None)
    return made


def letters_page(operations: Operations, qtbot: QtBot) -> LettersPage:
    """Show the page of letters to whoever is signed in."""
    made = LettersPage(operations)
    qtbot.addWidget(made)
    made.resize(1154, 686)
    with qtbot.waitExposed(made):
        made.show()
    made.arrive()
    return made


def register_page(operations: Operations, desk: Desk, qtbot: QtBot) -> RegisterPage:
    """Show the register, with all of it listed."""
    made = RegisterPage(operations, desk.reading.office(official_date(desk.now())))
    qtbot.addWidget(made)
    made.resize(1154, 686)
    made.arrive()
    with qtbot.waitSignal(made.filled):
        made.show_view(RegisterView.ALL)
    with qtbot.waitExposed(made):
        made.show()
    return made


def select(page: RegisterPage, *rows: int) -> None:
    """Select lines of the register beside those that are."""
    flags = QItemSelectionModel.SelectionFlag
    for row in rows:
        index = page.model.index(row, 0)
        page.table.selectionModel().select(index, flags.Select | flags.Rows)


def settings_tab(operations: Operations, name: str, kind: type[_W], qtbot: QtBot) -> _W:
    """Show a tab of the settings, by its name."""
    page = SettingsPage(operations)
    qtbot.addWidget(page)
    page.resize(1154, 686)
    page.show()
    page.arrive()
    drained(operations, qtbot)
    names = [page.tabs.tabText(place) for place in range(page.tabs.count())]
    page.tabs.setCurrentIndex(names.index(name))
    found = page.findChild(kind)
    assert found is not None
    return found


def openings(desk: Desk, case_id: int) -> list[str]:
    """Name who opened a complaint, as often as that is kept."""
    steps = desk.reading.case(BOSS, case_id).steps
    return [step.actor for step in steps if step.kind is StepKind.VIEWED]


def sheet(page: QWidget, kind: type[_D], qtbot: QtBot) -> _D:
    """Wait for the newest dialog of a kind that is shown over a page."""

    def shown() -> list[_D]:
        # One that was closed goes only when the loop comes round to it.
        return [one for one in page.findChildren(kind) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    return shown()[-1]


def accepted(dialog: QDialog, act: Callable[[], object], qtbot: QtBot) -> None:
    """Do something that ends a dialog well."""
    with qtbot.waitSignal(dialog.accepted):
        act()


def drained(operations: Operations, qtbot: QtBot) -> None:
    """Wait until everything under way has landed, what it started too, and stands on screen."""
    while True:
        qtbot.waitUntil(lambda: not operations._under_way)
        # What is shown anew is shown, and what was before it is gone, once the loop has turned.
        qtbot.wait(1)
        if not operations._under_way:
            return


def text_of(part: QWidget) -> str:
    """Return every word of labels and buttons."""
    labels, buttons = part.findChildren(QLabel), part.findChildren(QPushButton)
    return "\n".join([one.text() for one in labels] + [one.text() for one in buttons])


def words(part: QWidget, *wanted: str) -> bool:
    """Tell whether all these words are shown."""
    shown = text_of(part)
    return all(word in shown for word in wanted)


def clipped(part: QLabel | QAbstractButton) -> bool:
    """Tell whether some of the words have no room."""
    if isinstance(part, QLabel) and part.wordWrap():
        return part.height() < part.heightForWidth(part.width())
    # A mark that stands above the line has its room in the hint.
    return part.width() < part.sizeHint().width() or part.height() < part.sizeHint().height()


def here(window: Window, qtbot: QtBot) -> Counter:
    """Return the counter at rest."""
    assert window.operations is not None
    drained(window.operations, qtbot)
    assert window.counter is not None
    return window.counter


def changed(window: Window, look: Look, qtbot: QtBot) -> Counter:
    """Return the counter made anew in another look."""
    before = here(window, qtbot)
    window.change_look(look)
    assert worn() == look
    after = here(window, qtbot)
    assert after is not before
    return after
