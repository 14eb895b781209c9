"""A table with borders inside a body: line by line, so that it goes on over pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from desktop.papers import measures as m
from desktop.papers.engine import SetLine, line_of
from desktop.papers.model import TableBlock, TableColumn
from desktop.papers.paging import Row
from desktop.papers.sheet import Sheet

_PAD = 5.0
"""From a border to the words beside it."""
_ABOVE, _BELOW = 2.0, 3.0
"""From a border to a row's first line, and from its last line to the next border."""
_DROP = 5.6
"""From a baseline to the lower edge of its line."""
_BORDER = 0.5
_WHOLE = 4
"""Lines up to which a row is never parted."""
_NOTHING = line_of(())


@dataclass(frozen=True, slots=True, kw_only=True)
class Band(Row):
    """One line of every cell of a table's row, with its part of the borders."""

    cells: tuple[SetLine, ...]
    edges: tuple[float, ...]
    aligned: tuple[str, ...]
    bold: bool = False
    heads: tuple["Band", ...] = field(default=(), repr=False)

    @property
    def height(self) -> float:
        """Points it takes down the page."""
        return m.LINE + self.before + _ABOVE * self.opens + _BELOW * self.ends

    @property
    def head(self) -> tuple[Row, ...]:
        """The table's head, which is repeated where it goes on."""
        return self.heads

    def draw(self, sheet: Sheet, *, cut: bool) -> None:
        """Draw words and borders."""
        canvas, edges = sheet.document.canvas, self.edges
        top = sheet.y - _DROP - self.before
        sheet.down(before=self.before + _ABOVE * self.opens)
        face = sheet.faces.bold if self.bold else sheet.faces.regular
        for place, line in enumerate(self.cells):
            if line.pieces:
                x = _begins(edges[place], edges[place + 1], line, self.aligned[place])
                sheet.engine.line(x, sheet.y, line, face, sheet.body)
        sheet.y -= _BELOW * self.ends
        foot = sheet.y - _DROP
        borders = [(x, top, x, foot) for x in edges]
        if self.opens:
            borders.append((edges[0], top, edges[-1], top))
        if self.ends or cut:
            borders.append((edges[0], foot, edges[-1], foot))
        canvas.setLineWidth(_BORDER)
        canvas.lines(borders)


def _begins(left: float, right: float, line: SetLine, align: str) -> float:
    if align == "centre":
        return (left + right - line.width) / 2
    return right - _PAD - line.width if align == "right" else left + _PAD


def table_rows(sheet: Sheet, table: TableBlock) -> Iterator[Row]:
    """Lay a table out in bands."""
    edges = _edges(table.columns)
    centred = ("centre",) * len(table.columns)
    heads = tuple(column.head for column in table.columns)
    head = tuple(_bands(sheet, heads, edges, centred, bold=True))
    yield from head
    aligned = tuple(column.align for column in table.columns)
    for cells in table.rows:
        yield from _bands(sheet, cells, edges, aligned, heads=head)


def _edges(columns: Sequence[TableColumn]) -> tuple[float, ...]:
    total = sum(column.share for column in columns)
    edges = [m.LEFT]
    for column in columns:
        edges.append(edges[-1] + m.TEXT_WIDTH * column.share / total)
    return tuple(edges)


def _bands(
    sheet: Sheet,
    texts: Sequence[str],
    edges: tuple[float, ...],
    aligned: tuple[str, ...],
    *,
    bold: bool = False,
    heads: tuple[Band, ...] = (),
) -> Iterator[Band]:
    """Cut one row of a table into its lines; a head, and a short row, stay whole."""
    font = sheet.faces.bold if bold else sheet.faces.regular
    columns = []
    for place, text in enumerate(texts):
        room = edges[place + 1] - edges[place] - 2 * _PAD
        parts = [sheet.broken(part, room, room, font=font) for part in text.split("\n")]
        columns.append([line for part in parts for line in part])
    deep = max(len(lines) for lines in columns)
    for number in range(deep):
        cells = tuple(lines[number] if number < len(lines) else _NOTHING for lines in columns)
        last = number == deep - 1
        yield Band(
            line=next((line for line in cells if line.pieces), _NOTHING),
            before=m.BEFORE if bold and number == 0 else 0.0,
            opens=number == 0,
            ends=last,
            keeps=bold or (deep <= _WHOLE and not last),
            cells=cells,
            edges=edges,
            aligned=aligned,
            bold=bold,
            heads=heads,
        )
