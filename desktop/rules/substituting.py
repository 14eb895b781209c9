"""Who stands in for whom during a leave (ผู้ปฏิบัติหน้าที่แทน), and from when until when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from desktop.rules.people import CASE_WORK, Person, permissions
from desktop.rules.reasons import Reason


@dataclass(frozen=True, slots=True)
class Substitution:
    """One leave and who stands in; both days are local and belong to it.

    It ends by itself after its last day, or before that at `ended_at`.
    """

    absent_id: int
    substitute_id: int
    first_on: date
    last_on: date
    set_by: int
    set_at: datetime
    ended_at: datetime | None = None
    id: int | None = None

    def identity(self) -> int:
        """Return the stored identity; it must have been added."""
        assert self.id is not None
        return self.id

    def meets(self, first: date, last: date) -> bool:
        """Tell whether it still stands on one of these days."""
        return self.ended_at is None and self.first_on <= last and first <= self.last_on


def may_stand_in(absent: Person, substitute: Person) -> bool:
    """Tell whether somebody is there and may do all that an absent person does in complaints."""
    theirs = CASE_WORK & permissions(absent.roles)
    return substitute.active and theirs <= permissions(substitute.roles)


def why_not_substitute(
    absent: Person, substitute: Person, first: date, last: date, others: Iterable[Substitution]
) -> Reason | None:
    """Tell by which rule somebody may not stand in; None where somebody may.

    A substitute is there, may do all that the absent person does in complaints, and nobody stands
    in for who stands in for another: each complaint is in somebody's hands on each day.
    """
    if not may_stand_in(absent, substitute):
        return Reason.SUBSTITUTE_MAY_LESS
    if substitute.id == absent.id:
        return Reason.SUBSTITUTE_AWAY
    then = [one for one in others if one.meets(first, last)]
    if any(one.absent_id == absent.id for one in then):
        return Reason.SUBSTITUTED_ALREADY
    if any(one.absent_id == substitute.id for one in then):
        return Reason.SUBSTITUTE_AWAY
    if any(one.substitute_id == absent.id for one in then):
        return Reason.STANDS_IN_ALREADY
    return None
