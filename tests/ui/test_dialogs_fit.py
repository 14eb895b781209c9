"""Every dialog begins where one types; keys come to all of it, and all of it has a name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from accessible import nameless, out_of_reach
from clock import Clock
from every_dialog import PASSING, TOOLKIT, Facts, dialogs, facts_of, made
from key_clashes import clashes
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from windows import drained

from desktop.ports import Desk
<<<<<<< HEAD
from desktop.rules.catalogue import Frequent
from desktop.rules.clocks import ClockKind
from desktop.rules.corrections import Corrections, LeftOut, Part, PartChange
from desktop.rules.differences import differences
from desktop.rules.letters import LetterKind
=======
>>>>>>> 23c0929 (Let every dialog fit the smallest screen and every row of buttons its window; look at all of them in every look)
from desktop.rules.people import Actor
from ui.operations import Operations

ELSEWHERE = PASSING | TOOLKIT
"""Gone at once, and Qt's own."""
SHOWN = [kind for kind in dialogs() if kind not in ELSEWHERE]
TYPED = (QLineEdit, QPlainTextEdit, QComboBox, QCheckBox, QListWidget)


@pytest.fixture
def facts(
    operations: Operations, desk: Desk, clerk: Actor, clock: Clock, tmp_path: Path, qtbot: QtBot
) -> Facts:
<<<<<<< HEAD
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
=======
    """What the dialogs ask for."""
    return facts_of(operations, desk, clerk, clock, tmp_path, qtbot)
>>>>>>> 23c0929 (Let every dialog fit the smallest screen and every row of buttons its window; look at all of them in every look)


@pytest.fixture(
    params=[kind for kind in dialogs() if kind not in ELSEWHERE], ids=lambda kind: kind.__name__
)
def dialog(
    request: pytest.FixtureRequest, facts: Facts, operations: Operations, qtbot: QtBot
) -> Iterator[QDialog]:
    """One after another, shown and at rest."""
    kind: type[QDialog] = request.param
    shown = made(kind, facts)
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    drained(operations, qtbot)
    yield shown
    shown.done(0)


def test_the_dialogs_of_cases_letters_and_settings_are_all_here() -> None:
    assert len(dialogs()) >= 75


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
