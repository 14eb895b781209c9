"""Work off the window's thread, answers back on it."""

import logging
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from desktop.changes import Changes
from desktop.errors import Unavailable
from desktop.ports import NOBODY, Desk
from desktop.rules.people import Actor
from desktop.rules.thai.dates import official_date
from desktop.views import Saved

_log = logging.getLogger(__name__)


class HasChanges(Protocol):
    """An act's result, as far as windows care."""

    @property
    def changes(self) -> Changes:
        """What was touched."""
        ...


C = TypeVar("C")
R = TypeVar("R")
H = TypeVar("H", bound=HasChanges)
Then = Callable[[R], None]
Otherwise = Callable[[Exception], bool]
"""Takes care of a failure, and tells whether it did."""


@dataclass(frozen=True, slots=True)
class _Manner:
    """How long the window waits for an answer, in seconds; whether the asking is told of."""

    patience: float = 0.0
    unseen: bool = False


_USUAL = _Manner()


class Operations(QObject):
    """Runs acts one at a time and questions side by side.

    Signals:
        changed: A change was committed. args: the Changes, its initiator.
        failed: Nobody else took care of this exception. arg: the exception.
        busy: Work began or the last of it ended. arg: whether any is under way.
    """

    changed = Signal(object, object)
    failed = Signal(object)
    busy = Signal(bool)
    _landed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.actor: Actor = NOBODY
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._readers = ThreadPoolExecutor(2, thread_name_prefix="reader")
        self._under_way = 0
        self._closed = False
        self._landed.connect(self._land, Qt.ConnectionType.QueuedConnection)

    def sign_in(self, actor: Actor) -> None:
        """Let what follows be done in this person's name."""
        self.actor = actor

    def sign_out(self) -> None:
        """Let nothing more be done in anybody's name."""
        self.actor = NOBODY

    def write(
        self,
        owner: QObject,
        act: Callable[[C, Desk, Actor], H],
        command: C,
        then: Callable[[H], None] | None = None,
        otherwise: Otherwise | None = None,
    ) -> None:
        """Carry out an act; where it is unclear whether it was kept, its key is looked up."""
        actor = self.actor

        def work() -> H:
            try:
                return act(command, self.desk, self._present(actor))
            except Unavailable as error:
                key = getattr(command, "key", None)
                if not error.unclear or key is None:
                    raise
                if self.desk.reading.saved(key) is None:
                    raise Unavailable(error.cause) from error
                # It was kept after all; the same key answers with what it made.
                return act(command, self.desk, self._present(actor))

        def finish(result: H) -> None:
            try:
                if then is not None and isValid(owner):
                    then(result)
            finally:
                self.changed.emit(result.changes, owner)

        self._send(owner, self._writer, work, finish, otherwise)

    def read(
        self,
        owner: QObject,
        question: Callable[[Desk, Actor], R],
        then: Callable[[R], None],
        otherwise: Otherwise | None = None,
        *,
        patience: float = 0.0,
        unseen: bool = False,
    ) -> None:
        """Ask a question that changes nothing; once closed, nobody is left to be answered.

        With patience, in seconds, an answer that comes within it is there when this returns: what
        is about to be painted need not be painted twice. What is asked unseen is no work of
        anybody's: nobody is told that it is under way.
        """
        if self._closed:
            # A timer of a window that is going may still ask.
            return
        actor = self.actor

        def finish(result: R) -> None:
            if isValid(owner):
                then(result)

        def work() -> R:
            return question(self.desk, self._present(actor))

        self._send(owner, self._readers, work, finish, otherwise, _Manner(patience, unseen=unseen))

    def _present(self, actor: Actor) -> Actor:
        """Tell what the actor may do now: roles are taken and a leave begins while one works."""
        if actor is NOBODY:
            return actor
        return self.desk.reading.present(actor, official_date(self.desk.now()))

    @property
    def idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._under_way

    def saved(self, key: str) -> Saved | None:
        """Tell what a save with this key made, if it happened."""
        return self.desk.reading.saved(key)

    def close(self) -> None:
        """Let the writing in hand finish and drop the rest, answers on their way included."""
        self._closed = True
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._writer.shutdown(wait=True, cancel_futures=False)

    def _send(
        self,
        owner: QObject,
        pool: ThreadPoolExecutor,
        work: Callable[[], R],
        then: Callable[[R], None],
        otherwise: Otherwise | None,
        manner: _Manner = _USUAL,
    ) -> None:
        if not manner.unseen:
            self._begun()
        future: Future[R] = pool.submit(work)

        # An answer is handed on, not kept hold of: a future that its own callback knew would keep
        # a page of rows until somebody sweeps.
        def land(done: Future[R]) -> None:
            if not manner.unseen:
                self._ended()
            try:
                result = done.result()
            except CancelledError:
                return
            except Exception as error:
                handled = otherwise is not None and isValid(owner) and otherwise(error)
                if not handled:
                    self.failed.emit(error)
            else:
                then(result)

        def landed(done: Future[R]) -> None:
            if isValid(self):
                self._landed.emit(partial(land, done))

        if manner.patience and wait((future,), manner.patience).done:
            self._land(partial(land, future))
        else:
            future.add_done_callback(landed)

    def _begun(self) -> None:
        self._under_way += 1
        if self._under_way == 1:
            self.busy.emit(True)

    def _ended(self) -> None:
        self._under_way -= 1
        if not self._under_way:
            self.busy.emit(False)

    def _land(self, land: Any) -> None:
        # What lands on a window that has gone would only ask for more.
        if not self._closed:
            land()
