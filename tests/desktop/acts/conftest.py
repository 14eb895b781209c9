from datetime import date

import pytest
from fakes import FakeStore
from office import OPENING, bangkok

from desktop.acts.opening import open_office
from desktop.ports import Desk
from desktop.rules.people import Actor


@pytest.fixture
def store() -> FakeStore:
    """An office that opened on a quiet Wednesday at nine."""
    fresh = FakeStore(bangkok(date(2026, 7, 15)))
    open_office(OPENING, fresh.desk())
    return fresh


@pytest.fixture
def desk(store: FakeStore) -> Desk:
    return store.desk()


def _actor(store: FakeStore, number: int) -> Actor:
    return store.drawer.people[number].actor()


@pytest.fixture
def admin(store: FakeStore) -> Actor:
    return _actor(store, 1)


@pytest.fixture
def clerk(store: FakeStore) -> Actor:
    return _actor(store, 2)


@pytest.fixture
def boss(store: FakeStore) -> Actor:
    return _actor(store, 3)


@pytest.fixture
def owner(store: FakeStore) -> Actor:
    return _actor(store, 4)
