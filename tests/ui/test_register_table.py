"""The register page on a real register: what is listed, in which order, and what may be done."""

import csv
from collections.abc import Callable, Sequence
from threading import Event
from unittest.mock import patch

import pytest
from clock import Clock
from office import signed_by
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from windows import SUBJECTS, Taker, drained, register_page, select

from desktop.acts.assigning import AssignCases, assign
from desktop.acts.classifying import Classify, classify
from desktop.ports import Desk
from desktop.rules.complaint import ChannelKind, ComplaintType, Intake, Secrecy, Status
from desktop.rules.people import Actor, Role
from desktop.rules.priority import Priority
from desktop.views import ComplaintRow, RegisterView, SortBy
from ui.models.paged_table import PAGE
from ui.operations import Operations
from ui.pages.register_table.page import RegisterPage

BOSS = Actor(3, "นางวิภา นำทาง", frozenset({Role.SUPERVISOR}))


@pytest.fixture
def listed(operations: Operations, desk: Desk, qtbot: QtBot) -> Callable[[], RegisterPage]:
    def make() -> RegisterPage:
        return register_page(operations, desk, qtbot)

    return make


def column(page: RegisterPage, place: int) -> list[str]:
    model = page.model
    return [str(model.index(row, place).data()) for row in range(model.rowCount())]


def sort(page: RegisterPage, place: int, order: Qt.SortOrder, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.filled):
        page.table.sortByColumn(place, order)


def test_newest_first_then_in_the_order_of_a_thai_dictionary(
    five: list[int], listed: Callable[[], RegisterPage], qtbot: QtBot
) -> None:
    page = listed()
    assert column(page, 2) == list(SUBJECTS[::-1])
    assert page.title.note.text() == "๕ เรื่อง"
    sort(page, 2, Qt.SortOrder.AscendingOrder, qtbot)
    assert column(page, 2) == ["=1+1", "กระเป๋าหาย", "เก้าอี้หัก", "น้ำท่วม", "ไฟดับ"]


def test_a_long_list_shows_its_top_and_goes_on_below(
    take: Taker, listed: Callable[[], RegisterPage], qtbot: QtBot
) -> None:
    for number in range(PAGE + 7):
        take(f"เรื่องที่ {number}")
    page = listed()
    lengths: list[int] = []
    page.model.modelReset.connect(lambda: lengths.append(page.model.rowCount()))
    page.model.rowsInserted.connect(lambda: lengths.append(page.model.rowCount()))
    with qtbot.waitSignal(page.filled):
        page.show_view(RegisterView.UNASSIGNED)
    assert lengths == [PAGE, PAGE + 7]
    with qtbot.waitSignal(page.filled):
        page.show_view(RegisterView.ALL)
    assert page.model.rowCount() == PAGE + 7
    assert page.title.note.text() == "๑๓๕ เรื่อง"
    last = page.model.index(PAGE + 6, 2)
    page.table.scrollTo(last)
    qtbot.waitUntil(lambda: last.data() == "เรื่องที่ 0")
    with qtbot.waitSignal(page.filled):
        page.search("ไม่มีที่ไหน")
    assert page.empty.isVisible()
    seen: list[bool] = []
    page.model.rowsInserted.connect(lambda: seen.append(page.table.isVisible()))
    with qtbot.waitSignal(page.filled):
        page.search("")
    assert seen == [True]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("๐๐๐๒", ["กระเป๋าหาย"]),
        ("2/2569", ["กระเป๋าหาย"]),
        ("นํ้าท่วม", ["น้ำท่วม"]),
        ("5678", list(SUBJECTS[::-1])),
        ("ปราณี  สุขใจ", list(SUBJECTS[::-1])),
        ("ไม่มีที่ไหน", []),
    ],
)
def test_the_search_box_finds(
    five: list[int],
    listed: Callable[[], RegisterPage],
    qtbot: QtBot,
    typed: str,
    found: list[str],
) -> None:
    page = listed()
    with qtbot.waitSignal(page.filled):
        page.search(typed)
    assert column(page, 2) == found
    assert page.empty.isVisible() is (not found)


