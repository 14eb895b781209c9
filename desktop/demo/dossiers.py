"""Whole matters of the made-up office, each lived through paper by paper with the office's acts.

What happens in them is data (resources/demo/dossiers.toml); each step is an act of its own moment.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from desktop.demo.office import Setting
from desktop.demo.phrases import province, shipped
from desktop.ports import NOBODY, Desk
from desktop.rules.complaint import Address, ContactWay, Petitioner, PetitionerKind
from desktop.rules.people import Actor
from desktop.rules.thai.dates import at_office, long_date, official_date
from desktop.rules.thai.digits import thai_digits
from desktop.views import LetterView

_OPEN = re.compile(r"{([^{}]+)}")
_MORNING = "09.40"
"""When a matter is recorded that does not say."""
DeskAt = Callable[[datetime], Desk]


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that somebody of the office does at a moment."""

    at: datetime
    do: Callable[[], None]


@dataclass(slots=True)
class Dossier:
    """One matter: what is told of it, the day it came, and its identity once it is registered."""

    told: Mapping[str, Any]
    begun: date
    case_id: int = 0


@dataclass(slots=True)
class Cabinet:
    """All dossiers by name, and who works at the office."""

    setting: Setting
    desk_at: DeskAt
    now: datetime
    dossiers: dict[str, Dossier] = field(default_factory=dict)
    _people: dict[str, Actor] = field(default_factory=dict)

    def named(self, username: str) -> Actor:
        """Return somebody by the name they sign in with."""
        if username not in self._people:
            with self.desk_at(self.now).unit(NOBODY) as work:
                person = work.people.named(username)
            assert person is not None
            self._people[username] = person.actor()
        return self._people[username]


@dataclass(frozen=True, slots=True)
class Moment:
    """A step of a dossier in its moment: what is told of it, who does it, and with what."""

    cabinet: Cabinet
    dossier: Dossier
    told: Mapping[str, Any]
    actor: Actor
    at: datetime

    @property
    def desk(self) -> Desk:
        """The desk as its clock stood then."""
        return self.cabinet.desk_at(self.at)

    @property
    def day(self) -> date:
        """The office's day."""
        return official_date(self.at)

    def workday(self, count: int) -> date:
        """Return the day so many working days later, or earlier."""
        return self.cabinet.setting.calendar.add_workdays(self.day, count)

    def text(self, name: str) -> str:
        """Return what is told under a name, its open places filled; nothing where nothing is."""
        return self.filled(self.told.get(name, ""))

    def filled(self, text: str) -> str:
        """Fill the days and letters that a text leaves open."""
        return _OPEN.sub(lambda found: self._meant(found[1]), text)

    def _meant(self, place: str) -> str:
        kind, _, name = place.partition(":")
        if kind == "letter":
            letter = self.letter(name)
            assert letter.dated is not None
            return f"ที่ {thai_digits(letter.number)} ลงวันที่ {long_date(letter.dated)}"
        return long_date(self.workday(int(place)))

    def letter(self, name: str) -> LetterView:
        """Return an earlier letter of the same matter."""
        saved = self.desk.reading.saved(letter_key(name))
        assert saved is not None
        case = self.desk.reading.case(self.actor, self.dossier.case_id)
        return next(letter for letter in case.letters if letter.id == saved.subject_id)


Step = Callable[[Moment], None]


def letter_key(name: str) -> str:
    """Return the save key under which a dossier's letter is found again."""
    return f"dossier-letter-{name}"


def file_key(name: str) -> str:
    """Return the save key under which a dossier's statement or summary is found again."""
    return f"dossier-file-{name}"


def case_key(name: str) -> str:
    """Return the save key under which a dossier's complaint is found again."""
    return f"dossier-{name}"


def dossiers_told(cabinet: Cabinet, register: Step, steps: Mapping[str, Step]) -> Iterator[Deed]:
    """Yield everything that is done in all dossiers, each matter in its own order."""
    calendar, today = cabinet.setting.calendar, official_date(cabinet.now)
    for told in shipped("dossiers")["dossier"]:
        dossier = Dossier(told, calendar.add_workdays(today, -told["ago"]))
        cabinet.dossiers[told["name"]] = dossier
        begun = {"at": _MORNING, "by": "somying", **told}
        yield _deed(cabinet, dossier, begun, register)
        for step in told["step"]:
            yield _deed(cabinet, dossier, step, steps[step["do"]])


def _deed(cabinet: Cabinet, dossier: Dossier, told: Mapping[str, Any], step: Step) -> Deed:
    hour, minute = map(int, told["at"].split("."))
    day = cabinet.setting.calendar.add_workdays(dossier.begun, told.get("day", 0))
    at = at_office(day, time()) + timedelta(hours=hour, minutes=minute)
    moment = Moment(cabinet, dossier, told, cabinet.named(told["by"]), at)
    return Deed(at, lambda: step(moment))


def petitioner_of(told: Mapping[str, Any]) -> Petitioner:
    """Read a petitioner; whoever lives anywhere lives in the made-up province."""
    address = Address(
        house=told.get("house", ""),
        village=told.get("village", ""),
        road=told.get("road", ""),
        subdistrict=told["subdistrict"],
        district=told["district"],
        province=province(),
        postcode=told["postcode"],
    )
    return Petitioner(
        kind=PetitionerKind(told.get("kind", "person")),
        prefix=told.get("prefix", ""),
        first=told.get("first", ""),
        last=told.get("last", ""),
        heading=told.get("heading", ""),
        headcount=told.get("headcount"),
        citizen_id=told.get("citizen", ""),
        phone=told.get("phone", ""),
        address=address,
        told_by=ContactWay(told.get("told_by", "letter")),
    )
