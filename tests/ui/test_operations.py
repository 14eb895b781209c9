"""Work beside the window: what lands, what is told, and what is dropped at closing."""

import gc
import weakref
from dataclasses import dataclass
from datetime import timedelta
from threading import Event

import pytest
from clock import Clock
from office import form
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from windows import ADMIN, drained

from desktop.acts.registering import RegisterComplaint, Registered, register
from desktop.acts.staffing import ChangePerson, change_person
from desktop.changes import Changes
from desktop.errors import Refused, Unavailable
from desktop.ports import Desk
from desktop.rules.people import Actor, Role
from desktop.rules.reasons import Reason
from desktop.views import RegisterQuery
from ui.operations import Operations


@dataclass(frozen=True)
class _Command:
    key: str = "a-key-nobody-used"


@dataclass(frozen=True)
class _Done:
    changes: Changes = Changes.COMPLAINTS


def test_an_answer_on_its_way_at_closing_asks_for_nothing_more(
    operations: Operations, qtbot: QtBot
) -> None:
    landed: list[int] = []

    def ask_again(answer: int) -> None:
        landed.append(answer)
        operations.read(operations, lambda _desk, _actor: 2, landed.append)

    operations.read(operations, lambda _desk, _actor: 1, ask_again)
    operations.close()
    qtbot.wait(20)
    assert landed == []


def test_a_late_timer_asks_closed_operations_in_vain(operations: Operations, qtbot: QtBot) -> None:
    landed: list[int] = []
    operations.close()
    operations.read(operations, lambda _desk, _actor: 1, landed.append)
    qtbot.wait(20)
    assert landed == []


def test_a_change_is_told_with_who_began_it(operations: Operations, qtbot: QtBot) -> None:
    def act(_command: _Command, _desk: Desk, _actor: Actor) -> _Done:
        return _Done()

    with qtbot.waitSignal(operations.changed) as told:
        operations.write(operations, act, _Command())
    assert told.args == [Changes.COMPLAINTS, operations]


def test_an_answer_within_patience_is_there_at_once_and_a_later_one_comes_later(
    operations: Operations, qtbot: QtBot
) -> None:
    landed: list[str] = []
    go_on = Event()
    operations.read(operations, lambda _desk, _actor: "soon", landed.append, patience=30.0)
    assert landed == ["soon"]
    operations.read(
        operations, lambda _desk, _actor: str(go_on.wait(30)), landed.append, patience=0.01
    )
    assert landed == ["soon"]
    assert not operations.idle
    go_on.set()
    qtbot.waitUntil(lambda: operations.idle)
    assert landed == ["soon", "True"]


def test_a_fault_within_patience_is_told_at_once(operations: Operations) -> None:
    told: list[Exception] = []

    def take_care(error: Exception) -> bool:
        told.append(error)
        return True

    def question(_desk: Desk, _actor: Actor) -> None:
        raise Refused(Reason.NOT_VISIBLE)

    operations.read(operations, question, lambda _: None, take_care, patience=30.0)
    assert [type(error) for error in told] == [Refused]


def test_an_answer_is_let_go_without_being_swept(operations: Operations, qtbot: QtBot) -> None:
    class Page:
        pass

    known: list[weakref.ref[Page]] = []

    def question(_desk: Desk, _actor: Actor) -> Page:
        page = Page()
        known.append(weakref.ref(page))
        return page

    swept = gc.isenabled()
    gc.disable()
    try:
        for patience in (0.0, 30.0):
            operations.read(operations, question, lambda _: None, patience=patience)
            qtbot.waitUntil(lambda: operations.idle)
        # A thread lets go of what it answered last when it has something else to do.
        operations.read(operations, lambda _desk, _actor: None, lambda _: None)
        qtbot.waitUntil(lambda: operations.idle and not any(page() for page in known))
    finally:
        if swept:
            gc.enable()
    assert len(known) == 2


@pytest.mark.parametrize("unclear", [True, False])
def test_a_save_that_was_not_kept_is_told_as_not_kept(
    operations: Operations, qtbot: QtBot, unclear: bool
) -> None:
    tries: list[str] = []
    told: list[Exception] = []

    def act(command: _Command, _desk: Desk, _actor: Actor) -> _Done:
        tries.append(command.key)
        raise Unavailable("disk", unclear=unclear)

    def take_care(error: Exception) -> bool:
        told.append(error)
        return True

    operations.write(operations, act, _Command(), otherwise=take_care)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], Unavailable)
    assert not told[0].unclear
    assert tries == ["a-key-nobody-used"]


def test_a_save_that_was_kept_after_all_answers_with_its_number(
    operations: Operations, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    tries: list[str] = []
    told: list[Registered] = []

    def act(command: RegisterComplaint, desk: Desk, actor: Actor) -> Registered:
        tries.append(command.key)
        registered = register(command, desk, actor)
        if len(tries) == 1:
            raise Unavailable("cable", unclear=True)
        return registered

    command = RegisterComplaint("key-of-one-save", form(desk.now()))
    operations.write(operations, act, command, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].number.running == 1
    assert tries == ["key-of-one-save"] * 2
    assert len(desk.reading.register_ids(clerk, RegisterQuery(), desk.now())) == 1


def test_roles_taken_at_another_desk_are_gone_at_once(
    operations: Operations, desk: Desk, clerk: Actor, clock: Clock, qtbot: QtBot
) -> None:
    owner = QObject()
    command = RegisterComplaint("k", form(clock.at - timedelta(minutes=1)))
    refused: list[Exception] = []

    def take(error: Exception) -> bool:
        refused.append(error)
        return True

    def change(*roles: Role, active: bool = True) -> None:
        facts = ChangePerson(clerk.person_id, clerk.name, "เจ้าหน้าที่", frozenset(roles), active)
        change_person(facts, desk, ADMIN)

    change(Role.SECRET_REGISTRAR)
    operations.write(owner, register, command, None, take)
    operations.read(owner, lambda _desk, actor: actor.roles, lambda _roles: None, take)
    drained(operations, qtbot)
    assert [one.reason for one in refused if isinstance(one, Refused)] == 2 * [Reason.NOT_ALLOWED]
    change(Role.CLERK, Role.SUPERVISOR)
    roles: list[frozenset[Role]] = []
    operations.read(owner, lambda _desk, actor: actor.roles, roles.append)
    operations.write(owner, register, command)
    drained(operations, qtbot)
    # What is given comes with the next sign-in, when the window offers it too.
    assert roles == [frozenset({Role.CLERK})]
    change(Role.CLERK, active=False)
    operations.read(owner, lambda _desk, actor: actor.roles, roles.append, take)
    drained(operations, qtbot)
    assert len(roles) == 1
    assert len(refused) == 3
