"""Working time: which moments the office works, counted by sums instead of by walking days."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo

from desktop.rules.thai.dates import BANGKOK
from desktop.rules.thai.digits import arabic_digits

Span = tuple[int, int]
"""Seconds from local midnight: start, end; 24:00 is 86,400."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_SECOND = 1_000_000


class BeyondCalendar(ValueError):  # noqa: N818
    """A question reaches past the days the calendar knows."""


class NoWorkingTime(ValueError):  # noqa: N818
    """A calendar in which the office never works; nothing could ever fall due."""


@dataclass(frozen=True, slots=True)
class Week:
    """Working spans of each weekday, Monday first."""

    days: tuple[tuple[Span, ...], ...]

    def __post_init__(self) -> None:
        if len(self.days) != 7:
            raise ValueError("a week has seven days")
        for spans in self.days:
            check_spans(spans)


def check_spans(spans: Sequence[Span]) -> None:
    """Raise `ValueError` unless a day's spans follow one another within the day."""
    end = 0
    for start, stop in spans:
        if not end <= start < stop <= 86_400:
            raise ValueError(f"spans overlap, run backwards or leave the day: {spans}")
        end = stop


def hours(text: str) -> tuple[Span, ...]:
    """Read spans such as "08:30-12:00 13:00-16:30"."""

    def seconds(clock: str) -> int:
        hour, minute = (int(part) for part in clock.split(":"))
        if not (0 <= hour <= 24 and 0 <= minute < 60):
            raise ValueError(f"no such time: {clock}")
        return hour * 3600 + minute * 60

    spans = []
    for part in text.split():
        start, stop = part.split("-")
        spans.append((seconds(start), seconds(stop)))
    return tuple(spans)


def read_hours(typed: str) -> tuple[Span, ...]:
    """Read spans as a clerk types them, "๐๘.๓๐-๑๒.๐๐ ๑๓.๐๐-๑๖.๓๐"; nothing typed is a closed day.

    `ValueError` where they cannot be read, overlap or run backwards.
    """
    text = arabic_digits(typed).replace(",", " ").replace(".", ":")
    spans = hours(re.sub(r"\s*[-–—]\s*", "-", text.strip()))
    check_spans(spans)
    return spans


