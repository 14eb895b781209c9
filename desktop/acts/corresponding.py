"""Letters of a case: issue one, say that it was printed, say that it left."""

from dataclasses import dataclass, replace
from datetime import datetime

from desktop.acts.recording import record, require
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Desk, Letter, UnitOfWork
from desktop.rules.case import Case, StepKind
from desktop.rules.clocks import ClockKind
from desktop.rules.letters import Dispatch, Finding, LetterDraft, LetterKind, LetterStatus
from desktop.rules.numbering import Book, Series, letter_number
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import buddhist_year, official_date
from desktop.rules.thai.text import clean_block, clean_line
from desktop.views import Saved

ACT = "issue_letter"


@dataclass(frozen=True, slots=True)
class IssueLetter:
    """A draft that is ready, with the key that makes a retry harmless."""

    key: str
    draft: LetterDraft


@dataclass(frozen=True, slots=True)
class Issued:
    """The letter that took its number."""

    letter_id: int
    number: str
    unprintable: tuple[str, ...] = ()
    changes: Changes = Changes.COMPLAINTS | Changes.LETTERS


@dataclass(frozen=True, slots=True)
class RecordPrinted:
    """The letter came out of the printer or was saved as a file."""

    letter_id: int


@dataclass(frozen=True, slots=True)
class RecordSent:
    """How the letter left, when, and the post's tracking number."""

    letter_id: int
    dispatch: Dispatch
    sent_at: datetime
    tracking: str = ""


@dataclass(frozen=True, slots=True)
class LetterMoved:
    """The letter that moved on."""

    letter_id: int
    changes: Changes = Changes.COMPLAINTS | Changes.LETTERS


def cleaned_draft(draft: LetterDraft) -> LetterDraft:
    """Clean what the clerk typed, or refuse what a letter cannot do without."""
    clean = replace(
        draft,
        recipient=clean_line(draft.recipient),
        salutation=clean_line(draft.salutation),
        particular=clean_line(draft.particular),
        paragraphs=None
        if draft.paragraphs is None
        else tuple(p for p in (clean_block(text) for text in draft.paragraphs) if p),
    )
    if not clean.recipient:
        raise Refused(Reason.REQUIRED, field="recipient")
    if not clean.particular:
        raise Refused(Reason.REQUIRED, field="particular")
    if clean.paragraphs is not None and not clean.paragraphs:
        raise Refused(Reason.REQUIRED, field="paragraphs")
    return clean


def issue(command: IssueLetter, desk: Desk, actor: Actor) -> Issued:
    """Give a letter its number and keep it as printed; a paper that fails to print takes none."""
    require(actor, Permission.ISSUE_LETTER)
    draft = cleaned_draft(command.draft)
    now = desk.now()
    today = official_date(now)
    office = desk.reading.office(today)
    view = desk.reading.case(actor, draft.complaint_id)
    with desk.unit(actor) as work:
        before = work.saved(command.key)
        if before is not None:
            return Issued(before.subject_id, work.letters.get(before.subject_id).number)
        case = work.cases.get(draft.complaint_id)
        _refuse_unfit(work, case, draft)
        series = Series(Book.LETTERS_OUT, buddhist_year(today))
        running = work.next_number(series)
        number = letter_number(office.facts.letter_prefix, running)
        pressed = desk.press.letter(view, draft, office, number, today)
        stored = work.files.put(pressed.pdf)
        letter = Letter(
            complaint_id=case.identity(),
            kind=LetterKind.ACKNOWLEDGEMENT,
            draft=draft,
            number=number,
            running=running,
            year=series.year,
            dated=today,
            issued_at=now,
            issued_by=actor.person_id,
            pdf=stored.name,
            sha256=stored.sha256,
        )
        letter_id = work.letters.add(letter)
        work.keep_key(command.key, Saved(ACT, letter_id))
        record(
            work,
            actor,
            now,
            case,
            StepKind.LETTER_ISSUED,
            letter=letter_id,
            number=number,
            sha256=stored.sha256,
        )
        work.commit()
    return Issued(letter_id, number, pressed.unprintable)


def record_printed(command: RecordPrinted, desk: Desk, actor: Actor) -> LetterMoved:
    """Note that a letter is on paper; printing again changes nothing."""
    require(actor, Permission.ISSUE_LETTER)
    with desk.unit(actor) as work:
        letter = work.letters.get(command.letter_id)
        case = work.cases.get(letter.complaint_id)
        if letter.status is LetterStatus.ISSUED:
            letter.status = LetterStatus.PRINTED
            work.letters.save(letter)
        record(work, actor, desk.now(), case, StepKind.LETTER_PRINTED, letter=command.letter_id)
        work.commit()
    return LetterMoved(command.letter_id)


def record_sent(command: RecordSent, desk: Desk, actor: Actor) -> LetterMoved:
    """Note that a letter left; an acknowledgement that left stops the acknowledge clock."""
    require(actor, Permission.ISSUE_LETTER)
    now = desk.now()
    if command.sent_at > now:
        raise Refused(Reason.IN_THE_FUTURE, field="sent_at")
    with desk.unit(actor) as work:
        letter = work.letters.get(command.letter_id)
        if letter.status is LetterStatus.SENT:
            raise Refused(Reason.LETTER_ALREADY_SENT, field="dispatch", number=letter.number)
        if official_date(command.sent_at) < letter.dated:
            raise Refused(Reason.BEFORE_ISSUE, field="sent_at", number=letter.number)
        case = work.cases.get(letter.complaint_id)
        letter.status, letter.sent_at = LetterStatus.SENT, command.sent_at
        letter.dispatch, letter.tracking = command.dispatch, clean_line(command.tracking)
        work.letters.save(letter)
        case.stop(ClockKind.ACKNOWLEDGE, command.sent_at)
        if letter.draft.finding is Finding.SPECIAL_PROCEDURE or case.finished:
            # The letter says where the matter goes on: it is the answer, not only a receipt.
            case.stop(ClockKind.REPLY, command.sent_at)
        work.cases.save(case)
        record(
            work,
            actor,
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
    return LetterMoved(command.letter_id)


def _refuse_unfit(work: UnitOfWork, case: Case, draft: LetterDraft) -> None:
    if case.anonymous:
        raise Refused(Reason.NO_ACKNOWLEDGEMENT_FOR_ANONYMOUS)
    if not work.office.signatory(draft.signatory_id).active:
        raise Refused(Reason.NO_SIGNATORY, field="signatory_id")
