"""Record what somebody stated about a complaint: printed, kept, to be read back and signed."""

from dataclasses import dataclass, replace

from desktop.acts.attaching import NewFile, keep_files
from desktop.acts.recording import record, require
from desktop.changes import Changes
from desktop.errors import Refusals, Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason
from desktop.rules.statement import Statement
from desktop.rules.thai.dates import official_date
from desktop.rules.thai.text import clean_block, clean_line
from desktop.views import Saved

ACT = "record_statement"
NAME = "บันทึกถ้อยคำ.pdf"
"""Lists of files tell nobody who stated it."""
_NEEDED = ("giver", "place", "asker", "said")


@dataclass(frozen=True, slots=True)
class RecordStatement:
    """A statement as typed, with the key that makes a retry harmless."""

    key: str
    case_id: int
    statement: Statement


@dataclass(frozen=True, slots=True)
class Stated:
    """The file that keeps the printed statement."""

    file_id: int
    pdf: bytes
    unprintable: tuple[str, ...] = ()
    changes: Changes = Changes.COMPLAINTS | Changes.FILES


def record_statement(command: RecordStatement, desk: Desk, actor: Actor) -> Stated:
    """Print a statement and keep it among the complaint's files."""
    by = require(actor, Permission.WORK)
    statement = _cleaned(command.statement)
    now = desk.now()
    if statement.taken_at > now:
        raise Refused(Reason.IN_THE_FUTURE, field="taken_at")
    view = desk.reading.case(actor, command.case_id)
    office = desk.reading.office(official_date(statement.taken_at))
    pressed = desk.press.statement(view, statement, office)
    with desk.unit(actor) as work:
        before = work.saved(command.key)
        if before is not None:
            return Stated(before.subject_id, pressed.pdf, pressed.unprintable)
        case = work.cases.get(command.case_id)
        (file_id,) = keep_files(work, case, (NewFile(NAME, pressed.pdf),), by, now)
        work.keep_key(command.key, Saved(ACT, file_id))
        record(work, by, now, case, StepKind.STATED, step_at=statement.taken_at, file=file_id)
        work.commit()
    return Stated(file_id, pressed.pdf, pressed.unprintable)


def _cleaned(told: Statement) -> Statement:
    clean = replace(
        told,
        giver=clean_line(told.giver),
        said=tuple(text for text in (clean_block(part) for part in told.said) if text),
        place=clean_line(told.place),
        asker=clean_line(told.asker),
        asker_position=clean_line(told.asker_position),
        age=clean_line(told.age),
        occupation=clean_line(told.occupation),
        citizen_id=clean_line(told.citizen_id),
        address=clean_line(told.address),
        witness=clean_line(told.witness),
    )
    missing = [name for name in _NEEDED if not getattr(clean, name)]
    if missing:
        raise Refusals(tuple(Refused(Reason.REQUIRED, field=name) for name in missing))
    return clean
