"""CUPS through its own library, which says what Qt keeps to itself: trays, troubles, refusals."""

import ctypes
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from desktop.rules.printing import PrinterTrouble

_LIBRARY = "libcups.so.2"
_STOPPED = "5"
_ALL_JOBS, _MY_JOBS = -1, 1
_HALTED, _COMPLETED = 6, 9
_ENDED_BADLY = frozenset({_HALTED, 7, 8})
"""Halted with the printer, cancelled, aborted."""
WATCHED = 8.0
"""Seconds a job is watched; one that goes on without trouble then is on paper soon enough."""
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
    ("connecting-to-device", PrinterTrouble.OFFLINE),
    ("shutdown", PrinterTrouble.OFFLINE),
    ("paused", PrinterTrouble.STOPPED),
)
"""Beginnings of printer-state-reasons (RFC 8011, 5.4.12), the telling ones first."""


class Watched(StrEnum):
    """How a job stands after a while."""

    DONE = "done"
    GOES_ON = "goes_on"
    FAILED = "failed"


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


def stopped(name: str) -> tuple[PrinterTrouble, ...]:
    """Tell why a printer takes no job at all.

    What else it says may be of yesterday: CUPS asks a printer how it is only while it prints.
    """
    with _destination(name) as found:
        if not found:
            return (PrinterTrouble.GONE,)
        if _option(found.contents, "printer-state") != _STOPPED:
            return ()
        return _reasons(found.contents) or (PrinterTrouble.STOPPED,)


def troubles(name: str) -> tuple[PrinterTrouble, ...]:
    """Tell what keeps a printer from printing the job it has."""
    with _destination(name) as found:
        return _reasons(found.contents) if found else (PrinterTrouble.GONE,)


def _reasons(destination: _Destination) -> tuple[PrinterTrouble, ...]:
    told = _option(destination, "printer-state-reasons").split(",")
    seen = [what for start, what in _TROUBLES for one in told if one.startswith(start)]
    return tuple(dict.fromkeys(seen))


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


def watch(name: str, job: int, seconds: float = WATCHED) -> Watched:
    """Watch a job until it ends, or long enough to say that it goes on."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        state = _state(name, job)
        if state in _ENDED_BADLY:
            return Watched.FAILED
        if state is None or state == _COMPLETED:
            return Watched.DONE
        time.sleep(_STEP)
    return Watched.GOES_ON


def cancel(name: str, job: int) -> None:
    """Take a job out of the queue, so that it does not come out some day."""
    _cups().cupsCancelJob(name.encode(), job)


def _state(name: str, job: int) -> int | None:
    """Tell how a job stands; one that the queue has forgotten was done."""
    found = ctypes.POINTER(_Job)()
    count = _cups().cupsGetJobs(ctypes.byref(found), name.encode(), _MY_JOBS, _ALL_JOBS)
    try:
        return next((found[place].state for place in range(count) if found[place].id == job), None)
    finally:
        _cups().cupsFreeJobs(count, found)
