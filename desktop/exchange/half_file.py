"""A file that is written beside its place, and put there once it is whole."""

import os
import secrets
import stat
import weakref
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO


class HalfFile:
    """What is written before it is a file; until then whatever stands in its place stays whole.

    `OSError` where the place cannot be written, as when another program holds the file open.
    """

    def __init__(self, place: Path) -> None:
        _try(place)
        self.place = place
        # Not named after the file: a long name would grow past what a disk takes.
        self._beside = place.with_name(f"{secrets.token_hex(8)}.part")
        self.file: BinaryIO = self._beside.open("xb")
        # Whatever becomes of those who write it, no half of a file is left.
        self._drop = weakref.finalize(self, _dropped, self.file, self._beside)

    def put_in_place(self) -> None:
        """Put the file where it belongs; what stood there is gone only now."""
        self.file.flush()
        os.fsync(self.file.fileno())
        self.file.close()
        _try(self.place)
        self._beside.replace(self.place)
        self._drop.detach()

    def drop(self) -> None:
        """Leave nothing of it."""
        self._drop()


def _try(place: Path) -> None:
    """Find out whether a file that is there may be replaced, before anything is done for it."""
    if place.exists():
        if not place.stat().st_mode & stat.S_IWRITE:
            raise PermissionError(f"{place} is kept from being written")
        # Windows refuses this while another program has the file open.
        with place.open("r+b"):
            pass


def _dropped(file: BinaryIO, beside: Path) -> None:
    with suppress(OSError):
        # A full disk refuses even the rest; nobody wants it any more.
        file.close()
    beside.unlink(missing_ok=True)
