"""Every dialog there is, and what each is made from: none can be added and not be looked at."""

import importlib
import inspect
import pkgutil
from array import array
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import Any

from clock import Clock
from office import acknowledgement_to, form
from printers import LASER, FakePrinters
from PySide6.QtCore import QSettings, QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot
from windows import BOSS

import resources
import ui
from desktop.acts.attaching import AttachFiles, NewFile, attach
from desktop.acts.batching import PlanLetters, plan_letters
from desktop.acts.corresponding import IssueLetter, issue
from desktop.acts.hiding import Hide, hide
from desktop.acts.proposing import KeepDraft, keep_draft
from desktop.acts.receiving import ReceiveLetter, receive_letter
from desktop.acts.registering import RegisterComplaint, register
from desktop.exchange.table_files import TableFile
from desktop.exchange.tables import Caption
from desktop.ports import Desk
from desktop.rules.calendar import Holiday, HolidayKind
from desktop.rules.calendar_changes import DayDifference, Difference
from desktop.rules.catalogue import Frequent
from desktop.rules.clocks import ClockKind
from desktop.rules.corrections import Corrections, LeftOut, Part, PartChange
from desktop.rules.differences import differences
from desktop.rules.letters import Finding, LetterKind
from desktop.rules.people import Actor
from desktop.rules.printing import PaperKind, PrintChoice
from desktop.rules.proceedings import Referral, Wait, WaitFor
from desktop.rules.redating import DueMove, Preview, Told
from desktop.rules.road import Move
from desktop.rules.saved_tables import TableKind
from desktop.rules.thai.dates import official_date
from desktop.views import RegisterQuery
from desktop.wording import _
from ui.dialogs.letter_correction import CorrectionDialog
from ui.dialogs.letter_scans import ComingSheet
from ui.dialogs.proposal_sheets import DraftsSheet
from ui.dialogs.road.letters import ReplySheet
from ui.dialogs.sheet import Sheet
from ui.dialogs.table_place import TablePlaceSheet
from ui.dialogs.table_run import TableRunDialog
from ui.models.paged_table import PagedTable
from ui.operations import Operations
from ui.pages.register_table.columns import FILLING, Columns
from ui.pages.register_table.source import REGISTER
from ui.pages.settings.calendar_sheets import KeepSheet
from ui.printing.job import Paper
from ui.printing.memory import Remembered
from ui.printing.room import PrintRoom
from ui.scanning.sane import Sane
from ui.tables.drawn import list_table
from ui.widgets.columns import TableColumns
from ui.widgets.files import FileDrop
from ui.widgets.growing import GrowingDialog

FILLED_BY_OTHERS = {Sheet, ComingSheet, DraftsSheet, KeepSheet, GrowingDialog}
"""What others are made from, and what nobody sees by itself."""
PASSING = {TableRunDialog}
"""Gone once what it tells of is done: looked at before."""
TOOLKIT = {TablePlaceSheet}
"""Laid out by Qt, or by the computer itself."""
SMALL = QSize(1366, 768 - 40)
"""The smallest screen that offices have, less its task bar."""
DAY = date(2026, 8, 21)
AGENCY, FREE = "องค์การบริหารส่วนจังหวัดตัวอย่าง", "วันหยุดพิเศษตามมติคณะรัฐมนตรี"
SCRIBBLE = "ขีดเขียน"
TYPED = (AGENCY, FREE, SCRIBBLE, "หลังคารั่ว", "หลังคาอาคาร [อาคาร] รั่ว")
"""What is told in dialogs and stands in no register."""
PRINTERS = ("EPSON", "HP", "LaserJet")
Facts = dict[str, Any]


def dialogs() -> list[type[QDialog]]:
    """List every dialog of the program, each once."""
    found: set[type[QDialog]] = set()
    for module in pkgutil.walk_packages(ui.__path__, f"{ui.__name__}."):
        room = importlib.import_module(module.name)
        for kind in vars(room).values():
            dialog = inspect.isclass(kind) and issubclass(kind, QDialog)
            if dialog and kind.__module__ == room.__name__:
                found.add(kind)
    return sorted(found - FILLED_BY_OTHERS, key=_named)


def _named(kind: type[QDialog]) -> tuple[str, str]:
    return kind.__module__, kind.__name__


def needs(kind: type[QDialog]) -> list[str]:
    """Name what a dialog cannot be made without."""
    asked = inspect.signature(kind.__init__).parameters.values()
    return [
        one.name for one in asked if one.default is inspect.Parameter.empty and one.name != "self"
    ]


def made(kind: type[QDialog], facts: Facts) -> QDialog:
    """Make a dialog of what it needs."""
    own = facts | _own(kind, facts)
    return kind(**{name: own[name] for name in needs(kind)})


def _own(kind: type[QDialog], facts: Facts) -> Facts:
    """Return what only one kind of dialog calls by a name that others use for something else."""
    if kind is CorrectionDialog:
        return {"draft": acknowledgement_to(facts["case_id"])}
    if kind is ReplySheet:
        return {"letter": facts["incoming"]}
    if kind is TablePlaceSheet:
        return {"place": facts["folder"] / "ทะเบียน.xlsx"}
    return {}


