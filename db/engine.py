"""Opening a register: one door for writing, one for reading, one way to open any SQLite file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.pool import QueuePool, StaticPool
from sqlcipher3 import dbapi2

from db.place import Place, PlaceRefused, Unfit

APPLICATION = 0x52415052
"""Marks our SQLite files ("RAPR")."""
PATIENCE = 5.0
"""Seconds a writer waits for another program's transaction, or a server's first answer."""

Isolation = Literal["READ COMMITTED", "REPEATABLE READ"]
_SAFE = ("foreign_keys=ON", "trusted_schema=OFF", "busy_timeout=5000")
# The cache grows only as far as it is used: redating a whole register changes as much at once.
_WRITING = (
    *("journal_mode=WAL", "synchronous=FULL", *_SAFE),
    *("temp_store=MEMORY", "cache_size=-262144"),
)
_READING = ("query_only=ON", *_SAFE, "temp_store=MEMORY", "cache_size=-16384")


def open_for_writing(place: Place) -> Engine:
    """Return the engine through which all changes pass, one connection at a time."""
    if place.server:
        return _open_server(place.server, "READ COMMITTED", size=1)
    return open_sqlite(place.file, "BEGIN IMMEDIATE", _WRITING, single=True)


def open_for_reading(place: Place) -> Engine:
    """Return an engine that cannot change anything."""
    if place.server:
        engine = _open_server(place.server, "REPEATABLE READ", size=2)

        def read_only(handle: Any, _record: object) -> None:
            handle.read_only = True

        event.listen(engine, "connect", read_only)
        return engine
    return open_sqlite(place.file, "BEGIN", _READING)


def open_sqlite(
    file: Path,
    begin: str,
    rules: tuple[str, ...],
    *,
    key: str | None = None,
    single: bool = False,
) -> Engine:
    """Open any SQLite file of ours: the one way, which can take a key for an encrypted one.

    `begin` starts every transaction; a deferred one that later writes would fail at once
    whenever somebody else wrote in between.
    """
    url = URL.create("sqlite", database=str(file))
    pool: Mapping[str, Any] = (
        {"poolclass": StaticPool} if single else {"poolclass": QueuePool, "pool_size": 4}
    )
    engine = create_engine(
        url,
        module=dbapi2,
        connect_args={
            "isolation_level": None,
            "timeout": PATIENCE,
            "check_same_thread": False,
        },
        # A fault's message must not carry what a citizen wrote.
        hide_parameters=True,
        **pool,
    )

    def on_connect(handle: Any, _record: object) -> None:
        if key is not None:
            handle.execute("PRAGMA key = " + _quoted(key)).close()
        for rule in rules:
            handle.execute(f"PRAGMA {rule}").close()
        if "synchronous=FULL" in rules and not _full(handle):
            raise PlaceRefused(Unfit.READ_ONLY)

    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "connect", on_connect)
    event.listen(engine, "begin", on_begin)
    return engine


def open_migrating(place: Place) -> Engine:
    """Return an engine for changing the schema: foreign keys off, outside any transaction."""
    if place.server:
        return _open_server(place.server, "READ COMMITTED", size=1)
    rules = (
        *("journal_mode=WAL", "synchronous=FULL", "foreign_keys=OFF", "trusted_schema=OFF"),
        # An index is made by sorting; what finds no room here is sorted in files.
        "cache_size=-262144",
    )
    return open_sqlite(place.file, "BEGIN IMMEDIATE", rules, single=True)


def _open_server(address: str, isolation: Isolation, *, size: int) -> Engine:
    url = make_url(address).set(drivername="postgresql+psycopg")
    return create_engine(
        url,
        isolation_level=isolation,
        pool_size=size,
        pool_pre_ping=True,
        connect_args={"connect_timeout": int(PATIENCE)},
        hide_parameters=True,
    )


def _full(handle: Any) -> bool:
    cursor = handle.execute("PRAGMA synchronous")
    value = cursor.fetchone()[0]
    cursor.close()
    return bool(value == 2)


def _quoted(key: str) -> str:
    return "'" + key.replace("'", "''") + "'"
