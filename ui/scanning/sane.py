"""Scanners on Linux by SANE's own command, in a process of its own: drivers crash and hang."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event
from typing import IO

from ui.scanning.devices import (
    Able,
    Colour,
    NotScanned,
    ScanChoice,
    ScanFault,
    Scanner,
    Source,
)
from ui.scanning.process import stopping

PROGRAM = "scanimage"
_PATIENCE = 60
"""Seconds for an answer without scanning: scanners on the network are looked for long."""
_A4 = (210, 297)
_EMPTY_FEEDER = "out of documents"
_FAULTS: tuple[tuple[str, ScanFault], ...] = (
    (_EMPTY_FEEDER, ScanFault.EMPTY),
    ("jammed", ScanFault.JAM),
    ("cover is open", ScanFault.COVER),
    ("busy", ScanFault.BUSY),
    ("denied", ScanFault.DENIED),
    ("no SANE devices found", ScanFault.GONE),
    ("Invalid argument", ScanFault.GONE),
    ("device I/O", ScanFault.GONE),
)
"""What SANE says (sane_strstatus), the telling ones first."""
_OPTION = re.compile(r"^\s+--?(\S+) (\S.*?) \[(.*)\]\s*$", re.MULTILINE)


class Sane:
    """The scanners that SANE finds."""

    def found(self) -> Sequence[Scanner]:
        """List the scanners."""
        lines = _asked("--formatted-device-list=%d|%v|%m%n").splitlines()
        parts = [line.split("|") for line in lines if line.count("|") >= 2]
        return [Scanner(device, f"{vendor} {model}".strip()) for device, vendor, model, *_ in parts]

    def able(self, device: str) -> Able:
        """Ask what a scanner can."""
        options = _options(device)
        sources = tuple(dict.fromkeys(_source(word) for word in options.get("source", ())))
        colours = tuple(dict.fromkeys(filter(None, map(_colour, options.get("mode", ())))))
        return Able(sources or (Source.GLASS,), colours or (Colour.COLOUR,))

    def scan(
        self, choice: ScanChoice, folder: Path, page: Callable[[Path], None], stop: Event
    ) -> None:
        """Scan a page from the glass, or all that lies in the feeder."""
        command = [_program(), "-d", choice.device, "--format=jpeg", "--batch-print"]
        command += [f"--batch={folder / '%d.jpg'}", f"--resolution={choice.fineness}"]
        command += _arguments(_options(choice.device), choice)
        if choice.source is Source.GLASS:
            command.append("--batch-count=1")
        pages = 0
        with tempfile.TemporaryFile() as said:
            with _begun(command, said) as process, stopping(process, stop):
                for line in process.stdout or ():
                    pages += 1
                    page(Path(os.fsdecode(line.rstrip(b"\n"))))
            said.seek(0)
            told = said.read().decode("utf-8", "replace")
        if stop.is_set() or (pages and (_EMPTY_FEEDER in told or not process.returncode)):
            return
        raise _fault(told)


def _begun(command: list[str], said: IO[bytes]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own words, no shell
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=said,
        env=_plain(),
    )


def _program() -> str:
    found = shutil.which(PROGRAM)
    if found is None:
        raise NotScanned(ScanFault.NO_PROGRAM)
    return found


def _plain() -> dict[str, str]:
    """Let it say in English what went wrong: that is read here and not shown."""
    return {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "C"}


def _asked(*words: str) -> str:
    try:
        answer = subprocess.run(  # noqa: S603 - our own words, no shell
            [_program(), *words],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
            env=_plain(),
        )
    except subprocess.TimeoutExpired as error:
        raise NotScanned(ScanFault.GONE) from error
    if answer.returncode:
        raise _fault(answer.stderr.decode("utf-8", "replace"))
    return answer.stdout.decode("utf-8", "replace")


def _options(device: str) -> dict[str, tuple[str, ...]]:
    """Return a scanner's options, each with the words it takes."""
    told = _asked("-d", device, "--all-options")
    # What is inactive now cannot be set.
    found = ((name, words) for name, words, now in _OPTION.findall(told) if now != "inactive")
    return {name: tuple(words.split("|")) for name, words in found}


def _arguments(options: dict[str, tuple[str, ...]], choice: ScanChoice) -> list[str]:
    """Say a choice in the scanner's own words; what it has no word for is left to it."""
    made = []
    for word in options.get("source", ()):
        if _source(word) is choice.source:
            made.append(f"--source={word}")
            break
    for word in options.get("mode", ()):
        if _colour(word) is choice.colour:
            made.append(f"--mode={word}")
            break
    for name, size in zip("xy", _A4, strict=True):
        if name in options:
            made += [f"-{name}", str(size)]
    return made


def _source(word: str) -> Source:
    folded = word.lower()
    if "duplex" in folded or "both" in folded:
        return Source.BOTH_SIDES
    return Source.FEEDER if "adf" in folded or "feeder" in folded else Source.GLASS


def _colour(word: str) -> Colour | None:
    folded = word.lower()
    if "color" in folded or "colour" in folded:
        return Colour.COLOUR
    return Colour.GREY if "gray" in folded or "grey" in folded else None


def _fault(said: str) -> NotScanned:
    fault = next((fault for words, fault in _FAULTS if words in said), ScanFault.FAILED)
    lines = [line for line in said.splitlines() if line.startswith(PROGRAM)]
    return NotScanned(fault, lines[-1].partition(": ")[2] if lines else "")
