"""A tab of the settings that lists what the office keeps, in use and out of use."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QTableWidgetItem, QWidget

from desktop.rules.people import Permission
from desktop.wording import _
from ui.delegates.chip import ChipDelegate
from ui.dialogs.sheet import Act, show_refusals
from ui.models.paged_table import TONE_ROLE
from ui.notices import Notices
from ui.operations import Operations
from ui.pages.settings.kept_table import kept_table
from ui.theme import Tone
from ui.widgets.plain import Card, EmptyState, button, label, spread


class Kept(Protocol):
    """Something the office keeps and may take out of use."""

    @property
    def id(self) -> int | None:
        """Its identity."""

    @property
    def active(self) -> bool:
        """Whether it is in use."""


K = TypeVar("K", bound=Kept)


class KeptTab(Card, Generic[K]):
    """Lists what is kept; who keeps the office adds, changes, and takes it out of use.

    Subclasses say which act takes out of use; those whose list is also added to, what changing is
    and what is asked.
    """

    def __init__(
        self,
        operations: Operations,
        name: str,
        heads: Sequence[str],
        widths: Mapping[int, int],
        said: str,
    ) -> None:
        """Make it; the first column with a width of its own tells whether it is in use."""
        super().__init__(name)
        self._operations, self._state = operations, min(widths)
        self.kept: Sequence[K] = ()
        self.notices = Notices()
        self.table = kept_table(name, heads, widths)
        self.table.setItemDelegate(ChipDelegate(self.table))
        self.add_button = button(_("Add…"))
        self.change_button = button(self.changing())
        self.offer_button = button(_("Take out of use"))
        self.tools = QWidget()
        tools = QHBoxLayout(self.tools)
        tools.setContentsMargins(0, 0, 0, 0)
        grows = bool(self.changing())
        spread(tools, *([self.add_button, self.change_button] if grows else []), self.offer_button)
        tools.addStretch()
        self.none = EmptyState(_("Nothing is listed yet"))
        self.none.hide()
        spread(self.column, label(said, "second", wrap=True), self.notices)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.none, 1)
        self.column.addWidget(self.tools)
        self._keeps = operations.actor.may(Permission.KEEP_OFFICE)
        self.tools.setVisible(self._keeps)
        self.add_button.clicked.connect(self.add)
        self.change_button.clicked.connect(self.change)
        self.offer_button.clicked.connect(self.offer)
        self.table.itemActivated.connect(self.change)
        self.table.itemSelectionChanged.connect(self._chosen)
        self._chosen()

    def changing(self) -> str:
        """Name what changing one is; nothing where the list is not added to."""
        return ""

    def ask(self, one: K | None) -> None:
        """Ask about a new one, or about another wording of one."""
        raise NotImplementedError

    def offering(self, identity: int, *, active: bool) -> tuple[Act, Any]:
        """Return the act that takes one out of use or into use again, and its command."""
        raise NotImplementedError

    def chosen(self) -> K | None:
        """Return the one that is chosen."""
        rows = self.table.selectionModel().selectedRows()
        return self.kept[rows[0].row()] if rows else None

    def add(self) -> None:
        """Ask about a new one."""
        self.ask(None)

    def change(self) -> None:
        """Ask how the chosen one is to be."""
        one = self.chosen()
        if one is not None and self._keeps and self.changing():
            self.ask(one)

    def offer(self) -> None:
        """Take the chosen one out of use, or into use again."""
        one = self.chosen()
        if one is None or one.id is None:
            return
        self.notices.clear()
        act, command = self.offering(one.id, active=not one.active)
        self._operations.write(self, act, command, None, self._refused)

    def show_kept(self, kept: Sequence[K], lines: Iterable[Sequence[str]]) -> None:
        """Show what is kept, each with the words of its line."""
        before = self.chosen()
        self.kept = kept
        self.table.setVisible(bool(kept))
        self.none.setVisible(not kept)
        self.table.setRowCount(len(kept))
        for row, (one, line) in enumerate(zip(kept, lines, strict=True)):
            for column, text in enumerate(line):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column == self._state:
                    item.setData(TONE_ROLE, (Tone.OK if one.active else Tone.QUIET).value)
                self.table.setItem(row, column, item)
            if before is not None and one.id == before.id:
                self.table.selectRow(row)
        self._chosen()

    def _refused(self, error: Exception) -> bool:
        return show_refusals(error, {}, self.notices)

    def _chosen(self) -> None:
        one = self.chosen()
        self.change_button.setEnabled(one is not None)
        self.offer_button.setEnabled(one is not None)
        again = one is not None and not one.active
        self.offer_button.setText(_("Use again") if again else _("Take out of use"))


def state_words(one: Kept) -> str:
    """Say whether something is in use."""
    return _("In use") if one.active else _("Out of use")
