"""The log of channels looked at: what is still to be done today, and what was missed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.acts.checking import CheckChannels, Checked, check_channels
from desktop.changes import Changes
from desktop.paper_orders import CheckSheetOrder
from desktop.ports import Desk
from desktop.rules.catalogue import Channel
from desktop.rules.checking import (
    DAILY,
    ChannelCheck,
    Log,
    month_by_channel,
    month_of,
    open_today,
    whole_weeks,
)
from desktop.rules.people import Actor, Permission
from desktop.rules.thai.dates import ERA, local, official_date
from desktop.views import OfficeView
from desktop.wording import _, ngettext
from desktop.wording.dates import clock_time
from desktop.wording.dates import month as name_of_month
from desktop.wording.names import CHECK_EVERY
from ui.dialogs.channel_check import CheckEverySheet, CheckSheet
from ui.dialogs.paper import print_paper
from ui.dialogs.sheet import show_refusals
from ui.notices import Notices
from ui.operations import Operations
from ui.telling import digits
from ui.theme import px, row_height
from ui.widgets.choices import Choice, ChoiceField
from ui.widgets.plain import PageTitle, button, spread


@dataclass(frozen=True, slots=True)
class _Answer:
    office: OfficeView
    channels: tuple[Channel, ...]
    checks: Sequence[ChannelCheck]
    """Those of this month, by which today is told."""
    shown: Sequence[ChannelCheck]
    """Those of the month that is looked at."""
    log: Log


class ChecksPage(QWidget):
    """Shows every channel in use, and takes "checked" by one key for all that are due daily."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._answer: _Answer | None = None
        self._asked = 0
        self.notices = Notices()
        self.title = PageTitle(_("Channel checks"))
        self.all_button = button(_("All checked, nothing new"), "primary", "F8")
        self.all_button.setShortcut("F8")
        self.one_button = button(_("Checked…"), keys="Ctrl+Return")
        self.one_button.setShortcut("Ctrl+Return")
        self.often_button = button(_("How often…"))
        self.paper_button = button(_("Month sheet"), keys="Ctrl+P")
        self.paper_button.setShortcut("Ctrl+P")
        self.month = ChoiceField(_("Month"))
        self.month.edited.connect(self.refresh)
        spread(
            self.title.bar, self.often_button, self.paper_button, self.one_button, self.all_button
        )
        self.table = _table()
        self.month.setFixedWidth(px(220))
        choose = QHBoxLayout()
        choose.addWidget(self.month)
        choose.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        spread(column, self.notices, self.title)
        column.addLayout(choose)
        column.addWidget(self.table, 1)
        self.all_button.clicked.connect(self.check_all)
        self.one_button.clicked.connect(self.check_selected)
        self.often_button.clicked.connect(self.change_often)
        self.paper_button.clicked.connect(self.show_paper)
        self.table.itemSelectionChanged.connect(self._offer_acts)
        self._offer_acts()
        operations.changed.connect(self._changed)

    def arrive(self) -> None:
        """Fit the page to whoever is signed in."""
        may = self._operations.actor.may
        for part in (self.all_button, self.one_button):
            part.setVisible(may(Permission.REGISTER))
        self.often_button.setVisible(may(Permission.ASSIGN) or may(Permission.KEEP_OFFICE))
        self.refresh()

    def take_cursor(self) -> None:
        """Let keys go to the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the log again."""
        self._asked += 1
        asked, today = self._asked, official_date(self._operations.desk.now())
        chosen = self.month.value()
        shown = chosen if isinstance(chosen, date) else None

        def question(desk: Desk, actor: Actor) -> _Answer:
            reading = desk.reading
            channels = tuple(c for c in reading.lists(actor).channels if c.active)
            log = Log(reading.checked_since(actor), today, shown)
            this = reading.checks(actor, *whole_weeks(month_of(today)))
            other = this if shown is None else reading.checks(actor, *whole_weeks(log.month))
            return _Answer(reading.office(today), channels, this, other, log)

        def show(answer: _Answer) -> None:
            # Months chosen fast are read side by side; only the last one is the month chosen.
            if asked == self._asked:
                self._show(answer)

        self._operations.read(self, question, show)

    def selected(self) -> list[Channel]:
        """Return the channels selected, from top to bottom."""
        assert self._answer is not None
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        return [self._answer.channels[row] for row in rows]

    def check_all(self) -> None:
        """Note that every channel that is looked at daily was looked at, and nothing was there."""
        wanted = tuple(c.id for c in self._open() if c.every in DAILY and c.id is not None)
        if not wanted:
            self.notices.passing(_("Every daily channel has been checked today."))
            return

        def told(checked: Checked) -> None:
            said = ngettext("{count} channel checked", "{count} channels checked", checked.count)
            self.notices.passing(digits(said.format(count=checked.count)))

        self._operations.write(self, check_channels, CheckChannels(wanted), told, self._refused)

    def check_selected(self) -> None:
        """Note what was found in the channels selected."""
        CheckSheet(self._operations, self.selected(), self).open()

    def change_often(self) -> None:
        """Set how often the channel selected is to be looked at."""
        CheckEverySheet(self._operations, self.selected()[0], self).open()

    def show_paper(self) -> None:
        """Show the month's sheet."""
        answer = self._answer
        assert answer is not None
        now = self._operations.desk.now()
        calendar = answer.office.calendar
        months = month_by_channel(answer.channels, answer.shown, answer.log, calendar)
        order = CheckSheetOrder(answer.log.month[0], months, now)
        title = _("Channel checks")
        print_paper(self._operations, self, title, lambda *_: order, answer.office, self._refused)

    def _open(self) -> tuple[Channel, ...]:
        assert self._answer is not None
        today = official_date(self._operations.desk.now())
        answer = self._answer
        return open_today(answer.channels, answer.checks, today, answer.office.calendar)

    def _show(self, answer: _Answer) -> None:
        self._answer = answer
        self._offer(answer.log)
        today = official_date(self._operations.desk.now())
        left = {channel.id for channel in self._open()}
        calendar = answer.office.calendar
        self.table.setRowCount(len(answer.channels))
        for row, channel in enumerate(answer.channels):
            lacking = answer.log.missed(channel, answer.shown, calendar)
            cells = (
                channel.name,
                channel.checked or _(CHECK_EVERY[channel.every]),
                _today(channel, answer.checks, today, waits=channel.id in left),
                digits(", ".join(str(day.day) for day in lacking)) or "–",
            )
            for place, text in enumerate(cells):
                self.table.setItem(row, place, QTableWidgetItem(text))
        said = ngettext(
            "{count} channel to check today", "{count} channels to check today", len(left)
        )
        self.title.note.setText(
            digits(said.format(count=len(left))) if left else _("All checked for today")
        )
        self._offer_acts()

    def _offer(self, log: Log) -> None:
        """Offer this month, whichever that is, and every one since somebody first looked."""
        first, begun = month_of(log.today)[0], month_of(log.since or log.today)[0]
        months = [Choice("", _named(first))]
        while first > begun:
            first = month_of(first - timedelta(days=1))[0]
            months.append(Choice(first.isoformat(), _named(first), first))
        self.month.offer(months)

    def _offer_acts(self) -> None:
        count = len({index.row() for index in self.table.selectedIndexes()})
        for part in (self.all_button, self.paper_button):
            # Whoever is fast is here before the log is.
            part.setEnabled(self._answer is not None)
        self.one_button.setEnabled(count > 0)
        self.often_button.setEnabled(count == 1)

    def _refused(self, error: Exception) -> bool:
        return show_refusals(error, {}, self.notices)

    def _changed(self, changes: Changes, initiator: object) -> None:
        del initiator
        if changes & (Changes.OFFICE | Changes.CALENDAR) and self.isVisible():
            self.refresh()


def _named(month: date) -> str:
    return f"{name_of_month(month.month)} {digits(str(month.year + ERA))}"


def _table() -> QTableWidget:
    table = QTableWidget(0, 4)
    table.setAccessibleName(_("Channel checks"))
    table.setHorizontalHeaderLabels(
        [_("Channel"), _("How often"), _("Today"), _("Missed in the month")]
    )
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().setVisible(False)
    table.verticalHeader().setDefaultSectionSize(row_height())
    across = table.horizontalHeader()
    for place, width in ((0, 230), (1, 150), (2, 290)):
        table.setColumnWidth(place, px(width))
    across.setHighlightSections(False)
    across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    across.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
    return table


def _today(channel: Channel, checks: Sequence[ChannelCheck], today: date, *, waits: bool) -> str:
    mine = [c for c in checks if c.channel_id == channel.id and c.day == today]
    if mine:
        last, found = mine[-1], sum(check.found for check in mine)
        at = clock_time(local(last.checked_at))
        said = _("Checked {time} by {name}").format(time=at, name=last.checked_by)
        if found:
            said += " · " + _("found {count}").format(count=digits(str(found)))
        return said
    if waits:
        return _("To check")
    return "–"
