"""Every page there is, in every state that is worth a look, and how one gets there."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from clock import Clock
from made_up import DAY, MadeUp
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tongues import NAME, bare
from windows import drained

import main
import ui.pages
from db.furnishing import Strongroom
from desktop.acts.opening import Opened, OpenOffice
from desktop.acts.registering import Registered
from desktop.ports import Desk
from desktop.rules.books import OfficeBook
from desktop.rules.complaint import ChannelKind, Status
from desktop.rules.people import Actor, Role
from desktop.views import Alike, Known
from ui.actions import Act
from ui.counter import Counter
from ui.crash import CrashDesk
from ui.look import Look, Looks, Scheme
from ui.operations import Operations
from ui.pages.books.page import BooksPage
from ui.pages.first_run.answers import Sharing
from ui.pages.first_run.page import FirstRunPage
from ui.pages.intake.page import IntakePage
from ui.pages.intake.taken import Done
from ui.pages.settings.page import SettingsPage
from ui.window import Window

SMALL, LARGE = QSize(1366, 728), QSize(1920, 1040)
"""The smallest screen that offices have, and the usual one, less its task bar."""
LOOKS = {
    "thai light": (Look(), SMALL),
    "thai dark": (Look(scheme=Scheme.DARK), SMALL),
    "english": (Look("en"), SMALL),
    "125 percent": (Look(percent=125), SMALL),
    "150 percent": (Look(percent=150), LARGE),
}
DOSSIERS = ("roof", "road")
HEARD = "ถนน"
UNHEARD = "ไม่มีใครเคยร้องเรียนเช่นนี้"
PLACES = {Sharing.EVERYONE: "C:\\ProgramData\\รับเรื่อง", Sharing.MINE: "C:\\Users\\ก\\รับเรื่อง"}
Go = Callable[[], object]


def page_kinds() -> set[type[QWidget]]:
    """Find every page, and every tab and step of one: all that is as large as the window."""
    found = set()
    for module in pkgutil.walk_packages(ui.pages.__path__, f"{ui.pages.__name__}."):
        room = importlib.import_module(module.name)
        for name, kind in vars(room).items():
            page = inspect.isclass(kind) and issubclass(kind, QWidget)
            if page and kind.__module__ == room.__name__ and re.search("(Page|Tab|Step)$", name):
                found.add(kind)
    # What only others are built on is never shown by itself.
    built_on = {kind for kind in found if found & set(kind.__subclasses__())}
    return found - built_on


def opened_window(
    look: Look, size: QSize, office: MadeUp, room: Strongroom, qtbot: QtBot
) -> Iterator[Window]:
    """Yield the window in a look, whoever may do everything signed in."""
    operations = Operations(replace(main.desk_of(room), now=Clock(14, 40)))
    everything = Actor(office.chief.person_id, office.chief.name, frozenset(Role))
    Looks().keep(everything.person_id, look)
    made = Window(CrashDesk())
    qtbot.addWidget(made)
    made.furnish(operations)
    made.resize(size)
    made.show()
    made.sign_in(everything, office.office)
    drained(operations, qtbot)
    yield made
    made.close()
    operations.close()


def own_words(desk: Desk, office: MadeUp) -> set[str]:
    """Return what the office itself has named, in whatever language."""
    lists = desk.reading.lists(office.chief)
    named = {one.name for one in lists.channels} | {one.name for one in lists.sources}
    days = {bare(one.name) for one in office.office.days.holidays}
    checked = {one.checked for one in lists.channels}
    return named | checked | {one.name for one in lists.categories} | days | {NAME}


def pages(window: Window, office: MadeUp) -> Iterator[tuple[str, Go]]:
    """Yield every page of the counter, and how one gets there."""
    counter = window.counter
    assert counter is not None
    for act in (Act.MORNING, Act.REGISTER, Act.LETTERS, Act.BOARD, Act.CHECKS, Act.REPORTS):
        yield act.value, partial(counter.go, act)
    yield "nothing found", partial(counter.top.search.setText, UNHEARD)
    yield "found", partial(counter.top.search.setText, HEARD)
    counter.top.search.clear()
    for act in (Act.JOURNAL, Act.HELP, Act.FILES):
        yield act.value, partial(counter.go, act)
    for book in OfficeBook:
        yield f"book {book.value}", partial(_turn_to, counter, book)
    intake = counter.page(Act.NEW)
    assert isinstance(intake, IntakePage)
    for kind in ChannelKind:
        yield f"new {kind.value}", partial(_begin, counter, intake, kind)
    yield "new and nothing typed", intake.save
    for kind in ChannelKind:
        yield f"saved {kind.value}", partial(intake.return_to, _taken(office, kind))
    for name in DOSSIERS:
        yield f"case {name}", partial(counter.open_case, office.case(name).id)
    settings = counter.page(Act.SETTINGS)
    assert isinstance(settings, SettingsPage)
    for place in range(settings.tabs.count()):
        yield f"settings {place}", partial(_turn, counter, settings, place)


def stages(window: Window) -> Iterator[tuple[str, Go]]:
    """Yield what stands in the window before somebody has signed in; the counter goes."""
    yield "sign in", window.show_sign_in
    first = FirstRunPage(_never, DAY, PLACES)
    yield "first run 0", partial(window.show_stage, first)
    for place in range(1, first.stack.count()):
        yield f"first run {place}", partial(first._show, place)
    yield "first run, nothing typed", first.go_on
    first.end()


def _never(_command: OpenOffice, _sharing: Sharing) -> Opened:
    raise AssertionError("nothing is filled in")


def _begin(counter: Counter, intake: IntakePage, kind: ChannelKind) -> None:
    counter.go(Act.NEW)
    intake.begin(kind)


def _turn_to(counter: Counter, book: OfficeBook) -> None:
    counter.go(Act.BOOKS)
    page = counter.page(Act.BOOKS)
    assert isinstance(page, BooksPage)
    page.book.set_text(book.value)


def _taken(office: MadeUp, kind: ChannelKind) -> Done:
    """Return what is shown after saving, with all that is ever offered there."""
    case, alike = office.case("roof"), office.case("road")
    known = Known(
        alike.id,
        alike.number,
        alike.matter.subject,
        Status.IN_PROGRESS,
        DAY,
        (Alike.SUBJECT, Alike.PLACE),
    )
    other = kind is ChannelKind.OTHER
    return Done(
        Registered(case.id, case.number, case.tracking, anonymous=False),
        kind,
        {"matter.subject": case.matter.subject},
        alike=known,
        told=kind is ChannelKind.PHONE,
        merged_into=str(alike.number) if other else "",
        scanned=True,
        in_a_row=12,
    )


def _turn(counter: Counter, settings: SettingsPage, place: int) -> None:
    counter.go(Act.SETTINGS)
    settings.tabs.setCurrentIndex(place)
