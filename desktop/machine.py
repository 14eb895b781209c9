"""This computer: what the program needs of it, what it lacks, and how the lack is mended.

Runs on a bare Python, so it knows the standard library only. Nothing here loads Qt: on a missing
library or screen Qt does not raise, it aborts.
"""

import ctypes
import importlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NoReturn

from desktop.console import ExitCode, complain, speak

_OLDEST_GLIBC = (2, 34)


@dataclass(frozen=True)
class Problem:
    """One thing this computer lacks, in Thai and English, with the line to type where one helps.

    Without `stops` the program runs, only less well.
    """

    code: ExitCode
    thai: str
    english: str
    cure: str = ""
    stops: bool = True

    def __str__(self) -> str:
        lines = [self.thai, self.english]
        return "\n".join([*lines, f"  {self.cure}"] if self.cure else lines)


@dataclass(frozen=True)
class Part:
    """A part of the system, mostly a library Qt loads, and the Debian package that brings it."""

    name: str
    package: str
    stops: bool = True


OFFSCREEN = (
    Part("libGL.so.1", "libgl1"),
    Part("libEGL.so.1", "libegl1"),
    Part("libX11.so.6", "libx11-6"),
    Part("libglib-2.0.so.0", "libglib2.0-0"),
    Part("libfontconfig.so.1", "libfontconfig1"),
    Part("libfreetype.so.6", "libfreetype6"),
    Part("libxkbcommon.so.0", "libxkbcommon0"),
    Part("libdbus-1.so.3", "libdbus-1-3"),
    # Without it Qt still runs, but breaks Thai lines in the middle of words.
    Part("libthai.so.0", "libthai0", stops=False),
)
XCB = (
    Part("libX11-xcb.so.1", "libx11-xcb1"),
    Part("libxcb.so.1", "libxcb1"),
    Part("libxcb-cursor.so.0", "libxcb-cursor0"),
    Part("libxcb-icccm.so.4", "libxcb-icccm4"),
    Part("libxcb-image.so.0", "libxcb-image0"),
    Part("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    Part("libxcb-randr.so.0", "libxcb-randr0"),
    Part("libxcb-render.so.0", "libxcb-render0"),
    Part("libxcb-render-util.so.0", "libxcb-render-util0"),
    Part("libxcb-shape.so.0", "libxcb-shape0"),
    Part("libxcb-shm.so.0", "libxcb-shm0"),
    Part("libxcb-sync.so.1", "libxcb-sync1"),
    Part("libxcb-util.so.1", "libxcb-util1"),
    Part("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    Part("libxcb-xkb.so.1", "libxcb-xkb1"),
    Part("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    Part("libcups.so.2", "libcups2", stops=False),  # printers; PDF works without
)
WAYLAND = (
    Part("libwayland-client.so.0", "libwayland-client0"),
    Part("libwayland-cursor.so.0", "libwayland-cursor0"),
    Part("libwayland-egl.so.1", "libwayland-egl1"),
    Part("libcups.so.2", "libcups2", stops=False),
)


def doctor(need_screen: bool, *, need_venv: bool = False) -> list[Problem]:
    """List what this computer lacks to run the program, gravest first.

    `need_screen` counts what windows need, `need_venv` what making a private environment needs.
    """
    if not sys.platform.startswith("linux"):
        return []
    problems = _unsuited()
    if need_screen and _platform_plugin() in ("xcb", "wayland") and not screen_answers():
        problems.append(
            Problem(
                ExitCode.NO_SCREEN,
                "ที่นี่ไม่มีจอภาพ โปรแกรมจึงเปิดหน้าต่างไม่ได้ กรุณาเปิดจากหน้าจอของเครื่อง",
                "There is no screen here, so no window can open. Without one this works:",
                "python3 main.py tour out",
            )
        )
        need_screen = False  # What only a window needs is not missed where none can open.
    missing = _missing(need_screen=need_screen, need_venv=need_venv)
    return [*problems, _lacks(missing)] if missing else problems


def blocking(problems: Sequence[Problem]) -> list[Problem]:
    """Those without whose cure the program cannot run."""
    return [problem for problem in problems if problem.stops]


def satisfy(*, need_screen: bool, need_venv: bool = False) -> None:
    """Install what `doctor` finds missing where we may; otherwise stop with the line to type."""
    for problem in blocking(doctor(need_screen, need_venv=need_venv)):
        if problem.code is not ExitCode.SYSTEM_PACKAGES:
            stop(problem)
    missing = _missing(need_screen=need_screen, need_venv=need_venv)
    if missing and _may_install():
        _install([part.package for part in missing])
    for problem in blocking(doctor(need_screen, need_venv=need_venv)):
        stop(problem)


def screen_answers() -> bool:
    """Tell whether a window could be shown: a display is named and lets us in."""
    if not sys.platform.startswith("linux") or os.environ.get("WAYLAND_DISPLAY"):
        return True
    if not os.environ.get("DISPLAY"):
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # Cannot ask; the missing library is its own problem.
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused


def _platform_plugin() -> str:
    asked = os.environ.get("QT_QPA_PLATFORM", "").partition(";")[0].partition(":")[0]
    if asked:
        return asked
    only_wayland = os.environ.get("WAYLAND_DISPLAY") and not os.environ.get("DISPLAY")
    return "wayland" if only_wayland else "xcb"


def _unsuited() -> list[Problem]:
    libc, version = platform.libc_ver()
    numbers = tuple(int(part) for part in version.split(".") if part.isdigit())
    if sys.maxsize > 2**32 and libc == "glibc" and numbers >= _OLDEST_GLIBC:
        return []
    return [
        Problem(
            ExitCode.UNSUITED,
            "ระบบปฏิบัติการนี้เก่าเกินไป ต้องใช้ Debian 12 หรือ Ubuntu 22.04 ขึ้นไป แบบ 64 บิต",
            "This system is too old: Debian 12 or Ubuntu 22.04 or newer is needed, 64 bit.",
        )
    ]


def _missing(*, need_screen: bool, need_venv: bool) -> list[Part]:
    if not sys.platform.startswith("linux"):
        return []
    shown = {"xcb": XCB, "wayland": WAYLAND}.get(_platform_plugin(), ()) if need_screen else ()
    missing = [part for part in (*OFFSCREEN, *shown) if not _loads(part.name)]
    # What apt has just brought is seen only by a fresh look.
    importlib.invalidate_caches()
    if need_venv and importlib.util.find_spec("ensurepip") is None:
        python = f"python{sys.version_info.major}.{sys.version_info.minor}"
        missing.append(Part("ensurepip", f"{python}-venv"))
    return missing


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _lacks(parts: Sequence[Part]) -> Problem:
    stops = any(part.stops for part in parts)
    names = [part.package if _is_debian() else part.name for part in parts]
    return Problem(
        ExitCode.SYSTEM_PACKAGES,
        "เครื่องนี้ยังขาดส่วนประกอบของระบบ"
        + (" ให้ผู้ดูแลเครื่องพิมพ์คำสั่งนี้แล้วเปิดใหม่" if stops else " (ยังใช้งานได้ แต่ไม่ครบ)"),
        "System parts are missing" + ("; this brings them:" if stops else " (it runs, less well):"),
        _apt_line(names) if _is_debian() else " ".join(names),
        stops,
    )


def _is_debian() -> bool:
    if shutil.which("apt-get") is None:
        return False
    try:
        facts = platform.freedesktop_os_release()
    except OSError:
        return False  # No such file: another kind of system.
    kinds = {facts.get("ID", ""), *facts.get("ID_LIKE", "").split()}
    return bool(kinds & {"debian", "ubuntu"})


def _may_install() -> bool:
    return sys.platform != "win32" and _is_debian() and os.geteuid() == 0


def _apt_line(packages: Sequence[str]) -> str:
    command = "apt-get install -y --no-install-recommends " + " ".join(packages)
    return command if os.geteuid() == 0 else "sudo " + command


def _install(packages: Sequence[str]) -> None:
    speak("กำลังติดตั้งส่วนประกอบของระบบที่ยังขาด")
    speak("Installing missing system packages: " + " ".join(packages))
    apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    # The lists of a fresh machine are empty, but an old list may do where the update fails.
    run([*apt, "update"], quiet)
    code, told = run([*apt, "install", "-y", "--no-install-recommends", *packages], quiet)
    if code:
        stop(
            Problem(
                ExitCode.SYSTEM_PACKAGES,
                "ติดตั้งส่วนประกอบของระบบไม่สำเร็จ กรุณาตรวจเครือข่ายแล้วเปิดใหม่ หรือพิมพ์คำสั่งนี้",
                "The system packages could not be installed:\n" + "\n".join(told[-5:]),
                _apt_line(packages),
            )
        )


def run(
    command: Sequence[str], environment: Mapping[str, str] | None = None, *, show: bool = False
) -> tuple[int, list[str]]:
    """Run a command to its end; return its exit code and the lines it said.

    `show` names on a terminal what pip is fetching.
    """
    shown = show and sys.stdout is not None and sys.stdout.isatty()
    told: list[str] = []
    with subprocess.Popen(  # noqa: S603 - our own words, no shell
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            told.append(line.rstrip())
            if shown and line.startswith("Collecting "):
                sys.stdout.write(f"\r  {line.split()[1]:<40.40}")
                sys.stdout.flush()
    if shown:
        sys.stdout.write("\r" + " " * 42 + "\r")
    return process.returncode, told


def stop(problem: Problem) -> NoReturn:
    """End the program with the problem's words on stderr and its code."""
    complain(str(problem))
    raise SystemExit(problem.code)
