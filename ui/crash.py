"""When it is our fault: a calm report without a word of anybody's, and the program goes on."""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as toolkit
from PySide6.QtCore import QObject, Signal

_ROOT = Path(__file__).resolve().parent.parent
_log = logging.getLogger(__name__)


def report(error: BaseException) -> str:
    """Write what may be copied to whoever mends the program: kinds and places, no values."""
    lines = [
        f"rap-rueang · Python {platform.python_version()} · Qt {toolkit} · {platform.system()}",
    ]
    link: BaseException | None = error
    while link is not None:
        lines.append(type(link).__qualname__)
        for frame in traceback.extract_tb(link.__traceback__):
            file = Path(frame.filename)
            inside = file.is_relative_to(_ROOT) and ".venv" not in file.parts
            name = file.relative_to(_ROOT).as_posix() if inside else file.name
            lines.append(f"  {name}:{frame.lineno} {frame.name}")
        link = link.__cause__ or link.__context__
    return "\n".join(lines)


class CrashDesk(QObject):
    """Catches what nobody caught, on any thread.

    Signals:
        happened: Something was our fault. arg: the report.
    """

    happened = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before: tuple[Callable[..., object], Callable[..., object]] | None = None

    def watch(self) -> None:
        """Begin catching."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._caught
        threading.excepthook = self._caught_on_thread

    def rest(self) -> None:
        """Stop catching."""
        if self._before is not None:
            sys.excepthook, threading.excepthook = self._before

    def tell(self, error: BaseException) -> None:
        """Report an error that was handed here."""
        told = report(error)
        _log.error("fault\n%s", told)
        self.happened.emit(told)

    def _caught(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        del kind, trace
        self.tell(error)

    def _caught_on_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self.tell(caught.exc_value)
