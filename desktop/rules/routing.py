"""Whose matter a complaint is: by the rank of the accused, and by the office's own list.

The ranks and who inquires are as area offices print them (สพม. ๑๖); whom the office proposes as
owner is a list that it keeps itself.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.rules.case import Case
from desktop.rules.complaint import Accused
from desktop.rules.office import OfficeFacts
from desktop.rules.priority import Proposal
from desktop.rules.reasons import Reason
from desktop.rules.thai.digits import thai_digits


class Rank(StrEnum):
    """How high the accused stands, as far as it decides who inquires; the lowest first."""

    SCHOOL_STAFF = "school_staff"
    """A teacher, a deputy principal, anybody else of a school."""
    PRINCIPAL = "principal"
    OFFICE_STAFF = "office_staff"
    DIRECTOR = "director"


class Inquirer(StrEnum):
    """Who inquires into what somebody of a rank is accused of."""

    PRINCIPAL = "principal"
    DIRECTOR = "director"
    SUPERIOR_AGENCY = "superior_agency"


INQUIRES: dict[Rank, Inquirer] = {
    Rank.SCHOOL_STAFF: Inquirer.PRINCIPAL,
    Rank.PRINCIPAL: Inquirer.DIRECTOR,
    Rank.OFFICE_STAFF: Inquirer.DIRECTOR,
    Rank.DIRECTOR: Inquirer.SUPERIOR_AGENCY,
}


@dataclass(frozen=True, slots=True)
class AssignmentRule:
    """One line of the office's list: for these matters this owner. None leaves a thing open."""

    category_id: int | None
    rank: Rank | None
    owner_id: int

    def fits(self, category_id: int, rank: Rank | None) -> bool:
        """Tell whether it speaks of such a matter."""
        return self.category_id in (None, category_id) and self.rank in (None, rank)


@dataclass(frozen=True, slots=True)
class Routing:
    """What is proposed for a complaint, and why.

    `rule` is the place of the line that decided, from 1; without one the owner, if any, follows
    from who inquires. `barred` are people who may not own it.
    """

    rank: Rank | None
    inquirer: Inquirer | None
    owner_id: int | None
    rule: int | None
    priority: Proposal
    barred: frozenset[int]

    @property
    def leaves(self) -> bool:
        """Tell whether it goes to the superior agency and to nobody of ours."""
        return self.inquirer is Inquirer.SUPERIOR_AGENCY


@dataclass(frozen=True, slots=True)
class Staff:
    """Who may be proposed: `workers` work on cases, `directors` lead the office."""

    workers: frozenset[int]
    directors: tuple[int, ...]

    def without(self, person_id: int) -> "Staff":
        """Leave somebody out of those who may be proposed."""
        return Staff(self.workers - {person_id}, self.directors)


def routing(
    case: Case,
    rules: Sequence[AssignmentRule],
    facts: OfficeFacts,
    staff: Staff,
    priority: Proposal,
) -> Routing:
    """Propose an owner: the first line that fits and whose owner may own it, in the list's order.

    A matter against the director is proposed to the superior agency, never to our own people.
    """
    rank = highest_rank(case.accused, facts, staff.directors)
    inquirer = None if rank is None else INQUIRES[rank]
    barred = barred_from(case)

    def routed(owner: int | None, rule: int | None = None) -> Routing:
        return Routing(rank, inquirer, owner, rule, priority, barred)

    if inquirer is Inquirer.SUPERIOR_AGENCY:
        return routed(None)
    free = staff.workers - barred
    for place, rule in enumerate(rules, 1):
        if rule.owner_id in free and rule.fits(case.category_id, rank):
            return routed(rule.owner_id, place)
    if inquirer is Inquirer.DIRECTOR:
        return routed(next((one for one in staff.directors if one in free), None))
    return routed(None)


def barred_from(case: Case) -> frozenset[int]:
    """Return who may not own a complaint: the accused, and who declared an interest."""
    accused = {one.person_id for one in case.accused if one.person_id is not None}
    return frozenset(accused | {one.person_id for one in case.interests})


def why_not_owner(
    case: Case, person_id: int, facts: OfficeFacts, directors: Sequence[int]
) -> Reason | None:
    """Tell by which rule somebody may not own a complaint; None where somebody may."""
    if any(accused.person_id == person_id for accused in case.accused):
        return Reason.OWNER_IS_ACCUSED
    if person_id in barred_from(case):
        return Reason.OWNER_HAS_INTEREST
    if highest_rank(case.accused, facts, directors) is Rank.DIRECTOR:
        return Reason.SUPERIOR_AGENCY
    return None


