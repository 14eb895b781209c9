"""What handing over somebody's complaints would do, before it is done."""

from dataclasses import dataclass

from desktop.rules.complaint import Status
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.reasons import Reason


@dataclass(frozen=True, slots=True)
class Handed:
    """A complaint that moves, and who gets it."""

    case_id: int
    number: ComplaintNumber
    subject: str
    status: Status
    owner_id: int
    owner: str


@dataclass(frozen=True, slots=True)
class Staying:
    """A complaint that may not move, and by which rule."""

    number: ComplaintNumber
    why: Reason


@dataclass(frozen=True, slots=True)
class HandOverPlan:
    """Everything open that somebody owns: what moves and what stays, by number."""

    moves: tuple[Handed, ...]
    stays: tuple[Staying, ...]
