"""Scanners, whatever system they hang on: what they can, what is chosen, what goes wrong."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from threading import Event
from typing import Protocol

FINENESSES = (200, 300, 600)
"""Dots per inch that are offered; 300 is what text is read from well, by people and machines."""


class Source(StrEnum):
    """Where the paper lies."""

    GLASS = "glass"
    FEEDER = "feeder"
    BOTH_SIDES = "both_sides"


class Colour(StrEnum):
    """How a page is read."""

    COLOUR = "colour"
    GREY = "grey"


class ScanFault(StrEnum):
    """Why nothing, or not all, was scanned."""

    NO_PROGRAM = "no_program"
    EMPTY = "empty"
    JAM = "jam"
    COVER = "cover"
    BUSY = "busy"
    DENIED = "denied"
    GONE = "gone"
    FAILED = "failed"


class NotScanned(Exception):  # noqa: N818 - the sentence it begins
    """Nothing more came; pages before it did. `said` is what the system said of it."""

    def __init__(self, fault: ScanFault, said: str = "") -> None:
        super().__init__(f"{fault}: {said}")
        self.fault, self.said = fault, said


@dataclass(frozen=True, slots=True)
class Scanner:
    """A scanner: the system's name of it, and one for people."""

    device: str
    name: str


@dataclass(frozen=True, slots=True)
class Able:
    """What a scanner can; the first of each is its own choice."""

    sources: tuple[Source, ...]
    colours: tuple[Colour, ...]


@dataclass(frozen=True, slots=True)
class ScanChoice:
    """How to scan."""

    device: str
    source: Source
    colour: Colour
    fineness: int


class Scanners(Protocol):
    """The scanners of this computer; each may take seconds to answer, so never from the window."""

    def found(self) -> Sequence[Scanner]:
        """List the scanners; raise NotScanned where none can be asked for."""
        ...

    def able(self, device: str) -> Able:
        """Ask what a scanner can."""
        ...

    def scan(
        self, choice: ScanChoice, folder: Path, page: Callable[[Path], None], stop: Event
    ) -> None:
        """Scan a page from the glass, or all that lies in the feeder, as JPEG files in a folder.

        Each is told as soon as it is whole. Once `stop` is set nothing more is scanned.
        """
        ...
