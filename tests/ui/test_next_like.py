"""The next complaint like the last: sorted as that was, and of nobody yet."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ports import Desk
from desktop.rules.complaint import ChannelKind
from desktop.rules.people import Actor
from ui.pages.intake.page import IntakePage

SHARED = {
    "type": "suggestion",
    "category_id": "9",
    "matter.subject": "หลังคาอาคารเรียนรั่ว",
    "matter.place": "โรงเรียนบ้านตัวอย่าง",
}
OWN = {
    "petitioners.0.prefix": "นาง",
    "petitioners.0.first": "ปราณี",
    "petitioners.0.last": "สุขใจ",
    "petitioners.0.phone": "0812345678",
    "matter.facts": "น้ำหยดลงโต๊ะเรียน",
    "matter.harm": "สมุดเปียก",
    "accused.0.name": "นายเอก",
    "child_danger": "yes",
}


@pytest.fixture
def saved(page: IntakePage, qtbot: QtBot) -> IntakePage:
    """A visitor's complaint that was just numbered."""
    page.begin(ChannelKind.WALK_IN)
    for name, text in (SHARED | OWN).items():
        page.form.sheet.field(name).set_text(text)
    page.save()
    qtbot.waitUntil(page.done.isVisible)
    return page


def test_it_is_sorted_like_the_last_and_says_so_but_is_of_nobody(saved: IntakePage) -> None:
    saved.done.like.click()
    answers = saved.form.answers()
    assert saved.form.kind is ChannelKind.WALK_IN
    assert {name: answers[name] for name in SHARED} == SHARED
    assert not any(answers[name] for name in OWN)
    assert saved.filled.isVisible()
    assert saved.filled.text.text() == (
        "ยกมาจากเรื่อง ๑/๒๕๖๙: ประเภท, หมวดเรื่อง, เรื่อง, สถานที่เกิดเหตุ ส่วนผู้ร้องและข้อเท็จจริงให้พิมพ์ใหม่"
    )
    assert QApplication.focusWidget() is saved.form.petitioner.prefix.editor
    assert saved.form.sheet.editor("matter.place").isVisible()


def test_what_was_carried_is_emptied_but_for_what_was_typed_over(saved: IntakePage) -> None:
    saved.next_like()
    saved.form.sheet.field("matter.subject").set_text("หลังคาโรงอาหารรั่ว")
    saved.filled.empty.click()
    answers = saved.form.answers()
    assert answers["matter.subject"] == "หลังคาโรงอาหารรั่ว"
    assert (answers["category_id"], answers["matter.place"]) == ("", "")
    assert answers["type"] == "complaint"
    assert saved.filled.isHidden()


def test_it_is_taken_from_an_empty_form_too_and_never_over_what_is_typed(
    saved: IntakePage, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    saved.next()
    assert saved.form.answers()["matter.subject"] == ""
    saved.form.sheet.field("petitioners.0.first").set_text("บุญมี")
    saved.next_like()
    assert saved.form.answers()["petitioners.0.first"] == "บุญมี"
    assert saved.form.answers()["matter.subject"] == ""
    saved.park_draft()
    qtbot.waitUntil(lambda: bool(desk.drafts.left(clerk.person_id)))
    saved.next_like()
    assert saved.form.answers()["matter.subject"] == SHARED["matter.subject"]
    saved.begin(ChannelKind.PHONE)
    assert saved.filled.isHidden()


def test_where_nobody_signed_the_next_may_have_signed(page: IntakePage, qtbot: QtBot) -> None:
    page.begin(ChannelKind.LETTER)
    for name, text in (
        ("petitioners.0.kind", "anonymous"),
        ("matter.subject", "เก็บเงินเกิน"),
        ("category_id", "9"),
    ):
        page.form.sheet.field(name).set_text(text)
    nobody = page.form.answers()["source_id"]
    page.save()
    qtbot.waitUntil(page.done.isVisible)
    page.next_like()
    answers = page.form.answers()
    assert answers["petitioners.0.kind"] == "person"
    assert answers["source_id"] not in ("", nobody)
