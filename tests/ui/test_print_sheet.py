"""The print sheet: what was chosen comes back, what cannot be is told, nothing prints elsewhere."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from printers import INK, LASER, FakePrinters
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from specimens import LONG
from windows import text_of

from desktop.papers.fonts import open_faces
from desktop.papers.letter import render_letters
from desktop.papers.words import Words
from desktop.rules.printing import (
    Duplex,
    PaperKind,
    PrintChoice,
    PrinterTrouble,
    Stationery,
)
from desktop.wording.printing import TROUBLE
from ui.dialogs.calibrate import CalibrateSheet
from ui.dialogs.paper import PaperDialog
from ui.dialogs.print_sheet import PrintSheet
from ui.printing.job import Paper
from ui.printing.memory import Remembered
from ui.printing.room import PrintRoom


@pytest.fixture(scope="module")
def letter() -> bytes:
    return render_letters([LONG], open_faces(), Words()).pdf


@pytest.fixture
def printers(tmp_path: Path) -> FakePrinters:
    return FakePrinters(tmp_path)


@pytest.fixture
def memory(tmp_path: Path) -> Remembered:
    return Remembered(QSettings(str(tmp_path / "printing.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def paper(
    letter: bytes, printers: FakePrinters, memory: Remembered, qtbot: QtBot
) -> Iterator[PaperDialog]:
    dialog = PaperDialog(Paper("ศธ ๐๔๙๙๙/๑๒๓", letter, PaperKind.LETTER))
    dialog.room = PrintRoom(printers, memory)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    yield dialog
    dialog.reject()


def pressed(paper: PaperDialog, qtbot: QtBot) -> PrintSheet:
    """Ask for the same again, and return the sheet that asks first."""
    QTest.keyClick(paper, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: bool(paper.findChildren(PrintSheet)))
    (sheet,) = paper.findChildren(PrintSheet)
    return sheet


Opener = Callable[[], PrintSheet]


@pytest.fixture
def open_sheet(paper: PaperDialog) -> Opener:
    def press() -> PrintSheet:
        QTest.keyClick(paper, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        (found,) = paper.findChildren(PrintSheet)
        return found

    return press


def test_control_p_and_enter_print_on_the_proposed_printer(
    paper: PaperDialog, open_sheet: Opener, printers: FakePrinters, qtbot: QtBot
) -> None:
    sheet = open_sheet()
    assert sheet.form.printer.text() == LASER.name
    with qtbot.waitSignal(paper.printed):
        QTest.keyClick(sheet.form.printer.combo, Qt.Key.Key_Return)
    (job,) = printers.jobs
    assert job.choice == PrintChoice(LASER.name, colour=False)
    assert job.pages == (0, 1, 2)
    assert paper.notices.shown() == ["ส่งไปที่เครื่องพิมพ์แล้ว"]
    qtbot.waitUntil(lambda: not paper.findChildren(PrintSheet))


def test_a_printer_is_offered_what_it_can_and_no_more(open_sheet: Opener) -> None:
    sheet = open_sheet()
    combo = sheet.form.tray.combo
    trays = [combo.itemText(place) for place in range(combo.count())]
    assert trays == ["เครื่องพิมพ์เลือกเอง", "ถาด ๑", "ถาด ๒", "ป้อนด้วยมือ"]
    assert sheet.form.sides.combo.count() == 3
    assert not sheet.form.colour.isEnabled()
    assert sheet.form.colour.text() == "no"
    sheet.form.printer.set_text(INK.name)
    assert sheet.form.colour.isEnabled()
    assert sheet.form.colour.text() == "yes"
    assert not sheet.form.tray.isEnabled()
    assert not sheet.form.sides.isEnabled()
    sheet.reject()


def test_what_was_chosen_is_remembered_for_this_kind_of_paper(
    paper: PaperDialog,
    open_sheet: Opener,
    printers: FakePrinters,
    memory: Remembered,
    qtbot: QtBot,
) -> None:
    sheet = open_sheet()
    sheet.form.tray.set_text("tray-2")
    sheet.form.sides.set_text("long_edge")
    sheet.form.copies.set_text("๒")
    sheet.form.pages.set_text("๑, ๓")
    sheet.form.preprinted.set_text("yes")
    with qtbot.waitSignal(sheet.printed), qtbot.assertNotEmitted(paper.printed):
        QTest.keyClick(sheet.form.pages.line, Qt.Key.Key_Return)
    chosen = PrintChoice(LASER.name, "tray-2", 2, Duplex.LONG_EDGE, colour=False)
    assert printers.jobs[0].choice == memory.choice(PaperKind.LETTER) == chosen
    assert printers.jobs[0].pages == (0, 2)
    assert printers.jobs[0].stationery == Stationery(preprinted=True)
    assert memory.choice(PaperKind.MEMO) is None
    qtbot.waitUntil(lambda: not paper.findChildren(PrintSheet))
    again = paper.print()
    assert again.form.tray.text() == "tray-2"
    assert again.form.sides.text() == "long_edge"
    assert again.form.copies.text() == "๒"
    # Half a letter must not be printed because half of another one was.
    assert again.form.pages.text() == ""
    assert again.form.preprinted.checked()
    again.reject()


def test_one_key_prints_as_last_time(
    paper: PaperDialog, printers: FakePrinters, memory: Remembered, qtbot: QtBot
) -> None:
    kept = PrintChoice(INK.name, copies=3)
    memory.keep_choice(PaperKind.LETTER, kept)
    with qtbot.waitSignal(paper.printed):
        QTest.keyClick(paper, Qt.Key.Key_F9)
    assert [job.choice for job in printers.jobs] == [kept]


def test_the_first_time_the_key_asks(
    paper: PaperDialog, printers: FakePrinters, qtbot: QtBot
) -> None:
    sheet = pressed(paper, qtbot)
    assert sheet.isVisible()
    assert printers.jobs == []
    sheet.reject()


def test_a_printer_that_is_gone_is_named_and_nothing_prints_elsewhere(
    paper: PaperDialog, printers: FakePrinters, memory: Remembered, qtbot: QtBot
) -> None:
    memory.keep_choice(PaperKind.LETTER, PrintChoice("Canon iR 2525", copies=2))
    sheet = pressed(paper, qtbot)
    assert "Canon iR 2525" in sheet.form.printer.error
    sheet.print_button.click()
    assert sheet.form.printer.error == "เลือกเครื่องพิมพ์"
    assert printers.jobs == []
    assert memory.choice(PaperKind.LETTER) == PrintChoice("Canon iR 2525", copies=2)
    sheet.form.printer.set_text(INK.name)
    assert sheet.form.printer.error == ""
    with qtbot.waitSignal(paper.printed):
        sheet.print_button.click()
    assert printers.jobs[0].choice == PrintChoice(INK.name, copies=2)


def test_a_tray_that_is_gone_is_named(
    paper: PaperDialog, printers: FakePrinters, memory: Remembered, qtbot: QtBot
) -> None:
    memory.keep_choice(PaperKind.LETTER, PrintChoice(LASER.name, "tray-3"))
    sheet = pressed(paper, qtbot)
    assert "ถาด ๓" in sheet.form.tray.error
    assert printers.jobs == []
    sheet.reject()


@pytest.mark.parametrize(
    ("copies", "pages", "told"),
    [
        ("0", "", "พิมพ์จำนวนชุด ตั้งแต่ ๑ ถึง ๙๙"),
        ("1", "3-1", "พิมพ์หน้าแบบ ๑-๓, ๕ โดยเลขน้อยอยู่ก่อน"),
        ("1", "4", "ไม่มีหน้า ๔ หน้าสุดท้ายคือหน้า ๓"),
    ],
)
def test_what_cannot_be_read_is_told_at_its_field(
    open_sheet: Opener, printers: FakePrinters, copies: str, pages: str, told: str
) -> None:
    sheet = open_sheet()
    sheet.form.copies.set_text(copies)
    sheet.form.pages.set_text(pages)
    sheet.print_button.click()
    field = sheet.form.copies if copies == "0" else sheet.form.pages
    assert field.error == told
    assert sheet.focusWidget() is field.editor
    assert printers.jobs == []
    assert (sheet.form.copies.text(), sheet.form.pages.text()) == (copies, pages)
    sheet.reject()


def test_without_a_printer_one_is_asked_for(open_sheet: Opener, printers: FakePrinters) -> None:
    printers.there = []
    sheet = open_sheet()
    sheet.print_button.click()
    assert sheet.form.printer.error == "เลือกเครื่องพิมพ์"
    sheet.reject()


@pytest.mark.parametrize("trouble", PrinterTrouble)
def test_trouble_says_what_to_do_and_the_next_enter_prints(
    paper: PaperDialog,
    open_sheet: Opener,
    printers: FakePrinters,
    trouble: PrinterTrouble,
    qtbot: QtBot,
) -> None:
    printers.trouble = trouble
    sheet = open_sheet()
    with qtbot.assertNotEmitted(paper.printed):
        sheet.print_button.click()
        qtbot.waitUntil(lambda: bool(sheet.notices.shown()))
    (told,) = sheet.notices.shown()
    assert told.endswith("แล้วพิมพ์ใหม่ เลขหนังสือคงเดิม")
    assert TROUBLE[trouble] not in told
    printers.trouble = None
    with qtbot.waitSignal(paper.printed):
        QTest.keyClick(sheet.print_button, Qt.Key.Key_Return)
    assert len(printers.jobs) == 1


def test_a_long_printing_can_be_stopped(
    paper: PaperDialog, open_sheet: Opener, printers: FakePrinters, qtbot: QtBot
) -> None:
    printers.gate = Event()
    sheet = open_sheet()
    sheet.print_button.click()
    assert not sheet.form.isEnabled()
    assert sheet.cancel_button.text() == "หยุดพิมพ์"
    with qtbot.assertNotEmitted(paper.printed):
        QTest.keyClick(sheet, Qt.Key.Key_Escape)
        assert sheet.isVisible()
        printers.gate.set()
        qtbot.waitUntil(lambda: bool(sheet.notices.shown()))
    assert sheet.notices.shown()[0].startswith("หยุดแล้ว")
    assert printers.jobs == []
    sheet.reject()
    assert not sheet.isVisible()


def test_print_is_moved_by_what_was_read_off_the_test_sheet(
    paper: PaperDialog,
    open_sheet: Opener,
    printers: FakePrinters,
    memory: Remembered,
    qtbot: QtBot,
) -> None:
    sheet = open_sheet()
    sheet.form.preprinted.set_text("yes")
    sheet.form.tray.set_text("tray-2")
    sheet.form.copies.set_text("5")
    sheet.form.move_button.click()
    (moving,) = sheet.findChildren(CalibrateSheet)
    moving.test_button.click()
    qtbot.waitUntil(lambda: len(printers.jobs) == 1)
    (test,) = printers.jobs
    assert (test.choice.tray, test.choice.copies) == ("tray-2", 1)
    assert test.stationery == Stationery()
    qtbot.waitUntil(lambda: moving.notices.shown() == ["ส่งไปที่เครื่องพิมพ์แล้ว"])
    moving.right.set_text("๑.๕")
    moving.down.set_text("ลงสอง")
    moving.save_button.click()
    assert moving.down.error == "พิมพ์เป็นมิลลิเมตร เช่น ๑.๕ หรือ -๒"
    assert memory.stationery(LASER.name, PaperKind.LETTER) == Stationery()
    moving.down.set_text("-๒")
    QTest.keyClick(moving.down.line, Qt.Key.Key_Return)
    assert memory.stationery(LASER.name, PaperKind.LETTER) == Stationery(right=1.5, down=-2)
    assert sheet.form.move_button.text() == "เลื่อนพิมพ์ไป ขวา ๑.๕ มม., ขึ้น ๒ มม."
    with qtbot.waitSignal(paper.printed):
        sheet.print_button.click()
    assert printers.jobs[1].stationery == Stationery(preprinted=True, right=1.5, down=-2)
    assert memory.stationery(INK.name, PaperKind.LETTER) == Stationery()


def test_a_test_sheet_that_does_not_come_out_is_told(
    open_sheet: Opener, printers: FakePrinters, qtbot: QtBot
) -> None:
    printers.trouble = PrinterTrouble.PAPER_OUT
    sheet = open_sheet()
    sheet.form.move_button.click()
    (moving,) = sheet.findChildren(CalibrateSheet)
    moving.test_button.click()
    qtbot.waitUntil(lambda: bool(moving.notices.shown()))
    assert moving.notices.shown()[0].startswith("กระดาษหมด")
    assert moving.test_button.isEnabled()
    moving.reject()
    sheet.reject()


def test_a_paper_is_named_as_its_pack_has_it(
    letter: bytes, printers: FakePrinters, memory: Remembered, qtbot: QtBot
) -> None:
    sheet = PrintSheet(Paper("ศธ", letter, PaperKind.LETTER), PrintRoom(printers, memory))
    qtbot.addWidget(sheet)
    assert "หนังสือ · A4 · ๒๑๐ × ๒๙๗ มม." in text_of(sheet)
