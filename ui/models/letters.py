"""The letters' list: drafts and letters, on the shelves that a clerk works through."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.rules.letters import ON_THE_DESK, READY, LetterStatus
from desktop.rules.proposing import ProposalStep
from desktop.views import LetterView, ProposalView
from desktop.wording import N_, _
from desktop.wording.dates import short_date
from desktop.wording.names import LETTER_KIND, LETTER_STATUS, PROPOSAL_STEP
from ui.models.paged_table import TONE_ROLE, ColumnSpec
from ui.telling import LETTER_TONES, STEP_TONES, addressees, digits
from ui.theme import Tone

Line = ProposalView | LetterView
"""A draft in the folder, or a letter that was issued."""
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)


class Shelf(StrEnum):
    """Where lines lie, in the order of a letter's life."""

    WORK = "work"
    DRAFT = "draft"
    CHECKED = "checked"
    SIGNED = "signed"
    NUMBER = "number"
    SENDING = "sending"
    ALL = "all"


SHELF = {
    Shelf.WORK: N_("Everything waiting"),
    Shelf.DRAFT: N_("Draft"),
    Shelf.CHECKED: N_("Checked"),
    Shelf.SIGNED: N_("Signed"),
    Shelf.NUMBER: N_("Awaiting number"),
    Shelf.SENDING: N_("To be sent"),
    Shelf.ALL: N_("Sent ones too"),
}
_STEPS = {
    ProposalStep.DRAFT: Shelf.DRAFT,
    ProposalStep.CHECKED: Shelf.CHECKED,
    ProposalStep.SIGNED: Shelf.SIGNED,
}


def lies_on(line: Line, shelf: Shelf) -> bool:
    """Tell whether a line lies on a shelf."""
    if shelf is Shelf.ALL:
        return True
    if isinstance(line, ProposalView):
        return shelf in (Shelf.WORK, _STEPS[line.step])
    match shelf:
        case Shelf.WORK:
            return line.status in ON_THE_DESK
        case Shelf.NUMBER:
            return line.status is LetterStatus.AWAITING_NUMBER
        case Shelf.SENDING:
            return line.status in READY
    return False


def _number(line: Line) -> str:
    return "" if isinstance(line, ProposalView) else digits(line.number)


def _day(line: Line) -> str:
    day = line.signed_on if isinstance(line, ProposalView) else line.dated
    return "–" if day is None else short_date(day)


def _kind(line: Line) -> str:
    if line.closed:
        return _("Secret letter")
    return _(LETTER_KIND[line.draft.kind if isinstance(line, ProposalView) else line.kind])


def _recipient(line: Line) -> str:
    return addressees(line.draft.recipient if isinstance(line, ProposalView) else line.recipient)


def _makers(line: Line) -> str:
    if isinstance(line, LetterView):
        return ""
    return " / ".join(name for name in (line.begun_by, line.checked_by) if name)


def _step(line: Line) -> str:
    if isinstance(line, LetterView):
        return _(LETTER_STATUS[line.status])
    # What a superior wants corrected is not to be overlooked in a long list.
    return _("To be corrected") if line.wanted else _(PROPOSAL_STEP[line.step])


def _tone(line: Line) -> Tone:
    if isinstance(line, LetterView):
        return LETTER_TONES[line.status]
    return Tone.LATE if line.wanted else STEP_TONES[line.step]


COLUMNS: tuple[ColumnSpec[Line], ...] = (
    ColumnSpec(N_("Letter number"), _number, 145),
    ColumnSpec(N_("Dated / signed"), _day, 125),
    ColumnSpec(N_("Letter"), _kind, 180),
    ColumnSpec(N_("To"), _recipient, 150),
    ColumnSpec(N_("Complaint no."), lambda line: digits(str(line.complaint_number)), 110),
    ColumnSpec(N_("Subject"), lambda line: line.subject, 200),
    ColumnSpec(N_("Drafted, checked"), _makers, 130),
    ColumnSpec(N_("Status"), _step, 120, None, _tone),
)
SUBJECT = 5
"""The column that takes what room is left."""


class LettersModel(QAbstractTableModel):
    """A thin lens over drafts and letters."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Line] = ()
        self._cells: list[tuple[str, ...]] = []

    def show_rows(self, rows: Sequence[Line]) -> None:
        """Replace what is shown."""
        self.beginResetModel()
        self._rows = rows
        self._cells = [tuple(column.text(row) for column in COLUMNS) for row in rows]
        self.endResetModel()

    def row_at(self, row: int) -> Line:
        """Return what is on a line."""
        return self._rows[row]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count lines."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Count columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Answer the view."""
        if role in (_DISPLAY, _TOOLTIP):
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