def test_filters_are_made_when_looked_for_and_narrow_the_list(
    five: list[int], listed: Callable[[], RegisterPage], desk: Desk, qtbot: QtBot
) -> None:
    first, *_ = five
    assign(AssignCases((first,), priority=Priority.MOST_URGENT, owner_id=4), desk, BOSS)
    page = listed()
    page.filter_button.click()
    assert page.filters.isVisible()
    qtbot.waitUntil(lambda: page.filters.owner.combo.count() > 1)
    with qtbot.waitSignal(page.filled):
        page.filters.status.set_text(Status.ASSIGNED.value)
        page.filters.narrowed.emit()
    assert column(page, 2) == ["น้ำท่วม"]
    assert column(page, 7) == ["นายวิชัย ตั้งตรง"]
    with qtbot.waitSignal(page.filled):
        page.filters.reset()
    assert page.model.rowCount() == len(SUBJECTS)


def test_filters_out_of_sight_narrow_no_list_that_is_opened(
    five: list[int], listed: Callable[[], RegisterPage], qtbot: QtBot
) -> None:
    page = listed()
    page.filter_button.click()
    with qtbot.waitSignal(page.filled):
        page.filters.status.set_text(Status.ASSIGNED.value)
    with qtbot.waitSignal(page.filled):
        page.show_view(RegisterView.UNASSIGNED)
    # The row tells why.
    assert page.model.rowCount() == 0
    page.filter_button.click()
    with qtbot.waitSignal(page.filled):
        page.show_view(RegisterView.UNASSIGNED)
    assert page.model.rowCount() == len(SUBJECTS)
    assert not page.filters.chosen()


def test_the_title_says_what_is_listed_with_the_hidden_ones_and_after_them(
    listed: Callable[[], RegisterPage], operations: Operations, qtbot: QtBot
) -> None:
    operations.sign_in(BOSS)
    page = listed()
    page.show_view(RegisterView.MINE)
    titles = [page.title.title.text()]
    for chosen in ("yes", ""):
        with qtbot.waitSignal(page.filled):
            page.filters.hidden.set_text(chosen)
        titles.append(page.title.title.text())
    assert titles == ["งานของฉัน", "เรื่องที่ซ่อนไว้", "ทะเบียนเรื่องร้องเรียน"]


@pytest.mark.parametrize(
    ("name", "key"),
    [("priority", Priority.MOST_URGENT.value), ("owner", "4"), ("channel", ChannelKind.PHONE)],
)
def test_each_filter_narrows_by_itself(
    take: Taker,
    listed: Callable[[], RegisterPage],
    desk: Desk,
    qtbot: QtBot,
    name: str,
    key: str,
) -> None:
    wanted = take("ต้องพบ")
    take("ไม่พบ", channel_id=1, intake=Intake(letter_from="โรงเรียน"))
    assign(AssignCases((wanted,), priority=Priority.MOST_URGENT, owner_id=4), desk, BOSS)
    page = listed()
    page.filter_button.click()
    qtbot.waitUntil(lambda: page.filters.owner.combo.count() > 1)
    with qtbot.waitSignal(page.filled):
        getattr(page.filters, name).set_text(key)
    assert column(page, 2) == ["ต้องพบ"]
    with qtbot.waitSignal(page.filled):
        page.filters.clear.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)


def test_what_is_selected_stays_selected_when_the_register_changes(
    take: Taker, five: list[int], listed: Callable[[], RegisterPage], qtbot: QtBot
) -> None:
    page = listed()
    select(page, 1, 3)
    chosen = page.selected_ids()
    take("เรื่องใหม่")
    with qtbot.waitSignal(page.filled):
        page.refresh()
    assert page.model.rowCount() == len(SUBJECTS) + 1
    assert page.selected_ids() == chosen
    assert page.assign_button.isEnabled()


def test_lines_chosen_while_the_list_is_read_again_stay_chosen(
    take: Taker, five: list[int], listed: Callable[[], RegisterPage], qtbot: QtBot
) -> None:
    page = listed()
    take("เรื่องใหม่")
    with qtbot.waitSignal(page.filled):
        page.refresh()
        select(page, 2)
        chosen = page.selected_ids()
    assert page.model.rowCount() == len(SUBJECTS) + 1
    assert page.selected_ids() == chosen != ()


def test_the_cursor_stays_on_its_line_when_the_list_is_read_again(
    take: Taker, five: list[int], listed: Callable[[], RegisterPage], qtbot: QtBot
) -> None:
    page = listed()
    select(page, 1)
    # Through the view it would depend on the modifier keys that an earlier test pressed last.
    here, flags = page.model.index(1, 0), QItemSelectionModel.SelectionFlag
    page.table.selectionModel().setCurrentIndex(here, flags.NoUpdate)
    chosen = page.selected_ids()
    take("เรื่องใหม่")
    with qtbot.waitSignal(page.filled):
        page.refresh()
    assert page.model.id_at(page.table.currentIndex().row()) == chosen[0]
    page.table.clearSelection()
    with qtbot.waitSignal(page.filled):
        page.refresh()
    assert page.table.currentIndex().row() == 2


