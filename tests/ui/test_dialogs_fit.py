"""Every dialog begins where one types; keys come to all of it, and all of it has a name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from accessible import nameless, out_of_reach
from clock import Clock
from every_dialog import PASSING, TOOLKIT, Facts, dialogs, facts_of, made
from key_clashes import clashes
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from windows import drained

from desktop.ports import Desk
from desktop.rules.people import Actor
from ui.operations import Operations

ELSEWHERE = PASSING | TOOLKIT
"""Gone at once, and Qt's own."""
SHOWN = [kind for kind in dialogs() if kind not in ELSEWHERE]
TYPED = (QLineEdit, QPlainTextEdit, QComboBox, QCheckBox, QListWidget)


@pytest.fixture
def facts(
    operations: Operations, desk: Desk, clerk: Actor, clock: Clock, tmp_path: Path, qtbot: QtBot
) -> Facts:
    """What the dialogs ask for."""
    return facts_of(operations, desk, clerk, clock, tmp_path, qtbot)


@pytest.fixture(
    params=[kind for kind in dialogs() if kind not in ELSEWHERE], ids=lambda kind: kind.__name__
)
def dialog(
    request: pytest.FixtureRequest, facts: Facts, operations: Operations, qtbot: QtBot
) -> Iterator[QDialog]:
    """One after another, shown and at rest."""
    kind: type[QDialog] = request.param
    shown = made(kind, facts)
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    drained(operations, qtbot)
    yield shown
    shown.done(0)


def test_the_dialogs_of_cases_letters_and_settings_are_all_here() -> None:
    assert len(dialogs()) >= 75


def test_a_dialog_begins_in_what_is_to_be_filled_in(dialog: QDialog) -> None:
    typed = [
        one
        for one in dialog.findChildren(QWidget)
        if (isinstance(one, TYPED) or (isinstance(one, QPushButton) and one.isCheckable()))
        and one.isVisibleTo(dialog)
        and one.isEnabled()
    ]
    begun = dialog.focusWidget()
    if typed:
        assert begun in typed
    else:
        assert isinstance(begun, QPushButton)


def test_every_control_of_a_dialog_has_a_name_and_tab_comes_to_it(
    dialog: QDialog, qtbot: QtBot
) -> None:
    assert nameless(dialog) == []
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    assert out_of_reach(dialog) == []


def test_no_key_of_a_dialog_is_taken_twice(dialog: QDialog) -> None:
    assert clashes(dialog) == []
