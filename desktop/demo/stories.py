"""Stories: what made-up complaints are about, filled with made-up places, days and sums."""

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import astuple, dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from desktop.demo.phrases import shipped, subdistricts, texts
from desktop.rules.complaint import ComplaintType, Matter
from desktop.rules.thai.dates import ERA, MONTHS, buddhist_year, long_date
from desktop.rules.thai.digits import thai_digits

_SLOT = re.compile(r"{(\w+)}")
_PARTS = ("subject", "facts", "harm", "remedy", "evidence")


@dataclass(frozen=True, slots=True)
class Scene:
    """Where and when a story is told."""

    school: str
    village: str
    received_on: date


@dataclass(frozen=True, slots=True)
class Story:
    """One kind of matter; its sentences leave `slots` open."""

    category: str
    types: tuple[ComplaintType, ...]
    matter: Matter
    accused: str
    child_danger: bool
    slots: tuple[str, ...]


@cache
def stories() -> Mapping[str, tuple[Story, ...]]:
    """Return every story by the code of its category."""
    found: dict[str, tuple[Story, ...]] = {}
    for told in shipped("stories")["story"]:
        story = _story(told)
        found[story.category] = (*found.get(story.category, ()), story)
    return found


def _story(told: Mapping[str, Any]) -> Story:
    matter = Matter(**{name: told.get(name, "") for name in _PARTS})
    return Story(
        category=told["category"],
        types=tuple(ComplaintType(kind) for kind in told.get("types", ["complaint"])),
        matter=matter,
        accused=told.get("accused", ""),
        child_danger=told.get("child_danger", False),
        slots=tuple(sorted(set(_SLOT.findall("".join(astuple(matter)))))),
    )


def scene(received_on: date, rng: random.Random) -> Scene:
    """Choose a made-up school and a made-up village."""
    village = f"หมู่ที่ {rng.randint(1, 12)} ตำบล{rng.choice(subdistricts())[0]}"
    return Scene(rng.choice(texts("schools")), thai_digits(village), received_on)


def filled(story: Story, at: Scene, rng: random.Random) -> Matter:
    """Fill a story's open slots; its days and months lie before the day it was received."""
    fill = {name: _FILLING[name](at, rng) for name in story.slots}
    open_matter = story.matter
    return Matter(
        subject=open_matter.subject.format_map(fill),
        facts=open_matter.facts.format_map(fill),
        place=at.school,
        harm=open_matter.harm.format_map(fill),
        remedy=open_matter.remedy.format_map(fill),
        evidence=open_matter.evidence.format_map(fill),
    )


def _amount(_at: Scene, rng: random.Random) -> str:
    return thai_digits(f"{rng.randint(5, 900) * 100:,}")


def _sum(_at: Scene, rng: random.Random) -> str:
    return thai_digits(f"{rng.randint(4, 35) * 100:,}")


def _day(at: Scene, rng: random.Random) -> str:
    day = at.received_on - timedelta(days=rng.randint(1, 40))
    return f"วันที่ {long_date(day)}"


def _month(at: Scene, rng: random.Random) -> str:
    day = at.received_on - timedelta(days=rng.randint(30, 120))
    return f"เดือน{MONTHS[day.month - 1]} {thai_digits(str(buddhist_year(day)))}"


def _school_year(at: Scene, _rng: random.Random) -> str:
    # School years begin in May.
    first = at.received_on.year + ERA - (at.received_on.month < 5)
    return thai_digits(f"ปีการศึกษา {first}")


_FILLING: Mapping[str, Callable[[Scene, random.Random], str]] = {
    "school": lambda at, _rng: at.school,
    "village": lambda at, _rng: at.village,
    "grade": lambda _at, rng: rng.choice(texts("grades")),
    "lesson": lambda _at, rng: rng.choice(texts("lessons")),
    "amount": _amount,
    "sum": _sum,
    "count": lambda _at, rng: thai_digits(str(rng.randint(4, 40))),
    "few": lambda _at, rng: thai_digits(str(rng.randint(2, 5))),
    "day": _day,
    "month": _month,
    "time": lambda _at, rng: thai_digits(f"{rng.randint(7, 20)}.{rng.choice((0, 15, 30, 45)):02d}"),
    "year": _school_year,
}
