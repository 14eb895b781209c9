"""The letters' list on the engine that the register stands on: sorted, kept, copied, saved."""

from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import openpyxl
import pytest
from clock import Clock
from office import acknowledgement_to, form
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from windows import BOSS, drained, letters_page

from desktop.acts.corresponding import IssueLetter, issue
from desktop.acts.proposing import KeepDraft, keep_draft
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.people import Actor
from desktop.rules.saved_tables import TableKind
from desktop.views import LetterSort, Shelf
from ui.models.letters import COLUMNS
from ui.operations import Operations
from ui.pages.letters import LettersPage


@pytest.fixture
def case_id(desk: Desk, clerk: Actor, clock: Clock) -> int:
    return register(RegisterComplaint("k", form(clock.at)), desk, clerk).case_id


@pytest.fixture
def add(desk: Desk, case_id: int) -> Callable[[str], int]:
    def added(key: str) -> int:
        return keep_draft(KeepDraft(key, acknowledgement_to(case_id)), desk, BOSS).proposal_id

    return added


@pytest.fixture
def page(
    operations: Operations, add: Callable[[str], int], desk: Desk, case_id: int, qtbot: QtBot
) -> LettersPage:
    for key in "abc":
        add(key)
    issue(IssueLetter("i", acknowledgement_to(case_id)), desk, BOSS)
    operations.sign_in(BOSS)
    made = letters_page(operations, qtbot)
    qtbot.waitUntil(lambda: made.model.rowCount() == 4)
    drained(operations, qtbot)
    return made


def test_a_column_sorts_in_the_database_and_what_is_chosen_stays(
    page: LettersPage, operations: Operations, add: Callable[[str], int], qtbot: QtBot
) -> None:
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    page.table.selectRow(1)
    (kept,) = page.list.ids()
    number = next(at for at, spec in enumerate(COLUMNS) if spec.sort is LetterSort.NUMBER)
    page.table.horizontalHeader().setSortIndicator(number, Qt.SortOrder.AscendingOrder)
    drained(operations, qtbot)
    assert page.model.id_at(0) > 0
    assert page.list.ids() == (kept,)
    # Written at another desk: it appears, and what is chosen stays chosen.
    new = add("d")
    page.refresh()
    qtbot.waitUntil(lambda: page.model.rowCount() == 5)
    drained(operations, qtbot)
    assert -new in page.model.ids()
    assert page.list.ids() == (kept,)
    assert "๕ ฉบับ · เลือกไว้ ๑" in page.title.note.text()


def test_what_was_never_in_view_is_read_before_it_is_dealt_with(
    page: LettersPage, operations: Operations, qtbot: QtBot
) -> None:
    page.model._cells.clear()
    page.table.selectAll()
    assert page.selected() == []
    drained(operations, qtbot)
    assert len(page.selected()) == 4


def test_lines_are_copied_and_saved(
    page: LettersPage, operations: Operations, tmp_path: Path, qtbot: QtBot
) -> None:
    page.table.selectAll()
    page.copy()
    drained(operations, qtbot)
    copied = QGuiApplication.clipboard().text().splitlines()
    QGuiApplication.clipboard().clear()
    assert len(copied) == 5
    assert copied[0].startswith("เลขที่หนังสือ\t")
    file = tmp_path / "หนังสือ.xlsx"
    page.list.saving.save_to(page.model.ids(), file, TableKind.XLSX)
    told = "บันทึก ๔ รายการเป็น “หนังสือ.xlsx”"
    qtbot.waitUntil(lambda: any(told in said for said in page.notices.shown()))
    sheet = openpyxl.load_workbook(file).active
    assert sheet is not None
    assert sheet.max_row >= 5


def test_columns_are_kept_for_whoever_reads(
    page: LettersPage, operations: Operations, qtbot: QtBot
) -> None:
    page.list.arranged.choose(page.list.arranged.shipped[:3])
    other = letters_page(operations, qtbot)
    assert other.list.arranged.now() == page.list.arranged.now()
    assert len(other.list.arranged.places()) == 3
    other.list.arranged.go_back()


def test_filters_narrow_and_an_empty_shelf_says_so(
    page: LettersPage, operations: Operations, qtbot: QtBot
) -> None:
    page.shelves.set_text(Shelf.SIGNED.value)
    drained(operations, qtbot)
    assert page.model.rowCount() == 0
    assert page.list.ground.empty
    page.shelves.set_text(Shelf.ALL.value)
    drained(operations, qtbot)
    assert page.model.rowCount() == 4
    assert not page.list.ground.empty


def test_a_list_that_takes_its_time_says_that_it_is_being_read(
    page: LettersPage, operations: Operations, qtbot: QtBot
) -> None:
    del page
    with patch.object(Operations, "read"):
        slow = LettersPage(operations)
        qtbot.addWidget(slow)
        slow.show()
        qtbot.waitUntil(slow.list.ground.reading.isVisible)
