"""Every test: offscreen, strict, and a dialog nobody expected fails instead of hanging."""

import gc
import os
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from made_up import MadeUp, made_up
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QDialog,
    QErrorMessage,
    QFileDialog,
    QFontDialog,
    QInputDialog,
    QMessageBox,
)
from pytestqt.qtbot import QtBot

from desktop.ports import NOBODY
from desktop.rules.people import Actor
from ui.operations import Operations
from ui.sweeping import sweep

# Windows that a test shows have no window manager to answer them.
_QUIET = "This plugin does not support"

PATIENCE = 30_000
"""Milliseconds before something waited for is given up: a busy machine is slow, not wrong."""
LOOKS = 50
"""Milliseconds from one look for boxes that nobody asked for to the next."""
QTS_OWN = (QMessageBox, QFileDialog, QInputDialog, QErrorMessage, QColorDialog, QFontDialog)
for _wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitActive, QtBot.waitExposed):
    assert _wait.__kwdefaults__ is not None
    _wait.__kwdefaults__["timeout"] = PATIENCE


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(_QUIET))


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MadeUp]:
    """The made-up office of `main.py demo`, to be looked at: nothing may be written in it."""
    made = made_up(tmp_path_factory.mktemp("made up") / "register")
    yield made
    made.room.close()


@pytest.fixture(autouse=True)
def _no_stray_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    def unexpected(*words: object, **_named: object) -> None:
        raise AssertionError(f"unexpected dialog {words[1:3]}")

    for name in ("information", "warning", "critical", "question"):
        monkeypatch.setattr(QMessageBox, name, unexpected)
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, unexpected)


@pytest.fixture(autouse=True)
def _roles_are_held(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let whom a test signs in hold those roles in its register: nobody may act in others."""
    sign_in = Operations.sign_in
    known: set[tuple[Operations, Actor]] = set()

    def held(operations: Operations, actor: Actor) -> None:
        if (operations, actor) in known:
            # Somebody may be writing just now: who holds the roles already needs nothing written.
            sign_in(operations, actor)
            return
        known.add((operations, actor))
        with operations.desk.unit(NOBODY) as work:
            person = work.people.get(actor.person_id)
            if not actor.roles <= person.roles:
                person.roles |= actor.roles
                work.people.save(person)
                work.commit()
        sign_in(operations, actor)

    monkeypatch.setattr(Operations, "sign_in", held)


def _look_for_boxes() -> None:
    """Send away a box that Qt itself made, which would wait for a hand, and tell of it."""
    box = QApplication.activeModalWidget()
    # One that the program made, or a sheet of its own kind, is no stranger.
    if type(box) in QTS_OWN:
        assert isinstance(box, QDialog)
        said = box.text() if isinstance(box, QMessageBox) else box.windowTitle()
        box.reject()
        raise AssertionError(f"unexpected box of Qt's own: {said!r}")


@pytest.fixture(autouse=True)
def _no_boxes_of_qts_own(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail instead of hanging where Qt asks something by itself, as before replacing a file."""
    if "qapp" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("qapp")
    watch = QTimer()
    watch.timeout.connect(_look_for_boxes)
    watch.start(LOOKS)
    yield
    watch.stop()


@pytest.fixture(autouse=True)
def _swept_here(request: pytest.FixtureRequest) -> Iterator[None]:
    """Sweep as the program does: never on a worker's thread, where windows cannot end."""
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    sweep()
    gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, Any, Any]:
    report = yield
    fixtures = getattr(item, "fixturenames", ())
    if report.when == "call" and report.failed and "qtbot" in fixtures:
        folder: Path = item.config.rootpath / "out" / "failures"
        folder.mkdir(parents=True, exist_ok=True)
        shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        for number, widget in enumerate(shown):
            path = folder / f"{item.name}-{number}.png"
            widget.grab().save(str(path))
            report.sections.append(("picture", str(path)))
    return report
