"""Split a complaint that holds two matters: the second takes a number of its own."""

from dataclasses import dataclass, replace

from desktop.acts.recording import record, refuse_gaps, require, text_of
from desktop.acts.registering import opened, unsuitable
from desktop.changes import Changes
from desktop.errors import Refusals
from desktop.ports import Desk
from desktop.rules.case import Case, StepKind
from desktop.rules.complaint import Matter
from desktop.rules.intake_form import IntakeForm, cleaned
from desktop.rules.links import Link, LinkKind
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.people import Actor
from desktop.rules.road import ROAD, Move
from desktop.rules.travelling import check
from desktop.views import Saved

ACT = "split"


@dataclass(frozen=True, slots=True)
class Split:
    """What the second matter is about, with the key that makes a retry harmless."""

    key: str
    case_id: int
    subject: str
    facts: str
    category_id: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class SplitOff:
    """The complaint that was split off."""

    case_id: int
    number: ComplaintNumber
    changes: Changes = Changes.COMPLAINTS


def split(command: Split, desk: Desk, actor: Actor) -> SplitOff:
    """Number the second matter; it came when the first came, from the same people."""
    by = require(actor, ROAD[Move.SPLIT].permission)
    now, reason = desk.now(), text_of(command.reason, "reason")
    with desk.unit(actor) as work:
        before = work.saved(command.key)
        if before is not None:
            made = work.cases.get(before.subject_id)
            return SplitOff(made.identity(), made.number)
        case = work.cases.get(command.case_id)
        check(case, Move.SPLIT, actor)
        form = cleaned(_form(case, command))
        refuse_gaps(subject=form.matter.subject, category=command.category_id, reason=reason)
        odd = tuple(r for r in unsuitable(work, form) if r.field == "category_id")
        if odd:
            raise Refusals(odd)
        part = opened(work, form, desk, actor)
        part.id = work.cases.add(part)
        work.keep_key(command.key, Saved(ACT, part.id))
        work.links.add(Link(LinkKind.SPLIT, part.id, command.case_id, now, actor.person_id, reason))
        record(work, by, now, part, StepKind.REGISTERED, number=str(part.number))
        for one, other in ((part, case), (case, part)):
            record(work, by, now, one, StepKind.SPLIT, note=reason, other=str(other.number))
        work.commit()
    return SplitOff(part.identity(), part.number)


def _form(case: Case, command: Split) -> IntakeForm:
    matter: Matter = replace(case.matter, subject=command.subject, facts=command.facts)
    return IntakeForm(
        type=case.type,
        channel_id=case.channel_id,
        source_id=case.source_id,
        category_id=command.category_id or case.category_id,
        received_at=case.received_at,
        matter=matter,
        petitioners=case.petitioners,
        # The caller was promised one call, about the first matter.
        intake=replace(case.intake, call_back_at=None),
        accused=case.accused,
        restricted=case.restricted,
        child_danger=case.child_danger,
    )
