"""How many complaints of a list are in each group: one question, answered in the database."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, func, select

from db import tables as t
from db.group_keys import group_key
from db.offices import SqlOffices
from db.register_query import ids, listing_of
from db.statements import among, one_of
from desktop.rules.people import Actor
from desktop.rules.thai.sorting import sort_key
from desktop.views import DueBand, Group, GroupBy, RegisterQuery

C = t.complaint.c


def groups(
    connection: Connection, actor: Actor, query: RegisterQuery, by: GroupBy, now: datetime
) -> Sequence[Group]:
    """Count what a list holds by its groups; whichever group it is narrowed to, all are counted."""
    offices, query = SqlOffices(connection), replace(query, group=None)
    key = group_key(offices, actor, by, now).label("key")
    asked = select(key, func.count()).group_by(key)
    if query.asked.by_text:
        server = connection.dialect.name == "postgresql"
        found = ids(connection, actor, query, now)
        answer = connection.execute(
            asked.where(one_of(C.id, server=server)), among(found.tolist(), server=server)
        )
    else:
        listing = listing_of(connection, actor, query, now)
        answer = connection.execute(asked.where(*listing.every_condition()))
    counted = {row[0]: int(row[1]) for row in answer}
    names = _names(connection, by)
    return tuple(Group(one, names.get(one, ""), counted[one]) for one in _ordered(counted, names))


def _names(connection: Connection, by: GroupBy) -> dict[Any, str]:
    if by is GroupBy.OWNER:
        return {row.id: row.name for row in connection.execute(select(t.person))}
    if by is GroupBy.CATEGORY:
        return {one.id: one.name for one in SqlOffices(connection).lists().categories}
    return {}


def _ordered(counted: dict[Any, int], names: dict[Any, str]) -> list[Any]:
    """Put groups by their names where they have any, else as their kind runs; what is none last."""

    def place(key: Any) -> tuple[bool, Any]:
        if key is None:
            return True, ""
        if names:
            return False, sort_key(names[key])
        kind = type(key) if isinstance(key, StrEnum) else DueBand
        return False, list(kind).index(kind(key))

    return sorted(counted, key=place)
