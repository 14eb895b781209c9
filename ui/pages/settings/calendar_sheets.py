"""Sheets of the calendar: a closed day, a day with hours of its own, the hours of the week."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import Refused
from desktop.rules.calendar import Holiday, HolidayKind, HolidayOrigin, SpecialDay
from desktop.rules.reasons import Reason
from desktop.rules.thai.text import clean_line
from desktop.rules.worktime import Span, Week, read_hours
from desktop.wording import _
from desktop.wording.dates import weekday
from desktop.wording.names import HOLIDAY_KIND
from desktop.wording.refusals import sentence
from ui.telling import digits
from ui.theme import air, px
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.dates import DateField
from ui.widgets.field import Field, LineField
from ui.widgets.fitting import begin_typing
from ui.widgets.growing import GrowingDialog
from ui.widgets.plain import button, label


def hours_text(spans: tuple[Span, ...]) -> str:
    """Write a day's hours as they are typed."""

    def clock(seconds: int) -> str:
        return f"{seconds // 3600:02d}.{seconds // 60 % 60:02d}"

    return digits(" ".join(f"{clock(start)}-{clock(stop)}" for start, stop in spans))


class KeepSheet(GrowingDialog):
    """A few fields that end in something kept beside the page until all of it is applied.

    Signals:
        kept: It is as it should be. arg: what was made.
    """

    kept = Signal(object)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(px(460))
        self.body = QVBoxLayout()
        self.body.setSpacing(air(10))
        self.keep_button = button(_("Keep"), "primary", "Ctrl+S")
        self.keep_button.setShortcut("Ctrl+S")
        self.keep_button.clicked.connect(self.keep)
        cancel = self.cancel = button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        for part in (cancel, self.keep_button):
            part.setAutoDefault(False)
            foot.addWidget(part)
        self.frame(label(title, "title"), body=self.body, foot=foot)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field."""
        if self.focusWidget() is None:
            begin_typing(self, self.cancel, self.keep_button)
        super().showEvent(event)

    def keep(self) -> None:
        """Hand over what was made, unless a field shows what is wrong."""
        made = self.made()
        if made is not None:
            self.kept.emit(made)
            self.accept()

    def made(self) -> object | None:
        """Return what was made, or None where a field shows why not."""
        raise NotImplementedError


class HolidaySheet(KeepSheet):
    """A closed day: when, what it is called, of which kind, by which announcement."""

    def __init__(
        self, today: date, day: date | None, before: Holiday | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Closed day"), parent)
        self.before = before
        self.date = DateField(_("Day"), lambda: today, required=True)
        self.date.set_day(before.date if before else day)
        self.name = LineField(_("Name"), required=True)
        self.kind = ChoiceField(
            _("Kind"), [Choice(kind.value, _(HOLIDAY_KIND[kind]), kind) for kind in HolidayKind]
        )
        self.reference = LineField(
            _("Announcement"), help_text=_("The cabinet's decision or order by which it is free.")
        )
        if before is not None:
            self.name.set_text(before.name)
            self.kind.set_text(before.kind.value)
            self.reference.set_text(before.reference)
        for field in (self.date, self.name, self.kind, self.reference):
            self.body.addWidget(field)

    def made(self) -> Holiday | None:
        """Return the closed day."""
        day, name = self.date.needed(), clean_line(self.name.text())
        self.name.set_error("" if name else sentence(Refused(Reason.REQUIRED)))
        if day is None or not name:
            (self.date if day is None else self.name).show_error()
            return None
        reference = clean_line(self.reference.text())
        kept = self.before
        same = kept is not None and (kept.name, kept.kind) == (name, self.kind.value())
        origin = kept.origin if kept is not None and same else HolidayOrigin.OFFICE
        return Holiday(day, name, self.kind.value(), origin, reference)


class SpecialSheet(KeepSheet):
    """A day with hours of its own: half a day, or a free day on which the office works."""

    def __init__(
        self,
        today: date,
        day: date | None,
        before: SpecialDay | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Day with hours of its own"), parent)
        self.before = before
        self.date = DateField(_("Day"), lambda: today, required=True)
        self.date.set_day(before.date if before else day)
        self.name = LineField(
            _("Why"), required=True, help_text=_("Half a day, or a special working day.")
        )
        self.hours = LineField(
            _("Office hours"), required=True, placeholder=digits("08.30-12.00 13.00-16.30")
        )
        if before is not None:
            self.name.set_text(before.name)
            self.hours.set_text(hours_text(before.spans))
        for field in (self.date, self.name, self.hours):
            self.body.addWidget(field)

    def made(self) -> SpecialDay | None:
        """Return the day."""
        day, name = self.date.needed(), clean_line(self.name.text())
        spans = spans_of(self.hours, required=True)
        self.name.set_error("" if name else sentence(Refused(Reason.REQUIRED)))
        wrong: list[tuple[bool, Field]] = [
            (day is None, self.date),
            (not name, self.name),
            (spans is None, self.hours),
        ]
        first = next((field for fails, field in wrong if fails), None)
        if first is not None:
            first.show_error()
            return None
        assert day is not None
        assert spans is not None
        return SpecialDay(day, spans, name)


class WeekSheet(KeepSheet):
    """The office hours of each weekday."""

    def __init__(self, week: Week, parent: QWidget | None = None) -> None:
        super().__init__(_("Office hours of the week"), parent)
        self.body.addWidget(
            label(_("Several spans a day, one after the other. Empty: closed."), "second")
        )
        self.days = [LineField(weekday(place)) for place in range(7)]
        for field, spans in zip(self.days, week.days, strict=True):
            field.set_text(hours_text(spans))
            self.body.addWidget(field)

    def made(self) -> Week | None:
        """Return the week."""
        spans = [spans_of(field, required=False) for field in self.days]
        for field, found in zip(self.days, spans, strict=True):
            if found is None:
                field.show_error()
                return None
        week = Week(tuple(found for found in spans if found is not None))
        if not any(week.days):
            self.days[0].set_error(sentence(Refused(Reason.NO_WORKING_TIME)))
            self.days[0].show_error()
            return None
        return week


def spans_of(field: LineField, *, required: bool) -> tuple[Span, ...] | None:
    """Return the typed hours; where they cannot be read, the field says why."""
    field.set_error("")
    try:
        spans = read_hours(field.text())
    except ValueError:
        field.set_error(sentence(Refused(Reason.BAD_HOURS)))
        return None
    if required and not spans:
        field.set_error(sentence(Refused(Reason.REQUIRED)))
        return None
    return spans
