"""Merge a complaint into the one it repeats, and undo that within thirty days."""

from dataclasses import dataclass, replace
from datetime import datetime

from desktop.acts.recording import Warrant, record, refuse_gaps, require, text_of
from desktop.acts.standards import standard_of
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk, UnitOfWork
from desktop.rules.case import Case, StepKind
from desktop.rules.clocked import Clock
from desktop.rules.clocks import ClockKind
from desktop.rules.complaint import Status
from desktop.rules.links import UNDOABLE, Link, LinkKind
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason
from desktop.rules.road import OPEN, ROAD, Move
from desktop.rules.travelling import count_from, revive, travel


@dataclass(frozen=True, slots=True)
class Merge:
    """The complaint that repeats another, the one it goes on in, and why."""

    case_id: int
    into_id: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Unmerge:
    """The complaint that was merged, and why it was not the same."""

    case_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The two complaints."""

    case_id: int
    into_id: int
    changes: Changes = Changes.COMPLAINTS


def merge(command: Merge, desk: Desk, actor: Actor) -> Merged:
    """Let a complaint go on in another: counted once, from the earlier of the two receipts."""
    by = require(actor, ROAD[Move.MERGE].permission)
    now, reason = desk.now(), text_of(command.reason, "reason")
    refuse_gaps(other=command.into_id, reason=reason)
    assert command.into_id is not None
    if command.into_id == command.case_id:
        raise Refused(Reason.SAME_CASE, field="other")
    with desk.unit(actor) as work:
        case, into = work.cases.get(command.case_id), work.cases.get(command.into_id)
        go_on_in(work, case, into, by, now, reason)
        work.commit()
    return Merged(command.case_id, command.into_id)


def go_on_in(
    work: UnitOfWork, case: Case, into: Case, by: Warrant, now: datetime, reason: str
) -> None:
    """Let a complaint go on in another that is open; both remember it, nothing is committed."""
    if into.status is Status.MERGED:
        raise Refused(Reason.MERGED_ALREADY, field="other", number=str(into.number))
    if into.status not in OPEN:
        raise Refused(Reason.WRONG_STATUS, field="other", status=into.status.value)
    _hand_on_senders_day(case, into)
    travel(case, Move.MERGE, by.actor, now, standard_of(work, case))
    if into.cycle == 1 and case.cycle_started_at < into.cycle_started_at:
        count_from(into, case.cycle_started_at, standard_of(work, into))
    ids = (case.identity(), into.identity())
    work.links.add(Link(LinkKind.MERGED, *ids, now, by.actor.person_id, reason))
    _keep_both(work, case, into)
    number, other = str(case.number), str(into.number)
    record(work, by, now, case, StepKind.MERGED, note=reason, other=other)
    record(work, by, now, into, StepKind.TOOK_IN, note=reason, other=number)


def unmerge(command: Unmerge, desk: Desk, actor: Actor) -> Merged:
    """Let a merged complaint stand by itself again; what it owed, it owes from its own receipt."""
    by = require(actor, ROAD[Move.UNMERGE].permission)
    now, reason = desk.now(), text_of(command.reason, "reason")
    refuse_gaps(reason=reason)
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        travel(case, Move.UNMERGE, actor, now, standard_of(work, case))
        link = merger(work.links.of(command.case_id), command.case_id)
        if now - link.made_at > UNDOABLE:
            raise Refused(Reason.MERGER_TOO_OLD, field="reason", days=UNDOABLE.days)
        into = work.cases.get(link.to_id)
        if into.status is Status.MERGED:
            raise Refused(Reason.MERGED_ALREADY, field="reason", number=str(into.number))
        work.links.save(replace(link, undone_at=now))
        revive(case, standard_of(work, case))
        if into.cycle == 1:
            count_from(into, _earliest(work, into), standard_of(work, into))
        _keep_both(work, case, into)
        number, other = str(case.number), str(into.number)
        record(work, by, now, case, StepKind.UNMERGED, note=reason, other=other)
        record(work, by, now, into, StepKind.UNMERGED, note=reason, other=number)
        work.commit()
    return Merged(command.case_id, link.to_id)


def _hand_on_senders_day(case: Case, into: Case) -> None:
    """Let what a sending agency set bind the case that goes on; of two days, the earlier."""
    ours, theirs = into.clock(ClockKind.SENDER), case.clock(ClockKind.SENDER)
    if theirs is None or theirs.stopped_at is not None:
        return
    handed = replace(theirs, cycle=into.cycle)
    if ours is None:
        into.clocks += (handed,)
    elif ours.stopped_at is None and _day(theirs) < _day(ours):
        into.replace_clock(handed)


def _day(clock: Clock) -> datetime:
    assert clock.due_at is not None
    return clock.due_at


def merger(links: tuple[Link, ...], case_id: int) -> Link:
    """Return by what a merged complaint goes on in another."""
    (link,) = (
        one
        for one in links
        if one.kind is LinkKind.MERGED and one.from_id == case_id and one.undone_at is None
    )
    return link


def _earliest(work: UnitOfWork, into: Case) -> datetime:
    """Return the earliest receipt among a case and those that still go on in it."""
    inside = (
        work.cases.get(link.from_id).cycle_started_at
        for link in work.links.of(into.identity())
        if link.kind is LinkKind.MERGED and link.to_id == into.identity() and link.undone_at is None
    )
    return min((into.received_at, *inside))


def _keep_both(work: UnitOfWork, case: Case, into: Case) -> None:
    work.cases.save(case)
    work.cases.save(into)
