"""The journal as a list: in any order, narrowed, and silent of what one may not see."""

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa
from clock import Clock
from office import form

from db import tables as t
from db.furnishing import Strongroom
from desktop.acts.classifying import Classify, classify
from desktop.acts.exporting import entries_out
from desktop.acts.hiding import Hide, hide
from desktop.acts.registering import RegisterComplaint, register
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.case import StepKind
from desktop.rules.complaint import Secrecy
from desktop.rules.people import Actor, Permission, Role
from desktop.rules.thai.dates import official_date
from desktop.views import EntryRow, JournalQuery, JournalSort
from desktop.wording.journal import JOURNAL

BOSS = Actor(3, "นางวิภา นำทาง", frozenset({Role.SUPERVISOR}))
HEAD = Actor(3, "นางวิภา นำทาง", frozenset({Role.DIRECTOR}))
EVERYTHING = JournalQuery()
ADMIN = Actor(1, "นายวิชัย ตั้งตรง", frozenset({Role.ADMINISTRATOR}))


@pytest.fixture
def case_ids(desk: Desk, clerk: Actor, clock: Clock) -> list[int]:
    """An ordinary complaint, a secret one and a hidden one, a day between each."""
    ids = []
    for key in "abc":
        ids.append(register(RegisterComplaint(key, form(clock.at)), desk, clerk).case_id)
        clock.pass_time(days=1)
    classify(Classify(ids[1], Secrecy.SECRET, "ผู้อำนวยการ", "ระบุตัวพยาน"), desk, HEAD)
    hide(Hide(ids[2], "บันทึกซ้ำ"), desk, HEAD)
    return ids


def read(desk: Desk, actor: Actor, query: JournalQuery = EVERYTHING) -> list[EntryRow]:
    return list(desk.reading.journal_rows(actor, desk.reading.journal_ids(actor, query)))


def test_it_tells_who_did_what_when_the_newest_first(
    desk: Desk, clerk: Actor, case_ids: list[int]
) -> None:
    rows = [row for row in read(desk, HEAD) if row.case_id == case_ids[0]]
    assert [(row.actor, row.act) for row in rows] == [(clerk.name, StepKind.REGISTERED.value)]
    sequences = [row.sequence for row in read(desk, HEAD)]
    assert sequences == sorted(sequences, reverse=True)
    assert desk.reading.journal_ids(HEAD, JournalQuery(), 2).tolist() == sequences[:2]


def test_of_what_one_may_not_open_no_more_is_told_than_that_it_is_there(
    desk: Desk, case_ids: list[int]
) -> None:
    veiled = [row for row in read(desk, BOSS) if row.case_id == case_ids[1]]
    assert len(veiled) == 2
    assert {(row.actor, row.act, row.veiled) for row in veiled} == {("", "", True)}
    assert not any(row.veiled for row in read(desk, HEAD))
    # What is hidden is in nobody's list, and its entries neither.
    assert not [row for row in read(desk, HEAD) if row.case_id == case_ids[2]]
    hidden = {veiled[0].sequence, veiled[1].sequence}
    for narrowed in (
        JournalQuery(act=StepKind.REGISTERED.value),
        JournalQuery(act=StepKind.CLASSIFIED.value),
        JournalQuery(person_id=3),
    ):
        assert not hidden & set(desk.reading.journal_ids(BOSS, narrowed))
    for sort in (JournalSort.WHO, JournalSort.WHAT):
        for down in (True, False):
            query = JournalQuery(ranked=tuple(JOURNAL), sort=sort, descending=down)
            ids = desk.reading.journal_ids(BOSS, query)
            lowest = len(ids) - len(hidden) - sum(not row.actor for row in read(desk, HEAD))
            assert all(ids.index(one) >= lowest for one in hidden)


def test_keeping_the_program_opens_nothing(desk: Desk, case_ids: list[int]) -> None:
    rows = read(desk, ADMIN)
    assert rows
    assert all(row.case_id is None for row in rows)
    assert "นางสาวสมหญิง ใจดี" in {row.person for row in rows}
    assert case_ids


@pytest.mark.usefixtures("case_ids")
@pytest.mark.parametrize("actor", [BOSS, HEAD, ADMIN], ids=["boss", "head", "admin"])
@pytest.mark.parametrize("sort", JournalSort)
def test_the_first_entries_are_those_of_the_whole_list(
    desk: Desk, actor: Actor, sort: JournalSort
) -> None:
    for down in (True, False):
        query = JournalQuery(ranked=tuple(JOURNAL), sort=sort, descending=down)
        whole = desk.reading.journal_ids(actor, query)
        for most in (1, 3, len(whole), len(whole) + 5):
            first = desk.reading.journal_ids(actor, query, most)
            assert first == whole[:most]
            rows = desk.reading.journal_rows(actor, first)
            assert [row.sequence for row in rows] == list(first)


@pytest.mark.usefixtures("case_ids")
def test_every_order_holds_every_entry_and_a_period_only_its_own(desk: Desk, clock: Clock) -> None:
    everything = set(desk.reading.journal_ids(HEAD, JournalQuery()))
    for sort in JournalSort:
        for down in (True, False):
            query = JournalQuery(ranked=tuple(JOURNAL), sort=sort, descending=down)
            assert set(desk.reading.journal_ids(HEAD, query)) == everything
    day = official_date(clock.at) - timedelta(days=3)
    within = read(desk, HEAD, JournalQuery(first=day, last=day))
    assert within
    assert {official_date(row.at) for row in within} == {day}
    before = desk.reading.journal_ids(HEAD, JournalQuery(last=day - timedelta(days=1)))
    after = desk.reading.journal_ids(HEAD, JournalQuery(first=day + timedelta(days=1)))
    assert len(before) + len(within) + len(after) == len(everything)


def test_names_are_sorted_as_a_dictionary_has_them(
    desk: Desk, room: Strongroom, case_ids: list[int]
) -> None:
    assert case_ids
    with room.asking.connect() as connection:
        person = t.person.c
        keys = dict(connection.execute(sa.select(person.name, person.name_key)).all())
    query = JournalQuery(sort=JournalSort.WHO, descending=False)
    said = [keys[row.actor] for row in read(desk, HEAD, query) if row.actor]
    assert said == sorted(said)
    down = read(desk, HEAD, replace(query, descending=True))
    assert [keys[row.actor] for row in down if row.actor] == said[::-1]


def test_only_who_may_sees_it(desk: Desk, clerk: Actor) -> None:
    assert not clerk.may(Permission.SEE_JOURNAL)
    asked = (
        lambda: desk.reading.journal_ids(clerk, JournalQuery()),
        lambda: desk.reading.journal_rows(clerk, [1]),
        lambda: entries_out(desk, clerk, [1]),
    )
    for ask in asked:
        with pytest.raises(Refused):
            ask()
