"""What must hold of time: receipt, calendar, standard, and days that explain themselves."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from clock import Clock
from hypothesis import given
from hypothesis import strategies as st
from office import acknowledgement_to, bangkok, form

from db.check import prove
from db.furnishing import Strongroom
from desktop.acts.assigning import AssignCases, assign
from desktop.acts.closing import CloseCase, close
from desktop.acts.corresponding import IssueLetter, issue
from desktop.acts.keeping_calendar import KeepCalendar, foresee_calendar, keep_calendar
from desktop.acts.keeping_standard import (
    KeepStandard,
    foresee_standard,
    keep_standard,
)
from desktop.acts.registering import RegisterComplaint, register
from desktop.errors import Refusals, Refused
from desktop.ports import Desk
from desktop.rules.calendar import CalendarFacts, Holiday, SpecialDay, government_holidays
from desktop.rules.case import StepKind
from desktop.rules.clocked import Clock as CaseClock
from desktop.rules.clocks import (
    CITIZEN,
    ClockKind,
    Due,
    DueState,
    Rolling,
    Target,
    Unit,
    Verdict,
    Why,
    standing,
)
from desktop.rules.complaint import Intake, Outcome
from desktop.rules.counting import due_at
from desktop.rules.intake_form import IntakeForm
from desktop.rules.people import Actor
from desktop.rules.policy import SHIPPED, Complexity, Provision
from desktop.rules.priority import Priority
from desktop.rules.proceedings import pauses_of
from desktop.rules.promises import Standard
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import at_office, long_date, official_date
from desktop.rules.worktime import Week, hours
from desktop.views import CaseView, RegisterQuery, RegisterView

CLOSING = time(16, 30)
CABINET = "มติคณะรัฐมนตรี ๑๔ กรกฎาคม ๒๕๖๙"


def received(desk: Desk, clerk: Actor, clock: Clock, at: datetime, **changes: object) -> CaseView:
    """Register a call of some moment as soon as it came."""
    clock.at = at
    made = replace(form(at), **changes)  # type: ignore[arg-type]
    done = register(RegisterComplaint(f"{at} {changes}", made), desk, clerk)
    return desk.reading.case(clerk, done.case_id)


def own(case: CaseView, kind: ClockKind) -> CaseClock:
    (found,) = (clock for clock in case.clocks if clock.kind is kind)
    return found


def due(case: CaseView, kind: ClockKind = ClockKind.RESOLVE) -> datetime:
    found = own(case, kind).due_at
    assert found is not None
    return found


def standard(desk: Desk, admin: Actor, day: date, **changes: object) -> None:
    policy = replace(SHIPPED, effective_from=day, **changes)  # type: ignore[arg-type]
    keep_standard(KeepStandard(policy), desk, admin)


FIVE = Provision(ClockKind.RESOLVE, 5, Unit.WORKING_DAYS)
APRIL = date(2026, 4, 1)


@pytest.mark.parametrize("day", [11, 13])
@pytest.mark.parametrize(
    ("rolling", "falls"),
    [(Rolling(), date(2026, 4, 22)), (Rolling(start_roll=True), date(2026, 4, 23))],
)
def test_behaviour_01_a_receipt_on_a_free_day_falls_due_by_the_rule_in_force(
    desk: Desk,
    admin: Actor,
    clerk: Actor,
    clock: Clock,
    day: int,
    rolling: Rolling,
    falls: date,
) -> None:
    clock.at = bangkok(APRIL)
    standard(desk, admin, APRIL, provisions=(FIVE,), rolling=rolling)
    case = received(desk, clerk, clock, bangkok(date(2026, 4, day), 10))
    assert due(case) == at_office(falls, CLOSING)
    (row,) = desk.reading.register_rows(clerk, [case.id])
    first = min(clock.due_at for clock in case.clocks if clock.due_at is not None)
    assert row.due_at == first


def test_behaviour_02_calendar_days_and_working_days_of_the_same_receipt(
    desk: Desk, admin: Actor, clerk: Actor, clock: Clock
) -> None:
    fifteen = Provision(ClockKind.RESOLVE, 15, Unit.WORKING_DAYS)
    clock.at = bangkok(date(2026, 3, 2))
    standard(desk, admin, date(2026, 3, 1), provisions=(fifteen,))
    for day, calendar_days, working_days in (
        (date(2026, 3, 30), date(2026, 4, 14), date(2026, 4, 24)),
        (date(2026, 4, 1), date(2026, 4, 16), date(2026, 4, 28)),
    ):
        case = received(desk, clerk, clock, bangkok(day, 10))
        assert due(case, ClockKind.REPLY) == at_office(calendar_days, CLOSING)
        assert due(case) == at_office(working_days, CLOSING)
    standard(desk, admin, date(2026, 3, 30), provisions=(fifteen,), rolling=Rolling(end_roll=True))
    case = received(desk, clerk, clock, bangkok(date(2026, 3, 30), 11))
    assert due(case, ClockKind.REPLY) == at_office(date(2026, 4, 16), CLOSING)


def test_behaviour_03_typing_late_moves_no_clock_and_odd_times_ask_first(
    desk: Desk, clerk: Actor, clock: Clock
) -> None:
    at = bangkok(date(2026, 7, 13), 10)
    prompt = received(desk, clerk, clock, at)
    clock.at = at + timedelta(days=3)
    late = register(RegisterComplaint("late", form(at)), desk, clerk)
    assert [c.due_at for c in desk.reading.case(clerk, late.case_id).clocks] == [
        c.due_at for c in prompt.clocks
    ]
    letter = Intake(letter_number="ศธ 1/2", letter_date=date(2026, 7, 14))
    for odd, asks in (
        (form(clock.at + timedelta(hours=2)), Reason.CONFIRM_FUTURE),
        (
            replace(form(at), channel_id=_letters(desk, clerk), intake=letter),
            Reason.CONFIRM_BEFORE_LETTER,
        ),
    ):
        assert asks in _refusals(desk, clerk, odd)
        command = RegisterComplaint(asks.value, odd, confirmed=frozenset({asks}))
        assert register(command, desk, clerk).case_id


def _letters(desk: Desk, clerk: Actor) -> int:
    channels = desk.reading.lists(clerk).channels
    (found,) = (c.id for c in channels if c.code == "letter")
    assert found is not None
    return found


def _refusals(desk: Desk, clerk: Actor, odd: IntakeForm) -> set[Reason]:
    with pytest.raises(Refused) as refused:
        register(RegisterComplaint("odd", odd), desk, clerk)
    error = refused.value
    every = error.refusals if isinstance(error, Refusals) else (error,)
    return {one.reason for one in every}


DAY = date(2026, 7, 15)
NEXT_WEEK = Holiday(date(2026, 7, 20), "วันหยุดราชการเพิ่มเป็นกรณีพิเศษ", reference=CABINET)


def test_behaviour_09_a_holiday_lists_what_moves_and_applies_in_one_step(
    room: Strongroom, desk: Desk, admin: Actor, clerk: Actor, boss: Actor, clock: Clock
) -> None:
    running = received(desk, clerk, clock, bangkok(DAY, 10))
    ended = received(desk, clerk, clock, bangkok(DAY, 11))
    close(CloseCase(ended.id, Outcome.EXPLAINED, "ชี้แจงแล้ว"), desk, boss)
    promise = f"จะแล้วเสร็จภายในวันที่ {long_date(official_date(due(running)))}"
    told = replace(acknowledgement_to(running.id), paragraphs=(promise,))
    letter = issue(IssueLetter("l", told), desk, clerk)
    added = KeepCalendar(holidays=(NEXT_WEEK,))
    foreseen = foresee_calendar(added, desk, admin)
    moved = {(move.number, move.kind): move.becomes for move in foreseen.moves}
    assert set(moved) == {(running.number, ClockKind.RESOLVE)}
    assert [(one.number, one.complaint) for one in foreseen.told] == [
        (letter.number, running.number)
    ]
    assert desk.reading.case(clerk, running.id).clocks == running.clocks
    before = desk.reading.journal_head(admin).sequence
    done = keep_calendar(added, desk, admin)
    assert (done.cases, done.clocks) == (1, 1)
    assert desk.reading.journal_head(admin).sequence == before + 1
    after = desk.reading.case(clerk, running.id)
    assert due(after) == moved[running.number, ClockKind.RESOLVE]
    following = desk.reading.days().calendar().add_workdays(official_date(due(running)), 1)
    assert official_date(due(after)) == following
    assert own(after, ClockKind.RESOLVE).first_due_at == due(running)
    step = after.steps[-1] if after.steps[-1].kind is StepKind.RECOUNTED else after.steps[0]
    assert step.kind is StepKind.RECOUNTED
    assert step.facts == {"resolve": official_date(due(after)).isoformat()}
    kept = desk.reading.case(clerk, ended.id)
    assert own(kept, ClockKind.RESOLVE) == own(ended, ClockKind.RESOLVE).stopped(clock.at)
    # Moved to another day, then dropped: each moves it again, and the last back to the first.
    later = replace(NEXT_WEEK, date=date(2026, 7, 21))
    keep_calendar(KeepCalendar(holidays=(later,), dropped=(NEXT_WEEK.date,)), desk, admin)
    assert due(desk.reading.case(clerk, running.id)) == due(after)
    keep_calendar(KeepCalendar(dropped=(later.date,)), desk, admin)
    assert due(desk.reading.case(clerk, running.id)) == due(running)
    assert prove(room) == []


def test_behaviour_09_list_detail_and_filter_use_the_same_calendar(
    desk: Desk, admin: Actor, clerk: Actor, clock: Clock
) -> None:
    standard(desk, admin, DAY, provisions=(Provision(ClockKind.REPLY, 3, Unit.WORKING_DAYS),))
    case = received(desk, clerk, clock, bangkok(DAY, 10))
    keep_calendar(KeepCalendar(holidays=(replace(NEXT_WEEK, date=date(2026, 7, 16)),)), desk, admin)
    after = desk.reading.case(clerk, case.id)
    (row,) = desk.reading.register_rows(clerk, [case.id])
    assert row.due_at == due(after, ClockKind.ACKNOWLEDGE)
    clock.at = due(case, ClockKind.ACKNOWLEDGE) + timedelta(hours=1)
    late = RegisterQuery(view=RegisterView.SOON)
    assert case.id in desk.reading.register_ids(clerk, late, clock.at)
    calendar = desk.reading.office(DAY).calendar
    stands = standing(row.due_at, None, clock.at, calendar)
    assert stands.state is not DueState.LATE_DAYS
    assert stands.state is not DueState.LATE_TODAY


def test_behaviour_10_a_day_past_the_entered_years_says_the_calendar_is_not_complete(
    desk: Desk, admin: Actor, clerk: Actor, clock: Clock
) -> None:
    days = desk.reading.days()
    known = days.calendar().complete_until
    assert known is not None
    late = date(known.year, 12, 1)
    case = received(desk, clerk, clock, bangkok(late, 10))
    counted = _explained(case, desk, ClockKind.RESOLVE)
    assert not counted.calendar_complete
    assert not days.reminds(date(known.year, 10, 31))
    assert days.reminds(date(known.year, 11, 1))
    keep_calendar(KeepCalendar(holidays=tuple(government_holidays([known.year + 1]))), desk, admin)
    assert _explained(case, desk, ClockKind.RESOLVE).calendar_complete
    assert not desk.reading.days().reminds(date(known.year, 11, 1))


def test_behaviour_11_a_calendar_without_working_time_is_refused(
    desk: Desk, admin: Actor, clerk: Actor, clock: Clock
) -> None:
    case = received(desk, clerk, clock, bangkok(DAY, 10))
    with pytest.raises(Refused) as refused:
        keep_calendar(KeepCalendar(week=Week(((),) * 7)), desk, admin)
    assert refused.value.reason is Reason.NO_WORKING_TIME
    everything = tuple(h.date for h in desk.reading.days().holidays)
    with pytest.raises(Refused) as refused:
        keep_calendar(KeepCalendar(dropped=everything), desk, admin)
    assert refused.value.reason is Reason.NO_CLOSED_DAYS
    assert desk.reading.case(clerk, case.id) == case


def test_behaviour_11_a_free_year_ends_and_then_the_office_works_again(
    desk: Desk, admin: Actor, clerk: Actor, clock: Clock
) -> None:
    case = received(desk, clerk, clock, bangkok(DAY, 10))
    year = tuple(Holiday(DAY + timedelta(days=n), "ปิดสำนักงาน") for n in range(1, 367))
    keep_calendar(KeepCalendar(holidays=year), desk, admin)
    after = desk.reading.case(clerk, case.id)
    assert official_date(due(after, ClockKind.ACKNOWLEDGE)) == date(2027, 7, 21)


def test_behaviour_12_spans_half_days_special_days_and_a_range_over_new_year(
    desk: Desk, admin: Actor, clerk: Actor, clock: Clock
) -> None:
    hour = Provision(ClockKind.ACKNOWLEDGE, 60, Unit.WORKING_MINUTES)
    clock.at = bangkok(date(2026, 12, 1))
    standard(desk, admin, date(2026, 12, 1), provisions=(hour,))
    over = tuple(
        Holiday(day, "วันสิ้นปีและวันขึ้นปีใหม่")
        for day in (date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 2))
    )
    keep_calendar(
        KeepCalendar(
            holidays=over,
            special=(
                SpecialDay(date(2026, 12, 30), hours("08:30-12:00"), "หยุดครึ่งวันบ่าย"),
                SpecialDay(date(2026, 12, 27), hours("09:00-12:00"), "วันทำการพิเศษ"),
            ),
            week=Week((hours("08:30-12:00 13:00-16:30"),) * 5 + ((), ())),
        ),
        desk,
        admin,
    )
    for at, falls in (
        (bangkok(date(2026, 12, 28), 11, 30), bangkok(date(2026, 12, 28), 13, 30)),
        (bangkok(date(2026, 12, 26), 9), bangkok(date(2026, 12, 27), 10)),
        (bangkok(date(2026, 12, 30), 11, 30), bangkok(date(2027, 1, 4), 9)),
    ):
        assert due(received(desk, clerk, clock, at), ClockKind.ACKNOWLEDGE) == falls
    clock.at = bangkok(date(2026, 12, 29), 9)
    half = received(desk, clerk, clock, bangkok(date(2026, 12, 28), 9))
    stored = standard_due(desk, half, Target(ClockKind.RESOLVE, 2, Unit.WORKING_DAYS))
    assert stored == bangkok(date(2026, 12, 30), 12)
    wrong = SpecialDay(date(2026, 12, 30), ((43_200, 30_600),), "กลับหลัง")
    with pytest.raises(Refused) as refused:
        keep_calendar(KeepCalendar(special=(wrong,)), desk, admin)
    assert (refused.value.reason, refused.value.field) == (Reason.BAD_HOURS, "spans")


def standard_due(desk: Desk, case: CaseView, target: Target) -> datetime:
    return due_at(target, case.received_at, desk.reading.days().calendar())


def test_behaviour_13_another_standard_touches_only_what_is_received_from_its_day(
    room: Strongroom, desk: Desk, admin: Actor, clerk: Actor, boss: Actor, clock: Clock
) -> None:
    before = received(desk, clerk, clock, bangkok(date(2026, 7, 13), 10))
    ended = received(desk, clerk, clock, bangkok(date(2026, 7, 14), 9))
    close(CloseCase(ended.id, Outcome.EXPLAINED, "ชี้แจงแล้ว"), desk, boss)
    ended = desk.reading.case(clerk, ended.id)
    after = received(desk, clerk, clock, bangkok(date(2026, 7, 14), 10))
    printed = desk.reading.sla_figures(clerk, date(2026, 7, 1), date(2026, 7, 14), clock.at)
    shorter = replace(
        SHIPPED,
        effective_from=date(2026, 7, 14),
        resolve=dict.fromkeys(Complexity, 4),
    )
    foreseen = foresee_standard(
        KeepStandard(shorter), date(2026, 4, 1), date(2026, 7, 31), desk, admin
    )
    assert {move.case_id for move in foreseen.moved.moves} == {after.id}
    (tried,) = (one for one in foreseen.tried if one.kind is ClockKind.RESOLVE)
    assert (tried.was_met, tried.was_missed, tried.met, tried.missed) == (1, 0, 1, 0)
    done = keep_standard(KeepStandard(shorter), desk, admin)
    assert (done.version, done.cases) == (2, 2)
    assert desk.reading.case(clerk, before.id) == before
    assert own(desk.reading.case(clerk, ended.id), ClockKind.RESOLVE) == own(
        ended, ClockKind.RESOLVE
    )
    moved = desk.reading.case(clerk, after.id)
    # Four days, shortened by a quarter as the category is urgent.
    assert due(moved) == at_office(date(2026, 7, 17), CLOSING)
    assert own(moved, ClockKind.RESOLVE).first_due_at == due(after)
    assert moved.policy.version == 2
    again = desk.reading.sla_figures(clerk, date(2026, 7, 1), date(2026, 7, 14), clock.at)
    assert again == printed
    assert prove(room) == []


def test_behaviour_13_figures_that_cannot_be_counted_are_refused_each_at_its_place(
    desk: Desk, admin: Actor
) -> None:
    wrong = replace(
        SHIPPED, acknowledge=0, shortened={**SHIPPED.shortened, Priority.URGENT: 120}, warn_at=()
    )
    with pytest.raises(Refusals) as refused:
        keep_standard(KeepStandard(wrong), desk, admin)
    assert [(one.reason, one.field) for one in refused.value.refusals] == [
        (Reason.BAD_NUMBER, "acknowledge"),
        (Reason.OVER_HUNDRED, "shortened.urgent"),
        (Reason.BAD_WARNINGS, "warn_at"),
    ]
    assert len(desk.reading.policies(admin)) == 1


def _explained(case: CaseView, desk: Desk, kind: ClockKind) -> Due:
    counted = Standard(case.policy, desk.reading.days().calendar(), case.category.complexity)
    clock = own(case, kind)
    return counted.explained(clock, pauses_of(case.proceedings.waits, clock.cycle, kind))


def test_behaviour_17_every_due_date_explains_itself_and_sums_to_its_target(
    desk: Desk, admin: Actor, clerk: Actor, clock: Clock
) -> None:
    case = received(desk, clerk, clock, bangkok(DAY, 10))
    keep_calendar(KeepCalendar(holidays=(NEXT_WEEK,)), desk, admin)
    case = desk.reading.case(clerk, case.id)
    for one in case.clocks:
        counted = _explained(case, desk, one.kind)
        assert one.target is not None
        assert counted.at == one.due_at
        assert sum(line.counted for line in counted.explanation) == one.target.amount
        assert counted.explanation[-1].date == official_date(counted.at)
    lines = {line.date: line for line in _explained(case, desk, ClockKind.RESOLVE).explanation}
    assert (lines[NEXT_WEEK.date].why, lines[NEXT_WEEK.date].name) == (Why.HOLIDAY, NEXT_WEEK.name)


def test_behaviour_18_exactly_at_the_due_instant_is_on_time_everywhere(
    room: Strongroom, desk: Desk, clerk: Actor, boss: Actor, owner: Actor, clock: Clock
) -> None:
    cases = [received(desk, clerk, clock, bangkok(DAY, 9, minute)) for minute in (1, 2)]
    assign(AssignCases(tuple(case.id for case in cases), None, owner.person_id), desk, boss)
    falls = due(cases[0])
    calendar = desk.reading.days().calendar()
    assert standing(falls, None, falls, calendar).state is DueState.TODAY
    moment_later = falls + timedelta(seconds=1)
    assert standing(falls, None, moment_later, calendar).state is DueState.LATE_TODAY
    next_day = at_office(calendar.add_workdays(official_date(falls), 1), time(9))
    stands = standing(falls, None, next_day, calendar)
    assert (stands.state, stands.working_days) == (DueState.LATE_DAYS, 1)
    clock.at = falls
    on_time = close(CloseCase(cases[0].id, Outcome.EXPLAINED, "ชี้แจงแล้ว"), desk, boss)
    clock.at = moment_later
    late = close(CloseCase(cases[1].id, Outcome.EXPLAINED, "ชี้แจงแล้ว", "เอกสารช้า"), desk, boss)
    assert (on_time.verdict, late.verdict) == (Verdict.MET, Verdict.MISSED)
    rows = desk.reading.register_rows(clerk, [case.id for case in cases])
    assert [row.verdict for row in rows] == [Verdict.MET, Verdict.MISSED]
    figures = desk.reading.sla_figures(clerk, official_date(falls), official_date(falls), clock.at)
    assert (figures.headline.closed_on_time, figures.headline.closed_late) == (1, 1)
    assert prove(room) == []


_TARGETS = st.builds(
    Target,
    st.sampled_from(ClockKind),
    st.integers(0, 90),
    st.sampled_from(Unit),
)
_ROLLINGS = st.builds(Rolling, st.booleans(), st.booleans())
_CALENDAR = CalendarFacts(tuple(government_holidays(range(2025, 2028)))).calendar()


@given(
    target=_TARGETS,
    rolling=_ROLLINGS,
    cut_off=st.times(),
    minutes=st.integers(0, 120 * 1440),
    later=st.integers(0, 20 * 1440),
)
def test_behaviour_33a_a_later_receipt_never_falls_due_earlier(
    target: Target, rolling: Rolling, cut_off: time, minutes: int, later: int
) -> None:
    first = bangkok(date(2026, 3, 1)) + timedelta(minutes=minutes)
    second = first + timedelta(minutes=later)
    by = (_CALENDAR, rolling, cut_off)
    assert due_at(target, first, *by) <= due_at(target, second, *by)


def test_behaviour_33b_the_offices_days_do_not_roll_and_a_citizens_do(
    desk: Desk, clerk: Actor, clock: Clock
) -> None:
    case = received(desk, clerk, clock, bangkok(date(2026, 3, 30), 10))
    assert due(case, ClockKind.REPLY) == at_office(date(2026, 4, 14), CLOSING)
    fifteen = Target(ClockKind.REPLY, 15, Unit.CALENDAR_DAYS)
    calendar = desk.reading.days().calendar()
    rolled = due_at(fifteen, case.received_at, calendar, CITIZEN)
    assert rolled == at_office(date(2026, 4, 16), CLOSING)
