"""The list as a file: everything it holds, or the lines chosen; where to, and what came of it."""

import errno
from array import array
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QPushButton, QTableView, QWidget
from shiboken6 import isValid

from desktop.ports import Desk
from desktop.rules.filenames import safe_name
from desktop.rules.people import Actor
from desktop.rules.saved_tables import MAY_SAVE, TableKind
from desktop.rules.thai.dates import buddhist_year, official_date
from desktop.rules.thai.digits import Digits
from desktop.views import OfficeView
from desktop.wording import _, ngettext
from ui.actions import Act, spec
from ui.models.paged_table import ColumnSpec
from ui.notices import Notice, Notices
from ui.operations import Operations
from ui.tables.drawn import chosen_count
from ui.tables.source import Source
from ui.telling import digits, moment
from ui.theme import Tone
from ui.widgets.columns import TableColumns
from ui.widgets.dates import shown_digits
from ui.widgets.plain import PageTitle

if TYPE_CHECKING:
    from desktop.exchange.table_files import TableFile
    from desktop.exchange.tables import Caption, TableColumn

SavedColumns = Callable[[Sequence[ColumnSpec[Any]], TableKind], "tuple[TableColumn[Any], ...]"]
"""Tells what is saved of the columns that are shown."""
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class TableSaving(QPushButton):
    """Saves the list, or what is chosen in it where that is more than one line."""

    def __init__(
        self,
        operations: Operations,
        page: QWidget,
        parts: tuple[PageTitle, QTableView, TableColumns, Notices],
        source: Source,
        query: Callable[[], Any],
        chosen: Callable[[], Sequence[int]],
        saved_columns: SavedColumns,
    ) -> None:
        action = spec(Act.SAVE_TABLE)
        super().__init__(_(action.text), page)
        self.setAccessibleName(self.text())
        self.setToolTip(f"{self.text()} ({action.keys})")
        self.setShortcut(action.keys)
        self._operations, self._page = operations, page
        self._title, self._table, self._columns, self._notices = parts
        self._source, self._query, self._chosen = source, query, chosen
        self._saved_columns = saved_columns
        self._folder: Path | None = None
        self._said: Notice | None = None
        self.running = False
        self.clicked.connect(self.ask)

    def arrive(self) -> None:
        """Offer it to whoever may take lists out of the program."""
        self.setVisible(self._operations.actor.may(MAY_SAVE[self._source.kept]))

    def ask(self) -> None:
        """Ask where to save what is chosen, or all that is listed; one table at a time."""
        if self.running:
            return
        count = self._table.model().rowCount()
        chosen = chosen_count(self._table)
        if 1 < chosen < count:
            self._ask_place(array("q", self._chosen()))
            return
        query, now, source = self._query(), self._operations.desk.now(), self._source

        def question(desk: Desk, actor: Actor) -> "array[int]":
            # What is listed may not be all of it yet.
            return source.ids(desk, actor, query, now, None, lambda: True)

        self._operations.read(self._page, question, self._ask_place)

    # What writes files brings heavier rooms with it; no list waits for those.

    def _ask_place(self, ids: "array[int]", place: Path | None = None) -> None:
        from ui.dialogs.table_place import TablePlaceSheet, first_folder  # noqa: PLC0415

        if not ids:
            self._notices.passing(_("There is nothing here to save."), Tone.SOON)
            return
        said = ngettext("Save {count} line as a table", "Save {count} lines as a table", len(ids))
        title = digits(said.format(count=f"{len(ids):,}"))
        if place is None:
            place = (self._folder or first_folder()) / self._name()
        sheet = TablePlaceSheet(title, place, self._page)
        sheet.placed.connect(partial(self.save_to, ids))
        sheet.taken.connect(partial(self._ask_place, ids))
        sheet.open()

    def _name(self) -> str:
        """Propose a name: what is listed, and the day."""
        today = official_date(self._operations.desk.now())
        day = f"{buddhist_year(today)}-{today:%m-%d}"
        return safe_name(f"{self._title.title.text()} {day}.{TableKind.XLSX.value}")

    def save_to(self, ids: "array[int]", place: Path, kind: TableKind) -> None:
        """Write lines, in this order and with the columns that are shown, into a file."""
        from desktop.exchange.table_files import TableFile  # noqa: PLC0415
        from ui.dialogs.table_run import TableRunDialog  # noqa: PLC0415

        self._folder = place.parent
        self.running = True
        specs = [self._columns.specs[at] for at in self._columns.places()]
        columns, today = (
            self._saved_columns(specs, kind),
            official_date(self._operations.desk.now()),
        )

        def began(office: OfficeView) -> None:
            begin = partial(TableFile, place, kind, columns, self._caption(office), len(ids))
            run = TableRunDialog(self._operations, begin, self._source, ids, self._page)
            run.saved.connect(self._saved)
            run.failed.connect(partial(self._failed, ids, place))

        def unread(error: Exception) -> bool:
            del error
            self.running = False
            return False

        self._operations.read(
            self._page, lambda desk, _actor: desk.reading.office(today), began, unread
        )

    def _caption(self, office: OfficeView) -> "Caption":
        from desktop.exchange.tables import Caption  # noqa: PLC0415

        now = self._operations.desk.now()
        note = _("Taken from the register on {moment} · holds personal data")
        return Caption(
            title=self._title.title.text(),
            office=office.facts.name,
            note=note.format(moment=digits(moment(now))),
            page=_("Page {page} of {pages}"),
            made_at=now,
            thai_digits=shown_digits() is Digits.THAI,
        )

    def _saved(self, table: "TableFile", withheld: int) -> None:
        self.running = False
        counted = ngettext(
            "{count} line saved as “{file}” in {folder}",
            "{count} lines saved as “{file}” in {folder}",
            table.lines,
        )
        said = [_filled(counted, table.lines, file=table.place.name, folder=table.place.parent)]
        if withheld:
            secret = ngettext(
                "{count} secret line is there without saying who and what.",
                "{count} secret lines are there without saying who and what.",
                withheld,
            )
            said.append(_filled(secret, withheld))
        if table.cut:
            cut = ngettext(
                "{count} text is longer than a cell of Excel holds, and is cut short there.",
                "{count} texts are longer than a cell of Excel holds, and are cut short there.",
                table.cut,
            )
            said.append(_filled(cut, table.cut))
        self._say(" · ".join(said), Tone.OK)

    def _failed(self, ids: "array[int]", place: Path, error: Exception | None) -> None:
        self.running = False
        if error is None:
            self._notices.passing(_("Stopped. Nothing was saved."), Tone.SOON)
            return
        why = _why(error, place)
        if why:
            again = _("Choose a place…")
            self._say(why, Tone.LATE, again, partial(self._ask_place, ids, place))
        else:
            self._operations.failed.emit(error)

    def _say(
        self, text: str, tone: Tone, action: str = "", do: Callable[[], None] | None = None
    ) -> None:
        """Say how it went, in the place of what was said of the table before."""
        if self._said is not None and isValid(self._said):
            self._said.deleteLater()
        self._said = self._notices.stay(text, tone, action, do)


def _filled(text: str, count: int, **names: object) -> str:
    """Fill a sentence in; a file's name keeps its own digits."""
    return text.format(count=digits(f"{count:,}"), **names)


def _why(error: Exception, place: Path) -> str:
    """Say why a table was not saved, and what to do; nothing for what is our own fault."""
    from desktop.wording.refusals import sentence  # noqa: PLC0415
    from ui.dialogs.sheet import refusals_of, trouble  # noqa: PLC0415

    if isinstance(error, PermissionError):
        said = _(
            "“{file}” cannot be written there. If it is open in Excel, close it first; or choose"
            " another place. The file that was there is as it was."
        )
        return said.format(file=place.name)
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        return _("There is no room left on the disk. Choose another place; nothing was changed.")
    if isinstance(error, OSError):
        return _("The file could not be written: {cause}").format(cause=error.strerror or error)
    return " ".join(sentence(one) for one in refusals_of(error)) or trouble(error)
