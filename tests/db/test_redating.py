"""Redating a register: the same answer as loading each case and recounting it."""

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, cast

import pytest
import sqlalchemy as sa

from db import tables as t
from db.cases import parts_of
from db.check import Fault, Finding, prove
from db.demo import Measure, fill, made_up_office
from db.furnishing import Strongroom
from db.mapping import case_of
from db.place import Place
from db.proving_dates import differing_dates, differing_lists, differing_verdicts
from db.proving_lists import differing_words
from db.redating import SqlRedating
from desktop.rules.calendar import CalendarFacts, Holiday, SpecialDay
from desktop.rules.case import Case
from desktop.rules.clocked import Clock
from desktop.rules.clocks import ClockKind, Rolling, Unit
from desktop.rules.complaint import ComplaintType
from desktop.rules.policy import SHIPPED, Complexity, Policy, Provision
from desktop.rules.promises import Standard, recount
from desktop.rules.redating import CaseMove, CaseShift
from desktop.rules.worktime import Week, hours

NOW = datetime(2026, 7, 15, 7, 40, tzinfo=UTC)
_PAPER = b"%PDF-1.4\n"
EVERY = (1, 2**31 - 1)
WEEK = Week((hours("08:00-12:00 13:00-16:00"),) * 5 + (hours("09:00-12:00"), ()))


@pytest.fixture
def made(place: Place) -> Iterator[Strongroom]:
    """A made-up office with cases in every state of the road."""
    first = date(2026, 1, 5)
    room, setting = made_up_office(place, first, NOW, cast("Any", None))
    fill(room, setting, Measure(250, first), NOW, lambda *_: _PAPER)
    yield room
    room.close()


def cases(connection: sa.Connection) -> list[Case]:
    found = connection.scalars(sa.select(t.complaint.c.id).order_by(t.complaint.c.id)).all()
    return [case_of(parts_of(connection, number)) for number in found]


def running(case: Case) -> dict[ClockKind, Clock]:
    return {c.kind: c for c in case.clocks if c.stopped_at is None and c.cycle == case.cycle}


def moved_by(cases_before: list[Case], change: "dict[int, Standard]") -> dict[int, Case]:
    """Recount each case by what it is counted by now; return those that differ."""
    found = {}
    for case in cases_before:
        standard = change.get(case.identity())
        if standard is None or not running(case):
            continue
        after = copy.deepcopy(case)
        after.policy_version = standard.policy.version
        recount(after, standard)
        if set(after.clocks) != set(case.clocks):
            found[case.identity()] = after
    return found


def check_equal(moves: tuple[CaseMove, ...], expected: dict[int, Case]) -> None:
    told = {move.case_id: move for move in moves if move.before or move.after}
    assert told.keys() == expected.keys()
    for case_id, case in expected.items():
        move = told[case_id]
        assert move.following == case.next_due()
        assert set(move.after) <= set(case.clocks)
        assert not set(move.before) & set(case.clocks)


def check_shifted(shifts: tuple[CaseShift, ...], expected: dict[int, Case]) -> None:
    told = {shift.case_id: shift for shift in shifts}
    assert told.keys() == expected.keys()
    for case_id, case in expected.items():
        shift, following = told[case_id], case.next_due()
        stands = (shift.due_at, shift.due_kind)
        assert stands == ((following.due_at, following.kind) if following else (None, None))
        for clock in shift.clocks:
            after = case.clock(clock.kind)
            assert after is not None
            assert clock.was != clock.becomes
            assert (after.cycle, after.due_at, after.verdict) == (
                clock.cycle,
                clock.becomes,
                clock.verdict,
            )


def calendars(days: CalendarFacts) -> list[CalendarFacts]:
    soon = Holiday(date(2026, 7, 20), "วันหยุดราชการเพิ่มเป็นกรณีพิเศษ")
    return [
        replace(days, holidays=tuple(sorted((*days.holidays, soon), key=lambda h: h.date))),
        replace(days, holidays=tuple(h for h in days.holidays if h.date != date(2026, 7, 28))),
        replace(days, special=(SpecialDay(date(2026, 7, 18), hours("08:30-12:00"), "ชดเชย"),)),
        replace(days, week=WEEK),
    ]


def test_another_calendar_moves_what_recounting_each_case_moves(made: Strongroom) -> None:
    complexities = _complexities(made)
    (policy,) = made.reading.policies(cast("Any", None))
    for changed in calendars(made.reading.days()):
        with made.writing.connect() as connection:
            before = cases(connection)
            standards = {
                case.identity(): Standard(
                    policy, changed.calendar(), complexities[case.category_id]
                )
                for case in before
            }
            shifts = SqlRedating(connection).by_calendar(changed)
            expected = moved_by(before, standards)
            assert len(expected) > 5
            check_shifted(shifts, expected)
            SqlRedating(connection).shift(shifts, 1, NOW, 1)
            for after in cases(connection):
                wanted = expected.get(after.identity())
                if wanted is not None:
                    assert set(after.clocks) == set(wanted.clocks)
                    assert after.version == wanted.version + 1
            asked = sa.select(t.complaint.c.id, t.complaint.c.due_at)
            stored: dict[int, datetime | None] = dict(connection.execute(asked).all())
            for case_id, wanted in expected.items():
                following = wanted.next_due()
                assert stored[case_id] == (following.due_at if following else None)


POLICY = replace(
    SHIPPED,
    version=2,
    effective_from=date(2026, 6, 1),
    reply=10,
    resolve={Complexity.GENERAL: 7, Complexity.FACT_FINDING: 31, Complexity.COMPLEX: 45},
    provisions=(
        Provision(ClockKind.ACKNOWLEDGE, None, Unit.WORKING_DAYS, type=ComplaintType.TIP),
        Provision(ClockKind.RESOLVE, 600, Unit.WORKING_MINUTES, type=ComplaintType.INQUIRY),
    ),
)


