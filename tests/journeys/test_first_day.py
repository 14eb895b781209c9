"""An office's first day through its real windows: set up, three complaints, a letter, a report."""

import io
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pypdf
import pytest
from office import OPENING, PASSWORD, bangkok
from pytestqt.qtbot import QtBot

import main
from db.check import prove
from db.furnishing import Strongroom
from db.place import Place
from db.upgrade import create
from desktop.acts.opening import OpenOffice, open_office
from desktop.errors import Refused
from desktop.rules.clocks import ClockKind, Verdict
from desktop.rules.complaint import ChannelKind, Status
from desktop.rules.letters import LetterStatus
from desktop.rules.people import Role
from desktop.rules.priority import Priority
from ui.actions import Act
from ui.counter import Counter
from ui.crash import CrashDesk
from ui.dialogs.assign import AssignSheet
from ui.dialogs.letter_sheets import DispatchSheet
from ui.operations import Operations
from ui.pages.case.page import CasePage
from ui.pages.first_run.answers import Sharing
from ui.pages.first_run.page import FirstRunPage
from ui.pages.intake.page import IntakePage
from ui.pages.register_table.page import RegisterPage
from ui.pages.report import ReportPage
from ui.pages.sign_in import SignInPage
from ui.window import Window

NOW = bangkok(date(2026, 7, 15), 10, 0)
_ONCE = "น้ำท่วมห้องเรียนทุกครั้งที่ฝนตกหนักครูและนักเรียนต้องช่วยกันขนย้ายโต๊ะเก้าอี้หนังสือและคอมพิวเตอร์ขึ้นที่สูง"
UNSPACED = (_ONCE * 3)[:300]

OFFICE = {
    "name": "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต ๒",
    "group": "กลุ่มกฎหมายและคดี",
    "address": "๑๒๓ หมู่ ๔ ตำบลตัวอย่าง\nอำเภอเมืองตัวอย่าง จังหวัดตัวอย่าง ๒๒๐๐๐",
    "phone": "๐ ๓๙๐๐ ๐๐๐๐ ต่อ ๑๑๕",
    "letter_prefix": "ศธ ๐๔๙๙๙",
    "director_title": "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต ๒",
    "signatory.name": "นายสมคิด ตั้งมั่น",
    "signatory.position": "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต ๒",
    "first_complaint_number": "๔๒",
    "first_letter_number": "7",
}
PEOPLE = (
    ("admin", "นายดูแล ระบบดี", ()),
    ("clerk", "นางสาวสมหญิง ใจดี", (Role.CLERK,)),
    ("boss", "นางวิภา นำทาง", (Role.SUPERVISOR,)),
    ("owner", "นายวิชัย ตั้งตรง", (Role.OWNER,)),
)


