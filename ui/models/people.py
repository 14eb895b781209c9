"""The people's list: its columns, and where it comes from. An office has few people."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from desktop.acts.exporting import LinesOut
from desktop.acts.recording import require
from desktop.ports import Desk
from desktop.rules.people import Actor
from desktop.rules.saved_tables import MAY_SAVE, SavedList
from desktop.rules.thai.dates import official_date
from desktop.rules.thai.sorting import sort_key
from desktop.views import PersonRow, SubstitutionRow
from desktop.wording import N_, _
from desktop.wording.dates import short_date
from desktop.wording.names import ROLE
from ui.models.paged_table import ColumnSpec
from ui.tables.source import Source, Wanted
from ui.theme import Tone


class PersonSort(StrEnum):
    """What the people may be sorted by."""

    NAME = "name"
    USERNAME = "username"
    POSITION = "position"
    ROLES = "roles"
    STANDING = "standing"


@dataclass(frozen=True, slots=True)
class PeopleQuery:
    """Which people, in which order."""

    leavers: bool = True
    sort: PersonSort = PersonSort.NAME
    descending: bool = False


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person with the leaves that run or are to come."""

    person: PersonRow
    leaves: tuple[SubstitutionRow, ...]


def role_words(person: PersonRow) -> str:
    """Name somebody's roles."""
    return ", ".join(_(ROLE[role]) for role in ROLE if role in person.roles)


def leave_words(leave: SubstitutionRow) -> str:
    """Say when somebody is away, and who stands in."""
    first, last = (short_date(day) for day in (leave.first_on, leave.last_on))
    said = (
        _("On leave {first} – {last}: {name} stands in")
        if leave.holds
        else _("On leave {first} – {last}: {name} may do less now and stands in no longer")
    )
    return said.format(first=first, last=last, name=leave.substitute)


def _standing(line: PersonLine) -> str:
    if not line.person.active:
        return _("left")
    return _("On leave") if line.leaves else _("At work")


def _tone(line: PersonLine) -> Tone | None:
    if not line.person.active:
        return Tone.QUIET
    return Tone.SOON if line.leaves else None


COLUMNS: tuple[ColumnSpec[PersonLine], ...] = (
    ColumnSpec(N_("Name"), lambda line: line.person.name, 230, PersonSort.NAME),
    ColumnSpec(N_("User name"), lambda line: line.person.username, 140, PersonSort.USERNAME),
    ColumnSpec(N_("Position"), lambda line: line.person.position, 200, PersonSort.POSITION),
    ColumnSpec(N_("Roles"), lambda line: role_words(line.person), 280, PersonSort.ROLES),
    ColumnSpec(N_("Standing"), _standing, 120, PersonSort.STANDING, _tone),
)
FILLING = 2
"""The column that takes what room is left."""
_KEYS: dict[PersonSort, Callable[[PersonRow], Any]] = {
    PersonSort.NAME: lambda one: sort_key(one.name),
    PersonSort.USERNAME: lambda one: one.username.casefold(),
    PersonSort.POSITION: lambda one: sort_key(one.position),
    PersonSort.ROLES: lambda one: sort_key(role_words(one)),
    PersonSort.STANDING: lambda one: not one.active,
}


def _ids(
    desk: Desk,
    actor: Actor,
    query: PeopleQuery,
    _now: datetime,
    most: int | None,
    _wanted: Wanted,
) -> "array[int]":
    people = [one for one in desk.reading.people(actor) if one.active or query.leavers]
    people.sort(key=_KEYS[query.sort], reverse=query.descending)
    return array("q", [one.id for one in people][:most])


def _lines(desk: Desk, actor: Actor, ids: Sequence[int]) -> list[PersonLine]:
    leaves = desk.reading.substitutions(actor, official_date(desk.now()))
    people = {one.id: one for one in desk.reading.people(actor)}
    return [
        PersonLine(people[one], tuple(leave for leave in leaves if leave.absent_id == one))
        for one in ids
        if one in people
    ]


def _out(desk: Desk, actor: Actor, ids: Sequence[int]) -> LinesOut:
    require(actor, MAY_SAVE[SavedList.PEOPLE])
    return LinesOut(tuple(_lines(desk, actor, ids)))


def _itself(line: PersonLine) -> PersonLine:
    return line


PEOPLE = Source(SavedList.PEOPLE, _ids, _lines, _itself, _out)


def identity(line: PersonLine) -> int:
    """Name a person."""
    return line.person.id
