"""Unfinished forms, one person's apart from another's, in a file of their own."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import Lock

from sqlalchemy import Column, Connection, MetaData, Named, Table, TypedColumns, delete, select
from sqlalchemy.dialects.sqlite import insert

from db.base import Instant, Json, Words
from db.engine import open_sqlite
from db.trouble import told
from desktop.ports import Draft

_RULES = ("journal_mode=WAL", "synchronous=FULL", "trusted_schema=OFF", "secure_delete=ON")


_METADATA = MetaData()


class _DraftColumns(TypedColumns):
    person_id: Named[int] = Column(primary_key=True)
    key: Named[str] = Column(Words(), primary_key=True)
    title: Named[str] = Column(Words())
    fields: Named[dict[str, str]] = Column(Json())
    kept_at: Named[datetime] = Column(Instant())


class _FileColumns(TypedColumns):
    person_id: Named[int] = Column(primary_key=True)
    key: Named[str] = Column(Words(), primary_key=True)
    name: Named[str] = Column(Words(), primary_key=True)
    content: Named[bytes]


_DRAFT = Table("draft", _METADATA, _DraftColumns)
_FILE = Table("draft_file", _METADATA, _FileColumns)


class SqlDrafts:
    """Drafts kept as they are typed; forgetting one wipes it."""

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        # All share one connection, and whoever keeps forms has a thread of their own.
        self._turn = Lock()
        self._engine = open_sqlite(file, "BEGIN IMMEDIATE", _RULES, single=True)
        with told():
            _METADATA.create_all(self._engine)

    def keep(self, person_id: int, draft: Draft) -> None:
        """Store the fields of a draft, leaving its files as they are."""
        values = {"title": draft.title, "fields": draft.fields, "kept_at": draft.kept_at}
        statement = insert(_DRAFT).values(person_id=person_id, key=draft.key, **values)
        statement = statement.on_conflict_do_update(["person_id", "key"], set_=values)
        with self._begun() as connection:
            connection.execute(statement)

    def keep_file(self, person_id: int, key: str, name: str, content: bytes) -> None:
        """Store a file dropped on a draft."""
        statement = insert(_FILE).values(person_id=person_id, key=key, name=name, content=content)
        statement = statement.on_conflict_do_update(
            ["person_id", "key", "name"], set_={"content": content}
        )
        with self._begun() as connection:
            connection.execute(statement)

    def drop_file(self, person_id: int, key: str, name: str) -> None:
        """Forget a file of a draft."""
        file = _FILE.c
        with self._begun() as connection:
            connection.execute(
                delete(_FILE).where(file.person_id == person_id, file.key == key, file.name == name)
            )

    def left(self, person_id: int) -> Sequence[Draft]:
        """Return the person's drafts, newest first."""
        draft, file = _DRAFT.c, _FILE.c
        with self._begun() as connection:
            kept = connection.execute(
                select(_DRAFT).where(draft.person_id == person_id).order_by(draft.kept_at.desc())
            ).all()
            found = []
            for one in kept:
                files = connection.execute(
                    select(file.name, file.content).where(
                        file.person_id == person_id, file.key == one.key
                    )
                )
                pairs = tuple((name, content) for name, content in files)
                found.append(Draft(one.key, one.title, one.fields, one.kept_at, pairs))
            return tuple(found)

    def one(self, person_id: int, key: str) -> Draft | None:
        """Find one of the person's drafts, without its files."""
        draft = _DRAFT.c
        with self._begun() as connection:
            kept = connection.execute(
                select(_DRAFT).where(draft.person_id == person_id, draft.key == key)
            ).one_or_none()
        return None if kept is None else Draft(kept.key, kept.title, kept.fields, kept.kept_at)

    def every(self, field: str) -> Sequence[tuple[str, frozenset[str]]]:
        """Return what stands in one field of every draft, and the names of the files it keeps."""
        draft, file = _DRAFT.c, _FILE.c
        with self._begun() as connection:
            kept = connection.execute(select(draft.person_id, draft.key, draft.fields)).all()
            listed = connection.execute(select(file.person_id, file.key, file.name)).all()
        names: dict[tuple[int, str], set[str]] = {}
        for person_id, key, name in listed:
            names.setdefault((person_id, key), set()).add(name)
        return tuple(
            (fields[field], frozenset(names.get((person_id, key), ())))
            for person_id, key, fields in kept
            if field in fields
        )

    def drop(self, person_id: int, key: str) -> None:
        """Forget a draft and its files."""
        with self._begun() as connection:
            for table in (_DRAFT, _FILE):
                connection.execute(
                    delete(table).where(table.c.person_id == person_id, table.c.key == key)
                )

    @contextmanager
    def _begun(self) -> Iterator[Connection]:
        with self._turn, told(), self._engine.begin() as connection:
            yield connection

    def close(self) -> None:
        """Let the file go."""
        self._engine.dispose()
