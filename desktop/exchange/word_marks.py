"""How a letter's Word file is marked, so that its parts and its draft are found again."""

import re

from desktop.papers.fonts import MISSING
from desktop.rules.corrections import Part

NAMES: dict[Part, str] = {
    Part.RECIPIENT: "เรียน",
    Part.SUBJECT: "เรื่อง",
    Part.REFERENCES: "อ้างถึง",
    Part.ENCLOSURES: "สิ่งที่ส่งมาด้วย",
    Part.BODY: "ข้อความ",
    Part.CLOSING: "คำลงท้าย",
    Part.COPIES: "สำเนาส่ง",
}
"""The parts that are marked, by the label each has on paper, or by their names."""
TAGS: dict[str, Part] = {f"letter_{part.value}": part for part in NAMES}
"""Names of the bookmarks around the parts; controls would come back doubled from LibreOffice."""
STYLES: dict[str, Part] = {f"Letter{part.name.title()}": part for part in NAMES}
"""Names of paragraph styles, for what is typed beside a bookmark or loses it."""
CONTINUED = "LetterContinued"
"""Style of a line that the clerk began by hand inside a paragraph of the body."""
HEADING = "LetterHeading"
"""Style of a heading in the body."""
STYLES |= {CONTINUED: Part.BODY, HEADING: Part.BODY}
STAMPED_TO = "ถึง"
"""Stands before the recipient of a stamped letter, which has no salutation."""
COMPLAINT, KIND, DRAFT = "LetterComplaint", "LetterKind", "LetterDraft"
"""Names of the file's own properties."""

_UNHELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML can hold."""


def held(text: str) -> str:
    """Return text as a Word file holds it: a tab parts what is ours, so a typed one is a blank."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _UNHELD.sub(MISSING, plain)


def unheld(text: str) -> list[str]:
    """Return the characters of a text that a Word file cannot hold."""
    return _UNHELD.findall(text)
