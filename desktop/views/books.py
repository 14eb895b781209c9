"""The office's books as lists: which lines of which book, in which order, and a line."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.rules.books import BookLine, OfficeBook
from desktop.rules.letters import LetterKind


class BookSort(StrEnum):
    """What lists of books may be sorted by; each book has some of these."""

    PLACE = "place"
    """As the lines stand in the book."""
    RECEIVED = "received"
    ACCUSED = "accused"
    CATEGORY = "category"
    CHANNEL = "channel"
    SOURCE = "source"
    PETITIONER = "petitioner"
    SUBJECT = "subject"
    PRIORITY = "priority"
    OWNER = "owner"
    REPLY_DUE = "reply_due"
    RESOLVE_DUE = "resolve_due"
    ACKNOWLEDGED = "acknowledged"
    ANSWERED = "answered"
    OUTCOME = "outcome"
    STATUS = "status"
    LETTERS = "letters"
    NUMBER = "number"
    DATED = "dated"
    KIND = "kind"
    RECIPIENT = "recipient"
    SENDER = "sender"
    COMPLAINT = "complaint"
    DESTINATION = "destination"
    WAY = "way"
    TRACKING = "tracking"
    SENT = "sent"
    PAGES = "pages"
    ORDERED = "ordered"
    LIFTED = "lifted"


@dataclass(frozen=True, slots=True)
class BookQuery:
    """Which lines of a book, in which order; days are local, both included.

    None and no words do not narrow. `kind` is of letters that we wrote, `owner_id` of complaints.
    """

    book: OfficeBook
    first: date
    last: date
    words: str = ""
    kind: LetterKind | None = None
    owner_id: int | None = None
    sort: BookSort = BookSort.PLACE
    descending: bool = True


@dataclass(frozen=True, slots=True)
class BookRow:
    """A line of a book as the list shows it; `open_to` is whether its complaint may be opened."""

    id: int
    complaint_id: int
    open_to: bool
    line: BookLine
