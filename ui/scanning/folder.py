"""A folder into which a scanner writes: which files in it are whole, and putting them away."""

import os
from dataclasses import dataclass
from pathlib import Path

from desktop.rules.filenames import ALLOWED

ATTACHED = "แนบแล้ว"
"""The folder within for what was attached."""
QUIET, SILENT = 1, 15
"""Looks for which a file has not changed: one that ends as it should, and any other."""
_TAIL = 1024
_ENDS = {"pdf": b"%%EOF", "png": b"IEND", "jpg": b"\xff\xd9", "jpeg": b"\xff\xd9"}
"""What stands near the end of a file that was written whole."""


@dataclass(frozen=True, slots=True)
class Lying:
    """A file as it lies in the folder."""

    path: Path
    size: int
    changed: int
    """Nanoseconds."""

    @property
    def mark(self) -> str:
        """Tell this file from another that has its name later."""
        return f"{self.changed}:{self.size}:{self.path}"


class Watch:
    """Looks at a folder again and again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._unchanged: dict[Lying, int] = {}

    def look(self) -> tuple[Lying, ...]:
        """Return the files that nobody is writing any more, oldest first; OSError without folder.

        A scanner writes for a while, and pauses between pages.
        """
        lying = _lying(self.folder)
        self._unchanged = {file: self._unchanged.get(file, -1) + 1 for file in lying}
        whole = [file for file, looks in self._unchanged.items() if _whole(file, looks)]
        return tuple(sorted(whole, key=lambda file: (file.changed, file.path.name)))


def put_away(mark: str) -> None:
    """Move a file that was attached into the folder within; one that changed since stays.

    Raise OSError where it cannot be moved.
    """
    changed, size, name = mark.split(":", 2)
    path = Path(name)
    try:
        found = path.stat()
    except FileNotFoundError:
        return
    if (found.st_mtime_ns, found.st_size) != (int(changed), int(size)):
        return
    within = path.parent / ATTACHED
    within.mkdir(exist_ok=True)
    target, number = within / path.name, 2
    while target.exists():
        target = within / f"{path.stem} ({number}){path.suffix}"
        number += 1
    path.rename(target)


def _lying(folder: Path) -> list[Lying]:
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            ending = entry.name.rpartition(".")[2].lower()
            if entry.name.startswith((".", "~")) or ending not in ALLOWED:
                continue
            try:
                # What leads elsewhere is not of this folder.
                if entry.is_file(follow_symlinks=False):
                    # Windows' listing is stale while a file is written; a look of its own is not.
                    stat = Path(entry.path).stat()
                    found.append(Lying(Path(entry.path), stat.st_size, stat.st_mtime_ns))
            except FileNotFoundError:
                # It went while the folder was read.
                continue
    return [file for file in found if file.size]


def _whole(file: Lying, looks: int) -> bool:
    if looks < QUIET:
        return False
    try:
        with file.path.open("rb") as opened:
            opened.seek(max(0, file.size - _TAIL))
            tail = opened.read()
    except OSError:
        # On Windows whoever writes a file keeps others out.
        return False
    end = _ENDS.get(file.path.suffix[1:].lower(), b"")
    return end in tail or looks >= SILENT
