"""Redating a whole register: which running clocks a calendar or a standard moves, and moving them.

Runs over every running clock as the driver gives it; only what moves is put together as rules know
it. Equal to loading each case and recounting it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from functools import lru_cache
from itertools import chain, groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    Connection,
    and_,
    bindparam,
    delete,
    insert,
    literal_column,
    select,
    update,
)

from db import tables as t
from db.base import micros_of, moment_of
from db.counted import Counted, Held, by_version, held
from db.mapping import clock_row
from db.offices import SqlOffices
from db.standards import taken_over
from db.statements import do_each, do_many, put_many, raw
from desktop.rules.calendar import CalendarFacts, differ_from
from desktop.rules.case import StepKind
from desktop.rules.clocked import stands_still
from desktop.rules.clocks import ClockKind, Origin, Verdict
from desktop.rules.journal import written
from desktop.rules.policy import Policy
from desktop.rules.redating import CaseMove, CaseShift, ClockShift, Moved, facts_of
from desktop.rules.thai.dates import at_office

C, K = t.complaint.c, t.clock.c
STILL_RUN = select(K.complaint_id).where(K.stopped_at.is_(None))
"""The complaints that have a running clock."""
_RUNNING = (
    select(
        *(K.complaint_id, K.cycle, K.kind, K.amount, K.unit, K.origin, K.due_at, K.verdict),
        *(K.extra, K.started_at),
    )
    .where(K.stopped_at.is_(None))
    .order_by(K.complaint_id, K.cycle, K.kind)
)
_KINDS = {kind.value: kind for kind in ClockKind}
_VERDICTS = {verdict.value: verdict for verdict in Verdict}
_GIVEN, _RUNS, _PAUSED = Origin.GIVEN.value, Verdict.RUNNING.value, Verdict.PAUSED.value
_BY_KEY = and_(
    K.complaint_id == bindparam("of_case"),
    K.cycle == bindparam("of_cycle"),
    K.kind == bindparam("of_kind"),
)
_KEYS: Mapping[str, Any] = {"of_case": K.complaint_id, "of_cycle": K.cycle, "of_kind": K.kind}
_REWRITTEN = ("amount", "unit", "origin", "first_due_at", "due_at", "verdict", "started_at")
_LISTED = (
    update(t.complaint)
    .where(C.id == bindparam("of_case"))
    .values(
        version=C.version + literal_column("1"),
        due_at=bindparam("new_due"),
        due_kind=bindparam("new_kind"),
    )
)


class SqlRedating:
    """Finds what a change would move, and moves it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def by_calendar(self, facts: CalendarFacts) -> tuple[CaseShift, ...]:
        """Return the cases whose running clocks another calendar moves."""
        offices, calendar = SqlOffices(self._connection), facts.calendar()
        first = differ_from(offices.days().calendar(), calendar)
        if first == date.max:
            return ()
        counted = by_version(calendar, offices.policies())
        return tuple(_by_calendar(self._connection, counted, first))

    def by_standard(self, policy: Policy) -> tuple[CaseMove, ...]:
        """Return the cases with running clocks that another version of the standard takes over."""
        return tuple(taken_over(self._connection, policy))

    def shift(self, shifts: Sequence[CaseShift], sequence: int, at: datetime, by: int) -> None:
        """Store what a calendar moved: clocks, what lists show of them, a line of each timeline."""
        connection = self._connection
        do_each(
            connection,
            update(t.clock)
            .where(_BY_KEY)
            .values(due_at=bindparam("new_due"), verdict=bindparam("new_verdict")),
            ("new_due", "new_verdict", *_KEYS),
            [
                (_kept(clock.becomes), clock.verdict.value, case_id, clock.cycle, clock.kind.value)
                for case_id, clocks, _, _ in shifts
                for clock in clocks
            ],
        )
        do_each(
            connection,
            _LISTED,
            ("new_due", "new_kind", "of_case"),
            [
                (_kept(due_at), None if kind is None else kind.value, case_id)
                for case_id, _, due_at, kind in shifts
            ],
        )
        self._recounted(shifts, sequence, at, by)

    def keep(self, moves: Sequence[CaseMove], sequence: int, at: datetime, by: int) -> None:
        """Store what moved: the clocks, what lists show of them, and a line of each timeline."""
        connection = self._connection
        changed: list[dict[str, Any]] = []
        begun: list[dict[str, Any]] = []
        ended: list[dict[str, Any]] = []
        for case in moves:
            before = {clock.kind for clock in case.before}
            for clock in case.after:
                row = {"complaint_id": case.case_id, **clock_row(clock)}
                if clock.kind in before:
                    before.discard(clock.kind)
                    changed.append(_rewritten(row))
                else:
                    begun.append(row)
            ended += [
                {"of_case": case.case_id, "of_cycle": clock.cycle, "of_kind": clock.kind}
                for clock in case.before
                if clock.kind in before
            ]
        if ended:
            do_many(connection, delete(t.clock).where(_BY_KEY), _KEYS, ended)
        put_many(connection, t.clock, begun)
        if changed:
            named = {**_KEYS, **{f"new_{name}": t.clock.c[name] for name in _REWRITTEN}}
            values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in _REWRITTEN}
            do_many(connection, update(t.clock).where(_BY_KEY).values(values), named, changed)
        _keep_lists(connection, moves)
        self._recounted(moves, sequence, at, by)

    def _recounted(self, cases: Sequence[Moved], sequence: int, at: datetime, by: int) -> None:
        """Tell each timeline what moved."""
        # A whole register tells few different things.
        said = lru_cache(maxsize=4096)(lambda *moves: written(facts_of(moves)))
        always = (sequence, StepKind.RECOUNTED.value, micros_of(at), by, "")
        do_each(
            self._connection,
            insert(t.step),
            ("complaint_id", "sequence", "kind", "at", "actor_id", "note", "facts"),
            [(case.case_id, *always, said(*moves)) for case in cases if (moves := case.moves())],
        )


