"""CUPS through its own library, which says what Qt keeps to itself: trays, troubles, refusals."""

import ctypes
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from desktop.rules.printing import PrinterTrouble

_LIBRARY = "libcups.so.2"
_ALL_JOBS, _MY_JOBS = -1, 1
_HALTED, _COMPLETED = 6, 9
_ENDED_BADLY = frozenset({_HALTED, 7, 8})
"""Halted with the printer, cancelled, aborted."""
WATCHED = 8.0
"""Seconds a job is watched; one that still goes on then is on paper soon enough."""
_STEP = 0.2

_TROUBLES: tuple[tuple[str, PrinterTrouble], ...] = (
    ("media-jam", PrinterTrouble.JAM),
    ("media-empty", PrinterTrouble.PAPER_OUT),
    ("media-needed", PrinterTrouble.PAPER_OUT),
    ("input-tray-missing", PrinterTrouble.PAPER_OUT),
    ("cover-open", PrinterTrouble.COVER_OPEN),
    ("door-open", PrinterTrouble.COVER_OPEN),
    ("toner-empty", PrinterTrouble.INK_OUT),
    ("marker-supply-empty", PrinterTrouble.INK_OUT),
    ("offline", PrinterTrouble.OFFLINE),
    ("timed-out", PrinterTrouble.OFFLINE),
    ("shutdown", PrinterTrouble.OFFLINE),
    ("paused", PrinterTrouble.STOPPED),
)
"""Beginnings of printer-state-reasons (RFC 8011, 5.4.12), the telling ones first."""


class _Option(ctypes.Structure):
    _fields_ = (("name", ctypes.c_char_p), ("value", ctypes.c_char_p))


class _Destination(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("instance", ctypes.c_char_p),
        ("is_default", ctypes.c_int),
        ("num_options", ctypes.c_int),
        ("options", ctypes.POINTER(_Option)),
    )


class _Job(ctypes.Structure):
    _fields_ = (
        ("id", ctypes.c_int),
        ("dest", ctypes.c_char_p),
        ("title", ctypes.c_char_p),
        ("user", ctypes.c_char_p),
        ("format", ctypes.c_char_p),
        ("state", ctypes.c_int),
        ("size", ctypes.c_int),
        ("priority", ctypes.c_int),
        ("completed_time", ctypes.c_long),
        ("creation_time", ctypes.c_long),
        ("processing_time", ctypes.c_long),
    )


@cache
def _cups() -> Any:
    """Open the library, or return None where there is none: Windows, or a bare system."""
    try:
        library = ctypes.CDLL(_LIBRARY)
    except OSError:
        return None
    library.cupsGetNamedDest.restype = ctypes.POINTER(_Destination)
    library.cupsGetOption.restype = ctypes.c_char_p
    library.cupsCopyDestInfo.restype = ctypes.c_void_p
    library.cupsCopyDestInfo.argtypes = (ctypes.c_void_p, ctypes.POINTER(_Destination))
    library.cupsFreeDestInfo.argtypes = (ctypes.c_void_p,)
    library.cupsFindDestSupported.restype = ctypes.c_void_p
    library.cupsFindDestSupported.argtypes = (
        ctypes.c_void_p,
        ctypes.POINTER(_Destination),
        ctypes.c_void_p,
        ctypes.c_char_p,
    )
    library.ippGetCount.argtypes = (ctypes.c_void_p,)
    library.ippGetString.restype = ctypes.c_char_p
    library.ippGetString.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
    return library


def present() -> bool:
    """Tell whether this system prints through CUPS."""
    return _cups() is not None


@contextmanager
def _destination(name: str) -> Iterator[Any]:
    found = _cups().cupsGetNamedDest(None, name.encode(), None)
    try:
        yield found
    finally:
        if found:
            _cups().cupsFreeDests(1, found)


def troubles(name: str) -> tuple[PrinterTrouble, ...]:
    """Tell what keeps a printer from printing."""
    with _destination(name) as found:
        if not found:
            return (PrinterTrouble.GONE,)
        own = found.contents
        told = _option(own, "printer-state-reasons").split(",")
        stopped = _option(own, "printer-state") == "5"
    # A warning or a report is no trouble yet, unless the printer stands still over it.
    grave = [one for one in told if stopped or not one.endswith(("-warning", "-report"))]
    seen = [what for start, what in _TROUBLES for one in grave if one.startswith(start)]
    return tuple(dict.fromkeys(seen)) or ((PrinterTrouble.STOPPED,) if stopped else ())


def _option(destination: _Destination, name: str) -> str:
    found = _cups().cupsGetOption(name.encode(), destination.num_options, destination.options)
    return (found or b"").decode()


def trays(name: str) -> tuple[str, ...]:
    """List a printer's trays by the names CUPS gives them."""
    with _destination(name) as found:
        if not found:
            return ()
        info = _cups().cupsCopyDestInfo(None, found)
        if not info:
            return ()
        try:
            offered = _cups().cupsFindDestSupported(None, found, info, b"media-source")
            count = _cups().ippGetCount(offered) if offered else 0
            return tuple(_cups().ippGetString(offered, n, None).decode() for n in range(count))
        finally:
            _cups().cupsFreeDestInfo(info)


def submit(name: str, file: Path, title: str, options: Mapping[str, str]) -> int:
    """Hand a file to a printer's queue and return the job's number, or 0 when it is refused."""
    kept = ctypes.POINTER(_Option)()
    count = 0
    for key, value in options.items():
        count = _cups().cupsAddOption(key.encode(), value.encode(), count, ctypes.byref(kept))
    try:
        job: int = _cups().cupsPrintFile(
            name.encode(), str(file).encode(), title.encode(), count, kept
        )
    finally:
        _cups().cupsFreeOptions(count, kept)
    return job


def watch(name: str, job: int, seconds: float = WATCHED) -> bool:
    """Watch a job until it is done or goes on well; false when it was halted or given up."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        state = _state(name, job)
        if state in _ENDED_BADLY:
            return False
        if state is None or state == _COMPLETED:
            return True
        time.sleep(_STEP)
    return True


def _state(name: str, job: int) -> int | None:
    """Tell how a job stands; one that the queue has forgotten was done."""
    found = ctypes.POINTER(_Job)()
    count = _cups().cupsGetJobs(ctypes.byref(found), name.encode(), _MY_JOBS, _ALL_JOBS)
    try:
        return next((found[place].state for place in range(count) if found[place].id == job), None)
    finally:
        _cups().cupsFreeJobs(count, found)
