"""Nothing that anybody may do at random breaks the program, or the register.

`MONKEY=10000` does as much; without it, two hundred things are done.
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from shutil import copytree
from traceback import format_exception

import pytest
from clock import Clock
from made_up import MadeUp
from monkey import Monkey, forget_clipboard
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog
from pytestqt.exceptions import CapturedExceptions
from pytestqt.qtbot import QtBot

import main
from db.check import prove
from db.furnishing import furnish
from db.place import Place
from desktop.rules.people import Actor, Role
from desktop.rules.saved_tables import TableKind
from ui.appearance import wear
from ui.application import Application
from ui.crash import CrashDesk
from ui.dialogs.table_place import TablePlaceSheet
from ui.look import Look
from ui.operations import Operations
from ui.window import Window

COUNT = int(os.environ.get("MONKEY", "200"))
SEEDS = (1, 2, 3, 4)


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
    return "\n".join([*monkey.done, *wrong]) if wrong else ""


# Where no window manager is, a key may go to a window that a sheet covers.
@pytest.mark.qt_log_ignore("not accepted by receiving widget", "This plugin does not support")
@pytest.mark.usefixtures("_own_settings")
@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_done_at_random_breaks_nothing(
    seed: int,
    office: MadeUp,
    files: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    room = furnish(Place(Path(copytree(office.place.folder, tmp_path / "ทะเบียน"))))
    clock = Clock(14, 40)
    desk = replace(main.desk_of(room), now=clock)
    chief = office.chief
    people = [
        Actor(chief.person_id, chief.name, frozenset(Role)),
        *map(office.named, ("admin", "wipha", "somkid")),
    ]
    crashes = CrashDesk()
    reports: list[str] = []
    crashes.happened.connect(reports.append)
    operations = Operations(desk)
    window = Window(crashes)
    qtbot.addWidget(window)
    window.furnish(operations)
    window.show()
    monkey = Monkey(window, desk, clock, people, seed)

    def chosen(*_words: object, **_named: object) -> tuple[str, str]:
        return monkey.path(files), ""

    def several(*_words: object, **_named: object) -> tuple[list[str], str]:
        path = monkey.path(files)
        return [path] if path else [], ""

    def placed(sheet: TablePlaceSheet) -> None:
        # Qt's own sheet would lead out of the folder, and ask by a box that waits for a hand.
        path = monkey.path(files)
        if path:
            sheet.placed.emit(Path(path), monkey.dice.choice(list(TableKind)))
        sheet.deleteLater()

    monkeypatch.setattr(TablePlaceSheet, "open", placed)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", chosen)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", several)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(files))
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
    assert prove(room) == []
    room.close()
