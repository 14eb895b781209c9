"""What a computer lacks is said in plain words, and mended only where that is allowed."""

import ctypes
import importlib.util
import os
import platform
import shutil
import sys
from collections.abc import Mapping, Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from typing import Self

import pytest

from desktop import machine
from desktop.console import ExitCode

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Debian's own ways")


class Debian:
    """A made-up Debian computer: what it lacks, who we are on it, what was run."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.lacks: set[str] = set()
        self.user = 1000
        self.release = {"ID": "debian"}
        self.apt_works = True
        self.ran: list[list[str]] = []
        monkeypatch.setattr(ctypes, "CDLL", self.load)
        monkeypatch.setattr(importlib.util, "find_spec", self.find)
        monkeypatch.setattr(os, "geteuid", lambda: self.user)
        monkeypatch.setattr(platform, "freedesktop_os_release", lambda: self.release)
        monkeypatch.setattr(platform, "libc_ver", lambda: ("glibc", "2.36"))
        monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
        monkeypatch.setattr(machine, "run", self.run)
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            monkeypatch.delenv(name, raising=False)

    def without(self, *names: str) -> Self:
        self.lacks = set(names)
        return self

    def load(self, name: str) -> object:
        if name in self.lacks:
            raise OSError(f"{name}: cannot open shared object file")
        return object()

    def find(self, name: str) -> ModuleSpec | None:
        return None if name in self.lacks else ModuleSpec(name, None)

    def run(
        self, command: Sequence[str], environment: Mapping[str, str] | None = None
    ) -> tuple[int, list[str]]:
        self.ran.append(list(command))
        assert environment is not None
        assert environment["DEBIAN_FRONTEND"] == "noninteractive"
        if not self.apt_works:
            return 100, ["E: Unable to locate package"]
        if "install" in command:
            self.lacks.clear()
        return 0, []


@pytest.fixture
def debian(monkeypatch: pytest.MonkeyPatch) -> Debian:
    return Debian(monkeypatch)


def test_complete_computer_has_no_problem(debian: Debian) -> None:
    assert machine.doctor(need_screen=False, need_venv=True) == []


def test_missing_parts_give_one_line_to_type(debian: Debian) -> None:
    debian.without("libGL.so.1", "libEGL.so.1", "libthai.so.0", "ensurepip")
    (problem,) = machine.doctor(need_screen=False, need_venv=True)
    assert problem.code is ExitCode.SYSTEM_PACKAGES
    venv = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    assert problem.cure == (
        f"sudo apt-get install -y --no-install-recommends libgl1 libegl1 libthai0 {venv}"
    )
    assert problem.cure in str(problem)


def test_venv_is_not_wanted_where_one_is_made(debian: Debian) -> None:
    debian.without("ensurepip")
    assert machine.doctor(need_screen=False) == []


def test_thai_line_breaking_is_missed_but_stops_nothing(debian: Debian) -> None:
    debian.without("libthai.so.0")
    problems = machine.doctor(need_screen=False)
    assert [p.cure.split()[-1] for p in problems] == ["libthai0"]
    assert machine.blocking(problems) == []


def test_window_libraries_are_wanted_only_for_a_window(
    debian: Debian, monkeypatch: pytest.MonkeyPatch
) -> None:
    debian.without("libxcb-cursor.so.0")
    monkeypatch.setattr(machine, "screen_answers", lambda: True)
    assert machine.doctor(need_screen=False) == []
    assert machine.doctor(need_screen=True)[0].cure.endswith(" libxcb-cursor0")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert machine.doctor(need_screen=True) == []


def test_no_screen_is_said_plainly(debian: Debian) -> None:
    debian.without("libxcb-cursor.so.0")
    (problem,) = machine.doctor(need_screen=True)
    assert problem.code is ExitCode.NO_SCREEN
    assert "ไม่มีจอภาพ" in problem.thai
    assert "tour" in problem.cure


def test_a_display_nobody_answers_is_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    try:
        ctypes.CDLL("libxcb.so.1")
    except OSError:
        pytest.skip("this computer cannot ask a display")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":4242")
    assert not machine.screen_answers()


def test_old_system_is_said_plainly(debian: Debian, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "libc_ver", lambda: ("glibc", "2.31"))
    assert machine.doctor(need_screen=False)[0].code is ExitCode.UNSUITED


def test_other_systems_are_told_the_library_itself(debian: Debian) -> None:
    debian.release = {"ID": "fedora"}
    debian.without("libGL.so.1")
    assert machine.doctor(need_screen=False)[0].cure == "libGL.so.1"


def test_a_relative_of_debian_counts(debian: Debian) -> None:
    debian.release = {"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}
    debian.without("libGL.so.1")
    assert "apt-get" in machine.doctor(need_screen=False)[0].cure


def test_root_installs_what_is_missing_at_once(
    debian: Debian, capsys: pytest.CaptureFixture[str]
) -> None:
    debian.user = 0
    debian.without("libGL.so.1", "libthai.so.0", "ensurepip")
    machine.satisfy(need_screen=False, need_venv=True)
    update, install = debian.ran
    assert "update" in update
    assert install[-3:-1] == ["libgl1", "libthai0"]
    assert install[-1].endswith("-venv")
    assert "--no-install-recommends" in install
    assert "กำลังติดตั้ง" in capsys.readouterr().out


def test_others_are_shown_the_line_and_nothing_is_run(
    debian: Debian, capsys: pytest.CaptureFixture[str]
) -> None:
    debian.without("ensurepip")
    with pytest.raises(SystemExit) as ended:
        machine.satisfy(need_screen=False, need_venv=True)
    assert ended.value.code == ExitCode.SYSTEM_PACKAGES
    assert debian.ran == []
    assert "sudo apt-get install" in capsys.readouterr().err


def test_failed_install_shows_why_and_the_line(
    debian: Debian, capsys: pytest.CaptureFixture[str]
) -> None:
    debian.user = 0
    debian.apt_works = False
    debian.without("libGL.so.1")
    with pytest.raises(SystemExit) as ended:
        machine.satisfy(need_screen=False)
    told = capsys.readouterr().err
    assert ended.value.code == ExitCode.SYSTEM_PACKAGES
    assert "Unable to locate package" in told
    assert "apt-get install -y --no-install-recommends libgl1" in told


def test_without_a_screen_nothing_is_installed_for_a_window(debian: Debian) -> None:
    debian.user = 0
    debian.without("libGL.so.1")
    with pytest.raises(SystemExit) as ended:
        machine.satisfy(need_screen=True)
    assert ended.value.code == ExitCode.NO_SCREEN
    assert debian.ran == []


def test_run_keeps_what_was_said() -> None:
    code, told = machine.run([sys.executable, "-c", "print('ก'); raise SystemExit(7)"])
    assert (code, told) == (7, ["ก"])


def test_readme_and_ci_name_what_is_needed() -> None:
    root = Path(__file__).resolve().parents[2]
    readme = set((root / "README.md").read_text("utf-8").split())
    ci = set((root / ".ci" / "run").read_text("utf-8").split())
    offscreen = {part.package for part in machine.OFFSCREEN} | {"python3-venv"}
    assert offscreen <= readme & ci
    assert {part.package for part in machine.XCB} <= readme
