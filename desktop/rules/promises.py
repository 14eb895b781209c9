"""The clocks a complaint carries: promised at a cycle's start, recounted when something changes."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from desktop.rules.clocked import Clock, Clocked
from desktop.rules.clocks import ClockKind, Due, Origin, Pause, Target, Unit
from desktop.rules.counting import due, due_at, end_of_office_day
from desktop.rules.policy import Complexity, Policy, Profile, targets
from desktop.rules.thai.dates import official_date
from desktop.rules.worktime import WorkCalendar

TO_THE_PETITIONER = frozenset({ClockKind.ACKNOWLEDGE, ClockKind.REPLY})
"""Clocks that promise something to a person; nobody is promised anything when nobody signed."""


@dataclass(frozen=True, slots=True)
class Standard:
    """What a case's clocks are counted by: the standard it is pinned to, and the calendar."""

    policy: Policy
    calendar: WorkCalendar
    complexity: Complexity

    def due_at(
        self, target: Target, start: datetime, extra: int = 0, pauses: tuple[Pause, ...] = ()
    ) -> datetime:
        """Tell when a target falls due by this standard."""
        policy = self.policy
        return due_at(
            target,
            start,
            self.calendar,
            policy.rolling,
            policy.cut_off,
            extra=extra,
            pauses=pauses,
        )

    def explained(self, clock: Clock, pauses: tuple[Pause, ...]) -> Due:
        """Tell when a clock falls due, day by day; it must have a target and a start."""
        assert clock.target is not None
        assert clock.started_at is not None
        policy, stopped = self.policy, clock.stopped_at
        if stopped is not None:
            # What the office waited for afterwards no longer moved it.
            pauses = tuple(pause.until(stopped) for pause in pauses if pause.start < stopped)
        return due(
            clock.target,
            clock.started_at,
            self.calendar,
            policy.rolling,
            policy.cut_off,
            extra=clock.extra,
            pauses=pauses,
        )


def promised(
    standard: Standard, profile: Profile, start: datetime, *, anonymous: bool
) -> tuple[Clock, ...]:
    """Start every clock the standard asks for, all counted from one moment."""
    clocks = []
    for target in targets(standard.policy, profile):
        if anonymous and target.kind in TO_THE_PETITIONER:
            continue
        at = standard.due_at(target, start)
        clocks.append(Clock(target.kind, target, at, at, started_at=start))
    return tuple(clocks)


def given_by_sender(day: date, start: datetime, calendar: WorkCalendar) -> Clock:
    """Start the clock of a day that the sending agency set; only that agency can move it."""
    amount = (day - official_date(start)).days
    target = Target(ClockKind.SENDER, amount, Unit.CALENDAR_DAYS, Origin.GIVEN)
    at = end_of_office_day(day, calendar)
    return Clock(ClockKind.SENDER, target, at, at, started_at=start)


def promise(case: Clocked, standard: Standard, kinds: frozenset[ClockKind]) -> None:
    """Start the case's clocks of these kinds in its present cycle."""
    fresh = promised(
        standard, case.profile(standard.complexity), case.cycle_started_at, anonymous=case.anonymous
    )
    begun = tuple(replace(c, cycle=case.cycle) for c in fresh if c.kind in kinds)
    named = {clock.kind for clock in begun}
    kept = (c for c in case.clocks if c.cycle != case.cycle or c.kind not in named)
    case.clocks = (*kept, *begun)


def recount(case: Clocked, standard: Standard) -> None:
    """Give the running clocks what they would be promised now, and count them anew.

    Counted from the cycle's start with every pause and extension replayed. A stopped clock keeps
    its verdict, one with an ordered day keeps that day, and the first day ever promised stays
    visible beside the new one.
    """
    wanted = {
        target.kind: target
        for target in targets(standard.policy, case.profile(standard.complexity))
    }
    if case.anonymous:
        wanted = {k: target for k, target in wanted.items() if k not in TO_THE_PETITIONER}
    if case.cycle > 1:
        # Nobody acknowledges twice.
        wanted.pop(ClockKind.ACKNOWLEDGE, None)
    kept = [c for c in case.clocks if c.cycle != case.cycle]
    for clock in case.clocks:
        if clock.cycle != case.cycle:
            continue
        target = wanted.pop(clock.kind, None)
        if clock.stopped_at is not None or _ordered(clock):
            kept.append(clock)
        elif target is not None:
            kept.append(_counted(replace(clock, target=target), case, standard))
    for target in wanted.values():
        begun = Clock(
            target.kind, target, None, None, started_at=case.cycle_started_at, cycle=case.cycle
        )
        counted = _counted(begun, case, standard)
        kept.append(replace(counted, first_due_at=counted.due_at))
    case.clocks = tuple(kept)


def _counted(clock: Clock, case: Clocked, standard: Standard) -> Clock:
    assert clock.target is not None
    pauses = case.pauses(clock.kind)
    start = case.cycle_started_at
    at = standard.due_at(clock.target, start, clock.extra, pauses)
    return replace(clock, started_at=start, due_at=at).held(pauses)


def _ordered(clock: Clock) -> bool:
    return clock.target is not None and clock.target.origin is Origin.GIVEN
