"""Files looked at in the window, put in order and turned; on the case page and on the form."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from clock import Clock
from office import acknowledgement_to, form
from pictures import DAMAGED_PDF, HEIC, bomb, paper, picture, scan
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QListWidget, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from windows import BOSS, opened, sheet

from desktop.acts.attaching import AttachScan, NewFile, attach_scan
from desktop.acts.corresponding import IssueLetter, issue
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.people import Actor
from ui.dialogs.paper import PaperDialog
from ui.operations import Operations
from ui.pages.case.page import CasePage
from ui.pages.intake.page import IntakePage
from ui.widgets.file_list import FileList
from ui.widgets.plain import button
from ui.widgets.viewer import Viewer

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
FILES = (
    NewFile("ก.pdf", paper("one", "two", "three")),
    NewFile("ข.jpg", picture(300, 200, "JPEG")),
    NewFile("ค.tif", scan(2)),
)
Opener = Callable[..., CasePage]


@pytest.fixture
def open_case(
    operations: Operations, desk: Desk, clerk: Actor, clock: Clock, qtbot: QtBot
) -> Opener:
    def make(*files: NewFile, restricted: bool = False) -> CasePage:
        made = form(clock.at - timedelta(minutes=5), restricted=restricted)
        case_id = register(RegisterComplaint("k", made, files or FILES), desk, clerk).case_id
        operations.sign_in(BOSS)
        page = opened(operations, desk, case_id, qtbot)
        page.resize(1100, 760)
        page.activateWindow()
        return page

    return make


def names(part: FileList) -> list[str]:
    return [file.name for file in part.files()]


def key(part: QWidget, pressed: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(part, pressed, held or Qt.KeyboardModifier.NoModifier)


def press(pressed: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    key(focused, pressed, held)


def sketched(part: FileList) -> int:
    return len(part._pictures)


def shown(viewer: Viewer, qtbot: QtBot) -> QSize:
    qtbot.waitUntil(lambda: not viewer.shown.isEmpty() and viewer.desk.isVisible())
    return viewer.shown


def looked_at(page: CasePage, qtbot: QtBot, row: int = 0) -> Viewer:
    lines = page.files.list.list
    lines.setCurrentRow(row)
    lines.setFocus()
    key(lines, Qt.Key.Key_Return)
    shown(page.files.viewer, qtbot)
    return page.files.viewer


def test_every_file_of_a_case_has_a_small_picture(open_case: Opener, qtbot: QtBot) -> None:
    page = open_case()
    qtbot.waitUntil(lambda: sketched(page.files.list) == 3)


def test_no_small_pictures_of_what_not_everybody_may_see(open_case: Opener, qtbot: QtBot) -> None:
    page = open_case(restricted=True)
    with patch.object(page.files.list.drawing, "draw") as draw:
        page.refresh()
        qtbot.wait(300)
    assert sketched(page.files.list) == 0
    assert not draw.called
    # It is still looked at by who may open the complaint.
    looked_at(page, qtbot)


def test_a_file_is_read_by_keys_alone(open_case: Opener, qtbot: QtBot) -> None:
    page = open_case()
    viewer = looked_at(page, qtbot)
    assert viewer.sheet.text() == "หน้า ๑ จาก ๓"
    press(Qt.Key.Key_PageDown)
    press(Qt.Key.Key_PageDown)
    press(Qt.Key.Key_PageDown)
    assert viewer.sheet.text() == "หน้า ๓ จาก ๓"
    press(Qt.Key.Key_Home)
    assert viewer.sheet.text() == "หน้า ๑ จาก ๓"
    before = shown(viewer, qtbot).width()
    press(Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: viewer.shown.width() > before * 1.2)
    press(Qt.Key.Key_0)
    qtbot.waitUntil(lambda: viewer.shown.width() == before)
    press(Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: viewer.shown == QSize(300, 200))
    assert (viewer.name.text(), viewer.count.text()) == ("ข.jpg", "ไฟล์ ๒ จาก ๓")
    press(Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: viewer.sheet.text() == "หน้า ๑ จาก ๒")
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: viewer.shown == QSize(300, 200))
    press(Qt.Key.Key_Escape)
    assert not viewer.isVisible()
    # The cursor is where it was, on the file looked at last.
    assert QApplication.focusWidget() is page.files.list.list
    assert page.files.list.list.currentRow() == 1


def test_what_is_covered_rests(open_case: Opener, qtbot: QtBot) -> None:
    page = open_case()
    viewer = looked_at(page, qtbot)
    assert not page.note_button.isEnabled()
    for _tab in range(30):
        press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert viewer.isAncestorOf(focused)
    viewer.end()
    assert page.note_button.isEnabled()


def test_a_file_turned_while_it_is_looked_at_stays_turned_for_everybody(
    open_case: Opener, desk: Desk, qtbot: QtBot
) -> None:
    page = open_case()
    viewer = looked_at(page, qtbot, 1)
    assert viewer.shown == QSize(300, 200)
    press(Qt.Key.Key_R)
    qtbot.waitUntil(lambda: viewer.shown == QSize(200, 300))
    assert page.case is not None
    [_pdf, jpeg, _fax] = desk.reading.case(BOSS, page.case.id).files
    assert jpeg.turned == 90
    assert desk.reading.file(BOSS, jpeg.id) == FILES[1].content
    press(Qt.Key.Key_R, SHIFT)
    qtbot.waitUntil(lambda: viewer.shown == QSize(300, 200))


def test_a_scan_of_a_letter_is_looked_at_alone_and_turned_for_that_look(
    open_case: Opener, desk: Desk, qtbot: QtBot
) -> None:
    page = open_case()
    assert page.case is not None
    draft = acknowledgement_to(page.case.id)
    letter = issue(IssueLetter("l", draft), desk, BOSS).letter_id
    signed = NewFile("ลงนาม.png", picture(300, 200))
    attach_scan(AttachScan(letter, (signed,)), desk, BOSS)
    scanned = desk.reading.case(BOSS, page.case.id).files[-1]
    page.files.open(scanned)
    viewer = page.files.viewer
    assert shown(viewer, qtbot) == QSize(300, 200)
    assert not viewer.count.isVisible()
    press(Qt.Key.Key_R)
    qtbot.waitUntil(lambda: viewer.shown == QSize(200, 300))
    assert desk.reading.case(BOSS, page.case.id).files[-1].turned == 0


def test_files_are_put_in_order_by_keys(open_case: Opener, desk: Desk, qtbot: QtBot) -> None:
    page = open_case()
    lines = page.files.list.list
    lines.setCurrentRow(2)
    lines.setFocus()
    key(lines, Qt.Key.Key_Up, ALT)
    key(lines, Qt.Key.Key_Up, ALT)
    case = page.case
    assert case is not None
    wanted = ["ค.tif", "ก.pdf", "ข.jpg"]
    qtbot.waitUntil(lambda: [f.name for f in desk.reading.case(BOSS, case.id).files] == wanted)
    qtbot.waitUntil(lambda: page.case is not case)
    assert names(page.files.list) == wanted
    assert lines.currentRow() == 0


def test_files_are_put_in_order_by_the_mouse(open_case: Opener, desk: Desk, qtbot: QtBot) -> None:
    page = open_case()
    lines: QListWidget = page.files.list.list
    # As a drag within the list leaves it; a drag itself has a loop of its own.
    lines.insertItem(0, lines.takeItem(2))
    page.files.list.dropped()
    assert page.case is not None
    case_id = page.case.id
    wanted = ["ค.tif", "ก.pdf", "ข.jpg"]
    qtbot.waitUntil(lambda: [f.name for f in desk.reading.case(BOSS, case_id).files] == wanted)


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (NewFile("พัง.pdf", DAMAGED_PDF), "เสียหาย"),
        (NewFile("ล็อก.pdf", paper("x", locked=True)), "รหัสผ่าน"),
        (NewFile("ระเบิด.png", bomb(20_000)), "ใหญ่เกิน"),
        (NewFile("IMG_1.heic", HEIC), "HEIC"),
        (NewFile("เสียง.mp3", b"ID3 a song"), "บันทึกสำเนา"),
    ],
)
def test_what_cannot_be_shown_says_why_and_is_saved_as_it_came(
    open_case: Opener, tmp_path: Path, qtbot: QtBot, file: NewFile, said: str
) -> None:
    page = open_case(file)
    page.files.open(page.case.files[0])  # type: ignore[union-attr]
    viewer = page.files.viewer
    qtbot.waitUntil(lambda: said in viewer.said.text())
    assert file.name in viewer.said.text()
    copy = tmp_path / "สำเนา"
    with patch.object(QFileDialog, "getSaveFileName", return_value=(str(copy), "")):
        press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert copy.read_bytes() == file.content
    press(Qt.Key.Key_Escape)
    assert not viewer.isVisible()


def test_a_pdf_looked_at_is_printed(open_case: Opener, qtbot: QtBot) -> None:
    page = open_case()
    looked_at(page, qtbot)
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    printing = sheet(page, PaperDialog, qtbot)
    assert printing.windowTitle() == "ก.pdf"
    printing.reject()


def test_files_on_the_form_are_looked_at_turned_ordered_and_kept_so(
    page: IntakePage, desk: Desk, clerk: Actor, clock: Clock, qtbot: QtBot
) -> None:
    drop = page.form.side.files
    page.resize(1200, 760)
    for file in FILES:
        assert drop.put(file.name, file.content)
    qtbot.waitUntil(lambda: sketched(drop.list) == 3)
    # The cards beside the form are no wider than their room.
    assert page.work.side.horizontalScrollBar().maximum() == 0
    lines = drop.list.list
    lines.setFocus()
    lines.setCurrentRow(1)
    key(lines, Qt.Key.Key_R)
    key(lines, Qt.Key.Key_Up, ALT)
    key(lines, Qt.Key.Key_Return)
    viewer = page.findChild(Viewer)
    assert viewer is not None
    assert shown(viewer, qtbot) == QSize(200, 300)
    press(Qt.Key.Key_Escape)
    key(lines, Qt.Key.Key_End)
    key(lines, Qt.Key.Key_Delete)
    wanted = [("ข.jpg", 90), ("ก.pdf", 0)]
    assert [(file.name, file.turned) for file in drop.files()] == wanted
    # Parked, and taken up again as after a kill: order and turning are there.
    page.park_draft()
    qtbot.waitUntil(lambda: len(page.parked.drafts) == 1)
    assert drop.files() == ()
    page.open_draft(page.parked.drafts[0])
    assert [(file.name, file.turned) for file in drop.files()] == wanted


def test_a_restricted_form_shows_no_small_pictures(page: IntakePage, qtbot: QtBot) -> None:
    drop = page.form.side.files
    drop.put("ข.jpg", FILES[1].content)
    qtbot.waitUntil(lambda: sketched(drop.list) == 1)
    page.form.matter.restricted.box.click()
    assert sketched(drop.list) == 0
    page.form.matter.restricted.box.click()
    qtbot.waitUntil(lambda: sketched(drop.list) == 1)


def test_it_closes_though_what_had_the_cursor_is_gone(open_case: Opener, qtbot: QtBot) -> None:
    page = open_case()
    gone = button("เดิม")
    page.layout().addWidget(gone)  # type: ignore[union-attr]
    qtbot.waitUntil(gone.isVisible)
    gone.setFocus()
    qtbot.waitUntil(gone.hasFocus)
    page.files.look_at(page.case.files[1].id)  # type: ignore[union-attr]
    shown(page.files.viewer, qtbot)
    gone.deleteLater()
    qtbot.waitUntil(lambda: not isValid(gone))
    key(page.files.viewer, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.files.viewer.isVisible())