class Day:
    """A window over a register in a folder, and hands that type into it."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.now = NOW
        self.place = Place(folder)
        self.crashes = CrashDesk()
        self.window = Window(self.crashes)
        self.reports: list[str] = []
        self.crashes.happened.connect(self.reports.append)
        self.rooms: list[Strongroom] = []
        self.operations: Operations | None = None
        self.window.show()

    def clock(self) -> datetime:
        return self.now

    def until(self, true: object) -> None:
        self.qtbot.waitUntil(true, timeout=15_000)  # type: ignore[arg-type]

    def first_run(self) -> None:
        def opener(command: OpenOffice, sharing: Sharing) -> Strongroom:
            del sharing
            return main.create_and_open(self.place, self.place.drafts, command, open_office)

        page = FirstRunPage(opener, self.now.date())
        opened: list[Strongroom] = []
        page.opened.connect(lambda room, _name: opened.append(room))
        self.window.show_stage(page)
        page.go_on()
        assert page.sheet.field("name").error
        for name, text in OFFICE.items():
            page.sheet.field(name).set_text(text)
        page.go_on()
        page.go_on()
        for number, (username, name, roles) in enumerate(PEOPLE):
            if number:
                page.people.add()
            for field, text in (
                ("name", name),
                ("username", username),
                ("password", PASSWORD),
                ("again", PASSWORD),
            ):
                page.sheet.field(f"people.{number}.{field}").set_text(text)
            for role, box in page.people.parts[number].roles.items():
                box.set_text("yes" if role in roles else "")
        page.go_on()
        self.until(lambda: bool(opened))
        page.end()
        self.rooms.append(opened[0])
        self.operations = Operations(main.desk_of(opened[0]))
        self.window.furnish(self.operations)

    def sign_in(self, username: str) -> Counter:
        self.window.show_sign_in()
        page = self.window.stage.currentWidget()
        assert isinstance(page, SignInPage)
        page.username.set_text(username)
        page.password.set_text(PASSWORD)
        page.sign_in()
        self.until(lambda: self.window.counter is not None)
        assert self.window.counter is not None
        return self.window.counter

    def register(self, kind: ChannelKind, answers: dict[str, str]) -> int:
        counter = self.window.counter
        assert counter is not None
        counter.go(Act.NEW)
        page = counter.page(Act.NEW)
        assert isinstance(page, IntakePage)
        self.until(lambda: page.form.channel.source.value() is not None)
        page.begin(kind)
        self.until(lambda: page.form.channel.source.value() is not None)
        for name, text in answers.items():
            page.form.sheet.field(name).set_text(text)
        done: list[int] = []
        page.saving.saved.connect(lambda registered: done.append(registered.case_id))
        page.save()
        self.until(lambda: bool(done))
        return done[0]

    def close(self) -> None:
        self.window.close()
        if self.operations is not None:
            self.operations.close()
        for room in self.rooms:
            room.close()
        assert self.reports == []


@pytest.fixture
def day(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Day]:
    made = Day(tmp_path / "โต๊ะ รับเรื่อง", qtbot)
    monkeypatch.setattr(main, "now", made.clock)
    qtbot.addWidget(made.window)
    yield made
    made.close()


def words(pdf: bytes) -> str:
    """A PDF's text by another library, line ends taken for what they are: no text."""
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return re.sub(r"\s+", "", "".join(page.extract_text() for page in pages))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_first_day(day: Day) -> None:
    day.first_run()
    day.sign_in("clerk")
    letter = day.register(
        ChannelKind.LETTER,
        {
            "received_at": "12/7/2569",
            "received_time": "09.15",
            "intake.letter_number": "ร ๑๒/๒๕๖๙",
            "intake.letter_date": "10/7/2569",
            "petitioners.0.first": "บุญมี",
            "petitioners.0.last": "สุขสม",
            "petitioners.0.prefix": "นาย",
            "matter.subject": "ขอให้ตรวจสอบการเรียกเก็บเงินค่าบำรุงการศึกษา",
            "category_id": "5",
        },
    )
    call = day.register(
        ChannelKind.PHONE,
        {
            "intake.caller_phone": "081-234-5678",
            "petitioners.0.prefix": "นาง",
            "petitioners.0.first": "ปราณี",
            "petitioners.0.last": "สุขใจ",
            "matter.subject": "อาคารเรียนหลังคารั่ว <b>น้ำท่วม</b> {office} & ห้องเรียน",
            "category_id": "9",
        },
    )
    visit = day.register(
        ChannelKind.WALK_IN,
        {
            "petitioners.0.prefix": "นางสาว",
            "petitioners.0.first": "อรุณ",
            "petitioners.0.last": "แสงทอง",
            "matter.subject": UNSPACED,
            "category_id": "8",
        },
    )
    counter = day.sign_in("boss")
    register = counter.page(Act.REGISTER)
    assert isinstance(register, RegisterPage)
    day.until(lambda: register.model.rowCount() == 3)
    assert day.operations is not None
    desk, actor = day.operations.desk, day.operations.actor
    received = desk.reading.case(actor, letter).received_at
    assert received == bangkok(date(2026, 7, 12), 9, 15)
    assert desk.reading.case(actor, letter).recorded_at == NOW

    register.table.selectAll()
    register.want_assign()
    sheet: list[AssignSheet] = []

    def found() -> bool:
        sheet.extend(counter.findChildren(AssignSheet)[: 1 - len(sheet)])
        return bool(sheet)

    day.until(found)
    sheet[0].owner.set_text("4")
    sheet[0].priority.set_text(Priority.URGENT.value)
    sheet[0].save()
    day.until(lambda: desk.reading.case(actor, visit).status is Status.ASSIGNED)
    assert desk.reading.case(actor, call).owner == "นายวิชัย ตั้งตรง"

    counter.open_case(call)
    page = counter.page(Act.OPEN)
    assert isinstance(page, CasePage)
    day.until(lambda: page.case is not None and page.case.id == call)
    dialog = page.issue_letter()
    day.until(lambda: bool(dialog.form.body.text()))
    dialog.issue()
    day.until(lambda: page.case is not None and bool(page.case.letters))
    assert page.case is not None
    issued = page.case.letters[0]
    assert (issued.number, issued.status) == ("ศธ ๐๔๙๙๙/7", LetterStatus.ISSUED)
    day.now += timedelta(hours=1)
    sending = DispatchSheet(day.operations, issued, page)
    sending.save()
    day.until(lambda: bool(sending.dispatch.error))
    sending.save()
    day.until(lambda: page.case is not None and page.case.letters[0].status is LetterStatus.SENT)
    clocks = {clock.kind: clock for clock in page.case.clocks}
    assert clocks[ClockKind.ACKNOWLEDGE].verdict is Verdict.MET

    text = words(desk.reading.letter_pdf(actor, issued.id))
    for expected in (
        "อาคารเรียนหลังคารั่ว <b>น้ำท่วม</b> {office} & ห้องเรียน",
        "นางปราณี สุขใจ",
        "ที่ ศธ ๐๔๙๙๙/๗",
        "๑๕ กรกฎาคม ๒๕๖๙",
        "ตามทะเบียนรับเลขที่ ๔๓/๒๕๖๙",
        *OFFICE["address"].split("\n"),
    ):
        assert squeezed(expected) in text
    slip = desk.press.slip(desk.reading.case(actor, visit), desk.reading.office(NOW.date()))
    assert squeezed("อรุณ แสงทอง") in words(slip.pdf)

    counter.go(Act.REPORTS)
    report = counter.page(Act.REPORTS)
    assert isinstance(report, ReportPage)
    report.set_period(date(2025, 10, 1), date(2026, 9, 30))
    day.until(lambda: report.figures is not None)
    figures = report.figures
    assert figures is not None
    # By hand: three received, none finished; their resolve clocks are weeks away.
    assert (figures.received, figures.finished, figures.carried_forward) == (3, 0, 3)
    assert figures.headline.open_in_time == 3
    assert figures.headline.on_time_percent is None
    pdf = desk.press.sla_report(figures, desk.reading.office(NOW.date()), day.now).pdf
    assert squeezed("รับใหม่ ๓ เรื่อง") in words(pdf)
    assert prove(day.rooms[0]) == []


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_first_run_that_was_cut_short_is_done_again(day: Day) -> None:
    create(day.place)
    day.first_run()
    counter = day.sign_in("clerk")
    assert counter.foot.office.text() == OFFICE["name"]
    with pytest.raises(Refused):
        main.create_and_open(day.place, day.place.drafts, OPENING, open_office)
    assert day.place.file.exists()
    assert prove(day.rooms[0]) == []
