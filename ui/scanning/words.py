"""What scanning says: its choices, and what went wrong and what to do."""

import sys

from desktop.wording import N_, _
from ui.scanning.devices import Colour, NotScanned, ScanFault, Source

SOURCE = {
    Source.GLASS: N_("From the glass"),
    Source.FEEDER: N_("Feeder, one side"),
    Source.BOTH_SIDES: N_("Feeder, both sides"),
}
COLOUR = {Colour.COLOUR: N_("Colour"), Colour.GREY: N_("Grey")}
_FAULT = {
    ScanFault.EMPTY: N_("There is no paper in the feeder. Put it in and scan again."),
    ScanFault.JAM: N_("Paper is stuck in the scanner. Take it out and scan that page again."),
    ScanFault.COVER: N_("The scanner's cover is open. Close it and scan again."),
    ScanFault.BUSY: N_("Another program is using the scanner. Close that and scan again."),
    ScanFault.DENIED: N_(
        "This computer does not let you use the scanner. The administrator of the computer can."
    ),
    ScanFault.GONE: N_(
        "The scanner does not answer. See that it is switched on and connected, then look again."
    ),
    ScanFault.FAILED: N_("The scanner stopped. Switch it off and on, then scan again."),
}


def none_found() -> str:
    """Say that there is no scanner, and what else can be done."""
    return _(
        "No scanner was found. See that it is switched on and connected, then look again. "
        "Or scan at the machine into a folder, and choose that folder in the settings."
    )


def fault_words(error: NotScanned) -> str:
    """Say why nothing more was scanned, and what to do."""
    if error.fault is ScanFault.NO_PROGRAM:
        if sys.platform == "win32":
            return none_found()
        return _(
            "The system's scanning program is missing. The administrator of the computer types: "
            "{command}"
        ).format(command="sudo apt-get install sane-utils")
    said = _(_FAULT[error.fault])
    return f"{said} ({error.said})" if error.said else said
