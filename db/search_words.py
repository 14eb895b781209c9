"""The words by which a complaint is found: gathered from its rows, folded, and kept equal to them.

What is secret beyond the complaint itself is not among them: a secret letter of an ordinary
complaint, and what its steps and scans say, are found by nobody.
"""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Integer,
    Select,
    bindparam,
    column,
    func,
    insert,
    select,
    table,
    update,
)

from db import tables as t
from db.base import Found
from db.statements import do_many
from desktop.rules.complaint import Secrecy
from desktop.rules.identity import read_phone
from desktop.rules.thai.names import full_name
from desktop.rules.thai.searching import search_form

RANGE = 2_000
"""Complaints whose words are gathered at a time."""


class Said(NamedTuple):
    """What one complaint is found by, folded, as the columns hold it."""

    names: str
    numbers: str
    words: str


class _Heap:
    """What one complaint says, as it is gathered."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.numbers: list[str] = []
        self.words: list[str] = []
        self.secret: frozenset[int] = frozenset()

    def said(self) -> Said:
        return Said(_folded(self.names), _folded(self.numbers), _folded(self.words))


def _folded(parts: Iterable[str]) -> str:
    """Fold the parts, each once; the line's ends let the last letters begin a group of three."""
    forms = dict.fromkeys(search_form(part) for part in parts)
    lines = "".join(f"{form}\n" for form in forms if form)
    return f"{lines}\n" if lines else ""


def keep_words(connection: Connection, ids: Sequence[int]) -> None:
    """Write anew what some complaints are found by, where it changed."""
    if len(ids) == 1:
        # What every act asks, in words that are put together once.
        within = ids[0], ids[0]
        _keep(connection, words_within(connection, within), kept_words(connection, within))
    elif ids:
        asked = select(t.search_words).where(t.search_words.c.complaint_id.in_(ids))
        stood = {row[0]: Said(*row[1:]) for row in connection.execute(asked)}
        _keep(connection, _gathered(connection, _AMONG, {"wanted": list(ids)}), stood)


def fold_all(connection: Connection) -> None:
    """Write anew what every complaint is found by."""
    for part in stretches(connection):
        _keep(connection, words_within(connection, part), kept_words(connection, part))


def stretches(connection: Connection) -> Iterator[tuple[int, int]]:
    """Part the register into first and last identities."""
    last = connection.scalar(select(func.max(t.complaint.c.id))) or 0
    return ((first, first + RANGE - 1) for first in range(1, last + 1, RANGE))


def words_within(connection: Connection, within: tuple[int, int]) -> Mapping[int, Said]:
    """Gather what the complaints of a stretch say."""
    first, last = within
    return _gathered(connection, _WITHIN, {"first": first, "last": last})


def kept_words(connection: Connection, within: tuple[int, int]) -> Mapping[int, Said]:
    """Return what is kept of a stretch."""
    first, last = within
    rows = connection.execute(_KEPT, {"first": first, "last": last})
    return {row[0]: Said(*row[1:]) for row in rows}


def indexed_within(connection: Connection, within: tuple[int, int]) -> Container[int]:
    """Return which complaints of a stretch the index knows of; a server's own knows all."""
    if connection.dialect.name == "postgresql":
        return range(within[0], within[1] + 1)
    known = column("id", Integer())
    found = [
        set(
            connection.scalars(
                select(known).select_from(table(sizes)).where(known.between(*within))
            )
        )
        for sizes in ("search_index_docsize", "search_names_docsize")
    ]
    return set.intersection(*found)


def _keep(connection: Connection, said: Mapping[int, Said], stood: Mapping[int, Said]) -> None:
    rows = [
        {"of": case_id, **one._asdict()}
        for case_id, one in said.items()
        if stood.get(case_id) != one
    ]
    do_many(connection, _CHANGED, _NAMED, [row for row in rows if row["of"] in stood])
    do_many(connection, _ADDED, _NAMED, [row for row in rows if row["of"] not in stood])


_Which = Callable[[Column[int]], ColumnElement[bool]]


