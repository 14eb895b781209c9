"""Letters of all complaints, those that have not left first."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.changes import Changes
from desktop.rules.letters import LetterStatus
from desktop.rules.thai.dates import short_date
from desktop.views import LetterView
from desktop.wording import N_, _
from desktop.wording.names import LETTER_KIND, LETTER_STATUS
from ui.delegates.chip import ChipDelegate
from ui.models.paged_table import TONE_ROLE, ColumnSpec
from ui.operations import Operations
from ui.telling import digits
from ui.theme import ROW_HEIGHT, Tone
from ui.widgets.dates import shown_digits
from ui.widgets.plain import PageTitle

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TONES = {
    LetterStatus.AWAITING_NUMBER: Tone.SOON,
    LetterStatus.ISSUED: Tone.SOON,
    LetterStatus.PRINTED: Tone.INFO,
    LetterStatus.SENT: Tone.OK,
    LetterStatus.ANSWERED: Tone.OK,
    LetterStatus.RETURNED: Tone.LATE,
    LetterStatus.VOID: Tone.QUIET,
}
COLUMNS: tuple[ColumnSpec[LetterView], ...] = (
    ColumnSpec(N_("Letter number"), lambda r: digits(r.number), 150),
    ColumnSpec(
        N_("Dated"),
        lambda r: "–" if r.dated is None else short_date(r.dated, shown_digits()),
        100,
    ),
    ColumnSpec(N_("Letter"), lambda r: _(LETTER_KIND[r.kind]), 210),
    ColumnSpec(N_("To"), lambda r: r.recipient, 180),
    ColumnSpec(N_("Complaint number"), lambda r: digits(str(r.complaint_number)), 120),
    ColumnSpec(N_("Subject"), lambda r: r.subject, 240),
    ColumnSpec(
        N_("Status"), lambda r: _(LETTER_STATUS[r.status]), 130, None, lambda r: _TONES[r.status]
    ),
)


class LettersModel(QAbstractTableModel):
    """A thin lens over letters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[LetterView] = ()
        self._cells: list[tuple[str, ...]] = []

    def show_rows(self, rows: Sequence[LetterView]) -> None:
        """Replace what is shown."""
        self.beginResetModel()
        self._rows = rows
        self._cells = [tuple(column.text(row) for column in COLUMNS) for row in rows]
        self.endResetModel()

    def row_at(self, row: int) -> LetterView:
        """Return the letter on a line."""
        return self._rows[row]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count lines."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Count columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Answer the view."""
        if role == _DISPLAY:
            return self._cells[index.row()][index.column()]
        if role == TONE_ROLE:
            tone = COLUMNS[index.column()].tone
            return None if tone is None else tone(self._rows[index.row()])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Say a column's head."""
        if orientation == Qt.Orientation.Horizontal and role == _DISPLAY:
            return _(COLUMNS[section].head)
        if role == int(Qt.ItemDataRole.TextAlignmentRole):
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None


class LettersPage(QWidget):
    """The letters that left, and those that have not.

    Signals:
        opened: Somebody wants to see a letter's complaint. arg: its identity.
    """

    opened = Signal(int)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self.title = PageTitle(_("Letters"))
        self.unsent = QCheckBox(_("Only those that have not left"))
        self.unsent.setChecked(True)
        self.unsent.toggled.connect(self.refresh)
        self.title.bar.addWidget(self.unsent)
        self.model = LettersModel(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setItemDelegate(ChipDelegate(self.table))
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setAccessibleName(_("Letters"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.verticalHeader().setVisible(False)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        for place, spec in enumerate(COLUMNS):
            self.table.setColumnWidth(place, spec.width)
        self.table.horizontalHeader().setSectionResizeMode(5, QHeaderView.ResizeMode.Stretch)
        self.table.activated.connect(self._activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.table, 1)
        operations.changed.connect(self._changed)

    def arrive(self) -> None:
        """Read the letters for whoever is signed in."""
        self.refresh()

    def refresh(self) -> None:
        """Read the letters again."""
        only = self.unsent.isChecked()
        self._operations.read(
            self, lambda desk, actor: desk.reading.letters(actor, only), self.model.show_rows
        )

    def _activated(self, index: QModelIndex) -> None:
        self.opened.emit(self.model.row_at(index.row()).complaint_id)

    def _changed(self, changes: Changes, initiator: object) -> None:
        del initiator
        if changes & Changes.LETTERS and self.isVisible():
            self.refresh()
