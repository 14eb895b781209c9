"""Tracking codes on slips: short, unguessable, and a slip of the finger is noticed."""

import re
from collections.abc import Callable

from desktop.rules.thai.digits import arabic_digits
from desktop.rules.thai.text import clean_line

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTVWXYZ"
"""31 characters without those that look alike (0 O, 1 I, U V); a prime number of them."""
LENGTH = 9
"""Random characters before the check character: more than 44 bits."""

_BETWEEN = re.compile(r"[\s.\-‐-―−]")
_BASE = len(ALPHABET)
_VALUES = {char: value for value, char in enumerate(ALPHABET)}


def new_code(random: Callable[[int], bytes]) -> str:
    """Draw a code from a source of random bytes, grouped as K7M-4Q2-9XB-T."""
    # Far more bits than needed, so that the remainder favours no character noticeably.
    value = int.from_bytes(random(16), "big")
    chars = []
    for _ in range(LENGTH):
        value, digit = divmod(value, _BASE)
        chars.append(ALPHABET[digit])
    code = "".join(chars)
    return _grouped(code + _check(code))


def read_code(text: str) -> str | None:
    """Return a typed code in its grouped form, or None when it cannot be one."""
    plain = _BETWEEN.sub("", arabic_digits(clean_line(text))).upper()
    if len(plain) != LENGTH + 1 or any(char not in _VALUES for char in plain):
        return None
    if _check(plain[:-1]) != plain[-1]:
        return None
    return _grouped(plain)


def _check(code: str) -> str:
    # Weights that differ, modulo a prime: any one wrong character and any swap shows.
    total = sum((place + 2) * _VALUES[char] for place, char in enumerate(code))
    return ALPHABET[-total % _BASE]


def _grouped(code: str) -> str:
    return "-".join(code[start : start + 3] for start in range(0, len(code), 3))
