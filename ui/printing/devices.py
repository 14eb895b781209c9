"""The printers of this computer: which there are, what each can, and handing a paper to one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desktop.rules.printing import Duplex, PrinterTrouble
from ui.printing import cups
from ui.printing.job import NotPrinted, PrintJob, draw, media_name
from ui.widgets.pdf_view import page_sizes

Told = Callable[[int], None]
"""Hears how many sides are done; what it raises ends the printing."""

_SIDES = {
    Duplex.ONE_SIDE: (QPrinter.DuplexMode.DuplexNone, "one-sided"),
    Duplex.LONG_EDGE: (QPrinter.DuplexMode.DuplexLongSide, "two-sided-long-edge"),
    Duplex.SHORT_EDGE: (QPrinter.DuplexMode.DuplexShortSide, "two-sided-short-edge"),
}


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer and what it can; trays by the names that the system gives them."""

    name: str
    title: str
    trays: tuple[str, ...] = ()
    duplex: frozenset[Duplex] = frozenset({Duplex.ONE_SIDE})
    colour: bool = True


class Printers(Protocol):
    """The printers that may be chosen."""

    def names(self) -> tuple[str, ...]:
        """Name them all."""
        ...

    def default(self) -> str:
        """Name the one the system proposes, or nothing."""
        ...

    def named(self, name: str) -> Printer | None:
        """Tell what one can; None when it is not there."""
        ...

    def troubles(self, name: str) -> tuple[PrinterTrouble, ...]:
        """Tell what keeps one from printing, as far as it says."""
        ...

    def print(self, job: PrintJob, told: Told) -> None:
        """Print a job; `NotPrinted` when it does not come out."""
        ...


class SystemPrinters:
    """The printers that the system knows."""

    def names(self) -> tuple[str, ...]:
        """Name them all."""
        return tuple(QPrinterInfo.availablePrinterNames())

    def default(self) -> str:
        """Name the one the system proposes, or nothing."""
        return QPrinterInfo.defaultPrinterName()

    def named(self, name: str) -> Printer | None:
        """Tell what one can; None when it is not there."""
        info = QPrinterInfo.printerInfo(name)
        if not name or info.isNull():
            return None
        modes = set(info.supportedDuplexModes())
        sides = {side for side, (mode, _) in _SIDES.items() if mode in modes}
        return Printer(
            name,
            info.description() or name,
            cups.trays(name) if cups.present() else _trays(info),
            frozenset(sides | {Duplex.ONE_SIDE}),
            QPrinter.ColorMode.Color in info.supportedColorModes(),
        )

    def troubles(self, name: str) -> tuple[PrinterTrouble, ...]:
        """Tell what keeps one from printing, as far as it says."""
        if cups.present():
            return cups.stopped(name)
        info = QPrinterInfo.printerInfo(name)
        if info.isNull():
            return (PrinterTrouble.GONE,)
        stands = info.state() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)
        return (PrinterTrouble.STOPPED,) if stands else ()

    def print(self, job: PrintJob, told: Told) -> None:
        """Print a job; `NotPrinted` when it does not come out."""
        if found := self.troubles(job.choice.printer):
            # In the queue it would come out some day, after the letter was printed again.
            raise NotPrinted(found[0])
        if cups.present():
            _print_by_cups(job, told)
        else:
            _print_by_qt(job, told)


def _print_by_qt(job: PrintJob, told: Told) -> None:
    printer = QPrinter(
        QPrinterInfo.printerInfo(job.choice.printer), QPrinter.PrinterMode.HighResolution
    )
    printer.setDocName(job.paper.title)
    printer.setDuplex(_SIDES[job.choice.duplex][0])
    if job.choice.tray:
        printer.setPaperSource(QPrinter.PaperSource[job.choice.tray])
    if printer.supportsMultipleCopies():
        printer.setCopyCount(job.choice.copies)
        printer.setCollateCopies(True)
        draw(job, printer, told)
    else:
        for _ in range(job.choice.copies):
            draw(job, printer, told)


def _print_by_cups(job: PrintJob, told: Told) -> None:
    choice = job.choice
    options = {
        "copies": str(choice.copies),
        "multiple-document-handling": "separate-documents-collated-copies",
        "sides": _SIDES[choice.duplex][1],
        "print-color-mode": "color" if choice.colour else "monochrome",
        # At its own size, whatever margins the printer has.
        "print-scaling": "none",
        "media": media_name(job.paper.kind, page_sizes(job.paper.pdf)[job.pages[0]]),
    }
    if choice.tray:
        options["media-source"] = choice.tray
    with TemporaryDirectory() as folder:
        file = Path(folder) / "print.pdf"
        draw(job, as_file(file), told)
        number = cups.submit(choice.printer, file, job.paper.title, options)
    if not number:
        raise NotPrinted(PrinterTrouble.SILENT)
    seen = cups.watch(choice.printer, number)
    found = () if seen is cups.Watched.DONE else cups.troubles(choice.printer)
    if found or seen is cups.Watched.FAILED:
        cups.cancel(choice.printer, number)
        raise NotPrinted(next(iter(found), PrinterTrouble.GIVEN_UP))


def as_file(file: Path, dots: int = 600) -> QPrinter:
    """Return a printer that leaves a PDF of what it would print."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setResolution(dots)
    return printer


def _trays(info: QPrinterInfo) -> tuple[str, ...]:
    """Name a printer's trays where Qt tells them, which it does on Windows only."""
    ask: Callable[[], Iterable[QPrinter.PaperSource]] | None = getattr(
        QPrinter(info), "supportedPaperSources", None
    )
    return () if ask is None else tuple(source.name for source in ask())
