"""A desk that registers without pause until it is killed: keeps a draft, saves, says so, goes on.

usage: writer.py FOLDER honest|boastful, then one first key a line on stdin
Each line begets one desk, whose identity is told and who works until it is killed. It is a child
of this process, which has everything imported and nothing open. A boastful desk says "saved"
before it is so, as a negative control for those who count.
"""

import os
import secrets
import sys
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from typing import Any, cast  # noqa: E402

from fakes import FakePasswords, FakePress  # noqa: E402
from office import form  # noqa: E402

from db.furnishing import furnish  # noqa: E402
from db.place import Place  # noqa: E402
from desktop.acts.registering import RegisterComplaint, register  # noqa: E402
from desktop.ports import Desk, Draft  # noqa: E402
from desktop.rules.people import Actor, Role  # noqa: E402

CLERK = Actor(2, "นางสาวสมหญิง ใจดี", frozenset({Role.CLERK}))


def main(folder: Path, first: int, *, boastful: bool) -> None:
    room = furnish(Place(folder))
    desk = Desk(
        unit=room.unit,
        reading=room.reading,
        press=cast("Any", FakePress()),
        passwords=FakePasswords(),
        drafts=room.drafts,
        now=lambda: datetime.now(UTC),
        random=secrets.token_bytes,
    )
    number = first
    while True:
        key = f"key-{number}"
        room.drafts.keep(2, Draft(key, f"ร่าง {number}", {"n": str(number)}, desk.now()))
        _say(f"draft {number}")
        if boastful:
            _say(f"saved {number}")
        register(RegisterComplaint(key, form(desk.now())), desk, CLERK)
        _say(f"saved {number}")
        room.drafts.drop(2, key)
        number += 1


def _say(line: str) -> None:
    # Straight to the pipe: what is said has been said, whatever happens next.
    os.write(1, (line + "\n").encode())


def beget(folder: Path, *, boastful: bool) -> None:
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _say(f"pid {os.getpid()}")
            main(folder, int(line), boastful=boastful)
        os.waitpid(child, 0)
        _say("dead")


if __name__ == "__main__":
    beget(Path(sys.argv[1]), boastful=sys.argv[2] == "boastful")
