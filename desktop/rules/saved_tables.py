"""Tables saved as files: what kinds there are, and what one holds."""

from enum import StrEnum


class TableKind(StrEnum):
    """What a table may be saved as; the value is the ending of the file's name."""

    XLSX = "xlsx"
    CSV = "csv"


LIMITS = {TableKind.XLSX: 1_048_575}
"""Lines below the heads that a kind of file can hold, where it cannot hold any number."""
