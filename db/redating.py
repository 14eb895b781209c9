"""Redating a whole register: which running clocks a calendar or a standard moves, and moving them.

Runs over every running clock as the driver gives it; only what moves is put together as rules know
it. Equal to loading each case and recounting it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, literal_column, select, update

from db import tables as t
from db.base import moment_of
from db.counted import Counted, Held, by_version, held
from db.mapping import clock_row
from db.offices import SqlOffices
from db.standards import taken_over
from db.statements import do_many, put_many, raw
from desktop.rules.calendar import CalendarFacts
from desktop.rules.case import StepKind
from desktop.rules.clocked import Clock, first_due
from desktop.rules.clocks import ClockKind, Origin, Target, Unit, Verdict
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.policy import Policy
from desktop.rules.redating import CaseMove

C, K = t.complaint.c, t.clock.c
STILL_RUN = select(K.complaint_id).where(K.stopped_at.is_(None))
"""The complaints that have a running clock."""
_RUNNING = (
    select(
        *(C.id, C.year, C.running, C.policy_version),
        *(K.cycle, K.kind, K.amount, K.unit, K.origin, K.first_due_at, K.due_at, K.verdict),
        *(K.extra, K.started_at),
    )
    .join(t.complaint, C.id == K.complaint_id)
    .where(K.stopped_at.is_(None))
    .order_by(K.complaint_id)
)
_KINDS = {kind.value: kind for kind in ClockKind}
_UNITS: Mapping[str | None, Unit] = {unit.value: unit for unit in Unit}
_ORIGINS: Mapping[str | None, Origin] = {origin.value: origin for origin in Origin}
_VERDICTS = {verdict.value: verdict for verdict in Verdict}
_BY_KEY = and_(
    K.complaint_id == bindparam("of_case"),
    K.cycle == bindparam("of_cycle"),
    K.kind == bindparam("of_kind"),
)
_KEYS: Mapping[str, Any] = {"of_case": K.complaint_id, "of_cycle": K.cycle, "of_kind": K.kind}
_REWRITTEN = ("amount", "unit", "origin", "first_due_at", "due_at", "verdict", "started_at")


class SqlRedating:
    """Finds what a change would move, and moves it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def by_calendar(self, facts: CalendarFacts) -> tuple[CaseMove, ...]:
        """Return the cases whose running clocks another calendar moves."""
        counted = by_version(facts.calendar(), SqlOffices(self._connection).policies())
        return tuple(_by_calendar(self._connection, counted))

    def by_standard(self, policy: Policy) -> tuple[CaseMove, ...]:
        """Return the cases with running clocks that another version of the standard takes over."""
        return tuple(taken_over(self._connection, policy))

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
        put_many(
            connection,
            t.step,
            [
                {
                    "complaint_id": case.case_id,
                    "sequence": sequence,
                    "kind": StepKind.RECOUNTED,
                    "at": at,
                    "actor_id": by,
                    "note": "",
                    "facts": facts,
                }
                for case in moves
                if (facts := case.facts())
            ],
        )


def _by_calendar(connection: Connection, counted: Mapping[int, Counted]) -> Iterator[CaseMove]:
    waits = held(connection, STILL_RUN.where(K.kind == ClockKind.RESOLVE))
    clocks = (row for part in raw(connection, _RUNNING) for row in part)
    for case_id, rows in groupby(clocks, itemgetter(0)):
        group = list(rows)
        due = [_due(row, counted, waits) for row in group]
        if all(new == row[10] for new, row in zip(due, group, strict=True)):
            continue
        yield _case_move(case_id, group, due, waits)


def _due(row: Sequence[Any], counted: Mapping[int, Counted], waits: Held) -> int | None:
    # fmt: off
    case_id, _, _, version, cycle, kind, amount, unit, origin, _, due_at, _, extra, started_at = row
    # fmt: on
    if amount is None or started_at is None or origin == Origin.GIVEN.value:
        return None if due_at is None else int(due_at)
    pauses = waits.get((case_id, cycle, kind), ())
    return counted[version].due(unit, amount, extra, started_at, pauses)


def _case_move(
    case_id: int, group: Sequence[Sequence[Any]], due: Sequence[int | None], waits: Held
) -> CaseMove:
    before, after, all_of_them = [], [], []
    for row, new in zip(group, due, strict=True):
        clock = _clock(row)
        pauses = waits.get((case_id, row[4], row[5]), ())
        moved = clock if new == row[10] else replace(clock, due_at=moment_of(new)).held(pauses)
        if moved is not clock:
            before.append(clock)
            after.append(moved)
        all_of_them.append(moved)
    number = ComplaintNumber(group[0][1], group[0][2])
    following = first_due(all_of_them)
    return CaseMove(case_id, number, group[0][3], tuple(before), tuple(after), following)


def _clock(row: Sequence[Any]) -> Clock:
    # fmt: off
    _, _, _, _, cycle, kind, amount, unit, origin, first, due_at, verdict, extra, started_at = row
    # fmt: on
    known = _KINDS[kind]
    target = None if amount is None else Target(known, amount, _UNITS[unit], _ORIGINS[origin])
    return Clock(
        known,
        target,
        moment_of(first),
        moment_of(due_at),
        None,
        _VERDICTS[verdict],
        cycle,
        extra,
        moment_of(started_at),
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
    statement = (
        update(t.complaint)
        .where(C.id == bindparam("of_case"))
        .values(
            version=C.version + literal_column("1"),
            policy_version=bindparam("new_version"),
            due_at=bindparam("new_due"),
            due_kind=bindparam("new_kind"),
        )
    )
    named: dict[str, Any] = {
        "of_case": C.id,
        "new_version": C.policy_version,
        "new_due": C.due_at,
        "new_kind": C.due_kind,
    }
    do_many(connection, statement, named, rows)
