"""Where a list comes from: which lines, in which order, what they say, and what may leave."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop.acts.exporting import LinesOut
from desktop.ports import Desk
from desktop.rules.people import Actor
from desktop.rules.saved_tables import SavedList

Wanted = Callable[[], bool]
"""Tells whether somebody still waits for the answer."""


@dataclass(frozen=True, slots=True)
class Source:
    """The questions of one list.

    `ids` answers a query of the list's own shape, all of it or its first so many; `rows` returns
    lines in the order asked. `leaving` shows a line as it may leave the program, and `out` reads
    lines to be saved, or refuses who may not take them out.
    """

    kept: SavedList
    ids: Callable[[Desk, Actor, Any, datetime, int | None, Wanted], "array[int]"]
    rows: Callable[[Desk, Actor, Sequence[int]], Sequence[Any]]
    leaving: Callable[[Any], Any]
    out: Callable[[Desk, Actor, Sequence[int]], LinesOut]
