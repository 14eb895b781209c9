"""What other programs did to the register: another window, another desk, a command."""

from collections.abc import Iterable
from threading import Lock

from sqlalchemy import Connection, select

from db import tables as t
from db.journal import HEAD
from desktop.changes import Changes, Happened, changes_of

_ALL_AT_ONCE = 1_000
"""Entries from which on everything is taken for changed."""
_EVERYTHING = ~Changes.NONE

_SEQUENCE = select(t.journal_head.c.sequence).where(t.journal_head.c.id == HEAD)


class OwnEntries:
    """Knows which entries of the journal this program wrote itself; threads may share it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._written: set[int] = set()

    def add(self, sequences: Iterable[int]) -> None:
        """Note entries that were committed."""
        with self._lock:
            self._written.update(sequences)

    def take(self, upto: int) -> frozenset[int]:
        """Return those up to an entry, and forget them."""
        with self._lock:
            taken = frozenset(one for one in self._written if one <= upto)
            self._written -= taken
        return taken


def happened(connection: Connection, since: int | None, own: OwnEntries) -> Happened:
    """Tell what others did after an entry; without one, only where the journal stands."""
    head = int(connection.execute(_SEQUENCE).scalar_one_or_none() or 0)
    if since is None or head <= since:
        own.take(head)
        return Happened(head, Changes.NONE)
    j = t.journal.c
    asked = select(j.sequence, j.act, j.subject).where(j.sequence.between(since + 1, head))
    entries = connection.execute(asked.limit(_ALL_AT_ONCE)).all()
    ours = own.take(head)
    touched = Changes.NONE
    for sequence, act, subject in entries:
        if sequence not in ours:
            touched |= changes_of(act, subject)
    return Happened(head, _EVERYTHING if len(entries) == _ALL_AT_ONCE else touched)
