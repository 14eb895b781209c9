"""The main job done by itself through the real windows, with a picture of every step.

A phone call is registered, assigned, acknowledged by letter, the letter is handed over, and the SLA
report is printed: the smoke test of the whole program, and the source of its pictures.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from desktop.acts.assigning import AssignCases, assign
from desktop.acts.dispatching import RecordPrinted, RecordSent, record_printed, record_sent
from desktop.papers.pdfium import Pdf, save
from desktop.ports import Desk
from desktop.rules.letters import Dispatch
from desktop.rules.people import Actor, Permission, permissions
from desktop.rules.priority import Priority
from desktop.rules.thai.dates import fiscal_range, fiscal_year, official_date
from desktop.views import OfficeView
from ui.actions import Act
from ui.dialogs.differences import DifferencesDialog
from ui.dialogs.letter import LetterDialog
from ui.pages.case.page import CasePage
from ui.pages.intake.page import IntakePage
from ui.pages.report import ReportPage
from ui.tour_papers import leave_papers
from ui.window import Window

PATIENCE = 20_000
"""Milliseconds any one step may take."""

CALL = {
    "intake.caller_phone": "0812345678",
    "petitioners.0.prefix": "นาง",
    "petitioners.0.first": "ปราณี",
    "petitioners.0.last": "สุขใจ",
    "petitioners.0.address.subdistrict": "มะขาม",
    "petitioners.0.address.district": "มะขาม",
    "petitioners.0.address.province": "จันทบุรี",
    "matter.subject": "อาคารเรียนหลังคารั่ว น้ำท่วมห้องเรียน",
    "matter.facts": (
        "โรงเรียนแจ้งซ่อมตั้งแต่เดือนพฤษภาคมแต่ยังไม่ได้รับการแก้ไข นักเรียนต้องย้ายไปเรียนที่โรงอาหาร "
        "ฝนตกหนักน้ำเข้าห้องเรียนชั้นประถมศึกษาปีที่ ๒ และ ๓ ผู้ปกครองเกรงว่าจะเกิดอันตรายจากไฟฟ้ารั่ว"
    ),
}


class TourStopped(RuntimeError):  # noqa: N818
    """A step did not end in time; the message says which."""


class Tour:
    """Walks through the office, leaving papers and pictures in a folder."""

    def __init__(self, window: Window, folder: Path, tell: Callable[[str], None]) -> None:
        assert window.operations is not None
        assert window.counter is not None
        self._window, self._folder, self._tell = window, folder, tell
        self._operations, self._counter = window.operations, window.counter
        self._desk: Desk = window.operations.desk
        self._actor: Actor = window.operations.actor
        self._count = 0

    def walk(self) -> None:
        """Do the whole job; `TourStopped` when a step does not end."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._register_page()
        case_id = self._take_call()
        self._assign(case_id)
        self._letter(case_id)
        self._report()
        for act, name in ((Act.LETTERS, "letters"), (Act.SETTINGS, "settings"), (Act.HELP, "help")):
            self._counter.go(act)
            self.rest(600)
            self._picture(name)

    def rest(self, milliseconds: int) -> None:
        """Let the windows work for a while."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def until(self, step: str, true: Callable[[], bool]) -> None:
        """Let the windows work until something is true."""
        timer = QElapsedTimer()
        timer.start()
        while not true():
            if timer.elapsed() > PATIENCE:
                raise TourStopped(step)
            self.rest(25)

    def _register_page(self) -> None:
        page = self._counter.page(Act.REGISTER)
        self._counter.go(Act.REGISTER)
        model = page.model  # type: ignore[attr-defined]
        self.until("register", lambda: bool(model.rowCount()) and model.row_at(0) is not None)
        self.rest(200)
        self._picture("register")

    def _take_call(self) -> int:
        self._counter.go(Act.NEW)
        page = self._counter.page(Act.NEW)
        assert isinstance(page, IntakePage)
        self.until("lists", lambda: page.form.channel.source.value() is not None)
        for name, text in CALL.items():
            page.form.sheet.field(name).set_text(text)
        categories = self._desk.reading.lists(self._actor).categories
        safety = next(c for c in categories if c.code == "safety")
        page.form.sheet.field("category_id").set_text(str(safety.id))
        self.rest(900)
        self._picture("intake")
        done: list[int] = []
        page.saving.saved.connect(lambda registered: done.append(registered.case_id))
        page.save()
        self.until("save", lambda: bool(done))
        self.rest(400)
        self._picture("number")
        return done[0]

    def _assign(self, case_id: int) -> None:
        people = self._desk.reading.people(self._actor)
        owner = next(
            p
            for p in people
            if p.active
            and permissions(p.roles) >= {Permission.CLOSE}
            and Permission.ASSIGN not in permissions(p.roles)
        )
        assigned: list[object] = []
        command = AssignCases((case_id,), Priority.VERY_URGENT, owner.id, note="ตรวจสอบโดยด่วน")
        self._operations.write(self._window, assign, command, assigned.append)
        self.until("assign", lambda: bool(assigned))

    def _letter(self, case_id: int) -> None:
        self._counter.open_case(case_id)
        page = self._counter.page(Act.OPEN)
        assert isinstance(page, CasePage)
        self.until("case", lambda: page.case is not None and page.case.id == case_id)
        assert page.case is not None
        self._write("slip", self._desk.press.slip(page.case, self._office()).pdf)
        dialog = page.issue_letter()
        shown: list[int] = []
        dialog.view.shown.connect(shown.append)
        self.until("preview", lambda: bool(shown))
        self.rest(300)
        self._picture("letter", dialog)
        self._word(dialog)
        letter_id = self._issue(dialog)
        sent: list[object] = []
        # The paper is left as a file, which is as good as printed.
        self._operations.write(self._window, record_printed, RecordPrinted(letter_id))
        command = RecordSent(letter_id, Dispatch.HANDED_OVER, self._desk.now())
        self._operations.write(self._window, record_sent, command, sent.append)
        self.until("sent", lambda: bool(sent))
        self.until("case again", lambda: page.case is not None and bool(page.case.letters))
        self.rest(500)
        self._picture("case")
        self._write("letter", self._desk.reading.letter_pdf(self._actor, letter_id))
        leave_papers(self._desk, self._actor, page.case, self._office(), self._write)

    def _word(self, dialog: LetterDialog) -> None:
        """Bring a letter back from Word to a form in which other words were typed meanwhile."""
        file, body = self._folder / "letter.docx", dialog.form.body
        dialog.word.save_to(file)
        self.until("word file", lambda: bool(dialog.notices.shown()))
        self._tell(file.name)
        before = body.text()
        body.set_text(before.replace("เพื่อโปรดทราบ", "เพื่อโปรดพิจารณา"))
        dialog.word.bring_back(file)
        self.until("differences", lambda: bool(dialog.findChildren(DifferencesDialog)))
        (shown,) = dialog.findChildren(DifferencesDialog)
        assert isinstance(shown, DifferencesDialog)
        self.rest(300)
        self._picture("differences", shown)
        shown.reject()
        body.set_text(before)

    def _issue(self, dialog: LetterDialog) -> int:
        issued: list[int] = []
        dialog.issued.connect(lambda result: issued.append(result.letter_id))
        dialog.issue()
        self.until("issue", lambda: bool(issued))
        return issued[0]

    def _report(self) -> None:
        self._counter.go(Act.REPORTS)
        page = self._counter.page(Act.REPORTS)
        assert isinstance(page, ReportPage)
        page.set_period(*fiscal_range(fiscal_year(official_date(self._desk.now()))))
        self.until("figures", lambda: page.figures is not None)
        self.rest(500)
        self._picture("report")
        assert page.figures is not None
        pressed = self._desk.press.sla_report(page.figures, self._office(), self._desk.now())
        self._write("sla-report", pressed.pdf)

    def _office(self) -> OfficeView:
        return self._desk.reading.office(official_date(self._desk.now()))

    def _picture(self, name: str, widget: QWidget | None = None) -> None:
        self._count += 1
        path = self._folder / f"{self._count:02d}-{name}.png"
        (widget or self._window).grab().save(str(path))
        self._tell(path.name)

    def _write(self, name: str, pdf: Pdf) -> None:
        path = self._folder / f"{name}.pdf"
        save(pdf, path)
        self._tell(path.name)
