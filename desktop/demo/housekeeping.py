"""What the made-up office does besides cases: it looks at its channels, and sets a standard.

The channels were looked at every morning of the last month, but for a few; the standard is for the
fiscal year to come.
"""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial

from desktop.acts.checking import CheckChannels, check_channels
from desktop.acts.keeping_standard import KeepStandard, keep_standard
from desktop.demo.dossiers import Deed, DeskAt
from desktop.demo.office import ADMINISTRATOR, Setting
from desktop.ports import NOBODY
from desktop.rules.catalogue import Channel
from desktop.rules.checking import due_on
from desktop.rules.clocks import ClockKind, Unit
from desktop.rules.complaint import ComplaintType
from desktop.rules.people import Actor
from desktop.rules.policy import Provision
from desktop.rules.priority import Priority
from desktop.rules.thai.dates import (
    at_office,
    days_of,
    fiscal_range,
    fiscal_year,
    official_date,
)

_LOOKED_BACK = timedelta(days=31)
_BEFORE = 30
"""Working days since the standard was set."""
_FORGOTTEN = 0.04
_FOUND = 0.08
"""How often a channel is forgotten on a day, and how often something is found in one."""


def housekeeping(setting: Setting, desk_at: DeskAt, now: datetime, seed: int) -> Iterator[Deed]:
    """Yield it until yesterday; today's checks are left to whoever opens the demo."""
    day = setting.calendar.add_workdays(official_date(now), -_BEFORE)
    at = at_office(day, time(10, 20))
    yield Deed(at, partial(_set_standard, setting, desk_at, at))
    rng = random.Random(f"checks {seed}")  # noqa: S311 - as with the cases
    yesterday = official_date(now) - timedelta(days=1)
    for day in days_of(yesterday - _LOOKED_BACK, yesterday):
        at = at_office(day, time(8, 40)) + timedelta(minutes=rng.randint(0, 25))
        for found, channels in _looked_at(setting, day, rng):
            yield Deed(at, partial(_check, setting.clerks[-1], desk_at, at, found, channels))


def _set_standard(setting: Setting, desk_at: DeskAt, at: datetime) -> None:
    _, last_day = fiscal_range(fiscal_year(official_date(at)))
    palace, question = setting.sources["palace_pm"].id, setting.categories["question"].id
    policy = replace(
        setting.policy,
        effective_from=last_day + timedelta(days=1),
        provisions=(
            Provision(ClockKind.RESOLVE, 5, Unit.WORKING_DAYS, ComplaintType.TIP, Priority.URGENT),
            Provision(ClockKind.ACKNOWLEDGE, 120, Unit.WORKING_MINUTES, source_id=palace),
            Provision(ClockKind.REPLY, 7, Unit.CALENDAR_DAYS, category_id=question),
        ),
        rolling=replace(setting.policy.rolling, start_roll=True),
    )
    desk = desk_at(at)
    with desk.unit(NOBODY) as work:
        person = work.people.named(ADMINISTRATOR)
    assert person is not None
    keep_standard(KeepStandard(policy), desk, person.actor())


def _looked_at(
    setting: Setting, day: date, rng: random.Random
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield how many were found on a day in which channels."""
    due = [
        channel
        for channel in setting.channels.values()
        if due_on(channel.every, day, setting.calendar) and rng.random() > _FORGOTTEN
    ]
    busy = [channel for channel in due if rng.random() < _FOUND]
    if quiet := [channel for channel in due if channel not in busy]:
        yield 0, _ids(quiet)
    for channel in busy:
        yield rng.choice((1, 1, 1, 2)), _ids([channel])


def _ids(channels: list[Channel]) -> tuple[int, ...]:
    return tuple(channel.id for channel in channels if channel.id is not None)


def _check(
    clerk: Actor, desk_at: DeskAt, at: datetime, found: int, channels: tuple[int, ...]
) -> None:
    check_channels(CheckChannels(channels, found), desk_at(at), clerk)
