"""A print server of the tests' own, whose printer leaves PDFs; skipped where none can be had."""

import os
import pwd
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PRINTER, JAMMED = "PDF", "JAM"
"""One that leaves PDFs, and one in which the first sheet jams."""
_PROGRAMS = Path("/usr/lib/cups")
_JAM = """#!/bin/sh
[ $# -eq 0 ] && exit 0
echo "STATE: +media-jam-warning" >&2
exec sleep 600
"""
_PPD = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd")
_FREE = """
Listen {folder}/cups.sock
LogLevel debug
Browsing Off
DefaultAuthType None
WebInterface No
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""
_PLACES = """
ServerRoot {folder}
ServerBin {folder}/programs
RequestRoot {folder}/spool
TempDir {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/run
AccessLog {folder}/access.log
ErrorLog {folder}/error.log
PageLog {folder}/page.log
"""
_TRAYS = """*OpenUI *InputSlot/Tray: PickOne
*DefaultInputSlot: Tray1
*InputSlot Tray1/Tray 1: ""
*InputSlot Tray2/Tray 2: ""
*CloseUI: *InputSlot
*OpenUI *Resolution"""


def missing() -> str:
    """Tell why no print server can be had here, or nothing."""
    if os.name != "posix" or os.geteuid() != 0:
        return "a print server of our own needs root on Linux"
    if shutil.which("cupsd", path="/usr/sbin") is None or not _PPD.exists():
        return "apt-get install cups printer-driver-cups-pdf"
    return ""


@contextmanager
def print_server(folder: Path) -> Iterator[Path]:
    """Run a print server in a folder; yield its socket."""
    why = missing()
    if why:
        pytest.skip(f"NOT TESTED: printing through CUPS ({why})")
    for name in ("spool", "cache", "run", "ppd"):
        (folder / name).mkdir(parents=True)
    _programs(folder / "programs")
    (folder / "cupsd.conf").write_text(_FREE.format(folder=folder), "utf-8")
    (folder / "cups-files.conf").write_text(_PLACES.format(folder=folder), "utf-8")
    words = (
        "/usr/sbin/cupsd",
        "-f",
        "-c",
        f"{folder}/cupsd.conf",
        "-s",
        f"{folder}/cups-files.conf",
    )
    server = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
    socket = folder / "cups.sock"
    try:
        _until(socket.exists)
        _add(folder, socket)
        yield socket
    finally:
        server.terminate()
        server.wait(10)


def admin(socket: Path, *words: str) -> str:
    """Tell the print server something, as its administrator, and return what it says."""
    env = {**os.environ, "CUPS_SERVER": str(socket), "LC_ALL": "C"}
    done = subprocess.run(  # noqa: S603 - the print server's own tools
        words, check=True, capture_output=True, encoding="utf-8", env=env, timeout=30
    )
    return done.stdout


def papers() -> set[tuple[Path, int]]:
    """List what the printer has left for whoever runs the tests, and when it did."""
    folder = Path(pwd.getpwuid(os.geteuid()).pw_dir) / "PDF"
    return {(paper, paper.stat().st_mtime_ns) for paper in folder.glob("*.pdf")}


def came_out(before: set[tuple[Path, int]]) -> bytes:
    """Wait for the printer's next paper, take it away and return it."""
    _until(lambda: bool(papers() - before))
    ((paper, _),) = papers() - before
    _until(lambda: paper.read_bytes().rstrip().endswith(b"%%EOF"))
    content = paper.read_bytes()
    paper.unlink()
    return content


def _programs(folder: Path) -> None:
    """Give the server its own programs, and a printer that jams."""
    folder.mkdir()
    for program in _PROGRAMS.iterdir():
        if program.name != "backend":
            (folder / program.name).symlink_to(program)
    (folder / "backend").mkdir()
    (folder / "backend" / "cups-pdf").symlink_to(_PROGRAMS / "backend" / "cups-pdf")
    jam = folder / "backend" / "jam"
    jam.write_text(_JAM, "utf-8")
    jam.chmod(0o700)


def _add(folder: Path, socket: Path) -> None:
    described = _PPD.read_text("latin-1").replace("*OpenUI *Resolution", _TRAYS, 1)
    (folder / "trays.ppd").write_text(described, "latin-1")
    words = ("lpadmin", "-p", PRINTER, "-v", "cups-pdf:/", "-P", str(folder / "trays.ppd"), "-E")
    admin(socket, *words)
    admin(socket, "lpadmin", "-p", JAMMED, "-v", "jam:/", "-P", str(_PPD), "-E")


def _until(true: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "the print server did not do it in time"
        time.sleep(0.1)
