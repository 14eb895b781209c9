"""What happens to an issued letter: it is printed, leaves, comes back, or is voided."""

from dataclasses import dataclass
from datetime import datetime

from desktop.acts.receiving import refuse_before_left
from desktop.acts.recording import reason_of, record, require
from desktop.acts.recovering import correction_left, settle
from desktop.acts.registering import refuse_faults
from desktop.acts.standards import standard_of
from desktop.changes import Changes
from desktop.errors import Refused, Unavailable
from desktop.ports import Desk, Draft, Letter
from desktop.rules.case import Case, StepKind
from desktop.rules.clocks import ClockKind
from desktop.rules.complaint import Status
from desktop.rules.letters import (
    ON_THE_DESK,
    READY,
    Audience,
    Dispatch,
    Finding,
    LetterKind,
    LetterStatus,
)
from desktop.rules.people import Actor, Permission
from desktop.rules.promises import Standard
from desktop.rules.reasons import Reason
from desktop.rules.road import Move
from desktop.rules.thai.dates import official_date
from desktop.rules.thai.text import clean_line
from desktop.rules.travelling import travel


@dataclass(frozen=True, slots=True)
class RecordPrinted:
    """The letter came out of the printer or was saved as a file."""

    letter_id: int


@dataclass(frozen=True, slots=True)
class RecordSent:
    """How the letter left, when, and the post's tracking number.

    `confirmed` holds the warnings the clerk has read and overridden.
    """

    letter_id: int
    dispatch: Dispatch
    sent_at: datetime
    tracking: str = ""
    confirmed: frozenset[Reason] = frozenset()


@dataclass(frozen=True, slots=True)
class RecordReturned:
    """When the post brought a letter back, and what it wrote on it."""

    letter_id: int
    returned_at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class VoidLetter:
    """A letter that must not leave, and why."""

    letter_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class LetterMoved:
    """The letter that moved on, and what became of a correction that was begun to it.

    `draft_kept` where it became a draft, `draft_waits` where that failed and is still to be done.
    """

    letter_id: int
    draft_kept: bool = False
    draft_waits: bool = False
    changes: Changes = Changes.COMPLAINTS | Changes.LETTERS


def record_printed(command: RecordPrinted, desk: Desk, actor: Actor) -> LetterMoved:
    """Note that a letter is on paper; printing again changes nothing."""
    by = require(actor, Permission.ISSUE_LETTER)
    with desk.unit(actor) as work:
        letter = work.letters.get(command.letter_id)
        case = work.cases.get(letter.complaint_id)
        if letter.status is LetterStatus.ISSUED:
            letter.status = LetterStatus.PRINTED
            work.letters.save(letter)
        record(work, by, desk.now(), case, StepKind.LETTER_PRINTED, letter=command.letter_id)
        work.commit()
    return LetterMoved(command.letter_id)


def record_sent(command: RecordSent, desk: Desk, actor: Actor) -> LetterMoved:
    """Note that a letter left: the clocks that its kind answers to stop at that moment."""
    by = require(actor, Permission.ISSUE_LETTER)
    now = desk.now()
    if command.sent_at > now:
        raise Refused(Reason.IN_THE_FUTURE, field="sent_at")
    left = correction_left(command.letter_id, desk, actor)
    with desk.unit(actor) as work:
        letter = work.letters.get(command.letter_id)
        _refuse_unready(letter)
        assert letter.dated is not None
        if official_date(command.sent_at) < letter.dated:
            raise Refused(Reason.BEFORE_ISSUE, field="sent_at", number=letter.number)
        refuse_faults(command.confirmed, _doubts(letter, left))
        case = work.cases.get(letter.complaint_id)
        letter.status, letter.sent_at = LetterStatus.SENT, command.sent_at
        letter.dispatch, letter.tracking = command.dispatch, clean_line(command.tracking)
        work.letters.save(letter)
        _told(case, letter, command.sent_at, actor, standard_of(work, case))
        work.cases.save(case)
        record(
            work,
            by,
            now,
            case,
            StepKind.LETTER_SENT,
            step_at=command.sent_at,
            letter=command.letter_id,
            number=letter.number,
            dispatch=command.dispatch.value,
            tracking=letter.tracking,
        )
        work.commit()
    return _moved(command.letter_id, left, desk, actor)


