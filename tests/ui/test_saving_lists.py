"""The register saved as a file, by keys, through the real sheet: what is in it, what goes wrong."""

import csv
import errno
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event
from unittest.mock import patch

import openpyxl
import pytest
import sqlalchemy as sa
from office import signed_by
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot
from windows import BOSS, Taker, drained, opened, register_page, select, sheet, text_of

from db.furnishing import Strongroom
from desktop.acts import exporting
from desktop.exchange import table_files
from desktop.ports import Desk
from desktop.rules.people import Actor, Role
from desktop.rules.saved_tables import LIMITS, TableKind
from ui.dialogs.table_place import TablePlaceSheet
from ui.dialogs.table_run import PART, TableRunDialog
from ui.notices import Notice
from ui.operations import Operations
from ui.pages.register_table.page import RegisterPage
from ui.pages.register_table.source import REGISTER

HEADS = [
    *("เลขรับเรื่อง", "วันที่รับ", "วันที่รับ (พ.ศ.)", "เรื่อง", "ผู้ร้อง", "ช่องทาง", "ความสำคัญ", "สถานะ"),
    *("ผู้รับผิดชอบ", "กำหนด", "กำหนด (พ.ศ.)", "เวลาที่เหลือ"),
]
Lister = Callable[[], RegisterPage]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this desk saves first."""
    made = tmp_path / "เอกสาร"
    made.mkdir()
    monkeypatch.setattr("ui.dialogs.table_place.first_folder", lambda: made)
    return made


@pytest.fixture(autouse=True)
def _own_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Show the toolkit's own sheet, which keys can reach here."""
    made = TablePlaceSheet.__init__

    def own(self: TablePlaceSheet, *words: object) -> None:
        made(self, *words)  # type: ignore[arg-type]
        self.setOption(QFileDialog.Option.DontUseNativeDialog)

    monkeypatch.setattr(TablePlaceSheet, "__init__", own)


@pytest.fixture
def listed(operations: Operations, desk: Desk, qtbot: QtBot) -> Lister:
    def make() -> RegisterPage:
        page = register_page(operations, desk, qtbot)
        page.activateWindow()
        page.table.setFocus()
        return page

    return make


def asked(page: RegisterPage, qtbot: QtBot) -> TablePlaceSheet:
    """Press the keys, and wait for the sheet that asks where."""
    with qtbot.waitActive(page):
        page.activateWindow()
    # Qt shows a button as pressed for a while, in which its keys do nothing more.
    qtbot.wait(150)
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page.table, Qt.Key.Key_E, control)
    return sheet(page, TablePlaceSheet, qtbot)


def name_of(place: TablePlaceSheet) -> QLineEdit:
    found = place.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(found, QLineEdit)
    return found


def enter(place: TablePlaceSheet, name: str = "") -> None:
    """Type a name over the one that is there, if another is wanted, and press Enter."""
    edit = name_of(place)
    place.activateWindow()
    # Without the cursor in it, what is typed leaves the file before it chosen in the list.
    QTest.qWaitForWindowActive(place)
    edit.setFocus()
    if name:
        edit.selectAll()
        for letter in name:
            typed = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(edit, typed)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def told(page: RegisterPage, qtbot: QtBot) -> str:
    """Wait for what is said at the end."""
    qtbot.waitUntil(lambda: not page.saving.running and bool(page.notices.shown()))
    return page.notices.shown()[-1]


def cells(place: Path) -> list[list[object]]:
    (found,) = openpyxl.load_workbook(place).worksheets
    return [[cell.value for cell in row] for row in found.iter_rows()]


def lines(place: Path) -> list[list[str]]:
    with place.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def acts(strongroom: Strongroom) -> list[str]:
    with strongroom.asking.connect() as connection:
        return list(connection.scalars(sa.text("SELECT act FROM journal ORDER BY sequence")))


