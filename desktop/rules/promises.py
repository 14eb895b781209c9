"""The clocks a complaint carries: started at registration, recounted when its standard changes."""

from dataclasses import replace
from datetime import datetime

from desktop.rules.case import Case, Clock
from desktop.rules.clocks import ClockKind, Origin
from desktop.rules.complaint import ComplaintType
from desktop.rules.counting import due_at
from desktop.rules.policy import Complexity, Policy, targets
from desktop.rules.priority import Priority
from desktop.rules.worktime import WorkCalendar

TO_THE_PETITIONER = frozenset({ClockKind.ACKNOWLEDGE, ClockKind.REPLY})
"""Clocks that promise something to a person; nobody is promised anything when nobody signed."""


def promised(
    policy: Policy,
    kind: ComplaintType,
    priority: Priority,
    complexity: Complexity,
    received_at: datetime,
    calendar: WorkCalendar,
    *,
    anonymous: bool,
) -> tuple[Clock, ...]:
    """Start every clock the standard asks for, all counted from receipt."""
    clocks = []
    for target in targets(policy, kind, priority, complexity):
        if anonymous and target.kind in TO_THE_PETITIONER:
            continue
        at = due_at(target, received_at, calendar)
        clocks.append(Clock(target.kind, target, at, at))
    return tuple(clocks)


def recount(case: Case, policy: Policy, complexity: Complexity, calendar: WorkCalendar) -> None:
    """Give a case's running clocks the targets it would be promised now, counted from receipt.

    A stopped clock keeps its verdict, one with an ordered day keeps that day, and the first
    day ever promised stays visible beside the new one.
    """
    fresh = promised(
        policy,
        case.type,
        case.priority,
        complexity,
        case.received_at,
        calendar,
        anonymous=case.anonymous,
    )
    kept = [c for c in case.clocks if c.cycle != case.cycle]
    for clock in fresh:
        old = case.clock(clock.kind)
        if old is None:
            kept.append(replace(clock, cycle=case.cycle))
        elif old.stopped_at is not None or _ordered(old):
            kept.append(old)
        else:
            kept.append(replace(old, target=clock.target, due_at=clock.due_at))
    named = {clock.kind for clock in fresh}
    kept += [
        c
        for c in case.clocks
        if c.cycle == case.cycle and c.kind not in named and c.stopped_at is not None
    ]
    case.clocks = tuple(kept)


def _ordered(clock: Clock) -> bool:
    return clock.target is not None and clock.target.origin is Origin.GIVEN
