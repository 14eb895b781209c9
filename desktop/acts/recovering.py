"""Letters that a person left in hand, and corrections to letters that left without them."""

from dataclasses import dataclass, replace

from desktop.acts.proposing import KeepDraft, keep_draft
from desktop.acts.recording import require
from desktop.changes import Changes
from desktop.errors import Conflict, Refused
from desktop.ports import Desk, Draft
from desktop.rules.letter_fields import (
    LETTER_IN_HAND,
    correction_key,
    letter_corrected_in,
    read_slip,
)
from desktop.rules.letters import DELIVERED, ON_THE_DESK
from desktop.rules.people import Actor, Permission


@dataclass(frozen=True, slots=True)
class RecoverLetters:
    """The letters that a person left in hand."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """How many letters became drafts, and how many are of complaints closed to this person."""

    count: int
    lost: int
    changes: Changes = Changes.COMPLAINTS | Changes.LETTERS


def recover_letters(command: RecoverLetters, desk: Desk, actor: Actor) -> Recovered:
    """Keep as drafts the letters that were in hand when the program stopped.

    A correction that was begun stays parked while its letter can still be corrected.
    """
    del command
    require(actor, Permission.ISSUE_LETTER)
    kept = lost = 0
    for left in desk.drafts.left(actor.person_id):
        try:
            kept += _recovered(left, desk, actor)
        except Refused:
            # Whoever may not see the complaint any more may not have its letter either.
            lost += 1
            desk.drafts.drop(actor.person_id, left.key)
    return Recovered(kept, lost)


def correction_left(letter_id: int, desk: Desk, actor: Actor) -> Draft | None:
    """Find what the actor had begun to correct in a letter, on this computer."""
    return desk.drafts.one(actor.person_id, correction_key(letter_id))


def _recovered(left: Draft, desk: Desk, actor: Actor) -> bool:
    letter_id = letter_corrected_in(left.key)
    if letter_id is not None:
        return settle(left, letter_id, desk, actor)
    if not left.key.startswith(LETTER_IN_HAND):
        return False
    # What was issued before the program stopped is no draft any more.
    kept = desk.reading.saved(left.key.removeprefix(LETTER_IN_HAND)) is None
    if kept:
        draft, seen, corrects_id = read_slip(left.fields)
        _keep(KeepDraft(left.key, draft, seen, corrects_id), desk, actor)
    desk.drafts.drop(actor.person_id, left.key)
    return kept


def settle(left: Draft, letter_id: int, desk: Desk, actor: Actor) -> bool:
    """Keep as a draft what was begun to correct in a letter that no longer can be.

    Where the letter left, it is one that puts it right, else a new one.
    """
    with desk.unit(actor) as work:
        letter = work.letters.get(letter_id)
    if letter.status in ON_THE_DESK:
        return False
    draft = read_slip(left.fields)[0]
    changed = draft != letter.draft
    if changed:
        corrects_id = letter_id if letter.status in DELIVERED else None
        # One person's key is as good as another's on this computer, but not in the register; nor
        # is a second correction, of another desk or day, the one that was kept.
        key = f"{left.key}:{actor.person_id}:{left.kept_at.isoformat()}"
        keep_draft(KeepDraft(key, draft, corrects_id=corrects_id), desk, actor)
    desk.drafts.drop(actor.person_id, left.key)
    return changed


def _keep(command: KeepDraft, desk: Desk, actor: Actor) -> None:
    try:
        keep_draft(command, desk, actor)
    except Conflict:
        # Somebody went on with that draft meanwhile; both are kept.
        keep_draft(replace(command, seen=None), desk, actor)
