"""Buttons and fields as the hand finds them."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.field import BlockField, Choice, ChoiceField
from ui.widgets.plain import button


def test_a_button_keeps_its_keys_when_its_words_change(qtbot: QtBot) -> None:
    part = button("ออกหนังสือ", keys="Ctrl+S")
    qtbot.addWidget(part)
    part.setShortcut("Ctrl+S")
    part.setText("พิมพ์เสนอลงนาม")
    assert part.shortcut().toString() == "Ctrl+S"
    assert part.toolTip() == "พิมพ์เสนอลงนาม (Ctrl+S)"
    assert part.accessibleName() == "พิมพ์เสนอลงนาม"


def test_enter_presses_the_button_that_has_the_cursor(qtbot: QtBot) -> None:
    part = button("ปิด")
    qtbot.addWidget(part)
    part.show()
    with qtbot.waitSignal(part.clicked):
        QTest.keyClick(part, Qt.Key.Key_Return)


def test_the_wheel_changes_no_choice(qtbot: QtBot) -> None:
    field = ChoiceField("ผู้ลงนาม", [Choice("1", "นายสมคิด"), Choice("2", "นางสาวปรีดา")])
    qtbot.addWidget(field)
    field.show()
    middle = QPointF(field.combo.rect().center())
    turned = QWheelEvent(
        middle,
        QPointF(field.combo.mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field.combo, turned)
    assert field.text() == "1"
    assert not turned.isAccepted()


def test_a_block_has_room_for_the_lines_it_was_made_for(qtbot: QtBot) -> None:
    low, high = BlockField("ที่อยู่", lines=3), BlockField("ข้อความ", lines=11)
    for field in (low, high):
        qtbot.addWidget(field)
        field.show()
    line = high.block.fontMetrics().lineSpacing()
    assert high.block.height() >= 11 * line
    assert high.block.height() - low.block.height() >= 7 * line
