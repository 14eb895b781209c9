"""The order of the Royal Institute's dictionary, as a key that any database can compare."""

import re
from functools import lru_cache

from desktop.rules.thai.digits import arabic_digits

SORT_VERSION = 1
"""Grows whenever keys change; stored keys of another version are made again."""

LONGEST = 250
"""Characters of a key that are kept."""
_LEADING = "เแโใไ"
_CONSONANTS = frozenset(chr(code) for code in range(0x0E01, 0x0E2F))
# Marks weigh only when all letters are equal, in this order.
_MARKS = {mark: str(weight) for weight, mark in enumerate("็่้๊๋์ํ๎", 1)}
# The dictionary reads over these, and over every space and stroke.
_THAI_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_READ_OVER = re.compile(f"[^\\w{_THAI_MARKS}]|[_ๆฯ]")
_NUMBER = re.compile(r"\d+")


@lru_cache(maxsize=4096)
def sort_key(text: str) -> str:
    """Return a key whose code-point order is dictionary order; numbers go by their value.

    The key holds the letters, each leading vowel behind its consonant; then the marks; then the
    text itself, so that only equal texts have equal keys.
    """
    plain = _READ_OVER.sub("", arabic_digits(text).casefold())
    letters: list[str] = []
    marks: list[str] = []
    held = ""
    for char in _NUMBER.sub(lambda found: _by_value(found[0]), plain):
        if char in _MARKS:
            if marks:
                marks[-1] += _MARKS[char]
            continue
        if held:
            # A leading vowel is read after the consonant it stands before.
            letters += [char, held] if char in _CONSONANTS else [held, char]
            marks += ["0", "0"]
            held = ""
        elif char in _LEADING:
            held = char
        else:
            letters.append(char)
            marks.append("0")
    letters.append(held)
    return "\x01".join(("".join(letters), "".join(marks).rstrip("0"), text.replace("\0", "")))


def kept_key(text: str) -> str:
    """Return as much of a key as lists keep: an index takes no longer ones, and nobody reads on."""
    return sort_key(text)[:LONGEST]


def _by_value(digits: str) -> str:
    """Write a number so that longer ones come after shorter ones."""
    significant = digits.lstrip("0") or "0"
    return f"{min(len(significant), 99):02d}{significant}"
