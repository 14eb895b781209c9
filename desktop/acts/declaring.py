"""Declare an interest in a complaint: whoever is too near to it neither owns nor sees it."""

from dataclasses import dataclass

from desktop.acts.recording import Warrant, reason_of, record, require
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.people import Actor, Permission
from desktop.rules.proceedings import Interest
from desktop.rules.reasons import Reason


@dataclass(frozen=True, slots=True)
class DeclareInterest:
    """Whoever gives this command is too near to the matter, and says how."""

    case_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class LiftInterest:
    """An interest that was declared by mistake or has ended."""

    case_id: int
    person_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class Declared:
    """The case that somebody no longer sees, or sees again."""

    case_id: int
    changes: Changes = Changes.COMPLAINTS


def declare_interest(command: DeclareInterest, desk: Desk, actor: Actor) -> Declared:
    """Close a case to the actor; one that the actor owned waits for another owner."""
    reason = reason_of(command.reason)
    now = desk.now()
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        case.interests += (Interest(actor.person_id, now),)
        if case.owner_id == actor.person_id:
            case.owner_id = None
        work.cases.save(case)
        kind = StepKind.INTEREST_DECLARED
        by = Warrant(actor)
        record(work, by, now, case, kind, note=reason, person=actor.person_id)
        work.commit()
    return Declared(command.case_id)


def lift_interest(command: LiftInterest, desk: Desk, actor: Actor) -> Declared:
    """Open a case again to somebody who had declared an interest in it."""
    by = require(actor, Permission.ASSIGN)
    reason = reason_of(command.reason)
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        left = tuple(one for one in case.interests if one.person_id != command.person_id)
        if left == case.interests:
            raise Refused(Reason.NO_INTEREST, number=str(case.number))
        case.interests = left
        work.cases.save(case)
        kind = StepKind.INTEREST_LIFTED
        record(work, by, desk.now(), case, kind, note=reason, person=command.person_id)
        work.commit()
    return Declared(command.case_id)
