"""Not take a matter up: on which ground, and why, as the director ordered."""

from dataclasses import dataclass

from desktop.acts.recording import record, refuse_gaps, require, text_of
from desktop.acts.standards import standard_of
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.case import Case, StepKind
from desktop.rules.grounds import NonAcceptance, UnsignedTest
from desktop.rules.people import Actor, Role
from desktop.rules.reasons import Reason
from desktop.rules.road import ROAD, Move
from desktop.rules.travelling import travel


@dataclass(frozen=True, slots=True)
class NotAccept:
    """The ground and the reason; for a paper that nobody signed, the tests that it fails."""

    case_id: int
    ground: NonAcceptance | None
    reason: str
    failed: frozenset[UnsignedTest] = frozenset()


@dataclass(frozen=True, slots=True)
class NotAccepted:
    """The case that was not taken up."""

    case_id: int
    changes: Changes = Changes.COMPLAINTS


def not_accept(command: NotAccept, desk: Desk, actor: Actor) -> NotAccepted:
    """End a case before it begins; unless the director does it, an order must be on record."""
    by = require(actor, ROAD[Move.NOT_ACCEPT].permission)
    now = desk.now()
    reason = text_of(command.reason, "reason")
    refuse_gaps(ground=command.ground, reason=reason)
    assert command.ground is not None
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        travel(case, Move.NOT_ACCEPT, actor, now, standard_of(work, case))
        _refuse_unfounded(case, command)
        _refuse_unordered(case, actor)
        case.closed_at = now
        work.cases.save(case)
        record(
            work,
            by,
            now,
            case,
            StepKind.NOT_ACCEPTED,
            note=reason,
            ground=command.ground.value,
            failed=" ".join(test.value for test in UnsignedTest if test in command.failed),
        )
        work.commit()
    return NotAccepted(command.case_id)


def _refuse_unfounded(case: Case, command: NotAccept) -> None:
    if command.ground is not NonAcceptance.UNSIGNED:
        return
    if not case.anonymous:
        raise Refused(Reason.SOMEBODY_SIGNED, field="ground", number=str(case.number))
    if not command.failed:
        raise Refused(Reason.TEST_NEEDED, field="failed")


def _refuse_unordered(case: Case, actor: Actor) -> None:
    if Role.DIRECTOR in actor.roles:
        return
    if not any(order.recorded_at >= case.cycle_started_at for order in case.orders):
        raise Refused(Reason.ORDER_NEEDED, field="ground")
