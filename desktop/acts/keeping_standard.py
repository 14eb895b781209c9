"""Keep the standard: a new version of the time table, in force from a day of receipt on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop.acts.recording import require
from desktop.changes import Changes
from desktop.errors import Refusals, Refused
from desktop.ports import Desk
from desktop.rules.journal import Entry, Value
from desktop.rules.people import Actor, Permission
from desktop.rules.policy import Policy
from desktop.rules.reasons import Reason
from desktop.rules.redating import Preview, Tried, digest_of
from desktop.rules.worktime import BeyondCalendar


@dataclass(frozen=True, slots=True)
class KeepStandard:
    """The new version; its number is given when it is stored."""

    policy: Policy


@dataclass(frozen=True, slots=True)
class StandardKept:
    """The version stored; so many open cases were taken over, and clocks of theirs moved."""

    version: int
    cases: int
    clocks: int
    changes: Changes = Changes.OFFICE | Changes.COMPLAINTS


@dataclass(frozen=True, slots=True)
class StandardPreview:
    """What a version would move, and what it would have done to a period that is over."""

    moved: Preview
    tried: Sequence[Tried]


def checked_standard(policy: Policy) -> Policy:
    """Return a version that can be counted by, or refuse each figure that cannot."""
    figures = {
        "acknowledge": policy.acknowledge,
        "reply": policy.reply,
        "contact_days": policy.contact_days,
        **{f"resolve.{kind.value}": days for kind, days in policy.resolve.items()},
        **{f"shortened.{kind.value}": part for kind, part in policy.shortened.items()},
        **{
            f"provisions.{place}": provision.amount
            for place, provision in enumerate(policy.provisions)
            if provision.amount is not None
        },
    }
    wrong = [Refused(Reason.BAD_NUMBER, field=name) for name, value in figures.items() if value < 1]
    wrong += [
        Refused(Reason.OVER_HUNDRED, field=f"shortened.{kind.value}")
        for kind, part in policy.shortened.items()
        if part > 100
    ]
    rising = list(policy.warn_at) == sorted(set(policy.warn_at))
    if not policy.warn_at or not rising or not set(policy.warn_at) <= set(range(1, 101)):
        wrong.append(Refused(Reason.BAD_WARNINGS, field="warn_at"))
    if wrong:
        raise Refusals(tuple(wrong))
    return policy


def foresee_standard(
    command: KeepStandard, first: date, last: date, desk: Desk, actor: Actor
) -> StandardPreview:
    """Tell what a new version would move, and how a period would have ended under it."""
    require(actor, Permission.KEEP_OFFICE)
    policy = replace(checked_standard(command.policy), version=0)
    try:
        moved = desk.reading.standard_moves(actor, policy)
        return StandardPreview(moved, desk.reading.standard_tried(actor, policy, first, last))
    except BeyondCalendar:
        raise Refused(Reason.CALENDAR_ENDS, field="resolve") from None


def keep_standard(command: KeepStandard, desk: Desk, actor: Actor) -> StandardKept:
    """Store a version; only cases received from its day on are counted by it.

    Where that day has passed, their running clocks are promised and counted anew.
    """
    require(actor, Permission.KEEP_OFFICE)
    now = desk.now()
    with desk.unit(actor) as work:
        version = max(policy.version for policy in work.office.policies()) + 1
        policy = replace(checked_standard(command.policy), version=version)
        work.office.put_policy(policy)
        try:
            moves = work.redating.by_standard(policy)
        except BeyondCalendar:
            raise Refused(Reason.CALENDAR_ENDS, field="resolve") from None
        clocks = sum(len(list(case.moves())) for case in moves)
        facts: dict[str, Value] = {
            "version": version,
            "since": policy.effective_from.isoformat(),
            "cases": len(moves),
            "clocks": clocks,
            "moves": digest_of(moves),
        }
        sequence = work.journal(Entry(now, actor.person_id, "keep_standard", "office", facts))
        work.redating.keep(moves, sequence, now, actor.person_id)
        work.commit()
    return StandardKept(version, len(moves), clocks)
