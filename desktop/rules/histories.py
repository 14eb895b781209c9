"""Histories: what happened to a matter, event by event, and how its clocks stand after it.

The clock as one pure function: events, a version of the standard, a calendar and now go in; for
each clock its due instant, verdict, standing and explanation come out. A case keeps its clocks
counted by the same rules as it goes; here any history can be read anew, under any standard.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.rules.clocked import Clock, Clocked
from desktop.rules.clocks import ClockKind, Due, Origin, Standing, Target, Unit, standing
from desktop.rules.policy import Complexity, Policy, Profile
from desktop.rules.proceedings import Wait, WaitFor
from desktop.rules.promises import Standard, promise, recount
from desktop.rules.worktime import WorkCalendar

EVERY = frozenset(ClockKind)


@dataclass(frozen=True, slots=True)
class Began:
    """A cycle began: receipt, or the matter anew; what the last one owed is handed over."""

    at: datetime
    profile: Profile
    anonymous: bool = False
    kinds: frozenset[ClockKind] = EVERY


@dataclass(frozen=True, slots=True)
class Judged:
    """Priority, kind or category were judged anew."""

    at: datetime
    profile: Profile


@dataclass(frozen=True, slots=True)
class Paused:
    """The office began to wait; another wait ends at the same moment."""

    at: datetime
    whom: WaitFor


@dataclass(frozen=True, slots=True)
class WentOn:
    """What was waited for came."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Extended:
    """A clock was given more time in its target's unit; taken back, the same with a minus."""

    at: datetime
    kind: ClockKind
    extra: int


@dataclass(frozen=True, slots=True)
class Ordered:
    """A day was ordered or given for a clock, and is counted no more."""

    at: datetime
    kind: ClockKind
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Ended:
    """What a clock promised was done; a wait in which it stood still ends too."""

    at: datetime
    kind: ClockKind


@dataclass(frozen=True, slots=True)
class Released:
    """Clocks were owed no more."""

    at: datetime
    kinds: frozenset[ClockKind]


Event = Began | Judged | Paused | WentOn | Extended | Ordered | Ended | Released


@dataclass(frozen=True, slots=True)
class Reading:
    """How a clock stands, and why; an ordered day is not counted and has no explanation."""

    clock: Clock
    standing: Standing
    due: Due | None


@dataclass(slots=True, kw_only=True)
class _Course(Clocked):
    clocks: tuple[Clock, ...] = ()
    judged: Profile
    unsigned: bool = False

    @property
    def anonymous(self) -> bool:
        return self.unsigned

    def profile(self, complexity: Complexity) -> Profile:
        return replace(self.judged, complexity=complexity)


def read(
    events: Iterable[Event], policy: Policy, calendar: WorkCalendar, now: datetime
) -> tuple[Reading, ...]:
    """Read a history, in the order in which it happened; its first event begins a cycle."""
    course: _Course | None = None
    for event in events:
        if isinstance(event, Began):
            course = _begun(course, event, policy, calendar)
            continue
        if course is None:
            raise ValueError("a history begins with a cycle")
        _befall(course, event, policy, calendar)
    if course is None:
        return ()
    return tuple(
        _reading(clock, course, _standard(course, policy, calendar), now) for clock in course.clocks
    )


def _standard(course: _Course, policy: Policy, calendar: WorkCalendar) -> Standard:
    return Standard(policy, calendar, course.judged.complexity)


def _begun(before: _Course | None, event: Began, policy: Policy, calendar: WorkCalendar) -> _Course:
    course = _Course(cycle_started_at=event.at, judged=event.profile, unsigned=event.anonymous)
    if before is not None:
        if before.end_wait(event.at) is not None:
            recount(before, _standard(before, policy, calendar))
        before.hand_over(event.at)
        course.clocks, course.waits = before.clocks, before.waits
        course.cycle = before.cycle + 1
    promise(course, _standard(course, policy, calendar), event.kinds)
    return course


def _befall(course: _Course, event: Event, policy: Policy, calendar: WorkCalendar) -> None:
    standard = _standard(course, policy, calendar)
    match event:
        case Judged(profile=profile):
            course.judged = profile
            standard = _standard(course, policy, calendar)
        case Paused(at=at, whom=whom):
            course.end_wait(at)
            course.waits += (Wait(whom, "", at, cycle=course.cycle),)
        case WentOn(at=at):
            course.end_wait(at)
        case Extended(kind=kind, extra=extra):
            clock = course.clock(kind)
            if clock is not None and clock.stopped_at is None:
                course.replace_clock(replace(clock, extra=clock.extra + extra))
        case Ordered(at=at, kind=kind, due_at=due_at):
            _order(course, kind, at, due_at)
        case Ended(at=at, kind=kind):
            wait = course.open_wait()
            if wait is not None and kind in wait.whom.pauses:
                course.end_wait(at)
                recount(course, standard)
            course.stop(kind, at)
        case Released(at=at, kinds=kinds):
            for kind in kinds:
                course.drop(kind, at)
    recount(course, standard)


def _order(course: _Course, kind: ClockKind, at: datetime, due_at: datetime) -> None:
    clock = course.clock(kind)
    if clock is None:
        given = Target(kind, 0, Unit.CALENDAR_DAYS, Origin.GIVEN)
        fresh = Clock(kind, given, due_at, due_at, cycle=course.cycle, started_at=at)
        course.clocks = (*course.clocks, fresh)
    elif clock.stopped_at is None:
        assert clock.target is not None
        target = replace(clock.target, origin=Origin.GIVEN)
        course.replace_clock(replace(clock, target=target, due_at=due_at))


def _reading(clock: Clock, course: _Course, standard: Standard, now: datetime) -> Reading:
    counted = clock.target is not None and clock.target.origin is Origin.COMPUTED
    pauses = course.pauses_in(clock.cycle, clock.kind)
    explained = standard.explained(clock, pauses) if counted else None
    stands = standing(clock.due_at, clock.stopped_at, now, standard.calendar)
    return Reading(clock, stands, explained)
