"""A page of the register: through the reading layer, beside the bare question to SQLite."""

import random
from collections.abc import Iterator

from bench.floor import Figure, beside
from bench.registers import LEAD, NOW
from sqlcipher3 import dbapi2

from db.furnishing import Strongroom
from desktop.views import RegisterQuery

LIMIT = 2.0
PAGE = 128
_BARE = f"""
SELECT complaint.id, year, running, received_on, subject, petitioner, channel.name, priority,
       status, coalesce(person.name, ''), due_at, due_kind, verdict, 1, anonymous
FROM complaint
JOIN channel ON channel.id = complaint.channel_id
LEFT JOIN person ON person.id = complaint.owner_id
WHERE complaint.id IN ({",".join("?" * PAGE)})
  AND NOT EXISTS (SELECT 1 FROM accused
                  WHERE accused.complaint_id = complaint.id AND accused.person_id = ?)
"""  # noqa: S608 - nothing but question marks


def figures(room: Strongroom, times: int = 400) -> Iterator[Figure]:
    """Measure pages from all over the register."""
    every = room.reading.register_ids(LEAD, RegisterQuery(), NOW)
    chance = random.Random(1)
    pages = [chance.randrange(max(1, len(every) - PAGE)) for _ in range(500)]
    bare = dbapi2.connect(str(room.place.file), isolation_level=None)
    for rule in ("query_only=ON", "temp_store=MEMORY", "cache_size=-65536"):
        bare.execute(f"PRAGMA {rule}")
    ours_at, floor_at = iter(pages * 100), iter(pages * 100)

    def wanted(start: int) -> list[int]:
        return every[start : start + PAGE].tolist()

    def ours() -> None:
        ids = wanted(next(ours_at))
        assert len(room.reading.register_rows(LEAD, ids)) == len(ids)

    def floor() -> None:
        ids = wanted(next(floor_at))
        padded = ids + [0] * (PAGE - len(ids))
        found = bare.execute(_BARE, (*padded, LEAD.person_id)).fetchall()
        by_id = {row[0]: row for row in found}
        assert len([by_id[identity] for identity in ids]) == len(ids)

    yield beside(f"page of {PAGE} rows: reading / bare SQL", LIMIT, ours, floor, times=times)
    bare.close()
