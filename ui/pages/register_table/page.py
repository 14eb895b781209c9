"""The register page: one table over all complaints, or over those of a view."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.changes import Changes
from desktop.rules.asking import NOTHING
from desktop.rules.catalogue import Channel
from desktop.rules.people import Permission
from desktop.rules.saved_tables import TableKind
from desktop.rules.thai.dates import fiscal_year, official_date
from desktop.rules.worktime import WorkCalendar
from desktop.views import (
    ComplaintRow,
    GroupStep,
    Lists,
    OfficeView,
    PersonRow,
    RegisterQuery,
    RegisterView,
    SavedView,
    SortBy,
)
from desktop.wording import _, ngettext
from desktop.wording.names import REGISTER_VIEW
from ui.models.paged_table import ColumnSpec, PagedTable
from ui.notices import Notices
from ui.operations import Operations
from ui.pages.register_table.arranging import Arranged, ViewMenu
from ui.pages.register_table.columns import FILLING, NUMBER, YIELDING, Columns
from ui.pages.register_table.filters import Filters
from ui.pages.register_table.grouping import GroupPanel
from ui.pages.register_table.road import BulkRoad
from ui.pages.register_table.searching import Searching
from ui.pages.register_table.source import REGISTER
from ui.tables.copying import Copying
from ui.tables.drawn import chosen_count, list_table, mark_order
from ui.tables.ground import ListGround
from ui.tables.listing import Listing
from ui.tables.place import Spot
from ui.tables.saving import TableSaving
from ui.telling import digits
from ui.widgets.columns import TableColumns
from ui.widgets.plain import EmptyState, PageTitle, button, spread

if TYPE_CHECKING:
    from desktop.exchange.tables import TableColumn

TYPING = 180
"""Milliseconds after the last keystroke in the search box before the list follows."""


@dataclass(frozen=True, slots=True)
class Left:
    """The register as somebody left it: what it lists, how, and where in it she was.

    `order` is the one beneath a search; `filters` and `groups` tell whether they are in sight.
    """

    query: RegisterQuery
    order: tuple[SortBy, bool]
    arranged: Arranged
    filters: bool | None
    spot: Spot
    groups: bool


class RegisterPage(QWidget):
    """Complaints as a list.

    Signals:
        opened: Somebody wants to see a complaint. arg: its identity.
        assign_wanted: Somebody wants to assign the selected. arg: tuple of identities.
        letters_wanted: Somebody wants letters to the selected. arg: tuple of identities.
        filled: A list is shown, its first lines included.
        terms_known: What a search may be narrowed to is known. arg: the Terms.
    """

    opened = Signal(int)
    assign_wanted = Signal(object)
    letters_wanted = Signal(object)
    filled = Signal()
    terms_known = Signal(object)

    def __init__(
        self, operations: Operations, office: OfficeView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._operations = operations
        self._now = operations.desk.now
        self._query = RegisterQuery()
        self._filters: Filters | None = None
        self._length = ""
        self.notices = Notices()
        self.title = PageTitle(_("Complaints register"))
        self.columns = Columns(office.calendar, self._now)
        self.model = PagedTable(self.columns.specs(), _identity, self)
        self.table = list_table(self.model, _("Complaints register"))
        self.table.horizontalHeader().setSortIndicator(NUMBER, Qt.SortOrder.DescendingOrder)
        self.arranged = TableColumns(self.table, self.model.columns, FILLING, (), YIELDING)
        self._listing = Listing(operations, self.table, self.model, REGISTER)
        self._copying = Copying(operations, self, (self.arranged, self.notices), REGISTER)
        self.searching = Searching(self.table, self._now)
        self.empty = EmptyState(_("No complaints here"), _("Change the view, filters or search."))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.filter_button = button(_("Filters"))
        self.filter_button.setCheckable(True)
        self.groups = GroupPanel(self._operations)
        self.groups.hide()
        self.assign_button = button(_("Assign…"), keys="Ctrl+M")
        self.assign_button.setShortcut("Ctrl+M")
        self.letters_button = button(_("Letters…"), keys="Ctrl+G")
        self.letters_button.setShortcut("Ctrl+G")
        self.road = BulkRoad(self._operations, self, self.notices, self.selected_ids)
        self.copy_button = button(_("Copy"), keys="Ctrl+C")
        self.view_menu = ViewMenu(
            self._operations, self.arranged, self._present, self.notices, self
        )
        self._of_selection = (
            self.road,
            self.assign_button,
            self.letters_button,
            self.copy_button,
        )
        told = self.title, self.table, self.arranged, self.notices
        self.saving = TableSaving(
            self._operations, self, told, REGISTER, lambda: self._query, self.selected_ids, _saved
        )
        for part in (self.filter_button, self.view_menu, *self._of_selection, self.saving):
            self.title.bar.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        spread(column, self.notices, self.title, self.searching.misread)
        lists = QHBoxLayout()
        lists.setSpacing(12)
        lists.addWidget(self.groups)
        lists.addWidget(ListGround(self.table, self.empty), 1)
        column.addLayout(lists, 1)
        self._column = column

    def _connect(self) -> None:
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING)
        self._typing.timeout.connect(self.refresh)
        self.filter_button.toggled.connect(self._show_filters)
        self.view_menu.groups.toggled.connect(self._show_groups)
        self.groups.stepped.connect(self._step)
        self.assign_button.clicked.connect(self.want_assign)
        self.letters_button.clicked.connect(self.want_letters)
        self.copy_button.clicked.connect(self.copy)
        self.view_menu.used.connect(self._use)
        self.view_menu.named.connect(self._say_title)
        self._listing.filled.connect(self._tell_length)
        self.table.activated.connect(self._activated)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._sort)
        selection = self.table.selectionModel()
        assert isinstance(selection, QItemSelectionModel)
        selection.selectionChanged.connect(self._selected)
        self._selected()
        self._operations.changed.connect(self._changed)
        copy = QShortcut(QKeySequence.StandardKey.Copy, self.table)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.copy)

    @property
    def filters(self) -> Filters:
        """Return the row of filters, made when it is first looked for."""
        if self._filters is None:
            self._filters = Filters(fiscal_year(official_date(self._now())))
            self._filters.setVisible(False)
            self._filters.hidden.setVisible(self._operations.actor.may(Permission.ASSIGN))
            self._filters.narrowed.connect(self._narrowed)
            self._column.insertWidget(self._column.count() - 1, self._filters)
            self._offer()
        return self._filters

    @property
    def listed(self) -> bool:
        """Whether a list was shown already."""
        return self._listing.listed is not None

    def arrive(self) -> None:
        """Fit the page to whoever is signed in."""
        may = self._operations.actor.may
        self.assign_button.setVisible(may(Permission.ASSIGN))
        self.letters_button.setVisible(may(Permission.ISSUE_LETTER))
        self.road.arrive()
        self.saving.arrive()
        self.view_menu.arrive()
        self._operations.read(
            self, lambda desk, actor: desk.reading.lists(actor).channels, self._know
        )
        if self._filters is not None:
            self._filters.hidden.setVisible(may(Permission.ASSIGN))
            self._offer()

    def _know(self, channels: Sequence[Channel]) -> None:
        self.searching.know(channels)
        self.terms_known.emit(self.searching.terms)

    def take_cursor(self) -> None:
        """Let keys go to the list, which by then follows what was typed."""
        if self._typing.isActive():
            self._typing.stop()
            self.refresh()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Keep the columns as they were dragged last."""
        self.arranged.settle()

    def show_view(self, view: RegisterView, *, as_left: bool = False) -> None:
        """List a standing view, work waiting by what is due first; or again what was listed."""
        if as_left and self.listed:
            self.refresh()
            return
        waiting = view is not RegisterView.ALL
        if self.view_menu.leave() or self._narrowed_unseen():
            # What a named view was narrowed to goes with it; and who opens a list sees all of it,
            # or the row of filters that says why not.
            self.filters.show_query(RegisterQuery())
            self._query = self.filters.narrow(self._query)
        self._query = replace(
            self._query,
            view=view,
            group=None,
            sort=SortBy.DUE if waiting else SortBy.NUMBER,
            descending=not waiting,
        )
        self._say_title()
        self._mark_order()
        self.refresh()

    def place(self) -> Left:
        """Tell what is listed, how, and where in it somebody is."""
        return Left(
            self._query,
            self.searching.order,
            self.view_menu.arranged(),
            None if self._filters is None else self.filter_button.isChecked(),
            self._listing.spot(),
            self.view_menu.groups.isChecked(),
        )

    def return_to(self, place: Left) -> None:
        """List again what a page before this one listed."""
        self._query = place.query
        self.searching.go_on(place.query.asked, place.order)
        self.view_menu.arrange(place.arranged)
        if place.filters is not None:
            self.filters.show_query(place.query)
            self.filter_button.setChecked(place.filters)
        self.view_menu.groups.setChecked(place.groups)
        self._say_title()
        self._mark_order()
        self._listing.read_at(self._query, place.spot)

    def _use(self, view: SavedView) -> None:
        """List a named view; what is searched for stays."""
        self._query = replace(view.query, asked=self._query.asked)
        self._say_title()
        self.filters.show_query(view.query)
        self.filter_button.setChecked(self.filters.chosen())
        self._mark_order()
        self.refresh()

    def _say_title(self) -> None:
        named, view = self.view_menu.current, self._query.view
        standing = _("Complaints register") if view is RegisterView.ALL else _(REGISTER_VIEW[view])
        self.title.title.setText(standing if named is None else named.name)

    def _present(self) -> RegisterQuery:
        """Return what is listed without what is searched for, ordered as it was before."""
        query = replace(self._query, asked=NOTHING, group=None)
        if query.sort is SortBy.FIT:
            sort, descending = self.searching.order
            return replace(query, sort=sort, descending=descending)
        return query

    def _mark_order(self) -> None:
        """Let the heads tell by what the list is sorted."""
        query = self._query
        mark_order(self.table, self.model, query.sort, descending=query.descending)

    def search(self, text: str) -> None:
        """Narrow the list to what is typed in the search box."""
        self._query = self.searching.narrow(self._query, text)
        self._mark_order()
        self._typing.start()

    def refresh(self) -> None:
        """Read the list again, keeping what is selected."""
        self._listing.read(self._query)
        self.groups.show_groups(self._query)

    def selected_ids(self) -> tuple[int, ...]:
        """Return the identities of the selected lines, from the top."""
        return self._listing.chosen()

    def want_assign(self) -> None:
        """Ask for the assigning of what is selected."""
        self.assign_wanted.emit(self.selected_ids())

    def want_letters(self) -> None:
        """Ask for letters to the petitioners of what is selected."""
        self.letters_wanted.emit(self.selected_ids())

    def copy(self) -> None:
        """Copy the selected lines as a spreadsheet takes them."""
        self._copying.copy(self.selected_ids())

    def _show_filters(self, shown: bool) -> None:
        self.filters.setVisible(shown)

    def _show_groups(self, shown: bool) -> None:
        self.groups.setVisible(shown)
        if shown:
            self.groups.show_groups(self._query)
            self.groups.list.setFocus()
        elif self._query.group is not None:
            # Who does not see the groups would not know by what the list is narrowed.
            self._step(None)

    def _step(self, step: GroupStep | None) -> None:
        """List a group alone, or all again."""
        self._query = replace(self._query, group=step)
        self.refresh()

    def _offer(self) -> None:
        def offer(offered: tuple[Lists, Sequence[PersonRow]]) -> None:
            self.filters.offer(*offered)

        self._operations.read(
            self,
            lambda desk, actor: (desk.reading.lists(actor), desk.reading.people(actor)),
            offer,
        )

    def _narrowed_unseen(self) -> bool:
        kept = self._filters
        return kept is not None and kept.chosen() and not self.filter_button.isChecked()

    def _narrowed(self) -> None:
        self._query = self.filters.narrow(self._query)
        self._say_title()
        self.refresh()

    def _sort(self, section: int, order: Qt.SortOrder) -> None:
        by = self.model.columns[section].sort
        self._query = replace(
            self._query, sort=by, descending=order == Qt.SortOrder.DescendingOrder
        )
        self.refresh()

    def _tell_length(self) -> None:
        ids = self.model.ids()
        said = ngettext("{count} complaint", "{count} complaints", len(ids))
        year = self._query.fiscal_year
        counted = digits(said.format(count=f"{len(ids):,}"))
        if year is not None:
            counted = _("Fiscal year {year}").format(year=digits(str(year))) + " · " + counted
        self._length = counted
        # A list that is replaced loses its selection without telling.
        self._selected()
        self.filled.emit()

    def _activated(self, index: QModelIndex) -> None:
        row = self.model.row_at(index.row())
        # What is asked for is not always listed yet; nothing else is opened in its place.
        if self._listing.listed != self._query or (row is not None and row.veiled):
            return
        self.opened.emit(self.model.id_at(index.row()))

    def _selected(self) -> None:
        chosen = chosen_count(self.table)
        for part in self._of_selection:
            part.setEnabled(bool(chosen))
        said = self._length
        if chosen:
            said += " · " + digits(_("{count} chosen").format(count=f"{chosen:,}"))
        self.title.note.setText(said)

    def _changed(self, changes: Changes, initiator: object) -> None:
        del initiator
        if changes & Changes.CALENDAR:
            # Counted beside the window; the list then says its days by it.
            self._operations.read(
                self, lambda desk, _actor: desk.reading.days().calendar(), self._count_by
            )
        elif changes & Changes.COMPLAINTS:
            self.refresh()

    def _count_by(self, calendar: WorkCalendar) -> None:
        self.columns.calendar = calendar
        self.refresh()


def _saved(
    specs: Sequence[ColumnSpec[ComplaintRow]], kind: TableKind
) -> "tuple[TableColumn[ComplaintRow], ...]":
    # What writes files brings heavier rooms with it; no list waits for those.
    from ui.pages.register_table.saved_columns import saved_columns  # noqa: PLC0415

    return saved_columns(specs, kind)


def _identity(row: ComplaintRow) -> int:
    return row.id
