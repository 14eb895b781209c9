"""The supervisor's board: columns, loads, and giving complaints to people."""

from datetime import timedelta

import pytest
from clock import Clock
from office import days, form
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from windows import BOSS, drained, words

from desktop.acts.assigning import AssignCases, assign
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.complaint import Accused
from desktop.rules.people import Actor
from desktop.rules.thai.dates import official_date
from desktop.views import RegisterView
from ui.operations import Operations
from ui.pages.board.page import BoardPage
from ui.widgets.word_ends import said

OWNER = 4


@pytest.fixture
def cases(desk: Desk, clerk: Actor, clock: Clock) -> list[int]:
    """Two nobody owns, one that is late, one against the owner."""
    made = []
    for number in range(3):
        typed = form(clock.at - timedelta(minutes=5))
        made.append(register(RegisterComplaint(f"k{number}", typed), desk, clerk).case_id)
    accused = Accused("นายวิชัย ตั้งตรง", person_id=OWNER)
    against = form(clock.at - timedelta(minutes=5), accused=(accused,))
    made.append(register(RegisterComplaint("k3", against), desk, clerk).case_id)
    assign(AssignCases((made[2],), owner_id=BOSS.person_id), desk, BOSS)
    clock.at += days(20)
    return made


@pytest.fixture
def board(operations: Operations, desk: Desk, cases: list[int], qtbot: QtBot) -> BoardPage:
    operations.sign_in(BOSS)
    page = BoardPage(operations, desk.reading.office(official_date(desk.now())))
    qtbot.addWidget(page)
    page.resize(1154, 686)
    page.show()
    page.arrive()
    qtbot.waitUntil(lambda: page.loads is not None)
    qtbot.wait(50)
    return page


def owner_of(desk: Desk, case_id: int) -> int | None:
    return desk.reading.case(BOSS, case_id).owner_id


def test_the_columns_and_the_loads_are_shown_in_words(board: BoardPage) -> None:
    assert [column.view for column in board.columns] == [
        RegisterView.UNASSIGNED,
        RegisterView.SOON,
        RegisterView.LATE,
        RegisterView.WAITING,
    ]
    assert board.columns[0].heading.text() == "รอมอบหมาย ๓"
    assert board.columns[2].heading.text() == "เกินกำหนด ๑"
    assert "นางวิภา นำทาง" in said(board.columns[2].cards.item(0).text())
    assert board.loads is not None
    assert words(board.loads, "นายวิชัย ตั้งตรง", "ค้าง ๑ · เกินกำหนด ๑ · ใกล้ครบ ๐")


def test_a_key_gives_what_is_selected_each_with_an_entry_of_its_own(
    board: BoardPage, operations: Operations, desk: Desk, cases: list[int], qtbot: QtBot
) -> None:
    assert board.loads is not None
    board.give(OWNER, None)
    assert "เลือกเรื่องก่อน" in board.notices.shown()[0]
    cards = board.columns[0].cards
    cards.setFocus()
    cards.setCurrentRow(0)
    QTest.keyClick(cards, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert board.selected() == tuple(cases[:2])
    place = [person.button.text() for person in board.loads.people].index("นายวิชัย ตั้งตรง")
    QTest.keyClick(cards, Qt.Key(Qt.Key.Key_1 + place), Qt.KeyboardModifier.AltModifier)
    drained(operations, qtbot)
    assert [owner_of(desk, one) for one in cases[:2]] == [OWNER, OWNER]
    for one in cases[:2]:
        steps = desk.reading.case(BOSS, one).steps
        assert [step.kind for step in steps].count(StepKind.ASSIGNED) == 1
    assert board.columns[0].heading.text() == "รอมอบหมาย ๑"


def test_what_was_given_by_mistake_is_taken_back_by_a_key(
    board: BoardPage, operations: Operations, desk: Desk, cases: list[int], qtbot: QtBot
) -> None:
    board.columns[0].cards.setCurrentRow(0)
    board.give(OWNER, None)
    drained(operations, qtbot)
    assert owner_of(desk, cases[0]) == OWNER
    assert any("๑ เรื่อง" in told for told in board.notices.shown())
    QTest.keyClick(board.columns[0].cards, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: owner_of(desk, cases[0]) is None)
    drained(operations, qtbot)
    assert board.columns[0].heading.text() == "รอมอบหมาย ๓"
    assert any("ถอนการมอบหมายแล้ว ๑ เรื่อง" in told for told in board.notices.shown())


def test_what_is_dropped_on_a_person_becomes_theirs(
    board: BoardPage, operations: Operations, desk: Desk, cases: list[int], qtbot: QtBot
) -> None:
    assert board.loads is not None
    cards = board.columns[2].cards
    cards.selectAll()
    data = cards.mimeData(cards.selectedItems())
    person = next(one for one in board.loads.people if one.button.text() == "นายวิชัย ตั้งตรง")
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    person.dropEvent(drop)
    drained(operations, qtbot)
    assert owner_of(desk, cases[2]) == OWNER
    assert not QMimeData().hasFormat(cards.mimeTypes()[0])


def test_who_is_accused_is_refused_and_nothing_of_the_selection_moves(
    board: BoardPage, operations: Operations, desk: Desk, cases: list[int], qtbot: QtBot
) -> None:
    board.columns[0].cards.selectAll()
    board.give(OWNER, None)
    drained(operations, qtbot)
    assert any("ถูกร้อง" in said for said in board.notices.shown())
    assert [owner_of(desk, one) for one in (cases[0], cases[3])] == [None, None]


def test_a_card_opens_its_case_and_a_column_its_list(
    board: BoardPage, cases: list[int], qtbot: QtBot
) -> None:
    cards = board.columns[0].cards
    cards.setFocus()
    cards.setCurrentRow(0)
    with qtbot.waitSignal(board.opened) as opened:
        QTest.keyClick(cards, Qt.Key.Key_Return)
    assert opened.args == [cases[0]]
    with qtbot.waitSignal(board.all_wanted) as wanted:
        board.columns[2].more.click()
    assert wanted.args == [RegisterView.LATE]
    QTest.keyClick(cards, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert board.columns[1].cards.hasFocus()
    with qtbot.waitSignal(board.assign_wanted) as asked:
        board.assign_button.click()
    assert asked.args == [(cases[0],)]
