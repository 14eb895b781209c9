"""The office's journal: who did what, when, over everything that one may see."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.changes import Changes
from desktop.rules.thai.dates import official_date
from desktop.rules.thai.entry import DateTrouble
from desktop.rules.thai.sorting import sort_key
from desktop.views import EntryRow, JournalQuery
from desktop.wording import _, ngettext
from desktop.wording.journal import JOURNAL
from ui.models.journal import COLUMNS, ENTRIES, WHAT, identity
from ui.notices import Notices
from ui.operations import Operations
from ui.tables.list_page import ListPage
from ui.tables.list_table import ListShape, ListTable
from ui.telling import digits
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.dates import DateField
from ui.widgets.plain import EmptyState, PageTitle


class JournalPage(ListPage):
    """Lists the entries of the journal, the newest first.

    Signals:
        opened: Somebody wants to see an entry's complaint. arg: its identity.
    """

    opened = Signal(int)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self.notices = Notices()
        self.title = PageTitle(_("Journal"))
        names = {act: _(name) for act, name in JOURNAL.items()}
        self._ranked = tuple(sorted(names, key=lambda act: sort_key(names[act])))
        every = _("All")
        self.what = ChoiceField(
            _("What was done"), [Choice(act, names[act], act) for act in self._ranked], empty=every
        )
        self.who = ChoiceField(_("Who"), empty=every)
        self.first = DateField(_("From day"), self._today)
        self.last = DateField(_("To day"), self._today)
        empty = EmptyState(_("No entries here"), _("Choose another act, person or period."))
        shape = ListShape(_("Journal"), COLUMNS, WHAT, identity, ENTRIES, _counted)
        told = self.title, self.notices, empty
        self.list = ListTable(operations, shape, JournalQuery(ranked=self._ranked), told, self)
        self.lay_out(((self.what, 3), (self.who, 3), (self.first, 2), (self.last, 2)))
        for field in (self.what, self.who, self.first, self.last):
            field.edited.connect(self._choose)
        self.list.activated.connect(self._activated)
        operations.changed.connect(self._changed)

    def _today(self) -> date:
        return official_date(self._operations.desk.now())

    def _choose(self, _text: str = "") -> None:
        """Narrow the list; a day that is still being typed narrows nothing yet."""
        self.list.show_query(
            JournalQuery(
                self.what.value(),
                self.who.value(),
                _typed(self.first),
                _typed(self.last),
                self._ranked,
            )
        )

    def _activated(self, row: EntryRow) -> None:
        if row.case_id is not None and not row.veiled:
            self.opened.emit(row.case_id)

    def _changed(self, changes: Changes, initiator: object) -> None:
        del changes, initiator
        # Whatever was done is an entry.
        if self.isVisible():
            self.refresh()


def _typed(field: DateField) -> date | None:
    try:
        return field.day()
    except DateTrouble:
        return None


def _counted(count: int) -> str:
    said = ngettext("{count} entry", "{count} entries", count)
    return digits(said.format(count=f"{count:,}"))
