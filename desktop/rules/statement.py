"""A statement given to the office: who gave it to whom, where and when, and what was said."""

from dataclasses import dataclass
from datetime import datetime

from desktop.rules.complaint import Matter

_ASKED = (
    ("subject", "ท่านมาพบเจ้าหน้าที่ด้วยเรื่องใด"),
    ("facts", "ข้อเท็จจริงเป็นอย่างไร"),
    ("place", "เหตุเกิดที่ใด"),
    ("harm", "ท่านได้รับความเดือดร้อนหรือเสียหายอย่างไร"),
    ("remedy", "ท่านประสงค์ให้ดำเนินการอย่างไร"),
    ("evidence", "ท่านมีพยานหลักฐานใด"),
)
"""What is asked of whoever comes, by what the answer is; statements are in Thai as all papers."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What was said and who said it; what is not known of the giver stays empty.

    `said` has a question or an answer a paragraph. The witness may be left to be written.
    """

    giver: str
    said: tuple[str, ...]
    place: str
    taken_at: datetime
    asker: str
    asker_position: str = ""
    age: str = ""
    occupation: str = ""
    citizen_id: str = ""
    address: str = ""
    witness: str = ""
    read_by_giver: bool = False
    """The giver read it; otherwise it was read to the giver."""


def begun(matter: Matter) -> str:
    """Write what somebody came to say as questions and answers, for a statement to begin with."""
    told = ((asked, getattr(matter, name).strip()) for name, asked in _ASKED)
    return "\n\n".join(f"ถาม {asked}\nตอบ {answer}" for asked, answer in told if answer)
