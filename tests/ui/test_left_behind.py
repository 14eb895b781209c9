"""What was opened and closed again leaves nothing in memory: a window stays open all day."""

import gc
from collections import Counter
from pathlib import Path

from clock import Clock
from every_dialog import PASSING, TOOLKIT, dialogs, facts_of, made
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from windows import drained

from desktop.ports import Desk
from desktop.rules.people import Actor
from ui.operations import Operations


def test_a_dialog_that_was_closed_leaves_nothing(
    operations: Operations, desk: Desk, clerk: Actor, clock: Clock, tmp_path: Path, qtbot: QtBot
) -> None:
    facts = facts_of(operations, desk, clerk, clock, tmp_path, qtbot)

    def left_by(kind: type[QDialog]) -> Counter[str]:
        dialog = made(kind, facts)
        dialog.open()
        drained(operations, qtbot)
        qtbot.wait(1)
        dialog.done(0)
        dialog.deleteLater()
        del dialog
        drained(operations, qtbot)
        qtbot.wait(1)
        gc.collect()
        return Counter(type(one).__name__ for one in QApplication.allWidgets())

    left = {}
    for kind in dialogs():
        if kind not in PASSING | TOOLKIT:
            # What the first one brings may stay, as the face of a printed page; never more.
            once = left_by(kind)
            more = left_by(kind) - once
            if more:
                left[kind.__name__] = more
    assert left == {}
