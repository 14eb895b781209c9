"""Registers to measure on: the made-up office with as many cases as asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, cast

from db.demo import Measure, fill, made_up_office
from db.furnishing import Strongroom, furnish
from db.place import Place
from desktop.demo.office import Setting
from desktop.demo.plans import RESTING
from desktop.ports import Desk
from desktop.rules.people import Actor, Role

NOW = datetime(2026, 7, 15, 7, 40, tzinfo=UTC)
FIRST = date(2022, 10, 1)
OF_EACH = 800
"""One in so many is a recent case at rest in each status that few are in."""
LEAD = Actor(2, "นางวิภา นำทาง", frozenset({Role.SUPERVISOR, Role.CLERK}))
"""Who looks at the lists: the made-up supervisor, who may see everything."""
_SHEET = b"%PDF-1.4\n% one sheet stands for every letter of a register made for measuring lists\n"


def register(folder: Path, count: int) -> tuple[Strongroom, Setting]:
    """Make a register of so many cases, of which one in thirty or so is open."""
    room, setting = made_up_office(Place(folder), FIRST, NOW, cast("Any", None))
    if count:
        at_rest = count // OF_EACH
        gone = Measure(count - at_rest * len(RESTING), FIRST, at_rest=at_rest)
        fill(room, setting, gone, NOW, lambda *_: _SHEET)
    return room, setting


def desk_of(room: Strongroom) -> Desk:
    """Put together what acts and pages lean on; nothing here prints."""
    random = iter(range(1, 10**9))
    return Desk(
        unit=room.unit,
        reading=room.reading,
        press=cast("Any", None),
        passwords=room.passwords,
        drafts=room.drafts,
        now=lambda: NOW,
        random=lambda size: next(random).to_bytes(size, "big"),
    )


@contextmanager
def opened(folder: Path) -> Iterator[Strongroom]:
    """Open a register that was made before."""
    room = furnish(Place(folder))
    try:
        yield room
    finally:
        room.close()
