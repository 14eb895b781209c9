"""What every act writes besides its own change: the journal's entry and the timeline's line."""

from dataclasses import dataclass
from datetime import datetime

from desktop.errors import Refusals, Refused
from desktop.ports import UnitOfWork
from desktop.rules.case import Case, Step, StepKind
from desktop.rules.journal import Entry, Value, digest
from desktop.rules.people import CASE_WORK, Actor, Permission
from desktop.rules.reasons import Reason
from desktop.rules.thai.text import LIMIT, clean_block, clean_line


@dataclass(frozen=True, slots=True)
class Warrant:
    """Who does an act and by which permission; by none where everybody may."""

    actor: Actor
    permission: Permission | None = None


def require(actor: Actor, permission: Permission) -> Warrant:
    """Let an actor act whose roles allow this, and refuse any other."""
    if not actor.may(permission):
        raise Refused(Reason.NOT_ALLOWED)
    return Warrant(actor, permission)


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
    by: Warrant,
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
    `step_at` is when the thing happened, where that is not when it was recorded. Work on a case by
    who stands in for its owner is told to have been done in the owner's stead.
    """
    actor = by.actor
    absent = work.cases.absent_owner(case.identity())
    if absent is not None and by.permission in CASE_WORK:
        facts["in_stead"] = absent
    told = dict(facts)
    if note:
        told["note"] = digest(work.salt(), note)
    sequence = work.journal(Entry(at, actor.person_id, kind.value, f"complaint:{case.uid}", told))
    step = Step(kind, step_at or at, actor.person_id, note, facts)
    work.cases.step(case.identity(), sequence, step)
    return sequence
