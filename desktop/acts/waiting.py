"""Wait for somebody: the petitioner, another agency, a court, or a unit of our own."""

from dataclasses import dataclass
from datetime import date, datetime

from desktop.acts.recording import record, require
from desktop.acts.referring import referral_of
from desktop.acts.standards import standard_of
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.clocks import ClockKind
from desktop.rules.people import Actor
from desktop.rules.proceedings import WaitFor
from desktop.rules.reasons import Reason
from desktop.rules.road import ROAD, Demand, Move
from desktop.rules.thai.dates import official_date
from desktop.rules.thai.text import clean_block
from desktop.rules.travelling import travel, wait


@dataclass(frozen=True, slots=True)
class BeginWait:
    """For whom, why, from when, and until when one thinks to wait.

    An agency is asked by a letter: which agency, its number and day.
    """

    case_id: int
    whom: WaitFor | None
    reason: str
    since: datetime
    expected_on: date | None = None
    agency: str = ""
    letter_number: str = ""
    letter_date: date | None = None


@dataclass(frozen=True, slots=True)
class EndWait:
    """When what was waited for came, and a word on it."""

    case_id: int
    ended_at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class Waited:
    """The case, and the day its clock now falls due."""

    case_id: int
    due_at: datetime | None
    changes: Changes = Changes.COMPLAINTS


def begin_wait(command: BeginWait, desk: Desk, actor: Actor) -> Waited:
    """Begin to wait; clocks stand still as the road's table says, those to the citizen never."""
    now = desk.now()
    if command.whom is None:
        raise Refused(Reason.REQUIRED, field="whom")
    way = ROAD[command.whom.move]
    by = require(actor, way.permission)
    reason = clean_block(command.reason)
    if not reason:
        raise Refused(Reason.REQUIRED, field="reason")
    if command.since > now:
        raise Refused(Reason.IN_THE_FUTURE, field="since")
    if Demand.EXPECTED in way.demands and command.expected_on is None:
        raise Refused(Reason.REQUIRED, field="expected_on")
    if command.expected_on is not None and command.expected_on < official_date(command.since):
        raise Refused(Reason.BEFORE_WAIT, field="expected_on")
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        standard = standard_of(work, case)
        if Demand.REFERRAL in way.demands:
            asked = referral_of(
                case,
                command.agency,
                command.letter_number,
                command.letter_date,
                now,
                standard.calendar,
                command.expected_on,
            )
            case.referrals += (asked,)
        wait(
            case,
            command.whom,
            actor,
            command.since,
            standard,
            reason=reason,
            expected_on=command.expected_on,
        )
        work.cases.save(case)
        record(
            work,
            by,
            now,
            case,
            StepKind.WAITED,
            note=reason,
            step_at=command.since,
            whom=command.whom.value,
            expected=None if command.expected_on is None else command.expected_on.isoformat(),
        )
        work.commit()
    return Waited(command.case_id, None)


def end_wait(command: EndWait, desk: Desk, actor: Actor) -> Waited:
    """Go on: every due day that stood still moves by the days the wait took."""
    by = require(actor, ROAD[Move.RESUME].permission)
    now = desk.now()
    if command.ended_at > now:
        raise Refused(Reason.IN_THE_FUTURE, field="ended_at")
    note = clean_block(command.note)
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        waited = case.open_wait()
        if waited is None:
            raise Refused(Reason.NOT_WAITING, number=str(case.number))
        if command.ended_at < waited.started_at:
            raise Refused(Reason.BEFORE_WAIT, field="ended_at")
        travel(case, Move.RESUME, actor, command.ended_at, standard_of(work, case))
        work.cases.save(case)
        record(
            work,
            by,
            now,
            case,
            StepKind.RESUMED,
            note=note,
            step_at=command.ended_at,
            whom=waited.whom.value,
        )
        work.commit()
    clock = case.clock(ClockKind.RESOLVE)
    return Waited(command.case_id, None if clock is None else clock.due_at)
