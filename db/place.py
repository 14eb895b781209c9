"""Where a register may live: a local file, or a PostgreSQL server; never a network folder."""

import ctypes
import os
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

NETWORKS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "smb2", "9p", "afs", "fuse.sshfs"})
_REMOTE_DRIVE = 4


class Unfit(StrEnum):
    """Why a place cannot hold or give a register."""

    NETWORK = "network"
    MISSING = "missing"
    EMPTY = "empty"
    FOREIGN = "foreign"
    DAMAGED = "damaged"
    NEWER = "newer"
    READ_ONLY = "read_only"
    UNREACHABLE = "unreachable"


class PlaceRefused(Exception):  # noqa: N818 - beside Refused and Unavailable
    """A place at which this program will not open a register; nothing there was changed."""

    def __init__(self, unfit: Unfit) -> None:
        super().__init__(unfit.value)
        self.unfit = unfit


@dataclass(frozen=True, slots=True)
class Place:
    """A register's place: its folder, and the server's address where it is not a file there."""

    folder: Path
    server: str = ""

    @property
    def file(self) -> Path:
        """The register's own file."""
        return self.folder / "register.sqlite"

    @property
    def drafts(self) -> Path:
        """The file of unfinished forms."""
        return self.folder / "drafts.sqlite"

    @property
    def papers(self) -> Path:
        """The folder of kept files."""
        return self.folder / "files"


def refuse_network(folder: Path) -> None:
    """Refuse a folder on another computer: locks do not hold there, and rows get lost."""
    if _is_network(folder):
        raise PlaceRefused(Unfit.NETWORK)


def _is_network(folder: Path) -> bool:
    text = str(folder)
    if text.startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        drive = os.path.splitdrive(folder.absolute())[0] + "\\"
        return bool(ctypes.windll.kernel32.GetDriveTypeW(drive) == _REMOTE_DRIVE)
    return _mounted_as(folder.absolute()) in NETWORKS


def _mounted_as(folder: Path) -> str:
    mounts = Path("/proc/self/mounts")
    if not mounts.exists():
        return ""
    best, kind = "", ""
    real = folder.resolve()
    for line in mounts.read_text("utf-8").splitlines():
        _device, point, filesystem, *_rest = line.split(" ")
        point = point.encode().decode("unicode_escape").encode("latin-1").decode("utf-8")
        if len(point) >= len(best) and real.is_relative_to(point):
            best, kind = point, filesystem
    return kind
