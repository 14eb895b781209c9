"""What was issued is offered for printing, once, by one key, and on its own complaint's page."""

from datetime import timedelta

import pytest
from clock import Clock
from office import acknowledgement_to, form
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from windows import BOSS, drained, opened, sheet

from desktop.acts.corresponding import Issued, IssueLetter, issue
from desktop.acts.dispatching import RecordPrinted, record_printed
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.people import Actor
from ui.dialogs.paper import PaperDialog
from ui.models.letters import Shelf
from ui.operations import Operations
from ui.pages.letters import LettersPage


@pytest.fixture
def case_id(desk: Desk, clerk: Actor, clock: Clock) -> int:
    made = form(clock.at - timedelta(minutes=5))
    return register(RegisterComplaint("k", made), desk, clerk).case_id


@pytest.fixture
def letters(operations: Operations, qtbot: QtBot) -> LettersPage:
    operations.sign_in(BOSS)
    made = LettersPage(operations)
    qtbot.addWidget(made)
    made.resize(1154, 686)
    with qtbot.waitExposed(made):
        made.show()
    made.arrive()
    return made


def issued(desk: Desk, case_id: int, key: str) -> Issued:
    return issue(IssueLetter(key, acknowledgement_to(case_id)), desk, BOSS)


def everything(letters: LettersPage, qtbot: QtBot) -> None:
    """Select every letter there is."""
    letters.shelves.set_text(Shelf.ALL.value)
    letters.refresh()
    drained(letters._operations, qtbot)
    letters.table.selectAll()


def test_an_original_that_was_printed_is_not_printed_again_with_others(
    letters: LettersPage, desk: Desk, case_id: int, qtbot: QtBot
) -> None:
    record_printed(RecordPrinted(issued(desk, case_id, "a").letter_id), desk, BOSS)
    issued(desk, case_id, "b")
    everything(letters, qtbot)
    letters.show_button.click()
    paper = sheet(letters, PaperDialog, qtbot)
    assert not paper.print_button.isEnabled()
    assert paper.notices.shown() == ["พิมพ์แล้ว: ศธ ๐๔๙๙๙/๑ เลือกเฉพาะฉบับอื่นเพื่อพิมพ์"]
    paper.reject()


def test_a_letter_is_not_offered_on_the_page_of_another_complaint(
    operations: Operations, desk: Desk, clerk: Actor, clock: Clock, case_id: int, qtbot: QtBot
) -> None:
    operations.sign_in(BOSS)
    made = form(clock.at - timedelta(minutes=4))
    other = register(RegisterComplaint("other", made), desk, clerk).case_id
    page = opened(operations, desk, case_id, qtbot)
    page.letters.folder.offer_to_print("ออกหนังสือแล้ว", [issued(desk, case_id, "a").letter_id])
    page.show_case(case_id)
    drained(operations, qtbot)
    assert page.notices.shown() == ["ออกหนังสือแล้ว"]
    page.show_case(other)
    drained(operations, qtbot)
    assert page.notices.shown() == []
    QTest.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    drained(operations, qtbot)
    assert not page.findChildren(PaperDialog)
