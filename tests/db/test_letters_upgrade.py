"""The second shape of the letters: what an older register said of its letters is still said."""

from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from older_register import bring_to, first_shape

from db import tables as t
from db import upgrade
from db.engine import open_migrating
from db.furnishing import furnish
from db.journal import MOST
from db.letters import SqlLetters
from db.place import Place
from db.proposals import SqlProposals
from db.proving_lists import differing_keys
from desktop.ports import NOBODY
from desktop.rules.complaint import Secrecy
from desktop.rules.letters import Blank, Finding, LetterKind, LetterSeries, LetterStatus
from desktop.rules.proposing import ProposedLetter, ProposedText
from desktop.rules.thai.sorting import kept_key

NOW = datetime(2026, 7, 15, 3, tzinfo=UTC)
LATER: dict[str, dict[str, object]] = {
    "incoming_letter": {
        "withdrawn_at": None,
        "reason": "",
        "number_key": kept_key("ศธ ๐๔๐๐๙/๑๒"),
        "sender_key": kept_key("โรงเรียนบ้านตัวอย่าง"),
        "subject_key": kept_key("ชี้แจงข้อเท็จจริง"),
    },
    "wait": {"ended_by": None},
    "referral": {"answered_by": None},
    "reply_owed": {},
}
"""What later shapes say of lines that an older register kept."""
KEPT: dict[str, dict[str, object]] = {
    "incoming_letter": {
        "id": 3,
        "complaint_id": 1,
        "answers_id": 1,
        "number": "ศธ ๐๔๐๐๙/๑๒",
        "dated": "2026-07-10",
        "sender": "โรงเรียนบ้านตัวอย่าง",
        "subject": "ชี้แจงข้อเท็จจริง",
        "received_at": 5,
        "receipt_number": "๔๘",
        "recorded_at": 6,
        "recorded_by": 1,
    },
    "wait": {
        "complaint_id": 1,
        "position": 0,
        "cycle": 1,
        "whom": "agency",
        "reason": "รอผลตรวจ",
        "started_at": 2,
        "expected_on": "2026-07-20",
        "ended_at": 7,
    },
    "referral": {
        "complaint_id": 1,
        "position": 0,
        "agency": "เทศบาลตัวอย่าง",
        "letter_number": "ศธ/7",
        "letter_date": "2026-07-15",
        "due_at": 8,
        "reminders": "[]",
        "answered_at": 9,
        "answer": "ซ่อมแล้ว",
    },
    "reply_owed": {
        "complaint_id": 1,
        "position": 0,
        "incoming_id": 3,
        "received_at": 5,
        "due_at": 10,
        "answered_at": None,
    },
}


def test_an_older_registers_letters_say_what_they_said(tmp_path: Path) -> None:
    place = Place(tmp_path / "ทะเบียน")
    first_shape(place)
    assert upgrade.upgrade(place, NOW) is not None
    room = furnish(place)
    with room.writing.begin() as connection:
        letter = SqlLetters(connection, NOBODY).get(1)
        # An older register's letters never were drafts of ours; a new one may be begun.
        assert connection.scalar(sa.select(sa.func.count()).select_from(t.proposed_letter)) == 0
        text = ProposedText(1, letter.draft, NOW, 1)
        begun = SqlProposals(connection, NOBODY).add(ProposedLetter(1, (text,), NOW, 1))
        assert SqlProposals(connection, NOBODY).get(begun).text == text
        series = connection.scalar(sa.select(t.office_facts.c.letter_series))
        stamped = connection.scalar(sa.select(t.office_facts.c.stamped_letters))
        classed = connection.scalar(sa.select(t.complaint.c.secrecy))
    room.close()
    assert letter.draft.kind is LetterKind.ACKNOWLEDGEMENT
    assert letter.draft.finding is Finding.REFERRED
    assert letter.draft.blanks == {Blank.PARTICULAR: "หน่วยงาน"}
    assert letter.draft.paragraphs == ("ย่อหน้า ๑", "ย่อหน้า ๒")
    assert (letter.series, letter.running, letter.status) == (
        LetterSeries.OURS,
        7,
        LetterStatus.PRINTED,
    )
    assert series is LetterSeries.OURS
    assert letter.corrects_id is None
    assert (letter.drafted_by, letter.typed_by, letter.checked_by) == (None, None, None)
    draft = letter.draft
    assert (draft.secrecy, draft.within, draft.stamped) == (Secrecy.NONE, None, False)
    assert (classed, stamped) == (Secrecy.NONE, False)


def test_what_came_and_what_was_waited_for_is_kept_where_its_table_is_made_anew(
    tmp_path: Path,
) -> None:
    place = Place(tmp_path / "ทะเบียน")
    first_shape(place)
    bring_to(place, "0012")
    engine = open_migrating(place)
    with engine.begin() as connection:
        for name, line in KEPT.items():
            connection.execute(sa.insert(sa.table(name, *map(sa.column, line))), line)
    engine.dispose()
    assert upgrade.upgrade(place, NOW) is not None
    engine = open_migrating(place)
    with engine.connect() as connection:
        for name, line in KEPT.items():
            asked = sa.select(sa.text("*")).select_from(sa.table(name))
            found = connection.execute(asked).mappings()
            assert [dict(one) for one in found] == [line | LATER[name]]
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").first() is None
        # What lists are sorted by is there too, also of what says nothing.
        assert list(differing_keys(connection, (1, MOST))) == []
    engine.dispose()
