"""Measuring beside a floor: both in turn, in one run, so that both meet the same noise."""

import gc
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing beside its floor, in its unit, and how many floors it may take.

    Without a floor, `limit` is in that unit itself.
    """

    name: str
    ours: float
    limit: float
    floor: float | None = None
    unit: str = "ms"

    @property
    def measure(self) -> float:
        """Our time over the floor's, or our time where there is no floor."""
        return self.ours if self.floor is None else self.ours / self.floor

    @property
    def holds(self) -> bool:
        """Tell whether the limit is kept."""
        return self.measure <= self.limit

    def line(self) -> str:
        """Write the figure as one line of the table."""
        mark = "ok  " if self.holds else "FAIL"
        if self.floor is None:
            limit = f"{self.limit:g} {self.unit}"
            return f"{mark} {self.name:<46} {self.ours:>10.2f} {self.unit}  limit {limit}"
        return (
            f"{mark} {self.name:<46} {self.ours:>10.3f} {self.unit}"
            f"  floor {self.floor:>10.3f} {self.unit}"
            f"  ratio {self.measure:>7.3f}  limit {self.limit:.3g}"
        )


Work = Callable[[], object]


def timed(work: Work) -> float:
    """Return the milliseconds that a work took."""
    begun = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - begun)


def beside(
    name: str, limit: float, ours: Work, floor: Work, *, times: int, rounds: int = ROUNDS
) -> Figure:
    """Measure two works one after the other, again and again; the least of each's medians counts.

    Noise that lasts meets both alike, and noise that passes spoils one round of several.
    """
    ours()
    floor()
    with undisturbed():
        pairs = [[(timed(ours), timed(floor)) for _ in range(times)] for _ in range(rounds)]
    medians = [[statistics.median(side) for side in zip(*part, strict=True)] for part in pairs]
    return Figure(name, min(m[0] for m in medians), limit, min(m[1] for m in medians))


@contextmanager
def undisturbed() -> Iterator[None]:
    """Keep the garbage of one work from being swept in the time of another."""
    gc.collect()
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
