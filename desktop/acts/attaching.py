"""Keep files that belong to a complaint: scans, photographs, recordings."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop.acts.recording import Warrant, record, require
from desktop.changes import Changes
from desktop.errors import Refused
from desktop.ports import Attachment, Desk, UnitOfWork
from desktop.rules.case import Case, StepKind
from desktop.rules.filenames import safe_name
from desktop.rules.letters import LetterStatus
from desktop.rules.media import media_type
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason

LARGEST = 50 * 1024 * 1024
"""Bytes one file may have."""
SCANS = frozenset({"application/pdf", "image/jpeg", "image/png"})
"""What a scan of a letter may be."""
MOST = 50
"""Files that may be added at once."""


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file as it came: the name it had, and its bytes."""

    name: str
    content: bytes
    turned: int = 0
    """Degrees by which it is turned to the right when shown."""


@dataclass(frozen=True, slots=True)
class AttachFiles:
    """Add files to a case."""

    case_id: int
    files: tuple[NewFile, ...]


@dataclass(frozen=True, slots=True)
class Attached:
    """The identities of the files, in the order given."""

    file_ids: tuple[int, ...]
    changes: Changes = Changes.COMPLAINTS | Changes.FILES


def fault(file_name: str, size: int) -> Refused | None:
    """Tell why a file cannot be kept, or None."""
    name = safe_name(file_name)
    if size == 0:
        return Refused(Reason.EMPTY_FILE, field="files", name=name)
    if size > LARGEST:
        megabytes = LARGEST // (1024 * 1024)
        return Refused(Reason.FILE_TOO_LARGE, field="files", name=name, megabytes=megabytes)
    return None


def keep_files(
    work: UnitOfWork,
    case: Case,
    files: tuple[NewFile, ...],
    by: Warrant,
    at: datetime,
    *,
    letter_id: int | None = None,
    incoming_id: int | None = None,
) -> tuple[int, ...]:
    """Keep files under a case, or with a letter of it, inside a unit of work already open."""
    of_letter = {"letter": letter_id, "incoming": incoming_id}
    told: dict[str, Any] = {name: known for name, known in of_letter.items() if known is not None}
    if len(files) > MOST:
        raise Refused(Reason.TOO_MANY_FILES, field="files", most=MOST)
    kept = []
    for file in files:
        refused = fault(file.name, len(file.content))
        if refused is not None:
            raise refused
        name = safe_name(file.name)
        stored = work.files.put(file.content)
        kept.append(
            work.attach(
                Attachment(
                    case.identity(),
                    stored,
                    name,
                    file.name,
                    media_type(name, file.content),
                    at,
                    by.actor.person_id,
                    letter_id,
                    incoming_id,
                    file.turned,
                )
            )
        )
        record(
            work,
            by,
            at,
            case,
            StepKind.ATTACHED,
            note=name,
            file=kept[-1],
            size=stored.size,
            sha256=stored.sha256,
            **told,
        )
    return tuple(kept)


def attach(command: AttachFiles, desk: Desk, actor: Actor) -> Attached:
    """Keep files under a case."""
    by = require(actor, Permission.CORRECT)
    if not command.files:
        raise Refused(Reason.NOTHING_SELECTED, field="files")
    with desk.unit(actor) as work:
        case = work.cases.get(command.case_id)
        kept = keep_files(work, case, command.files, by, desk.now())
        work.commit()
    return Attached(kept)


@dataclass(frozen=True, slots=True)
class AttachScan:
    """The scan of a letter as it was signed: one file, or one a page."""

    letter_id: int
    files: tuple[NewFile, ...]


def attach_scan(command: AttachScan, desk: Desk, actor: Actor) -> Attached:
    """Keep the signed scan with its letter."""
    by = require(actor, Permission.ISSUE_LETTER)
    refuse_no_scan(command.files)
    if not command.files:
        raise Refused(Reason.NOTHING_SELECTED, field="files")
    with desk.unit(actor) as work:
        letter = work.letters.get(command.letter_id)
        if letter.status is LetterStatus.VOID:
            raise Refused(Reason.LETTER_IS_VOID, field="files", number=letter.number)
        case = work.cases.get(letter.complaint_id)
        kept = keep_files(work, case, command.files, by, desk.now(), letter_id=command.letter_id)
        work.commit()
    return Attached(kept, Changes.COMPLAINTS | Changes.LETTERS | Changes.FILES)


def refuse_no_scan(files: tuple[NewFile, ...]) -> None:
    """Refuse a file that is neither a PDF nor a picture that every desk can show."""
    for file in files:
        if media_type(file.name, file.content) not in SCANS:
            raise Refused(Reason.NOT_A_SCAN, field="files", name=safe_name(file.name))
