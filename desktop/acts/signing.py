"""Record that a visitor signed what was read back: only then is it theirs."""

from dataclasses import dataclass, replace

from desktop.acts.recording import record, require
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.complaint import ChannelKind
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason


@dataclass(frozen=True, slots=True)
class Sign:
    """The complaint that was printed, read back to the visitor and signed."""

    case_id: int


@dataclass(frozen=True, slots=True)
class Signed:
    """The complaint that is signed."""

    case_id: int
    changes: Changes = Changes.COMPLAINTS


def sign(command: Sign, desk: Desk, actor: Actor) -> Signed:
    """Keep that a visitor signed; signed already, nothing more is done."""
    by = require(actor, Permission.REGISTER)
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        if case.channel_kind is not ChannelKind.WALK_IN:
            raise Refused(Reason.ONLY_VISITORS_SIGN)
        if not case.intake.statement_signed:
            case.intake = replace(case.intake, statement_signed=True)
            work.cases.save(case)
            record(work, by, desk.now(), case, StepKind.SIGNED)
            work.commit()
    return Signed(command.case_id)
