"""Clocks as a matter carries them, and what carries them: cycles, waits, verdicts."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.errors import Refused
from desktop.rules.clocks import ClockKind, Pause, Target, Verdict
from desktop.rules.policy import Complexity, Profile
from desktop.rules.proceedings import Wait, pauses_of
from desktop.rules.reasons import Reason


@dataclass(frozen=True, slots=True)
class Clock:
    """A promise of time in one cycle of a complaint.

    `due_at` is the day that binds now, `first_due_at` the first one promised; both are absent
    where the policy gives no target. `extra` is what was extended, in the target's unit.
    `stopped_at` freezes the verdict.
    """

    kind: ClockKind
    target: Target | None
    first_due_at: datetime | None
    due_at: datetime | None
    stopped_at: datetime | None = None
    verdict: Verdict = Verdict.RUNNING
    cycle: int = 1
    extra: int = 0
    started_at: datetime | None = None
    """From when it is counted; absent where the register is older than this."""

    def stopped(self, at: datetime) -> "Clock":
        """Freeze the clock; exactly at the due instant is on time."""
        if self.stopped_at is not None:
            return self
        if self.due_at is None:
            verdict = Verdict.ABSENT
        else:
            verdict = Verdict.MET if at <= self.due_at else Verdict.MISSED
        return replace(self, stopped_at=at, verdict=verdict)

    def dropped(self, at: datetime) -> "Clock":
        """Let nobody owe it any more; a verdict already given stays."""
        if self.stopped_at is not None:
            return self
        return replace(self, stopped_at=at, verdict=Verdict.DROPPED)

    def held(self, pauses: tuple[Pause, ...]) -> "Clock":
        """Show whether it stands still."""
        if self.stopped_at is not None:
            return self
        still = stands_still(self.due_at, pauses)
        return replace(self, verdict=Verdict.PAUSED if still else Verdict.RUNNING)


@dataclass(slots=True, kw_only=True)
class Clocked(ABC):
    """What carries clocks, cycle by cycle.

    `cycle_started_at` is the moment the present cycle is counted from: receipt, or when the
    matter began anew.
    """

    clocks: tuple[Clock, ...]
    cycle: int = 1
    cycle_started_at: datetime
    waits: tuple[Wait, ...] = ()

    @property
    @abstractmethod
    def anonymous(self) -> bool:
        """Tell whether nobody signed."""

    @abstractmethod
    def profile(self, complexity: Complexity) -> Profile:
        """Return what decides how long it may take."""

    def clock(self, kind: ClockKind) -> Clock | None:
        """Find this cycle's clock of a kind."""
        return next((c for c in self.clocks if c.kind is kind and c.cycle == self.cycle), None)

    def stop(self, kind: ClockKind, at: datetime) -> Clock | None:
        """Stop a clock if it runs, and return it as it now stands."""
        clock = self.clock(kind)
        if clock is not None:
            self.replace_clock(clock.stopped(at))
        return self.clock(kind)

    def drop(self, kind: ClockKind, at: datetime) -> None:
        """Let a clock be owed no more, if it runs."""
        clock = self.clock(kind)
        if clock is not None:
            self.replace_clock(clock.dropped(at))

    def hand_over(self, at: datetime) -> None:
        """Let what this cycle still owes be owed no more: the next promises its own.

        Only the day that the sending agency set goes on as it stands, into the next cycle: it
        moves by that agency's consent, whatever begins anew here.
        """
        self.clocks = tuple(
            replace(clock, cycle=self.cycle + 1)
            if clock.kind is ClockKind.SENDER
            and clock.cycle == self.cycle
            and clock.stopped_at is None
            else clock
            for clock in self.clocks
        )
        for kind in ClockKind:
            self.drop(kind, at)

    def pauses(self, kind: ClockKind) -> tuple[Pause, ...]:
        """List the times of this cycle in which a clock of a kind stood still."""
        return self.pauses_in(self.cycle, kind)

    def pauses_in(self, cycle: int, kind: ClockKind) -> tuple[Pause, ...]:
        """List the times of a cycle in which a clock of a kind stood still."""
        return pauses_of(self.waits, cycle, kind)

    def open_wait(self) -> Wait | None:
        """Find the wait that has not ended."""
        return next((wait for wait in self.waits if wait.ended_at is None), None)

    def end_wait(self, at: datetime) -> Wait | None:
        """End the open wait, if there is one, and return it as it ended."""
        wait = self.open_wait()
        if wait is None:
            return None
        if at < wait.started_at:
            raise Refused(Reason.BEFORE_WAIT, field="at")
        ended = replace(wait, ended_at=at)
        self.waits = tuple(ended if one is wait else one for one in self.waits)
        return ended

    def replace_clock(self, clock: Clock) -> None:
        """Put a clock in the place of the one of its kind and cycle."""
        self.clocks = tuple(
            clock if (c.kind, c.cycle) == (clock.kind, clock.cycle) else c for c in self.clocks
        )

    def next_due(self) -> Clock | None:
        """Find the running clock that falls due first."""
        return first_due(self.clocks)


def first_due(clocks: Iterable[Clock]) -> Clock | None:
    """Find the running clock that falls due first."""
    running = [
        c
        for c in clocks
        if c.stopped_at is None and c.due_at is not None and c.verdict is not Verdict.PAUSED
    ]
    return min(running, key=lambda c: (c.due_at, c.kind.value), default=None)


def stands_still(due_at: datetime | None, pauses: Iterable[Pause]) -> bool:
    """Tell whether a pause holds a clock: what was late when the pause began stays late."""
    return due_at is not None and any(
        pause.stop is None and pause.start <= due_at for pause in pauses
    )
