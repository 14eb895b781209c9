"""Proof of the columns that lists show and search: they follow from the rest of the complaint."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Table, func, select, union

from db import tables as t
from db.base import Found
from db.cases import parts_of
from db.kept_keys import KEYED, keys_of
from db.mapping import case_of, case_rows, petitioner_of
from db.search_words import indexed_within, kept_words, words_within
from desktop.rules.complaint import is_anonymous
from desktop.rules.naming import shown_name

C = t.complaint.c
RANGE = 2_000
"""Complaints held at a time, so that no answer grows with the register."""


def differing_words(connection: Connection, within: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield running number and year of complaints that lists or search know otherwise."""
    asked = select(
        *(C.id, C.running, C.year, C.subject, C.subject_key, C.petitioner),
        *(C.petitioner_key, C.anonymous),
    )
    last = min(within[1], connection.scalar(select(func.max(C.id))) or 0)
    for first in range(within[0], last + 1, RANGE):
        part = first, min(last, first + RANGE - 1)
        petitioners = _by_case(connection, t.petitioner, part)
        said, kept = words_within(connection, part), kept_words(connection, part)
        indexed = indexed_within(connection, part)
        for row in connection.execute(asked.where(C.id.between(*part))):
            known = said[row.id] == kept.get(row.id) and row.id in indexed
            if not known or not _follows(row, petitioners.get(row.id, ())):
                yield row.running, row.year


def differing_beside(connection: Connection) -> Iterator[tuple[int, int]]:
    """Yield the complaints of which a list shows otherwise what is due beside the clocks."""
    owed = t.reply_owed.c
    concerned = union(
        select(C.id).where(C.beside_at.is_not(None)),
        select(owed.complaint_id).where(owed.answered_at.is_(None)),
    )
    for case_id in connection.scalars(concerned).all():
        parts = parts_of(connection, case_id)
        rows, kept = case_rows(case_of(parts)).complaint, parts.complaint
        if (kept.beside_at, kept.beside_kind) != (rows["beside_at"], rows["beside_kind"]):
            yield kept.running, kept.year


def differing_keys(connection: Connection, within: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield running number and year of complaints of which something is sorted by other words."""
    draft = t.proposed_letter.c
    for table in KEYED:
        if table in (t.complaint, t.person):
            continue
        asked = select(table, C.running.label("of_running"), C.year.label("of_year"))
        if table is t.proposed_text:
            asked = asked.join(t.proposed_letter, draft.id == table.c.proposed_id)
            asked = asked.join(t.complaint, C.id == draft.complaint_id)
        else:
            asked = asked.join(t.complaint, C.id == table.c.complaint_id)
        last = min(within[1], connection.scalar(select(func.max(C.id))) or 0)
        for first in range(within[0], last + 1, RANGE):
            part = asked.where(C.id.between(first, min(last, first + RANGE - 1)))
            for row in connection.execute(part):
                if not _keyed(table, row):
                    yield row.of_running, row.of_year


def differing_people(connection: Connection) -> Iterator[str]:
    """Yield the user names of people who are sorted by another name than theirs."""
    for row in connection.execute(select(t.person).order_by(t.person.c.id)):
        if not _keyed(t.person, row):
            yield row.username


def _keyed(table: Table[Any], row: Found) -> bool:
    told: Any = row._mapping
    return all(told[name] == key for name, key in keys_of(table, told).items())


def _follows(row: Found, petitioners: Sequence[Found]) -> bool:
    people = tuple(petitioner_of(one) for one in petitioners)
    shown = shown_name(people[0]) if people else ""
    named = row.petitioner == shown and row.anonymous == is_anonymous(people)
    return bool(named and _keyed(t.complaint, row))


def _by_case(
    connection: Connection, table: Table[Any], within: tuple[int, int]
) -> Mapping[int, Sequence[Found]]:
    own = table.c
    asked = select(table).where(own.complaint_id.between(*within))
    rows = connection.execute(asked.order_by(own.complaint_id, own.position))
    return {key: tuple(group) for key, group in groupby(rows, attrgetter("complaint_id"))}
