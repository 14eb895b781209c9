"""Letters without a window: written as they are kept, printed where there is such a printer."""

from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from clock import Clock
from office import acknowledgement_to, bangkok, form
from printers import INK, LASER, FakePrinters
from PySide6.QtCore import QSettings

from desktop.acts.corresponding import IssueLetter, issue
from desktop.acts.dispatching import RecordPrinted, VoidLetter, record_printed, void_letter
from desktop.acts.registering import RegisterComplaint, register
from desktop.console import ExitCode, LettersOrder
from desktop.ports import Desk
from desktop.rules.letters import LetterStatus
from desktop.rules.people import Actor
from desktop.rules.printing import PaperKind, PrinterTrouble, Stationery
from ui.printing.memory import Remembered
from ui.printing.room import PrintRoom
from ui.unattended import JOINED, run_letters
from ui.widgets.pdf_view import page_sizes

pytestmark = pytest.mark.usefixtures("qapp")


def write(desk: Desk, clerk: Actor, key: str, *, restricted: bool = False) -> int:
    made = replace(form(bangkok(date(2026, 7, 15), 8)), restricted=restricted)
    case = register(RegisterComplaint(key, made), desk, clerk).case_id
    return issue(IssueLetter(f"letter {key}", acknowledgement_to(case)), desk, clerk).letter_id


@pytest.fixture
def letters(desk: Desk, clerk: Actor, clock: Clock) -> list[int]:
    """Two letters of 15 and 16 July, the first of them printed; then a void and a sealed one."""
    first = write(desk, clerk, "a")
    record_printed(RecordPrinted(first), desk, clerk)
    clock.at += timedelta(days=1)
    second = write(desk, clerk, "b")
    void_letter(VoidLetter(write(desk, clerk, "c"), "พิมพ์ผิด"), desk, clerk)
    return [first, second, write(desk, clerk, "d", restricted=True)]


@pytest.fixture
def room(tmp_path: Path) -> PrintRoom:
    settings = QSettings(str(tmp_path / "printing.ini"), QSettings.Format.IniFormat)
    (tmp_path / "printed").mkdir()
    return PrintRoom(FakePrinters(tmp_path / "printed"), Remembered(settings))


def printers_of(room: PrintRoom) -> FakePrinters:
    assert isinstance(room.printers, FakePrinters)
    return room.printers


def test_each_letter_becomes_a_file_of_the_very_bytes(
    desk: Desk, clerk: Actor, letters: list[int], tmp_path: Path
) -> None:
    out = tmp_path / "หนังสือ ออก"
    assert run_letters(LettersOrder(to=out), desk) is ExitCode.DONE
    names = sorted(file.name for file in out.iterdir())
    assert names == ["2569-07-15 ศธ ๐๔๙๙๙-1.pdf", "2569-07-16 ศธ ๐๔๙๙๙-2.pdf"]
    kept = {view.id: view.sha256 for view in desk.reading.letters(clerk)}
    hashes = [sha256((out / name).read_bytes()).hexdigest() for name in names]
    assert hashes == [kept[letters[0]], kept[letters[1]]]
    # The task scheduler does it again tomorrow.
    assert run_letters(LettersOrder(to=out), desk) is ExitCode.DONE
    assert sorted(file.name for file in out.iterdir()) == names


