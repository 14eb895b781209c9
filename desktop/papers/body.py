"""The body of a paper as rows: paragraphs, headings, points and tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from desktop.papers import measures as m
from desktop.papers.engine import SetLine
from desktop.papers.grid import table_rows
from desktop.papers.model import Block, Body, Heading, Item, Paragraph, TableBlock
from desktop.papers.paging import Row
from desktop.papers.sheet import Sheet

_FOLLOWING = 2
"""Lines that must stand below a heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRow(Row):
    """A line of text at x, with the mark of its point if it is the first."""

    x: float
    bold: bool = False
    mark_x: float = 0.0

    def draw(self, sheet: Sheet, *, cut: bool) -> None:  # noqa: ARG002 - text needs no lower edge
        """Draw it; a line that its paragraph goes on after fills its room."""
        sheet.down(before=self.before)
        if self.mark:
            sheet.write(self.mark_x, self.mark)
        face = sheet.faces.bold if self.bold else sheet.faces.regular
        spread = not (self.ends or self.bold)
        sheet.engine.line(self.x, sheet.y, self.line, face, sheet.body, spread=spread)


def body_rows(sheet: Sheet, body: Body) -> tuple[Row, ...]:
    """Lay a body out as rows; a heading's stay with the lines that follow it."""
    blocks = [Paragraph(one) if isinstance(one, str) else one for one in body]
    laid: list[Row] = []
    bound: set[int] = set()
    for is_points, run in groupby(blocks, lambda block: isinstance(block, Item)):
        if is_points:
            laid.extend(_points(sheet, [one for one in run if isinstance(one, Item)]))
            continue
        for block in run:
            start = len(laid)
            laid.extend(_laid(sheet, block))
            if isinstance(block, Heading):
                bound.update(range(start, len(laid) - 1 + _FOLLOWING))
    last = len(laid) - 1
    return tuple(
        replace(row, keeps=True) if place in bound and place < last else row
        for place, row in enumerate(laid)
    )


def _laid(sheet: Sheet, block: Block) -> Iterator[Row]:
    if isinstance(block, TableBlock):
        yield from table_rows(sheet, block)
    elif isinstance(block, Heading):
        font = sheet.faces.bold
        lines = sheet.broken(block.text, m.TEXT_WIDTH, m.TEXT_WIDTH, font=font)
        yield from _text(lines, m.LEFT, m.LEFT, before=m.BEFORE, bold=True)
    elif isinstance(block, Paragraph):
        for part, text in enumerate(block.text.split("\n")):
            lines = sheet.broken(text, m.TEXT_WIDTH - block.indent, m.TEXT_WIDTH)
            before = m.BEFORE if part == 0 else 0.0
            yield from _text(lines, m.LEFT + block.indent, m.LEFT, before=before)


def _text(
    lines: Sequence[SetLine], first: float, rest: float, *, before: float, bold: bool = False
) -> Iterator[TextRow]:
    for number, line in enumerate(lines):
        yield TextRow(
            line=line,
            before=before if number == 0 else 0.0,
            opens=number == 0,
            ends=number == len(lines) - 1,
            x=first if number == 0 else rest,
            bold=bold,
        )


def _points(sheet: Sheet, items: Sequence[Item]) -> Iterator[TextRow]:
    """Points of one list, whose words all hang at the same place."""
    begins = m.LEFT + m.INDENT
    face, size = sheet.faces.regular, sheet.body
    widest = max(sheet.engine.width(item.mark, face, size) for item in items)
    hang = begins + widest + m.MARK_BESIDE
    room = m.PAGE_WIDTH - m.RIGHT - hang
    for place, item in enumerate(items):
        for part, text in enumerate(item.text.split("\n")):
            before = m.BEFORE if place == part == 0 else 0.0
            rows = _text(sheet.broken(text, room, room), hang, hang, before=before)
            for row in rows:
                mark = item.mark if part == 0 and row.opens else ""
                yield replace(row, mark=mark, mark_x=begins, keeps=item.leads)
