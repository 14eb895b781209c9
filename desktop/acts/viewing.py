"""Keep who opened a sealed complaint: one that is restricted, or of a secrecy class."""

from dataclasses import dataclass

from desktop.acts.recording import record
from desktop.changes import Changes
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.people import Actor


@dataclass(frozen=True, slots=True)
class ViewCase:
    """The complaint that is about to be shown to whoever gives this command."""

    case_id: int


@dataclass(frozen=True, slots=True)
class Viewed:
    """The complaint, and whether its opening had to be kept."""

    case_id: int
    kept: bool
    changes: Changes = Changes.NONE


def view_case(command: ViewCase, desk: Desk, actor: Actor) -> Viewed:
    """Write down that the actor opened a sealed complaint; of others nothing is kept."""
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        if not case.sealed:
            return Viewed(command.case_id, kept=False)
        record(work, actor, desk.now(), case, StepKind.VIEWED)
        work.commit()
    return Viewed(command.case_id, kept=True)
