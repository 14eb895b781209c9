"""Issue a letter of a case, and give one of the central series its number."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from desktop.acts.recording import record, require
from desktop.changes import Changes
from desktop.errors import Conflict, Parameter, Refusals, Refused
from desktop.ports import Desk, Letter, UnitOfWork
from desktop.rules.case import Case, StepKind
from desktop.rules.complaint import Secrecy, Urgency
from desktop.rules.letters import (
    BLOCKS,
    DELIVERED,
    MARKS,
    OUR_BOOKS,
    TYPED,
    Audience,
    Blank,
    Form,
    LetterDraft,
    LetterKind,
    LetterSeries,
    LetterStatus,
)
from desktop.rules.masking import told_of
from desktop.rules.numbering import Series, letter_number, order_number
from desktop.rules.people import Actor, Permission
from desktop.rules.proposing import ProposedLetter, Seen
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import buddhist_year, official_date
from desktop.rules.thai.text import clean_block, clean_line
from desktop.views import CaseView, OfficeView, Saved

ACT = "issue_letter"


@dataclass(frozen=True, slots=True)
class IssueLetter:
    """A draft that is ready, with the key that makes a retry harmless.

    `seen` is the kept draft it comes from, if it was kept before.
    `corrects_id` is a letter that has left, which this one puts right.
    """

    key: str
    draft: LetterDraft
    seen: Seen | None = None
    corrects_id: int | None = None


@dataclass(frozen=True, slots=True)
class Issued:
    """The letter that took its number; one of the central series has none yet."""

    letter_id: int
    number: str
    unprintable: tuple[str, ...] = ()
    changes: Changes = Changes.COMPLAINTS | Changes.LETTERS


@dataclass(frozen=True, slots=True)
class NumberLetter:
    """The number and the day that the central registry gave a letter."""

    letter_id: int
    running: int
    dated: date | None


def cleaned(draft: LetterDraft) -> LetterDraft:
    """Clean what the clerk typed, however little it is."""
    # A letter under the stamp has none of these (แบบที่ ๓).
    plain = draft.form is Form.STAMPED
    return replace(
        draft,
        recipient=_addressed(draft),
        salutation=clean_line(draft.salutation),
        blanks={blank: _cleaned(blank, draft.blanks.get(blank, "")) for blank in draft.spec.blanks},
        finding=draft.finding if draft.kind is LetterKind.ACKNOWLEDGEMENT else None,
        subject=None if plain or draft.subject is None else clean_line(draft.subject),
        references=None if plain else _lines(draft.references),
        enclosures=() if plain else _lines(draft.enclosures) or (),
        copies_to="" if plain else clean_line(draft.copies_to),
        urgency=draft.urgency if draft.within is None else Urgency.NONE,
        identity_reason=clean_line(draft.identity_reason),
        paragraphs=None
        if draft.paragraphs is None
        else tuple(p for p in (clean_block(text) for text in draft.paragraphs) if p),
    )


def cleaned_draft(draft: LetterDraft) -> LetterDraft:
    """Clean what the clerk typed, or refuse all that this letter cannot do without."""
    clean = cleaned(draft)
    missing = [blank.value for blank, text in clean.blanks.items() if not text]
    if not clean.recipient and clean.spec.form is not Form.ORDER:
        missing.insert(0, "recipient")
    if clean.kind is LetterKind.ACKNOWLEDGEMENT and clean.finding is None:
        missing.append("finding")
    if clean.subject is not None and not clean.subject:
        missing.append("subject")
    if clean.paragraphs is not None and not clean.paragraphs:
        missing.append("paragraphs")
    if missing:
        raise Refusals(tuple(Refused(Reason.REQUIRED, field=name) for name in missing))
    return clean


def as_seen(work: UnitOfWork, seen: Seen) -> ProposedLetter:
    """Load a kept draft that the actor may see; `Conflict` when it is no longer as it was seen."""
    proposal = work.proposals.get(seen.id)
    work.cases.get(proposal.complaint_id)
    if proposal.version != seen.version:
        raise Conflict
    return proposal


def issue(command: IssueLetter, desk: Desk, actor: Actor) -> Issued:
    """Give a letter its number and keep it as printed; a paper that fails to print takes none.

    A letter of the central series is kept without number and day, to go up for signing. A draft
    that was kept becomes the letter and leaves the folder.
    """
    by = require(actor, Permission.ISSUE_LETTER)
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
        refuse_unfit(work, case, draft)
        refuse_form(draft, office, now)
        shown = refuse_identity(view, draft)
        proposal = None if command.seen is None else as_seen(work, command.seen)
        if proposal is not None:
            draft = proposal.issue(draft, now, actor)
        corrects = _corrected(work, command)
        letter = _begun(work, draft, office, now, actor)
        if proposal is not None:
            _name_makers(letter, proposal)
        pressed = desk.press.letter(view, draft, office, letter.number, letter.dated, today)
        stored = work.files.put(pressed.pdf)
        letter.pdf, letter.sha256 = stored.name, stored.sha256
        letter.corrects_id = command.corrects_id
        letter_id = work.letters.add(letter)
        if proposal is not None:
            proposal.letter_id = letter_id
            work.proposals.save(proposal)
        work.keep_key(command.key, Saved(ACT, letter_id))
        record(
            work,
            by,
            now,
            case,
            StepKind.LETTER_ISSUED,
            letter=letter_id,
            letter_kind=draft.kind.value,
            number=letter.number,
            sha256=stored.sha256,
            note=draft.identity_reason if shown else "",
            identity=shown,
            **corrects,
        )
        work.commit()
    return Issued(letter_id, letter.number, pressed.unprintable)


def number_letter(command: NumberLetter, desk: Desk, actor: Actor) -> Issued:
    """Write the central registry's number and day on a letter; each number is given once."""
    by = require(actor, Permission.ISSUE_LETTER)
    now = desk.now()
    dated = _checked_day(command, official_date(now))
    year = buddhist_year(dated)
    office = desk.reading.office(dated)
    with desk.unit(actor) as work:
        letter = work.letters.get(command.letter_id)
        number = _number_of(letter, office, command.running, year)
        if letter.status is not LetterStatus.AWAITING_NUMBER:
            raise Refused(Reason.LETTER_HAS_NUMBER, field="running", number=letter.number)
        if work.letters.numbered(letter.series, year, command.running) is not None:
            raise Refused(Reason.NUMBER_TAKEN, field="running", number=number)
        case = work.cases.get(letter.complaint_id)
        view = desk.reading.case(actor, letter.complaint_id)
        pressed = desk.press.letter(view, letter.draft, office, number, dated, dated)
        stored = work.files.put(pressed.pdf)
        unnumbered, letter.sha256 = letter.sha256, stored.sha256
        letter.pdf, letter.status = stored.name, LetterStatus.PRINTED
        letter.number, letter.running = number, command.running
        letter.year, letter.dated = year, dated
        work.letters.save(letter)
        record(
            work,
            by,
            now,
            case,
            StepKind.LETTER_NUMBERED,
            letter=command.letter_id,
            number=number,
            dated=dated.isoformat(),
            sha256=stored.sha256,
            unnumbered=unnumbered,
        )
        work.commit()
    return Issued(command.letter_id, number, pressed.unprintable)


