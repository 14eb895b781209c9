"""The lines of the office's books, one after another, as the asking person may see them.

Numbers stay without gaps: a complaint that the actor may not open, even one against the actor,
keeps its line, which then shows neither who nor what.
"""

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date, datetime
from heapq import merge
from operator import itemgetter

from sqlalchemy import ColumnElement, Connection, and_, case

from db import tables as t
from db.book_lines import WRITERS, Line, arrival_line, incoming_line
from db.book_questions import BEGUN, CAME, PARTS, Part
from db.visibility import listed, openable, works_with_complaints
from desktop.errors import Refused
from desktop.rules.books import (
    SECRET_BOOKS,
    BookLine,
    OfficeBook,
)
from desktop.rules.complaint import Secrecy
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason

PART = 500
"""Lines fetched at once."""

_ORDINARY = frozenset({OfficeBook.COMPLAINTS, OfficeBook.LETTERS_IN, OfficeBook.LETTERS_OUT})
C = t.complaint.c


def book_lines(
    connection: Connection, actor: Actor, book: OfficeBook, first: date, last: date
) -> Iterator[BookLine]:
    """Yield a book's lines for a period of local days, both included."""
    refuse_others(actor, book)
    if first > last:
        raise Refused(Reason.PERIOD_BACKWARDS, field="first")
    period, shown = (first, last), shown_to(actor, book)
    if book is OfficeBook.LETTERS_IN:
        yield from _received(connection, shown, period)
        return
    with closing(_parts(connection, PARTS[book], shown, period)) as parts:
        for part in parts:
            yield from WRITERS[book](connection, actor, part)


def refuse_others(actor: Actor, book: OfficeBook) -> None:
    """Refuse a book to whoever may not read it."""
    if not works_with_complaints(actor):
        raise Refused(Reason.NOT_VISIBLE)
    if book in SECRET_BOOKS and not actor.may(Permission.KEEP_SECRETS):
        raise Refused(Reason.NOT_ALLOWED)


def shown_to(actor: Actor, book: OfficeBook) -> ColumnElement[bool]:
    """Return the condition for a line to tell who and what.

    What is secret has books of its own: in the ordinary ones it is veiled for everybody.
    """
    # The registrar's own books show what a lifted class no longer opens, but nothing of what is
    # said against the registrar.
    shown = listed(actor) if book in SECRET_BOOKS else openable(actor)
    if book in _ORDINARY:
        shown = and_(shown, C.secrecy == Secrecy.NONE)
    return shown


def as_column(shown: ColumnElement[bool]) -> ColumnElement[bool]:
    """Let lines be read beside whether they tell who and what."""
    return case((shown, True), else_=False).label("shown")


def _parts(
    connection: Connection, part: Part, shown: ColumnElement[bool], period: tuple[date, date]
) -> Generator[Sequence[Line], None, None]:
    asked = part.question(as_column(shown)).where(part.within(*period)).order_by(*part.order)
    # On a server, too, only so many rows wait here at a time.
    with connection.execution_options(yield_per=PART).execute(asked) as answer:
        yield from answer.partitions()


def _received(
    connection: Connection, shown: ColumnElement[bool], period: tuple[date, date]
) -> Iterator[BookLine]:
    """Yield complaints that came as letters and letters that came to complaints, as recorded."""
    with (
        closing(_rows(connection, BEGUN, shown, period)) as begun,
        closing(_rows(connection, CAME, shown, period)) as later,
    ):
        lines: Iterable[tuple[datetime, BookLine]] = merge(
            ((one.recorded_at, arrival_line(one)) for one in begun),
            ((one.recorded_at, incoming_line(one)) for one in later),
            key=itemgetter(0),
        )
        for _, line in lines:
            yield line


def _rows(
    connection: Connection, part: Part, shown: ColumnElement[bool], period: tuple[date, date]
) -> Generator[Line, None, None]:
    with closing(_parts(connection, part, shown, period)) as parts:
        for some in parts:
            yield from some
