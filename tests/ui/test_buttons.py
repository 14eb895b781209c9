"""Buttons: pressed by their keys, and never once they were switched off."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.plain import button

_LONGER = 250
"""Milliseconds, more than the tenth of a second that Qt shows a button pressed."""


def test_a_button_switched_off_while_it_is_pressed_does_nothing(qtbot: QtBot) -> None:
    window = QWidget()
    made = button("พิมพ์…", keys="Ctrl+P")
    made.setParent(window)
    made.setShortcut("Ctrl+P")
    pressed: list[bool] = []
    made.clicked.connect(lambda: pressed.append(made.isEnabled()))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: pressed == [True])
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert made.isDown()
    made.setEnabled(False)
    qtbot.wait(_LONGER)
    assert pressed == [True]
    made.setEnabled(True)
    assert not made.isDown()
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: pressed == [True, True])
