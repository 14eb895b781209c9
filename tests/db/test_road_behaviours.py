"""What must hold on the road and of its clocks, through acts on real databases."""

from datetime import date, datetime

import pytest
from clock import Clock
from office import bangkok, form
from offices import GOVERNMENT

from db.check import prove
from db.furnishing import Strongroom
from desktop.acts.assigning import AssignCases, assign
from desktop.acts.closing import CloseCase, close
from desktop.acts.extending import Extend, RemoveExtension, extend, remove_extension
from desktop.acts.registering import RegisterComplaint, register
from desktop.acts.waiting import BeginWait, EndWait, begin_wait, end_wait
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules import clocked
from desktop.rules.clocks import ClockKind, Verdict
from desktop.rules.complaint import Outcome, Status
from desktop.rules.people import Actor
from desktop.rules.priority import Priority
from desktop.rules.proceedings import WaitFor
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import official_date

DAY = date(2026, 7, 15)
PETITIONER, COURT, UNIT = WaitFor.PETITIONER, WaitFor.COURT, WaitFor.UNIT


def take(desk: Desk, clerk: Actor, key: str = "a", **changes: object) -> int:
    made = form(bangkok(DAY, 8), **changes)
    return register(RegisterComplaint(key, made), desk, clerk).case_id


def at_work(desk: Desk, clerk: Actor, boss: Actor, owner: Actor, key: str = "a") -> int:
    case_id = take(desk, clerk, key)
    assign(AssignCases((case_id,), owner_id=owner.person_id), desk, boss)
    return case_id


def clock_of(
    desk: Desk, actor: Actor, case_id: int, kind: ClockKind = ClockKind.RESOLVE
) -> clocked.Clock:
    seen = desk.reading.case(actor, case_id)
    (found,) = (c for c in seen.clocks if c.kind is kind and c.cycle == seen.cycle)
    return found


def due_on(desk: Desk, actor: Actor, case_id: int, kind: ClockKind = ClockKind.RESOLVE) -> date:
    due = clock_of(desk, actor, case_id, kind).due_at
    assert due is not None
    return official_date(due)


def begin(desk: Desk, actor: Actor, case_id: int, whom: WaitFor, since: datetime) -> None:
    begin_wait(BeginWait(case_id, whom, "ขอเอกสาร", since, official_date(since)), desk, actor)


