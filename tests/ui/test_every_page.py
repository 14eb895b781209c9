"""Every page: keys come to all of it, and all of it has a name."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from accessible import nameless, out_of_reach
from every_page import LOOKS, opened_window, pages
from key_clashes import clashes
from made_up import MadeUp
from pytestqt.qtbot import QtBot
from windows import drained

from db.furnishing import Strongroom, furnish
from db.place import Place
from ui.window import Window


@pytest.fixture(scope="module")
def made_office(office: MadeUp, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Strongroom]:
    """The made-up office, copied: looking at complaints is noted in their journal."""
    folder = tmp_path_factory.mktemp("looked at") / "register"
    room = furnish(Place(Path(copytree(office.place.folder, folder))))
    yield room
    room.close()


@pytest.fixture(params=["thai light"])
def window(
    request: pytest.FixtureRequest, office: MadeUp, made_office: Strongroom, qtbot: QtBot
) -> Iterator[Window]:
    """The window in a look, whoever may do everything signed in."""
    yield from opened_window(*LOOKS[request.param], office, made_office, qtbot)


def test_every_control_of_every_page_has_a_name(
    window: Window, office: MadeUp, qtbot: QtBot
) -> None:
    unnamed: dict[str, list[str]] = {}
    assert window.operations is not None
    for name, go in pages(window, office):
        go()
        drained(window.operations, qtbot)
        if found := nameless(window):
            unnamed[name] = found
    assert unnamed == {}


def test_tab_comes_to_every_control_of_every_page(
    window: Window, office: MadeUp, qtbot: QtBot
) -> None:
    missed: dict[str, list[str]] = {}
    assert window.operations is not None
    window.activateWindow()
    for name, go in pages(window, office):
        go()
        drained(window.operations, qtbot)
        if found := out_of_reach(window):
            missed[name] = found
    assert missed == {}


@pytest.mark.parametrize("window", ["thai light", "english"], indirect=True)
def test_no_key_of_a_page_is_taken_twice(window: Window, office: MadeUp, qtbot: QtBot) -> None:
    taken: dict[str, list[str]] = {}
    assert window.operations is not None
    for name, go in pages(window, office):
        go()
        drained(window.operations, qtbot)
        if found := clashes(window):
            taken[name] = found
    assert taken == {}
