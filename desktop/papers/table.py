"""Tables that go on over pages: the head is repeated, no row is cut, a long cell ends in dots."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import Color

from desktop.papers import measures as m
from desktop.papers.engine import SetLine
from desktop.papers.fonts import ThaiFont
from desktop.papers.sheet import Sheet

_INK, _LINE = Color(0, 0, 0), Color(0.75, 0.78, 0.8)
_TITLE, _HEAD, _TEXT = 16.0, 12.0, 14.0
_TITLE_SPACE, _TITLE_PITCH = 34.0, 28.0
_HEAD_PITCH, _PITCH = 14.0, 16.5
_ABOVE = 12.5
"""From a rule to the first baseline below it: marks over marks fit between."""
_BELOW = 5.5
"""From a row's last baseline to its rule, so that vowels below a letter keep clear."""
_BETWEEN = 7.0
"""Between one column's words and the next's."""
_MOST_LINES = 4
"""Lines one cell may take."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head, its width in points, and whether numbers stand in it."""

    head: str
    width: float
    numbers: bool = False


Cells = list[tuple[SetLine, ...]]


class Table:
    """Draws a table from where its sheet stands downward."""

    def __init__(self, sheet: Sheet, columns: Sequence[Column]) -> None:
        self._sheet, self._columns = sheet, columns
        self._canvas, self._faces = sheet.document.canvas, sheet.faces
        self._head = self._broken([column.head for column in columns], bold=True, points=_HEAD)

    def draw(self, title: str, rows: Sequence[Sequence[str]], *, sum_last: bool = False) -> None:
        """Draw a title and its rows, or "-" for want of any; a sum stays with the row above it."""
        sheet = self._sheet
        last = len(rows) - 1
        cells = [
            self._broken(row, bold=sum_last and place == last, points=_TEXT)
            for place, row in enumerate(rows or [["-"] * len(self._columns)])
        ]
        if _TITLE_SPACE + self._head_height + _height(cells[0]) > sheet.room:
            sheet.turn()
        sheet.y -= _TITLE_PITCH
        size = self._faces.size(_TITLE)
        sheet.engine.text(m.LEFT, sheet.y, title, self._faces.bold, size)
        sheet.y -= _TITLE_SPACE - _TITLE_PITCH
        self._draw_head()
        for place, row in enumerate(cells):
            together = cells[place : place + 2] if sum_last and place == last - 1 else [row]
            if sum(_height(one) for one in together) > sheet.room:
                sheet.turn()
                self._draw_head()
            bold = sum_last and place == last
            self._draw_lines(row, self._faces.bold if bold else self._faces.regular, _TEXT, _PITCH)
            self._rule(_LINE, 0.4)

    @property
    def _head_height(self) -> float:
        return _height(self._head, _HEAD_PITCH)

    def _draw_head(self) -> None:
        self._draw_lines(self._head, self._faces.bold, _HEAD, _HEAD_PITCH, at_foot=True)
        self._rule(_INK, 0.7)

    def _rule(self, colour: Color, width: float) -> None:
        self._sheet.y -= _BELOW
        self._canvas.setStrokeColor(colour)
        self._canvas.setLineWidth(width)
        self._canvas.line(m.LEFT, self._sheet.y, m.LEFT + m.TEXT_WIDTH, self._sheet.y)

    def _broken(self, row: Sequence[str], *, bold: bool, points: float) -> Cells:
        font = self._faces.bold if bold else self._faces.regular
        size = self._faces.size(points)
        return [
            self._sheet.engine.clipped(text, font, size, self._room(column), _MOST_LINES)
            for column, text in zip(self._columns, row, strict=True)
        ]

    @staticmethod
    def _room(column: Column) -> float:
        return column.width - (2 if column.numbers else _BETWEEN)

    def _draw_lines(
        self, cells: Cells, font: ThaiFont, points: float, pitch: float, *, at_foot: bool = False
    ) -> None:
        """Draw the cells side by side; heads stand on their rule, words hang from it."""
        top, x, deep = self._sheet.y, m.LEFT, _deep(cells)
        for column, lines in zip(self._columns, cells, strict=True):
            above = deep - len(lines) if at_foot else 0
            for number, line in enumerate(lines, above):
                at = x + column.width - 2 - line.width if column.numbers else x
                size = self._faces.size(points)
                y = top - _ABOVE - pitch * number
                self._sheet.engine.line(at, y, line, font, size)
            x += column.width
        self._sheet.y = top - _ABOVE - pitch * (deep - 1)


def _deep(cells: Cells) -> int:
    return max(len(lines) for lines in cells)


def _height(cells: Cells, pitch: float = _PITCH) -> float:
    return _ABOVE + (_deep(cells) - 1) * pitch + _BELOW
