"""Correct or withdraw the record of a letter that came; what was recorded keeps its line."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from desktop.acts.receiving import incoming_faults, owed_to
from desktop.acts.recording import reason_of, record, require
from desktop.acts.registering import refuse_faults
from desktop.acts.standards import standard_of
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk, IncomingLetter, UnitOfWork
from desktop.rules.case import StepKind
from desktop.rules.journal import digest
from desktop.rules.letters import LetterStatus
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason
from desktop.rules.thai.text import clean_line
from desktop.rules.travelling import ended_at, wait_again


@dataclass(frozen=True, slots=True)
class CorrectIncoming:
    """What the letter says of itself in truth, and why its record is corrected."""

    incoming_id: int
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
    """Record a letter that came as it is; what it answers stays."""
    require(actor, Permission.CORRECT)
    reason = reason_of(command.reason)
    with desk.unit(actor) as work:
        before = _standing(work, command.incoming_id)
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
        _refuse_before_ours(work, after)
        if after == before:
            raise Refused(Reason.TEXT_UNCHANGED)
        work.letters.save_incoming(after)
        if after.received_at != before.received_at:
            _come_at(work, after)
        _tell(work, actor, desk, StepKind.INCOMING_CORRECTED, before, after, reason)
        work.commit()
    return Revised(command.incoming_id)


def withdraw_incoming(command: WithdrawIncoming, desk: Desk, actor: Actor) -> Revised:
    """Strike the record out: it answers nothing of ours, and no reply to it is owed.

    The agency that it was from has not answered, and the wait that it ended goes on, unless the
    complaint has moved on since.
    """
    require(actor, Permission.CORRECT)
    reason = reason_of(command.reason)
    with desk.unit(actor) as work:
        before = _standing(work, command.incoming_id)
        after = replace(before, withdrawn_at=desk.now(), reason=reason)
        work.letters.save_incoming(after)
        if before.answers_id is not None and not work.letters.answers(before.answers_id):
            letter = work.letters.get(before.answers_id)
            if letter.status is LetterStatus.ANSWERED:
                letter.status = LetterStatus.SENT
                work.letters.save(letter)
        case = work.cases.get(before.complaint_id)
        case.owed = tuple(one for one in case.owed if one.incoming_id != before.id)
        case.referrals = tuple(
            replace(one, answered_at=None, answer="", answered_by=None)
            if one.answered_by == command.incoming_id
            else one
            for one in case.referrals
        )
        waits_again = wait_again(case, command.incoming_id, standard_of(work, case))
        work.cases.save(case)
        _tell(work, actor, desk, StepKind.INCOMING_WITHDRAWN, before, after, reason)
        work.commit()
    return Revised(command.incoming_id, waits_again)


def _standing(work: UnitOfWork, incoming_id: int) -> IncomingLetter:
    incoming = work.letters.incoming(incoming_id)
    work.cases.get(incoming.complaint_id)
    if incoming.withdrawn_at is not None:
        raise Refused(Reason.INCOMING_WITHDRAWN, field="reason")
    return incoming


def _refuse_before_ours(work: UnitOfWork, incoming: IncomingLetter) -> None:
    """Refuse an answer that came before what it answers had left."""
    if incoming.answers_id is None:
        return
    letter = work.letters.get(incoming.answers_id)
    assert letter.sent_at is not None
    if incoming.received_at < letter.sent_at:
        raise Refused(Reason.BEFORE_SENDING, field="received_at", number=letter.number)


def _come_at(work: UnitOfWork, incoming: IncomingLetter) -> None:
    """Count what the letter began and ended from when it came in truth."""
    case = work.cases.get(incoming.complaint_id)
    standard = standard_of(work, case)
    case.owed = tuple(
        owed_to(one.incoming_id, incoming.received_at, standard)
        if one.incoming_id == incoming.id and one.answered_at is None
        else one
        for one in case.owed
    )
    assert incoming.id is not None
    case.referrals = tuple(
        replace(one, answered_at=incoming.received_at) if one.answered_by == incoming.id else one
        for one in case.referrals
    )
    ended_at(case, incoming.id, incoming.received_at, standard)
    work.cases.save(case)


def _tell(
    work: UnitOfWork,
    actor: Actor,
    desk: Desk,
    kind: StepKind,
    before: IncomingLetter,
    after: IncomingLetter,
    reason: str,
) -> None:
    record(
        work,
        actor,
        desk.now(),
        work.cases.get(before.complaint_id),
        kind,
        note=reason,
        incoming=before.id,
        number=after.number,
        before=digest(work.salt(), repr(before)),
        after=digest(work.salt(), repr(after)),
    )
