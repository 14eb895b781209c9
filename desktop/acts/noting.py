"""Note a step taken in a case."""

from dataclasses import dataclass

from desktop.acts.recording import record, require
from desktop.acts.standards import standard_of
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.complaint import Status
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason
from desktop.rules.road import Move
from desktop.rules.routing import barred_from
from desktop.rules.thai.text import LIMIT, clean_block
from desktop.rules.travelling import travel


@dataclass(frozen=True, slots=True)
class NoteStep:
    """What was done, in the words of whoever did it."""

    case_id: int
    text: str


@dataclass(frozen=True, slots=True)
class Noted:
    """The case whose timeline grew."""

    case_id: int
    changes: Changes = Changes.COMPLAINTS


def note(command: NoteStep, desk: Desk, actor: Actor) -> Noted:
    """Write a step on the timeline; the owner's first step starts the work. No clock is touched."""
    by = require(actor, Permission.WORK)
    text = clean_block(command.text)
    if not text:
        raise Refused(Reason.REQUIRED, field="text")
    if len(text) > LIMIT:
        raise Refused(Reason.TOO_LONG, field="text", length=len(text), limit=LIMIT)
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        if case.status is Status.ASSIGNED and actor.has_in_hand(case.owner_id, barred_from(case)):
            travel(case, Move.START, actor, desk.now(), standard_of(work, case))
            work.cases.save(case)
        record(work, by, desk.now(), case, StepKind.NOTED, note=text)
        work.commit()
    return Noted(command.case_id)
