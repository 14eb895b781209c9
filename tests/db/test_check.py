"""A register is proved alike by one process and by several, stretch by stretch."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any, cast

import pytest
import sqlalchemy as sa

from db import check
from db import tables as t
from db.check import Fault, Finding, Proof, prove
from db.demo import Measure, fill, made_up_office
from db.furnishing import Strongroom
from db.place import Place

NOW = datetime(2026, 7, 15, 7, 40, tzinfo=UTC)


@pytest.fixture
def made(place: Place) -> Iterator[Strongroom]:
    first = date(2026, 5, 5)
    room, setting = made_up_office(place, first, NOW, cast("Any", None))
    fill(room, setting, Measure(60, first), NOW, lambda *_: b"%PDF-1.4\n")
    yield room
    room.close()


def test_several_processes_find_what_one_finds(
    made: Strongroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    _spoil(made)
    alone = prove(made)
    assert {finding.fault for finding in alone} == {Fault.LIST_DIFFERS, Fault.JOURNAL}
    monkeypatch.setitem(check.STRETCH, t.complaint, 25)
    monkeypatch.setitem(check.STRETCH, t.journal, 100)
    told: list[Proof] = []
    reached: list[float] = []
    together = prove(made, lambda proof, _: told.append(proof), reached.append)
    assert together == alone
    assert set(told) == set(Proof)
    assert len(told) == len(Proof)
    assert reached == sorted(reached)
    assert len(reached) > 12
    assert reached[-1] == 1.0


def _spoil(room: Strongroom) -> None:
    """Change what a list shows of one complaint, and one entry of the journal, behind its back."""
    journal = t.journal.c
    with room.writing.begin() as connection:
        name = sa.update(t.complaint).where(t.complaint.c.id == 41).values(petitioner="x")
        connection.execute(name)
        if connection.dialect.name == "sqlite":
            connection.execute(sa.text("DROP TRIGGER journal_no_update"))
        else:
            connection.execute(sa.text("DROP TRIGGER journal_fixed ON journal"))
        entry = sa.update(t.journal).where(journal.sequence == 150).values(act="other")
        connection.execute(entry)


def test_a_gap_between_two_stretches_is_found(
    made: Strongroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    monkeypatch.setitem(check.STRETCH, t.journal, 100)
    assert prove(made) == []
    with made.writing.begin() as connection:
        if connection.dialect.name == "sqlite":
            connection.execute(sa.text("DROP TRIGGER journal_no_update"))
        else:
            connection.execute(sa.text("DROP TRIGGER journal_fixed ON journal"))
        # The last of a stretch with another mark than the next one follows from.
        last = t.journal.c.sequence == 100
        connection.execute(sa.update(t.journal).where(last).values(hash="0" * 64))
    assert Finding(Fault.JOURNAL, "100") in prove(made)
    assert Finding(Fault.JOURNAL, "101") in prove(made)