OFFICE_DAY = hours("08:30-12:00 13:00-16:30")
OFFICE_WEEK = Week((OFFICE_DAY,) * 5 + ((), ()))
"""Government office hours."""


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Every working span between two days, in order, with running totals.

    `closed` are days without work, `special` days with their own spans, which go before; both by
    local date. Moments are aware datetimes, counted in whole microseconds; `zone` is the office's
    wall clock. Holidays are entered up to `complete_until`; beyond it days are counted, but not to
    be relied on. Every question outside first to last raises `BeyondCalendar`.
    """

    week: Week
    first: date
    last: date
    closed: Mapping[date, str] = field(default_factory=dict)
    special: Mapping[date, tuple[Span, ...]] = field(default_factory=dict)
    zone: tzinfo = BANGKOK
    complete_until: date | None = None
    _starts: list[int] = field(init=False, repr=False, compare=False)
    _ends: list[int] = field(init=False, repr=False, compare=False)
    _sums: list[int] = field(init=False, repr=False, compare=False)
    _workdays: list[int] = field(init=False, repr=False, compare=False)
    _bounds: tuple[int, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for spans in self.special.values():
            check_spans(spans)
        starts: list[int] = []
        ends: list[int] = []
        workdays: list[int] = []
        tomorrow = self._moment(self.first, 0)
        for number in range(self.first.toordinal(), self.last.toordinal() + 1):
            day = date.fromordinal(number)
            midnight, tomorrow = tomorrow, self._moment(day, 86_400)
            spans = self.spans(day)
            if not spans:
                continue
            workdays.append(number)
            plain = tomorrow - midnight == 86_400 * _SECOND
            for start, stop in spans:
                if plain:
                    opening, closing = midnight + start * _SECOND, midnight + stop * _SECOND
                else:
                    opening, closing = self._moment(day, start), self._moment(day, stop)
                # A span may vanish in the hour that summer time leaves out.
                if opening < closing:
                    starts.append(opening)
                    ends.append(closing)
        if not starts:
            raise NoWorkingTime("the calendar holds no working time")
        sums = [0]
        for opening, closing in zip(starts, ends, strict=True):
            sums.append(sums[-1] + closing - opening)
        bounds = self._moment(self.first, 0), tomorrow
        # Frozen for everybody else; the totals follow from what was given.
        for name, value in (
            ("_starts", starts),
            ("_ends", ends),
            ("_sums", sums),
            ("_workdays", workdays),
            ("_bounds", bounds),
        ):
            object.__setattr__(self, name, value)

    def _moment(self, day: date, seconds: int) -> int:
        # Wall-clock arithmetic, so that a zone with summer time keeps its office hours.
        midnight = datetime(day.year, day.month, day.day, tzinfo=self.zone)
        return (midnight + timedelta(seconds=seconds) - _EPOCH) // _MICROSECOND

    def spans(self, day: date) -> tuple[Span, ...]:
        """Return a day's working spans."""
        if day in self.special:
            return self.special[day]
        if day in self.closed:
            return ()
        return self.week.days[day.weekday()]

    def is_workday(self, day: date) -> bool:
        """Tell whether the office works on a day at all."""
        self._known(day)
        return bool(self.spans(day))

    def is_open(self, at: datetime) -> bool:
        """Tell whether the office works at a moment; it does at opening, not at closing."""
        moment = self._within(at)
        span = bisect_right(self._starts, moment) - 1
        return span >= 0 and moment < self._ends[span]

    def next_open(self, at: datetime) -> datetime:
        """Return the moment itself if open, else the next opening."""
        moment = self._within(at)
        span = bisect_right(self._ends, moment)
        if span == len(self._ends):
            raise BeyondCalendar
        return _aware(max(moment, self._starts[span]))

    def prev_close(self, at: datetime) -> datetime:
        """Return the moment itself if open or just closed, else the last closing before it."""
        moment = self._within(at)
        span = bisect_left(self._starts, moment) - 1
        if span < 0:
            raise BeyondCalendar
        return _aware(min(moment, self._ends[span]))

    def add(
        self, at: datetime, seconds: float, pauses: Iterable[tuple[datetime, datetime]] = ()
    ) -> datetime:
        """Return when so much working time after a moment, outside pauses, has passed.

        Ending exactly at closing stays at closing; no time at all from a closed moment is the
        next opening. Pauses may overlap; one that ends before it begins raises `ValueError`.
        """
        if seconds < 0:
            raise ValueError("working time runs forward here; subtract runs back")
        if seconds == 0:
            return self._resumed(self.next_open(at), pauses)
        moment = self._within(at)
        target = self._worked(moment) + round(seconds * _SECOND)
        if pauses:
            for start, stop in _merged(pauses):
                begun = max(start, moment)
                if stop > begun and self._worked(begun) < target:
                    target += self._worked(stop) - self._worked(begun)
        span = bisect_left(self._sums, target) - 1
        if span >= len(self._starts):
            raise BeyondCalendar
        return _aware(self._starts[span] + target - self._sums[span])

    def subtract(self, at: datetime, seconds: float) -> datetime:
        """Return the moment from which so much working time leads to this one.

        No time at all before a closed moment is the last closing.
        """
        if seconds < 0:
            raise ValueError("working time runs back here; add runs forward")
        if seconds == 0:
            return self.prev_close(at)
        target = self._worked(self._within(at)) - round(seconds * _SECOND)
        if target < 0:
            raise BeyondCalendar
        span = bisect_right(self._sums, target) - 1
        return _aware(self._starts[span] + target - self._sums[span])

    def elapsed(
        self,
        start: datetime,
        stop: datetime,
        pauses: Iterable[tuple[datetime, datetime]] = (),
    ) -> float:
        """Return the working seconds between two moments, pauses left out; never negative."""
        begin, end = self._within(start), self._within(stop)
        if end <= begin:
            return 0.0
        total = self._worked(end) - self._worked(begin)
        for paused, resumed in _merged(pauses) if pauses else ():
            low, high = max(paused, begin), min(resumed, end)
            if high > low:
                total -= self._worked(high) - self._worked(low)
        return total / _SECOND

    def add_workdays(self, day: date, count: int) -> date:
        """Return the count-th working day after (or before) a day, itself not counted."""
        self._known(day)
        if count == 0:
            return day
        ordinal = day.toordinal()
        if count > 0:
            place = bisect_right(self._workdays, ordinal) + count - 1
        else:
            place = bisect_left(self._workdays, ordinal) + count
        if not 0 <= place < len(self._workdays):
            raise BeyondCalendar
        return date.fromordinal(self._workdays[place])

    def workdays_between(self, start: date, stop: date) -> int:
        """Count working days after the first day up to the last; negative when run backwards."""
        self._known(start)
        self._known(stop)
        before = bisect_right(self._workdays, start.toordinal())
        return bisect_right(self._workdays, stop.toordinal()) - before

    def roll_forward(self, day: date) -> date:
        """Return the day itself if the office works, else the next day it does."""
        self._known(day)
        place = bisect_left(self._workdays, day.toordinal())
        if place == len(self._workdays):
            raise BeyondCalendar
        return date.fromordinal(self._workdays[place])

    def _known(self, day: date) -> None:
        if not self.first <= day <= self.last:
            raise BeyondCalendar

    def _within(self, at: datetime) -> int:
        moment = _micros(at)
        first, last = self._bounds
        if not first <= moment <= last:
            raise BeyondCalendar
        return moment

    def _worked(self, moment: int) -> int:
        span = bisect_right(self._starts, moment) - 1
        if span < 0:
            return 0
        if moment >= self._ends[span]:
            return self._sums[span + 1]
        return self._sums[span] + moment - self._starts[span]

    def _resumed(self, at: datetime, pauses: Iterable[tuple[datetime, datetime]]) -> datetime:
        for start, stop in _merged(pauses):
            if start <= _micros(at) < stop:
                at = self.next_open(_aware(stop))
        return at


def _micros(at: datetime) -> int:
    if at.tzinfo is None:
        raise ValueError("naive datetime")
    return (at - _EPOCH) // _MICROSECOND


def _aware(moment: int) -> datetime:
    # In parts: one great number of microseconds would be taken apart at twice the cost.
    return _EPOCH + timedelta(0, moment // _SECOND, moment % _SECOND)


def _merged(pauses: Iterable[tuple[datetime, datetime]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, stop in sorted((_micros(a), _micros(b)) for a, b in pauses):
        if stop < start:
            raise ValueError("a pause ends before it begins")
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], stop))
        elif start < stop:
            merged.append((start, stop))
    return merged
