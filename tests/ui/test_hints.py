"""A page tells its keys the first times; who has understood is told no more."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.rules.people import Actor, Role
from ui.actions import Act, spec
from ui.hints import HINTS, TIMES, HintLine, KeptHints


@pytest.fixture
def line(qtbot: QtBot) -> HintLine:
    return told(Actor(7, "นางสาวก", frozenset({Role.CLERK})), qtbot)


def told(actor: Actor, qtbot: QtBot) -> HintLine:
    made = HintLine(actor, KeptHints(actor.person_id))
    qtbot.addWidget(made)
    return made


def test_a_page_tells_its_keys_and_others_theirs(line: HintLine) -> None:
    line.visit(Act.REGISTER)
    assert not line.isHidden()
    assert line.text.text().startswith("F2 รับเรื่องใหม่ · Ctrl+K ค้นหา")
    line.visit(Act.SETTINGS)
    assert line.isHidden()
    line.visit(Act.NEW)
    assert line.text.text().startswith("กด Enter ไปช่องถัดไป")


def test_only_what_one_may_is_told(line: HintLine, qtbot: QtBot) -> None:
    line.visit(Act.REGISTER)
    assert "มอบหมาย" not in line.text.text()
    boss = told(Actor(8, "นายข", frozenset({Role.SUPERVISOR})), qtbot)
    boss.visit(Act.REGISTER)
    assert "Ctrl+M มอบหมาย" in boss.text.text()


def test_who_has_understood_is_told_no_more(line: HintLine, qtbot: QtBot) -> None:
    line.visit(Act.REGISTER)
    line.close_button.click()
    line.visit(Act.LETTERS)
    line.visit(Act.REGISTER)
    assert line.isHidden()
    again = told(Actor(7, "นางสาวก", frozenset({Role.CLERK})), qtbot)
    again.visit(Act.REGISTER)
    assert again.isHidden()
    other = told(Actor(9, "นายค", frozenset({Role.CLERK})), qtbot)
    other.visit(Act.REGISTER)
    assert not other.isHidden()


def test_it_leaves_by_itself_after_some_times_of_signing_in(qtbot: QtBot) -> None:
    clerk = Actor(7, "นางสาวก", frozenset({Role.CLERK}))
    for _time in range(TIMES):
        line = told(clerk, qtbot)
        for _visit in range(TIMES + 1):
            # Coming back to a page within the day is no new time.
            line.visit(Act.REGISTER)
            assert not line.isHidden()
    last = told(clerk, qtbot)
    last.visit(Act.REGISTER)
    assert last.isHidden()
    last.visit(Act.OPEN)
    assert not last.isHidden()


def test_every_action_that_is_told_has_its_keys() -> None:
    assert all(spec(act).keys for _said, acts in HINTS.values() for act in acts)