def _begun(
    work: UnitOfWork, draft: LetterDraft, office: OfficeView, now: datetime, actor: Actor
) -> Letter:
    """Begin a letter: with our next number and today's day, with that day alone, or neither."""
    series = draft.series(office.facts.letter_series)
    letter = Letter(
        complaint_id=draft.complaint_id,
        draft=draft,
        series=series,
        number="",
        running=None,
        year=None,
        dated=None,
        issued_at=now,
        issued_by=actor.person_id,
        pdf="",
        sha256="",
        status=LetterStatus.AWAITING_NUMBER,
        drafted_by=actor.person_id,
        typed_by=actor.person_id,
    )
    if series not in TYPED:
        letter.dated, letter.status = official_date(now), LetterStatus.ISSUED
    if series in OUR_BOOKS:
        letter.year = buddhist_year(official_date(now))
        letter.running = work.next_number(Series(OUR_BOOKS[series], letter.year))
        letter.number = _number_of(letter, office, letter.running, letter.year)
    return letter


def _corrected(work: UnitOfWork, command: IssueLetter) -> dict[str, Any]:
    """Tell the journal which letter is put right: one of this kind, that has left."""
    if command.corrects_id is None:
        return {}
    earlier, draft = work.letters.get(command.corrects_id), command.draft
    if (draft.complaint_id, draft.kind) != (earlier.complaint_id, earlier.draft.kind):
        raise Refused(Reason.UNKNOWN_CHOICE, field="kind")
    if earlier.status not in DELIVERED:
        raise Refused(Reason.LETTER_NOT_SENT, number=earlier.number)
    return {"corrects": earlier.number}


