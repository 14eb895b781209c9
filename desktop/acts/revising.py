"""Correct or withdraw the record of a letter that came; what was recorded keeps its line."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from desktop.acts.receiving import incoming_faults, owed_to, refuse_before_left
from desktop.acts.recording import Warrant, reason_of, record, require
from desktop.acts.registering import refuse_faults
from desktop.acts.standards import standard_of
from desktop.changes import Changes
from desktop.errors import Conflict, Refused
from desktop.ports import Desk, IncomingLetter, UnitOfWork
from desktop.rules.case import Case, StepKind
from desktop.rules.journal import digest
from desktop.rules.letters import LetterStatus
from desktop.rules.people import Actor, Permission
from desktop.rules.proceedings import Ground
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import official_date
from desktop.rules.thai.text import clean_line
from desktop.rules.travelling import count_from, ended_at, wait_again
from desktop.views import IncomingView

_TOLD = ("sender", "subject", "received_at", "number", "dated", "receipt_number")
"""What a correction writes anew."""


@dataclass(frozen=True, slots=True)
class CorrectIncoming:
    """What the letter says of itself in truth, and why its record is corrected.

    `seen` is the record as the clerk was shown it.
    """

    seen: IncomingView
    sender: str
    subject: str
    received_at: datetime
    number: str
    dated: date | None
    receipt_number: str
    reason: str
    confirmed: frozenset[Reason] = frozenset()


@dataclass(frozen=True, slots=True)
class WithdrawIncoming:
    """A record that should not be there, and why."""

    incoming_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class Revised:
    """The letter whose record changed, and whether its complaint waits again for that reason."""

    incoming_id: int
    waits_again: bool = False
    changes: Changes = Changes.COMPLAINTS | Changes.LETTERS


def correct_incoming(command: CorrectIncoming, desk: Desk, actor: Actor) -> Revised:
    """Record a letter that came as it is; what it answers stays.

    `Conflict` where its record is no longer as it was seen.
    """
    by = require(actor, Permission.CORRECT)
    reason = reason_of(command.reason)
    with desk.unit(actor) as work:
        before = _standing(work, command.seen.id)
        if any(getattr(before, name) != getattr(command.seen, name) for name in _TOLD):
            raise Conflict
        after = replace(
            before,
            sender=clean_line(command.sender),
            subject=clean_line(command.subject),
            received_at=command.received_at,
            number=clean_line(command.number),
            dated=command.dated,
            receipt_number=clean_line(command.receipt_number),
        )
        refuse_faults(command.confirmed, incoming_faults(after, desk.now()))
        if after.answers_id is not None:
            ours = work.letters.get(after.answers_id)
            refuse_before_left(ours, after.received_at, "received_at")
        if after == before:
            raise Refused(Reason.TEXT_UNCHANGED)
        work.letters.save_incoming(after)
        if after.received_at != before.received_at:
            _come_at(work, after)
        _tell(work, by, desk, StepKind.INCOMING_CORRECTED, before, after, reason)
        work.commit()
    return Revised(command.seen.id)


def withdraw_incoming(command: WithdrawIncoming, desk: Desk, actor: Actor) -> Revised:
    """Strike the record out: it answers nothing of ours, and no reply to it is owed.

    The agency that it was from has not answered, and the wait that it ended goes on, unless the
    complaint has moved on since.
    """
    by = require(actor, Permission.CORRECT)
    reason = reason_of(command.reason)
    with desk.unit(actor) as work:
        before = _standing(work, command.incoming_id)
        case = work.cases.get(before.complaint_id)
        if _began_cycle(work, case, command.incoming_id):
            raise Refused(Reason.BEGAN_ANEW, field="reason", number=str(case.number))
        after = replace(before, withdrawn_at=desk.now(), reason=reason)
        work.letters.save_incoming(after)
        if before.answers_id is not None and not work.letters.answers(before.answers_id):
            letter = work.letters.get(before.answers_id)
            if letter.status is LetterStatus.ANSWERED:
                letter.status = LetterStatus.SENT
                work.letters.save(letter)
        case.owed = tuple(one for one in case.owed if one.incoming_id != before.id)
        case.referrals = tuple(
            replace(one, answered_at=None, answer="", answered_by=None)
            if one.answered_by == command.incoming_id
            else one
            for one in case.referrals
        )
        waits_again = wait_again(case, command.incoming_id, standard_of(work, case))
        work.cases.save(case)
        _tell(work, by, desk, StepKind.INCOMING_WITHDRAWN, before, after, reason)
        work.commit()
    return Revised(command.incoming_id, waits_again)


def _standing(work: UnitOfWork, incoming_id: int) -> IncomingLetter:
    incoming = work.letters.incoming(incoming_id)
    work.cases.get(incoming.complaint_id)
    if incoming.withdrawn_at is not None:
        raise Refused(Reason.INCOMING_WITHDRAWN, field="reason")
    return incoming


def _come_at(work: UnitOfWork, incoming: IncomingLetter) -> None:
    """Count what the letter began and ended from when it came in truth."""
    assert incoming.id is not None
    came = incoming.received_at
    case = work.cases.get(incoming.complaint_id)
    standard = standard_of(work, case)
    case.owed = tuple(
        owed_to(one.incoming_id, came, standard)
        if one.incoming_id == incoming.id and one.answered_at is None
        else one
        for one in case.owed
    )
    case.referrals = tuple(
        replace(one, answered_at=came) if one.answered_by == incoming.id else one
        for one in case.referrals
    )
    ended_at(case, incoming.id, came, standard)
    _refuse_out_of_turn(case, incoming.id, came)
    if _began_cycle(work, case, incoming.id):
        closed_at = case.past[-1].ended_at
        if closed_at is not None and came < closed_at:
            raise Refused(Reason.BEFORE_CLOSING, field="received_at", number=str(case.number))
        if any(at < came for at in _done_since(case)):
            raise Refused(Reason.OVERTAKEN, field="received_at")
        count_from(case, came, standard)
    work.cases.save(case)


def _refuse_out_of_turn(case: Case, incoming_id: int, came: datetime) -> None:
    """Refuse an answer before its question was sent, and a letter after it was replied to."""
    for one in case.referrals:
        if one.answered_by == incoming_id and official_date(came) < one.letter_date:
            raise Refused(Reason.BEFORE_SENDING, field="received_at", number=one.letter_number)
    for owed in case.owed:
        replied = owed.answered_at if owed.incoming_id == incoming_id else None
        if replied is not None and came > replied:
            raise Refused(Reason.OVERTAKEN, field="received_at")


def _done_since(case: Case) -> Iterator[datetime]:
    """Yield when what the running cycle has seen was begun or ended."""
    yield from (one.started_at for one in case.waits if one.cycle == case.cycle)
    stops = (clock.stopped_at for clock in case.clocks if clock.cycle == case.cycle)
    yield from (at for at in stops if at is not None)


def _began_cycle(work: UnitOfWork, case: Case, incoming_id: int) -> bool:
    """Tell whether the letter contested a result and the running cycle began with it."""
    return (
        case.cycle_ground is Ground.APPEALED
        and work.cases.contested_by(case.identity()) == incoming_id
    )


def _tell(
    work: UnitOfWork,
    by: Warrant,
    desk: Desk,
    kind: StepKind,
    before: IncomingLetter,
    after: IncomingLetter,
    reason: str,
) -> None:
    record(
        work,
        by,
        desk.now(),
        work.cases.get(before.complaint_id),
        kind,
        note=reason,
        incoming=before.id,
        number=after.number,
        before=digest(work.salt(), repr(before)),
        after=digest(work.salt(), repr(after)),
    )
