"""Names of people: prefix, first name, last name, as Thai offices write them."""

from dataclasses import dataclass

from desktop.rules.thai.text import clean_line

PREFIXES = (
    *("นาย", "นาง", "นางสาว", "เด็กชาย", "เด็กหญิง"),
    *("ดร.", "ผศ.ดร.", "รศ.ดร.", "ศ.ดร.", "ผศ.", "รศ.", "ศ.", "นพ.", "พญ."),
    *("พระ", "พระครู", "สามเณร", "แม่ชี"),
    *("ว่าที่ร้อยตรี", "ว่าที่ร้อยตรีหญิง", "ร้อยตรี", "ร้อยโท", "ร้อยเอก", "พันตรี", "พันโท", "พันเอก"),
    *("สิบตรี", "สิบโท", "สิบเอก", "จ่าสิบเอก", "ดาบตำรวจ", "สิบตำรวจเอก"),
    *("ร้อยตำรวจตรี", "ร้อยตำรวจโท", "ร้อยตำรวจเอก", "พันตำรวจตรี", "พันตำรวจโท", "พันตำรวจเอก"),
    *("ม.ร.ว.", "ม.ล.", "Mr.", "Mrs.", "Ms.", "Miss"),
)
"""Prefixes offered on the form, the common ones first; any other may be typed."""

_BY_LENGTH = sorted((*PREFIXES, "ด.ช.", "ด.ญ.", "น.ส."), key=len, reverse=True)
_SHORT = {"ด.ช.": "เด็กชาย", "ด.ญ.": "เด็กหญิง", "น.ส.": "นางสาว"}
_GIVEN = ("นายก",)
"""Beginnings that look like a prefix and are not one."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in its parts; each may be empty."""

    prefix: str
    first: str
    last: str


def split_name(text: str) -> Name:
    """Take a typed name apart; a short prefix is written out."""
    line = clean_line(text)
    prefix = next((p for p in _BY_LENGTH if _begins(line, p)), "")
    rest = line[len(prefix) :].strip()
    first, _, last = rest.partition(" ")
    return Name(_SHORT.get(prefix, prefix), first, last.strip())


def _begins(line: str, prefix: str) -> bool:
    if not line.startswith(prefix) or line == prefix:
        return False
    following = line[len(prefix)]
    if prefix.isascii() or following == " " or prefix.endswith("."):
        return True
    # A prefix joined to what follows counts only before the beginning of a syllable.
    return following not in "ะัาำิีึืุู็่้๊๋์" and not any(line.startswith(g + " ") for g in _GIVEN)


def full_name(prefix: str, first: str, last: str) -> str:
    """Write a name in full; a Thai prefix joins the first name, a Latin one does not."""
    joint = " " if prefix and prefix[-1].isascii() and prefix[0].isascii() else ""
    return " ".join(part for part in (f"{prefix}{joint}{first}".strip(), last) if part)
