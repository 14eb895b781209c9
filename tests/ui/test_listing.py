"""How a long list comes to the screen: its top before the rest, a jump's lines before painting."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
from pytestqt.qtbot import QtBot
from windows import Taker, drained, register_page

from desktop.ports import Desk
from desktop.views import RegisterView
from ui.models.paged_table import PAGE
from ui.operations import Operations
from ui.pages.register_table.page import RegisterPage
from ui.tables import listing


class Paintings(QObject):
    """Notes at each painting of a table how many lines it has, and which of some are missing."""

    def __init__(self, page: RegisterPage) -> None:
        super().__init__(page)
        self._model, self._table = page.model, page.table
        self.lengths: list[int] = []
        self.empty: set[int] = set()
        page.table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.lengths.append(self._model.rowCount())
            first = self._table.rowAt(0)
            last = self._table.rowAt(self._table.viewport().height() - 1)
            seen = range(first, last + 1) if first >= 0 else ()
            self.empty |= {row for row in seen if self._model.row_at(row) is None}
        return super().eventFilter(watched, event)


@pytest.fixture
def long(
    take: Taker, operations: Operations, desk: Desk, qtbot: QtBot
) -> Callable[[], RegisterPage]:
    """Make a list of more than two pages."""
    for number in range(2 * PAGE + 44):
        take(f"เรื่องที่ {number}")
    return lambda: register_page(operations, desk, qtbot)


def test_the_top_of_another_list_is_painted_before_the_rest_is_asked_for(
    long: Callable[[], RegisterPage],
    operations: Operations,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = long()
    painted, asked = Paintings(page), list[int]()
    read = operations.read

    def noted(owner: QObject, *rest: Any, **more: Any) -> None:
        if isinstance(owner, listing.Listing):
            asked.append(painted.lengths[-1] if painted.lengths else 0)
        read(owner, *rest, **more)

    monkeypatch.setattr(operations, "read", noted)
    with qtbot.waitSignal(page.filled):
        page.show_view(RegisterView.UNASSIGNED)
    assert asked[1:] == [PAGE]


@pytest.mark.parametrize("patience", [30.0, 0.0])
def test_the_lines_of_a_jump_are_there_before_they_are_painted(
    long: Callable[[], RegisterPage],
    operations: Operations,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    patience: float,
) -> None:
    """Without patience the same jump is painted empty first: the watch would see it."""
    monkeypatch.setattr(listing, "PATIENCE", patience)
    page = long()
    painted = Paintings(page)
    bar = page.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    page.table.viewport().repaint()
    drained(operations, qtbot)
    assert (not painted.empty) is bool(patience)
    assert page.model.row_at(page.model.rowCount() - 1) is not None
