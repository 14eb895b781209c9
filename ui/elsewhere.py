"""What is done at other desks and in other windows, told here as if it were done here."""

from PySide6.QtCore import QObject, QTimer

from desktop.changes import Happened
from desktop.errors import Unavailable
from desktop.ports import Desk
from desktop.rules.people import Actor
from ui.operations import Operations

EVERY = 3_000
"""Milliseconds from an answer to the next look."""


class Elsewhere(QObject):
    """Looks at where the journal stands, and lets pages read again what others touched."""

    def __init__(self, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._since: int | None = None
        self._lost = self._over = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Look from now on, until the end."""
        self.look()

    def end(self) -> None:
        """Look no more, and tell nothing that is still on its way."""
        self._over = True
        self._timer.stop()

    def look(self) -> None:
        """Ask what others did since the last look."""
        if self._over:
            return
        since = self._since

        def question(desk: Desk, actor: Actor) -> Happened:
            return desk.reading.happened(actor, since)

        self._operations.read(self, question, self._tell, self._missed, unseen=True)

    def _tell(self, happened: Happened) -> None:
        if self._over:
            return
        self._since, self._lost = happened.upto, False
        self._timer.start()
        if happened.changes:
            self._operations.changed.emit(happened.changes, self)

    def _missed(self, error: Exception) -> bool:
        """Let a register that cannot be reached be told of once, and go on looking."""
        if not isinstance(error, Unavailable):
            return False
        told, self._lost = self._lost or self._over, True
        if not self._over:
            self._timer.start()
        return told
