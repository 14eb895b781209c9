"""Register a complaint that repeats an earlier one, and let it go on in that, at one stroke."""

from dataclasses import dataclass

from desktop.acts.merging import go_on_in, merger
from desktop.acts.recording import refuse_gaps, require, text_of
from desktop.acts.registering import (
    RegisterComplaint,
    Registered,
    allowed,
    answer,
    entered,
)
from desktop.changes import Changes
from desktop.ports import Desk
from desktop.rules.complaint import Status
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.people import Actor
from desktop.rules.road import ROAD, Move


@dataclass(frozen=True, slots=True)
class TakeIn:
    """What was typed, the earlier complaint that it repeats, and in what."""

    complaint: RegisterComplaint
    into_id: int
    reason: str

    @property
    def key(self) -> str:
        """The key of what was typed, which makes a retry harmless."""
        return self.complaint.key


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What the register answered, and the complaint in which it goes on."""

    registered: Registered
    into_id: int
    into_number: ComplaintNumber
    changes: Changes = Changes.COMPLAINTS | Changes.FILES


def take_in(command: TakeIn, desk: Desk, actor: Actor) -> TakenIn:
    """Give a complaint its number and merge it: both are so, or neither is.

    A retry finds it registered or even merged, and does only what is left.
    """
    by = allowed(command.complaint, actor)
    merging = require(actor, ROAD[Move.MERGE].permission)
    reason = text_of(command.reason, "reason")
    refuse_gaps(reason=reason)
    with desk.unit(actor) as work:
        before = work.saved(command.complaint.key)
        if before is None:
            case = entered(work, command.complaint, desk, by)
        else:
            case = work.cases.get(before.subject_id)
        into = work.cases.get(command.into_id)
        links = work.links.of(case.identity())
        done = case.status is Status.MERGED and merger(links, case.identity())
        if not done or done.to_id != command.into_id:
            go_on_in(work, case, into, merging, desk.now(), reason)
            work.commit()
    return TakenIn(answer(case), command.into_id, into.number)
