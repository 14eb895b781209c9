"""A register on A4 lying: ruled on all sides, its totals carried from page to page.

Lines are taken one by one and written as they come, so a book may be as long as it likes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import IO

from reportlab.lib.units import cm

from desktop.papers import measures as m
from desktop.papers.fonts import Faces
from desktop.papers.pages import BLACK, RED
from desktop.papers.sheet import Document, Sheet, Written
from desktop.papers.table import Cells, Column, Make, Rows
from desktop.papers.words import Words
from desktop.rules.thai.dates import clock_time, local, long_date
from desktop.rules.thai.digits import thai_digits

WIDTH, HEIGHT = m.PAGE_HEIGHT, m.PAGE_WIDTH
"""A4, lying."""
LEFT, RIGHT = 2 * cm, 1 * cm
"""The left is wider: there the book is bound."""
ROOM = WIDTH - LEFT - RIGHT
LOWEST = 1.8 * cm
"""Lowest rule of a page."""
_NUMBER, _TITLE, _PERIOD, _TABLE = 1.3 * cm, 2.1 * cm, 2.8 * cm, 3.2 * cm
"""From the upper edge: page number, title, office and period, the table's upper rule."""
_FOOT = 1.2 * cm
_TITLE_SIZE, _SMALL = 20.0, 11.0
_RULE = 0.5
_MIDDLE = LEFT + ROOM / 2
_KEPT = 500
"""Words kept between pages: beyond the commonest, most names and subjects are met once."""


@dataclass(frozen=True, slots=True)
class BookHead:
    """What stands on every page of a book, and what its lines are counted in."""

    title: str
    office: str
    period: str
    counted: str
    nothing: str
    """Said instead of a total where the period has no line."""
    made_at: datetime
    secrecy: str = ""
    """Stands at the top and the bottom of every page of a book that tells what is secret."""


@dataclass(frozen=True, slots=True)
class Print:
    """How large a book's words are."""

    head: float
    text: float
    pitch: float


WIDE = Print(head=13.0, text=14.0, pitch=16.0)
CLOSE = Print(head=11.5, text=12.0, pitch=13.5)
"""For books with many columns."""


def render_book(
    head: BookHead,
    columns: Sequence[Column],
    lines: Iterable[Sequence[str]],
    faces: Faces,
    words: Words,
    file: IO[bytes],
    size: Print = WIDE,
) -> Written:
    """Print a book into a file; its columns are as wide together as the page has room."""
    made, sheet = head.made_at, (WIDTH, HEIGHT)
    document = Document(head.title, faces, words, size=sheet, made=made, file=file, kept=_KEPT)
    pages = _Pages(document, head, columns, size).fill(lines)
    document.canvas.save()
    return Written(pages, document.unprintable)


class _Pages:
    """Fills one page after another; only the page in hand is kept."""

    def __init__(
        self, document: Document, head: BookHead, columns: Sequence[Column], size: Print
    ) -> None:
        self._document, self._head = document, head
        self._canvas, self._faces = document.canvas, document.faces
        self._sheet = Sheet(document, self._turn)
        scale = size.text / 14
        self._make = Make(
            left=LEFT,
            head=size.head,
            text=size.text,
            head_pitch=size.pitch,
            pitch=size.pitch,
            above=12.5 * scale,
            below=5.5 * scale,
            inset=3.0,
            centred_heads=True,
        )
        self._rows = Rows(self._sheet, columns, self._make)
        self._across = self._make.above + self._make.below
        """Height of a line that goes across all columns."""
        self._count = 0
        self._parted_from = 0.0
        """Where the rules between the columns begin that are not drawn yet."""

    def fill(self, lines: Iterable[Sequence[str]]) -> int:
        """Write the lines and their sum; return how many pages they took."""
        self._open()
        for line in lines:
            cells = self._rows.broken(line)
            if self._rows.height(cells) + self._across > self._sheet.y - LOWEST:
                self._sheet.turn()
            self._write(cells)
            self._count += 1
        if self._count:
            self._close(self._counted("รวมทั้งสิ้น"))
        else:
            self._write(self._rows.broken(["-"] * len(self._rows.columns)))
            self._close(self._head.nothing)
        return self._sheet.page

    def _counted(self, words: str) -> str:
        return f"{words} {thai_digits(f'{self._count:,}')} {self._head.counted}"

    def _turn(self, sheet: Sheet) -> None:
        self._close(self._counted("ยอดยกไป"))
        sheet.page += 1
        self._open()
        self._across_columns(self._counted("ยอดยกมา"))
        self._parted_from = sheet.y

    def _open(self) -> None:
        """Begin a page with all that tells which book it belongs to."""
        sheet, head = self._sheet, self._head
        self._class()
        if sheet.page > 1:
            number = thai_digits(f"- {sheet.page} -")
            self._centred(number, HEIGHT - _NUMBER, m.BODY_SIZE)
        self._centred(head.title, HEIGHT - _TITLE, _TITLE_SIZE, bold=True)
        under = "   ".join(part for part in (head.office, head.period) if part)
        self._centred(under, HEIGHT - _PERIOD, m.BODY_SIZE)
        sheet.y = HEIGHT - _TABLE
        self._canvas.setLineWidth(_RULE)
        self._rule()
        self._parted_from = sheet.y
        self._rows.draw_head()
        self._rule()

    def _class(self) -> None:
        if not self._head.secrecy:
            return
        self._canvas.setFillColor(RED)
        for y in (HEIGHT - m.SECRECY_EDGE, m.SECRECY_EDGE):
            self._centred(self._head.secrecy, y, m.SECRECY_SIZE, bold=True)
        self._canvas.setFillColor(BLACK)

    def _close(self, said: str) -> None:
        """End a page with its sum."""
        sheet, at = self._sheet, local(self._head.made_at)
        self._across_columns(said)
        edges = (HEIGHT - _TABLE, sheet.y)
        self._canvas.lines([(x, edges[0], x, edges[1]) for x in (LEFT, LEFT + ROOM)])
        made = f"พิมพ์เมื่อ {long_date(at.date())} เวลา {clock_time(at)}"
        size = self._faces.size(_SMALL)
        sheet.engine.text(LEFT + ROOM, _FOOT, made, self._faces.regular, size, "right")
        self._canvas.showPage()

    def _write(self, cells: Cells) -> None:
        self._rows.draw(cells)
        self._rule()

    def _across_columns(self, said: str) -> None:
        """End the rules between the columns and write a line over all of them."""
        sheet, make = self._sheet, self._make
        x, rules = LEFT, []
        for column in self._rows.columns[:-1]:
            x += column.width
            rules.append((x, self._parted_from, x, sheet.y))
        self._canvas.lines(rules)
        size = self._faces.size(make.text)
        at = LEFT + ROOM - 2 * make.inset
        sheet.engine.text(at, sheet.y - make.above, said, self._faces.bold, size, "right")
        sheet.y -= self._across
        self._rule()

    def _rule(self) -> None:
        y = self._sheet.y
        self._canvas.line(LEFT, y, LEFT + ROOM, y)

    def _centred(self, text: str, y: float, points: float, *, bold: bool = False) -> None:
        """Write a line in the middle, as much of it as there is room for."""
        face = self._faces.bold if bold else self._faces.regular
        size, engine = self._faces.size(points), self._sheet.engine
        line = engine.clipped(text, face, size, ROOM, 1)[0]
        engine.line(_MIDDLE - line.width / 2, y, line, face, size)
