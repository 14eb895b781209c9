"""The standing views: counted as they are listed, and by their own indexes alone."""

import itertools
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, cast

import pytest
import sqlalchemy as sa

from db import register_query
from db import tables as t
from db.boards import SHOWN, board
from db.demo import Measure, fill, made_up_office
from db.furnishing import Strongroom
from db.offices import SqlOffices
from db.place import Place
from db.standing import Standing
from desktop.rules.people import Actor, Role
from desktop.views import RegisterQuery, RegisterView, SortBy

NOW = datetime(2026, 7, 15, 7, 40, tzinfo=UTC)
LEAD = Actor(2, "นางวิภา นำทาง", frozenset({Role.SUPERVISOR, Role.CLERK}))
CLERK = Actor(4, "", frozenset({Role.CLERK}))
STRANGER = Actor(1, "", frozenset({Role.ADMINISTRATOR}))
VIEWS = tuple(view for view in RegisterView if view is not RegisterView.HIDDEN)


@pytest.fixture
def made(place: Place) -> Iterator[Strongroom]:
    """A made-up office in which one is accused, one too near, some are hidden, letters owed."""
    first = date(2026, 1, 5)
    room, setting = made_up_office(place, first, NOW, cast("Any", None))
    fill(room, setting, Measure(300, first), NOW, lambda *_: b"%PDF-1.4\n")
    c, accused = t.complaint.c, t.accused.c
    with room.writing.begin() as connection:
        due = list(connection.scalars(sa.select(c.id).where(c.due_at.is_not(None)).order_by(c.id)))
        hide = sa.update(t.complaint).where(c.id.in_(due[::7])).values(hidden_at=NOW)
        connection.execute(hide)
        # Owed beside a clock that is late, or will be, or where nothing is due any more.
        for place_of, days in ((1, -3), (2, 1), (3, 200)):
            owed = {"beside_at": NOW + timedelta(days=days)}
            connection.execute(
                sa.update(t.complaint).where(c.id.in_(due[place_of::7])).values(owed)
            )
            rest = sa.select(c.id).where(c.due_at.is_(None)).order_by(c.id).limit(place_of)
            connection.execute(sa.update(t.complaint).where(c.id.in_(rest)).values(owed))
        someone = sa.select(sa.func.min(accused.id)).where(accused.complaint_id.in_(due))
        connection.execute(
            sa.update(t.accused).where(accused.id == someone.scalar_subquery()).values(person_id=4)
        )
        near = [{"complaint_id": one, "person_id": 4, "declared_at": NOW} for one in due[4:9:2]]
        connection.execute(sa.insert(t.interest), near)
    yield room
    room.close()


def test_every_view_is_counted_as_it_is_listed(made: Strongroom) -> None:
    counts = {}
    with made.asking.connect() as connection:
        offices = SqlOffices(connection)
        for actor, view in itertools.product((LEAD, CLERK, STRANGER), VIEWS):
            found = made.reading.register_ids(actor, RegisterQuery(view), NOW)
            wanted = register_query.view_of(offices, actor, view, NOW)
            assert len(set(found)) == len(found)
            standing = Standing(connection, actor)
            counts[actor, view] = standing.count(*wanted)
            assert counts[actor, view] == len(found), (actor, view)
            if view is RegisterView.ALL:
                assert standing.everything() == len(found)
    assert counts[LEAD, RegisterView.ALL] > counts[CLERK, RegisterView.ALL] > 250
    assert counts[LEAD, RegisterView.LATE] > counts[CLERK, RegisterView.LATE] > 5
    assert counts[LEAD, RegisterView.SOON] > 5
    assert not any(counts[STRANGER, view] for view in VIEWS)


def test_what_is_late_or_soon_is_told_by_either_day(made: Strongroom) -> None:
    c = t.complaint.c
    with made.asking.connect() as connection:
        listed = sa.select(c.id, c.due_at, c.beside_at).where(c.hidden_at.is_(None))
        expected = {
            row.id
            for row in connection.execute(listed)
            if any(at is not None and at < NOW for at in (row.due_at, row.beside_at))
        }
    found = made.reading.register_ids(LEAD, RegisterQuery(RegisterView.LATE), NOW)
    assert set(found) == expected


def test_a_view_of_two_parts_is_sorted_as_one(made: Strongroom) -> None:
    for sort, descending in itertools.product(SortBy, (True, False)):
        every = RegisterQuery(sort=sort, descending=descending)
        order = {
            one: place for place, one in enumerate(made.reading.register_ids(LEAD, every, NOW))
        }
        query = RegisterQuery(RegisterView.LATE, sort=sort, descending=descending)
        late = made.reading.register_ids(LEAD, query, NOW)
        assert list(late) == sorted(late, key=order.__getitem__)
        assert made.reading.register_ids(LEAD, query, NOW, 5) == late[:5]


def test_the_board_begins_with_what_falls_due_first(made: Strongroom) -> None:
    query = RegisterQuery(RegisterView.LATE, sort=SortBy.DUE, descending=False)
    late = made.reading.register_ids(LEAD, query, NOW)
    with made.asking.connect() as connection:
        shown = {column.view: column for column in board(connection, LEAD, NOW).columns}
    rows = shown[RegisterView.LATE].rows
    owned = [row.id for row in made.reading.register_rows(LEAD, late) if row.owner]
    assert shown[RegisterView.LATE].total == len(owned)
    assert [row.id for row in rows] == owned[:SHOWN]


def test_standing_views_read_no_line_that_is_finished(made: Strongroom) -> None:
    if made.asking.dialect.name != "sqlite":
        pytest.skip("PostgreSQL tells its plans otherwise")
    plans: list[str] = []

    def planned(_c: Any, cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        if "FROM complaint" in statement:
            told = cursor.connection.cursor().execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            plans.extend(row[3] for row in told if " complaint" in row[3])

    sa.event.listen(made.asking, "before_cursor_execute", planned)
    with made.asking.connect() as connection:
        offices, standing = SqlOffices(connection), Standing(connection, LEAD)
        for view in (
            *(RegisterView.MINE, RegisterView.UNASSIGNED, RegisterView.SOON, RegisterView.LATE),
            *(RegisterView.CHILD_DANGER, RegisterView.NO_CONTACT),
        ):
            standing.count(*register_query.view_of(offices, LEAD, view, NOW))
    assert len(plans) == 8
    assert all("COVERING INDEX ix_complaint_" in plan for plan in plans), plans
