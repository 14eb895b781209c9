"""Due instants of very many clocks: counted by the rule, equal promises of one day only once."""

from collections.abc import Iterable
from datetime import time
from typing import Any

from sqlalchemy import Connection, select

from db import tables as t
from db.base import micros_of, moment_of
from desktop.rules.clocks import ClockKind, Pause, Rolling, Target, Unit
from desktop.rules.counting import due_at
from desktop.rules.policy import Policy
from desktop.rules.worktime import WorkCalendar

_DAY = 86_400_000_000
_BANGKOK = 7 * 3_600_000_000
"""Ahead of UTC, all year round."""
_UNITS = {unit.value: unit for unit in Unit}

Held = dict[tuple[int, int, str], tuple[Pause, ...]]
"""Times in which a clock stood still, by complaint, cycle and kind."""


class Counted:
    """Counts by one calendar and one way of counting, in the numbers that the register keeps."""

    def __init__(self, calendar: WorkCalendar, rolling: Rolling, cut_off: time) -> None:
        self._calendar, self._rolling, self._cut_off = calendar, rolling, cut_off
        self._known: dict[tuple[str, int, int], int] = {}

    def by(self, calendar: WorkCalendar) -> "Counted":
        """Count in the same way by another calendar."""
        return Counted(calendar, self._rolling, self._cut_off)

    def due(
        self, unit: str, amount: int, extra: int, started_at: int, pauses: tuple[Pause, ...]
    ) -> int:
        """Return when a clock falls due; `BeyondCalendar` when no day is known so far."""
        if pauses or self._rolling.start_roll or unit == Unit.WORKING_MINUTES.value:
            return self._due(unit, amount, extra, started_at, pauses)
        # Counted in days from the day of receipt, all that came on one day fall due together.
        key = (unit, amount + extra, (started_at + _BANGKOK) // _DAY)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._due(unit, amount, extra, started_at, ())
        return found

    def _due(
        self, unit: str, amount: int, extra: int, started_at: int, pauses: tuple[Pause, ...]
    ) -> int:
        start = moment_of(started_at)
        assert start is not None
        # Whose clock it is does not decide when it falls due.
        target = Target(ClockKind.RESOLVE, amount, _UNITS[unit])
        at = due_at(
            target, start, self._calendar, self._rolling, self._cut_off, extra=extra, pauses=pauses
        )
        return micros_of(at)


def by_version(calendar: WorkCalendar, policies: Iterable[Policy]) -> dict[int, Counted]:
    """Return by version of the standard how its clocks are counted; those alike share one."""
    alike: dict[Any, Counted] = {}
    found = {}
    for policy in policies:
        way = (policy.rolling, policy.cut_off)
        if way not in alike:
            alike[way] = Counted(calendar, *way)
        found[policy.version] = alike[way]
    return found


def held(
    connection: Connection, only: Any = None, *, within: tuple[int, int] | None = None
) -> Held:
    """Read the times in which clocks stood still; `only` and `within` narrow the complaints."""
    wait = t.wait.c
    asked = select(t.wait).order_by(wait.complaint_id, wait.position)
    if only is not None:
        asked = asked.where(wait.complaint_id.in_(only))
    if within is not None:
        asked = asked.where(wait.complaint_id.between(*within))
    found: Held = {}
    for row in connection.execute(asked.execution_options(yield_per=4096)):
        pause = Pause(row.started_at, row.ended_at)
        for kind in row.whom.pauses:
            key = (row.complaint_id, row.cycle, kind.value)
            found[key] = (*found.get(key, ()), pause)
    return found
