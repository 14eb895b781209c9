"""The calendar's tab: changes gathered, looked at, applied; files and the government's list."""

from datetime import date
from pathlib import Path

import pytest
from office import form
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from windows import accepted, settings_tab, sheet, words

from desktop.acts.keeping_calendar import KeepCalendar, keep_calendar
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.calendar import Holiday, HolidayKind, HolidayOrigin
from desktop.rules.clocks import ClockKind
from desktop.rules.people import Actor
from desktop.rules.thai.dates import official_date
from ui.dialogs.moves import MovesSheet
from ui.operations import Operations
from ui.pages.case.page import CasePage
from ui.pages.register_table.page import RegisterPage
from ui.pages.settings.calendar import CalendarTab
from ui.pages.settings.day_differences import DayDifferencesDialog

DAY = date(2026, 7, 20)


@pytest.fixture
def tab(operations: Operations, admin: Actor, qtbot: QtBot) -> CalendarTab:
    operations.sign_in(admin)
    return shown(operations, qtbot)


def shown(operations: Operations, qtbot: QtBot) -> CalendarTab:
    return settings_tab(operations, "ปฏิทิน", CalendarTab, qtbot)


def add(tab: CalendarTab, day: date, name: str) -> None:
    made = tab.add_holiday(day)
    made.name.set_text(name)
    made.kind.set_text(HolidayKind.SPECIAL.value)
    made.reference.set_text("มติคณะรัฐมนตรี")
    made.keep_button.click()


