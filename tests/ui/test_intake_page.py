from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.acts.registering import RegisterComplaint, register
from desktop.errors import Refused, Unavailable
from desktop.ports import Desk
from desktop.rules.clocks import ClockKind, Verdict
from desktop.rules.complaint import ChannelKind, ContactWay, PetitionerKind, Secrecy
from desktop.rules.people import Actor, Role
from desktop.wording import _
from ui.notices import Notice
from ui.operations import Operations
from ui.pages.intake.answers import read_answers
from ui.pages.intake.page import IntakePage

Opener = Callable[[], IntakePage]


def put(page: IntakePage, name: str, text: str) -> None:
    """Put a text into a field as typing would."""
    page.form.sheet.field(name).set_text(text)


def call(page: IntakePage) -> None:
    """Fill in a phone call."""
    for name, text in (
        ("intake.caller_phone", "๐๘ ๑๒๓๔ ๕๖๗๘"),
        ("petitioners.0.prefix", "นาง"),
        ("petitioners.0.first", "ปราณี"),
        ("petitioners.0.last", "สุขใจ"),
        ("matter.subject", "อาคารเรียนหลังคารั่ว"),
        ("category_id", "9"),
    ):
        put(page, name, text)


def cursor() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def here(page: IntakePage, name: str) -> bool:
    return cursor() is page.form.sheet.editor(name)


def drafts_settled(page: IntakePage, qtbot: QtBot) -> None:
    """Wait until everything given to the drafts has been written."""
    answers: list[object] = []
    page.drafting.keeper.left(answers.append)
    qtbot.waitUntil(lambda: bool(answers))


