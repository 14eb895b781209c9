"""Which complaints meet a search, in either database: exact numbers, then names, then the rest.

The index names by groups of three letters who may meet it, the newest first; each is looked at. So
the first lines of a common word come as fast as those of a rare one, and whoever asks something
else meanwhile waits for nobody.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Connection,
    Integer,
    Select,
    Text,
    and_,
    column,
    func,
    not_,
    or_,
    select,
    table,
    true,
    type_coerce,
)

from db import tables as t
from db.statements import among, one_of
from desktop.rules.asking import Asked, phone_digits

GROUP = 3
"""Letters that the index lists together."""
_MOST_GROUPS = 12
"""Groups of one word that are looked up; what they leave open is looked at anyway."""
_FIRST, _MORE = 256, 4_096
"""Complaints looked at in one go: few, that something shows, then twice as many each time."""
_NEWEST = 1_000
"""Complaints looked at before a word of one or two letters is taken for a rare one."""
_MANY = 5_000
"""Complaints that may meet a search, from which on they are not all looked at to be sorted."""
_END = "\U0010ffff"

C, W = t.complaint.c, t.search_words.c
Wanted = Callable[[], bool]
"""Tells whether somebody still waits for the answer."""


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to meet a search: words that must all be found, and where."""

    words: tuple[str, ...]
    conditions: tuple[ColumnElement[bool], ...]
    only_names: bool = False
    """Whether all of them stand among names and numbers, of which there is a smaller index."""


def found(
    connection: Connection,
    asked: Asked,
    conditions: Sequence[ColumnElement[bool]],
    *,
    unveiled: ColumnElement[bool],
    most: int | None,
    wanted: Wanted,
) -> "array[int]":
    """Return the complaints that meet a search and the conditions, what fits best first.

    Where nobody waits any more, those found so far. A veiled complaint is found by its number, and
    by nothing that it says.
    """
    search = _Search(connection, wanted)
    kept: dict[int, None] = {}
    for one in _in_tiers(search, asked, conditions, unveiled):
        kept.setdefault(one)
        if most is not None and len(kept) >= most:
            break
    return array("q", kept)


def met_by(
    connection: Connection, asked: Asked, ids: Sequence[int], *, unveiled: ColumnElement[bool]
) -> "array[int]":
    """Return which of some complaints meet a search, in their order."""
    search = _Search(connection, lambda: True)
    met = [and_(unveiled, *way.conditions) for way in _ways(asked, search.holds)]
    return array("q", search.among(ids, (or_(*_exact(asked, unveiled), *met),)))


def named(connection: Connection, asked: Asked) -> Select[Any] | None:
    """Ask the index for all who may meet a search, in no order; None where it cannot tell."""
    words = _told(asked)
    if not words or asked.number is not None or asked.digits:
        return None
    may = _Search(connection, lambda: True).named(words, only_names=False)
    return None if may is None else may.order_by(None)


def are_few(connection: Connection, may: Select[Any]) -> bool:
    """Tell whether those who may meet a search are sooner all looked at and sorted."""
    many = select(func.count()).select_from(may.limit(_MANY).subquery())
    return (connection.scalar(many) or 0) < _MANY


def one_of_named(may: Select[Any]) -> ColumnElement[bool]:
    """Return the condition to be one of those, to be asked of each in a list's order."""
    # Of no index, or the database would begin with the many and sort them.
    return (C.id + 0).in_(may)


def _in_tiers(
    search: "_Search",
    asked: Asked,
    conditions: Sequence[ColumnElement[bool]],
    unveiled: ColumnElement[bool],
) -> Iterator[int]:
    for exact in _exact(asked, unveiled):
        yield from search.listed((*conditions, exact))
    ways = _ways(asked, search.holds)
    for way in (*_among_names(asked, search.holds), *ways):
        yield from search.by(way, (*conditions, unveiled, *way.conditions))


