"""Unfinished forms, one person's apart from another's, in a file of their own."""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, sessionmaker

from db.base import Instant, Json, Words
from db.engine import open_sqlite
from db.trouble import told
from desktop.ports import Draft

_RULES = ("journal_mode=WAL", "synchronous=FULL", "trusted_schema=OFF", "secure_delete=ON")


class _Base(DeclarativeBase):
    pass


class _DraftRecord(_Base):
    __tablename__ = "draft"

    person_id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(Words(), primary_key=True)
    title: Mapped[str] = mapped_column(Words())
    fields: Mapped[dict[str, str]] = mapped_column(Json())
    kept_at: Mapped[object] = mapped_column(Instant())


class _DraftFileRecord(_Base):
    __tablename__ = "draft_file"

    person_id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(Words(), primary_key=True)
    name: Mapped[str] = mapped_column(Words(), primary_key=True)
    content: Mapped[bytes]


class SqlDrafts:
    """Drafts kept as they are typed; forgetting one wipes it."""

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self._engine = open_sqlite(file, "BEGIN IMMEDIATE", _RULES, single=True)
        with told():
            _Base.metadata.create_all(self._engine)
        self._sessions = sessionmaker(self._engine)

    def keep(self, person_id: int, draft: Draft) -> None:
        """Store the fields of a draft, leaving its files as they are."""
        values = {"title": draft.title, "fields": draft.fields, "kept_at": draft.kept_at}
        statement = insert(_DraftRecord).values(person_id=person_id, key=draft.key, **values)
        statement = statement.on_conflict_do_update(["person_id", "key"], set_=values)
        with told(), self._sessions.begin() as session:
            session.execute(statement)

    def keep_file(self, person_id: int, key: str, name: str, content: bytes) -> None:
        """Store a file dropped on a draft."""
        statement = insert(_DraftFileRecord).values(
            person_id=person_id, key=key, name=name, content=content
        )
        statement = statement.on_conflict_do_update(
            ["person_id", "key", "name"], set_={"content": content}
        )
        with told(), self._sessions.begin() as session:
            session.execute(statement)

    def drop_file(self, person_id: int, key: str, name: str) -> None:
        """Forget a file of a draft."""
        file = _DraftFileRecord
        with told(), self._sessions.begin() as session:
            session.execute(
                delete(file).where(file.person_id == person_id, file.key == key, file.name == name)
            )

    def left(self, person_id: int) -> Sequence[Draft]:
        """Return the person's drafts, newest first."""
        draft, file = _DraftRecord, _DraftFileRecord
        with told(), self._sessions.begin() as session:
            kept = session.scalars(
                select(draft).where(draft.person_id == person_id).order_by(draft.kept_at.desc())
            ).all()
            found = []
            for one in kept:
                files = session.execute(
                    select(file.name, file.content).where(
                        file.person_id == person_id, file.key == one.key
                    )
                )
                pairs = tuple((name, content) for name, content in files)
                found.append(Draft(one.key, one.title, one.fields, one.kept_at, pairs))  # type: ignore[arg-type]
            return tuple(found)

    def drop(self, person_id: int, key: str) -> None:
        """Forget a draft and its files."""
        with told(), self._sessions.begin() as session:
            for table in (_DraftRecord, _DraftFileRecord):
                session.execute(delete(table).where(table.person_id == person_id, table.key == key))

    def close(self) -> None:
        """Let the file go."""
        self._engine.dispose()
