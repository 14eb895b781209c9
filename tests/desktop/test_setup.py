"""First start, second start, broken start and two starts at once, on a small program of its own."""

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.console import ExitCode
from desktop.setup import Home

ROOT = Path(__file__).resolve().parents[2]
DOOR = """
import sys
from pathlib import Path
from desktop import setup
setup.prepare(Path(__file__), sys.argv[1:], tests="test" in sys.argv, screen=False)
import kernel
print("opened", kernel.SAYS, Path(sys.prefix).name, *sys.argv[1:])
if "test" in sys.argv:
    import probe
    print("tested", probe.SAYS)
"""


def wheel(folder: Path, name: str, says: str) -> str:
    """Make a one-module wheel; return its sha256."""
    info = f"{name}-1.0.dist-info"
    files = {
        f"{name}.py": f"SAYS = {says!r}\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    rows = [
        f"{path},sha256={base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode()},"
        for path, text in files.items()
    ]
    files[f"{info}/RECORD"] = "\n".join([*rows, f"{info}/RECORD,,"])
    packed = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(packed, "w") as archive:
        for path, text in files.items():
            archive.writestr(zipfile.ZipInfo(path), text)  # undated: the same bytes each time
    return hashlib.sha256(packed.read_bytes()).hexdigest()


Started = subprocess.Popen[str]
Ended = tuple[int, str, str]


