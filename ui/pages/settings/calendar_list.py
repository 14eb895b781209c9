"""The closed days of a year as a list: day, name, kind, announcement; each to change or take."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.rules.calendar import Holiday, SpecialDay
from desktop.rules.calendar_changes import CalendarChanges
from desktop.wording import _
from desktop.wording.dates import weekday_date
from desktop.wording.names import HOLIDAY_KIND
from ui.pages.settings.calendar_sheets import hours_text
from ui.theme import row_height
from ui.widgets.plain import button

_DAY = int(Qt.ItemDataRole.UserRole)


class DayList(QWidget):
    """Lists a year.

    Signals:
        edit_wanted: A day is to be changed. arg: the day.
        drop_wanted: A day's mark is to go. arg: the day.
    """

    edit_wanted = Signal(object)
    drop_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = QTableWidget(0, 4)
        self.table.setAccessibleName(_("Closed days"))
        self.table.setHorizontalHeaderLabels([_("Day"), _("Name"), _("Kind"), _("Announcement")])
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().setVisible(False)
        self.table.verticalHeader().setDefaultSectionSize(row_height())
        head = self.table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (0, 2):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        for column in (1, 3):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.table.setMinimumHeight(10 * row_height())
        self.change, self.drop = button(_("Change…")), button(_("Take away"))
        self.tools = QWidget()
        tools = QHBoxLayout(self.tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.addWidget(self.change)
        tools.addWidget(self.drop)
        tools.addStretch()
        column_of = QVBoxLayout(self)
        column_of.setContentsMargins(0, 0, 0, 0)
        column_of.addWidget(self.table)
        column_of.addWidget(self.tools)
        self.change.clicked.connect(self._change)
        self.drop.clicked.connect(self._drop)
        self.table.itemActivated.connect(self._change)
        self.table.itemSelectionChanged.connect(self._chosen)
        self._chosen()

    def allow(self, keeps: bool) -> None:
        """Offer to change days, or not."""
        self.tools.setVisible(keeps)

    def show_days(
        self, holidays: Sequence[Holiday], special: Sequence[SpecialDay], changes: CalendarChanges
    ) -> None:
        """Show a year's days; what is not applied yet stands in bold."""
        fresh = {h.date for h in changes.changed_holidays()}
        fresh |= {s.date for s in changes.changed_special()}
        lines = [(h.date, h.name, _(HOLIDAY_KIND[h.kind]), h.reference) for h in holidays]
        lines += [(s.date, s.name, _("own hours"), hours_text(s.spans)) for s in special]
        chosen = self.day()
        self.table.setRowCount(len(lines))
        for row, (day, *words) in enumerate(sorted(lines)):
            for column, text in enumerate((weekday_date(day), *words)):
                item = QTableWidgetItem(text)
                item.setData(_DAY, day)
                item.setToolTip(text)
                font = item.font()
                font.setBold(day in fresh)
                item.setFont(font)
                self.table.setItem(row, column, item)
            if day == chosen:
                self.table.selectRow(row)
        self._chosen()

    def day(self) -> date | None:
        """Return the chosen day."""
        chosen = self.table.selectedItems()
        return chosen[0].data(_DAY) if chosen else None

    def _change(self) -> None:
        day = self.day()
        if day is not None:
            self.edit_wanted.emit(day)

    def _drop(self) -> None:
        day = self.day()
        if day is not None:
            self.drop_wanted.emit(day)

    def _chosen(self) -> None:
        for tool in (self.change, self.drop):
            tool.setEnabled(self.day() is not None)
