"""Scanners on Windows by its own WIA, asked through PowerShell in a process of its own.

The automation layer that PowerShell speaks to is on every Windows since Vista. It scans from the
glass, and side by side from the feeder.
"""

import base64
import subprocess
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from threading import Event

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

_JPEG = "{B96B3CAE-0728-11D3-9D7B-0000F81EF32E}"
_FEED, _FLAT = 1, 2
"""WIA_DPS_DOCUMENT_HANDLING: what a scanner can (3086), and what it is to do (3088)."""
_INTENT = {Colour.COLOUR: 1, Colour.GREY: 2}
_PATIENCE = 60
"""Seconds for an answer without scanning."""
_HIDDEN = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_FAULT = "fault "
_FAULTS = {
    0x80210003: ScanFault.EMPTY,
    0x80210002: ScanFault.JAM,
    0x80210016: ScanFault.COVER,
    0x80210006: ScanFault.BUSY,
    0x80210005: ScanFault.GONE,
    0x8021000A: ScanFault.GONE,
    0x80210015: ScanFault.GONE,
    0x80070005: ScanFault.DENIED,
}
"""WIA_ERROR_… of wiadef.h, and Windows' own refusal."""
_BEFORE = """
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = New-Object Text.UTF8Encoding $false
function Say($line) { [Console]::Out.WriteLine($line); [Console]::Out.Flush() }
function Set-Of($owner, $id, $value) {
  foreach ($p in $owner.Properties) {
    if ($p.PropertyID -eq $id) { try { $p.Value = $value } catch { } }
  }
}
function Device($id) {
  foreach ($one in (New-Object -ComObject WIA.DeviceManager).DeviceInfos) {
    if ($one.DeviceID -eq $id) { return $one.Connect() }
  }
  throw (New-Object Runtime.InteropServices.COMException 'gone', 0x80210015)
}
try {
"""
_AFTER = """
} catch {
  $e = $_.Exception
  while ($e.InnerException) { $e = $e.InnerException }
  Say ('fault {0:X8} {1}' -f $e.HResult, $e.Message)
}
"""
_LIST = """
foreach ($one in (New-Object -ComObject WIA.DeviceManager).DeviceInfos) {
  if ($one.Type -eq 1) {
    $name = ''
    foreach ($p in $one.Properties) { if ($p.Name -eq 'Name') { $name = $p.Value } }
    Say ($one.DeviceID + '|' + $name)
  }
}
"""
_ABLE = """
foreach ($p in (Device %(device)s).Properties) { if ($p.PropertyID -eq 3086) { Say $p.Value } }
"""
_SCAN = """
$device = Device %(device)s
Set-Of $device 3088 %(handling)d
foreach ($one in $device.Items) { $item = $one; break }
Set-Of $item 6146 %(intent)d
Set-Of $item 6147 %(fineness)d
Set-Of $item 6148 %(fineness)d
Set-Of $item 6151 %(wide)d
Set-Of $item 6152 %(high)d
$number = 0
do {
  $picture = $item.Transfer('%(jpeg)s')
  if ($picture.FormatID -ne '%(jpeg)s') {
    $process = New-Object -ComObject WIA.ImageProcess
    $process.Filters.Add($process.FilterInfos.Item('Convert').FilterID)
    $process.Filters.Item(1).Properties.Item('FormatID').Value = '%(jpeg)s'
    $picture = $process.Apply($picture)
  }
  $number += 1
  $path = Join-Path %(folder)s ("{0}.jpg" -f $number)
  $picture.SaveFile($path)
  Say $path
} while (%(goes_on)s)
"""


class Wia:
    """The scanners that Windows knows."""

    def found(self) -> Sequence[Scanner]:
        """List the scanners."""
        return listed(_asked(_LIST))

    def able(self, device: str) -> Able:
        """Ask what a scanner can."""
        return able(_asked(_ABLE % {"device": _quoted(device)}))

    def scan(
        self, choice: ScanChoice, folder: Path, page: Callable[[Path], None], stop: Event
    ) -> None:
        """Scan a page from the glass, or all that lies in the feeder."""
        command = _command(scan_script(choice, folder))
        pages, fault = 0, None
        with (
            subprocess.Popen(  # noqa: S603 - our own words, no shell
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=_HIDDEN,
                encoding="utf-8",
            ) as process,
            stopping(process, stop),
        ):
            for line in process.stdout or ():
                fault = fault_of(line)
                if fault is None:
                    pages += 1
                    page(Path(line.rstrip("\r\n")))
        emptied = fault is not None and fault.fault is ScanFault.EMPTY and pages
        if stop.is_set() or emptied or (pages and fault is None):
            return
        raise fault or NotScanned(ScanFault.FAILED)


def listed(lines: Iterable[str]) -> list[Scanner]:
    """Read the scanners from what was answered."""
    parts = [line.partition("|") for line in lines]
    return [Scanner(device, name or device) for device, _bar, name in parts if device]


def able(lines: Iterable[str]) -> Able:
    """Read what a scanner can from what was answered; one that says nothing has a glass."""
    can = next((int(line) for line in lines if line.isdecimal()), _FLAT)
    ways = ((_FLAT, Source.GLASS), (_FEED, Source.FEEDER))
    sources = tuple(source for bit, source in ways if can & bit)
    return Able(sources or (Source.GLASS,), (Colour.COLOUR, Colour.GREY))


def fault_of(line: str) -> NotScanned | None:
    """Read what went wrong from a line of an answer, if it tells that."""
    if not line.startswith(_FAULT):
        return None
    code, _space, said = line.removeprefix(_FAULT).strip().partition(" ")
    return NotScanned(_FAULTS.get(int(code, 16), ScanFault.FAILED), said)


def scan_script(choice: ScanChoice, folder: Path) -> str:
    """Write the script that scans as chosen; A4, in the pixels of its fineness."""
    feeds = choice.source is not Source.GLASS
    return _SCAN % {
        "device": _quoted(choice.device),
        "folder": _quoted(str(folder)),
        "handling": _FEED if feeds else _FLAT,
        "intent": _INTENT[choice.colour],
        "fineness": choice.fineness,
        "wide": round(210 / 25.4 * choice.fineness),
        "high": round(297 / 25.4 * choice.fineness),
        "jpeg": _JPEG,
        "goes_on": "$true" if feeds else "$false",
    }


def _asked(script: str) -> list[str]:
    try:
        answer = subprocess.run(  # noqa: S603 - our own words, no shell
            _command(script),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
            creationflags=_HIDDEN,
            encoding="utf-8",
        )
    except FileNotFoundError as error:
        raise NotScanned(ScanFault.NO_PROGRAM) from error
    except subprocess.TimeoutExpired as error:
        raise NotScanned(ScanFault.GONE) from error
    lines = answer.stdout.splitlines()
    for line in lines:
        fault = fault_of(line)
        if fault is not None:
            raise fault
    return lines


def _command(script: str) -> list[str]:
    whole = base64.b64encode((_BEFORE + script + _AFTER).encode("utf-16-le")).decode("ascii")
    return ["powershell.exe", "-NoProfile", "-NonInteractive", "-EncodedCommand", whole]


def _quoted(text: str) -> str:
    """Quote for PowerShell, where nothing within single quotes is read but they themselves."""
    return "'" + text.replace("'", "''") + "'"
