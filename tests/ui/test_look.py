"""A person's look: changed at once, kept over restarts, and nothing that is typed is lost by it."""

from datetime import timedelta

import pytest
from clock import Clock
from office import form
from PySide6.QtCore import QLocale, QSettings, Qt
from PySide6.QtGui import QStyleHints
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QMenu
from pytestqt.qtbot import QtBot
from windows import ADMIN, ENGLISH, changed, drained, here, words

from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.people import Actor
from desktop.rules.thai.dates import official_date
from desktop.wording import language
from ui import theme
from ui.actions import Act
from ui.appearance import worn
from ui.counter import Counter
from ui.look import PERCENTS, Density, Look, Looks, Scheme
from ui.looks_offered import OFFERS
from ui.pages.intake.page import IntakePage
from ui.pages.register_table.page import RegisterPage
from ui.pages.settings.page import SettingsPage
from ui.pages.sign_in import SignInPage
from ui.theme import row_height
from ui.widgets.columns import TableColumns
from ui.window import Window


def settings(counter: Counter, qtbot: QtBot) -> SettingsPage:
    counter.go(Act.SETTINGS)
    page = counter.page(Act.SETTINGS)
    assert isinstance(page, SettingsPage)
    qtbot.waitUntil(lambda: page.calendar is not None)
    return page


def test_the_open_window_speaks_the_other_language_at_once_and_qt_with_it(
    window: Window, qtbot: QtBot
) -> None:
    said = here(window, qtbot)
    assert words(said, "ทะเบียน", "ตั้งค่า", "ล็อก")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    cancel = box.button(QDialogButtonBox.StandardButton.Cancel)
    assert cancel.text() == "ยกเลิก"
    english = changed(window, ENGLISH, qtbot)
    assert words(english, "Register", "Settings", "Lock", "Everything is saved")
    assert cancel.text() == "Cancel"
    assert QLocale().language() == QLocale.Language.English
    thai = changed(window, Look(), qtbot)
    assert words(thai, "ทะเบียน", "ตั้งค่า", "ล็อก")
    assert cancel.text() == "ยกเลิก"


def test_tables_tell_their_columns_and_days_in_the_new_language(
    window: Window, desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    register(RegisterComplaint("k", form(clock.at - timedelta(minutes=5))), desk, ADMIN)
    page = changed(window, ENGLISH, qtbot).page(Act.REGISTER)
    assert isinstance(page, RegisterPage)
    model = page.table.model()
    across = range(model.columnCount())
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in across]
    assert "Subject" in heads
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    qtbot.waitUntil(lambda: "15 Jul 69" in [str(model.index(0, n).data()) for n in across])


def test_changes_that_no_draft_keeps_are_named_and_kept(window: Window, qtbot: QtBot) -> None:
    counter = here(window, qtbot)
    page = settings(counter, qtbot)
    drained(counter._operations, qtbot)
    assert page.unsaved() == ""
    assert page.standard is not None
    page.standard.form.reply.setValue(page.standard.form.reply.value() + 1)
    assert page.unsaved() == "มาตรฐานระยะเวลา"
    window.change_look(ENGLISH)
    assert window.counter is counter
    assert worn() == Look()
    assert any("มาตรฐานระยะเวลา" in notice for notice in counter.bar.shown())
    page.standard.form.reply.setValue(page.standard.form.reply.value() - 1)
    assert page.calendar is not None
    page.calendar.drop(next(iter(page.calendar._changes().holidays)))
    assert page.unsaved() == "ปฏิทิน"
    page.calendar.forget()
    changed(window, ENGLISH, qtbot)


def test_the_settings_show_what_holds_and_change_it_by_keys(window: Window, qtbot: QtBot) -> None:
    counter = here(window, qtbot)
    menu = counter.top.person.menu()
    assert isinstance(menu, QMenu)
    next(one for one in menu.actions() if one.text() == "การแสดงผล…").trigger()
    drained(counter._operations, qtbot)
    page = counter.page(Act.SETTINGS)
    assert isinstance(page, SettingsPage)
    assert page.tabs.tabText(page.tabs.currentIndex()) == "การแสดงผล"
    assert page.display.choices["Language"].text() == "0"
    chosen = page.focusWidget()
    assert chosen is not None
    QTest.keyClick(chosen, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: window.counter is not counter)
    again = here(window, qtbot).page(Act.SETTINGS)
    assert isinstance(again, SettingsPage)
    assert again.tabs.tabText(again.tabs.currentIndex()) == "Display"
    assert again.display.choices["Language"].text() == "1"


