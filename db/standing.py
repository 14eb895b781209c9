"""The standing views: how many they list, and what of it falls due first."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Select, func, select

from db import tables as t
from db.visibility import listed, near, works_with_complaints
from desktop.rules.numbering import Book
from desktop.rules.people import Actor

C = t.complaint.c
_MANY = select(func.count()).select_from(t.complaint)


class Standing:
    """Counts for one actor, by conditions of which no complaint meets two."""

    def __init__(self, connection: Connection, actor: Actor) -> None:
        self._connection, self._actor = connection, actor
        self._works = works_with_complaints(actor)
        self._near = connection.scalars(near(actor)).all() if self._works else ()

    def count(self, *wanted: ColumnElement[bool]) -> int:
        """Count what is listed."""
        return sum(map(self._counted, wanted)) if self._works else 0

    def first(self, most: int, *wanted: ColumnElement[bool]) -> list[int]:
        """Return what falls due first of what is listed; what never does comes last."""
        found: set[tuple[bool, datetime | None, int]] = set()
        for condition in wanted:
            asked = select(C.due_at, C.beside_at, C.id).where(listed(self._actor), condition)
            # Asked for in this way, either order is an index's own; whichever day comes first
            # decides, and what it puts first stands among the first of that order.
            for ordered in (
                asked.order_by(C.due_at.nulls_last(), C.id),
                asked.where(C.beside_at.is_not(None)).order_by(C.beside_at, C.id),
            ):
                for due_at, beside_at, case_id in self._connection.execute(ordered.limit(most)):
                    first = min((at for at in (due_at, beside_at) if at is not None), default=None)
                    found.add((first is None, first, case_id))
        return [case_id for *_, case_id in sorted(found)[:most]]

    def everything(self) -> int:
        """Count the whole register, which is as many as numbers were given."""
        if not self._works:
            return 0
        counter = t.counter.c
        given = select(func.sum(counter.last - counter.first + 1)).where(
            counter.book == Book.COMPLAINTS
        )
        return (
            self._number(given)
            - self._number(_MANY.where(C.hidden_at.is_not(None)))
            - self._number(self._of_near(_MANY.where(C.hidden_at.is_(None))))
        )

    def _counted(self, condition: ColumnElement[bool]) -> int:
        # To ask for every complaint whether somebody is near to it takes longer than all the rest.
        asked = _MANY.where(C.hidden_at.is_(None), condition)
        return self._number(asked) - self._number(self._of_near(asked))

    def _of_near(self, asked: Select[int]) -> Select[int] | None:
        return asked.where(C.id.in_(self._near)) if self._near else None

    def _number(self, asked: Select[int] | None) -> int:
        return 0 if asked is None else self._connection.scalar(asked) or 0