def _gathered(
    connection: Connection, questions: Sequence[Select[Any]], wanted: Mapping[str, Any]
) -> Mapping[int, Said]:
    heaps: defaultdict[int, _Heap] = defaultdict(_Heap)
    for question, add in zip(questions, _ADDING, strict=True):
        for row in connection.execute(question, wanted):
            add(heaps[row.complaint_id], row)
    return {case_id: heap.said() for case_id, heap in heaps.items()}


def _questions(which: _Which) -> tuple[Select[Any], ...]:
    c, m, i = t.complaint.c, t.matter.c, t.intake.c
    p, a, letter, came = t.petitioner.c, t.accused.c, t.letter.c, t.incoming_letter.c
    file, step = t.attachment.c, t.step.c
    own = (
        select(c.id.label("complaint_id"), c.tracking, c.subject)
        .add_columns(m.facts, m.place, m.harm, m.remedy, m.evidence)
        .add_columns(i.letter_number, i.letter_from, i.central_number, i.reference, i.caller_phone)
        .join(t.matter, m.complaint_id == c.id)
        .join(t.intake, i.complaint_id == c.id)
        .where(which(c.id))
    )
    asked = (
        (p, (p.prefix, p.first, p.last, p.heading, p.phone_digits), p.position),
        (a, (a.name, a.post, a.unit), a.position),
        (
            letter,
            (letter.id, letter.number, letter.recipient, letter.tracking, letter.content),
            letter.id,
        ),
        (came, (came.number, came.sender, came.subject, came.receipt_number), came.id),
        (file, (file.name, file.letter_id), file.id),
    )
    of_case = tuple(
        select(of.complaint_id, *columns).where(which(of.complaint_id)).order_by(order)
        for of, columns, order in asked
    )
    noted = (
        select(step.complaint_id, step.note, step.facts)
        .where(which(step.complaint_id), step.note != "")
        .order_by(step.id)
    )
    return own, *of_case, noted


def _own(heap: _Heap, row: Found) -> None:
    # A code is typed with its hyphens and without.
    heap.numbers += [row.tracking, row.tracking.replace("-", ""), row.letter_number]
    heap.numbers += [row.central_number, row.reference, read_phone(row.caller_phone).digits]
    heap.words += [row.subject, row.facts, row.place, row.harm, row.remedy, row.evidence]
    heap.words.append(row.letter_from)


def _petitioner(heap: _Heap, row: Found) -> None:
    heap.names += [row.heading, full_name(row.prefix, row.first, row.last)]
    heap.numbers.append(row.phone_digits)


def _accused(heap: _Heap, row: Found) -> None:
    heap.names.append(row.name)
    # Else a search for a teacher would show first whoever is accused as one.
    heap.words += [row.post, row.unit]


def _letter(heap: _Heap, row: Found) -> None:
    if Secrecy(row.content["secrecy"]) is not Secrecy.NONE:
        heap.secret |= {row.id}
        return
    heap.numbers += [row.number, row.tracking]
    heap.words += [row.recipient]


def _incoming(heap: _Heap, row: Found) -> None:
    heap.numbers += [row.number, row.receipt_number]
    heap.words += [row.sender, row.subject]


def _file(heap: _Heap, row: Found) -> None:
    if row.letter_id not in heap.secret:
        heap.words.append(row.name)


def _step(heap: _Heap, row: Found) -> None:
    # What is said of a draft is said to its makers; and it may yet become secret.
    if "draft" not in row.facts and row.facts.get("letter") not in heap.secret:
        heap.words.append(row.note)


_ADDING = (_own, _petitioner, _accused, _letter, _incoming, _file, _step)
_AMONG = _questions(lambda column: column.in_(bindparam("wanted", expanding=True)))
_WITHIN = _questions(lambda column: column.between(bindparam("first"), bindparam("last")))
_W = t.search_words.c
_KEPT = select(t.search_words).where(_W.complaint_id.between(bindparam("first"), bindparam("last")))
_NAMED: Mapping[str, Column[Any]] = {
    "of": _W.complaint_id,
    **{name: _W[name] for name in Said._fields},
}
_VALUES: Mapping[str, Any] = {name: bindparam(name) for name in Said._fields}
_CHANGED = update(t.search_words).where(_W.complaint_id == bindparam("of")).values(_VALUES)
_ADDED = insert(t.search_words).values(complaint_id=bindparam("of"), **_VALUES)
