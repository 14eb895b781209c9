"""Close a complaint: how it ended, on what evidence, and why late if it is late."""

from dataclasses import dataclass

from desktop.acts.recording import record, require, text_of
from desktop.acts.standards import standard_of
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.case import Case, StepKind
from desktop.rules.clocks import ClockKind, Verdict
from desktop.rules.complaint import Outcome
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason
from desktop.rules.road import Move
from desktop.rules.thai.dates import official_date
from desktop.rules.travelling import travel

CLOSING = tuple(o for o in Outcome if o not in (Outcome.REFERRED, Outcome.WITHDRAWN))
"""Outcomes a closing may have, in the order they are offered."""


@dataclass(frozen=True, slots=True)
class CloseCase:
    """How it ended; `evidence` tells what shows it, or why there is nothing to show.

    `late_reason` is needed when the resolve clock has run out.
    """

    case_id: int
    outcome: Outcome | None
    evidence: str
    late_reason: str = ""


@dataclass(frozen=True, slots=True)
class Closed:
    """The case that ended, and whether in time."""

    case_id: int
    verdict: Verdict | None
    changes: Changes = Changes.COMPLAINTS


def close(command: CloseCase, desk: Desk, actor: Actor) -> Closed:
    """End a case; its resolve clock stops here and its verdict never moves again."""
    by = require(actor, Permission.CLOSE)
    now = desk.now()
    evidence = text_of(command.evidence, "evidence")
    late_reason = text_of(command.late_reason, "late_reason")
    if command.outcome is None:
        raise Refused(Reason.REQUIRED, field="outcome")
    if not evidence:
        raise Refused(Reason.EVIDENCE_NEEDED, field="evidence")
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        refuse_unfit_outcome(case, command.outcome)
        travel(case, Move.CLOSE, actor, now, standard_of(work, case))
        refuse_late(case, late_reason)
        clock = case.clock(ClockKind.RESOLVE)
        verdict = None if clock is None else clock.verdict
        case.outcome, case.late_reason, case.closed_at = command.outcome, late_reason, now
        work.cases.save(case)
        record(
            work,
            by,
            now,
            case,
            StepKind.CLOSED,
            note=evidence,
            outcome=command.outcome.value,
            verdict=None if verdict is None else verdict.value,
        )
        work.commit()
    return Closed(command.case_id, verdict)


def refuse_unfit_outcome(case: Case, outcome: Outcome) -> None:
    """Refuse an outcome that a closing cannot bring about, or not yet.

    Outside our authority means that it was sent to who has it, and that the petitioner was told.
    """
    if outcome is Outcome.REFERRED:
        raise Refused(Reason.REFERRAL_NEEDED, field="outcome")
    if outcome not in CLOSING:
        raise Refused(Reason.UNKNOWN_CHOICE, field="outcome")
    if outcome is not Outcome.NOT_IN_AUTHORITY:
        return
    if not case.referrals:
        raise Refused(Reason.REFERRAL_NEEDED, field="outcome")
    sent_on = max(one.letter_date for one in case.referrals)
    told = case.contacted_at
    if not case.anonymous and (told is None or official_date(told) < sent_on):
        raise Refused(Reason.PETITIONER_NOT_TOLD, field="outcome", number=str(case.number))


def refuse_late(case: Case, late_reason: str) -> None:
    """Refuse to end late without saying why."""
    clock = case.clock(ClockKind.RESOLVE)
    if clock is not None and clock.verdict is Verdict.MISSED and not late_reason:
        raise Refused(Reason.LATE_REASON_NEEDED, field="late_reason")
