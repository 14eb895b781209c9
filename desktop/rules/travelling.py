"""Travelling the road: the one way in which a case makes a move, with all that the table says."""

from dataclasses import replace
from datetime import date, datetime

from desktop.errors import Refused
from desktop.rules.case import Case
from desktop.rules.clocks import Verdict
from desktop.rules.people import Actor
from desktop.rules.proceedings import Ground, PastCycle, Wait, WaitFor
from desktop.rules.promises import Standard, promise, recount
from desktop.rules.reasons import Reason
from desktop.rules.road import ROAD, Move, allowed


def check(case: Case, move: Move, actor: Actor) -> None:
    """Refuse a move that the road lacks here or that the actor may not make."""
    if not actor.may(ROAD[move].permission):
        raise Refused(Reason.NOT_ALLOWED)
    if not allowed(move, case.status):
        raise Refused(Reason.WRONG_STATUS, field="status", status=case.status.value)
    if case.hidden_at is not None:
        raise Refused(Reason.IS_HIDDEN, field="status", number=str(case.number))


def travel(case: Case, move: Move, actor: Actor, at: datetime, standard: Standard) -> None:
    """Make a move: the open wait ends, the status turns, clocks stop or are owed no more.

    What the move demands is its act's to ask for; clocks that it starts, `begin_anew` starts.
    """
    check(case, move, actor)
    way = ROAD[move]
    if way.target is not None:
        if case.end_wait(at) is not None:
            recount(case, standard)
        case.status = way.target
    for kind in way.stops:
        case.stop(kind, at)
    for kind in way.drops:
        case.drop(kind, at)


def wait(
    case: Case,
    whom: WaitFor,
    actor: Actor,
    at: datetime,
    standard: Standard,
    *,
    reason: str,
    expected_on: date | None = None,
) -> None:
    """Begin to wait for somebody; a wait that is open ends at the same moment."""
    if at < case.cycle_started_at or any(
        one.ended_at is not None and one.ended_at > at for one in case.waits
    ):
        raise Refused(Reason.WAITS_OVERLAP, field="at")
    travel(case, whom.move, actor, at, standard)
    case.waits += (Wait(whom, reason, at, expected_on, cycle=case.cycle),)
    recount(case, standard)


def resume_by_letter(
    case: Case, letter: int, actor: Actor, at: datetime, standard: Standard
) -> None:
    """Go on because a letter came that was waited for; the wait remembers which."""
    travel(case, Move.RESUME, actor, at, standard)
    *others, ended = case.waits
    case.waits = (*others, replace(ended, ended_by=letter))


def wait_again(case: Case, letter: int, standard: Standard) -> bool:
    """Take back that a letter ended a wait, and tell whether the case waits again.

    Where the case has moved on since, the wait stays as it ended.
    """
    ended = next((one for one in case.waits if one.ended_by == letter), None)
    if (
        ended is None
        or ended is not case.waits[-1]
        or ended.cycle != case.cycle
        or case.status is not ROAD[Move.RESUME].target
    ):
        return False
    target = ROAD[ended.whom.move].target
    assert target is not None
    case.waits = (*case.waits[:-1], replace(ended, ended_at=None, ended_by=None))
    case.status = target
    recount(case, standard)
    return True


def ended_at(case: Case, letter: int, at: datetime, standard: Standard) -> None:
    """Let a wait end when the letter that ended it came in truth.

    Where a clock was stopped by what the wait had counted, the wait stays as it ended.
    """
    place = next((n for n, one in enumerate(case.waits) if one.ended_by == letter), None)
    if place is None:
        return
    ended, later = case.waits[place], case.waits[place + 1 :]
    if at < ended.started_at:
        raise Refused(Reason.BEFORE_WAIT, field="received_at")
    if _judged(case, ended, at):
        return
    if later and at > later[0].started_at:
        raise Refused(Reason.WAITS_OVERLAP, field="received_at")
    case.waits = (*case.waits[:place], replace(ended, ended_at=at), *later)
    recount(case, standard)


def _judged(case: Case, wait: Wait, at: datetime) -> bool:
    """Tell whether a clock has ended whose day would be another, had the wait ended then."""
    assert wait.ended_at is not None
    ends = min(wait.ended_at, at)
    return any(
        clock.cycle == wait.cycle
        and clock.kind in wait.whom.pauses
        and clock.stopped_at is not None
        and clock.stopped_at >= ends
        for clock in case.clocks
    )


def begin_anew(
    case: Case, move: Move, actor: Actor, at: datetime, standard: Standard, *, reason: str
) -> None:
    """Begin a new cycle with clocks of its own; the ended one stays as it was."""
    ended = PastCycle(
        case.cycle,
        case.cycle_ground,
        case.cycle_started_at,
        case.status,
        case.closed_at,
        case.outcome,
        case.late_reason,
        reason,
    )
    travel(case, move, actor, at, standard)
    case.hand_over(at)
    case.past += (ended,)
    case.cycle += 1
    case.cycle_ground = Ground.APPEALED if move is Move.APPEAL else Ground.REOPENED
    case.cycle_started_at = at
    case.outcome, case.closed_at, case.late_reason = None, None, ""
    promise(case, standard, ROAD[move].starts)


def count_from(case: Case, start: datetime, standard: Standard) -> None:
    """Count the cycle from another moment: an earlier receipt came in by a merger, or left."""
    case.cycle_started_at = start
    recount(case, standard)


def revive(case: Case, standard: Standard) -> None:
    """Let what a move had dropped be owed again, counted from the cycle's start."""
    case.clocks = tuple(
        replace(clock, stopped_at=None, verdict=Verdict.RUNNING)
        if clock.cycle == case.cycle and clock.verdict is Verdict.DROPPED
        else clock
        for clock in case.clocks
    )
    recount(case, standard)
