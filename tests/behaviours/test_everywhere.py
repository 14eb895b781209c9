"""What must be the same everywhere: in lists, reports, books, reminders, papers and windows."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from asking import search
from clock import Clock
from office import FACTS, acknowledgement_to, bangkok, form
from paper import pages_of

from db.check import prove
from db.furnishing import Strongroom
from desktop.acts.assigning import AssignCases, assign
from desktop.acts.closing import CloseCase, close
from desktop.acts.corresponding import IssueLetter, issue
from desktop.acts.dispatching import RecordSent, record_sent
from desktop.acts.extending import Extend, RemoveExtension, extend, remove_extension
from desktop.acts.keeping_calendar import KeepCalendar, foresee_calendar, keep_calendar
from desktop.acts.keeping_standard import KeepStandard, keep_standard
from desktop.acts.registering import RegisterComplaint, register
from desktop.acts.waiting import BeginWait, EndWait, begin_wait, end_wait
from desktop.papers.explanation import ExplanationFacts, render_explanation
from desktop.papers.fonts import open_faces
from desktop.papers.words import Words
from desktop.ports import Desk
from desktop.rules.books import BookLine, CaseLine, LetterLine, OfficeBook
from desktop.rules.calendar import Holiday
from desktop.rules.clocked import Clock as CaseClock
from desktop.rules.clocks import ClockKind, Due, Rolling, Unit
from desktop.rules.complaint import Accused, Outcome
from desktop.rules.letters import Blank, Dispatch, LetterKind
from desktop.rules.people import Actor, Role
from desktop.rules.policy import SHIPPED, Complexity, Provision
from desktop.rules.proceedings import WaitFor, pauses_of
from desktop.rules.promises import Standard
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import at_office, long_date, official_date
from desktop.views import AgendaKind, CaseView, ComplaintRow, RegisterQuery, RegisterView

CLOSING = time(16, 30)
DAY = date(2026, 7, 15)
RESOLVE = ClockKind.RESOLVE
SOLE = (Provision(ClockKind.ACKNOWLEDGE, None, Unit.WORKING_DAYS),)
"""Leaves out the clock that would fall due before the others."""


def came(desk: Desk, clerk: Actor, at: datetime, key: str = "a", **changes: object) -> int:
    made = form(at, **changes)
    return register(RegisterComplaint(key, made), desk, clerk).case_id


def standard(desk: Desk, admin: Actor, **changes: object) -> None:
    kept = replace(SHIPPED, effective_from=official_date(desk.now()), **changes)  # type: ignore[arg-type]
    keep_standard(KeepStandard(kept), desk, admin)


def own(case: CaseView, kind: ClockKind = RESOLVE) -> CaseClock:
    (found,) = (c for c in case.clocks if c.kind is kind and c.cycle == case.cycle)
    return found


def explained(desk: Desk, case: CaseView, kind: ClockKind = RESOLVE) -> Due:
    counted = Standard(case.policy, desk.reading.days().calendar(), case.category.complexity)
    return counted.explained(own(case, kind), pauses_of(case.proceedings.waits, case.cycle, kind))


def sheet(desk: Desk, case: CaseView, kind: ClockKind = RESOLVE) -> str:
    """Return the words of the printed explanation."""
    facts = ExplanationFacts(
        FACTS.name,
        case.number,
        case.matter.subject,
        own(case, kind),
        explained(desk, case, kind),
        case.policy,
        DAY,
    )
    return "".join(pages_of(render_explanation(facts, open_faces(), Words()).pdf))


def lines(desk: Desk, actor: Actor, book: OfficeBook) -> list[BookLine]:
    with closing(desk.reading.book(actor, book, date(2025, 10, 1), date(2027, 9, 30))) as found:
        return list(found)


def agenda(desk: Desk, actor: Actor) -> dict[AgendaKind, list[int]]:
    told = desk.reading.agenda(actor, desk.now())
    return {group.kind: [row.id for row in group.rows] for group in told.groups}


def test_behaviour_01_every_place_tells_the_same_day(
    desk: Desk, clock: Clock, admin: Actor, clerk: Actor, boss: Actor
) -> None:
    clock.at = bangkok(date(2026, 4, 1))
    five = Provision(RESOLVE, 5, Unit.WORKING_DAYS)
    later = Provision(ClockKind.REPLY, 60, Unit.CALENDAR_DAYS)
    standard(desk, admin, provisions=(*SOLE, five, later))
    clock.at = bangkok(date(2026, 4, 11), 10)
    case_id = came(desk, clerk, clock())
    falls = at_office(date(2026, 4, 22), CLOSING)
    case = desk.reading.case(clerk, case_id)
    assert own(case).due_at == falls
    (row,) = desk.reading.register_rows(clerk, [case_id])
    assert (row.due_kind, row.due_at) == (RESOLVE, falls)
    (line,) = lines(desk, boss, OfficeBook.COMPLAINTS)
    assert isinstance(line, CaseLine)
    assert line.resolve_due == falls
    day = long_date(official_date(falls))
    assert day.replace(" ", "") in sheet(desk, case)
    clock.at = bangkok(date(2026, 4, 17))
    told = replace(acknowledgement_to(case_id), paragraphs=(f"จะแล้วเสร็จภายในวันที่ {day}",))
    letter = issue(IssueLetter("l", told), desk, clerk)
    # The letter's day is known as this clock's day: a move of it names the letter.
    moved = Holiday(date(2026, 4, 21), "วันหยุดราชการเพิ่มเป็นกรณีพิเศษ", reference="มติ ครม.")
    foreseen = foresee_calendar(KeepCalendar(holidays=(moved,)), desk, admin)
    assert [(one.number, one.day) for one in foreseen.told] == [(letter.number, date(2026, 4, 22))]
    clock.at = bangkok(date(2026, 4, 22))
    assert agenda(desk, boss)[AgendaKind.TODAY] == [case_id]
    (said,) = desk.reading.agenda(boss, clock()).groups[0].rows
    assert said.due_at == falls
    clock.at = bangkok(date(2026, 4, 23))
    figures = desk.reading.sla_figures(boss, date(2026, 4, 1), date(2026, 4, 30), clock())
    assert [one.due_on for one in figures.late] == [date(2026, 4, 22)]


def test_behaviour_02_the_unit_is_printed_with_every_promise(
    desk: Desk, clock: Clock, admin: Actor, clerk: Actor
) -> None:
    clock.at = bangkok(date(2026, 3, 2))
    working = Provision(RESOLVE, 15, Unit.WORKING_DAYS)
    minutes = Provision(ClockKind.ACKNOWLEDGE, 90, Unit.WORKING_MINUTES)
    standard(desk, admin, provisions=(working, minutes))
    clock.at = bangkok(date(2026, 3, 30), 10)
    case = desk.reading.case(clerk, came(desk, clerk, clock()))
    assert "๑๕วันทำการ" in sheet(desk, case)
    calendar_days = sheet(desk, case, ClockKind.REPLY)
    assert "๑๕วัน" in calendar_days
    assert "๑๕วันทำการ" not in calendar_days
    assert "๙๐นาทีทำการ" in sheet(desk, case, ClockKind.ACKNOWLEDGE)


def at_work(desk: Desk, clerk: Actor, boss: Actor, owner: Actor, key: str = "a") -> int:
    case_id = came(desk, clerk, desk.now() - timedelta(minutes=5), key)
    assign(AssignCases((case_id,), owner_id=owner.person_id), desk, boss)
    return case_id


def test_behaviour_09_a_paused_case_moves_too_and_the_report_counts_by_the_new_day(
    room: Strongroom,
    desk: Desk,
    clock: Clock,
    admin: Actor,
    clerk: Actor,
    boss: Actor,
    owner: Actor,
) -> None:
    clock.at = bangkok(DAY)
    standard(desk, admin, provisions=(*SOLE, Provision(RESOLVE, 5, Unit.WORKING_DAYS)))
    clock.at = bangkok(DAY, 10)
    paused, plain = (at_work(desk, clerk, boss, owner, key) for key in "ab")
    clock.at = bangkok(date(2026, 7, 17))
    wait = BeginWait(paused, WaitFor.PETITIONER, "ขอเอกสาร", clock(), DAY + timedelta(days=30))
    begin_wait(wait, desk, owner)
    added = KeepCalendar(holidays=(Holiday(date(2026, 7, 20), "หยุดพิเศษ", reference="มติ ครม."),))
    moves = foresee_calendar(added, desk, admin).moves
    assert {(one.case_id, one.kind) for one in moves} == {(paused, RESOLVE), (plain, RESOLVE)}
    keep_calendar(added, desk, admin)
    for case_id in (paused, plain):
        now = own(desk.reading.case(boss, case_id)).due_at
        assert now == {one.case_id: one.becomes for one in moves}[case_id]
    # Due on the 22nd before and on the 23rd now: closed on the 23rd it is on time in the report.
    clock.at = bangkok(date(2026, 7, 23))
    close(CloseCase(plain, Outcome.EXPLAINED, "ชี้แจงแล้ว"), desk, boss)
    figures = desk.reading.sla_figures(boss, DAY, date(2026, 7, 31), clock())
    assert (figures.headline.closed_on_time, figures.headline.closed_late) == (1, 0)
    assert prove(room) == []


def test_behaviour_13_a_new_table_leaves_last_years_report_as_it_was_printed(
    desk: Desk, clock: Clock, admin: Actor, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    clock.at = bangkok(DAY, 10)
    late, open_still = (at_work(desk, clerk, boss, owner, key) for key in "ab")
    clock.at = bangkok(date(2026, 9, 15))
    close(CloseCase(late, Outcome.SOLVED, "ภาพถ่าย", "พยานป่วย"), desk, boss)
    clock.at = bangkok(date(2026, 10, 1), 9)
    period = (date(2025, 10, 1), date(2026, 9, 30))
    printed = desk.reading.sla_figures(boss, *period, clock())
    assert printed.headline.open_overdue == 1
    standard(desk, admin, resolve=dict.fromkeys(Complexity, 90))
    clock.at = bangkok(date(2026, 11, 20))
    close(CloseCase(open_still, Outcome.SOLVED, "ภาพถ่าย", "งานมาก"), desk, boss)
    again = desk.reading.sla_figures(boss, *period, clock())
    assert again.headline == printed.headline
    assert [one.number for one in again.late] == [one.number for one in printed.late]
    assert [one.late_by for one in again.late] == [one.late_by for one in printed.late]


def test_behaviour_17_pauses_and_extensions_are_explained_and_sum_to_the_target(
    desk: Desk, clock: Clock, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    clock.at = bangkok(DAY, 10)
    case_id = at_work(desk, clerk, boss, owner)
    clock.at = bangkok(date(2026, 7, 17))
    wait = BeginWait(case_id, WaitFor.COURT, "รอคำสั่งศาล", clock(), DAY + timedelta(days=9))
    begin_wait(wait, desk, owner)
    clock.at = bangkok(date(2026, 7, 24))
    end_wait(EndWait(case_id, clock()), desk, owner)
    before = own(desk.reading.case(boss, case_id)).due_at
    assert before is not None
    longer = official_date(before) + timedelta(days=14)
    extend(Extend(case_id, RESOLVE, longer, "รอผลตรวจ", "ผอ.สพป.", "ศธ ๐๔๙๙๙/๑๒"), desk, boss)
    case = desk.reading.case(boss, case_id)
    clock_of, due = own(case), explained(desk, case)
    assert clock_of.target is not None
    assert due.at == clock_of.due_at
    assert official_date(due.at) == longer
    assert sum(line.counted for line in due.explanation) == clock_of.target.amount + clock_of.extra
    days = [line.date for line in due.explanation]
    # Every day from receipt to the end is there once.
    assert days == [DAY + timedelta(days=n) for n in range((longer - DAY).days + 1)]
    text = sheet(desk, case)
    assert "ระหว่างรอไม่นับ" in text
    assert "ส่วนที่ขยายเวลา" in text


def test_behaviour_18_one_second_after_the_due_instant_every_list_says_late(
    desk: Desk, clock: Clock, admin: Actor, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    clock.at = bangkok(DAY, 10)
    standard(desk, admin, provisions=SOLE)
    case_id = at_work(desk, clerk, boss, owner)
    falls = own(desk.reading.case(boss, case_id), ClockKind.REPLY).due_at
    # Calendar days fall due at the end of office hours.
    assert falls == at_office(DAY + timedelta(days=15), CLOSING)
    for at, late in ((falls, False), (falls + timedelta(seconds=1), True)):
        clock.at = at

        def listed(view: RegisterView) -> Sequence[int]:
            return list(desk.reading.register_ids(boss, RegisterQuery(view), desk.now()))

        assert (listed(RegisterView.LATE), listed(RegisterView.SOON)) == (
            ([case_id], []) if late else ([], [case_id])
        )
        tiles = desk.reading.tiles(boss, clock())
        assert (tiles.late, tiles.soon) == ((1, 0) if late else (0, 1))
        told = AgendaKind.LATE if late else AgendaKind.TODAY
        assert agenda(desk, owner) == {told: [case_id], AgendaKind.NO_CONTACT: [case_id]}
        columns = {c.view: c.total for c in desk.reading.board(boss, clock()).columns}
        assert (columns[RegisterView.LATE], columns[RegisterView.SOON]) == (
            (1, 0) if late else (0, 1)
        )


def test_behaviour_19_an_extension_counts_from_the_day_before_it_rolled(
    desk: Desk, clock: Clock, admin: Actor, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    clock.at = bangkok(DAY)
    standard(desk, admin, rolling=Rolling(end_roll=True))
    clock.at = bangkok(DAY, 10)
    case_id = at_work(desk, clerk, boss, owner)
    reply = ClockKind.REPLY
    # Thursday 30 July is a holiday: the day rolls to Friday the 31st.
    first = own(desk.reading.case(boss, case_id), reply).due_at
    assert first == bangkok(date(2026, 7, 31), 16, 30)
    extend(
        Extend(case_id, reply, date(2026, 8, 7), "รอผลตรวจ", "ผอ.สพป.", "ศธ ๐๔๙๙๙/๑๒"), desk, boss
    )
    case = desk.reading.case(boss, case_id)
    # Eight days from the 30th, not seven from the 31st; what was promised first stays in sight.
    longer = own(case, reply)
    assert (longer.extra, longer.due_at) == (8, bangkok(date(2026, 8, 7), 16, 30))
    assert own(case, reply).first_due_at == first
    remove_extension(RemoveExtension(case_id, 0, "ผลมาแล้ว"), desk, boss)
    after = own(desk.reading.case(boss, case_id), reply)
    assert (after.extra, after.due_at, after.first_due_at) == (0, first, first)


def test_behaviour_20_an_interim_letter_leaves_the_resolve_clock_alone(
    desk: Desk, clock: Clock, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    clock.at = bangkok(DAY, 10)
    case_id = at_work(desk, clerk, boss, owner)
    before = own(desk.reading.case(boss, case_id))
    clock.at = bangkok(DAY + timedelta(days=5))
    interim = replace(
        acknowledgement_to(case_id),
        kind=LetterKind.PROGRESS,
        finding=None,
        blanks={Blank.PROGRESS: "อยู่ระหว่างตรวจสอบ"},
    )
    letter = issue(IssueLetter("l", interim), desk, clerk).letter_id
    sent = RecordSent(
        letter, Dispatch.POST, clock(), confirmed=frozenset({Reason.CONFIRM_UNPRINTED})
    )
    record_sent(sent, desk, clerk)
    case = desk.reading.case(boss, case_id)
    assert own(case) == before
    assert own(case, ClockKind.REPLY).stopped_at == clock()
    assert case.contacted_at == clock()


def test_behaviour_33a_of_two_complaints_the_later_is_never_due_earlier(
    desk: Desk, clock: Clock, admin: Actor, clerk: Actor
) -> None:
    hour = Provision(ClockKind.ACKNOWLEDGE, 60, Unit.WORKING_MINUTES)
    for number, rolling in enumerate((Rolling(), Rolling(True, False), Rolling(True, True))):
        clock.at = bangkok(DAY + timedelta(days=number * 20))
        standard(desk, admin, rolling=rolling, cut_off=time(15), provisions=(hour,))
        dues: list[tuple[datetime | None, ...]] = []
        for _day in range(14):
            for hour_of in (8, 12, 15, 16, 23):
                clock.at = bangkok(official_date(clock()), hour_of)
                case_id = came(desk, clerk, clock(), f"{number} {clock()}")
                dues.append(tuple(c.due_at for c in desk.reading.case(clerk, case_id).clocks))
            clock.pass_time(days=1)
        for earlier, later in pairwise(dues):
            for before, after in zip(earlier, later, strict=True):
                assert before is not None
                assert after is not None
                assert before <= after


def test_behaviour_33d_no_list_report_book_or_letter_tells_of_it(
    desk: Desk, clock: Clock, clerk: Actor, boss: Actor, admin: Actor, owner: Actor
) -> None:
    """The accused leads the desk: nothing but a number that says no more than others do."""
    clock.at = bangkok(DAY, 10)
    first = came(desk, clerk, clock(), "a")
    against = came(desk, clerk, clock(), "b", accused=(Accused(boss.name, "ผู้อำนวยการกลุ่ม"),))
    sealed = came(desk, clerk, clock(), "c", restricted=True)
    clock.at = bangkok(DAY + timedelta(days=1))
    for number, case_id in enumerate((first, against, sealed)):
        issue(IssueLetter(f"l{number}", acknowledgement_to(case_id)), desk, clerk)
    clock.at = bangkok(DAY + timedelta(days=90))
    seen = {first, sealed}
    assert boss.roles == {Role.SUPERVISOR}
    for view in RegisterView:
        assert against not in desk.reading.register_ids(boss, RegisterQuery(view), clock())
    for text in ("2/2569", "2", "หลังคา", "0812345678", desk.reading.case(clerk, against).tracking):
        query = search(text)
        assert against in desk.reading.register_ids(clerk, query, clock())
        assert against not in desk.reading.register_ids(boss, query, clock())
    assert desk.reading.tiles(boss, clock()).everything == len(seen)
    assert {row.id for rows in _groups(desk, boss) for row in rows} == seen
    assert {one.complaint_id for one in desk.reading.letters(boss)} == seen
    figures = desk.reading.sla_figures(boss, DAY, DAY + timedelta(days=100), clock())
    assert (figures.received, figures.headline.total) == (2, 2)
    assert {one.number for one in figures.late} == {"1/2569", "3/2569"}
    # A book runs by its numbers, and a line that is closed says the same of whatever is closed.
    told = [one for one in lines(desk, boss, OfficeBook.COMPLAINTS) if isinstance(one, CaseLine)]
    closed = [one for one in lines(desk, owner, OfficeBook.COMPLAINTS) if isinstance(one, CaseLine)]
    assert [(one.number.running, one.veiled) for one in told] == [(1, False), (2, True), (3, False)]
    assert [one.veiled for one in closed] == [False, False, True]
    assert replace(told[1], number=closed[2].number) == closed[2]
    sent = [one for one in lines(desk, boss, OfficeBook.LETTERS_OUT) if isinstance(one, LetterLine)]
    others = [
        one for one in lines(desk, owner, OfficeBook.LETTERS_OUT) if isinstance(one, LetterLine)
    ]
    assert [one.veiled for one in sent] == [False, True, False]
    assert replace(sent[1], running=3, number=others[2].number) == others[2]


def _groups(desk: Desk, actor: Actor) -> list[Sequence[ComplaintRow]]:
    told = desk.reading.agenda(actor, desk.now())
    board = desk.reading.board(actor, desk.now())
    return [*(one.rows for one in told.groups), *(one.rows for one in board.columns)]
