"""Letters to the petitioners of many complaints, through the real windows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pypdf
import pytest
from clock import Clock
from office import form, signed_by
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from windows import drained

from desktop.acts.batching import IssuePlanned, Planned, issue_planned
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.complaint import PetitionerKind
from desktop.rules.letters import Blank, Finding, LetterSeries, LetterStatus
from desktop.rules.people import Actor
from desktop.rules.thai.dates import official_date
from ui.actions import Act
from ui.counter import Counter
from ui.dialogs.batch_run import BatchRunDialog
from ui.dialogs.letter_batch import LetterBatchSheet
from ui.dialogs.paper import PaperDialog
from ui.operations import Operations
from ui.pages.register_table.page import RegisterPage

Plan = Callable[[], Planned]


@pytest.fixture
def case_ids(desk: Desk, clerk: Actor, clock: Clock) -> tuple[int, ...]:
    """Three complaints, of which nobody signed the last."""
    received = clock.at - timedelta(minutes=5)
    unsigned = signed_by(kind=PetitionerKind.ANONYMOUS, first="", last="")
    forms = (form(received), form(received), form(received, petitioners=unsigned))
    return tuple(
        register(RegisterComplaint(f"c{n}", made), desk, clerk).case_id
        for n, made in enumerate(forms)
    )


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def plan(
    operations: Operations,
    desk: Desk,
    case_ids: tuple[int, ...],
    ground: QWidget,
    qtbot: QtBot,
) -> Plan:
    """Plan through the sheet, as after choosing lines of the register."""

    def make() -> Planned:
        office = desk.reading.office(official_date(desk.now()))
        sheet = LetterBatchSheet(operations, case_ids, office, ground)
        sheet.blanks[Blank.PARTICULAR].set_text("")
        sheet.save()
        qtbot.waitUntil(lambda: bool(sheet.blanks[Blank.PARTICULAR].error))
        sheet.blanks[Blank.PARTICULAR].set_text("กลุ่มอำนวยการ")
        with qtbot.waitSignal(sheet.done_with) as done:
            sheet.save()
        (planned,) = done.args or [None]
        assert isinstance(planned, Planned)
        return planned

    return make


def run(
    operations: Operations, batch_id: int, left: tuple[int, ...], parent: QWidget, qtbot: QtBot
) -> BatchRunDialog:
    dialog = BatchRunDialog(operations, batch_id, left, 1, parent)
    dialog.open()
    qtbot.waitUntil(dialog.close_button.isVisible)
    return dialog


def test_letters_are_issued_shown_as_one_and_saved_one_each(
    operations: Operations,
    desk: Desk,
    clerk: Actor,
    plan: Plan,
    ground: QWidget,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    planned = plan()
    assert (planned.total, len(planned.left_out)) == (2, 1)
    dialog = run(operations, planned.batch_id, (0, 1), ground, qtbot)
    assert dialog.notices.shown() == ["๑ เรื่องไม่มีหนังสือ เพราะไม่มีผู้ลงชื่อ"]
    assert dialog.line.text() == "๒ จาก ๒ ฉบับ"
    qtbot.waitUntil(dialog.one_button.hasFocus)
    assert [letter.status for letter in desk.reading.letters(clerk)] == [LetterStatus.ISSUED] * 2
    assert desk.reading.batches(clerk) == []
    dialog.show_as_one()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(PaperDialog)))
    (paper,) = dialog.findChildren(PaperDialog)
    whole = tmp_path / "whole.pdf"
    paper.save_to(whole)
    drained(operations, qtbot)
    printed = [letter.status for letter in desk.reading.letters(clerk)]
    assert printed == [LetterStatus.PRINTED] * 2
    pages = pypdf.PdfReader(whole).pages
    assert ["๐๔๙๙๙/๑" in pages[0].extract_text(), "๐๔๙๙๙/๒" in pages[1].extract_text()] == [
        True
    ] * 2
    paper.accept()
    dialog.save_to(tmp_path)
    names = {"ศธ ๐๔๙๙๙-1.pdf", "ศธ ๐๔๙๙๙-2.pdf"}
    qtbot.waitUntil(lambda: names <= {file.name for file in tmp_path.iterdir()})
    first = desk.reading.letter_pdf(clerk, 1)
    assert (tmp_path / "ศธ ๐๔๙๙๙-1.pdf").read_bytes() == first
    dialog.reject()


def test_the_outcome_is_asked_for_as_it_reads(
    operations: Operations,
    desk: Desk,
    case_ids: tuple[int, ...],
    ground: QWidget,
) -> None:
    office = desk.reading.office(official_date(desk.now()))
    sheet = LetterBatchSheet(operations, case_ids, office, ground)
    particular = sheet.blanks[Blank.PARTICULAR]
    asked = {Finding.REFERRED: "ส่งเรื่องให้", Finding.IN_AUTHORITY: "มอบหมายให้"}
    for finding, caption in asked.items():
        sheet.finding.set_text(finding.value)
        assert particular.caption.text().startswith(caption)
        assert particular.text() == ("" if finding is Finding.REFERRED else office.facts.group)
    assert sheet.primary.text() == "ออกหนังสือ"
    central = replace(office, facts=replace(office.facts, letter_series=LetterSeries.CENTRAL))
    later = LetterBatchSheet(operations, case_ids, central, ground)
    assert later.primary.text() == "จัดทำเพื่อเสนอลงนาม"


def test_stopping_keeps_what_was_issued_and_issues_no_more(
    operations: Operations, desk: Desk, clerk: Actor, plan: Plan, ground: QWidget, qtbot: QtBot
) -> None:
    planned = plan()
    dialog = BatchRunDialog(operations, planned.batch_id, (0, 1), parent=ground)
    dialog.open()
    dialog.reject()
    qtbot.waitUntil(dialog.close_button.isVisible)
    assert len(desk.reading.letters(clerk)) == 1
    assert desk.reading.batches(clerk) == []
    dialog.reject()


def test_what_was_cut_short_is_told_and_gone_on_with(
    operations: Operations, desk: Desk, clerk: Actor, plan: Plan, qtbot: QtBot
) -> None:
    planned = plan()
    issue_planned(IssuePlanned(planned.batch_id, 0), desk, clerk)
    counter = Counter(operations, desk.reading.office(official_date(desk.now())))
    qtbot.addWidget(counter)
    counter.resize(1366, 768)
    with qtbot.waitExposed(counter):
        counter.show()
    page = counter.page(Act.REGISTER)
    assert isinstance(page, RegisterPage)
    qtbot.waitUntil(lambda: bool(page.notices.shown()))
    assert page.notices.shown() == ["ออกหนังสือพร้อมกันค้างอยู่ ออกแล้ว ๑ จาก ๒ ฉบับ"]
    go_on = next(b for b in page.notices.findChildren(QPushButton) if b.text() == "ทำต่อ")
    go_on.click()
    (dialog,) = counter.findChildren(BatchRunDialog)
    qtbot.waitUntil(dialog.close_button.isVisible)
    assert len(desk.reading.letters(clerk)) == 2
    assert desk.reading.batches(clerk) == []
    dialog.reject()
    counter.leave()


def test_letters_of_the_selection_are_wanted_by_key(
    operations: Operations, desk: Desk, case_ids: tuple[int, ...], qtbot: QtBot
) -> None:
    counter = Counter(operations, desk.reading.office(official_date(desk.now())))
    qtbot.addWidget(counter)
    with qtbot.waitExposed(counter):
        counter.show()
    page = counter.page(Act.REGISTER)
    assert isinstance(page, RegisterPage)
    qtbot.waitUntil(lambda: page.model.rowCount() == len(case_ids))
    assert not page.letters_button.isEnabled()
    page.table.selectAll()
    page.letters_button.click()
    qtbot.waitUntil(lambda: bool(counter.findChildren(LetterBatchSheet)))
    (sheet,) = counter.findChildren(LetterBatchSheet)
    assert sheet.title.text() == "หนังสือถึงผู้ร้องของ ๓ เรื่อง"
    sheet.reject()
    counter.leave()
