"""Registering into this register beside a small one, in turn: the last complaint costs no more."""

import secrets
import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bench.floor import ROUNDS, Figure, timed, undisturbed
from bench.registering import commands
from bench.registers import LEAD, NOW, desk_of, register

from db.furnishing import Strongroom
from desktop.acts.registering import RegisterComplaint
from desktop.acts.registering import register as register_complaint
from desktop.demo.office import setting_of

SMALL = 1_000
SLOWER, LONGEST = 1.2, 500.0
"""Times the small one's median; milliseconds."""


def figures(room: Strongroom, folder: Path, times: int = 60) -> Iterator[Figure]:
    """Measure registrations in turn; the least of each side's medians counts, and the longest."""
    small, _ = register(folder / "small", SMALL)
    sides = [_registering(one, times * ROUNDS + 1) for one in (small, room)]
    for side in sides:
        side()
    rounds: list[Sequence[tuple[float, float]]] = []
    with undisturbed():
        for _ in range(ROUNDS):
            rounds.append([(timed(sides[0]), timed(sides[1])) for _ in range(times)])
    small.close()
    least = [min(statistics.median(pair[n] for pair in part) for part in rounds) for n in (0, 1)]
    count = room.reading.tiles(LEAD, NOW).everything
    name = f"registering into {count:,} cases"
    yield Figure(f"{name} / into {SMALL:,}, median", least[1], SLOWER, least[0])
    yield Figure(f"{name}, longest", max(pair[1] for part in rounds for pair in part), LONGEST)


def _registering(room: Strongroom, count: int) -> Callable[[], object]:
    # Codes that no run before has given, as the register may have been measured before.
    desk = replace(desk_of(room), random=secrets.token_bytes)
    run = secrets.token_hex(8)
    orders = iter(commands(setting_of(room.reading, NOW.date()), count))

    def one() -> None:
        order: RegisterComplaint = next(orders)
        register_complaint(replace(order, key=f"{run}-{order.key}"), desk, LEAD)

    return one
