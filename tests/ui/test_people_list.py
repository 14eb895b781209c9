"""The people's list in the settings: sorted, chosen, and what may be done about whom."""

from office import days
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from windows import BOSS, drained

from desktop.acts.substituting import SetSubstitute, set_substitute
from desktop.ports import Desk
from desktop.rules.people import Actor, Role
from desktop.rules.saved_tables import MAY_SAVE, SavedList
from desktop.rules.thai.dates import official_date
from desktop.rules.thai.sorting import sort_key
from ui.dialogs.person import PersonSheet
from ui.models.people import COLUMNS
from ui.operations import Operations
from ui.pages.settings.page import SettingsPage
from ui.pages.settings.people import PeopleTab

OWNER = Actor(4, "นายวิชัย ตั้งตรง", frozenset({Role.OWNER}))


def people(operations: Operations, actor: Actor, qtbot: QtBot) -> PeopleTab:
    operations.sign_in(actor)
    page = SettingsPage(operations)
    qtbot.addWidget(page)
    page.resize(1154, 686)
    page.show()
    page.arrive()
    drained(operations, qtbot)
    page.tabs.setCurrentIndex(2)
    assert page.staff is not None
    return page.staff


def cells(tab: PeopleTab, column: int) -> list[str]:
    return [tab.list.model.index(row, column).data() for row in range(tab.list.model.rowCount())]


def test_it_sorts_by_every_column_and_keeps_who_is_chosen(
    operations: Operations, admin: Actor, qtbot: QtBot
) -> None:
    tab = people(operations, admin, qtbot)
    QAbstractItemModelTester(
        tab.list.model, QAbstractItemModelTester.FailureReportingMode.Fatal, tab
    )
    names = cells(tab, 0)
    assert names == sorted(names, key=sort_key)
    chosen = tab.list.ids()
    assert chosen == (admin.person_id,)
    header = tab.list.table.horizontalHeader()
    for column in range(len(COLUMNS)):
        for order in (Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder):
            header.setSortIndicator(column, order)
            drained(operations, qtbot)
            assert sorted(cells(tab, 0)) == sorted(names)
            assert tab.list.ids() == chosen


def test_what_may_be_done_is_offered_about_whom_it_may_be_done(
    operations: Operations, admin: Actor, qtbot: QtBot
) -> None:
    tab = people(operations, admin, qtbot)
    assert tab.change_button.isEnabled()
    assert not tab.leave_button.isEnabled()
    assert tab.hand_over_button.isHidden()
    tab.list.activated.emit(tab.list.rows()[0])
    (sheet,) = tab._page.findChildren(PersonSheet)
    sheet.reject()
    tab.list.table.selectAll()
    assert not tab.change_button.isEnabled()
    tab = people(operations, BOSS, qtbot)
    assert tab.change_button.isHidden()
    row = list(tab.list.model.ids()).index(OWNER.person_id)
    tab.list.table.selectRow(row)
    assert tab.leave_button.isEnabled()
    assert tab.hand_over_button.isEnabled()
    assert not tab.password_button.isEnabled()
    assert not BOSS.may(MAY_SAVE[SavedList.PEOPLE])
    assert tab.list.saving.isHidden()


def test_who_is_away_is_told_in_the_list_and_beneath_it(
    operations: Operations, desk: Desk, qtbot: QtBot
) -> None:
    today = official_date(desk.now())
    tab = people(operations, OWNER, qtbot)
    assert tab.leaves.isHidden()
    set_substitute(SetSubstitute(OWNER.person_id, 3, today, today + days(2)), desk, OWNER)
    tab = people(operations, OWNER, qtbot)
    assert not tab.leaves.isHidden()
    assert "ลา" in cells(tab, 4)