def test_letters_of_restricted_complaints_are_not_the_command_lines(
    desk: Desk, letters: list[int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    only = LettersOrder(to=tmp_path / "out", statuses=("issued", "void"))
    assert run_letters(only, desk) is ExitCode.DONE
    assert "เขียนหนังสือ 2 ฉบับ" in capsys.readouterr().out
    assert len(letters) == 3


@pytest.mark.parametrize(
    ("order", "count"),
    [
        (LettersOrder(first="16/7/2569"), 1),
        (LettersOrder(until="๑๕ กรกฎาคม ๒๕๖๙"), 1),
        (LettersOrder(first="15/7/2569", until="16/7/2569"), 2),
        (LettersOrder(first="วันนี้"), 1),
        (LettersOrder(statuses=("printed",)), 1),
        (LettersOrder(statuses=("issued",)), 1),
        (LettersOrder(statuses=("void",)), 1),
        (LettersOrder(statuses=("sent",)), 0),
    ],
)
def test_they_are_chosen_by_day_and_status(
    desk: Desk,
    letters: list[int],
    order: LettersOrder,
    count: int,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = tmp_path / "out"
    assert run_letters(replace(order, to=out), desk) is ExitCode.DONE
    assert len(list(out.iterdir()) if out.exists() else []) == count
    if not count:
        assert "ไม่มีหนังสือตามที่เลือก" in capsys.readouterr().out


def test_they_are_joined_in_their_order(desk: Desk, letters: list[int], tmp_path: Path) -> None:
    assert run_letters(LettersOrder(to=tmp_path, joined=True), desk) is ExitCode.DONE
    assert len(page_sizes((tmp_path / JOINED).read_bytes())) == 2


def test_what_cannot_be_read_writes_nothing(
    desk: Desk, letters: list[int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    for wrong, told in (
        (LettersOrder(first="16/7/2026"), "--from ปีนี้เป็น ค.ศ. หมายถึง ๑๖/๗/๒๕๖๙"),
        (LettersOrder(until="เร็ว ๆ นี้"), "--until"),
        (LettersOrder(first="16/7/2569", until="15/7/2569"), "--until"),
        (LettersOrder(statuses=("posted",)), "--status"),
        (LettersOrder(copies="0"), "--copies"),
    ):
        assert run_letters(replace(wrong, to=out), desk) is ExitCode.USAGE
        assert told in capsys.readouterr().err
    assert not out.exists()


def test_a_folder_that_cannot_be_written_is_told(
    desk: Desk, letters: list[int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out").write_bytes(b"a file")
    assert run_letters(LettersOrder(to=tmp_path / "out"), desk) is ExitCode.FAILED
    assert "เขียนไฟล์ไม่ได้" in capsys.readouterr().err


def test_they_are_printed_on_the_paper_that_is_in_the_printer(
    desk: Desk, clerk: Actor, letters: list[int], room: PrintRoom
) -> None:
    bearing = Stationery(preprinted=True, right=1.0)
    room.memory.keep_stationery(LASER.name, PaperKind.LETTER, bearing)
    order = LettersOrder(printer=LASER.name, tray="tray-2", copies="๒", statuses=("issued",))
    assert run_letters(order, desk, lambda: room) is ExitCode.DONE
    (job,) = printers_of(room).jobs
    assert (job.choice.tray, job.choice.copies, job.stationery) == ("tray-2", 2, bearing)
    assert job.paper.title == "ศธ ๐๔๙๙๙/2"
    status = {view.id: view.status for view in desk.reading.letters(clerk)}
    assert status[letters[1]] is LetterStatus.ISSUED


@pytest.mark.parametrize(
    ("order", "told"),
    [
        (LettersOrder(printer="Canon"), "ไม่มีเครื่องพิมพ์ “Canon” ในเครื่องนี้ (มี: HP LaserJet, EPSON)"),
        (LettersOrder(printer=INK.name, tray="tray-2"), "ไม่มีถาด “tray-2”"),
    ],
)
def test_a_printer_or_a_tray_that_is_not_there_is_told(
    desk: Desk,
    letters: list[int],
    room: PrintRoom,
    order: LettersOrder,
    told: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run_letters(order, desk, lambda: room) is ExitCode.FAILED
    assert told in capsys.readouterr().err
    assert printers_of(room).jobs == []


def test_trouble_tells_how_many_came_out(
    desk: Desk, letters: list[int], room: PrintRoom, capsys: pytest.CaptureFixture[str]
) -> None:
    printers_of(room).trouble = PrinterTrouble.PAPER_OUT
    order = LettersOrder(printer=LASER.name, first="15/7/2569")
    assert run_letters(order, desk, lambda: room) is ExitCode.FAILED
    told = capsys.readouterr().err
    assert "พิมพ์แล้ว 0 จาก 2 ฉบับ" in told
    assert "กระดาษหมด" in told
