"""The register's columns: chosen by mouse or by keys, kept over restarts, and given back."""

from collections.abc import Callable

import pytest
from office import form
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from windows import BOSS, drained, sheet

from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.people import Actor
from desktop.rules.thai.dates import official_date
from desktop.views import RegisterView
from ui.dialogs.columns import STEP, ColumnsDialog
from ui.models.columns_kept import KeptColumns
from ui.operations import Operations
from ui.pages.register_table.page import RegisterPage
from ui.widgets.columns import NARROWEST, WIDEST

Opener = Callable[[], RegisterPage]
SHIPPED = ["number", "received", "subject", "petitioner", "channel", "priority", "status"]
SHIPPED += ["owner", "due"]


@pytest.fixture
def opened(operations: Operations, desk: Desk, clerk: Actor, qtbot: QtBot) -> Opener:
    """Open the register anew, as after a restart."""
    register(RegisterComplaint("k", form(desk.now())), desk, clerk)

    def make() -> RegisterPage:
        page = RegisterPage(operations, desk.reading.office(official_date(desk.now())))
        qtbot.addWidget(page)
        page.resize(1154, 686)
        page.arrive()
        with qtbot.waitSignal(page.filled):
            page.show_view(RegisterView.ALL)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return make


def names(page: RegisterPage) -> list[str]:
    return [column.name for column in page.arranged.now()]


def head_menu(page: RegisterPage) -> QMenu:
    """Ask the heads for their menu, as the right button does."""
    header = page.table.horizontalHeader()
    at = QPoint(20, 8)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, header.mapToGlobal(at))
    QApplication.sendEvent(header.viewport(), asked)
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    return shown


def pick(menu: QMenu, said: str) -> None:
    (action,) = [one for one in menu.actions() if one.text() == said]
    action.trigger()
    menu.close()


def test_the_menu_of_the_heads_hides_and_shows_and_goes_back(opened: Opener) -> None:
    page = opened()
    assert names(page) == SHIPPED
    pick(head_menu(page), "ช่องทาง")
    assert "channel" not in names(page)
    pick(head_menu(page), "ช่องทาง")
    assert names(page) == [*(n for n in SHIPPED if n != "channel"), "channel"]
    pick(head_menu(page), "คอลัมน์ตามแบบเดิม")
    assert names(page) == SHIPPED
    number = head_menu(page).actions()[0]
    assert not number.isEnabled()


def test_what_was_dragged_is_there_after_a_restart_for_whom_dragged_it(
    opened: Opener, operations: Operations
) -> None:
    page = opened()
    header = page.table.horizontalHeader()
    header.moveSection(8, 1)
    header.resizeSection(8, 150)
    page.end()
    wanted = ["number", "due", *SHIPPED[1:-1]]
    again = opened()
    assert names(again) == wanted
    assert again.table.columnWidth(8) == 150
    assert header.sectionSize(2) == page.table.columnWidth(2)
    operations.sign_in(BOSS)
    assert names(opened()) == SHIPPED


def test_the_sheet_chooses_by_keys_and_the_list_follows_at_once(
    opened: Opener, qtbot: QtBot
) -> None:
    page = opened()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page, Qt.Key.Key_K, both)
    chooser = sheet(page, ColumnsDialog, qtbot)
    chooser.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is chooser)
    keys = chooser.list
    assert chooser.focusWidget() is keys
    QTest.keyClick(keys, Qt.Key.Key_Down)
    QTest.keyClick(keys, Qt.Key.Key_Space)
    assert "received" not in names(page)
    QTest.keyClick(keys, Qt.Key.Key_End)
    for _time in range(7):
        QTest.keyClick(keys, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(keys, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(keys, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(keys, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    wanted = ["number", "due", "subject", "petitioner", "channel", "priority", "status", "owner"]
    assert names(page) == wanted
    assert page.table.columnWidth(8) == 176 + STEP
    QTest.keyClick(keys, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert names(opened()) == wanted


def test_leaving_the_sheet_puts_the_list_back(opened: Opener, qtbot: QtBot) -> None:
    page = opened()
    page.view_menu.choose_columns()
    chooser = sheet(page, ColumnsDialog, qtbot)
    chooser.list.setCurrentRow(3)
    chooser.move_by(1)
    chooser.widen_by(10 * WIDEST)
    assert names(page) != SHIPPED
    assert page.table.columnWidth(3) == WIDEST
    QTest.keyClick(chooser, Qt.Key.Key_Escape)
    assert page.arranged.now() == page.arranged.shipped
    assert names(opened()) == SHIPPED


def test_the_number_stays_and_the_subject_takes_what_room_is_left(
    opened: Opener, qtbot: QtBot
) -> None:
    page = opened()
    page.view_menu.choose_columns()
    chooser = sheet(page, ColumnsDialog, qtbot)
    QTest.keyClick(chooser.list, Qt.Key.Key_Space)
    assert names(page)[0] == "number"
    chooser.list.setCurrentRow(2)
    before = chooser.list.currentItem().text()
    chooser.widen_by(STEP)
    assert chooser.list.currentItem().text() == before
    chooser.list.setCurrentRow(1)
    chooser.widen_by(-WIDEST)
    assert page.table.columnWidth(1) == NARROWEST
    chooser.go_back()
    chooser.accept()
    assert page.arranged.now() == page.arranged.shipped
    width = page.table.columnWidth(2)
    page.resize(1400, 686)
    assert page.table.columnWidth(2) > width
    assert page.arranged.now() == page.arranged.shipped


def test_without_the_subject_the_last_column_takes_the_room_and_keeps_its_width(
    opened: Opener,
) -> None:
    page = opened()
    pick(head_menu(page), "เรื่อง")
    assert page.table.columnWidth(8) > 176
    page.resize(1400, 686)
    assert {one.name: one.width for one in page.arranged.now()}["due"] == 176
    pick(head_menu(page), "เรื่อง")
    pick(head_menu(page), "คอลัมน์ตามแบบเดิม")
    assert page.table.columnWidth(8) == 176


def test_copied_lines_follow_the_columns(
    opened: Opener, operations: Operations, qtbot: QtBot
) -> None:
    page = opened()
    pick(head_menu(page), "ช่องทาง")
    header = page.table.horizontalHeader()
    header.moveSection(header.visualIndex(8), 0)
    page.table.selectAll()
    page.copy()
    drained(operations, qtbot)
    head, line = QGuiApplication.clipboard().text().split("\n")
    assert head.split("\t")[0] == "กำหนด"
    assert "ช่องทาง" not in head
    assert len(line.split("\t")) == len(head.split("\t")) == 8


def test_a_settings_file_that_somebody_edited_does_no_harm(opened: Opener, clerk: Actor) -> None:
    kept = KeptColumns(clerk.person_id)
    settings = QSettings(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, "rap-rueang", "lists"
    )
    settings.setValue(f"columns/{clerk.person_id}/register", "due:99999;;nothing:5;owner:x;due:50")
    page = opened()
    assert names(page) == ["number", "due"]
    assert kept.of("register")[0].name == "due"
