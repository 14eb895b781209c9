"""Close many complaints alike: first it is told which may be closed, and why the others may not."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.acts.closing import Ending, ending_of, judge, keep_closed
from desktop.acts.recording import Warrant, require
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk, UnitOfWork
from desktop.rules.complaint import Outcome
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.people import Actor, Permission


@dataclass(frozen=True, slots=True)
class CloseMany:
    """How all of them ended; `late_reason` is of those that end late."""

    case_ids: tuple[int, ...]
    outcome: Outcome | None
    evidence: str
    late_reason: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A complaint that is closed, or may be; or `why` it is not. Veiled it says no subject."""

    case_id: int
    number: ComplaintNumber
    subject: str
    why: Refused | None = None


@dataclass(frozen=True, slots=True)
class ManyJudged:
    """What came of each complaint, in the order asked."""

    each: tuple[Judged, ...]
    changes: Changes = Changes.NONE


def try_closing(command: CloseMany, desk: Desk, actor: Actor) -> ManyJudged:
    """Tell what closing them would come to, by the rules that closing goes by; change nothing."""
    by, ending = _begun(command, actor)
    with desk.unit(actor) as work:
        return ManyJudged(tuple(_each(work, command, ending, desk, by)))


def close_many(command: CloseMany, desk: Desk, actor: Actor) -> ManyJudged:
    """Close those that may be closed, together, each with its own entry; leave the others alone."""
    by, ending = _begun(command, actor)
    with desk.unit(actor) as work:
        each = tuple(_each(work, command, ending, desk, by, keep=True))
        work.commit()
    return ManyJudged(each, Changes.COMPLAINTS)


def _begun(command: CloseMany, actor: Actor) -> tuple[Warrant, Ending]:
    by = require(actor, Permission.CLOSE)
    return by, ending_of(command.outcome, command.evidence, command.late_reason)


def _each(
    work: UnitOfWork,
    command: CloseMany,
    ending: Ending,
    desk: Desk,
    by: Warrant,
    *,
    keep: bool = False,
) -> Iterator[Judged]:
    now = desk.now()
    for row in desk.reading.register_rows(by.actor, command.case_ids):
        why = None
        try:
            case = work.cases.get(row.id)
            verdict = judge(work, case, ending, by.actor, now)
        except Refused as refused:
            # Nothing of it was stored: it is as it was.
            why = refused
        else:
            if keep:
                keep_closed(work, case, ending, by, now, verdict)
        yield Judged(row.id, row.number, row.subject, why)
