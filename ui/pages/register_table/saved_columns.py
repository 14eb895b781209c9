"""The register's columns as they are saved in a file: those on the screen, in their order."""

from collections.abc import Iterator, Sequence
from datetime import date

from desktop.exchange.tables import TableColumn
from desktop.rules.saved_tables import TableKind
from desktop.rules.thai.dates import local
from desktop.views import ComplaintRow, SortBy
from desktop.wording import _
from ui.models.paged_table import ColumnSpec
from ui.tables.saved import day_columns

SavedColumn = TableColumn[ComplaintRow]

_DIGITS, _WORDS = 12, 22
_WIDTHS = {
    SortBy.SUBJECT: 46,
    SortBy.PETITIONER: 24,
    SortBy.CHANNEL: 14,
    SortBy.PRIORITY: 12,
    SortBy.STATUS: 16,
    SortBy.OWNER: 24,
}
"""Widths in digits."""


def saved_columns(
    specs: Sequence[ColumnSpec[ComplaintRow]], kind: TableKind
) -> tuple[SavedColumn, ...]:
    """Return what is saved of columns: a day twice, to reckon with and as it is read in Thai."""
    return tuple(column for spec in specs for column in _saved(spec, kind))


def _saved(spec: ColumnSpec[ComplaintRow], kind: TableKind) -> Iterator[SavedColumn]:
    head = _(spec.head)
    match spec.sort:
        case SortBy.NUMBER if kind is TableKind.CSV:
            # Written together Excel would take 12/2569 in a CSV for December.
            yield TableColumn(head, _DIGITS, lambda row: row.number.running)
            yield TableColumn(_("Fiscal year"), _DIGITS, lambda row: row.number.year)
        case SortBy.NUMBER:
            yield TableColumn(head, _DIGITS, spec.text)
        case SortBy.RECEIVED:
            yield from day_columns(head, lambda row: row.received_on)
        case SortBy.DUE:
            yield from day_columns(head, _due_on)
            yield TableColumn(_("Time left"), _WORDS, spec.text)
        case _:
            yield TableColumn(head, _WIDTHS[spec.sort], spec.text)


def _due_on(row: ComplaintRow) -> date | None:
    return None if row.due_at is None else local(row.due_at).date()
