"""First-run set-up: a private environment made from a hash lock, and the second start at once.

Runs on a bare Python, so it knows the standard library only; its words are Thai and English side by
side because no catalogue can be read yet. What the system must bring is `machine`'s to say.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NoReturn

from desktop import machine
from desktop.console import ExitCode, speak
from desktop.machine import Problem

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_AGAIN = "RAP_RUEANG_STARTED_AGAIN"
_MOST_STARTS = 2  # into the base Python, and from there into the finished environment


@dataclass(frozen=True)
class Home:
    """The folder `main.py` stands in, and what set-up keeps there."""

    root: Path

    @property
    def venv(self) -> Path:
        """The private environment; a folder that may be deleted at any time."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """Its Python."""
        inside = "Scripts/python.exe" if os.name == "nt" else "bin/python"
        return self.venv / inside

    @property
    def stamp(self) -> Path:
        """The seals of the locks installed in it; absent while it is being made."""
        return self.venv / "ready.txt"

    @property
    def turn(self) -> Path:
        """The file whose lock is held while setting up."""
        return self.root / ".venv.lock"

    @property
    def wheels(self) -> Path:
        """Packages that came with the program, used instead of the network where present."""
        return self.root / "wheels"

    def lock(self, *, tests: bool) -> Path:
        """The list of packages with their hashes; the tests' list holds the program's as well."""
        name = "requirements-test.lock" if tests else "requirements.lock"
        return self.root / "resources" / "setup" / name

    def seal(self, *, tests: bool) -> str:
        """What the stamp says when that list is installed for this Python."""
        made_for = f"{sys.platform} {sys.version_info[:2]} {sys.maxsize}"
        return hashlib.sha256(self.lock(tests=tests).read_bytes() + made_for.encode()).hexdigest()

    def seals(self) -> set[str]:
        """The seals found on an environment whose Python is there; none if it is half made."""
        if not self.python.exists() or not self.stamp.exists():
            return set()
        return set(self.stamp.read_text("utf-8").split())

    def ready(self, *, tests: bool) -> bool:
        """Whether the environment holds the packages asked for."""
        return self.seal(tests=tests) in self.seals()


def prepare(main_file: Path, arguments: Sequence[str], *, tests: bool, screen: bool) -> None:
    """Return only inside an environment fit to run in; make it and start again in it if need be.

    `tests` asks for the test packages too, `screen` for a screen and what it needs. Ends the
    program with its own `ExitCode` when something is missing that it may not or cannot get.
    """
    if getattr(sys, "frozen", False):
        return  # A bundle carries its environment with it.
    home = Home(main_file.resolve().parent)
    inside = Path(sys.prefix).resolve() == home.venv.resolve()
    ready = home.ready(tests=tests)
    if inside and ready:
        os.environ.pop(_AGAIN, None)
        if machine.blocking(machine.doctor(need_screen=screen)):
            with _one_at_a_time(home):
                machine.satisfy(need_screen=screen)
        return
    if inside:
        # An environment cannot be remade from within: Windows holds its files open.
        _start_again(Path(getattr(sys, "_base_executable", "")), main_file, arguments)
    if not ready:
        with _one_at_a_time(home):
            if not home.ready(tests=tests):
                machine.satisfy(need_screen=screen, need_venv=True)
                _furnish(home, tests=tests)
    _start_again(home.python, main_file, arguments)


def lacks(main_file: Path, *, tests: bool, screen: bool) -> list[Problem]:
    """List what `prepare` would find missing, without mending anything."""
    ready = Home(main_file.resolve().parent).ready(tests=tests)
    return machine.doctor(need_screen=screen, need_venv=not ready)


def _furnish(home: Home, *, tests: bool) -> None:
    """Fill `.venv` from the lock; without a stamp of today's locks it is made anew."""
    usable = home.seals() & {home.seal(tests=False), home.seal(tests=True)}
    try:
        # The stamp goes first: a run cut short must look unfinished.
        home.stamp.unlink(missing_ok=True)
        if home.venv.is_symlink() and not usable:
            home.venv.unlink()
        elif home.venv.exists() and not usable:
            shutil.rmtree(home.venv)
    except OSError as error:
        machine.stop(_closed(home.venv, error))
    if not usable:
        speak("ใช้ครั้งแรก: กำลังเตรียมโปรแกรม อาจใช้เวลาหลายนาที")
        speak("First run: preparing the program; this may take some minutes.")
        code, told = machine.run([sys.executable, "-m", "venv", str(home.venv)])
        if code:
            machine.stop(_not_made(told))
    else:
        speak("กำลังเตรียมส่วนที่เพิ่มขึ้น\nPreparing what has been added.")
    source = ["--no-index", "--find-links", str(home.wheels)] if home.wheels.is_dir() else []
    pip = [str(home.python), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    exactly = ["--only-binary", ":all:", "--no-deps", "--require-hashes"]
    lock = str(home.lock(tests=tests))
    code, told = machine.run(
        [*pip, "--progress-bar", "off", *exactly, *source, "-r", lock], show=True
    )
    if code:
        machine.stop(_not_fetched(told, offline=bool(source)))
    sealed = [home.seal(tests=False), home.seal(tests=True)] if tests else [home.seal(tests=False)]
    finished = home.stamp.with_suffix(".new")
    finished.write_text("\n".join(sealed), "utf-8")
    finished.replace(home.stamp)


def _not_made(told: Sequence[str]) -> Problem:
    return Problem(
        ExitCode.FAILED,
        "สร้างสภาพแวดล้อมของโปรแกรมไม่สำเร็จ",
        "The private environment could not be made:\n" + "\n".join(told[-5:]),
    )


def _not_fetched(told: Sequence[str], *, offline: bool) -> Problem:
    """Say why pip gave up, from what it said: a wrong hash, a full disk, or nothing to be had."""
    text = "\n".join(told)
    if "DO NOT MATCH THE HASHES" in text:
        thai, english = (
            "ชุดโปรแกรมที่ได้มาไม่ตรงกับรายการที่รับรองไว้ จึงไม่ติดตั้ง กรุณาแจ้งผู้ดูแลเครือข่าย",
            "A package differs from the one that was vouched for and was not installed.",
        )
    elif "No space left" in text:
        thai, english = ("พื้นที่จานบันทึกไม่พอ ต้องว่างราว 1 GB", "The disk is full; about 1 GB is needed.")
    elif "No matching distribution" in text and "Retrying" not in text and not offline:
        thai, english = (
            "ชุดโปรแกรมไม่มีรุ่นสำหรับ Python หรือเครื่องนี้ กรุณาใช้ Python 3.11 ถึง 3.13 แบบ 64 บิต",
            "A package is not made for this Python or computer; use 64-bit Python 3.11 to 3.13.",
        )
    elif offline:
        thai, english = (
            "โฟลเดอร์ wheels มีชุดโปรแกรมไม่ครบสำหรับเครื่องนี้",
            "The wheels folder lacks packages for this computer.",
        )
    else:
        thai, english = (
            "ดาวน์โหลดชุดโปรแกรมไม่ได้ กรุณาตรวจอินเทอร์เน็ต หรือใช้ชุดติดตั้งที่มีโฟลเดอร์ wheels",
            "The packages could not be fetched: check the network, or use a bundle with wheels.",
        )
    return Problem(ExitCode.NOT_FETCHED, thai, "\n".join([english, *told[-3:]]))


def _closed(place: Path, error: OSError) -> Problem:
    return Problem(
        ExitCode.FOLDER_CLOSED,
        f"เขียนลงโฟลเดอร์ของโปรแกรมไม่ได้: {place} กรุณาปิดโปรแกรมที่เปิดค้าง หรือย้ายไปโฟลเดอร์ที่เขียนได้",
        f"The program's folder cannot be written: {error.strerror or error}.",
    )


@contextmanager
def _one_at_a_time(home: Home) -> Iterator[None]:
    """Hold the set-up's turn; a second start waits here until the first has finished."""
    try:
        file = home.turn.open("a+b")
    except OSError as error:
        machine.stop(_closed(home.root, error))
    with file:
        if not _take(file, wait=False):
            speak("มีการเปิดโปรแกรมอีกครั้งหนึ่งกำลังเตรียมอยู่ กรุณารอสักครู่")
            speak("Another start is preparing the program; waiting for it.")
            while not _take(file, wait=True):
                continue
        yield


def _take(file: BinaryIO, *, wait: bool) -> bool:
    """Lock the file for this process; the lock goes when the file closes, killed or not."""
    try:
        if sys.platform == "win32":
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False  # Held by another start.
    return True


def _start_again(python: Path, main_file: Path, arguments: Sequence[str]) -> NoReturn:
    starts = int(os.environ.get(_AGAIN, "0")) + 1
    if starts > _MOST_STARTS:
        machine.stop(
            Problem(
                ExitCode.FAILED,
                "เตรียมโปรแกรมแล้วแต่ยังใช้ไม่ได้ กรุณาลบโฟลเดอร์ .venv แล้วเปิดใหม่",
                "Set-up did not take: delete the folder .venv and start again.",
            )
        )
    command = [str(python), str(main_file), *arguments]
    environment = dict(os.environ, **{_AGAIN: str(starts)})
    if sys.platform == "win32":
        raise SystemExit(subprocess.call(command, env=environment))  # noqa: S603 - our own words
    os.execve(command[0], command, environment)  # noqa: S606 - our own words
