"""Order and turning of a complaint's files on both databases; an older register's stay as kept."""

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from clock import Clock
from office import form
from older_register import bring_to, first_shape

from db import tables as t
from db import upgrade
from db.engine import open_migrating
from db.furnishing import Strongroom, furnish
from db.place import Place
from desktop.acts.arranging import OrderFiles, TurnFile, order_files, turn_file
from desktop.acts.attaching import AttachFiles, NewFile, attach
from desktop.acts.registering import RegisterComplaint, register
from desktop.errors import Refused
from desktop.ports import NOBODY, Desk
from desktop.rules.people import Actor
from desktop.rules.reasons import Reason

NOW = datetime(2026, 7, 15, 3, tzinfo=UTC)
SCANS = tuple(NewFile(f"{n}.pdf", b"%PDF-1.4 " + n.encode()) for n in "กขค")


@pytest.fixture
def case_id(desk: Desk, clerk: Actor, clock: Clock) -> int:
    made = form(clock.at - timedelta(minutes=5))
    return register(RegisterComplaint("k", made, SCANS), desk, clerk).case_id


def names(desk: Desk, actor: Actor, case_id: int) -> list[str]:
    return [file.name for file in desk.reading.case(actor, case_id).files]


def test_files_stand_in_the_order_they_were_put_in_and_new_ones_behind_them(
    desk: Desk, clerk: Actor, case_id: int
) -> None:
    a, b, c = (file.id for file in desk.reading.case(clerk, case_id).files)
    order_files(OrderFiles(case_id, (c, a)), desk, clerk)
    assert names(desk, clerk, case_id) == ["ค.pdf", "ก.pdf", "ข.pdf"]
    attach(AttachFiles(case_id, (NewFile("ง.pdf", b"%PDF-1.4"),)), desk, clerk)
    assert names(desk, clerk, case_id) == ["ค.pdf", "ก.pdf", "ข.pdf", "ง.pdf"]
    order_files(OrderFiles(case_id, (b,)), desk, clerk)
    assert names(desk, clerk, case_id) == ["ข.pdf", "ค.pdf", "ก.pdf", "ง.pdf"]


def test_a_file_is_turned_beside_its_bytes(desk: Desk, clerk: Actor, case_id: int) -> None:
    [first, *_] = desk.reading.case(clerk, case_id).files
    for by, turned in ((90, 90), (-180, 270), (90, 0), (90, 90)):
        turn_file(TurnFile(case_id, first.id, by), desk, clerk)
        assert desk.reading.case(clerk, case_id).files[0].turned == turned
    content = desk.reading.file(clerk, first.id)
    assert content == SCANS[0].content
    assert hashlib.sha256(content).hexdigest() == first.sha256
    assert [file.turned for file in desk.reading.case(clerk, case_id).files] == [90, 0, 0]


def test_a_file_handed_in_on_its_side_is_kept_with_how_it_is_looked_at(
    desk: Desk, clerk: Actor, case_id: int
) -> None:
    attach(AttachFiles(case_id, (NewFile("ง.jpg", b"\xff\xd8\xff", 270),)), desk, clerk)
    assert desk.reading.case(clerk, case_id).files[-1].turned == 270


def test_the_journal_tells_it_and_the_timeline_does_not(
    desk: Desk, clerk: Actor, case_id: int, room: Strongroom
) -> None:
    steps = desk.reading.case(clerk, case_id).steps
    [first, second, third] = desk.reading.case(clerk, case_id).files
    turn_file(TurnFile(case_id, first.id, 90), desk, clerk)
    order_files(OrderFiles(case_id, (third.id, second.id, first.id)), desk, clerk)
    assert desk.reading.case(clerk, case_id).steps == steps
    with room.writing.begin() as connection:
        asked = sa.select(t.journal.c.act).order_by(t.journal.c.sequence.desc()).limit(2)
        assert list(connection.scalars(asked)) == ["order_files", "turn_file"]


def test_only_files_of_that_complaint_are_arranged_and_each_once(
    desk: Desk, clerk: Actor, case_id: int, clock: Clock
) -> None:
    other = register(RegisterComplaint("o", form(clock.at), SCANS[:1]), desk, clerk).case_id
    [strange] = desk.reading.case(clerk, other).files
    [first, *_] = desk.reading.case(clerk, case_id).files
    for ids in ((strange.id,), (first.id, first.id)):
        with pytest.raises(Refused) as refused:
            order_files(OrderFiles(case_id, ids), desk, clerk)
        assert refused.value.reason is Reason.NOT_VISIBLE
    with pytest.raises(Refused):
        turn_file(TurnFile(case_id, strange.id, 90), desk, clerk)
    with pytest.raises(Refused):
        turn_file(TurnFile(case_id, first.id, 45), desk, clerk)
    assert names(desk, clerk, case_id) == ["ก.pdf", "ข.pdf", "ค.pdf"]


def test_who_may_not_correct_arranges_nothing(desk: Desk, admin: Actor) -> None:
    with pytest.raises(Refused) as refused:
        order_files(OrderFiles(1, ()), desk, admin)
    assert refused.value.reason is Reason.NOT_ALLOWED
    with pytest.raises(Refused) as refused:
        turn_file(TurnFile(1, 1, 90), desk, admin)
    assert refused.value.reason is Reason.NOT_ALLOWED


def test_an_older_registers_files_stand_upright_as_they_came(tmp_path: Path) -> None:
    place = Place(tmp_path / "ทะเบียน")
    first_shape(place)
    bring_to(place, "0020")
    engine = open_migrating(place)
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO stored_file VALUES ('x', 1, 'y')")
        for number in (12, 11):
            connection.exec_driver_sql(
                "INSERT INTO attachment (id, complaint_id, stored, name, original, media_type, "
                "added_at, added_by) VALUES (?, 1, 'x', 'ก.pdf', 'ก.pdf', 'application/pdf', 0, 1)",
                (number,),
            )
    engine.dispose()
    assert upgrade.upgrade(place, NOW) is not None
    room = furnish(place)
    with room.unit(NOBODY) as work:
        assert work.arrangement(1) == {11: 0, 12: 0}
        assert list(work.arrangement(1)) == [11, 12]
    room.close()
