"""Hand over complaints from one owner to another, or to several, in one step."""

from dataclasses import dataclass

from desktop.acts.assigning import able, refuse_owner
from desktop.acts.recording import record, refuse_gaps, require, text_of
from desktop.changes import Changes
from desktop.errors import Conflict, Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason


@dataclass(frozen=True, slots=True)
class Given:
    """One complaint and who gets it."""

    case_id: int
    owner_id: int


@dataclass(frozen=True, slots=True)
class HandOver:
    """Whose complaints, each with its new owner as it was looked at, and why."""

    from_id: int
    given: tuple[Given, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The complaints that have another owner; at once that may be taken back."""

    case_ids: tuple[int, ...]
    changes: Changes = Changes.COMPLAINTS

    @property
    def count(self) -> int:
        """How many they are."""
        return len(self.case_ids)


def hand_over(command: HandOver, desk: Desk, actor: Actor) -> HandedOver:
    """Give every complaint of the list another owner, or none if one of them refuses.

    Each stays where it stands on its road, and its waits and clocks go on. `Conflict` where one
    of them changed hands or ended since the list was looked at.
    """
    by = require(actor, Permission.ASSIGN)
    reason = text_of(command.reason, "reason")
    if not command.given:
        raise Refused(Reason.NOTHING_SELECTED, field="owner_id")
    refuse_gaps(reason=reason)
    if any(one.owner_id == command.from_id for one in command.given):
        raise Refused(Reason.NOTHING_CHANGED, field="owner_id")
    with desk.unit(actor) as work:
        owners = {one.owner_id: able(work, one.owner_id) for one in command.given}
        for one in command.given:
            case = work.cases.get(one.case_id)
            if case.owner_id != command.from_id or case.finished:
                raise Conflict
            refuse_owner(work, case, owners[one.owner_id], desk)
            case.owner_id = one.owner_id
            work.cases.save(case)
            record(
                work,
                by,
                desk.now(),
                case,
                StepKind.HANDED_OVER,
                note=reason,
                owner=one.owner_id,
                before=command.from_id,
            )
        work.commit()
    return HandedOver(tuple(one.case_id for one in command.given))
