"""What looks for keys that are taken twice finds them."""

from key_clashes import clashes
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.plain import button


def test_keys_taken_twice_are_found(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    one, other = button("พิมพ์"), button("ภาพตัวอย่าง")
    column.addWidget(one)
    column.addWidget(other)
    one.setShortcut("Ctrl+P")
    page.show()
    assert clashes(page) == []
    other.setShortcut("Ctrl+P")
    other.setEnabled(False)
    assert [told.partition(":")[0] for told in clashes(page)] == ["Ctrl+P"]
    other.hide()
    assert clashes(page) == []
    other.show()
    other.setShortcut("")
    save = QPushButton("&Save")
    column.addWidget(save)
    save.show()
    QShortcut(QKeySequence("Alt+S"), page)
    assert [told.partition(":")[0] for told in clashes(page)] == ["Alt+S"]


def test_keys_of_parts_that_never_have_the_cursor_together_may_be_alike(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    parts = QWidget(page), QWidget(page)
    page.show()
    for part in parts:
        within = QShortcut(QKeySequence("Ctrl+Right"), part)
        within.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    assert clashes(page) == []
    QShortcut(QKeySequence("Ctrl+Right"), page)
    assert len(clashes(page)) == 2


def test_a_letter_that_begins_two_lines_of_a_menu_is_found(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    menu = QMenu(page)
    for text in ("&Copy", "&Close", "Cu&t"):
        menu.addAction(text)
    assert clashes(page) == ["Alt+C: ['&Copy', '&Close']"]
