"""Let an ended matter begin anew: on our own finding, or because its result is contested."""

from dataclasses import dataclass, replace

from desktop.acts.receiving import ReceiveLetter, keep_letter
from desktop.acts.recording import record, refuse_gaps, require, text_of
from desktop.acts.standards import standard_of
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason
from desktop.rules.road import ROAD, Move
from desktop.rules.travelling import begin_anew


@dataclass(frozen=True, slots=True)
class Reopen:
    """The ended case, and why it begins anew."""

    case_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class Appeal:
    """The letter that contests the result, and on what ground it does."""

    letter: ReceiveLetter
    reason: str


@dataclass(frozen=True, slots=True)
class Reopened:
    """The case, and the cycle that began."""

    case_id: int
    cycle: int
    changes: Changes = Changes.COMPLAINTS


def reopen(command: Reopen, desk: Desk, actor: Actor) -> Reopened:
    """Begin a new cycle now; the days in which it was closed count in neither."""
    by = require(actor, ROAD[Move.REOPEN].permission)
    now, reason = desk.now(), text_of(command.reason, "reason")
    refuse_gaps(reason=reason)
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        begin_anew(case, Move.REOPEN, actor, now, standard_of(work, case), reason=reason)
        work.cases.save(case)
        record(work, by, now, case, StepKind.REOPENED, note=reason, cycle=case.cycle)
        work.commit()
    return Reopened(command.case_id, case.cycle)


def appeal(command: Appeal, desk: Desk, actor: Actor) -> Reopened:
    """Begin a new cycle with the letter that asks for it, from the moment it came."""
    by = require(actor, ROAD[Move.APPEAL].permission)
    now, reason = desk.now(), text_of(command.reason, "reason")
    refuse_gaps(reason=reason)
    # The new cycle's own clocks answer the letter, and what it waited for has ended.
    letter = replace(command.letter, reply_needed=False, ends_wait=False)
    with desk.unit(actor) as work:
        before = work.saved(letter.key)
        case = work.cases.get(letter.case_id)
        if before is not None:
            return Reopened(letter.case_id, case.cycle)
        if case.closed_at is not None and letter.received_at < case.closed_at:
            raise Refused(Reason.BEFORE_CLOSING, field="received_at", number=str(case.number))
        kept = keep_letter(work, case, letter, by, now)
        begin_anew(
            case, Move.APPEAL, actor, letter.received_at, standard_of(work, case), reason=reason
        )
        work.cases.save(case)
        record(
            work,
            by,
            now,
            case,
            StepKind.APPEALED,
            note=reason,
            step_at=letter.received_at,
            cycle=case.cycle,
            incoming=kept.incoming_id,
        )
        work.commit()
    return Reopened(letter.case_id, case.cycle)
