"""Follow up what another agency was asked or given: reminders, and what it answered."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from desktop.acts.recording import record, refuse_gaps, require, text_of
from desktop.acts.standards import standard_of
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.case import Case, StepKind
from desktop.rules.complaint import Status
from desktop.rules.people import Actor, Permission
from desktop.rules.proceedings import Referral
from desktop.rules.reasons import Reason
from desktop.rules.road import Move
from desktop.rules.thai.dates import official_date
from desktop.rules.thai.text import clean_line
from desktop.rules.travelling import travel


@dataclass(frozen=True, slots=True)
class Remind:
    """The referral at a place of the case's list, the day of the reminder and its letter."""

    case_id: int
    position: int
    reminded_on: date | None
    letter_number: str = ""


@dataclass(frozen=True, slots=True)
class RecordAnswer:
    """The referral at a place of the case's list, when the agency answered, and what."""

    case_id: int
    position: int
    answered_at: datetime
    answer: str


@dataclass(frozen=True, slots=True)
class FollowedUp:
    """The case, and which reminder it was; none where the agency answered."""

    case_id: int
    round: int | None = None
    changes: Changes = Changes.COMPLAINTS


def remind(command: Remind, desk: Desk, actor: Actor) -> FollowedUp:
    """Note that an agency was reminded; each reminder is counted."""
    by = require(actor, Permission.WORK)
    now = desk.now()
    refuse_gaps(reminded_on=command.reminded_on)
    assert command.reminded_on is not None
    if command.reminded_on > official_date(now):
        raise Refused(Reason.IN_THE_FUTURE, field="reminded_on")
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        before = _unanswered(case, command.position, "reminded_on")
        if command.reminded_on < max((before.letter_date, *before.reminders)):
            raise Refused(Reason.BEFORE_SENDING, field="reminded_on", number=before.letter_number)
        after = replace(before, reminders=(*before.reminders, command.reminded_on))
        put_referral(case, command.position, after)
        work.cases.save(case)
        count = len(after.reminders)
        record(
            work,
            by,
            now,
            case,
            StepKind.REMINDED,
            note=before.agency,
            round=count,
            letter=clean_line(command.letter_number),
            reminded_on=command.reminded_on.isoformat(),
        )
        work.commit()
    return FollowedUp(command.case_id, count)


def record_answer(command: RecordAnswer, desk: Desk, actor: Actor) -> FollowedUp:
    """Note what an agency answered; when the case waited for nobody else, it goes on."""
    by = require(actor, Permission.WORK)
    now, answer = desk.now(), text_of(command.answer, "answer")
    refuse_gaps(answer=answer)
    if command.answered_at > now:
        raise Refused(Reason.IN_THE_FUTURE, field="answered_at")
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        before = answered(case, command.position, command.answered_at, answer)
        if case.status is Status.WAITING_AGENCY and not any(
            one.answered_at is None for one in case.referrals
        ):
            travel(case, Move.RESUME, actor, command.answered_at, standard_of(work, case))
        work.cases.save(case)
        record(
            work,
            by,
            now,
            case,
            StepKind.REFERRAL_ANSWERED,
            note=f"{before.agency} · {answer}",
            step_at=command.answered_at,
        )
        work.commit()
    return FollowedUp(command.case_id)


def answered(
    case: Case, position: int, at: datetime, answer: str, letter: int | None = None
) -> Referral:
    """Let a referral be answered, by a letter that came or otherwise; return it as it was."""
    before = _unanswered(case, position, "answered_at")
    if official_date(at) < before.letter_date:
        raise Refused(Reason.BEFORE_SENDING, field="answered_at", number=before.letter_number)
    put_referral(case, position, replace(before, answered_at=at, answer=answer, answered_by=letter))
    return before


def put_referral(case: Case, position: int, referral: Referral) -> None:
    """Put a referral in the place of the one that stands there."""
    case.referrals = tuple(
        referral if place == position else one for place, one in enumerate(case.referrals)
    )


def _unanswered(case: Case, position: int, field: str) -> Referral:
    referral = case.referrals[position]
    if referral.answered_at is not None:
        raise Refused(Reason.ALREADY_ANSWERED, field=field)
    return referral
