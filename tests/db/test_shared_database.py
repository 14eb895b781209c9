"""Several desks on one PostgreSQL database, by the program's own door."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from office import OPENING

import main
from db.check import prove
from db.home import home
from db.place import Place, PlaceRefused, Unfit
from db.upgrade import exists
from desktop.acts.opening import open_office
from desktop.console import ExitCode

ROOT = Path(__file__).resolve().parents[2]


def check(address: str) -> subprocess.CompletedProcess[str]:
    """Type the command that proves a register."""
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, str(ROOT / "main.py"), "check", "--data", address],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )


@pytest.mark.parametrize("place", ["postgresql"], indirect=True)
def test_an_office_is_opened_and_proved_by_its_address(place: Place) -> None:
    assert home(None, place.server).server == place.server
    assert "ยังไม่มีทะเบียน" in check(place.server).stdout
    room = main.create_and_open(place, place.drafts, OPENING, open_office)
    assert room.reading.opened()
    assert prove(room) == []
    room.close()
    proved = check(place.server)
    assert (proved.returncode, "ทะเบียนถูกต้องครบถ้วน" in proved.stdout) == (ExitCode.DONE, True)


@pytest.mark.parametrize("address", ["postgresql://desk@127.0.0.1:9/office", "postgresql://["])
def test_a_server_that_does_not_answer_is_told_in_words(tmp_path: Path, address: str) -> None:
    with pytest.raises(PlaceRefused) as refused:
        exists(Place(tmp_path, address))
    assert refused.value.unfit is Unfit.UNREACHABLE
    told = check(address)
    assert told.returncode == ExitCode.FAILED
    assert "ฐานข้อมูลร่วมไม่ตอบ" in told.stderr
    assert "Traceback" not in told.stderr
