"""A column of the board: its complaints as cards that can be dragged to somebody."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QListWidget, QListWidgetItem

from desktop.rules.priority import Priority
from desktop.rules.road import WAITING
from desktop.views import BoardColumn, ComplaintRow
from desktop.wording import _
from desktop.wording.names import PRIORITY, REGISTER_VIEW, STATUS
from ui.delegates.case_card import CARD_ROLE, CaseCard, CaseCardDelegate, Said
from ui.pages.register_table.columns import veil
from ui.telling import digits
from ui.theme import Tone
from ui.widgets.plain import Card, button
from ui.widgets.word_ends import shown

CASES = "application/x-rap-rueang-cases"
_SIDE = 10
_ID = int(Qt.ItemDataRole.UserRole)


class _Cards(QListWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("Bare")
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragEnabled(True)
        self.setSpacing(3)
        self.setItemDelegate(CaseCardDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def mimeTypes(self) -> list[str]:
        """Give complaints, and nothing a text field would take."""
        return [CASES]

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        """Put the identities of what is dragged into the hand."""
        data = QMimeData()
        data.setData(CASES, ",".join(str(item.data(_ID)) for item in items).encode())
        return data


class ColumnCard(Card):
    """One column with its count and its cards.

    Signals:
        opened: Somebody wants to see a complaint. arg: its identity.
        all_wanted: Somebody wants the whole list. arg: the view.
        selected: Other cards are selected here.
    """

    opened = Signal(int)
    all_wanted = Signal(object)
    selected = Signal()

    def __init__(
        self, column: BoardColumn, due: Callable[[ComplaintRow], tuple[str, Tone]]
    ) -> None:
        name = _(REGISTER_VIEW[column.view])
        super().__init__(f"{name} {digits(f'{column.total:,}')}")
        # Cards need the width more than the air around them.
        self.column.setContentsMargins(_SIDE, 12, _SIDE // 2, 12)
        self.view = column.view
        self.cards = _Cards(name)
        self.column.addWidget(self.cards, 1)
        for row in column.rows:
            card = _card(row, *due(row))
            # What the card draws, as it is read aloud.
            item = QListWidgetItem(card.said())
            item.setData(_ID, row.id)
            item.setData(CARD_ROLE, card)
            item.setToolTip("" if row.veiled else row.subject)
            self.cards.addItem(item)
        self.more = button(_("Show all"), "link")
        self.more.setAccessibleName(f"{_('Show all')}: {name}")
        self.more.clicked.connect(self._all)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.cards.itemActivated.connect(self._activated)
        self.cards.itemSelectionChanged.connect(self.selected)

    def ids(self) -> tuple[int, ...]:
        """Return the complaints selected, from top to bottom."""
        rows = sorted(self.cards.row(item) for item in self.cards.selectedItems())
        return tuple(int(self.cards.item(row).data(_ID)) for row in rows)

    def _all(self) -> None:
        self.all_wanted.emit(self.view)

    def _activated(self, item: QListWidgetItem) -> None:
        self.opened.emit(int(item.data(_ID)))


def _card(row: ComplaintRow, due: str, tone: Tone) -> CaseCard:
    where = _(STATUS[row.status]) if row.status in WAITING else ""
    below = " · ".join(part for part in (row.owner, where) if part)
    pressing = Tone.LATE if row.priority is Priority.MOST_URGENT else Tone.QUIET
    priority = Said(_(PRIORITY[row.priority]), pressing)
    subject = veil(row) if row.veiled else row.subject
    return CaseCard(
        digits(str(row.number)), priority, Said(due, tone), shown(subject), shown(below)
    )
