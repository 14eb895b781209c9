"""Desks that work without pause until they are killed, and say what they have done.

usage: writer.py FOLDER honest|boastful|batch|forgetful, then one line on stdin for each desk
Each line begets one desk, whose identity is told and who works until it is killed. It is a child
of this process, which has everything imported and nothing open.
An honest desk registers from the key on its line: keeps a draft, saves, says so, goes on; a
boastful one says "saved" before it is so, as a negative control for those who count.
A batch desk goes on with the letters of the batch on its line; a forgetful one, the negative
control, forgets the keys of those it issued.
"""

import os
import secrets
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from typing import Any, cast  # noqa: E402

from fakes import FakePasswords, FakePress  # noqa: E402
from office import form  # noqa: E402

from db.furnishing import furnish  # noqa: E402
from db.place import Place  # noqa: E402
from desktop.acts.batching import EndBatch, IssuePlanned, end_batch, issue_planned  # noqa: E402
from desktop.acts.corresponding import IssueLetter, issue  # noqa: E402
from desktop.acts.registering import RegisterComplaint, register  # noqa: E402
from desktop.papers.fonts import office_faces  # noqa: E402
from desktop.papers.press import ThaiPress  # noqa: E402
from desktop.papers.words import Words  # noqa: E402
from desktop.ports import Desk, Draft  # noqa: E402
from desktop.rules.people import Actor, Role  # noqa: E402

CLERK = Actor(2, "นางสาวสมหญิง ใจดี", frozenset({Role.CLERK}))


def desk_in(folder: Path) -> Desk:
    room = furnish(Place(folder))
    return Desk(
        unit=room.unit,
        reading=room.reading,
        press=cast("Any", FakePress()),
        passwords=FakePasswords(),
        drafts=room.drafts,
        now=lambda: datetime.now(UTC),
        random=secrets.token_bytes,
    )


def register_on(folder: Path, first: str, *, boastful: bool = False) -> None:
    desk = desk_in(folder)
    number = int(first)
    while True:
        key = f"key-{number}"
        desk.drafts.keep(2, Draft(key, f"ร่าง {number}", {"n": str(number)}, desk.now()))
        _say(f"draft {number}")
        if boastful:
            _say(f"saved {number}")
        register(RegisterComplaint(key, form(desk.now())), desk, CLERK)
        _say(f"saved {number}")
        desk.drafts.drop(2, key)
        number += 1


def finish(folder: Path, batch_id: str, *, forgetful: bool = False) -> None:
    desk = replace(desk_in(folder), press=PRESS)
    batch = int(batch_id)
    (view,) = [one for one in desk.reading.batches(CLERK) if one.id == batch]
    with desk.unit(CLERK) as work:
        drafts = work.batches.get(batch).drafts
    for place in view.left:
        if forgetful:
            issue(IssueLetter(secrets.token_hex(8), drafts[place]), desk, CLERK)
        else:
            issue_planned(IssuePlanned(batch, place), desk, CLERK)
        _say(f"issued {place}")
    end_batch(EndBatch(batch), desk, CLERK)
    _say("ended")
    signal.pause()


PRESS = ThaiPress()
WORK: dict[str, Callable[[Path, str], None]] = {
    "honest": register_on,
    "boastful": partial(register_on, boastful=True),
    "batch": finish,
    "forgetful": partial(finish, forgetful=True),
}


def _say(line: str) -> None:
    # Straight to the pipe: what is said has been said, whatever happens next.
    os.write(1, (line + "\n").encode())


def beget(folder: Path, work: Callable[[Path, str], None]) -> None:
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _say(f"pid {os.getpid()}")
            work(folder, line.strip())
        os.waitpid(child, 0)
        _say("dead")


if __name__ == "__main__":
    if sys.argv[2] in {"batch", "forgetful"}:
        # Opened once for all: a desk that spends its short life on this issues nothing.
        office_faces()
        Words().pieces("เรื่องร้องเรียน")
    beget(Path(sys.argv[1]), WORK[sys.argv[2]])
