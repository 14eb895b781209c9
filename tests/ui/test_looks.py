"""Every page and every dialog in each look: nothing cut off, nothing in another language.

With LOOK_PICTURES=DIR a picture of each is left there, and a sheet of all of each look. With
LOOK_SHEETS=keep the sheets in contact_sheets are made anew, to be looked at and kept.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from shutil import copytree

import pytest
from clock import Clock
from every_dialog import PASSING, PRINTERS, SMALL, TOOLKIT, TYPED, dialogs, facts_of, made
from every_page import LOOKS, opened_window, own_words, page_kinds, pages, stages
from legible import cut_off
from made_up import MadeUp
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from sheets_of_looks import Album
from tongues import LATIN, Typed, arabic_in, english_in, foreign, said, thai_in
from windows import drained

from db.furnishing import Strongroom, furnish
from db.place import Place
from desktop.ports import Desk
from desktop.rules.people import Actor
from desktop.views.files import FileQuery
from desktop.wording import language
from ui.appearance import wear
from ui.operations import Operations
from ui.widgets import fitting
from ui.widgets.fitting import FRAME
from ui.widgets.pdf_view import PdfView
from ui.window import Window

AFTERWARDS, SEARCHED = 30, 500
"""Milliseconds: after layouts, and after the last letter of what is sought."""
TURNS = 60
"""So often a paper is looked for that is drawn beside the window."""
Faults = dict[str, list[str]]


@pytest.fixture(scope="module")
def made_office(office: MadeUp, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Strongroom]:
    """The made-up office, copied: looking at complaints is noted in their journal."""
    folder = tmp_path_factory.mktemp("looked at") / "register"
    room = furnish(Place(Path(copytree(office.place.folder, folder))))
    yield room
    room.close()


@pytest.fixture(params=LOOKS)
def window(
    request: pytest.FixtureRequest, office: MadeUp, made_office: Strongroom, qtbot: QtBot
) -> Iterator[Window]:
    """The window in a look, whoever may do everything signed in."""
    yield from opened_window(*LOOKS[request.param], office, made_office, qtbot)


def test_every_page_in_every_look(
    window: Window, office: MadeUp, request: pytest.FixtureRequest, qtbot: QtBot
) -> None:
    operations, seen = window.operations, set[type]()
    assert operations is not None
    name = request.node.callspec.params["window"]
    album, faults, typed = Album(f"{name} pages"), Faults(), Typed(office.place.file)
    lists = operations.desk.reading.lists(office.chief)
    own, left_over = own_words(operations.desk, office), foreign(language())
    people = operations.desk.reading.people(office.chief)
    named = {word for one in lists.channels for word in re.findall(r"\w+", one.name)}
    named |= {one.username for one in people}
    reading = operations.desk.reading
    # What a file was called when it came is shown as it is.
    files = reading.file_rows(office.chief, reading.file_ids(office.chief, FileQuery()))
    own |= {one.name for one in files}
    for walk in (pages(window, office), stages(window)):
        for where, go in walk:
            go()
            drained(operations, qtbot)
            # What a page says last has its room once the layouts have turned.
            qtbot.wait(SEARCHED if "found" in where else AFTERWARDS)
            drained(operations, qtbot)
            seen |= {type(part) for part in window.findChildren(QWidget) if part.isVisible()}
            album.add(where, window)
            found = cut_off(window)
            found += [one for one in in_another_tongue(window, typed, named) if one not in own]
            found += [text for text in said(window) - own if left_over.fullmatch(text)]
            if found:
                faults[where] = found
    album.lay_out()
    assert not faults, told(faults)
    assert page_kinds() - seen == set()
    assert album.forgotten() == []


def in_another_tongue(top: QWidget, typed: Typed, own: Iterable[str] = ()) -> list[str]:
    """Name what a window says in another language than it should."""
    texts = said(top)
    if language() == "th":
        return sorted(english_in(texts, own) | arabic_in(texts))
    return sorted(thai_in(texts, typed))


@pytest.mark.parametrize("name", LOOKS)
def test_every_dialog_in_every_look(
    name: str,
    operations: Operations,
    desk: Desk,
    clerk: Actor,
    clock: Clock,
    tmp_path: Path,
    strongroom: Strongroom,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    wear(application, LOOKS[name][0])
    room = SMALL - FRAME
    monkeypatch.setattr(fitting, "room_for", lambda _window: room)
    facts = facts_of(operations, desk, clerk, clock, tmp_path, qtbot)
    folders = LATIN.findall(f"{tmp_path} {Path.home()}")
    album, faults, typed = Album(f"{name} dialogs"), Faults(), Typed(strongroom.place.file, *TYPED)
    for kind in dialogs():
        dialog = made(kind, facts)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        dialog.show()
        if kind not in PASSING:
            drained(operations, qtbot)
            qtbot.wait(1)
        if album.wanted:
            wait_for_papers(dialog, qtbot)
        if kind not in TOOLKIT:
            # Qt's own would show the folders of whoever takes the picture.
            room_of = kind.__module__.removeprefix("ui.").removeprefix("dialogs.")
            album.add(f"{room_of}.{kind.__name__}", dialog)
        if not (kind in TOOLKIT or kind in PASSING) and cut_off(dialog):
            # A paper is drawn beside the window, and comes when it comes.
            qtbot.wait(SEARCHED)
        found = [] if kind in TOOLKIT else cut_off(dialog)
        found += too_large(dialog, room)
        found += in_another_tongue(dialog, typed, (*PRINTERS, *folders))
        if found:
            faults[kind.__name__] = found
        if kind not in PASSING:
            dialog.done(0)
            dialog.deleteLater()
        drained(operations, qtbot)
    album.lay_out()
    assert not faults, told(faults)
    assert album.forgotten() == []


def wait_for_papers(dialog: QDialog, qtbot: QtBot) -> None:
    """Let the papers that a dialog shows be drawn before a picture of it is taken."""
    for view in dialog.findChildren(PdfView):
        for _turn in range(TURNS):
            page = view.findChild(QLabel, "PdfPage")
            if page is not None and not page.pixmap().isNull():
                break
            qtbot.wait(SEARCHED // 10)


def told(faults: Faults) -> str:
    """Write faults line by line."""
    return "\n".join(f"{where}: {fault}" for where, found in faults.items() for fault in found)


def too_large(dialog: QDialog, room: QSize) -> list[str]:
    """Tell by how much a dialog is too large for a screen."""
    size = dialog.size()
    if size.width() <= room.width() and size.height() <= room.height():
        return []
    return [f"{size.width()} × {size.height()} of {room.width()} × {room.height()}"]
