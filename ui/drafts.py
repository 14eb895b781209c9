"""Keeping what is typed: every keystroke reaches the drafts' own file, off the window's thread."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from threading import Lock
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from desktop.ports import Draft, Drafts

_T = TypeVar("_T")


class DraftKeeper(QObject):
    """Keeps one person's unfinished forms.

    Writing never waits behind the register's writer: drafts have a thread of their own. What is
    typed faster than the disk writes is written once, as it last stood.

    Signals:
        kept: A draft is safe on disk. args: its key, when it was last typed in (aware).
        failed: A draft could not be kept or read. arg: the exception.
    """

    kept = Signal(str, object)
    failed = Signal(object)
    _landed = Signal(object)

    def __init__(
        self,
        drafts: Drafts,
        person_id: int,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._person_id = person_id
        self._now = now
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="drafts")
        self._latest: dict[str, Draft] = {}
        self._lock = Lock()
        self._closed = False
        self._landed.connect(self._land, Qt.ConnectionType.QueuedConnection)

    def keep(self, key: str, title: str, fields: dict[str, str]) -> None:
        """Keep a form as it stands now."""
        with self._lock:
            waiting = key in self._latest
            self._latest[key] = Draft(key, title, fields, self._now())
        if not waiting:
            self._send(lambda: self._write(key), self._tell_kept)

    def keep_file(self, key: str, name: str, content: bytes) -> None:
        """Keep a file dropped on a form."""
        self._send(lambda: self._drafts.keep_file(self._person_id, key, name, content), _nothing)

    def drop_file(self, key: str, name: str) -> None:
        """Forget a file taken off a form."""
        self._send(lambda: self._drafts.drop_file(self._person_id, key, name), _nothing)

    def drop(self, key: str) -> None:
        """Forget a form, whatever of it still waits to be written."""
        with self._lock:
            self._latest.pop(key, None)
        self._send(lambda: self._drafts.drop(self._person_id, key), _nothing)

    def left(self, then: Callable[[Sequence[Draft]], None]) -> None:
        """Ask for the person's unfinished forms, newest first."""
        self._send(lambda: self._drafts.left(self._person_id), then)

    def close(self) -> None:
        """Write what still waits, then stop; nothing is told any more."""
        self.blockSignals(True)
        self._worker.shutdown(wait=True)
        self._closed = True

    def _write(self, key: str) -> Draft | None:
        with self._lock:
            draft = self._latest.pop(key, None)
        if draft is not None:
            self._drafts.keep(self._person_id, draft)
        return draft

    def _tell_kept(self, draft: Draft | None) -> None:
        if draft is not None:
            self.kept.emit(draft.key, draft.kept_at)

    def _send(self, work: Callable[[], _T], then: Callable[[_T], None]) -> None:
        if self._closed:
            # A save that was answered after its window closed still drops what it has kept.
            then(work())
            return

        def landed(future: Future[_T]) -> None:
            self._landed.emit(lambda: self._answer(future, then))

        self._worker.submit(work).add_done_callback(landed)

    def _answer(self, future: Future[_T], then: Callable[[_T], None]) -> None:
        error = future.exception()
        if error is None:
            then(future.result())
        else:
            self.failed.emit(error)

    def _land(self, answer: Callable[[], None]) -> None:
        answer()


def _nothing(_: object) -> None:
    """Take no notice: what was asked for has happened."""
