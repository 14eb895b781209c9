"""Tie complaints that have to do with each other, and untie them."""

from dataclasses import dataclass, replace

from desktop.acts.recording import record, refuse_gaps, require, text_of
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.links import Link, LinkKind
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason
from desktop.rules.road import ROAD, Move
from desktop.rules.travelling import check


@dataclass(frozen=True, slots=True)
class Tie:
    """Two complaints, and what they have to do with each other."""

    case_id: int
    other_id: int | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Untie:
    """Two complaints that were tied in error, and why."""

    case_id: int
    other_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class Tied:
    """The two complaints."""

    case_id: int
    other_id: int
    changes: Changes = Changes.COMPLAINTS


def tie(command: Tie, desk: Desk, actor: Actor) -> Tied:
    """Tie a complaint to a related one; tied already, nothing more is done."""
    by = require(actor, ROAD[Move.LINK].permission)
    refuse_gaps(other=command.other_id)
    assert command.other_id is not None
    if command.other_id == command.case_id:
        raise Refused(Reason.SAME_CASE, field="other")
    now, reason = desk.now(), text_of(command.reason, "reason")
    with desk.unit(actor) as work:
        case, other = work.cases.get(command.case_id), work.cases.get(command.other_id)
        check(case, Move.LINK, actor)
        if _between(work.links.of(command.case_id), command.other_id) is None:
            link = Link(
                LinkKind.RELATED, command.case_id, command.other_id, now, actor.person_id, reason
            )
            work.links.add(link)
            for one, to in ((case, other), (other, case)):
                number = str(to.number)
                record(work, by, now, one, StepKind.LINKED, note=reason, other=number)
            work.commit()
    return Tied(command.case_id, command.other_id)


def untie(command: Untie, desk: Desk, actor: Actor) -> Tied:
    """Untie two related complaints; the timeline keeps that they were tied."""
    by = require(actor, ROAD[Move.LINK].permission)
    now, reason = desk.now(), text_of(command.reason, "reason")
    refuse_gaps(reason=reason)
    with desk.unit(actor) as work:
        case, other = work.cases.get(command.case_id), work.cases.get(command.other_id)
        link = _between(work.links.of(command.case_id), command.other_id)
        if link is None:
            raise Refused(Reason.NOT_LINKED, field="reason")
        work.links.save(replace(link, undone_at=now))
        for one, to in ((case, other), (other, case)):
            number = str(to.number)
            record(work, by, now, one, StepKind.UNLINKED, note=reason, other=number)
        work.commit()
    return Tied(command.case_id, command.other_id)


def _between(links: tuple[Link, ...], other_id: int) -> Link | None:
    return next(
        (
            link
            for link in links
            if link.kind is LinkKind.RELATED
            and link.undone_at is None
            and other_id in (link.from_id, link.to_id)
        ),
        None,
    )
