"""Lists in their order: the same lines, whatever is narrowed, sorted and asked from the top."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest
import sqlalchemy as sa
from older_register import first_shape

from db import register_order, upgrade
from db import tables as t
from db.demo import Measure, fill, made_up_office
from db.engine import open_for_reading
from db.furnishing import Strongroom
from db.place import Place
from desktop.rules.asking import NOTHING
from desktop.rules.complaint import ChannelKind, Status
from desktop.rules.people import Actor, Role
from desktop.rules.priority import Priority
from desktop.views import RegisterQuery, SortBy

NOW = datetime(2026, 7, 15, 7, 40, tzinfo=UTC)
FIRST = date(2025, 8, 1)
LEAD = Actor(2, "", frozenset({Role.SUPERVISOR, Role.CLERK}))
OWNER = Actor(5, "", frozenset({Role.OWNER}))
RECENT = frozenset({Status.CLOSED, Status.IN_PROGRESS, Status.INFORMED})
NARROWED: tuple[dict[str, Any], ...] = (
    {},
    {"statuses": frozenset({Status.ARCHIVED})},
    {"statuses": RECENT},
    {"priorities": frozenset({Priority.URGENT})},
    {"channel_kinds": frozenset({ChannelKind.LETTER, ChannelKind.PHONE})},
    {"category_ids": frozenset({3})},
    {"category_ids": frozenset({1, 3, 7}), "statuses": RECENT},
    {"owner_ids": frozenset({4})},
    {"fiscal_year": 2568},
    {"fiscal_year": 2569, "priorities": frozenset({Priority.NORMAL, Priority.URGENT})},
    {"asked": replace(NOTHING, received=(date(2026, 1, 10), date(2026, 4, 20)))},
    {"asked": replace(NOTHING, statuses=RECENT, late_days=0)},
    {"statuses": RECENT, "asked": replace(NOTHING, statuses=frozenset({Status.CLOSED}))},
    {"statuses": RECENT, "asked": replace(NOTHING, statuses=frozenset({Status.ARCHIVED}))},
    {"asked": replace(NOTHING, received=(date.min, date.max))},
)


@pytest.fixture
def made(place: Place) -> Iterator[Strongroom]:
    """A made-up office in which one is accused, some are hidden, and letters are owed."""
    room, setting = made_up_office(place, FIRST, NOW, cast("Any", None))
    fill(room, setting, Measure(250, FIRST), NOW, lambda *_: b"%PDF-1.4\n")
    c = t.complaint.c
    with room.writing.begin() as connection:
        for one, days in ((30, -3), (31, 1), (32, 200), (33, 0)):
            owed = {"beside_at": NOW + timedelta(days=days)}
            connection.execute(sa.update(t.complaint).where(c.id == one).values(owed))
        hide = sa.update(t.complaint).where(c.id % 13 == 0).values(hidden_at=NOW)
        connection.execute(hide)
        same = sa.update(t.person).where(t.person.c.id == 5)
        connection.execute(
            same.values(
                name_key=sa.select(t.person.c.name_key).where(t.person.c.id == 4).scalar_subquery()
            )
        )
    yield room
    room.close()


Keys = Callable[[Any], Any]


def _expected(room: Strongroom, actor: Actor, query: RegisterQuery) -> list[int]:
    """Look at every complaint, in Python."""
    with room.asking.connect() as connection:
        every = connection.execute(sa.select(t.complaint)).all()
        channels = dict(connection.execute(sa.select(t.channel.c.id, t.channel.c.name)).all())
        keys = dict(connection.execute(sa.select(t.person.c.id, t.person.c.name_key)).all())
        a = t.accused.c
        mine = sa.select(a.complaint_id).where(a.person_id == actor.person_id)
        against = set(connection.scalars(mine))
    places = {status: place for place, status in enumerate(Status)}
    by: dict[SortBy, Keys] = {
        SortBy.RECEIVED: lambda one: one.received_at,
        SortBy.SUBJECT: lambda one: one.subject_key,
        SortBy.PETITIONER: lambda one: one.petitioner_key,
        SortBy.CHANNEL: lambda one: channels[one.channel_id],
        SortBy.PRIORITY: lambda one: one.priority.weight,
        SortBy.STATUS: lambda one: places[one.status],
        SortBy.OWNER: lambda one: keys.get(one.owner_id, ""),
    }

    def seen(one: Any) -> bool:
        return (
            actor is LEAD
            or not one.restricted
            or actor.person_id in (one.owner_id, one.registered_by)
        )

    def due(one: Any) -> datetime | None:
        return min((at for at in (one.due_at, one.beside_at) if at is not None), default=None)

    def belongs(one: Any) -> bool:
        asked = query.asked
        return (
            one.hidden_at is None
            and one.id not in against
            and (not query.statuses or one.status in query.statuses)
            and (asked.statuses is None or one.status in asked.statuses)
            and (not query.priorities or one.priority in query.priorities)
            and (not query.channel_kinds or one.channel_kind in query.channel_kinds)
            and (not query.category_ids or (one.category_id in query.category_ids and seen(one)))
            and (not query.owner_ids or one.owner_id in query.owner_ids)
            and (query.fiscal_year is None or one.year == query.fiscal_year)
            and (
                asked.received is None or asked.received[0] <= one.received_on <= asked.received[1]
            )
            and (asked.late_days is None or (due(one) or NOW) < NOW)
        )

    def number(one: Any) -> tuple[int, int]:
        return one.year, one.running

    found = sorted(filter(belongs, every), key=number, reverse=query.descending)
    if query.sort is SortBy.DUE:
        dated = [one for one in found if due(one)]
        dated.sort(key=lambda one: due(one) or NOW, reverse=query.descending)
        found = dated + [one for one in found if not due(one)]
    elif query.sort in (SortBy.SUBJECT, SortBy.PETITIONER):
        shown = sorted(filter(seen, found), key=by[query.sort], reverse=query.descending)
        rest = [one for one in found if not seen(one)]
        found = shown + sorted(rest, key=number, reverse=True)
    elif query.sort in by:
        found.sort(key=by[query.sort], reverse=query.descending)
    return [one.id for one in found]


def test_every_list_is_what_looking_at_all_gives(
    made: Strongroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Whether few are sorted or a list is gone down must not be seen; nor where it is cut.
    queries = [
        RegisterQuery(sort=sort, descending=descending, **narrowed)
        for narrowed, sort, descending in itertools.product(NARROWED, SortBy, (False, True))
    ]
    listed = 0
    of_both = (SortBy.NUMBER, SortBy.SUBJECT, SortBy.PETITIONER)
    for query, actor in itertools.product(queries, (LEAD, OWNER)):
        if actor is OWNER and query.sort not in of_both:
            continue
        expected = _expected(made, actor, query)
        listed += len(expected)
        for few in (0, 10_000):
            monkeypatch.setattr(register_order, "_FEW", few)
            monkeypatch.setattr(register_order, "_FEW_IN_INDEX", few)
            assert list(made.reading.register_ids(actor, query, NOW)) == expected, (few, query)
            first = made.reading.register_ids(actor, query, NOW, 30)
            assert list(first) == expected[:30], (few, query)
    assert listed > 10_000


@pytest.mark.parametrize("place", ["sqlite"], indirect=True)
def test_the_first_lines_are_never_sorted_out_of_all(
    made: Strongroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register_order, "_FEW", 0)
    monkeypatch.setattr(register_order, "_FEW_IN_INDEX", 0)
    asked: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, said: str, given: Any, *_: Any) -> None:
        if "ORDER BY" in said and "FROM complaint" in said:
            asked.append((said, given))

    plain = [narrowed for narrowed in NARROWED if "late_days=0" not in str(narrowed)]
    sa.event.listen(made.asking, "before_cursor_execute", note)
    for narrowed, sort, descending in itertools.product(plain, SortBy, (False, True)):
        if sort is SortBy.OWNER:
            # Two are of one name here, whose complaints stand among each other.
            continue
        query = RegisterQuery(sort=sort, descending=descending, **narrowed)
        made.reading.register_ids(LEAD, query, NOW, 30)
    sa.event.remove(made.asking, "before_cursor_execute", note)
    with made.asking.connect() as connection:
        for said, given in asked:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {said}", given).all()
            looked = [row[3] for row in plan if row[3].split()[1] == "complaint"]
            assert looked, plan
            assert all(" INDEX " in one for one in looked), (said, plan)
            if "UNION" not in said:
                assert not any("FOR ORDER BY" in row[3] for row in plan), (said, plan)
    assert len(asked) > 200


def test_an_older_register_gets_the_indexes_of_todays(tmp_path: Path) -> None:
    older, todays = Place(tmp_path / "older"), Place(tmp_path / "todays")
    first_shape(older)
    assert upgrade.upgrade(older, NOW) is not None
    upgrade.create(todays)
    assert _indexes(older) == _indexes(todays)


def _indexes(place: Place) -> dict[str, str]:
    engine = open_for_reading(place)
    told = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'complaint'"
    with engine.connect() as connection:
        found = {name: str(said) for name, said in connection.exec_driver_sql(told)}
    engine.dispose()
    assert len([name for name in found if name.startswith("ix_complaint_by_")]) == 13
    return {name: said.replace(" (", "(") for name, said in found.items()}
