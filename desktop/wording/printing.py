"""What is said about printers: why nothing came out and what to do, and what trays are called."""

import re
from collections.abc import Mapping

from desktop.rules.printing import Duplex, PaperKind, PrinterTrouble, Stationery
from desktop.wording import N_, _

TROUBLE: Mapping[PrinterTrouble, str] = {
    PrinterTrouble.SILENT: N_("The printer does not answer. Check that it is on and connected."),
    PrinterTrouble.GONE: N_("This printer is no longer on this computer. Choose a printer."),
    PrinterTrouble.STOPPED: N_(
        "The printer is stopped. Check for a message on it, and let it go on."
    ),
    PrinterTrouble.PAPER_OUT: N_("The printer is out of paper. Put paper in."),
    PrinterTrouble.JAM: N_("Paper is jammed in the printer. Take it out and close the printer."),
    PrinterTrouble.OFFLINE: N_("The printer is off or not connected. Turn it on."),
    PrinterTrouble.COVER_OPEN: N_("The printer is open. Close its cover."),
    PrinterTrouble.INK_OUT: N_("The printer is out of toner or ink. Change the cartridge."),
    PrinterTrouble.GIVEN_UP: N_("The printer gave the job up. Check it."),
}

DUPLEX: Mapping[Duplex, str] = {
    Duplex.ONE_SIDE: N_("One side"),
    Duplex.LONG_EDGE: N_("Both sides, turned over the long edge"),
    Duplex.SHORT_EDGE: N_("Both sides, turned over the short edge"),
}

PAPER_KIND: Mapping[PaperKind, str] = {
    PaperKind.LETTER: N_("Letter"),
    PaperKind.MEMO: N_("Memo"),
    PaperKind.ORDER: N_("Order"),
    PaperKind.SLIP_A6: N_("Receipt slip, A6"),
    PaperKind.SLIP_A5: N_("Receipt slip, A5"),
    PaperKind.SLIP_ROLL: N_("Receipt slip, 80 mm roll"),
    PaperKind.FORM: N_("Form"),
    PaperKind.ENVELOPE_DL: N_("Envelope DL"),
    PaperKind.ENVELOPE_C5: N_("Envelope C5"),
    PaperKind.ENVELOPE_C4: N_("Envelope C4"),
    PaperKind.LABELS: N_("Labels"),
    PaperKind.REPORT: N_("Report"),
    PaperKind.BOOK: N_("Book"),
    PaperKind.POSTER: N_("Sheet for the wall"),
    PaperKind.OTHER: N_("Other paper"),
}

_NUMBERED = re.compile(r"tray-?(\d+)")
_TRAYS: Mapping[str, str] = {
    "upper": N_("Upper tray"),
    "top": N_("Upper tray"),
    "middle": N_("Middle tray"),
    "lower": N_("Lower tray"),
    "bottom": N_("Lower tray"),
    "main": N_("Main tray"),
    "cassette": N_("Cassette"),
    "manual": N_("Manual feed"),
    "by-pass-tray": N_("Manual feed"),
    "envelope": N_("Envelope feeder"),
    "envelopemanual": N_("Envelopes, one by one"),
    "largecapacity": N_("Large tray"),
    "large-capacity": N_("Large tray"),
    "tractor": N_("Continuous paper"),
    "main-roll": N_("Roll"),
}


def trouble_words(trouble: PrinterTrouble) -> str:
    """Say what keeps a printer from printing, and what to do."""
    return _(TROUBLE[trouble])


def tray_words(tray: str) -> str:
    """Call a tray as the office would; one we do not know keeps its own name."""
    name = tray.lower()
    numbered = _NUMBERED.fullmatch(name)
    if numbered:
        return _("Tray {number}").format(number=numbered[1])
    return _(_TRAYS[name]) if name in _TRAYS else tray


def moved_words(paper: Stationery) -> str:
    """Say how far print is moved; nothing where it is not."""
    parts = []
    if paper.right:
        side = N_("{far:g} mm to the right") if paper.right > 0 else N_("{far:g} mm to the left")
        parts.append(_(side).format(far=abs(paper.right)))
    if paper.down:
        side = N_("{far:g} mm down") if paper.down > 0 else N_("{far:g} mm up")
        parts.append(_(side).format(far=abs(paper.down)))
    return _("Print moved {parts}").format(parts=", ".join(parts)) if parts else ""
