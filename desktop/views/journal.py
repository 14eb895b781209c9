"""The office's journal as a list: who did what, when, and about what."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from desktop.rules.numbering import ComplaintNumber


class JournalSort(StrEnum):
    """What the journal may be sorted by."""

    WHEN = "when"
    WHO = "who"
    WHAT = "what"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class JournalQuery:
    """Which entries, in which order; None does not filter. Days are local, both included.

    `ranked` are the codes of acts as the reader's language orders their names.
    """

    act: str | None = None
    person_id: int | None = None
    first: date | None = None
    last: date | None = None
    ranked: tuple[str, ...] = ()
    sort: JournalSort = JournalSort.WHEN
    descending: bool = True


class EntryRow(NamedTuple):
    """One entry as the list shows it; a tuple, as tables are made of many.

    Of a veiled complaint it tells neither who nor what. `person` is whom it is about.
    """

    sequence: int
    at: datetime
    actor: str
    act: str
    case_id: int | None
    number: ComplaintNumber | None
    person: str
    veiled: bool