def _exact(asked: Asked, unveiled: ColumnElement[bool]) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions to be just what is asked for; its number tells of a veiled one too."""
    exact: list[ColumnElement[bool]] = []
    if (number := asked.number) is not None:
        year = true() if number.year is None else C.year == number.year
        exact.append(and_(C.running == number.running, year))
    if asked.tracking is not None:
        exact.append(and_(unveiled, C.tracking == asked.tracking))
    return tuple(exact)


_Holds = Callable[[ColumnElement[str], str], ColumnElement[bool]]


def _ways(asked: Asked, holds: _Holds) -> tuple[_Way, ...]:
    """Return the ways to meet a search anywhere."""
    besides = _besides(asked, holds)
    ways = [_Way(_told(asked), (*_all_of(asked.words, _EVERYWHERE, holds), *besides))]
    if asked.digits:
        # A telephone number is typed in groups, and kept without.
        kept = (holds(W.numbers, asked.digits), *besides)
        ways.append(_Way((asked.digits,), kept, only_names=True))
    return tuple(ways)


def _among_names(asked: Asked, holds: _Holds) -> tuple[_Way, ...]:
    """Return the way in which all words are names or numbers."""
    if not asked.words:
        return ()
    conditions = (*_all_of(asked.words, (W.names, W.numbers), holds), *_besides(asked, holds))
    return (_Way(_told(asked), conditions, only_names=True),)


def _told(asked: Asked) -> tuple[str, ...]:
    """Return the words that the index can tell of: not those that may be kept in other letters."""
    return (*(word for word in asked.words if not _regrouped(word)), *asked.names)


def _regrouped(word: str) -> str:
    """Return a telephone number as it is kept, if it is typed in groups."""
    digits = phone_digits(word)
    return "" if digits == word else digits


def _besides(asked: Asked, holds: _Holds) -> tuple[ColumnElement[bool], ...]:
    """Return what must be met besides the words: by names, and by what is not said."""
    return (
        *_all_of(asked.names, (W.names,), holds),
        *(not_(one) for one in _all_of(asked.without, _EVERYWHERE, holds)),
        *(not_(one) for one in _all_of(asked.without_names, (W.names,), holds)),
    )


def _all_of(
    words: Iterable[str], places: Sequence[ColumnElement[str]], holds: _Holds
) -> tuple[ColumnElement[bool], ...]:
    return tuple(
        or_(
            *(holds(place, word) for place in places),
            *(holds(W.numbers, digits) for digits in (_regrouped(word),) if digits),
        )
        for word in words
    )


_EVERYWHERE = (W.names, W.numbers, W.words)


class _Search:
    """Asks one database for complaints, part by part."""

    def __init__(self, connection: Connection, wanted: Wanted) -> None:
        self._connection = connection
        self._wanted = wanted
        self._server = connection.dialect.name == "postgresql"

    def holds(self, place: ColumnElement[str], word: str) -> ColumnElement[bool]:
        """Return the condition for a column to have a word in it, letter by letter."""
        look = func.strpos if self._server else func.instr
        return look(place, word) > 0

    def listed(self, conditions: Sequence[ColumnElement[bool]]) -> Iterator[int]:
        """Yield the complaints that meet conditions asking nothing of their words."""
        asked = select(C.id).where(*conditions).order_by(C.id.desc())
        yield from self._connection.scalars(asked)

    def by(self, way: _Way, conditions: Sequence[ColumnElement[bool]]) -> Iterator[int]:
        """Yield the complaints that meet a search in one way, the newest first."""
        for part in self._candidates(way):
            yield from self.among(part, conditions)

    def among(self, ids: Sequence[int], conditions: Sequence[ColumnElement[bool]]) -> Iterator[int]:
        """Yield those of some complaints that meet the conditions, in their order."""
        asked = select(C.id).join(t.search_words, W.complaint_id == C.id)
        met = self._connection.scalars(
            asked.where(one_of(C.id, server=self._server), *conditions),
            among(ids, server=self._server),
        )
        meeting = set(met)
        return (one for one in ids if one in meeting)

    def _candidates(self, way: _Way) -> Iterator[Sequence[int]]:
        """Yield in parts who may meet the search, the newest first."""
        if way.words and not self._server and not _groups(way.words):
            yield from self._short(way)
        elif (named := self.named(way.words, only_names=way.only_names)) is not None:
            yield from self._parts(named)
        else:
            yield from self._parts(_newest())

    def _short(self, way: _Way) -> Iterator[Sequence[int]]:
        """Yield who may have a word of one or two letters, which are too few for the index.

        A common one is found among the newest; a rare one begins few groups of three.
        """
        looked, last = 0, 0
        for part in self._parts(_newest().limit(_NEWEST)):
            yield part
            looked, last = looked + len(part), part[-1]
        if looked < _NEWEST:
            return
        if (named := self.named(way.words, only_names=way.only_names)) is not None:
            yield from self._parts(named.where(column("rowid", Integer()) < last))

    def named(self, words: Sequence[str], *, only_names: bool) -> Select[Any] | None:
        """Ask the index who may have all of some words, the newest first.

        None where it does not tell: there are no words, they are too short for a server's index,
        or nothing begins with so short a one.
        """
        if groups := _groups(words):
            return self._naming(groups, only_names=only_names)
        if self._server or not words:
            return None
        word, group = max(words, key=len), column("term", Text())
        asked = select(group).select_from(table("search_groups"))
        begun = self._connection.scalars(asked.where(group >= word, group < word + _END)).all()
        any_of = " OR ".join(_quoted(one) for one in begun)
        return _matching(any_of, only_names=only_names) if begun else None

    def _naming(self, groups: Sequence[str], *, only_names: bool) -> Select[Any]:
        """Ask the index for the complaints that have all of some groups of letters."""
        if not self._server:
            all_of = " AND ".join(_quoted(group) for group in groups)
            return _matching(all_of, only_names=only_names)
        said = W.names + W.numbers if only_names else W.names + W.numbers + W.words
        have = func.search_groups(said, type_=ARRAY(Text()))
        return (
            select(W.complaint_id)
            .where(have.bool_op("@>")(type_coerce(list(groups), ARRAY(Text()))))
            .order_by(W.complaint_id.desc())
        )

    def _parts(self, asked: Select[Any]) -> Iterator[Sequence[int]]:
        streamed = self._connection.execution_options(stream_results=True).execute(asked)
        try:
            size = _FIRST
            while self._wanted() and (part := streamed.fetchmany(size)):
                yield [row[0] for row in part]
                size = min(2 * size, _MORE)
        finally:
            streamed.close()


def _newest() -> Select[int]:
    return select(W.complaint_id).order_by(W.complaint_id.desc())


def _matching(expression: str, *, only_names: bool) -> Select[Any]:
    """Ask SQLite's index; what it is asked is written whole, so that nothing typed steers it."""
    index = "search_names" if only_names else "search_index"
    rowid = column("rowid", Integer())
    meets = column(index).op("MATCH")(expression)
    return select(rowid).select_from(table(index)).where(meets).order_by(rowid.desc())


def _groups(words: Iterable[str]) -> tuple[str, ...]:
    """Return groups of letters that together tell the words nearly; side by side, not each."""
    groups: dict[str, None] = {}
    for word in words:
        if len(word) >= GROUP:
            starts = [*range(0, len(word) - GROUP, GROUP)][: _MOST_GROUPS - 1]
            for start in (*starts, len(word) - GROUP):
                groups.setdefault(word[start : start + GROUP])
    return tuple(groups)


def _quoted(group: str) -> str:
    return '"' + group.replace('"', '""') + '"'
