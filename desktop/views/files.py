"""The files of all complaints as a list."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from desktop.rules.media import FileKind
from desktop.rules.numbering import ComplaintNumber


class FileSort(StrEnum):
    """What the files may be sorted by."""

    ADDED = "added"
    NAME = "name"
    KIND = "kind"
    SIZE = "size"
    BY = "by"
    COMPLAINT = "complaint"
    SUBJECT = "subject"


@dataclass(frozen=True, slots=True)
class FileQuery:
    """Which files, in which order; None and no words do not narrow."""

    words: str = ""
    kind: FileKind | None = None
    person_id: int | None = None
    sort: FileSort = FileSort.ADDED
    descending: bool = True


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file as the list shows it; `secret` is of a complaint or letter of a secrecy class.

    Withheld, neither what it is called nor what it is about is told.
    """

    id: int
    complaint_id: int
    number: ComplaintNumber
    subject: str
    name: str
    media_type: str
    size: int
    added_at: datetime
    added_by: str
    secret: bool = False
    withheld: bool = False

    def bare(self) -> "FileRow":
        """Show that there is a file, and nothing of what it holds."""
        return replace(self, name="", subject="", withheld=True)
