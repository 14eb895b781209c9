"""The made-up office as a register of its own: opened by the act, filled in bulk."""

import heapq
import random
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from db.bulk import Printed, load
from db.furnishing import Strongroom, furnish
from db.place import Place
from db.upgrade import create, exists, upgrade
from desktop.acts.opening import open_office
from desktop.demo.cases import invent, invent_at_rest
from desktop.demo.housekeeping import housekeeping
from desktop.demo.lives import Life
from desktop.demo.office import Setting, opening, setting_of
from desktop.demo.paperwork import do_paperwork
from desktop.demo.seeing import seen
from desktop.demo.steps import dossiers
from desktop.ports import NOBODY, Desk, Letter, Press
from desktop.rules.calendar import government_holidays
from desktop.rules.case import Case
from desktop.rules.journal import Entry
from desktop.rules.thai.dates import at_office, fiscal_range, fiscal_year, official_date

SEED = 2569
COUNT = 350
"""Cases that come and go over the year."""
EACH = 4
"""Recent cases besides, in every status that is otherwise rare."""
BEFORE = timedelta(days=60)
"""How much of the fiscal year before belongs to the demo."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How large a made-up register is, and the day on which its office opened.

    `at_rest` are so many recent cases besides in every status that is otherwise rare.
    """

    count: int
    first_day: date
    seed: int = SEED
    at_rest: int = 0


def demo(place: Place, now: datetime, press: Press) -> Strongroom:
    """Make the made-up office as visitors see it, or open it again where it was left.

    It holds a fiscal year of cases, letters that are really printed, and a folder of drafts.
    """
    if exists(place):
        upgrade(place, now)
        return furnish(place)
    today = official_date(now)
    first_day = fiscal_range(fiscal_year(today))[0] - BEFORE
    room, setting = made_up_office(place, first_day, now, press)
    office = room.reading.office(today)

    def printed(case: Case, letter: Letter) -> bytes:
        view = seen(case, setting)
        assert letter.dated is not None
        day = letter.dated
        return press.letter(view, letter.draft, office, letter.number, day, day).pdf

    lives = _lives(setting, Measure(COUNT, first_day, at_rest=EACH), now)
    # The same codes every time: of a made-up office nothing needs to be beyond guessing.
    given = random.Random(f"codes {SEED}").randbytes  # noqa: S311

    def desk_at(moment: datetime) -> Desk:
        return replace(_desk(room, press, lambda: moment), random=given)

    deeds = (*dossiers(setting, desk_at, now), *housekeeping(setting, desk_at, now, SEED))
    load(room, lives, printed, sorted(deeds, key=lambda deed: deed.at))
    do_paperwork(desk_at(now), setting)
    return room


def made_up_office(
    place: Place, first_day: date, now: datetime, press: Press
) -> tuple[Strongroom, Setting]:
    """Create a register and open the made-up office in it, without a case."""
    create(place)
    room = furnish(place)
    opened_at = at_office(first_day, time(8))
    open_office(opening(first_day), _desk(room, press, lambda: opened_at), NOBODY)
    years = range(first_day.year - 1, official_date(now).year + 2)
    with room.unit(NOBODY) as work:
        work.office.put_holidays(government_holidays(years))
        facts = {"first": years[0], "last": years[-1]}
        work.journal(Entry(opened_at, None, "keep_calendar", "office", facts))
        work.commit()
    return room, setting_of(room.reading, official_date(now))


def fill(
    room: Strongroom, setting: Setting, measure: Measure, now: datetime, printed: Printed
) -> int:
    """Invent cases up to now and store them; return how many."""
    return load(room, _lives(setting, measure, now), printed)


def _lives(setting: Setting, measure: Measure, now: datetime) -> Iterator[Life]:
    gone = invent(setting, measure.seed, measure.count, measure.first_day, now)
    resting = invent_at_rest(setting, measure.seed, measure.at_rest, now)
    return heapq.merge(gone, resting, key=lambda life: life.case.recorded_at)


def _desk(room: Strongroom, press: Press, now: Callable[[], datetime]) -> Desk:
    return Desk(
        unit=room.unit,
        reading=room.reading,
        press=press,
        passwords=room.passwords,
        drafts=room.drafts,
        now=now,
        random=secrets.token_bytes,
    )
