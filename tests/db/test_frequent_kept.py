"""Frequent complaints on both databases, and a register made before there were any."""

from datetime import UTC, datetime
from pathlib import Path

from older_register import bring_to, first_shape

from db import upgrade
from db.furnishing import furnish
from db.place import Place
from desktop.acts.keeping_frequent import (
    KeepFrequent,
    OfferFrequent,
    keep_frequent,
    offer_frequent,
)
from desktop.ports import Desk
from desktop.rules.catalogue import Frequent
from desktop.rules.people import Actor

NOW = datetime(2026, 7, 15, 3, tzinfo=UTC)
FACTS = "โรงเรียน [ชื่อโรงเรียน] เก็บเงิน [จำนวน] บาท\nเมื่อ [วันที่]"


def test_it_is_read_back_whole(desk: Desk, admin: Actor, clerk: Actor) -> None:
    keep_frequent(KeepFrequent(None, "เรียกเก็บเงิน", 6, "เก็บเงินเกิน", FACTS, "โรงเรียน"), desk, admin)
    keep_frequent(KeepFrequent(None, "หลังคารั่ว", 9, "หลังคารั่ว", ""), desk, admin)
    first, second = desk.reading.lists(clerk).frequent
    assert first == Frequent(first.id, "เรียกเก็บเงิน", 6, "เก็บเงินเกิน", FACTS, "โรงเรียน")
    assert second.id is not None
    offer_frequent(OfferFrequent(second.id, active=False), desk, admin)
    assert [one.active for one in desk.reading.lists(clerk).frequent] == [True, False]


def test_an_older_register_has_none_and_takes_one(tmp_path: Path) -> None:
    place = Place(tmp_path / "ทะเบียน")
    first_shape(place)
    bring_to(place, "0023")
    assert upgrade.upgrade(place, NOW) is not None
    room = furnish(place)
    with room.writing.begin() as connection:
        category = connection.exec_driver_sql("SELECT min(id) FROM category").scalar_one()
        connection.exec_driver_sql(
            "INSERT INTO frequent (name, category_id, subject, facts, place, active) "
            "VALUES ('ก', ?, 'ข', '', '', 1)",
            (category,),
        )
    (kept,) = room.reading.lists(Actor(1, "", frozenset())).frequent
    assert (kept.name, kept.category_id, kept.active) == ("ก", category, True)
    room.close()
