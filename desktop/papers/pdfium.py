"""The room of the PDF library that reads: it keeps one state for the whole process."""

from pathlib import Path
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from threading import Lock
from typing import IO

Pdf = bytes | IO[bytes]
"""A PDF in memory or in a file that stays open; a file is read by its holders in turn, in here."""
_SMALL = 2**20

PDFIUM = Lock()
"""Held by whoever reads, renders or changes a PDF, from opening to closing."""


def save(pdf: Pdf, path: Path) -> None:
    """Write a PDF to a place."""
    with path.open("wb") as target:
        if isinstance(pdf, bytes):
            target.write(pdf)
            return
        with PDFIUM:
            pdf.seek(0)
            copyfileobj(pdf, target)


class PaperFile(SpooledTemporaryFile[bytes]):
    """Takes a paper of any length: a long one into a nameless file, gone when it is closed."""

    def __init__(self) -> None:
        super().__init__(max_size=_SMALL)

    def __del__(self) -> None:
        """Close it: a paper is let go with the window that shows it, whichever way that ends."""
        self.close()
