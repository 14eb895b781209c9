"""Record a letter that came to a complaint already registered, in answer to ours or not."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from desktop.acts.attaching import NewFile, keep_files, refuse_no_scan
from desktop.acts.following_up import answered
from desktop.acts.recording import Warrant, record, refuse_gaps, require, text_of
from desktop.acts.registering import refuse_faults
from desktop.acts.standards import standard_of
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk, IncomingLetter, Letter, UnitOfWork
from desktop.rules.case import Case, StepKind
from desktop.rules.clocks import ClockKind, Target, Unit
from desktop.rules.letters import DELIVERED, LetterStatus
from desktop.rules.people import Actor, Permission
from desktop.rules.proceedings import ReplyOwed
from desktop.rules.promises import Standard
from desktop.rules.reasons import Reason
from desktop.rules.road import ROAD, Move
from desktop.rules.thai.dates import official_date
from desktop.rules.thai.text import clean_line
from desktop.rules.travelling import check, resume_by_letter
from desktop.views import Saved

ACT = "receive_letter"


@dataclass(frozen=True, slots=True)
class ReceiveLetter:
    """What a letter that came says of itself, with the key that makes a retry harmless.

    `receipt_number` is the office's own. `confirmed` holds the warnings the clerk has overridden.
    `referral` is the place of what we sent to an agency and this answers, `ends_wait` says that it
    is what the case waited for, `reply_needed` that it must itself be answered.
    """

    key: str
    case_id: int
    sender: str
    subject: str
    received_at: datetime
    number: str = ""
    dated: date | None = None
    receipt_number: str = ""
    answers_id: int | None = None
    files: tuple[NewFile, ...] = ()
    confirmed: frozenset[Reason] = frozenset()
    referral: int | None = None
    ends_wait: bool = False
    reply_needed: bool = True


@dataclass(frozen=True, slots=True)
class ReplyToLetter:
    """The letter that came, when it was answered, and how."""

    case_id: int
    incoming_id: int
    replied_at: datetime
    note: str


@dataclass(frozen=True, slots=True)
class Received:
    """The letter that came."""

    incoming_id: int
    changes: Changes = Changes.COMPLAINTS | Changes.LETTERS | Changes.FILES


def receive_letter(command: ReceiveLetter, desk: Desk, actor: Actor) -> Received:
    """File a letter that came into its case; it takes no number of a complaint."""
    by = require(actor, ROAD[Move.FILE_LETTER].permission)
    now = desk.now()
    with desk.unit(actor) as work:
        before = work.saved(command.key)
        if before is not None:
            return Received(before.subject_id)
        case = work.cases.get(command.case_id)
        check(case, Move.FILE_LETTER, actor)
        kept = keep_letter(work, case, command, by, now)
        work.cases.save(case)
        work.commit()
    return kept


def keep_letter(
    work: UnitOfWork, case: Case, command: ReceiveLetter, by: Warrant, now: datetime
) -> Received:
    """Keep a letter with its case: what it answers is answered, what it asks for is owed."""
    incoming = IncomingLetter(
        complaint_id=command.case_id,
        answers_id=command.answers_id,
        number=clean_line(command.number),
        dated=command.dated,
        sender=clean_line(command.sender),
        subject=clean_line(command.subject),
        received_at=command.received_at,
        receipt_number=clean_line(command.receipt_number),
        recorded_at=now,
        recorded_by=by.actor.person_id,
    )
    refuse_faults(command.confirmed, incoming_faults(incoming, now))
    refuse_no_scan(command.files)
    letter = _answered(work, incoming)
    incoming_id = work.letters.receive(incoming)
    work.keep_key(command.key, Saved(ACT, incoming_id))
    if command.referral is not None:
        answered(case, command.referral, incoming.received_at, incoming.subject, incoming_id)
    standard = standard_of(work, case)
    if command.ends_wait:
        if case.open_wait() is None:
            raise Refused(Reason.NOT_WAITING, field="ends_wait", number=str(case.number))
        resume_by_letter(case, incoming_id, by.actor, incoming.received_at, standard)
    if command.reply_needed:
        case.owed += (owed_to(incoming_id, incoming.received_at, standard),)
    record(
        work,
        by,
        now,
        case,
        StepKind.LETTER_RECEIVED,
        note=incoming.subject,
        step_at=incoming.received_at,
        incoming=incoming_id,
        number=incoming.number,
        receipt=incoming.receipt_number,
        answers="" if letter is None else letter.number,
    )
    keep_files(work, case, command.files, by, now, incoming_id=incoming_id)
    return Received(incoming_id)


def owed_to(incoming_id: int, received_at: datetime, standard: Standard) -> ReplyOwed:
    """Return the reply that a letter asks for, and when it is due."""
    target = Target(ClockKind.REPLY, standard.policy.reply, Unit.CALENDAR_DAYS)
    return ReplyOwed(incoming_id, received_at, standard.due_at(target, received_at))


def reply_to_letter(command: ReplyToLetter, desk: Desk, actor: Actor) -> Received:
    """Note that a letter that came was answered; its clock ends."""
    by = require(actor, Permission.WORK)
    now, note = desk.now(), text_of(command.note, "note")
    refuse_gaps(note=note)
    if command.replied_at > now:
        raise Refused(Reason.IN_THE_FUTURE, field="replied_at")
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        owed = next((one for one in case.owed if one.incoming_id == command.incoming_id), None)
        if owed is None or owed.answered_at is not None:
            raise Refused(Reason.LETTER_ANSWERED, field="replied_at")
        if command.replied_at < owed.received_at:
            raise Refused(Reason.BEFORE_LETTER, field="replied_at")
        done = replace(owed, answered_at=command.replied_at)
        case.owed = tuple(done if one is owed else one for one in case.owed)
        work.cases.save(case)
        record(
            work,
            by,
            now,
            case,
            StepKind.LETTER_REPLIED,
            note=note,
            step_at=command.replied_at,
            incoming=command.incoming_id,
        )
        work.commit()
    return Received(command.incoming_id)


def incoming_faults(incoming: IncomingLetter, now: datetime) -> tuple[Refused, ...]:
    """List what a letter that came cannot be recorded with, or must be confirmed."""
    today = official_date(now)
    faults = [
        Refused(Reason.REQUIRED, field=name)
        for name in ("sender", "subject")
        if not getattr(incoming, name)
    ]
    if incoming.received_at > now:
        faults.append(Refused(Reason.IN_THE_FUTURE, field="received_at"))
    if incoming.dated is not None and incoming.dated > today:
        faults.append(Refused(Reason.IN_THE_FUTURE, field="dated"))
    elif incoming.dated is not None and official_date(incoming.received_at) < incoming.dated:
        faults.append(Refused(Reason.CONFIRM_BEFORE_LETTER, field="received_at"))
    return tuple(faults)


def refuse_before_left(letter: Letter, at: datetime, field: str) -> None:
    """Refuse that something came of a letter of ours before it had left."""
    assert letter.sent_at is not None
    if at < letter.sent_at:
        raise Refused(Reason.BEFORE_SENDING, field=field, number=letter.number)


def _answered(work: UnitOfWork, incoming: IncomingLetter) -> Letter | None:
    """Mark the letter of ours that this one answers."""
    if incoming.answers_id is None:
        return None
    letter = work.letters.get(incoming.answers_id)
    if letter.complaint_id != incoming.complaint_id or letter.status not in DELIVERED:
        raise Refused(Reason.UNKNOWN_CHOICE, field="answers_id")
    refuse_before_left(letter, incoming.received_at, "received_at")
    letter.status = LetterStatus.ANSWERED
    work.letters.save(letter)
    return letter