def test_behaviour_04_a_pause_is_still_credited_after_the_priority_is_raised(
    room: Strongroom, desk: Desk, clock: Clock, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    paused, plain = (at_work(desk, clerk, boss, owner, key) for key in "ab")
    since, until = bangkok(date(2026, 7, 16)), bangkok(date(2026, 8, 4))
    assert GOVERNMENT.workdays_between(DAY, date(2026, 8, 3)) == 10
    clock.at = since
    begin(desk, owner, paused, PETITIONER, since)
    clock.at = until
    end_wait(EndWait(paused, until), desk, owner)
    first = due_on(desk, boss, paused)
    assign(AssignCases((paused, plain), priority=Priority.MOST_URGENT), desk, boss)
    raised, without = due_on(desk, boss, paused), due_on(desk, boss, plain)
    assert without < raised < first
    assert GOVERNMENT.workdays_between(without, raised) == 10
    assert prove(room) == []


def test_behaviour_05_pauses_lose_nothing_never_overlap_and_credit_no_free_day(
    room: Strongroom, desk: Desk, clock: Clock, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    case_id = at_work(desk, clerk, boss, owner)
    first = due_on(desk, boss, case_id)
    # Tuesday to Thursday are holidays: a wait wholly on them credits nothing.
    free, friday = bangkok(date(2026, 7, 28)), bangkok(date(2026, 7, 31))
    clock.at = bangkok(date(2026, 8, 14), 16)
    begin(desk, owner, case_id, PETITIONER, free)
    end_wait(EndWait(case_id, friday), desk, owner)
    assert due_on(desk, boss, case_id) == first
    with pytest.raises(Refused) as overlapping:
        begin(desk, owner, case_id, COURT, bangkok(date(2026, 7, 30)))
    assert (overlapping.value.reason, overlapping.value.field) == (Reason.WAITS_OVERLAP, "at")
    begin(desk, owner, case_id, PETITIONER, bangkok(date(2026, 8, 3)))
    with pytest.raises(Refused) as backward:
        end_wait(EndWait(case_id, friday), desk, owner)
    assert backward.value.reason is Reason.BEFORE_WAIT
    # From one wait into the next: the first ends as the second begins.
    begin(desk, owner, case_id, COURT, bangkok(date(2026, 8, 5)))
    end_wait(EndWait(case_id, bangkok(date(2026, 8, 7))), desk, owner)
    assert GOVERNMENT.workdays_between(first, due_on(desk, boss, case_id)) == 4
    waits = desk.reading.case(boss, case_id).proceedings.waits
    assert [wait.ended_at for wait in waits][1] == waits[2].started_at
    assert prove(room) == []


def test_behaviour_06_a_pause_never_stops_the_acknowledge_clock(
    desk: Desk, clock: Clock, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    case_id = at_work(desk, clerk, boss, owner)
    kinds = (ClockKind.ACKNOWLEDGE, ClockKind.REPLY)
    before = [clock_of(desk, boss, case_id, kind) for kind in kinds]
    for whom in (PETITIONER, COURT):
        begin(desk, owner, case_id, whom, clock())
        assert [clock_of(desk, boss, case_id, kind) for kind in kinds] == before
        assert clock_of(desk, boss, case_id).verdict is Verdict.PAUSED
        clock.pass_time(days=1)
    end_wait(EndWait(case_id, clock()), desk, owner)
    assert [clock_of(desk, boss, case_id, kind) for kind in kinds] == before


def test_behaviour_07_a_late_closing_says_why_and_stays_late(
    desk: Desk, clock: Clock, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    case_id = at_work(desk, clerk, boss, owner)
    clock.at = bangkok(date(2026, 9, 15))
    with pytest.raises(Refused) as silent:
        close(CloseCase(case_id, Outcome.SOLVED, "ภาพถ่าย"), desk, owner)
    assert (silent.value.reason, silent.value.field) == (Reason.LATE_REASON_NEEDED, "late_reason")
    close(CloseCase(case_id, Outcome.SOLVED, "ภาพถ่าย", "พยานป่วย"), desk, owner)
    seen = desk.reading.case(boss, case_id)
    assert (seen.status, seen.late_reason) == (Status.CLOSED, "พยานป่วย")
    assert clock_of(desk, boss, case_id).verdict is Verdict.MISSED


def test_behaviour_19_an_extension_counts_from_the_unrolled_day_and_the_first_stays_visible(
    room: Strongroom, desk: Desk, clock: Clock, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    case_id = at_work(desk, clerk, boss, owner)
    # Fifteen calendar days from 15 July end on the 30th, a holiday, and do not roll.
    reply = ClockKind.REPLY
    assert due_on(desk, boss, case_id, reply) == date(2026, 7, 30)
    command = Extend(case_id, reply, date(2026, 8, 9), "รอผลตรวจ", "ผอ.สพป.", "ศธ ๐๔๙๙๙/๑๒")
    extend(command, desk, boss)
    seen = clock_of(desk, boss, case_id, reply)
    assert (seen.extra, due_on(desk, boss, case_id, reply)) == (10, date(2026, 8, 9))
    assert seen.first_due_at == bangkok(date(2026, 7, 30), 16, 30)
    (extension,) = desk.reading.case(boss, case_id).proceedings.extensions
    assert (extension.reason, extension.approver, extension.letter, extension.due_on) == (
        "รอผลตรวจ",
        "ผอ.สพป.",
        "ศธ ๐๔๙๙๙/๑๒",
        date(2026, 8, 9),
    )
    assert prove(room) == []
    remove_extension(RemoveExtension(case_id, 0, "ผลมาแล้ว"), desk, boss)
    assert due_on(desk, boss, case_id, reply) == date(2026, 7, 30)
    assert desk.reading.case(boss, case_id).proceedings.extensions[0].removed_at == clock()
