"""Record that the petitioner was told by word of mouth that the matter was received."""

from dataclasses import dataclass
from datetime import datetime

from desktop.acts.recording import record, require
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.clocks import ClockKind
from desktop.rules.complaint import ChannelKind
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason


@dataclass(frozen=True, slots=True)
class AcknowledgeOrally:
    """The petitioner heard the number, on the phone or at the counter, at this moment."""

    case_id: int
    told_at: datetime


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """The case whose acknowledge clock stopped."""

    case_id: int
    changes: Changes = Changes.COMPLAINTS


def acknowledge_orally(command: AcknowledgeOrally, desk: Desk, actor: Actor) -> Acknowledged:
    """Stop the acknowledge clock by word of mouth; only calls and visits can be answered so."""
    by = require(actor, Permission.REGISTER)
    now = desk.now()
    if command.told_at > now:
        raise Refused(Reason.IN_THE_FUTURE, field="told_at")
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        if command.told_at < case.received_at:
            raise Refused(Reason.BEFORE_RECEIPT, field="told_at")
        if case.channel_kind not in (ChannelKind.PHONE, ChannelKind.WALK_IN):
            raise Refused(Reason.LETTER_NEEDED, field="told_at")
        case.stop(ClockKind.ACKNOWLEDGE, command.told_at)
        case.told(command.told_at)
        work.cases.save(case)
        record(
            work,
            by,
            now,
            case,
            StepKind.ACKNOWLEDGED,
            step_at=command.told_at,
            orally=True,
        )
        work.commit()
    return Acknowledged(command.case_id)
