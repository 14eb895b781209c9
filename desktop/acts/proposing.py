"""Drafts of letters go up in the folder and come back: kept, checked, sent back, signed, issued."""

from dataclasses import dataclass, replace
from datetime import date

from desktop.acts.corresponding import Issued, IssueLetter, as_seen, cleaned, issue, refuse_identity
from desktop.acts.recording import Warrant, record, require
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk, UnitOfWork
from desktop.rules.case import StepKind
from desktop.rules.journal import Entry
from desktop.rules.letters import LetterDraft
from desktop.rules.people import Actor, Permission
from desktop.rules.proposing import (
    WAYS,
    ProposalMove,
    ProposalStep,
    ProposedLetter,
    ProposedText,
    Seen,
)
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import official_date
from desktop.rules.thai.text import clean_block, clean_line
from desktop.views import OfficeView, Saved

ACT = "keep_draft"


@dataclass(frozen=True, slots=True)
class KeepDraft:
    """A letter as far as it is written; `seen` is the kept draft it was written in, if any.

    `corrects_id` is a letter that has left, which this one is to put right.
    """

    key: str
    draft: LetterDraft
    seen: Seen | None = None
    corrects_id: int | None = None


@dataclass(frozen=True, slots=True)
class CheckDrafts:
    """Drafts that were found right, and by whom: whoever is not told is the actor."""

    seen: tuple[Seen, ...]
    checked_by: int | None = None


@dataclass(frozen=True, slots=True)
class SendBackDraft:
    """A draft that is to be corrected, and what in it."""

    seen: Seen
    wanted: str


@dataclass(frozen=True, slots=True)
class SignDrafts:
    """Drafts that came back signed, all of one day."""

    seen: tuple[Seen, ...]
    signed_on: date | None


@dataclass(frozen=True, slots=True)
class DiscardDraft:
    """A draft that is given up, and why."""

    seen: Seen
    reason: str


@dataclass(frozen=True, slots=True)
class IssueDraft:
    """A draft that is issued with the words it has."""

    seen: Seen


@dataclass(frozen=True, slots=True)
class Kept:
    """The draft that was kept."""

    proposal_id: int
    changes: Changes = Changes.COMPLAINTS | Changes.LETTERS


@dataclass(frozen=True, slots=True)
class Proposed:
    """How many drafts moved."""

    count: int
    changes: Changes = Changes.COMPLAINTS | Changes.LETTERS


def keep_draft(command: KeepDraft, desk: Desk, actor: Actor) -> Kept:
    """Keep a letter however little of it is written; nothing is demanded of it yet."""
    by = require(actor, WAYS[ProposalMove.KEEP].permission)
    draft = cleaned(command.draft)
    now = desk.now()
    with desk.unit(actor) as work:
        before = work.saved(command.key)
        if before is not None:
            return Kept(before.subject_id)
        if command.seen is None:
            text = ProposedText(1, draft, now, actor.person_id)
            fresh = ProposedLetter(draft.complaint_id, (text,), now, actor.person_id)
            fresh.corrects_id = command.corrects_id
            fresh.id = work.proposals.add(fresh)
            _tell(work, by, desk, fresh, StepKind.LETTER_DRAFTED)
            kept = fresh
        else:
            kept = as_seen(work, command.seen)
            approved = kept.step is not ProposalStep.DRAFT
            if not kept.keep(draft, now, actor):
                return Kept(kept.identity())
            work.proposals.save(kept)
            if approved:
                _tell(work, by, desk, kept, StepKind.LETTER_REDRAFTED)
            else:
                # A timeline of every pause in writing would tell nobody anything.
                uid = work.cases.get(kept.complaint_id).uid
                facts = {"draft": kept.identity(), "text": kept.text.number}
                work.journal(Entry(now, actor.person_id, ACT, f"complaint:{uid}", facts))
        work.keep_key(command.key, Saved(ACT, kept.identity()))
        work.commit()
    return Kept(kept.identity())


