"""The register by groups, by keys: shown, stepped into, stepped out of, and never unseen."""

from datetime import timedelta

import pytest
from clock import Clock
from office import form
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from windows import BOSS, drained, register_page

from desktop.acts.assigning import AssignCases, assign
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.people import Actor
from desktop.rules.priority import Priority
from desktop.views import GroupBy, RegisterView
from ui.operations import Operations
from ui.pages.register_table.page import RegisterPage


@pytest.fixture
def page(
    operations: Operations, desk: Desk, clerk: Actor, clock: Clock, qtbot: QtBot
) -> RegisterPage:
    for key in "abc":
        made = form(clock.at - timedelta(minutes=5))
        register(RegisterComplaint(key, made), desk, clerk)
    assign(AssignCases((1,), Priority.URGENT, 3), desk, BOSS)
    operations.sign_in(BOSS)
    return register_page(operations, desk, qtbot)


def lines(page: RegisterPage) -> list[str]:
    return [page.groups.list.item(row).text() for row in range(page.groups.list.count())]


def test_an_arrow_key_steps_into_a_group_and_out_again(
    page: RegisterPage, operations: Operations, qtbot: QtBot
) -> None:
    assert page.groups.isHidden()
    page.view_menu.groups.trigger()
    drained(operations, qtbot)
    assert page.groups.list.hasFocus()
    assert lines(page) == ["ทั้งหมด  ·  ๓", "รับเรื่อง  ·  ๒", "มอบหมายแล้ว  ·  ๑"]
    QTest.keyClick(page.groups.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    drained(operations, qtbot)
    # All groups stay, so that one may go from one to the next.
    QTest.keyClick(page.groups.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    drained(operations, qtbot)
    assert page.groups.list.currentRow() == 2
    QTest.keyClick(page.groups.list, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)


def test_a_page_made_anew_groups_as_the_one_before_it(
    page: RegisterPage, operations: Operations, desk: Desk, qtbot: QtBot
) -> None:
    page.view_menu.groups.trigger()
    page.groups.by.set_text(GroupBy.OWNER.value)
    drained(operations, qtbot)
    page.groups.list.setCurrentRow(1)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    drained(operations, qtbot)
    anew = register_page(operations, desk, qtbot)
    anew.return_to(page.place())
    drained(operations, qtbot)
    assert anew.groups.by.value() is GroupBy.OWNER
    assert lines(anew) == lines(page)
    assert anew.groups.list.currentRow() == 1


def test_another_way_to_group_and_a_change_elsewhere(
    page: RegisterPage, operations: Operations, desk: Desk, qtbot: QtBot
) -> None:
    page.view_menu.groups.trigger()
    page.groups.by.set_text(GroupBy.OWNER.value)
    drained(operations, qtbot)
    assert lines(page) == ["ทั้งหมด  ·  ๓", "นางวิภา นำทาง  ·  ๑", "รอมอบหมาย  ·  ๒"]
    page.groups.list.setCurrentRow(2)
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    drained(operations, qtbot)
    assign(AssignCases((2, 3), None, 3), desk, BOSS)
    page.refresh()
    drained(operations, qtbot)
    # The group is empty by now, and both lists say so.
    assert page.model.rowCount() == 0
    assert lines(page)[-1] == "รอมอบหมาย  ·  ๐"
    page.groups.by.set_text(GroupBy.PRIORITY.value)
    drained(operations, qtbot)
    assert page.model.rowCount() == 3


def test_what_is_not_seen_narrows_nothing(
    page: RegisterPage, operations: Operations, qtbot: QtBot
) -> None:
    page.view_menu.groups.trigger()
    drained(operations, qtbot)
    page.groups.list.setCurrentRow(1)
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    left = page.place()
    page.view_menu.groups.trigger()
    drained(operations, qtbot)
    assert page.model.rowCount() == 3
    page.return_to(left)
    drained(operations, qtbot)
    assert page.view_menu.groups.isChecked()
    assert page.model.rowCount() == 2
    page.show_view(RegisterView.ALL)
    drained(operations, qtbot)
    assert page.model.rowCount() == 3
