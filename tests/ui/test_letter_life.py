"""The life of a letter walked by keys, through the windows a clerk has: from draft to answer."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from clock import Clock
from hands import Hands
from office import form
from paper import pages_of
from printers import FakePrinters
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from windows import BOSS, words

from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.clocks import ClockKind, Verdict
from desktop.rules.letters import LetterStatus
from desktop.rules.proposing import ProposalStep
from desktop.rules.thai.dates import official_date
from desktop.views import CaseView
from ui.actions import Act
from ui.dialogs.certify import CertifyDialog
from ui.dialogs.letter import LetterDialog
from ui.dialogs.letter_correction import CorrectionDialog
from ui.dialogs.letter_scans import IncomingSheet
from ui.dialogs.letter_sheets import DispatchSheet, ReprintSheet
from ui.dialogs.paper import PaperDialog
from ui.dialogs.print_sheet import PrintSheet
from ui.dialogs.proposal_sheets import CheckSheet, SignSheet
from ui.pages.case.letter_rows import RecordRow
from ui.pages.case.page import CasePage
from ui.pages.letters import LettersPage
from ui.printing.memory import Remembered
from ui.printing.room import PrintRoom


@pytest.fixture
def printers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakePrinters:
    """Printers that leave files, for every paper that is shown."""
    made = FakePrinters(tmp_path)
    settings = QSettings(str(tmp_path / "printing.ini"), QSettings.Format.IniFormat)
    monkeypatch.setattr(
        "ui.dialogs.paper.print_room", lambda: PrintRoom(made, Remembered(settings))
    )
    return made


@pytest.fixture
def at(desk: Desk, clock: Clock, printers: FakePrinters, qtbot: QtBot) -> Iterator[Hands]:
    """Hands of somebody with every part, one complaint open before them."""
    del printers
    made = form(clock.at - timedelta(minutes=5))
    register(RegisterComplaint("k", made), desk, BOSS)
    hands = Hands(desk, qtbot, "letter life")
    hands.window.sign_in(BOSS, desk.reading.office(official_date(desk.now())))
    hands.counter.open_case(1)
    yield hands
    hands.close()


def kept(at: Hands) -> CaseView:
    """The complaint as it is kept."""
    return at.desk.reading.case(BOSS, 1)


def case_page(at: Hands) -> CasePage:
    """The complaint's page, showing it as it is kept."""
    page = at.counter.page(Act.OPEN)
    assert isinstance(page, CasePage)
    at.until(lambda: page.case == kept(at))
    at.rest()
    return page


def begun(at: Hands) -> LetterDialog:
    """Begin a letter, and wait for its words."""
    case_page(at)
    at.press("Ctrl+G")
    writing = at.meet(LetterDialog)
    at.until(lambda: "ตามที่" in writing.form.body.text())
    return writing


def issued(at: Hands) -> None:
    """Issue an acknowledgement at once."""
    begun(at)
    at.keep()
    at.until(lambda: bool(kept(at).letters))
    case_page(at)


def printed(at: Hands) -> None:
    """Go on from a letter that was just issued to its paper, and print that."""
    at.rest()
    at.press("Ctrl+P")
    at.meet(PrintSheet)
    at.press("Return")
    paper = at.meet(PaperDialog)
    assert "ส่งไปที่เครื่องพิมพ์แล้ว" in paper.notices.shown()
    at.press("Escape")
    at.rest()


def mark_all(at: Hands, letters: LettersPage) -> None:
    """Go into the list, once its one line is there, and select that."""
    at.until(lambda: letters.model.rowCount() == 1)
    at.rest()
    letters.table.setFocus()
    at.press("Ctrl+A")


def test_a_letter_goes_by_keys_from_draft_to_answer(
    at: Hands, printers: FakePrinters, clock: Clock
) -> None:
    begun(at)
    # From kind and outcome to the salutation and on to whom it goes.
    for _field in range(3):
        at.press("Tab")
    at.press("Ctrl+End")
    at.type(" (ผู้แทน)")
    at.press("Ctrl+Shift+S")
    at.until(lambda: bool(kept(at).proposals))
    (draft,) = kept(at).proposals
    assert (draft.step, draft.draft.recipient) == (ProposalStep.DRAFT, "นางปราณี สุขใจ (ผู้แทน)")

    at.press("Ctrl+6")
    letters = at.counter.page(Act.LETTERS)
    assert isinstance(letters, LettersPage)
    mark_all(at, letters)
    for asking, step in ((CheckSheet, ProposalStep.CHECKED), (SignSheet, ProposalStep.SIGNED)):
        at.press("Ctrl+Return")
        at.meet(asking)
        at.keep()
        assert kept(at).proposals[0].step is step
    at.press("Ctrl+Return")
    at.until(lambda: any("ศธ ๐๔๙๙๙/๑" in said for said in letters.notices.shown()))
    printed(at)
    assert kept(at).letters[0].status is LetterStatus.PRINTED
    assert len(printers.jobs) == 1

    clock.pass_time(hours=1)
    mark_all(at, letters)
    at.press("Ctrl+Return")
    at.meet(DispatchSheet)
    at.keep()
    case = kept(at)
    assert case.letters[0].status is LetterStatus.SENT
    (told,) = (clock for clock in case.clocks if clock.kind is ClockKind.ACKNOWLEDGE)
    assert told.verdict is Verdict.MET

    clock.pass_time(days=2)
    at.counter.open_case(1)
    case_page(at)
    at.to("บันทึกหนังสือตอบ…")
    at.press("Return")
    coming = at.meet(IncomingSheet)
    coming.subject.setFocus()
    at.type("ขอบคุณ")
    at.keep()
    assert kept(at).letters[0].status is LetterStatus.ANSWERED
    assert words(case_page(at).letters, "ได้รับคำตอบ: นางปราณี สุขใจ (ผู้แทน)")


