"""The files of all complaints: by key to one of them, into its complaint and the viewer."""

from pathlib import Path

import openpyxl
import pytest
from paws import send
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot
from windows import Taker, drained

from desktop.acts.attaching import AttachFiles, NewFile, attach
from desktop.ports import Desk
from desktop.rules.media import FileKind
from desktop.rules.people import Actor
from desktop.rules.saved_tables import TableKind
from desktop.rules.thai.dates import official_date
from ui.actions import Act
from ui.counter import Counter
from ui.models.files import COLUMNS
from ui.operations import Operations
from ui.pages.case.page import CasePage
from ui.pages.files import FilesPage
from ui.pages.report import ReportPage

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def ids(desk: Desk, clerk: Actor, take: Taker) -> list[int]:
    """Two complaints with two files each."""
    made = [take("หลังคารั่ว"), take("ถนนชำรุด")]
    for case_id, names in zip(made, (("เก้าอี้.txt", "แก้ว.txt"), ("กอไผ่.txt", "น้ำ.txt")), strict=True):
        files = tuple(NewFile(name, b"x") for name in names)
        attach(AttachFiles(case_id, files), desk, clerk)
    return made


@pytest.fixture
def counter(operations: Operations, desk: Desk, ids: list[int], qtbot: QtBot) -> Counter:
    del ids
    made = Counter(operations, desk.reading.office(official_date(desk.now())))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    drained(operations, qtbot)
    return made


def listed(page: FilesPage) -> list[str]:
    return [page.list.model.index(row, 0).data() for row in range(page.list.model.rowCount())]


def test_keys_lead_to_a_file_and_it_is_looked_at_in_its_complaint(
    counter: Counter, operations: Operations, ids: list[int], qtbot: QtBot
) -> None:
    QTest.keyClick(counter, Qt.Key.Key_F, CONTROL_SHIFT)
    QTest.keyRelease(counter, Qt.Key.Key_Shift)
    drained(operations, qtbot)
    page = counter.stack.currentWidget()
    assert isinstance(page, FilesPage)
    assert page.list.table.hasFocus()
    page.words.line.setFocus()
    send(page.words.line, "แก้ว")
    drained(operations, qtbot)
    assert listed(page) == ["แก้ว.txt"]
    page.list.take_cursor()
    QTest.keyClick(page.list.table, Qt.Key.Key_Down)
    QTest.keyClick(page.list.table, Qt.Key.Key_Return)
    drained(operations, qtbot)
    case = counter.stack.currentWidget()
    assert isinstance(case, CasePage)
    assert case.case is not None
    assert case.case.id == ids[0]
    (file,) = (one for one in case.case.files if one.name == "แก้ว.txt")
    assert case.files.viewer.key == file.id
    assert case.files.viewer.isVisible()
    QTest.keyClick(case.files.viewer, Qt.Key.Key_Escape)
    QTest.keyClick(counter, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    drained(operations, qtbot)
    assert counter.stack.currentWidget() is page


def test_the_reports_lead_to_the_files(
    counter: Counter, operations: Operations, qtbot: QtBot
) -> None:
    counter.go(Act.REPORTS)
    drained(operations, qtbot)
    reports = counter.stack.currentWidget()
    assert isinstance(reports, ReportPage)
    reports.files_button.click()
    drained(operations, qtbot)
    assert isinstance(counter.stack.currentWidget(), FilesPage)


def test_it_is_sorted_narrowed_copied_and_saved_and_shows_what_was_added(
    counter: Counter,
    operations: Operations,
    ids: list[int],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    counter.go(Act.FILES)
    drained(operations, qtbot)
    page = counter.stack.currentWidget()
    assert isinstance(page, FilesPage)
    QAbstractItemModelTester(
        page.list.model, QAbstractItemModelTester.FailureReportingMode.Fatal, page
    )
    header = page.list.table.horizontalHeader()
    for place in reversed(range(len(COLUMNS))):
        header.setSortIndicator(place, Qt.SortOrder.AscendingOrder)
        drained(operations, qtbot)
        assert page.list.model.rowCount() == 4
    assert listed(page) == ["กอไผ่.txt", "เก้าอี้.txt", "แก้ว.txt", "น้ำ.txt"]
    page.list.table.selectRow(1)
    (kept,) = page.list.ids()
    new = AttachFiles(ids[1], (NewFile("ใหม่.txt", b"y"),))
    operations.write(page, attach, new)
    drained(operations, qtbot)
    assert listed(page)[-1] == "ใหม่.txt"
    assert page.list.ids() == (kept,)
    assert "๕ ไฟล์ · เลือกไว้ ๑" in page.title.note.text()
    page.list.copy()
    drained(operations, qtbot)
    copied = QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()
    assert copied.splitlines()[1].startswith("เก้าอี้.txt\t")
    file = tmp_path / "ไฟล์.xlsx"
    page.list.saving.save_to(page.list.model.ids(), file, TableKind.XLSX)
    told = "บันทึก ๕ รายการเป็น “ไฟล์.xlsx”"
    qtbot.waitUntil(lambda: any(told in said for said in page.notices.shown()))
    sheet = openpyxl.load_workbook(file).active
    assert sheet is not None
    assert sheet.max_row >= 6
    page.kind.set_text(FileKind.SOUND.value)
    drained(operations, qtbot)
    assert page.list.ground.empty
