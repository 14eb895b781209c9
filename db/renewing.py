"""What a register keeps by rules that may change, folded words and keys to sort by: made anew."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Column, Connection, bindparam, delete, insert, select, update

from db import tables as t
from db.place import PlaceRefused, Unfit
from db.search_words import fold_all, stretches
from db.statements import do_many
from desktop.rules.thai.searching import SEARCH_VERSION
from desktop.rules.thai.sorting import SORT_VERSION, kept_key

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
        _key_all(connection)
    connection.execute(delete(t.setting).where(t.setting.c.name.in_(tuple(VERSIONS))))
    rows = [{"name": name, "value": str(todays)} for name, todays in VERSIONS.items()]
    connection.execute(insert(t.setting), rows)


def _stood(connection: Connection) -> dict[str, int]:
    s = t.setting.c
    asked = select(s.name, s.value).where(s.name.in_(tuple(VERSIONS)))
    told = {name: int(value) for name, value in connection.execute(asked)}
    # The first registers did not say; theirs are made anew.
    return {name: told.get(name, 0) for name in VERSIONS}


def _key_all(connection: Connection) -> None:
    c, p = t.complaint.c, t.person.c
    keyed: dict[str, Column[Any]] = {
        "of": c.id,
        "subject_key": c.subject_key,
        "petitioner_key": c.petitioner_key,
    }
    changed = update(t.complaint).where(c.id == bindparam("of"))
    changed = changed.values({name: bindparam(name) for name in keyed if name != "of"})
    for part in stretches(connection):
        said = connection.execute(select(c.id, c.subject, c.petitioner).where(c.id.between(*part)))
        rows = [
            {"of": of, "subject_key": kept_key(subject), "petitioner_key": kept_key(petitioner)}
            for of, subject, petitioner in said
        ]
        do_many(connection, changed, keyed, rows)
    own, text = t.letter.c, t.proposed_text.c
    for of, whom in connection.execute(select(own.id, own.recipient)).all():
        fresh = update(t.letter).where(own.id == of).values(recipient_key=kept_key(whom))
        connection.execute(fresh)
    drafts = select(text.proposed_id, text.number, text.recipient)
    for of, number, whom in connection.execute(drafts).all():
        fresh = update(t.proposed_text).where(text.proposed_id == of, text.number == number)
        connection.execute(fresh.values(recipient_key=kept_key(whom)))
    for of, name in connection.execute(select(p.id, p.name)).all():
        connection.execute(update(t.person).where(p.id == of).values(name_key=kept_key(name)))
