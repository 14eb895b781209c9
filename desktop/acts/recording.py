"""What every act writes besides its own change: the journal's entry and the timeline's line."""

from datetime import datetime

from desktop.errors import Refusals, Refused
from desktop.ports import UnitOfWork
from desktop.rules.case import Case, Step, StepKind
from desktop.rules.journal import Entry, Value, digest
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason
from desktop.rules.routing import barred_from
from desktop.rules.thai.text import LIMIT, clean_block, clean_line

_AS_ONESELF = frozenset(
    {
        StepKind.ASSIGNED,
        StepKind.HANDED_OVER,
        StepKind.INTEREST_DECLARED,
        StepKind.INTEREST_LIFTED,
        StepKind.RECOGNISED,
    }
)
"""What nobody does as a complaint's owner, nor in an owner's stead."""


def require(actor: Actor, permission: Permission) -> None:
    """Refuse an actor whose roles do not allow this."""
    if not actor.may(permission):
        raise Refused(Reason.NOT_ALLOWED)


def reason_of(typed: str) -> str:
    """Return why something is done, or refuse to do it without a reason."""
    clean = clean_line(typed)
    if not clean:
        raise Refused(Reason.REQUIRED, field="reason")
    return clean


def refuse_gaps(**typed: object) -> None:
    """Refuse everything that is demanded and was left empty, each at its field."""
    gaps = tuple(Refused(Reason.REQUIRED, field=name) for name, value in typed.items() if not value)
    if gaps:
        raise Refusals(gaps)


def text_of(typed: str, field: str) -> str:
    """Return what was typed, made clean, or refuse what is too long to keep."""
    text = clean_block(typed)
    if len(text) > LIMIT:
        raise Refused(Reason.TOO_LONG, field=field, length=len(text), limit=LIMIT)
    return text


def record(
    work: UnitOfWork,
    actor: Actor,
    at: datetime,
    case: Case,
    kind: StepKind,
    *,
    note: str = "",
    step_at: datetime | None = None,
    **facts: Value,
) -> int:
    """Chain an entry for a case and add the line its timeline shows; return the sequence.

    The note goes to the timeline as typed and to the journal only as a salted digest.
    `step_at` is when the thing happened, where that is not when it was recorded. Who stands in for
    the owner is told to have done it in the owner's stead.
    """
    if actor.stands_in(case.owner_id, barred_from(case)) and kind not in _AS_ONESELF:
        facts["in_stead"] = case.owner_id
    told = dict(facts)
    if note:
        told["note"] = digest(work.salt(), note)
    sequence = work.journal(Entry(at, actor.person_id, kind.value, f"complaint:{case.uid}", told))
    step = Step(kind, step_at or at, actor.person_id, note, facts)
    work.cases.step(case.identity(), sequence, step)
    return sequence
