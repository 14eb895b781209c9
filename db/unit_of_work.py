"""One connection, one transaction, one thread: everything inside happens, or nothing does."""

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Engine, bindparam, select, update

from db import tables as t
from db.batches import SqlBatches
from db.cases import SqlCases
from db.elsewhere import OwnEntries
from db.files import IN_ORDER, FolderFiles, TableFiles
from db.journal import append, lock_head
from db.kept_keys import keys_of
from db.letters import SqlLetters
from db.links import SqlLinks
from db.offices import SqlOffices
from db.people import SqlPeople
from db.proposals import SqlProposals
from db.redating import SqlRedating
from db.saved_views import SqlSavedViews
from db.search_words import keep_words
from db.statements import put, put_one
from db.trouble import told
from desktop.ports import (
    Attachment,
    Batches,
    Cases,
    Files,
    Letters,
    Links,
    Offices,
    People,
    Proposals,
    Redating,
    SavedViews,
)
from desktop.rules.journal import Entry
from desktop.rules.numbering import Series
from desktop.rules.people import Actor
from desktop.views import Saved

SALT = "salt"

_SETTING, _KEY = t.setting, t.save_key
_SALT = select(_SETTING.c.value).where(_SETTING.c.name == SALT)
_SAVED = select(_KEY.c.act, _KEY.c.subject_id).where(_KEY.c.key == bindparam("asked"))
_COUNTER = t.counter
_TAKEN = (
    update(_COUNTER)
    .where(_COUNTER.c.book == bindparam("of_book"), _COUNTER.c.year == bindparam("of_year"))
    .values(last=_COUNTER.c.last + 1)
    .returning(_COUNTER.c.last)
)


class SqlUnitOfWork:
    """A transaction over the register, done in one actor's name."""

    cases: Cases
    people: People
    office: Offices
    letters: Letters
    links: Links
    proposals: Proposals
    batches: Batches
    saved_views: SavedViews
    redating: Redating
    files: Files

    def __init__(self, engine: Engine, actor: Actor, papers: Path | None, own: OwnEntries) -> None:
        self._engine = engine
        self._actor = actor
        self._papers = papers
        self._own = own

    def __enter__(self) -> Self:
        """Begin, and wait for the turn to write."""
        self._connection = connection = self._engine.connect()
        try:
            with told():
                lock_head(connection)
        except BaseException:
            connection.close()
            raise
        self._touched: set[int] = set()
        self._entries: list[int] = []
        self.cases = SqlCases(connection, self._actor, self._touched)
        self.people = SqlPeople(connection)
        self.office = SqlOffices(connection)
        self.letters = SqlLetters(connection, self._actor)
        self.links = SqlLinks(connection)
        self.proposals = SqlProposals(connection, self._actor)
        self.batches = SqlBatches(connection)
        self.saved_views = SqlSavedViews(connection)
        self.redating = SqlRedating(connection)
        self.files = (
            TableFiles(connection)
            if self._papers is None
            else FolderFiles(connection, self._papers)
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Undo whatever was not committed, and say in the office's terms what went wrong."""
        del kind, trace
        self._connection.close()
        if error is not None:
            with told():
                raise error

    def commit(self) -> None:
        """Make it so."""
        with told():
            keep_words(self._connection, tuple(self._touched))
            self._touched.clear()
        with told(committing=True):
            self._connection.commit()
        self._own.add(self._entries)
        self._entries.clear()

    def start_series(self, series: Series, first: int) -> None:
        """Let a series that has given no number yet begin at `first`."""
        row = {"book": series.book, "year": series.year, "first": first, "last": first - 1}
        put(self._connection, t.counter, row)

    def next_number(self, series: Series) -> int:
        """Take the next number of a series; a new series begins at 1."""
        asked = {"of_book": series.book, "of_year": series.year}
        taken = self._connection.execute(_TAKEN, asked).scalar_one_or_none()
        if taken is None:
            self.start_series(series, 1)
            return self.next_number(series)
        return int(taken)

    def attach(self, attachment: Attachment) -> int:
        """List a kept file under its complaint and return its identity."""
        return put_one(self._connection, t.attachment, attachment_row(attachment))

    def arrangement(self, case_id: int) -> Mapping[int, int]:
        """Tell by how many degrees each of a complaint's own files is turned, in their order."""
        file = t.attachment.c
        asked = select(file.id, file.turned).where(
            file.complaint_id == case_id, file.letter_id.is_(None), file.incoming_id.is_(None)
        )
        rows = self._connection.execute(asked.order_by(*IN_ORDER))
        return {row.id: row.turned for row in rows}

    def arrange(self, arrangement: Mapping[int, int]) -> None:
        """Put the files of one complaint in an order, and turn them."""
        for place, (file_id, turned) in enumerate(arrangement.items()):
            change = update(t.attachment).where(t.attachment.c.id == file_id)
            self._connection.execute(change.values(place=place, turned=turned))

    def saved(self, key: str) -> Saved | None:
        """Tell what an earlier save with this key made."""
        found = self._connection.execute(_SAVED, {"asked": key}).one_or_none()
        return None if found is None else Saved(*found)

    def keep_key(self, key: str, saved: Saved) -> None:
        """Bind a save's key to what it made."""
        row = {"key": key, "act": saved.act, "subject_id": saved.subject_id}
        put(self._connection, t.save_key, row)

    def journal(self, entry: Entry) -> int:
        """Chain an entry and return its sequence number."""
        sequence = append(self._connection, entry)
        self._entries.append(sequence)
        return sequence

    def salt(self) -> str:
        """Return the register's own salt for digests."""
        return str(self._connection.execute(_SALT).scalar_one())


def attachment_row(attachment: Attachment) -> dict[str, Any]:
    """Write a file's listing as a row."""
    row = {
        "complaint_id": attachment.complaint_id,
        "stored": attachment.stored.name,
        "name": attachment.name,
        "original": attachment.original.encode("utf-8", "replace").decode().replace("\0", ""),
        "media_type": attachment.media_type,
        "added_at": attachment.added_at,
        "added_by": attachment.added_by,
        "letter_id": attachment.letter_id,
        "incoming_id": attachment.incoming_id,
        "turned": attachment.turned,
    }
    return row | keys_of(t.attachment, row)
