"""Lines of the standard that go before its table: for a type, a priority, a category, a source."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.errors import Refused
from desktop.rules.clocks import ClockKind, Unit
from desktop.rules.complaint import ComplaintType
from desktop.rules.policy import Provision
from desktop.rules.priority import Priority
from desktop.rules.reasons import Reason
from desktop.rules.thai.digits import arabic_digits
from desktop.views import Lists
from desktop.wording import _
from desktop.wording.amounts import amount_words
from desktop.wording.names import CLOCK, COMPLAINT_TYPE, PRIORITY, UNIT
from desktop.wording.refusals import sentence
from ui.dialogs.category import category_choices
from ui.pages.settings.calendar_sheets import KeepSheet
from ui.telling import digits
from ui.theme import row_height
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.field import LineField
from ui.widgets.plain import button

PROMISED = (ClockKind.ACKNOWLEDGE, ClockKind.REPLY, ClockKind.RESOLVE)
"""Clocks that the standard promises; a sending body sets its own."""


class ProvisionSheet(KeepSheet):
    """One line: which clock, how long, and for what."""

    def __init__(
        self, lists: Lists, before: Provision | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Special provision"), parent)
        self.clock = ChoiceField(_("Clock"), [Choice(c.value, _(CLOCK[c]), c) for c in PROMISED])
        self.amount = LineField(
            _("How long"), help_text=_("A whole number. Empty: this is not promised there.")
        )
        self.unit = ChoiceField(_("Unit"), [Choice(u.value, _(UNIT[u]), u) for u in Unit])
        every = _("every one")
        self.type = ChoiceField(
            _("Type"),
            [Choice(t.value, _(COMPLAINT_TYPE[t]), t) for t in ComplaintType],
            empty=every,
        )
        self.priority = ChoiceField(
            _("Priority"), [Choice(p.value, _(PRIORITY[p]), p) for p in Priority], empty=every
        )
        stands = None if before is None else before.category_id
        self.category = ChoiceField(
            _("Category"),
            category_choices(lists.categories, stands),
            empty=every,
        )
        self.source = ChoiceField(
            _("Source"),
            [Choice(str(s.id), s.name, s.id) for s in lists.sources if s.active],
            empty=every,
        )
        self.unit.set_text(Unit.WORKING_DAYS.value)
        if before is not None:
            self._fill(before)
        for field in (
            *(self.clock, self.amount, self.unit, self.type),
            *(self.priority, self.category, self.source),
        ):
            self.body.addWidget(field)

    def made(self) -> Provision | None:
        """Return the line."""
        typed = arabic_digits(self.amount.text().strip())
        fails = bool(typed) and not (typed.isdecimal() and 0 < int(typed) < 100_000)
        self.amount.set_error(sentence(Refused(Reason.BAD_NUMBER)) if fails else "")
        if fails:
            self.amount.show_error()
            return None
        return Provision(
            self.clock.value(),
            int(typed) if typed else None,
            self.unit.value(),
            self.type.value(),
            self.priority.value(),
            self.category.value(),
            self.source.value(),
        )

    def _fill(self, before: Provision) -> None:
        self.clock.set_text(before.clock.value)
        self.amount.set_text("" if before.amount is None else digits(str(before.amount)))
        self.unit.set_text(before.unit.value)
        self.type.set_text(before.type or "")
        self.priority.set_text(before.priority or "")
        self.category.set_text("" if before.category_id is None else str(before.category_id))
        self.source.set_text("" if before.source_id is None else str(before.source_id))


class ProvisionList(QWidget):
    """The lines, in the order in which equals decide; each to change or take away.

    Signals:
        edited: A line was added, changed or taken away.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.provisions: tuple[Provision, ...] = ()
        self._lists = Lists((), (), ())
        self.table = QTableWidget(0, 3)
        self.table.setAccessibleName(_("Special provisions"))
        self.table.setHorizontalHeaderLabels([_("Clock"), _("Within"), _("For")])
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().setVisible(False)
        self.table.verticalHeader().setDefaultSectionSize(row_height())
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.table.setFixedHeight(5 * row_height())
        self.tools = QWidget()
        tools = QHBoxLayout(self.tools)
        tools.setContentsMargins(0, 0, 0, 0)
        self.add = button(_("Add…"))
        self.change, self.drop = button(_("Change…")), button(_("Take away"))
        self.add.clicked.connect(self.add_line)
        self.change.clicked.connect(self.change_line)
        self.drop.clicked.connect(self.drop_line)
        for tool in (self.add, self.change, self.drop):
            tools.addWidget(tool)
        tools.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        column.addWidget(self.tools)
        self.table.itemSelectionChanged.connect(self._chosen)
        self._chosen()

    def allow(self, keeps: bool) -> None:
        """Offer to change lines, or not."""
        self.tools.setVisible(keeps)

    def show_lines(self, provisions: Sequence[Provision], lists: Lists) -> None:
        """Show a version's lines."""
        self.provisions, self._lists = tuple(provisions), lists
        self._show()

    def add_line(self) -> ProvisionSheet:
        """Add a line."""
        sheet = ProvisionSheet(self._lists, None, self)
        sheet.kept.connect(self._added)
        sheet.open()
        return sheet

    def change_line(self) -> ProvisionSheet:
        """Change the chosen line."""
        sheet = ProvisionSheet(self._lists, self.provisions[self._row()], self)
        sheet.kept.connect(self._changed)
        sheet.open()
        return sheet

    def drop_line(self) -> None:
        """Take the chosen line away."""
        row = self._row()
        self.provisions = self.provisions[:row] + self.provisions[row + 1 :]
        self._show()
        self.edited.emit()

    def _added(self, made: Provision) -> None:
        self.provisions += (made,)
        self._show()
        self.edited.emit()

    def _changed(self, made: Provision) -> None:
        row = self._row()
        self.provisions = (*self.provisions[:row], made, *self.provisions[row + 1 :])
        self._show()
        self.edited.emit()

    def _row(self) -> int:
        return self.table.currentRow()

    def _show(self) -> None:
        self.table.setRowCount(len(self.provisions))
        for row, provision in enumerate(self.provisions):
            said = (_(CLOCK[provision.clock]), within(provision), self._for(provision))
            for column, text in enumerate(said):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, column, item)
        self._chosen()

    def _for(self, provision: Provision) -> str:
        names = {c.id: c.name for c in self._lists.categories}
        sources = {s.id: s.name for s in self._lists.sources}
        parts = [
            None if provision.type is None else _(COMPLAINT_TYPE[provision.type]),
            None if provision.priority is None else _(PRIORITY[provision.priority]),
            None if provision.category_id is None else names[provision.category_id],
            None if provision.source_id is None else sources[provision.source_id],
        ]
        return " · ".join(part for part in parts if part) or _("every one")

    def _chosen(self) -> None:
        for tool in (self.change, self.drop):
            tool.setEnabled(bool(self.table.selectedItems()))


def within(provision: Provision) -> str:
    """Say how long a line gives."""
    if provision.amount is None:
        return _("not promised")
    return digits(amount_words(provision.amount, provision.unit))
