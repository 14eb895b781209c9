"""Bytes that belong to the register: files beside it, or chunks inside a shared database."""

import hashlib
import os
import secrets
from pathlib import Path

from sqlalchemy import Connection, select

from db import tables as t
from db.base import Found
from db.statements import one, put
from desktop.errors import Unavailable
from desktop.ports import StoredFile

CHUNK = 1024 * 1024
IN_ORDER = (
    t.attachment.c.place.is_(None),
    t.attachment.c.place,
    t.attachment.c.id,
)
"""How a complaint's files follow each other: as somebody put them, then as they came."""


class FolderFiles:
    """Keeps bytes as files of random names, two letters deep, synced before they count."""

    def __init__(self, connection: Connection, folder: Path) -> None:
        self._connection = connection
        self._folder = folder

    def put(self, content: bytes) -> StoredFile:
        """Write, sync and list some bytes; the file precedes its row, which may be undone."""
        stored = _named(content)
        try:
            write_synced(path_of(self._folder, stored.name), content)
        except OSError as error:
            raise Unavailable(error.strerror or type(error).__name__) from error
        put(self._connection, t.stored_file, _row(stored))
        return stored

    def read(self, name: str) -> bytes:
        """Return what was kept, if it is still the same."""
        listed = one(self._connection, t.stored_file, name)
        try:
            content = path_of(self._folder, name).read_bytes()
        except OSError as error:
            raise Unavailable(error.strerror or type(error).__name__) from error
        return _same(listed, content)


class TableFiles:
    """Keeps bytes in the database, where desks share nothing else."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, content: bytes) -> StoredFile:
        """Store some bytes in chunks."""
        stored = _named(content)
        put(self._connection, t.stored_file, _row(stored))
        chunks = [
            {"name": stored.name, "position": n, "content": content[start : start + CHUNK]}
            for n, start in enumerate(range(0, len(content), CHUNK))
        ]
        if chunks:
            put(self._connection, t.file_chunk, chunks)
        return stored

    def read(self, name: str) -> bytes:
        """Return what was kept, if it is still the same."""
        chunk = t.file_chunk.c
        query = select(chunk.content).where(chunk.name == name).order_by(chunk.position)
        content = b"".join(self._connection.scalars(query))
        return _same(one(self._connection, t.stored_file, name), content)


def path_of(folder: Path, name: str) -> Path:
    """Return where a kept file lies."""
    return folder / name[:2] / name


def write_synced(path: Path, content: bytes) -> None:
    """Write a file so that a power cut leaves it whole or absent."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _named(content: bytes) -> StoredFile:
    return StoredFile(secrets.token_hex(16), len(content), hashlib.sha256(content).hexdigest())


def _row(stored: StoredFile) -> dict[str, str | int]:
    return {"name": stored.name, "size": stored.size, "sha256": stored.sha256}


def _same(listed: Found, content: bytes) -> bytes:
    if hashlib.sha256(content).hexdigest() != listed.sha256:
        raise Unavailable("a kept file is no longer what it was")
    return content
