"""What a line of the office's books is found by: any word it tells, in either digits."""

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    Connection,
    and_,
    case,
    cast,
    func,
    or_,
    select,
    type_coerce,
)

from db import tables as t
from db.book_questions import BEGUN, CAME, Part, came, entry
from desktop.rules.thai.digits import arabic_digits, thai_digits

C, L = t.complaint.c, t.letter.c
Condition = ColumnElement[bool]
_DIGIT = re.compile(r"[0-9]")
_NUMBER = re.compile(r"(\d{1,9})(?:/(\d{4}))?")


@dataclass(frozen=True, slots=True)
class _Told:
    """Columns that every line tells, those that some veil, and whose number stands in each."""

    every: tuple[ColumnElement[Any], ...]
    veiled: tuple[ColumnElement[Any], ...]
    number: tuple[Condition, ...] = ()
    veiled_number: tuple[Condition, ...] = ()


def says(connection: Connection, part: Part, told: Condition, word: str) -> Condition:
    """Return the condition for a line to have a word in what it tells."""
    plain = arabic_digits(word)
    found, numbered = _columns(connection, part, plain), _DIGIT.search(plain) is not None

    def has(columns: tuple[ColumnElement[Any], ...]) -> list[Condition]:
        asked = map(_plain, columns) if numbered else columns
        return [one.icontains(plain, autoescape=True) for one in asked]

    veiled = or_(*found.veiled_number, *has(found.veiled))
    return or_(*found.number, *has(found.every), and_(told, veiled))


def _plain(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Write a column's Thai digits as Arabic ones."""
    for digit in "0123456789":
        column = func.replace(column, thai_digits(digit), digit)
    return column


def _columns(connection: Connection, part: Part, word: str) -> _Told:
    i, owner, a = t.intake.c, t.person.c.name, t.accused.c
    told: tuple[ColumnElement[Any], ...]
    complaint = _numbered(C.running, C.year, word)
    sender = case((i.letter_from != "", i.letter_from), else_=C.petitioner)
    if part is BEGUN:
        told = (i.letter_number, sender, C.subject, i.central_number, owner)
        return _Told((), told, number=complaint)
    if part is CAME:
        told = (came.number, came.sender, came.subject, owner)
        return _Told((came.receipt_number,), told, veiled_number=complaint)
    if part.identity is entry.id:
        told = (i.letter_number, sender, C.subject, entry.ordered_by, owner)
        running = _numbered(entry.running, entry.year, word)
        return _Told((), told, number=running, veiled_number=complaint)
    if part.identity is L.id:
        told = (L.recipient, _title(connection), C.subject, L.tracking)
        return _Told((L.number,), told, veiled_number=complaint)
    every = func.aggregate_strings(a.name + " " + a.post + " " + a.unit, " ")
    accused = select(every).where(a.complaint_id == C.id).scalar_subquery()
    told = (C.petitioner, C.subject, accused, owner)
    return _Told((), told, number=complaint)


def _numbered(
    running: ColumnElement[Any], year: ColumnElement[Any], word: str
) -> tuple[Condition, ...]:
    """Return the condition to bear the number that was typed, with its year or without."""
    typed = _NUMBER.fullmatch(word)
    if typed is None:
        return ()
    met = running == int(typed[1])
    return (met if typed[2] is None else and_(met, year == int(typed[2])),)


def _title(connection: Connection) -> ColumnElement[Any]:
    """Return a letter's own subject, out of what the clerk decided about it."""
    server = connection.dialect.name == "postgresql"
    content: Any = cast(L.content, JSON) if server else type_coerce(L.content, JSON)
    title: ColumnElement[Any] = content["subject"].as_string()
    return title
