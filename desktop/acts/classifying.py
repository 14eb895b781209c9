"""Set a complaint's secrecy class, as the one in authority ordered, and enter it in ทขล.๑."""

from dataclasses import dataclass
from datetime import datetime

from desktop.acts.recording import Warrant, record, require
from desktop.changes import Changes
from desktop.errors import Refusals, Refused
from desktop.ports import Classification, Desk, UnitOfWork
from desktop.rules.case import Case, StepKind
from desktop.rules.complaint import Secrecy
from desktop.rules.numbering import Book, Series
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import buddhist_year, official_date
from desktop.rules.thai.text import clean_block, clean_line


@dataclass(frozen=True, slots=True)
class SecretOrder:
    """Who made a complaint secret, by which paper, and why."""

    ordered_by: str
    reason: str


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
    by = require(actor, Permission.CLASSIFY)
    order = cleaned_order(SecretOrder(command.ordered_by, command.reason))
    missing = order_faults(order)
    if missing:
        raise Refusals(missing)
    if command.secrecy not in (Secrecy.NONE, Secrecy.SECRET):
        raise Refused(Reason.SECRET_ELSEWHERE, field="secrecy")
    now = desk.now()
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        if case.secrecy is command.secrecy:
            raise Refused(Reason.SAME_CLASS, field="secrecy")
        case.secrecy = command.secrecy
        work.cases.save(case)
        running = enter_class(work, case, order, now, by)
        work.commit()
    return Classified(command.case_id, running)


def cleaned_order(order: SecretOrder) -> SecretOrder:
    """Clean what was typed of an order."""
    return SecretOrder(clean_line(order.ordered_by), clean_block(order.reason))


def order_faults(order: SecretOrder, at: str = "") -> tuple[Refused, ...]:
    """List what an order leaves unsaid; its fields' names begin with `at`."""
    said = (("ordered_by", order.ordered_by), ("reason", order.reason))
    return tuple(Refused(Reason.REQUIRED, field=at + name) for name, text in said if not text)


def enter_class(
    work: UnitOfWork, case: Case, order: SecretOrder, now: datetime, by: Warrant
) -> int | None:
    """Enter the class that a case now has; return its number in the register of secrets, if any."""
    year, running = _numbered(work, case.secrecy, now)
    work.cases.classified(
        Classification(
            case.identity(),
            case.secrecy,
            order.ordered_by,
            order.reason,
            now,
            by.actor.person_id,
            year,
            running,
        )
    )
    record(
        work,
        by,
        now,
        case,
        StepKind.CLASSIFIED,
        note=f"{order.reason} ({order.ordered_by})",
        secrecy=case.secrecy.value,
        running=running,
    )
    return running


def _numbered(work: UnitOfWork, secrecy: Secrecy, now: datetime) -> tuple[int | None, int | None]:
    if secrecy is Secrecy.NONE:
        return None, None
    year = buddhist_year(official_date(now))
    return year, work.next_number(Series(Book.SECRETS_IN, year))
