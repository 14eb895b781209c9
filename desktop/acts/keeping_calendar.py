"""Keep the calendar: closed days, days with hours of their own, the hours of the week."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from desktop.acts.recording import require
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.calendar import CalendarFacts, Holiday, SpecialDay
from desktop.rules.journal import Entry, Value
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason
from desktop.rules.redating import Preview, digest_of
from desktop.rules.thai.text import clean_line
from desktop.rules.worktime import BeyondCalendar, NoWorkingTime, Week, check_spans


@dataclass(frozen=True, slots=True)
class KeepCalendar:
    """Days that are added or changed, days that are dropped, and hours where they change."""

    holidays: tuple[Holiday, ...] = ()
    dropped: tuple[date, ...] = ()
    special: tuple[SpecialDay, ...] = ()
    special_dropped: tuple[date, ...] = ()
    week: Week | None = None


@dataclass(frozen=True, slots=True)
class CalendarKept:
    """The calendar changed; so many cases, and clocks of theirs, fall due on another day."""

    cases: int
    clocks: int
    changes: Changes = Changes.CALENDAR | Changes.COMPLAINTS


def changed_days(days: CalendarFacts, command: KeepCalendar) -> CalendarFacts:
    """Return the calendar as it would be, or refuse one by which nothing could fall due."""
    closed = {holiday.date: holiday for holiday in days.holidays}
    special = {day.date: day for day in days.special}
    for gone in command.dropped:
        closed.pop(gone, None)
    for gone in command.special_dropped:
        special.pop(gone, None)
    closed |= {holiday.date: _checked_holiday(holiday) for holiday in command.holidays}
    special |= {day.date: _checked_special(day) for day in command.special}
    changed = CalendarFacts(
        tuple(closed[day] for day in sorted(closed)),
        tuple(special[day] for day in sorted(special)),
        days.week if command.week is None else command.week,
    )
    if not changed.holidays:
        raise Refused(Reason.NO_CLOSED_DAYS, field="holidays")
    if changed == days:
        raise Refused(Reason.NOTHING_CHANGED)
    try:
        changed.calendar()
    except NoWorkingTime:
        raise Refused(Reason.NO_WORKING_TIME, field="week") from None
    return changed


def foresee_calendar(command: KeepCalendar, desk: Desk, actor: Actor) -> Preview:
    """Tell which due days a change of the calendar would move; nothing is written."""
    require(actor, Permission.KEEP_OFFICE)
    days = changed_days(desk.reading.days(), command)
    try:
        return desk.reading.calendar_moves(actor, days)
    except BeyondCalendar:
        raise Refused(Reason.CALENDAR_ENDS, field="holidays") from None


def keep_calendar(command: KeepCalendar, desk: Desk, actor: Actor) -> CalendarKept:
    """Change the calendar and every running clock with it, in one journalled step.

    What has ended keeps its day and its verdict.
    """
    require(actor, Permission.KEEP_OFFICE)
    now = desk.now()
    with desk.unit(actor) as work:
        days = changed_days(work.office.days(), command)
        try:
            shifts = work.redating.by_calendar(days)
        except BeyondCalendar:
            raise Refused(Reason.CALENDAR_ENDS, field="holidays") from None
        work.office.put_days(days, now)
        clocks = sum(len(case.clocks) for case in shifts)
        facts: dict[str, Value] = {
            "holidays": _listed(holiday.date for holiday in command.holidays),
            "dropped": _listed(command.dropped),
            "special": _listed(day.date for day in command.special),
            "special_dropped": _listed(command.special_dropped),
            "week": command.week is not None,
            "cases": len(shifts),
            "clocks": clocks,
            "moves": digest_of(shifts),
        }
        sequence = work.journal(Entry(now, actor.person_id, "keep_calendar", "office", facts))
        work.redating.shift(shifts, sequence, now, actor.person_id)
        work.commit()
    return CalendarKept(len(shifts), clocks)


def _checked_holiday(holiday: Holiday) -> Holiday:
    clean = replace(holiday, name=clean_line(holiday.name), reference=clean_line(holiday.reference))
    if not clean.name:
        raise Refused(Reason.REQUIRED, field="name")
    return clean


def _checked_special(day: SpecialDay) -> SpecialDay:
    clean = replace(day, name=clean_line(day.name))
    if not clean.name:
        raise Refused(Reason.REQUIRED, field="name")
    if not clean.spans:
        raise Refused(Reason.REQUIRED, field="spans")
    try:
        check_spans(clean.spans)
    except ValueError:
        raise Refused(Reason.BAD_HOURS, field="spans") from None
    return clean


def _listed(days: Iterable[date]) -> str:
    return " ".join(day.isoformat() for day in sorted(days))
