"""A period as pages ask for it: by its name, or by its first and last day."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.errors import Refused
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import fiscal_range, fiscal_year
from desktop.rules.thai.entry import DateTrouble
from desktop.wording import _
from desktop.wording.dates import short_date, short_month
from desktop.wording.refusals import sentence
from ui.telling import digits
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.dates import DateField

Period = tuple[date, date]
_YEARS = 5


class PeriodFields(QWidget):
    """Fields for a period; this fiscal year at first.

    Signals:
        edited: Another period stands there, or one that cannot be read.
    """

    edited = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.period = ChoiceField(_("Period"), periods(today()))
        self.first = DateField(_("First day"), today)
        self.last = DateField(_("Last day"), today)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for field, share in ((self.period, 2), (self.first, 1), (self.last, 1)):
            row.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        self._write()
        self.period.edited.connect(self._chosen)
        self.first.line.editingFinished.connect(self.edited)
        self.last.line.editingFinished.connect(self.edited)

    def set_days(self, first: date, last: date) -> None:
        """Show another period."""
        self.first.set_day(first)
        self.last.set_day(last)
        self.edited.emit()

    def days(self) -> Period | None:
        """Return the period's days, or None, told at its field, while they cannot be read."""
        try:
            first, last = self.first.day(), self.last.day()
        except DateTrouble:
            return None
        if first is None or last is None:
            return None
        if first > last:
            self.first.set_error(sentence(Refused(Reason.PERIOD_BACKWARDS)))
            return None
        return first, last

    def words(self, days: Period) -> str:
        """Say a period, by its name where it has one."""
        chosen = self.period.choice()
        if chosen is not None and chosen.value == days:
            return chosen.text
        return " – ".join(digits(short_date(day)) for day in days)

    def _write(self) -> None:
        chosen = self.period.value()
        if chosen is not None:
            self.first.set_day(chosen[0])
            self.last.set_day(chosen[1])

    def _chosen(self, key: str) -> None:
        del key
        if self.period.value() is None:
            self.first.show_error()
            return
        self._write()
        self.edited.emit()


def periods(today: date) -> list[Choice]:
    """Offer fiscal years first, then quarters and months of this one."""
    year = fiscal_year(today)
    offered = []
    for one in range(year, year - _YEARS, -1):
        text = _("Fiscal year {year}").format(year=digits(str(one)))
        offered.append(Choice(f"year-{one}", text, fiscal_range(one)))
    start = fiscal_range(year)[0]
    for number in range(4):
        first = _months_on(start, 3 * number)
        last = _months_on(start, 3 * number + 3) - timedelta(days=1)
        text = digits(_("Quarter {number}").format(number=number + 1))
        offered.append(Choice(f"quarter-{number + 1}", text, (first, last)))
    for number in range(12):
        first = _months_on(start, number)
        last = _months_on(start, number + 1) - timedelta(days=1)
        text = f"{short_month(first.month)} {digits(str(first.year + 543))}"
        offered.append(Choice(f"month-{first:%Y-%m}", text, (first, last)))
    offered.append(Choice("own", _("Other days"), None))
    return offered


def _months_on(day: date, months: int) -> date:
    index = day.month - 1 + months
    return date(day.year + index // 12, index % 12 + 1, 1)