def highest_rank(
    accused: Iterable[Accused], facts: OfficeFacts, directors: Sequence[int]
) -> Rank | None:
    """Return the highest rank among the accused, as far as what was typed tells."""
    order = tuple(Rank)
    ranks = (rank_of(one, facts, directors) for one in accused)
    known = [rank for rank in ranks if rank is not None]
    return max(known, key=order.index, default=None)


_SPACES = re.compile(r"[\s.]+")
_AREA = "สำนักงานเขตพื้นที่การศึกษา"
_SHORT = (
    ("ผอ", "ผู้อำนวยการ"),
    ("รร", "โรงเรียน"),
    ("สพป", _AREA + "ประถมศึกษา"),
    ("สพม", _AREA + "มัธยมศึกษา"),
)
_ACTING = re.compile(r"^(รักษาการในตำแหน่ง|รักษาราชการแทน|รักษาการแทน|รักษาการ)")
_SCHOOLS = ("โรงเรียน", "สถานศึกษา", "วิทยาลัย", "ศูนย์พัฒนาเด็กเล็ก")
_GROUPS = ("กลุ่ม", "หน่วย", "ส่วน", "ฝ่าย", "งาน")
_DIRECTOR, _DEPUTY = "ผู้อำนวยการ", "รอง"
_PRINCIPALS = ("ครูใหญ่", "อาจารย์ใหญ่", "ผู้บริหารโรงเรียน", "ผู้บริหารสถานศึกษา")
_TEACHERS = ("ครู", "ผู้ช่วยครู", "อาจารย์")
_OF_THE_OFFICE = ("ศึกษานิเทศก์", "เจ้าหน้าที่สำนักงานเขต", "บุคลากรทางการศึกษาอื่น")


def rank_of(accused: Accused, facts: OfficeFacts, directors: Sequence[int]) -> Rank | None:
    """Read an accused person's rank from position and unit; None where they do not tell."""
    if accused.person_id in directors:
        return Rank.DIRECTOR
    position = _ACTING.sub("", _plain(accused.position))
    unit = _plain(accused.unit)
    at_school = any(word in unit for word in _SCHOOLS)
    ours = accused.person_id is not None or _of_this_office(unit, facts)
    if position.startswith(_DIRECTOR):
        return _leader(position, facts, at_school=at_school, ours=ours)
    if position.startswith(_PRINCIPALS):
        return Rank.PRINCIPAL
    if position.startswith(_DEPUTY + _DIRECTOR):
        place = position.removeprefix(_DEPUTY + _DIRECTOR)
        if place.startswith(_SCHOOLS) or (at_school and not place):
            return Rank.SCHOOL_STAFF
        return Rank.OFFICE_STAFF if place or ours else None
    if position.startswith(_TEACHERS) or at_school:
        return Rank.SCHOOL_STAFF
    return Rank.OFFICE_STAFF if ours or position.startswith(_OF_THE_OFFICE) else None


def _leader(position: str, facts: OfficeFacts, *, at_school: bool, ours: bool) -> Rank | None:
    place = position.removeprefix(_DIRECTOR)
    if place.startswith(_SCHOOLS) or (at_school and not place):
        return Rank.PRINCIPAL
    if place.startswith(_GROUPS):
        return Rank.OFFICE_STAFF
    title, name = _plain(facts.director_title), _plain(facts.name)
    if place and (title.startswith(position) or name.startswith((place, "สำนักงาน" + place))):
        return Rank.DIRECTOR
    return Rank.DIRECTOR if ours else None


def _of_this_office(unit: str, facts: OfficeFacts) -> bool:
    if not unit:
        return False
    known = (_plain(facts.name), _plain(facts.group))
    return unit.startswith(_GROUPS) or any(name and name.startswith(unit) for name in known)


def _plain(typed: str) -> str:
    """Write a position or unit without spaces and stops, its usual short forms spelled out."""
    parts = _SPACES.split(thai_digits(typed.replace("ร.ร.", "รร.")))
    return "".join(_spelled(part) for part in parts)


def _spelled(part: str) -> str:
    for short, whole in _SHORT:
        for lead in ("", _DEPUTY):
            if part.startswith(lead + short):
                return lead + whole + part.removeprefix(lead + short)
    return part
