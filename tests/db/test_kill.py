"""Kill the desk at any moment: what said saved is there, nothing is there by half or twice."""

import hashlib
import os
import random
import secrets
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest
from fakes import FakePasswords, FakePress
from office import OPENING, form
from sqlalchemy import text

from db.check import prove
from db.furnishing import Strongroom, furnish
from db.place import Place
from db.upgrade import create
from desktop.acts.batching import PlanLetters, plan_letters
from desktop.acts.opening import open_office
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.letters import Blank, Finding, LetterKind
from desktop.rules.people import Actor, Role

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="desks are begotten by fork")

WRITER = Path(__file__).with_name("writer.py")
CYCLES = 200
LONGEST = 0.2
"""Seconds in which a desk dies that is not heard at all."""
CLERK = Actor(2, "นางสาวสมหญิง ใจดี", frozenset({Role.CLERK}))


def desk_over(room: Strongroom) -> Desk:
    return Desk(
        unit=room.unit,
        reading=room.reading,
        press=cast("Any", FakePress()),
        passwords=FakePasswords(),
        drafts=room.drafts,
        now=lambda: datetime.now(UTC),
        random=secrets.token_bytes,
    )


@pytest.fixture
def place(tmp_path: Path) -> Place:
    made = Place(tmp_path / "ทะเบียน")
    create(made)
    room = furnish(made)
    open_office(OPENING, desk_over(room))
    room.close()
    return made


