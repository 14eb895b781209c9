"""A register is proved alike by one process and by several, stretch by stretch."""

import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import UTC, date, datetime
from multiprocessing import active_children
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


@pytest.fixture
def parted(monkeypatch: pytest.MonkeyPatch) -> list[Future[Any]]:
    """Let two processes look at one complaint, and one entry, at a time; what they are asked."""
    asked: list[Future[Any]] = []

    class Noted(ProcessPoolExecutor):
        def submit(self, *told: Any, **named: Any) -> Future[Any]:
            asked.append(super().submit(*told, **named))
            return asked[-1]

    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setitem(check.STRETCH, t.complaint, 1)
    monkeypatch.setitem(check.STRETCH, t.journal, 1)
    monkeypatch.setattr(check, "ProcessPoolExecutor", Noted)
    return asked


def test_whoever_breaks_off_waits_for_no_more_than_is_under_way(
    made: Strongroom, parted: list[Future[Any]]
) -> None:
    def interrupt(_part: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        prove(made, reached=interrupt)
    assert all(one.done() for one in parted)
    assert any(one.cancelled() for one in parted)
    assert active_children() == []


@pytest.mark.skipif(sys.platform == "win32", reason="interrupts one process alone")
def test_an_interrupt_ends_the_processes_that_help(
    made: Strongroom, parted: list[Future[Any]]
) -> None:
    def interrupt(_part: float) -> None:
        for process in active_children():
            assert process.pid is not None
            os.kill(process.pid, signal.SIGINT)

    heard = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(BrokenProcessPool):
            prove(made, reached=interrupt)
    finally:
        signal.signal(signal.SIGINT, heard)
    assert parted
    assert active_children() == []


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


@pytest.fixture
def _in_a_file(place: Place) -> None:
    if place.server:
        pytest.skip("a server looks after its own files")


@pytest.mark.usefixtures("_in_a_file")
def test_an_index_that_another_connection_moved_is_not_called_damaged(made: Strongroom) -> None:
    found = sa.text("SELECT count(*) FROM search_index WHERE search_index MATCH '\"นาย\"'")
    with made.asking.connect() as searching:
        searching.execute(found)
    with made.writing.begin() as connection:
        connection.execute(sa.text("INSERT INTO search_index (search_index) VALUES ('optimize')"))
    assert prove(made) == []


@pytest.mark.usefixtures("_in_a_file")
def test_a_file_that_is_damaged_in_several_places_is_told_of_each(made: Strongroom) -> None:
    with made.writing.begin() as connection:
        connection.execute(sa.text("PRAGMA writable_schema = ON"))
        schema = sa.table("sqlite_schema", sa.column("name"), sa.column("sql"))
        by_step = schema.c.name == "ix_step_complaint_id_sequence"
        turned = sa.func.replace(
            schema.c.sql, "(complaint_id, sequence)", "(sequence, complaint_id)"
        )
        connection.execute(sa.update(schema).where(by_step).values(sql=turned))
    found = [one for one in prove(made) if one.fault is Fault.DAMAGED]
    assert len(found) > 2
    assert all("ix_step_complaint_id_sequence" in one.where for one in found)