def test_the_menu_ticks_what_holds_and_changes_it(window: Window, qtbot: QtBot) -> None:
    counter = here(window, qtbot)
    menu = counter.top.person.menu()
    menu.aboutToShow.emit()
    ticked = [one.text() for one in menu.actions() if one.isChecked()]
    assert ticked[0] == "ไทย"
    assert len(ticked) == len(OFFERS)
    next(one for one in menu.actions() if one.text() == "English").trigger()
    qtbot.waitUntil(lambda: window.counter is not counter)
    assert language() == "en"


@pytest.mark.parametrize("scheme", [Scheme.DARK, Scheme.LIGHT])
def test_colours_are_put_on_pages_that_stay(window: Window, scheme: Scheme, qtbot: QtBot) -> None:
    counter = here(window, qtbot)
    page = settings(counter, qtbot)
    assert page.calendar is not None
    page.calendar.drop(next(iter(page.calendar._changes().holidays)))
    window.change_look(Look(scheme=scheme))
    assert window.counter is counter
    assert page.calendar.unsaved
    assert theme.current().name == scheme.value
    ground = counter.grab().toImage().pixelColor(counter.width() - 3, counter.height() // 2)
    assert ground == theme.load(scheme.value).colour("background")
    assert Looks().last() == Look(scheme=scheme)


def test_colours_follow_the_computer_unless_somebody_chose(
    window: Window, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    here(window, qtbot)
    night: list[Qt.ColorScheme] = [Qt.ColorScheme.Dark]
    hints = QApplication.styleHints()
    monkeypatch.setattr(QStyleHints, "colorScheme", lambda _hints: night[0])
    hints.colorSchemeChanged.emit(night[0])
    assert theme.current().name == "dark"
    window.change_look(Look(scheme=Scheme.LIGHT))
    hints.colorSchemeChanged.emit(night[0])
    assert theme.current().name == "light"
    window.change_look(Look())
    assert theme.current().name == "dark"
    night[0] = Qt.ColorScheme.Light
    hints.colorSchemeChanged.emit(night[0])
    assert theme.current().name == "light"


@pytest.mark.parametrize("percent", PERCENTS)
def test_everything_is_as_large_as_a_person_wants(
    window: Window, percent: int, qtbot: QtBot
) -> None:
    before = here(window, qtbot)
    words_high, row_high = before.top.lock.fontMetrics().height(), row_height()
    side_wide = before.side.width()
    if percent != PERCENTS[0]:
        changed(window, Look(percent=percent), qtbot)
    counter = here(window, qtbot)
    times = percent / 100
    assert counter.top.lock.fontMetrics().height() == pytest.approx(words_high * times, abs=2)
    assert counter.side.width() == pytest.approx(side_wide * times, abs=1)
    assert row_height() == pytest.approx(row_high * times, abs=1)
    page = counter.page(Act.REGISTER)
    assert isinstance(page, RegisterPage)
    assert page.table.verticalHeader().defaultSectionSize() == row_height()
    label = next(one for one in counter.side.findChildren(QLabel) if one.text() == "รับเรื่อง")
    assert label.fontInfo().pixelSize() == pytest.approx(20 * times, abs=1)


def test_what_has_no_room_on_a_small_screen_is_scrolled_to(window: Window, qtbot: QtBot) -> None:
    window.resize(1366, 728)
    here(window, qtbot)
    bars = window.room.horizontalScrollBar(), window.room.verticalScrollBar()
    assert [bar.maximum() for bar in bars] == [0, 0]
    counter = changed(window, Look(percent=125), qtbot)
    assert [bar.maximum() for bar in bars] == [0, 0]
    counter = changed(window, Look(percent=200), qtbot)
    assert all(bar.maximum() > 0 for bar in bars)
    bars[0].setValue(bars[0].maximum())
    bars[1].setValue(bars[1].maximum())
    qtbot.wait(1)
    corner = counter.foot.mapTo(window, counter.foot.rect().bottomRight())
    assert window.rect().contains(corner)


def test_columns_keep_their_design_at_every_size(window: Window, qtbot: QtBot) -> None:
    page = changed(window, Look(percent=150), qtbot).page(Act.REGISTER)
    assert isinstance(page, RegisterPage)
    columns = page.findChild(TableColumns)
    assert columns is not None
    designed = {one.name: one.width for one in columns.now()}
    place = next(p for p in columns.places() if columns.specs[p].name not in ("", columns.filling))
    name = columns.specs[place].name
    header = page.table.horizontalHeader()
    assert header.sectionSize(place) == round(designed[name] * 1.5)
    header.resizeSection(place, 300)
    assert {one.name: one.width for one in columns.now()}[name] == 200


def test_compact_tables_and_forms_stand_closer(window: Window, qtbot: QtBot) -> None:
    before = here(window, qtbot)
    before.go(Act.NEW)
    page = before.page(Act.NEW)
    assert isinstance(page, IntakePage)
    drained(before._operations, qtbot)
    row = row_height()
    field_high = page.form.sheet.editor("matter.subject").sizeHint().height()
    counter = changed(window, Look(density=Density.COMPACT), qtbot)
    later = counter.page(Act.NEW)
    assert isinstance(later, IntakePage)
    assert row_height() < row
    assert later.form.sheet.editor("matter.subject").sizeHint().height() < field_high


def test_each_finds_her_own_look_again_and_the_sign_in_page_that_of_the_last(
    window: Window, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    counter = changed(window, ENGLISH, qtbot)
    counter.locked.emit()
    covered = window.stage.currentWidget()
    assert isinstance(covered, SignInPage)
    assert words(covered, "Sign in")
    office = desk.reading.office(official_date(desk.now()))
    window.sign_in(clerk, office)
    assert worn() == Look()
    here(window, qtbot)
    window.sign_in(ADMIN, office)
    assert worn() == ENGLISH
    # As after a restart: another memory of the same file.
    assert Looks().last() == ENGLISH
    assert Looks().of(clerk.person_id) == Look()


def test_a_look_waits_until_what_is_under_way_has_ended(window: Window, qtbot: QtBot) -> None:
    counter = here(window, qtbot)
    answered: list[str] = []
    counter._operations.read(counter, lambda _desk, _actor: "answer", answered.append)
    window.change_look(ENGLISH)
    assert window.counter is counter
    qtbot.waitUntil(lambda: window.counter is not counter)
    assert answered == ["answer"]
    assert worn() == ENGLISH


def under_way(counter: Counter) -> None:
    """Have something on its way to the screen."""
    counter._operations.read(counter, lambda _desk, _actor: "answer", lambda _answer: None)


def chosen(counter: Counter, name: str) -> None:
    """Choose something of the look in the menu under the person's name."""
    menu = counter.top.person.menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == name).trigger()


def test_what_is_chosen_while_something_is_under_way_adds_up_and_can_be_taken_back(
    window: Window, qtbot: QtBot
) -> None:
    counter = here(window, qtbot)
    under_way(counter)
    chosen(counter, "English")
    chosen(counter, "๑๒๕ %")
    chosen(counter, "ไทย")
    assert window.counter is counter
    qtbot.waitUntil(lambda: window.counter is not counter)
    assert worn() == Look(percent=125)
    before = here(window, qtbot)
    under_way(before)
    chosen(before, "English")
    chosen(before, "ไทย")
    assert here(window, qtbot) is before
    assert worn() == Look(percent=125)


def test_a_look_still_waited_for_goes_with_the_person_who_wanted_it(
    window: Window, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    counter = here(window, qtbot)
    under_way(counter)
    chosen(counter, "English")
    counter.locked.emit()
    window.sign_in(clerk, desk.reading.office(official_date(desk.now())))
    here(window, qtbot)
    assert worn() == Look()


def test_a_look_waits_until_an_open_sheet_has_closed(window: Window, qtbot: QtBot) -> None:
    counter = here(window, qtbot)
    under_way(counter)
    chosen(counter, "English")
    sheet = QDialog(counter)
    sheet.open()
    assert here(window, qtbot) is counter
    assert sheet.isVisible()
    sheet.reject()
    qtbot.waitUntil(lambda: window.counter is not counter)
    assert worn() == ENGLISH


def test_a_file_that_somebody_spoiled_gives_the_plain_look() -> None:
    spoiled = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "rap-rueang", "look")
    spoiled.setValue("person/1/language", "tlh")
    spoiled.setValue("person/1/scheme", "plaid")
    spoiled.setValue("person/1/percent", "1000")
    spoiled.setValue("person/1/density", "solid")
    assert Looks(spoiled).of(1) == Look()
