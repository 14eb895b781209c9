"""The categories' tab: what complaints may be about, what is out of use, and how many are open."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QHBoxLayout, QTableWidgetItem, QWidget

from desktop.acts.keeping_categories import OfferCategory, offer_category
from desktop.ports import Desk
from desktop.rules.catalogue import Category
from desktop.rules.people import Actor, Permission
from desktop.wording import _
from ui.delegates.chip import ChipDelegate
from ui.dialogs.category import CategorySheet
from ui.dialogs.sheet import show_refusals
from ui.models.paged_table import TONE_ROLE
from ui.notices import Notices
from ui.operations import Operations
from ui.pages.settings.kept_table import kept_table
from ui.telling import digits
from ui.theme import Tone
from ui.widgets.plain import Card, button, label, spread

_Answer = tuple[Sequence[Category], Mapping[int, int]]
_NAME, _PARENT, _STATE, _OPEN = range(4)


class CategoriesTab(Card):
    """Lists the categories, each below the one it belongs to; who keeps the office changes them."""

    def __init__(self, operations: Operations) -> None:
        super().__init__(_("Category"))
        self._operations = operations
        self.categories: Sequence[Category] = ()
        self.notices = Notices()
        heads = (_("Category"), _("Below"), _("State"), _("Open complaints"))
        self.table = kept_table(_("Category"), heads, {_STATE: 130, _OPEN: 150})
        self.table.setItemDelegate(ChipDelegate(self.table))
        self.add_button = button(_("Add…"))
        self.rename_button = button(_("Rename…"))
        self.offer_button = button(_("Take out of use"))
        self.tools = QWidget()
        tools = QHBoxLayout(self.tools)
        tools.setContentsMargins(0, 0, 0, 0)
        spread(tools, self.add_button, self.rename_button, self.offer_button)
        tools.addStretch()
        said = _(
            "What is out of use is offered no more for new complaints; those that are of it go on"
            " as they are, and reports still name it."
        )
        spread(self.column, label(said, "second", wrap=True), self.notices, self.table, self.tools)
        self._keeps = operations.actor.may(Permission.KEEP_OFFICE)
        self.tools.setVisible(self._keeps)
        self.add_button.clicked.connect(self.add)
        self.rename_button.clicked.connect(self.rename)
        self.offer_button.clicked.connect(self.offer)
        self.table.itemActivated.connect(self.rename)
        self.table.itemSelectionChanged.connect(self._chosen)
        self._chosen()

    def arrive(self) -> None:
        """Read the list again; what is chosen stays chosen."""

        def question(desk: Desk, actor: Actor) -> _Answer:
            reading = desk.reading
            return reading.lists(actor).categories, reading.open_by_category(actor)

        self._operations.read(self, question, self._show)

    def chosen(self) -> Category | None:
        """Return the chosen category."""
        rows = self.table.selectionModel().selectedRows()
        return self.categories[rows[0].row()] if rows else None

    def add(self) -> None:
        """Ask about a new category."""
        self._ask(None)

    def rename(self) -> None:
        """Ask for another name, or another place."""
        category = self.chosen()
        if category is not None and self._keeps:
            self._ask(category)

    def offer(self) -> None:
        """Take the chosen one out of use, or into use again."""
        category = self.chosen()
        if category is None or category.id is None:
            return
        self.notices.clear()
        command = OfferCategory(category.id, active=not category.active)
        self._operations.write(self, offer_category, command, None, self._refused)

    def _ask(self, category: Category | None) -> None:
        CategorySheet(self._operations, self.categories, category, self).open()

    def _refused(self, error: Exception) -> bool:
        return show_refusals(error, {}, self.notices)

    def _show(self, answer: _Answer) -> None:
        before = self.chosen()
        self.categories, counts = answer
        names = {one.code: one.name for one in self.categories}
        self.table.setRowCount(len(self.categories))
        for row, one in enumerate(self.categories):
            count = counts.get(one.id or 0, 0)
            cells = {
                _NAME: one.name,
                _PARENT: names.get(one.parent, "–"),
                _STATE: _("In use") if one.active else _("Out of use"),
                _OPEN: digits(str(count)) if count else "–",
            }
            for column, text in cells.items():
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column == _STATE:
                    item.setData(TONE_ROLE, (Tone.OK if one.active else Tone.QUIET).value)
                self.table.setItem(row, column, item)
            if before is not None and one.id == before.id:
                self.table.selectRow(row)
        self._chosen()

    def _chosen(self) -> None:
        category = self.chosen()
        self.rename_button.setEnabled(category is not None)
        self.offer_button.setEnabled(category is not None)
        again = category is not None and not category.active
        self.offer_button.setText(_("Use again") if again else _("Take out of use"))
