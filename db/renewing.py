"""What a register keeps by rules that may change, folded words and keys to sort by: made anew."""

from collections.abc import Mapping

from sqlalchemy import Connection, delete, insert, select

from db import tables as t
from db.kept_keys import key_all
from db.place import PlaceRefused, Unfit
from db.search_words import fold_all
from desktop.rules.thai.searching import SEARCH_VERSION
from desktop.rules.thai.sorting import SORT_VERSION

SEARCH, SORT = "search_version", "sort_version"
VERSIONS: Mapping[str, int] = {SEARCH: SEARCH_VERSION, SORT: SORT_VERSION}
"""The settings that say by which rules, and today's rules."""


def are_todays(connection: Connection) -> bool:
    """Tell whether all is kept by today's rules; refuse a register that a newer program keeps."""
    stood = _stood(connection)
    if any(stood[name] > todays for name, todays in VERSIONS.items()):
        raise PlaceRefused(Unfit.NEWER)
    return stood == VERSIONS


def renew(connection: Connection) -> None:
    """Make anew what was made by other rules."""
    stood = _stood(connection)
    if stood[SEARCH] != SEARCH_VERSION:
        fold_all(connection)
    if stood[SORT] != SORT_VERSION:
        key_all(connection)
    connection.execute(delete(t.setting).where(t.setting.c.name.in_(tuple(VERSIONS))))
    rows = [{"name": name, "value": str(todays)} for name, todays in VERSIONS.items()]
    connection.execute(insert(t.setting), rows)


def _stood(connection: Connection) -> dict[str, int]:
    s = t.setting.c
    asked = select(s.name, s.value).where(s.name.in_(tuple(VERSIONS)))
    told = {name: int(value) for name, value in connection.execute(asked)}
    # The first registers did not say; theirs are made anew.
    return {name: told.get(name, 0) for name in VERSIONS}
