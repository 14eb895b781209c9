"""Blanks in a text that is to be filled in: a name between square brackets, as [school]."""

import re
from dataclasses import dataclass

_BLANK = re.compile(r"\[([^\[\]\n]{1,60})\]")


@dataclass(frozen=True, slots=True)
class Blank:
    """Where a blank stands in its text, brackets and all, and what belongs there."""

    start: int
    end: int
    name: str


def blanks(text: str) -> tuple[Blank, ...]:
    """List the blanks of a text in their order."""
    return tuple(Blank(m.start(), m.end(), m.group(1).strip()) for m in _BLANK.finditer(text))


def next_blank(text: str, position: int) -> Blank | None:
    """Find the blank that begins at a position or after it."""
    return next((blank for blank in blanks(text) if blank.start >= position), None)
