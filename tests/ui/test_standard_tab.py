"""The time standards' tab: a version is made of the last one, tried, and kept."""

from datetime import date

import pytest
from office import form
from pytestqt.qtbot import QtBot
from windows import accepted, settings_tab, sheet

from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.clocks import ClockKind, Unit
from desktop.rules.complaint import ComplaintType
from desktop.rules.people import Actor
from desktop.rules.policy import Complexity, Provision
from desktop.rules.priority import Priority
from ui.dialogs.moves import MovesSheet
from ui.operations import Operations
from ui.pages.settings.standard import StandardTab


def shown(operations: Operations, qtbot: QtBot) -> StandardTab:
    return settings_tab(operations, "มาตรฐานระยะเวลา", StandardTab, qtbot)


@pytest.fixture
def tab(operations: Operations, admin: Actor, qtbot: QtBot) -> StandardTab:
    operations.sign_in(admin)
    return shown(operations, qtbot)


def test_the_matrix_follows_what_is_typed(tab: StandardTab) -> None:
    days = tab.form.days
    assert days[Complexity.GENERAL, Priority.URGENT].text() == "๘"
    tab.form.resolve[Complexity.GENERAL].setValue(20)
    tab.form.shortened[Priority.URGENT].setValue(40)
    assert days[Complexity.GENERAL, Priority.URGENT].text() == "๘"
    assert days[Complexity.GENERAL, Priority.NORMAL].text() == "๒๐"


def test_a_version_is_looked_at_and_kept(
    tab: StandardTab, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    register(RegisterComplaint("k", form(desk.now())), desk, clerk)
    tab.form.since.set_day(date(2026, 7, 1))
    tab.form.acknowledge.setValue(2)
    line = tab.provisions.add_line()
    line.amount.set_text("๓ วัน")
    line.keep_button.click()
    assert line.amount.error
    line.clock.set_text(ClockKind.REPLY.value)
    line.amount.set_text("๗")
    line.unit.set_text(Unit.WORKING_DAYS.value)
    line.type.set_text(ComplaintType.COMPLAINT.value)
    line.keep_button.click()
    within = tab.provisions.table.item(0, 1)
    assert within is not None
    assert within.text() == "๗ วันทำการ"
    tab.look.click()
    moves = sheet(tab, MovesSheet, qtbot)
    assert moves.moves.model().rowCount() == 2
    accepted(moves, moves.save, qtbot)
    qtbot.waitUntil(lambda: tab.versions.text() == "2")
    _first, second = desk.reading.policies(clerk)
    assert (second.acknowledge, second.effective_from) == (2, date(2026, 7, 1))
    assert second.provisions == (
        Provision(ClockKind.REPLY, 7, Unit.WORKING_DAYS, ComplaintType.COMPLAINT),
    )
    tab.versions.set_text("1")
    assert tab.form.acknowledge.value() == 1
    assert tab.provisions.provisions == ()


def test_what_cannot_be_read_says_so_at_its_field(tab: StandardTab) -> None:
    tab.form.since.set_text("")
    tab.look.click()
    assert tab.form.since.error
    tab.form.since.set_day(date(2026, 8, 1))
    tab.form.cut_off.set_text("ค่ำ")
    tab.look.click()
    assert tab.form.cut_off.error
    tab.form.cut_off.set_text("16.00")
    tab.form.warn_at.set_text("80, 50")
    tab.look.click()
    assert tab.form.warn_at.error


def test_a_line_is_changed_and_taken_away(tab: StandardTab) -> None:
    tab.provisions.add_line().keep_button.click()
    tab.provisions.table.selectRow(0)
    change = tab.provisions.change_line()
    change.amount.set_text("5")
    change.keep_button.click()
    assert [p.amount for p in tab.provisions.provisions] == [5]
    tab.provisions.table.selectRow(0)
    tab.provisions.drop_line()
    assert tab.provisions.provisions == ()


def test_who_does_not_keep_the_office_only_looks(operations: Operations, qtbot: QtBot) -> None:
    tab = shown(operations, qtbot)
    assert not tab.look.isVisible()
    assert not tab.form.isEnabled()
