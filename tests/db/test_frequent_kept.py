"""Frequent complaints on both databases, and a register made before there were any."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from office import bangkok, form
from older_register import bring_to, first_shape

from db import upgrade
from db.check import prove
from db.furnishing import Strongroom, furnish
from db.place import Place
from desktop.acts.correcting import CorrectCase, correct
from desktop.acts.keeping_frequent import (
    KeepFrequent,
    OfferFrequent,
    keep_frequent,
    offer_frequent,
)
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.catalogue import Frequent
from desktop.rules.people import Actor
from desktop.rules.priority import Priority
from desktop.rules.thai.dates import official_date

NOW = datetime(2026, 7, 15, 3, tzinfo=UTC)
MORNING = bangkok(date(2026, 7, 15), 9)
FACTS = "โรงเรียน [ชื่อโรงเรียน] เก็บเงิน [จำนวน] บาท\nเมื่อ [วันที่]"


def test_it_is_read_back_whole(desk: Desk, admin: Actor, clerk: Actor) -> None:
    keep_frequent(KeepFrequent(None, "เรียกเก็บเงิน", 6, "เก็บเงินเกิน", FACTS, "โรงเรียน"), desk, admin)
    keep_frequent(KeepFrequent(None, "หลังคารั่ว", 9, "หลังคารั่ว", ""), desk, admin)
    first, second = desk.reading.lists(clerk).frequent
    assert first == Frequent(first.id, "เรียกเก็บเงิน", 6, "เก็บเงินเกิน", FACTS, "โรงเรียน")
    assert second.id is not None
    offer_frequent(OfferFrequent(second.id, active=False), desk, admin)
    assert [one.active for one in desk.reading.lists(clerk).frequent] == [True, False]


def test_a_complaint_begun_with_one_has_the_priority_that_it_asks(
    room: Strongroom, desk: Desk, admin: Actor, clerk: Actor, boss: Actor
) -> None:
    lamp = KeepFrequent(None, "ไฟทางเดินดับ", 9, "ไฟทางเดินดับ", "", priority=Priority.NORMAL)
    keep_frequent(lamp, desk, admin)
    (kept,) = desk.reading.lists(clerk).frequent
    assert (kept.priority, kept.asks(9), kept.asks(6)) == (Priority.NORMAL, Priority.NORMAL, None)
    today = official_date(MORNING)

    def taken(key: str, **changes: object) -> int:
        made = replace(form(MORNING), category_id=9, **changes)  # type: ignore[arg-type]
        return register(RegisterComplaint(key, made), desk, clerk).case_id

    plain, begun = taken("plain"), taken("begun", frequent_id=kept.id)
    unknown = taken("unknown", frequent_id=99)
    of = {one: desk.reading.case(boss, one) for one in (plain, begun, unknown)}
    assert [one.priority for one in of.values()] == [
        Priority.URGENT,
        Priority.NORMAL,
        Priority.URGENT,
    ]
    # Whoever assigns it is not proposed the category's again.
    assert desk.reading.routing(boss, begun, today).priority.priority is Priority.NORMAL
    # The office thinks better of it: what was begun stays as it is.
    keep_frequent(replace(lamp, frequent_id=kept.id, priority=None), desk, admin)
    assert desk.reading.routing(boss, begun, today).priority.priority is Priority.NORMAL
    # Sorted otherwise, it is another matter.
    sorted_anew = replace(form(MORNING), category_id=6)
    correct(CorrectCase(begun, of[begun].version, sorted_anew, "หมวดผิด"), desk, clerk)
    sorted_back = replace(form(MORNING), category_id=9)
    correct(CorrectCase(begun, of[begun].version + 1, sorted_back, "หมวดเดิม"), desk, clerk)
    assert desk.reading.routing(boss, begun, today).priority.priority is Priority.URGENT
    assert prove(room) == []


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
    assert kept.priority is None
    room.close()
