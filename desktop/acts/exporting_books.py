"""Take lines of the office's books out of the program: what may leave, and who may take it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop.acts.exporting import LinesOut
from desktop.acts.recording import require
from desktop.ports import Desk
from desktop.rules.books import LetterLine, OfficeBook, SecretLine
from desktop.rules.people import Actor
from desktop.rules.saved_tables import MAY_SAVE, SavedList
from desktop.views.books import BookRow

BOOK_LISTS: Mapping[OfficeBook, SavedList] = {
    book: SavedList(f"book_{book.value}") for book in OfficeBook
}
"""By which name each book's list is kept and written down."""


def book_leaving(row: BookRow) -> BookRow:
    """Return a line as it may leave the program: of what is secret neither who nor what."""
    line = row.line
    if line.veiled or not isinstance(line, LetterLine | SecretLine) or not line.secret:
        return row
    return replace(row, line=line.bare())


def book_out(book: OfficeBook, desk: Desk, actor: Actor, ids: Sequence[int]) -> LinesOut:
    """Read lines of a book, as the actor may take them out of the program."""
    require(actor, MAY_SAVE[BOOK_LISTS[book]])
    rows = desk.reading.book_rows(actor, book, ids)
    out = tuple(map(book_leaving, rows))
    withheld = tuple(
        row.id for row, left in zip(rows, out, strict=True) if left.line.veiled > row.line.veiled
    )
    told = sorted({row.complaint_id for row in out if not row.line.veiled})
    return LinesOut(out, tuple(desk.reading.sealed(actor, told)), withheld)
