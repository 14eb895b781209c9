"""The register's view menu: how the list is arranged, and views under a name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop.acts.keeping_views import (
    KeepView,
    RemoveView,
    UpdateView,
    ViewKept,
    keep_view,
    may_change,
    remove_view,
    update_view,
)
from desktop.changes import Changes
from desktop.views import ListedColumn, RegisterQuery, SavedView
from desktop.wording import _
from ui.actions import Act, spec
from ui.models.columns_kept import KeptColumns
from ui.notices import Notices
from ui.operations import Operations
from ui.theme import Tone
from ui.widgets.columns import TableColumns

LIST = "register"
"""What settings call the register's list."""


@dataclass(frozen=True, slots=True)
class Arranged:
    """The named view that is shown, or that was until it was removed, and the columns now."""

    current: SavedView | None
    removed: SavedView | None
    columns: tuple[ListedColumn, ...]


class ViewMenu(QPushButton):
    """Arranges the list, and keeps how it was arranged: by itself, or under a name.

    Signals:
        used: Somebody wants a named view. arg: the SavedView.
        named: What is shown has another name, or none any more; it stays as it is.
    """

    used = Signal(object)
    named = Signal()

    def __init__(
        self,
        operations: Operations,
        columns: TableColumns,
        query: Callable[[], RegisterQuery],
        notices: Notices,
        page: QWidget,
    ) -> None:
        super().__init__(_("View"), page)
        keys = spec(Act.VIEW_MENU).keys
        self.setAccessibleName(self.text())
        self.setToolTip(f"{self.text()} ({keys})")
        self.setShortcut(keys)
        self._operations, self._columns, self._query = operations, columns, query
        self._notices, self._page = notices, page
        self._kept = KeptColumns(operations.actor.person_id)
        self._views: Sequence[SavedView] = ()
        self.current: SavedView | None = None
        self._removed: SavedView | None = None
        self._asked = 0
        columns.lay_out(self._kept.of(LIST))
        columns.chosen.connect(self.keep)
        columns.sheet_wanted.connect(self.choose_columns)
        grouping = spec(Act.GROUPS)
        self.groups = QAction(_(grouping.text), self)
        self.groups.setShortcut(grouping.keys)
        self.groups.setCheckable(True)
        # Of a menu alone its keys would not be heard.
        page.addAction(self.groups)
        self.setMenu(QMenu(self))
        self._fill()
        operations.changed.connect(self._changed)

    def arrive(self) -> None:
        """Read the named views, which another desk may have changed."""
        self._asked += 1
        self._operations.read(
            self,
            lambda desk, actor: desk.reading.saved_views(actor),
            partial(self._know, self._asked),
        )

    def keep(self) -> None:
        """Keep the columns as they are now; those of a named view are kept with it alone."""
        if self.current is None and self._removed is None:
            self._kept.keep_chosen(LIST, self._columns.now(), self._columns.shipped)

    def use(self, view: SavedView) -> None:
        """Show a named view."""
        self._columns.settle()
        self.current, self._removed = view, None
        self._columns.lay_out(view.columns)
        self._fill()
        self.used.emit(view)

    def leave(self) -> bool:
        """Go back to the reader's own columns; tell whether a named view was shown.

        One that was removed is shown until then.
        """
        if self.current is None and self._removed is None:
            return False
        self.current = self._removed = None
        self._columns.lay_out(self._kept.of(LIST))
        self._fill()
        return True

    def arranged(self) -> Arranged:
        """Tell how the list is arranged."""
        return Arranged(self.current, self._removed, self._columns.now())

    def arrange(self, arranged: Arranged) -> None:
        """Arrange the list as another menu had it; the reader's own columns are kept by now."""
        self.current, self._removed = arranged.current, arranged.removed
        if self.current is not None or self._removed is not None:
            self._columns.lay_out(arranged.columns)
        self._fill()

    def choose_columns(self) -> None:
        """Choose columns by keys."""
        from ui.dialogs.columns import ColumnsDialog  # noqa: PLC0415 - no list waits for it

        ColumnsDialog(self._columns, self._page).open()

    def name_view(self) -> None:
        """Keep what is shown now under a name."""
        self._ask(None)

    def rename(self) -> None:
        """Give the view that is shown another name."""
        self._ask(self.current)

    def update_view(self) -> None:
        """Let the view that is shown be as the list is now."""
        view = self._shown()
        command = UpdateView(view.id or 0, self._query(), self._columns.now())

        def told(kept: ViewKept) -> None:
            if self.current is view:
                self.current = kept.view
            self._notices.passing(_("Saved."))

        self._operations.write(self, update_view, command, told)

    def remove(self) -> None:
        """Forget the view that is shown; its list stays, and it can be had back."""
        view = self._shown()

        def told(_kept: ViewKept) -> None:
            if self.current is view:
                self.current, self._removed = None, view
                self.named.emit()
            said = _("The view “{name}” is removed.").format(name=view.name)
            again = partial(self._have_back, view)
            self._notices.passing(said, action=_("Undo"), do=again)

        self._operations.write(self, remove_view, RemoveView(view.id or 0), told)

    def _have_back(self, view: SavedView) -> None:
        """Have a view back that was removed, for whom it belonged to."""

        def told(kept: ViewKept) -> None:
            if self._removed is view:
                self._call(kept.view)

        command = KeepView(view.name, view.query, view.columns, view.shared, view.owner_id)
        self._operations.write(self, keep_view, command, told)

    def _call(self, view: SavedView) -> None:
        """Let what is shown be a named view."""
        self._columns.settle()
        self.current, self._removed = view, None
        # What was asked before there was such a view is not to be believed.
        self._asked += 1
        self._fill()
        self.named.emit()

    def _shown(self) -> SavedView:
        assert self.current is not None, "offered only while a named view is shown"
        return self.current

    def _ask(self, view: SavedView | None) -> None:
        from ui.dialogs.saved_view import SavedViewSheet  # noqa: PLC0415

        columns = self._columns.now()
        sheet = SavedViewSheet(self._operations, self._query(), columns, view, self._page)
        sheet.done_with.connect(lambda kept: self._call(kept.view))
        sheet.open()

    def _changed(self, changes: Changes, initiator: object) -> None:
        del initiator
        if changes & Changes.SAVED_VIEWS:
            self.arrive()

    def _know(self, asked: int, views: Sequence[SavedView]) -> None:
        if asked != self._asked:
            return
        self._views = views
        if self.current is not None:
            self._follow(self.current)
        self._fill()

    def _follow(self, shown: SavedView) -> None:
        """Call the view that is shown as it is called now; what another desk removed is none."""
        now = next((view for view in self._views if view.id == shown.id), None)
        if now == shown:
            return
        self.current = now
        if now is None:
            self._removed = shown
            said = _("The view “{name}” was removed elsewhere. The list stays as it is.")
            self._notices.passing(said.format(name=shown.name), Tone.SOON)
        self.named.emit()

    def _fill(self) -> None:
        menu, actor = self.menu(), self._operations.actor
        menu.clear()
        for own in (True, False):
            views = [v for v in self._views if (v.owner_id == actor.person_id) is own]
            if views:
                # Qt draws no words of a section where a style sheet is.
                head = menu.addAction(_("My views") if own else _("Views of others"))
                head.setEnabled(False)
            for view in views:
                # A name with an ampersand would lose it to the menu's keys.
                action = menu.addAction(view.name.replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(self.current is not None and self.current.id == view.id)
                action.triggered.connect(partial(self.use, view))
        menu.addSeparator()
        menu.addAction(_("Save this view…")).triggered.connect(self.name_view)
        if self.current is not None and may_change(self.current, actor):
            menu.addAction(_("Save changes to this view")).triggered.connect(self.update_view)
            menu.addAction(_("Rename this view…")).triggered.connect(self.rename)
            menu.addAction(_("Remove this view")).triggered.connect(self.remove)
        menu.addSeparator()
        menu.addAction(self.groups)
        columns = menu.addAction(_("Columns…"))
        columns.setShortcut(spec(Act.COLUMNS).keys)
        columns.triggered.connect(self.choose_columns)
        menu.addAction(_("Columns as they came")).triggered.connect(self._columns.go_back)
