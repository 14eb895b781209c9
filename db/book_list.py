"""The office's books as lists: the same lines as on paper, in any order, narrowed, by the page.

A line that is veiled stays where its number is, in every count. It is found by nothing that it
does not tell.
"""

from array import array
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, not_, select, union_all

from db import tables as t
from db.book_lines import WRITERS, Line, arrival_line, incoming_line
from db.book_order import order_of
from db.book_questions import BEGUN, CAME, PARTS, Part
from db.book_reading import as_column, refuse_others, shown_to
from db.book_words import says
from db.secret_letters import shut
from db.statements import all_identities, among, one_of
from db.visibility import openable
from desktop.errors import Refused
from desktop.rules.books import BookLine, OfficeBook
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason
from desktop.rules.thai.text import clean_line
from desktop.views.books import BookQuery, BookRow

C, L = t.complaint.c, t.letter.c


def book_ids(
    connection: Connection, actor: Actor, query: BookQuery, most: int | None = None
) -> "array[int]":
    """Return the identities of a book's lines, all or the first so many, in order.

    Those of letters that came to complaints are below nought.
    """
    refuse_others(actor, query.book)
    if query.first > query.last:
        raise Refused(Reason.PERIOD_BACKWARDS, field="first")
    found = (
        union_all(*(_asked(connection, actor, query, part) for part in _parts(query.book)))
        .subquery("found")
        .c
    )
    keys = [column for name, column in found.items() if name != "id"]
    asked = select(found.id)
    for key in keys:
        # What has nothing to be sorted by stands at the end, whichever way the list runs.
        asked = asked.order_by(key.is_(None), key.desc() if query.descending else key.asc())
    return all_identities(connection, asked.order_by(found.id).limit(most))


def book_rows(
    connection: Connection, actor: Actor, book: OfficeBook, ids: Sequence[int]
) -> list[BookRow]:
    """Return lines in the order asked; what is gone is left out."""
    refuse_others(actor, book)
    found: dict[int, BookRow] = {}
    for part in _parts(book):
        sign = -1 if part is CAME else 1
        wanted = [sign * one for one in ids if sign * one > 0]
        if not wanted:
            continue
        lines = _lines(connection, actor, book, part, wanted)
        for one, line in zip(lines, _written(connection, actor, book, part, lines), strict=True):
            identity = sign * one.line_id
            found[identity] = BookRow(identity, one.of_complaint, bool(one.open_to), line)
    return [found[one] for one in ids if one in found]


def _parts(book: OfficeBook) -> tuple[Part, ...]:
    return (BEGUN, CAME) if book is OfficeBook.LETTERS_IN else (PARTS[book],)


def _lines(
    connection: Connection, actor: Actor, book: OfficeBook, part: Part, wanted: Sequence[int]
) -> list[Line]:
    server = connection.dialect.name == "postgresql"
    asked = part.question(as_column(shown_to(actor, book))).add_columns(
        part.identity.label("line_id"),
        C.id.label("of_complaint"),
        case((openable(actor), True), else_=False).label("open_to"),
    )
    asked = asked.where(one_of(part.identity, server=server))
    return list(connection.execute(asked, among(wanted, server=server)))


def _written(
    connection: Connection, actor: Actor, book: OfficeBook, part: Part, lines: Sequence[Line]
) -> Iterator[BookLine]:
    if part is BEGUN:
        return map(arrival_line, lines)
    if part is CAME:
        return map(incoming_line, lines)
    return WRITERS[book](connection, actor, lines)


def _asked(connection: Connection, actor: Actor, query: BookQuery, part: Part) -> Any:
    told = _told(actor, query.book, part)
    keys = order_of(connection, query.book, part).by(query.sort, told)
    sign = -1 if part is CAME else 1
    conditions = [part.within(query.first, query.last)]
    # A veiled line says none of it.
    if query.kind is not None:
        conditions += [told, L.kind == query.kind]
    if query.owner_id is not None:
        conditions += [told, C.owner_id == query.owner_id]
    words = clean_line(query.words).split()
    conditions += [says(connection, part, told, word) for word in words]
    named = (key.label(f"key_{place}") for place, key in enumerate(keys))
    asked = part.question(told.label("told")).with_only_columns(
        (sign * part.identity).label("id"), *named, maintain_column_froms=True
    )
    return asked.where(*conditions)


def _told(actor: Actor, book: OfficeBook, part: Part) -> ColumnElement[bool]:
    shown = shown_to(actor, book)
    ours = part is not BEGUN and part is not CAME and part.identity is L.id
    return and_(shown, not_(shut(actor))) if ours else shown
