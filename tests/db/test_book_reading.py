"""The office's books on both databases: every line in its period, veiled where it must be."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, cast

import pytest
from clock import Clock
from office import acknowledgement_to, bangkok, form, gone

from desktop.acts.assigning import AssignCases, assign
from desktop.acts.classifying import Classify, classify
from desktop.acts.corresponding import IssueLetter, issue
from desktop.acts.dispatching import VoidLetter, record_sent, void_letter
from desktop.acts.mending import CorrectLetter, correct_letter
from desktop.acts.receiving import ReceiveLetter, receive_letter
from desktop.acts.registering import RegisterComplaint, register
from desktop.acts.revising import WithdrawIncoming, withdraw_incoming
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.books import (
    SECRET_BOOKS,
    ArrivalLine,
    CaseLine,
    IncomingLine,
    LetterLine,
    OfficeBook,
)
from desktop.rules.complaint import Accused, Intake, Secrecy, Status
from desktop.rules.letters import SPECS, Dispatch, LetterDraft, LetterKind, LetterStatus
from desktop.rules.people import Actor, Role
from desktop.rules.reasons import Reason

DAY = date(2026, 7, 15)
YEAR = (date(2025, 10, 1), date(2026, 9, 30))


def take(desk: Desk, clerk: Actor, key: str, **changes: object) -> int:
    done = register(RegisterComplaint(key, form(bangkok(DAY, 8), **changes)), desk, clerk)
    return done.case_id


def write(desk: Desk, clerk: Actor, case_id: int, to: str = "นางปราณี สุขใจ") -> int:
    draft = replace(acknowledgement_to(case_id), recipient=to)
    return issue(IssueLetter(f"letter-{case_id}", draft), desk, clerk).letter_id


def asked(
    desk: Desk, actor: Actor, book: OfficeBook, period: tuple[date, date] = YEAR
) -> Sequence[Any]:
    return list(desk.reading.book(actor, book, *period))


def test_a_complaint_stands_whole_in_the_register(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    accused = (Accused("นายเอ", "ครู", "โรงเรียนตัวอย่าง"), Accused(unit="โรงเรียนอื่น"))
    case_id = take(desk, clerk, "a", accused=accused)
    assign(AssignCases((case_id,), None, owner.person_id), desk, boss)
    letter_id = write(desk, clerk, case_id)
    line: CaseLine
    (line,) = asked(desk, clerk, OfficeBook.COMPLAINTS)
    seen = desk.reading.case(clerk, case_id)
    promised = {clock.kind.value: clock for clock in seen.clocks}
    assert (line.number, line.received_at) == (seen.number, seen.received_at)
    assert (line.petitioner, line.subject) == ("นางปราณี สุขใจ", seen.matter.subject)
    assert (line.channel, line.source) == (seen.channel.name, seen.source.name)
    assert line.category == seen.category.name
    assert line.accused == ("นายเอ ครู โรงเรียนตัวอย่าง", "โรงเรียนอื่น")
    assert (line.owner, line.status) == ("นายวิชัย ตั้งตรง", Status.ASSIGNED)
    assert line.letters == (seen.letters[0].number,)
    assert line.reply_due == promised["reply"].due_at
    assert line.resolve_due == promised["resolve"].due_at
    assert line.acknowledged_at is None
    assert not line.veiled
    record_sent(gone(letter_id, Dispatch.EMS, desk.now(), "EX1"), desk, clerk)
    assert asked(desk, clerk, OfficeBook.COMPLAINTS)[0].acknowledged_at == desk.now()


def test_what_may_not_be_seen_keeps_its_number(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor, admin: Actor
) -> None:
    about = (Accused("นายวิชัย", person_id=owner.person_id),)
    take(desk, clerk, "a", restricted=True)
    take(desk, clerk, "b", accused=about)
    take(desk, clerk, "c")
    for case_id in (1, 2, 3):
        write(desk, clerk, case_id)
    for book in (OfficeBook.COMPLAINTS, OfficeBook.LETTERS_OUT):
        veiled = [line.veiled for line in asked(desk, owner, book)]
        assert veiled == [True, True, False]
        assert [line.veiled for line in asked(desk, boss, book)] == [False] * 3
    for line in cast("Sequence[CaseLine]", asked(desk, owner, OfficeBook.COMPLAINTS)[:2]):
        told = (line.petitioner, line.subject, line.owner, line.channel, line.source)
        assert (*told, line.accused, line.letters) == ("", "", "", "", "", (), ())
        assert (line.outcome, line.reply_due, line.anonymous) == (None, None, False)
    for letter in cast("Sequence[LetterLine]", asked(desk, owner, OfficeBook.LETTERS_OUT)[:2]):
        assert (letter.recipient, letter.subject, letter.destination) == ("", "", "")
    with pytest.raises(Refused) as error:
        asked(desk, admin, OfficeBook.COMPLAINTS)
    assert error.value.reason is Reason.NOT_VISIBLE


def test_only_letters_stand_in_the_book_of_letters_received(desk: Desk, clerk: Actor) -> None:
    told = Intake(
        letter_number="จบ ๐๐๑๗/88",
        letter_date=DAY - timedelta(days=3),
        letter_from="ศูนย์ดำรงธรรม",
        central_number="4877",
    )
    take(desk, clerk, "a")
    take(desk, clerk, "b", channel_id=1, intake=told)
    take(desk, clerk, "c", channel_id=1, intake=Intake(), restricted=True)
    lines: Sequence[ArrivalLine] = asked(desk, clerk, OfficeBook.LETTERS_IN)
    assert [line.number.running for line in lines] == [2, 3]
    first, second = lines
    assert (first.letter_number, first.letter_date) == (told.letter_number, told.letter_date)
    assert (first.sender, first.central_number) == ("ศูนย์ดำรงธรรม", "4877")
    # Without a sender of its own, whoever complains wrote the letter.
    assert second.sender == "นางปราณี สุขใจ"


def test_letters_stand_in_the_book_of_the_way_they_went(
    desk: Desk, clerk: Actor, clock: Clock
) -> None:
    ways = (Dispatch.REGISTERED_POST, Dispatch.HANDED_OVER, Dispatch.EMS, Dispatch.POST, None)
    for place, way in enumerate(ways):
        case_id = take(desk, clerk, f"{place}")
        letter_id = write(desk, clerk, case_id, "นางปราณี สุขใจ" if place else "โรงเรียนบ้านนา")
        if way is not None:
            record_sent(gone(letter_id, way, clock(), f"RX{place}"), desk, clerk)
    out: Sequence[LetterLine] = asked(desk, clerk, OfficeBook.LETTERS_OUT)
    assert [line.running for line in out] == [1, 2, 3, 4, 5]
    assert [line.dispatch for line in out] == list(ways)
    assert out[4].status is LetterStatus.ISSUED
    post: Sequence[LetterLine] = asked(desk, clerk, OfficeBook.POST)
    assert [line.tracking for line in post] == ["RX0", "RX2"]
    # Where a letter goes is known only when it goes to who complained.
    assert [line.destination for line in post] == ["", "มะขาม จันทบุรี"]
    assert [line.running for line in asked(desk, clerk, OfficeBook.DELIVERY)] == [2]


def test_memos_and_orders_are_not_in_the_book_of_letters_sent(
    desk: Desk, clerk: Actor, clock: Clock
) -> None:
    case_id = take(desk, clerk, "a")
    letter = write(desk, clerk, case_id)
    for kind in (LetterKind.MEMO, LetterKind.COMMITTEE):
        blanks = dict.fromkeys(SPECS[kind].blanks, "คำ")
        draft = LetterDraft(case_id, kind, "ผู้อำนวยการ", "เรียน", 1, blanks)
        made = issue(IssueLetter(kind.value, draft), desk, clerk).letter_id
        if kind is LetterKind.MEMO:
            record_sent(gone(made, Dispatch.HANDED_OVER, clock()), desk, clerk)
    out = asked(desk, clerk, OfficeBook.LETTERS_OUT)
    assert [line.running for line in out] == [desk.reading.letters(clerk)[-1].id] == [letter]
    # Who took a memo signs for it all the same.
    assert [line.number for line in asked(desk, clerk, OfficeBook.DELIVERY)] == [""]


def test_a_voided_letter_keeps_its_line_and_says_why(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    open_letter = write(desk, clerk, take(desk, clerk, "a"))
    secret = write(desk, clerk, take(desk, clerk, "b", restricted=True))
    for letter_id in (open_letter, secret):
        void_letter(VoidLetter(letter_id, "พิมพ์ชื่อผิด"), desk, boss)
    lines: Sequence[LetterLine] = asked(desk, owner, OfficeBook.LETTERS_OUT)
    assert [line.status for line in lines] == [LetterStatus.VOID] * 2
    assert [line.reason for line in lines] == ["พิมพ์ชื่อผิด", ""]


def test_what_became_of_a_letter_and_what_answers_it_stand_in_both_books(
    desk: Desk, clerk: Actor, owner: Actor, clock: Clock
) -> None:
    told = Intake(letter_number="จบ ๐๐๑๗/88", letter_from="ศูนย์ดำรงธรรม")
    case_id = take(desk, clerk, "a", channel_id=1, intake=told)
    first = write(desk, clerk, case_id)
    draft = desk.reading.letter_draft(clerk, first)
    seen = desk.reading.case(clerk, case_id).letters[0].sha256
    changed = replace(draft, recipient="นางปราณี สุขใส")
    correct_letter(CorrectLetter(first, seen, changed, "ชื่อผิด"), desk, clerk)
    record_sent(gone(first, Dispatch.EMS, clock()), desk, clerk)
    second = issue(IssueLetter("right", draft, corrects_id=first), desk, clerk)
    clock.pass_time(days=1)
    came = ReceiveLetter(
        "in", case_id, "โรงเรียน", "ชี้แจง", clock(), "ศธ ๐๔๐๕๖/๗", DAY, "5102", first
    )
    receive_letter(came, desk, clerk)
    receive_letter(replace(came, key="in2", answers_id=None, receipt_number=""), desk, clerk)
    clock.pass_time(days=1)
    later = take(desk, clerk, "b", channel_id=1, intake=told)
    out: Sequence[LetterLine] = asked(desk, clerk, OfficeBook.LETTERS_OUT)
    assert [line.status for line in out] == [LetterStatus.ANSWERED, LetterStatus.ISSUED]
    assert (out[0].corrections, out[0].corrected_by) == (1, (second.number,))
    assert out[0].answers == (("ศธ ๐๔๐๕๖/๗", DAY),)
    assert (out[1].corrects, out[1].answers) == (out[0].number, ())
    received = asked(desk, clerk, OfficeBook.LETTERS_IN)
    assert [type(line) for line in received] == [
        ArrivalLine,
        IncomingLine,
        IncomingLine,
        ArrivalLine,
    ]
    answer, other = received[1:3]
    assert (answer.answers, answer.receipt_number) == (out[0].number, "5102")
    assert (answer.complaint, answer.sender, answer.number) == (
        received[0].number,
        "โรงเรียน",
        "ศธ ๐๔๐๕๖/๗",
    )
    assert (other.answers, other.veiled) == ("", False)
    assert later != case_id
    (came_in, *_) = desk.reading.case(clerk, case_id).incoming[::-1]
    withdraw_incoming(WithdrawIncoming(came_in.id, "ของเรื่องอื่น"), desk, clerk)
    struck = asked(desk, clerk, OfficeBook.LETTERS_IN)
    assert [getattr(line, "withdrawn", "") for line in struck] == ["", "ของเรื่องอื่น", "", ""]
    assert asked(desk, clerk, OfficeBook.LETTERS_OUT)[0].answers == ()


def test_what_came_to_a_hidden_complaint_keeps_its_line(
    desk: Desk, clerk: Actor, owner: Actor, clock: Clock
) -> None:
    case_id = take(desk, clerk, "a", restricted=True)
    came = ReceiveLetter("in", case_id, "โรงเรียน", "ชี้แจง", clock(), "ศธ ๐๔๐๕๖/๗", None, "5102")
    receive_letter(came, desk, clerk)
    (line,) = asked(desk, owner, OfficeBook.LETTERS_IN)
    assert (line.receipt_number, line.veiled) == ("5102", True)
    assert (line.sender, line.subject, line.number, line.owner) == ("", "", "", "")
    half = desk.reading.book(clerk, OfficeBook.LETTERS_IN, *YEAR)
    next(half)
    half.close()
    take(desk, clerk, "b")


def test_a_period_ends_with_its_last_day(desk: Desk, clerk: Actor, clock: Clock) -> None:
    case_id = take(desk, clerk, "a", channel_id=1, intake=Intake())
    letter_id = write(desk, clerk, case_id)
    record_sent(gone(letter_id, Dispatch.EMS, clock()), desk, clerk)
    before, after = DAY - timedelta(days=1), DAY + timedelta(days=1)
    for book in OfficeBook:
        if book is OfficeBook.DELIVERY or book in SECRET_BOOKS:
            continue
        assert len(asked(desk, clerk, book, (DAY, DAY))) == 1
        assert asked(desk, clerk, book, (YEAR[0], before)) == []
        assert asked(desk, clerk, book, (after, YEAR[1])) == []
    with pytest.raises(Refused) as error:
        asked(desk, clerk, OfficeBook.POST, (after, before))
    assert error.value.reason is Reason.PERIOD_BACKWARDS


def test_books_longer_than_what_is_fetched_at_once_are_whole(
    desk: Desk, clerk: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.book_reading.PART", 2)
    for place in range(5):
        take(desk, clerk, f"{place}")
    lines: Sequence[CaseLine] = asked(desk, clerk, OfficeBook.COMPLAINTS)
    assert [line.number.running for line in lines] == [1, 2, 3, 4, 5]
    assert len({line.petitioner for line in lines}) == 1
    # Left in the middle, a book lets go of the register.
    half = desk.reading.book(clerk, OfficeBook.COMPLAINTS, *YEAR)
    next(half)
    del half
    take(desk, clerk, "another")
    assert len(asked(desk, clerk, OfficeBook.COMPLAINTS)) == 6


def test_the_ordinary_books_say_of_a_secret_only_that_it_is_one(
    desk: Desk, clerk: Actor, boss: Actor
) -> None:
    registrar = replace(boss, roles=frozenset({Role.SECRET_REGISTRAR, Role.OWNER}))
    told = Intake(letter_number="จบ ๐๐๑๗/88", letter_from="ศูนย์ดำรงธรรม")
    case_id = take(desk, clerk, "a", channel_id=1, intake=told)
    letter_id = write(desk, clerk, case_id)
    record_sent(gone(letter_id, Dispatch.EMS, desk.now(), "EX1"), desk, clerk)
    classify(Classify(case_id, Secrecy.SECRET, "ผอ.", "เหตุ"), desk, registrar)
    for actor in (clerk, registrar):
        for book in (OfficeBook.COMPLAINTS, OfficeBook.LETTERS_IN, OfficeBook.LETTERS_OUT):
            (line,) = asked(desk, actor, book)
            assert (line.veiled, line.secret, line.subject) == (True, True, "")
    # The post must know to whom it goes.
    (posted,) = asked(desk, registrar, OfficeBook.POST)
    assert posted.recipient == "นางปราณี สุขใจ"
    assert asked(desk, clerk, OfficeBook.POST)[0].recipient == ""


def test_the_secret_books_are_the_registrars_alone_and_remember_what_was_lifted(
    desk: Desk, clerk: Actor, boss: Actor, owner: Actor
) -> None:
    registrar = replace(boss, roles=frozenset({Role.SECRET_REGISTRAR}))
    told = Intake(letter_number="จบ ๐๐๑๗/88", letter_from="ศูนย์ดำรงธรรม", pages=3)
    case_id = take(desk, clerk, "a", channel_id=1, intake=told, restricted=True)
    about = (Accused("นางวิภา", person_id=registrar.person_id),)
    against = take(desk, clerk, "b", accused=about)
    assign(AssignCases((case_id,), None, owner.person_id), desk, boss)
    director = replace(clerk, roles=frozenset({Role.DIRECTOR}))
    for secret in (case_id, against):
        classify(Classify(secret, Secrecy.SECRET, "ผอ.", "เหตุ"), desk, director)
    draft = replace(acknowledgement_to(case_id), secrecy=Secrecy.SECRET)
    issue(IssueLetter("s", draft), desk, director)
    classify(Classify(case_id, Secrecy.NONE, "ผอ.", "ยุติ"), desk, director)
    for book in (OfficeBook.SECRETS_IN, OfficeBook.SECRETS_KEPT):
        first, second = asked(desk, registrar, book)
        assert (first.running, first.letter_number, first.pages) == (1, told.letter_number, 3)
        assert (first.sender, first.holder) == ("ศูนย์ดำรงธรรม", "นายวิชัย ตั้งตรง")
        assert (first.ordered_by, first.lifted_at) == ("ผอ.", desk.now())
        assert (second.running, second.veiled, second.subject) == (2, True, "")
        assert second.lifted_at is None
    (sent,) = asked(desk, registrar, OfficeBook.SECRETS_OUT)
    assert (sent.number, sent.recipient) == ("ศธ ๐๔๙๙๙/ลับ 1", "นางปราณี สุขใจ")
    assert asked(desk, clerk, OfficeBook.LETTERS_OUT) == []
    for book in SECRET_BOOKS:
        for actor in (clerk, boss, director):
            with pytest.raises(Refused) as error:
                asked(desk, actor, book)
            assert error.value.reason is Reason.NOT_ALLOWED
