"""Ending a scanner's process when it is told to stop."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Any

_LET_GO = 5
"""Seconds in which a scanner carries its lamp home after it was told to stop."""
_STEP = 0.1


@contextmanager
def stopping(process: subprocess.Popen[Any], stop: Event) -> Iterator[None]:
    """End a process once it is told to stop: at its own pace, then at once."""
    watcher = Thread(target=_watch, args=(process, stop), daemon=True)
    watcher.start()
    yield
    process.wait()
    watcher.join()


def _watch(process: subprocess.Popen[Any], stop: Event) -> None:
    while process.poll() is None:
        if stop.wait(_STEP):
            process.terminate()
            try:
                process.wait(_LET_GO)
            except subprocess.TimeoutExpired:
                process.kill()
            return
