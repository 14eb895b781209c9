"""The search over a whole register: the first hits of every kind of word, and what the index costs.

What is found is looked for in every complaint besides: no figure is of a search that misses.
"""

import random
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from bench.floor import Figure, timed, undisturbed
from bench.registers import LEAD, NOW
from sqlalchemy import Connection, text

from db.furnishing import Strongroom
from desktop.rules.asking import read_search
from desktop.views import RegisterQuery, SortBy

PAGE = 128
FIRST_HITS, SHORT, SORTED, TYPED = 100.0, 50.0, 500.0, 0.4
"""Milliseconds at the 95th percentile, the last where another order is chosen than that of how well
a complaint fits; the index's size beside that of the text."""
COMMON = ("โรงเรียน", "นักเรียน", "ครู", "การศึกษา", "นาย", "ตัวอย่าง")
ABSENT = ("ฟฟฟฟฟฟ", "ฮฮฮฮ", "คอมพิวเตอรฺฺ", "zzzzqq")
BRIEF = ("ไฟ", "รถ", "ปู", "ก", "ฌ", "ฮ", "ฟฟ", "7", "x")
PIECES = 40
"""Pieces cut out of complaints of the register, most of them rare."""


def figures(room: Strongroom, times: int = 2, rounds: int = 3) -> Iterator[Figure]:
    """Measure the first hits of each kind of word, whole lists being compared on the way.

    The quickest of several rounds counts: what else the computer did spoils the others.
    """
    with room.asking.connect() as connection:
        pieces = _pieces(connection)
        looked_for = (*pieces[:8], *BRIEF[:3], *ABSENT)
        wrong = _wrong(room, connection, looked_for)
        yield Figure(f"hits missed or too many: {len(looked_for)} words", wrong, 0.0, unit="hits")
        size = _size(connection)
    kinds: Sequence[tuple[str, Sequence[str], float]] = (
        ("common words", COMMON, FIRST_HITS),
        ("pieces of complaints", pieces, FIRST_HITS),
        (
            "two words",
            [f"{one} {two}" for one, two in pairwise(COMMON)],
            FIRST_HITS,
        ),
        ("words that are nowhere", ABSENT, FIRST_HITS),
        ("one or two letters", BRIEF, SHORT),
    )
    with undisturbed():
        for kind, words, limit in kinds:
            for sort in (SortBy.FIT, SortBy.SUBJECT):
                asked = [partial(_first, room, word, sort) for word in words] * times
                taken = [sorted(map(timed, asked)) for _ in range(rounds)]
                late = min(one[int(0.95 * (len(one) - 1))] for one in taken)
                by = "fit" if sort is SortBy.FIT else "subject"
                most = limit if sort is SortBy.FIT else SORTED
                yield Figure(f"first hits by {by}: {kind}, p95", late, most)
    yield Figure("index of the search / its text", size[0], TYPED, size[1], "MiB")


def _first(room: Strongroom, typed: str, sort: SortBy, most: int | None = PAGE) -> Sequence[int]:
    query = RegisterQuery(asked=read_search(typed, NOW.date()), sort=sort)
    return room.reading.register_ids(LEAD, query, NOW, most)


def _pieces(connection: Connection) -> list[str]:
    """Cut pieces of three to fourteen letters out of complaints all over the register."""
    chance = random.Random(11)
    last = connection.execute(text("SELECT max(complaint_id) FROM search_words")).scalar_one()
    cut: list[str] = []
    while len(cut) < PIECES:
        words = connection.execute(
            text("SELECT words FROM search_words WHERE complaint_id = :of"),
            {"of": chance.randint(1, last)},
        ).scalar_one_or_none()
        line = chance.choice((words or " ").split("\n"))
        start, length = chance.randrange(max(1, len(line))), chance.choice((3, 5, 8, 14))
        piece = line[start : start + length].strip()
        if len(piece) >= 3 and piece[0] not in "-–" and not set(piece) & set('":'):
            cut.append(piece)
    return cut


def _wrong(room: Strongroom, connection: Connection, typed: Sequence[str]) -> int:
    """Look for words in every complaint, and count by how much the search found otherwise."""
    wrong = 0
    open_to_all = set(room.reading.register_ids(LEAD, RegisterQuery(), NOW))
    for words in typed:
        asked = read_search(words, NOW.date()).words
        everywhere = " AND ".join(
            f"instr(names || numbers || words, :w{n}) > 0" for n in range(len(asked))
        )
        looked = connection.execute(
            text(f"SELECT complaint_id FROM search_words WHERE {everywhere}"),  # noqa: S608
            {f"w{n}": word for n, word in enumerate(asked)},
        )
        expected = set(looked.scalars()) & open_to_all
        found = _first(room, words, SortBy.FIT, None)
        wrong += len(expected ^ set(found)) + len(found) - len(set(found))
    return wrong


def _size(connection: Connection) -> tuple[float, float]:
    """Return the mebibytes of the index, and of the text that it is of."""
    blocks = sum(
        connection.execute(text(f"SELECT sum(length(block)) FROM {index}_data")).scalar_one()  # noqa: S608
        for index in ("search_index", "search_names")
    )
    parts = " + ".join(f"length(CAST({name} AS BLOB))" for name in ("names", "numbers", "words"))
    said = connection.execute(text(f"SELECT sum({parts}) FROM search_words")).scalar_one()  # noqa: S608
    return blocks / 2**20, said / 2**20
