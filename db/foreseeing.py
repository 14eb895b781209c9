"""What a change of calendar or standard would move, asked before it is made."""

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Connection, select

from db import tables as t
from db.base import Found
from db.redating import STILL_RUN
from db.secret_letters import letter_closed
from db.statements import raw
from db.visibility import near, openable
from desktop.rules.complaint import Secrecy
from desktop.rules.letters import LetterStatus
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.people import Actor
from desktop.rules.redating import ClockMove, DueMove, Moved, Preview, Told, days_told
from desktop.rules.thai.dates import official_date

C = t.complaint.c


def preview(connection: Connection, actor: Actor, cases: Iterable[Moved]) -> Preview:
    """List every clock that moves, and the letters that told its old day.

    A case whose accused asks stays out of it, as out of all they see.
    """
    against = set(connection.scalars(near(actor)))
    moved = {case.case_id: case.moves() for case in cases if case.case_id not in against}
    numbers = _numbers(connection)
    moves = tuple(
        DueMove(case_id, numbers[case_id], *move) for case_id, own in moved.items() for move in own
    )
    return Preview(moves, tuple(_told(connection, actor, moved, numbers)) if moved else ())


def _numbers(connection: Connection) -> Mapping[int, ComplaintNumber]:
    asked = select(C.id, C.year, C.running).where(C.id.in_(STILL_RUN))
    return {
        case_id: ComplaintNumber(year, running)
        for part in raw(connection, asked)
        for case_id, year, running in part
    }


def _told(
    connection: Connection,
    actor: Actor,
    moved: Mapping[int, Iterable[ClockMove]],
    numbers: Mapping[int, ComplaintNumber],
) -> Iterator[Told]:
    letter = t.letter.c
    asked = (
        select(t.letter, C.secrecy, openable(actor).label("open"))
        .join(t.complaint, C.id == letter.complaint_id)
        .where(letter.complaint_id.in_(STILL_RUN), letter.status != LetterStatus.VOID)
    )
    for row in connection.execute(asked.order_by(letter.id).execution_options(yield_per=2000)):
        if row.complaint_id not in moved:
            continue
        days = {official_date(move.was) for move in moved[row.complaint_id] if move.was is not None}
        for day in sorted(days & days_told(str(row.content))):
            kind = None if _closed(actor, row) else row.kind
            yield Told(row.complaint_id, numbers[row.complaint_id], kind, row.number, day)


def _closed(actor: Actor, letter: Found) -> bool:
    """Who keeps calendar or standard need not be among those to whom a secret is open."""
    return letter_closed(actor, letter, letter.secrecy) or (
        letter.secrecy is not Secrecy.NONE and not letter.open
    )
