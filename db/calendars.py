"""What the office's calendar is made of, now and before each change."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, delete, select

from db import tables as t
from db.statements import one_or_none, put, put_one
from desktop.rules.calendar import CalendarFacts, Holiday, HolidayKind, HolidayOrigin, SpecialDay
from desktop.rules.worktime import OFFICE_WEEK, Span, Week

_DAYS = t.holiday
_HOLIDAYS = select(
    _DAYS.c.day, _DAYS.c.name, _DAYS.c.kind, _DAYS.c.origin, _DAYS.c.reference
).order_by(_DAYS.c.day)
_SPECIAL = select(t.special_day.c.day, t.special_day.c.spans, t.special_day.c.name).order_by(
    t.special_day.c.day
)
_HOURS = 1
"""The one row of the office's hours."""


def days_of(connection: Connection) -> CalendarFacts:
    """Read the calendar in force."""
    hours = one_or_none(connection, t.office_hours, _HOURS)
    return CalendarFacts(
        tuple(Holiday(*row) for row in connection.execute(_HOLIDAYS)),
        tuple(
            SpecialDay(day, _spans(spans), name)
            for day, spans, name in connection.execute(_SPECIAL)
        ),
        OFFICE_WEEK if hours is None else Week(tuple(_spans(day) for day in hours.week)),
    )


def put_holidays(connection: Connection, holidays: Sequence[Holiday]) -> None:
    """Store closed days, replacing those of the same date."""
    days = [holiday.date for holiday in holidays]
    connection.execute(delete(t.holiday).where(t.holiday.c.day.in_(days)))
    put(connection, t.holiday, [_holiday(holiday) for holiday in holidays])


def put_days(connection: Connection, facts: CalendarFacts, at: datetime) -> None:
    """Store another calendar; the one before it is kept, for what was counted by it."""
    row = {"replaced_at": at, "days": _plain(days_of(connection))}
    put_one(connection, t.past_calendar, row)
    for table in (t.holiday, t.special_day, t.office_hours):
        connection.execute(delete(table))
    put(connection, t.holiday, [_holiday(holiday) for holiday in facts.holidays])
    special = [{"day": s.date, "spans": s.spans, "name": s.name} for s in facts.special]
    if special:
        put(connection, t.special_day, special)
    put(connection, t.office_hours, {"id": _HOURS, "week": facts.week.days})


def past_days(connection: Connection) -> Iterator[tuple[datetime, CalendarFacts]]:
    """Yield every earlier calendar, and when it was replaced, oldest first."""
    past = t.past_calendar.c
    for row in connection.execute(select(past.replaced_at, past.days).order_by(past.id)):
        kept = row.days
        yield (
            row.replaced_at,
            CalendarFacts(
                tuple(
                    Holiday(
                        date.fromisoformat(day),
                        name,
                        HolidayKind(kind),
                        HolidayOrigin(origin),
                        reference,
                    )
                    for day, name, kind, origin, reference in kept["holidays"]
                ),
                tuple(
                    SpecialDay(date.fromisoformat(day), _spans(spans), name)
                    for day, spans, name in kept["special"]
                ),
                Week(tuple(_spans(day) for day in kept["week"])),
            ),
        )


def _holiday(holiday: Holiday) -> dict[str, Any]:
    return {
        "day": holiday.date,
        "name": holiday.name,
        "kind": holiday.kind,
        "origin": holiday.origin,
        "reference": holiday.reference,
    }


def _plain(facts: CalendarFacts) -> dict[str, Any]:
    return {
        "holidays": [
            [h.date.isoformat(), h.name, h.kind.value, h.origin.value, h.reference]
            for h in facts.holidays
        ],
        "special": [[s.date.isoformat(), s.spans, s.name] for s in facts.special],
        "week": facts.week.days,
    }


def _spans(pairs: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple((start, stop) for start, stop in pairs)
