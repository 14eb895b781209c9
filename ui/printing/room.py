"""The printers and what is remembered of printing on them, together; and what failure says."""

from dataclasses import dataclass

from desktop.wording import _
from desktop.wording.printing import trouble_words
from ui.printing.devices import Printers, SystemPrinters
from ui.printing.job import NotPrinted
from ui.printing.memory import Remembered
from ui.printing.run import Halted


@dataclass(frozen=True, slots=True)
class PrintRoom:
    """The printers, and what is remembered of printing on them."""

    printers: Printers
    memory: Remembered


def print_room() -> PrintRoom:
    """Return this computer's own."""
    return PrintRoom(SystemPrinters(), Remembered())


def failure_words(error: Exception) -> str:
    """Say why nothing, or not all, came out, and that the number is not lost."""
    if isinstance(error, Halted):
        return _("Stopped. Pages sent before may still come out. The number stays; print again.")
    if isinstance(error, NotPrinted):
        after = _("Then print again: the number stays the same.")
        return f"{trouble_words(error.trouble)} {after}"
    raise error