def test_a_call_is_registered_and_its_number_shown(
    page: IntakePage, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    assert here(page, "intake.caller_phone")
    call(page)
    with qtbot.waitSignal(page.saving.saved):
        page.save()
    assert page.done.isVisible()
    assert page.done.number.text() == "๑/๒๕๖๙"
    assert page.done.tracking.text()
    case = desk.reading.case(clerk, 1)
    assert case.petitioners[0].phone
    assert case.petitioners[0].told_by is ContactWay.PHONE
    page.done.heard.told.click()
    qtbot.waitUntil(page.done.heard.told_chip.isVisible)
    clocks = {clock.kind: clock for clock in desk.reading.case(clerk, 1).clocks}
    assert clocks[ClockKind.ACKNOWLEDGE].verdict is Verdict.MET
    QTest.keyClick(page.done.next, Qt.Key.Key_Return)
    assert page.form.isVisible()
    assert page.form.answers()["matter.subject"] == ""
    assert here(page, "intake.caller_phone")


def test_enter_goes_from_the_phone_to_the_subject(page: IntakePage) -> None:
    def enter() -> None:
        QTest.keyClick(cursor(), Qt.Key.Key_Return)

    put(page, "intake.caller_phone", "0812345678")
    enter()
    assert here(page, "petitioners.0.prefix")
    put(page, "petitioners.0.prefix", "นางปราณี สุขใจ")
    enter()
    answers = page.form.answers()
    names = [answers[f"petitioners.0.{part}"] for part in ("prefix", "first", "last")]
    assert names == ["นาง", "ปราณี", "สุขใจ"]
    assert here(page, "petitioners.0.address.house")
    enter()
    enter()
    place = page.form.petitioner.place
    assert cursor() is place.search.line
    place.search.line.setText("มะขาม จันท")
    enter()
    assert page.form.answers()["petitioners.0.address.province"] == "จันทบุรี"
    assert here(page, "matter.subject")


def test_a_place_that_is_not_certain_is_filled_as_far_as_it_is(page: IntakePage) -> None:
    search = page.form.petitioner.place.search.line
    search.setFocus()
    search.setText("22150")
    QTest.keyClick(search, Qt.Key.Key_Return)
    answers = page.form.answers()
    assert answers["petitioners.0.address.province"] == "จันทบุรี"
    assert answers["petitioners.0.address.postcode"] == "22150"
    assert answers["petitioners.0.address.subdistrict"] == ""
    assert here(page, "petitioners.0.address.subdistrict")
    search.setFocus()
    search.setText("ไม่มีที่นี่")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert search.text() == "ไม่มีที่นี่"
    assert page.form.answers()["petitioners.0.address.province"] == "จันทบุรี"


def test_beside_the_form_stands_when_it_will_be_due_and_who_called_before(
    page: IntakePage, operations: Operations, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    call(page)
    with qtbot.waitSignal(page.saving.saved):
        page.save()
    page.next()
    call(page)
    same = page.form.side.same
    qtbot.waitUntil(same.isVisible)
    shown = {label.text() for label in page.form.side.dates._lines}  # type: ignore[attr-defined]
    assert "ด่วน เพราะเป็นหมวด “อาคารสถานที่/ความปลอดภัย”" in shown
    assert "๑๖ กรกฎาคม ๒๕๖๙ · ๑๖.๓๐ น." in shown
    stored = {clock.kind: clock.due_at for clock in desk.reading.case(clerk, 1).clocks}
    assert stored[ClockKind.ACKNOWLEDGE] is not None
    with qtbot.waitSignal(page.case_wanted) as wanted:
        next(iter(same.findChildren(type(page.form.more.toggle)))).click()
    assert wanted.args == [1]


def test_the_part_of_the_channel_changes_and_what_was_typed_stays(page: IntakePage) -> None:
    call(page)
    page.form.channels.set_text("letter")
    answers = page.form.answers()
    assert answers["petitioners.0.phone"] == "๐๘ ๑๒๓๔ ๕๖๗๘"
    assert answers["channel_id"] == "1"
    assert answers["petitioners.0.told_by"] == ContactWay.LETTER.value
    assert page.form.sheet.editor("intake.letter_number").isVisible()
    assert not page.form.side.call.isVisible()
    page.form.channels.set_text("phone")
    assert page.form.answers()["intake.caller_phone"] == "๐๘ ๑๒๓๔ ๕๖๗๘"
    assert page.form.answers()["matter.subject"] == "อาคารเรียนหลังคารั่ว"


def test_nobody_signed(page: IntakePage, desk: Desk, clerk: Actor, qtbot: QtBot) -> None:
    page.form.channels.set_text("letter")
    put(page, "petitioners.0.kind", PetitionerKind.ANONYMOUS.value)
    assert not page.form.sheet.editor("petitioners.0.first").isVisible()
    put(page, "matter.subject", "บัตรสนเท่ห์")
    put(page, "category_id", "1")
    assert page.form.matter.restricted.checked()
    assert not page.form.matter.restricted.box.isEnabled()
    with qtbot.waitSignal(page.saving.saved):
        page.save()
    assert not page.done.letter.isVisible()
    case = desk.reading.case(clerk, 1)
    assert case.source.code == "anonymous"
    assert case.petitioners[0].told_by is ContactWay.NONE


def test_the_clerk_s_own_restriction_comes_back(page: IntakePage) -> None:
    put(page, "category_id", "1")
    put(page, "category_id", "9")
    assert not page.form.matter.restricted.checked()
    page.form.matter.restricted.box.click()
    put(page, "category_id", "1")
    put(page, "category_id", "9")
    assert page.form.matter.restricted.checked()


def test_a_blank_form_takes_the_hour_at_which_typing_begins(page: IntakePage, desk: Desk) -> None:
    clock = desk.now
    clock.at += timedelta(hours=1)  # type: ignore[attr-defined]
    put(page, "intake.caller_phone", "0")
    assert page.form.answers()["received_time"] == "๑๑.๓๘"
    put(page, "received_time", "9.00")
    clock.at += timedelta(hours=1)  # type: ignore[attr-defined]
    put(page, "intake.caller_phone", "08")
    assert page.form.answers()["received_time"] == "9.00"


def test_several_forms_are_parked_and_come_back_whole(
    page: IntakePage, open_page: Opener, qtbot: QtBot
) -> None:
    call(page)
    page.form.side.files.put("ภาพ.png", b"\x89PNG\r\n\x1a\nsomething")
    page.park_draft()
    assert page.form.answers()["matter.subject"] == ""
    qtbot.waitUntil(lambda: len(page.parked.drafts) == 1)
    page.form.channels.set_text("walk_in")
    put(page, "matter.subject", "สอง")
    page.park_draft()
    qtbot.waitUntil(lambda: len(page.parked.drafts) == 2)
    # As after a crash: another window finds both, and what was in them.
    later = open_page()
    qtbot.waitUntil(lambda: len(later.parked.drafts) == 2)
    first = next(d for d in later.parked.drafts if d.title == "อาคารเรียนหลังคารั่ว")
    later.open_draft(first)
    assert later.form.kind is ChannelKind.PHONE
    assert later.form.answers()["petitioners.0.first"] == "ปราณี"
    assert later.form.answers()["category_id"] == "9"
    assert [f.name for f in later.form.side.files.files()] == ["ภาพ.png"]
    qtbot.waitUntil(lambda: [d.title for d in later.parked.drafts] == ["สอง"])


def test_throwing_a_draft_away_asks_once_more(
    page: IntakePage, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    call(page)
    page.park_draft()
    qtbot.waitUntil(lambda: len(page.parked.drafts) == 1)
    page.parked.drop.click()
    assert not page.parked.drop.isVisible()
    page.parked.keep.click()
    assert len(desk.drafts.left(clerk.person_id)) == 1
    page.parked.drop.click()
    page.parked.really.click()
    qtbot.waitUntil(lambda: not page.parked.drafts)
    assert not desk.drafts.left(clerk.person_id)


def test_a_saved_form_leaves_no_draft(
    page: IntakePage, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    call(page)
    with qtbot.waitSignal(page.saving.saved):
        page.save()
    drafts_settled(page, qtbot)
    assert not desk.drafts.left(clerk.person_id)


def test_a_draft_whose_complaint_was_registered_is_not_offered_again(
    page: IntakePage, desk: Desk, clerk: Actor, open_page: Opener, qtbot: QtBot
) -> None:
    call(page)
    page.park_draft()
    qtbot.waitUntil(lambda: len(page.parked.drafts) == 1)
    draft = page.parked.drafts[0]
    # The machine stopped between the register's answer and the dropping of the draft.
    register(RegisterComplaint(draft.key, read_answers(draft.fields, desk.now()).form), desk, clerk)
    later = open_page()
    drafts_settled(later, qtbot)
    qtbot.waitUntil(lambda: not desk.drafts.left(clerk.person_id))
    assert not later.parked.drafts


def test_a_warning_is_asked_about_once_and_again_when_its_field_changes(
    page: IntakePage, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    call(page)
    put(page, "intake.caller_phone", "99")
    page.save()
    field = page.form.sheet.field("intake.caller_phone")
    assert "โทรศัพท์" in field.error
    assert page.save_button.text() == _("Save anyway")
    put(page, "intake.caller_phone", "999")
    assert page.save_button.text() != _("Save anyway")
    page.save()
    assert not page.done.isVisible()
    with qtbot.waitSignal(page.saving.saved):
        page.save()
    assert desk.reading.case(clerk, 1).intake.caller_phone == "999"


def test_a_register_that_cannot_be_written_keeps_everything(
    page: IntakePage, operations: Operations, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    call(page)
    whole = page.form.answers()

    def full(*_anything: object) -> None:
        raise Unavailable("disk full")

    with monkeypatch.context() as broken:
        broken.setattr("ui.pages.intake.saving.register", full)
        for _time in range(2):
            with qtbot.waitSignal(page.saving.failed):
                page.save()
            qtbot.waitUntil(lambda: len(page.notices.shown()) == 1)
    assert page.form.answers() == whole
    assert page.form.isEnabled()
    assert any("disk full" in said for said in page.notices.shown())
    with qtbot.waitSignal(page.saving.saved):
        page.save()
    assert page.done.number.text() == "๑/๒๕๖๙"
    qtbot.waitUntil(lambda: page.notices.shown() == [])


def test_trying_again_saves_once_the_register_can_be_written(
    page: IntakePage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    call(page)

    def full(*_anything: object) -> None:
        raise Unavailable("disk full")

    with monkeypatch.context() as broken:
        broken.setattr("ui.pages.intake.saving.register", full)
        with qtbot.waitSignal(page.saving.failed):
            page.save()
    with qtbot.waitSignal(page.saving.saved):
        page.notices.findChildren(Notice)[0].action.click()
    assert page.done.number.text() == "๑/๒๕๖๙"


def test_the_same_form_saved_twice_is_one_complaint(
    page: IntakePage, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    call(page)
    with qtbot.waitSignal(page.saving.saved):
        page.save()
        page.save()
    page.save()
    qtbot.wait(50)
    assert desk.reading.tiles(clerk, desk.now()).everything == 1


def test_on_a_small_screen_what_stands_beside_the_form_goes_below_it(
    page: IntakePage, qtbot: QtBot
) -> None:
    side = page.form.side
    assert not page.form.isAncestorOf(side)
    page.form.sheet.field("intake.read_back").set_text("yes")
    page.resize(881, 480)
    qtbot.waitUntil(lambda: page.form.isAncestorOf(side))
    assert side.isVisible()
    narrowest = page.form.minimumSizeHint().width()
    assert narrowest <= page.width()
    page.resize(1154, 686)
    qtbot.waitUntil(lambda: not page.form.isAncestorOf(side))
    assert side.isVisible()
    assert page.form.answers()["intake.read_back"] == "yes"


def test_the_secret_registrar_takes_in_a_secret_letter_and_nobody_reads_it_meanwhile(
    open_page: Opener, operations: Operations, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    registrar = Actor(3, "นางวิภา นำทาง", frozenset({Role.SECRET_REGISTRAR}))
    for actor, asked in ((clerk, False), (registrar, True)):
        operations.sign_in(actor)
        page = open_page()
        page.begin(ChannelKind.LETTER)
        call(page)
        ordered_by = page.form.sheet.editor("secret.ordered_by")
        assert not ordered_by.isVisible()
        put(page, "secrecy", Secrecy.SECRET.value)
        assert ordered_by.isVisible() is asked
        with qtbot.waitSignal(page.saving.refused) as refused:
            page.save()
        if not asked:
            assert [one.field for one in refused.args[0]] == ["secrecy"]
            continue
        put(page, "secret.ordered_by", "ผอ.")
        put(page, "secret.reason", "พยานอาจถูกคุกคาม")
        with qtbot.waitSignal(page.saving.saved) as saved:
            page.save()
        case_id = saved.args[0].case_id
        assert desk.reading.case(registrar, case_id).secrecy is Secrecy.SECRET
        with pytest.raises(Refused):
            desk.reading.case(clerk, case_id)


@pytest.mark.parametrize("kind", ChannelKind)
@pytest.mark.parametrize("who", PetitionerKind)
def test_tab_goes_through_every_field_and_comes_back(
    page: IntakePage, kind: ChannelKind, who: PetitionerKind
) -> None:
    page.begin(kind)
    put(page, "petitioners.0.kind", who.value)
    page.form.more.fold(folded=False)
    page.form.focus_start()
    start, passed = cursor(), set[QWidget]()
    for _key in range(80):
        passed.add(cursor())
        QTest.keyClick(cursor(), Qt.Key.Key_Tab)
        QApplication.processEvents()
        if cursor() is start:
            break
    assert cursor() is start
    sheet = page.form.sheet
    editors = {name: sheet.editor(name) for name in sheet.names()}
    shown = {name for name, one in editors.items() if one.isVisible() and one.isEnabled()}
    assert not {name for name in shown if editors[name] not in passed}
