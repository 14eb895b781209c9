"""Hide a complaint that should not be in the register, and bring it back; nothing is deleted."""

from dataclasses import dataclass

from desktop.acts.recording import record, refuse_gaps, require, text_of
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason
from desktop.rules.road import ROAD, Move
from desktop.rules.travelling import check


@dataclass(frozen=True, slots=True)
class Hide:
    """The complaint, and why it leaves the lists."""

    case_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class Restore:
    """The hidden complaint, and why it comes back."""

    case_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class Hidden:
    """The complaint that went or came back."""

    case_id: int
    changes: Changes = Changes.COMPLAINTS


def hide(command: Hide, desk: Desk, actor: Actor) -> Hidden:
    """Take a complaint out of every list, count and search; its number stays with it."""
    by = require(actor, ROAD[Move.HIDE].permission)
    now, reason = desk.now(), text_of(command.reason, "reason")
    refuse_gaps(reason=reason)
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        check(case, Move.HIDE, actor)
        case.hidden_at = now
        work.cases.save(case)
        record(work, by, now, case, StepKind.HIDDEN, note=reason)
        work.commit()
    return Hidden(command.case_id)


def restore(command: Restore, desk: Desk, actor: Actor) -> Hidden:
    """Bring a hidden complaint back as it was."""
    by = require(actor, ROAD[Move.RESTORE].permission)
    now, reason = desk.now(), text_of(command.reason, "reason")
    refuse_gaps(reason=reason)
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        if case.hidden_at is None:
            raise Refused(Reason.NOT_HIDDEN, field="reason", number=str(case.number))
        case.hidden_at = None
        work.cases.save(case)
        record(work, by, now, case, StepKind.RESTORED, note=reason)
        work.commit()
    return Hidden(command.case_id)
