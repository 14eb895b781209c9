"""The second shape of the letters: what an older register said of its letters is still said."""

from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from older_register import first_shape

from db import tables as t
from db import upgrade
from db.furnishing import furnish
from db.letters import SqlLetters
from db.place import Place
from db.proposals import SqlProposals
from desktop.ports import NOBODY
from desktop.rules.complaint import Secrecy
from desktop.rules.letters import Blank, Finding, LetterKind, LetterSeries, LetterStatus
from desktop.rules.proposing import ProposedLetter, ProposedText

NOW = datetime(2026, 7, 15, 3, tzinfo=UTC)


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