def test_all_that_is_listed_is_saved_as_it_stands_on_the_screen(
    five: list[int], listed: Lister, folder: Path, qtbot: QtBot
) -> None:
    page = listed()
    with qtbot.waitSignal(page.filled):
        page.table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    place = asked(page, qtbot)
    assert place.windowTitle() == "บันทึก ๕ รายการเป็นตาราง"
    assert name_of(place).text() == "ทะเบียนเรื่องร้องเรียน 2569-07-15.xlsx"
    enter(place)
    said = told(page, qtbot)
    file = folder / "ทะเบียนเรื่องร้องเรียน 2569-07-15.xlsx"
    assert said == f"บันทึก ๕ รายการเป็น “{file.name}” ไว้ที่ {folder}"
    head, *rows = cells(file)
    assert head == HEADS
    assert [row[3] for row in rows] == ["=1+1", "กระเป๋าหาย", "เก้าอี้หัก", "น้ำท่วม", "ไฟดับ"]
    first = rows[0]
    assert (first[0], str(first[1])[:10], first[2]) == ("๔/๒๕๖๙", "2026-07-15", "๑๕ ก.ค. ๒๕๖๙")
    assert (first[4], first[7]) == ("นางปราณี สุขใจ", "รับเรื่อง")
    assert str(first[9])[:4] == "2026"
    assert str(first[11]).startswith("เหลือ")
    assert list(folder.iterdir()) == [file]


def test_filters_search_and_columns_are_those_of_the_list(
    five: list[int], listed: Lister, folder: Path, qtbot: QtBot
) -> None:
    page = listed()
    page.arranged.choose(
        [one for name in ("number", "subject") for one in page.arranged.shipped if one.name == name]
    )
    with qtbot.waitSignal(page.filled):
        page.search("หาย")
    enter(asked(page, qtbot), "ที่ค้นพบ.csv")
    told(page, qtbot)
    assert lines(folder / "ที่ค้นพบ.csv") == [
        ["เลขรับเรื่อง", "ปีงบประมาณ", "เรื่อง"],
        ["2", "2569", "กระเป๋าหาย"],
    ]


def test_several_chosen_are_saved_and_one_line_is_only_where_the_cursor_is(
    five: list[int], listed: Lister, folder: Path, qtbot: QtBot
) -> None:
    page = listed()
    select(page, 1, 3)
    place = asked(page, qtbot)
    assert place.windowTitle() == "บันทึก ๒ รายการเป็นตาราง"
    enter(place, "สอง")
    told(page, qtbot)
    assert [row[3] for row in cells(folder / "สอง.xlsx")[1:]] == ["=1+1", "กระเป๋าหาย"]
    page.table.clearSelection()
    select(page, 2)
    place = asked(page, qtbot)
    assert place.windowTitle() == "บันทึก ๕ รายการเป็นตาราง"
    QTest.keyClick(place, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not place.isVisible())
    assert [file.name for file in folder.iterdir()] == ["สอง.xlsx"]


def test_the_ending_that_is_chosen_is_the_kind_of_the_file(
    take: Taker, listed: Lister, folder: Path, qtbot: QtBot
) -> None:
    take("=1+1", petitioners=signed_by(first="-ปราณี"))
    page = listed()
    place = asked(page, qtbot)
    place.selectNameFilter("CSV (*.csv)")
    place.filterSelected.emit("CSV (*.csv)")
    assert name_of(place).text() == "ทะเบียนเรื่องร้องเรียน 2569-07-15.csv"
    enter(place)
    told(page, qtbot)
    file = folder / "ทะเบียนเรื่องร้องเรียน 2569-07-15.csv"
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    head, line = lines(file)
    assert head == ["เลขรับเรื่อง", "ปีงบประมาณ", *HEADS[1:]]
    assert line[:5] == ["1", "2569", "2026-07-15", "๑๕ ก.ค. ๒๕๖๙", "'=1+1"]
    assert [cell for cell in line if cell[:1] in "=+-@" and cell] == []
    enter(asked(page, qtbot), "สรุป พ.ศ. ๒๕๖๙")
    told(page, qtbot)
    assert sorted(one.name for one in folder.iterdir()) == [file.name, "สรุป พ.ศ. ๒๕๖๙.xlsx"]


