"""A draft leaves as a Word file and its corrected text comes home, part by part."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from clock import Clock
from office import form
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from windows import sheet, words
from word import body_inserted, edited, opened, paragraph, with_parts

from desktop.acts.registering import RegisterComplaint, register
from desktop.exchange.word_file import LARGEST
from desktop.ports import Desk
from desktop.rules.corrections import Part
from desktop.rules.letters import LetterDraft, LetterKind
from desktop.rules.people import Actor
from desktop.rules.thai.dates import official_date
from ui.dialogs.differences import DifferencesDialog
from ui.dialogs.letter import LetterDialog
from ui.operations import Operations
from ui.widgets.word_ends import said

Edit = Callable[[str], str]
LAST = "จึงเรียนมาเพื่อโปรดทราบ"


@pytest.fixture
def dialog(
    operations: Operations, desk: Desk, clerk: Actor, clock: Clock, qtbot: QtBot
) -> LetterDialog:
    made = form(clock.at - timedelta(minutes=5))
    case_id = register(RegisterComplaint("k", made), desk, clerk).case_id
    case, office = (
        desk.reading.case(clerk, case_id),
        desk.reading.office(official_date(desk.now())),
    )
    drafting = LetterDialog(operations, case, office)
    qtbot.addWidget(drafting, before_close_func=lambda widget: widget.done(0))
    with qtbot.waitSignal(drafting.view.shown):
        drafting.open()
    qtbot.waitUntil(lambda: LAST in drafting.form.body.text())
    return drafting


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "หนังสือ ก.docx"


def exported(dialog: LetterDialog, file: Path, qtbot: QtBot) -> bytes:
    dialog.word.save_to(file)
    qtbot.waitUntil(lambda: dialog.notices.shown() != [])
    return file.read_bytes()


def differing(dialog: LetterDialog, file: Path, qtbot: QtBot) -> DifferencesDialog:
    dialog.word.bring_back(file)
    return sheet(dialog, DifferencesDialog, qtbot)


def corrected(dialog: LetterDialog, file: Path, edit: Edit, qtbot: QtBot) -> DifferencesDialog:
    """Export, change the file as somebody in Word would, and bring it back."""
    file.write_bytes(edited(exported(dialog, file, qtbot), edit))
    return differing(dialog, file, qtbot)


def told(dialog: LetterDialog, file: Path, qtbot: QtBot) -> str:
    before = dialog.notices.shown()
    dialog.word.bring_back(file)
    qtbot.waitUntil(lambda: len(dialog.notices.shown()) > len(before))
    return next(text for text in dialog.notices.shown() if text not in before)


def test_the_ticked_parts_are_taken_and_the_others_left(
    dialog: LetterDialog, file: Path, qtbot: QtBot
) -> None:
    subject = dialog.form.subject.text()
    found = corrected(
        dialog,
        file,
        lambda xml: xml.replace(subject, "แจ้งการรับเรื่อง").replace(LAST, "จึงเรียนมาเพื่อทราบ &lt;b&gt;"),
        qtbot,
    )
    assert set(found.boxes) == {Part.SUBJECT, Part.BODY}
    view = found.views[Part.BODY]
    assert "จึงเรียนมาเพื่อ" in said(view.toPlainText())
    assert "<b>" in view.toPlainText()
    assert "เพิ่มเข้า: " in view.accessibleDescription()
    found.boxes[Part.SUBJECT].box.click()
    found.take_button.click()
    assert dialog.form.subject.text() == subject
    assert dialog.form.body.text().endswith("\n\nจึงเรียนมาเพื่อทราบ <b>")
    own = dialog.form.draft()
    assert own.subject is None
    assert own.paragraphs is not None
    assert own.paragraphs[-1] == "จึงเรียนมาเพื่อทราบ <b>"


def test_changes_are_shown_by_lines_and_not_by_colour_alone(
    dialog: LetterDialog, file: Path, qtbot: QtBot
) -> None:
    found = corrected(dialog, file, lambda xml: xml.replace("เพื่อโปรดทราบ", "เพื่อพิจารณา"), qtbot)
    view = found.views[Part.BODY]
    looks = {}
    for word in ("ทราบ", "พิจารณา", "เรียน"):
        at = view.toPlainText().rindex(word)
        cursor = QTextCursor(view.document())
        cursor.setPosition(at + 1)
        ink = cursor.charFormat()
        looks[word] = (ink.fontStrikeOut(), ink.fontUnderline())
    assert looks == {"ทราบ": (True, False), "พิจารณา": (False, True), "เรียน": (False, False)}


def test_nothing_changed_is_said_and_nothing_can_be_taken(
    dialog: LetterDialog, file: Path, qtbot: QtBot
) -> None:
    exported(dialog, file, qtbot)
    found = differing(dialog, file, qtbot)
    assert found.boxes == {}
    assert found.notes == []
    assert not found.take_button.isEnabled()


@pytest.mark.parametrize("kind", [LetterKind.MEMO, LetterKind.COMMITTEE, LetterKind.REMINDER])
def test_every_form_leaves_and_comes_back_the_same(
    kind: LetterKind, dialog: LetterDialog, file: Path, qtbot: QtBot
) -> None:
    dialog.form.kind.set_text(kind.value)
    exported(dialog, file, qtbot)
    found = differing(dialog, file, qtbot)
    assert (found.boxes, found.notes) == ({}, [])


def test_a_stamped_letter_leaves_and_comes_back_the_same(
    desk: Desk, clerk: Actor, clock: Clock
) -> None:
    made = form(clock.at - timedelta(minutes=5))
    case = desk.reading.case(clerk, register(RegisterComplaint("k", made), desk, clerk).case_id)
    today = official_date(desk.now())
    office = desk.reading.office(today)
    draft = LetterDraft(
        case.id, LetterKind.REMINDER, "โรงเรียน ก\nโรงเรียน ข", "เรียน", 1, stamped=True
    )
    sent = desk.press.word_letter(case, draft, office, today, "ร่าง")
    told = desk.press.corrections(case, draft, office, today, "ร่าง", sent.docx)
    assert told.same_draft
    assert (told.changes, told.put_in, told.taken_out) == ((), (), ())
    fewer = replace(draft, recipient="โรงเรียน ก")
    (change,) = desk.press.corrections(case, fewer, office, today, "ร่าง", sent.docx).changes
    assert (change.part, change.new) == (Part.RECIPIENT, ("โรงเรียน ก", "โรงเรียน ข"))


def test_what_is_not_taken_over_is_told(dialog: LetterDialog, file: Path, qtbot: QtBot) -> None:
    sent = exported(dialog, file, qtbot)
    table = f"<w:tbl><w:tr><w:tc>{paragraph('x')}</w:tc></w:tr></w:tbl>"
    changed = edited(body_inserted(sent, table, LAST), lambda xml: xml.replace("สมคิด", "สมนึก"))
    file.write_bytes(changed)
    found = differing(dialog, file, qtbot)
    said = [note.text() for note in found.notes]
    assert "ตาราง ๑ ตาราง ไม่ได้นำมาด้วย" in said
    assert "เพิ่มไว้นอกส่วนข้อความ กรุณาแก้ในหน้านี้เอง: (นายสมนึก ตั้งมั่น)" in said
    assert "ตัดออกไว้นอกส่วนข้อความ กรุณาแก้ในหน้านี้เอง: (นายสมคิด ตั้งมั่น)" in said


def test_a_closing_is_taken_by_its_salutation_and_one_that_has_none_is_told(
    dialog: LetterDialog, file: Path, qtbot: QtBot
) -> None:
    sent = exported(dialog, file, qtbot)
    ours = ">ขอแสดงความนับถือ<"
    file.write_bytes(edited(sent, lambda xml: xml.replace(ours, ">ด้วยรัก<")))
    found = differing(dialog, file, qtbot)
    assert not found.boxes[Part.CLOSING].isEnabled()
    assert words(found, "คำลงท้ายไปตามคำขึ้นต้น")
    found.reject()
    file.write_bytes(edited(sent, lambda xml: xml.replace(ours, ">ขอแสดงความนับถืออย่างยิ่ง<")))
    found = differing(dialog, file, qtbot)
    assert words(found, "คำขึ้นต้นเปลี่ยนเป็น “กราบเรียน”")
    found.take()
    assert dialog.form.salutation.text() == "กราบเรียน"


def test_a_part_that_the_wording_fills_again_cannot_be_emptied(
    dialog: LetterDialog, file: Path, qtbot: QtBot
) -> None:
    dialog.form.references.set_text("หนังสือเดิม")
    document = opened(exported(dialog, file, qtbot))
    for one in list(document.paragraphs):
        if "หนังสือเดิม" in one.text:
            one._p.getparent().remove(one._p)
    file.write_bytes(with_parts(file.read_bytes(), {"word/document.xml": document.part.blob}))
    found = differing(dialog, file, qtbot)
    box = found.boxes[Part.REFERENCES]
    assert not box.checked()
    assert not box.isEnabled()
    assert not found.take_button.isEnabled()


def test_a_file_of_another_letter_or_none_is_refused_and_nothing_is_lost(
    dialog: LetterDialog, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    exported(dialog, file, qtbot)
    dialog.form.kind.set_text(LetterKind.PROGRESS.value)
    dialog.form.body.set_text("พิมพ์ไว้เอง")
    assert told(dialog, file, qtbot) == "ไฟล์นี้เป็นหนังสืออีกแบบหนึ่งของเรื่องนี้: หนังสือตอบรับการรับเรื่อง"
    picture = tmp_path / "ภาพ.docx"
    picture.write_bytes(b"\x89PNG")
    assert "ไม่ใช่ไฟล์ Word" in told(dialog, picture, qtbot)
    assert "กรุณาตรวจว่าไฟล์ยังอยู่" in told(dialog, tmp_path / "ไม่มี.docx", qtbot)
    picture.write_bytes(b"")
    assert "๐ ไบต์" in told(dialog, picture, qtbot)
    with picture.open("wb") as large:
        large.truncate(LARGEST + 1)
    assert "ใหญ่เกิน ๒๐" in told(dialog, picture, qtbot)
    assert dialog.form.body.text() == "พิมพ์ไว้เอง"


def test_a_place_that_cannot_be_written_is_told(
    dialog: LetterDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.word.save_to(tmp_path / "ไม่มี" / "ก.docx")
    qtbot.waitUntil(lambda: dialog.notices.shown() != [])
    assert "เขียนไฟล์ไม่ได้" in dialog.notices.shown()[0]


def test_buttons_ask_where_and_what(
    dialog: LetterDialog, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def save(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        asked.append(name)
        return str(file.with_suffix("")), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    dialog.word.out.click()
    qtbot.waitUntil(file.exists)
    assert asked == ["หนังสือตอบรับการรับเรื่อง 1-2569.docx"]
    dialog.word.back.click()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(DifferencesDialog)))


def test_what_word_cannot_hold_is_told(dialog: LetterDialog, file: Path, qtbot: QtBot) -> None:
    dialog.form.recipient.set_text("นาง\x07ปราณี")
    dialog.word.save_to(file)
    qtbot.waitUntil(lambda: len(dialog.notices.shown()) == 2)
    assert any("U+0007" in told for told in dialog.notices.shown())
