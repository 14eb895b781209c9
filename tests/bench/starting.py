"""Starting the program: our window and its rows, beside an empty Qt window."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench.floor import Figure

SHOWN, USABLE = 2.0, 5.0
_HERE = Path(__file__).resolve().parent
_PATIENCE = 60
# As an office starts it: with the compiled files that the start before has left.
_ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "QT_QPA_PLATFORM": "offscreen",
    "PYTHONPATH": os.pathsep.join((str(_HERE.parents[1]), str(_HERE.parent))),
}
Moments = dict[str, float]


def started(program: str, *words: str) -> Moments:
    """Run a program of its own; return the milliseconds from its start to what it tells."""
    begun = time.time()
    done = subprocess.run(  # noqa: S603 - our own two programs
        [sys.executable, str(_HERE / program), *words],
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
        check=False,
        env=_ENVIRONMENT,
    )
    told = dict(line.split(" ", 1) for line in done.stdout.splitlines() if " " in line)
    if "shown" not in told:
        raise RuntimeError(f"{program} told nothing: {done.stderr[-2000:]}")
    return {what: 1000 * (float(at) - begun) for what, at in told.items() if what in _TOLD}


_TOLD = frozenset({"shown", "usable"})


def figures(folder: Path, rounds: int = 5, times: int = 3) -> Iterator[Figure]:
    """Measure starts in turn, each in a process of its own."""
    bare: list[float] = []
    ours: dict[str, list[float]] = {what: [] for what in sorted(_TOLD)}
    started("bare_window.py")
    started("own_window.py", str(folder))
    for _ in range(rounds):
        pairs = [
            (started("bare_window.py"), started("own_window.py", str(folder))) for _ in range(times)
        ]
        bare.append(statistics.median(floor["shown"] for floor, _ in pairs))
        for what, medians in ours.items():
            medians.append(statistics.median(own[what] for _, own in pairs))
    floor = min(bare)
    yield Figure("window shown: ours / an empty window", min(ours["shown"]), SHOWN, floor)
    yield Figure("rows usable: ours / an empty window", min(ours["usable"]), USABLE, floor)