def test_another_standard_moves_what_recounting_each_case_moves(made: Strongroom) -> None:
    for policy in (POLICY, replace(POLICY, rolling=Rolling(start_roll=True, end_roll=True))):
        check_standard(made, policy)


def check_standard(made: Strongroom, policy: Policy) -> None:
    with made.writing.connect() as connection:
        before = cases(connection)
        calendar, complexities = made.reading.days().calendar(), _complexities(made)
        standards = {
            case.identity(): Standard(policy, calendar, complexities[case.category_id])
            for case in before
            if case.received_on >= policy.effective_from
        }
        moves = SqlRedating(connection).by_standard(policy)
        expected = moved_by(before, standards)
        assert len(expected) > 5
        check_equal(moves, expected)
        SqlRedating(connection).keep(moves, 1, NOW, 1)
        after = {case.identity(): case for case in cases(connection)}
        for case in before:
            kept = after[case.identity()]
            if case.identity() in expected:
                wanted = expected[case.identity()]
                assert set(kept.clocks) == set(wanted.clocks)
                assert kept.policy_version == 2
            elif case.received_on < policy.effective_from or not running(case):
                assert (kept.clocks, kept.policy_version) == (case.clocks, 1)


def _complexities(room: Strongroom) -> dict[int | None, Complexity]:
    return {c.id: c.complexity for c in room.reading.lists(cast("Any", None)).categories}


SPOILT = {
    "a running clock's day": (
        (
            "UPDATE clock SET due_at = due_at + 1 WHERE stopped_at IS NULL "
            "AND complaint_id = (SELECT max(complaint_id) FROM clock WHERE stopped_at IS NULL)"
        ),
        {Fault.DUE_DIFFERS, Fault.LIST_DIFFERS},
    ),
    "a stopped clock's day": (
        (
            "UPDATE clock SET due_at = due_at + 1 WHERE verdict = 'met' "
            "AND complaint_id = (SELECT max(complaint_id) FROM clock WHERE verdict = 'met')"
        ),
        {Fault.DUE_DIFFERS},
    ),
    "an extension": (
        (
            "UPDATE clock SET extra = 3 WHERE kind = 'resolve' AND complaint_id = "
            "(SELECT max(complaint_id) FROM clock WHERE kind = 'resolve' AND verdict = 'running')"
        ),
        {Fault.DUE_DIFFERS},
    ),
    "a pause": (
        (
            "UPDATE wait SET ended_at = started_at WHERE position = 0 AND complaint_id = "
            "(SELECT max(complaint_id) FROM wait WHERE ended_at > started_at + 864000000000 "
            "AND whom <> 'unit')"
        ),
        {Fault.DUE_DIFFERS},
    ),
    "a verdict": (
        (
            "UPDATE clock SET verdict = 'met' WHERE verdict = 'missed' "
            "AND complaint_id = (SELECT max(complaint_id) FROM clock WHERE verdict = 'missed')"
        ),
        {Fault.DUE_DIFFERS},
    ),
    "the list's day": (
        (
            "UPDATE complaint SET due_at = due_at + 1 "
            "WHERE id = (SELECT max(id) FROM complaint WHERE due_at IS NOT NULL)"
        ),
        {Fault.LIST_DIFFERS},
    ),
    "the list's clock": (
        (
            "UPDATE complaint SET due_kind = NULL "
            "WHERE id = (SELECT max(id) FROM complaint WHERE due_at IS NOT NULL)"
        ),
        {Fault.LIST_DIFFERS},
    ),
    "the list's verdict": (
        (
            "UPDATE complaint SET verdict = NULL "
            "WHERE id = (SELECT max(id) FROM complaint WHERE verdict = 'met')"
        ),
        {Fault.LIST_DIFFERS},
    ),
    "the list's name": (
        "UPDATE complaint SET petitioner = 'x' WHERE id = 1",
        {Fault.LIST_DIFFERS},
    ),
    "the order of subjects": (
        "UPDATE complaint SET subject_key = 'x' WHERE id = 1",
        {Fault.LIST_DIFFERS},
    ),
    "what is searched": (
        "UPDATE search_words SET words = words || 'x' WHERE complaint_id = 1",
        {Fault.LIST_DIFFERS},
    ),
    "the calendar": (
        "DELETE FROM holiday WHERE day > '2026-07-15' AND day < '2026-08-01'",
        {Fault.DUE_DIFFERS},
    ),
}


def test_whatever_was_spoilt_is_found_by_the_proof(made: Strongroom) -> None:
    assert prove(made) == []
    for what, (spoils, faults) in SPOILT.items():
        with _spoilt(made, spoils) as found:
            assert faults <= {finding.fault for finding in found}, what
    assert prove(made) == []


@contextmanager
def _spoilt(room: Strongroom, spoils: str) -> Iterator[list[Finding]]:
    """Prove within a transaction that is undone again."""
    with room.writing.connect() as connection:
        done = connection.execute(sa.text(spoils))
        assert done.rowcount, spoils
        yield [
            *(Finding(Fault.LIST_DIFFERS, str(n)) for n in differing_words(connection, EVERY)),
            *(Finding(Fault.LIST_DIFFERS, str(n)) for n in differing_lists(connection, EVERY)),
            *(Finding(Fault.DUE_DIFFERS, str(n)) for n in differing_dates(connection, EVERY)),
            *(Finding(Fault.DUE_DIFFERS, str(n)) for n in differing_verdicts(connection, EVERY)),
        ]
