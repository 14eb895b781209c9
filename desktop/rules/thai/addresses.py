"""Addresses as Thai offices write them, on letters and envelopes."""

from desktop.rules.complaint import Address
from desktop.rules.thai.digits import thai_digits

_CAPITAL = ("กรุงเทพมหานคร", "กรุงเทพฯ")


def address_lines(address: Address) -> tuple[str, ...]:
    """Write an address in lines: house and street, sub-district and district, province and code.

    What is not known leaves no trace; in Bangkok it is แขวง and เขต, and no จังหวัด.
    """
    capital = address.province in _CAPITAL
    area, district, province = ("แขวง", "เขต", "") if capital else ("ตำบล", "อำเภอ", "จังหวัด")
    lines = (
        (
            _named("", address.house),
            _named("หมู่ ", address.village),
            _named("ซอย", address.lane),
            _named("ถนน", address.road),
        ),
        (_named(area, address.subdistrict), _named(district, address.district)),
        (_named(province, address.province), address.postcode),
    )
    written = (" ".join(part for part in line if part) for line in lines)
    return tuple(thai_digits(line) for line in written if line)


def _named(kind: str, name: str) -> str:
    """Put the kind before a name, unless whoever typed it did."""
    return name if not name or name.startswith(kind.strip() or name) else kind + name
