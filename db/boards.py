"""The supervisor's board: what waits, what is late, and who has how much in hand."""

from datetime import datetime

from sqlalchemy import Connection, and_, case, func, or_, select

from db import tables as t
from db.offices import SqlOffices
from db.people import SqlPeople, names_of, staff_of
from db.register_query import rows
from db.standing import Standing
from db.visibility import listed
from db.watching import IS_OPEN, watched
from desktop.errors import Refused
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import official_date
from desktop.views import Board, BoardColumn, Load, RegisterView

SHOWN = 50
"""Complaints shown in a column of the board; the register lists them all."""

C = t.complaint.c
_COLUMNS = (RegisterView.UNASSIGNED, RegisterView.SOON, RegisterView.LATE, RegisterView.WAITING)


def board(connection: Connection, actor: Actor, now: datetime) -> Board:
    """Gather what waits for who assigns, and how much everybody has in hand."""
    if not actor.may(Permission.ASSIGN):
        raise Refused(Reason.NOT_ALLOWED)
    offices = SqlOffices(connection)
    standing = Standing(connection, actor)
    columns = []
    for view in _COLUMNS:
        wanted = watched(offices, view, now)
        if view in (RegisterView.SOON, RegisterView.LATE):
            # What nobody owns stands in its own column.
            wanted = tuple(and_(part, C.owner_id.is_not(None)) for part in wanted)
        shown = rows(connection, actor, standing.first(SHOWN, *wanted))
        columns.append(BoardColumn(view, standing.count(*wanted), tuple(shown)))
    return Board(tuple(columns), _loads(connection, actor, offices, now))


def _loads(
    connection: Connection, actor: Actor, offices: SqlOffices, now: datetime
) -> tuple[Load, ...]:
    soon = or_(*watched(offices, RegisterView.SOON, now))
    late = or_(*watched(offices, RegisterView.LATE, now))
    asked = (
        select(
            C.owner_id,
            func.count(),
            func.sum(case((soon, 1), else_=0)),
            func.sum(case((late, 1), else_=0)),
        )
        .where(listed(actor), C.owner_id.is_not(None), IS_OPEN)
        .group_by(C.owner_id)
    )
    counts = {
        owner: (int(whole), int(nears), int(passed))
        for owner, whole, nears, passed in connection.execute(asked)
    }
    workers = staff_of(connection).workers | counts.keys()
    person = t.person.c
    named = select(person.id, person.name, person.name_key).where(person.id.in_(workers))
    names = names_of(connection)
    people = sorted(
        connection.execute(named), key=lambda one: (-counts.get(one.id, (0,))[0], one.name_key)
    )
    today = official_date(now)
    away = {one.absent_id: names[one.substitute_id] for one in SqlPeople(connection).running(today)}
    return tuple(
        Load(p.id, p.name, *counts.get(p.id, (0, 0, 0)), substitute=away.get(p.id, ""))
        for p in people
    )
