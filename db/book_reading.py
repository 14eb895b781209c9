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
from db.book_questions import QUESTIONS, Question, came_later_asked, received_asked
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
    if not works_with_complaints(actor):
        raise Refused(Reason.NOT_VISIBLE)
    if book in SECRET_BOOKS and not actor.may(Permission.KEEP_SECRETS):
        raise Refused(Reason.NOT_ALLOWED)
    if first > last:
        raise Refused(Reason.PERIOD_BACKWARDS, field="first")
    shown = _shown(actor, book)
    if book is OfficeBook.LETTERS_IN:
        yield from _received(connection, shown, first, last)
        return
    with closing(_parts(connection, QUESTIONS[book](shown, first, last))) as parts:
        for part in parts:
            yield from WRITERS[book](connection, actor, part)


def _parts(connection: Connection, asked: Question) -> Generator[Sequence[Line], None, None]:
    # On a server, too, only so many rows wait here at a time.
    with connection.execution_options(yield_per=PART).execute(asked) as answer:
        yield from answer.partitions()


def _received(
    connection: Connection, shown: ColumnElement[bool], first: date, last: date
) -> Iterator[BookLine]:
    """Yield complaints that came as letters and letters that came to complaints, as recorded."""
    with (
        closing(_rows(connection, received_asked(shown, first, last))) as begun,
        closing(_rows(connection, came_later_asked(shown, first, last))) as later,
    ):
        lines: Iterable[tuple[datetime, BookLine]] = merge(
            ((one.recorded_at, arrival_line(one)) for one in begun),
            ((one.recorded_at, incoming_line(one)) for one in later),
            key=itemgetter(0),
        )
        for _, line in lines:
            yield line


def _rows(connection: Connection, asked: Question) -> Generator[Line, None, None]:
    with closing(_parts(connection, asked)) as parts:
        for part in parts:
            yield from part


def _shown(actor: Actor, book: OfficeBook) -> ColumnElement[bool]:
    """What is secret has books of its own: in the ordinary ones it is veiled for everybody."""
    # The registrar's own books show what a lifted class no longer opens, but nothing of what is
    # said against the registrar.
    shown = listed(actor) if book in SECRET_BOOKS else openable(actor)
    if book in _ORDINARY:
        shown = and_(shown, C.secrecy == Secrecy.NONE)
    return case((shown, True), else_=False).label("shown")
