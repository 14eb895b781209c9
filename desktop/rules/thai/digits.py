"""Thai and Arabic digits."""

import re
from enum import StrEnum

_THAI = "๐๑๒๓๔๕๖๗๘๙"
_FULL_WIDTH = "０１２３４５６７８９"
_ARABIC = re.compile("[0-9]")
_OTHER = re.compile(f"[{_THAI}{_FULL_WIDTH}]")
_TO_THAI = str.maketrans("0123456789", _THAI)
_TO_ARABIC = str.maketrans(_THAI + _FULL_WIDTH, "0123456789" * 2)


class Digits(StrEnum):
    """Which digits a text is written in."""

    THAI = "thai"
    ARABIC = "arabic"


def thai_digits(text: str) -> str:
    """Write every Arabic digit as a Thai one."""
    # Most texts have none, and looking is ten times faster than translating.
    return text.translate(_TO_THAI) if _ARABIC.search(text) else text


def arabic_digits(text: str) -> str:
    """Write every Thai or full-width digit as an Arabic one."""
    return text.translate(_TO_ARABIC) if _OTHER.search(text) else text


def in_digits(text: str, digits: Digits) -> str:
    """Write a text that was made with Arabic digits in the digits asked for."""
    return thai_digits(text) if digits is Digits.THAI else text
