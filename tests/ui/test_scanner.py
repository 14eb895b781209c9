"""Scanning through SANE's own command and its test backend; what Windows answers is read too."""

import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Event, Timer

import pypdfium2 as pdfium
import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.actions import Act, spec
from ui.dialogs.scan import ScannerSheet
from ui.pages.intake.page import IntakePage
from ui.scanning.devices import (
    Colour,
    NotScanned,
    ScanChoice,
    ScanFault,
    Scanner,
    Source,
)
from ui.scanning.memory import ScansKept
from ui.scanning.room import scanners
from ui.scanning.sane import PROGRAM, Sane
from ui.scanning.wia import able, fault_of, listed, scan_script
from ui.widgets.files import FileDrop

needs_sane = pytest.mark.skipif(shutil.which(PROGRAM) is None, reason="SANE is not here")
GLASS = ScanChoice("test:0", Source.GLASS, Colour.COLOUR, 100)
FEEDER = ScanChoice("test:0", Source.FEEDER, Colour.GREY, 50)


@pytest.fixture
def sane(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """SANE with its own two virtual scanners, and none besides."""
    folder = tmp_path / "sane.d"
    folder.mkdir()
    (folder / "dll.conf").write_text("test\n")
    (folder / "test.conf").write_text("number_of_devices 2\nread-delay false\n")
    monkeypatch.setenv("SANE_CONFIG_DIR", str(folder))
    return folder


def scanned(choice: ScanChoice, folder: Path) -> list[bytes]:
    pages: list[bytes] = []
    Sane().scan(choice, folder, lambda path: pages.append(path.read_bytes()), Event())
    return pages


@needs_sane
def test_the_scanners_are_found_and_say_what_they_can(sane: Path) -> None:
    name = "Noname frontend-tester"
    assert Sane().found() == [Scanner("test:0", name), Scanner("test:1", name)]
    able = Sane().able("test:0")
    assert able.sources == (Source.GLASS, Source.FEEDER)
    assert set(able.colours) == {Colour.COLOUR, Colour.GREY}


@needs_sane
def test_a_page_from_the_glass_is_scanned_as_chosen(sane: Path, tmp_path: Path) -> None:
    [page] = scanned(GLASS, tmp_path)
    (tmp_path / "page.jpg").write_bytes(page)
    with Image.open(tmp_path / "page.jpg") as picture:
        assert (picture.format, picture.mode) == ("JPEG", "RGB")
        # The virtual scanner is no larger than 20 cm.
        assert picture.size == pytest.approx((787, 787), abs=2)


@needs_sane
def test_all_that_lies_in_the_feeder_is_scanned(sane: Path, tmp_path: Path) -> None:
    assert len(scanned(FEEDER, tmp_path)) == 10


@needs_sane
@pytest.mark.parametrize(
    ("choice", "fault"),
    [
        (ScanChoice("test:9", Source.GLASS, Colour.COLOUR, 100), ScanFault.GONE),
        (ScanChoice("nothing:0", Source.FEEDER, Colour.COLOUR, 100), ScanFault.GONE),
    ],
)
def test_a_scanner_that_has_gone_is_told(
    sane: Path, tmp_path: Path, choice: ScanChoice, fault: ScanFault
) -> None:
    with pytest.raises(NotScanned) as told:
        scanned(choice, tmp_path)
    assert told.value.fault is fault


@needs_sane
@pytest.mark.parametrize(
    ("status", "fault"),
    [
        ("SANE_STATUS_NO_DOCS", ScanFault.EMPTY),
        ("SANE_STATUS_JAMMED", ScanFault.JAM),
        ("SANE_STATUS_COVER_OPEN", ScanFault.COVER),
        ("SANE_STATUS_DEVICE_BUSY", ScanFault.BUSY),
        ("SANE_STATUS_ACCESS_DENIED", ScanFault.DENIED),
        ("SANE_STATUS_IO_ERROR", ScanFault.GONE),
        ("SANE_STATUS_NO_MEM", ScanFault.FAILED),
    ],
)
def test_what_the_scanner_complains_of_is_told_apart(
    sane: Path, tmp_path: Path, status: str, fault: ScanFault
) -> None:
    (sane / "test.conf").write_text(f"number_of_devices 1\nread-status-code {status}\n")
    with pytest.raises(NotScanned) as told:
        scanned(GLASS, tmp_path)
    assert told.value.fault is fault


@needs_sane
def test_a_scan_is_stopped_at_once(sane: Path, tmp_path: Path) -> None:
    (sane / "test.conf").write_text(
        "number_of_devices 1\nread-delay true\nread-delay-duration 200000\n"
        "read-limit true\nread-limit-size 64\n"
    )
    stop = Event()
    Timer(0.5, stop.set).start()
    pages: list[Path] = []
    Sane().scan(GLASS, tmp_path, pages.append, stop)
    assert pages == []


def test_a_system_without_the_command_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotScanned) as told:
        Sane().found()
    assert told.value.fault is ScanFault.NO_PROGRAM


Opened = Callable[[], tuple[ScannerSheet, FileDrop]]


@pytest.fixture
def open_sheet(qtbot: QtBot) -> Opened:
    # The sheets hang on them.
    drops: list[FileDrop] = []

    def make() -> tuple[ScannerSheet, FileDrop]:
        drop = FileDrop()
        drops.append(drop)
        qtbot.addWidget(drop)
        drop.show()
        sheet = ScannerSheet(scanners(), drop)
        sheet.open()
        return sheet, drop

    return make


def ready(sheet: ScannerSheet, qtbot: QtBot) -> None:
    qtbot.waitUntil(sheet.scan_button.isEnabled, timeout=15_000)


