"""Where somebody is stays as it is when the look changes; nothing has to be found again."""

from dataclasses import replace
from datetime import datetime, timedelta
from time import sleep
from unittest.mock import patch

import pytest
from clock import Clock
from office import form
from PySide6.QtCore import QItemSelectionModel, Qt
from pytestqt.qtbot import QtBot
from windows import ADMIN, ENGLISH, changed, drained, here, words

from desktop.acts.assigning import AssignCases, assign
from desktop.acts.keeping_views import KeepView, keep_view
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.reading import Reading
from desktop.rules.complaint import ChannelKind, Matter
from desktop.rules.people import Actor, Role
from desktop.rules.thai.dates import official_date
from desktop.views import Agenda, ListedColumn, RegisterQuery, RegisterView
from ui.actions import Act
from ui.counter import Counter
from ui.look import Look
from ui.notices import Notice
from ui.pages.case.page import CasePage
from ui.pages.intake.page import IntakePage
from ui.pages.register_table.page import RegisterPage
from ui.window import Window

BOSS = Actor(3, "นางวิภา นำทาง", frozenset({Role.SUPERVISOR}))
FLAGS = QItemSelectionModel.SelectionFlag


def take(desk: Desk, clock: Clock, *subjects: str) -> list[int]:
    """Register complaints one after another."""
    ids = []
    for place, subject in enumerate(subjects):
        made = replace(form(clock.at - timedelta(minutes=5)), matter=Matter(subject, "เหตุ"))
        ids.append(register(RegisterComplaint(f"{subject}{place}", made), desk, ADMIN).case_id)
    return ids


def listed(counter: Counter) -> RegisterPage:
    page = counter.page(Act.REGISTER)
    assert isinstance(page, RegisterPage)
    return page


def lines(page: RegisterPage) -> list[str]:
    model = page.model
    return [str(model.index(row, 2).data()) for row in range(model.rowCount())]


def test_what_is_being_typed_stays_in_hand(window: Window, qtbot: QtBot) -> None:
    counter = here(window, qtbot)
    counter.go(Act.NEW)
    page = counter.page(Act.NEW)
    assert isinstance(page, IntakePage)
    drained(counter._operations, qtbot)
    page.form.sheet.field("matter.subject").set_text("ค้างไว้ครึ่งประโยค")
    again = changed(window, ENGLISH, qtbot)
    later = again.page(Act.NEW)
    assert isinstance(later, IntakePage)
    assert again.stack.currentWidget() is later
    subject = later.form.sheet.field("matter.subject")
    qtbot.waitUntil(lambda: subject.text() == "ค้างไว้ครึ่งประโยค")
    qtbot.wait(50)
    assert later.parked.drafts == ()
    assert words(later, "Save and take number")


