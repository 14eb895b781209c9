"""What a change of calendar or standard would move, asked before it is made."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from db import tables as t
from db.redating import STILL_RUN
from desktop.rules.letters import LetterStatus
from desktop.rules.people import Actor
from desktop.rules.redating import CaseMove, Preview, Told, days_told
from desktop.rules.thai.dates import official_date


def preview(connection: Connection, actor: Actor, cases: Iterable[CaseMove]) -> Preview:
    """List every clock that moves, and the letters that told its old day.

    A case whose accused asks stays out of it, as out of all they see.
    """
    a = t.accused.c
    against = set(connection.scalars(select(a.complaint_id).where(a.person_id == actor.person_id)))
    shown = [case for case in cases if case.case_id not in against]
    moves = tuple(move for case in shown for move in case.moves())
    return Preview(moves, tuple(_told(connection, shown)))


def _told(connection: Connection, cases: Iterable[CaseMove]) -> Iterable[Told]:
    moved = {
        case.case_id: (
            case.number,
            {official_date(move.was) for move in case.moves() if move.was is not None},
        )
        for case in cases
    }
    if not moved:
        return
    letter = t.letter.c
    asked = select(letter.complaint_id, letter.kind, letter.number, letter.content).where(
        letter.complaint_id.in_(STILL_RUN), letter.status != LetterStatus.VOID
    )
    for row in connection.execute(asked.order_by(letter.id).execution_options(yield_per=2000)):
        if row.complaint_id not in moved:
            continue
        complaint, days = moved[row.complaint_id]
        for day in sorted(days & days_told(str(row.content))):
            yield Told(row.complaint_id, complaint, row.kind, row.number, day)