def test_no_file_is_replaced_that_the_sheet_did_not_ask_about(
    take: Taker, listed: Lister, folder: Path, qtbot: QtBot
) -> None:
    take("น้ำท่วม")
    page = listed()
    file = folder / "สรุป พ.ศ. ๒๕๖๙.xlsx"
    file.write_bytes(b"before")
    first = asked(page, qtbot)
    enter(first, "สรุป พ.ศ. ๒๕๖๙")
    qtbot.waitUntil(lambda: not first.isVisible())
    again = sheet(page, TablePlaceSheet, qtbot)
    assert again is not first
    assert name_of(again).text() == file.name
    QTest.keyClick(again, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not again.isVisible())
    assert file.read_bytes() == b"before"


def test_who_may_not_is_offered_nothing_and_an_empty_list_says_so(
    listed: Lister, operations: Operations, folder: Path, qtbot: QtBot
) -> None:
    page = listed()
    assert page.saving.isVisible()
    page.saving.click()
    assert told(page, qtbot) == "ไม่มีเรื่องให้บันทึก"
    operations.sign_in(Actor(1, "นายดูแล ระบบดี", frozenset({Role.ADMINISTRATOR})))
    page.arrive()
    assert not page.saving.isVisible()
    drained(operations, qtbot)


def test_what_may_not_be_opened_is_veiled_and_openings_are_kept(
    take: Taker,
    listed: Lister,
    operations: Operations,
    strongroom: Strongroom,
    desk: Desk,
    folder: Path,
    qtbot: QtBot,
) -> None:
    take("เปิดเผย")
    sealed = take("ครูตีเด็ก", restricted=True, petitioners=signed_by())
    operations.sign_in(Actor(4, "นายวิชัย ตั้งตรง", frozenset({Role.OWNER})))
    page = listed()
    enter(asked(page, qtbot), "ก.xlsx")
    told(page, qtbot)
    assert [row[3:5] for row in cells(folder / "ก.xlsx")[1:]] == [
        ["(ปกปิด)", "(ปกปิด)"],
        ["เปิดเผย", "นางปราณี สุขใจ"],
    ]
    operations.sign_in(BOSS)
    enter(asked(page, qtbot), "ข.xlsx")
    qtbot.waitUntil(lambda: "“ข.xlsx”" in told(page, qtbot))
    qtbot.waitUntil(lambda: len(page.notices.shown()) == 1)
    assert cells(folder / "ข.xlsx")[1][3] == "ครูตีเด็ก"
    assert acts(strongroom)[-2:] == [exporting.ACT, exporting.ACT]
    shown = opened(operations, desk, sealed, qtbot)
    drained(operations, qtbot)
    assert "นางวิภา นำทาง · บันทึกออกเป็นตาราง" in text_of(shown)
    assert "นายวิชัย ตั้งตรง · บันทึก" not in text_of(shown)


@pytest.fixture
def held() -> Iterator[tuple[Event, Event]]:
    """Hold what is read for the second part of a table until it may go on."""
    reached, gate = Event(), Event()
    read, calls = exporting.lines_out, []

    def slow(desk: Desk, actor: Actor, ids: object) -> exporting.LinesOut:
        calls.append(ids)
        if len(calls) == 2:
            reached.set()
            assert gate.wait(20)
        return read(desk, actor, ids)  # type: ignore[arg-type]

    slowly = replace(REGISTER, out=slow)
    with (
        patch("ui.pages.register_table.page.REGISTER", slowly),
        patch("ui.dialogs.table_run.PART", 2),
    ):
        yield reached, gate
        gate.set()


def running(page: RegisterPage, qtbot: QtBot) -> TableRunDialog:
    return sheet(page, TableRunDialog, qtbot)


def test_a_long_one_tells_how_far_it_is_and_stops_by_escape(
    five: list[int],
    listed: Lister,
    held: tuple[Event, Event],
    strongroom: Strongroom,
    folder: Path,
    qtbot: QtBot,
) -> None:
    page = listed()
    file = folder / "ก.xlsx"
    file.write_bytes(b"before")
    page.saving.save_to(page.model.ids(), file, TableKind.XLSX)
    qtbot.waitUntil(held[0].is_set)
    run = running(page, qtbot)
    assert run.line.text() == "๒ จาก ๕ บรรทัด"
    assert (run.bar.value(), run.bar.maximum()) == (2, 5)
    QTest.keyClick(run, Qt.Key.Key_Escape)
    assert run.isVisible()
    held[1].set()
    assert told(page, qtbot) == "หยุดแล้ว ไม่ได้บันทึกไฟล์"
    assert file.read_bytes() == b"before"
    assert list(folder.iterdir()) == [file]
    assert exporting.ACT not in acts(strongroom)


