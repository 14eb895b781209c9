"""A leave is set in the settings; the substitute's windows say whose work it is."""

from datetime import timedelta

import pytest
from clock import Clock
from office import days, form
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from windows import BOSS, accepted, drained, opened, sheet, words

from desktop.acts.assigning import AssignCases, assign
from desktop.acts.noting import NoteStep, note
from desktop.acts.registering import RegisterComplaint, register
from desktop.acts.staffing import ChangePerson, change_person
from desktop.acts.substituting import SetSubstitute, set_substitute
from desktop.ports import Desk
from desktop.rules.people import Actor, Role
from desktop.rules.thai.dates import official_date
from desktop.views import RegisterView
from ui.dialogs.substitute import SubstituteSheet
from ui.operations import Operations
from ui.pages.morning import MorningPage
from ui.pages.register_table.page import RegisterPage
from ui.pages.settings.page import SettingsPage

OWNER = Actor(4, "นายวิชัย ตั้งตรง", frozenset({Role.OWNER}))


@pytest.fixture
def case_id(desk: Desk, clock: Clock) -> int:
    typed = form(clock.at - timedelta(minutes=5), restricted=True)
    made = register(RegisterComplaint("k", typed), desk, BOSS).case_id
    assign(AssignCases((made,), owner_id=OWNER.person_id), desk, BOSS)
    return made


def settings(operations: Operations, qtbot: QtBot) -> SettingsPage:
    page = SettingsPage(operations)
    qtbot.addWidget(page)
    page.resize(1154, 686)
    page.show()
    page.arrive()
    drained(operations, qtbot)
    return page


def offered(page: SettingsPage, text: str) -> list[QPushButton]:
    assert page.staff is not None
    return [part for part in page.staff.findChildren(QPushButton) if part.text() == text]


def test_who_goes_on_leave_says_who_stands_in_and_ends_it_again(
    operations: Operations, desk: Desk, case_id: int, admin: Actor, qtbot: QtBot
) -> None:
    operations.sign_in(OWNER)
    page = settings(operations, qtbot)
    # One's own leave and nobody else's.
    (own,) = offered(page, "ลา…")
    own.click()
    shown = sheet(page, SubstituteSheet, qtbot)
    names = [shown.substitute.combo.itemText(at) for at in range(shown.substitute.combo.count())]
    # The clerk may do less than an owner, so only the supervisor is offered.
    assert [name for name in names if "สมหญิง" in name] == []
    shown.save()
    drained(operations, qtbot)
    assert shown.substitute.error
    shown.substitute.set_text("3")
    shown.last_on.set_day(official_date(desk.now()) + days(2))
    accepted(shown, shown.save, qtbot)
    drained(operations, qtbot)
    assert words(page, "ลา ๑๕ ก.ค. ๖๙ – ๑๗ ก.ค. ๖๙ · นางวิภา นำทาง ปฏิบัติหน้าที่แทน")
    # Another role during the leave leaves the work in nobody's hands, and that is told.
    change_person(ChangePerson(3, BOSS.name, "", frozenset({Role.CLERK}), active=True), desk, admin)
    page.arrive()
    drained(operations, qtbot)
    assert words(
        page,
        "ลา ๑๕ ก.ค. ๖๙ – ๑๗ ก.ค. ๖๙ · นางวิภา นำทาง ปฏิบัติหน้าที่แทนไม่ได้แล้ว เพราะสิทธิไม่ครบ",
    )
    offered(page, "ยกเลิกการลา")[0].click()
    drained(operations, qtbot)
    assert not words(page, "ปฏิบัติหน้าที่แทน")
    assert desk.reading.substitutions(OWNER, official_date(desk.now())) == ()


def test_the_substitutes_lists_and_the_timeline_say_for_whom(
    operations: Operations, desk: Desk, clock: Clock, case_id: int, qtbot: QtBot
) -> None:
    mate = Actor(3, BOSS.name, frozenset({Role.OWNER}))
    today = official_date(desk.now())
    set_substitute(SetSubstitute(OWNER.person_id, 3, today, today + days(30)), desk, OWNER)
    operations.sign_in(mate)
    office = desk.reading.office(today)
    page = RegisterPage(operations, office)
    qtbot.addWidget(page)
    page.resize(1154, 686)
    page.show()
    page.show_view(RegisterView.MINE)
    drained(operations, qtbot)
    model = page.table.model()
    cells = [model.index(0, column).data() for column in range(model.columnCount())]
    assert "แทน นายวิชัย ตั้งตรง" in cells
    said = NoteStep(case_id, "โทรถามโรงเรียน")
    with qtbot.waitSignal(operations.changed):
        operations.write(page, note, said)
    case = opened(operations, desk, case_id, qtbot)
    assert words(case, "นางวิภา นำทาง แทน นายวิชัย ตั้งตรง")
    due = desk.reading.case(OWNER, case_id).clocks[0].due_at
    assert due is not None
    clock.at = due - timedelta(minutes=5)
    morning = MorningPage(operations, office)
    qtbot.addWidget(morning)
    morning.show()
    morning.arrive()
    drained(operations, qtbot)
    lines = [rows.item(0).data(Qt.ItemDataRole.DisplayRole) for rows in morning.lists]
    assert lines
    assert all("แทน นายวิชัย ตั้งตรง" in line for line in lines)
