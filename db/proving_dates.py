"""Proof of every stored due date: counted anew for each clock, and compared in the lists' columns.

A running clock is counted by today's calendar and the standard its case is pinned to. One that has
stopped was counted by the calendar in force when it stopped, which is today's or one that was
replaced later; and where its case was taken over by another standard since, by the earlier one.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, and_, case, func, select

from db import tables as t
from db.base import micros_of
from db.calendars import past_days
from db.counted import Counted, by_version, held
from db.offices import SqlOffices
from db.statements import raw
from desktop.rules.clocks import ClockKind, Origin, Verdict
from desktop.rules.worktime import BeyondCalendar

C, K = t.complaint.c, t.clock.c
Numbered = Iterator[tuple[int, int]]
"""Running number and year of complaints at fault."""
Within = tuple[int, int]
"""The first and the last identity of the complaints that are looked at."""


def differing_dates(connection: Connection, within: Within) -> Numbered:
    """Yield the complaints of which a computed clock falls due otherwise than its rule says."""
    offices = SqlOffices(connection)
    days = offices.days()
    if not days.holidays:
        return  # Nobody has opened the office yet, so nothing is due.
    policies = offices.policies()
    now = by_version(days.calendar(), policies)
    ways = {id(way): way for way in now.values()}
    past = [
        (micros_of(replaced_at), [way.by(facts.calendar()) for way in ways.values()])
        for replaced_at, facts in past_days(connection)
    ]
    pauses = held(connection, within=within)
    asked = (
        select(
            *(C.id, C.running, C.year, C.policy_version, K.cycle, K.kind, K.amount, K.unit),
            *(K.extra, K.started_at, K.due_at, K.stopped_at),
        )
        .join(t.clock, K.complaint_id == C.id)
        .where(K.origin == Origin.COMPUTED, K.started_at.is_not(None))
    )
    for part in raw(connection, asked.where(K.complaint_id.between(*within))):
        for row in part:
            # fmt: off
            (case_id, running, year, version, cycle, kind, amount, unit,
             extra, started_at, due_at, stopped_at) = row
            # fmt: on
            held_by = pauses.get((case_id, cycle, kind), ()) if pauses else ()
            told = (unit, amount, extra, started_at, held_by)
            if _due(now[version], told) == due_at:
                continue
            if stopped_at is None or due_at not in _others(told, stopped_at, ways, past):
                yield running, year


def _due(way: Counted, told: tuple[Any, ...]) -> int | None:
    try:
        return way.due(*told)
    except BeyondCalendar:
        return None


def _others(
    told: tuple[Any, ...],
    stopped_at: int,
    ways: Mapping[int, Counted],
    past: Sequence[tuple[int, Sequence[Counted]]],
) -> set[int | None]:
    """Return when a stopped clock may have fallen due by what has been replaced since."""
    earlier = [way for replaced_at, each in past if replaced_at > stopped_at for way in each]
    return {_due(way, told) for way in (*ways.values(), *earlier)}


def differing_verdicts(connection: Connection, within: Within) -> Numbered:
    """Yield the complaints of which a stopped clock is judged otherwise than its day says."""
    right = case(
        (K.due_at.is_(None), Verdict.ABSENT),
        (K.stopped_at <= K.due_at, Verdict.MET),
        else_=Verdict.MISSED,
    )
    asked = (
        select(C.running, C.year)
        .join(t.clock, K.complaint_id == C.id)
        .where(K.complaint_id.between(*within), K.stopped_at.is_not(None))
        .where(K.verdict != Verdict.DROPPED, K.verdict != right)
    )
    for part in raw(connection, asked):
        yield from part


def differing_lists(connection: Connection, within: Within) -> Numbered:
    """Yield the complaints of which a list shows another due date or verdict than the clocks'."""
    soonest = (
        select(
            K.complaint_id,
            K.due_at,
            K.kind,
            func.row_number()
            .over(partition_by=K.complaint_id, order_by=(K.due_at, K.kind))
            .label("place"),
        )
        .where(K.stopped_at.is_(None), K.due_at.is_not(None), K.verdict != Verdict.PAUSED)
        .where(K.complaint_id.between(*within))
        .subquery()
    )
    following = soonest.c
    resolve, reply = t.clock.alias("resolve"), t.clock.alias("reply")

    def of_cycle(one: Any, kind: ClockKind) -> Any:
        return and_(one.c.complaint_id == C.id, one.c.cycle == C.cycle, one.c.kind == kind)

    measured = case(
        (resolve.c.kind.is_not(None), case((resolve.c.stopped_at.is_not(None), resolve.c.verdict))),
        else_=case((reply.c.stopped_at.is_not(None), reply.c.verdict)),
    )
    asked = (
        select(C.running, C.year)
        .outerjoin(soonest, and_(following.complaint_id == C.id, following.place == 1))
        .outerjoin(resolve, of_cycle(resolve, ClockKind.RESOLVE))
        .outerjoin(reply, of_cycle(reply, ClockKind.REPLY))
        .where(
            C.id.between(*within),
            C.due_at.is_distinct_from(following.due_at)
            | C.due_kind.is_distinct_from(following.kind)
            | C.verdict.is_distinct_from(measured),
        )
    )
    for part in raw(connection, asked):
        yield from part
