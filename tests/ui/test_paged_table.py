"""The paged model: identities at once, rows by page when they come into view."""

from array import array
from typing import Any

import pytest
from paged import COLUMNS, Line, identity, lines, listing
from PySide6.QtCore import Qt

from ui.models.paged_table import PAGE, PAGES_KEPT, PagedTable


def shown(model: PagedTable, row: int, column: int = 1) -> str:
    return str(model.index(row, column).data())


@pytest.fixture
def model(qapp: object) -> PagedTable:
    return PagedTable(COLUMNS, identity)


@pytest.fixture
def asked(model: PagedTable) -> list["array[int]"]:
    """What the model wants, in the order in which it wants it."""
    wanted: list[array[int]] = []
    model.wanted.connect(wanted.append)
    return wanted


def test_keeps_qts_rules_while_it_grows(model: PagedTable, qtmodeltester: Any) -> None:
    qtmodeltester.check(model)
    model.show_ids(listing(PAGE))
    model.put_rows(lines(listing(PAGE)))
    model.extend_ids(listing(3 * PAGE))
    model.show_ids(listing(2))
    qtmodeltester.check(model)


def test_a_page_is_asked_for_once_when_a_line_of_it_is_looked_at(
    model: PagedTable, asked: list["array[int]"]
) -> None:
    model.show_ids(listing(10 * PAGE))
    assert asked == []
    assert (shown(model, 5, 0), shown(model, 5)) == ("…", "")
    assert shown(model, 6) == ""
    assert asked == [listing(PAGE)]
    assert shown(model, 3 * PAGE) == ""
    assert asked[1:] == [listing(PAGE, 1 + 3 * PAGE)]
    model.put_rows(lines(asked[0]))
    assert shown(model, 5) == "คำที่ 6"
    assert len(asked) == 2


def test_lines_are_asked_for_before_they_are_looked_at(
    model: PagedTable, asked: list["array[int]"]
) -> None:
    model.expect(0, 30)
    assert asked == []
    model.show_ids(listing(2 * PAGE + 5))
    model.expect(PAGE - 3, PAGE + 3)
    assert asked == [listing(PAGE), listing(PAGE, 1 + PAGE)]
    model.expect(2 * PAGE, 9 * PAGE)
    assert asked[2:] == [listing(5, 1 + 2 * PAGE)]
    shown(model, 0)
    assert len(asked) == 3


def test_a_longer_list_that_begins_alike_goes_on_below(
    model: PagedTable, asked: list["array[int]"]
) -> None:
    model.show_ids(listing(PAGE))
    model.put_rows(lines(listing(PAGE)))
    happened: list[str] = []
    model.modelReset.connect(lambda: happened.append("reset"))
    model.rowsInserted.connect(lambda _, first, last: happened.append(f"{first}-{last}"))
    model.extend_ids(listing(PAGE + 40))
    assert happened == [f"{PAGE}-{PAGE + 39}"]
    assert shown(model, 0) == "คำที่ 1"
    assert asked == []
    assert shown(model, PAGE) == ""
    assert asked == [listing(40, 1 + PAGE)]
    model.extend_ids(listing(PAGE + 40))
    assert len(happened) == 1


def test_a_last_page_that_was_not_full_is_asked_for_again(
    model: PagedTable, asked: list["array[int]"]
) -> None:
    model.show_ids(listing(30))
    assert shown(model, 0) == ""
    model.put_rows(lines(listing(30)))
    model.extend_ids(listing(60))
    assert shown(model, 45) == ""
    assert asked == [listing(30), listing(60)]


def test_a_list_that_begins_otherwise_replaces_what_is_shown(model: PagedTable) -> None:
    model.show_ids(listing(PAGE))
    model.put_rows(lines(listing(PAGE)))
    model.extend_ids(listing(PAGE + 1, 2))
    assert model.rowCount() == PAGE + 1
    assert shown(model, 0) == ""
    assert model.id_at(0) == 2


def test_pages_far_away_are_forgotten_and_asked_for_anew(
    model: PagedTable, asked: list["array[int]"]
) -> None:
    pages = PAGES_KEPT + 2
    model.show_ids(listing(pages * PAGE))
    for page in range(pages):
        shown(model, page * PAGE)
        model.put_rows(lines(asked[-1]))
    assert shown(model, pages * PAGE - 1) == f"คำที่ {pages * PAGE}"
    assert shown(model, 0) == ""
    assert asked[-1] == listing(PAGE)


def test_cells_have_tones_tooltips_and_no_children(model: PagedTable) -> None:
    model.show_ids(listing(1))
    model.put_rows(lines(listing(1)))
    cell = model.index(0, 1)
    assert model.toned() == [1]
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "คำที่ 1"
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "คำที่ 1"
    assert model.rowCount(cell) == model.columnCount(cell) == 0
    assert model.row_at(0) == Line(1, "คำที่ 1")


@pytest.mark.parametrize("role", [Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole])
def test_an_empty_list_answers_nothing(model: PagedTable, role: Qt.ItemDataRole) -> None:
    model.put_rows([])
    assert model.rowCount() == 0
    assert model.index(0, 0).data(role) is None
