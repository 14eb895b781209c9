"""A letter whose printing fails stays unprinted, with its number, and is printed again."""

from datetime import timedelta
from pathlib import Path

import pytest
from clock import Clock
from office import acknowledgement_to, form
from printers import LASER, FakePrinters
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot
from windows import BOSS, drained, opened, sheet

from desktop.acts.corresponding import IssueLetter, issue
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.letters import LetterStatus
from desktop.rules.people import Actor
from desktop.rules.printing import PrinterTrouble
from desktop.views import CaseView
from ui.dialogs.paper import PaperDialog
from ui.operations import Operations
from ui.printing.memory import Remembered
from ui.printing.room import PrintRoom


@pytest.fixture
def case_id(desk: Desk, clerk: Actor, clock: Clock) -> int:
    made = form(clock.at - timedelta(minutes=5))
    case = register(RegisterComplaint("k", made), desk, clerk).case_id
    issue(IssueLetter("a", acknowledgement_to(case)), desk, clerk)
    return case


@pytest.fixture
def printers(tmp_path: Path) -> FakePrinters:
    return FakePrinters(tmp_path)


@pytest.fixture
def paper(
    operations: Operations, desk: Desk, case_id: int, printers: FakePrinters, qtbot: QtBot
) -> PaperDialog:
    """The letter as issued, over its case, with printers of our own."""
    operations.sign_in(BOSS)
    page = opened(operations, desk, case_id, qtbot)
    assert page.case is not None
    page.letters.deeds.show_letter(page.case.letters[0])
    shown = sheet(page, PaperDialog, qtbot)
    settings = QSettings(str(printers.folder / "printing.ini"), QSettings.Format.IniFormat)
    shown.room = PrintRoom(printers, Remembered(settings))
    return shown


def noted(case: CaseView) -> int:
    return sum(step.kind is StepKind.LETTER_PRINTED for step in case.steps)


def test_after_a_jam_the_same_letter_is_printed_with_its_number(
    paper: PaperDialog,
    printers: FakePrinters,
    operations: Operations,
    desk: Desk,
    case_id: int,
    qtbot: QtBot,
) -> None:
    before = desk.reading.case(BOSS, case_id).letters[0]
    printers.trouble = PrinterTrouble.JAM
    asking = paper.print()
    asking.print_button.click()
    qtbot.waitUntil(lambda: bool(asking.notices.shown()))
    assert asking.notices.shown()[0].startswith("กระดาษติด")
    drained(operations, qtbot)
    jammed = desk.reading.case(BOSS, case_id)
    assert jammed.letters[0] == before
    assert jammed.letters[0].status is LetterStatus.ISSUED
    assert noted(jammed) == 0
    printers.trouble = None
    with qtbot.waitSignal(paper.printed):
        asking.print_button.click()
    paper.reject()
    drained(operations, qtbot)
    after = desk.reading.case(BOSS, case_id)
    assert (after.letters[0].status, after.letters[0].number) == (
        LetterStatus.PRINTED,
        before.number,
    )
    assert after.letters[0].sha256 == before.sha256
    assert noted(after) == 1
    assert [job.choice.printer for job in printers.jobs] == [LASER.name]


def test_a_letter_of_which_only_some_pages_were_printed_is_not_printed_yet(
    paper: PaperDialog,
    printers: FakePrinters,
    operations: Operations,
    desk: Desk,
    case_id: int,
    qtbot: QtBot,
) -> None:
    asking = paper.print()
    asking._count = asking.form._count = 2
    asking.form.pages.set_text("๑")
    with qtbot.assertNotEmitted(paper.printed):
        asking.print_button.click()
        qtbot.waitUntil(lambda: paper.notices.shown() == ["ส่งไปที่เครื่องพิมพ์แล้ว"])
    paper.reject()
    drained(operations, qtbot)
    assert len(printers.jobs) == 1
    assert desk.reading.case(BOSS, case_id).letters[0].status is LetterStatus.ISSUED
