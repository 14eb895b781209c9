"""Record who took over the matter of a child in danger, and when: the same day."""

from dataclasses import dataclass
from datetime import datetime

from desktop.acts.recording import record, refuse_gaps, require, text_of
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason
from desktop.rules.road import ROAD, Move
from desktop.rules.thai.dates import official_date
from desktop.rules.thai.text import clean_line
from desktop.rules.travelling import check


@dataclass(frozen=True, slots=True)
class ProtectChild:
    """Who took it over, and when; `note` says why, where that was not the same day."""

    case_id: int
    receiver: str
    taken_at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChildProtected:
    """The case whose child is being looked after."""

    case_id: int
    changes: Changes = Changes.COMPLAINTS


def protect_child(command: ProtectChild, desk: Desk, actor: Actor) -> ChildProtected:
    """Name who took the child's matter over; a later day than that of receipt needs its reason."""
    by = require(actor, ROAD[Move.PROTECT_CHILD].permission)
    now, receiver = desk.now(), clean_line(command.receiver)
    note = text_of(command.note, "note")
    refuse_gaps(receiver=receiver)
    if command.taken_at > now:
        raise Refused(Reason.IN_THE_FUTURE, field="taken_at")
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        check(case, Move.PROTECT_CHILD, actor)
        if not case.child_danger:
            raise Refused(Reason.CHILD_NOT_IN_DANGER, field="receiver", number=str(case.number))
        if command.taken_at < case.received_at:
            raise Refused(Reason.BEFORE_RECEIPT, field="taken_at")
        if official_date(command.taken_at) > case.received_on and not note:
            raise Refused(Reason.SAME_DAY, field="note")
        case.child_receiver, case.child_taken_at = receiver, command.taken_at
        work.cases.save(case)
        record(
            work,
            by,
            now,
            case,
            StepKind.CHILD_PROTECTED,
            note=" · ".join(part for part in (receiver, note) if part),
            step_at=command.taken_at,
        )
        work.commit()
    return ChildProtected(command.case_id)
