"""The few statements that every collection needs, each put together once."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Insert, Select, Table, bindparam, insert, select

from db.base import Found

Rows = Mapping[str, Any] | Sequence[Mapping[str, Any]]


def put(connection: Connection, table: Table[Any], rows: Rows) -> None:
    """Insert one row or several that name the same columns."""
    connection.execute(_insertion(table), rows)


def put_one(connection: Connection, table: Table[Any], row: Mapping[str, Any]) -> int:
    """Insert a row and return the identity that the database gave it."""
    return int(connection.execute(_numbered_insertion(table), row).scalar_one())


def one(connection: Connection, table: Table[Any], key: int | str) -> Found:
    """Return the row with a key; there must be one."""
    return connection.execute(_by_key(table), {"wanted": key}).one()


def one_or_none(connection: Connection, table: Table[Any], key: int | str) -> Found | None:
    """Return the row with a key, if there is one."""
    return connection.execute(_by_key(table), {"wanted": key}).one_or_none()


@lru_cache
def _insertion(table: Table[Any]) -> Insert:
    return insert(table)


@lru_cache
def _numbered_insertion(table: Table[Any]) -> Any:
    return insert(table).returning(table.c.id)


@lru_cache
def _by_key(table: Table[Any]) -> Select[*tuple[Any, ...]]:
    (key,) = table.primary_key
    return select(table).where(key == bindparam("wanted"))
