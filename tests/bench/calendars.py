"""The calendar over a whole register: adding to it, redating by it, proving it, counting tiles."""

import gc
import statistics
import time
from collections.abc import Iterator
from datetime import date
from functools import partial

from bench.due_dates import calendars, starts
from bench.floor import ROUNDS, Figure, Work, beside, timed, undisturbed
from bench.gaps import MOST, P99, Heart, waited
from bench.registers import LEAD, NOW, desk_of
from PySide6.QtCore import QObject

from db import register_query
from db.check import Proof, prove
from db.furnishing import Strongroom
from db.offices import SqlOffices
from db.standing import Standing
from desktop.acts.keeping_calendar import CalendarKept, KeepCalendar, keep_calendar
from desktop.rules.calendar import Holiday
from desktop.rules.people import Absent, Actor, Role
from desktop.views import RegisterQuery, RegisterView
from ui.operations import Operations
from ui.sweeping import Sweeper

ADDING = 60.0
"""How many calls of `hash()` an addition may take."""
REDATING, TILE = 2.0, 5.0
"""Seconds, milliseconds."""
PROVING, PART, PROVED = 90.0, 600.0, 600.0
"""Seconds for a million cases: their due dates, each other part, all of it.

A part takes the sum of what its pieces took, in however many processes.
"""
TILES, FIRST_ROWS, MORNING = 30.0, 50.0, 100.0
"""Milliseconds; rows are read beside the window's thread."""
PAGE = 128
VIEWS = (
    RegisterView.MINE,
    RegisterView.UNASSIGNED,
    RegisterView.SOON,
    RegisterView.LATE,
    RegisterView.WAITING,
    RegisterView.CHILD_DANGER,
    RegisterView.NO_CONTACT,
    RegisterView.WAIT_OVER,
    RegisterView.REFERRAL_OVER,
    RegisterView.INQUIRY_OVER,
)
"""What stands in the sidebar, on the board or in the morning's list."""
_OWNER = Actor(4, "", LEAD.roles)
_IN_STEAD = Actor(6, "", LEAD.roles, frozenset({Absent(4, set_by=LEAD.person_id)}))
"""For whom it is asked of each complaint of another whether it may be reached; accused in none."""
CLERK = Actor(4, "", frozenset({Role.CLERK}))
KEEPER = Actor(1, "ผู้ดูแลระบบ", frozenset({Role.ADMINISTRATOR}))
_TOMORROW = date(2026, 7, 16)


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


def redating(room: Strongroom, rounds: int = 3) -> Iterator[Figure]:
    """Give the office a holiday, and take it away again, so many times; the least time counts.

    It is done behind a beating window, whose garbage is swept as the program does it.
    """
    operations = Operations(desk_of(room))
    operations.sign_in(KEEPER)
    owner = QObject()
    sweeper = Sweeper(owner)
    holiday = Holiday(_TOMORROW, "วันหยุดราชการเพิ่มเป็นกรณีพิเศษ")
    both = KeepCalendar(holidays=(holiday,)), KeepCalendar(dropped=(_TOMORROW,))
    heart = Heart(owner)
    sweeper.start()
    waited(50)
    heart.start()
    kept = [_kept(operations, owner, one) for _ in range(rounds) for one in both]
    heart.stop()
    operations.close()
    gc.enable()
    moved = kept[0][0].cases
    taken = min(seconds for _, seconds in kept)
    yield Figure(f"a new holiday tomorrow, {moved:,} cases moved", taken, REDATING, unit="s")
    yield Figure("window's silence meanwhile, p99", heart.p99(), P99)
    yield Figure("window's silence meanwhile, longest", max(heart.gaps), MOST)


def _kept(
    operations: Operations, owner: QObject, command: KeepCalendar
) -> tuple[CalendarKept, float]:
    done: list[CalendarKept] = []
    begun = time.perf_counter()
    operations.write(owner, keep_calendar, command, done.append)
    while not done:
        waited(1)
    return done[0], time.perf_counter() - begun


def proving(room: Strongroom, cases: int) -> Iterator[Figure]:
    """Prove the register, part by part, as `main.py check` does: due dates and the whole."""
    taken: dict[Proof, float] = {}
    begun = time.perf_counter()
    assert prove(room, taken.__setitem__) == []
    whole = time.perf_counter() - begun
    share = max(cases, 50_000) / 1_000_000
    for proof, seconds in taken.items():
        limit = (PROVING if proof is Proof.DUE_DATES else PART) * share
        yield Figure(f"check of {cases:,} cases: {proof.value}", seconds, limit, unit="s")
    yield Figure(f"check of {cases:,} cases: all of it", whole, PROVED * share, unit="s")


def tiles(room: Strongroom, times: int = 20) -> Iterator[Figure]:
    """Count each standing view, and all that the sidebar counts."""
    with room.asking.connect() as connection:
        offices = SqlOffices(connection)
        of_whom = [(_OWNER, view, view.value) for view in VIEWS]
        of_whom.append((_IN_STEAD, RegisterView.MINE, "a substitute's work"))
        for actor, view, name in of_whom:

            def counted(actor: Actor = actor, view: RegisterView = view) -> int:
                wanted = register_query.view_of(offices, actor, view, NOW)
                return Standing(connection, actor).count(*wanted)

            yield _median(f"tile: {name}, {counted():,}", TILE, counted, times)
        standing = Standing(connection, _OWNER)
        name = f"tile: everything, {standing.everything():,}"
        yield _median(name, TILE, standing.everything, times)
    every = partial(room.reading.tiles, _OWNER, NOW)
    yield _median("every tile of the sidebar", TILES, every, times)


def lists(room: Strongroom, times: int = 5) -> Iterator[Figure]:
    """Read the standing views' first rows, the supervisor's board and this morning's list."""
    reading = room.reading
    for view in VIEWS:

        def begun(view: RegisterView = view) -> None:
            query = RegisterQuery(view)
            reading.register_rows(_OWNER, reading.register_ids(_OWNER, query, NOW, PAGE))

        yield _median(f"first rows: {view.value}", FIRST_ROWS, begun, times)
    yield _median("the supervisor's board", FIRST_ROWS, partial(reading.board, LEAD, NOW), times)
    for who, actor in (("the supervisor", LEAD), ("an owner", CLERK)):
        gathered = partial(reading.agenda, actor, NOW)
        yield _median(f"this morning's list for {who}", MORNING, gathered, times)


def _median(name: str, limit: float, work: Work, times: int) -> Figure:
    """Measure a work several times over; noise that passes spoils one round of several."""
    work()
    with undisturbed():
        rounds = [[timed(work) for _ in range(times)] for _ in range(ROUNDS)]
    return Figure(name, min(map(statistics.median, rounds)), limit)


def figures(room: Strongroom) -> Iterator[Figure]:
    """Measure all of it."""
    yield adding()
    yield from tiles(room)
    yield from lists(room)
    yield from redating(room)
    count = room.reading.tiles(LEAD, NOW).everything
    yield from proving(room, count)
