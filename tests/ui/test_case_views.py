"""A sealed complaint is shown only once it is written down who opens it."""

from datetime import date

from clock import Clock
from office import bangkok, form
from pytestqt.qtbot import QtBot
from windows import BOSS, drained, opened, openings, words

from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.people import Actor
from ui.operations import Operations

DAY = date(2026, 7, 15)


def test_every_opening_is_kept_once_and_shown_apart_from_the_timeline(
    operations: Operations, desk: Desk, clerk: Actor, clock: Clock, qtbot: QtBot
) -> None:
    sealed = register(RegisterComplaint("a", form(bangkok(DAY, 8), restricted=True)), desk, clerk)
    operations.sign_in(BOSS)
    page = opened(operations, desk, sealed.case_id, qtbot)
    assert openings(desk, sealed.case_id) == [BOSS.name]
    assert not words(page.timeline, "เปิดดู")
    assert words(page, "ผู้เปิดดูเรื่องนี้", f"๑๕ ก.ค. ๒๕๖๙ ๑๐.๓๘ น. · {BOSS.name}")
    page.refresh()
    page.refresh()
    drained(operations, qtbot)
    assert len(openings(desk, sealed.case_id)) == 1
    clock.pass_time(hours=1)
    for _again in range(9):
        page.show_case(sealed.case_id)
        drained(operations, qtbot)
    assert len(openings(desk, sealed.case_id)) == 10
    qtbot.waitUntil(lambda: words(page, "และก่อนหน้านั้นอีก ๒ ครั้ง"))


def test_what_is_open_to_all_keeps_nobody(
    operations: Operations, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    plain = register(RegisterComplaint("a", form(bangkok(DAY, 8))), desk, clerk)
    operations.sign_in(BOSS)
    page = opened(operations, desk, plain.case_id, qtbot)
    drained(operations, qtbot)
    assert openings(desk, plain.case_id) == []
    assert not page.views.isVisible()
