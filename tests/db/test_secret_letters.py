"""A secret letter of an ordinary complaint: who made it reads it, others see that it is there."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from cases import clock_of
from clock import Clock
from office import acknowledgement_to, form, gone

from desktop.acts.attaching import AttachScan, NewFile, attach_scan
from desktop.acts.classifying import Classify, classify
from desktop.acts.corresponding import IssueLetter, issue
from desktop.acts.dispatching import (
    RecordPrinted,
    VoidLetter,
    record_printed,
    record_sent,
    void_letter,
)
from desktop.acts.mending import CorrectLetter, ReprintLetter, correct_letter, reprint_letter
from desktop.acts.proposing import (
    CheckDrafts,
    DiscardDraft,
    IssueDraft,
    KeepDraft,
    SendBackDraft,
    check_drafts,
    discard_draft,
    issue_draft,
    keep_draft,
    send_back_draft,
)
from desktop.acts.registering import RegisterComplaint, register
from desktop.errors import Refused
from desktop.exchange.letters_out import LettersWanted, letters_out
from desktop.ports import Desk
from desktop.rules.books import LetterLine, OfficeBook
from desktop.rules.calendar import Holiday
from desktop.rules.case import StepKind
from desktop.rules.clocks import ClockKind
from desktop.rules.complaint import Secrecy
from desktop.rules.letters import Blank, Dispatch, LetterDraft, LetterKind
from desktop.rules.people import Actor, Role
from desktop.rules.proposing import Seen
from desktop.rules.reasons import Reason
from desktop.rules.thai.dates import long_date, official_date

OTHER = Actor(3, "นางวิภา นำทาง", frozenset({Role.SUPERVISOR, Role.CLERK, Role.OWNER}))
"""May open the complaint, even restricted, but has no part in its secret letter."""
REGISTRAR = Actor(4, "นายทะเบียน", frozenset({Role.SECRET_REGISTRAR}))
SCAN = (NewFile("ลับมาก.pdf", b"%PDF-1.4 x"),)
Act = Callable[[Desk, Actor], object]


@pytest.fixture
def case_id(desk: Desk, clerk: Actor, clock: Clock) -> int:
    return register(RegisterComplaint("k", form(clock.at)), desk, clerk).case_id


def secret(case_id: int) -> LetterDraft:
    return replace(acknowledgement_to(case_id), secrecy=Secrecy.SECRET, enclosures=("แผนผัง",))


@pytest.fixture
def letter_id(desk: Desk, clerk: Actor, case_id: int) -> int:
    made = issue(IssueLetter("l", secret(case_id)), desk, clerk).letter_id
    attach_scan(AttachScan(made, SCAN), desk, clerk)
    (letter,) = desk.reading.letters(clerk)
    why = "พิมพ์ผิดชื่อพยาน"
    mended = replace(secret(case_id), copies_to="นิติกร")
    correct_letter(CorrectLetter(made, letter.sha256, mended, why), desk, clerk)
    return made


def refused(act: Callable[[], object]) -> None:
    with pytest.raises(Refused) as told:
        act()
    assert told.value.reason is Reason.LETTER_NOT_VISIBLE


@pytest.mark.usefixtures("letter_id")
def test_others_see_its_number_and_nothing_that_it_says(
    desk: Desk, clerk: Actor, case_id: int
) -> None:
    view = desk.reading.case(OTHER, case_id)
    own = desk.reading.case(clerk, case_id)
    (letter,), (known,) = view.letters, own.letters
    assert (letter.closed, letter.number, letter.dated) == (True, known.number, known.dated)
    assert letter.number
    for told in (letter.recipient, letter.subject, letter.tracking, letter.reason, letter.sha256):
        assert told == ""
    assert (view.files, view.versions) == ((), ())
    assert [len(own.files), len(own.versions)] == [1, 1]
    hidden = ("พยาน", "ลับมาก")
    assert all(any(word in step.note for step in own.steps) for word in hidden)
    assert not any(word in repr(view) for word in hidden)
    assert [step.kind for step in view.steps] == [step.kind for step in own.steps]
    assert StepKind.LETTER_ISSUED in {step.kind for step in view.steps}
    assert any("letter_kind" in step.facts for step in own.steps)
    assert not any("letter_kind" in step.facts for step in view.steps)
    assert desk.reading.letters(OTHER) == [letter]


def test_its_makers_and_those_who_may_see_secrets_read_it(
    desk: Desk, clerk: Actor, letter_id: int
) -> None:
    for actor in (clerk, REGISTRAR):
        (letter,) = desk.reading.letters(actor)
        assert not letter.closed
        assert letter.recipient
        assert desk.reading.letter_pdf(actor, letter_id)
        assert desk.reading.letter_version(actor, letter_id, 1)
        assert desk.reading.letter_draft(actor, letter_id).enclosures == ("แผนผัง",)
        (scan,) = desk.reading.case(actor, letter.complaint_id).files
        assert desk.reading.file(actor, scan.id) == SCAN[0].content


def test_nobody_else_reads_any_of_it(
    desk: Desk, clerk: Actor, letter_id: int, case_id: int
) -> None:
    (scan,) = desk.reading.case(clerk, case_id).files
    refused(lambda: desk.reading.letter_pdf(OTHER, letter_id))
    refused(lambda: desk.reading.letter_version(OTHER, letter_id, 1))
    refused(lambda: desk.reading.letter_draft(OTHER, letter_id))
    refused(lambda: desk.reading.file(OTHER, scan.id))
    assert letters_out(desk, OTHER, LettersWanted()) == ()
    assert len(letters_out(desk, clerk, LettersWanted())) == 1


@pytest.mark.parametrize(
    ("way", "book"),
    [(Dispatch.EMS, OfficeBook.POST), (Dispatch.HANDED_OVER, OfficeBook.DELIVERY)],
)
def test_the_books_of_what_went_out_tell_nobody_else_to_whom(
    desk: Desk, clerk: Actor, case_id: int, way: Dispatch, book: OfficeBook
) -> None:
    draft = replace(secret(case_id), recipient="พยานลับ", subject="ขอเชิญให้ถ้อยคำ")
    letter_id = issue(IssueLetter("w", draft), desk, clerk).letter_id
    record_sent(gone(letter_id, way, desk.now(), "EX1"), desk, clerk)

    def line(actor: Actor) -> LetterLine:
        today = official_date(desk.now())
        (found,) = desk.reading.book(actor, book, today, today)
        assert isinstance(found, LetterLine)
        return found

    own, bare = line(clerk), line(OTHER)
    assert (own.recipient, own.title, own.veiled) == ("พยานลับ", "ขอเชิญให้ถ้อยคำ", False)
    assert line(REGISTRAR) == own
    assert (bare.number, bare.sent_at, bare.veiled, bare.secret) == (
        own.number,
        own.sent_at,
        True,
        True,
    )
    told = (bare.recipient, bare.title, bare.subject, bare.destination, bare.reason, bare.tracking)
    assert told == ("",) * 6


def test_who_keeps_the_calendar_is_not_told_what_a_secret_letter_is(
    desk: Desk, clerk: Actor, admin: Actor, case_id: int
) -> None:
    due = clock_of(desk.reading.case(clerk, case_id), ClockKind.RESOLVE).due_at
    assert due is not None
    plain = replace(
        acknowledgement_to(case_id), blanks={Blank.PARTICULAR: long_date(official_date(due))}
    )
    for key, secrecy in (("p", Secrecy.NONE), ("s", Secrecy.SECRET)):
        issue(IssueLetter(key, replace(plain, secrecy=secrecy)), desk, clerk)
    days = desk.reading.days()
    another = replace(days, holidays=(*days.holidays, Holiday(official_date(due), "วันหยุดพิเศษ")))

    def kinds(actor: Actor) -> list[LetterKind | None]:
        return [one.kind for one in desk.reading.calendar_moves(actor, another).told]

    known = LetterKind.ACKNOWLEDGEMENT
    assert kinds(clerk) == kinds(REGISTRAR) == [known, known]
    assert kinds(admin) == kinds(OTHER) == [known, None]
    classify(Classify(case_id, Secrecy.SECRET, "ผอ.", "เหตุ"), desk, REGISTRAR)
    assert kinds(admin) == kinds(clerk) == [None, None]
    assert kinds(REGISTRAR) == [known, known]


def test_nobody_else_does_anything_with_it(
    desk: Desk, clerk: Actor, letter_id: int, case_id: int
) -> None:
    now = desk.now()
    acts: tuple[Act, ...] = (
        lambda d, a: record_printed(RecordPrinted(letter_id), d, a),
        lambda d, a: reprint_letter(ReprintLetter(letter_id, "เปื้อน"), d, a),
        lambda d, a: correct_letter(CorrectLetter(letter_id, "x", secret(case_id), "แก้"), d, a),
        lambda d, a: attach_scan(AttachScan(letter_id, SCAN), d, a),
        lambda d, a: record_sent(gone(letter_id, Dispatch.POST, now), d, a),
        lambda d, a: void_letter(VoidLetter(letter_id, "เลิก"), d, a),
    )
    for act in acts:
        refused(lambda act=act: act(desk, OTHER))  # type: ignore[misc]
    assert not any(step.actor == OTHER.name for step in desk.reading.case(clerk, case_id).steps)
    record_sent(gone(letter_id, Dispatch.POST, now), desk, clerk)


def test_a_draft_is_closed_as_soon_as_any_of_its_versions_is_secret(
    desk: Desk, clerk: Actor, case_id: int
) -> None:
    seen = Seen(keep_draft(KeepDraft("d", secret(case_id)), desk, clerk).proposal_id, 1)
    keep_draft(KeepDraft("e", acknowledgement_to(case_id), seen), desk, clerk)
    seen = Seen(seen.id, 2)
    (draft,), (own,) = desk.reading.proposals(OTHER), desk.reading.proposals(clerk)
    assert (draft.closed, own.closed) == (True, False)
    assert draft.step is own.step
    assert (draft.draft.recipient, draft.subject, draft.signatory, draft.said.blanks) == (
        ("", "", "", {})
    )
    refused(lambda: desk.reading.proposed_texts(OTHER, seen.id))
    assert len(desk.reading.proposed_texts(clerk, seen.id)) == 2
    acts: tuple[Act, ...] = (
        lambda d, a: keep_draft(KeepDraft("f", acknowledgement_to(case_id), seen), d, a),
        lambda d, a: check_drafts(CheckDrafts((seen,)), d, a),
        lambda d, a: send_back_draft(SendBackDraft(seen, "แก้"), d, a),
        lambda d, a: discard_draft(DiscardDraft(seen, "เลิก"), d, a),
        lambda d, a: issue_draft(IssueDraft(seen), d, a),
    )
    for act in acts:
        refused(lambda act=act: act(desk, OTHER))  # type: ignore[misc]
    discard_draft(DiscardDraft(seen, "ผู้ร้องถอนพยาน"), desk, clerk)
    view = desk.reading.case(OTHER, case_id)
    assert StepKind.LETTER_DISCARDED in {step.kind for step in view.steps}
    assert "ถอนพยาน" not in repr(view)


@pytest.mark.usefixtures("letter_id")
def test_the_letters_of_a_secret_complaint_are_open_to_whom_it_is(
    desk: Desk, clerk: Actor, case_id: int
) -> None:
    classify(Classify(case_id, Secrecy.SECRET, "ผอ.", "เหตุ"), desk, REGISTRAR)
    assert desk.reading.letters(clerk) == []
    (letter,) = desk.reading.letters(REGISTRAR)
    assert not letter.closed
