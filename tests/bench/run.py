"""Every speed beside its own floor: `python3 main.py bench [GROUP …] [--cases N] [--keep FOLDER]`.

Each group runs in a process of its own, so that none meets the leavings of another. A figure past
its limit fails the whole.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bench.floor import Figure

CASES = 100_000
_ROOT = Path(__file__).resolve().parents[2]


def due_dates(_place: Path) -> Iterator[Figure]:
    """Count working time."""
    from bench import due_dates as group  # noqa: PLC0415 - each process enters its own rooms

    yield from group.figures()


def registering(place: Path) -> Iterator[Figure]:
    """Register complaints."""
    from bench import registering as group  # noqa: PLC0415

    with tempfile.TemporaryDirectory(dir=place.parent) as folder:
        yield from group.figures(Path(folder))


def listing(place: Path) -> Iterator[Figure]:
    """Read pages of the register."""
    from bench import listing as group  # noqa: PLC0415
    from bench.registers import opened  # noqa: PLC0415

    with opened(place) as room:
        yield from group.figures(room)


def searching(place: Path) -> Iterator[Figure]:
    """Search the register."""
    from bench import searching as group  # noqa: PLC0415
    from bench.registers import opened  # noqa: PLC0415

    with opened(place) as room:
        yield from group.figures(room)


def orders(place: Path) -> Iterator[Figure]:
    """Ask for twelve lists, each narrowed and sorted."""
    from bench import orders as group  # noqa: PLC0415
    from bench.registers import opened  # noqa: PLC0415

    with opened(place) as room:
        yield from group.figures(room)


def growing(place: Path) -> Iterator[Figure]:
    """Register into a large register and into a small one."""
    from bench import growing as group  # noqa: PLC0415
    from bench.registers import opened  # noqa: PLC0415

    with tempfile.TemporaryDirectory(dir=place.parent) as folder, opened(place) as room:
        yield from group.figures(room, Path(folder))


def opening(place: Path) -> Iterator[Figure]:
    """Open the register in the window, and find one's way in it."""
    from bench import opening as group  # noqa: PLC0415
    from bench.registers import opened  # noqa: PLC0415

    from ui.application import Application  # noqa: PLC0415

    application = Application()
    with opened(place) as room:
        yield from group.figures(room)
    application.quit()


def painting(place: Path) -> Iterator[Figure]:
    """Paint the table."""
    from bench import painting as group  # noqa: PLC0415
    from bench.registers import opened  # noqa: PLC0415

    from ui.application import Application  # noqa: PLC0415

    application = Application()
    with opened(place) as room:
        yield from group.figures(room)
    application.quit()


def gaps(place: Path) -> Iterator[Figure]:
    """Work the window."""
    from bench import gaps as group  # noqa: PLC0415
    from bench.registers import opened  # noqa: PLC0415

    from ui.application import Application  # noqa: PLC0415

    application = Application()
    with opened(place) as room:
        yield from group.figures(room)
    application.quit()


def calendar(place: Path) -> Iterator[Figure]:
    """Redate and prove the register."""
    from bench import calendars as group  # noqa: PLC0415
    from bench.registers import opened  # noqa: PLC0415

    from ui.application import Application  # noqa: PLC0415

    application = Application()
    with opened(place) as room:
        yield from group.figures(room)
    application.quit()


def papers(place: Path) -> Iterator[Figure]:
    """Print letters."""
    from bench import papers as group  # noqa: PLC0415
    from bench.registers import NOW, opened  # noqa: PLC0415

    from desktop.demo.office import setting_of  # noqa: PLC0415

    with opened(place) as room:
        yield from group.figures(setting_of(room.reading, NOW.date()))


def books(place: Path) -> Iterator[Figure]:
    """Print a long register."""
    from bench import books as group  # noqa: PLC0415
    from bench.registers import opened  # noqa: PLC0415

    with opened(place) as room:
        yield from group.figures(room)


def starting(place: Path) -> Iterator[Figure]:
    """Start the program."""
    from bench import starting as group  # noqa: PLC0415

    yield from group.figures(place)


GROUPS: dict[str, Callable[[Path], Iterator[Figure]]] = {
    group.__name__: group
    for group in (
        starting,
        registering,
        listing,
        searching,
        orders,
        opening,
        painting,
        gaps,
        growing,
        due_dates,
        calendar,
        papers,
        books,
    )
}

REGISTER = (opening, painting, orders, searching, gaps, growing)
"""What a clerk meets in the register, asked for by one name."""


def main(arguments: Sequence[str]) -> int:
    """Measure what is asked for; return 1 when a limit was passed."""
    parser = argparse.ArgumentParser(prog="python3 main.py bench")
    parser.add_argument("groups", nargs="*", choices=[*GROUPS, "register", []], metavar="GROUP")
    parser.add_argument("--cases", type=int, default=CASES)
    parser.add_argument("--keep", type=Path, help="folder of a register to make, or to use again")
    parser.add_argument("--on", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    groups = [
        one
        for name in asked.groups or list(GROUPS)
        for one in ([each.__name__ for each in REGISTER] if name == "register" else [name])
    ]
    if asked.on is not None:
        return _measure(groups, asked.on)
    if asked.keep is not None:
        return _all(groups, asked.keep.resolve(), asked.cases)
    with tempfile.TemporaryDirectory() as folder:
        return _all(groups, Path(folder) / "register", asked.cases)


def _all(groups: Sequence[str], place: Path, cases: int) -> int:
    begun = time.monotonic()
    if place.exists():
        _renew(place)
    else:
        _make(place, cases)
    failed = [group for group in groups if _elsewhere(group, place)]
    _say(f"measured in {time.monotonic() - begun:.0f} s")
    if failed:
        _say(f"past their limits: {', '.join(failed)}")
    return 1 if failed else 0


def _make(place: Path, cases: int) -> None:
    from bench.registers import register  # noqa: PLC0415

    begun = time.monotonic()
    room, _ = register(place, cases)
    room.close()
    taken = time.monotonic() - begun
    _say(f"     a register of {cases:,} cases was made in {taken:.1f} s")


def _renew(place: Path) -> None:
    """Bring a register that was kept to today's shape; what was copied before is not needed."""
    from bench.registers import NOW  # noqa: PLC0415

    from db.place import Place  # noqa: PLC0415
    from db.upgrade import upgrade  # noqa: PLC0415

    copy = upgrade(Place(place), NOW)
    if copy is not None:
        copy.unlink()


def _elsewhere(group: str, place: Path) -> bool:
    """Measure a group in a process of its own; tell whether it failed."""
    done = subprocess.run(  # noqa: S603 - ourselves again
        [sys.executable, "-m", "bench.run", group, "--on", str(place)],
        check=False,
        cwd=_ROOT,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(_ROOT), str(_ROOT / "tests"))),
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        },
    )
    return done.returncode != 0


def _measure(groups: Sequence[str], place: Path) -> int:
    holds = True
    for group in groups:
        for figure in GROUPS[group](place):
            _say(figure.line())
            holds = holds and figure.holds
    return 0 if holds else 1


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
