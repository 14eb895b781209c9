"""Give to others what a complaint says: a summary without the petitioner, or a file as it came."""

from dataclasses import dataclass

from desktop.acts.attaching import NewFile, keep_files
from desktop.acts.recording import record, require
from desktop.changes import Changes
from desktop.errors import Refusals, Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.complaint import Petitioner
from desktop.rules.masking import told_of
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason
from desktop.rules.summary import Summary
from desktop.rules.thai.dates import official_date
from desktop.rules.thai.text import clean_block, clean_line
from desktop.views import Saved

ACT = "summarise"
NAME = "สรุปเรื่อง (ปกปิดตัวผู้ร้อง).pdf"


@dataclass(frozen=True, slots=True)
class Summarise:
    """A summary as typed; `reason` says why what tells of the petitioner has to stand in it."""

    key: str
    case_id: int
    summary: Summary
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Summarised:
    """The file that keeps the printed summary."""

    file_id: int
    pdf: bytes
    unprintable: tuple[str, ...] = ()
    changes: Changes = Changes.COMPLAINTS | Changes.FILES


@dataclass(frozen=True, slots=True)
class ReleaseFile:
    """A file of a complaint, as it came, for somebody outside; and why."""

    case_id: int
    file_id: int
    to: str
    reason: str


@dataclass(frozen=True, slots=True)
class Released:
    """The file that may go out."""

    file_id: int
    changes: Changes = Changes.COMPLAINTS


def summarise(command: Summarise, desk: Desk, actor: Actor) -> Summarised:
    """Print a summary for others and keep it; one that tells of the petitioner needs a reason."""
    by = require(actor, Permission.ISSUE_LETTER)
    summary = Summary(
        clean_line(command.summary.to),
        clean_line(command.summary.subject),
        clean_block(command.summary.facts),
    )
    _need(to=summary.to, subject=summary.subject, facts=summary.facts)
    reason = clean_line(command.reason)
    now = desk.now()
    today = official_date(now)
    view = desk.reading.case(actor, command.case_id)
    shown = _refuse_identity(view.petitioners, summary, reason)
    pressed = desk.press.summary(view, summary, desk.reading.office(today), today)
    with desk.unit(actor) as work:
        before = work.saved(command.key)
        if before is not None:
            return Summarised(before.subject_id, pressed.pdf, pressed.unprintable)
        case = work.cases.get(command.case_id)
        (file_id,) = keep_files(work, case, (NewFile(NAME, pressed.pdf),), by, now)
        work.keep_key(command.key, Saved(ACT, file_id))
        note = " · ".join(part for part in (summary.to, reason) if part)
        record(work, by, now, case, StepKind.SUMMARISED, note=note, file=file_id, identity=shown)
        work.commit()
    return Summarised(file_id, pressed.pdf, pressed.unprintable)


def release_file(command: ReleaseFile, desk: Desk, actor: Actor) -> Released:
    """Let a file go out as it came: it may tell who the petitioner is, so the reason is kept."""
    by = require(actor, Permission.ISSUE_LETTER)
    to, reason = clean_line(command.to), clean_block(command.reason)
    _need(to=to, reason=reason)
    now = desk.now()
    view = desk.reading.case(actor, command.case_id)
    if command.file_id not in {file.id for file in view.files}:
        raise Refused(Reason.NOT_VISIBLE)
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        note = f"{to} · {reason}"
        record(work, by, now, case, StepKind.RELEASED, note=note, file=command.file_id)
        work.commit()
    return Released(command.file_id)


def _refuse_identity(petitioners: tuple[Petitioner, ...], summary: Summary, reason: str) -> bool:
    """Refuse what tells of the petitioner, at its field; tell whether a reason let it stand."""
    found = {
        name: told_of(petitioners, getattr(summary, name)) for name in ("to", "subject", "facts")
    }
    refusals = tuple(
        Refused(Reason.IDENTITY_SHOWN, field=name, words=", ".join(words))
        for name, words in found.items()
        if words
    )
    if refusals and not reason:
        raise Refusals(refusals)
    return bool(refusals)


def _need(**texts: str) -> None:
    missing = [name for name, text in texts.items() if not text]
    if missing:
        raise Refusals(tuple(Refused(Reason.REQUIRED, field=name) for name in missing))
