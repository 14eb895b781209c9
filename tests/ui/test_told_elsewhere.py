"""What others do appears by itself, and nobody loses her place over it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from clock import Clock
from office import form
from PySide6.QtCore import QItemSelectionModel
from pytestqt.qtbot import QtBot
from windows import BOSS, SUBJECTS, drained

from db.furnishing import Strongroom, furnish
from desktop.acts.registering import RegisterComplaint, register
from desktop.changes import Changes, Happened
from desktop.errors import Unavailable
from desktop.ports import Desk
from desktop.rules.people import Actor
from desktop.rules.thai.dates import official_date
from ui import elsewhere
from ui.actions import Act
from ui.counter import Counter
from ui.elsewhere import Elsewhere
from ui.operations import Operations
from ui.pages.register_table.page import RegisterPage


@pytest.fixture
def other(strongroom: Strongroom, desk: Desk) -> Iterator[Desk]:
    """A second desk over the same register, in a program of its own."""
    made = furnish(strongroom.place)
    yield replace(desk, unit=made.unit, reading=made.reading)
    made.close()


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elsewhere, "EVERY", 20)


@pytest.mark.usefixtures("often")
def test_what_another_desk_registers_appears_and_the_place_is_kept(
    five: list[int],
    operations: Operations,
    desk: Desk,
    other: Desk,
    clerk: Actor,
    clock: Clock,
    qtbot: QtBot,
) -> None:
    operations.sign_in(BOSS)
    counter = Counter(operations, desk.reading.office(official_date(desk.now())))
    qtbot.addWidget(counter, before_close_func=lambda shown: shown.leave())
    counter.resize(1366, 768)
    counter.show()
    page = counter.page(Act.REGISTER)
    assert isinstance(page, RegisterPage)
    qtbot.waitUntil(lambda: page.model.rowCount() == len(SUBJECTS))
    flags = QItemSelectionModel.SelectionFlag
    chosen = page.model.index(2, 2)
    page.table.selectionModel().setCurrentIndex(chosen, flags.ClearAndSelect | flags.Rows)
    kept = page.selected_ids()
    register(RegisterComplaint("theirs", form(clock.at)), other, clerk)
    qtbot.waitUntil(lambda: page.model.rowCount() == len(SUBJECTS) + 1)
    drained(operations, qtbot)
    assert page.selected_ids() == kept
    assert page.model.id_at(page.table.currentIndex().row()) == kept[0]


@pytest.mark.usefixtures("often")
def test_looking_is_no_work_and_ends_when_the_counter_is_left(
    operations: Operations, desk: Desk, other: Desk, clerk: Actor, clock: Clock, qtbot: QtBot
) -> None:
    busy: list[bool] = []
    told: list[Changes] = []
    operations.busy.connect(busy.append)
    operations.changed.connect(lambda changes, _initiator: told.append(changes))
    watch = Elsewhere(operations, operations)
    watch.begin()
    qtbot.wait(100)
    register(RegisterComplaint("theirs", form(clock.at)), other, clerk)
    qtbot.waitUntil(lambda: bool(told))
    assert Changes.COMPLAINTS in told[0]
    assert busy == []
    watch.end()
    register(RegisterComplaint("more", form(clock.at)), other, clerk)
    watch.look()
    qtbot.wait(100)
    assert len(told) == 1


@pytest.mark.usefixtures("often")
def test_a_register_out_of_reach_is_told_of_once_until_it_is_back(
    operations: Operations, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    away, back = Unavailable("gone"), Happened(7, Changes.NONE)
    reached: list[Unavailable | Happened] = [away, away, back] * 2
    asked: list[int | None] = []

    def happened(_reading: object, _actor: Actor, since: int | None) -> Happened:
        asked.append(since)
        answer = reached.pop(0) if reached else Happened(9, Changes.LETTERS)
        if isinstance(answer, Unavailable):
            raise answer
        return answer

    monkeypatch.setattr(type(desk.reading), "happened", happened)
    missed: list[Exception] = []
    operations.failed.disconnect()
    operations.failed.connect(missed.append)
    told: list[Changes] = []
    operations.changed.connect(lambda changes, _initiator: told.append(changes))
    watch = Elsewhere(operations, operations)
    watch.begin()
    qtbot.waitUntil(lambda: bool(told))
    watch.end()
    assert [type(error) for error in missed] == [Unavailable, Unavailable]
    assert asked[:7] == [None, None, None, 7, 7, 7, 7]


def test_a_fault_of_ours_is_told_and_ends_the_looking(
    operations: Operations, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(desk.reading), "happened", lambda *_: 1 / 0)
    missed: list[Exception] = []
    operations.failed.disconnect()
    operations.failed.connect(missed.append)
    monkeypatch.setattr(elsewhere, "EVERY", 1)
    Elsewhere(operations, operations).begin()
    qtbot.waitUntil(lambda: bool(missed))
    qtbot.wait(50)
    assert [type(error) for error in missed] == [ZeroDivisionError]
