"""On both databases: what a letter was before, what puts it right, what answers it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from clock import Clock
from office import acknowledgement_to, bangkok, form, gone

from db import tables as t
from db.check import Fault, prove
from db.files import path_of
from db.furnishing import Strongroom
from desktop.acts.attaching import AttachScan, NewFile, attach_scan
from desktop.acts.corresponding import IssueLetter, issue
from desktop.acts.dispatching import record_sent
from desktop.acts.mending import CorrectLetter, correct_letter
from desktop.acts.receiving import ReceiveLetter, receive_letter
from desktop.acts.registering import RegisterComplaint, register
from desktop.acts.revising import (
    CorrectIncoming,
    WithdrawIncoming,
    correct_incoming,
    withdraw_incoming,
)
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.letters import Dispatch, LetterStatus
from desktop.rules.people import Actor
from desktop.views import CaseView

DAY = date(2026, 7, 15)


@pytest.fixture
def case_id(desk: Desk, clerk: Actor) -> int:
    return register(RegisterComplaint("a", form(bangkok(DAY, 8))), desk, clerk).case_id


@pytest.fixture
def letter(desk: Desk, clerk: Actor, case_id: int) -> int:
    return issue(IssueLetter("letter", acknowledgement_to(case_id)), desk, clerk).letter_id


def correct(desk: Desk, clerk: Actor, case: CaseView, recipient: str) -> None:
    (letter,) = case.letters
    draft = replace(desk.reading.letter_draft(clerk, letter.id), recipient=recipient)
    correct_letter(CorrectLetter(letter.id, letter.sha256, draft, f"เป็น {recipient}"), desk, clerk)


def test_every_version_of_a_letter_is_kept_and_shown(
    desk: Desk, room: Strongroom, clerk: Actor, boss: Actor, case_id: int, letter: int
) -> None:
    assert desk.reading.letter_draft(clerk, letter) == acknowledgement_to(case_id)
    first = desk.reading.letter_pdf(clerk, letter)
    for name in ("นาง ก", "นาง ข"):
        correct(desk, boss, desk.reading.case(clerk, case_id), name)
    case = desk.reading.case(clerk, case_id)
    told = [(v.letter_id, v.version, v.reason, v.replaced_by) for v in case.versions]
    assert told == [
        (letter, 1, "เป็น นาง ก", boss.name),
        (letter, 2, "เป็น นาง ข", boss.name),
    ]
    assert desk.reading.letter_version(clerk, letter, 1) == first
    assert desk.reading.letter_version(clerk, letter, 2).decode().endswith("นาง ก")
    assert desk.reading.letter_pdf(clerk, letter).decode().endswith("นาง ข")
    hashes = {v.sha256 for v in case.versions} | {case.letters[0].sha256}
    assert len(hashes) == 3
    assert prove(room) == []
    if room.papers is not None:
        with room.asking.connect() as connection:
            kept = sa.select(t.letter_version.c.pdf).limit(1)
            name = connection.execute(kept).scalar_one()
        path_of(room.papers, name).write_bytes(b"%PDF another")
        assert [finding.fault for finding in prove(room)] == [Fault.FILE_CHANGED]


def test_what_may_not_be_seen_shows_no_version_and_no_draft(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    hidden = replace(form(bangkok(DAY, 8)), restricted=True)
    case_id = register(RegisterComplaint("r", hidden), desk, clerk).case_id
    letter = issue(IssueLetter("hidden", acknowledgement_to(case_id)), desk, clerk).letter_id
    correct(desk, clerk, desk.reading.case(boss, case_id), "นาง ก")
    with pytest.raises(Refused):
        desk.reading.letter_draft(owner, letter)
    with pytest.raises(Refused):
        desk.reading.letter_version(owner, letter, 1)


def test_a_correcting_letter_a_scan_and_an_answer_hang_on_their_letter(
    desk: Desk, room: Strongroom, clerk: Actor, clock: Clock, case_id: int, letter: int
) -> None:
    record_sent(gone(letter, Dispatch.POST, clock()), desk, clerk)
    right = issue(
        IssueLetter("right", acknowledgement_to(case_id), corrects_id=letter), desk, clerk
    ).letter_id
    attach_scan(AttachScan(letter, (NewFile("ลงนาม.png", b"\x89PNG\r\n\x1a\nx"),)), desk, clerk)
    came = ReceiveLetter(
        key="in",
        case_id=case_id,
        sender="โรงเรียนบ้านตัวอย่าง",
        subject="ชี้แจง",
        received_at=clock() + timedelta(days=2),
        number="ศธ ๐๔๐๕๖/๑๒",
        dated=DAY + timedelta(days=1),
        receipt_number="488",
        answers_id=letter,
        files=(NewFile("ตอบ.pdf", b"%PDF-1.4 x"),),
    )
    clock.pass_time(days=2)
    incoming = receive_letter(came, desk, clerk).incoming_id
    case = desk.reading.case(clerk, case_id)
    by_id = {one.id: one for one in case.letters}
    assert by_id[right].corrects_id == letter
    assert by_id[letter].status is LetterStatus.ANSWERED
    assert {(f.name, f.letter_id, f.incoming_id) for f in case.files} == {
        ("ลงนาม.png", letter, None),
        ("ตอบ.pdf", None, incoming),
    }
    (told,) = case.incoming
    assert (told.answers_id, told.number, told.dated) == (letter, came.number, came.dated)
    assert (told.sender, told.subject) == (came.sender, came.subject)
    assert (told.received_at, told.receipt_number) == (came.received_at, "488")
    mended = CorrectIncoming(
        told, "โรงเรียนอื่น", "ชี้แจง", came.received_at, "", None, "489", "ผิดโรงเรียน"
    )
    correct_incoming(mended, desk, clerk)
    (told,) = desk.reading.case(clerk, case_id).incoming
    assert (told.sender, told.number, told.dated, told.receipt_number) == (
        "โรงเรียนอื่น",
        "",
        None,
        "489",
    )
    assert told.withdrawn == ""
    withdraw_incoming(WithdrawIncoming(incoming, "ของเรื่องอื่น"), desk, clerk)
    case = desk.reading.case(clerk, case_id)
    assert case.incoming[0].withdrawn == "ของเรื่องอื่น"
    assert {one.id: one.status for one in case.letters}[letter] is LetterStatus.SENT
    assert prove(room) == []
