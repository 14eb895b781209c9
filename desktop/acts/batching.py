"""Issue letters to the petitioners of many cases: planned first, then one after another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from desktop.acts.corresponding import Issued, IssueLetter, cleaned_draft, issue
from desktop.acts.recording import require
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Batch, Desk, UnitOfWork
from desktop.rules.case import Case
from desktop.rules.complaint import PetitionerKind
from desktop.rules.journal import Entry
from desktop.rules.letters import SPECS, Audience, Blank, Finding, LetterDraft, LetterKind
from desktop.rules.naming import addressed
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason
from desktop.views import Saved

ACT = "plan_letters"
SALUTATION = "เรียน"


@dataclass(frozen=True, slots=True)
class PlanLetters:
    """The same letter to the petitioners of many cases; the key makes a retry harmless."""

    key: str
    case_ids: tuple[int, ...]
    kind: LetterKind
    signatory_id: int
    blanks: Mapping[Blank, str] = field(default_factory=dict)
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """How many letters there will be; `left_out` are cases that nobody signed or may see."""

    batch_id: int
    total: int
    left_out: tuple[int, ...] = ()
    changes: Changes = Changes.NONE


@dataclass(frozen=True, slots=True)
class IssuePlanned:
    """One letter of a batch, by its place."""

    batch_id: int
    place: int


@dataclass(frozen=True, slots=True)
class EndBatch:
    """A batch that is done, or is given up: what was issued stays, the rest is not."""

    batch_id: int


@dataclass(frozen=True, slots=True)
class BatchEnded:
    """The letters that were issued, in their order."""

    letter_ids: tuple[int, ...]
    changes: Changes = Changes.LETTERS


def plan_letters(command: PlanLetters, desk: Desk, actor: Actor) -> Planned:
    """Write down the letters of a batch, so that no interruption loses or doubles one.

    Every petitioner of a case gets one; a group gets one by its heading; no number is taken yet.
    """
    require(actor, Permission.ISSUE_LETTER)
    if SPECS[command.kind].audience is not Audience.PETITIONER:
        raise Refused(Reason.UNKNOWN_CHOICE, field="kind")
    now = desk.now()
    with desk.unit(actor) as work:
        before = work.saved(command.key)
        if before is not None:
            return Planned(before.subject_id, len(work.batches.get(before.subject_id).drafts))
        if not work.office.signatory(command.signatory_id).active:
            raise Refused(Reason.NO_SIGNATORY, field="signatory_id")
        drafts: list[LetterDraft] = []
        left_out: list[int] = []
        for case_id in command.case_ids:
            case = _visible(work, case_id)
            if case is None or case.anonymous:
                left_out.append(case_id)
            else:
                drafts += _drafts(command, case)
        if not drafts:
            raise Refused(Reason.NOTHING_SELECTED)
        batch = Batch(command.key, tuple(drafts), now, actor.person_id)
        batch_id = work.batches.add(batch)
        work.keep_key(command.key, Saved(ACT, batch_id))
        facts = {"batch": batch_id, "kind": command.kind.value, "letters": len(drafts)}
        work.journal(Entry(now, actor.person_id, ACT, "letters", facts))
        work.commit()
    return Planned(batch_id, len(drafts), tuple(left_out))


def issue_planned(command: IssuePlanned, desk: Desk, actor: Actor) -> Issued:
    """Issue one letter of a batch; asked again it answers with the letter it made."""
    require(actor, Permission.ISSUE_LETTER)
    with desk.unit(actor) as work:
        batch = work.batches.get(command.batch_id)
    draft = batch.drafts[command.place]
    return issue(IssueLetter(batch.key_of(command.place), draft), desk, actor)


def end_batch(command: EndBatch, desk: Desk, actor: Actor) -> BatchEnded:
    """End a batch; what has not been issued by now is not."""
    require(actor, Permission.ISSUE_LETTER)
    now = desk.now()
    with desk.unit(actor) as work:
        batch = work.batches.get(command.batch_id)
        if batch.ended_at is None:
            batch.ended_at = now
            work.batches.save(batch)
            facts = {"batch": command.batch_id, "issued": len(batch.issued)}
            work.journal(Entry(now, actor.person_id, "end_letters", "letters", facts))
            work.commit()
    return BatchEnded(tuple(batch.issued[place] for place in sorted(batch.issued)))


def _visible(work: UnitOfWork, case_id: int) -> Case | None:
    try:
        return work.cases.get(case_id)
    except Refused as refused:
        if refused.reason is not Reason.NOT_VISIBLE:
            raise
        return None


def _drafts(command: PlanLetters, case: Case) -> Iterator[LetterDraft]:
    for petitioner in case.petitioners:
        if petitioner.kind is not PetitionerKind.ANONYMOUS:
            yield cleaned_draft(
                LetterDraft(
                    complaint_id=case.identity(),
                    kind=command.kind,
                    recipient=addressed(petitioner),
                    salutation=SALUTATION,
                    signatory_id=command.signatory_id,
                    blanks=command.blanks,
                    finding=command.finding,
                )
            )
