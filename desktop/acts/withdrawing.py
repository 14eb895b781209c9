"""Record that the petitioner withdrew; a case of misconduct goes on all the same."""

from dataclasses import dataclass

from desktop.acts.closing import refuse_late
from desktop.acts.recording import record, refuse_gaps, require, text_of
from desktop.acts.standards import standard_of
from desktop.changes import Changes
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.complaint import Outcome
from desktop.rules.people import Actor
from desktop.rules.road import ROAD, Move
from desktop.rules.travelling import check, travel


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Why, and the paper that says so; `late_reason` where the resolve clock has run out."""

    case_id: int
    reason: str
    paper: str
    late_reason: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The case, and whether it goes on because it is about misconduct."""

    case_id: int
    goes_on: bool
    changes: Changes = Changes.COMPLAINTS


def withdraw(command: Withdraw, desk: Desk, actor: Actor) -> Withdrawn:
    """End a case at the petitioner's wish; wrongs of officials are not the petitioner's to drop."""
    by = require(actor, ROAD[Move.WITHDRAW].permission)
    now = desk.now()
    reason, paper = text_of(command.reason, "reason"), text_of(command.paper, "paper")
    late_reason = text_of(command.late_reason, "late_reason")
    refuse_gaps(reason=reason, paper=paper)
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        category = work.office.category(case.category_id)
        goes_on = category.corruption or category.against_officials
        if goes_on:
            check(case, Move.WITHDRAW, actor)
        else:
            travel(case, Move.WITHDRAW, actor, now, standard_of(work, case))
            refuse_late(case, late_reason)
            case.outcome, case.closed_at = Outcome.WITHDRAWN, now
            case.late_reason = late_reason
            work.cases.save(case)
        record(
            work,
            by,
            now,
            case,
            StepKind.WITHDRAWN,
            note=f"{reason} · {paper}",
            goes_on=goes_on,
        )
        work.commit()
    return Withdrawn(command.case_id, goes_on)
