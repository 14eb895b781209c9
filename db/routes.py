"""Whom the office proposes for a complaint."""

from datetime import date

from sqlalchemy import Connection

from db.cases import SqlCases
from db.offices import SqlOffices
from db.people import staff_of
from desktop.errors import Refused
from desktop.rules.case import Case
from desktop.rules.people import Actor
from desktop.rules.priority import proposed
from desktop.rules.reasons import Reason
from desktop.rules.routing import Routing, Staff, routing


class Routes:
    """By what the office proposes owners on a day: its facts, its list, its people."""

    def __init__(self, offices: SqlOffices, staff: Staff, today: date) -> None:
        facts = offices.facts(today)
        if facts is None:
            raise Refused(Reason.NOT_VISIBLE)
        self.facts, self.staff = facts, staff
        self._offices, self._rules = offices, offices.assignment_rules()

    def of(self, case: Case) -> Routing:
        """Propose owner and priority for a complaint."""
        priority = proposed(
            self._offices.source(case.source_id).rank,
            self._offices.category(case.category_id).urgency,
            child_danger=case.child_danger,
            own=case.own_priority,
        )
        return routing(case, self._rules, self.facts, self.staff, priority)


def routing_of(connection: Connection, actor: Actor, case_id: int, today: date) -> Routing:
    """Propose owner and priority for a complaint that the actor may open."""
    case = SqlCases(connection, actor, set()).get(case_id)
    return Routes(SqlOffices(connection), staff_of(connection), today).of(case)
