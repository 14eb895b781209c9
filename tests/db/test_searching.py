"""The search over real messages on both databases, beside looking through every complaint."""

import os
import random
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from asking import read, search
from office import bangkok, form, signed_by
from older_register import bring_to, first_shape
from shared_data import shared

from db import register_query, searching, upgrade
from db.bulk import BulkUnit
from db.check import prove
from db.furnishing import Strongroom, furnish
from db.place import Place, PlaceRefused, Unfit
from desktop.acts.attaching import AttachFiles, NewFile, attach
from desktop.acts.noting import NoteStep, note
from desktop.acts.registering import RegisterComplaint, register
from desktop.ports import Desk
from desktop.rules.complaint import Accused, Matter, Status
from desktop.rules.numbering import Book, ComplaintNumber, Series
from desktop.rules.people import Actor, Role
from desktop.rules.thai.searching import search_form
from desktop.views import RegisterQuery, SortBy

DAY = date(2026, 7, 15)
MANY = int(os.environ.get("HOSTILE", "600"))
"""Random inputs; HOSTILE=20000 tries as many as the program promises to bear."""
FIRSTS = ("สมชาย", "ปราณี", "วิชัย", "น้ำฝน", "ก้องเกียรติ", "ศิริพร", "ไพโรจน์", "ญาณี")
LASTS = ("ใจดี", "สุขใจ", "ทองคำ", "ศรีสุข", "แก้วมณี", "ณ ตัวอย่าง")


@dataclass(frozen=True)
class Told:
    """A complaint, its number, and what was typed, folded; the fourth is its name."""

    id: int
    number: int
    forms: tuple[str, ...]


@pytest.fixture
def messages() -> list[str]:
    """Real messages, short questions among them."""
    lines = [
        line.strip()
        for name in ("neg.txt", "q.txt")
        for line in shared("text", name).read_text("utf-8").splitlines()
    ]
    return [line for line in lines if line]


def told(room: Strongroom, desk: Desk, clerk: Actor, messages: list[str]) -> list[Told]:
    """Register a complaint for every three messages, by a name of eight and a name of six."""
    first = register(RegisterComplaint("first", form(bangkok(DAY, 8))), desk, clerk)
    with desk.unit(clerk) as work:
        pattern = work.cases.get(first.case_id)
    stored = []
    with BulkUnit(room.writing, clerk, room.papers, room.own) as bulk:
        for at in range(0, len(messages) - 2, 3):
            place = at // 3
            case = deepcopy(pattern)
            case.uid, case.tracking = f"uid-{place}", f"code-{place}"
            case.number = ComplaintNumber(2569, bulk.next_number(Series(Book.COMPLAINTS, 2569)))
            subject, facts, harm = messages[at : at + 3]
            case.matter = Matter(subject, facts, harm=harm)
            named = FIRSTS[place % len(FIRSTS)], LASTS[place % len(LASTS)]
            case.petitioners = signed_by(prefix="นาย", first=named[0], last=named[1])
            case.intake = replace(case.intake, caller_phone="", letter_number=f"ศธ 04{place:05}/๑")
            if place % 5 == 0:
                case.status = Status.CLOSED
            case.id = bulk.cases.add(case)
            name, code = f"นาย{named[0]} {named[1]}", case.tracking
            number = case.intake.letter_number
            texts = (subject, facts, harm, name, number, code, code.replace("-", ""))
            stored.append(Told(case.id, place + 2, tuple(map(search_form, texts))))
        bulk.commit()
    return stored


def met(one: Told, words: tuple[str, ...]) -> bool:
    return all(any(word in form for form in one.forms) for word in words)


def mistyped(text: str, chance: random.Random) -> str:
    """Type it as people do: two เ for แ, a nikhahit and า for ำ, Thai digits, blanks in between."""
    changes = (
        lambda t: t.replace("แ", "เเ"),
        lambda t: t.replace("น้ำ", "นํ้า").replace("ำ", "ํา"),
        lambda t: t.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")),
        lambda t: f"  {t.upper()} ",
        lambda t: t.replace("ี่", "่ี").replace("ู้", "ู้"),
        "\u200b".join,
    )
    for change in chance.sample(changes, 2):
        text = change(text)
    return text


