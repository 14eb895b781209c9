"""What looks for nameless controls, and for those out of reach, finds them."""

from accessible import nameless, out_of_reach
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QTableWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot


def test_controls_without_a_name_or_out_of_reach_are_found(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    named, silent, list_of_things = QLineEdit(), QLineEdit(), QTableWidget(2, 2)
    named.setAccessibleName("ชื่อ")
    list_of_things.setAccessibleName("รายการ")
    # Tab is taken by its cells, so that what comes after is reached by the mouse only.
    list_of_things.setTabKeyNavigation(True)
    after = QPushButton("บันทึก")
    for part in (named, silent, list_of_things, after):
        column.addWidget(part)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    assert nameless(page) == ["EditableText QLineEdit < QWidget"]
    assert out_of_reach(page) == ["QPushButton "]
    list_of_things.setTabKeyNavigation(False)
    silent.setAccessibleName("เรื่อง")
    assert nameless(page) == []
    assert out_of_reach(page) == []
    after.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    assert out_of_reach(page) == []