def check_drafts(command: CheckDrafts, desk: Desk, actor: Actor) -> Proposed:
    """Note that drafts were checked, all of them or none; a refusal names its `proposal`."""
    by = require(actor, WAYS[ProposalMove.CHECK].permission)
    _refuse_none(command.seen)
    now = desk.now()
    office = desk.reading.office(official_date(now))
    with desk.unit(actor) as work:
        checker = command.checked_by or actor.person_id
        person = work.people.get(checker)
        if not (person.active and person.actor().may(Permission.ISSUE_LETTER)):
            raise Refused(Reason.UNKNOWN_CHOICE, field="checked_by")
        for seen in command.seen:
            draft = as_seen(work, seen)
            draft.check(now, checker, _said(draft, desk, actor, office), actor)
            work.proposals.save(draft)
            _tell(work, by, desk, draft, StepKind.LETTER_CHECKED, checker=checker)
        work.commit()
    return Proposed(len(command.seen))


def send_back_draft(command: SendBackDraft, desk: Desk, actor: Actor) -> Proposed:
    """Give a draft back to whoever writes it, with what is to be corrected."""
    by = require(actor, WAYS[ProposalMove.SEND_BACK].permission)
    wanted = clean_block(command.wanted)
    with desk.unit(actor) as work:
        draft = as_seen(work, command.seen)
        draft.send_back(wanted, actor)
        work.proposals.save(draft)
        _tell(work, by, desk, draft, StepKind.LETTER_SENT_BACK, wanted)
        work.commit()
    return Proposed(1)


def sign_drafts(command: SignDrafts, desk: Desk, actor: Actor) -> Proposed:
    """Note that drafts came back signed, all of them or none."""
    by = require(actor, WAYS[ProposalMove.SIGN].permission)
    _refuse_none(command.seen)
    today = official_date(desk.now())
    with desk.unit(actor) as work:
        for seen in command.seen:
            draft = as_seen(work, seen)
            draft.sign(command.signed_on, today, actor)
            assert draft.signed_on is not None
            work.proposals.save(draft)
            day = draft.signed_on.isoformat()
            _tell(work, by, desk, draft, StepKind.LETTER_SIGNED, signed_on=day)
        work.commit()
    return Proposed(len(command.seen))


def discard_draft(command: DiscardDraft, desk: Desk, actor: Actor) -> Proposed:
    """Give a draft up; its words stay with the reason."""
    by = require(actor, WAYS[ProposalMove.DISCARD].permission)
    reason = clean_line(command.reason)
    with desk.unit(actor) as work:
        draft = as_seen(work, command.seen)
        draft.discard(reason, actor)
        work.proposals.save(draft)
        _tell(work, by, desk, draft, StepKind.LETTER_DISCARDED, reason)
        work.commit()
    return Proposed(1)


def issue_draft(command: IssueDraft, desk: Desk, actor: Actor) -> Issued:
    """Issue a draft as it stands; asked twice it is issued once."""
    require(actor, Permission.ISSUE_LETTER)
    seen = command.seen
    with desk.unit(actor) as work:
        kept = work.proposals.get(seen.id)
    key = f"draft:{seen.id}.{seen.version}"
    return issue(IssueLetter(key, kept.text.draft, seen, kept.corrects_id), desk, actor)


def _said(kept: ProposedLetter, desk: Desk, actor: Actor, office: OfficeView) -> LetterDraft:
    """Return a draft in the words it is read in today: its own, else those of the wording."""
    draft = kept.text.draft
    if not draft.signatory_id:
        raise Refused(Reason.NO_SIGNATORY, proposal=kept.identity())
    view = desk.reading.case(actor, draft.complaint_id)
    refuse_identity(view, draft, proposal=kept.identity())
    composed = desk.press.composed(view, draft, office, official_date(desk.now()))
    return replace(
        draft,
        subject=composed.subject if draft.subject is None else draft.subject,
        references=composed.references if draft.references is None else draft.references,
        paragraphs=composed.paragraphs if draft.paragraphs is None else draft.paragraphs,
    )


def _tell(
    work: UnitOfWork,
    by: Warrant,
    desk: Desk,
    draft: ProposedLetter,
    kind: StepKind,
    note: str = "",
    **facts: str | int,
) -> None:
    case, now = work.cases.get(draft.complaint_id), desk.now()
    told = {
        "draft": draft.identity(),
        "text": draft.text.number,
        "letter_kind": draft.text.draft.kind.value,
        **facts,
    }
    # No fact bears the name of a parameter.
    record(work, by, now, case, kind, note=note, **told)  # type: ignore[arg-type]


def _refuse_none(seen: tuple[Seen, ...]) -> None:
    if not seen:
        raise Refused(Reason.NOTHING_SELECTED)
