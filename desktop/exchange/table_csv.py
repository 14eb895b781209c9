"""A table as CSV that Excel opens: Thai whole, days as ISO, nothing that it would reckon."""

import csv
import io
from collections.abc import Sequence
from typing import Any, BinaryIO

from desktop.exchange.inert import inert
from desktop.exchange.tables import TableColumn, Value
from desktop.rules.thai.text import clean_line


class CsvSheet:
    """Writes lines into a file as they come."""

    cut = 0
    """Texts that had to be shortened: a line of CSV is as long as it is."""

    def __init__(self, file: BinaryIO, columns: Sequence[TableColumn[Any]]) -> None:
        # By its mark Excel knows the text for UTF-8.
        self._text = io.TextIOWrapper(file, "utf-8-sig", newline="", write_through=True)
        self._out = csv.writer(self._text)
        self.add([column.head for column in columns])

    def add(self, values: Sequence[Value]) -> None:
        """Write a line."""
        self._out.writerow([_cell(value) for value in values])

    def finish(self) -> None:
        """Hand the file back with everything in it."""
        self._text.detach()

    def drop(self) -> None:
        """Write no more."""


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return inert(clean_line(value))
    return str(value) if isinstance(value, int) else value.isoformat()
