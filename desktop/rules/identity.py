"""Numbers that name a person or a telephone: read kindly, warned about, never refused outright."""

import re
from dataclasses import dataclass

from desktop.rules.thai.digits import Digits, arabic_digits, in_digits
from desktop.rules.thai.text import clean_line

_EXTENSION = re.compile(r"(?:ต่อ|กด|ext\.?|x|#)\s*(\d[\d\s,\-]*)$", re.IGNORECASE)
_LEAD = re.compile(r"^(?:โทรศัพท์|โทร|tel)\s*\.?\s*:?\s*", re.IGNORECASE)
_ABROAD = re.compile(r"^(?:\+|00)?660?(?=[1-9]\d{7,8}$)")
_HOTLINES = re.compile(r"1\d{2,3}|1[89]00\d{6}")
_LAND = re.compile(r"02\d{7}|0(?:3[2-9]|4[2-5]|5[2-6]|7[3-7])\d{6}")
_MOBILE = re.compile(r"0[689]\d{8}")


@dataclass(frozen=True, slots=True)
class IdReading:
    """An identity number as typed: its characters without spaces and strokes, and whether it fits.

    What does not fit may still be right: people without civil status and pupils with a G-code
    hold numbers of other kinds.
    """

    digits: str
    valid: bool


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone number as typed; `plausible` when it looks like one that exists in Thailand."""

    digits: str
    extension: str
    plausible: bool


def read_id(text: str) -> IdReading:
    """Read a national identity number and check its check digit."""
    # Brings much along, and is not needed before the first identity number.
    from stdnum.th import pin  # noqa: PLC0415

    digits = re.sub(r"[\s\-–]", "", arabic_digits(clean_line(text))).upper()
    return IdReading(digits, pin.is_valid(digits))


def display_id(digits: str, written: Digits = Digits.THAI) -> str:
    """Group a national identity number as on the card; anything else stays as it is."""
    if not re.fullmatch(r"\d{13}", digits):
        return digits
    grouped = "-".join((digits[0], digits[1:5], digits[5:10], digits[10:12], digits[12]))
    return in_digits(grouped, written)


def read_phone(text: str) -> Phone:
    """Read a telephone number in any writing, with its extension; +66 is the leading 0."""
    plain = _LEAD.sub("", arabic_digits(clean_line(text)))
    found = _EXTENSION.search(plain)
    extension = ""
    if found is not None:
        extension = re.sub(r"\s", "", found[1]).rstrip(",-")
        plain = plain[: found.start()]
    digits = _ABROAD.sub("0", re.sub(r"[\s\-–().]", "", plain), count=1)
    plausible = any(kind.fullmatch(digits) for kind in (_LAND, _MOBILE, _HOTLINES))
    return Phone(digits, extension, plausible)


def display_phone(text: str, written: Digits = Digits.THAI) -> str:
    """Group a telephone number as letters do: ๐๘ ๑๒๓๔ ๕๖๗๘, ๐ ๓๙๓๑ ๒๑๐๐, ๐ ๒๒๘๑ ๑๒๓๔."""
    phone = read_phone(text)
    digits = phone.digits
    if _MOBILE.fullmatch(digits):
        grouped = f"{digits[:2]} {digits[2:6]} {digits[6:]}"
    elif _LAND.fullmatch(digits):
        grouped = f"{digits[0]} {digits[1:5]} {digits[5:]}"
    elif phone.plausible:
        grouped = digits
    else:
        return in_digits(arabic_digits(text), written)
    if phone.extension:
        grouped += f" ต่อ {phone.extension}"
    return in_digits(grouped, written)
