"""Views of the register that somebody named, and how their filters are written down."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, or_, select, update

from db import tables as t
from db.base import Found
from db.statements import put_one
from desktop.rules.complaint import ChannelKind, Status
from desktop.rules.priority import Priority
from desktop.rules.thai.sorting import sort_key
from desktop.views import ListedColumn, RegisterQuery, RegisterView, SavedView, SortBy


class SqlSavedViews:
    """Named views by identity."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, view: SavedView) -> int:
        """Store a new view and return its identity."""
        return put_one(self._connection, t.saved_view, _row(view))

    def seen_by(self, person_id: int) -> tuple[SavedView, ...]:
        """List a person's own views and, after them, what others share; each part by name."""
        own = t.saved_view.c
        seen = or_(own.owner_id == person_id, own.shared)
        found = [_view(row) for row in self._connection.execute(select(t.saved_view).where(seen))]
        return tuple(
            sorted(found, key=lambda view: (view.owner_id != person_id, sort_key(view.name)))
        )

    def save(self, view: SavedView) -> None:
        """Store a changed view."""
        own = t.saved_view
        self._connection.execute(update(own).where(own.c.id == view.id).values(_row(view)))

    def remove(self, view_id: int) -> None:
        """Forget a view."""
        self._connection.execute(delete(t.saved_view).where(t.saved_view.c.id == view_id))


def _row(view: SavedView) -> dict[str, Any]:
    return {
        "owner_id": view.owner_id,
        "name": view.name,
        "narrowed": _plain(view.query),
        "columns": [[column.name, column.width] for column in view.columns],
        "shared": view.shared,
    }


def _view(row: Found) -> SavedView:
    columns = tuple(ListedColumn(name, width) for name, width in row.columns)
    query = _query(row.narrowed)
    return SavedView(row.id, row.owner_id, row.name, query, columns, row.shared)


def _plain(query: RegisterQuery) -> dict[str, Any]:
    return {
        "view": query.view.value,
        "statuses": sorted(query.statuses),
        "priorities": sorted(query.priorities),
        "channel_kinds": sorted(query.channel_kinds),
        "category_ids": sorted(query.category_ids),
        "owner_ids": sorted(query.owner_ids),
        "fiscal_year": query.fiscal_year,
        "sort": query.sort.value,
        "descending": query.descending,
    }


def _query(plain: Mapping[str, Any]) -> RegisterQuery:
    return RegisterQuery(
        view=RegisterView(plain["view"]),
        statuses=frozenset(map(Status, plain["statuses"])),
        priorities=frozenset(map(Priority, plain["priorities"])),
        channel_kinds=frozenset(map(ChannelKind, plain["channel_kinds"])),
        category_ids=frozenset(plain["category_ids"]),
        owner_ids=frozenset(plain["owner_ids"]),
        fiscal_year=plain["fiscal_year"],
        sort=SortBy(plain["sort"]),
        descending=plain["descending"],
    )
