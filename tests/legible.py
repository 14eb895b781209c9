"""Whether words on screen have their room: none is cut off, and dots stand only where one can ask.

What is too long for its place ends in dots where that is meant: in cells and choices, which tell
the whole when pointed at.
"""

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import TypeVar

from ink import beyond
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QWidget,
)
from windows import clipped

from ui.models.paged_table import TONE_ROLE
from ui.theme import px

_BESIDE_HEAD = 12
"""What a head keeps free of its width."""
_BESIDE_CELL, _BESIDE_CHIP = 22, 34
"""What a cell keeps free, and one whose words stand on a coloured ground."""
_BESIDE_HINT = 8
"""What a line keeps free beside a hint in it."""
_SMALLER = 13 / 15
"""Words of a coloured cell, to the usual ones."""
_LINES = 40
"""Lines of a table that are looked at."""
_W = TypeVar("_W", bound=QWidget)


def cut_off(top: QWidget) -> list[str]:
    """Name what is in front and has not the room for its words."""
    walks: tuple[Callable[[QWidget], Iterator[str]], ...] = (
        _words,
        _marks,
        _tabs,
        _choices,
        _hints,
        _tables,
        _lists,
        _sideways,
        _outside,
        _over_each_other,
    )
    return [found for walk in walks for found in walk(top)]


def _shown(top: QWidget, kind: type[_W]) -> list[_W]:
    parts = top.findChildren(kind)
    return [part for part in parts if part.isVisible() and part.window() is top.window()]


def _words(top: QWidget) -> Iterator[str]:
    parts: list[QLabel | QAbstractButton] = [*_shown(top, QLabel)]
    parts += [*_shown(top, QPushButton), *_shown(top, QCheckBox)]
    for part in parts:
        if part.text() and clipped(part):
            yield f"cut: {part.text()}"
    for spin in _shown(top, QSpinBox):
        if spin.width() < spin.minimumSizeHint().width():
            yield f"cut: {spin.text()}"


def _marks(top: QWidget) -> Iterator[str]:
    """Yield words whose marks stand over the edge of their label."""
    for part in _shown(top, QLabel):
        if beyond(part):
            yield f"marks: {part.text()}"


def _tabs(top: QWidget) -> Iterator[str]:
    for bar in _shown(top, QTabBar):
        wanted = sum(bar.tabSizeHint(at).width() for at in range(bar.count()))
        if bar.width() < wanted:
            yield f"tabs: {', '.join(bar.tabText(at) for at in range(bar.count()))}"


def _choices(top: QWidget) -> Iterator[str]:
    for combo in _shown(top, QComboBox):
        option = QStyleOptionComboBox()
        combo.initStyleOption(option)
        box, inside = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = combo.style().subControlRect(box, option, inside, combo).width()
        text = combo.currentText()
        if combo.fontMetrics().horizontalAdvance(text) > room and combo.toolTip() != text:
            yield f"choice: {text}"


def _hints(top: QWidget) -> Iterator[str]:
    for line in _shown(top, QLineEdit):
        room = line.contentsRect().width() - px(_BESIDE_HINT)
        hint = line.placeholderText()
        if hint and line.fontMetrics().horizontalAdvance(hint) > room:
            yield f"hint: {hint}"
    for block in _shown(top, QPlainTextEdit):
        room_there, hint = block.viewport().rect(), block.placeholderText()
        margin = 2 * int(block.document().documentMargin())
        flags = int(Qt.TextFlag.TextWordWrap)
        needed = block.fontMetrics().boundingRect(
            room_there.adjusted(0, 0, -margin, 0), flags, hint
        )
        if hint and needed.height() + margin > room_there.height():
            yield f"hint: {hint}"


def _tables(top: QWidget) -> Iterator[str]:
    for table in _shown(top, QTableView):
        header, model = table.horizontalHeader(), table.model()
        for column in range(model.columnCount()):
            if header.isSectionHidden(column):
                continue
            wide = header.sectionSize(column)
            head = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
            if wide < header.fontMetrics().horizontalAdvance(head) + px(_BESIDE_HEAD):
                yield f"head: {head}"
            for row in range(min(model.rowCount(), _LINES)):
                yield from _cell(table, model.index(row, column), wide)


def _cell(table: QTableView, index: QModelIndex, wide: int) -> Iterator[str]:
    text = str(index.data() or "")
    needed = table.fontMetrics().horizontalAdvance(text)
    if index.data(TONE_ROLE):
        fits = needed * _SMALLER + px(_BESIDE_CHIP) <= wide
    else:
        fits = needed + px(_BESIDE_CELL) <= wide
    if not fits and text not in str(index.data(Qt.ItemDataRole.ToolTipRole) or ""):
        yield f"cell: {text}"


def _lists(top: QWidget) -> Iterator[str]:
    for view in _shown(top, QListView):
        model = view.model()
        for row in range(min(model.rowCount(), _LINES)):
            index = model.index(row, 0)
            text = str(index.data() or "")
            room = min(view.visualRect(index).width(), view.viewport().width())
            told = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
            longest = max(view.fontMetrics().horizontalAdvance(line) for line in text.split("\n"))
            if longest > room and not view.wordWrap() and told != text:
                yield f"line: {text}"


def _sideways(top: QWidget) -> Iterator[str]:
    for area in _shown(top, QScrollArea):
        over = area.horizontalScrollBar().maximum()
        if over > 0:
            held = area.widget()
            yield f"sideways: {type(held).__name__ if held else ''} by {over}"


def _outside(top: QWidget) -> Iterator[str]:
    """Yield what reaches over the edge of what holds it, where that does not scroll."""
    for part in (*_shown(top, QLabel), *_shown(top, QAbstractButton), *_shown(top, QLineEdit)):
        holds, held = part.parentWidget(), part.geometry()
        while holds is not None and not isinstance(holds.parentWidget(), QAbstractScrollArea):
            if not holds.rect().contains(held):
                yield f"outside: {_told(part) or type(part).__name__}"
                break
            if holds is top.window():
                break
            held, holds = held.translated(holds.pos()), holds.parentWidget()


def _over_each_other(top: QWidget) -> Iterator[str]:
    """Yield words that stand over others beside them."""
    parts = [*_shown(top, QLabel), *_shown(top, QAbstractButton), *_shown(top, QLineEdit)]
    by_holder: dict[QWidget | None, list[QWidget]] = {}
    for part in parts:
        if _told(part):
            by_holder.setdefault(part.parentWidget(), []).append(part)
    for beside in by_holder.values():
        for one, other in combinations(beside, 2):
            if _place(one, top).intersects(_place(other, top)):
                yield f"over each other: {_told(one)} | {_told(other)}"


def _place(part: QWidget, top: QWidget) -> QRect:
    return QRect(part.mapTo(top, QPoint()), part.size())


def _told(part: QWidget) -> str:
    if isinstance(part, QLabel | QAbstractButton):
        return part.text()
    return part.accessibleName()
