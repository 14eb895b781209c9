"""What handing over somebody's complaints would do."""

from datetime import date

from sqlalchemy import Connection, or_, select

from db import tables as t
from db.cases import parts_of
from db.mapping import case_of
from db.offices import SqlOffices
from db.people import names_of, staff_of
from db.routes import Routes
from db.visibility import hidden, listed, unveiled
from db.watching import IS_OPEN
from desktop.errors import Refused
from desktop.rules.case import Case
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason
from desktop.rules.routing import why_not_owner
from desktop.views import Handed, HandOverPlan, Staying


def plan(
    connection: Connection, actor: Actor, from_id: int, to_id: int | None, today: date
) -> HandOverPlan:
    """Tell who gets which open complaint of somebody; no receiver means by the office's list.

    What is hidden moves with the rest. What the actor may not open stays, and what is against the
    actor is not told of.
    """
    if not actor.may(Permission.ASSIGN):
        raise Refused(Reason.NOT_ALLOWED)
    routes = Routes(SqlOffices(connection), staff_of(connection).without(from_id), today)
    names, c = names_of(connection), t.complaint.c
    asked = (
        select(c.id, c.year, c.running, unveiled(actor))
        .where(or_(listed(actor), hidden(actor)), c.owner_id == from_id, IS_OPEN)
        .order_by(c.year, c.running)
    )
    moves: list[Handed] = []
    stays: list[Staying] = []
    for case_id, year, running, opens in connection.execute(asked):
        number = ComplaintNumber(year, running)
        if not opens:
            stays.append(Staying(number, Reason.NOT_VISIBLE))
            continue
        case = case_of(parts_of(connection, case_id))
        owner = _receiver(routes, case, to_id)
        if isinstance(owner, Reason):
            stays.append(Staying(number, owner))
        else:
            subject, name = case.matter.subject, names[owner]
            moves.append(Handed(case_id, number, subject, case.status, owner, name))
    return HandOverPlan(tuple(moves), tuple(stays))


def _receiver(routes: Routes, case: Case, to_id: int | None) -> int | Reason:
    if to_id is not None:
        directors = routes.staff.directors
        return why_not_owner(case, to_id, routes.facts, directors) or to_id
    routed = routes.of(case)
    if routed.leaves:
        return Reason.SUPERIOR_AGENCY
    return Reason.NO_RULE_FITS if routed.owner_id is None else routed.owner_id
