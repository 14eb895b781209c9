"""Set a complaint's secrecy class, as the one in authority ordered, and enter it in ทขล.๑."""

from dataclasses import dataclass
from datetime import datetime

from desktop.acts.recording import record, require
from desktop.changes import Changes
from desktop.errors import Refusals, Refused
from desktop.ports import Classification, Desk, UnitOfWork
from desktop.rules.case import StepKind
from desktop.rules.complaint import Secrecy
from desktop.rules.numbering import Book, Series
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import buddhist_year, official_date
from desktop.rules.thai.text import clean_block, clean_line


@dataclass(frozen=True, slots=True)
class Classify:
    """The class, who ordered it, and why; NONE lifts the one there was."""

    case_id: int
    secrecy: Secrecy
    ordered_by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Classified:
    """The complaint, and its number in the register of secrets received, if it took one."""

    case_id: int
    running: int | None
    changes: Changes = Changes.COMPLAINTS


def classify(command: Classify, desk: Desk, actor: Actor) -> Classified:
    """Set or lift a secrecy class; from then on only those who may see secrets open it."""
    require(actor, Permission.CLASSIFY)
    ordered_by, reason = clean_line(command.ordered_by), clean_block(command.reason)
    missing = [name for name, text in (("ordered_by", ordered_by), ("reason", reason)) if not text]
    if missing:
        raise Refusals(tuple(Refused(Reason.REQUIRED, field=name) for name in missing))
    if command.secrecy not in (Secrecy.NONE, Secrecy.SECRET):
        raise Refused(Reason.SECRET_ELSEWHERE, field="secrecy")
    now = desk.now()
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        if case.secrecy is command.secrecy:
            raise Refused(Reason.SAME_CLASS, field="secrecy")
        case.secrecy = command.secrecy
        work.cases.save(case)
        year, running = _numbered(work, command.secrecy, now)
        work.cases.classified(
            Classification(
                command.case_id,
                command.secrecy,
                ordered_by,
                reason,
                now,
                actor.person_id,
                year,
                running,
            )
        )
        record(
            work,
            actor,
            now,
            case,
            StepKind.CLASSIFIED,
            note=f"{reason} ({ordered_by})",
            secrecy=command.secrecy.value,
            running=running,
        )
        work.commit()
    return Classified(command.case_id, running)


def _numbered(work: UnitOfWork, secrecy: Secrecy, now: datetime) -> tuple[int | None, int | None]:
    if secrecy is Secrecy.NONE:
        return None, None
    year = buddhist_year(official_date(now))
    return year, work.next_number(Series(Book.SECRETS_IN, year))
