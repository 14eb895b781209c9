"""Changes to the calendar, gathered before any of them is made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from desktop.rules.calendar import CalendarFacts, Holiday, HolidayOrigin, SpecialDay
from desktop.rules.worktime import Week


class Difference(StrEnum):
    """How a listed day differs from the office's own."""

    NEW = "new"
    OTHER = "other"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class DayDifference:
    """A day on which another list differs: what it says, and what the office's says."""

    date: date
    kind: Difference
    theirs: Holiday | None
    ours: Holiday | None


def differences(ours: Iterable[Holiday], theirs: Sequence[Holiday]) -> tuple[DayDifference, ...]:
    """Compare the office's closed days with another list, within the years that this covers.

    Days that the office itself entered are not missed in a list of the government's.
    """
    years = {holiday.date.year for holiday in theirs}
    mine = {h.date: h for h in ours if h.date.year in years}
    given = {h.date: h for h in theirs}
    found = []
    for day in sorted(mine.keys() | given.keys()):
        our, their = mine.get(day), given.get(day)
        if our is None:
            found.append(DayDifference(day, Difference.NEW, their, None))
        elif their is None:
            if our.origin is HolidayOrigin.GOVERNMENT:
                found.append(DayDifference(day, Difference.GONE, None, our))
        elif (our.name, our.kind) != (their.name, their.kind):
            found.append(DayDifference(day, Difference.OTHER, their, our))
    return tuple(found)


class CalendarChanges:
    """A calendar being edited: the one in force, and what of it is to be otherwise."""

    def __init__(self, days: CalendarFacts) -> None:
        self.base = days
        self.holidays = {holiday.date: holiday for holiday in days.holidays}
        self.special = {day.date: day for day in days.special}
        self.week = days.week

    def put(self, holiday: Holiday, before: date | None = None) -> None:
        """Add a closed day, or change the one of a day, which it may leave for another."""
        if before is not None and before != holiday.date:
            self.holidays.pop(before, None)
        self.holidays[holiday.date] = holiday

    def drop(self, day: date) -> None:
        """Take a closed day, and a day with hours of its own, away."""
        self.holidays.pop(day, None)
        self.special.pop(day, None)

    def put_special(self, special: SpecialDay, before: date | None = None) -> None:
        """Add or change a day with hours of its own."""
        if before is not None and before != special.date:
            self.special.pop(before, None)
        self.special[special.date] = special

    def take(self, chosen: Iterable[DayDifference]) -> None:
        """Follow another list where it differs; a reference that was typed here stays."""
        for one in chosen:
            if one.theirs is None:
                self.holidays.pop(one.date, None)
            else:
                reference = one.theirs.reference or (one.ours.reference if one.ours else "")
                self.holidays[one.date] = replace(one.theirs, reference=reference)

    def rebased(self, days: CalendarFacts) -> "CalendarChanges":
        """Return the same changes upon a calendar that somebody else changed meanwhile."""
        made = CalendarChanges(days)
        for holiday in self.changed_holidays():
            made.put(holiday)
        for day in self.dropped_holidays():
            made.holidays.pop(day, None)
        for special in self.changed_special():
            made.put_special(special)
        for day in self.dropped_special():
            made.special.pop(day, None)
        if self.changed_week() is not None:
            made.week = self.week
        return made

    def facts(self) -> CalendarFacts:
        """Return the calendar as it would be."""
        return CalendarFacts(
            tuple(self.holidays[day] for day in sorted(self.holidays)),
            tuple(self.special[day] for day in sorted(self.special)),
            self.week,
        )

    def changed_holidays(self) -> tuple[Holiday, ...]:
        """List the closed days that are new or otherwise."""
        before = {holiday.date: holiday for holiday in self.base.holidays}
        return tuple(h for day, h in sorted(self.holidays.items()) if before.get(day) != h)

    def dropped_holidays(self) -> tuple[date, ...]:
        """List the closed days that go."""
        return tuple(h.date for h in self.base.holidays if h.date not in self.holidays)

    def changed_special(self) -> tuple[SpecialDay, ...]:
        """List the days with hours of their own that are new or otherwise."""
        before = {day.date: day for day in self.base.special}
        return tuple(s for day, s in sorted(self.special.items()) if before.get(day) != s)

    def dropped_special(self) -> tuple[date, ...]:
        """List the days that lose their own hours."""
        return tuple(s.date for s in self.base.special if s.date not in self.special)

    def changed_week(self) -> Week | None:
        """Return the office hours where they change."""
        return None if self.week == self.base.week else self.week

    @property
    def count(self) -> int:
        """Count what changes."""
        return (
            len(self.changed_holidays())
            + len(self.dropped_holidays())
            + len(self.changed_special())
            + len(self.dropped_special())
            + (self.changed_week() is not None)
        )