def test_it_is_told_how_many_are_chosen(
    five: list[int], listed: Callable[[], RegisterPage], qtbot: QtBot
) -> None:
    page = listed()
    select(page, 0, 1, 3)
    assert page.title.note.text() == "๕ เรื่อง · เลือกไว้ ๓"
    page.table.horizontalHeader().hideSection(4)
    page.table.selectAll()
    assert page.title.note.text() == "๕ เรื่อง · เลือกไว้ ๕"
    with qtbot.waitSignal(page.filled):
        page.refresh()
    assert page.title.note.text() == "๕ เรื่อง · เลือกไว้ ๕"
    page.table.clearSelection()
    assert page.title.note.text() == "๕ เรื่อง"


def test_nothing_is_done_to_nothing(
    take: Taker, listed: Callable[[], RegisterPage], operations: Operations, qtbot: QtBot
) -> None:
    take("เรื่องเดียว")
    operations.sign_in(BOSS)
    page = listed()
    for part in (page.assign_button, page.copy_button):
        assert not part.isEnabled()
    select(page, 0)
    for part in (page.assign_button, page.copy_button):
        assert part.isEnabled()
    with qtbot.waitSignal(page.filled):
        page.search("ไม่มีที่ไหน")
    for part in (page.assign_button, page.copy_button):
        assert not part.isEnabled()


def test_several_are_assigned_by_who_may(
    five: list[int], listed: Callable[[], RegisterPage], operations: Operations, qtbot: QtBot
) -> None:
    assert not listed().assign_button.isVisible()
    operations.sign_in(BOSS)
    page = listed()
    assert page.assign_button.isVisible()
    select(page, 0, 2)
    with qtbot.waitSignal(page.assign_wanted) as wanted:
        page.assign_button.click()
    assert wanted.args == [page.selected_ids()]


def copied(page: RegisterPage, operations: Operations, qtbot: QtBot) -> list[list[str]]:
    """Copy what is selected; return the cells of each line."""
    QGuiApplication.clipboard().clear()
    page.copy_button.click()
    drained(operations, qtbot)
    return [*csv.reader(QGuiApplication.clipboard().text().split("\n"), "excel-tab")]


def test_copied_lines_are_inert_in_a_spreadsheet(
    take: Taker, listed: Callable[[], RegisterPage], operations: Operations, qtbot: QtBot
) -> None:
    take("=HYPERLINK(1)")
    take('"ครูตีเด็ก" ไม่จริง')
    page = listed()
    page.table.selectAll()
    head, quoted, formula = copied(page, operations, qtbot)
    assert head[2] == "เรื่อง"
    assert formula[2] == "'=HYPERLINK(1)"
    assert quoted[2] == '"ครูตีเด็ก" ไม่จริง'
    # A mark that is not closed would take the cells and lines after it.
    assert '"""ครูตีเด็ก"" ไม่จริง"' in QGuiApplication.clipboard().text()


def test_of_a_secret_neither_who_nor_what_is_copied(
    take: Taker,
    listed: Callable[[], RegisterPage],
    operations: Operations,
    desk: Desk,
    qtbot: QtBot,
) -> None:
    director = Actor(3, "นางวิภา นำทาง", frozenset({Role.DIRECTOR}))
    case_id = take("ผู้บริหารเบิกเท็จ")
    classify(Classify(case_id, Secrecy.SECRET, "ผอ.สพป.", "คุ้มครองพยาน"), desk, director)
    operations.sign_in(director)
    page = listed()
    assert column(page, 2) == ["ผู้บริหารเบิกเท็จ"]
    page.table.selectAll()
    _head, line = copied(page, operations, qtbot)
    assert line[0] == "๑/๒๕๖๙"
    assert "ผู้บริหารเบิกเท็จ" not in QGuiApplication.clipboard().text()
    assert "ปราณี" not in QGuiApplication.clipboard().text()


def test_all_of_a_long_list_is_copied_and_not_only_what_came_into_view(
    take: Taker, listed: Callable[[], RegisterPage], operations: Operations, qtbot: QtBot
) -> None:
    for number in range(PAGE + 7):
        take(f"เรื่องที่ {number}")
    page = listed()
    page.table.selectAll()
    _head, *lines = copied(page, operations, qtbot)
    assert [line[2] for line in lines] == [f"เรื่องที่ {n}" for n in reversed(range(PAGE + 7))]
    assert lines[-1][0] == "๑/๒๕๖๙"
    assert "คัดลอก ๑๓๕ รายการแล้ว" in page.notices.shown()


