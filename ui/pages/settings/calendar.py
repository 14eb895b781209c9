"""The calendar's tab: a year at a glance, closed days, office hours; changed in one step."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.acts.keeping_calendar import KeepCalendar, foresee_calendar, keep_calendar
from desktop.rules.calendar import (
    CalendarFacts,
    Holiday,
    HolidayKind,
    SpecialDay,
    complete_until,
)
from desktop.rules.calendar_changes import CalendarChanges
from desktop.rules.people import Permission
from desktop.rules.redating import Preview
from desktop.rules.thai.dates import buddhist_year, official_date
from desktop.rules.worktime import Week
from desktop.wording import _, ngettext
from desktop.wording.dates import weekday
from desktop.wording.names import HOLIDAY_KIND
from ui.dialogs.moves import MovesSheet
from ui.dialogs.sheet import show_refusals
from ui.notices import Notices
from ui.operations import Operations
from ui.pages.settings.calendar_files import CalendarFiles
from ui.pages.settings.calendar_list import DayList
from ui.pages.settings.calendar_sheets import (
    HolidaySheet,
    KeepSheet,
    SpecialSheet,
    WeekSheet,
    hours_text,
)
from ui.telling import digits
from ui.theme import Tone, px
from ui.widgets.flow import FlowLayout
from ui.widgets.plain import Card, Chip, button, label
from ui.widgets.year import YearView

KIND_TONE = {
    HolidayKind.REGULAR: Tone.INFO,
    HolidayKind.SUBSTITUTE: Tone.OK,
    HolidayKind.SPECIAL: Tone.SOON,
}


class CalendarTab(QWidget):
    """Shows the calendar; whoever keeps the office gathers changes and then applies them."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._today = official_date(operations.desk.now())
        self.changes: CalendarChanges | None = None
        self.year_shown = self._today.year
        self.notices = Notices()
        self.year = YearView()
        self.days = DayList()
        self.files = CalendarFiles(operations, self.notices, self._in_view)
        self._lay_out()
        self.year.opened.connect(self.open_day)
        self.days.edit_wanted.connect(self.open_day)
        self.days.drop_wanted.connect(self.drop)
        self.files.taken.connect(self._show)

    def show_days(self, days: CalendarFacts) -> None:
        """Show the calendar in force, with what is still to be applied upon it."""
        if self.changes is None:
            self.changes = CalendarChanges(days)
        elif days != self.changes.base:
            self.changes = self.changes.rebased(days)
        self._show()

    @property
    def unsaved(self) -> bool:
        """Whether changes wait to be applied."""
        return self.changes is not None and bool(self.changes.count)

    def open_day(self, day: date) -> HolidaySheet | SpecialSheet | None:
        """Add or change what a day is."""
        if not self._keeps() or self.changes is None:
            return None
        if day in self.changes.special:
            return self.add_special(day)
        return self.add_holiday(day)

    def add_holiday(self, day: date | None = None) -> HolidaySheet:
        """Add a closed day, or change the one of a day."""
        before = self._changes().holidays.get(day) if day is not None else None
        sheet = HolidaySheet(self._today, day, before, self)
        sheet.kept.connect(partial(self._put, before))
        _open(sheet)
        return sheet

    def add_special(self, day: date | None = None) -> SpecialSheet:
        """Add a day with hours of its own, or change it."""
        before = self._changes().special.get(day) if day is not None else None
        sheet = SpecialSheet(self._today, day, before, self)
        sheet.kept.connect(partial(self._put, before))
        _open(sheet)
        return sheet

    def change_week(self) -> WeekSheet:
        """Change the office hours of the week."""
        sheet = WeekSheet(self._changes().week, self)
        sheet.kept.connect(partial(self._put, None))
        _open(sheet)
        return sheet

    def drop(self, day: date) -> None:
        """Take a day's mark away."""
        self._changes().drop(day)
        self._show()

    def go(self, years: int) -> None:
        """Show an earlier or later year."""
        self.year_shown += years
        self._show()

    def forget(self) -> None:
        """Take every change back that is not applied yet."""
        self.changes = CalendarChanges(self._changes().base)
        self._show()

    def save(self) -> None:
        """See what moves, where there is something to apply."""
        if self._changes().count:
            self.preview()

    def preview(self) -> None:
        """Ask what the changes would move, and offer to apply them."""
        self.notices.clear()
        changes = self._changes()
        command = KeepCalendar(
            changes.changed_holidays(),
            changes.dropped_holidays(),
            changes.changed_special(),
            changes.dropped_special(),
            changes.changed_week(),
        )
        self._operations.read(
            self,
            lambda desk, actor: foresee_calendar(command, desk, actor),
            partial(self._offer, command),
            self._refused,
        )

    def _offer(self, command: KeepCalendar, preview: Preview) -> None:
        sheet = MovesSheet(
            self._operations,
            _("What the calendar moves"),
            keep_calendar,
            command,
            preview,
            parent=self,
        )
        sheet.done_with.connect(self._applied)
        sheet.open()

    def _applied(self, _kept: object) -> None:
        # What was applied is the calendar in force; the page reads it again by itself.
        changes = self._changes()
        self.changes = CalendarChanges(changes.facts())
        self.notices.stay(
            _("The calendar is changed, and every running due date with it."), Tone.OK
        )
        self._show()

    def _refused(self, error: Exception) -> bool:
        return show_refusals(error, {}, self.notices)

    def _put(self, before: Holiday | SpecialDay | None, made: Holiday | SpecialDay | Week) -> None:
        changes = self._changes()
        was = None if before is None else before.date
        match made:
            case Holiday():
                changes.put(made, was)
            case SpecialDay():
                changes.put_special(made, was)
            case Week():
                changes.week = made
        if not isinstance(made, Week):
            self.year_shown = made.date.year
        self._show()

    def _changes(self) -> CalendarChanges:
        assert self.changes is not None
        return self.changes

    def _in_view(self) -> tuple[CalendarChanges, int]:
        return self._changes(), self.year_shown

    def _keeps(self) -> bool:
        return self._operations.actor.may(Permission.KEEP_OFFICE)

    def _show(self) -> None:
        changes = self._changes()
        facts = changes.facts()
        year = self.year_shown
        self.name.setText(digits(_("Year {year}").format(year=year_text(year))))
        free = frozenset(n for n, spans in enumerate(changes.week.days) if not spans)
        marks = {h.date: (KIND_TONE[h.kind], h.name) for h in facts.holidays}
        marks |= {s.date: (Tone.QUIET, f"{s.name} {hours_text(s.spans)}") for s in facts.special}
        self.year.show_year(year, marks, free)
        self.days.show_days(
            [h for h in facts.holidays if h.date.year == year],
            [s for s in facts.special if s.date.year == year],
            changes,
        )
        for place, line in enumerate(self.hours):
            said = hours_text(changes.week.days[place]) or _("closed")
            line.setText(said)
        self.pending.setVisible(bool(changes.count))
        said = ngettext(
            "{count} change is not applied yet.",
            "{count} changes are not applied yet.",
            changes.count,
        )
        self.pending_said.setText(digits(said.format(count=changes.count)))
        self._warn(facts)

    def _warn(self, facts: CalendarFacts) -> None:
        known = complete_until(facts.holidays) if facts.holidays else None
        incomplete = known is None or known.year < self.year_shown
        reminds = bool(facts.holidays) and facts.reminds(self._today)
        self.warning.setVisible(incomplete or reminds)
        if incomplete:
            self.warning.say(_("The calendar is not complete: this year is not entered"), Tone.LATE)
        elif reminds:
            following = digits(year_text(self._today.year + 1))
            said = _("Enter the closed days of {year} before the year begins")
            self.warning.say(said.format(year=following), Tone.SOON)

    def _lay_out(self) -> None:
        self.name, self.warning = label("", "title"), Chip()
        back, on = button("‹"), button("›")
        back.setAccessibleName(_("Year before"))
        on.setAccessibleName(_("Year after"))
        back.clicked.connect(partial(self.go, -1))
        on.clicked.connect(partial(self.go, 1))
        head = QHBoxLayout()
        for part in (back, self.name, on, self.warning):
            head.addWidget(part)
        head.addStretch()
        if self._keeps():
            closed, own = button(_("Add closed day…")), button(_("Day with own hours…"))
            closed.clicked.connect(lambda _checked: self.add_holiday())
            own.clicked.connect(lambda _checked: self.add_special())
            head.addWidget(closed)
            head.addWidget(own)
        self.hours = [label("", "second") for _place in range(7)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.notices)
        column.addWidget(self._pending())
        year = Card()
        year.column.addLayout(head)
        across = FlowLayout(between=px(20))
        across.addWidget(self.year)
        hours = QWidget()
        hours.setLayout(self._hours())
        across.addWidget(hours)
        year.column.addLayout(across)
        year.column.addLayout(_legend())
        column.addWidget(year)
        column.addWidget(self._listed())

    def _pending(self) -> QWidget:
        self.pending, self.pending_said = Card(), label("", wrap=True)
        row = QHBoxLayout()
        row.addWidget(self.pending_said, 1)
        drop, look = button(_("Take back")), button(_("See what moves…"), "primary", "Ctrl+S")
        drop.clicked.connect(self.forget)
        look.clicked.connect(self.preview)
        row.addWidget(drop)
        row.addWidget(look)
        self.look_button = look
        self.pending.column.addLayout(row)
        self.pending.setVisible(False)
        return self.pending

    def _listed(self) -> Card:
        listed = Card(_("Closed days"))
        listed.column.addWidget(self.days)
        self.days.allow(self._keeps())
        listed.column.addWidget(self.files)
        if not self._keeps():
            self.files.hide()
        return listed

    def _hours(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label(_("Office hours"), "heading"))
        days = QGridLayout()
        days.setHorizontalSpacing(8)
        days.setVerticalSpacing(0)
        for place, line in enumerate(self.hours):
            days.addWidget(label(weekday(place), "second"), place, 0)
            days.addWidget(line, place, 1)
        column.addLayout(days)
        if self._keeps():
            change = button(_("Change…"))
            change.clicked.connect(self.change_week)
            column.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return column


def year_text(year: int) -> str:
    """Write a Christian year as the office counts it."""
    return str(buddhist_year(date(year, 1, 1)))


def _open(sheet: KeepSheet) -> None:
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sheet.open()


def _legend() -> QHBoxLayout:
    row = QHBoxLayout()
    marks: Sequence[tuple[str, Tone]] = (
        *((_(HOLIDAY_KIND[kind]), KIND_TONE[kind]) for kind in HolidayKind),
        (_("own hours"), Tone.QUIET),
    )
    for text, tone in marks:
        row.addWidget(Chip(text, tone))
    row.addStretch()
    return row
