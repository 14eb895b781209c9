"""Keep who opened a sealed complaint: one that is restricted, or of a secrecy class."""

from dataclasses import dataclass

from desktop.acts.recording import Warrant, record
from desktop.changes import Changes
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.people import Actor


@dataclass(frozen=True, slots=True)
class ViewCases:
    """The complaints of which something is about to be shown to whoever gives this command."""

    case_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Viewed:
    """The complaints whose opening had to be kept."""

    kept: tuple[int, ...]
    changes: Changes = Changes.NONE


def view_cases(command: ViewCases, desk: Desk, actor: Actor) -> Viewed:
    """Write down that the actor opened what is sealed; of other complaints nothing is kept."""
    with desk.unit(actor) as work:
        cases = [work.cases.get(case_id) for case_id in dict.fromkeys(command.case_ids)]
        sealed = [case for case in cases if case.sealed]
        for case in sealed:
            record(work, Warrant(actor), desk.now(), case, StepKind.VIEWED)
        if sealed:
            work.commit()
    return Viewed(tuple(case.identity() for case in sealed))
