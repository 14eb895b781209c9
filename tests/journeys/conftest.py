"""An office with people for every part, a clock that a journey sets, and hands on its window."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest
from clock import Clock
from hands import Hands
from office import OPENING, person
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

import main
from db.check import prove
from db.furnishing import Strongroom, furnish
from db.place import Place
from db.upgrade import create
from desktop.acts.opening import open_office
from desktop.ports import Desk
from desktop.rules.people import Role
from ui.application import Application

PEOPLE = (
    *OPENING.people,
    person("registrar", "นางสาวลออ เก็บความ", Role.SECRET_REGISTRAR),
)


@pytest.fixture(scope="session")
def qapp_cls() -> type[Application]:
    return Application


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock(8, 40)
    monkeypatch.setattr(main, "now", made)
    return made


@pytest.fixture(scope="session")
def opened_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an office that was just opened, to be copied: passwords take their time."""
    folder = tmp_path_factory.mktemp("สำนักงาน") / "ทะเบียน"
    place = Place(folder)
    create(place)
    room = furnish(place)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(main, "now", Clock())
        open_office(replace(OPENING, people=PEOPLE), main.desk_of(room))
    room.close()
    return folder


@pytest.fixture
def strongroom(opened_office: Path, tmp_path: Path) -> Iterator[Strongroom]:
    """The register, which must prove sound when a journey ends."""
    room = furnish(Place(Path(copytree(opened_office, tmp_path / "ทะเบียน"))))
    yield room
    assert prove(room) == []
    room.close()


@pytest.fixture
def desk(strongroom: Strongroom, clock: Clock) -> Desk:
    return main.desk_of(strongroom)


@pytest.fixture
def hands(
    desk: Desk, tmp_path: Path, qtbot: QtBot, request: pytest.FixtureRequest
) -> Iterator[Hands]:
    QSettings.setPath(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings")
    )
    made = Hands(desk, qtbot, request.node.name.removeprefix("test_"))
    yield made
    made.close()
