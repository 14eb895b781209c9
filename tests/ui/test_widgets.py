"""Buttons and fields as the hand finds them."""

from paws import send
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCompleter, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ui.pages.case.letter_rows import RecordRow
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.field import BlockField, LineField
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


def test_a_block_kept_low_shows_all_it_holds_up_to_its_lines(qtbot: QtBot) -> None:
    field = BlockField("ถึง", lines=1)
    qtbot.addWidget(field)
    field.resize(240, 200)
    field.keep_to(2)
    field.show()
    line = field.block.fontMetrics().lineSpacing()
    field.set_text("นายสมชาย")
    qtbot.waitUntil(lambda: field.block.height() < 2 * line + 10)
    field.set_text("สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริต")
    qtbot.waitUntil(lambda: field.block.height() >= 2 * line + 10)
    field.set_text("สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริต " * 9)
    assert field.block.height() < 3 * line + 22
    field.set_text("นายสมชาย")
    qtbot.waitUntil(lambda: field.block.height() < 2 * line + 10)


def test_a_choice_too_long_for_its_box_ends_in_dots(qtbot: QtBot) -> None:
    name = "นายสมคิด ตั้งมั่น  ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต ๒"
    field = ChoiceField("ผู้ลงนาม", [Choice("1", name)])
    qtbot.addWidget(field)
    field.resize(300, 80)
    field.show()
    whole = field.combo.grab().toImage()
    shown = {
        field.combo.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, wide)
        for wide in range(200, 300)
    }
    alike = []
    for text in shown:
        field.offer([Choice("1", text)])
        if field.combo.grab().toImage() == whole:
            alike.append(text)
    assert any(text.endswith("…") for text in alike)


def test_what_a_letter_offers_leaves_its_words_their_width(qtbot: QtBot) -> None:
    row = RecordRow()
    qtbot.addWidget(row)
    row.tell("ผู้อำนวยการโรงเรียน · ส่งมอบด้วยมือ", [("ดู", str), ("บันทึก", str)])
    row.tell("ยังไม่ได้ติดต่อ", [("นัด", str)])
    row.resize(400, 120)
    row.show()
    (many, one), links = row.findChildren(QLabel), row.findChildren(QPushButton)
    assert many.width() == 400
    assert links[0].y() >= many.geometry().bottom()
    assert links[2].y() < one.geometry().bottom()


def test_words_are_suggested_and_taken_by_keys(qtbot: QtBot) -> None:
    field = LineField("คำนำหน้า", suggestions=("นาย", "นาง", "นางสาว"))
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.line.setFocus()
    send(field.line, "นา")
    popup = field.line.completer().popup()
    assert popup is not None
    assert popup.isVisible()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(popup, key)
    assert field.text() == "นาง"
    assert not popup.isVisible()
    # Suggested anew, nothing of what was suggested before stays behind.
    field.suggest(("พระ",))
    assert len(field.findChildren(QCompleter)) == 1
