"""Tables that go on over pages: the head is repeated, no row is cut, a long cell ends in dots."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import Color

from desktop.papers import measures as m
from desktop.papers.engine import SetLine
from desktop.papers.fonts import ThaiFont
from desktop.papers.sheet import Sheet

_INK, _LINE = Color(0, 0, 0), Color(0.75, 0.78, 0.8)
_TITLE = 16.0
_TITLE_SPACE, _TITLE_PITCH = 34.0, 28.0
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


@dataclass(frozen=True, slots=True)
class Make:
    """Where a table stands on its sheet, and how large and how close its words are, in points."""

    left: float = m.LEFT
    head: float = 12.0
    text: float = 14.0
    head_pitch: float = 14.0
    pitch: float = 16.5
    above: float = 12.5
    """From a rule to the first baseline below it: marks over marks fit between."""
    below: float = 5.5
    """From a row's last baseline to its rule, so that vowels below a letter keep clear."""
    inset: float = 0.0
    """From a column's edge to its words; half of it where rules part the columns."""
    centred_heads: bool = False


Cells = list[tuple[SetLine, ...]]


class Rows:
    """Sets rows of cells side by side from where a sheet stands downward."""

    def __init__(self, sheet: Sheet, columns: Sequence[Column], make: Make) -> None:
        self._sheet, self.columns, self.make = sheet, columns, make
        self._faces = sheet.faces
        self.width = sum(column.width for column in columns)
        self.head = self.broken([column.head for column in columns], bold=True, points=make.head)

    @property
    def head_height(self) -> float:
        """Points the head takes."""
        return self.height(self.head, self.make.head_pitch)

    def height(self, cells: Cells, pitch: float | None = None) -> float:
        """Return the points a row takes, from rule to rule."""
        make = self.make
        return make.above + (_deep(cells) - 1) * (pitch or make.pitch) + make.below

    def broken(
        self, row: Sequence[str], *, bold: bool = False, points: float | None = None
    ) -> Cells:
        """Break a row's texts into the lines of its cells; a newline ends a line."""
        font = self._faces.bold if bold else self._faces.regular
        size = self._faces.size(points or self.make.text)
        engine, cells = self._sheet.engine, []
        for column, text in zip(self.columns, row, strict=True):
            room = self._room(column)
            parts = (engine.broken(part, font, size, room, room) for part in text.split("\n"))
            lines = tuple(line for part in parts for line in part)
            cells.append(engine.cut(lines, font, size, room, _MOST_LINES))
        return cells

    def draw_head(self) -> None:
        """Draw the columns' heads: standing on their rule, or in the middle of their cells."""
        make, centred = self.make, self.make.centred_heads
        hang = 0.5 if centred else 1.0
        bold = self._faces.bold
        self._draw(self.head, bold, make.head, make.head_pitch, hang=hang, centred=centred)

    def draw(self, cells: Cells, *, bold: bool = False) -> None:
        """Draw a row, its words hanging from the rule above."""
        font = self._faces.bold if bold else self._faces.regular
        self._draw(cells, font, self.make.text, self.make.pitch)

    def _room(self, column: Column) -> float:
        if self.make.inset:
            return column.width - 2 * self.make.inset
        return column.width - (2 if column.numbers else _BETWEEN)

    def _draw(
        self,
        cells: Cells,
        font: ThaiFont,
        points: float,
        pitch: float,
        *,
        hang: float = 0.0,
        centred: bool = False,
    ) -> None:
        """Draw cells side by side, leaving the sheet at their lower rule.

        `hang` is the part of a cell's free lines that stays empty above its words.
        """
        make, engine = self.make, self._sheet.engine
        top, left, deep, size = self._sheet.y, make.left, _deep(cells), self._faces.size(points)
        for column, lines in zip(self.columns, cells, strict=True):
            above = (deep - len(lines)) * hang
            for number, line in enumerate(lines):
                x = left + make.inset
                if centred:
                    x = left + (column.width - line.width) / 2
                elif column.numbers:
                    x = left + column.width - max(2.0, make.inset) - line.width
                engine.line(x, top - make.above - pitch * (number + above), line, font, size)
            left += column.width
        self._sheet.y = top - make.above - pitch * (deep - 1) - make.below


class Table:
    """Draws a table from where its sheet stands downward."""

    def __init__(self, sheet: Sheet, columns: Sequence[Column]) -> None:
        self._sheet, self._rows = sheet, Rows(sheet, columns, Make())

    def draw(self, title: str, rows: Sequence[Sequence[str]], *, sum_last: bool = False) -> None:
        """Draw a title and its rows, or "-" for want of any; a sum stays with the row above it."""
        sheet, set_ = self._sheet, self._rows
        last = len(rows) - 1
        cells = [
            set_.broken(row, bold=sum_last and place == last)
            for place, row in enumerate(rows or [["-"] * len(set_.columns)])
        ]
        if _TITLE_SPACE + set_.head_height + set_.height(cells[0]) > sheet.room:
            sheet.turn()
        sheet.y -= _TITLE_PITCH
        size = sheet.faces.size(_TITLE)
        sheet.engine.text(m.LEFT, sheet.y, title, sheet.faces.bold, size)
        sheet.y -= _TITLE_SPACE - _TITLE_PITCH
        self._draw_head()
        for place, row in enumerate(cells):
            together = cells[place : place + 2] if sum_last and place == last - 1 else [row]
            if sum(set_.height(one) for one in together) > sheet.room:
                sheet.turn()
                self._draw_head()
            set_.draw(row, bold=sum_last and place == last)
            self._rule(_LINE, 0.4)

    def _draw_head(self) -> None:
        self._rows.draw_head()
        self._rule(_INK, 0.7)

    def _rule(self, colour: Color, width: float) -> None:
        canvas, y = self._sheet.document.canvas, self._sheet.y
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(width)
        canvas.line(m.LEFT, y, m.LEFT + m.TEXT_WIDTH, y)


def _deep(cells: Cells) -> int:
    return max(len(lines) for lines in cells)
