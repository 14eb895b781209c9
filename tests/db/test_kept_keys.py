"""Keys that lists are sorted by: written with every row, proved, and made anew by other rules."""

from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa
from clock import Clock
from office import acknowledgement_to, form

from db import tables as t
from db.check import Fault, Finding, prove
from db.furnishing import Strongroom
from db.kept_keys import KEYED
from db.renewing import SORT, renew
from desktop.acts.attaching import AttachFiles, NewFile, attach
from desktop.acts.classifying import Classify, classify
from desktop.acts.corresponding import IssueLetter, issue
from desktop.acts.proposing import KeepDraft, keep_draft
from desktop.acts.receiving import ReceiveLetter, receive_letter
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.complaint import Accused, Intake, Secrecy
from desktop.rules.people import Actor, Role
from desktop.rules.thai.sorting import kept_key


@pytest.fixture
def filled(desk: Desk, clerk: Actor, clock: Clock) -> int:
    """A complaint of which every list shows something; its number within the year."""
    told = Intake(letter_number="จบ ๐๐๑๗/88", letter_from="ศูนย์ดำรงธรรม")
    accused = (Accused("นายเอ", "ครู", "โรงเรียนตัวอย่าง"),)
    # The first of the year is another's.
    register(RegisterComplaint("other", form(clock.at)), desk, clerk)
    asked = form(clock.at, channel_id=1, intake=told, accused=accused)
    case_id = register(RegisterComplaint("k", asked), desk, clerk).case_id
    draft = replace(acknowledgement_to(case_id), subject="เก้าอี้ในห้องเรียน")
    issue(IssueLetter("i", draft), desk, clerk)
    keep_draft(KeepDraft("d", draft), desk, clerk)
    came = ReceiveLetter("in", case_id, "โรงเรียนบ้านนา", "ชี้แจง", clock(), "ศธ ๐๔๐๕๖/๗")
    receive_letter(came, desk, clerk)
    attach(AttachFiles(case_id, (NewFile("ภาพ.png", b"x"),)), desk, clerk)
    registrar = Actor(3, "นางวิภา นำทาง", frozenset({Role.SECRET_REGISTRAR, Role.DIRECTOR}))
    classify(Classify(case_id, Secrecy.SECRET, "ผอ.เขต", "เหตุ"), desk, registrar)
    return 2


def rows(room: Strongroom, table: Any) -> list[Any]:
    with room.asking.connect() as connection:
        return list(connection.execute(sa.select(table)))


@pytest.mark.usefixtures("filled")
def test_every_key_is_of_the_words_that_are_shown(room: Strongroom) -> None:
    for table, keys in KEYED.items():
        found = [row._mapping for row in rows(room, table)]
        for name, words in keys.items():
            assert any(row[name] for row in found), name
            assert all(row[name] == kept_key(words(row)) for row in found), name
    (letter,) = rows(room, t.letter)
    assert letter.title_key == kept_key("เก้าอี้ในห้องเรียน")
    (accused,) = rows(room, t.accused)
    assert accused.shown_key == kept_key("นายเอ ครู โรงเรียนตัวอย่าง")


def test_a_key_that_somebody_changed_is_named(room: Strongroom, filled: int) -> None:
    for table, keys in KEYED.items():
        for name in keys:
            column, places = table.c[name], tuple(table.primary_key)
            asked = sa.select(*places, column).where(column != "").order_by(*places)
            with room.writing.begin() as connection:
                *of, before = connection.execute(asked).all()[-1]
                own = [place == value for place, value in zip(places, of, strict=True)]
                connection.execute(sa.update(table).where(*own).values({name: "ก"}))
            (found,) = prove(room)
            if table is t.person:
                assert found == Finding(Fault.PERSON_DIFFERS, rows(room, t.person)[-1].username)
            else:
                assert found == Finding(Fault.LIST_DIFFERS, f"{filled}/2569"), name
            with room.writing.begin() as connection:
                connection.execute(sa.update(table).where(*own).values({name: before}))
            assert prove(room) == []


@pytest.mark.usefixtures("filled")
def test_keys_by_other_rules_are_made_anew(room: Strongroom) -> None:
    before = {table: rows(room, table) for table in KEYED}
    with room.writing.begin() as connection:
        for table, keys in KEYED.items():
            connection.execute(sa.update(table).values(dict.fromkeys(keys, "")))
        connection.execute(t.setting.delete().where(t.setting.c.name == SORT))
        renew(connection)
    for table, found in before.items():
        assert sorted(rows(room, table)) == sorted(found)
    assert prove(room) == []
