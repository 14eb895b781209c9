"""Where a line of Thai may break: between words, and never inside what is read as one letter."""

import re
import tempfile
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import nlpo3

import resources

_NO_START = frozenset("ะัาำิีึืฺุูๅ็่้๊๋์ํ๎ๆฯ")
"""A line never begins with these."""
_NO_END = frozenset("เแโใไ")
"""A line never ends with these."""
_OPENING = frozenset("([{“‘\"'")
_CLOSING = frozenset(")]}”’\"'.,:;!?%/…")
_DIGITS = frozenset("0123456789๐๑๒๓๔๕๖๗๘๙")
_IN_NUMBERS = _DIGITS | frozenset(".,/:-")
_TONES = frozenset("่้๊๋")
_PIECES = re.compile(r" +|[^ ฀-๿]+|[฀-๿]+")
_LONGEST = 400
"""Characters given to the dictionary at once; its worst case grows with the square."""


def may_break(text: str, place: int) -> bool:
    """Tell whether the script lets a line end before this place of a text."""
    before, after = text[place - 1], text[place]
    if after in _NO_START or before in _NO_END or before in _OPENING or after in _CLOSING:
        return False
    if after in _DIGITS and before in _IN_NUMBERS:
        return False
    following = text[place + 1 : place + 3]
    # A consonant that is silenced stays with the word it ends.
    if following[:1] == "์" or (following[1:] == "์" and following[0] in "ิุ"):
        return False
    # These vowels are not whole without the consonant that closes the syllable.
    if before in "ัื็":
        return False
    return not (place >= 2 and text[place - 2] == "ั" and before in _TONES)


class Words:
    """Takes text apart into pieces between which a line may break.

    `own` are the office's own names, which no dictionary has.
    """

    def __init__(self, own: Iterable[str] = ()) -> None:
        self._dictionary = _load(frozenset(word for word in own if word))
        self.pieces = lru_cache(20_000)(self._pieces)

    def _pieces(self, text: str) -> tuple[str, ...]:
        """Return the pieces in order; joined they are the text, runs of spaces stand alone."""
        found: list[str] = []
        for run in _PIECES.findall(text):
            if "\u0e00" <= run[0] <= "\u0e7f":
                found.extend(self._thai(run))
            else:
                found.append(run)
        return tuple(_joined(found))

    def _thai(self, run: str) -> Iterable[str]:
        start = 0
        while len(run) - start > _LONGEST:
            end = start + _LONGEST
            while end > start + 1 and not may_break(run, end):
                end -= 1
            yield from nlpo3.segment(run[start:end], self._dictionary, safe=False)
            start = end
        yield from nlpo3.segment(run[start:], self._dictionary, safe=False)


def _joined(pieces: list[str]) -> list[str]:
    """Join pieces that the dictionary parted where the script may not be."""
    joined: list[str] = []
    for piece in pieces:
        if joined and piece[0] != " " and joined[-1][-1] != " ":
            both = joined[-1] + piece
            if not may_break(both, len(joined[-1])):
                joined[-1] = both
                continue
        joined.append(piece)
    return joined


@lru_cache(maxsize=16)
def _load(own: frozenset[str]) -> str:
    """Load the dictionary with the office's own words; return its name."""
    shipped = resources.path("words", "words_th.txt")
    name = f"words-{hash(own) & 0xFFFFFFFF:08x}"
    if not own:
        told, loaded = nlpo3.load_dict(str(shipped), name)
    else:
        with tempfile.TemporaryDirectory() as folder:
            mixed = Path(folder) / "words.txt"
            text = shipped.read_text("utf-8").rstrip("\n")
            mixed.write_text("\n".join((text, *sorted(own))), "utf-8")
            told, loaded = nlpo3.load_dict(str(mixed), name)
    if not loaded:
        raise RuntimeError(told)
    return name
