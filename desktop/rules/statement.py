"""A statement given to the office: who gave it to whom, where and when, and what was said."""

from dataclasses import dataclass
from datetime import datetime


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
