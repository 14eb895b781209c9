"""Python's garbage is swept on the window's thread alone.

Left to itself, Python sweeps on whichever thread happens to make something, and what it sweeps may
be a window or a timer: Qt lets them end on their own thread only.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 500
"""Milliseconds between looks at how much has gathered."""


def sweep() -> None:
    """Sweep the generations that are as full as Python itself would let them become."""
    full = [count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    if any(full):
        gc.collect(max(place for place, one in enumerate(full) if one))


class Sweeper(QObject):
    """Sweeps while the event loop runs; from its making on, Python does not by itself."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(sweep)

    def start(self) -> None:
        """Begin to sweep."""
        self._timer.start()
