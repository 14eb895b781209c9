"""The day's post from the register: laid up together on one memo, ordered together, hidden."""

from datetime import timedelta

import pytest
from clock import Clock
from office import form
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from windows import BOSS, accepted, drained, register_page, sheet

from desktop.acts.classifying import Classify, classify
from desktop.acts.hiding import Hide, hide
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.complaint import Secrecy, Status
from desktop.rules.people import Actor, Role
from desktop.rules.road import Move
from ui.dialogs.paper import PaperDialog
from ui.dialogs.road.inquiry import OrderSheet
from ui.dialogs.road.plain import MoveSheet
from ui.models.paged_table import PAGE
from ui.operations import Operations
from ui.pages.register_table.page import RegisterPage

HEAD = Actor(3, "นางวิภา นำทาง", frozenset({Role.DIRECTOR}))


@pytest.fixture
def page(
    operations: Operations, desk: Desk, clerk: Actor, clock: Clock, qtbot: QtBot
) -> RegisterPage:
    for key in "abc":
        made = form(clock.at - timedelta(minutes=5))
        register(RegisterComplaint(key, made), desk, clerk)
    operations.sign_in(BOSS)
    return register_page(operations, desk, qtbot)


def test_the_days_post_goes_up_on_one_memo_and_its_order_comes_back(
    page: RegisterPage, desk: Desk, qtbot: QtBot
) -> None:
    assert not page.road.isEnabled()
    page.table.selectAll()
    ids = page.selected_ids()
    assert len(ids) == 3
    page.road.ask(Move.AWAIT_ORDER)
    up = sheet(page, MoveSheet, qtbot)
    accepted(up, up.save, qtbot)
    memo = sheet(page, PaperDialog, qtbot)
    assert memo.windowTitle()
    memo.close()
    assert {desk.reading.case(BOSS, one).status for one in ids} == {Status.AWAITING_ORDER}
    qtbot.waitUntil(lambda: page.selected_ids() == ids)
    page.road.ask(Move.ORDER)
    order = sheet(page, OrderSheet, qtbot)
    order.text.set_text("มอบนิติกรดำเนินการ")
    order.giver.set_text("นายสมคิด ตั้งมั่น")
    accepted(order, order.save, qtbot)
    assert all(desk.reading.case(BOSS, one).proceedings.orders for one in ids)


def test_one_that_cannot_move_keeps_all_where_they_are(
    page: RegisterPage, desk: Desk, qtbot: QtBot
) -> None:
    page.table.selectAll()
    page.road.ask(Move.ARCHIVE)
    archiving = sheet(page, MoveSheet, qtbot)
    archiving.save()
    qtbot.waitUntil(lambda: bool(archiving.notices.shown()))
    assert {desk.reading.case(BOSS, one).status for one in page.selected_ids()} == {Status.RECEIVED}
    archiving.reject()


def test_what_one_may_not_open_is_left_out_and_told(
    operations: Operations, desk: Desk, page: RegisterPage, qtbot: QtBot
) -> None:
    classify(Classify(2, Secrecy.SECRET, "ผอ.สพป.", "คุ้มครองพยาน"), desk, HEAD)
    with qtbot.waitSignal(page.filled):
        page.refresh()
    page.table.selectAll()
    page.road.ask(Move.SCREEN)
    screening = sheet(page, MoveSheet, qtbot)
    accepted(screening, screening.save, qtbot)
    assert page.notices.shown() == ["ไม่รวมเรื่องที่คุณไม่มีสิทธิเปิดดู: ๒/๒๕๖๙"]
    status = {one: desk.reading.case(HEAD, one).status for one in (1, 2, 3)}
    assert status == {1: Status.SCREENING, 2: Status.RECEIVED, 3: Status.SCREENING}


def test_nothing_is_asked_of_nothing_but_what_one_may_not_open(
    operations: Operations, desk: Desk, page: RegisterPage, qtbot: QtBot
) -> None:
    classify(Classify(2, Secrecy.SECRET, "ผอ.สพป.", "คุ้มครองพยาน"), desk, HEAD)
    with qtbot.waitSignal(page.filled):
        page.refresh()
    page.table.selectRow(1)
    assert page.selected_ids() == (2,)
    offered = [action for action in page.road.menu().actions() if not action.isSeparator()]
    assert len(offered) == 6
    for count, action in enumerate(offered, start=1):
        action.trigger()
        drained(operations, qtbot)
        assert page.notices.shown() == ["ไม่รวมเรื่องที่คุณไม่มีสิทธิเปิดดู: ๒/๒๕๖๙"] * count
    assert not page.findChildren(QDialog)


def test_what_one_may_not_open_is_left_out_of_a_list_that_is_not_read_to_its_end(
    operations: Operations, desk: Desk, clerk: Actor, clock: Clock, page: RegisterPage, qtbot: QtBot
) -> None:
    made = form(clock.at - timedelta(minutes=5))
    for number in range(PAGE):
        register(RegisterComplaint(str(number), made), desk, clerk)
    for veiled in range(1, 11):
        classify(Classify(veiled, Secrecy.SECRET, "ผอ.สพป.", "คุ้มครองพยาน"), desk, HEAD)
    with qtbot.waitSignal(page.filled):
        page.refresh()
    page.table.selectAll()
    assert page.model.row_of(2) is None
    page.road.ask(Move.SCREEN)
    screening = sheet(page, MoveSheet, qtbot)
    accepted(screening, screening.save, qtbot)
    (said,) = page.notices.shown()
    assert said.endswith("๔/๒๕๖๙, ๓/๒๕๖๙ และอีก ๒ เรื่อง")
    status = {one: desk.reading.case(HEAD, one).status for one in (1, 2, PAGE + 3)}
    assert status == {1: Status.RECEIVED, 2: Status.RECEIVED, PAGE + 3: Status.SCREENING}


def test_leads_find_hidden_complaints_by_their_filter(
    page: RegisterPage, desk: Desk, qtbot: QtBot
) -> None:
    hide(Hide(2, "บันทึกซ้ำ"), desk, BOSS)
    page.filter_button.click()
    assert not page.filters.hidden.isHidden()
    with qtbot.waitSignal(page.filled):
        page.filters.hidden.set_text("yes")
    assert list(page.model.ids()) == [2]
    with qtbot.waitSignal(page.filled):
        page.filters.reset()
    assert list(page.model.ids()) == [3, 1]


def test_a_clerk_is_not_offered_the_hidden(
    operations: Operations, desk: Desk, clerk: Actor, page: RegisterPage
) -> None:
    operations.sign_in(clerk)
    page.arrive()
    assert page.filters.hidden.isHidden()
