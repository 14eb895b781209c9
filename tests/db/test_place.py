"""Opening: what is refused, what is upgraded, what two programs may do at once."""

import hashlib
import secrets
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from fakes import FakePasswords, FakePress
from office import OPENING

import db.place
from db import tables, upgrade
from db.base import metadata
from db.check import Fault, prove
from db.furnishing import Strongroom, furnish
from db.place import Place, PlaceRefused, Unfit
from desktop.acts.opening import open_office
from desktop.errors import Unavailable
from desktop.ports import NOBODY, Desk

assert tables

NOW = datetime(2026, 7, 15, tzinfo=UTC)
WRITER = """
import sys
sys.path[:0] = {paths!r}
from db.furnishing import furnish
from db.place import Place
from writer import CLERK
from office import form
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import NOBODY, Desk
from fakes import FakePasswords, FakePress
import secrets
from datetime import UTC, datetime
from pathlib import Path

room = furnish(Place(Path({folder!r})), Path({folder!r}) / "drafts-{name}.sqlite")
desk = Desk(room.unit, room.reading, FakePress(), FakePasswords(), room.drafts,
            lambda: datetime.now(UTC), secrets.token_bytes)
for number in range({count}):
    register(RegisterComplaint(f"{name}-{{number}}", form(desk.now())), desk, CLERK)
room.close()
"""


def opened(folder: Path) -> Strongroom:
    place = Place(folder)
    upgrade.create(place)
    room = furnish(place)
    desk = Desk(
        room.unit,
        room.reading,
        FakePress(),  # type: ignore[arg-type]
        FakePasswords(),
        room.drafts,
        lambda: datetime.now(UTC),
        secrets.token_bytes,
    )
    open_office(OPENING, desk)
    return room


def entered(place: Place) -> None:
    """Do to a place what opening the program does."""
    if upgrade.exists(place):
        upgrade.upgrade(place, NOW)


def unfit(place: Place) -> Unfit:
    with pytest.raises(PlaceRefused) as error:
        entered(place)
    return error.value.unfit


def test_the_schema_made_is_the_schema_meant(room: Strongroom) -> None:
    # What each database looks for words with is its own, and no part of the tables.
    beside = ("alembic_version", "search_index", "search_names", "search_groups", "ix_search_words")

    def ours(_object: Any, name: str | None, _kind: str, *_rest: Any) -> bool:
        return not (name or "").startswith(beside)

    with room.writing.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": False, "include_object": ours}
        )
        assert compare_metadata(context, metadata) == []


@pytest.mark.parametrize("late", ["alembic", "sqlalchemy.orm", "sqlalchemy.dialects.postgresql"])
def test_opening_does_not_wait_for_what_it_does_not_use(late: str) -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import sys, db.furnishing, db.upgrade; print(*sys.modules)"],
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "sqlalchemy" in told.stdout.split()
    assert late not in told.stdout.split()


def test_a_folder_without_a_register_is_said_so(tmp_path: Path) -> None:
    assert not upgrade.exists(Place(tmp_path))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Unfit.EMPTY),
        (b"a letter to the editor", Unfit.FOREIGN),
        (b"SQLite format 3\0" + bytes(84), Unfit.FOREIGN),
    ],
)
def test_strange_files_are_refused_and_left_as_they_are(
    tmp_path: Path, content: bytes, reason: Unfit
) -> None:
    place = Place(tmp_path)
    place.file.write_bytes(content)
    assert unfit(place) is reason
    assert place.file.read_bytes() == content


def test_behaviour_40_a_register_of_a_newer_program_is_not_touched(tmp_path: Path) -> None:
    room = opened(tmp_path)
    with room.writing.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    room.close()
    before = hashlib.sha256(room.place.file.read_bytes()).hexdigest()
    assert unfit(room.place) is Unfit.NEWER
    assert hashlib.sha256(room.place.file.read_bytes()).hexdigest() == before


def test_a_register_of_today_is_neither_copied_nor_changed(tmp_path: Path) -> None:
    room = opened(tmp_path)
    room.close()
    assert upgrade.upgrade(room.place, NOW) is None


@pytest.mark.parametrize("folder", ["\\\\server\\share\\เรื่อง", "//server/share"])
def test_behaviour_39_a_network_folder_is_refused(folder: str) -> None:
    assert unfit(Place(Path(folder))) in (Unfit.NETWORK, Unfit.MISSING)


def test_a_mounted_share_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(db.place, "_mounted_as", lambda _folder: "cifs")
    assert unfit(Place(tmp_path)) is Unfit.NETWORK
    with pytest.raises(PlaceRefused):
        upgrade.create(Place(tmp_path))


def test_readers_cannot_write(room: Strongroom) -> None:
    with pytest.raises(sa.exc.DBAPIError), room.asking.begin() as connection:
        connection.execute(sa.text("DELETE FROM setting"))


def test_the_writer_syncs_fully_and_keeps_foreign_keys(tmp_path: Path) -> None:
    room = opened(tmp_path)
    with room.writing.connect() as connection:
        asked = {
            rule: connection.execute(sa.text(f"PRAGMA {rule}")).scalar()
            for rule in ("synchronous", "foreign_keys", "journal_mode")
        }
    room.close()
    assert asked == {"synchronous": 2, "foreign_keys": 1, "journal_mode": "wal"}


def test_a_changed_row_is_found(tmp_path: Path) -> None:
    room = opened(tmp_path)
    with room.writing.begin() as connection:
        connection.execute(sa.text("UPDATE counter SET last = last + 1"))
    assert {finding.fault for finding in prove(room)} == {Fault.NUMBERS}
    room.close()


def test_behaviour_39_two_programs_on_one_file_lose_nothing(tmp_path: Path) -> None:
    room = opened(tmp_path)
    here = Path(__file__).resolve()
    paths = [str(here.parents[2]), str(here.parents[1]), str(here.parent)]
    count = 25
    programs = [
        subprocess.Popen(  # noqa: S603 - our own script
            [
                sys.executable,
                "-c",
                WRITER.format(paths=paths, folder=str(tmp_path), name=name, count=count),
            ]
        )
        for name in ("north", "south", "east")
    ]
    assert [program.wait(timeout=120) for program in programs] == [0, 0, 0]
    with room.asking.connect() as connection:
        numbers = connection.execute(sa.text("SELECT running FROM complaint ORDER BY running"))
        assert [row[0] for row in numbers] == list(range(1, 3 * count + 1))
    assert prove(room) == []
    room.close()


def test_a_locked_register_is_told_as_the_machines_trouble(tmp_path: Path) -> None:
    room = opened(tmp_path)
    other = furnish(room.place, tmp_path / "other-drafts.sqlite")
    with other.writing.connect() as waiting:
        waiting.exec_driver_sql("PRAGMA busy_timeout = 50")
    with room.writing.begin() as holding:
        holding.execute(sa.text("UPDATE setting SET value = value"))
        with pytest.raises(Unavailable) as error, other.unit(NOBODY) as work:
            work.commit()
    assert not error.value.unclear
    room.close()
    other.close()
