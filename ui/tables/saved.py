"""A list's columns as they are saved in a file: those on the screen, in their order."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from desktop.exchange.tables import TableColumn
from desktop.rules.saved_tables import TableKind
from desktop.wording import _
from desktop.wording.dates import medium_date
from ui.models.paged_table import ColumnSpec

_DAY = 14
_PER_DIGIT = 7
"""Pixels of the screen for the width of a digit in the file."""


def saved_columns(
    specs: Sequence[ColumnSpec[Any]], kind: TableKind
) -> tuple[TableColumn[Any], ...]:
    """Return what is saved of columns, whatever the kind of file."""
    del kind
    return tuple(column for spec in specs for column in _saved(spec))


def _saved(spec: ColumnSpec[Any]) -> Iterator[TableColumn[Any]]:
    if spec.day is not None:
        yield from day_columns(_(spec.head), spec.day)
    else:
        yield TableColumn(_(spec.head), spec.width // _PER_DIGIT, spec.text)


def day_columns(head: str, day: Callable[[Any], date | None]) -> Iterator[TableColumn[Any]]:
    """Save a day twice: to reckon with, and as it is read in Thai."""

    def words(row: Any) -> str | None:
        on = day(row)
        return None if on is None else medium_date(on)

    yield TableColumn(head, _DAY, day)
    yield TableColumn(_("{head} (B.E.)").format(head=head), _DAY, words)
