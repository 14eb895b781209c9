"""Tables saved as files: what kinds there are, and what one holds."""

from enum import StrEnum

from desktop.rules.people import Permission


class TableKind(StrEnum):
    """What a table may be saved as; the value is the ending of the file's name."""

    XLSX = "xlsx"
    CSV = "csv"


class SavedList(StrEnum):
    """A list that may be taken out of the program; the value is what the journal calls it."""

    REGISTER = "register"
    LETTERS = "letters"
    JOURNAL = "journal"
    PEOPLE = "people"


MAY_SAVE = {
    SavedList.REGISTER: Permission.SEE_REPORTS,
    SavedList.LETTERS: Permission.SEE_REPORTS,
    SavedList.JOURNAL: Permission.SEE_JOURNAL,
    SavedList.PEOPLE: Permission.KEEP_PEOPLE,
}
"""What it takes to take a list out."""
LIMITS = {TableKind.XLSX: 1_048_575}
"""Lines below the heads that a kind of file can hold, where it cannot hold any number."""
