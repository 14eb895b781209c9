"""Upgrading: the old register is copied first; what fails leaves it as it was."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from db import upgrade
from db.backup import COPIES
from db.furnishing import furnish
from db.place import Place, PlaceRefused, Unfit
from db.revisions import NEWEST

NOW = datetime(2026, 7, 15, 3, tzinfo=UTC)
OLD = "0000"


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A register that an earlier program left: today's, but for its revision."""
    place = Place(tmp_path / "ทะเบียน เก่า")
    upgrade.create(place)
    room = furnish(place)
    with room.writing.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = :old"), {"old": OLD})
    room.close()
    monkeypatch.setattr(upgrade, "KNOWN", (OLD, NEWEST))
    return place


def revision(file: Path) -> str:
    with sqlite3.connect(file) as connection:
        (found,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    connection.close()
    return str(found)


def step(connection: sa.Connection) -> None:
    connection.execute(sa.text("CREATE TABLE added (id INTEGER)"))
    connection.execute(sa.text("UPDATE alembic_version SET version_num = :new"), {"new": NEWEST})


def test_behaviour_40_an_older_register_is_copied_then_upgraded(
    old: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upgrade, "_run", step)
    copy = upgrade.upgrade(old, NOW)
    assert copy is not None
    assert copy.parent == old.folder / COPIES
    assert (revision(copy), revision(old.file)) == (OLD, NEWEST)
    assert upgrade.upgrade(old, NOW) is None
    assert [file.name for file in copy.parent.iterdir()] == ["register-20260715-100000.sqlite"]


def test_an_upgrade_that_fails_half_way_never_happened(
    old: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half_way(connection: sa.Connection) -> None:
        step(connection)
        raise RuntimeError("power")

    monkeypatch.setattr(upgrade, "_run", half_way)
    with pytest.raises(RuntimeError, match="power"):
        upgrade.upgrade(old, NOW)
    assert revision(old.file) == OLD
    with sqlite3.connect(old.file) as connection:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    connection.close()
    assert "added" not in tables


def test_an_upgrade_that_breaks_references_is_undone(
    old: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaking(connection: sa.Connection) -> None:
        step(connection)
        connection.execute(
            sa.text(
                "INSERT INTO accused (complaint_id, position, name, post, unit) "
                "VALUES (77, 0, '', '', '')"
            )
        )

    monkeypatch.setattr(upgrade, "_run", breaking)
    with pytest.raises(PlaceRefused) as refused:
        upgrade.upgrade(old, NOW)
    assert refused.value.unfit is Unfit.DAMAGED
    assert revision(old.file) == OLD
