"""The calendar over a whole register: adding to it, redating by it, proving it, counting tiles."""

import statistics
import time
from collections.abc import Iterator
from datetime import date

from bench.due_dates import calendars, starts
from bench.floor import Figure, beside, timed
from bench.gaps import P99, Heart, waited
from bench.registers import LEAD, NOW, desk_of
from PySide6.QtCore import QObject

from db import register_query
from db.check import Proof, prove
from db.furnishing import Strongroom
from desktop.acts.keeping_calendar import CalendarKept, KeepCalendar, keep_calendar
from desktop.rules.calendar import Holiday
from desktop.rules.people import Actor, Role
from desktop.views import RegisterView
from ui.operations import Operations

ADDING = 60.0
"""How many calls of `hash()` an addition may take."""
REDATING, PROVING, TILE = 2.0, 90.0, 5.0
"""Seconds, seconds for a million cases, milliseconds."""
BLINK = 300.0
"""Milliseconds."""
KEEPER = Actor(1, "ผู้ดูแลระบบ", frozenset({Role.ADMINISTRATOR}))
_WEEK_AHEAD = date(2026, 7, 22)


def adding(times: int = 100) -> Figure:
    """Measure an addition of working time beside so many calls of `hash()`."""
    calendar, _ = calendars()
    moments = starts()

    def ours() -> None:
        for at in moments:
            calendar.add(at, 60 * 420 * 60)

    def floor() -> None:
        for at in moments:
            hash(at)

    return beside("calendar add / hash() of a moment", ADDING, ours, floor, times=times)


def redating(room: Strongroom) -> Iterator[Figure]:
    """Give the office a holiday next week, and take it away again, behind a beating window."""
    operations = Operations(desk_of(room))
    operations.sign_in(KEEPER)
    owner = QObject()
    heart = Heart(owner)
    waited(50)
    heart.start()
    taken, moved = [], 0
    holiday = Holiday(_WEEK_AHEAD, "วันหยุดราชการเพิ่มเป็นกรณีพิเศษ")
    for command in (KeepCalendar(holidays=(holiday,)), KeepCalendar(dropped=(holiday.date,))):
        done: list[CalendarKept] = []
        begun = time.perf_counter()
        operations.write(owner, keep_calendar, command, done.append)
        while not done:
            waited(1)
        taken.append(time.perf_counter() - begun)
        moved = done[0].cases
    heart.stop()
    operations.close()
    yield Figure(f"a new holiday, {moved:,} cases moved", max(taken), REDATING, unit="s")
    yield Figure("window's silence meanwhile, p99", heart.p99(), P99)


def proving(room: Strongroom, cases: int) -> Iterator[Figure]:
    """Prove the register, part by part; only the due dates have a limit."""
    taken: dict[Proof, float] = {}
    assert prove(room, taken.__setitem__) == []
    for proof, seconds in taken.items():
        limit = PROVING * max(cases, 10_000) / 1_000_000 if proof is Proof.DUE_DATES else 3600.0
        yield Figure(f"check of {cases:,} cases: {proof.value}", seconds, limit, unit="s")


def tiles(room: Strongroom, times: int = 20) -> Iterator[Figure]:
    """Count each standing view of open cases."""
    with room.asking.connect() as connection:
        for view in (
            RegisterView.MINE,
            RegisterView.UNASSIGNED,
            RegisterView.SOON,
            RegisterView.LATE,
        ):

            def counted(view: RegisterView = view) -> None:
                register_query.count(connection, _OWNER, view, NOW)

            counted()
            spent = statistics.median(timed(counted) for _ in range(times))
            yield Figure(f"tile of open cases: {view.value}", spent, TILE)


def boards(room: Strongroom, times: int = 5) -> Iterator[Figure]:
    """Gather the supervisor's board and this morning's list."""
    reading = room.reading
    for name, gather in (
        ("the supervisor's board", lambda: reading.board(LEAD, NOW)),
        ("this morning's list", lambda: reading.agenda(LEAD, NOW)),
    ):
        gather()
        yield Figure(name, statistics.median(timed(gather) for _ in range(times)), BLINK)


_OWNER = Actor(4, "", LEAD.roles)


def figures(room: Strongroom) -> Iterator[Figure]:
    """Measure all of it."""
    yield adding()
    yield from tiles(room)
    yield from boards(room)
    yield from redating(room)
    count = room.reading.tiles(LEAD, NOW).everything
    yield from proving(room, count)
