"""What befalls a case is kept whole on both databases; an older register's cases gain nothing."""

import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

from office import bangkok, days, form
from older_register import first_shape

from db import upgrade
from db.cases import parts_of
from db.furnishing import furnish
from db.mapping import case_of
from db.place import Place
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.case import Case
from desktop.rules.clocks import ClockKind
from desktop.rules.complaint import Outcome, Status
from desktop.rules.people import Actor
from desktop.rules.proceedings import (
    Extension,
    Findings,
    Ground,
    Investigation,
    Order,
    PastCycle,
    Proceedings,
    Referral,
    Wait,
    WaitFor,
)

DAY = date(2026, 7, 15)
AT = bangkok(DAY, 8)
OLD_PARTS = """
INSERT INTO matter (complaint_id, facts, place, harm, remedy, evidence, late_reason, search_form,
  phones) VALUES (1, '', '', '', '', '', '', 'เรื่อง', '');
INSERT INTO intake (complaint_id, letter_number, letter_from, enclosures, urgency, central_number,
  caller_phone, read_back, statement_signed, reference)
  VALUES (1, '', '', '', 'none', '', '', 0, 0, '');
INSERT INTO clock (complaint_id, cycle, kind, amount, unit, origin, first_due_at, due_at, verdict)
  VALUES (1, 1, 'reply', 15, 'calendar_days', 'computed', 1, 1, 'running');
"""
WHOLE = Proceedings(
    waits=(
        Wait(WaitFor.PETITIONER, "ขอสำเนา", AT, DAY + days(7), AT + days(2)),
        Wait(WaitFor.COURT, "รอคำพิพากษา", AT + days(3), cycle=2),
    ),
    extensions=(
        Extension(ClockKind.RESOLVE, 5, DAY + days(40), "พยาน", "ผอ.สพป.", AT),
        Extension(
            ClockKind.RESOLVE,
            2,
            DAY + days(44),
            "เอกสาร",
            "ผอ.สพป.",
            AT,
            "ที่ ศธ ๐๔๙๙๙/๑๒",
            AT + days(1),
            "ไม่จำเป็น",
            2,
        ),
    ),
    orders=(Order("มอบนิติกร", "นายสมคิด ตั้งมั่น", DAY, AT, 1),),
    referrals=(
        Referral(
            "ศูนย์ดำรงธรรม",
            "ศธ ๐๔๙๙๙/๑๒",
            DAY,
            AT + days(30),
            (DAY + days(31), DAY + days(45)),
            AT + days(50),
            "ดำเนินการแล้ว",
        ),
        Referral("เทศบาล", "ศธ ๐๔๙๙๙/๑๓", DAY),
    ),
    investigations=(
        Investigation("คำสั่งที่ ๑๒/๒๕๖๙", DAY, "นาย ก ประธาน\nนาย ข กรรมการ", DAY + days(30)),
        Investigation(
            "คำสั่งที่ ๑๓/๒๕๖๙",
            DAY,
            "นาย ค ประธาน",
            DAY + days(30),
            DAY + days(45),
            DAY + days(44),
            Findings.NOT_SERIOUS,
            "มีมูล",
            2,
        ),
    ),
    past=(
        PastCycle(
            1,
            Ground.RECEIVED,
            AT,
            Status.CLOSED,
            AT + days(20),
            Outcome.UNFOUNDED,
            "พยานป่วย",
            "หลักฐานใหม่",
        ),
    ),
)


def befallen(case: Case) -> Proceedings:
    return Proceedings(
        case.waits,
        case.extensions,
        case.orders,
        case.referrals,
        case.owed,
        case.investigations,
        case.past,
    )


def test_everything_that_befell_a_case_is_read_back(desk: Desk, clerk: Actor) -> None:
    case_id = register(RegisterComplaint("a", form(AT)), desk, clerk).case_id
    with desk.unit(clerk) as work:
        case = work.cases.get(case_id)
        case.waits, case.extensions, case.orders = WHOLE.waits, WHOLE.extensions, WHOLE.orders
        case.referrals, case.investigations = WHOLE.referrals, WHOLE.investigations
        case.past, case.cycle, case.cycle_ground = WHOLE.past, 2, Ground.APPEALED
        case.cycle_started_at = AT + days(25)
        case.clocks = tuple(replace(clock, extra=3) for clock in case.clocks)
        case.contacted_at, case.contact_on = AT, DAY + days(9)
        case.child_receiver, case.child_taken_at = "บ้านพักเด็กและครอบครัว", AT
        work.cases.save(case)
        work.commit()
    with desk.unit(clerk) as work:
        kept = work.cases.get(case_id)
    assert befallen(kept) == WHOLE
    assert kept == case
    seen = desk.reading.case(clerk, case_id)
    assert seen.proceedings == WHOLE
    assert (seen.cycle, seen.cycle_started_at) == (2, AT + days(25))
    # Saved once more without any of it, nothing is left behind.
    with desk.unit(clerk) as work:
        bare = work.cases.get(case_id)
        bare.waits = bare.extensions = bare.orders = bare.referrals = ()
        bare.investigations = bare.past = ()
        work.cases.save(bare)
        work.commit()
    assert desk.reading.case(clerk, case_id).proceedings == Proceedings()


def test_an_older_registers_cases_are_in_their_first_cycle(tmp_path: Path) -> None:
    place = Place(tmp_path / "ทะเบียน")
    first_shape(place)
    with sqlite3.connect(place.file) as old:
        old.executescript(OLD_PARTS)
    old.close()
    upgrade.upgrade(place, AT)
    room = furnish(place)
    with room.writing.connect() as connection:
        case = case_of(parts_of(connection, 1))
    room.close()
    assert befallen(case) == Proceedings()
    assert (case.cycle, case.cycle_ground) == (1, Ground.RECEIVED)
    assert case.cycle_started_at == case.received_at
    assert [(clock.started_at, clock.extra) for clock in case.clocks] == [(case.received_at, 0)]
    assert (case.hidden_at, case.contacted_at, case.contact_on) == (None, None, None)
    assert (case.child_receiver, case.child_taken_at) == ("", None)
