"""Take back who was given a complaint by mistake, at once and while nothing came of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.acts.assigning import able, refuse_owner
from desktop.acts.recording import Warrant, record, require
from desktop.acts.standards import standard_of
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk, UnitOfWork
from desktop.rules.case import Case, Step, StepKind
from desktop.rules.complaint import Status
from desktop.rules.people import Actor, Permission
from desktop.rules.priority import Priority
from desktop.rules.promises import recount
from desktop.rules.reasons import Reason
from desktop.rules.road import WAITING

AT_ONCE = timedelta(minutes=15)
"""So long it can be taken back; later the new owner may count on it."""


@dataclass(frozen=True, slots=True)
class TakeBack:
    """The complaints whose last assignment, or handing over, was a mistake."""

    case_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TakenBack:
    """How many complaints are as they were before."""

    count: int
    changes: Changes = Changes.COMPLAINTS


def take_back(command: TakeBack, desk: Desk, actor: Actor) -> TakenBack:
    """Give every complaint its owner, priority and status of before, or none if one has gone on.

    The mistake and its taking back both stay on the timeline.
    """
    by = require(actor, Permission.ASSIGN)
    if not command.case_ids:
        raise Refused(Reason.NOTHING_SELECTED)
    with desk.unit(actor) as work:
        for case_id in command.case_ids:
            _take_back_one(work, work.cases.get(case_id), by, desk)
        work.commit()
    return TakenBack(len(command.case_ids))


def _take_back_one(work: UnitOfWork, case: Case, by: Warrant, desk: Desk) -> None:
    step = work.cases.last_step(case.identity())
    if step is None or not _just_done(step, by.actor, desk.now()):
        raise Refused(Reason.DONE_SINCE, number=str(case.number))
    if step.kind is StepKind.HANDED_OVER:
        _hand_back(work, case, step, desk)
        undone = StepKind.HAND_OVER_UNDONE
    elif step.kind is StepKind.ASSIGNED and _may_be_unassigned(step):
        _unassign(work, case, step)
        undone = StepKind.ASSIGNMENT_UNDONE
    else:
        raise Refused(Reason.DONE_SINCE, number=str(case.number))
    work.cases.save(case)
    owner, priority = case.owner_id, case.priority.value
    record(work, by, desk.now(), case, undone, owner=owner, priority=priority)


def _just_done(step: Step, actor: Actor, now: datetime) -> bool:
    """Tell whether the last thing done is this actor's own, and of just now."""
    return step.actor_id == actor.person_id and now - step.at <= AT_ONCE


def _hand_back(work: UnitOfWork, case: Case, step: Step, desk: Desk) -> None:
    """Give a complaint back to whom it was taken from, who must still be able to work on it."""
    before = able(work, int(str(step.facts["before"])))
    refuse_owner(work, case, before, desk)
    case.owner_id = before.id


def _may_be_unassigned(step: Step) -> bool:
    """Tell whether an assignment left nothing behind.

    A wait that it ended and a day that it ordered are not as if they had never been.
    """
    facts = step.facts
    return (
        "status_before" in facts
        and facts.get("due") is None
        and Status(str(facts["status_before"])) not in WAITING
    )


def _unassign(work: UnitOfWork, case: Case, step: Step) -> None:
    owner, status = step.facts["owner_before"], Status(str(step.facts["status_before"]))
    priority = Priority(str(step.facts["priority_before"]))
    case.owner_id = None if owner is None else int(str(owner))
    case.status = status
    if priority is not case.priority:
        case.priority = priority
        recount(case, standard_of(work, case))
