"""A new version of the standard: what it takes over, and what it would have done before."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Select, and_, select

from db import tables as t
from db.base import Found, micros_of
from db.counted import by_version, held
from db.mapping import clock_of
from db.offices import SqlOffices
from desktop.rules.clocked import Clocked
from desktop.rules.clocks import ClockKind, Origin, Target, Verdict
from desktop.rules.policy import Complexity, Policy, Profile, targets
from desktop.rules.proceedings import Wait
from desktop.rules.promises import Standard, recount
from desktop.rules.redating import CaseMove, Tried, reach
from desktop.rules.thai.dates import at_office

C, K = t.complaint.c, t.clock.c
_PROFILED = (C.type, C.priority, C.category_id, C.source_id)


def taken_over(connection: Connection, policy: Policy) -> Iterator[CaseMove]:
    """Yield the cases with running clocks that another version of the standard takes over."""
    offices = SqlOffices(connection)
    calendar = offices.days().calendar()
    complexities = _complexities(offices)
    first, before = reach(offices.policies(), policy)
    received = [C.received_on >= first, C.policy_version != policy.version]
    if before is not None:
        received.append(C.received_on < before)
    still_run = select(K.complaint_id).where(K.stopped_at.is_(None))
    concerned = select(C.id).where(*received, C.id.in_(still_run))
    waits = _waits(connection, concerned)
    rows = connection.execute(
        select(
            *(C.id, C.anonymous, C.cycle_started_at, *_PROFILED),
            *(column for column in K if column is not K.complaint_id),
        )
        .join(t.clock, and_(K.complaint_id == C.id, K.cycle == C.cycle))
        .where(C.id.in_(concerned))
        .order_by(C.id)
        .execution_options(yield_per=2000)
    )
    for case_id, group in groupby(rows, attrgetter("id")):
        rows_of_case = list(group)
        standard = Standard(policy, calendar, complexities[rows_of_case[0].category_id])
        yield _taken(rows_of_case, standard, tuple(waits.get(case_id, ())))


@dataclass(slots=True, kw_only=True)
class _Running(Clocked):
    """As much of a case as its clocks depend on."""

    row: Found

    @property
    def anonymous(self) -> bool:
        """Tell whether nobody signed."""
        return bool(self.row.anonymous)

    def profile(self, complexity: Complexity) -> Profile:
        """Return what decides how long it may take."""
        return _profile(self.row, complexity)


def _taken(rows: Sequence[Found], standard: Standard, waits: tuple[Wait, ...]) -> CaseMove:
    case = rows[0]
    clocks = tuple(clock_of(row) for row in rows)
    carried = _Running(
        clocks=clocks,
        cycle=case.cycle,
        cycle_started_at=case.cycle_started_at,
        waits=waits,
        row=case,
    )
    recount(carried, standard)
    return CaseMove(
        case.id,
        standard.policy.version,
        tuple(clock for clock in clocks if clock not in carried.clocks),
        tuple(clock for clock in carried.clocks if clock not in clocks),
        carried.next_due(),
    )


def _profile(row: Found, complexity: Complexity) -> Profile:
    return Profile(row.type, row.priority, complexity, row.category_id, row.source_id)


def _complexities(offices: SqlOffices) -> Mapping[int | None, Complexity]:
    return {category.id: category.complexity for category in offices.lists().categories}


def _waits(connection: Connection, concerned: Select[Any]) -> dict[int, list[Wait]]:
    wait = t.wait.c
    found: dict[int, list[Wait]] = {}
    asked = select(t.wait).where(wait.complaint_id.in_(concerned))
    for row in connection.execute(asked.order_by(wait.complaint_id, wait.position)):
        told = Wait(row.whom, row.reason, row.started_at, row.expected_on, row.ended_at, row.cycle)
        found.setdefault(row.complaint_id, []).append(told)
    return found


def tried(connection: Connection, policy: Policy, first: date, last: date) -> tuple[Tried, ...]:
    """Count by clock what ended in a period, as it was judged and as this standard would have."""
    offices = SqlOffices(connection)
    counted = by_version(offices.days().calendar(), (policy,))[policy.version]
    complexities = _complexities(offices)
    begin, after = at_office(first, time()), at_office(last + timedelta(days=1), time())
    ended = and_(K.stopped_at >= begin, K.stopped_at < after)
    pauses = held(connection, select(K.complaint_id).where(ended, K.kind == ClockKind.RESOLVE))
    rows = connection.execute(
        select(K.complaint_id, K.cycle, K.kind, K.extra, K.started_at, K.stopped_at, K.verdict)
        .add_columns(*_PROFILED)
        .join(t.complaint, C.id == K.complaint_id)
        .where(
            # Named, so that their index is used.
            K.kind.in_(tuple(ClockKind)),
            ended,
            K.origin == Origin.COMPUTED,
            K.verdict.in_((Verdict.MET, Verdict.MISSED)),
        )
        .execution_options(yield_per=4096)
    )
    known: dict[Profile, dict[ClockKind, Target]] = {}
    tally: Counter[tuple[ClockKind, str]] = Counter()
    for row in rows:
        profile = _profile(row, complexities[row.category_id])
        if profile not in known:
            known[profile] = {target.kind: target for target in targets(policy, profile)}
        tally[row.kind, f"was {row.verdict.value}"] += 1
        target = known[profile].get(row.kind)
        if target is None:
            tally[row.kind, "free"] += 1
            continue
        due = counted.due(
            target.unit.value,
            target.amount,
            row.extra,
            micros_of(row.started_at),
            pauses.get((row.complaint_id, row.cycle, row.kind.value), ()),
        )
        late = micros_of(row.stopped_at) > due
        tally[row.kind, "late" if late else "met"] += 1
    return tuple(
        Tried(
            kind,
            tally[kind, "was met"],
            tally[kind, "was missed"],
            tally[kind, "met"],
            tally[kind, "late"],
            tally[kind, "free"],
        )
        for kind in ClockKind
        if any(key[0] is kind for key in tally)
    )