def _name_makers(letter: Letter, proposal: ProposedLetter) -> None:
    letter.drafted_by, letter.typed_by = proposal.begun_by, proposal.text.typed_by
    letter.checked_by = proposal.checked_by


def _number_of(letter: Letter, office: OfficeView, running: int, year: int) -> str:
    if letter.series is LetterSeries.ORDERS:
        return order_number(running, year)
    return letter_number(office.facts.letter_prefix, running, MARKS.get(letter.series, ""))


def _checked_day(command: NumberLetter, today: date) -> date:
    if command.running < 1:
        raise Refused(Reason.BAD_NUMBER, field="running")
    if command.dated is None:
        raise Refused(Reason.REQUIRED, field="dated")
    if command.dated > today:
        raise Refused(Reason.IN_THE_FUTURE, field="dated")
    return command.dated


def _addressed(draft: LetterDraft) -> str:
    """Only to other agencies may one letter go to several, one a line."""
    if draft.spec.audience is not Audience.OTHERS:
        return clean_line(draft.recipient)
    return "\n".join(_lines(draft.recipients) or ())


def _cleaned(blank: Blank, text: str) -> str:
    return clean_block(text) if blank in BLOCKS else clean_line(text)


def _lines(texts: tuple[str, ...] | None) -> tuple[str, ...] | None:
    if texts is None:
        return None
    return tuple(line for line in (clean_line(text) for text in texts) if line)


def refuse_unfit(work: UnitOfWork, case: Case, draft: LetterDraft) -> None:
    """Refuse a letter to nobody, or signed by nobody who signs now."""
    if case.anonymous and draft.spec.audience is Audience.PETITIONER:
        raise Refused(Reason.NO_ACKNOWLEDGEMENT_FOR_ANONYMOUS, field="kind")
    if not draft.signatory_id or not work.office.signatory(draft.signatory_id).active:
        raise Refused(Reason.NO_SIGNATORY, field="signatory_id")


def refuse_form(draft: LetterDraft, office: OfficeView, now: datetime) -> None:
    """Refuse a class that is not kept here, and a form that the office or the kind may not have."""
    if draft.secrecy not in (Secrecy.NONE, Secrecy.SECRET):
        raise Refused(Reason.SECRET_ELSEWHERE, field="secrecy")
    if draft.secrecy is Secrecy.SECRET and draft.circular:
        raise Refused(Reason.SECRET_TO_ONE, field="recipient")
    if draft.stamped and not (office.facts.stamped_letters and draft.spec.stampable):
        raise Refused(Reason.UNKNOWN_CHOICE, field="form")
    if draft.within is not None and draft.within <= now:
        raise Refused(Reason.IN_THE_PAST, field="within")


def refuse_identity(view: CaseView, draft: LetterDraft, **which: Parameter) -> bool:
    """Refuse enclosures that tell others of the petitioner without a reason; tell if they do.

    The refusal bears `which` letter it is of, where several are asked about at once.
    """
    if draft.spec.audience is not Audience.OTHERS:
        return False
    words = told_of(view.petitioners, "\n".join(draft.enclosures))
    if words and not draft.identity_reason:
        raise Refused(Reason.IDENTITY_SHOWN, field="enclosures", words=", ".join(words), **which)
    return bool(words)
