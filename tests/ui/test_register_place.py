"""Where the clerk is in the register: reading the same list again takes her nowhere else."""

from datetime import timedelta

import pytest
from clock import Clock
from office import form
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.people import Actor
from desktop.rules.thai.dates import official_date
from desktop.views import RegisterView
from ui.operations import Operations
from ui.pages.register_table.page import RegisterPage

FLAGS = QItemSelectionModel.SelectionFlag


@pytest.fixture
def long(
    operations: Operations, desk: Desk, clerk: Actor, clock: Clock, qtbot: QtBot
) -> RegisterPage:
    """Show a list of which most is out of sight."""
    made = form(clock.at - timedelta(minutes=5))
    for number in range(100):
        register(RegisterComplaint(str(number), made), desk, clerk)
    page = RegisterPage(operations, desk.reading.office(official_date(desk.now())))
    qtbot.addWidget(page)
    page.resize(1154, 686)
    page.arrive()
    with qtbot.waitSignal(page.filled):
        page.show_view(RegisterView.ALL)
    page.show()
    assert page.table.verticalScrollBar().maximum() > 60
    return page


def choose(page: RegisterPage, *rows: int) -> None:
    """Choose lines one after another; the cursor is on the last."""
    for row in rows:
        index = page.model.index(row, 0)
        page.table.selectionModel().setCurrentIndex(index, FLAGS.Select | FLAGS.Rows)


def read_again(page: RegisterPage, qtbot: QtBot) -> tuple[int, int]:
    """Read the list again; return the first line in sight and the cursor's line."""
    with qtbot.waitSignal(page.filled):
        page.refresh()
    # What the view puts off is done by then.
    page.table.grab()
    return page.table.verticalScrollBar().value(), page.table.currentIndex().row()


def test_what_she_wheeled_to_stays_in_sight_with_nothing_chosen(
    long: RegisterPage, qtbot: QtBot
) -> None:
    long.table.verticalScrollBar().setValue(60)
    assert read_again(long, qtbot)[0] == 60


def test_what_she_wheeled_to_stays_in_sight_with_a_line_chosen_far_above(
    long: RegisterPage, qtbot: QtBot
) -> None:
    choose(long, 0)
    long.table.verticalScrollBar().setValue(60)
    assert read_again(long, qtbot) == (60, 0)


def test_all_chosen_at_the_top_stays_at_the_top(long: RegisterPage, qtbot: QtBot) -> None:
    long.table.setFocus()
    QTest.keyClick(long.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    chosen = long.selected_ids()
    assert read_again(long, qtbot) == (0, 0)
    assert long.selected_ids() == chosen
    assert len(chosen) == 100


def test_the_cursor_stays_on_its_own_line_among_several_chosen(
    long: RegisterPage, desk: Desk, clerk: Actor, clock: Clock, qtbot: QtBot
) -> None:
    choose(long, 90, 5)
    here, chosen = long.model.id_at(5), long.selected_ids()
    assert read_again(long, qtbot)[1] == 5
    register(RegisterComplaint("new", form(clock.at - timedelta(minutes=5))), desk, clerk)
    assert read_again(long, qtbot)[1] == 6
    assert long.model.id_at(6) == here
    assert long.selected_ids() == chosen


def test_a_list_read_again_while_another_page_is_shown_is_found_as_it_was(
    long: RegisterPage, qtbot: QtBot
) -> None:
    choose(long, 0)
    long.table.verticalScrollBar().setValue(60)
    long.hide()
    read_again(long, qtbot)
    long.show()
    long.table.grab()
    assert long.table.verticalScrollBar().value() == 60


def test_another_list_begins_at_its_top(long: RegisterPage, qtbot: QtBot) -> None:
    long.table.verticalScrollBar().setValue(60)
    with qtbot.waitSignal(long.filled):
        long.show_view(RegisterView.UNASSIGNED)
    long.table.grab()
    assert long.table.verticalScrollBar().value() == 0
    assert long.table.currentIndex().row() == 0
