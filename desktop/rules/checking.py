"""Looking at the channels: how often it is due, and on which days nobody did."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from desktop.rules.catalogue import Channel, CheckEvery
from desktop.rules.thai.dates import days_of, official_date
from desktop.rules.worktime import WorkCalendar

_DAY = timedelta(days=1)
DAILY = frozenset({CheckEvery.WORKDAY, CheckEvery.DAY})


@dataclass(frozen=True, slots=True)
class ChannelCheck:
    """Who looked at a channel, when, and how many complaints were there."""

    channel_id: int
    checked_at: datetime
    checked_by: str
    found: int = 0
    note: str = ""

    @property
    def day(self) -> date:
        """The office's day on which it was done."""
        return official_date(self.checked_at)


def due_on(every: CheckEvery, day: date, calendar: WorkCalendar) -> bool:
    """Tell whether a check falls due on a day: a week's on its last working day."""
    match every:
        case CheckEvery.DAY:
            return True
        case CheckEvery.WORKDAY:
            return calendar.is_workday(day)
        case CheckEvery.WEEK:
            monday = day - day.weekday() * _DAY
            worked = [one for one in days_of(monday, monday + 6 * _DAY) if calendar.is_workday(one)]
            return bool(worked) and day == worked[-1]
    return False


def missed(
    every: CheckEvery,
    checked: Collection[date],
    first: date,
    last: date,
    calendar: WorkCalendar,
) -> tuple[date, ...]:
    """List the days, both included, on which a check fell due and was not made.

    A week is checked by looking at any time in it.
    """
    return tuple(
        day
        for day in days_of(max(first, calendar.first), min(last, calendar.last))
        if due_on(every, day, calendar) and not _looked(every, checked, day)
    )


def open_today(
    channels: Iterable[Channel],
    checks: Collection[ChannelCheck],
    today: date,
    calendar: WorkCalendar,
) -> tuple[Channel, ...]:
    """List the channels in use that should be looked at today and have not been."""
    return tuple(
        channel
        for channel in channels
        if channel.active
        and due_on(channel.every, today, calendar)
        and not _looked(channel.every, looked_on(checks, channel), today)
    )


def looked_on(checks: Iterable[ChannelCheck], channel: Channel) -> frozenset[date]:
    """Return the days on which somebody looked at a channel."""
    return frozenset(check.day for check in checks if check.channel_id == channel.id)


@dataclass(frozen=True, slots=True)
class ChannelMonth:
    """A channel's month, day by day: how many were found where somebody looked, else None.

    `wanted` tells on which days it is looked at, `missed` on which it should have been by now.
    """

    name: str
    said: str
    found_on: tuple[int | None, ...]
    wanted: tuple[bool, ...]
    missed: tuple[bool, ...]

    @property
    def looked(self) -> int:
        """Days on which somebody looked."""
        return sum(found is not None for found in self.found_on)

    @property
    def lacking(self) -> int:
        """Days on which nobody did and somebody should have."""
        return sum(self.missed)

    @property
    def found(self) -> int:
        """Complaints found in the whole month."""
        return sum(found or 0 for found in self.found_on)


@dataclass(frozen=True, slots=True)
class Log:
    """The log as it stands today; before it began nothing was missed, nor before a day is over.

    `shown` is a day of the month that is looked at, where that is not this month.
    """

    since: date | None
    today: date
    shown: date | None = None

    @property
    def month(self) -> tuple[date, date]:
        """The first and the last day of the month that is looked at."""
        return month_of(self.shown or self.today)

    def missed(
        self, channel: Channel, checks: Iterable[ChannelCheck], calendar: WorkCalendar
    ) -> tuple[date, ...]:
        """List the days of the month on which nobody looked at a channel."""
        if self.since is None:
            return ()
        first, last = self.month
        begun, over = max(self.since, first), min(self.today - _DAY, last)
        return missed(channel.every, looked_on(checks, channel), begun, over, calendar)


def month_by_channel(
    channels: Iterable[Channel],
    checks: Sequence[ChannelCheck],
    log: Log,
    calendar: WorkCalendar,
) -> tuple[ChannelMonth, ...]:
    """Tell the month that is looked at, channel by channel."""
    days = days_of(*log.month)
    told = []
    for channel in channels:
        if not channel.active or channel.every is CheckEvery.NEVER:
            continue
        found: dict[date, int] = {}
        for check in checks:
            if check.channel_id == channel.id:
                found[check.day] = found.get(check.day, 0) + check.found
        lacking = log.missed(channel, checks, calendar)
        anyday = channel.every in (CheckEvery.ARRIVAL, CheckEvery.DAY)
        told.append(
            ChannelMonth(
                channel.name,
                channel.checked,
                tuple(found.get(day) for day in days),
                tuple(anyday or calendar.is_workday(day) for day in days),
                tuple(day in lacking for day in days),
            )
        )
    return tuple(told)


def month_of(day: date) -> tuple[date, date]:
    """Return the first and the last day of a day's month."""
    first = day.replace(day=1)
    return first, (first + 31 * _DAY).replace(day=1) - _DAY


def whole_weeks(days: tuple[date, date]) -> tuple[date, date]:
    """Return from and until when checks count in these days, with the week they begin in."""
    first, last = days
    return first - first.weekday() * _DAY, last


def _looked(every: CheckEvery, checked: Collection[date], day: date) -> bool:
    if every is not CheckEvery.WEEK:
        return day in checked
    monday = day - day.weekday() * _DAY
    return any(one in checked for one in days_of(monday, monday + 6 * _DAY))
