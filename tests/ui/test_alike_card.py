"""Beside the form: what may be the same, opened and tied by one key, and never in the way."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from clock import Clock
from office import form, signed_by
from pytestqt.qtbot import QtBot
from windows import BOSS, drained, words

from desktop.acts.registering import RegisterComplaint, register
from desktop.errors import Unavailable
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.complaint import ChannelKind, Matter, Status
from desktop.rules.people import Actor
from ui.notices import Notice
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
    assert page.done.together.tie_button.text().startswith("เชื่อมโยงกับเรื่อง ๒/๒๕๖๙")
    page.file_into()
    drained(operations, qtbot)
    assert not page.done.together.tied_chip.isHidden()
    assert page.done.together.tie_button.isHidden()
    (link,) = desk.reading.case(clerk, earlier[1]).links
    assert page.done.shown is not None
    assert link.case_id == page.done.shown.registered.case_id
    assert page.done.together.merge_button.isHidden()
    # The next one that is like nothing is offered no tie.
    page.next()
    drained(operations, qtbot)
    assert same.first() is None


@pytest.fixture
def leads(open_page: Callable[[], IntakePage], operations: Operations) -> IntakePage:
    """The page of who may merge."""
    operations.sign_in(BOSS)
    return open_page()


def repeats(page: IntakePage, earlier: list[int], qtbot: QtBot) -> None:
    """Type what a complaint was about before."""
    page.begin(ChannelKind.PHONE)
    for name, text in (
        ("intake.caller_phone", "0898765432"),
        ("petitioners.0.first", "บุญมี"),
        ("matter.subject", ROOF.subject),
        ("matter.place", ROOF.place),
        ("category_id", "9"),
    ):
        page.form.sheet.field(name).set_text(text)
    qtbot.waitUntil(lambda: [one.id for one in page.form.side.same.known] == earlier[::-1])


def test_what_is_typed_is_registered_and_merged_into_what_is_the_same(
    earlier: list[int], leads: IntakePage, operations: Operations, desk: Desk, qtbot: QtBot
) -> None:
    repeats(leads, earlier, qtbot)
    assert words(leads.form.side.same, "บันทึกและรวมกับเรื่องนี้ (Shift+F7)")
    leads.merge_into()
    qtbot.waitUntil(leads.done.isVisible)
    drained(operations, qtbot)
    assert leads.done.number.text() == "๓/๒๕๖๙"
    assert leads.done.together.merged_chip.text() == "รวมกับเรื่อง ๒/๒๕๖๙ แล้ว"
    assert leads.done.together.tie_button.isHidden()
    assert leads.notices.shown() == ["เรื่อง ๓/๒๕๖๙ รวมกับเรื่อง ๒/๒๕๖๙ แล้ว ยกเลิกการรวมได้ภายใน ๓๐ วัน"]
    with qtbot.waitSignal(leads.case_wanted) as wanted:
        leads.findChildren(Notice)[0].action.click()
    assert wanted.args == [earlier[1]]
    shown = leads.done.shown
    assert shown is not None
    gone = desk.reading.case(BOSS, shown.registered.case_id)
    assert gone.status is Status.MERGED
    why = next(step.note for step in gone.steps if step.kind is StepKind.MERGED)
    assert why == "พบว่าซ้ำตั้งแต่ตอนรับเรื่อง: เรื่องเดียวกัน · สถานที่เดียวกัน"
    # The chip stays when the page is made anew, as after a change of language.
    leads.return_to(shown)
    assert leads.done.together.merged_chip.isVisible()


def test_what_is_questioned_is_merged_once_confirmed_and_alone_once_changed(
    earlier: list[int], leads: IntakePage, operations: Operations, desk: Desk, qtbot: QtBot
) -> None:
    repeats(leads, earlier, qtbot)
    phone = leads.form.sheet.field("intake.caller_phone")
    phone.set_text("99")
    leads.merge_into()
    assert leads.save_button.text() == "ยืนยันรวมเรื่อง"
    phone.set_text("999")
    assert leads.save_button.text() == "บันทึกและรับเลข"
    leads.merge_into()
    leads.save()
    qtbot.waitUntil(leads.done.isVisible)
    drained(operations, qtbot)
    assert leads.done.together.merged_chip.isVisible()


def test_what_was_saved_alone_is_merged_from_where_its_number_stands(
    earlier: list[int], leads: IntakePage, operations: Operations, desk: Desk, qtbot: QtBot
) -> None:
    repeats(leads, earlier, qtbot)
    leads.save()
    qtbot.waitUntil(leads.done.isVisible)
    assert words(leads.done.together, "รวมกับเรื่อง ๒/๒๕๖๙", "เชื่อมโยงกับเรื่อง ๒/๒๕๖๙")
    leads.merge_into()
    drained(operations, qtbot)
    assert leads.done.together.merged_chip.isVisible()
    assert leads.done.next.hasFocus()
    assert len(leads.notices.shown()) == 1
    leads.merge_into()
    drained(operations, qtbot)
    shown = leads.done.shown
    assert shown is not None
    assert desk.reading.case(BOSS, shown.registered.case_id).status is Status.MERGED


def test_trying_again_after_the_machine_failed_merges_as_was_wanted(
    earlier: list[int],
    leads: IntakePage,
    operations: Operations,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    def full(*_anything: object) -> None:
        raise Unavailable("disk full")

    repeats(leads, earlier, qtbot)
    with monkeypatch.context() as broken:
        broken.setattr("ui.pages.intake.saving.take_in", full)
        with qtbot.waitSignal(leads.saving.failed):
            leads.merge_into()
    assert leads.form.isEnabled()
    leads.notices.findChildren(Notice)[0].action.click()
    qtbot.waitUntil(leads.done.isVisible)
    drained(operations, qtbot)
    assert leads.done.together.merged_chip.isVisible()


def test_who_may_not_merge_is_not_offered_it(
    earlier: list[int], page: IntakePage, operations: Operations, qtbot: QtBot
) -> None:
    page.begin(ChannelKind.PHONE)
    page.form.sheet.field("matter.subject").set_text(ROOF.subject)
    qtbot.waitUntil(lambda: [one.id for one in page.form.side.same.known] == [earlier[1]])
    assert not words(page.form.side.same, "บันทึกและรวมกับเรื่องนี้")
    page.merge_into()
    drained(operations, qtbot)
    assert page.work.isVisible()
    assert not page.saving.under_way
