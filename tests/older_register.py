"""A register as the first program made it."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from db import upgrade
from db.engine import APPLICATION, open_migrating
from db.place import Place

ROWS = Path(__file__).with_name("db") / "first_shape.sql"


def first_shape(place: Place) -> None:
    """Make a register as the first program made it, with one letter of one complaint."""
    place.folder.mkdir()
    engine = open_migrating(place)
    with engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
        command.upgrade(_on(connection), "0001")
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        for statement in ROWS.read_text("utf-8").split(";\n"):
            connection.exec_driver_sql(statement)
        connection.commit()
    engine.dispose()


def bring_to(place: Place, revision: str) -> None:
    """Bring an older register to a shape that a later program had."""
    engine = open_migrating(place)
    with engine.connect() as connection:
        command.upgrade(_on(connection), revision)
        connection.commit()
    engine.dispose()


def _on(connection: Connection) -> Config:
    config = Config()
    folder = Path(upgrade.__file__).parent / "migrations"
    config.set_main_option("script_location", str(folder))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