class Killer:
    """Lets desks work and kills them, each somewhere in the middle of what it does."""

    def __init__(self, place: Place, mode: str, seed: int) -> None:
        self.random = random.Random(seed)
        self.next = 1
        self.saved: set[int] = set()
        self.drafted = 0
        command = [sys.executable, str(WRITER), str(place.folder), mode]
        self._writer = subprocess.Popen(  # noqa: S603 - our own script
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def life(self, work: str, lines: int) -> list[str]:
        """Let one desk work, kill it, and return what it had said.

        It lives until it has said so many lines, and dies somewhere in what it does next, however
        long that takes on this machine; before its first line, while it wakes up.
        """
        assert self._writer.stdin is not None
        self._writer.stdin.write(f"{work}\n")
        self._writer.stdin.flush()
        pid = int(self._heard().split()[1])
        told: list[str] = []
        moment = LONGEST
        while len(told) < lines and "ended" not in told:
            before = time.monotonic()
            told.append(self._heard())
            moment = 2 * (time.monotonic() - before)
        time.sleep(self.random.random() * moment)
        os.kill(pid, signal.SIGKILL)
        while (line := self._heard()) != "dead":
            told.append(line)
        return told

    def _heard(self) -> str:
        assert self._writer.stdout is not None
        line = self._writer.stdout.readline().strip()
        assert line, "the desks' parent has gone"
        return line

    def cycle(self) -> None:
        """Let one desk register, kill it, and note what it had said."""
        told = self.life(str(self.next), self.random.randint(0, 3))
        numbers = [int(line.split()[1]) for line in told if line.startswith("saved ")]
        drafts = [int(line.split()[1]) for line in told if line.startswith("draft ")]
        self.saved |= set(numbers)
        self.drafted = max([0, *drafts])
        self.next = max([self.next, *drafts, *numbers]) + 1

    def end(self) -> None:
        """Let the parent of the desks go."""
        self._writer.communicate()


def keys(room: Strongroom) -> dict[int, int]:
    with room.asking.connect() as connection:
        rows = connection.execute(text("SELECT key, subject_id FROM save_key"))
        return {int(key.removeprefix("key-")): subject for key, subject in rows}


def parts_missing(room: Strongroom) -> int:
    with room.asking.connect() as connection:
        return int(
            connection.execute(
                text(
                    "SELECT count(*) FROM complaint c WHERE "
                    "NOT EXISTS (SELECT 1 FROM matter m WHERE m.complaint_id = c.id) OR "
                    "NOT EXISTS (SELECT 1 FROM intake i WHERE i.complaint_id = c.id) OR "
                    "NOT EXISTS (SELECT 1 FROM clock k WHERE k.complaint_id = c.id) OR "
                    "NOT EXISTS (SELECT 1 FROM step s WHERE s.complaint_id = c.id) OR "
                    "NOT EXISTS (SELECT 1 FROM petitioner p WHERE p.complaint_id = c.id)"
                )
            ).scalar_one()
        )


def test_behaviour_38_two_hundred_kills_lose_nothing(place: Place) -> None:
    killer = Killer(place, "honest", seed=38)
    returned = 0
    for cycle in range(CYCLES):
        killer.cycle()
        if cycle % 10 == 9:
            room = furnish(place)
            kept = keys(room)
            assert killer.saved <= kept.keys(), "a save that was said is not there"
            drafts = {int(draft.fields["n"]) for draft in room.drafts.left(2)}
            if killer.drafted and killer.drafted not in kept:
                assert killer.drafted in drafts, "the draft of what was being saved is gone"
                returned += 1
            room.close()
    killer.end()
    assert returned, "no kill fell between a draft and its save"
    room = furnish(place)
    try:
        kept = keys(room)
        assert len(killer.saved) >= CYCLES // 4
        assert killer.saved <= kept.keys()
        assert len(set(kept.values())) == len(kept), "two keys made one complaint"
        assert parts_missing(room) == 0
        # Gapless numbers, an unbroken journal, lists and due dates that agree.
        assert prove(room) == []
        desk = desk_over(room)
        before = len(kept)
        unsaid = sorted(kept.keys() - killer.saved)
        for number in (*unsaid[:5], *sorted(killer.saved)[:5]):
            again = register(RegisterComplaint(f"key-{number}", form(desk.now())), desk, CLERK)
            assert again.case_id == kept[number]
        assert len(keys(room)) == before, "a retry registered twice"
    finally:
        room.close()


def test_counting_sees_a_desk_that_boasts(place: Place) -> None:
    """The negative control: a desk that says saved too early is caught."""
    killer = Killer(place, "boastful", seed=1)
    caught = False
    for _cycle in range(60):
        killer.cycle()
        room = furnish(place)
        caught = not killer.saved <= keys(room).keys()
        room.close()
        if caught:
            break
    killer.end()
    assert caught


LETTERS = 200
MOST = 12
"""Letters that a desk is heard to issue before it dies."""


def planned(place: Place) -> int:
    """Plan a batch of letters and return its identity."""
    room = furnish(place)
    desk = desk_over(room)
    cases = tuple(
        register(RegisterComplaint(f"case-{n}", form(desk.now())), desk, CLERK).case_id
        for n in range(LETTERS)
    )
    command = PlanLetters(
        "batch",
        cases,
        LetterKind.ACKNOWLEDGEMENT,
        1,
        {Blank.PARTICULAR: "กลุ่มอำนวยการ"},
        Finding.IN_AUTHORITY,
    )
    batch = plan_letters(command, desk, CLERK).batch_id
    room.close()
    return batch


def issued_all(killer: Killer, batch: int) -> int:
    """Kill desks until one has said that the batch ended; count the kills."""
    # Every life issues one at least, or finds that none is left.
    for kills in range(LETTERS + 1):
        if "ended" in killer.life(str(batch), killer.random.randint(1, MOST)):
            return kills
    raise AssertionError("the batch never ended")


def test_killed_in_the_middle_a_batch_of_letters_is_finished_once(place: Place) -> None:
    batch = planned(place)
    killer = Killer(place, "batch", seed=7)
    kills = issued_all(killer, batch)
    killer.end()
    assert kills >= 5, "too few kills fell into the batch to show anything"
    room = furnish(place)
    try:
        assert room.reading.batches(CLERK) == []
        letters = room.reading.letters(CLERK)
        running = sorted(int(letter.number.rpartition("/")[2]) for letter in letters)
        assert running == list(range(1, LETTERS + 1)), "a gap, or a number given twice"
        assert len({letter.complaint_id for letter in letters}) == LETTERS
        for letter in letters:
            pdf = room.reading.letter_pdf(CLERK, letter.id)
            assert pdf.startswith(b"%PDF")
            assert hashlib.sha256(pdf).hexdigest() == letter.sha256
        assert prove(room) == []
    finally:
        room.close()


def test_counting_sees_a_batch_that_forgets(place: Place) -> None:
    """The negative control: a desk that forgets what it issued issues it twice."""
    batch = planned(place)
    killer = Killer(place, "forgetful", seed=7)
    twice = False
    for _kill in range(5):
        killer.life(str(batch), killer.random.randint(1, MOST))
        room = furnish(place)
        letters = room.reading.letters(CLERK)
        room.close()
        twice = len({letter.complaint_id for letter in letters}) < len(letters)
        if twice:
            break
    killer.end()
    assert twice
