"""Beside the form: what may be the same, opened and tied by one key, and never in the way."""

from datetime import timedelta

import pytest
from clock import Clock
from office import form, signed_by
from pytestqt.qtbot import QtBot
from windows import BOSS, drained, words

from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.complaint import ChannelKind, Matter
from desktop.rules.people import Actor
from ui.operations import Operations
from ui.pages.intake.page import IntakePage

ROOF = Matter("หลังคารั่ว", "", place="โรงเรียนบ้านตัวอย่าง")


@pytest.fixture
def earlier(desk: Desk, clerk: Actor, clock: Clock) -> list[int]:
    """One that the clerk may not open, and one that she may."""
    when = clock.at - timedelta(hours=1)
    made = []
    for key, who, restricted in (("a", BOSS, True), ("b", clerk, False)):
        nobody = signed_by(first="อื่น", last="คน")
        typed = form(when, matter=ROOF, petitioners=nobody, restricted=restricted)
        made.append(register(RegisterComplaint(key, typed), desk, who).case_id)
    return made


def test_what_may_be_the_same_is_shown_opened_and_tied_after_saving(
    earlier: list[int],
    page: IntakePage,
    operations: Operations,
    desk: Desk,
    clerk: Actor,
    qtbot: QtBot,
) -> None:
    page.begin(ChannelKind.PHONE)
    same = page.form.side.same
    typed = form(desk.now())
    who = typed.petitioners[0]
    for name, text in (
        ("intake.caller_phone", "0812345678"),
        ("petitioners.0.first", who.first),
        ("petitioners.0.last", who.last),
        ("matter.subject", ROOF.subject),
        ("matter.place", ROOF.place),
        ("category_id", "9"),
    ):
        page.form.sheet.field(name).set_text(text)
    qtbot.waitUntil(lambda: [one.id for one in same.known] == [earlier[1]])
    assert words(same, "เรื่องเดียวกัน · สถานที่เดียวกัน", "๒/๒๕๖๙ (F3)")
    # Of one that she may not open nothing is told by what she types.
    assert not words(same, "๑/๒๕๖๙")
    with qtbot.waitSignal(page.case_wanted) as wanted:
        page.open_alike()
    assert wanted.args == [earlier[1]]
    page.save()
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page.done)
    assert page.done.tie_button.text().startswith("เชื่อมโยงกับเรื่อง ๒/๒๕๖๙")
    page.file_into()
    drained(operations, qtbot)
    assert not page.done.tied_chip.isHidden()
    assert page.done.tie_button.isHidden()
    (link,) = desk.reading.case(clerk, earlier[1]).links
    assert page.done.shown is not None
    assert link.case_id == page.done.shown.registered.case_id
    # The next one that is like nothing is offered no tie.
    page.next()
    drained(operations, qtbot)
    assert same.first() is None
