"""Moves of the road that only need saying: who moved what, and why."""

from dataclasses import dataclass

from desktop.acts.recording import record, require
from desktop.acts.standards import standard_of
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.clocks import ClockKind
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason
from desktop.rules.road import ROAD, Demand, Move
from desktop.rules.thai.text import clean_block
from desktop.rules.travelling import travel

TOLD: dict[Move, StepKind] = {
    Move.SCREEN: StepKind.SCREENED,
    Move.AWAIT_ORDER: StepKind.LAID_BEFORE,
    Move.START: StepKind.STARTED,
    Move.SEND_BACK: StepKind.SENT_BACK,
    Move.ARCHIVE: StepKind.ARCHIVED,
}
"""The moves made here, and what the timeline calls each."""


@dataclass(frozen=True, slots=True)
class MoveCases:
    """One move for one case or many, with a word on it."""

    case_ids: tuple[int, ...]
    move: Move
    note: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """How many complaints moved."""

    count: int
    changes: Changes = Changes.COMPLAINTS


def move(command: MoveCases, desk: Desk, actor: Actor) -> Moved:
    """Move every case of the selection, or none if one of them refuses."""
    way = ROAD[command.move]
    by = require(actor, way.permission)
    kind = TOLD[command.move]
    note = clean_block(command.note)
    if not command.case_ids:
        raise Refused(Reason.NOTHING_SELECTED)
    if Demand.REASON in way.demands and not note:
        raise Refused(Reason.REQUIRED, field="note")
    now = desk.now()
    with desk.unit(actor) as work:
        for case_id in command.case_ids:
            case = work.cases.get(case_id)
            if command.move is Move.ARCHIVE:
                reply = case.clock(ClockKind.REPLY)
                if reply is not None and reply.stopped_at is None:
                    raise Refused(Reason.PETITIONER_NOT_TOLD, number=str(case.number))
            travel(case, command.move, actor, now, standard_of(work, case))
            work.cases.save(case)
            record(work, by, now, case, kind, note=note)
        work.commit()
    return Moved(len(command.case_ids))
