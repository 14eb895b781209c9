"""Names of people: prefix, first name, last name, as Thai offices write them."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.rules.thai.text import clean_line

_RANKS = {
    "ร.ต.": "ร้อยตรี",
    "ร.ท.": "ร้อยโท",
    "ร.อ.": "ร้อยเอก",
    "พ.ต.": "พันตรี",
    "พ.ท.": "พันโท",
    "พ.อ.": "พันเอก",
    "ส.ต.": "สิบตรี",
    "ส.ท.": "สิบโท",
    "ส.อ.": "สิบเอก",
    "จ.ส.อ.": "จ่าสิบเอก",
    "ด.ต.": "ดาบตำรวจ",
    "ส.ต.อ.": "สิบตำรวจเอก",
    "ร.ต.ต.": "ร้อยตำรวจตรี",
    "ร.ต.ท.": "ร้อยตำรวจโท",
    "ร.ต.อ.": "ร้อยตำรวจเอก",
    "พ.ต.ต.": "พันตำรวจตรี",
    "พ.ต.ท.": "พันตำรวจโท",
    "พ.ต.อ.": "พันตำรวจเอก",
}
PREFIXES = (
    *("นาย", "นาง", "นางสาว", "เด็กชาย", "เด็กหญิง"),
    *("ดร.", "ผศ.ดร.", "รศ.ดร.", "ศ.ดร.", "ผศ.", "รศ.", "ศ.", "นพ.", "พญ."),
    *("นายแพทย์", "แพทย์หญิง", "ทันตแพทย์", "ทันตแพทย์หญิง", "เภสัชกร", "เภสัชกรหญิง"),
    *("พระ", "พระครู", "พระมหา", "สามเณร", "แม่ชี"),
    *("ว่าที่ร้อยตรี", "ว่าที่ร้อยตรีหญิง", "ว่าที่ร้อยโท", "ว่าที่ร้อยเอก", "ว่าที่พันตรี"),
    *_RANKS.values(),
    *("พลตรี", "พลโท", "พลเอก", "พลตำรวจตรี", "พลตำรวจโท", "พลตำรวจเอก"),
    *("ม.จ.", "ม.ร.ว.", "ม.ล.", "Mr.", "Mrs.", "Ms.", "Miss"),
)
"""Prefixes offered on the form, the common ones first; any other may be typed."""

_SHORT = {
    "ด.ช.": "เด็กชาย",
    "ด.ญ.": "เด็กหญิง",
    "น.ส.": "นางสาว",
    # Every rank as it may be typed: short or full, acting or not, a woman's or not.
    **{
        f"{acting}{rank}{woman}": f"{acting.strip()}{full}{woman}"
        for short, full in _RANKS.items()
        for rank in (short, full)
        for acting in ("", "ว่าที่", "ว่าที่ ")
        for woman in ("", "หญิง")
    },
}
_BY_LENGTH = sorted({*PREFIXES, *_SHORT}, key=len, reverse=True)
_OFFICES = (
    *("นายกรัฐมนตรี", "นายกเทศมนตรี", "นายกองค์การ", "นายกสมาคม", "นายกอบ", "นายก "),
    *("นายอำเภอ", "นายทะเบียน", "นายแพทย์สาธารณสุข", "นายสถานี", "นายด่าน"),
)
"""Beginnings that look like a prefix and are an office."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in its parts; each may be empty."""

    prefix: str
    first: str
    last: str


def split_name(text: str) -> Name:
    """Take a typed name apart; a short prefix is written out."""
    line = clean_line(text)
    prefix = "" if line.startswith(_OFFICES) else _prefix(line)
    first, _, last = line[len(prefix) :].strip().partition(" ")
    return Name(_SHORT.get(prefix, prefix), first, last.strip())


def without_short_prefix(word: str) -> str:
    """Return a name as it is searched for: a short prefix is kept written out, so it goes."""
    if word in _SHORT and word.endswith("."):
        return ""
    prefix = _prefix(word)
    return word[len(prefix) :].lstrip() if prefix in _SHORT else word


def _prefix(line: str) -> str:
    return next((prefix for prefix in _BY_LENGTH if _begins(line, prefix)), "")


def _begins(line: str, prefix: str) -> bool:
    if not line.startswith(prefix) or line == prefix:
        return False
    following = line[len(prefix)]
    if following == " " or prefix.endswith("."):
        return True
    # A prefix joined to what follows counts only before the beginning of a syllable or word.
    return not prefix.isascii() and following not in "ะัาำิีึืฺุู็่้๊๋์ํ"


def called(name: str, people: Iterable[tuple[int, str, bool]]) -> int | None:
    """Find the one of these people whose first and last name this is, whatever the prefix.

    Each is known by identity, name, and whether still at work here; who left is found where nobody
    at work is called so. Nobody where the last name is missing, or where two are called so.
    """
    wanted = split_name(name)
    if not (wanted.first and wanted.last):
        return None
    found = [
        (identity, active)
        for identity, known, active in people
        if (other := split_name(known)).first == wanted.first and other.last == wanted.last
    ]
    found = [one for one in found if one[1]] or found
    return found[0][0] if len(found) == 1 else None


def full_name(prefix: str, first: str, last: str) -> str:
    """Write a name in full; a Thai prefix joins the first name, a Latin one does not."""
    joint = " " if prefix.isascii() or first.isascii() else ""
    return " ".join(part for part in (f"{prefix}{joint}{first}".strip(), last) if part)
