"""Letters through a real print server: what comes out is the letter, whole and in its place."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import print_server
import pypdfium2
import pytest
from office import OPENING, acknowledgement_to, form
from paper import inked
from PIL import Image, ImageChops, ImageFilter

from db.furnishing import furnish
from db.place import Place
from db.upgrade import create
from desktop.acts.corresponding import IssueLetter, issue
from desktop.acts.opening import open_office
from desktop.acts.registering import RegisterComplaint, register
from desktop.console import ExitCode
from desktop.papers.press import ThaiPress
from desktop.ports import NOBODY, Desk
from desktop.rules.people import COMMAND_LINE
from desktop.rules.printing import PaperKind, PrintChoice, PrinterTrouble, Stationery
from ui.printing import cups
from ui.printing.devices import SystemPrinters
from ui.printing.job import NotPrinted, Paper, PrintJob

ROOT = Path(__file__).resolve().parents[2]
DOTS = 150
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def server() -> Iterator[Path]:
    # The path of a socket may have some hundred letters only.
    with (
        tempfile.TemporaryDirectory(prefix="cups") as folder,
        print_server.print_server(Path(folder)) as socket,
    ):
        yield socket


@pytest.fixture
def printers(server: Path) -> SystemPrinters:
    cups._cups().cupsSetServer(str(server).encode())
    return SystemPrinters()


@pytest.fixture(scope="module")
def register_of_one(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """A register in which one letter was issued, and the letter."""
    folder = tmp_path_factory.mktemp("สำนักงาน")
    create(Place(folder))
    room = furnish(Place(folder))
    desk = Desk(
        room.unit,
        room.reading,
        ThaiPress(),
        room.passwords,
        room.drafts,
        lambda: datetime.now(UTC),
        os.urandom,
    )
    open_office(OPENING, desk)
    with desk.unit(NOBODY) as work:
        person = work.people.named("clerk")
    assert person is not None
    clerk = person.actor()
    case = register(RegisterComplaint("a", form(datetime.now(UTC))), desk, clerk).case_id
    letter = issue(IssueLetter("b", acknowledgement_to(case)), desk, clerk).letter_id
    pdf = desk.reading.letter_pdf(COMMAND_LINE, letter)
    room.close()
    return folder, pdf


def ink(pdf: bytes, number: int = 0) -> Image.Image:
    document = pypdfium2.PdfDocument(pdf)
    picture = document[number].render(scale=DOTS / 72, grayscale=True).to_pil()
    document.close()
    return inked(picture)


def astray(one: Image.Image, other: Image.Image) -> int:
    """Count the dots of ink that have none of the other within 0.2 mm."""
    size = (min(one.width, other.width), min(one.height, other.height))
    near = other.crop((0, 0, *size)).filter(ImageFilter.MaxFilter(3))
    lone = ImageChops.subtract(one.crop((0, 0, *size)), near)
    return lone.histogram()[255]


def job(pdf: bytes, **changes: object) -> PrintJob:
    choice = PrintChoice(print_server.PRINTER, colour=False, **changes)  # type: ignore[arg-type]
    return PrintJob(Paper("ที่ ๑", pdf, PaperKind.LETTER), choice, Stationery(), (0,))


def test_the_command_prints_the_letter_in_its_place(
    server: Path, register_of_one: tuple[Path, bytes]
) -> None:
    folder, letter = register_of_one
    before = print_server.papers()
    words = ("letters", "--data", str(folder), "--printer", print_server.PRINTER)
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, str(ROOT / "main.py"), *words, "--from", "วันนี้", "--copies", "๒"],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env={**os.environ, "CUPS_SERVER": str(server), "PYTHONUTF8": "1"},
    )
    assert done.returncode == ExitCode.DONE, done.stderr
    assert "ส่งหนังสือ 1 ฉบับไปที่เครื่องพิมพ์ PDF แล้ว" in done.stdout
    paper = print_server.came_out(before)
    kept = ink(letter)
    assert kept.getbbox() is not None
    for number in range(2):
        came = ink(paper, number)
        assert came.size == pytest.approx(kept.size, abs=2)
        ground = kept.histogram()[255]
        assert astray(kept, came) < ground / 100
        assert astray(came, kept) < ground / 100


def test_the_printer_says_what_it_can(printers: SystemPrinters) -> None:
    assert set(printers.names()) == {print_server.PRINTER, print_server.JAMMED}
    found = printers.named(print_server.PRINTER)
    assert found is not None
    assert found.trays == ("tray-1", "tray-2")
    assert found.colour
    assert printers.troubles(print_server.PRINTER) == ()
    assert printers.named("HP") is None
    assert printers.troubles("HP") == (PrinterTrouble.GONE,)


def test_a_stopped_printer_is_not_sent_what_would_come_out_some_day(
    printers: SystemPrinters, server: Path, register_of_one: tuple[Path, bytes]
) -> None:
    print_server.admin(server, "cupsdisable", print_server.PRINTER)
    try:
        with pytest.raises(NotPrinted) as told:
            printers.print(job(register_of_one[1]), lambda _: None)
        assert told.value.trouble is PrinterTrouble.STOPPED
    finally:
        print_server.admin(server, "cupsenable", print_server.PRINTER)
    assert print_server.admin(server, "lpstat", "-o") == ""


def test_a_queue_that_refuses_is_told(
    printers: SystemPrinters, server: Path, register_of_one: tuple[Path, bytes]
) -> None:
    print_server.admin(server, "cupsreject", print_server.PRINTER)
    try:
        with pytest.raises(NotPrinted) as told:
            printers.print(job(register_of_one[1]), lambda _: None)
        assert told.value.trouble is PrinterTrouble.SILENT
    finally:
        print_server.admin(server, "cupsaccept", print_server.PRINTER)


def test_the_tray_and_both_sides_go_with_the_job(
    printers: SystemPrinters, server: Path, register_of_one: tuple[Path, bytes]
) -> None:
    before = print_server.papers()
    printers.print(job(register_of_one[1], tray="tray-2"), lambda _: None)
    assert ink(print_server.came_out(before)).getbbox() is not None
    log = (server.parent / "error.log").read_text("utf-8")
    assert "media-source=tray-2" in log or "InputSlot=Tray2" in log


def test_a_job_that_jams_is_taken_back_and_told(
    printers: SystemPrinters,
    server: Path,
    register_of_one: tuple[Path, bytes],
) -> None:
    given = job(register_of_one[1])
    jams = replace(given, choice=replace(given.choice, printer=print_server.JAMMED))
    with pytest.raises(NotPrinted) as told:
        printers.print(jams, lambda _: None)
    assert told.value.trouble is PrinterTrouble.JAM
    assert print_server.admin(server, "lpstat", "-o") == ""


def test_qt_prints_by_itself_where_there_is_no_cups(
    printers: SystemPrinters,
    register_of_one: tuple[Path, bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cups, "present", lambda: False)
    assert printers.troubles(print_server.PRINTER) == ()
    assert printers.troubles("HP") == (PrinterTrouble.GONE,)
    before = print_server.papers()
    sides: list[int] = []
    printers.print(job(register_of_one[1]), sides.append)
    kept, came = ink(register_of_one[1]), ink(print_server.came_out(before))
    assert sides == [1]
    assert astray(kept, came) < kept.histogram()[255] / 100
    assert astray(came, kept) < kept.histogram()[255] / 100
