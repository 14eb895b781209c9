"""Return what was misdelivered: there never was a case, and nothing was owed."""

from dataclasses import dataclass
from datetime import date

from desktop.acts.recording import record, refuse_gaps, require, text_of
from desktop.acts.referring import referral_of
from desktop.acts.standards import standard_of
from desktop.changes import Changes
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.people import Actor
from desktop.rules.road import ROAD, Move
from desktop.rules.travelling import travel


@dataclass(frozen=True, slots=True)
class ReturnCase:
    """To whom it goes back, under which letter, of which day, and why."""

    case_id: int
    reason: str
    agency: str
    letter_number: str
    letter_date: date | None


@dataclass(frozen=True, slots=True)
class HandedBack:
    """The case that was none."""

    case_id: int
    changes: Changes = Changes.COMPLAINTS


def hand_back(command: ReturnCase, desk: Desk, actor: Actor) -> HandedBack:
    """Return a misdelivered paper; its number stays, its clocks are owed no more."""
    by = require(actor, ROAD[Move.RETURN].permission)
    now = desk.now()
    reason = text_of(command.reason, "reason")
    refuse_gaps(reason=reason)
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        standard = standard_of(work, case)
        sent = referral_of(
            case, command.agency, command.letter_number, command.letter_date, now, standard.calendar
        )
        travel(case, Move.RETURN, actor, now, standard)
        case.referrals += (sent,)
        case.closed_at = now
        work.cases.save(case)
        record(
            work,
            by,
            now,
            case,
            StepKind.HANDED_BACK,
            note=f"{sent.agency} · {reason}",
            letter=sent.letter_number,
            dated=sent.letter_date.isoformat(),
        )
        work.commit()
    return HandedBack(command.case_id)
