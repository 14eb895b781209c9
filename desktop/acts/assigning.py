"""Assign complaints: set priority, owner and due day, one or many at once."""

from dataclasses import dataclass, replace
from datetime import date

from desktop.acts.recording import Warrant, record, require
from desktop.acts.standards import standard_of
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk, UnitOfWork
from desktop.rules.case import Case, StepKind
from desktop.rules.clocks import ClockKind, Origin
from desktop.rules.counting import end_of_office_day
from desktop.rules.journal import Value
from desktop.rules.people import Actor, Permission, Person
from desktop.rules.priority import Priority
from desktop.rules.promises import recount
from desktop.rules.reasons import Reason
from desktop.rules.road import WAITING, Move
from desktop.rules.routing import why_not_owner
from desktop.rules.thai.dates import official_date
from desktop.rules.thai.text import clean_block
from desktop.rules.travelling import travel
from desktop.rules.worktime import WorkCalendar


@dataclass(frozen=True, slots=True)
class AssignCases:
    """What the supervisor decided; None leaves a thing as it is.

    `due_on` is a day ordered for finishing; it replaces the standard's.
    """

    case_ids: tuple[int, ...]
    priority: Priority | None = None
    owner_id: int | None = None
    due_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Assigned:
    """The complaints that were assigned, and whether that may be taken back at once.

    A day that was ordered stands: it may have been told already.
    """

    case_ids: tuple[int, ...]
    undoable: bool
    changes: Changes = Changes.COMPLAINTS

    @property
    def count(self) -> int:
        """How many they are."""
        return len(self.case_ids)


def assign(command: AssignCases, desk: Desk, actor: Actor) -> Assigned:
    """Assign every case of the selection, or none if one of them refuses."""
    by = require(actor, Permission.ASSIGN)
    if not command.case_ids:
        raise Refused(Reason.NOTHING_SELECTED)
    if command.priority is None and command.owner_id is None and command.due_on is None:
        raise Refused(Reason.NOTHING_CHANGED, field="owner_id")
    with desk.unit(actor) as work:
        owner = None if command.owner_id is None else able(work, command.owner_id)
        undoable = command.due_on is None
        for case_id in command.case_ids:
            case = work.cases.get(case_id)
            undoable = undoable and case.status not in WAITING
            _assign_one(work, command, case, owner, desk, by)
        work.commit()
    return Assigned(command.case_ids, undoable)


def able(work: UnitOfWork, person_id: int) -> Person:
    """Load somebody who is to own complaints, or refuse one whose roles do not work on any."""
    owner = work.people.get(person_id)
    if not (owner.active and owner.actor().may(Permission.WORK)):
        raise Refused(Reason.OWNER_CANNOT_WORK, field="owner_id", name=owner.name)
    return owner


def refuse_owner(work: UnitOfWork, case: Case, owner: Person, desk: Desk) -> None:
    """Refuse an owner who is accused in a case or too near to it."""
    facts = work.office.facts(official_date(desk.now()))
    assert facts is not None
    why = why_not_owner(case, owner.identity(), facts, work.people.staff().directors)
    if why is not None:
        raise Refused(why, field="owner_id", number=str(case.number))


def _assign_one(
    work: UnitOfWork,
    command: AssignCases,
    case: Case,
    owner: Person | None,
    desk: Desk,
    by: Warrant,
) -> None:
    if case.finished:
        raise Refused(Reason.WRONG_STATUS, field="status", status=case.status.value)
    standard, before = standard_of(work, case), case_before(case)
    if owner is not None:
        refuse_owner(work, case, owner, desk)
        travel(case, Move.ASSIGN, by.actor, desk.now(), standard)
        case.owner_id = owner.id
    if command.priority is not None and command.priority is not case.priority:
        case.priority = command.priority
        recount(case, standard)
    if command.due_on is not None:
        _order_due(case, command.due_on, standard.calendar)
    work.cases.save(case)
    record(
        work,
        by,
        desk.now(),
        case,
        StepKind.ASSIGNED,
        note=clean_block(command.note),
        owner=case.owner_id,
        priority=case.priority.value,
        due=None if command.due_on is None else command.due_on.isoformat(),
        **before,  # type: ignore[arg-type]
    )


def case_before(case: Case) -> dict[str, Value]:
    """Return what an assignment changes, as it is: to be told and, at once, taken back."""
    return {
        "owner_before": case.owner_id,
        "priority_before": case.priority.value,
        "status_before": case.status.value,
    }


def _order_due(case: Case, due_on: date, calendar: WorkCalendar) -> None:
    if due_on < official_date(case.received_at):
        raise Refused(Reason.DUE_BEFORE_RECEIPT, field="due_on", number=str(case.number))
    clock = case.clock(ClockKind.RESOLVE) or case.clock(ClockKind.REPLY)
    if clock is None or clock.stopped_at is not None or clock.target is None:
        raise Refused(Reason.NO_CLOCK, field="due_on", number=str(case.number))
    at = end_of_office_day(due_on, calendar)
    target = replace(clock.target, origin=Origin.GIVEN)
    case.replace_clock(replace(clock, target=target, due_at=at))
