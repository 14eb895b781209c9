"""Nothing that anybody may do at random breaks the program, or the register.

`MONKEY=10000` does as much; without it, two hundred things are done.
"""

import os
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from shutil import copytree
from traceback import format_exception

import pytest
from clock import Clock
from made_up import MadeUp
from monkey import Monkey, forget_clipboard
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QFileDialog
from pytestqt.exceptions import CapturedExceptions
from pytestqt.qtbot import QtBot
from reach import Reach

import main
from db.check import prove
from db.furnishing import Strongroom, furnish
from db.place import Place
from desktop.rules.people import Actor, Role
from desktop.rules.saved_tables import TableKind
from desktop.views import JournalQuery
from ui.appearance import wear
from ui.application import Application
from ui.crash import CrashDesk
from ui.dialogs.table_place import TablePlaceSheet
from ui.look import Look
from ui.operations import Operations
from ui.window import Window

COUNT = int(os.environ.get("MONKEY", "200"))
SEEDS = (1, 2, 3, 4)
PATIENCE = 10.0
"""Seconds in which a thread that has no more to do must have ended."""
FLOORS = {
    200: {"pages": 3, "sheets": 1},
    10_000: {"pages": 11, "tabs": 8, "sheets": 35, "menus": 4, "looks": 4, "acts": 25},
}
"""Of so many doings, how many kinds of each at least are reached."""


@pytest.fixture(scope="module")
def reach() -> Reach:
    """How far all of them come together."""
    return Reach()


def acts_since(room: Strongroom, whoever: Actor, sequence: int) -> Counter[str]:
    """Count what the journal tells since an entry, by the acts."""
    ids = [one for one in room.reading.journal_ids(whoever, JournalQuery()) if one > sequence]
    return Counter(row.act for row in room.reading.journal_rows(whoever, ids))


@pytest.fixture
def _own_settings(tmp_path: Path, qapp: Application) -> Iterator[None]:
    QSettings.setPath(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings")
    )
    yield
    wear(qapp, Look())


@pytest.fixture
def files(tmp_path: Path, office: MadeUp) -> Path:
    """A folder of what is picked from it: papers, a picture of nothing, and an empty file."""
    folder = tmp_path / "แฟ้ม"
    folder.mkdir()
    (folder / "หนังสือ.pdf").write_bytes(office.letter_pdf("acknowledgement"))
    (folder / "ภาพ.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "ว่าง.docx").write_bytes(b"")
    (folder / "วันหยุด.csv").write_text("วันที่,ชนิด\n2026-12-07,หยุด\n", "utf-8-sig")
    return folder


def told(monkey: Monkey, reports: list[str], thrown: CapturedExceptions) -> str:
    """Say what went wrong, after what was done before it; nothing where all went well."""
    wrong = reports + ["".join(format_exception(*one)) for one in thrown]
    return "\n".join([*monkey.told(), *wrong]) if wrong else ""


def asked_for_files(monkey: Monkey, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the monkey answer where Qt's own sheets would ask for a file, and wait for a hand."""

    def chosen(*_words: object, **_named: object) -> tuple[str, str]:
        return monkey.path(), ""

    def several(*_words: object, **_named: object) -> tuple[list[str], str]:
        path = monkey.path()
        return [path] if path else [], ""

    def placed(sheet: TablePlaceSheet) -> None:
        path = monkey.path()
        if path:
            sheet.placed.emit(Path(path), monkey.dice.choice(list(TableKind)))
        sheet.deleteLater()

    monkeypatch.setattr(TablePlaceSheet, "open", placed)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", chosen)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", several)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(files))


@pytest.fixture
def room(office: MadeUp, tmp_path: Path) -> Iterator[Strongroom]:
    """The made-up register, to be written in, which must prove sound when all is over."""
    made = furnish(Place(Path(copytree(office.place.folder, tmp_path / "ทะเบียน"))))
    yield made
    assert prove(made) == []
    made.close()


@pytest.fixture
def elsewhere(room: Strongroom, tmp_path: Path) -> Iterator[Strongroom]:
    """The same register as another desk has it open."""
    made = furnish(Place(tmp_path / "ทะเบียน"))
    yield made
    made.close()


@pytest.fixture
def _nothing_goes_on(qapp: Application) -> Iterator[None]:
    """Let no thread outlive the window: what stood open goes with it."""
    before = set(threading.enumerate())
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # What is being drawn is drawn to its end; a thread that waits for more would never end.
    for left in set(threading.enumerate()) - before:
        left.join(PATIENCE)
    assert set(threading.enumerate()) <= before


# Where no window manager is, a key may go to a window that a sheet covers.
@pytest.mark.qt_log_ignore("not accepted by receiving widget", "This plugin does not support")
@pytest.mark.usefixtures("_own_settings", "_nothing_goes_on")
@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_done_at_random_breaks_nothing(
    seed: int,
    office: MadeUp,
    room: Strongroom,
    elsewhere: Strongroom,
    files: Path,
    reach: Reach,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock, chief = Clock(14, 40), office.chief
    desk, other = (replace(main.desk_of(one), now=clock) for one in (room, elsewhere))
    people = [
        Actor(chief.person_id, chief.name, frozenset(Role)),
        *map(office.named, ("admin", "wipha", "somkid")),
    ]
    begun_at = room.reading.journal_head(people[0]).sequence
    crashes = CrashDesk()
    reports: list[str] = []
    crashes.happened.connect(reports.append)
    operations = Operations(desk)
    window = Window(crashes)
    qtbot.addWidget(window)
    window.furnish(operations)
    window.show()
    monkey = Monkey(window, clock, people, files, other, reach, seed)
    asked_for_files(monkey, files, monkeypatch)
    forget_clipboard()
    # What goes wrong is told beside what was done before it, not when all is over.
    with qtbot.captureExceptions() as thrown:
        for _one in range(COUNT // len(SEEDS)):
            monkey.act()
            assert told(monkey, reports, thrown) == ""
        monkey.end()
        window.close()
        monkey.end()
        operations.close()
    assert told(monkey, reports, thrown) == ""
    # What another desk did meanwhile was no reach of the window's.
    reach.acts += acts_since(room, people[0], begun_at) - monkey.elsewhere


def test_it_comes_around(reach: Reach, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever does nothing breaks nothing: tell how far all of them came, and demand it."""
    if reach.doings < COUNT:
        pytest.skip("not every seed was sown")
    if "MONKEY" in os.environ:
        with capsys.disabled():
            sys.stdout.write(f"\n{reach.told()}\n")
    floor = next((FLOORS[most] for most in sorted(FLOORS, reverse=True) if most <= COUNT), {})
    for kind, least in floor.items():
        assert len(getattr(reach, kind)) >= least, f"{kind}\n{reach.told()}"
