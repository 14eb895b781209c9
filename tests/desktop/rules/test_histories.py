"""The clock as one function of its history, against an oracle that walks day by day."""

import random
import time as time_of_day
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import islice, pairwise

import pytest
from offices import GOVERNMENT, SHAPES, at, be
from walking import walked_due

from desktop.rules.calendar import differ_from
from desktop.rules.clocks import ClockKind, DueState, Pause, Rolling, Target, Unit, Verdict
from desktop.rules.complaint import ComplaintType
from desktop.rules.histories import (
    Began,
    Ended,
    Event,
    Extended,
    Judged,
    Ordered,
    Paused,
    Reading,
    Released,
    WentOn,
    read,
)
from desktop.rules.policy import SHIPPED, Complexity, Policy, Profile, Provision
from desktop.rules.priority import Priority
from desktop.rules.proceedings import WaitFor
from desktop.rules.thai.dates import at_office
from desktop.rules.worktime import Week, WorkCalendar

HISTORIES = 10_000
PER_CALENDAR = 50
FIRST, LAST = date(2025, 1, 1), date(2028, 12, 31)
OPENS = at(date(2026, 1, 5), "08:30")
PROFILE = Profile(ComplaintType.COMPLAINT, Priority.NORMAL, Complexity.GENERAL)
STOPPABLE = (ClockKind.ACKNOWLEDGE, ClockKind.REPLY, ClockKind.RESOLVE)


def calendar(dice: random.Random) -> WorkCalendar:
    week = Week((*(dice.choice(SHAPES) for _ in range(5)), (), dice.choice(SHAPES)))
    if not any(week.days):
        week = Week((SHAPES[1],) * 5 + ((), ()))
    span = (LAST - FIRST).days
    closed = {FIRST + timedelta(days=dice.randrange(span)): "ปิด" for _ in range(60)}
    start = dice.randrange(span)
    closed |= {FIRST + timedelta(days=start + n): "ปิด" for n in range(dice.randrange(40))}
    special = {FIRST + timedelta(days=dice.randrange(span)): dice.choice(SHAPES) for _ in range(30)}
    return WorkCalendar(week, FIRST, LAST, closed, special)


def policy(dice: random.Random) -> Policy:
    provisions = tuple(
        Provision(
            clock=dice.choice(STOPPABLE),
            amount=dice.choice((None, 0, 1, 3, 7, 20)),
            unit=dice.choice((Unit.WORKING_DAYS, Unit.CALENDAR_DAYS)),
            type=dice.choice((None, *ComplaintType)),
            priority=dice.choice((None, *Priority)),
        )
        if dice.random() < 0.8
        else Provision(
            clock=ClockKind.RESOLVE,
            amount=dice.randrange(1, 3000),
            unit=Unit.WORKING_MINUTES,
            priority=dice.choice((None, *Priority)),
        )
        for _ in range(dice.randrange(5))
    )
    return replace(
        SHIPPED,
        provisions=provisions,
        rolling=Rolling(dice.random() < 0.3, dice.random() < 0.3),
        cut_off=dice.choice((time(16, 30), time(12), time(15))),
    )


def profile(dice: random.Random) -> Profile:
    return Profile(
        dice.choice(tuple(ComplaintType)),
        dice.choice(tuple(Priority)),
        dice.choice(tuple(Complexity)),
    )


def history(dice: random.Random) -> list[Event]:
    """Make up what happens to a matter, in the order in which it happens."""
    moment = OPENS + timedelta(minutes=dice.randrange(300_000))
    events: list[Event] = [Began(moment, profile(dice), dice.random() < 0.1)]
    waiting = False
    for _ in range(dice.randrange(9)):
        moment += timedelta(minutes=dice.choice((1, 30, 600, 3000, 9000, 30_000)))
        chance = dice.random()
        if chance < 0.35:
            waiting = not waiting or dice.random() < 0.3
            events.append(
                Paused(moment, dice.choice(tuple(WaitFor))) if waiting else WentOn(moment)
            )
        elif chance < 0.5:
            events.append(Judged(moment, profile(dice)))
        elif chance < 0.62:
            events.append(Extended(moment, dice.choice(STOPPABLE[1:]), dice.randrange(1, 20)))
        elif chance < 0.72:
            kind = dice.choice((ClockKind.RESOLVE, ClockKind.SENDER))
            events.append(Ordered(moment, kind, moment + timedelta(days=dice.randrange(30))))
        elif chance < 0.9:
            events.append(Ended(moment, dice.choice((*STOPPABLE, ClockKind.SENDER))))
        elif chance < 0.95:
            events.append(
                Released(moment, frozenset(dice.sample((*STOPPABLE, ClockKind.SENDER), 2)))
            )
        else:
            waiting = False
            kinds = frozenset({ClockKind.REPLY, ClockKind.RESOLVE})
            events.append(Began(moment, profile(dice), kinds=kinds))
    return events


