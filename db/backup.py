"""A copy of the register that counts only once it has been opened and found whole."""

import os
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, text

from db.engine import open_sqlite
from db.place import Place, PlaceRefused, Unfit
from desktop.rules.thai.dates import local

COPIES = "copies"


def copy_register(engine: Engine, place: Place, now: datetime) -> Path:
    """Copy the register into its folder of copies and return the copy's path.

    The database itself writes the copy: opening the live file beside it would drop its locks.
    """
    folder = place.folder / COPIES
    folder.mkdir(parents=True, exist_ok=True)
    stamp = local(now).strftime("%Y%m%d-%H%M%S")
    target = folder / f"register-{stamp}.sqlite"
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    # On the driver's own connection: every other begins a transaction, and none may be under way.
    with closing(engine.raw_connection()) as connection, closing(connection.cursor()) as cursor:
        cursor.execute("VACUUM INTO ?", (str(part),))
    _prove(part)
    _sync(part)
    part.replace(target)
    return target


def _prove(copy: Path) -> None:
    engine = open_sqlite(copy, "BEGIN", ("query_only=ON",), single=True)
    try:
        with engine.connect() as connection:
            sound = connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
    finally:
        engine.dispose()
    if not sound:
        raise PlaceRefused(Unfit.DAMAGED)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
