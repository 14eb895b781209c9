"""A table saved as a file: written part by part beside its place, then put there whole."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop.errors import Refused
from desktop.exchange.half_file import HalfFile
from desktop.exchange.table_csv import CsvSheet
from desktop.exchange.table_xlsx import XlsxSheet
from desktop.exchange.tables import Caption, TableColumn
from desktop.rules.reasons import Reason
from desktop.rules.saved_tables import LIMITS, TableKind


class TableFile:
    """A table being written; `lines` are those it has below its heads.

    `Refused` when the kind of file cannot hold so many lines, `OSError` when it cannot be written.
    """

    def __init__(
        self,
        place: Path,
        kind: TableKind,
        columns: Sequence[TableColumn[Any]],
        caption: Caption,
        lines: int,
    ) -> None:
        limit = LIMITS.get(kind)
        if limit is not None and lines > limit:
            raise Refused(Reason.TABLE_TOO_LONG, limit=f"{limit:,}")
        self.place, self.kind = place, kind
        self.lines = 0
        self._columns = tuple(columns)
        self._half = HalfFile(place)
        self._sheet: XlsxSheet | CsvSheet
        if kind is TableKind.XLSX:
            self._sheet = XlsxSheet(self._half.file, columns, caption)
        else:
            self._sheet = CsvSheet(self._half.file, columns)

    @property
    def cut(self) -> int:
        """How many texts are shorter than they were."""
        return self._sheet.cut

    def add(self, rows: Sequence[Any]) -> None:
        """Write lines below those that are there."""
        for row in rows:
            self._sheet.add([column.value(row) for column in self._columns])
        self.lines += len(rows)

    def finish(self) -> None:
        """Write what is still to be written; the file is whole, and not in its place yet."""
        self._sheet.finish()

    def put_in_place(self) -> None:
        """Put the file where it belongs."""
        self._half.put_in_place()

    def drop(self) -> None:
        """Leave nothing of it; what was in its place stays."""
        self._sheet.drop()
        self._half.drop()