@dataclass
class Told:
    """One clock of one cycle, as the oracle finds it."""

    due_at: datetime | None = None
    stopped_at: datetime | None = None
    verdict: Verdict = Verdict.RUNNING
    amount: int = 0
    given: bool = False


def promised(policy: Policy, profile: Profile, kind: ClockKind) -> Target | None:
    """Choose what is promised the slow way: every line of the standard, the best one kept."""
    best: tuple[int, int, Provision] | None = None
    for place, line in enumerate(policy.provisions):
        named = [
            (line.type, profile.type),
            (line.priority, profile.priority),
        ]
        if line.clock is kind and all(want in (None, got) for want, got in named):
            weight = sum(want is not None for want, _ in named)
            if best is None or (weight, place) > best[:2]:
                best = (weight, place, line)
    if best is not None:
        line = best[2]
        return None if line.amount is None else Target(kind, line.amount, line.unit)
    if profile.type is ComplaintType.PRAISE:
        return None
    if kind is ClockKind.ACKNOWLEDGE:
        return Target(kind, policy.acknowledge, Unit.WORKING_DAYS)
    if kind is ClockKind.REPLY:
        return Target(kind, policy.reply, Unit.CALENDAR_DAYS)
    if profile.type is ComplaintType.INQUIRY:
        return None
    part = policy.resolve[profile.complexity] * policy.shortened[profile.priority]
    return Target(kind, max(1, -(-part // 100)), Unit.WORKING_DAYS)


class Oracle:
    """Tells each clock of each cycle from the list of events alone, by walking the days."""

    def __init__(self, events: list[Event], policy: Policy, calendar: WorkCalendar) -> None:
        self.policy, self.calendar = policy, calendar
        begins = [n for n, event in enumerate(events) if isinstance(event, Began)]
        self.cycles = [events[a:b] for a, b in pairwise([*begins, len(events)])]

    def told(self) -> dict[tuple[int, ClockKind], Told]:
        found: dict[tuple[int, ClockKind], Told] = {}
        sender: Told | None = None
        for number, events in enumerate(self.cycles, 1):
            over = self.cycles[number][0].at if number < len(self.cycles) else None
            for kind in STOPPABLE:
                told = self._clock(number, kind, events, over)
                if told is not None:
                    found[number, kind] = told
            sender = self._clock(number, ClockKind.SENDER, events, None, sender)
            if sender is not None and (over is None or sender.stopped_at is not None):
                # A day that the sender gave and that was not met goes on into the next cycle.
                found[number, ClockKind.SENDER] = sender
                sender = None
        return found

    def _clock(
        self,
        number: int,
        kind: ClockKind,
        events: list[Event],
        over: datetime | None,
        told: Told | None = None,
    ) -> Told | None:
        """Follow one clock event by event, finding its due instant anew after each."""
        began = events[0]
        assert isinstance(began, Began)
        judged, extra = began.profile, 0
        waits: list[tuple[datetime, datetime | None, WaitFor]] = []

        def wanted() -> Target | None:
            if began.anonymous and kind in (ClockKind.ACKNOWLEDGE, ClockKind.REPLY):
                return None
            if number > 1 and kind is ClockKind.ACKNOWLEDGE:
                return None
            if kind is ClockKind.SENDER:
                return None
            return promised(self.policy, judged, kind)

        def end_wait(moment: datetime) -> None:
            if waits and waits[-1][1] is None:
                waits[-1] = (waits[-1][0], moment, waits[-1][2])

        def count() -> None:
            nonlocal told, extra
            if told is not None and (told.stopped_at is not None or told.given):
                return
            target = wanted()
            if target is None:
                told, extra = None, 0
                return
            told = told or Told()
            pauses = [Pause(a, b) for a, b, whom in waits if pauses_it(whom, kind)]
            told.amount = target.amount + extra
            told.due_at = walked_due(
                target,
                began.at,
                self.calendar,
                self.policy.rolling,
                self.policy.cut_off,
                extra,
                pauses,
            )
            assert told.due_at is not None
            still = [p for p in pauses if p.stop is None and p.start <= told.due_at]
            told.verdict = Verdict.PAUSED if still else Verdict.RUNNING

        count()
        for event in events[1:]:
            match event:
                case Judged(profile=judged_now):
                    judged = judged_now
                case Paused(at=moment, whom=whom):
                    end_wait(moment)
                    waits.append((moment, None, whom))
                case WentOn(at=moment):
                    end_wait(moment)
                case Extended(kind=of, extra=more) if of is kind and told is not None:
                    if told.stopped_at is None:
                        extra += more
                case Ordered(kind=of, due_at=day) if of is kind:
                    told = told or Told()
                    if told.stopped_at is None:
                        told.due_at, told.given = day, True
                case Ended(at=moment, kind=of):
                    if waits and waits[-1][1] is None and pauses_it(waits[-1][2], of):
                        end_wait(moment)
                        count()
                    if of is kind and told is not None and told.stopped_at is None:
                        assert told.due_at is not None
                        told.stopped_at = moment
                        met = moment <= told.due_at
                        told.verdict = Verdict.MET if met else Verdict.MISSED
                case Released(at=moment, kinds=kinds) if kind in kinds and told is not None:
                    if told.stopped_at is None:
                        told.stopped_at, told.verdict = moment, Verdict.DROPPED
            count()
        if over is not None:
            end_wait(over)
            count()
        if over is not None and told is not None and told.stopped_at is None:
            told.stopped_at, told.verdict = over, Verdict.DROPPED
        return told


def pauses_it(whom: WaitFor, kind: ClockKind) -> bool:
    return kind is ClockKind.RESOLVE and whom is not WaitFor.UNIT


def made_up(seed: int) -> Iterator[tuple[list[Event], Policy, WorkCalendar]]:
    dice = random.Random(seed)
    for _ in range(HISTORIES // PER_CALENDAR):
        days = calendar(dice)
        for _ in range(PER_CALENDAR):
            yield history(dice), policy(dice), days


def by_clock(readings: tuple[Reading, ...]) -> dict[tuple[int, ClockKind], Reading]:
    return {(one.clock.cycle, one.clock.kind): one for one in readings}


@pytest.mark.slow
def test_ten_thousand_histories_are_what_walking_finds() -> None:
    now = at(date(2027, 6, 1))
    for events, standard, days in made_up(4):
        found = by_clock(read(events, standard, days, now))
        told = Oracle(events, standard, days).told()
        assert found.keys() == told.keys()
        for key, truth in told.items():
            clock, due = found[key].clock, found[key].due
            assert clock.due_at == truth.due_at, (key, events)
            assert (clock.stopped_at, clock.verdict) == (truth.stopped_at, truth.verdict)
            assert (due is None) == truth.given
            if due is not None:
                assert due.at == truth.due_at
                assert sum(line.counted for line in due.explanation) == truth.amount
                assert all(line.counted >= 0 for line in due.explanation)


def test_a_later_end_is_never_a_better_verdict_and_time_alone_heals_nothing() -> None:
    worse = (Verdict.MET, Verdict.MISSED)
    late = {DueState.LATE_TODAY, DueState.LATE_DAYS}
    for events, standard, days in islice(made_up(5), 400):
        begun = [event for event in events if not isinstance(event, Ended | Released)]
        last = begun[-1].at
        verdicts = []
        seen_late = False
        for hours in (1, 20, 200, 900, 3000, 8000):
            moment = last + timedelta(hours=hours)
            ended = [*begun, Ended(moment, ClockKind.RESOLVE)]
            cycle = sum(isinstance(event, Began) for event in events)
            found = by_clock(read(ended, standard, days, moment))
            if (cycle, ClockKind.RESOLVE) in found:
                verdicts.append(found[cycle, ClockKind.RESOLVE].clock.verdict)
            running = by_clock(read(begun, standard, days, moment))
            states = [
                r.standing.state
                for (_, kind), r in running.items()
                if kind is ClockKind.REPLY and r.clock.stopped_at is None
            ]
            if states:
                assert not seen_late or states[-1] in late
                seen_late = seen_late or states[-1] in late
        assert verdicts == sorted(verdicts, key=worse.index)


def test_waiting_never_brings_a_due_date_forward() -> None:
    now = at(date(2027, 6, 1))
    for events, standard, days in islice(made_up(6), 400):
        waited = by_clock(read(events, standard, days, now))
        straight = [event for event in events if not isinstance(event, Paused | WentOn)]
        for key, reading in by_clock(read(straight, standard, days, now)).items():
            due, moved = reading.clock.due_at, waited[key].clock.due_at
            assert due is not None
            assert moved is not None
            assert moved >= due


def test_no_clock_moves_that_fell_due_before_the_first_day_that_changed() -> None:
    now, dice = at(date(2027, 6, 1)), random.Random(7)
    stood = moved = 0
    for events, standard, days in islice(made_up(8), 1000):
        chosen = [FIRST + timedelta(days=dice.randrange(370, 620)) for _ in range(2)]
        closed = {**days.closed, chosen[0]: "ปิดเพิ่ม"}
        special = {**days.special, chosen[1]: dice.choice(SHAPES)}
        other = replace(days, closed=closed, special=special)
        first = differ_from(days, other)
        then = by_clock(read(events, standard, other, now))
        for key, reading in by_clock(read(events, standard, days, now)).items():
            due = reading.clock.due_at
            if reading.clock.stopped_at is not None or due is None:
                continue
            if first == date.max or due < at_office(first, time()):
                assert then[key].clock.due_at == due, (first, events)
                stood += 1
            else:
                moved += then[key].clock.due_at != due
    assert min(stood, moved) > 50


def test_another_week_or_a_shorter_calendar_may_move_everything() -> None:
    days = calendar(random.Random(9))
    assert differ_from(days, replace(days, closed={**days.closed})) == date.max
    assert differ_from(days, replace(days, week=Week((SHAPES[0],) * 7))) == date.min
    assert differ_from(days, replace(days, first=FIRST + timedelta(days=1))) == date.min
    assert differ_from(days, replace(days, last=LAST - timedelta(days=1))) == date.min
    longer = replace(days, first=FIRST - timedelta(days=1), last=LAST + timedelta(days=1))
    assert differ_from(days, longer) == date.max


@pytest.mark.skipif(not hasattr(time_of_day, "tzset"), reason="the system's zone cannot be set")
def test_the_zone_of_the_computer_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    now = at(date(2027, 6, 1))

    def told() -> list[tuple[Reading, ...]]:
        return [read(*made, now) for made in islice(made_up(7), 60)]

    answers = []
    for zone in ("Asia/Bangkok", "America/New_York", "Pacific/Kiritimati"):
        monkeypatch.setenv("TZ", zone)
        time_of_day.tzset()
        answers.append(told())
    monkeypatch.undo()
    time_of_day.tzset()
    assert answers[0] == answers[1] == answers[2]


def test_a_history_begins_with_a_cycle() -> None:
    with pytest.raises(ValueError, match="begins with a cycle"):
        read([WentOn(OPENS)], SHIPPED, calendar(random.Random(1)), OPENS)
    assert read([], SHIPPED, calendar(random.Random(1)), OPENS) == ()


def test_a_wait_of_ten_days_is_still_credited_when_the_priority_is_raised() -> None:
    received, paused = at(be(1, 7, 2569)), at(be(6, 7, 2569))
    events: list[Event] = [
        Began(received, PROFILE),
        Paused(paused, WaitFor.PETITIONER),
        WentOn(at(be(20, 7, 2569))),
        Judged(at(be(21, 7, 2569)), replace(PROFILE, priority=Priority.URGENT)),
    ]
    found = by_clock(read(events, SHIPPED, GOVERNMENT, at(be(21, 7, 2569))))
    clock = found[1, ClockKind.RESOLVE].clock
    # Eight working days from 1 July, ten of waiting in between.
    assert clock.due_at == at(be(27, 7, 2569), "16:30")
    assert found[1, ClockKind.ACKNOWLEDGE].clock.due_at == at(be(2, 7, 2569), "16:30")
