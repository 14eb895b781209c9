"""The papers of a case from its page: each opens from the menu."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from cases import RECEIVED
from clock import Clock
from office import form, signed_by
from paper import pages_of, size_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from reportlab.lib.units import mm

from desktop.acts.attaching import AttachFiles, NewFile, attach
from desktop.acts.corresponding import IssueLetter, issue
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.complaint import Matter, PetitionerKind
from desktop.rules.letters import SPECS, LetterDraft, LetterKind
from desktop.rules.people import Actor
from desktop.rules.thai.dates import official_date
from ui.dialogs.envelope import EnvelopeDialog
from ui.dialogs.paper import PaperDialog
from ui.dialogs.statement import StatementSheet
from ui.operations import Operations
from ui.pages.case.page import CasePage

Opener = Callable[..., CasePage]


@pytest.fixture
def open_case(
    operations: Operations, desk: Desk, clerk: Actor, clock: Clock, qtbot: QtBot
) -> Opener:
    def make(**changes: object) -> CasePage:
        asked = replace(form(clock.at - timedelta(minutes=5)), **changes)  # type: ignore[arg-type]
        case_id = register(RegisterComplaint("k", asked), desk, clerk).case_id
        page = CasePage(operations, desk.reading.office(official_date(desk.now())))
        qtbot.addWidget(page)
        page.show()
        page.show_case(case_id)
        qtbot.waitUntil(lambda: page.case is not None)
        return page

    return make


def offered(page: CasePage) -> list[str]:
    return [action.text() for action in page.papers.menu.actions() if action.text()]


def choose(page: CasePage, text: str) -> None:
    next(action for action in page.papers.menu.actions() if action.text() == text).trigger()


def paper(page: QWidget, qtbot: QtBot) -> bytes:
    qtbot.waitUntil(lambda: bool(page.findChildren(PaperDialog)))
    shown = page.findChildren(PaperDialog)[-1]
    assert isinstance(shown, PaperDialog)
    pdf = shown._paper.pdf
    assert isinstance(pdf, bytes)
    with qtbot.waitSignal(shown.destroyed):
        shown.reject()
    return pdf


@pytest.mark.parametrize(
    ("text", "wide", "said"),
    [
        ("ใบรับเรื่อง A6", 148, "ใบรับเรื่อง"),
        ("ใบรับเรื่อง A5", 210, "ใบรับเรื่อง"),
        ("ใบรับเรื่อง ม้วน ๘๐ มม.", 80, "ใบรับเรื่อง"),
        ("แบบคำร้องเรียน ๒ (โทรศัพท์)", 210, "เจ้าหน้าที่ผู้รับเรื่อง"),
        ("ซองจดหมาย DL", 220, "เรียนนางปราณีสุขใจ"),
        ("ซองจดหมาย C5", 229, "เรียนนางปราณีสุขใจ"),
        ("ซองจดหมาย C4", 324, "เรียนนางปราณีสุขใจ"),
    ],
)
def test_each_paper_opens_from_the_menu(
    open_case: Opener, qtbot: QtBot, text: str, wide: int, said: str
) -> None:
    page = open_case()
    choose(page, text)
    pdf = paper(page, qtbot)
    assert size_of(pdf)[0] == pytest.approx(wide * mm, abs=0.1)
    assert said in pages_of(pdf)[0]


def test_one_who_came_in_person_signs_form_one(open_case: Opener, qtbot: QtBot) -> None:
    page = open_case(channel_id=3)
    choose(page, "แบบคำร้องเรียน ๑ (ด้วยตนเอง)")
    assert "ขอแสดงความนับถือ" in pages_of(paper(page, qtbot))[0]


def test_nothing_is_addressed_to_one_who_gave_no_name(open_case: Opener) -> None:
    page = open_case(petitioners=signed_by(kind=PetitionerKind.ANONYMOUS, first="", last=""))
    assert len(offered(page)) == 6
    assert not any("ซอง" in text for text in offered(page))


def test_the_menu_opens_and_is_walked_by_keys(open_case: Opener, qtbot: QtBot) -> None:
    page = open_case()
    page.papers.button.setFocus()
    QTest.keyClick(page.papers.button, Qt.Key.Key_Space)
    qtbot.waitUntil(page.papers.menu.isVisible)
    QTest.keyClick(page.papers.menu, Qt.Key.Key_Down)
    QTest.keyClick(page.papers.menu, Qt.Key.Key_Down)
    QTest.keyClick(page.papers.menu, Qt.Key.Key_Return)
    assert size_of(paper(page, qtbot))[0] == pytest.approx(210 * mm, abs=0.1)


def addressing(page: CasePage, qtbot: QtBot) -> EnvelopeDialog:
    choose(page, "ซองอื่นหรือป้ายจ่าหน้า…")
    qtbot.waitUntil(lambda: bool(page.findChildren(EnvelopeDialog)))
    dialog = page.findChildren(EnvelopeDialog)[-1]
    assert isinstance(dialog, EnvelopeDialog)
    return dialog


def test_an_envelope_may_have_a_speed_class(open_case: Opener, qtbot: QtBot) -> None:
    page = open_case()
    dialog = addressing(page, qtbot)
    assert not dialog.start.isEnabled()
    dialog.paper.set_text("c5")
    dialog.urgency.set_text("most_urgent")
    dialog.show_button.click()
    assert "ด่วนที่สุด" in pages_of(paper(page, qtbot))[0]


def test_labels_begin_where_one_says(open_case: Opener, qtbot: QtBot) -> None:
    page = open_case()
    dialog = addressing(page, qtbot)
    dialog.paper.set_text("labels")
    assert not dialog.urgency.isEnabled()
    dialog.start.set_text("24")
    dialog.show_button.click()
    pdf = paper(page, qtbot)
    assert size_of(pdf)[0] == pytest.approx(210 * mm, abs=0.1)
    assert "เรียนนางปราณีสุขใจ" in pages_of(pdf)[0]


def attached(page: CasePage, desk: Desk, clerk: Actor, content: bytes, qtbot: QtBot) -> int:
    """Attach a PDF and return its identity."""
    assert page.case is not None
    attach(AttachFiles(page.case.id, (NewFile("คำร้อง & ภาพ.pdf", content),)), desk, clerk)
    page.refresh()
    qtbot.waitUntil(lambda: page.case is not None and bool(page.case.files))
    return page.case.files[0].id


def test_a_pdf_that_came_is_stamped_on_a_copy(
    open_case: Opener, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    page = open_case()
    assert not any("ประทับตรา" in text for text in offered(page))
    came = desk.press.slip(desk.reading.case(clerk, 1), desk.reading.office(RECEIVED.date())).pdf
    file_id = attached(page, desk, clerk, came, qtbot)
    choose(page, "ประทับตรารับหนังสือบน “คำร้อง && ภาพ.pdf”")
    shown = paper(page, qtbot)
    assert "เลขรับ๑/๒๕๖๙" in pages_of(shown)[0]
    assert desk.reading.file(clerk, file_id) == came


def test_a_damaged_pdf_is_told_of_and_nothing_opens(
    open_case: Opener, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    page = open_case()
    attached(page, desk, clerk, b"%PDF-1.4 cut", qtbot)
    choose(page, "ประทับตรารับหนังสือบน “คำร้อง && ภาพ.pdf”")
    qtbot.waitUntil(lambda: any("เสียหาย" in said for said in page.notices.shown()))
    assert not page.findChildren(PaperDialog)


def test_what_no_face_of_ours_shows_is_told_beside_the_paper(
    open_case: Opener, qtbot: QtBot
) -> None:
    page = open_case(matter=Matter("หลังคารั่ว 😀"))
    choose(page, "ใบรับเรื่อง A6")
    qtbot.waitUntil(lambda: bool(page.findChildren(PaperDialog)))
    shown = page.findChildren(PaperDialog)[-1]
    assert isinstance(shown, PaperDialog)
    assert any("😀" in said for said in shown.notices.shown())
    paper(page, qtbot)


def test_a_statement_is_typed_kept_and_shown(
    open_case: Opener, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    page = open_case()
    assert page.case is not None
    choose(page, "บันทึกถ้อยคำ…")
    sheet = page.findChildren(StatementSheet)[-1]
    assert sheet.giver.text() == "นางปราณี สุขใจ"
    assert "จันทบุรี" in sheet.address.text()
    sheet.giver.set_text("")
    sheet.address.set_text("")
    sheet.save()
    qtbot.waitUntil(lambda: bool(sheet.giver.error and sheet.said.error))
    sheet.giver.set_text("นางปราณี สุขใจ")
    sheet.giver.edited.emit("นางปราณี สุขใจ")
    assert "จันทบุรี" in sheet.address.text()
    sheet.said.set_text("ถาม เห็นอะไร\n\nตอบ น้ำรั่ว")
    sheet.reject()
    assert sheet.isVisible()
    with qtbot.waitSignal(sheet.accepted):
        sheet.save()
    shown = paper(page, qtbot)
    (file,) = desk.reading.case(clerk, page.case.id).files
    assert desk.reading.file(clerk, file.id) == shown
    assert "ผู้ให้ถ้อยคำ" in pages_of(shown)[0].replace(" ", "")


def test_an_envelope_is_addressed_to_the_agencies_of_a_letter(
    open_case: Opener, desk: Desk, clerk: Actor, qtbot: QtBot
) -> None:
    page = open_case(petitioners=signed_by(kind=PetitionerKind.ANONYMOUS, first="", last=""))
    assert page.case is not None
    draft = LetterDraft(
        page.case.id,
        LetterKind.MEETING,
        "โรงเรียนบ้านหนึ่ง\nโรงเรียนบ้านสอง",
        "เรียน",
        1,
        blanks=dict.fromkeys(SPECS[LetterKind.MEETING].blanks, "คำ"),
    )
    issue(IssueLetter("l", draft), desk, clerk)
    page.refresh()
    qtbot.waitUntil(lambda: "ซองอื่นหรือป้ายจ่าหน้า…" in offered(page))
    choose(page, "ซองอื่นหรือป้ายจ่าหน้า…")
    dialog = page.findChildren(EnvelopeDialog)[-1]
    assert isinstance(dialog, EnvelopeDialog)
    assert dialog.address.isVisible()
    dialog.address.set_text("ตำบลมะขาม\n22150")
    dialog.show_button.click()
    first, second = pages_of(paper(page, qtbot))
    for text, name in ((first, "โรงเรียนบ้านหนึ่ง"), (second, "โรงเรียนบ้านสอง")):
        assert name in text.replace(" ", "")
        assert "ตำบลมะขาม" in text.replace(" ", "")
        assert "ว๑" in text.replace(" ", "")
