"""Correcting a letter: what its sender asked for stays, or is read again."""

from dataclasses import replace
from datetime import date

import pytest
from office import bangkok, form
from pytestqt.qtbot import QtBot
from windows import BOSS, accepted, drained, opened, sheet, words

from desktop.acts.assigning import AssignCases, assign
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.clocks import ClockKind
from desktop.rules.complaint import Intake
from desktop.rules.people import Actor
from desktop.rules.thai.dates import official_date
from ui.dialogs.correct import CorrectSheet
from ui.operations import Operations
from ui.pages.case.page import CasePage

ASKED = date(2026, 7, 30)


@pytest.fixture
def page(operations: Operations, desk: Desk, clerk: Actor, qtbot: QtBot) -> CasePage:
    letter = Intake("ศธ ๐๔๐๐๙/๑๒", date(2026, 7, 10), "สพฐ.", sender_due_on=ASKED)
    made = replace(form(bangkok(date(2026, 7, 15), 8)), channel_id=1, intake=letter)
    case_id = register(RegisterComplaint("k", made), desk, clerk).case_id
    operations.sign_in(BOSS)
    return opened(operations, desk, case_id, qtbot)


def owed(desk: Desk) -> date:
    (clock,) = (c for c in desk.reading.case(BOSS, 1).clocks if c.kind is ClockKind.SENDER)
    assert clock.due_at is not None
    return official_date(clock.due_at)


def mend(page: CasePage, qtbot: QtBot, **typed: str) -> CorrectSheet:
    page.correct_button.click()
    made = sheet(page, CorrectSheet, qtbot)
    qtbot.waitUntil(lambda: made.form.answers()["matter.subject"] != "")
    made.reason.set_text("อ่านหนังสือใหม่")
    for name, text in typed.items():
        made.form.sheet.field(name.replace("__", ".")).set_text(text)
    return made


def test_the_senders_day_stays_when_something_else_is_corrected(
    page: CasePage, desk: Desk, qtbot: QtBot
) -> None:
    mending = mend(page, qtbot, matter__subject="หลังคารั่วสองหลัง")
    assert mending.form.answers()["intake.sender_due_on"] == "๓๐/๗/๒๕๖๙"
    accepted(mending, mending.save, qtbot)
    assert owed(desk) == ASKED


def test_the_senders_day_is_read_again_and_the_timeline_tells(
    page: CasePage, desk: Desk, qtbot: QtBot
) -> None:
    mending = mend(page, qtbot, intake__sender_due_on="1/7/2569")
    mending.save()
    field = mending.form.sheet.field("intake.sender_due_on")
    qtbot.waitUntil(lambda: bool(field.error))
    field.set_text("20/8/2569")
    accepted(mending, mending.save, qtbot)
    assert owed(desk) == date(2026, 8, 20)
    qtbot.waitUntil(lambda: words(page, "รายงานหน่วยงานต้นเรื่อง ๒๐ ส.ค. ๖๙"))


def test_an_owner_who_turns_out_to_be_accused_is_told_of_and_owns_it_no_more(
    page: CasePage, operations: Operations, desk: Desk, qtbot: QtBot
) -> None:
    clerk = Actor(2, "นางสาวสมหญิง ใจดี", BOSS.roles)
    assign(AssignCases((1,), owner_id=BOSS.person_id), desk, BOSS)
    assert desk.reading.case(clerk, 1).owner == BOSS.name
    operations.sign_in(clerk)
    page.show_case(1)
    drained(operations, qtbot)
    mending = mend(page, qtbot, accused__0__name=BOSS.name)
    accepted(mending, mending.save, qtbot)
    seen = desk.reading.case(clerk, 1)
    assert seen.accused[0].person_id == BOSS.person_id
    assert (seen.owner_id, seen.owner) == (None, "")
    qtbot.waitUntil(lambda: words(page.timeline, "ผู้รับผิดชอบเป็นผู้ถูกร้องเรียน รอมอบหมายใหม่"))
