"""Named views of the register, from the menu: kept, used after a restart, changed, shared."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from clock import Clock
from office import PASSWORD, form
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from windows import ADMIN, BOSS, drained, register_page, sheet

from desktop.acts.assigning import AssignCases, assign
from desktop.acts.keeping_views import RemoveView, RenameView, remove_view, rename_view
from desktop.acts.registering import RegisterComplaint, register
from desktop.acts.staffing import AddPerson, add_person
from desktop.ports import Desk
from desktop.rules.people import Actor, Role
from desktop.rules.priority import Priority
from desktop.rules.thai.dates import official_date
from desktop.views import RegisterQuery, RegisterView, SortBy
from ui.actions import Act
from ui.counter import Counter
from ui.dialogs.saved_view import SavedViewSheet
from ui.operations import Operations
from ui.pages.register_table.page import RegisterPage

Opener = Callable[[], RegisterPage]


@pytest.fixture
def opened(operations: Operations, desk: Desk, clerk: Actor, clock: Clock, qtbot: QtBot) -> Opener:
    """Open the register anew, as after a restart: two complaints, one of them most urgent."""
    for place in (1, 2):
        made = form(clock.at - timedelta(minutes=1))
        number = register(RegisterComplaint(f"k{place}", made), desk, clerk).case_id
    assign(AssignCases((number,), priority=Priority.MOST_URGENT, owner_id=4), desk, BOSS)

    def make() -> RegisterPage:
        page = register_page(operations, desk, qtbot)
        drained(operations, qtbot)
        return page

    return make


def said(page: RegisterPage) -> list[str]:
    return [one.text() for one in page.view_menu.menu().actions() if one.text()]


def pick(page: RegisterPage, text: str) -> None:
    (action,) = [one for one in page.view_menu.menu().actions() if one.text() == text]
    action.trigger()


def name_it(
    page: RegisterPage, name: str, operations: Operations, qtbot: QtBot, *, shared: bool = False
) -> None:
    pick(page, "บันทึกมุมมองนี้…")
    asked = sheet(page, SavedViewSheet, qtbot)
    asked.name.set_text(name)
    asked.shared.set_text("yes" if shared else "")
    asked.save()
    drained(operations, qtbot)


def narrowed(page: RegisterPage, operations: Operations, qtbot: QtBot) -> None:
    """Narrow to the owner, by the due day, without a column."""
    page.filter_button.click()
    drained(operations, qtbot)
    page.filters.owner.set_text("4")
    page.table.sortByColumn(8, page.table.horizontalHeader().sortIndicatorOrder())
    page.arranged.choose([one for one in page.arranged.now() if one.name != "channel"])
    drained(operations, qtbot)
    assert page.model.rowCount() == 1


def test_a_named_view_brings_filters_order_and_columns_back(
    opened: Opener, operations: Operations, qtbot: QtBot
) -> None:
    page = opened()
    narrowed(page, operations, qtbot)
    page.search("ไม่เก็บ")
    name_it(page, "ของวิชัย & เพื่อน", operations, qtbot)
    again = opened()
    again.arranged.go_back()
    # It is used before the office's people have been read.
    pick(again, "ของวิชัย && เพื่อน")
    drained(operations, qtbot)
    assert again.title.title.text() == "ของวิชัย & เพื่อน"
    assert again.model.rowCount() == 1
    assert again.filters.owner.text() == "4"
    assert again.filters.isVisible()
    assert "channel" not in [one.name for one in again.arranged.now()]
    assert again.table.horizontalHeader().sortIndicatorSection() == 8
    again.filters.narrowed.emit()
    drained(operations, qtbot)
    assert again.model.rowCount() == 1
    again.show_view(RegisterView.ALL)
    drained(operations, qtbot)
    assert again.model.rowCount() == 2
    assert again.arranged.now() == again.arranged.shipped
    assert again.title.title.text() == "ทะเบียนเรื่องร้องเรียน"


def test_back_from_a_complaint_the_named_view_is_there_as_it_was_left(
    opened: Opener, operations: Operations, desk: Desk, qtbot: QtBot
) -> None:
    page = opened()
    narrowed(page, operations, qtbot)
    name_it(page, "ของวิชัย", operations, qtbot)
    counter = Counter(operations, desk.reading.office(official_date(desk.now())))
    qtbot.addWidget(counter)
    counter.show()
    drained(operations, qtbot)
    listed = counter.page(Act.REGISTER)
    assert isinstance(listed, RegisterPage)
    listed.view_menu.arrive()
    drained(operations, qtbot)
    pick(listed, "ของวิชัย")
    drained(operations, qtbot)
    counter.open_case(listed.model.id_at(0))
    drained(operations, qtbot)
    counter.back()
    drained(operations, qtbot)
    assert listed.isVisible()
    assert listed.title.title.text() == "ของวิชัย"
    assert listed.model.rowCount() == 1
    counter.go(Act.REGISTER)
    drained(operations, qtbot)
    assert listed.model.rowCount() == 2
    counter.leave()


def test_another_filter_at_once_loses_none_of_the_named_views_own(
    opened: Opener, operations: Operations, qtbot: QtBot
) -> None:
    page = opened()
    narrowed(page, operations, qtbot)
    name_it(page, "ของวิชัย", operations, qtbot)
    again = opened()
    pick(again, "ของวิชัย")
    again.filters.priority.set_text(Priority.NORMAL.value)
    drained(operations, qtbot)
    assert again.model.rowCount() == 0


def test_a_named_view_is_changed_renamed_removed_and_had_back(
    opened: Opener, operations: Operations, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    page = opened()
    name_it(page, "ทั้งหมด", operations, qtbot)
    narrowed(page, operations, qtbot)
    pick(page, "บันทึกการปรับมุมมองนี้")
    drained(operations, qtbot)
    (view,) = desk.reading.saved_views(clerk)
    assert view.query.owner_ids == {4}
    assert view.query.sort is SortBy.DUE
    assert [one.name for one in view.columns if one.name == "channel"] == []
    pick(page, "เปลี่ยนชื่อมุมมองนี้…")
    asked = sheet(page, SavedViewSheet, qtbot)
    asked.name.set_text(" ")
    asked.save()
    drained(operations, qtbot)
    assert asked.name.error
    asked.name.set_text("ของวิชัย")
    asked.save()
    drained(operations, qtbot)
    assert "ของวิชัย" in said(page)
    assert "ทั้งหมด" not in said(page)
    pick(page, "ลบมุมมองนี้")
    drained(operations, qtbot)
    assert desk.reading.saved_views(clerk) == ()
    assert "ลบมุมมองนี้" not in said(page)
    (undo,) = [one for one in page.findChildren(QPushButton) if one.text() == "เลิกทำ"]
    undo.click()
    drained(operations, qtbot)
    assert [one.name for one in desk.reading.saved_views(clerk)] == ["ของวิชัย"]


def test_another_name_leaves_what_is_on_the_screen(
    opened: Opener, operations: Operations, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    page = opened()
    narrowed(page, operations, qtbot)
    name_it(page, "ของวิชัย", operations, qtbot)
    page.filters.reset()
    page.table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    page.arranged.go_back()
    drained(operations, qtbot)
    pick(page, "เปลี่ยนชื่อมุมมองนี้…")
    asked = sheet(page, SavedViewSheet, qtbot)
    asked.name.set_text("ของนายวิชัย")
    asked.save()
    drained(operations, qtbot)
    assert page.title.title.text() == "ของนายวิชัย"
    assert page.model.rowCount() == 2
    assert page.filters.owner.text() == ""
    assert page.table.horizontalHeader().sortIndicatorSection() == 2
    assert page.arranged.now() == page.arranged.shipped
    # It is the view itself that keeps what it was, until the change is saved.
    (view,) = desk.reading.saved_views(clerk)
    assert view.query.owner_ids == {4}
    page.show_view(RegisterView.ALL)
    pick(page, "ของนายวิชัย")
    drained(operations, qtbot)
    assert page.model.rowCount() == 1


def test_a_name_given_while_searching_leaves_what_fits_best_first(
    opened: Opener, operations: Operations, qtbot: QtBot
) -> None:
    page = opened()
    page.search("อาคาร")
    drained(operations, qtbot)
    shown = page.model.ids()
    name_it(page, "หลังคา", operations, qtbot)
    assert page.title.title.text() == "หลังคา"
    assert page.table.horizontalHeader().sortIndicatorSection() == -1
    assert page.model.ids() == shown


def test_of_a_view_that_is_removed_the_list_stays_until_another_is_chosen(
    opened: Opener, operations: Operations, qtbot: QtBot
) -> None:
    page = opened()
    own = page.arranged.now()
    narrowed(page, operations, qtbot)
    name_it(page, "ของวิชัย", operations, qtbot)
    page.arranged.go_back()
    page.show_view(RegisterView.ALL)
    page.arranged.choose(own)
    pick(page, "ของวิชัย")
    drained(operations, qtbot)
    pick(page, "ลบมุมมองนี้")
    drained(operations, qtbot)
    assert page.title.title.text() == "ทะเบียนเรื่องร้องเรียน"
    assert page.model.rowCount() == 1
    page.arranged.choose(page.arranged.now()[:3])
    page.show_view(RegisterView.ALL)
    drained(operations, qtbot)
    assert page.model.rowCount() == 2
    assert page.filters.owner.text() == ""
    assert page.arranged.now() == own


def test_a_view_had_back_is_shown_again_and_still_belongs_to_whom_it_did(
    opened: Opener, operations: Operations, desk: Desk, qtbot: QtBot
) -> None:
    operations.sign_in(BOSS)
    page = opened()
    narrowed(page, operations, qtbot)
    name_it(page, "ของสำนักงาน", operations, qtbot, shared=True)
    hired = AddPerson(
        "นายสมชาย", "ผู้อำนวยการ", "somchai", frozenset({Role.DIRECTOR}), PASSWORD, PASSWORD
    )
    director = Actor(add_person(hired, desk, ADMIN).person_id, hired.name, hired.roles)
    operations.sign_in(director)
    his = opened()
    pick(his, "ของสำนักงาน")
    drained(operations, qtbot)
    pick(his, "ลบมุมมองนี้")
    drained(operations, qtbot)
    assert desk.reading.saved_views(director) == ()
    (undo,) = [one for one in his.findChildren(QPushButton) if one.text() == "เลิกทำ"]
    undo.click()
    drained(operations, qtbot)
    (view,) = desk.reading.saved_views(director)
    assert (view.owner_id, view.shared) == (BOSS.person_id, True)
    assert his.title.title.text() == "ของสำนักงาน"
    assert his.view_menu.current == view


def test_what_the_supervisor_shares_the_clerk_uses_and_leaves_as_it_is(
    opened: Opener, operations: Operations, clerk: Actor, qtbot: QtBot
) -> None:
    operations.sign_in(BOSS)
    page = opened()
    narrowed(page, operations, qtbot)
    name_it(page, "ของสำนักงาน", operations, qtbot, shared=True)
    name_it(page, "ของหัวหน้า", operations, qtbot)
    operations.sign_in(clerk)
    hers = opened()
    assert "ของหัวหน้า" not in said(hers)
    assert said(hers)[:2] == ["มุมมองของผู้อื่น", "ของสำนักงาน"]
    pick(hers, "ของสำนักงาน")
    drained(operations, qtbot)
    assert hers.model.rowCount() == 1
    assert "ลบมุมมองนี้" not in said(hers)
    pick(hers, "บันทึกมุมมองนี้…")
    assert not sheet(hers, SavedViewSheet, qtbot).shared.isVisible()


def test_a_view_named_while_searching_has_an_order_of_its_own(
    opened: Opener, operations: Operations, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    page = opened()
    page.search("อาคาร")
    drained(operations, qtbot)
    name_it(page, "หลังคา", operations, qtbot)
    assert [one.query for one in desk.reading.saved_views(clerk)] == [RegisterQuery()]


def test_a_view_that_another_desk_renamed_or_removed_is_called_so_here(
    opened: Opener, operations: Operations, desk: Desk, qtbot: QtBot
) -> None:
    page = opened()
    narrowed(page, operations, qtbot)
    name_it(page, "ของวิชัย", operations, qtbot)
    view = page.view_menu.current
    assert view is not None
    assert view.id is not None
    actor = operations.actor
    rename_view(RenameView(view.id, "ของนายวิชัย", shared=False), desk, actor)
    page.view_menu.arrive()
    drained(operations, qtbot)
    assert page.title.title.text() == "ของนายวิชัย"
    remove_view(RemoveView(view.id), desk, actor)
    page.view_menu.arrive()
    drained(operations, qtbot)
    assert page.view_menu.current is None
    assert page.title.title.text() == "ทะเบียนเรื่องร้องเรียน"
    assert page.notices.shown()[-1].startswith("มุมมอง “ของนายวิชัย” ถูกลบจากเครื่องอื่นแล้ว")
    assert page.model.rowCount() == 1
    assert "channel" not in [one.name for one in page.arranged.now()]
    assert "ลบมุมมองนี้" not in said(page)
