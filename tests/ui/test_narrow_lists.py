"""In a narrow window a list leaves columns out rather than scroll sideways; nobody's choice is."""

from operator import attrgetter

import pytest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from ui.appearance import wear
from ui.application import Application
from ui.look import Look
from ui.models.letters import COLUMNS, SUBJECT, YIELDING
from ui.models.paged_table import PagedTable
from ui.tables.drawn import list_table
from ui.theme import px
from ui.widgets.columns import LEAST_FILLING, TableColumns


@pytest.fixture
def table(qtbot: QtBot) -> QTableView:
    made = list_table(PagedTable(COLUMNS, attrgetter("id")), "หนังสือ")
    qtbot.addWidget(made)
    made.resize(1400, 300)
    made.show()
    return made


def shown(table: QTableView) -> list[int]:
    header = table.horizontalHeader()
    return [place for place in range(len(COLUMNS)) if not header.isSectionHidden(place)]


@pytest.mark.parametrize("percent", [100, 125])
def test_columns_give_way_one_after_another_and_come_back(
    percent: int, table: QTableView, qapp: Application, qtbot: QtBot
) -> None:
    wear(qapp, Look(percent=percent))
    columns = TableColumns(table, COLUMNS, SUBJECT, (), YIELDING)
    every, first = list(range(len(COLUMNS))), YIELDING[0]
    rest = sum(px(one.width) for place, one in enumerate(COLUMNS) if place != SUBJECT)
    enough = rest + px(LEAST_FILLING) + 10
    for wide, left_out in (
        (enough, set()),
        (enough - 60, {first}),
        (enough - 60 - px(COLUMNS[first].width), set(YIELDING)),
        (enough, set()),
    ):
        table.resize(wide, 300)
        qtbot.wait(1)
        assert shown(table) == [place for place in every if place not in left_out]
        # They are columns of the list all the while: kept, copied and saved.
        assert columns.now() == columns.shipped
        assert table.horizontalHeader().sectionSize(SUBJECT) >= px(LEAST_FILLING) - 10


def test_what_somebody_chose_stays_and_scrolls(table: QTableView, qtbot: QtBot) -> None:
    columns = TableColumns(table, COLUMNS, SUBJECT, (), YIELDING)
    table.resize(700, 300)
    qtbot.wait(1)
    assert len(shown(table)) == len(COLUMNS) - len(YIELDING)
    action = columns.menu().actions()[YIELDING[0]]
    assert not action.isChecked()
    # Wanted all the same.
    action.setChecked(True)
    assert len(shown(table)) == len(COLUMNS)
    assert columns.now() != columns.shipped
    columns.go_back()
    assert len(shown(table)) == len(COLUMNS) - len(YIELDING)
