"""Refer a complaint to the agency that has the authority."""

from dataclasses import dataclass
from datetime import date

from desktop.acts.recording import record, require
from desktop.acts.standards import standard_of
from desktop.changes import Changes
from desktop.errors import Refusals, Refused
from desktop.ports import Desk
from desktop.rules.case import Case, StepKind
from desktop.rules.complaint import Outcome
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason
from desktop.rules.road import Move
from desktop.rules.thai.dates import official_date
from desktop.rules.thai.text import clean_line
from desktop.rules.travelling import travel


@dataclass(frozen=True, slots=True)
class Refer:
    """To whom, under which letter, of which day."""

    case_id: int
    agency: str
    letter_number: str
    letter_date: date | None


@dataclass(frozen=True, slots=True)
class Referred:
    """The case that left."""

    case_id: int
    changes: Changes = Changes.COMPLAINTS


def refer(command: Refer, desk: Desk, actor: Actor) -> Referred:
    """Send a case out of our authority: its resolve clock ends, the citizen is still told."""
    require(actor, Permission.REFER)
    now = desk.now()
    agency, number = clean_line(command.agency), clean_line(command.letter_number)
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        _refuse_gaps(command, case, agency, number, official_date(now))
        travel(case, Move.REFER, actor, now, standard_of(work, case))
        case.outcome = Outcome.REFERRED
        case.closed_at = now
        work.cases.save(case)
        assert command.letter_date is not None
        record(
            work,
            actor,
            now,
            case,
            StepKind.REFERRED,
            note=agency,
            letter=number,
            dated=command.letter_date.isoformat(),
        )
        work.commit()
    return Referred(command.case_id)


def _refuse_gaps(command: Refer, case: Case, agency: str, number: str, today: date) -> None:
    found = []
    if not agency:
        found.append(Refused(Reason.REQUIRED, field="agency"))
    if not number:
        found.append(Refused(Reason.REQUIRED, field="letter_number"))
    if command.letter_date is None:
        found.append(Refused(Reason.REQUIRED, field="letter_date"))
    elif command.letter_date > today:
        found.append(Refused(Reason.IN_THE_FUTURE, field="letter_date"))
    elif command.letter_date < case.received_on:
        found.append(Refused(Reason.BEFORE_RECEIPT, field="letter_date"))
    if found:
        raise Refusals(tuple(found))
