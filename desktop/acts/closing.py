"""Close a complaint: how it ended, on what evidence, and why late if it is late."""

from dataclasses import dataclass
from datetime import datetime

from desktop.acts.recording import Warrant, record, require, text_of
from desktop.acts.standards import standard_of
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk, UnitOfWork
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
class Ending:
    """How something ended, made clean."""

    outcome: Outcome
    evidence: str
    late_reason: str


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
    ending = ending_of(command.outcome, command.evidence, command.late_reason)
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        verdict = judge(work, case, ending, actor, now)
        keep_closed(work, case, ending, by, now, verdict)
        work.commit()
    return Closed(command.case_id, verdict)


def ending_of(outcome: Outcome | None, evidence: str, late_reason: str) -> Ending:
    """Return how something ended, or refuse what is missing or too long."""
    shown = text_of(evidence, "evidence")
    late = text_of(late_reason, "late_reason")
    if outcome is None:
        raise Refused(Reason.REQUIRED, field="outcome")
    if not shown:
        raise Refused(Reason.EVIDENCE_NEEDED, field="evidence")
    return Ending(outcome, shown, late)


def judge(
    work: UnitOfWork, case: Case, ending: Ending, actor: Actor, now: datetime
) -> Verdict | None:
    """End a case in hand, or refuse; nothing of it is stored. Return whether it was in time."""
    refuse_unfit_outcome(case, ending.outcome)
    travel(case, Move.CLOSE, actor, now, standard_of(work, case))
    refuse_late(case, ending.late_reason)
    clock = case.clock(ClockKind.RESOLVE)
    verdict = None if clock is None else clock.verdict
    case.outcome, case.closed_at = ending.outcome, now
    # Of many closed alike only those that are late have a reason why.
    case.late_reason = ending.late_reason if verdict is Verdict.MISSED else ""
    return verdict


def keep_closed(
    work: UnitOfWork,
    case: Case,
    ending: Ending,
    by: Warrant,
    now: datetime,
    verdict: Verdict | None,
) -> None:
    """Store a case that was judged to end, with its entry."""
    work.cases.save(case)
    record(
        work,
        by,
        now,
        case,
        StepKind.CLOSED,
        note=ending.evidence,
        outcome=ending.outcome.value,
        verdict=None if verdict is None else verdict.value,
    )


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
