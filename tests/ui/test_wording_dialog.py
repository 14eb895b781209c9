"""The office words its own letters: checked while written, seen beside, and undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ports import Desk
from desktop.rules.letters import LetterKind
from desktop.rules.people import Actor, Role
from desktop.rules.thai.dates import official_date
from ui.dialogs.wording import WordingDialog
from ui.operations import Operations

ADMIN = Actor(1, "นายดูแล ระบบดี", frozenset({Role.ADMINISTRATOR}))


@pytest.fixture
def dialog(operations: Operations, desk: Desk, qtbot: QtBot) -> WordingDialog:
    operations.sign_in(ADMIN)
    made = WordingDialog(operations, desk.reading.office(official_date(desk.now())))
    qtbot.addWidget(made, before_close_func=lambda widget: widget.done(0))
    with qtbot.waitSignal(made.view.shown):
        made.open()
    return made


def test_what_is_wrong_shows_where_it_stands_and_cannot_be_kept(
    dialog: WordingDialog, qtbot: QtBot
) -> None:
    subject = dialog.slots["subject"]
    subject.set_text("ตอบรับ {nobody}")
    qtbot.waitUntil(lambda: subject.error == "ไม่มีช่อง {nobody} กรุณาเลือกช่องที่มีในรายการ")
    assert not dialog.save_button.isEnabled()
    subject.set_text("ตอบรับ {number}")
    qtbot.waitUntil(dialog.save_button.isEnabled)
    for slot in ("body.1", "body.2", "body.3"):
        dialog.slots[slot].set_text("ไม่มีช่อง")
    qtbot.waitUntil(lambda: "{particular} ในข้อความเลย" in dialog.told.text())
    assert not dialog.save_button.isEnabled()


def test_a_wording_is_seen_kept_and_undone(dialog: WordingDialog, desk: Desk, qtbot: QtBot) -> None:
    today = official_date(desk.now())
    with qtbot.waitSignal(dialog.view.shown):
        dialog.slots["subject"].set_text("รับเรื่อง {number} แล้ว")
    dialog.save()
    kind = LetterKind.ACKNOWLEDGEMENT
    qtbot.waitUntil(lambda: kind in desk.reading.office(today).wordings)
    kept = desk.reading.office(today).wordings[kind]
    assert kept.texts["subject"] == "รับเรื่อง {number} แล้ว"
    qtbot.waitUntil(lambda: dialog.notices.shown() != [])
    dialog.restore()
    qtbot.waitUntil(lambda: not desk.reading.office(today).wordings[kind].texts)
    qtbot.waitUntil(lambda: dialog.slots["subject"].text() == "ตอบรับการรับเรื่อง{type}")


def test_every_kind_has_its_sentences(dialog: WordingDialog, qtbot: QtBot) -> None:
    for kind in (LetterKind.MEMO, LetterKind.REMINDER):
        with qtbot.waitSignal(dialog.view.shown):
            dialog.kind.set_text(kind.value)
        assert dialog.save_button.isEnabled()
    assert "{round} = ติดตามครั้งที่" in dialog.told.text()


def test_what_is_written_outlives_a_look_at_another_letter_and_is_not_closed_away(
    dialog: WordingDialog, qtbot: QtBot
) -> None:
    dialog.slots["subject"].set_text("รับเรื่อง {number} แล้ว")
    dialog.kind.set_text(LetterKind.REMINDER.value)
    qtbot.waitUntil(lambda: dialog.slots["subject"].text().startswith("ติดตาม"))
    dialog.kind.set_text(LetterKind.ACKNOWLEDGEMENT.value)
    qtbot.waitUntil(lambda: dialog.slots["subject"].text() == "รับเรื่อง {number} แล้ว")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "ตอบรับการรับเรื่อง กดปิดอีกครั้ง" in dialog.notices.shown()[-1]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_is_refused_after_another_letter_was_chosen_is_told_by_its_letter(
    dialog: WordingDialog, qtbot: QtBot
) -> None:
    before = dialog.slots["body.0"]
    before.set_text("{nobody}")
    dialog.kind.set_text(LetterKind.REMINDER.value)
    # The sentences are still those of the letter before.
    dialog.save()
    qtbot.waitUntil(lambda: dialog.slots["body.0"] is not before)
    qtbot.waitUntil(lambda: dialog.notices.shown() != [])
    (said,) = dialog.notices.shown()
    assert said == ("หนังสือตอบรับการรับเรื่อง: ไม่มีช่อง {nobody} กรุณาเลือกช่องที่มีในรายการ")
    assert not dialog.slots["body.0"].error
    dialog.kind.set_text(LetterKind.ACKNOWLEDGEMENT.value)
    qtbot.waitUntil(lambda: dialog.slots["body.0"].text() == "{nobody}")


def test_what_is_typed_while_it_is_saved_stays(dialog: WordingDialog, qtbot: QtBot) -> None:
    subject = dialog.slots["subject"]
    subject.set_text("รับเรื่อง {number}")
    dialog.save()
    subject.set_text("รับเรื่อง {number} แล้ว")
    qtbot.waitUntil(lambda: dialog.slots["subject"] is not subject)
    assert dialog.slots["subject"].text() == "รับเรื่อง {number} แล้ว"


def test_nothing_is_saved_before_there_is_a_wording(
    operations: Operations, desk: Desk, qtbot: QtBot
) -> None:
    operations.sign_in(ADMIN)
    made = WordingDialog(operations, desk.reading.office(official_date(desk.now())))
    qtbot.addWidget(made, before_close_func=lambda widget: widget.done(0))
    assert not made.save_button.isEnabled()
    assert not made.restore_button.isEnabled()
    with qtbot.waitSignal(made.view.shown):
        made.open()
    assert made.save_button.isEnabled()
    assert made.restore_button.isEnabled()


def test_tab_goes_from_the_letter_through_its_sentences(
    dialog: WordingDialog, qtbot: QtBot
) -> None:
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    dialog.kind.editor.setFocus()
    for field in list(dialog.slots.values())[:3]:
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.focusWidget() is field.editor
