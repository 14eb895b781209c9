"""Close a complaint: how it ended, on what evidence, and why late if it is late."""

from dataclasses import dataclass

from desktop.acts.recording import record, require
from desktop.acts.standards import standard_of
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.clocks import ClockKind, Verdict
from desktop.rules.complaint import Outcome
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason
from desktop.rules.road import Move
from desktop.rules.thai.text import LIMIT, clean_block
from desktop.rules.travelling import travel

BY_REFERRAL = frozenset({Outcome.REFERRED, Outcome.NOT_IN_AUTHORITY})
"""Outcomes that only a referral may bring about."""
BY_WITHDRAWAL = frozenset({Outcome.WITHDRAWN})
"""Outcomes that only a withdrawal may bring about."""
CLOSING = tuple(o for o in Outcome if o not in BY_REFERRAL | BY_WITHDRAWAL)
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
    require(actor, Permission.CLOSE)
    now = desk.now()
    evidence = _text(command.evidence, "evidence")
    late_reason = _text(command.late_reason, "late_reason")
    if command.outcome is None:
        raise Refused(Reason.REQUIRED, field="outcome")
    if command.outcome in BY_REFERRAL:
        raise Refused(Reason.REFERRAL_NEEDED, field="outcome")
    if command.outcome not in CLOSING:
        raise Refused(Reason.UNKNOWN_CHOICE, field="outcome")
    if not evidence:
        raise Refused(Reason.EVIDENCE_NEEDED, field="evidence")
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        travel(case, Move.CLOSE, actor, now, standard_of(work, case))
        clock = case.clock(ClockKind.RESOLVE)
        verdict = None if clock is None else clock.verdict
        if verdict is Verdict.MISSED and not late_reason:
            raise Refused(Reason.LATE_REASON_NEEDED, field="late_reason")
        case.outcome, case.late_reason, case.closed_at = command.outcome, late_reason, now
        work.cases.save(case)
        record(
            work,
            actor,
            now,
            case,
            StepKind.CLOSED,
            note=evidence,
            outcome=command.outcome.value,
            verdict=None if verdict is None else verdict.value,
        )
        work.commit()
    return Closed(command.case_id, verdict)


def _text(typed: str, field: str) -> str:
    text = clean_block(typed)
    if len(text) > LIMIT:
        raise Refused(Reason.TOO_LONG, field=field, length=len(text), limit=LIMIT)
    return text
