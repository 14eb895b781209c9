"""The office's books as lists: the lines of the paper, in any order, found by what they tell."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from clock import Clock
from office import acknowledgement_to, form, gone, signed_by

from db.book_list import _parts
from db.book_order import order_of
from db.furnishing import Strongroom
from desktop.acts.assigning import AssignCases, assign
from desktop.acts.classifying import Classify, classify
from desktop.acts.corresponding import IssueLetter, issue
from desktop.acts.dispatching import record_sent
from desktop.acts.receiving import ReceiveLetter, receive_letter
from desktop.acts.registering import RegisterComplaint, register
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.books import SECRET_BOOKS, IncomingLine, LetterLine, OfficeBook
from desktop.rules.complaint import Accused, Intake, Matter, Secrecy
from desktop.rules.letters import Dispatch, LetterKind
from desktop.rules.people import Actor, Role
from desktop.rules.reasons import Reason
from desktop.rules.thai.sorting import sort_key
from desktop.views.books import BookQuery, BookRow, BookSort

YEAR = (date(2025, 10, 1), date(2026, 12, 31))
NAMES = ("น้ำ", "เก้า", "กอ", "แก้ว", "ก่อ", "โอ", "ขวด")
"""In the dictionary: กอ, ก่อ, แก้ว, เก้า …, which code points order otherwise."""
WAYS = (Dispatch.HANDED_OVER, Dispatch.EMS, Dispatch.REGISTERED_POST)
REGISTRAR = Actor(3, "นางวิภา นำทาง", frozenset({Role.SECRET_REGISTRAR, Role.DIRECTOR}))


@pytest.fixture
def filled(desk: Desk, clerk: Actor, boss: Actor, owner: Actor, clock: Clock) -> None:
    """Every book filled: by letter and otherwise, sealed, secret, against somebody, answered."""
    cases = []
    for place, name in enumerate(NAMES):
        clock.pass_time(minutes=5)
        told = Intake(letter_number=f"จบ {place}/๖๙", letter_from=f"วัด{name}" if place else "")
        about = (Accused(f"ครู{name}", unit="โรงเรียนบ้านนา"),)
        asked = form(
            clock.at,
            channel_id=1 if place % 2 else 2,
            intake=told,
            petitioners=signed_by(first=name),
            matter=Matter(f"เรื่อง{name}", "ข้อเท็จจริง"),
            accused=about,
            restricted=place == 2,
        )
        cases.append(register(RegisterComplaint(name, asked), desk, clerk).case_id)
    against = (Accused("นายวิชัย", person_id=owner.person_id),)
    cases.append(
        register(RegisterComplaint("z", form(clock.at, accused=against)), desk, clerk).case_id
    )
    assign(AssignCases(tuple(cases[:2]), None, owner.person_id), desk, boss)
    for place, (case_id, name) in enumerate(zip(cases[:6], NAMES, strict=False)):
        clock.pass_time(minutes=5)
        title = f"หัวเรื่อง{name}" if place % 2 else None
        draft = replace(acknowledgement_to(case_id), recipient=f"ผอ. {name}", subject=title)
        letter = issue(IssueLetter(f"i{place}", draft), desk, clerk).letter_id
        record_sent(gone(letter, WAYS[place % 3], clock(), f"EX{place}๐"), desk, clerk)
    closed = replace(acknowledgement_to(cases[3]), secrecy=Secrecy.SECRET, recipient="ปปช.")
    issue(IssueLetter("closed", closed), desk, boss)
    for place in (0, 2, 3):
        clock.pass_time(minutes=5)
        came = ReceiveLetter(
            f"in{place}", cases[place], f"อบต.{NAMES[place]}", "ชี้แจง", clock(), f"ที่ {9 - place}"
        )
        receive_letter(replace(came, receipt_number=f"51{place}"), desk, clerk)
    for case_id in (cases[4], cases[5]):
        clock.pass_time(minutes=5)
        classify(Classify(case_id, Secrecy.SECRET, f"ผอ.{case_id}", "เหตุ"), desk, REGISTRAR)
    issue(IssueLetter("s", replace(closed, complaint_id=cases[5])), desk, REGISTRAR)
    classify(Classify(cases[4], Secrecy.NONE, "ผอ.", "ยุติ"), desk, REGISTRAR)


def rows(desk: Desk, actor: Actor, query: BookQuery) -> Sequence[BookRow]:
    ids = desk.reading.book_ids(actor, query)
    found = desk.reading.book_rows(actor, query.book, ids)
    assert [row.id for row in found] == list(ids)
    return found


def query(book: OfficeBook, **changes: Any) -> BookQuery:
    return replace(BookQuery(book, *YEAR, descending=False), **changes)


def sorts(room: Strongroom, book: OfficeBook) -> set[BookSort]:
    with room.asking.connect() as connection:
        orders = [order_of(connection, book, part) for part in _parts(book)]
    first, *others = [{*order.open, *order.told} for order in orders]
    return first.intersection(*others) | {BookSort.PLACE}


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("book", OfficeBook)
def test_the_list_is_the_paper_line_by_line_for_everybody(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor, book: OfficeBook
) -> None:
    for actor in (REGISTRAR,) if book in SECRET_BOOKS else (clerk, boss, owner, REGISTRAR):
        paper = list(desk.reading.book(actor, book, *YEAR))
        found = rows(desk, actor, query(book))
        assert [row.line for row in found] == paper
        assert paper
        opened = {row.complaint_id for row in found if _opens(desk, actor, row.complaint_id)}
        assert {row.complaint_id for row in found if row.open_to} == opened
        assert rows(desk, actor, query(book, first=YEAR[1])) == []


def _opens(desk: Desk, actor: Actor, case_id: int) -> bool:
    try:
        desk.reading.case(actor, case_id)
    except Refused:
        return False
    return True


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("book", OfficeBook)
def test_whoever_may_not_have_a_book_on_paper_has_no_list_of_it(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor, admin: Actor, book: OfficeBook
) -> None:
    for actor in (clerk, boss, owner, admin) if book in SECRET_BOOKS else (admin,):
        with pytest.raises(Refused) as paper:
            list(desk.reading.book(actor, book, *YEAR))
        with pytest.raises(Refused) as listed:
            desk.reading.book_ids(actor, query(book))
        with pytest.raises(Refused) as read:
            desk.reading.book_rows(actor, book, [1])
        assert {one.value.reason for one in (listed, read)} == {paper.value.reason}


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("book", OfficeBook)
def test_every_column_sorts_both_ways_and_what_it_does_not_tell_stands_at_the_end(
    desk: Desk, room: Strongroom, owner: Actor, book: OfficeBook
) -> None:
    actor = REGISTRAR if book in SECRET_BOOKS else owner
    everything = set(desk.reading.book_ids(actor, query(book)))
    for sort in sorts(room, book):
        for down in (False, True):
            asked = query(book, sort=sort, descending=down)
            ids = desk.reading.book_ids(actor, asked)
            assert set(ids) == everything
            assert len(ids) == len(everything)
            assert desk.reading.book_ids(actor, asked, 2) == ids[:2]
            found = rows(desk, actor, asked)
            said = [_said(row, sort) for row in found]
            told = [one for one in said if one]
            assert said == told + [""] * (len(said) - len(told)), (sort, down)
            assert told == sorted(told, key=sort_key, reverse=down), (sort, down)


def _said(row: BookRow, sort: BookSort) -> str:
    """Return what a line says in a column of words; the same of all in any other."""
    line: Any = row.line
    if sort is BookSort.SUBJECT:
        return getattr(line, "title", "") or line.subject
    if sort is BookSort.ACCUSED:
        return line.accused[0] if line.accused else ""
    names = {
        BookSort.RECIPIENT: "recipient",
        BookSort.SENDER: "sender",
        BookSort.PETITIONER: "petitioner",
        BookSort.DESTINATION: "destination",
        BookSort.TRACKING: "tracking",
        BookSort.ORDERED: "ordered_by",
        BookSort.CHANNEL: "channel",
        BookSort.SOURCE: "source",
        BookSort.CATEGORY: "category",
        BookSort.OWNER: "holder" if hasattr(line, "holder") else "owner",
    }
    if sort is BookSort.NUMBER and not isinstance(line, LetterLine):
        return str(line.number if isinstance(line, IncomingLine) else line.letter_number)
    return str(getattr(line, names[sort])) if sort in names else "ก"


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("book", OfficeBook)
def test_words_find_what_a_line_tells_in_either_digits_and_nothing_else(
    desk: Desk, owner: Actor, book: OfficeBook
) -> None:
    actor = REGISTRAR if book in SECRET_BOOKS else owner
    lines = rows(desk, actor, query(book))
    hits = 0
    for word in (*NAMES, "เรื่องแก้ว", "หัวเรื่องเก้า", "จบ 1/69", "จบ ๑/69", "ex1", "๕๑๐", "นาย"):
        found = {row.id for row in rows(desk, actor, query(book, words=f" {word}  "))}
        hits += len(found)
        telling = {row.id for row in lines if all(part in _text(row) for part in _parted(word))}
        assert found == telling, word
    assert hits
    for row in lines:
        if row.line.veiled:
            assert not rows(desk, actor, query(book, words="ผู้ที่ไม่มีใครรู้จัก"))
    assert rows(desk, actor, query(book, words="%")) == []
    assert rows(desk, actor, query(book, words="_")) == []


def _parted(word: str) -> list[str]:
    return [_plain(part) for part in word.split()]


def _plain(text: str) -> str:
    return text.translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")).lower()


def _text(row: BookRow) -> str:
    line: Any = row.line
    names = (
        *("number", "recipient", "title", "subject", "tracking", "letter_number", "sender"),
        *("central_number", "owner", "petitioner", "ordered_by", "holder", "receipt_number"),
    )
    said = [str(getattr(line, name)) for name in names if isinstance(getattr(line, name, 0), str)]
    return _plain("\n".join([*said, *getattr(line, "accused", ())]))


@pytest.mark.usefixtures("filled")
def test_a_number_finds_its_line_also_where_it_is_veiled(desk: Desk, owner: Actor) -> None:
    whole = rows(desk, owner, query(OfficeBook.COMPLAINTS))
    for row in whole:
        (found,) = rows(desk, owner, query(OfficeBook.COMPLAINTS, words=f"{row.line.number}"))  # type: ignore[union-attr]
        assert found == row
    assert any(row.line.veiled for row in whole)
    # Of a letter that came to what is sealed the list does not say to which complaint.
    veiled = [row for row in rows(desk, owner, query(OfficeBook.LETTERS_IN)) if row.line.veiled]
    came = next(row for row in veiled if row.id < 0)
    numbered = rows(desk, owner, query(OfficeBook.LETTERS_IN, words="3/2569"))
    assert came.id not in {row.id for row in numbered}


@pytest.mark.usefixtures("filled")
def test_it_is_narrowed_to_a_kind_of_letter_or_to_an_owner_where_the_line_tells_it(
    desk: Desk, owner: Actor, clerk: Actor
) -> None:
    kinds = query(OfficeBook.LETTERS_OUT, kind=LetterKind.ACKNOWLEDGEMENT)
    told = [row for row in rows(desk, owner, query(OfficeBook.LETTERS_OUT)) if not row.line.veiled]
    assert rows(desk, owner, kinds) == told
    assert len(told) < len(rows(desk, clerk, kinds))
    assert rows(desk, owner, replace(kinds, kind=LetterKind.RESULT)) == []
    mine = rows(desk, owner, query(OfficeBook.COMPLAINTS, owner_id=owner.person_id))
    assert [row.complaint_id for row in mine] == [1, 2]


def test_a_period_that_runs_backwards_is_refused(desk: Desk, clerk: Actor) -> None:
    with pytest.raises(Refused) as error:
        desk.reading.book_ids(clerk, BookQuery(OfficeBook.POST, YEAR[1], YEAR[0]))
    assert error.value.reason is Reason.PERIOD_BACKWARDS
