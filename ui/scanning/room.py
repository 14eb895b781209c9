"""The scanners of this computer."""

import sys

from ui.scanning.devices import Scanners
from ui.scanning.sane import Sane
from ui.scanning.wia import Wia


def scanners() -> Scanners:
    """Return this computer's own, by its system's way to them."""
    return Wia() if sys.platform == "win32" else Sane()
