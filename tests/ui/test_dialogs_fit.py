"""Every dialog on the smallest screen offices have: whole, and begun where one types."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
from accessible import nameless, out_of_reach
from clock import Clock
from key_clashes import clashes
from office import acknowledgement_to, form
from printers import LASER, FakePrinters
from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from windows import BOSS, clipped, drained

import ui.dialogs
from desktop.acts.attaching import AttachFiles, NewFile, attach
from desktop.acts.corresponding import IssueLetter, issue
from desktop.acts.hiding import Hide, hide
from desktop.acts.proposing import KeepDraft, keep_draft
from desktop.acts.receiving import ReceiveLetter, receive_letter
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.catalogue import Frequent
from desktop.rules.clocks import ClockKind
from desktop.rules.corrections import Corrections, LeftOut, Part, PartChange
from desktop.rules.differences import differences
from desktop.rules.letters import LetterKind
from desktop.rules.people import Actor
from desktop.rules.printing import PaperKind, PrintChoice
from desktop.rules.proceedings import Referral, Wait, WaitFor
from desktop.rules.redating import DueMove, Preview, Told
from desktop.rules.road import Move
from desktop.rules.thai.dates import official_date
from desktop.views import RegisterQuery
from ui.dialogs.batch_run import BatchRunDialog
from ui.dialogs.letter_correction import CorrectionDialog
from ui.dialogs.letter_scans import ComingSheet
from ui.dialogs.road.letters import ReplySheet
from ui.dialogs.sheet import Sheet
from ui.dialogs.table_place import TablePlaceSheet
from ui.dialogs.table_run import TableRunDialog
from ui.models.paged_table import PagedTable
from ui.operations import Operations
from ui.pages.register_table.columns import FILLING, Columns
from ui.printing.job import Paper
from ui.printing.memory import Remembered
from ui.printing.room import PrintRoom
from ui.scanning.sane import Sane
from ui.tables.drawn import list_table
from ui.widgets.columns import TableColumns
from ui.widgets.files import FileDrop
from ui.widgets.fitting import FRAME

WIDEST, HIGHEST = 1366 - FRAME.width(), 768 - 40 - FRAME.height()
"""What the smallest screen has beside its taskbar and a window's frame."""
ELSEWHERE = (
    *(Sheet, ComingSheet),
    *(BatchRunDialog, TableRunDialog),
    *(TablePlaceSheet,),
)
"""Two that others fill, two that begin at once, one with only a picture, one that is Qt's own."""
ENGLISH = re.compile(r"[A-Za-z]{2,}")
NARROW = 700
"""Wider dialogs take what the screen has."""
DAY = date(2026, 8, 21)
TYPED = (QLineEdit, QPlainTextEdit, QComboBox, QCheckBox, QListWidget)
FIELDS = re.compile(r"\{\w+\}")
SAID_SO = {"Alt", "Word", "PDF", "QR", "DL", "LINE", "EPSON", "HP", "LaserJet", "pdf"}
Facts = dict[str, Any]


def dialogs() -> list[type[QDialog]]:
    """Every dialog that the rooms of dialogs hold, each once."""
    found: set[type[QDialog]] = set()
    for module in pkgutil.walk_packages(ui.dialogs.__path__, f"{ui.dialogs.__name__}."):
        room = importlib.import_module(module.name)
        for name, kind in vars(room).items():
            dialog = inspect.isclass(kind) and issubclass(kind, QDialog)
            if dialog and kind.__module__ == room.__name__ and not name.startswith("_"):
                found.add(kind)
    return sorted(found.difference(ELSEWHERE), key=lambda kind: (kind.__module__, kind.__name__))


def needs(kind: type[QDialog]) -> list[str]:
    """Name what a dialog cannot be made without."""
    asked = inspect.signature(kind.__init__).parameters.values()
    return [
        one.name for one in asked if one.default is inspect.Parameter.empty and one.name != "self"
    ]


