"""Refer a complaint to the agency that has the authority."""

from dataclasses import dataclass
from datetime import date, datetime

from desktop.acts.recording import record, require
from desktop.acts.standards import standard_of
from desktop.changes import Changes
from desktop.errors import Refusals, Refused
from desktop.ports import Desk
from desktop.rules.case import Case, StepKind
from desktop.rules.complaint import Outcome
from desktop.rules.counting import end_of_office_day
from desktop.rules.people import Actor
from desktop.rules.proceedings import Referral
from desktop.rules.reasons import Reason
from desktop.rules.road import ROAD, Move
from desktop.rules.thai.dates import official_date
from desktop.rules.thai.text import clean_line
from desktop.rules.travelling import travel
from desktop.rules.worktime import WorkCalendar


@dataclass(frozen=True, slots=True)
class Refer:
    """To whom, under which letter, of which day; `due_on` is when its answer is asked for."""

    case_id: int
    agency: str
    letter_number: str
    letter_date: date | None
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Referred:
    """The case that left."""

    case_id: int
    changes: Changes = Changes.COMPLAINTS


def refer(command: Refer, desk: Desk, actor: Actor) -> Referred:
    """Send a case out of our authority: its resolve clock ends, the citizen is still told."""
    by = require(actor, ROAD[Move.REFER].permission)
    now = desk.now()
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        standard = standard_of(work, case)
        sent = referral_of(
            case,
            command.agency,
            command.letter_number,
            command.letter_date,
            now,
            standard.calendar,
            command.due_on,
        )
        travel(case, Move.REFER, actor, now, standard)
        case.referrals += (sent,)
        case.outcome = Outcome.REFERRED
        case.closed_at = now
        work.cases.save(case)
        record(
            work,
            by,
            now,
            case,
            StepKind.REFERRED,
            note=sent.agency,
            letter=sent.letter_number,
            dated=sent.letter_date.isoformat(),
        )
        work.commit()
    return Referred(command.case_id)


def referral_of(
    case: Case,
    agency: str,
    letter_number: str,
    dated: date | None,
    now: datetime,
    calendar: WorkCalendar,
    due_on: date | None = None,
) -> Referral:
    """Return to whom something goes and under which letter, or refuse all that is missing."""
    agency, letter_number = clean_line(agency), clean_line(letter_number)
    found = [
        Refused(Reason.REQUIRED, field=name)
        for name, value in (
            ("agency", agency),
            ("letter_number", letter_number),
            ("letter_date", dated),
        )
        if not value
    ]
    if dated is not None and dated > official_date(now):
        found.append(Refused(Reason.IN_THE_FUTURE, field="letter_date"))
    elif dated is not None and dated < case.received_on:
        found.append(Refused(Reason.BEFORE_RECEIPT, field="letter_date"))
    if dated is not None and due_on is not None and due_on < dated:
        found.append(Refused(Reason.BEFORE_SENDING, field="due_on", number=letter_number))
    if found:
        raise Refusals(tuple(found))
    assert dated is not None
    due_at = None if due_on is None else end_of_office_day(due_on, calendar)
    return Referral(agency, letter_number, dated, due_at)
