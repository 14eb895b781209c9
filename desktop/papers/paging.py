"""Which lines of a letter's body go on which page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.papers import measures as m
from desktop.papers.engine import SetLine


@dataclass(frozen=True, slots=True)
class Row:
    """A line of body with the space before it, and where in its paragraph it stands."""

    line: SetLine
    before: float
    opens: bool
    ends: bool

    @property
    def height(self) -> float:
        """Points it takes down the page."""
        return m.LINE + self.before


def rows(paragraphs: Iterable[tuple[float, Sequence[SetLine]]]) -> tuple[Row, ...]:
    """Line up paragraphs, each with the space before it."""
    return tuple(
        Row(line, before if number == 0 else 0.0, number == 0, number == len(lines) - 1)
        for before, lines in paragraphs
        for number, line in enumerate(lines)
    )


def fitting(waiting: Sequence[Row], room: float, tail: float) -> int:
    """Count the lines for a page with so much room; all of them only if the tail fits as well.

    Otherwise room is kept for the catch-word, two lines stay for the closing's page, and where it
    can be helped no line of a paragraph stands alone at a page's foot or head.
    """
    if sum(row.height for row in waiting) + tail <= room:
        return len(waiting)
    room -= m.CATCH_WORD_LINES * m.LINE
    most, used = 0, 0.0
    for row in waiting[: max(0, len(waiting) - m.CLOSING_LINES)]:
        used += row.height
        if used > room:
            break
        most += 1
    return next((count for count in range(most, 0, -1) if _parts_well(waiting, count)), most)


def _parts_well(waiting: Sequence[Row], count: int) -> bool:
    last, first = waiting[count - 1], waiting[count]
    return (last.ends or not last.opens) and (first.opens or not first.ends)
