"""The Thai national identity card: what stands on it, read from the bytes its chip gives.

The Department of Provincial Administration's layout: names and addresses in TIS-620, their parts
parted by #, filled up with spaces; dates as eight digits of the Buddhist era, where what is not
known of a birth is 00.
"""

from dataclasses import dataclass
from datetime import date

from desktop.rules.thai.text import clean_line

_ERA = 543
_HOUSE, _VILLAGE, _LANE, _SIDE_LANE, _ROAD, _SUBDISTRICT, _DISTRICT, _PROVINCE = range(8)
_NAME_PARTS, _ADDRESS_PARTS = 4, 8
_FULL_AGE = 20
"""Years of age at which somebody acts for himself (ป.พ.พ. มาตรา 19)."""


@dataclass(frozen=True, slots=True)
class IdCard:
    """What the desk needs of a card; the picture and the rest stay on it."""

    number: str
    prefix: str
    first: str
    last: str
    born: date | None
    expires: date | None
    house: str = ""
    village: str = ""
    lane: str = ""
    road: str = ""
    subdistrict: str = ""
    district: str = ""
    province: str = ""

    def expired(self, today: date) -> bool:
        """Tell whether the card is valid no more."""
        return self.expires is not None and self.expires < today

    def minor(self, today: date) -> bool:
        """Tell whether whose it is has not come of age."""
        if self.born is None:
            return False
        had = (today.month, today.day) >= (self.born.month, self.born.day)
        return today.year - self.born.year - (not had) < _FULL_AGE


def card_of(number: bytes, name: bytes, born: bytes, expires: bytes, address: bytes) -> IdCard:
    """Read the parts of a card; what is not there is left empty."""
    prefix, first, middle, last = _parts(name, _NAME_PARTS)
    where = _parts(address, _ADDRESS_PARTS)
    lanes = (_without(where[place], "ตรอก", "ซอย") for place in (_LANE, _SIDE_LANE))
    return IdCard(
        number=_text(number),
        prefix=prefix,
        first=" ".join(filter(None, (first, middle))),
        last=last,
        born=_day(born),
        expires=_day(expires),
        house=where[_HOUSE],
        village=_without(where[_VILLAGE], "หมู่ที่", "หมู่"),
        lane=" ".join(filter(None, lanes)),
        road=_without(where[_ROAD], "ถนน"),
        subdistrict=_without(where[_SUBDISTRICT], "ตำบล", "แขวง"),
        district=_without(where[_DISTRICT], "อำเภอ", "เขต"),
        province=_without(where[_PROVINCE], "จังหวัด"),
    )


def _text(content: bytes) -> str:
    return clean_line(content.rstrip(b"\x00\xff ").decode("cp874", "replace"))


def _parts(content: bytes, count: int) -> list[str]:
    parts = [clean_line(part) for part in _text(content).split("#")]
    return (parts + [""] * count)[:count]


def _without(text: str, *words: str) -> str:
    for word in words:
        if text.startswith(word):
            return text.removeprefix(word).strip()
    return text


def _day(content: bytes) -> date | None:
    """Read a day; a card for life says 99999999, and of an old birth only the year is known."""
    text = _text(content)
    if not (text.isascii() and text.isdecimal() and len(text) == len("25000101")):
        return None
    year, month, day = int(text[:4]) - _ERA, int(text[4:6]), int(text[6:])
    try:
        return date(year, month or 1, day or 1)
    except ValueError:
        return None
