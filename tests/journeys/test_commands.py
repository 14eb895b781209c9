"""The commands as they are typed: a tour by itself, and a register that is proved."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pypdf
import pytest
import sqlalchemy as sa

from db.demo import demo
from db.furnishing import furnish
from db.place import Place
from db.upgrade import create
from desktop.console import ExitCode
from desktop.papers.press import ThaiPress
from desktop.rules.thai.digits import thai_digits

ROOT = Path(__file__).resolve().parents[2]


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """Type a command where there is no screen."""
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, str(ROOT / "main.py"), *words],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
    )


@pytest.mark.slow
def test_the_tour_leaves_papers_and_pictures(tmp_path: Path) -> None:
    out = tmp_path / "ผลงาน"
    done = run("tour", str(out))
    assert done.returncode == ExitCode.DONE, done.stderr
    left = {file.name for file in out.iterdir()}
    assert {"letter.pdf", "slip.pdf", "sla-report.pdf"} <= left
    assert {"slip-roll.pdf", "petition.pdf", "envelope.pdf", "labels.pdf"} <= left
    assert {"poster.pdf", "road.pdf", "standards.pdf"} <= left
    assert {"memo.pdf", "statement.pdf", "register.pdf", "letter.docx"} <= left
    assert len([name for name in left if name.endswith(".png")]) == 10
    letter = pypdf.PdfReader(out / "letter.pdf").pages[0].extract_text()
    assert "อาคารเรียนหลังคารั่ว" in letter
    assert "นางปราณี สุขใจ" in letter
    assert "Traceback" not in done.stderr


def test_a_sound_register_is_proved_and_a_changed_one_is_not(tmp_path: Path) -> None:
    place = Place(tmp_path / "ทะเบียน")
    assert "ยังไม่มีทะเบียน" in run("check", "--data", str(place.folder)).stdout
    create(place)
    sound = run("check", "--data", str(place.folder))
    assert (sound.returncode, "ทะเบียนถูกต้องครบถ้วน" in sound.stdout) == (ExitCode.DONE, True)
    room = furnish(place)
    with room.writing.begin() as connection:
        connection.execute(sa.text("UPDATE journal_head SET hash = 'x'"))
    room.close()
    changed = run("check", "--data", str(place.folder))
    assert changed.returncode == ExitCode.FAILED
    assert "บันทึกการเปลี่ยนแปลงถูกแก้ที่รายการ" in changed.stderr


def test_a_strange_file_is_told_in_words(tmp_path: Path) -> None:
    Place(tmp_path).file.write_bytes(b"")
    told = run("check", "--data", str(tmp_path))
    assert told.returncode == ExitCode.FAILED
    assert "0 ไบต์" in told.stderr


@pytest.mark.slow
def test_letters_of_a_register_are_written_without_a_window(tmp_path: Path) -> None:
    place = Place(tmp_path / "ทะเบียน")
    none = run("letters", "--data", str(place.folder), "--to", str(tmp_path / "out"))
    assert none.returncode == ExitCode.FAILED
    assert "ยังไม่มีทะเบียน" in none.stderr
    demo(place, datetime.now(UTC), ThaiPress()).close()
    out = tmp_path / "หนังสือ"
    done = run("letters", "--data", str(place.folder), "--to", str(out))
    assert done.returncode == ExitCode.DONE, done.stderr
    files = sorted(out.iterdir())
    assert f"เขียนหนังสือ {len(files)} ฉบับไว้ที่ {out}" in done.stdout
    assert files
    number = files[0].name.removesuffix(".pdf").rpartition("-")[2]
    assert thai_digits(number) in pypdf.PdfReader(files[0]).pages[0].extract_text()
    gone = run("letters", "--data", str(place.folder), "--printer", "ไม่มี", "--status", "sent")
    assert gone.returncode == ExitCode.FAILED
    assert "ไม่มีเครื่องพิมพ์ “ไม่มี”" in gone.stderr
    wrong = run("letters", "--data", str(place.folder), "--to", str(out), "--from", "32/1/2569")
    assert wrong.returncode == ExitCode.USAGE
    assert "--from" in wrong.stderr
    assert "Traceback" not in done.stderr + gone.stderr + wrong.stderr
