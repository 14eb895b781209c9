"""The life of a letter walked by keys, through the windows a clerk has: from draft to answer."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from clock import Clock
from office import form
from paper import pages_of
from printers import FakePrinters
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from windows import BOSS, drained, words

from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.clocks import ClockKind, Verdict
from desktop.rules.letters import LetterStatus
from desktop.rules.proposing import ProposalStep
from desktop.rules.thai.dates import official_date
from desktop.views import CaseView
from ui.actions import Act
from ui.counter import Counter
from ui.dialogs.certify import CertifyDialog
from ui.dialogs.letter import LetterDialog
from ui.dialogs.letter_correction import CorrectionDialog
from ui.dialogs.letter_scans import IncomingSheet
from ui.dialogs.letter_sheets import DispatchSheet, ReprintSheet
from ui.dialogs.paper import PaperDialog
from ui.dialogs.print_sheet import PrintSheet
from ui.dialogs.proposal_sheets import CheckSheet, SignSheet
from ui.operations import Operations
from ui.pages.case.letter_rows import RecordRow
from ui.pages.case.page import CasePage
from ui.pages.letters import LettersPage
from ui.printing.memory import Remembered
from ui.printing.room import PrintRoom

_D = TypeVar("_D", bound=QDialog)
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def printers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakePrinters:
    """Printers that leave files, for every paper that is shown."""
    made = FakePrinters(tmp_path)
    settings = QSettings(str(tmp_path / "printing.ini"), QSettings.Format.IniFormat)
    monkeypatch.setattr(
        "ui.dialogs.paper.print_room", lambda: PrintRoom(made, Remembered(settings))
    )
    return made


class Clerk:
    """Somebody at the counter who has no mouse."""

    def __init__(self, counter: Counter, operations: Operations, desk: Desk, bot: QtBot) -> None:
        self.counter, self.operations, self.desk, self.bot = counter, operations, desk, bot

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key where the keys go now."""
        drained(self.operations, self.bot)
        at = QApplication.focusWidget() or QApplication.activeWindow()
        assert at is not None
        QTest.keyClick(at, key, modifier)

    def write(self, text: str) -> None:
        """Type where the keys go now."""
        at = QApplication.focusWidget()
        assert at is not None
        # Thai has no keys of its own: it comes as an input method commits it.
        typed = QInputMethodEvent()
        typed.setCommitString(text)
        QApplication.sendEvent(at, typed)

    def until(self, true: Callable[[], bool]) -> None:
        """Wait for something."""
        self.bot.waitUntil(true)

    def meet(self, kind: type[_D]) -> _D:
        """Wait until a dialog of a kind is the one that answers, and give it the keys."""
        self.until(lambda: isinstance(QApplication.activeModalWidget(), kind))
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind)
        self._activate(found)
        return found

    def come_back(self) -> None:
        """Wait until every dialog has gone and what was under way has landed."""
        self.until(lambda: QApplication.activeModalWidget() is None)
        drained(self.operations, self.bot)
        self._activate(self.counter)

    def _activate(self, window: QWidget) -> None:
        """Hand the keys on as a window manager does, of which there is none here."""
        window.activateWindow()
        self.until(window.isActiveWindow)

    def tab_to(self, text: str, within: QWidget) -> None:
        """Go by Tab to a button, and fail where Tab does not lead there."""
        for _step in range(200):
            at = QApplication.focusWidget()
            if isinstance(at, QPushButton) and at.text() == text and within.isAncestorOf(at):
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(text)

    def case(self) -> CaseView:
        """The complaint as it is kept."""
        return self.desk.reading.case(BOSS, 1)

    def case_page(self) -> CasePage:
        """The complaint's page, showing it as it is kept."""
        page = self.counter.page(Act.OPEN)
        assert isinstance(page, CasePage)
        self.until(lambda: page.case == self.case())
        drained(self.operations, self.bot)
        return page


@pytest.fixture
def clerk_at(
    operations: Operations, desk: Desk, clock: Clock, printers: FakePrinters, qtbot: QtBot
) -> Iterator[Clerk]:
    """A counter on screen, one complaint open on it."""
    del printers
    made = form(clock.at - timedelta(minutes=5))
    register(RegisterComplaint("k", made), desk, BOSS)
    operations.sign_in(BOSS)
    counter = Counter(operations, desk.reading.office(official_date(desk.now())))
    qtbot.addWidget(counter, before_close_func=lambda shown: shown.leave())
    counter.resize(1366, 768)
    with qtbot.waitActive(counter):
        counter.show()
        counter.activateWindow()
    counter.open_case(1)
    yield Clerk(counter, operations, desk, qtbot)
    drained(operations, qtbot)


