"""The counter and the pages beside the register: reached by keys, each with its role's share."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from threading import Event
from unittest.mock import patch

import pypdf
import pytest
from clock import Clock
from office import PASSWORD, acknowledgement_to, form
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from windows import drained

from desktop.acts.corresponding import IssueLetter, issue
from desktop.acts.keeping_office import KeepSignatory, keep_signatory
from desktop.acts.registering import RegisterComplaint, register
from desktop.acts.signing_in import SignIn, sign_in
from desktop.errors import Refused
from desktop.ports import NOBODY, Desk
from desktop.rules.figures import SlaFigures
from desktop.rules.office import Signatory
from desktop.rules.people import Actor, Role
from desktop.rules.thai.dates import official_date
from desktop.views import RegisterView
from ui.actions import Act
from ui.counter import Counter
from ui.dialogs.assign import AssignSheet
from ui.dialogs.paper import PaperDialog
from ui.dialogs.person import PasswordSheet, PersonSheet
from ui.operations import Operations
from ui.pages.case.page import CasePage
from ui.pages.help import HelpPage
from ui.pages.intake.page import IntakePage
from ui.pages.letters import LettersPage
from ui.pages.register_table.page import RegisterPage
from ui.pages.report import ReportPage
from ui.pages.settings.page import SettingsPage
from ui.window import SMALLEST

BOSS = Actor(3, "นางวิภา นำทาง", frozenset({Role.SUPERVISOR, Role.CLERK}))
ADMIN = Actor(1, "นายดูแล ระบบดี", frozenset({Role.ADMINISTRATOR}))

Opener = Callable[[Actor], Counter]


@pytest.fixture
def letter_id(desk: Desk, clerk: Actor, clock: Clock) -> int:
    """A complaint, acknowledged by a letter that has not left."""
    made = form(clock.at - timedelta(minutes=5))
    case_id = register(RegisterComplaint("k", made), desk, clerk).case_id
    draft = acknowledgement_to(case_id)
    return issue(IssueLetter("l", draft), desk, BOSS).letter_id


@pytest.fixture
def open_counter(operations: Operations, desk: Desk, qtbot: QtBot) -> Opener:
    def make(actor: Actor) -> Counter:
        operations.sign_in(actor)
        counter = Counter(operations, desk.reading.office(official_date(desk.now())))
        qtbot.addWidget(counter, before_close_func=lambda shown: shown.leave())
        counter.resize(1366, 768)
        with qtbot.waitActive(counter):
            counter.show()
            counter.activateWindow()
        qtbot.waitUntil(lambda: counter.stack.currentWidget() is not None)
        counter.setFocus()
        return counter

    return make


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def words(page: QWidget) -> str:
    return "\n".join(part.text() for part in page.findChildren(QLabel))


@pytest.mark.parametrize(
    ("key", "modifier", "kind"),
    [
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier, IntakePage),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier, HelpPage),
        (Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier, RegisterPage),
        (Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier, LettersPage),
        (Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier, ReportPage),
        (Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier, SettingsPage),
    ],
)
def test_keys_reach_every_page(
    open_counter: Opener,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    kind: type[QWidget],
) -> None:
    counter = open_counter(BOSS)
    press(key, modifier)
    assert isinstance(counter.stack.currentWidget(), kind)


def test_the_sidebar_counts_what_waits(letter_id: int, open_counter: Opener, qtbot: QtBot) -> None:
    counter = open_counter(BOSS)
    counts = counter.side._counts
    qtbot.waitUntil(lambda: counts[Act.LETTERS.value].text() == "๑")
    assert counts[Act.REGISTER.value].text() == "๑"
    assert counts[Act.UNASSIGNED.value].text() == "๑"
    assert counts[Act.MY_WORK.value].text() == ""


def test_an_administrator_sees_no_complaint(open_counter: Opener) -> None:
    counter = open_counter(ADMIN)
    assert isinstance(counter.stack.currentWidget(), SettingsPage)
    for act in (
        Act.NEW,
        Act.REGISTER,
        Act.MY_WORK,
        Act.UNASSIGNED,
        Act.SOON,
        Act.LATE,
        Act.LETTERS,
    ):
        assert not counter.side.offers(act.value)
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(counter.stack.currentWidget(), SettingsPage)


def test_the_search_box_leads_to_the_register(
    letter_id: int, open_counter: Opener, qtbot: QtBot
) -> None:
    counter = open_counter(BOSS)
    counter.go(Act.HELP)
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(counter.top.search, "5678")
    page = counter.stack.currentWidget()
    assert isinstance(page, RegisterPage)
    qtbot.waitUntil(lambda: page.title.note.text() == "๑ เรื่อง")
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(counter.top.search, "1234")
    assert counter.top.search.text() == "1234"


def test_a_list_that_is_gone_to_has_the_cursor(
    letter_id: int, open_counter: Opener, qtbot: QtBot
) -> None:
    counter = open_counter(BOSS)
    press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    page = counter.page(Act.REGISTER)
    assert isinstance(page, RegisterPage)
    qtbot.waitUntil(page.table.hasFocus)
    press(Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    letters = counter.page(Act.LETTERS)
    assert isinstance(letters, LettersPage)
    assert letters.table.hasFocus()


def test_enter_leads_from_the_search_box_to_what_is_found(
    letter_id: int, open_counter: Opener, qtbot: QtBot
) -> None:
    counter = open_counter(BOSS)
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    page = counter.page(Act.REGISTER)
    assert isinstance(page, RegisterPage)
    QTest.keyClicks(counter.top.search, "5678")
    opened: list[int] = []
    page.opened.connect(opened.append)
    with qtbot.waitSignal(page.filled):
        press(Qt.Key.Key_Return)
        # The list does not follow yet, and what is not asked for is not opened.
        press(Qt.Key.Key_Return)
    assert not opened
    assert page.table.hasFocus()
    press(Qt.Key.Key_Return)
    assert len(opened) == 1


def test_enter_searches_again_from_a_page_that_lists_nothing(
    letter_id: int, open_counter: Opener, qtbot: QtBot
) -> None:
    counter = open_counter(BOSS)
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(counter.top.search, "5678")
    page = counter.page(Act.REGISTER)
    assert isinstance(page, RegisterPage)
    with qtbot.waitSignal(page.filled):
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert counter.stack.currentWidget() is counter.page(Act.OPEN)
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(page.filled):
        press(Qt.Key.Key_Return)
    assert counter.stack.currentWidget() is page
    assert page.table.hasFocus()
    assert page.title.note.text() == "๑ เรื่อง"
    counter.go(Act.HELP)
    counter.top.search.clear()
    counter.go(Act.HELP)
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Return)
    assert counter.stack.currentWidget() is counter.page(Act.HELP)


def test_a_list_that_is_chosen_shows_all_again(
    letter_id: int, open_counter: Opener, qtbot: QtBot
) -> None:
    counter = open_counter(BOSS)
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    counter.top.search.setText("ไม่มีที่ไหน")
    page = counter.page(Act.REGISTER)
    assert isinstance(page, RegisterPage)
    qtbot.waitUntil(page.empty.isVisible)
    press(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert counter.top.search.text() == ""
    assert page.table.hasFocus()


def test_a_list_opened_from_another_page_is_not_narrowed_by_a_search_before(
    letter_id: int, open_counter: Opener, qtbot: QtBot
) -> None:
    counter = open_counter(BOSS)
    page = counter.page(Act.REGISTER)
    assert isinstance(page, RegisterPage)
    counter.top.search.setText("ไม่มีที่ไหน")
    qtbot.waitUntil(page.empty.isVisible)
    counter.go(Act.HELP)
    counter.back()
    drained(counter._operations, qtbot)
    assert counter.top.search.text() == "ไม่มีที่ไหน"
    counter.go(Act.MORNING)
    counter.show_view(RegisterView.UNASSIGNED)
    drained(counter._operations, qtbot)
    assert counter.top.search.text() == ""
    assert page.title.title.text() == "รอมอบหมาย"
    assert page.model.rowCount() == 1


def test_locking_keeps_what_is_typed(open_counter: Opener, desk: Desk, qtbot: QtBot) -> None:
    counter = open_counter(BOSS)
    counter.go(Act.NEW)
    page = counter.page(Act.NEW)
    assert isinstance(page, IntakePage)
    subject = page.form.sheet.editor("matter.subject")
    subject.setFocus()
    QTest.keyClicks(subject, "half a sentence")
    with qtbot.waitSignal(counter.locked):
        press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    counter.leave()
    left = desk.drafts.left(BOSS.person_id)
    assert [draft.fields["matter.subject"] for draft in left] == ["half a sentence"]


def test_several_are_assigned_from_the_list_by_keys(
    letter_id: int, open_counter: Opener, desk: Desk, clerk: Actor, clock: Clock, qtbot: QtBot
) -> None:
    register(RegisterComplaint("m", form(clock.at - timedelta(minutes=4))), desk, clerk)
    counter = open_counter(BOSS)
    # The case page has the same keys; it must not take them from the list.
    counter.open_case(1)
    page = counter.page(Act.REGISTER)
    assert isinstance(page, RegisterPage)
    with qtbot.waitSignal(page.filled):
        counter.go(Act.UNASSIGNED)
    page.table.setFocus()
    page.table.selectAll()
    press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(counter.findChildren(AssignSheet)))
    sheet = counter.findChildren(AssignSheet)[0]
    assert sheet.title.text() == "มอบหมาย ๒ เรื่อง"
    sheet.save()
    qtbot.waitUntil(lambda: bool(sheet.owner.error))
    sheet.owner.set_text("4")
    with qtbot.waitSignal(sheet.accepted):
        sheet.save()
    assert {desk.reading.case(BOSS, case_id).owner_id for case_id in (1, 2)} == {4}
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    qtbot.waitUntil(lambda: counter.side._counts[Act.UNASSIGNED.value].text() == "")


def test_going_back_leads_to_the_list_one_came_from(
    letter_id: int, open_counter: Opener, qtbot: QtBot
) -> None:
    counter = open_counter(BOSS)
    press(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    page = counter.page(Act.REGISTER)
    assert isinstance(page, RegisterPage)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    page.opened.emit(page.model.id_at(0))
    case = counter.stack.currentWidget()
    assert isinstance(case, CasePage)
    qtbot.waitUntil(lambda: case.number.text() == "๑/๒๕๖๙")
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert counter.stack.currentWidget() is page
    assert page.title.title.text() == "รอมอบหมาย"


def test_letters_that_have_not_left_are_listed_and_open_their_case(
    letter_id: int, open_counter: Opener, qtbot: QtBot
) -> None:
    counter = open_counter(BOSS)
    counter.go(Act.LETTERS)
    page = counter.page(Act.LETTERS)
    assert isinstance(page, LettersPage)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    shown = [str(page.model.index(0, column).data()) for column in range(page.model.columnCount())]
    assert "ศธ ๐๔๙๙๙/๑" in shown
    with qtbot.waitSignal(page.opened) as opened:
        page.table.activated.emit(page.model.index(0, 0))
    assert opened.args == [1]


def test_the_report_shows_the_registers_figures_and_prints_them(
    letter_id: int, open_counter: Opener, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    counter = open_counter(BOSS)
    counter.go(Act.REPORTS)
    page = counter.page(Act.REPORTS)
    assert isinstance(page, ReportPage)
    qtbot.waitUntil(lambda: page.figures is not None)
    first, last = date(2025, 10, 1), date(2026, 9, 30)
    assert page.figures == desk.reading.sla_figures(BOSS, first, last, desk.now())
    assert "ยกมา" in words(page)
    page.first.set_text("1/10/2569")
    page.last.set_text("30/9/2569")
    page.refresh()
    assert page.first.error
    page.set_period(first, last)
    page.show_paper()
    qtbot.waitUntil(lambda: bool(page.findChildren(PaperDialog)))
    paper = page.findChildren(PaperDialog)[0]
    paper.save_to(tmp_path / "รายงาน.pdf")
    paper.reject()
    text = pypdf.PdfReader(tmp_path / "รายงาน.pdf").pages[0].extract_text()
    assert "รับใหม่ ๑ เรื่อง" in text


def test_figures_asked_for_earlier_do_not_cover_those_asked_for_later(
    letter_id: int,
    operations: Operations,
    open_counter: Opener,
    desk: Desk,
    qtbot: QtBot,
) -> None:
    counter = open_counter(BOSS)
    counter.go(Act.REPORTS)
    page = counter.page(Act.REPORTS)
    assert isinstance(page, ReportPage)
    qtbot.waitUntil(lambda: page.figures is not None)
    counted, gate = desk.reading.sla_figures, Event()
    slow, quick = date(2025, 10, 1), date(2026, 7, 1)

    def held(actor: Actor, first: date, last: date, now: datetime) -> SlaFigures:
        assert first != slow or gate.wait(5)
        return counted(actor, first, last, now)

    with patch.object(desk.reading, "sla_figures", held):
        page.set_period(slow, date(2026, 9, 30))
        page.set_period(quick, date(2026, 7, 31))
        qtbot.waitUntil(lambda: page.figures is not None and page.figures.period_start == quick)
        gate.set()
        qtbot.waitUntil(lambda: not operations._under_way)
    assert page.figures is not None
    assert page.figures.period_start == quick


def test_a_new_signatory_is_offered_at_once(
    letter_id: int, open_counter: Opener, desk: Desk, qtbot: QtBot
) -> None:
    counter = open_counter(BOSS)
    keep_signatory(KeepSignatory(Signatory(None, "นางใหม่ ลงนาม", "รองผู้อำนวยการ")), desk, ADMIN)
    counter.open_case(1)
    page = counter.page(Act.OPEN)
    assert isinstance(page, CasePage)
    qtbot.waitUntil(page.letter_button.isEnabled)
    dialog = page.issue_letter()
    offered = [dialog.form.signatory.combo.itemText(row) for row in range(2)]
    assert any("นางใหม่ ลงนาม" in text for text in offered)
    dialog.reject()


def test_a_person_is_added_and_a_user_name_taken_is_refused(
    open_counter: Opener, desk: Desk, qtbot: QtBot
) -> None:
    counter = open_counter(ADMIN)
    page = counter.page(Act.SETTINGS)
    assert isinstance(page, SettingsPage)
    qtbot.waitUntil(lambda: len(page.people) == 4)
    assert page.staff is not None
    sheet = page.staff.add_person()
    assert isinstance(sheet, PersonSheet)
    for field, text in (
        (sheet.name, "นางสาวใหม่ มาก"),
        (sheet.username, "CLERK"),
        (sheet.password, PASSWORD),
        (sheet.again, PASSWORD),
    ):
        field.set_text(text)
    sheet.roles[Role.CLERK].set_text("yes")
    sheet.save()
    qtbot.waitUntil(lambda: bool(sheet.username.error))
    sheet.username.set_text("mai")
    with qtbot.waitSignal(sheet.accepted):
        sheet.save()
    assert "นางสาวใหม่ มาก" in [person.name for person in desk.reading.people(ADMIN)]
    qtbot.waitUntil(lambda: len(page.people) == 5)


def test_a_clerk_may_look_at_the_settings_and_change_nothing(
    open_counter: Opener, clerk: Actor, qtbot: QtBot
) -> None:
    counter = open_counter(clerk)
    counter.go(Act.SETTINGS)
    page = counter.page(Act.SETTINGS)
    assert isinstance(page, SettingsPage)
    qtbot.waitUntil(lambda: "กลุ่มกฎหมายและคดี" in words(page))
    for place in range(page.tabs.count()):
        page.tabs.setCurrentIndex(place)
        offered = [part.text() for part in page.findChildren(QPushButton) if part.isVisible()]
        assert not any("เพิ่ม" in text or "เปลี่ยน" in text for text in offered), offered


def test_a_changed_role_is_kept_and_the_last_administrator_stays(
    open_counter: Opener, desk: Desk, qtbot: QtBot
) -> None:
    counter = open_counter(ADMIN)
    page = counter.page(Act.SETTINGS)
    assert isinstance(page, SettingsPage)
    qtbot.waitUntil(lambda: len(page.people) == 4)
    people = {person.username: person for person in page.people}

    def changed(username: str) -> PersonSheet:
        assert page.staff is not None
        page.staff.change_person(people[username])
        return page.findChildren(PersonSheet)[-1]

    sheet = changed("clerk")
    assert not sheet.password.isVisible()
    sheet.roles[Role.SUPERVISOR].box.click()
    with qtbot.waitSignal(sheet.accepted):
        sheet.save()
    kept = {person.username: person for person in desk.reading.people(ADMIN)}
    assert kept["clerk"].roles == {Role.CLERK, Role.SUPERVISOR}
    sheet = changed("admin")
    sheet.active.box.click()
    sheet.save()
    qtbot.waitUntil(lambda: bool(sheet.roles[Role.CLERK].error))
    assert not sheet.active.checked()
    sheet.reject()


def test_a_new_password_is_asked_twice_and_lets_in(
    open_counter: Opener, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    counter = open_counter(clerk)
    counter.go(Act.SETTINGS)
    page = counter.page(Act.SETTINGS)
    assert isinstance(page, SettingsPage)
    qtbot.waitUntil(lambda: bool(page.people))
    offered = [b for b in page.findChildren(QPushButton) if b.text() == "ตั้งรหัสผ่าน…"]
    # One's own and nobody else's.
    assert len(offered) == 1
    qtbot.waitUntil(offered[0].isEnabled)
    offered[0].click()
    sheet = page.findChildren(PasswordSheet)[0]
    sheet.password.set_text("ดอกไม้สีขาว ๑๐")
    sheet.again.set_text("ดอกไม้สีแดง ๑๐")
    sheet.save()
    qtbot.waitUntil(lambda: bool(sheet.again.error))
    assert sign_in(SignIn("clerk", PASSWORD), desk, NOBODY).actor == clerk
    sheet.again.set_text("ดอกไม้สีขาว ๑๐")
    with qtbot.waitSignal(sheet.accepted):
        sheet.save()
    with pytest.raises(Refused):
        sign_in(SignIn("clerk", PASSWORD), desk, NOBODY)
    assert sign_in(SignIn("clerk", "ดอกไม้สีขาว ๑๐"), desk, NOBODY).actor == clerk


def test_the_sidebar_fits_a_small_screen(open_counter: Opener) -> None:
    counter = open_counter(BOSS)
    assert counter.minimumSizeHint().height() <= SMALLEST.height()