@needs_sane
def test_pages_from_glass_and_feeder_become_one_pdf(
    sane: Path, open_sheet: Opened, qtbot: QtBot
) -> None:
    sheet, drop = open_sheet()
    ready(sheet, qtbot)
    sheet.scan()
    ready(sheet, qtbot)
    assert (sheet.pages, sheet.attach_button.text()) == (1, "แนบ ๑ หน้า")
    sheet.source.set_text(Source.FEEDER.value)
    sheet.scan()
    ready(sheet, qtbot)
    assert sheet.pages == 11
    sheet.list.list.setCurrentRow(5)
    sheet.list.remove_button.click()
    sheet.attach()
    qtbot.waitUntil(lambda: bool(drop.files()), timeout=15_000)
    [file] = drop.files()
    assert file.name == "สแกน.pdf"
    document = pdfium.PdfDocument(file.content)
    assert len(document) == 10
    # As large as on the glass: 20 cm of the virtual scanner.
    assert document.get_page_size(0) == pytest.approx((567, 567), abs=3)
    document.close()


@needs_sane
def test_how_was_scanned_is_chosen_again_next_time(
    sane: Path, open_sheet: Opened, qtbot: QtBot
) -> None:
    sheet, _drop = open_sheet()
    ready(sheet, qtbot)
    chosen = ScanChoice("test:0", Source.FEEDER, Colour.COLOUR, 200)
    ScansKept().keep_choice(chosen)
    sheet.reject()
    again, _drop = open_sheet()
    ready(again, qtbot)
    said = (again.source.text(), again.colour.text(), again.fineness.text())
    assert said == ("feeder", "colour", "200")
    again.reject()


@needs_sane
def test_scanned_pages_are_thrown_away_only_when_asked_twice(
    sane: Path, open_sheet: Opened, qtbot: QtBot
) -> None:
    sheet, drop = open_sheet()
    ready(sheet, qtbot)
    sheet.scan()
    ready(sheet, qtbot)
    sheet.cancel_button.click()
    assert sheet.isVisible()
    assert "กดยกเลิกอีกครั้ง" in sheet.notices.shown()[0]
    sheet.cancel_button.click()
    qtbot.waitUntil(lambda: not drop.window().findChildren(ScannerSheet))
    assert drop.files() == ()


@needs_sane
def test_pages_that_came_before_a_fault_are_kept(
    sane: Path, open_sheet: Opened, qtbot: QtBot
) -> None:
    sheet, _drop = open_sheet()
    ready(sheet, qtbot)
    sheet.scan()
    ready(sheet, qtbot)
    (sane / "test.conf").write_text("number_of_devices 1\nread-status-code SANE_STATUS_JAMMED\n")
    sheet.scan()
    qtbot.waitUntil(lambda: bool(sheet.notices.shown()), timeout=15_000)
    assert "กระดาษติด" in sheet.notices.shown()[0]
    assert sheet.pages == 1
    assert sheet.attach_button.isEnabled()


@needs_sane
def test_no_scanner_is_said_plainly_with_what_to_do(
    sane: Path, open_sheet: Opened, qtbot: QtBot
) -> None:
    (sane / "dll.conf").write_text("")
    sheet, _drop = open_sheet()
    qtbot.waitUntil(lambda: bool(sheet.notices.shown()), timeout=15_000)
    assert "ไม่พบเครื่องสแกน" in sheet.notices.shown()[0]
    assert not sheet.scan_button.isEnabled()
    (sane / "dll.conf").write_text("test\n")
    sheet.again_button.click()
    ready(sheet, qtbot)
    sheet.reject()


@needs_sane
def test_a_scan_goes_into_the_form_and_its_draft(
    sane: Path, page: IntakePage, qtbot: QtBot
) -> None:
    assert spec(Act.SCAN).keys in page.form.side.files.scan.toolTip()
    page.scan()
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, ScannerSheet)
    ready(sheet, qtbot)
    sheet.scan()
    ready(sheet, qtbot)
    sheet.attach()
    qtbot.waitUntil(lambda: len(page.form.side.files.files()) == 1)
    page.park_draft()
    qtbot.waitUntil(lambda: len(page.parked.drafts) == 1)
    assert [name for name, _content in page.parked.drafts[0].files] == ["สแกน.pdf"]


def test_what_windows_answers_is_read() -> None:
    device = "{6BDD1FC6-810F-11D0-BEC7-08002BE2092F}\\0001"
    assert listed([f"{device}|เครื่องสแกน A", ""]) == [Scanner(device, "เครื่องสแกน A")]
    assert able(["7"]).sources == (Source.GLASS, Source.FEEDER)
    assert able(["1"]).sources == (Source.FEEDER,)
    assert able([]).sources == (Source.GLASS,)
    assert fault_of("C:\\Temp\\1.jpg") is None
    for code, fault in (("80210003", ScanFault.EMPTY), ("80004005", ScanFault.FAILED)):
        told = fault_of(f"fault {code} ข้อความ\r\n")
        assert told is not None
        assert (told.fault, told.said) == (fault, "ข้อความ")


def test_nothing_of_a_device_or_a_folder_is_read_as_a_command(tmp_path: Path) -> None:
    evil = "x'; Remove-Item C:\\ -Recurse; '"
    script = scan_script(ScanChoice(evil, Source.FEEDER, Colour.GREY, 300), tmp_path)
    assert "'x''; Remove-Item C:\\ -Recurse; '''" in script
    assert "while ($true)" in script
    assert "Set-Of $item 6151 2480" in script