def begun(at: Clerk) -> LetterDialog:
    """Begin a letter, and wait for its words."""
    at.case_page()
    at.press(Qt.Key.Key_G, CTRL)
    writing = at.meet(LetterDialog)
    at.until(lambda: "ตามที่" in writing.form.body.text())
    return writing


def issued(at: Clerk) -> None:
    """Issue an acknowledgement at once."""
    begun(at)
    at.press(Qt.Key.Key_S, CTRL)
    at.come_back()
    at.until(lambda: bool(at.case().letters))
    at.case_page()


def printed(at: Clerk) -> None:
    """Go on from a letter that was just issued to its paper, and print that."""
    at.press(Qt.Key.Key_P, CTRL)
    at.meet(PrintSheet)
    at.press(Qt.Key.Key_Return)
    paper = at.meet(PaperDialog)
    assert "ส่งไปที่เครื่องพิมพ์แล้ว" in paper.notices.shown()
    at.press(Qt.Key.Key_Escape)
    at.come_back()


def test_a_letter_goes_by_keys_from_draft_to_answer(
    clerk_at: Clerk, printers: FakePrinters, clock: Clock
) -> None:
    at = clerk_at
    begun(at)
    # From kind and outcome to the salutation and on to whom it goes.
    for _field in range(3):
        at.press(Qt.Key.Key_Tab)
    at.press(Qt.Key.Key_End, CTRL)
    at.write(" (ผู้แทน)")
    at.press(Qt.Key.Key_S, CTRL | Qt.KeyboardModifier.ShiftModifier)
    at.come_back()
    at.until(lambda: bool(at.case().proposals))
    (draft,) = at.case().proposals
    assert (draft.step, draft.draft.recipient) == (ProposalStep.DRAFT, "นางปราณี สุขใจ (ผู้แทน)")

    at.press(Qt.Key.Key_6, CTRL)
    letters = at.counter.page(Act.LETTERS)
    assert isinstance(letters, LettersPage)
    at.until(lambda: letters.model.rowCount() == 1)
    letters.table.setFocus()
    at.press(Qt.Key.Key_A, CTRL)
    for asking, step in ((CheckSheet, ProposalStep.CHECKED), (SignSheet, ProposalStep.SIGNED)):
        at.press(Qt.Key.Key_Return, CTRL)
        at.meet(asking)
        at.press(Qt.Key.Key_S, CTRL)
        at.come_back()
        assert at.case().proposals[0].step is step
    at.press(Qt.Key.Key_Return, CTRL)
    at.until(lambda: any("ศธ ๐๔๙๙๙/๑" in said for said in letters.notices.shown()))
    printed(at)
    assert at.case().letters[0].status is LetterStatus.PRINTED
    assert len(printers.jobs) == 1

    clock.pass_time(hours=1)
    at.until(lambda: letters.model.rowCount() == 1)
    letters.table.setFocus()
    at.press(Qt.Key.Key_A, CTRL)
    at.press(Qt.Key.Key_Return, CTRL)
    at.meet(DispatchSheet)
    at.press(Qt.Key.Key_S, CTRL)
    at.come_back()
    case = at.case()
    assert case.letters[0].status is LetterStatus.SENT
    (told,) = (clock for clock in case.clocks if clock.kind is ClockKind.ACKNOWLEDGE)
    assert told.verdict is Verdict.MET

    clock.pass_time(days=2)
    at.counter.open_case(1)
    page = at.case_page()
    at.tab_to("บันทึกหนังสือตอบ…", page.letters)
    at.press(Qt.Key.Key_Return)
    coming = at.meet(IncomingSheet)
    coming.subject.setFocus()
    at.write("ขอบคุณ")
    at.press(Qt.Key.Key_S, CTRL)
    at.come_back()
    assert at.case().letters[0].status is LetterStatus.ANSWERED
    assert words(at.case_page().letters, "ได้รับคำตอบ: นางปราณี สุขใจ (ผู้แทน)")


