"""The frequent complaints' tab: how what comes often begins, changed by who keeps the office."""

from PySide6.QtWidgets import QHBoxLayout, QTableWidgetItem, QWidget

from desktop.acts.keeping_frequent import OfferFrequent, offer_frequent
from desktop.rules.catalogue import Frequent
from desktop.rules.people import Permission
from desktop.views import Lists
from desktop.wording import _
from ui.delegates.chip import ChipDelegate
from ui.dialogs.frequent import FrequentSheet
from ui.dialogs.sheet import show_refusals
from ui.models.paged_table import TONE_ROLE
from ui.notices import Notices
from ui.operations import Operations
from ui.pages.settings.kept_table import kept_table
from ui.theme import Tone
from ui.widgets.plain import Card, button, label, spread

_STATE = 3


class FrequentTab(Card):
    """Lists them with category and state."""

    def __init__(self, operations: Operations) -> None:
        super().__init__(_("Frequent complaints"))
        self._operations = operations
        self._lists = Lists((), (), ())
        self.frequent: tuple[Frequent, ...] = ()
        self.notices = Notices()
        heads = (_("Name in the list"), _("Category"), _("Subject"), _("State"))
        self.table = kept_table(_("Frequent complaints"), heads, {_STATE: 130})
        self.table.setItemDelegate(ChipDelegate(self.table))
        self.add_button = button(_("Add…"))
        self.change_button = button(_("Change…"))
        self.offer_button = button(_("Take out of use"))
        self.tools = QWidget()
        tools = QHBoxLayout(self.tools)
        tools.setContentsMargins(0, 0, 0, 0)
        spread(tools, self.add_button, self.change_button, self.offer_button)
        tools.addStretch()
        said = _(
            "Whoever takes a complaint chooses one of these by a key, and the form begins with it."
        )
        spread(self.column, label(said, "second", wrap=True), self.notices, self.table, self.tools)
        self._keeps = operations.actor.may(Permission.KEEP_OFFICE)
        self.tools.setVisible(self._keeps)
        self.add_button.clicked.connect(self.add)
        self.change_button.clicked.connect(self.change)
        self.offer_button.clicked.connect(self.offer)
        self.table.itemActivated.connect(self.change)
        self.table.itemSelectionChanged.connect(self._chosen)
        self._chosen()

    def arrive(self) -> None:
        """Read the list again; what is chosen stays chosen."""
        self._operations.read(self, lambda desk, actor: desk.reading.lists(actor), self._show)

    def chosen(self) -> Frequent | None:
        """Return the chosen one."""
        rows = self.table.selectionModel().selectedRows()
        return self.frequent[rows[0].row()] if rows else None

    def add(self) -> None:
        """Ask about a new one."""
        self._ask(None)

    def change(self) -> None:
        """Ask what the chosen one is to begin with."""
        frequent = self.chosen()
        if frequent is not None and self._keeps:
            self._ask(frequent)

    def offer(self) -> None:
        """Take the chosen one out of use, or into use again."""
        frequent = self.chosen()
        if frequent is None or frequent.id is None:
            return
        self.notices.clear()
        command = OfferFrequent(frequent.id, active=not frequent.active)
        self._operations.write(self, offer_frequent, command, None, self._refused)

    def _ask(self, frequent: Frequent | None) -> None:
        FrequentSheet(self._operations, self._lists.categories, frequent, self).open()

    def _refused(self, error: Exception) -> bool:
        return show_refusals(error, {}, self.notices)

    def _show(self, lists: Lists) -> None:
        before = self.chosen()
        self._lists, self.frequent = lists, lists.frequent
        names = {one.id: one.name for one in lists.categories}
        self.table.setRowCount(len(self.frequent))
        for row, one in enumerate(self.frequent):
            state = _("In use") if one.active else _("Out of use")
            texts = (one.name, names[one.category_id], one.subject, state)
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column == _STATE:
                    item.setData(TONE_ROLE, (Tone.OK if one.active else Tone.QUIET).value)
                self.table.setItem(row, column, item)
            if before is not None and one.id == before.id:
                self.table.selectRow(row)
        self._chosen()

    def _chosen(self) -> None:
        frequent = self.chosen()
        self.change_button.setEnabled(frequent is not None)
        self.offer_button.setEnabled(frequent is not None)
        again = frequent is not None and not frequent.active
        self.offer_button.setText(_("Use again") if again else _("Take out of use"))