class Program:
    """A program of one module that sets itself up as the real one does, without a network."""

    def __init__(self, root: Path) -> None:
        self.home = Home(root)
        (root / "desktop").mkdir(parents=True)
        for name in ("__init__", "console", "machine", "setup"):
            shutil.copy(ROOT / "desktop" / f"{name}.py", root / "desktop")
        self.door = root / "main.py"
        self.door.write_text(DOOR, "utf-8")
        self.home.lock(tests=False).parent.mkdir(parents=True)
        self.home.wheels.mkdir()
        self.lock("เมล็ด")

    def lock(self, says: str) -> None:
        """Pack the two wheels anew and lock them."""
        kernel = f"kernel==1.0 --hash=sha256:{wheel(self.home.wheels, 'kernel', says)}\n"
        probe = f"probe==1.0 --hash=sha256:{wheel(self.home.wheels, 'probe', 'ok')}\n"
        self.home.lock(tests=False).write_text(kernel, "utf-8")
        self.home.lock(tests=True).write_text(kernel + probe, "utf-8")

    def begin(self, *words: str, python: Path | None = None, **environment: str) -> Started:
        clean = {k: v for k, v in os.environ.items() if not k.startswith(("PIP_", "COV_"))}
        return subprocess.Popen(  # noqa: S603 - our own words
            [str(python or sys.executable), str(self.door), *words],
            env=clean | environment | {"PYTHONIOENCODING": "utf-8"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def start(self, *words: str, python: Path | None = None, **environment: str) -> Ended:
        return finish(self.begin(*words, python=python, **environment))


def finish(started: Started) -> Ended:
    """Wait for the end; return exit code, output and errors."""
    out, err = started.communicate(timeout=300)
    return started.returncode, out, err


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """Give a program that was started once, in a folder with Thai letters and spaces."""
    program = Program(tmp_path_factory.mktemp("set up") / "โครงการ ทดสอบ")
    code, out, err = program.start("เปิด หน้าต่าง")
    assert code == 0, err
    assert "First run" in out
    assert out.endswith("opened เมล็ด .venv เปิด หน้าต่าง\n")
    return program


@pytest.fixture
def program(made: Program) -> Iterator[Program]:
    """Give that program, and put its lock back afterwards."""
    yield made
    made.lock("เมล็ด")


@pytest.mark.slow
def test_second_start_is_at_once(program: Program) -> None:
    before = program.home.stamp.stat().st_mtime_ns
    begun = time.perf_counter()
    code, out, err = program.start()
    took = time.perf_counter() - begun
    assert (code, out, err) == (0, "opened เมล็ด .venv\n", "")
    assert program.home.stamp.stat().st_mtime_ns == before
    assert took < 3  # two bare Pythons; making an environment takes longer than this


@pytest.mark.slow
def test_started_from_its_own_python(program: Program) -> None:
    code, out, _err = program.start(python=program.home.python)
    assert (code, out) == (0, "opened เมล็ด .venv\n")


@pytest.mark.slow
def test_tests_add_to_what_is_there(program: Program) -> None:
    mark = program.home.venv / "untouched"
    mark.touch()
    # Even from within the environment that lacks them.
    code, out, err = program.start("test", python=program.home.python)
    assert code == 0, err
    assert out.endswith("opened เมล็ด .venv test\ntested ok\n")
    assert mark.exists()
    assert program.home.ready(tests=True)
    assert program.home.ready(tests=False)
    assert program.start() == (0, "opened เมล็ด .venv\n", "")


@pytest.mark.slow
def test_half_made_environment_is_made_anew(program: Program) -> None:
    program.home.stamp.unlink()
    shutil.rmtree(program.home.venv / ("Lib" if os.name == "nt" else "lib"))
    (program.home.venv / "left over").touch()
    code, out, err = program.start()
    assert code == 0, err
    assert out.endswith("opened เมล็ด .venv\n")
    assert not (program.home.venv / "left over").exists()


@pytest.mark.slow
def test_new_lock_brings_new_packages_once_for_two_starts(program: Program) -> None:
    program.lock("ใหม่")
    first, second = program.begin("ก"), program.begin("ข")
    ended = [finish(first), finish(second)]
    assert [code for code, _out, _err in ended] == [0, 0], ended
    assert [out.splitlines()[-1] for _code, out, _err in ended] == [
        "opened ใหม่ .venv ก",
        "opened ใหม่ .venv ข",
    ]
    told = "".join(out for _code, out, _err in ended)
    assert told.count("First run") == 1
    assert told.count("waiting for it") == 1


@pytest.mark.slow
def test_changed_package_is_not_installed(program: Program) -> None:
    wheel(program.home.wheels, "kernel", "evil")
    lock = program.home.lock(tests=False)
    lock.write_text(lock.read_text("utf-8") + "\n", "utf-8")
    code, _out, err = program.start()
    assert code == ExitCode.NOT_FETCHED
    assert "ไม่ตรงกับรายการที่รับรองไว้" in err
    assert not program.home.ready(tests=False)


@pytest.mark.slow
def test_no_network_is_said_plainly(program: Program) -> None:
    program.lock("ไกล")
    hidden = program.home.wheels.rename(program.home.root / "hidden")
    try:
        code, _out, err = program.start(PIP_INDEX_URL="http://127.0.0.1:9/", PIP_RETRIES="1")
    finally:
        hidden.rename(program.home.wheels)
    assert code == ExitCode.NOT_FETCHED
    assert "กรุณาตรวจอินเทอร์เน็ต" in err
    assert "Traceback" not in err


@pytest.mark.slow
def test_wheels_that_lack_one_are_said_plainly(program: Program) -> None:
    program.lock("ขาด")
    next(program.home.wheels.glob("kernel*")).unlink()
    code, _out, err = program.start()
    assert code == ExitCode.NOT_FETCHED
    assert "wheels" in err


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Give the real door with what it needs before set-up, and no environment."""
    (tmp_path / "desktop").mkdir()
    for name in ("__init__", "console", "machine", "setup"):
        shutil.copy(ROOT / "desktop" / f"{name}.py", tmp_path / "desktop")
    shutil.copytree(ROOT / "resources" / "setup", tmp_path / "resources" / "setup")
    return Path(shutil.copy(ROOT / "main.py", tmp_path))


def knock(door: Path, *words: str, script: str = "") -> Ended:
    """Start the real door on no screen at all."""
    shown = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {k: v for k, v in os.environ.items() if k not in shown}
    command = ["-c", script, str(door)] if script else [str(door), *words]
    ended = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, *command],
        env=environment | {"PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    return ended.returncode, ended.stdout, ended.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is a screen")
def test_window_without_a_screen_says_so_before_anything_is_made(clone: Path) -> None:
    code, out, err = knock(clone)
    assert (code, out) == (ExitCode.NO_SCREEN, "")
    assert "ไม่มีจอภาพ" in err
    assert not (clone.parent / ".venv").exists()


def test_wrong_word_and_help_need_no_set_up(clone: Path) -> None:
    assert knock(clone, "opne")[0] == ExitCode.USAGE
    assert knock(clone, "tour", "--help")[0] == ExitCode.DONE
    assert not (clone.parent / ".venv").exists()


def test_old_python_is_said_plainly(clone: Path) -> None:
    script = "import runpy, sys; sys.version_info = (3, 8, 1); runpy.run_path(sys.argv[1])"
    code, out, err = knock(clone, script=script)
    assert (code, out) == (ExitCode.UNSUITED, "")
    assert "ต้องใช้ Python 3.11 ขึ้นไป เครื่องนี้เป็นรุ่น 3.8" in err
