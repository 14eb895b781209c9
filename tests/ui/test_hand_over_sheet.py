"""Everything somebody owns is handed over from the board and from the settings."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from clock import Clock
from office import form
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTableWidget, QWidget
from pytestqt.qtbot import QtBot
from windows import BOSS, accepted, drained, opened, sheet, words

from desktop.acts.assigning import AssignCases, assign
from desktop.acts.declaring import DeclareInterest, declare_interest
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.complaint import Accused
from desktop.rules.people import Actor
from desktop.rules.thai.dates import official_date
from desktop.views import OfficeView
from ui.dialogs.hand_over import HandOverSheet
from ui.operations import Operations
from ui.pages.board.page import BoardPage
from ui.pages.settings.page import SettingsPage

CLERK, OWNER = 2, 4


@pytest.fixture
def cases(desk: Desk, clock: Clock, operations: Operations) -> list[int]:
    """Three of the owner; in the last one the clerk is accused."""
    made = []
    for number in range(3):
        accused = (Accused("นางสาวสมหญิง ใจดี", person_id=CLERK),) if number == 2 else ()
        typed = form(clock.at - timedelta(minutes=5), accused=accused)
        made.append(register(RegisterComplaint(f"k{number}", typed), desk, BOSS).case_id)
    assign(AssignCases(tuple(made), owner_id=OWNER), desk, BOSS)
    operations.sign_in(BOSS)
    return made


@pytest.fixture
def looked_at(
    operations: Operations, desk: Desk, cases: list[int], qtbot: QtBot
) -> Iterator[HandOverSheet]:
    """The sheet as it shows what the clerk would get, with a reason."""
    people, page = desk.reading.people(BOSS), QWidget()
    qtbot.addWidget(page)
    person = next(one for one in people if one.id == OWNER)
    shown = HandOverSheet(operations, person, people, page)
    shown.show()
    shown.reason.set_text("ลาคลอด")
    shown.receiver.set_text(str(CLERK))
    drained(operations, qtbot)
    yield shown
    page.close()


def told(table: QTableWidget) -> list[list[str]]:
    return [
        [str(table.model().index(row, column).data()) for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def test_the_board_shows_first_what_moves_and_what_stays(
    operations: Operations, desk: Desk, cases: list[int], qtbot: QtBot
) -> None:
    office: OfficeView = desk.reading.office(official_date(desk.now()))
    page = BoardPage(operations, office)
    qtbot.addWidget(page)
    page.resize(1154, 686)
    page.show()
    page.arrive()
    drained(operations, qtbot)
    assert page.loads is not None
    busy = next(p for p in page.loads.people if p.button.text() == "นายวิชัย ตั้งตรง")
    idle = next(p for p in page.loads.people if p.button.text() != "นายวิชัย ตั้งตรง")
    assert idle.hand_over.isHidden()
    busy.hand_over.click()
    shown = sheet(page, HandOverSheet, qtbot)
    assert not shown.primary.isEnabled()
    shown.receiver.set_text(str(CLERK))
    drained(operations, qtbot)
    assert words(shown, "ส่งมอบได้ ๒ เรื่อง", "ส่งมอบไม่ได้ ๑ เรื่อง")
    moves, stays = shown.findChildren(QTableWidget)
    assert [row[0] for row in told(moves)] == ["๑/๒๕๖๙", "๒/๒๕๖๙"]
    assert {row[3] for row in told(moves)} == {"นางสาวสมหญิง ใจดี"}
    assert "ถูกร้อง" in told(stays)[0][1]
    shown.save()
    drained(operations, qtbot)
    assert shown.reason.error
    shown.reason.set_text("ลาคลอด")
    accepted(shown, shown.save, qtbot)
    drained(operations, qtbot)
    assert [desk.reading.case(BOSS, one).owner_id for one in cases] == [CLERK, CLERK, OWNER]
    assert page.notices.shown() == ["ส่งมอบแล้ว ๒ เรื่อง"]
    case = opened(operations, desk, cases[0], qtbot)
    said = "ส่งมอบงาน · จาก นายวิชัย ตั้งตรง ให้ นางสาวสมหญิง ใจดี"
    assert words(case, said, "ลาคลอด")
    # By mistake: a key gives them back while that is told.
    with qtbot.waitActive(page):
        page.activateWindow()
    QTest.keyClick(page.columns[0].cards, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyRelease(page, Qt.Key.Key_Control)
    qtbot.waitUntil(lambda: desk.reading.case(BOSS, cases[0]).owner_id == OWNER)
    drained(operations, qtbot)
    assert [desk.reading.case(BOSS, one).owner_id for one in cases] == [OWNER, OWNER, OWNER]
    assert page.notices.shown()[-1] == "คืนงานให้ผู้รับผิดชอบเดิมแล้ว ๒ เรื่อง"
    assert words(opened(operations, desk, cases[0], qtbot), "ถอนการส่งมอบงาน")


def test_a_list_that_is_no_longer_true_is_read_again_and_the_reason_stays(
    operations: Operations, desk: Desk, cases: list[int], looked_at: HandOverSheet, qtbot: QtBot
) -> None:
    shown = looked_at
    assign(AssignCases((cases[0],), owner_id=BOSS.person_id), desk, BOSS)
    shown.save()
    drained(operations, qtbot)
    assert shown.notices.shown() == ["รายการเปลี่ยนไปแล้ว ยังไม่ได้ส่งมอบเรื่องใด โปรดตรวจรายการใหม่ก่อนส่งมอบ"]
    moves, _stays = shown.findChildren(QTableWidget)
    assert [row[0] for row in told(moves)] == ["๒/๒๕๖๙"]
    assert shown.reason.text() == "ลาคลอด"
    accepted(shown, shown.save, qtbot)
    drained(operations, qtbot)
    owners = [desk.reading.case(BOSS, one).owner_id for one in cases]
    assert owners == [BOSS.person_id, CLERK, OWNER]


def test_what_the_new_owner_may_no_longer_have_stays_and_the_rest_can_be_handed_over(
    operations: Operations,
    desk: Desk,
    cases: list[int],
    clerk: Actor,
    looked_at: HandOverSheet,
    qtbot: QtBot,
) -> None:
    shown = looked_at
    declare_interest(DeclareInterest(cases[0], "เป็นญาติผู้ร้อง"), desk, clerk)
    shown.save()
    drained(operations, qtbot)
    assert shown.receiver.error
    moves, _stays = shown.findChildren(QTableWidget)
    assert [row[0] for row in told(moves)] == ["๒/๒๕๖๙"]
    accepted(shown, shown.save, qtbot)
    owners = [desk.reading.case(BOSS, one).owner_id for one in cases]
    assert owners == [OWNER, CLERK, OWNER]


def test_the_settings_offer_it_to_who_assigns(
    operations: Operations, desk: Desk, cases: list[int], clerk: Actor, qtbot: QtBot
) -> None:
    page = SettingsPage(operations)
    qtbot.addWidget(page)
    page.show()
    page.arrive()
    drained(operations, qtbot)
    (offered,) = [b for b in page.findChildren(QPushButton) if b.text() == "ส่งมอบงาน…"]
    assert page.staff is not None
    page.staff.list.table.selectRow(list(page.staff.list.model.ids()).index(OWNER))
    offered.click()
    shown = sheet(page, HandOverSheet, qtbot)
    shown.receiver.set_text("rules")
    drained(operations, qtbot)
    assert not shown.primary.isEnabled()
    assert words(shown, "ส่งมอบไม่ได้ ๓ เรื่อง")
    shown.reject()
    operations.sign_in(clerk)
    page.arrive()
    drained(operations, qtbot)
    assert offered.isHidden()
