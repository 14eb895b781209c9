"""Record a letter that came to a complaint already registered, in answer to ours or not."""

from dataclasses import dataclass
from datetime import date, datetime

from desktop.acts.attaching import NewFile, keep_files, refuse_no_scan
from desktop.acts.recording import record, require
from desktop.acts.registering import refuse_faults
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk, IncomingLetter, Letter, UnitOfWork
from desktop.rules.case import StepKind
from desktop.rules.letters import DELIVERED, LetterStatus
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import official_date
from desktop.rules.thai.text import clean_line
from desktop.views import Saved

ACT = "receive_letter"


@dataclass(frozen=True, slots=True)
class ReceiveLetter:
    """What a letter that came says of itself, with the key that makes a retry harmless.

    `receipt_number` is the office's own. `confirmed` holds the warnings the clerk has overridden.
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


@dataclass(frozen=True, slots=True)
class Received:
    """The letter that came."""

    incoming_id: int
    changes: Changes = Changes.COMPLAINTS | Changes.LETTERS | Changes.FILES


def receive_letter(command: ReceiveLetter, desk: Desk, actor: Actor) -> Received:
    """Keep a letter that came with its case; one of ours that it answers is answered."""
    require(actor, Permission.CORRECT)
    now = desk.now()
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
        recorded_by=actor.person_id,
    )
    refuse_faults(command.confirmed, _faults(incoming))
    refuse_no_scan(command.files)
    with desk.unit(actor) as work:
        before = work.saved(command.key)
        if before is not None:
            return Received(before.subject_id)
        case = work.cases.get(command.case_id)
        answered = _answered(work, incoming)
        incoming_id = work.letters.receive(incoming)
        work.keep_key(command.key, Saved(ACT, incoming_id))
        record(
            work,
            actor,
            now,
            case,
            StepKind.LETTER_RECEIVED,
            note=incoming.subject,
            step_at=incoming.received_at,
            incoming=incoming_id,
            number=incoming.number,
            receipt=incoming.receipt_number,
            answers="" if answered is None else answered.number,
        )
        keep_files(work, case, command.files, actor, now, incoming_id=incoming_id)
        work.commit()
    return Received(incoming_id)


def _faults(incoming: IncomingLetter) -> tuple[Refused, ...]:
    today = official_date(incoming.recorded_at)
    faults = [
        Refused(Reason.REQUIRED, field=name)
        for name in ("sender", "subject")
        if not getattr(incoming, name)
    ]
    if incoming.received_at > incoming.recorded_at:
        faults.append(Refused(Reason.IN_THE_FUTURE, field="received_at"))
    if incoming.dated is not None and incoming.dated > today:
        faults.append(Refused(Reason.IN_THE_FUTURE, field="dated"))
    elif incoming.dated is not None and official_date(incoming.received_at) < incoming.dated:
        faults.append(Refused(Reason.CONFIRM_BEFORE_LETTER, field="received_at"))
    return tuple(faults)


def _answered(work: UnitOfWork, incoming: IncomingLetter) -> Letter | None:
    """Mark the letter of ours that this one answers."""
    if incoming.answers_id is None:
        return None
    letter = work.letters.get(incoming.answers_id)
    if letter.complaint_id != incoming.complaint_id or letter.status not in DELIVERED:
        raise Refused(Reason.UNKNOWN_CHOICE, field="answers_id")
    assert letter.sent_at is not None
    if incoming.received_at < letter.sent_at:
        raise Refused(Reason.BEFORE_SENDING, field="received_at", number=letter.number)
    letter.status = LetterStatus.ANSWERED
    work.letters.save(letter)
    return letter
