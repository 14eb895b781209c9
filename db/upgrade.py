"""From no register to a register, and from an older one to today's: copied first, then whole."""

import secrets
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, text
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError

from db import tables as t
from db.backup import copy_register
from db.engine import APPLICATION, open_migrating, open_sqlite
from db.journal import HEAD
from db.place import Place, PlaceRefused, Unfit, refuse_network
from db.renewing import VERSIONS, are_todays, renew
from db.revisions import KNOWN, NEWEST, revision_of
from db.unit_of_work import SALT
from desktop.rules.journal import GENESIS

_SQLITE_HEAD = b"SQLite format 3\0"


def exists(place: Place) -> bool:
    """Tell whether there is a register; refuse a place that holds something else in its stead."""
    if place.server:
        return _revision_on_server(place) is not None
    refuse_network(place.folder)
    if not place.file.exists():
        return False
    _refuse_strangers(place.file)
    return True


def create(place: Place) -> None:
    """Make an empty register; only the first-run pages, a demo or a test does so."""
    if not place.server:
        refuse_network(place.folder)
        place.folder.mkdir(parents=True, exist_ok=True)
        if place.file.exists():
            raise FileExistsError(place.file)
    engine = open_migrating(place)
    try:
        with engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
            _run(connection)
            _first_rows(connection)
            connection.commit()
    finally:
        engine.dispose()


def upgrade(place: Place, now: datetime) -> Path | None:
    """Bring a register to today's shape; return the copy made of the old one, if it was old.

    A register of a newer program is refused and not touched.
    """
    if not place.server:
        _refuse_strangers(place.file)
        if _is_todays(place):
            return None
    engine = open_migrating(place)
    try:
        with engine.connect() as connection:
            current = revision_of(connection)
            todays = current == NEWEST and are_todays(connection)
            connection.rollback()
        if todays:
            return None
        if current not in KNOWN:
            raise PlaceRefused(Unfit.NEWER)
        copy = None if place.server else copy_register(engine, place, now)
        with engine.connect() as connection:
            _run(connection)
            renew(connection)
            _check(connection)
            connection.commit()
        return copy
    finally:
        engine.dispose()


def _run(connection: Connection) -> None:
    # Only a register that is made or mended needs Alembic; every other opening goes without.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    folder = Path(__file__).parent / "migrations"
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _first_rows(connection: Connection) -> None:
    connection.execute(insert(t.journal_head), {"id": HEAD, "sequence": 0, "hash": GENESIS})
    settings = {
        SALT: secrets.token_hex(16),
        "uid": secrets.token_hex(16),
        **{name: str(todays) for name, todays in VERSIONS.items()},
    }
    rows = [{"name": name, "value": value} for name, value in settings.items()]
    connection.execute(insert(t.setting), rows)


def _check(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    if connection.execute(text("PRAGMA foreign_key_check")).first() is not None:
        raise PlaceRefused(Unfit.DAMAGED)


def _refuse_strangers(file: Path) -> None:
    """Refuse a file that is not ours, before SQLite makes an empty register out of it."""
    if not file.exists():
        raise PlaceRefused(Unfit.MISSING)
    # Nobody here holds the file open yet, so closing it again drops nobody's lock.
    with file.open("rb") as opened:
        head = opened.read(100)
    if not head:
        raise PlaceRefused(Unfit.EMPTY)
    if not head.startswith(_SQLITE_HEAD):
        raise PlaceRefused(Unfit.FOREIGN)
    if int.from_bytes(head[68:72], "big") != APPLICATION:
        raise PlaceRefused(Unfit.FOREIGN)


def _revision_on_server(place: Place) -> str | None:
    """Ask a shared database for its revision; refuse one that does not answer."""
    try:
        engine = open_migrating(place)
        try:
            with engine.connect() as connection:
                return revision_of(connection)
        finally:
            engine.dispose()
    except (OperationalError, ArgumentError) as error:
        raise PlaceRefused(Unfit.UNREACHABLE) from error


def _is_todays(place: Place) -> bool:
    """Ask of a file, without being able to change it, for its shape; refuse a newer one.

    Also by which rules its words were folded and its keys made: lists know today's alone.
    """
    engine: Engine = open_sqlite(place.file, "BEGIN", ("query_only=ON",), single=True)
    try:
        with engine.connect() as connection:
            current = revision_of(connection)
            folded = current == NEWEST and are_todays(connection)
    except DatabaseError as error:
        raise PlaceRefused(Unfit.DAMAGED) from error
    finally:
        engine.dispose()
    if current not in KNOWN:
        raise PlaceRefused(Unfit.NEWER)
    return folded
