"""The clocks of a case in words, and the sum of days behind each."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.rules.clocked import Clock
from desktop.rules.clocks import DueState, Line, Origin, Unit, Verdict, Why, standing
from desktop.rules.proceedings import pauses_of
from desktop.rules.promises import Standard
from desktop.rules.thai.dates import local, official_date
from desktop.rules.worktime import BeyondCalendar, WorkCalendar
from desktop.views import CaseView
from desktop.wording import N_, _, ngettext
from desktop.wording.amounts import amount_words
from desktop.wording.dates import medium_date, short_weekday
from desktop.wording.names import CLOCK
from ui.telling import digits, moment, standing_words
from ui.theme import Tone
from ui.widgets.plain import Card, Chip, Hairline, button, label

_REASON = 2
"""The column that says why a day counts."""
_WHY = {
    Why.RECEIVED: N_("day of receipt, not counted"),
    Why.COUNTED: N_("counted"),
    Why.WEEKEND: N_("weekend"),
    Why.HOLIDAY: N_("holiday"),
    Why.SPECIAL: N_("special working day"),
    Why.AFTER_CUT_OFF: N_("after office hours, not counted"),
    Why.ROLLED: N_("moved to the next working day"),
    Why.PAUSED: N_("waiting, not counted"),
    Why.EXTENDED: N_("counted, of the extension"),
}


class ClocksCard(Card):
    """Each promise: its day, how it stands, and อธิบาย.

    Signals:
        print_wanted: An explanation is to be printed. arg: its clock.
    """

    print_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Due dates"))
        self._rows: list[QWidget] = []

    def show_clocks(self, case: CaseView, now: datetime, calendar: WorkCalendar) -> None:
        """Replace what is shown."""
        for row in self._rows:
            row.deleteLater()
        self._rows = []
        for clock in case.clocks:
            row = _ClockRow(clock, case, now, calendar)
            row.print_wanted.connect(self.print_wanted)
            self._add(row)
            self._add(Hairline())
        if not case.clocks:
            self._add(label(_("Nothing is promised for this kind of matter."), "second"))

    def _add(self, row: QWidget) -> None:
        self.column.addWidget(row)
        self._rows.append(row)


class _ClockRow(QWidget):
    print_wanted = Signal(object)

    def __init__(self, clock: Clock, case: CaseView, now: datetime, calendar: WorkCalendar) -> None:
        super().__init__()
        self._clock, self._case, self._calendar = clock, case, calendar
        self._lines: QWidget | None = None
        head = QHBoxLayout()
        head.addWidget(label(clock_title(clock)))
        head.addStretch()
        text, tone = clock_words(clock, now, calendar)
        head.addWidget(Chip(text, tone))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addLayout(head)
        below = QHBoxLayout()
        below.addWidget(label(clock_note(clock, calendar), "second", wrap=True), 1)
        if clock.target is not None:
            self.explain = button(_("Explain"), "link")
            self.explain.setAccessibleName(_("Explain {clock}").format(clock=clock_title(clock)))
            self.explain.clicked.connect(self._toggle)
            below.addWidget(self.explain, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(below)
        self._column = column

    def _toggle(self) -> None:
        if self._lines is not None:
            self._lines.deleteLater()
            self._lines = None
            return
        self._lines = explanation(self._clock, self._case, self._calendar)
        if is_counted(self._clock):
            printing = button(_("Print this sum…"), "link")
            printing.clicked.connect(lambda _checked: self.print_wanted.emit(self._clock))
            laid_out = self._lines.layout()
            assert isinstance(laid_out, QGridLayout)
            left = Qt.AlignmentFlag.AlignLeft
            laid_out.addWidget(printing, laid_out.rowCount(), 0, 1, 3, left)
            self.printing = printing
        self._column.addWidget(self._lines)
        if is_counted(self._clock):
            QWidget.setTabOrder(self.explain, self.printing)


def is_counted(clock: Clock) -> bool:
    """Tell whether a clock is counted, and no day was simply given to it."""
    return clock.target is not None and clock.target.origin is not Origin.GIVEN


def clock_title(clock: Clock) -> str:
    """Say what is promised and how long it may take."""
    name = _(CLOCK[clock.kind])
    if clock.target is None:
        return name
    return f"{name} {digits(amount_words(clock.target.amount, clock.target.unit))}"


def clock_words(clock: Clock, now: datetime, calendar: WorkCalendar) -> tuple[str, Tone]:
    """Say how a clock stands; calendar-day promises say so in days."""
    if clock.verdict is Verdict.DROPPED:
        return _("No longer counted"), Tone.QUIET
    if clock.verdict is Verdict.PAUSED:
        return _("Clock stopped while waiting"), Tone.QUIET
    stands = standing(clock.due_at, clock.stopped_at, now, calendar)
    calendar_days = clock.target is not None and clock.target.unit is Unit.CALENDAR_DAYS
    if calendar_days and stands.state is DueState.LEFT_DAYS and clock.due_at is not None:
        left = (local(clock.due_at).date() - local(now).date()).days
        tone = Tone.SOON if left <= 3 else Tone.QUIET
        said = ngettext("{count} day left", "{count} days left", left)
        return digits(said.format(count=left)), tone
    return standing_words(stands)


def clock_note(clock: Clock, calendar: WorkCalendar) -> str:
    """Say the due day, the first one promised where it moved, and when the clock stopped."""
    if clock.due_at is None:
        return _("No due date")
    said = _("Due {moment}").format(moment=moment(clock.due_at))
    if clock.target is not None and clock.target.origin is Origin.GIVEN:
        said += " · " + _("by order")
    if clock.first_due_at is not None and clock.first_due_at != clock.due_at:
        said += " · " + _("first {moment}").format(moment=moment(clock.first_due_at))
    known = calendar.complete_until
    if clock.stopped_at is None and known is not None and official_date(clock.due_at) > known:
        said += " · " + _("the calendar is not complete yet")
    if clock.stopped_at is not None:
        said += " · " + _("done {moment}").format(moment=moment(clock.stopped_at))
    return said


def explanation(clock: Clock, case: CaseView, calendar: WorkCalendar) -> QWidget:
    """Lay out the days that lead to a due date, one a line, ending with their sum."""
    ground = QWidget()
    grid = QGridLayout(ground)
    grid.setContentsMargins(0, 4, 0, 4)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(0)
    target = clock.target
    assert target is not None
    if not is_counted(clock):
        grid.addWidget(label(_("This day was ordered; it was not counted."), "second"), 0, 0)
        return ground
    try:
        standard = Standard(case.policy, calendar, case.category.complexity)
        waits = case.proceedings.waits
        counted = standard.explained(clock, pauses_of(waits, clock.cycle, clock.kind))
    except BeyondCalendar:
        grid.addWidget(label(_("The calendar is not complete that far."), "error"), 0, 0)
        return ground
    for row, line in enumerate(_folded(counted.explanation)):
        for column, text in enumerate(line):
            # Holidays have long names; the page must not grow wider for them.
            part = label(text, "second", wrap=column == _REASON)
            grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignTop)
    total = sum(line.counted for line in counted.explanation)
    said = _("Counted {amount}; due {moment}").format(
        amount=amount_words(total, target.unit), moment=moment(counted.at)
    )
    grid.addWidget(label(digits(said), "label"), grid.rowCount(), 0, 1, 3)
    if clock.stopped_at is not None and clock.due_at is not None and clock.due_at != counted.at:
        kept = _("It ended by the calendar or table of its time: due {moment}").format(
            moment=moment(clock.due_at)
        )
        grid.addWidget(label(kept, "second", wrap=True), grid.rowCount(), 0, 1, 3)
    if not counted.calendar_complete:
        said = _("The calendar is not complete that far; the day may still move.")
        grid.addWidget(label(said, "error", wrap=True), grid.rowCount(), 0, 1, 3)
    grid.setColumnStretch(_REASON, 1)
    return ground


def _folded(lines: tuple[Line, ...]) -> list[tuple[str, str, str]]:
    return [
        (
            f"{short_weekday(line.date.weekday())} {medium_date(line.date)}",
            digits(str(line.running)) if line.counted else "–",
            _(_WHY[line.why]) + (f" · {line.name}" if line.name else ""),
        )
        for line in lines
    ]