def test_the_complaint_that_is_looked_at_is_shown_again(
    window: Window, desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    made = register(RegisterComplaint("k", form(clock.at - timedelta(minutes=5))), desk, ADMIN)
    here(window, qtbot).open_case(made.case_id)
    page = changed(window, ENGLISH, qtbot).stack.currentWidget()
    assert isinstance(page, CasePage)
    assert page.case is not None
    assert page.case.id == made.case_id


@pytest.mark.parametrize("from_a_complaint", [False, True])
def test_what_is_sought_is_sought_again_and_what_fits_best_stays_first(
    window: Window, desk: Desk, clock: Clock, from_a_complaint: bool, qtbot: QtBot
) -> None:
    # The first has the number that is sought, the second, which is newer, only names it.
    for facts in ("น้ำท่วม", "อ้างถึงเรื่องที่ 1/2569"):
        made = replace(form(clock.at - timedelta(minutes=5)), matter=Matter("ถนน", facts))
        register(RegisterComplaint(facts, made), desk, ADMIN)
    before = here(window, qtbot)
    before.top.search.setText("1/2569")
    before.stack.currentWidget().take_cursor()  # type: ignore[attr-defined]
    if from_a_complaint:
        before.open_case(1)
    again = changed(window, ENGLISH, qtbot)
    assert isinstance(again.stack.currentWidget(), CasePage if from_a_complaint else RegisterPage)
    again.back()
    again = here(window, qtbot)
    assert again.top.search.text() == "1/2569"
    page = again.stack.currentWidget()
    assert isinstance(page, RegisterPage)
    assert [page.model.id_at(row) for row in range(page.model.rowCount())] == [1, 2]


def test_a_search_keeps_its_order_what_narrows_it_and_the_order_beneath(
    window: Window, desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    take(desk, clock, "ข ถนน", "ก ถนน", "ค")
    counter = here(window, qtbot)
    page = listed(counter)
    page.refresh()
    page.table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    counter.top.search.setText("ถนน ช่อง:โทรศัพท์")
    assert page.searching.misread.isHidden()
    page.take_cursor()
    drained(counter._operations, qtbot)
    page = listed(changed(window, ENGLISH, qtbot))
    assert page.searching.misread.isHidden()
    assert page.table.horizontalHeader().sortIndicatorSection() == -1
    assert lines(page) == ["ก ถนน", "ข ถนน"]
    counter = here(window, qtbot)
    counter.top.search.clear()
    page.take_cursor()
    drained(counter._operations, qtbot)
    assert page.table.horizontalHeader().sortIndicatorSection() == 2
    assert lines(page) == ["ก ถนน", "ข ถนน", "ค"]


@pytest.mark.parametrize("view", [RegisterView.WAITING, RegisterView.CHILD_DANGER])
def test_a_list_without_a_place_in_the_sidebar_is_listed_again(
    window: Window, desk: Desk, clock: Clock, view: RegisterView, qtbot: QtBot
) -> None:
    take(desk, clock, "ถนน")
    here(window, qtbot).show_view(view)
    counter = changed(window, ENGLISH, qtbot)
    page = listed(counter)
    assert page.title.title.text() in ("Waiting for others", "Child in danger, not taken over")
    assert page.empty.isVisible()
    counter.go(Act.REGISTER)
    drained(counter._operations, qtbot)
    assert lines(page) == ["ถนน"]


@pytest.mark.parametrize("act", [Act.REGISTER, Act.LETTERS])
def test_the_sidebar_counts_again_and_reminders_go_on(
    window: Window, desk: Desk, clock: Clock, act: Act, qtbot: QtBot
) -> None:
    take(desk, clock, "ข", "ก")
    here(window, qtbot).go(act)
    here(window, qtbot)
    window.change_look(ENGLISH)
    # The list is there before the counter begins by itself.
    sleep(0.3)
    counter = here(window, qtbot)
    qtbot.waitUntil(lambda: counter.side._counts[Act.REGISTER.value].text() == "2")
    assert counter.reminding is not None
    assert counter.reminding.reminders._timer.isActive()


def test_what_nobody_has_read_is_told_again_in_the_other_language(
    window: Window, desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    take(desk, clock, "ข", "ก")
    clock.pass_time(days=40)
    counter = window.sign_in(BOSS, desk.reading.office(official_date(clock.at)))
    qtbot.waitUntil(lambda: bool(counter.bar.shown()))
    (said,) = counter.bar.shown()
    assert said.startswith("เช้านี้ต้องติดตาม")
    assert counter.reminding is not None
    since = counter.reminding.reminders.since
    clock.pass_time(minutes=3)
    again = changed(window, ENGLISH, qtbot)
    qtbot.waitUntil(lambda: bool(again.bar.shown()))
    (said,) = again.bar.shown()
    assert said.startswith("This morning: ")
    (notice,) = again.bar.findChildren(Notice)
    assert again.reminding is not None
    assert again.reminding.unread().since >= since
    notice.close_button.click()
    drained(again._operations, qtbot)
    later = changed(window, Look(), qtbot)
    qtbot.waitUntil(lambda: later.reminding is not None)
    drained(later._operations, qtbot)
    assert later.bar.shown() == []


def test_what_passes_a_mark_while_the_look_changes_is_looked_for(
    window: Window, clock: Clock, qtbot: QtBot
) -> None:
    counter = here(window, qtbot)
    qtbot.waitUntil(lambda: counter.reminding is not None)
    drained(counter._operations, qtbot)
    assert counter.reminding is not None
    looked = counter.reminding.reminders.since
    clock.pass_time(minutes=4)
    asked: list[datetime] = []
    kind = type(counter._operations.desk.reading)
    found = kind.passing

    def heard(self: Reading, actor: Actor, since: datetime, now: datetime) -> Agenda:
        asked.append(since)
        return found(self, actor, since, now)

    with patch.object(kind, "passing", heard):
        changed(window, ENGLISH, qtbot)
        qtbot.waitUntil(lambda: bool(asked))
        here(window, qtbot)
    assert asked == [looked]


def test_filters_an_order_and_the_columns_of_a_named_view_stay(
    window: Window, desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    taken = take(desk, clock, "ข", "ก", "ค")
    assign(AssignCases(tuple(taken[:2]), owner_id=4), desk, BOSS)
    owned = RegisterQuery(owner_ids=frozenset({4}))
    columns = (ListedColumn("number", 112), ListedColumn("subject", 262), ListedColumn("due", 90))
    view = keep_view(KeepView("ของวิชัย", owned, columns), desk, ADMIN).view
    page = listed(here(window, qtbot))
    own = page.arranged.now()
    page.view_menu.use(view)
    page.arranged.choose([*columns[:2], ListedColumn("status", 112)])
    page.table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    drained(here(window, qtbot)._operations, qtbot)
    for look in (ENGLISH, Look("en", percent=150)):
        page = listed(changed(window, look, qtbot))
        assert page.title.title.text() == "ของวิชัย"
        assert lines(page) == ["ก", "ข"]
        assert page.filters.isVisible()
        assert page.filters.owner.text() == "4"
        assert page.table.horizontalHeader().sortIndicatorSection() == 2
        assert [one.name for one in page.arranged.now()] == ["number", "subject", "status"]
        assert page.view_menu.current == view
    here(window, qtbot).go(Act.REGISTER)
    drained(here(window, qtbot)._operations, qtbot)
    assert len(lines(page)) == 3
    assert page.filters.owner.text() == ""
    assert page.arranged.now() == own


def test_a_filter_that_is_out_of_sight_still_narrows(
    window: Window, desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    take(desk, clock, "ข", "ก")
    page = listed(here(window, qtbot))
    page.filters.priority.set_text("most_urgent")
    assert not page.filters.isVisible()
    drained(here(window, qtbot)._operations, qtbot)
    page = listed(changed(window, ENGLISH, qtbot))
    assert lines(page) == []
    assert not page.filters.isVisible()
    page.filters.clear.click()
    drained(here(window, qtbot)._operations, qtbot)
    assert len(lines(page)) == 2


@pytest.mark.parametrize("from_a_complaint", [False, True])
def test_what_is_chosen_the_cursor_and_what_is_in_sight_stay(
    window: Window, desk: Desk, clock: Clock, from_a_complaint: bool, qtbot: QtBot
) -> None:
    take(desk, clock, *(["ถนน"] * 150))
    counter = here(window, qtbot)
    page = listed(counter)
    page.refresh()
    drained(counter._operations, qtbot)
    for row in (140, 3):
        index = page.model.index(row, 0)
        page.table.selectionModel().setCurrentIndex(index, FLAGS.Select | FLAGS.Rows)
    page.table.verticalScrollBar().setValue(60)
    chosen, cursor = page.selected_ids(), page.model.id_at(3)
    assert len(chosen) == 2
    if from_a_complaint:
        counter.open_case(1)
    for look in (ENGLISH, Look("en", percent=125)):
        counter = changed(window, look, qtbot)
    if from_a_complaint:
        counter.back()
        drained(counter._operations, qtbot)
    page = listed(counter)
    page.table.grab()
    assert page.selected_ids() == chosen
    assert page.model.id_at(page.table.currentIndex().row()) == cursor
    assert page.table.verticalScrollBar().value() == 60


def test_the_number_of_what_was_saved_stays_and_what_was_done_since(
    window: Window, qtbot: QtBot
) -> None:
    counter = here(window, qtbot)
    counter.go(Act.NEW)
    page = counter.page(Act.NEW)
    assert isinstance(page, IntakePage)
    drained(counter._operations, qtbot)
    page.begin(ChannelKind.WALK_IN)
    for name, text in (
        ("petitioners.0.first", "ปราณี"),
        ("petitioners.0.last", "สุขใจ"),
        ("petitioners.0.phone", "0812345678"),
        ("matter.subject", "อาคารเรียนหลังคารั่ว"),
        ("category_id", "9"),
    ):
        page.form.sheet.field(name).set_text(text)
    page.save()
    drained(counter._operations, qtbot)
    assert page.done.isVisible()
    page.done.heard.told.click()
    drained(counter._operations, qtbot)
    code = page.done.tracking.text()
    counter = changed(window, ENGLISH, qtbot)
    later = counter.stack.currentWidget()
    assert isinstance(later, IntakePage)
    assert later.done.isVisible()
    assert words(later.done, "1/2569", code, "อาคารเรียนหลังคารั่ว", "Print receipt slip")
    assert later.done.heard.told.isHidden()
    assert not later.done.heard.told_chip.isHidden()
    with qtbot.waitSignal(later.case_wanted) as wanted:
        later.done.open.click()
    assert wanted.args == [1]
    drained(counter._operations, qtbot)
    counter.back()
    assert later.form.isVisible()
    assert later.form.kind is ChannelKind.WALK_IN
