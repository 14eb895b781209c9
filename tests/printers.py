"""Printers made up for tests: they leave what they print as PDFs, or have the trouble asked for."""

from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from desktop.rules.printing import Duplex, PrinterTrouble
from ui.printing.devices import Printer, Told, as_file
from ui.printing.job import NotPrinted, PrintJob, draw

LASER = Printer(
    "HP LaserJet", "HP LaserJet", ("auto", "tray-1", "tray-2", "manual"), frozenset(Duplex), False
)
INK = Printer("EPSON", "EPSON L3250")


@dataclass
class FakePrinters:
    """Printers by name; `jobs` are those that came out."""

    folder: Path
    there: list[Printer] = field(default_factory=lambda: [LASER, INK])
    trouble: PrinterTrouble | None = None
    gate: Event | None = None
    jobs: list[PrintJob] = field(default_factory=list)

    def names(self) -> tuple[str, ...]:
        """Name them all."""
        return tuple(printer.name for printer in self.there)

    def default(self) -> str:
        """Name the first."""
        return self.there[0].name if self.there else ""

    def named(self, name: str) -> Printer | None:
        """Tell what one can."""
        return next((printer for printer in self.there if printer.name == name), None)

    def troubles(self, name: str) -> tuple[PrinterTrouble, ...]:
        """Tell the trouble asked for."""
        del name
        return () if self.trouble is None else (self.trouble,)

    def print(self, job: PrintJob, told: Told) -> None:
        """Leave a PDF, or fail as asked."""
        if self.trouble is not None:
            raise NotPrinted(self.trouble)

        def waiting(sides: int) -> None:
            if self.gate is not None:
                assert self.gate.wait(5)
            told(sides)

        draw(job, as_file(self.folder / f"{len(self.jobs)}.pdf", 72), waiting)
        self.jobs.append(job)
