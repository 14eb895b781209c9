"""A table being saved: how far it is, how to stop, and nothing left where it did not come off."""

from array import array
from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.acts.exporting import LinesOut, NoteTable, TableNoted, note_table
from desktop.errors import Refused
from desktop.exchange.table_files import TableFile
from desktop.ports import Desk
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason
from desktop.wording import _, ngettext
from ui.operations import Operations
from ui.tables.source import Source
from ui.telling import digits
from ui.theme import px
from ui.widgets.plain import button, label

PART = 500
"""Lines read and written between two looks at whether somebody wants to stop."""
UNSEEN = 400
"""Milliseconds: what is done sooner flashes no dialog up."""


class TableRunDialog(QDialog):
    """Reads lines part by part, writes them beside the place, and puts the file there at the end.

    Signals:
        saved: The file is in its place. args: the TableFile, how many lines are withheld.
        failed: It did not come off, and all is as it was. arg: the exception, None when stopped.
    """

    saved = Signal(object, int)
    failed = Signal(object)

    def __init__(
        self,
        operations: Operations,
        begin: Callable[[], TableFile],
        source: Source,
        ids: "array[int]",
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Saving the table"))
        self.setModal(True)
        self.setMinimumWidth(px(480))
        self._operations, self._source, self._ids = operations, source, ids
        self._actor = operations.actor.person_id
        self._table: TableFile | None = None
        self._read = self._withheld = 0
        self._opened: list[int] = []
        self._stopping = self._ended = False
        self._lay_out()
        QTimer.singleShot(UNSEEN, self, self._appear)
        operations.read(self, lambda _desk, _actor: begin(), self._begun, self._fail)

    def _lay_out(self) -> None:
        self.bar = QProgressBar()
        self.bar.setRange(0, len(self._ids))
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Saving the table"))
        self.line = label("", "second")
        self.stop_button = button(_("Stop"))
        self.stop_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(label(_("Stopping leaves everything as it was."), "second"))
        foot.addStretch()
        foot.addWidget(self.stop_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(_("Saving the table"), "title"))
        column.addWidget(self.bar)
        column.addWidget(self.line)
        column.addLayout(foot)

    def reject(self) -> None:
        """Stop after the part in hand; the dialog goes when nothing is left of the file."""
        self._stopping = True
        self.stop_button.setEnabled(False)

    def _appear(self) -> None:
        if not self._ended:
            self.open()

    def _begun(self, table: TableFile) -> None:
        self._table = table
        self._go_on()

    def _go_on(self) -> None:
        table = self._written()
        total = len(self._ids)
        said = ngettext("{done} of {total} line", "{done} of {total} lines", total)
        self.line.setText(digits(said.format(done=f"{self._read:,}", total=f"{total:,}")))
        self.bar.setValue(self._read)
        if self._stopping:
            self._fail(None)
        elif self._operations.actor.person_id != self._actor:
            # Somebody else sat down meanwhile, or nobody did.
            self._fail(Refused(Reason.NOT_ALLOWED))
        elif self._read < len(self._ids):
            part, read = self._ids[self._read : self._read + PART], self._source.out

            def add(desk: Desk, actor: Actor) -> LinesOut:
                out = read(desk, actor, part)
                table.add(out.rows)
                return out

            self._operations.read(self, add, self._added, self._fail)
        else:
            finish = self._operations.read
            finish(self, lambda _desk, _actor: table.finish(), self._finished, self._fail)

    def _added(self, out: LinesOut) -> None:
        self._read = min(self._read + PART, len(self._ids))
        self._opened += out.opened
        self._withheld += len(out.withheld)
        self._go_on()

    def _finished(self, _nothing: None) -> None:
        if self._stopping:
            self._fail(None)
            return
        # From here on somebody knows of it: it is too late to stop.
        self.stop_button.setEnabled(False)
        table = self._written()
        command = NoteTable(table.kind, table.lines, tuple(self._opened), self._source.kept)
        self._operations.write(self, note_table, command, self._noted, self._fail)

    def _noted(self, _noted: TableNoted) -> None:
        table = self._written()
        self._operations.read(
            self, lambda _desk, _actor: table.put_in_place(), self._placed, self._fail
        )

    def _placed(self, _nothing: None) -> None:
        self._end()
        self.saved.emit(self._written(), self._withheld)

    def _fail(self, error: Exception | None) -> bool:
        if self._table is not None:
            self._table.drop()
        self._end()
        self.failed.emit(error)
        return True

    def _end(self) -> None:
        self._ended = True
        self.hide()
        self.deleteLater()

    def _written(self) -> TableFile:
        assert self._table is not None, "it is begun before anything else"
        return self._table