def _kept(moment: datetime | None) -> int | None:
    return None if moment is None else micros_of(moment)


def _by_calendar(
    connection: Connection, counted: Mapping[int, Counted], first: date
) -> Iterator[CaseShift]:
    running = _RUNNING
    if first > date.min:
        # With their whole cases, of which another clock may fall due before.
        due = K.stopped_at.is_(None), K.due_at >= at_office(first, time())
        running = running.where(K.complaint_id.in_(select(K.complaint_id).where(*due)))
    waits = held(connection, STILL_RUN.where(K.kind == ClockKind.RESOLVE))
    way_of = _ways(connection, counted)
    clocks = chain.from_iterable(raw(connection, running))
    for case_id, rows in groupby(clocks, itemgetter(0)):
        shift = _shift(case_id, rows, way_of(case_id), waits)
        if shift is not None:
            yield shift


def _ways(connection: Connection, counted: Mapping[int, Counted]) -> Callable[[int], Counted]:
    """Tell how each case is counted; where all are counted alike, nobody needs to look."""
    first, *others = set(counted.values())
    if not others:
        return lambda _: first
    asked = select(C.id, C.policy_version).where(C.id.in_(STILL_RUN))
    versions: dict[int, int] = dict(chain.from_iterable(raw(connection, asked)))
    return lambda case_id: counted[versions[case_id]]


def _shift(
    case_id: int, rows: Iterable[Sequence[Any]], way: Counted, waits: Held
) -> CaseShift | None:
    moved, due = [], []
    for _, cycle, kind, amount, unit, origin, due_at, verdict, extra, started_at in rows:
        becomes, stands = due_at, verdict
        if amount is not None and started_at is not None and origin != _GIVEN:
            pauses = waits.get((case_id, cycle, kind), ())
            becomes = way.due(unit, amount, extra, started_at, pauses)
            if becomes != due_at:
                stands = _PAUSED if stands_still(moment_of(becomes), pauses) else _RUNS
                moved.append((cycle, kind, due_at, becomes, stands))
        if becomes is not None and stands != _PAUSED:
            due.append((becomes, kind))
    if not moved:
        return None
    first, first_kind = min(due, default=(None, None))
    return CaseShift(
        case_id,
        tuple(
            ClockShift(cycle, _KINDS[kind], moment_of(was), moment_of(becomes), _VERDICTS[stands])
            for cycle, kind, was, becomes, stands in moved
        ),
        moment_of(first),
        None if first_kind is None else _KINDS[first_kind],
    )


def _rewritten(row: Mapping[str, Any]) -> dict[str, Any]:
    keys = {"of_case": row["complaint_id"], "of_cycle": row["cycle"], "of_kind": row["kind"]}
    return {**keys, **{f"new_{name}": row[name] for name in _REWRITTEN}}


def _keep_lists(connection: Connection, moves: Sequence[CaseMove]) -> None:
    rows = [
        {
            "of_case": case.case_id,
            "new_version": case.policy_version,
            "new_due": None if case.following is None else case.following.due_at,
            "new_kind": None if case.following is None else case.following.kind,
        }
        for case in moves
    ]
    if not rows:
        return
    statement = _LISTED.values(policy_version=bindparam("new_version"))
    named: dict[str, Any] = {
        "of_case": C.id,
        "new_version": C.policy_version,
        "new_due": C.due_at,
        "new_kind": C.due_kind,
    }
    do_many(connection, statement, named, rows)
