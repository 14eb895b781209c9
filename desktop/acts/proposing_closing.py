"""Propose that a case be closed: how it ends, and what shows it. Another decides."""

from dataclasses import dataclass

from desktop.acts.closing import refuse_unfit_outcome
from desktop.acts.recording import record, refuse_gaps, require, text_of
from desktop.acts.standards import standard_of
from desktop.changes import Changes
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.complaint import Outcome
from desktop.rules.people import Actor
from desktop.rules.road import ROAD, Move
from desktop.rules.travelling import travel


@dataclass(frozen=True, slots=True)
class ProposeClosing:
    """How it is to end; `evidence` tells what shows it, or why there is nothing to show."""

    case_id: int
    outcome: Outcome | None
    evidence: str


@dataclass(frozen=True, slots=True)
class ClosingProposed:
    """The case that waits for the decision."""

    case_id: int
    changes: Changes = Changes.COMPLAINTS


def propose_closing(command: ProposeClosing, desk: Desk, actor: Actor) -> ClosingProposed:
    """Lay a finished case before whoever closes; its clock runs until it is closed."""
    by = require(actor, ROAD[Move.PROPOSE_CLOSING].permission)
    now = desk.now()
    evidence = text_of(command.evidence, "evidence")
    refuse_gaps(outcome=command.outcome, evidence=evidence)
    assert command.outcome is not None
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        travel(case, Move.PROPOSE_CLOSING, actor, now, standard_of(work, case))
        refuse_unfit_outcome(case, command.outcome)
        work.cases.save(case)
        record(
            work,
            by,
            now,
            case,
            StepKind.CLOSING_PROPOSED,
            note=evidence,
            outcome=command.outcome.value,
        )
        work.commit()
    return ClosingProposed(command.case_id)
