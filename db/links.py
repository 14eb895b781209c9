"""Ties between complaints, inside one unit of work."""

from dataclasses import fields

from sqlalchemy import Connection, or_, select, update

from db import tables as t
from db.base import Found
from db.statements import put_one
from desktop.rules.links import Link

_NAMES = tuple(field.name for field in fields(Link))


class SqlLinks:
    """Ties by either end."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, link: Link) -> int:
        """Store a new tie and return its identity."""
        row = {name: getattr(link, name) for name in _NAMES if name != "id"}
        return put_one(self._connection, t.case_link, row)

    def of(self, case_id: int) -> tuple[Link, ...]:
        """List the ties of a case, either end, oldest first."""
        own = t.case_link.c
        asked = select(t.case_link).where(or_(own.from_id == case_id, own.to_id == case_id))
        return tuple(link_of(row) for row in self._connection.execute(asked.order_by(own.id)))

    def save(self, link: Link) -> None:
        """Store a changed tie."""
        changed = {name: getattr(link, name) for name in _NAMES if name != "id"}
        own = t.case_link
        self._connection.execute(update(own).where(own.c.id == link.id).values(changed))


def link_of(record: Found) -> Link:
    """Put a tie together."""
    return Link(**{name: getattr(record, name) for name in _NAMES})
