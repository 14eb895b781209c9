"""Heavy work before anything can be shown: off the window's thread, its end back on it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread


class Loading(QThread):
    """Does a piece of work once, then hands over on the window's thread.

    What fails in the work is raised there too, where faults are told.
    """

    def __init__(
        self, work: Callable[[], object], then: Callable[[], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._work, self._then = work, then
        self._fault: Exception | None = None
        self.finished.connect(self._land)

    def run(self) -> None:
        """Do the work."""
        try:
            self._work()
        except Exception as fault:
            # Carried over, not swallowed.
            self._fault = fault

    def _land(self) -> None:
        if self._fault is not None:
            raise self._fault
        self._then()
