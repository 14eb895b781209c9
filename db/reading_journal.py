"""What windows ask of the journal: its head, its entries as a list, and what others did."""

from array import array
from collections.abc import Sequence

from sqlalchemy import Engine, select

from db import elsewhere
from db import tables as t
from db.trouble import told
from desktop.changes import Happened
from desktop.errors import Refused
from desktop.rules.people import Actor, Permission
from desktop.rules.reasons import Reason
from desktop.views import EntryRow, JournalHead, JournalQuery


class JournalReading:
    """Answers from the journal, to who may see it."""

    _engine: Engine
    _own: elsewhere.OwnEntries

    def happened(self, actor: Actor, since: int | None) -> Happened:
        """Tell what other programs did since an entry of the journal, and where it stands now."""
        del actor
        with told(), self._engine.connect() as connection:
            return elsewhere.happened(connection, since, self._own)

    def journal_head(self, actor: Actor) -> JournalHead:
        """Return the journal's head, to who keeps the office."""
        _refuse(actor, Permission.KEEP_OFFICE)
        with told(), self._engine.connect() as connection:
            head = connection.execute(
                select(t.journal_head.c.sequence, t.journal_head.c.hash)
            ).one()
            return JournalHead(head.sequence, head.hash)

    def journal_ids(
        self, actor: Actor, query: JournalQuery, most: int | None = None
    ) -> "array[int]":
        """Return the journal's entries that match, all or the first so many, in order."""
        from db import journal_list  # noqa: PLC0415 - no list waits for this room

        _refuse(actor, Permission.SEE_JOURNAL)
        with told(), self._engine.connect() as connection:
            return journal_list.journal_ids(connection, actor, query, most)

    def journal_rows(self, actor: Actor, ids: Sequence[int]) -> Sequence[EntryRow]:
        """Return entries in the order asked; what is not to be seen is left out."""
        from db import journal_list  # noqa: PLC0415

        _refuse(actor, Permission.SEE_JOURNAL)
        with told(), self._engine.connect() as connection:
            return journal_list.journal_rows(connection, actor, ids)


def _refuse(actor: Actor, needed: Permission) -> None:
    if not actor.may(needed):
        raise Refused(Reason.NOT_ALLOWED)
