"""How made-up complaints come in: how many on which day, by which channel, and when recorded."""

import random
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta

from desktop.rules.complaint import ChannelKind
from desktop.rules.thai.dates import at_office, days_of
from desktop.rules.worktime import WorkCalendar

CHANNELS: Mapping[str, int] = {
    "letter": 18,
    "phone": 16,
    "walk_in": 14,
    "mobile": 4,
    "fax": 2,
    "email": 7,
    "website": 7,
    "facebook": 5,
    "line": 7,
    "qr": 4,
    "box": 3,
    "po_box": 2,
    "service_centre": 3,
    "listener": 2,
    "moe_1579": 4,
    "gcc_1111": 4,
    "damrong": 5,
    "safety": 3,
    "media": 2,
    "field": 2,
}
"""How often each channel is used, against the others."""

CATEGORIES: Mapping[str, int] = {
    "corruption": 5,
    "discipline": 9,
    "student_harm": 6,
    "personnel": 8,
    "finance": 6,
    "enrolment": 10,
    "teaching": 13,
    "service": 14,
    "safety": 13,
    "question": 11,
    "other": 8,
}

_BY_MONTH = (1.0, 1.0, 1.1, 0.6, 1.6, 1.3, 1.0, 1.0, 1.1, 0.7, 1.0, 0.8)
"""January to December: schools rest in April and October, and take in pupils in May."""
_CLOSED_DAY = 0.12


def shared_out(
    count: int, first: date, last: date, calendar: WorkCalendar
) -> Iterator[tuple[date, int]]:
    """Spread complaints over the days of a period, so that exactly `count` come."""
    days = days_of(first, last)
    weights = [
        _BY_MONTH[day.month - 1] * (1 if calendar.is_workday(day) else _CLOSED_DAY) for day in days
    ]
    whole, passed, given = sum(weights), 0.0, 0
    for day, weight in zip(days, weights, strict=True):
        passed += weight
        until = round(count * passed / whole)
        yield day, until - given
        given = until


def received(day: date, kind: ChannelKind, workday: bool, rng: random.Random) -> datetime:
    """Return when on a day a complaint came: the post in the morning, messages at any hour."""
    if kind is ChannelKind.LETTER:
        minute = rng.randint(9 * 60, 10 * 60 + 45)
    elif kind is ChannelKind.OTHER or not workday:
        minute = rng.randint(6 * 60, 22 * 60)
    else:
        # Nobody is served between twelve and one.
        minute = rng.choice((rng.randint(515, 715), rng.randint(780, 980)))
    return at_office(day, time()) + timedelta(minutes=minute)


def recorded(
    received_at: datetime, day: date, kind: ChannelKind, calendar: WorkCalendar, rng: random.Random
) -> datetime:
    """Return when the clerk typed it in: at once, or after what came before it."""
    workday = calendar.is_workday(day)
    if kind in (ChannelKind.PHONE, ChannelKind.WALK_IN) and workday:
        return received_at + timedelta(minutes=rng.randint(3, 14))
    if workday and rng.random() < 0.75:
        typed = at_office(day, time()) + timedelta(minutes=rng.randint(13 * 60, 16 * 60 + 20))
        if typed > received_at:
            return typed
    following = calendar.add_workdays(day, rng.choices((1, 2, 3), (85, 12, 3))[0])
    return at_office(following, time()) + timedelta(minutes=rng.randint(8 * 60 + 40, 11 * 60))
