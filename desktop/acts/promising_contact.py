"""Promise the petitioner when the next word comes."""

from dataclasses import dataclass
from datetime import date

from desktop.acts.recording import record, refuse_gaps, require, text_of
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import official_date


@dataclass(frozen=True, slots=True)
class PromiseContact:
    """The day by which the petitioner hears from us, and what about."""

    case_id: int
    contact_on: date | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ContactPromised:
    """The case with the promise."""

    case_id: int
    changes: Changes = Changes.COMPLAINTS


def promise_contact(command: PromiseContact, desk: Desk, actor: Actor) -> ContactPromised:
    """Keep the day on which the next word was promised; the next word keeps it. No clock moves."""
    by = require(actor, Permission.WORK)
    now, note = desk.now(), text_of(command.note, "note")
    refuse_gaps(contact_on=command.contact_on)
    assert command.contact_on is not None
    if command.contact_on < official_date(now):
        raise Refused(Reason.IN_THE_PAST, field="contact_on")
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        if case.anonymous:
            raise Refused(Reason.NOBODY_TO_TELL, field="contact_on", number=str(case.number))
        case.contact_on = command.contact_on
        work.cases.save(case)
        day = command.contact_on.isoformat()
        record(work, by, now, case, StepKind.CONTACT_PROMISED, note=note, contact_on=day)
        work.commit()
    return ContactPromised(command.case_id)
