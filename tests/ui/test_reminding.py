"""Reminders: the morning's list once a day, a quiet bar in office hours, nothing outside them."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from clock import Clock
from office import bangkok, form
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from windows import BOSS, accepted, drained, sheet, words

from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.calendar import HolidayKind
from desktop.rules.people import Actor, Role
from desktop.rules.thai.dates import official_date
from desktop.views import Agenda, RegisterView
from ui.actions import Act
from ui.counter import Counter
from ui.dialogs.ladder import LadderSheet
from ui.operations import Operations
from ui.pages.morning import MorningPage
from ui.pages.settings.ladder import LadderCard
from ui.reminding import Reminders, in_office_hours

DAY = date(2026, 7, 15)


@pytest.fixture
def case_id(desk: Desk, clerk: Actor, clock: Clock) -> int:
    made = form(clock.at - timedelta(minutes=5))
    return register(RegisterComplaint("k", made), desk, clerk).case_id


@pytest.fixture
def reminders(
    operations: Operations, desk: Desk, case_id: int, qtbot: QtBot
) -> Iterator[tuple[Reminders, list[str]]]:
    operations.sign_in(BOSS)
    made = Reminders(operations, desk.reading.office(official_date(desk.now())))
    heard: list[str] = []
    made.morning.connect(lambda _: heard.append("morning"))
    made.passed.connect(lambda _: heard.append("passed"))
    yield made, heard
    made.end()


def test_behaviour_42_nothing_is_said_outside_office_hours(
    reminders: tuple[Reminders, list[str]],
    operations: Operations,
    clock: Clock,
    qtbot: QtBot,
) -> None:
    made, heard = reminders
    late = DAY + timedelta(days=8)
    quiet = [
        bangkok(late, 8, 29),
        bangkok(late, 12, 30),
        bangkok(late, 16, 30),
        bangkok(late, 22),
        bangkok(date(2026, 7, 25), 10),
        bangkok(date(2026, 7, 28), 10),
    ]
    for moment in quiet:
        clock.at = moment
        made.look()
        drained(operations, qtbot)
    assert heard == []
    clock.at = bangkok(date(2026, 7, 31), 8, 30)
    made.look()
    drained(operations, qtbot)
    assert heard == ["morning"]


def test_the_list_comes_once_a_day_and_then_only_what_passes_a_mark(
    reminders: tuple[Reminders, list[str]],
    operations: Operations,
    desk: Desk,
    clock: Clock,
    qtbot: QtBot,
) -> None:
    made, heard = reminders
    clock.at = bangkok(DAY + timedelta(days=1), 9)
    for _ in range(3):
        made.look()
        drained(operations, qtbot)
    assert heard == ["morning"]
    # The acknowledgement falls due at half past four: told when the office works again.
    clock.at = bangkok(DAY + timedelta(days=1), 16, 40)
    made.look()
    drained(operations, qtbot)
    assert heard == ["morning"]
    again = Reminders(operations, desk.reading.office(DAY))
    again.morning.connect(lambda _: heard.append("twice"))
    clock.at = bangkok(DAY + timedelta(days=1), 16, 20)
    again.look()
    drained(operations, qtbot)
    assert heard == ["morning"]
    made.end()
    clock.at = bangkok(DAY + timedelta(days=2), 9)
    made.look()
    drained(operations, qtbot)
    assert heard == ["morning", "morning"]


def test_an_empty_morning_says_nothing(
    operations: Operations, desk: Desk, clerk: Actor, clock: Clock, qtbot: QtBot
) -> None:
    owner = Actor(4, "นายวิชัย ตั้งตรง", frozenset({Role.OWNER}))
    operations.sign_in(owner)
    made = Reminders(operations, desk.reading.office(DAY))
    heard: list[Agenda] = []
    made.morning.connect(heard.append)
    made.look()
    drained(operations, qtbot)
    assert heard == []


def test_a_day_the_calendar_does_not_know_is_no_office_day(desk: Desk) -> None:
    days = desk.reading.office(DAY).days
    assert any(holiday.kind is HolidayKind.REGULAR for holiday in days.holidays)
    calendar = days.calendar()
    assert in_office_hours(bangkok(DAY, 10), calendar)
    assert not in_office_hours(bangkok(date(2099, 1, 5), 10), calendar)


def test_the_counter_says_it_in_a_bar_that_leads_to_the_list(
    operations: Operations, desk: Desk, case_id: int, clock: Clock, qtbot: QtBot
) -> None:
    clock.at = bangkok(DAY + timedelta(days=2), 9)
    operations.sign_in(BOSS)
    counter = Counter(operations, desk.reading.office(DAY))
    qtbot.addWidget(counter, before_close_func=lambda shown: shown.leave())
    counter.resize(1366, 768)
    counter.show()
    qtbot.waitUntil(lambda: bool(counter.bar.shown()))
    assert counter.bar.shown() == ["เช้านี้ต้องติดตาม ๑ รายการ · ช่องทางที่วันนี้ยังไม่ได้ตรวจ ๑๘"]
    assert not counter.findChildren(QDialog)
    counter.go(Act.MORNING)
    page = counter.page(Act.MORNING)
    assert isinstance(page, MorningPage)
    qtbot.waitUntil(lambda: bool(page.lists))
    drained(operations, qtbot)
    assert words(page, "เกินกำหนด ๑", "ช่องทางที่วันนี้ยังไม่ได้ตรวจ")
    with qtbot.waitSignal(page.opened) as opened:
        QTest.keyClick(page.lists[0], Qt.Key.Key_Return)
    assert opened.args == [case_id]
    drained(operations, qtbot)
    counter.go(Act.MORNING)
    drained(operations, qtbot)
    page.all_wanted.emit(RegisterView.NO_CONTACT)
    drained(operations, qtbot)
    assert words(counter, "ยังไม่ได้ติดต่อผู้ร้อง")


def test_who_is_told_when_is_set_on_the_settings_page(
    operations: Operations, desk: Desk, qtbot: QtBot
) -> None:
    operations.sign_in(BOSS)
    card = LadderCard(operations)
    qtbot.addWidget(card)
    card.show()
    drained(operations, qtbot)
    assert "๕๐" in card.said.text()
    card.change()
    changing = sheet(card, LadderSheet, qtbot)
    changing.steps["owner"].set_text("มาก")
    changing.save()
    assert changing.steps["owner"].error
    changing.steps["owner"].set_text("90")
    changing.save()
    qtbot.waitUntil(lambda: bool(changing.steps["owner"].error))
    changing.steps["owner"].set_text("60")
    accepted(changing, changing.save, qtbot)
    assert desk.reading.ladder(BOSS).owner == 60
