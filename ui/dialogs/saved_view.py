"""A view of the register under a name: a new one, or another name for one."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.acts.keeping_views import KeepView, RenameView, keep_view, rename_view
from desktop.ports import Desk
from desktop.rules.people import Actor, Permission
from desktop.views import ListedColumn, RegisterQuery, SavedView
from desktop.wording import _
from ui.dialogs.sheet import Sheet
from ui.operations import Operations
from ui.widgets.choices import CheckField
from ui.widgets.field import LineField


class SavedViewSheet(Sheet):
    """Asks for a view's name and, of who assigns, whether the office shares it."""

    def __init__(
        self,
        operations: Operations,
        query: RegisterQuery,
        listed: Sequence[ListedColumn],
        view: SavedView | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = _("Save this view") if view is None else _("Rename the view")
        act: Callable[[Any, Desk, Actor], Any] = keep_view if view is None else rename_view
        super().__init__(operations, title, _("Save"), act, parent)
        self._query, self._columns, self._view = query, tuple(listed), view
        self.name = LineField(_("Name"), required=True)
        self.shared = CheckField(_("Everybody in the office sees it"))
        self.put("name", self.name)
        self.put("shared", self.shared)
        self.shared.setVisible(operations.actor.may(Permission.ASSIGN))
        if view is None:
            self.tell(_("Filters, order and columns are kept; what is searched for is not."))
        else:
            self.name.set_text(view.name)
            self.shared.set_text("yes" if view.shared else "")

    def command(self) -> KeepView | RenameView:
        """Return the view as named."""
        shared = self.shared.checked()
        if self._view is None:
            return KeepView(self.name.text(), self._query, self._columns, shared)
        assert self._view.id is not None
        return RenameView(self._view.id, self.name.text(), shared)
