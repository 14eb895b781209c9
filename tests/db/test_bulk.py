"""Registers made in bulk: sound by every check, and no different from one made by acts."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from asking import search
from made_up import NOW, MadeUp
from office import form
from sqlalchemy import text

from db.bulk import BulkUnit
from db.check import prove
from db.demo import Measure, demo, fill, made_up_office
from db.furnishing import Strongroom
from db.place import Place
from desktop.acts.registering import RegisterComplaint, register
from desktop.acts.signing_in import SignIn, sign_in
from desktop.demo.office import AT_THE_DESK, PASSWORD
from desktop.ports import NOBODY, Desk
from desktop.rules.checking import Log
from desktop.rules.complaint import Status
from desktop.rules.journal import Entry
from desktop.rules.letters import LetterKind, LetterStatus
from desktop.rules.people import Actor, Role
from desktop.rules.proposing import IN_FOLDER
from desktop.rules.thai.dates import official_date
from desktop.views import RegisterQuery, RegisterView

FIRST = date(2025, 10, 1)
COUNT = 260
LEAD = Actor(2, "", frozenset({Role.SUPERVISOR, Role.CLERK}))


def made(folder: Path, count: int, seed: int = 5) -> Strongroom:
    room, setting = made_up_office(Place(folder), FIRST, NOW, cast("Any", None))
    assert fill(room, setting, Measure(count, FIRST, seed), NOW, lambda *_: b"%PDF-") == count
    return room


def desk_of(room: Strongroom, now: datetime) -> Desk:
    return Desk(
        unit=room.unit,
        reading=room.reading,
        press=cast("Any", None),
        passwords=room.passwords,
        drafts=room.drafts,
        now=lambda: now,
        random=lambda size: b"\x07" * size,
    )


def asked(room: Strongroom, question: str) -> list[tuple[Any, ...]]:
    with room.asking.connect() as connection:
        return [tuple(row) for row in connection.execute(text(question))]


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Strongroom]:
    furnished = made(tmp_path_factory.mktemp("bulk") / "register", COUNT)
    yield furnished
    furnished.close()


def test_register_is_sound(room: Strongroom) -> None:
    assert prove(room) == []


def test_check_would_see_a_wrong_row(tmp_path: Path) -> None:
    room = made(tmp_path / "register", 12)
    with room.writing.begin() as connection:
        connection.execute(text("UPDATE complaint SET petitioner_key = 'x' WHERE id = 3"))
        connection.execute(text("UPDATE counter SET last = last + 1 WHERE book = 'complaints'"))
    assert {finding.fault.value for finding in prove(room)} == {"list_differs", "numbers"}
    room.close()


def test_same_seed_gives_the_same_register(tmp_path: Path, room: Strongroom) -> None:
    again = made(tmp_path / "register", COUNT)
    question = "SELECT * FROM complaint ORDER BY id"
    assert asked(again, question) == asked(room, question)
    steps = "SELECT complaint_id, sequence, kind, at, actor_id, note FROM step ORDER BY id"
    assert asked(again, steps) == asked(room, steps)
    again.close()


def test_every_case_is_in_the_journal_in_the_order_of_time(room: Strongroom) -> None:
    entries = asked(room, "SELECT at, act FROM journal ORDER BY sequence")
    moments = [at for at, _ in entries]
    assert moments == sorted(moments)
    assert sum(act == "registered" for _, act in entries) == COUNT
    assert asked(room, "SELECT count(*) FROM save_key WHERE act = 'register'") == [(COUNT,)]


def test_numbers_follow_recording(room: Strongroom) -> None:
    numbered = asked(room, "SELECT recorded_at FROM complaint ORDER BY year, running")
    assert numbered == sorted(numbered)
    letters = asked(room, "SELECT issued_at FROM letter ORDER BY year, running")
    assert len(letters) > COUNT // 5
    assert letters == sorted(letters)


def test_reading_finds_what_was_stored(room: Strongroom) -> None:
    ids = room.reading.register_ids(LEAD, RegisterQuery(), NOW)
    assert len(ids) == COUNT
    row = room.reading.register_rows(LEAD, ids[:1])[0]
    view = room.reading.case(LEAD, row.id)
    assert view.matter.subject == row.subject
    assert view.steps[0].facts["number"] == str(row.number)
    found = room.reading.register_ids(LEAD, search(view.tracking), NOW)
    assert list(found) == [row.id]


def test_acts_go_on_where_the_bulk_ended(tmp_path: Path) -> None:
    room = made(tmp_path / "register", 20)
    later = NOW + timedelta(hours=1)
    last = asked(room, "SELECT max(running) FROM complaint WHERE year = 2569")[0][0]
    command = RegisterComplaint("a-key", form(later - timedelta(minutes=5)))
    registered = register(command, desk_of(room, later), LEAD)
    assert registered.number.running == last + 1
    assert prove(room) == []
    room.close()


def test_what_is_not_committed_was_never_there(tmp_path: Path) -> None:
    room = made(tmp_path / "register", 3)
    before = asked(room, "SELECT sequence, hash FROM journal_head")
    with BulkUnit(room.writing, NOBODY, room.papers, room.own) as work:
        work.journal(Entry(NOW, None, "nothing", "office", {}))
    assert asked(room, "SELECT sequence, hash FROM journal_head") == before
    assert prove(room) == []
    room.close()


def test_demo_has_something_for_every_page(office: MadeUp) -> None:
    room = office.room
    assert prove(room) == []
    statuses = {status for (status,) in asked(room, "SELECT DISTINCT status FROM complaint")}
    assert statuses == {status.value for status in Status}
    tiles = room.reading.tiles(LEAD, NOW)
    assert tiles.everything > 380
    assert min(tiles.unassigned, tiles.soon, tiles.letters) >= 5
    for owner_id in (4, 5):
        owner = Actor(owner_id, "", frozenset({Role.OWNER}))
        assert len(room.reading.register_ids(owner, RegisterQuery(RegisterView.MINE), NOW)) >= 5
    used = asked(room, "SELECT count(DISTINCT channel_id) FROM complaint")[0][0]
    assert used >= 10
    figures = room.reading.sla_figures(LEAD, FIRST, NOW.date(), NOW)
    assert figures.headline.closed_on_time > figures.headline.closed_late > 0
    assert figures.late


def test_demo_has_letters_in_every_step_of_their_life(office: MadeUp) -> None:
    room = office.room
    folder = room.reading.proposals(LEAD)
    assert {draft.step for draft in folder} == IN_FOLDER
    assert any(draft.wanted for draft in folder)
    letters = room.reading.letters(LEAD)
    answered = [one for one in letters if one.status is LetterStatus.ANSWERED]
    assert len(answered) == 3
    for letter in answered:
        case = room.reading.case(LEAD, letter.complaint_id)
        assert letter.id in [one.answers_id for one in case.incoming]
    corrected = asked(room, "SELECT count(DISTINCT letter_id) FROM letter_version")
    stated = asked(room, "SELECT count(*) FROM step WHERE kind = 'stated'")
    assert (corrected, stated) == ([(1,)], [(3,)])


def test_demo_shows_what_a_case_may_meet_on_its_road(office: MadeUp) -> None:
    met = {kind for (kind,) in asked(office.room, "SELECT DISTINCT kind FROM step")}
    assert met >= {
        *("ordered", "child_protected", "investigated", "waited", "resumed", "extended"),
        *("referred", "reminded", "letter_received", "letter_numbered", "summarised"),
        *("classified", "merged", "took_in", "not_accepted", "stated", "closed"),
    }
    assert {letter.kind for letter in office.room.reading.letters(LEAD)} == set(LetterKind)


def test_demo_looked_at_its_channels_until_yesterday(office: MadeUp) -> None:
    reading, today = office.room.reading, official_date(NOW)
    checks = reading.checks(LEAD, today - timedelta(days=31), today)
    assert checks[-1].day == today - timedelta(days=1)
    log, lists = Log(reading.checked_since(LEAD), today), reading.lists(LEAD)
    missed = [
        day for one in lists.channels for day in log.missed(one, checks, office.office.calendar)
    ]
    assert 0 < len(missed) < 20


def test_demo_is_told_by_the_clock(office: MadeUp) -> None:
    entries = asked(office.room, "SELECT at FROM journal ORDER BY sequence")
    assert entries == sorted(entries)
    cases = asked(office.room, "SELECT recorded_at FROM complaint ORDER BY year, running")
    assert cases == sorted(cases)


def test_demo_is_the_same_every_time(tmp_path: Path, office: MadeUp) -> None:
    again = demo(Place(tmp_path / "register"), NOW, office.press)
    for question in (
        "SELECT uid, tracking, status, priority FROM complaint ORDER BY id",
        "SELECT number, recipient, issued_at, sent_at FROM letter ORDER BY id",
        "SELECT sha256 FROM letter JOIN stored_file ON name = pdf ORDER BY letter.id",
        "SELECT at, act FROM journal ORDER BY sequence",
    ):
        assert asked(again, question) == asked(office.room, question)
    again.close()


@pytest.mark.parametrize(
    "now",
    [
        datetime(2026, 4, 15, 3, 0, tzinfo=UTC),  # in the middle of Songkran
        datetime(2026, 10, 1, 1, 0, tzinfo=UTC),  # the first morning of a fiscal year
    ],
)
def test_demo_can_be_made_on_any_day(tmp_path: Path, now: datetime, office: MadeUp) -> None:
    room = demo(Place(tmp_path / "register"), now, office.press)
    assert prove(room) == []
    room.close()


def test_demo_letters_are_real(office: MadeUp) -> None:
    room = office.room
    letters = room.reading.letters(LEAD)
    pdf = room.reading.letter_pdf(LEAD, letters[0].id)
    assert pdf.startswith(b"%PDF-")
    assert len({letter.sha256 for letter in letters}) == len(letters)


def test_demo_files_can_be_read(office: MadeUp) -> None:
    room = office.room
    files = asked(room, "SELECT id, media_type FROM attachment")
    assert {media for _, media in files} == {"text/plain", "image/png", "application/pdf"}
    assert all(room.reading.file(LEAD, identity) for identity, _ in files[:10])


def test_demo_lets_its_visitor_in(office: MadeUp) -> None:
    room = office.room
    actor = sign_in(SignIn(AT_THE_DESK, PASSWORD), desk_of(room, NOW)).actor
    assert actor.roles == {Role.SUPERVISOR, Role.CLERK}


def test_demo_opens_again_as_it_was_left(office: MadeUp) -> None:
    room = office.room
    again = demo(office.place, NOW + timedelta(days=1), cast("Any", None))
    count = "SELECT count(*) FROM complaint"
    assert asked(again, count) == asked(room, count)
    again.close()