def chosen(at: Hands, text: str) -> None:
    """Choose something from a letter's menu, by keys."""
    page = case_page(at)
    at.to("เพิ่มเติม…")
    at.press("Return")
    row = page.letters.findChildren(RecordRow)[-1]
    at.until(row.menu.isVisible)
    for _item in row.menu.actions():
        QTest.keyClick(row.menu, Qt.Key.Key_Down)
        active = row.menu.activeAction()
        if active is not None and active.text() == text:
            QTest.keyClick(row.menu, Qt.Key.Key_Return)
            return
    raise AssertionError(text)


def test_a_letter_is_corrected_spoiled_copied_and_put_right_by_keys(
    at: Hands, printers: FakePrinters, clock: Clock
) -> None:
    issued(at)
    printed(at)
    (first,) = kept(at).letters

    chosen(at, "แก้ไขข้อความ…")
    mending = at.meet(CorrectionDialog)
    at.until(lambda: "ตามที่" in mending.form.body.text())
    at.type("ชื่อผิด")
    assert mending.reason.text() == "ชื่อผิด"
    # Over outcome and salutation to whom it goes; the kind stays as it is.
    for _field in range(3):
        at.press("Tab")
    at.press("Ctrl+End")
    at.type("ดี")
    at.keep()
    (mended,) = kept(at).letters
    assert (mended.number, mended.status) == (first.number, LetterStatus.ISSUED)
    assert (mended.recipient, mended.sha256 != first.sha256) == ("นางปราณี สุขใจดี", True)
    printed(at)
    assert kept(at).letters[0].status is LetterStatus.PRINTED

    chosen(at, "ต้นฉบับเสีย พิมพ์ใหม่…")
    at.meet(ReprintSheet)
    at.type("เปื้อนหมึก")
    at.press("Ctrl+S")
    at.meet(PaperDialog)
    at.press("Ctrl+P")
    at.meet(PrintSheet)
    at.press("Return")
    at.meet(PaperDialog)
    at.press("Escape")
    at.rest()
    papers = [job.paper.pdf for job in printers.jobs]
    assert len(papers) == 3
    assert papers[1] == papers[2] != papers[0]

    for text, mark in (("สำเนา", "สำเนา"), ("สำเนาคู่ฉบับ", "ร่าง")):
        chosen(at, text)
        paper = at.meet(PaperDialog)
        assert mark in "".join(pages_of(paper.view.pdf))
        at.press("Escape")
        at.rest()
    chosen(at, "สำเนาถูกต้อง…")
    certifying = at.meet(CertifyDialog)
    certifying.position.set_text("นิติกรชำนาญการ")
    at.press("Return")
    paper = at.meet(PaperDialog)
    assert "สำเนาถูกต้อง" in "".join(pages_of(paper.view.pdf))
    at.press("Escape")
    at.rest()
    assert len(printers.jobs) == 3

    clock.pass_time(hours=1)
    at.to("บันทึกการส่ง…")
    at.press("Return")
    at.meet(DispatchSheet)
    at.keep()
    chosen(at, "ทำหนังสือแก้ไข…")
    writing = at.meet(LetterDialog)
    at.until(lambda: writing.form.body.text().startswith("ตามหนังสือที่อ้างถึง"))
    at.keep()
    right, left = kept(at).letters
    assert (right.corrects_id, left.status) == (first.id, LetterStatus.SENT)
    assert words(case_page(at).letters, "แก้ไขหนังสือ ศธ ๐๔๙๙๙/๑")


def test_tab_leads_through_a_complaint_as_one_reads_it(at: Hands) -> None:
    issued(at)
    page = case_page(at)
    page.back.setFocus()
    wanted = ["ใบรับเรื่อง", "ออกหนังสือ…", "อธิบาย", "ดูและพิมพ์", "บันทึกการส่ง…", "เพิ่มเติม…"]
    wanted += ["บันทึกหนังสือที่ได้รับ…", "เลือกไฟล์…"]
    met = []
    for _step in range(40):
        found = QApplication.focusWidget()
        if isinstance(found, QPushButton) and found.text() in wanted:
            met.append(found.text())
        at.press("Tab")
    assert list(dict.fromkeys(met)) == wanted
