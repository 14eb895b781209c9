"""The few statements that every collection needs, each put together once."""

from array import array
from collections.abc import Generator, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

from sqlalchemy import (
    ARRAY,
    Column,
    ColumnElement,
    Connection,
    Insert,
    Integer,
    Select,
    Table,
    Text,
    any_,
    bindparam,
    func,
    insert,
    select,
)

from db.base import Found

CHUNK = 4096
"""Rows fetched at once, so that no single call holds the interpreter for long."""
Rows = Mapping[str, Any] | Sequence[Mapping[str, Any]]


def identities(
    connection: Connection, asked: Select[Any], size: int = CHUNK
) -> Generator[Sequence[int], None, None]:
    """Yield the identities a question is answered with, part by part as they are taken."""
    server = connection.dialect.name == "postgresql"
    answer = connection.execution_options(stream_results=server).execute(asked)
    # Identities need no turning into rows and types: straight from SQLite's driver, which never
    # reads ahead.
    source: Any = answer if server else answer.cursor
    try:
        while rows := source.fetchmany(size):
            yield list(chain.from_iterable(rows))
    finally:
        answer.close()


def all_identities(connection: Connection, asked: Select[Any]) -> "array[int]":
    """Return all identities a question is answered with; other threads get their turn."""
    found = array("q")
    for part in identities(connection, asked):
        found.extend(part)
    return found


def put(connection: Connection, table: Table[Any], rows: Rows) -> None:
    """Insert one row or several that name the same columns."""
    connection.execute(_insertion(table), rows)


def put_one(connection: Connection, table: Table[Any], row: Mapping[str, Any]) -> int:
    """Insert a row and return the identity that the database gave it."""
    return int(connection.execute(_numbered_insertion(table), row).scalar_one())


def put_many(connection: Connection, table: Table[Any], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert many rows that all name the same columns."""
    if rows:
        do_many(connection, insert(table), {n: table.c[n] for n in rows[0]}, rows)


def do_many(
    connection: Connection,
    statement: Any,
    named: Mapping[str, Column[Any]],
    rows: Sequence[Mapping[str, Any]],
) -> None:
    """Carry a statement out for many rows; half the time of handing them over as dicts.

    `named` tells by each parameter's name the column whose kind of value it is.
    """
    dialect = connection.dialect
    written = [(n, c.type.dialect_impl(dialect).bind_processor(dialect)) for n, c in named.items()]
    values = [
        tuple(row[n] if turn is None else turn(row[n]) for n, turn in written) for row in rows
    ]
    do_each(connection, statement, list(named), values)


def do_each(
    connection: Connection,
    statement: Any,
    names: Sequence[str],
    values: Sequence[tuple[Any, ...]],
) -> None:
    """Carry a statement out for each of many rows, whose values are as the driver takes them."""
    if not values:
        return
    compiled = statement.compile(dialect=connection.dialect, column_keys=list(names))
    parameters: Any = values
    if not compiled.positional:
        parameters = [dict(zip(names, row, strict=True)) for row in values]
    elif (places := [names.index(name) for name in compiled.positiontup]) != list(
        range(len(names))
    ):
        parameters = [tuple(row[place] for place in places) for row in values]
    connection.exec_driver_sql(str(compiled), parameters)


def raw(connection: Connection, statement: Select[*tuple[Any, ...]]) -> Iterator[Sequence[Any]]:
    """Yield rows by the thousand as the driver gives them, for what runs over a whole register."""
    answer = connection.execute(statement)
    try:
        while part := answer.cursor.fetchmany(CHUNK):
            yield part
    finally:
        answer.close()


def one_of(identity: ColumnElement[int], *, server: bool) -> ColumnElement[bool]:
    """Return the condition to be one of many identities, which `among` hands over.

    One parameter for all of them: a list of its own for each would be written out every time.
    """
    if server:
        return identity == any_(bindparam("among", type_=ARRAY(Integer)))
    each = func.json_each(bindparam("among", type_=Text())).table_valued("value")
    return identity.in_(select(each.c.value))


def among(identities: Sequence[int], *, server: bool) -> Mapping[str, Any]:
    """Return the parameter of `one_of`."""
    return {"among": list(identities) if server else str(list(identities))}


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