def test_whoever_sits_down_meanwhile_takes_nothing_out(
    five: list[int],
    listed: Lister,
    held: tuple[Event, Event],
    operations: Operations,
    folder: Path,
    qtbot: QtBot,
) -> None:
    page = listed()
    page.saving.save_to(page.model.ids(), folder / "ก.csv", TableKind.CSV)
    qtbot.waitUntil(held[0].is_set)
    operations.sign_in(BOSS)
    held[1].set()
    assert told(page, qtbot).startswith("สิทธิของคุณทำรายการนี้ไม่ได้")
    assert list(folder.iterdir()) == []


def test_a_file_open_elsewhere_stays_and_another_place_is_offered(
    take: Taker, listed: Lister, strongroom: Strongroom, folder: Path, qtbot: QtBot
) -> None:
    take("น้ำท่วม")
    page = listed()
    file = folder / "ก.xlsx"
    file.write_bytes(b"before")
    os.chmod(file, 0o444)
    page.saving.save_to(page.model.ids(), file, TableKind.XLSX)
    said = told(page, qtbot)
    assert said.startswith("บันทึก “ก.xlsx” ที่นั้นไม่ได้ ถ้าเปิดอยู่ใน Excel ให้ปิดก่อน")
    assert file.read_bytes() == b"before"
    assert exporting.ACT not in acts(strongroom)
    (notice,) = page.notices.findChildren(Notice)
    notice.action.click()
    place = sheet(page, TablePlaceSheet, qtbot)
    assert name_of(place).text() == "ก.xlsx"
    place.selectFile("ข.xlsx")
    enter(place)
    qtbot.waitUntil(lambda: told(page, qtbot).startswith("บันทึก ๑ รายการเป็น “ข.xlsx”"))
    assert sorted(one.name for one in folder.iterdir()) == ["ก.xlsx", "ข.xlsx"]


@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.ENOSPC, "พื้นที่จานบันทึกไม่พอ"), (errno.EIO, "เขียนแฟ้มไม่ได้: พัง")],
)
def test_a_disk_that_fails_is_told_and_nothing_is_left(
    take: Taker, listed: Lister, folder: Path, qtbot: QtBot, number: int, said: str
) -> None:
    take("น้ำท่วม")
    page = listed()
    with patch.object(table_files.TableFile, "finish", side_effect=OSError(number, "พัง")):
        page.saving.save_to(page.model.ids(), folder / "ก.xlsx", TableKind.XLSX)
        assert told(page, qtbot).startswith(said)
    assert list(folder.iterdir()) == []


def test_more_than_excel_holds_is_told_before_it_begins(
    five: list[int], listed: Lister, folder: Path, qtbot: QtBot
) -> None:
    page = listed()
    with patch.dict(LIMITS, {TableKind.XLSX: 4}):
        page.saving.save_to(page.model.ids(), folder / "ก.xlsx", TableKind.XLSX)
        assert told(page, qtbot).startswith("ตาราง Excel รับได้ไม่เกิน ๔ บรรทัด")
    assert list(folder.iterdir()) == []


def test_a_list_longer_than_its_first_page_is_saved_whole_and_no_dialog_flashes(
    take: Taker, listed: Lister, folder: Path, qtbot: QtBot
) -> None:
    for number in range(140):
        take(f"เรื่องที่ {number}")
    page = listed()
    shown: list[bool] = []
    with patch.object(TableRunDialog, "showEvent", lambda *_: shown.append(True)):
        enter(asked(page, qtbot), "ยาว.csv")
        told(page, qtbot)
    assert [line[4] for line in lines(folder / "ยาว.csv")[1:]] == [
        f"เรื่องที่ {number}" for number in reversed(range(140))
    ]
    assert shown == []
    assert PART > 140
