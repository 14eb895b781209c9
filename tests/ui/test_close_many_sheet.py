"""Many closed from the register: looked at first, then closed part by part, and stopped."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from clock import Clock
from office import form
from PySide6.QtWidgets import QTableWidget
from pytestqt.qtbot import QtBot
from windows import BOSS, drained, register_page, sheet, words

from desktop.acts.closing import CloseCase, close
from desktop.acts.closing_many import ManyJudged, close_many
from desktop.acts.registering import RegisterComplaint, register
from desktop.errors import Conflict
from desktop.ports import Desk
from desktop.rules.complaint import Outcome, Status
from desktop.rules.people import Actor
from ui.dialogs.close_many import CloseManySheet
from ui.operations import Operations
from ui.pages.register_table.page import RegisterPage


@pytest.fixture
def page(
    operations: Operations, desk: Desk, clerk: Actor, clock: Clock, qtbot: QtBot
) -> RegisterPage:
    for key in "abc":
        made = form(clock.at - timedelta(minutes=5))
        last = register(RegisterComplaint(key, made), desk, clerk).case_id
    close(CloseCase(last, Outcome.SOLVED, "บันทึกข้อตกลง"), desk, BOSS)
    operations.sign_in(BOSS)
    return register_page(operations, desk, qtbot)


@pytest.fixture
def asked(page: RegisterPage, operations: Operations, qtbot: QtBot) -> CloseManySheet:
    """The sheet over all three, filled in."""
    page.table.selectAll()
    page.road.close_many()
    made = sheet(page, CloseManySheet, qtbot)
    made.outcome.set_text(Outcome.SOLVED.value)
    made.evidence.set_text("บันทึกข้อตกลง")
    made.save()
    drained(operations, qtbot)
    return made


def states(desk: Desk, page: RegisterPage) -> list[Status]:
    return [desk.reading.case(BOSS, one).status for one in sorted(page.model.ids())]


def test_the_look_beforehand_closes_nothing_and_the_second_press_does(
    asked: CloseManySheet, page: RegisterPage, desk: Desk, operations: Operations, qtbot: QtBot
) -> None:
    assert states(desk, page).count(Status.CLOSED) == 1
    assert words(asked, "ปิดได้: ๒", "ยังปิดไม่ได้: ๑")
    why = asked.findChildren(QTableWidget)[0].item(0, 2)
    assert why is not None
    assert why.text()
    assert asked.primary.text() == "ปิด ๒ เรื่อง"
    asked.save()
    drained(operations, qtbot)
    assert states(desk, page) == [Status.CLOSED] * 3
    assert asked.ended
    assert words(asked, "ปิดแล้ว ๒ เรื่อง")
    assert asked.cancel.text() == "ปิด"


def test_other_words_ask_for_another_look(asked: CloseManySheet) -> None:
    assert asked.primary.text() != "ตรวจดูก่อน"
    asked.evidence.set_text("อย่างอื่น")
    asked.evidence.edited.emit("อย่างอื่น")
    assert asked.primary.text() == "ตรวจดูก่อน"


def test_stopping_keeps_what_is_closed_and_leaves_the_rest(
    asked: CloseManySheet, page: RegisterPage, desk: Desk, operations: Operations, qtbot: QtBot
) -> None:
    with patch("ui.dialogs.close_many.PART", 1):
        asked.save()
        asked.reject()
        drained(operations, qtbot)
    assert states(desk, page).count(Status.CLOSED) == 2
    assert words(asked, "ปิดแล้ว ๑ เรื่อง")
    assert words(asked, "อีก ๑ เรื่องยังเป็นอย่างเดิม")


def test_where_one_was_changed_meanwhile_the_others_are_closed_one_by_one(
    asked: CloseManySheet, page: RegisterPage, desk: Desk, operations: Operations, qtbot: QtBot
) -> None:
    def quarrelling(command: object, desk: Desk, actor: Actor) -> ManyJudged:
        if len(command.case_ids) > 1:  # type: ignore[attr-defined]
            raise Conflict
        return close_many(command, desk, actor)  # type: ignore[arg-type]

    with patch("ui.dialogs.close_many.close_many", quarrelling):
        asked.save()
        drained(operations, qtbot)
    assert states(desk, page) == [Status.CLOSED] * 3


def test_a_field_that_is_missing_says_so_and_nothing_is_lost(
    page: RegisterPage, operations: Operations, qtbot: QtBot
) -> None:
    page.table.selectAll()
    page.road.close_many()
    made = sheet(page, CloseManySheet, qtbot)
    made.evidence.set_text("บันทึกข้อตกลง")
    made.save()
    drained(operations, qtbot)
    assert made.outcome.error
    assert made.evidence.text() == "บันทึกข้อตกลง"
    assert made.primary.isEnabled()
    assert not made.running
    made.reject()
