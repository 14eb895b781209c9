"""The list of letters: in any order, shelf by shelf, counted, and silent of what is closed."""

from dataclasses import replace

import pytest
from clock import Clock
from office import acknowledgement_to, form, signed_by

from db import tables as t
from db.case_reading import letters
from db.furnishing import Strongroom
from db.renewing import SORT, renew
from db.secret_letters import shut
from desktop.acts.corresponding import IssueLetter, issue
from desktop.acts.proposing import CheckDrafts, KeepDraft, check_drafts, keep_draft
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.complaint import Secrecy
from desktop.rules.letters import LetterKind
from desktop.rules.people import Actor, Role
from desktop.rules.proposing import Seen
from desktop.rules.thai.sorting import sort_key
from desktop.views import LetterQuery, LetterSort, LetterView, ProposalView, Shelf

OTHER = Actor(3, "นางวิภา นำทาง", frozenset({Role.SUPERVISOR, Role.CLERK, Role.OWNER}))
NAMES = ("น้ำ", "เก้า", "กอ", "แก้ว", "ก่อ", "โอ", "ขวด")


@pytest.fixture
def case_ids(desk: Desk, clerk: Actor, clock: Clock) -> list[int]:
    """Complaints of people whose names a dictionary orders otherwise than code points do."""
    return [
        register(
            RegisterComplaint(name, form(clock.at, petitioners=signed_by(first=name))), desk, clerk
        ).case_id
        for name in NAMES
    ]


@pytest.fixture
def filled(desk: Desk, clerk: Actor, case_ids: list[int]) -> list[int]:
    """Letters to some of them, and drafts to the others: one checked, a letter and a draft secret.

    Returns the identities of the two secret ones as the list names them.
    """
    drafts = [
        replace(acknowledgement_to(case_id), recipient=f"นาง{name}")
        for case_id, name in zip(case_ids, NAMES, strict=True)
    ]
    for place, draft in enumerate(drafts[:3]):
        issue(IssueLetter(f"i{place}", draft), desk, clerk)
    hidden = replace(drafts[3], secrecy=Secrecy.SECRET)
    letter = issue(IssueLetter("secret", hidden), desk, clerk).letter_id
    first = keep_draft(KeepDraft("d4", drafts[4]), desk, clerk).proposal_id
    keep_draft(KeepDraft("d5", drafts[5]), desk, clerk)
    closed = replace(drafts[6], secrecy=Secrecy.SECRET)
    kept = keep_draft(KeepDraft("d6", closed), desk, clerk).proposal_id
    check_drafts(CheckDrafts((Seen(first, 1),)), desk, OTHER)
    return [letter, -kept]


def whom(line: LetterView | ProposalView) -> str:
    return line.draft.recipient if isinstance(line, ProposalView) else line.recipient


def test_every_column_sorts_both_ways_with_what_has_nothing_at_the_end(
    desk: Desk, clerk: Actor, filled: list[int]
) -> None:
    reading = desk.reading
    everything = set(reading.letter_ids(clerk, LetterQuery(Shelf.ALL)))
    assert len(everything) == len(NAMES)
    for sort in LetterSort:
        up = LetterQuery(Shelf.ALL, sort=sort, descending=False)
        for query in (up, replace(up, descending=True)):
            ids = reading.letter_ids(clerk, query)
            assert set(ids) == everything
            assert reading.letter_ids(clerk, query, 3) == ids[:3]
    for down in (False, True):
        query = LetterQuery(Shelf.ALL, sort=LetterSort.RECIPIENT, descending=down)
        said = [sort_key(whom(line)) for line in rows(desk, clerk, query)]
        assert said == sorted(said, reverse=down)
        query = replace(query, sort=LetterSort.NUMBER)
        lines = rows(desk, clerk, query)
        assert all(isinstance(line, ProposalView) for line in lines[-3:])
        numbers = [line.number for line in lines if isinstance(line, LetterView)]
        numbers = [one for one in numbers if "ลับ" not in one]
        running = [int(one.rpartition("/")[2]) for one in numbers]
        assert running == sorted(running, reverse=down)
        assert len(running) == 3


def rows(desk: Desk, actor: Actor, query: LetterQuery) -> list[LetterView | ProposalView]:
    return list(desk.reading.letter_rows(actor, desk.reading.letter_ids(actor, query)))


def test_the_newest_drafts_stand_before_the_newest_letters(
    desk: Desk, clerk: Actor, filled: list[int]
) -> None:
    ids = list(desk.reading.letter_ids(clerk, LetterQuery(Shelf.ALL)))
    assert ids[0] == filled[1]
    assert [one < 0 for one in ids] == [True] * 3 + [False] * 4
    assert [abs(one) for one in ids[:3]] == sorted((abs(one) for one in ids[:3]), reverse=True)
    assert ids[3:] == sorted(ids[3:], reverse=True)


@pytest.mark.usefixtures("filled")
def test_shelves_hold_what_they_count(desk: Desk, clerk: Actor) -> None:
    counts = desk.reading.shelf_counts(clerk)
    for shelf in (one for one in Shelf if one is not Shelf.ALL):
        assert len(desk.reading.letter_ids(clerk, LetterQuery(shelf))) == counts[shelf], shelf
    assert counts[Shelf.WORK] == len(NAMES)
    assert (counts[Shelf.DRAFT], counts[Shelf.CHECKED]) == (2, 1)


def test_what_is_closed_says_nothing_by_where_it_stands(
    desk: Desk, room: Strongroom, clerk: Actor, filled: list[int]
) -> None:
    for sort in (LetterSort.RECIPIENT, LetterSort.SUBJECT, LetterSort.KIND):
        for down in (False, True):
            query = LetterQuery(Shelf.ALL, sort=sort, descending=down)
            assert set(desk.reading.letter_ids(OTHER, query)[-2:]) == set(filled)
    kinds = LetterQuery(Shelf.ALL, frozenset({LetterKind.ACKNOWLEDGEMENT}))
    assert len(desk.reading.letter_ids(clerk, kinds)) == len(NAMES)
    assert not set(filled) & set(desk.reading.letter_ids(OTHER, kinds))
    with room.asking.connect() as connection:
        for actor in (clerk, OTHER):
            told = {one.id for one in letters(connection, actor, shut(actor))}
            assert told == {one.id for one in letters(connection, actor) if one.closed}
        assert told == {filled[0]}


@pytest.mark.usefixtures("filled")
def test_a_drafter_has_a_list_of_her_own(desk: Desk, clerk: Actor) -> None:
    assert list(desk.reading.letter_ids(clerk, LetterQuery(Shelf.ALL, drafter_id=3))) == []
    drafted = desk.reading.letter_ids(clerk, LetterQuery(Shelf.DRAFT, drafter_id=clerk.person_id))
    assert len(drafted) == 2


def test_keys_of_another_version_are_made_again(
    desk: Desk, room: Strongroom, clerk: Actor, filled: list[int]
) -> None:
    del filled
    query = LetterQuery(Shelf.ALL, sort=LetterSort.RECIPIENT, descending=False)
    before = desk.reading.letter_ids(clerk, query)
    with room.writing.begin() as connection:
        connection.execute(t.letter.update().values(recipient_key=""))
        connection.execute(t.proposed_text.update().values(recipient_key=""))
        connection.execute(t.setting.delete().where(t.setting.c.name == SORT))
        renew(connection)
    assert desk.reading.letter_ids(clerk, query) == before
