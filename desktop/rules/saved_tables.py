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
    FILES = "files"
    BOOK_COMPLAINTS = "book_complaints"
    BOOK_LETTERS_IN = "book_letters_in"
    BOOK_LETTERS_OUT = "book_letters_out"
    BOOK_DELIVERY = "book_delivery"
    BOOK_POST = "book_post"
    BOOK_SECRETS_IN = "book_secrets_in"
    BOOK_SECRETS_OUT = "book_secrets_out"
    BOOK_SECRETS_KEPT = "book_secrets_kept"


MAY_SAVE = {
    SavedList.REGISTER: Permission.SEE_REPORTS,
    SavedList.LETTERS: Permission.SEE_REPORTS,
    SavedList.JOURNAL: Permission.SEE_JOURNAL,
    SavedList.PEOPLE: Permission.KEEP_PEOPLE,
    SavedList.FILES: Permission.SEE_REPORTS,
    SavedList.BOOK_COMPLAINTS: Permission.SEE_REPORTS,
    SavedList.BOOK_LETTERS_IN: Permission.SEE_REPORTS,
    SavedList.BOOK_LETTERS_OUT: Permission.SEE_REPORTS,
    SavedList.BOOK_DELIVERY: Permission.SEE_REPORTS,
    SavedList.BOOK_POST: Permission.SEE_REPORTS,
    SavedList.BOOK_SECRETS_IN: Permission.KEEP_SECRETS,
    SavedList.BOOK_SECRETS_OUT: Permission.KEEP_SECRETS,
    SavedList.BOOK_SECRETS_KEPT: Permission.KEEP_SECRETS,
}
"""What it takes to take a list out."""
LIMITS = {TableKind.XLSX: 1_048_575}
"""Lines below the heads that a kind of file can hold, where it cannot hold any number."""
