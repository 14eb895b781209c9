"""Lines of the list on the clipboard, as a spreadsheet takes them."""

import csv
import io
from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.exchange.inert import inert
from desktop.ports import Desk
from desktop.rules.people import Actor
from desktop.wording import _, ngettext
from ui.notices import Notices
from ui.operations import Operations
from ui.tables.source import Source
from ui.telling import digits
from ui.widgets.columns import TableColumns

_Copied = tuple[int, str, int]
"""Which asking it answers, the text, and how many lines it has below its heads."""


class Copying:
    """Copies lines with the columns that are shown, from left to right."""

    def __init__(
        self,
        operations: Operations,
        page: QWidget,
        parts: tuple[TableColumns, Notices],
        source: Source,
    ) -> None:
        self._operations, self._page = operations, page
        self._columns, self._notices = parts
        self._source = source
        self._asked = 0

    def copy(self, ids: Sequence[int]) -> None:
        """Copy some lines in this order; the table has read only what came into view."""
        self._asked += 1
        asked = self._asked
        columns = [self._columns.specs[place] for place in self._columns.places()]
        source = self._source

        def question(desk: Desk, actor: Actor) -> _Copied:
            rows = [source.leaving(row) for row in source.rows(desk, actor, ids)]
            lines = [[_(column.head) for column in columns]]
            lines += [[inert(column.text(row)) for column in columns] for row in rows]
            return asked, _pasted(lines), len(rows)

        self._operations.read(self._page, question, self._put)

    def _put(self, copied: _Copied) -> None:
        asked, text, count = copied
        if asked != self._asked:
            # A long copy must not take the place of one that was asked for after it.
            return
        QGuiApplication.clipboard().setText(text)
        said = ngettext("{count} line copied", "{count} lines copied", count)
        self._notices.passing(digits(said.format(count=f"{count:,}")))


def _pasted(lines: Sequence[Sequence[str]]) -> str:
    """Write lines as a spreadsheet reads them when pasted: it minds quotation marks."""
    text = io.StringIO()
    csv.writer(text, "excel-tab", lineterminator="\n").writerows(lines)
    return text.getvalue().removesuffix("\n")
