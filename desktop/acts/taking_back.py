"""Take back an assignment that was made by mistake, at once and while nothing came of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

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
"""So long an assignment can be taken back; later the new owner may count on it."""


@dataclass(frozen=True, slots=True)
class TakeBack:
    """The complaints whose last assignment was a mistake."""

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
            _take_back_one(work, work.cases.get(case_id), by, desk.now())
        work.commit()
    return TakenBack(len(command.case_ids))


def _take_back_one(work: UnitOfWork, case: Case, by: Warrant, now: datetime) -> None:
    step = work.cases.last_step(case.identity())
    if step is None or not _may_be_taken_back(step, by.actor, now):
        raise Refused(Reason.DONE_SINCE, number=str(case.number))
    owner, status = step.facts["owner_before"], Status(str(step.facts["status_before"]))
    priority = Priority(str(step.facts["priority_before"]))
    case.owner_id = None if owner is None else int(str(owner))
    case.status = status
    if priority is not case.priority:
        case.priority = priority
        recount(case, standard_of(work, case))
    work.cases.save(case)
    record(
        work,
        by,
        now,
        case,
        StepKind.ASSIGNMENT_UNDONE,
        owner=case.owner_id,
        priority=priority.value,
    )


def _may_be_taken_back(step: Step, actor: Actor, now: datetime) -> bool:
    """Tell whether the last thing done is this actor's own assignment, just now.

    A wait that it ended and a day that it ordered are not as if they had never been.
    """
    facts = step.facts
    return (
        step.kind is StepKind.ASSIGNED
        and step.actor_id == actor.person_id
        and now - step.at <= AT_ONCE
        and "status_before" in facts
        and facts.get("due") is None
        and Status(str(facts["status_before"])) not in WAITING
    )