def record_returned(command: RecordReturned, desk: Desk, actor: Actor) -> LetterMoved:
    """Note that a letter that left came back; what it stopped stays stopped, as it was sent."""
    by = require(actor, Permission.ISSUE_LETTER)
    now = desk.now()
    reason = reason_of(command.reason)
    if command.returned_at > now:
        raise Refused(Reason.IN_THE_FUTURE, field="returned_at")
    with desk.unit(actor) as work:
        letter = work.letters.get(command.letter_id)
        if letter.status is not LetterStatus.SENT:
            raise Refused(Reason.LETTER_NOT_SENT, field="returned_at", number=letter.number)
        refuse_before_left(letter, command.returned_at, "returned_at")
        case = work.cases.get(letter.complaint_id)
        letter.status, letter.reason = LetterStatus.RETURNED, reason
        work.letters.save(letter)
        record(
            work,
            by,
            now,
            case,
            StepKind.LETTER_RETURNED,
            note=reason,
            step_at=command.returned_at,
            letter=command.letter_id,
            number=letter.number,
        )
        work.commit()
    return LetterMoved(command.letter_id)


def void_letter(command: VoidLetter, desk: Desk, actor: Actor) -> LetterMoved:
    """Void a letter that has not left; its number stays in the book with the reason."""
    by = require(actor, Permission.ISSUE_LETTER)
    reason = reason_of(command.reason)
    left = correction_left(command.letter_id, desk, actor)
    with desk.unit(actor) as work:
        letter = work.letters.get(command.letter_id)
        if letter.status is LetterStatus.VOID:
            raise Refused(Reason.LETTER_IS_VOID, field="reason", number=letter.number)
        if letter.status not in ON_THE_DESK:
            raise Refused(Reason.LETTER_ALREADY_SENT, field="reason", number=letter.number)
        case = work.cases.get(letter.complaint_id)
        letter.status, letter.reason = LetterStatus.VOID, reason
        work.letters.save(letter)
        record(
            work,
            by,
            desk.now(),
            case,
            StepKind.LETTER_VOIDED,
            note=reason,
            letter=command.letter_id,
            number=letter.number,
        )
        work.commit()
    return _moved(command.letter_id, left, desk, actor)


def _moved(letter_id: int, left: Draft | None, desk: Desk, actor: Actor) -> LetterMoved:
    """Settle the correction begun to a letter that has moved on."""
    if left is None:
        return LetterMoved(letter_id)
    try:
        return LetterMoved(letter_id, draft_kept=settle(left, letter_id, desk, actor))
    except Unavailable:
        # The letter moved on all the same; what is still parked is settled at the next sign-in.
        return LetterMoved(letter_id, draft_waits=True)


def _told(case: Case, letter: Letter, at: datetime, actor: Actor, standard: Standard) -> None:
    """Stop what the letter answers; the result of a closed case is the petitioner's notice."""
    draft = letter.draft
    if draft.spec.audience is Audience.PETITIONER:
        case.told(at)
    for clock in draft.spec.stops:
        case.stop(clock, at)
    if draft.kind is LetterKind.ACKNOWLEDGEMENT and (
        draft.finding is Finding.SPECIAL_PROCEDURE or case.finished
    ):
        # The letter says where the matter goes on: it is the answer, not only a receipt.
        case.stop(ClockKind.REPLY, at)
    if draft.kind is LetterKind.RESULT and case.status is Status.CLOSED:
        travel(case, Move.INFORM, actor, at, standard)


def _doubts(letter: Letter, left: Draft | None) -> tuple[Refused, ...]:
    """List what makes it doubtful that a letter left as it is kept."""
    doubts = []
    if letter.status is LetterStatus.ISSUED:
        doubts.append(Refused(Reason.CONFIRM_UNPRINTED, field="dispatch"))
    if left is not None:
        doubts.append(Refused(Reason.CONFIRM_UNCORRECTED))
    return tuple(doubts)


def _refuse_unready(letter: Letter) -> None:
    if letter.status in READY:
        return
    reason = {
        LetterStatus.AWAITING_NUMBER: Reason.NUMBER_NEEDED,
        LetterStatus.VOID: Reason.LETTER_IS_VOID,
    }.get(letter.status, Reason.LETTER_ALREADY_SENT)
    raise Refused(reason, field="dispatch", number=letter.number)
