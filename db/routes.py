"""Whom the office proposes for a complaint."""

from datetime import date

from sqlalchemy import Connection

from db.cases import SqlCases
from db.offices import SqlOffices
from db.people import staff_of
from desktop.errors import Refused
from desktop.rules.people import Actor
from desktop.rules.priority import proposed
from desktop.rules.reasons import Reason
from desktop.rules.routing import Routing, routing


def routing_of(connection: Connection, actor: Actor, case_id: int, today: date) -> Routing:
    """Propose owner and priority for a complaint that the actor may open."""
    case = SqlCases(connection, actor).get(case_id)
    offices = SqlOffices(connection)
    facts = offices.facts(today)
    if facts is None:
        raise Refused(Reason.NOT_VISIBLE)
    priority = proposed(
        offices.source(case.source_id).rank,
        offices.category(case.category_id).urgency,
        child_danger=case.child_danger,
    )
    return routing(case, offices.assignment_rules(), facts, staff_of(connection), priority)
