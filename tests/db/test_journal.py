"""The journal: nobody changes it through the program, and whoever does otherwise is seen."""

import pytest
import sqlalchemy as sa
from office import form
from sqlalchemy.exc import DBAPIError

from db.check import Fault, prove
from db.furnishing import Strongroom
from db.journal import verify
from desktop.acts.noting import NoteStep, note
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.people import Actor

TRIGGERS = {
    "sqlite": (
        "DROP TRIGGER journal_no_update",
        "DROP TRIGGER journal_no_delete",
        "DROP TRIGGER journal_no_replace",
        "DROP TRIGGER journal_in_order",
    ),
    "postgresql": ("DROP TRIGGER journal_fixed ON journal",),
}
_COPY = (
    "INSERT INTO journal (sequence, at, actor_id, act, subject, facts, previous, hash) "
    "SELECT {to}, at, actor_id, act, subject, facts, previous, hash || 'x' FROM journal "
    "WHERE sequence = {of}"
)
TAMPERING = {
    "edit": ["UPDATE journal SET actor_id = 1 WHERE sequence = 7"],
    "edit facts": ["UPDATE journal SET facts = '{}' WHERE sequence = 7"],
    "insert": [_COPY.format(to=900, of=7)],
    "roll back": ["UPDATE journal_head SET sequence = sequence - 1"],
    "move the head": ["UPDATE journal_head SET hash = 'x'"],
}


@pytest.fixture
def busy(desk: Desk, clerk: Actor, owner: Actor) -> Desk:
    for number in range(3):
        done = register(RegisterComplaint(f"k{number}", form(desk.now())), desk, clerk)
        note(NoteStep(done.case_id, f"ขั้นที่ {number}"), desk, owner)
    return desk


def run(room: Strongroom, *statements: str) -> None:
    with room.writing.begin() as connection:
        for statement in statements:
            connection.execute(sa.text(statement))


def broken(room: Strongroom) -> int | None:
    with room.asking.connect() as connection:
        found = verify(connection)
    return None if found is None else found.sequence


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize("kind", TAMPERING)
def test_tampering_is_seen(room: Strongroom, kind: str) -> None:
    assert broken(room) is None
    run(room, *TRIGGERS[room.writing.dialect.name], *TAMPERING[kind])
    assert broken(room) is not None
    assert Fault.JOURNAL in {finding.fault for finding in prove(room)}


@pytest.mark.usefixtures("busy")
def test_the_first_wrong_entry_is_named(room: Strongroom) -> None:
    run(
        room,
        *TRIGGERS[room.writing.dialect.name],
        "UPDATE journal SET act = 'nothing' WHERE sequence = 8",
    )
    assert broken(room) == 8


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize("table", ["journal", "step"])
@pytest.mark.parametrize("change", ["UPDATE {} SET at = 0", "DELETE FROM {}"])
def test_behaviour_29_no_statement_changes_what_was_written(
    room: Strongroom, table: str, change: str
) -> None:
    with pytest.raises(DBAPIError, match="append-only"):
        run(room, change.format(table))
    assert broken(room) is None


@pytest.mark.usefixtures("busy")
def test_replacing_is_no_way_round(room: Strongroom) -> None:
    if room.writing.dialect.name != "sqlite":
        pytest.skip("only SQLite replaces rows by inserting")
    again = "INSERT OR REPLACE INTO {0} SELECT * FROM {0} WHERE {1} = 1"
    for table, key in (("journal", "sequence"), ("step", "id")):
        with pytest.raises(DBAPIError, match="append-only"):
            run(room, again.format(table, key))


@pytest.mark.usefixtures("busy")
def test_no_citizens_word_is_in_it(room: Strongroom) -> None:
    with room.asking.connect() as connection:
        rows = connection.execute(sa.text("SELECT act, subject, facts FROM journal")).all()
    written = repr(rows)
    for word in ("ปราณี", "สุขใจ", "หลังคา", "0812345678", "ขั้นที่"):
        assert word not in written
