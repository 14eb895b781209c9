"""Mend a letter that has not left: print a spoiled original again, or correct its text."""

from dataclasses import dataclass

from desktop.acts.corresponding import cleaned_draft, refuse_form, refuse_identity, refuse_unfit
from desktop.acts.dispatching import LetterMoved
from desktop.acts.recording import reason_of, record, require
from desktop.errors import Conflict, Refused
from desktop.ports import Desk, Letter, Replaced
from desktop.rules.case import StepKind
from desktop.rules.letters import ON_THE_DESK, LetterDraft, LetterStatus
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import official_date


@dataclass(frozen=True, slots=True)
class ReprintLetter:
    """A letter whose original was spoiled before it left, and how."""

    letter_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class CorrectLetter:
    """What a letter that has not left is to say instead, and why.

    `seen` is the hash of the paper that the clerk began from.
    """

    letter_id: int
    seen: str
    draft: LetterDraft
    reason: str


@dataclass(frozen=True, slots=True)
class Corrected(LetterMoved):
    """The letter as corrected, under the number it had."""

    number: str = ""
    unprintable: tuple[str, ...] = ()


def reprint_letter(command: ReprintLetter, desk: Desk, actor: Actor) -> LetterMoved:
    """Note that an original was spoiled, so that its paper is printed again as it is kept."""
    by = require(actor, Permission.ISSUE_LETTER)
    reason = reason_of(command.reason)
    with desk.unit(actor) as work:
        letter = work.letters.get(command.letter_id)
        _refuse_off_the_desk(letter, Reason.LETTER_ALREADY_SENT)
        case = work.cases.get(letter.complaint_id)
        record(
            work,
            by,
            desk.now(),
            case,
            StepKind.LETTER_REPRINTED,
            note=reason,
            letter=command.letter_id,
            number=letter.number,
            sha256=letter.sha256,
        )
        work.commit()
    return LetterMoved(command.letter_id)


def correct_letter(command: CorrectLetter, desk: Desk, actor: Actor) -> Corrected:
    """Print a letter that has not left anew, under its number and day; what it was is kept."""
    by = require(actor, Permission.ISSUE_LETTER)
    reason = reason_of(command.reason)
    draft = cleaned_draft(command.draft)
    now = desk.now()
    view = desk.reading.case(actor, draft.complaint_id)
    with desk.unit(actor) as work:
        letter = work.letters.get(command.letter_id)
        _refuse_off_the_desk(letter, Reason.LETTER_HAS_LEFT)
        if letter.sha256 != command.seen:
            raise Conflict
        if (draft.complaint_id, draft.kind) != (letter.complaint_id, letter.draft.kind):
            raise Refused(Reason.UNKNOWN_CHOICE, field="kind")
        if draft == letter.draft:
            raise Refused(Reason.TEXT_UNCHANGED)
        case = work.cases.get(letter.complaint_id)
        refuse_unfit(work, case, draft)
        day = letter.dated or official_date(now)
        office = desk.reading.office(day)
        refuse_form(draft, office, now)
        identity = refuse_identity(view, draft)
        ours = office.facts.letter_series
        if draft.series(ours) is not letter.draft.series(ours):
            raise Refused(Reason.OTHER_SERIES, field="recipient", number=letter.number)
        pressed = desk.press.letter(view, draft, office, letter.number, letter.dated, day)
        stored = work.files.put(pressed.pdf)
        before = Replaced(command.letter_id, letter.pdf, now, actor.person_id, reason)
        version = work.letters.replace(before)
        replaced, letter.sha256 = letter.sha256, stored.sha256
        letter.draft, letter.pdf = draft, stored.name
        # Whoever checked it checked other words.
        letter.typed_by, letter.checked_by = actor.person_id, None
        if letter.status is LetterStatus.PRINTED:
            letter.status = LetterStatus.ISSUED
        work.letters.save(letter)
        record(
            work,
            by,
            now,
            case,
            StepKind.LETTER_CORRECTED,
            note=reason,
            letter=command.letter_id,
            number=letter.number,
            version=version,
            identity=identity,
            replaced=replaced,
            sha256=stored.sha256,
        )
        work.commit()
    return Corrected(command.letter_id, number=letter.number, unprintable=pressed.unprintable)


def _refuse_off_the_desk(letter: Letter, gone: Reason) -> None:
    if letter.status in ON_THE_DESK:
        return
    reason = Reason.LETTER_IS_VOID if letter.status is LetterStatus.VOID else gone
    raise Refused(reason, field="reason", number=letter.number)
