"""Keys by which lists are sorted in the dictionary's order: of which words each is made."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Table, bindparam, func, select, update

from db import tables as t
from db.statements import do_many
from desktop.rules.thai.sorting import kept_key

Told = Mapping[str, Any]
"""A row by the names of its columns."""
RANGE = 2_000
"""Rows held at a time, so that no answer grows with the register."""


def _of(*names: str) -> Callable[[Told], str]:
    def words(row: Told) -> str:
        return " ".join(row[name] for name in names if row[name])

    return words


def _title(row: Told) -> str:
    """Return a letter's own subject, where the clerk wrote one."""
    return row["content"]["subject"] or ""


KEYED: Mapping[Table[Any], Mapping[str, Callable[[Told], str]]] = {
    t.complaint: {"subject_key": _of("subject"), "petitioner_key": _of("petitioner")},
    t.intake: {"letter_number_key": _of("letter_number"), "letter_from_key": _of("letter_from")},
    t.petitioner: {"lives_key": _of("district", "province", "postcode")},
    t.accused: {"shown_key": _of("name", "post", "unit")},
    t.classification: {"ordered_key": _of("ordered_by")},
    t.letter: {"recipient_key": _of("recipient"), "title_key": _title},
    t.incoming_letter: {
        "number_key": _of("number"),
        "sender_key": _of("sender"),
        "subject_key": _of("subject"),
    },
    t.attachment: {"name_key": _of("name")},
    t.proposed_text: {"recipient_key": _of("recipient")},
    t.person: {"name_key": _of("name")},
}
"""Every table of which lists keep keys, and the words of each."""


def keys_of(table: Table[Any], row: Told) -> dict[str, str]:
    """Return the keys of a row that is about to be written, or was read."""
    return {name: kept_key(words(row)) for name, words in KEYED[table].items()}


def key_all(connection: Connection) -> None:
    """Make every key anew."""
    for table, keys in KEYED.items():
        own = {f"of_{place.name}": place for place in table.primary_key}
        changed = update(table).values({name: bindparam(name) for name in keys})
        changed = changed.where(*(place == bindparam(name) for name, place in own.items()))
        named = own | {name: table.c[name] for name in keys}
        for part in _parts(connection, table):
            rows = [
                keys_of(table, row) | {name: row[place.name] for name, place in own.items()}
                for row in part
            ]
            do_many(connection, changed, named, rows)


def _parts(connection: Connection, table: Table[Any]) -> Iterator[list[Any]]:
    first = next(iter(table.primary_key))
    last = connection.scalar(select(func.max(first))) or 0
    for begin in range(1, last + 1, RANGE):
        asked = select(table).where(first.between(begin, begin + RANGE - 1))
        yield [row._mapping for row in connection.execute(asked)]