def test_a_holiday_is_gathered_looked_at_and_applied(
    tab: CalendarTab, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    done = register(RegisterComplaint("k", form(desk.now())), desk, clerk)
    before = desk.reading.case(clerk, done.case_id)
    add(tab, DAY, "วันหยุดราชการเพิ่มเป็นกรณีพิเศษ")
    assert words(tab.pending, "มีการเปลี่ยนแปลง ๑ รายการที่ยังไม่ได้ใช้")
    assert DAY not in {h.date for h in desk.reading.days().holidays}
    tab.look_button.click()
    moves = sheet(tab, MovesSheet, qtbot)
    assert moves.said.text().startswith("วันครบกำหนดจะเลื่อน ๑ รายการ ในเรื่องที่ยังไม่แล้วเสร็จ ๑ เรื่อง")
    model = moves.moves.model()
    assert model.index(0, 0).data() == "๑/๒๕๖๙"
    accepted(moves, moves.save, qtbot)
    qtbot.waitUntil(tab.pending.isHidden)
    kept = {h.date: h for h in desk.reading.days().holidays}[DAY]
    assert (kept.kind, kept.origin) == (HolidayKind.SPECIAL, HolidayOrigin.OFFICE)
    after = desk.reading.case(clerk, done.case_id)
    resolve = [c.due_at for c in after.clocks if c.kind is ClockKind.RESOLVE]
    assert resolve != [c.due_at for c in before.clocks if c.kind is ClockKind.RESOLVE]


def test_lists_and_cases_say_their_days_by_the_new_calendar(
    operations: Operations, desk: Desk, clerk: Actor, admin: Actor, qtbot: QtBot
) -> None:
    done = register(RegisterComplaint("k", form(desk.now())), desk, clerk)
    office = desk.reading.office(official_date(desk.now()))
    listed = RegisterPage(operations, office)
    case = CasePage(operations, office)
    for page in (listed, case):
        qtbot.addWidget(page)
        page.show()
    case.show_case(done.case_id)
    qtbot.waitUntil(lambda: case.case is not None)
    before = listed.columns.calendar
    operations.sign_in(admin)
    holiday = Holiday(DAY, "วันหยุดราชการเพิ่มเป็นกรณีพิเศษ")
    operations.write(case, keep_calendar, KeepCalendar(holidays=(holiday,)), lambda _kept: None)
    operations.sign_in(clerk)
    qtbot.waitUntil(lambda: listed.columns.calendar != before)
    assert not listed.columns.calendar.is_workday(DAY)
    qtbot.waitUntil(lambda: words(case.timeline, "คำนวณวันครบกำหนดใหม่"))


def test_a_day_without_a_name_says_so_at_its_field(tab: CalendarTab) -> None:
    made = tab.add_holiday()
    made.keep_button.click()
    assert made.date.error
    assert made.name.error == "กรุณากรอกช่องนี้"
    made.reject()


def test_days_are_reached_and_opened_by_keys(tab: CalendarTab) -> None:
    tab.year.setFocus()
    tab.year.day = date(2026, 7, 19)
    opened: list[date] = []
    tab.year.opened.disconnect()
    tab.year.opened.connect(opened.append)
    QTest.keyClick(tab.year, Qt.Key.Key_Right)
    QTest.keyClick(tab.year, Qt.Key.Key_Down)
    QTest.keyClick(tab.year, Qt.Key.Key_Return)
    assert opened == [date(2026, 7, 27)]
    place = next(place for day, place in tab.year._places.items() if day == DAY)
    QTest.mouseClick(tab.year, Qt.MouseButton.LeftButton, pos=place.center())
    assert opened[-1] == DAY
    assert "วันเฉลิมพระชนมพรรษา" in tab.year._words(date(2026, 7, 28))


def test_hours_and_special_days_are_gathered(tab: CalendarTab) -> None:
    week = tab.change_week()
    week.days[0].set_text("๙-๑๐")
    week.keep_button.click()
    assert week.days[0].error
    week.days[0].set_text("๐๙.๐๐-๑๕.๐๐")
    week.keep_button.click()
    own = tab.add_special(date(2026, 7, 18))
    own.name.set_text("วันทำการพิเศษ")
    own.keep_button.click()
    assert own.hours.error
    own.hours.set_text("08.30-12.00")
    own.keep_button.click()
    assert words(tab, "วันจันทร์", "๐๙.๐๐-๑๕.๐๐", "มีการเปลี่ยนแปลง ๒ รายการที่ยังไม่ได้ใช้")
    tab.forget()
    assert tab.pending.isHidden()
    assert words(tab, "วันจันทร์", "๐๘.๓๐-๑๒.๐๐ ๑๓.๐๐-๑๖.๓๐")


def test_a_week_without_work_is_refused_in_its_sheet(tab: CalendarTab) -> None:
    week = tab.change_week()
    for field in week.days:
        field.set_text("")
    week.keep_button.click()
    assert week.days[0].error.startswith("ตามเวลานี้สำนักงานจะไม่มีเวลาทำการเลย")
    week.reject()


def test_a_year_that_is_not_entered_says_so(tab: CalendarTab) -> None:
    known = tab.changes.facts().calendar().complete_until if tab.changes else None
    assert known is not None
    assert tab.warning.isHidden()
    tab.go(known.year + 1 - tab.year_shown)
    assert tab.warning.text().startswith("ปฏิทินยังไม่ครบ")


def test_a_file_goes_out_and_comes_back_with_its_faults_told(
    tab: CalendarTab, tmp_path: Path, qtbot: QtBot
) -> None:
    out = tmp_path / "วันหยุด.csv"
    tab.files.export_to(out)
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    lines = out.read_text("utf-8-sig").splitlines()
    out.write_text(
        "\n".join([*lines, "2026-07-20,,วันหยุดพิเศษ,special,มติ", "20/7/69,,ผิด,special,"]),
        "utf-8-sig",
    )
    tab.files.import_from(out)
    dialog = sheet(tab, DayDifferencesDialog, qtbot)
    assert [box.box.text() for box in dialog.boxes] == [
        "วันจันทร์ที่ ๒๐ กรกฎาคม ๒๕๖๙ · เพิ่ม: วันหยุดพิเศษ (วันหยุดพิเศษ)"
    ]
    dialog.take_button.click()
    assert tab.changes is not None
    assert tab.changes.holidays[DAY].reference == "มติ"
    assert [
        said for said in tab.notices.shown() if said.startswith(f"บรรทัดที่ {_thai(len(lines) + 2)}:")
    ]


def _thai(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))


def test_a_file_that_is_none_says_so(tab: CalendarTab, tmp_path: Path, qtbot: QtBot) -> None:
    wrong = tmp_path / "x.csv"
    wrong.write_bytes("วันที่,ชื่อวันหยุด".encode("cp874"))
    tab.files.import_from(wrong)
    qtbot.waitUntil(lambda: bool(tab.notices.shown()))
    assert "CSV UTF" in tab.notices.shown()[0]


def test_the_governments_list_is_compared_and_chosen(tab: CalendarTab, qtbot: QtBot) -> None:
    tab.drop(date(2026, 7, 28))
    tab.files.compare()
    dialog = sheet(tab, DayDifferencesDialog, qtbot)
    assert len(dialog.boxes) == 1
    dialog.take_button.click()
    assert tab.pending.isHidden()


def test_who_does_not_keep_the_office_only_looks(operations: Operations, qtbot: QtBot) -> None:
    tab = shown(operations, qtbot)
    assert tab.open_day(DAY) is None
    buttons = {b.text() for b in tab.findChildren(QPushButton) if b.isVisibleTo(tab)}
    assert buttons == {"‹", "›"}
