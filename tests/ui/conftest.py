"""An office with a real register on disk, and what pages need to work on it."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from shutil import copytree

import pytest
from clock import Clock
from office import OPENING, form
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from windows import ADMIN, SUBJECTS, Taker, drained

from db.furnishing import Strongroom, furnish
from db.place import Place
from db.upgrade import create
from desktop.acts.opening import open_office
from desktop.acts.registering import RegisterComplaint, register
from desktop.papers.press import ThaiPress
from desktop.ports import Desk
from desktop.rules.complaint import Matter
from desktop.rules.people import Actor, Role
from desktop.rules.thai.dates import official_date
from ui.appearance import wear
from ui.application import Application
from ui.crash import CrashDesk
from ui.drafts import DraftKeeper
from ui.look import Look
from ui.operations import Operations
from ui.pages.intake.page import IntakePage
from ui.window import Window

Opener = Callable[[], IntakePage]


@pytest.fixture(scope="session")
def qapp_cls() -> type[Application]:
    return Application


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path) -> Iterator[None]:
    """Remember nothing in the settings of whoever runs the tests, and no look either."""
    QSettings.setPath(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings")
    )
    yield
    application = QApplication.instance()
    if isinstance(application, QApplication):
        wear(application, Look())


@pytest.fixture
def clock() -> Clock:
    return Clock(10, 38)


def desk_of(room: Strongroom, clock: Clock) -> Desk:
    return Desk(
        unit=room.unit,
        reading=room.reading,
        press=ThaiPress(),
        passwords=room.passwords,
        drafts=room.drafts,
        now=clock,
        random=os.urandom,
    )


@pytest.fixture(scope="session")
def opened_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an office that was just opened, to be copied: passwords take their time."""
    folder = tmp_path_factory.mktemp("สำนักงาน") / "ทะเบียน"
    place = Place(folder)
    create(place)
    room = furnish(place)
    open_office(OPENING, desk_of(room, Clock(10, 38)))
    room.close()
    return folder


@pytest.fixture
def strongroom(opened_office: Path, tmp_path: Path) -> Iterator[Strongroom]:
    room = furnish(Place(Path(copytree(opened_office, tmp_path / "ทะเบียน"))))
    yield room
    room.close()


@pytest.fixture
def desk(strongroom: Strongroom, clock: Clock) -> Desk:
    """A desk over a real register whose office is open."""
    return desk_of(strongroom, clock)


@pytest.fixture
def clerk() -> Actor:
    return Actor(2, "นางสาวสมหญิง ใจดี", frozenset({Role.CLERK}))


@pytest.fixture
def take(desk: Desk, clerk: Actor, clock: Clock) -> Taker:
    """Register a complaint, each some minutes after the one before."""

    def taken(subject: str, **changes: object) -> int:
        clock.pass_time(minutes=3)
        made = replace(form(clock.at - timedelta(minutes=1)), matter=Matter(subject, "เหตุ"))
        made = replace(made, **changes)  # type: ignore[arg-type]
        return register(RegisterComplaint(f"{subject}-{clock.at}", made), desk, clerk).case_id

    return taken


@pytest.fixture
def five(take: Taker) -> list[int]:
    """Five complaints, one for each of the subjects."""
    return [take(subject) for subject in SUBJECTS]


@pytest.fixture
def operations(desk: Desk, clerk: Actor, qtbot: QtBot) -> Iterator[Operations]:
    """Work in the clerk's name; whatever nobody took care of fails the test."""
    made = Operations(desk)
    made.sign_in(clerk)
    missed: list[Exception] = []
    made.failed.connect(missed.append)
    yield made
    made.close()
    assert not missed, missed


@pytest.fixture
def open_page(
    operations: Operations, desk: Desk, clerk: Actor, qtbot: QtBot
) -> Iterator[Callable[[], IntakePage]]:
    pages: list[IntakePage] = []

    def make() -> IntakePage:
        page = IntakePage(operations, DraftKeeper(desk.drafts, clerk.person_id, desk.now))
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(1154, 686)
        with qtbot.waitExposed(page):
            page.show()
        qtbot.waitUntil(lambda: page.form.channel.source.value() is not None)
        page.arrive()
        return page

    yield make
    for page in pages:
        page.end()


@pytest.fixture
def page(open_page: Opener) -> IntakePage:
    return open_page()


@pytest.fixture
def admin() -> Actor:
    return Actor(1, "นายดูแล ระบบดี", frozenset({Role.ADMINISTRATOR}))


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> Iterator[Window]:
    """The window, the administrator signed in, who is a clerk too."""
    operations = Operations(desk)
    made = Window(CrashDesk())
    qtbot.addWidget(made)
    made.furnish(operations)
    made.show()
    made.sign_in(ADMIN, desk.reading.office(official_date(desk.now())))
    drained(operations, qtbot)
    yield made
    made.close()
    operations.close()