def pieces(messages: list[str], count: int, chance: random.Random) -> list[str]:
    """Cut pieces of one letter to thirty out of messages, as clerks remember them."""
    cut: list[str] = []
    while len(cut) < count:
        text = " ".join(chance.choice(messages).split())
        length = chance.choice((1, 2, 2, 3, 4, 6, 9, 14, 30))
        start = chance.randrange(max(1, len(text) - length))
        piece = text[start : start + length].strip()
        # What reads as something else than words is asked for elsewhere.
        if search_form(piece) and not set(piece) & set('":“”„«»：') and piece[0] not in "-–−":
            cut.append(piece)
    return cut


def test_hits_are_those_of_looking_everywhere(
    room: Strongroom,
    desk: Desk,
    clerk: Actor,
    messages: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stored = told(room, desk, clerk, messages)
    # So that short words are looked up by the index too, as in a register a hundred times larger.
    monkeypatch.setattr(searching, "_NEWEST", 300)
    # And so that other orders are gone down until there is enough, as for common words there.
    monkeypatch.setattr(searching, "_MANY", 60)
    monkeypatch.setattr(register_query, "_BEGINNING", 400)
    monkeypatch.setattr(register_query, "_STEP", 16)
    chance = random.Random(7)
    asked = pieces(messages, 160, chance) + [
        f"{a} {b}" for a, b in zip(FIRSTS, LASTS, strict=False)
    ]
    asked += [mistyped(piece, chance) for piece in pieces(messages, 40, chance)]
    short = 0
    for place, typed in enumerate(asked):
        words = read(typed).words
        if read(typed).number is not None:
            continue
        short += max(map(len, words)) < 3
        found = [
            one for one in desk.reading.register_ids(clerk, search(typed), desk.now()) if one > 1
        ]
        expected = {one.id for one in stored if met(one, words)}
        assert set(found) == expected, typed
        assert len(found) == len(expected), typed
        if place % 4 == 0:
            for by in (SortBy.SUBJECT, SortBy.FIT):
                query = replace(search(typed), sort=by, descending=by is SortBy.FIT)
                whole = desk.reading.register_ids(clerk, query, desk.now())
                assert {one for one in whole if one > 1} == expected, typed
                assert desk.reading.register_ids(clerk, query, desk.now(), 20) == whole[:20], (
                    typed,
                    by,
                )
    assert short >= 20
    assert prove(room) == []


def test_a_search_narrows_and_leaves_out(
    room: Strongroom, desk: Desk, clerk: Actor, messages: list[str]
) -> None:
    stored = told(room, desk, clerk, messages[:900])
    closed = replace(read("มาก"), statuses=frozenset({Status.CLOSED}))
    found = desk.reading.register_ids(clerk, RegisterQuery(asked=closed), desk.now())
    assert set(found) == {one.id for one in stored if met(one, ("มาก",)) and one.number % 5 == 2}
    found = desk.reading.register_ids(clerk, search("มาก -ไม่"), desk.now())
    assert set(found) == {
        one.id for one in stored if met(one, ("มาก",)) and not met(one, (search_form("ไม่"),))
    }
    found = desk.reading.register_ids(clerk, search("ชื่อ:น้ำฝน"), desk.now())
    assert set(found) == {one.id for one in stored if "น้ำฝน" in one.forms[3]}
    assert len(found) > 10
    # A number is met by whatever bears it, in any order that is chosen.
    for number in ("7", "42"):
        query = replace(search(number), sort=SortBy.SUBJECT, descending=False)
        whole = desk.reading.register_ids(clerk, query, desk.now())
        assert {one.id for one in stored if one.number == int(number)} <= set(whole)
        assert desk.reading.register_ids(clerk, query, desk.now(), 5) == whole[:5]
    # Who is called so comes before what speaks of it.
    found = desk.reading.register_ids(clerk, search("สมชาย"), desk.now())
    named = [one.id for one in stored if "สมชาย" in one.forms[3]]
    assert list(found[: len(named)]) == named[::-1]


def test_whoever_waits_no_more_is_searched_for_no_further(
    room: Strongroom, desk: Desk, clerk: Actor, messages: list[str]
) -> None:
    told(room, desk, clerk, messages[:3000])
    whole = desk.reading.register_ids(clerk, search("น"), desk.now())
    looks = iter((True,))
    part = desk.reading.register_ids(
        clerk, search("น"), desk.now(), None, lambda: next(looks, False)
    )
    assert 0 < len(part) < len(whole)
    assert part == whole[: len(part)]


def test_notes_files_codes_and_units_are_found_as_soon_as_they_are_kept(
    room: Strongroom, desk: Desk, clerk: Actor, boss: Actor
) -> None:
    about = (Accused("นายวิชัย", "ครู", "โรงเรียนบ้านห้วยสมมติ"),)
    case_id = register(
        RegisterComplaint("a", form(bangkok(DAY, 8), accused=about)), desk, clerk
    ).case_id
    register(RegisterComplaint("b", form(bangkok(DAY, 9))), desk, clerk)
    note(NoteStep(case_id, "โทรกลับแล้ว ผู้ร้องขอเพิ่มพยานชื่อสายสมร"), desk, clerk)
    picture = NewFile("ภาพรอยแตก.jpg", b"\xff\xd8\xff" + bytes(range(256)) * 4)
    attach(AttachFiles(case_id, (picture,)), desk, clerk)
    code = desk.reading.case(clerk, case_id).tracking
    for typed in (
        "สายสมร",
        "รอยแตก",
        "ห้วยสมมติ",
        code,
        code.replace("-", "").lower(),
        "ช่อง:x สายสมร",
    ):
        assert list(desk.reading.register_ids(clerk, search(typed), desk.now())) == [case_id], typed
    assert prove(room) == []


def test_random_inputs_never_fail(room: Strongroom, desk: Desk, clerk: Actor) -> None:
    register(RegisterComplaint("a", form(bangkok(DAY, 8))), desk, clerk)
    if room.writing.dialect.name == "postgresql" and "HOSTILE" not in os.environ:
        count = MANY // 10
    else:
        count = MANY
    chance = random.Random(3)
    letters = "กขะำิุ่้์ๆเ๑1/:-\"'()*%_^{}\\ANDORNOT NEAR\0\u200b😀\U000e0041\ud800"
    for _ in range(count):
        typed = "".join(chance.choices(letters, k=chance.randrange(1, 14)))
        for by in (SortBy.FIT, SortBy.DUE):
            query = replace(search(typed), sort=by)
            desk.reading.register_ids(clerk, query, desk.now(), 5)


def test_the_longest_subject_is_kept_listed_and_found(desk: Desk, clerk: Actor) -> None:
    long = "".join(chr(0x0E01 + place % 46) for place in range(9_000)) + "ท้ายเรื่อง"
    made = form(bangkok(DAY, 8), matter=Matter(long, long))
    case_id = register(RegisterComplaint("a", made), desk, clerk).case_id
    query = RegisterQuery(asked=read("ท้ายเรื่อง"), sort=SortBy.SUBJECT)
    assert list(desk.reading.register_ids(clerk, query, desk.now())) == [case_id]


def test_an_older_registers_complaints_are_found_once_it_is_upgraded(tmp_path: Path) -> None:
    place = Place(tmp_path / "ทะเบียน")
    first_shape(place)
    bring_to(place, "0015")
    upgrade.upgrade(place, bangkok(DAY))
    room = furnish(place)
    boss = Actor(1, "ผอ.", frozenset({Role.SUPERVISOR}))
    for typed in ("ศธ/7", "ปราณี", "ณี"):
        assert list(room.reading.register_ids(boss, search(typed), bangkok(DAY))) == [1], typed
    room.close()


def test_words_folded_by_other_rules_are_folded_anew_when_the_register_is_opened(
    place: Place, room: Strongroom, desk: Desk, clerk: Actor
) -> None:
    case_id = register(RegisterComplaint("a", form(bangkok(DAY, 8))), desk, clerk).case_id
    with room.writing.begin() as connection:
        connection.execute(sa.text("UPDATE search_words SET words = 'อย่างเก่า'"))
        connection.execute(sa.text("UPDATE setting SET value = '0' WHERE name = 'search_version'"))
    assert list(desk.reading.register_ids(clerk, search("หลังคา"), desk.now())) == []
    upgrade.upgrade(place, bangkok(DAY))
    assert list(desk.reading.register_ids(clerk, search("หลังคา"), desk.now())) == [case_id]
    assert list(desk.reading.register_ids(clerk, search("อย่างเก่า"), desk.now())) == []
    assert prove(room) == []
    assert upgrade.upgrade(place, bangkok(DAY)) is None


def test_keys_of_other_rules_are_made_anew_and_those_of_a_newer_program_refused(
    place: Place, room: Strongroom, desk: Desk, clerk: Actor
) -> None:
    register(RegisterComplaint("a", form(bangkok(DAY, 8))), desk, clerk)

    def said(version: str) -> None:
        with room.writing.begin() as connection:
            for spoilt in (
                "UPDATE complaint SET subject_key = 'x', petitioner_key = 'x'",
                "UPDATE person SET name_key = 'x'",
            ):
                connection.execute(sa.text(spoilt))
            renewed = sa.text("UPDATE setting SET value = :of WHERE name = 'sort_version'")
            connection.execute(renewed, {"of": version})

    said("0")
    assert prove(room) != []
    upgrade.upgrade(place, bangkok(DAY))
    assert prove(room) == []
    with room.asking.connect() as connection:
        assert "x" not in connection.execute(sa.text("SELECT name_key FROM person")).scalars().all()
    said("99")
    with pytest.raises(PlaceRefused) as refused:
        upgrade.upgrade(place, bangkok(DAY))
    assert refused.value.unfit is Unfit.NEWER


def test_an_index_that_lost_a_complaint_is_missed(
    room: Strongroom, desk: Desk, clerk: Actor
) -> None:
    if room.writing.dialect.name != "sqlite":
        pytest.skip("an index of PostgreSQL's own cannot be written to")
    case_id = register(RegisterComplaint("a", form(bangkok(DAY, 8))), desk, clerk).case_id
    assert list(desk.reading.register_ids(clerk, search("หลังคา"), desk.now())) == [case_id]
    with room.writing.begin() as connection:
        connection.execute(
            sa.text(
                "INSERT INTO search_index (search_index, rowid, names, numbers, words) "
                "SELECT 'delete', complaint_id, names, numbers, words FROM search_words"
            )
        )
    assert list(desk.reading.register_ids(clerk, search("หลังคา"), desk.now())) == []
    assert prove(room) != []


def test_a_number_or_a_phone_is_found_beside_words_in_every_order(desk: Desk, clerk: Actor) -> None:
    made = form(bangkok(DAY, 8), petitioners=signed_by(prefix="นางสาว", phone="081-234-5678"))
    intake = replace(made.intake, central_number="1234/2569", caller_phone="")
    matter = Matter("ท่อแตก", "หน้าบ้านเลขที่ 99/12")
    case_id = register(
        RegisterComplaint("a", replace(made, intake=intake, matter=matter)), desk, clerk
    ).case_id
    other = form(bangkok(DAY, 9), petitioners=signed_by(first="อื่น", last="คน"))
    register(RegisterComplaint("b", other), desk, clerk)
    code = desk.reading.case(clerk, case_id).tracking.replace("-", ".")
    for typed in (
        *("1234/2569", "99/12", "ปราณี 081-234-5678", "ชื่อ:ปราณี 081-234-5678", code),
        *("081-234-5678 -ถนน ท่อ", "น.ส.ปราณี ท่อ", "น.ส. ปราณี ท่อ", "ชื่อ:น.ส.ปราณี ท่อแตก"),
    ):
        for sort in (SortBy.FIT, SortBy.SUBJECT):
            query = replace(search(typed), sort=sort)
            for most in (None, 128):
                found = desk.reading.register_ids(clerk, query, desk.now(), most)
                assert list(found) == [case_id], (typed, sort, most)


def test_order_and_category_tell_nothing_of_a_veiled_complaint(
    desk: Desk, clerk: Actor, boss: Actor
) -> None:
    def named(first: str, key: str, *, sealed: bool = False) -> int:
        made = form(bangkok(DAY, 8), petitioners=signed_by(first=first), restricted=sealed)
        return register(RegisterComplaint(key, made), desk, boss if sealed else clerk).case_id

    one, veiled, three = named("กมล", "a"), named("ขวัญ", "b", sealed=True), named("คมสัน", "c")
    for descending in (False, True):
        query = RegisterQuery(sort=SortBy.PETITIONER, descending=descending)
        open_ones = [three, one] if descending else [one, three]
        assert list(desk.reading.register_ids(clerk, query, desk.now())) == [*open_ones, veiled]
        assert list(desk.reading.register_ids(clerk, query, desk.now(), 2)) == open_ones
        assert list(desk.reading.register_ids(clerk, query, desk.now(), 3))[2] == veiled
    query = RegisterQuery(sort=SortBy.PETITIONER, descending=False)
    assert list(desk.reading.register_ids(boss, query, desk.now())) == [one, veiled, three]
    query = RegisterQuery(category_ids=frozenset({9}))
    assert set(desk.reading.register_ids(clerk, query, desk.now())) == {one, three}
    assert set(desk.reading.register_ids(boss, query, desk.now())) == {one, veiled, three}
