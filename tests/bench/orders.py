"""Twelve lists that offices ask for: their first rows, beside the same question in plain SQLite."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from bench.floor import Figure, timed, undisturbed
from bench.registers import LEAD, NOW
from sqlcipher3 import dbapi2

from db.furnishing import Strongroom
from desktop.rules.complaint import ChannelKind, Status
from desktop.rules.priority import Priority
from desktop.views import RegisterQuery, SortBy

PAGE = 128
FIRST_ROWS = 60.0
"""Milliseconds at the 95th percentile."""
_PLAIN = f"""
SELECT id FROM complaint WHERE hidden_at IS NULL
  AND id NOT IN (SELECT complaint_id FROM accused WHERE person_id = {LEAD.person_id})
  AND id NOT IN (SELECT complaint_id FROM interest WHERE person_id = {LEAD.person_id})
  AND """  # noqa: S608 - nothing but a number of ours


@dataclass(frozen=True, slots=True)
class _Pair:
    """A filter and an order, and both as SQLite is asked plainly."""

    name: str
    narrowed: dict[str, Any]
    sort: SortBy
    where: str
    keys: str
    descending: bool = False

    @property
    def query(self) -> RegisterQuery:
        """Ask as the window asks."""
        return RegisterQuery(sort=self.sort, descending=self.descending, **self.narrowed)

    @property
    def plain(self) -> str:
        """Ask as anybody would."""
        way = " DESC" if self.descending else ""
        keys = ", ".join(f"{key}{way}" for key in (self.keys, "year", "running") if key)
        return f"{_PLAIN} {self.where} ORDER BY {keys} LIMIT {PAGE}"


_STATUS_PLACE = "CASE status {} END".format(
    " ".join(f"WHEN '{status}' THEN {place}" for place, status in enumerate(Status))
)
_URGENCY = "CASE priority {} END".format(
    " ".join(f"WHEN '{one}' THEN {one.weight}" for one in Priority)
)
_RESTING = frozenset({Status.CLOSED, Status.ARCHIVED})
PAIRS = (
    _Pair(
        "archived, by number",
        {"statuses": frozenset({Status.ARCHIVED})},
        SortBy.NUMBER,
        "status = 'archived'",
        "",
        descending=True,
    ),
    _Pair(
        "in progress, by subject",
        {"statuses": frozenset({Status.IN_PROGRESS})},
        SortBy.SUBJECT,
        "status = 'in_progress'",
        "subject_key",
    ),
    _Pair(
        "in progress, by what is due",
        {"statuses": frozenset({Status.IN_PROGRESS})},
        SortBy.DUE,
        "status = 'in_progress'",
        "due_at IS NULL, due_at",
    ),
    _Pair(
        "closed or archived, oldest first",
        {"statuses": _RESTING},
        SortBy.RECEIVED,
        "status IN ('closed', 'archived')",
        "received_at",
    ),
    _Pair(
        "one category, by subject",
        {"category_ids": frozenset({3})},
        SortBy.SUBJECT,
        "category_id = 3",
        "subject_key",
        descending=True,
    ),
    _Pair(
        "one category, by petitioner",
        {"category_ids": frozenset({8})},
        SortBy.PETITIONER,
        "category_id = 8",
        "petitioner_key",
    ),
    _Pair(
        "one owner, by status",
        {"owner_ids": frozenset({5})},
        SortBy.STATUS,
        "owner_id = 5",
        _STATUS_PLACE,
    ),
    _Pair(
        "most urgent, oldest first",
        {"priorities": frozenset({Priority.MOST_URGENT})},
        SortBy.RECEIVED,
        "priority = 'most_urgent'",
        "received_at",
    ),
    _Pair(
        "by telephone, by petitioner",
        {"channel_kinds": frozenset({ChannelKind.PHONE})},
        SortBy.PETITIONER,
        "channel_kind = 'phone'",
        "petitioner_key",
        descending=True,
    ),
    _Pair(
        "a year ago, by day received",
        {"fiscal_year": 2568},
        SortBy.RECEIVED,
        "year = 2568",
        "received_at",
    ),
    _Pair(
        "a year ago, by urgency",
        {"fiscal_year": 2568},
        SortBy.PRIORITY,
        "year = 2568",
        _URGENCY,
        descending=True,
    ),
    _Pair(
        "referred of one category, by number",
        {"statuses": frozenset({Status.REFERRED}), "category_ids": frozenset({7})},
        SortBy.NUMBER,
        "status = 'referred' AND category_id = 7",
        "",
    ),
)


def figures(room: Strongroom, times: int = 20, rounds: int = 3) -> Iterator[Figure]:
    """Measure the first rows of each pair; whoever is asked, they are the same.

    The quickest of several rounds counts: what else the computer did spoils the others.
    """
    plain = dbapi2.connect(str(room.place.file), isolation_level=None)
    for rule in ("query_only=ON", "temp_store=MEMORY", "cache_size=-65536"):
        plain.execute(f"PRAGMA {rule}")
    every: list[float] = []
    with undisturbed():
        for pair in PAIRS:
            ours = partial(_begun, room, pair.query)
            floor = partial(_asked, plain, pair.plain)
            assert [row[0] for row in floor()] == list(ours()), pair.name
            beside = min(timed(floor) for _ in range(3))
            taken = [sorted(timed(ours) for _ in range(times)) for _ in range(rounds)]
            every.append(min(one[int(0.95 * (times - 1))] for one in taken))
            name = f"{pair.name} (plain: {beside:.1f} ms), p95"
            yield Figure(name, every[-1], FIRST_ROWS)
    plain.close()
    yield Figure("the slowest of all twelve, p95", max(every), FIRST_ROWS)


def _begun(room: Strongroom, query: RegisterQuery) -> "list[int]":
    ids = room.reading.register_ids(LEAD, query, NOW, PAGE)
    assert len(room.reading.register_rows(LEAD, ids)) == len(ids)
    return list(ids)


def _asked(plain: Any, question: str) -> "list[tuple[int]]":
    return list(plain.execute(question).fetchall())