def facts_of(
    operations: Operations, desk: Desk, clerk: Actor, clock: Clock, folder: Path, qtbot: QtBot
) -> Facts:
    """Bring about what dialogs ask for, by the names of what they take."""
    operations.sign_in(BOSS)
    asked = form(clock.at - timedelta(minutes=5))
    case_id = register(RegisterComplaint("k", asked), desk, clerk).case_id
    scan = NewFile("สแกนคำร้อง.pdf", b"%PDF-1.4 scan")
    attach(AttachFiles(case_id, (scan,)), desk, clerk)
    issue(IssueLetter("1", acknowledgement_to(case_id)), desk, clerk)
    keep_draft(KeepDraft("2", acknowledgement_to(case_id)), desk, clerk)
    came = ReceiveLetter("3", case_id, "โรงเรียนบ้านตัวอย่าง", "ชี้แจงข้อเท็จจริง", desk.now())
    receive_letter(came, desk, clerk)
    office = desk.reading.office(official_date(desk.now()))
    batch = PlanLetters(
        "4",
        (case_id,),
        LetterKind.ACKNOWLEDGEMENT,
        office.signatories[0].id or 0,
        acknowledgement_to(case_id).blanks,
        Finding.IN_AUTHORITY,
    )
    batch_id = plan_letters(batch, desk, clerk).batch_id
    case = desk.reading.case(BOSS, case_id)
    asked_of = Referral(AGENCY, "ศธ ๐๔๙๙๙/๑๒", official_date(desk.now()))
    waits = Wait(WaitFor.AGENCY, "รอผลตรวจ", desk.now())
    going = replace(case.proceedings, referrals=(asked_of,), waits=(waits,))
    case = replace(case, proceedings=going)
    lists = desk.reading.lists(BOSS)
    told = Told(case_id, case.number, LetterKind.PROGRESS, "ศธ ๐๔๙๙๙/๑๒", DAY)
    moved = DueMove(case_id, case.number, ClockKind.RESOLVE, desk.now(), desk.now())
    said, back = (f"สำนักงานฯ จะ{word}ให้แล้วเสร็จ" for word in ("ดำเนินการ", "แก้ไข"))
    change = PartChange(Part.BODY, (said,), (back,), differences((said,), (back,), list))
    columns = Columns(office.calendar, desk.now).specs()
    table = list_table(PagedTable(columns, attrgetter("id")), "ทะเบียน")
    qtbot.addWidget(table)
    drop = FileDrop()
    qtbot.addWidget(drop)
    ground = QWidget()
    qtbot.addWidget(ground)
    people, drafts = desk.reading.people(BOSS), desk.reading.proposals(BOSS)
    caption = Caption("", "", "", "", clock.at, thai_digits=True)
    free = Holiday(DAY, FREE, HolidayKind.SPECIAL)
    return {
        "parent": ground,
        "folder": folder,
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
        "lists": lists,
        "categories": lists.categories,
        "channels": lists.channels[:3],
        "channel": lists.channels[0],
        "ladder": desk.reading.ladder(BOSS),
        "columns": TableColumns(table, columns, FILLING),
        "query": RegisterQuery(),
        "listed": (),
        "position": 0,
        "whom": WaitFor.AGENCY,
        "way": Move.SEND_BACK,
        "title": _("Hide"),
        "act": hide,
        "make": partial(Hide, case_id),
        "command": Hide(case_id, ""),
        "preview": Preview((moved,), (told,)),
        "corrections": Corrections((change,), (SCRIBBLE,), (), LeftOut(tables=1), same_draft=True),
        "rules": (),
        "place": None,
        "offered": ((), people),
        "interested": [(BOSS.person_id, BOSS.name)],
        "today": lambda: official_date(desk.now()),
        "day": DAY,
        "before": None,
        "week": office.days.week,
        "found": (
            DayDifference(DAY, Difference.NEW, free, None),
            DayDifference(DAY, Difference.GONE, None, free),
        ),
        "picture": QPixmap(str(resources.path("pictures", "register.png"))),
        "kind": PaperKind.LETTER,
        "choice": PrintChoice(LASER.name),
        "paper": Paper("ศธ ๐๔๙๙๙/๑๒๓", desk.reading.letter_pdf(BOSS, case.letters[0].id)),
        "room": PrintRoom(
            FakePrinters(folder),
            Remembered(QSettings(str(folder / "p.ini"), QSettings.Format.IniFormat)),
        ),
        "scanners": Sane(),
        "drop": drop,
        "frequent": (Frequent(1, "หลังคารั่ว", 9, "หลังคาอาคาร [อาคาร] รั่ว", ""),),
        "batch_id": batch_id,
        "left": (0,),
        "source": REGISTER,
        "ids": array("q", [case_id] * 1200),
        "begin": partial(TableFile, folder / "t.csv", TableKind.CSV, (), caption, 1200),
    }
