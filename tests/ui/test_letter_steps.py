"""The buttons above the letters: nothing is done with letters before any are there."""

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.pages.letter_steps import LetterSteps


def test_nothing_may_be_done_before_a_letter_is_selected(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    steps = LetterSteps(page)
    assert [part.text() for part in steps.findChildren(QPushButton) if part.isEnabled()] == []
