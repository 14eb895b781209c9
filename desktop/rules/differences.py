"""What differs between two texts: kept, removed and added pieces, never inside a letter."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

Segment = Callable[[str], Sequence[str]]
"""Takes a text apart into words; joined they are the text."""

_MOST = 400
"""Pieces that two texts may differ in before they are told as one for the other."""
_FOLLOWING = frozenset("ะาำๅ\u200d\ufe0e\ufe0f")
"""What belongs to the letter before it, beside the marks above and below."""
_LEADING = frozenset("เแโใไ\u200d")
"""What belongs to the letter after it."""


class Change(StrEnum):
    """What became of a piece of text."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text and what became of it."""

    change: Change
    text: str


Row = tuple[Piece, ...]
"""A paragraph's pieces in order: without what was added the old text, without what was removed
the new; a paragraph that came or went is all of one kind."""


def differences(old: Sequence[str], new: Sequence[str], segment: Segment) -> tuple[Row, ...]:
    """Compare paragraphs, and the words of those that changed."""
    rows: list[Row] = []
    for removed, kept, added in _blocks(tuple(old), tuple(new)):
        both = min(len(removed), len(added))
        rows.extend(
            text_differences(before, after, segment)
            for before, after in zip(removed, added, strict=False)
        )
        rows.extend((Piece(Change.REMOVED, text),) for text in removed[both:])
        rows.extend((Piece(Change.ADDED, text),) for text in added[both:])
        rows.extend((Piece(Change.KEPT, text),) for text in kept)
    return tuple(rows)


def text_differences(old: str, new: str, segment: Segment) -> Row:
    """Compare the words of two texts."""
    pieces: list[Piece] = []
    blocks = _calm(list(_blocks(_whole(segment(old)), _whole(segment(new)))))
    for removed, kept, added in blocks:
        told = ((Change.REMOVED, removed), (Change.ADDED, added), (Change.KEPT, kept))
        pieces.extend(Piece(change, "".join(part)) for change, part in told if any(part))
    return tuple(pieces)


def before(row: Row) -> str:
    """Return the old text of a row."""
    return "".join(piece.text for piece in row if piece.change is not Change.ADDED)


def after(row: Row) -> str:
    """Return the new text of a row."""
    return "".join(piece.text for piece in row if piece.change is not Change.REMOVED)


_Parts = tuple[str, ...]
_Block = tuple[_Parts, _Parts, _Parts]
"""What was removed, what was kept after it, what was added in its place."""


def _whole(pieces: Sequence[str]) -> _Parts:
    """Join pieces between which a letter would be parted from its marks."""
    whole: list[str] = []
    for piece in pieces:
        if whole and piece and not may_part(whole[-1][-1], piece[0]):
            whole[-1] += piece
        elif piece:
            whole.append(piece)
    return tuple(whole)


def may_part(before: str, after: str) -> bool:
    """Tell whether two characters belong to different letters."""
    marks = unicodedata.category(after)[0] == "M" or after in _FOLLOWING
    return not (marks or before in _LEADING or (before == "\r" and after == "\n"))


def _calm(blocks: list[_Block]) -> Iterator[_Block]:
    """Join changes that only blanks part: one long change is easier read than many short ones."""
    pending: _Block | None = None
    for removed, kept, added in blocks:
        if pending is None:
            pending = (removed, kept, added)
        elif not "".join(pending[1]).strip() and any(map(bool, pending)):
            between = pending[1]
            pending = (
                (*pending[0], *between, *removed),
                kept,
                (*pending[2], *between, *added),
            )
        else:
            yield pending
            pending = (removed, kept, added)
    if pending is not None:
        yield pending


def _blocks(old: _Parts, new: _Parts) -> Iterator[_Block]:
    """Yield changes and what was kept after each; the first may be empty."""
    start = _same(old, new)
    end = _same(old[start:][::-1], new[start:][::-1])
    head, tail = old[:start], old[len(old) - end :]
    middle = _steps(old[start : len(old) - end], new[start : len(new) - end])
    steps = [*((Change.KEPT, one) for one in head), *middle, *((Change.KEPT, one) for one in tail)]
    removed: list[str] = []
    added: list[str] = []
    for kept, run in groupby(steps, lambda step: step[0] is Change.KEPT):
        if kept:
            yield tuple(removed), tuple(one for _, one in run), tuple(added)
            removed, added = [], []
        else:
            for change, one in run:
                (removed if change is Change.REMOVED else added).append(one)
    if removed or added:
        yield tuple(removed), (), tuple(added)


def _same(one: _Parts, other: _Parts) -> int:
    """Count how many pieces at the start are the same."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _steps(old: _Parts, new: _Parts) -> list[tuple[Change, str]]:
    """Return the fewest steps from old to new (E. W. Myers, 1986), or all of one for the other."""
    far: dict[int, int] = {1: 0}
    trail: list[dict[int, int]] = []
    for cost in range(min(len(old) + len(new), _MOST) + 1):
        trail.append(dict(far))
        for line in range(-cost, cost + 1, 2):
            down = line == -cost or (line != cost and far[line - 1] < far[line + 1])
            x = far[line + 1] if down else far[line - 1] + 1
            while x < len(old) and x - line < len(new) and old[x] == new[x - line]:
                x += 1
            far[line] = x
            if x >= len(old) and x - line >= len(new):
                return _walked(old, new, trail)
    return [*((Change.REMOVED, one) for one in old), *((Change.ADDED, one) for one in new)]


def _walked(old: _Parts, new: _Parts, trail: list[dict[int, int]]) -> list[tuple[Change, str]]:
    """Go back along the trail and tell the steps in order."""
    steps: list[tuple[Change, str]] = []
    x, y = len(old), len(new)
    for cost in range(len(trail) - 1, -1, -1):
        far, line = trail[cost], x - y
        down = line == -cost or (line != cost and far[line - 1] < far[line + 1])
        came = line + 1 if down else line - 1
        from_x = far[came] if cost else 0
        from_y = from_x - came if cost else 0
        while x > from_x and y > from_y:
            x, y = x - 1, y - 1
            steps.append((Change.KEPT, old[x]))
        if cost and down:
            y -= 1
            steps.append((Change.ADDED, new[y]))
        elif cost:
            x -= 1
            steps.append((Change.REMOVED, old[x]))
    return steps[::-1]
