"""Which rows of a paper's body go on which page."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.papers import measures as m
from desktop.papers.engine import SetLine
from desktop.papers.sheet import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(ABC):
    """One line's depth of body: where in its paragraph it stands, and what it must stay with.

    `line` is what a catch-word tells of it, after its `mark` if it has one.
    """

    line: SetLine
    before: float = 0.0
    opens: bool = True
    ends: bool = True
    keeps: bool = False
    """Whether the next row must be on the same page."""
    mark: str = ""

    @property
    def height(self) -> float:
        """Points it takes down the page."""
        return m.LINE + self.before

    @property
    def head(self) -> tuple["Row", ...]:
        """Rows to repeat above this one where it is a page's first."""
        return ()

    @abstractmethod
    def draw(self, sheet: Sheet, *, cut: bool) -> None:
        """Draw it below where the sheet stands; cut, the page ends there in spite of `keeps`."""


def fitting(waiting: Sequence[Row], room: float, tail: float, *, fresh: bool) -> int:
    """Count the rows for a page with so much room; all of them only if the tail fits as well.

    Otherwise room is kept for the catch-word, two lines stay for the closing's page, and where it
    can be helped no line of a paragraph stands alone at a page's foot or head. A page that is not
    `fresh` had better be turned at once than parted badly: then the count is 0.
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
    worst = most if fresh else 0
    return next((count for count in range(most, 0, -1) if _parts_well(waiting, count)), worst)


def _parts_well(waiting: Sequence[Row], count: int) -> bool:
    last, first = waiting[count - 1], waiting[count]
    if last.keeps:
        return False
    return (last.ends or not last.opens) and (first.opens or not first.ends)
