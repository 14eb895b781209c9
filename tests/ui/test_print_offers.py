"""What was issued is offered for printing, once, by one key, and on its own complaint's page."""

from datetime import timedelta

import pytest
from clock import Clock
from key_clashes import clashes
from office import acknowledgement_to, form
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from windows import BOSS, drained, letters_page, opened, sheet

from desktop.acts.corresponding import Issued, IssueLetter, issue
from desktop.acts.dispatching import RecordPrinted, record_printed
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.people import Actor
from desktop.views import Shelf
from ui.dialogs.paper import PaperDialog
from ui.dialogs.print_sheet import PrintSheet
from ui.notices import Notice
from ui.operations import Operations
from ui.pages.letters import LettersPage


@pytest.fixture
def case_id(desk: Desk, clerk: Actor, clock: Clock) -> int:
    made = form(clock.at - timedelta(minutes=5))
    return register(RegisterComplaint("k", made), desk, clerk).case_id


@pytest.fixture
def letters(operations: Operations, qtbot: QtBot) -> LettersPage:
    operations.sign_in(BOSS)
    return letters_page(operations, qtbot)


def issued(desk: Desk, case_id: int, key: str) -> Issued:
    return issue(IssueLetter(key, acknowledgement_to(case_id)), desk, BOSS)


def everything(letters: LettersPage, qtbot: QtBot) -> None:
    """Select every letter there is."""
    letters.shelves.set_text(Shelf.ALL.value)
    letters.refresh()
    drained(letters._operations, qtbot)
    letters.table.selectAll()


def control_p(page: QWidget, operations: Operations, qtbot: QtBot) -> list[str]:
    """Press the key that prints; return the titles of the papers that it shows."""
    with qtbot.waitActive(page):
        page.activateWindow()
    QTest.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    # Its keys press a button a tenth of a second later.
    qtbot.wait(200)
    drained(operations, qtbot)
    papers = [one for one in page.findChildren(PaperDialog) if one.isVisible()]
    titles = [paper.windowTitle() for paper in papers]
    for paper in papers:
        paper.done(0)
        for asking in paper.findChildren(PrintSheet):
            asking.reject()
    drained(operations, qtbot)
    return titles


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
    assert control_p(page, operations, qtbot) == []


def test_what_is_selected_has_the_key_and_what_was_issued_is_still_told(
    letters: LettersPage, operations: Operations, desk: Desk, case_id: int, qtbot: QtBot
) -> None:
    first, other = issued(desk, case_id, "a"), issued(desk, case_id, "b")
    letters.refresh()
    drained(letters._operations, qtbot)
    chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
    row = next(row for row in range(2) if letters.model.id_at(row) == other.letter_id)
    letters.table.selectionModel().select(
        letters.model.index(row, 0), chosen | QItemSelectionModel.SelectionFlag.Rows
    )
    letters.folder.offer_to_print("ออกหนังสือแล้ว", [first.letter_id])
    assert control_p(letters, operations, qtbot) == ["ศธ ๐๔๙๙๙/๒"]
    letters.refresh()
    drained(letters._operations, qtbot)
    assert letters.notices.shown() == ["ออกหนังสือแล้ว"]
    (offer,) = letters.findChildren(Notice)
    assert offer.action.text() == "พิมพ์…"
    assert clashes(letters) == []
    letters.table.clearSelection()
    assert clashes(letters) == []
    assert offer.action.text() == "พิมพ์… (Ctrl+P)"
    assert control_p(letters, operations, qtbot) == ["ศธ ๐๔๙๙๙/๑"]
