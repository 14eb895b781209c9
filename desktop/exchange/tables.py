"""What a table on its way into a file is made of, whatever the kind of the file."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

Row = TypeVar("Row")
Value = str | int | date | None


@dataclass(frozen=True, slots=True)
class TableColumn(Generic[Row]):
    """One column: its head, how wide it is in digits, and what stands on a line."""

    head: str
    width: int
    value: Callable[[Row], Value]


@dataclass(frozen=True, slots=True)
class Caption:
    """What is said around a table: its title, whose it is, when it was made, what to heed.

    `page` says "Page {page} of {pages}" in the reader's language; `digits` are those of its dates.
    """

    title: str
    office: str
    note: str
    page: str
    made_at: datetime
    thai_digits: bool
