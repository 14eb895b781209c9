"""The files of all complaints: found by name, kind, and who added them; looked at in their own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.changes import Changes
from desktop.rules.media import FileKind
from desktop.views.files import FileQuery, FileRow
from desktop.wording import _, ngettext
from ui.models.files import COLUMNS, FILE_KIND, FILES, NAME, identity
from ui.notices import Notices
from ui.operations import Operations
from ui.tables.list_page import ListPage
from ui.tables.list_table import ListShape, ListTable
from ui.telling import digits
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.field import LineField
from ui.widgets.plain import EmptyState, PageTitle


class FilesPage(ListPage):
    """Lists the files of what one may open, the newest first.

    Signals:
        opened: Somebody wants to look at a file in its complaint. args: complaint and file.
    """

    opened = Signal(int, int)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self.notices = Notices()
        self.title = PageTitle(_("Files"))
        every = _("All")
        self.words = LineField(_("Name of a file or number"), placeholder=_("any part of it"))
        self.kind = ChoiceField(
            _("Kind"), [Choice(k.value, _(FILE_KIND[k]), k) for k in FileKind], empty=every
        )
        self.who = ChoiceField(_("Added by"), empty=every)
        empty = EmptyState(
            _("No files here"), _("Choose another kind or person, or look for another name.")
        )
        shape = ListShape(_("Files"), COLUMNS, NAME, identity, FILES, _counted)
        told = self.title, self.notices, empty
        self.list = ListTable(operations, shape, FileQuery(), told, self)
        self.lay_out(((self.words, 4), (self.kind, 2), (self.who, 3)))
        for field in (self.words, self.kind, self.who):
            field.edited.connect(self._choose)
        self.list.activated.connect(self._activated)
        operations.changed.connect(self._changed)

    def _choose(self, _text: str = "") -> None:
        self.list.show_query(FileQuery(self.words.text(), self.kind.value(), self.who.value()))

    def _activated(self, row: FileRow) -> None:
        self.opened.emit(row.complaint_id, row.id)

    def _changed(self, changes: Changes, initiator: object) -> None:
        del initiator
        if changes & (Changes.FILES | Changes.COMPLAINTS | Changes.LETTERS) and self.isVisible():
            self.refresh()


def _counted(count: int) -> str:
    said = ngettext("{count} file", "{count} files", count)
    return digits(said.format(count=f"{count:,}"))
