"""What a standard would have done: counted over a register as reading each history says."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, cast

import pytest
import sqlalchemy as sa

from db import tables as t
from db.cases import parts_of
from db.demo import Measure, fill, made_up_office
from db.furnishing import Strongroom
from db.mapping import case_of
from db.place import Place
from desktop.rules.case import Case
from desktop.rules.clocked import Clock
from desktop.rules.clocks import ClockKind, Origin, Rolling, Unit, Verdict
from desktop.rules.complaint import ComplaintType
from desktop.rules.histories import Began, Ended, Event, Extended, Paused, WentOn, read
from desktop.rules.policy import SHIPPED, Complexity, Policy, Provision
from desktop.rules.thai.dates import official_date
from desktop.rules.worktime import WorkCalendar

NOW = datetime(2026, 7, 15, 7, 40, tzinfo=UTC)
FIRST, LAST = date(2026, 2, 1), date(2026, 6, 30)
OWN = replace(
    SHIPPED,
    version=2,
    reply=9,
    resolve={Complexity.GENERAL: 6, Complexity.FACT_FINDING: 20, Complexity.COMPLEX: 40},
    provisions=(
        Provision(ClockKind.ACKNOWLEDGE, 120, Unit.WORKING_MINUTES, type=ComplaintType.GRIEVANCE),
        Provision(ClockKind.RESOLVE, None, Unit.WORKING_DAYS, type=ComplaintType.TIP),
    ),
)


@pytest.fixture
def made(place: Place) -> Iterator[Strongroom]:
    first = date(2026, 1, 5)
    room, setting = made_up_office(place, first, NOW, cast("Any", None))
    fill(room, setting, Measure(250, first), NOW, lambda *_: b"%PDF-1.4\n")
    yield room
    room.close()


def history(case: Case, clock: Clock, complexity: Complexity) -> list[Event]:
    """Tell what befell one clock, from its beginning to its end."""
    assert clock.started_at is not None
    assert clock.stopped_at is not None
    events: list[Event] = [Began(clock.started_at, case.profile(complexity))]
    for wait in case.waits:
        if wait.cycle != clock.cycle or wait.started_at >= clock.stopped_at:
            continue
        events.append(Paused(wait.started_at, wait.whom))
        if wait.ended_at is not None and wait.ended_at < clock.stopped_at:
            events.append(WentOn(wait.ended_at))
    if clock.extra:
        events.append(Extended(clock.stopped_at, clock.kind, clock.extra))
    return [*events, Ended(clock.stopped_at, clock.kind)]


def told(
    room: Strongroom, policy: Policy, calendar: WorkCalendar
) -> Counter[tuple[ClockKind, str]]:
    """Read the history of every clock that ended in the period."""
    found: Counter[tuple[ClockKind, str]] = Counter()
    complexities = {c.id: c.complexity for c in room.reading.lists(cast("Any", None)).categories}
    with room.asking.connect() as connection:
        every = connection.scalars(sa.select(t.complaint.c.id)).all()
        cases = [case_of(parts_of(connection, one)) for one in every]
    for case in cases:
        for clock in case.clocks:
            ended = (
                clock.stopped_at is not None and FIRST <= official_date(clock.stopped_at) <= LAST
            )
            counted = clock.target is not None and clock.target.origin is Origin.COMPUTED
            if not (ended and counted and clock.verdict in (Verdict.MET, Verdict.MISSED)):
                continue
            events = history(case, clock, complexities[case.category_id])
            readings = read(events, policy, calendar, NOW)
            own = [one.clock.verdict for one in readings if one.clock.kind is clock.kind]
            found[clock.kind, own[0].value if own else "free"] += 1
    return found


@pytest.mark.parametrize("rolling", [Rolling(), Rolling(start_roll=True, end_roll=True)])
def test_a_tried_standard_judges_as_reading_every_history_does(
    made: Strongroom, rolling: Rolling
) -> None:
    policy = replace(OWN, rolling=rolling)
    truth = told(made, policy, made.reading.days().calendar())
    counted: Counter[tuple[ClockKind, str]] = Counter()
    for one in made.reading.standard_tried(cast("Any", None), policy, FIRST, LAST):
        counted[one.kind, "met"], counted[one.kind, "missed"] = one.met, one.missed
        counted[one.kind, "free"] = one.free
    assert +counted == truth
    assert sum(truth.values()) > 100
    assert {verdict for _, verdict in truth} == {"met", "missed", "free"}
