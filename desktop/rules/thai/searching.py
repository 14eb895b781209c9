"""The folded form under which Thai text is found, however it was typed."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from desktop.rules.thai.digits import arabic_digits

SEARCH_VERSION = 1
"""Grows whenever forms change; stored forms of another version are made again."""

_HIDDEN = re.compile(
    "[\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]"
)
_TONES = "่้๊๋"
_ABOVE = frozenset("็่้๊๋์")
_CLUSTER = re.compile("[ัิ-ฺ็-๎]{2,}")
_SPLIT_AM = re.compile(f"ํ([{_TONES}]*)า")
_TONE_AFTER_AM = re.compile(f"ำ([{_TONES}]+)")
_REPEATED = re.compile("([ะาำๅเ-ไ])\\1+")
_NUMBER = re.compile(r"(\d{1,9})(?:\s*/\s*(\d{4}|\d{2}))?")
_MOST_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class NumberAsked:
    """A complaint number as somebody typed it; `year` is of the Buddhist era, if it was given."""

    running: int
    year: int | None


@lru_cache(maxsize=4096)
def search_form(text: str) -> str:
    """Return the form that texts meaning the same share; for comparing only, never shown.

    Folds compatibility forms, เเ to แ, the order and doubling of marks, the two ways of writing
    ำ, Thai digits, case and blanks.
    """
    form = text
    for _ in range(_MOST_ROUNDS):
        folded = _fold(form)
        if folded == form:
            break
        form = folded
    return form


@lru_cache(maxsize=2048)
def places(text: str, forms: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Return where in a text words stand that are given in their folded form, from and to.

    What folding takes away goes with the letter before it, so that no letter is parted from its
    marks.
    """
    whole = search_form(text)
    if not any(form in whole for form in forms):
        return ()
    lengths = (len(search_form(text[:place])) for place in range(len(text) + 1))
    ends = list(accumulate(lengths, max))
    found: list[tuple[int, int]] = []
    for form in forms:
        at = whole.find(form)
        while at >= 0:
            begin = bisect_right(ends, at) - 1
            end = bisect_left(ends, at + len(form))
            while end < len(text) and unicodedata.category(text[end]) in ("Mn", "Cf"):
                end += 1
            found.append((begin, end))
            at = whole.find(form, at + len(form))
    return tuple(_apart(found))


def _apart(found: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join what overlaps."""
    last: tuple[int, int] | None = None
    for begin, end in sorted(found):
        if last is None:
            last = begin, end
        elif begin <= last[1]:
            last = last[0], max(last[1], end)
        else:
            yield last
            last = begin, end
    if last is not None:
        yield last


def number_asked(query: str) -> NumberAsked | None:
    """Read ๐๐๔๒, 42/2569, 0042 or ๔๒/๖๙ as a complaint number; None if it is not one."""
    found = _NUMBER.fullmatch(arabic_digits(query).strip())
    if found is None:
        return None
    year = None if found[2] is None else int(found[2])
    if year is not None and year < 100:
        year += 2500
    return NumberAsked(int(found[1]), year)


def digits_asked(query: str) -> str:
    """Return the digits of a query that holds nothing but a phone number's characters, else ""."""
    plain = arabic_digits(query)
    return re.sub(r"\D", "", plain) if re.fullmatch(r"[\d\s()+\-.]+", plain) else ""


def _fold(text: str) -> str:
    form = unicodedata.normalize("NFKC", arabic_digits(text).casefold())
    form = " ".join(_HIDDEN.sub("", form).split()).replace("เเ", "แ")
    form = _CLUSTER.sub(lambda found: _ordered(found[0]), form)
    # Looking for one letter is far quicker than for a pattern.
    if "ํ" in form:
        form = _SPLIT_AM.sub(lambda found: found[1] + "ำ", form)
    if "ำ" in form:
        form = _TONE_AFTER_AM.sub(lambda found: found[1] + "ำ", form)
    return _REPEATED.sub(r"\1", form)


@lru_cache(maxsize=1024)
def _ordered(cluster: str) -> str:
    marks = dict.fromkeys(cluster)
    vowels = "".join(mark for mark in marks if mark not in _ABOVE)
    return vowels + "".join(mark for mark in marks if mark in _ABOVE)
