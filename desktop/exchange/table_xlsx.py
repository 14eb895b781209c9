"""A table as an Excel file: real days, text that stays text, and fit for paper as it is."""

import re
import shutil
import weakref
from collections.abc import Sequence
from datetime import UTC
from functools import lru_cache
from math import ceil
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from desktop.exchange.face import FACE
from desktop.exchange.tables import Caption, TableColumn, Value
from desktop.rules.thai.text import clean_line

POINTS, SMALL = 16, 14
"""Sizes of the lines, and of what stands around them."""
_LINE_HEIGHT, _TALLEST = 24, 408
"""Points a line takes in this face, and that a row may have."""
_FULL = 0.9
"""How much of a line words fill before the next has to go below."""
_NO_WIDTH = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
"""What stands above or below a letter."""
_A4 = 9
_SIDES, _TOP, _FOOT = 0.4, 0.9, 0.6
"""Margins, in inches."""
_LINE, _GROUND = "#BFBFBF", "#E7E6E6"
_CUT = -2
"""What is answered where a text was longer than a cell holds."""
_LONGEST = {"title": 45, "office": 85, "note": 150}
"""Characters said around the sheet; all of a head or a foot may have no more than 255."""
_DAYS = {False: "[$-107041E]d/m/yyyy", True: "[$-D07041E]d/m/yyyy"}
"""Days by the Buddhist era, with Arabic or Thai digits."""


class _Outlet:
    """What the workbook goes through into its file.

    When it cannot be written whole, whatever its package still tries to add as it is let go is let
    go too: the file is closed by then.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.shut = False

    def write(self, content: bytes) -> int:
        """Write on."""
        return len(content) if self.shut else self._file.write(content)

    def seek(self, place: int, whence: int = 0) -> int:
        """Go to a place."""
        return place if self.shut else self._file.seek(place, whence)

    def tell(self) -> int:
        """Tell where the next is written."""
        return 0 if self.shut else self._file.tell()

    def flush(self) -> None:
        """Hand on what waits."""
        if not self.shut:
            self._file.flush()


class XlsxSheet:
    """Writes lines into a workbook of one sheet, of which no more than a line is remembered."""

    def __init__(
        self, file: BinaryIO, columns: Sequence[TableColumn[Any]], caption: Caption
    ) -> None:
        self.cut = 0
        self._widths = [column.width for column in columns]
        self._outlet = _Outlet(file)
        room = mkdtemp()
        face = {"font_name": FACE, "font_size": POINTS}
        self._book = Workbook(
            self._outlet,
            {
                "constant_memory": True,
                "tmpdir": room,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                "default_format_properties": face,
            },
        )
        # What is typed on a citizen's paper is not left lying about, whatever becomes of us.
        self._clear = weakref.finalize(self, _cleared, self._book, room)
        self._book.use_zip64()
        made = caption.made_at.astimezone(UTC).replace(tzinfo=None)
        self._book.set_properties(
            {"title": caption.title, "company": caption.office, "author": "", "created": made}
        )
        cell = {**face, "border": 1, "border_color": _LINE, "valign": "top"}
        self._text = self._book.add_format({**cell, "text_wrap": True})
        day = {"num_format": _DAYS[caption.thai_digits], "align": "center"}
        self._day = self._book.add_format({**cell, **day})
        self._whole = self._book.add_format({**cell, "num_format": "0"})
        head = {"bold": True, "bg_color": _GROUND, "align": "center", "text_wrap": True}
        self._head = self._book.add_format({**cell, **head, "valign": "vcenter"})
        self._sheet = self._book.add_worksheet(_sheet_name(caption.title))
        self._lay_out(columns, caption)
        for place, column in enumerate(columns):
            self._sheet.write_string(0, place, column.head, self._head)
        self._sheet.set_row(0, _LINE_HEIGHT)
        self._row = 0

    def add(self, values: Sequence[Value]) -> None:
        """Write a line."""
        self._row += 1
        sheet, row, lines = self._sheet, self._row, 1
        for place, value in enumerate(values):
            if value is None:
                sheet.write_blank(row, place, None, self._text)
            elif isinstance(value, str):
                text, tall = _fitted(value, self._widths[place])
                self.cut += sheet.write_string(row, place, text, self._text) == _CUT
                lines = max(lines, tall)
            elif isinstance(value, int):
                sheet.write_number(row, place, value, self._whole)
            else:
                sheet.write_datetime(row, place, value, self._day)
        # Not every program finds by itself how tall a row must be.
        sheet.set_row(row, min(lines * _LINE_HEIGHT, _TALLEST))
        # The row before has been written by now, and its height would be remembered to the end.
        for kept in (sheet.row_info, sheet.row_sizes):
            kept.pop(row - 1, None)

    def finish(self) -> None:
        """Put the workbook together; `OSError` where there is no room for it."""
        self._sheet.autofilter(0, 0, self._row, len(self._widths) - 1)
        try:
            self._book.close()
        except FileCreateError as error:
            self._outlet.shut = True
            raise error.args[0] from error
        self._clear()

    def drop(self) -> None:
        """Write no more, and leave nothing of what was written."""
        self._clear()

    def _lay_out(self, columns: Sequence[TableColumn[Any]], caption: Caption) -> None:
        sheet = self._sheet
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_margins(left=_SIDES, right=_SIDES, top=_TOP, bottom=_FOOT)
        page = caption.page.format(page="&P", pages="&N")
        title, office, note = (
            _said(getattr(caption, part), longest) for part, longest in _LONGEST.items()
        )
        bold, plain = f'&{POINTS}&"{FACE},Bold"', f'&{SMALL}&"{FACE},Regular"'
        sheet.set_header(f"&L{bold}{office}\n{plain}{title}&R{plain}{page}")
        sheet.set_footer(f"&L{plain}{note}")


# Most columns say the same few things over and over.
@lru_cache(maxsize=2048)
def _fitted(text: str, width: int) -> tuple[str, int]:
    """Return a text as it is written, and on how many lines it stands in a column."""
    kept = clean_line(text)
    return kept, ceil(len(_NO_WIDTH.sub("", kept)) / (width * _FULL))


def _said(text: str, longest: int) -> str:
    """Write as much of a text as there is room for in a head or a foot, where & gives orders."""
    plain = clean_line(text)
    while len(said := plain.replace("&", "&&")) > longest:
        plain = plain[:-1]
    return said


def _sheet_name(title: str) -> str:
    """Name the sheet as Excel takes it: short, and without what it has another use for."""
    plain = "".join(" " if char in "[]:*?/\\'" else char for char in clean_line(title))
    return plain[:31].strip() or "-"


def _cleared(book: Workbook, room: str) -> None:
    for sheet in book.worksheets():
        # A file that is open cannot be taken away on Windows, and closing the book would write it.
        sheet._opt_close()
    shutil.rmtree(Path(room), ignore_errors=True)
