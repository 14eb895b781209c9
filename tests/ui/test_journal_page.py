"""The journal's page: reached by key and from the settings, narrowed, and every entry named."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from clock import Clock
from office import form
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from windows import drained

from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.people import Actor, Role
from desktop.rules.thai.dates import official_date
from desktop.wording.journal import JOURNAL
from ui.actions import Act
from ui.counter import Counter
from ui.operations import Operations
from ui.pages.journal import JournalPage
from ui.pages.settings.page import SettingsPage

HEAD = Actor(3, "นางวิภา นำทาง", frozenset({Role.DIRECTOR}))


@pytest.fixture
def counter(
    operations: Operations, desk: Desk, clerk: Actor, clock: Clock, qtbot: QtBot
) -> Counter:
    register(RegisterComplaint("k", form(clock.at)), desk, clerk)
    operations.sign_in(HEAD)
    made = Counter(operations, desk.reading.office(official_date(desk.now())))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    drained(operations, qtbot)
    return made


def test_the_settings_lead_to_it_and_it_leads_to_the_complaint(
    counter: Counter, operations: Operations, qtbot: QtBot
) -> None:
    counter.go(Act.SETTINGS)
    drained(operations, qtbot)
    settings = counter.stack.currentWidget()
    assert isinstance(settings, SettingsPage)
    settings.journal_button.click()
    drained(operations, qtbot)
    page = counter.stack.currentWidget()
    assert isinstance(page, JournalPage)
    QAbstractItemModelTester(
        page.list.model, QAbstractItemModelTester.FailureReportingMode.Fatal, page
    )
    assert page.list.model.index(0, 2).data() == "ลงทะเบียนรับเรื่อง"
    assert page.list.model.index(0, 3).data() == "เรื่องที่ ๑/๒๕๖๙"
    with qtbot.waitSignal(page.opened) as opening:
        page.list.table.activated.emit(page.list.model.index(0, 0))
    assert opening.args == [1]


def test_it_is_narrowed_by_act_person_and_days(
    counter: Counter, operations: Operations, qtbot: QtBot
) -> None:
    counter.go(Act.JOURNAL)
    drained(operations, qtbot)
    page = counter.stack.currentWidget()
    assert isinstance(page, JournalPage)
    whole = page.list.model.rowCount()
    page.what.set_text(StepKind.REGISTERED.value)
    drained(operations, qtbot)
    assert page.list.model.rowCount() == 1 < whole
    page.last.set_text("1/1/2560")
    drained(operations, qtbot)
    assert page.list.ground.empty
    page.last.set_text("1/")
    page.what.set_text("")
    drained(operations, qtbot)
    assert page.list.model.rowCount() == whole
    header = page.list.table.horizontalHeader()
    for column in range(4):
        header.setSortIndicator(column, Qt.SortOrder.AscendingOrder)
        drained(operations, qtbot)
        assert page.list.model.rowCount() == whole


def test_who_may_not_see_it_is_not_led_to_it(
    counter: Counter, operations: Operations, clerk: Actor, qtbot: QtBot
) -> None:
    operations.sign_in(clerk)
    counter._go_if_may(Act.JOURNAL)
    counter.go(Act.SETTINGS)
    drained(operations, qtbot)
    settings = counter.stack.currentWidget()
    assert isinstance(settings, SettingsPage)
    assert settings.journal_button.isHidden()


def _passed_on(tree: ast.Module) -> dict[str, int]:
    """Name what makes entries, with the place of the act among what it is given."""
    found = {"Entry": 2}
    for made in ast.walk(tree):
        if isinstance(made, ast.FunctionDef):
            given = [one.arg for one in made.args.args]
            for said in _acts(made, {"Entry": 2}):
                if isinstance(said, ast.Name) and said.id in given:
                    found[made.name] = given.index(said.id)
    return found


def _acts(where: ast.AST, makers: dict[str, int]) -> Iterator[ast.expr]:
    """Yield what is said to be the act wherever an entry is made."""
    for node in ast.walk(where):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            place = makers.get(node.func.id)
            if place is not None:
                yield node.args[place]


def test_every_act_that_writes_an_entry_has_a_name() -> None:
    written: set[str] = set()
    for file in Path(__file__).parents[2].joinpath("desktop", "acts").glob("*.py"):
        tree = ast.parse(file.read_text("utf-8"))
        own = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        makers = _passed_on(tree)
        for said in _acts(tree, makers):
            if isinstance(said, ast.Constant):
                written.add(str(said.value))
            elif isinstance(said, ast.Name) and said.id in own:
                written.add(str(own[said.id]))
            else:
                # Handed on to where entries are made, or the kind of a step.
                assert len(makers) > 1 or ast.unparse(said) == "kind.value", file.name
    assert {"sign_in", "turn_file", "keep_view"} <= written
    assert written <= set(JOURNAL)
    assert {kind.value for kind in StepKind} <= set(JOURNAL)