@pytest.fixture
def facts(
    operations: Operations, desk: Desk, clerk: Actor, clock: Clock, tmp_path: Path, qtbot: QtBot
) -> Facts:
    """What the dialogs ask for, by the names of what they take."""
    operations.sign_in(BOSS)
    asked = form(clock.at - timedelta(minutes=5))
    case_id = register(RegisterComplaint("k", asked), desk, clerk).case_id
    scan = NewFile("สแกนคำร้อง.pdf", b"%PDF-1.4 scan")
    attach(AttachFiles(case_id, (scan,)), desk, clerk)
    issue(IssueLetter("1", acknowledgement_to(case_id)), desk, clerk)
    keep_draft(KeepDraft("2", acknowledgement_to(case_id)), desk, clerk)
    came = ReceiveLetter("3", case_id, "โรงเรียนบ้านตัวอย่าง", "ชี้แจงข้อเท็จจริง", desk.now())
    receive_letter(came, desk, clerk)
    case = desk.reading.case(BOSS, case_id)
    asked_of = Referral("องค์การบริหารส่วนจังหวัดตัวอย่าง", "ศธ ๐๔๙๙๙/๑๒", official_date(desk.now()))
    waits = Wait(WaitFor.AGENCY, "รอผลตรวจ", desk.now())
    going = replace(case.proceedings, referrals=(asked_of,), waits=(waits,))
    case = replace(case, proceedings=going)
    lists = desk.reading.lists(BOSS)
    told = Told(case_id, case.number, LetterKind.PROGRESS, "ศธ ๐๔๙๙๙/๑๒", DAY)
    moved = DueMove(case_id, case.number, ClockKind.RESOLVE, desk.now(), desk.now())
    said, back = (f"สำนักงานฯ จะ{word}ให้แล้วเสร็จ" for word in ("ดำเนินการ", "แก้ไข"))
    change = PartChange(Part.BODY, (said,), (back,), differences((said,), (back,), list))
    office = desk.reading.office(official_date(desk.now()))
    columns = Columns(office.calendar, desk.now).specs()
    table = list_table(PagedTable(columns, attrgetter("id")), "ทะเบียน")
    qtbot.addWidget(table)
    drop = FileDrop()
    qtbot.addWidget(drop)
    people, drafts = desk.reading.people(BOSS), desk.reading.proposals(BOSS)
    return {
        "operations": operations,
        "case": case,
        "case_id": case_id,
        "case_ids": [case_id] * 10,
        "late": True,
        "office": office,
        "facts": office.facts,
        "signatory": office.signatories[0],
        "letter": case.letters[0],
        "incoming": case.incoming[0],
        "draft": drafts[0],
        "drafts": drafts,
        "people": people,
        "person": people[0],
        "actor_id": BOSS.person_id,
        "file": case.files[0],
        "categories": lists.categories,
        "frequent": (Frequent(1, "หลังคารั่ว", 9, "หลังคาอาคาร [อาคาร] รั่ว", ""),),
        "channels": lists.channels[:3],
        "channel": lists.channels[0],
        "ladder": desk.reading.ladder(BOSS),
        "columns": TableColumns(table, columns, FILLING),
        "query": RegisterQuery(),
        "listed": (),
        "position": 0,
        "whom": WaitFor.AGENCY,
        "way": Move.SEND_BACK,
        "title": "ซ่อนเรื่อง",
        "act": hide,
        "make": partial(Hide, case_id),
        "command": Hide(case_id, ""),
        "preview": Preview((moved,), (told,)),
        "corrections": Corrections((change,), ("ขีดเขียน",), (), LeftOut(tables=1), same_draft=True),
        "rules": (),
        "place": None,
        "offered": ((), people),
        "interested": [(BOSS.person_id, BOSS.name)],
        "scanners": Sane(),
        "drop": drop,
        "today": lambda: official_date(desk.now()),
        "kind": PaperKind.LETTER,
        "choice": PrintChoice(LASER.name),
        "paper": Paper("ศธ ๐๔๙๙๙/๑๒๓", desk.reading.letter_pdf(BOSS, case.letters[0].id)),
        "room": PrintRoom(
            FakePrinters(tmp_path),
            Remembered(QSettings(str(tmp_path / "p.ini"), QSettings.Format.IniFormat)),
        ),
    }


@pytest.fixture(params=dialogs(), ids=lambda kind: kind.__name__)
def dialog(
    request: pytest.FixtureRequest, facts: Facts, operations: Operations, qtbot: QtBot
) -> Iterator[QDialog]:
    """One after another, shown and at rest."""
    kind: type[QDialog] = request.param
    if kind is CorrectionDialog:
        facts["draft"] = acknowledgement_to(facts["case_id"])
    if kind is ReplySheet:
        facts["letter"] = facts["incoming"]
    made = kind(**{name: facts[name] for name in needs(kind)})
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    drained(operations, qtbot)
    yield made
    made.done(0)


def test_the_dialogs_of_cases_letters_and_settings_are_all_here() -> None:
    assert len(dialogs()) >= 60


def test_a_dialog_fits_the_smallest_screen_and_shows_its_words_whole(
    dialog: QDialog, qtbot: QtBot
) -> None:
    least = dialog.minimumSizeHint()
    assert least.width() <= WIDEST
    assert least.height() <= HIGHEST
    # The screen of the tests is narrow and high.
    wide = WIDEST if dialog.width() > NARROW else dialog.width()
    dialog.resize(QSize(wide, min(dialog.height(), HIGHEST)))
    qtbot.wait(0)
    assert dialog.height() <= HIGHEST
    parts: list[QLabel | QPushButton] = [*dialog.findChildren(QLabel)]
    parts += dialog.findChildren(QPushButton)
    shown = [one for one in parts if one.isVisible() and one.text()]
    assert [one.text() for one in shown if clipped(one)] == []
    said = " ".join(one.text() for one in shown)
    assert set(ENGLISH.findall(FIELDS.sub("", said))) <= SAID_SO


def test_a_dialog_begins_in_what_is_to_be_filled_in(dialog: QDialog) -> None:
    typed = [
        one
        for one in dialog.findChildren(QWidget)
        if (isinstance(one, TYPED) or (isinstance(one, QPushButton) and one.isCheckable()))
        and one.isVisibleTo(dialog)
        and one.isEnabled()
    ]
    begun = dialog.focusWidget()
    if typed:
        assert begun in typed
    else:
        assert isinstance(begun, QPushButton)


def test_every_control_of_a_dialog_has_a_name_and_tab_comes_to_it(
    dialog: QDialog, qtbot: QtBot
) -> None:
    assert nameless(dialog) == []
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    assert out_of_reach(dialog) == []


def test_no_key_of_a_dialog_is_taken_twice(dialog: QDialog) -> None:
    assert clashes(dialog) == []