def chosen(at: Clerk, text: str) -> None:
    """Choose something from a letter's menu, by keys."""
    page = at.case_page()
    at.tab_to("เพิ่มเติม…", page.letters)
    at.press(Qt.Key.Key_Return)
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
    clerk_at: Clerk, printers: FakePrinters, clock: Clock
) -> None:
    at = clerk_at
    issued(at)
    printed(at)
    (first,) = at.case().letters

    chosen(at, "แก้ไขข้อความ…")
    mending = at.meet(CorrectionDialog)
    at.until(lambda: "ตามที่" in mending.form.body.text())
    at.write("ชื่อผิด")
    assert mending.reason.text() == "ชื่อผิด"
    # Over outcome and salutation to whom it goes; the kind stays as it is.
    for _field in range(3):
        at.press(Qt.Key.Key_Tab)
    at.press(Qt.Key.Key_End, CTRL)
    at.write("ดี")
    at.press(Qt.Key.Key_S, CTRL)
    at.come_back()
    (mended,) = at.case().letters
    assert (mended.number, mended.status) == (first.number, LetterStatus.ISSUED)
    assert (mended.recipient, mended.sha256 != first.sha256) == ("นางปราณี สุขใจดี", True)
    printed(at)
    assert at.case().letters[0].status is LetterStatus.PRINTED

    chosen(at, "ต้นฉบับเสีย พิมพ์ใหม่…")
    at.meet(ReprintSheet)
    at.write("เปื้อนหมึก")
    at.press(Qt.Key.Key_S, CTRL)
    at.meet(PaperDialog)
    at.press(Qt.Key.Key_P, CTRL)
    at.meet(PrintSheet)
    at.press(Qt.Key.Key_Return)
    at.meet(PaperDialog)
    at.press(Qt.Key.Key_Escape)
    at.come_back()
    papers = [job.paper.pdf for job in printers.jobs]
    assert len(papers) == 3
    assert papers[1] == papers[2] != papers[0]

    for text, mark in (("สำเนา", "สำเนา"), ("สำเนาคู่ฉบับ", "ร่าง")):
        chosen(at, text)
        paper = at.meet(PaperDialog)
        assert mark in "".join(pages_of(paper.view.pdf))
        at.press(Qt.Key.Key_Escape)
        at.come_back()
    chosen(at, "สำเนาถูกต้อง…")
    certifying = at.meet(CertifyDialog)
    certifying.position.set_text("นิติกรชำนาญการ")
    at.press(Qt.Key.Key_Return)
    paper = at.meet(PaperDialog)
    assert "สำเนาถูกต้อง" in "".join(pages_of(paper.view.pdf))
    at.press(Qt.Key.Key_Escape)
    at.come_back()
    assert len(printers.jobs) == 3

    clock.pass_time(hours=1)
    at.tab_to("บันทึกการส่ง…", at.case_page().letters)
    at.press(Qt.Key.Key_Return)
    at.meet(DispatchSheet)
    at.press(Qt.Key.Key_S, CTRL)
    at.come_back()
    chosen(at, "ทำหนังสือแก้ไข…")
    writing = at.meet(LetterDialog)
    at.until(lambda: writing.form.body.text().startswith("ตามหนังสือที่อ้างถึง"))
    at.press(Qt.Key.Key_S, CTRL)
    at.come_back()
    right, left = at.case().letters
    assert (right.corrects_id, left.status) == (first.id, LetterStatus.SENT)
    assert words(at.case_page().letters, "แก้ไขหนังสือ ศธ ๐๔๙๙๙/๑")


def test_tab_leads_through_a_complaint_as_one_reads_it(clerk_at: Clerk) -> None:
    at = clerk_at
    issued(at)
    page = at.case_page()
    page.back.setFocus()
    wanted = ["ใบรับเรื่อง", "ออกหนังสือ…", "อธิบาย", "ดูและพิมพ์", "บันทึกการส่ง…", "เพิ่มเติม…"]
    wanted += ["บันทึกหนังสือที่ได้รับ…", "เลือกไฟล์…"]
    met = []
    for _step in range(40):
        found = QApplication.focusWidget()
        if isinstance(found, QPushButton) and found.text() in wanted:
            met.append(found.text())
        at.press(Qt.Key.Key_Tab)
    assert list(dict.fromkeys(met)) == wanted
