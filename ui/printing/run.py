"""One printing off the window's thread: how far it is, how it ended, and a way to stop it."""

from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from ui.printing.devices import Printers
from ui.printing.job import PrintJob


class Halted(Exception):  # noqa: N818 - somebody wished it so
    """The printing was stopped on wish; sides that were sent may still come out."""


class PrintRun(QObject):
    """Prints one job after another.

    Signals:
        advanced: A side was drawn. arg: how many have been.
        ended: The job is over. arg: None when it came out, else the exception.
    """

    advanced = Signal(int)
    ended = Signal(object)
    _landed = Signal(object)

    def __init__(self, printers: Printers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printers = printers
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="printing")
        self._stopping = False
        self.running = False
        self._landed.connect(self._land, Qt.ConnectionType.QueuedConnection)

    def begin(self, job: PrintJob) -> None:
        """Print a job."""
        self._stopping, self.running = False, True
        self._worker.submit(self._print, job)

    def stop(self) -> None:
        """Print no more sides after the one in hand."""
        self._stopping = True

    def close(self) -> None:
        """Stop, and wait until the printer is let go."""
        self.stop()
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _print(self, job: PrintJob) -> None:
        error: Exception | None = None
        try:
            self._printers.print(job, self._told)
        except Exception as caught:
            error = caught
        if isValid(self):
            self._landed.emit(error)

    def _told(self, sides: int) -> None:
        if self._stopping:
            raise Halted
        if isValid(self):
            self.advanced.emit(sides)

    def _land(self, error: Exception | None) -> None:
        self.running = False
        self.ended.emit(error)
