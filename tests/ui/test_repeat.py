"""Who came before: filled in from the earlier complaint, or noted there without a number."""

from datetime import timedelta

import pytest
from clock import Clock
from office import form
from pytestqt.qtbot import QtBot
from windows import accepted, drained, openings, sheet, words

from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.complaint import ChannelKind
from desktop.rules.people import Actor
from desktop.views import RegisterQuery
from ui.dialogs.case_sheets import NoteSheet
from ui.operations import Operations
from ui.pages.intake.page import IntakePage

NAMED = (
    ("petitioners.0.first", "ปราณี"),
    ("petitioners.0.last", "สุขใจ"),
    ("matter.subject", "หลังคายังรั่ว"),
    ("matter.facts", "เรียนไม่ได้"),
)


@pytest.fixture
def before(desk: Desk, clerk: Actor, clock: Clock) -> int:
    """She called yesterday."""
    made = form(clock.at - timedelta(days=1))
    return register(RegisterComplaint("k", made), desk, clerk).case_id


def typed(page: IntakePage, kind: ChannelKind, qtbot: QtBot) -> None:
    page.begin(kind)
    for name, text in NAMED:
        page.form.sheet.field(name).set_text(text)
    qtbot.waitUntil(lambda: page.form.side.same.person() is not None)


def put(page: IntakePage, name: str, text: str) -> None:
    page.form.sheet.field(name).set_text(text)


def test_what_is_known_of_the_person_is_filled_in(
    before: int, page: IntakePage, desk: Desk, clerk: Actor, operations: Operations, qtbot: QtBot
) -> None:
    who = desk.reading.case(clerk, before).petitioners[0]
    typed(page, ChannelKind.WALK_IN, qtbot)
    assert words(page.form.side.same, "กรอกข้อมูลผู้ร้องคนนี้ (Shift+F3)")
    page.fill_known()
    drained(operations, qtbot)
    answers = page.form.answers()
    assert answers["petitioners.0.prefix"] == who.prefix
    assert answers["petitioners.0.phone"] == who.phone
    assert answers["petitioners.0.address.province"] == who.address.province
    assert answers["matter.facts"] == "เรียนไม่ได้"
    assert page.filled.text.text().startswith("กรอกจากเรื่อง ๑/๒๕๖๙ แล้ว: ")
    page.fill_known()
    drained(operations, qtbot)
    assert page.notices.shown() == ["ข้อมูลผู้ร้องจากเรื่อง ๑/๒๕๖๙ มีอยู่ครบแล้ว"]
    assert openings(desk, before) == []
    # Nothing of a form is said over the number that it took.
    page.form.sheet.field("category_id").set_text("9")
    page.filled.fill({"matter.place": "โรงเรียน"}, "{fields}")
    assert page.filled.isVisible()
    page.save()
    qtbot.waitUntil(page.done.isVisible)
    assert page.filled.isHidden()


def test_what_stands_there_otherwise_is_shown_and_replaced_only_by_consent(
    before: int, page: IntakePage, operations: Operations, qtbot: QtBot
) -> None:
    typed(page, ChannelKind.WALK_IN, qtbot)
    put(page, "petitioners.0.phone", "0899999999")
    put(page, "petitioners.0.address.province", "ตาก")
    page.fill_known()
    drained(operations, qtbot)
    told = page.filled.text.text()
    assert "โทรศัพท์ “๐๘๙๙๙๙๙๙๙๙” → “๐๘๑๒๓๔๕๖๗๘”" in told
    assert page.form.answers()["petitioners.0.phone"] == "0899999999"
    page.filled.replace.click()
    answers = page.form.answers()
    assert answers["petitioners.0.phone"] == "0812345678"
    assert answers["petitioners.0.address.province"] != "ตาก"


def test_a_call_from_another_number_keeps_the_number_of_the_call(
    before: int, page: IntakePage, operations: Operations, qtbot: QtBot
) -> None:
    typed(page, ChannelKind.PHONE, qtbot)
    put(page, "intake.caller_phone", "0899999999")
    page.fill_known()
    drained(operations, qtbot)
    answers = page.form.answers()
    assert answers["intake.caller_phone"] == "0899999999"
    assert answers["petitioners.0.phone"] == ""
    assert answers["petitioners.0.prefix"] == "นาง"


def test_one_whose_name_was_typed_over_meanwhile_is_not_filled_in(
    before: int, page: IntakePage, operations: Operations, qtbot: QtBot
) -> None:
    typed(page, ChannelKind.WALK_IN, qtbot)
    put(page, "petitioners.0.first", "บุญมี")
    page.repeat.fill_from(before)
    drained(operations, qtbot)
    assert page.filled.isHidden()
    assert page.notices.shown() == ["ชื่อที่พิมพ์ไม่ตรงกับผู้ร้องของเรื่อง ๑/๒๕๖๙ แล้ว"]


def test_who_calls_again_is_noted_in_the_complaint_there_is(
    before: int, page: IntakePage, desk: Desk, clerk: Actor, operations: Operations, qtbot: QtBot
) -> None:
    typed(page, ChannelKind.PHONE, qtbot)
    put(page, "intake.caller_phone", "0812345678")
    assert words(page.form.side.same, "บันทึกเพิ่มในเรื่องนี้ ไม่ใช้เลขใหม่ (F7)")
    page.file_into()
    noting = sheet(page, NoteSheet, qtbot)
    assert noting.text.text().splitlines()[1:] == [
        "ปราณี สุขใจ 0812345678",
        "หลังคายังรั่ว",
        "เรียนไม่ได้",
    ]
    assert noting.text.text().startswith("ติดต่อมาอีกทางโทรศัพท์")
    accepted(noting, noting.save, qtbot)
    drained(operations, qtbot)
    assert page.notices.shown() == ["บันทึกเพิ่มในเรื่อง ๑/๒๕๖๙ แล้ว โดยไม่ใช้เลขรับเรื่องใหม่"]
    steps = desk.reading.case(clerk, before).steps
    assert next(s.note for s in steps if s.kind is StepKind.NOTED).endswith("เรียนไม่ได้")
    assert list(desk.reading.register_ids(clerk, RegisterQuery(), desk.now())) == [before]
    assert page.form.answers()["matter.subject"] == ""
    qtbot.waitUntil(lambda: not desk.drafts.left(clerk.person_id))


def test_what_a_note_does_not_tell_is_parked_and_files_stay(
    before: int, page: IntakePage, operations: Operations, qtbot: QtBot
) -> None:
    typed(page, ChannelKind.WALK_IN, qtbot)
    page.form.side.files.put("ก.pdf", b"%PDF-1.4 x")
    page.file_into()
    assert page.notices.shown() == ["บันทึกไม่รับไฟล์ ให้เปิดเรื่องแล้วแนบที่นั่น"]
    page.form.side.files.clear()
    put(page, "accused.0.name", "นายเอก")
    page.file_into()
    noting = sheet(page, NoteSheet, qtbot)
    accepted(noting, noting.save, qtbot)
    qtbot.waitUntil(lambda: len(page.parked.drafts) == 1)
    assert page.parked.drafts[0].fields["accused.0.name"] == "นายเอก"
    assert any(one.startswith("บันทึกไม่ได้กล่าวถึง") for one in page.notices.shown())
    assert any(one.endswith("ผู้ถูกร้อง") for one in page.notices.shown())