def test_what_is_copied_last_is_what_is_pasted(
    five: list[int], listed: Callable[[], RegisterPage], operations: Operations, qtbot: QtBot
) -> None:
    page = listed()
    read, gate = operations.desk.reading.register_rows, Event()

    def held(actor: Actor, ids: Sequence[int]) -> Sequence[ComplaintRow]:
        assert len(ids) == 1 or gate.wait(5)
        return read(actor, ids)

    with patch.object(operations.desk.reading, "register_rows", held):
        page.table.selectAll()
        page.copy()
        page.table.clearSelection()
        select(page, 2)
        page.copy()
        qtbot.waitUntil(lambda: SUBJECTS[2] in QGuiApplication.clipboard().text())
        gate.set()
        drained(operations, qtbot)
    assert len(QGuiApplication.clipboard().text().split("\n")) == 2


def test_enter_opens_what_may_be_seen_and_nothing_else(
    take: Taker, listed: Callable[[], RegisterPage], operations: Operations, qtbot: QtBot
) -> None:
    open_one = take("เปิดได้")
    take("ปกปิด", restricted=True, petitioners=signed_by())
    operations.sign_in(Actor(4, "นายวิชัย ตั้งตรง", frozenset({Role.OWNER})))
    page = listed()
    assert column(page, 2) == ["(ปกปิด)", "เปิดได้"]
    opened: list[int] = []
    page.opened.connect(opened.append)
    for row in (0, 1):
        page.table.setCurrentIndex(page.model.index(row, 0))
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert opened == [open_one]
    for row in (0, 1):
        middle = page.table.visualRect(page.model.index(row, 2)).center()
        for click in (QTest.mouseClick, QTest.mouseDClick):
            click(page.table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert opened == [open_one, open_one]


def test_work_that_is_due_is_listed_by_what_is_due_first(
    take: Taker, listed: Callable[[], RegisterPage], clock: Clock, qtbot: QtBot
) -> None:
    take("มาก่อน")
    clock.pass_time(days=1)
    take("มาทีหลัง")
    clock.pass_time(days=30)
    page = listed()
    with qtbot.waitSignal(page.filled):
        page.show_view(RegisterView.LATE)
    assert column(page, 2) == ["มาก่อน", "มาทีหลัง"]
    assert all(word.startswith("เกินกำหนด") for word in column(page, 8))
    with qtbot.waitSignal(page.filled):
        page.show_view(RegisterView.MINE)
    assert page.empty.isVisible()


def test_what_has_no_due_date_stays_last_whichever_way_it_runs(
    take: Taker, listed: Callable[[], RegisterPage], clock: Clock, qtbot: QtBot
) -> None:
    take("ชมเชย", type=ComplaintType.PRAISE)
    take("ก่อน")
    clock.pass_time(days=1)
    take("หลัง")
    page = listed()
    sort(page, 8, Qt.SortOrder.AscendingOrder, qtbot)
    assert column(page, 2) == ["ก่อน", "หลัง", "ชมเชย"]
    assert column(page, 8)[2] == "–"
    sort(page, 8, Qt.SortOrder.DescendingOrder, qtbot)
    assert column(page, 2) == ["หลัง", "ก่อน", "ชมเชย"]


def test_every_column_sorts_by_what_it_shows(
    take: Taker, listed: Callable[[], RegisterPage], clock: Clock, qtbot: QtBot
) -> None:
    take("ข", petitioners=signed_by(first="กมล"))
    clock.pass_time(days=1)
    take("ก", petitioners=signed_by(first="ขวัญ"))
    page = listed()
    # What fits best is the order of a search, and no column's.
    shown = sorted(column.sort for column in page.model.columns)
    assert shown == sorted(set(SortBy) - {SortBy.FIT})
    for place, order in ((0, ["ข", "ก"]), (1, ["ข", "ก"]), (2, ["ก", "ข"]), (3, ["ข", "ก"])):
        sort(page, place, Qt.SortOrder.AscendingOrder, qtbot)
        assert column(page, 2) == order
        sort(page, place, Qt.SortOrder.DescendingOrder, qtbot)
        assert column(page, 2) == order[::-1]
    for place in range(4, 9):
        sort(page, place, Qt.SortOrder.AscendingOrder, qtbot)
        assert page.model.rowCount() == 2
