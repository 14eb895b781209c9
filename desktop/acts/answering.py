"""Record that the petitioner was answered: how far the matter is, or how it ended."""

from dataclasses import dataclass
from datetime import datetime

from desktop.acts.recording import record, require
from desktop.acts.standards import standard_of
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.clocks import ClockKind
from desktop.rules.complaint import ContactWay, Status
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason
from desktop.rules.road import Move
from desktop.rules.thai.text import LIMIT, clean_block
from desktop.rules.travelling import travel


@dataclass(frozen=True, slots=True)
class Answer:
    """What the petitioner was told, how, and when."""

    case_id: int
    way: ContactWay
    told_at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Answered:
    """The case whose reply clock stopped."""

    case_id: int
    changes: Changes = Changes.COMPLAINTS


def answer(command: Answer, desk: Desk, actor: Actor) -> Answered:
    """Stop the reply clock by an answer; answering a closed case makes it แจ้งผลแล้ว."""
    by = require(actor, Permission.WORK)
    now = desk.now()
    text = clean_block(command.text)
    if not text:
        raise Refused(Reason.REQUIRED, field="text")
    if len(text) > LIMIT:
        raise Refused(Reason.TOO_LONG, field="text", length=len(text), limit=LIMIT)
    if command.way is ContactWay.NONE:
        raise Refused(Reason.REQUIRED, field="way")
    if command.told_at > now:
        raise Refused(Reason.IN_THE_FUTURE, field="told_at")
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        if command.told_at < case.received_at:
            raise Refused(Reason.BEFORE_RECEIPT, field="told_at")
        case.stop(ClockKind.REPLY, command.told_at)
        case.told(command.told_at)
        if case.status is Status.CLOSED:
            travel(case, Move.INFORM, actor, command.told_at, standard_of(work, case))
        work.cases.save(case)
        record(
            work,
            by,
            now,
            case,
            StepKind.ANSWERED,
            note=text,
            step_at=command.told_at,
            way=command.way.value,
        )
        work.commit()
    return Answered(command.case_id)
